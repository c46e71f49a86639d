"""The estimate of the remaining time follows the active time of late."""

from __future__ import annotations

import pytest

from wsl_annotator.workflow.pace import FEWEST, IDLE_S, RECENT, Pace, rounded_minutes


def after(*gaps_s: float) -> Pace:
    pace = Pace()
    now = 100.0
    pace.act(now)
    for gap in gaps_s:
        now += gap
        pace.finish(now)
    return pace


def test_that_nothing_is_said_before_a_few_images() -> None:
    assert after(*[4.0] * (FEWEST - 1)).remaining_s(10) is None
    assert after(*[4.0] * FEWEST).remaining_s(10) == pytest.approx(40)


def test_that_a_break_counts_as_no_more_than_the_idle_limit() -> None:
    assert after(4, 4, 3_600).seconds_an_image() == pytest.approx((8 + IDLE_S) / 3)


def test_that_long_work_with_many_actions_counts_in_full() -> None:
    pace = after(4, 4)
    for second in range(109, 309, 10):
        pace.act(second)
    pace.finish(310)
    assert pace.seconds_an_image() == pytest.approx((4 + 4 + 202) / 3)


def test_that_only_the_last_images_count() -> None:
    assert after(*[40.0] * 20, *[2.0] * RECENT).seconds_an_image() == pytest.approx(2)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(0, 1), (100, 2), (19 * 60, 19), (63 * 60, 65), (130 * 60, 120), (50_000, 840)]
)
def test_that_long_estimates_are_rounded_coarsely(seconds: float, minutes: int) -> None:
    assert rounded_minutes(seconds) == minutes
