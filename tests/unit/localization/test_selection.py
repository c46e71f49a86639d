"""The rules of the beam, one property each: whatever the candidates, what survives keeps the rule."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.core.boxes import iou_matrix
from wsl_annotator.core.config import BeamConfig
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.selection import select_beam


@st.composite
def levels(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray]:
    """Candidates of one level, as a search makes them: children of boxes that paths of few steps lead to."""
    boxes = np.array([[0.0, 0.0, 500.0, 375.0]])
    for _ in range(draw(st.integers(0, 4))):
        chosen = draw(st.lists(st.integers(0, 4 * len(boxes) - 1), min_size=1, max_size=8))
        boxes = child_boxes(boxes, 7).reshape(-1, 4)[chosen]
    candidates = child_boxes(boxes, 7).reshape(-1, 4)
    # few values, so that scores tie
    score = st.integers(-3, 3).map(float)
    scores = draw(st.lists(score, min_size=len(candidates), max_size=len(candidates)))
    return candidates, np.array(scores)


configs = st.builds(
    BeamConfig,
    beam_width=st.integers(1, 8),
    dedupe=st.sampled_from(["none", "exact"]),
    beam_iou=st.one_of(st.none(), st.floats(0.5, 1.0)),
)


def test_that_of_equal_boxes_the_best_is_kept_and_ties_keep_their_order() -> None:
    boxes = np.array([[0, 0, 1, 1], [0, 0, 2, 1], [0, 0, 1, 1], [0, 0, 3, 1], [0, 0, 4, 1]], dtype=np.float64)
    scores = np.array([1.0, 2.0, 3.0, 2.0, 0.0])
    assert select_beam(boxes, scores, BeamConfig(), count=3).tolist() == [2, 1, 3]
    assert select_beam(boxes, scores, BeamConfig(), count=4).tolist() == [2, 1, 3, 0]
    assert select_beam(boxes, scores, BeamConfig(dedupe="exact"), count=4).tolist() == [2, 1, 3, 4]


def test_that_of_boxes_that_overlap_too_much_the_best_is_kept() -> None:
    # overlaps with the first: 0.9, 0.5, 1
    boxes = np.array([[0, 0, 10, 10], [0, 0, 9, 10], [0, 0, 5, 10], [0, 0, 10, 10]], dtype=np.float64)
    scores = np.array([1.0, 2.0, 0.0, 3.0])
    assert select_beam(boxes, scores, BeamConfig(beam_iou=0.9), count=8).tolist() == [3, 1, 2]
    assert select_beam(boxes, scores, BeamConfig(beam_iou=0.89), count=8).tolist() == [3, 2]
    assert select_beam(boxes, scores, BeamConfig(beam_iou=0.5), count=8).tolist() == [3, 2]
    assert select_beam(boxes, scores, BeamConfig(beam_iou=0.4), count=8).tolist() == [3]


@given(levels(), st.floats(0.5, 1.0), st.integers(1, 8))
def test_that_no_two_boxes_of_a_beam_overlap_by_more_than_beam_iou(
    level: tuple[np.ndarray, np.ndarray], beam_iou: float, width: int
) -> None:
    boxes, scores = level
    kept = select_beam(boxes, scores, BeamConfig(beam_iou=beam_iou), count=width)
    overlap = iou_matrix(boxes[kept], boxes[kept])
    np.fill_diagonal(overlap, 0)
    assert overlap.max(initial=0.0) <= beam_iou
    # what is left out is worse than all of a full beam, or too near to a better one that stayed
    for index in set(range(len(boxes))) - set(kept.tolist()):
        near = iou_matrix(boxes[index : index + 1], boxes[kept])[0] > beam_iou
        assert (near & (scores[kept] >= scores[index])).any() or (
            len(kept) == width and scores[index] <= scores[kept].min()
        )


@given(levels(), configs)
def test_that_every_rule_keeps_the_best_candidate_first_and_the_order_of_scores(
    level: tuple[np.ndarray, np.ndarray], config: BeamConfig
) -> None:
    boxes, scores = level
    kept = select_beam(boxes, scores, config, count=config.beam_width)
    assert kept[0] == scores.argmax()
    assert len(set(kept.tolist())) == len(kept) <= config.beam_width
    ranks = [(-scores[index], index) for index in kept.tolist()]
    assert ranks == sorted(ranks)


@given(levels(), st.integers(1, 8))
def test_that_no_two_boxes_of_a_beam_are_equal_with_exact_dedupe(
    level: tuple[np.ndarray, np.ndarray], width: int
) -> None:
    boxes, scores = level
    kept = select_beam(boxes, scores, BeamConfig(dedupe="exact"), count=width)
    assert len(np.unique(boxes[kept], axis=0)) == len(kept)
    assert len(kept) == min(width, len(np.unique(boxes, axis=0)))


@pytest.mark.parametrize(
    "values",
    [
        {"beam_iou": 0.0},
        {"beam_iou": 1.1},
        {"map_levels": -1},
        {"crop_beam_width": 0},
    ],
)
def test_that_settings_without_a_meaning_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="must be"):
        BeamConfig(**values)  # type: ignore[arg-type]
