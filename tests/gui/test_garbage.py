"""Full passes of the cycle collector come when nobody waits for the window."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from tests.helpers.desk import Hands
from wsl_annotator.gui import garbage
from wsl_annotator.gui.garbage import Garbage


class Knot:
    """Refers to itself."""

    def __init__(self) -> None:
        self.me = self


def old_knot() -> weakref.ref[Knot]:
    """Return what only a full pass finds."""
    knot = Knot()
    gc.collect()
    return weakref.ref(knot)


def test_that_no_full_pass_comes_by_itself_until_the_window_ends(qtbot) -> None:
    before = gc.get_threshold()
    keeper = Garbage()
    try:
        assert gc.get_threshold() == (before[0], before[1], garbage.NEVER)
        assert gc.isenabled()
        knot = old_knot()
        passes = gc.get_stats()[2]["collections"]
        kept = [[number] for number in range(300_000)]
        assert gc.get_stats()[2]["collections"] == passes
        assert knot() is not None
        del kept
    finally:
        keeper.finish()
    assert gc.get_threshold() == before


def test_that_a_full_pass_comes_after_the_last_action(qtbot, monkeypatch) -> None:
    monkeypatch.setattr(garbage, "IDLE_MS", 300)
    keeper = Garbage()
    try:
        knot = old_knot()
        for _ in range(8):
            keeper.put_off()
            qtbot.wait(60)
        assert knot() is not None
        qtbot.waitUntil(lambda: knot() is None)
    finally:
        keeper.finish()


def test_that_what_a_person_does_puts_it_off(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    timer = hands.desk.garbage._timer
    timer.stop()
    hands.next_image()
    assert timer.isActive()
    timer.stop()
    hands.draw((10, 10), (30, 30))
    assert timer.isActive()
