"""Configs, progress, traces and labels as values."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, PAPER, BeamConfig, LocalizerConfig
from wsl_annotator.core.errors import Cancelled, ImageError
from wsl_annotator.core.labels import ClassTarget, LabelRow, LabelState
from wsl_annotator.core.localization import HeatMap, Localization, SearchTrace
from wsl_annotator.core.progress import ProgressClock, format_duration


def test_that_a_config_survives_json() -> None:
    for config in (PAPER, FAST):
        assert LocalizerConfig.from_dict(json.loads(json.dumps(config.to_dict()))) == config


def test_that_the_digest_follows_what_changes_a_result_and_nothing_else() -> None:
    renamed = dataclasses.replace(PAPER, preset="custom")
    deeper = dataclasses.replace(PAPER, beam=BeamConfig(depth=11))
    assert renamed.digest == PAPER.digest
    assert len({PAPER.digest, FAST.digest, deeper.digest}) == 3


def test_that_the_paper_preset_holds_the_papers_values() -> None:
    beam = PAPER.beam
    assert (beam.beam_width, beam.depth, beam.recompute, beam.dedupe) == (8, 10, "crop", "none")


@pytest.mark.parametrize("setting", [{"beam_width": 0}, {"depth": 0}, {"map_scale": 0.5}])
def test_that_a_search_of_no_width_or_depth_is_refused(setting: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        BeamConfig(**setting)


def test_that_the_estimate_is_the_mean_pace_times_what_is_left() -> None:
    ticks = iter([0.0, 6.0])
    clock = ProgressClock(10, now=lambda: next(ticks))
    assert clock.at(3).eta_s == pytest.approx(14.0)


@pytest.mark.parametrize(
    ("seconds", "text"), [(None, "?"), (3.6, "4 s"), (125, "2 min 5 s"), (3780, "1 h 3 min"), (-1, "0 s")]
)
def test_that_durations_read_like_a_person_says_them(seconds: float | None, text: str) -> None:
    assert format_duration(seconds) == text


def test_that_a_cancelled_token_raises() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    token.cancel()
    assert token.is_cancelled
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()


def test_that_an_error_reads_as_sentence_and_remedy() -> None:
    assert str(ImageError("a.jpg is empty.", "Copy it again.")) == "a.jpg is empty. Copy it again."


def test_that_positives_are_the_positive_states() -> None:
    row = LabelRow("a.jpg", {"cat": LabelState.POSITIVE, "dog": LabelState.NEGATIVE, "bus": LabelState.UNKNOWN})
    assert row.positives == ("cat",)


@pytest.mark.parametrize("indices", [(), (1, 1)])
def test_that_a_class_of_no_or_repeated_outputs_is_refused(indices: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="logit"):
        ClassTarget("cat", indices)


def small_trace() -> SearchTrace:
    return SearchTrace(
        level=np.array([0, 1, 1, 2], dtype=np.uint8),
        parent=np.array([-1, 0, 0, 2], dtype=np.int32),
        child=np.array([255, 0, 1, 3], dtype=np.uint8),
        boxes=np.array([[0, 0, 7, 7], [1, 0, 7, 7], [0, 0, 6, 7], [0, 0, 6, 6]], dtype=np.float64),
        score=np.array([0.0, -800.0, 0.0, 800.0]),
        kept=np.array([True, False, True, True]),
    )


def test_that_the_path_of_a_box_starts_at_the_root() -> None:
    trace = small_trace()
    assert trace.path(3) == [0, 2, 3]
    assert trace.depth == 2


def test_that_extreme_scores_give_probabilities_without_overflow() -> None:
    np.testing.assert_allclose(small_trace().probability(), [0.5, 0.0, 0.5, 1.0], atol=1e-12)


def test_that_trace_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(ValueError, match="same positive length"):
        dataclasses.replace(small_trace(), score=np.zeros(2))


def test_that_a_relative_map_has_the_maximum_one_and_a_cold_map_stays_cold() -> None:
    edges = np.array([0.0, 1.0, 3.0])
    warm = HeatMap(edges, edges, np.array([[0.1, 0.2], [0.0, 0.4]]))
    cold = HeatMap(edges, edges, np.zeros((2, 2)))
    assert warm.relative().max() == 1.0
    assert not cold.relative().any()
    with pytest.raises(ValueError, match="edges"):
        HeatMap(edges, edges, np.zeros((3, 3)))


def test_that_the_class_probability_is_the_logistic_of_the_score() -> None:
    edges = np.array([0.0, 1.0])
    heat = HeatMap(edges, edges, np.ones((1, 1)))
    localization = Localization(class_name="cat", class_score=0.0, point=(0.5, 0.5), heat=heat, trace=None)
    assert localization.class_probability == 0.5
