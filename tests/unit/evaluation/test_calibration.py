"""The threshold of a class, chosen on hand-made heat maps whose best threshold follows by arithmetic."""

from __future__ import annotations

import numpy as np
import pytest

from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import HeatMap, ScoredBox
from wsl_annotator.evaluation.calibration import (
    TAUS,
    CalibrationRule,
    HeatSample,
    ThresholdFit,
    _weighted_averages,
    fit_threshold,
)
from wsl_annotator.evaluation.detection import DetectionRule, Detections, evaluate_detections, outcomes
from wsl_annotator.evaluation.truth import TrueBoxes, true_boxes
from wsl_annotator.localization.extract import extract_boxes


def cut(heat: HeatMap, tau: float) -> list[ScoredBox]:
    return extract_boxes(heat, ExtractConfig(threshold=tau))


def stairs(*heights: float, step: float = 10.0) -> HeatMap:
    """A map of one row, 10 pixels high, whose columns of 10 pixels have these heights."""
    edges = np.arange(len(heights) + 1) * step
    return HeatMap(x_edges=edges, y_edges=np.array([0.0, 10.0]), values=np.array([heights], np.float64))


def fit(
    *rows: tuple[HeatMap, tuple[float, float] | None],
    unfinished: frozenset[int] = frozenset(),
    rule: CalibrationRule | None = None,
    current: float = 0.5,
) -> ThresholdFit:
    """Fit on maps with a true box from left to right each, or none."""
    truth = true_boxes([(image, (span[0], 0.0, span[1], 10.0)) for image, (_, span) in enumerate(rows) if span])
    heats = tuple(heat for heat, _ in rows)
    sample = HeatSample(np.arange(len(rows)), heats, truth, unfinished)
    return fit_threshold(sample, cut, rule=rule, current=current)


# Above .65 only the first column is left, above .35 the first two, above .1 three, above 0 all four.
STAIRS = stairs(1.0, 0.65, 0.35, 0.1)


def test_that_the_threshold_whose_boxes_fit_is_found() -> None:
    # The true box is two columns wide: only .35 <= tau < .65 proposes exactly these.
    found = fit((STAIRS, (0, 20)))
    assert found.best.threshold == 0.5
    good = [one.threshold for one in found.curve if one.average_precision == 1.0]
    # 2 of 3 columns overlap by 2/3 > .5 too; one of two by exactly .5, which is not enough.
    assert good == [tau for tau in TAUS if 0.1 <= tau < 0.65]
    assert fit((STAIRS, (0, 10))).best.threshold == 0.65
    assert fit((STAIRS, (0, 40))).best.threshold == 0.3


def test_that_a_stricter_overlap_asks_for_the_very_extent() -> None:
    found = fit((STAIRS, (0, 20)), rule=CalibrationRule(iou_threshold=0.7))
    assert [one.threshold for one in found.curve if one.average_precision == 1.0] == [
        tau for tau in TAUS if 0.35 <= tau < 0.65
    ]


def test_that_equal_thresholds_give_the_one_nearest_to_one_half_and_then_the_lower() -> None:
    # Good are .05 to .25 here and .75 to .95 there; .25 and .75 are equally far from .5.
    low, high = stairs(1.0, 0.3), stairs(1.0, 0.72, 0.72)
    found = fit((low, (0, 20)), (high, (0, 10)))
    best = max(one.average_precision for one in found.curve)
    ties = [one.threshold for one in found.curve if one.average_precision == best]
    assert ties == [tau for tau in TAUS if tau < 0.3 or tau > 0.72]
    assert found.best.threshold == 0.25


def test_that_without_any_fitting_box_the_cold_start_stays() -> None:
    found = fit((STAIRS, (30, 40)))
    assert found.best.threshold == 0.5
    assert not found.gains
    assert (found.low, found.high) == (TAUS[0], TAUS[-1])


def test_that_the_figures_are_those_of_the_evaluator() -> None:
    rng = np.random.default_rng(3)
    rows = []
    for _ in range(12):
        left = float(rng.integers(0, 5)) * 10
        rows.append((stairs(*rng.random(8)), (left, left + 10 * float(rng.integers(1, 4)))))
    found = fit(*rows)
    truth = true_boxes([(image, (span[0], 0.0, span[1], 10.0)) for image, (_, span) in enumerate(rows)])
    for one in found.curve:
        answers = [(image, box) for image, (heat, _) in enumerate(rows) for box in cut(heat, one.threshold)]
        detections = Detections(
            np.array([image for image, _ in answers], np.int64),
            np.array([box.box.xyxy for _, box in answers]).reshape(-1, 4),
            np.array([box.score for _, box in answers]),
        )
        result = evaluate_detections(detections, truth)
        assert one.average_precision == pytest.approx(result.average_precision, abs=1e-12)
        assert one.proposals == len(result.precision)
        assert one.accepted == pytest.approx(result.precision[-1])


def test_that_an_image_drawn_twice_counts_like_two_equal_images() -> None:
    rng = np.random.default_rng(5)
    images, boxes = np.arange(6), rng.uniform(0, 30, (6, 2))
    edges = np.stack([boxes[:, 0], boxes[:, 1], boxes[:, 0] + 20, boxes[:, 1] + 20], axis=1)
    answers, scores = edges + rng.uniform(0, 9, (6, 1)), rng.permutation(6) / 6
    found = outcomes(Detections(images, answers, scores), true_boxes(list(enumerate(edges))), rule=DetectionRule())
    order = np.argsort(-scores)
    times = np.array([2, 0, 1, 3, 1, 1])
    (average,) = _weighted_averages(found[order], times[None, order].astype(float), np.array([float(times.sum())]))
    again = np.repeat(np.arange(6), times)
    drawn = Detections(np.arange(len(again)), answers[again], scores[again])
    truth = true_boxes(list(enumerate(edges[again])))
    assert 0 < average < 1
    assert average == pytest.approx(evaluate_detections(drawn, truth).average_precision, abs=1e-12)


def test_that_more_boxes_make_the_spread_narrower_and_that_draws_repeat() -> None:
    rng = np.random.default_rng(0)
    rows = []
    for _ in range(60):
        edge = float(rng.uniform(0.3, 0.8))
        rows.append((stairs(1.0, edge, edge * 0.3, 0.05), (0.0, 20.0)))
    few, many = fit(*rows[:3]), fit(*rows)
    assert many.high - many.low <= few.high - few.low
    assert many.low <= many.best.threshold <= many.high
    assert fit(*rows) == many
    assert (few.boxes, many.boxes) == (3, 60)


def test_that_one_box_tells_all_the_thresholds_that_would_find_it() -> None:
    found = fit((STAIRS, (0, 20)))
    assert (found.low, found.high) == (0.1, 0.6)
    assert (found.images, found.boxes) == (1, 1)


def test_that_raising_every_threshold_of_a_map_never_makes_its_boxes_larger() -> None:
    # sanity of what is searched: along the grid the proposed extent only shrinks
    widths = [sum(box.box.width for box in cut(STAIRS, tau)) for tau in TAUS]
    assert widths == sorted(widths, reverse=True)


def test_that_a_proposal_nobody_judged_counts_neither_way_in_an_unfinished_image() -> None:
    two = stairs(0.9, 0.0, 1.0)
    done = fit((two, (0, 10)))
    open_ = fit((two, (0, 10)), unfinished=frozenset({0}))
    assert done.best.average_precision == 0.5
    assert open_.best.average_precision == 1.0
    assert (done.best.proposals, open_.best.proposals) == (2, 1)


def test_that_a_proposal_that_touches_a_box_is_wrong_in_an_unfinished_image_too() -> None:
    wide = stairs(1.0, 0.9, 0.9, 0.9)
    found = fit((wide, (0, 10)), unfinished=frozenset({0}))
    assert found.current.average_precision == 0.0
    assert found.current.proposals == 1


def test_that_boxes_without_a_map_and_difficult_ones_are_not_counted() -> None:
    boxes = np.array([[0.0, 0.0, 20.0, 10.0]] * 3)
    truth = TrueBoxes(np.array([0, 0, 9]), boxes, np.array([False, True, False]))
    found = fit_threshold(HeatSample(np.array([0]), (STAIRS,), truth), cut)
    assert (found.boxes, found.images) == (1, 1)
    with pytest.raises(ValueError, match="no true box"):
        fit_threshold(HeatSample(np.array([1]), (STAIRS,), truth), cut)


def test_that_a_threshold_off_the_grid_is_compared_at_its_own_value() -> None:
    found = fit((STAIRS, (0, 10)), current=0.62)
    assert found.current.threshold == 0.62
    assert found.current.average_precision == 0.0
    assert found.gains
    assert not fit((STAIRS, (0, 20)), current=0.42).gains
