"""Which threshold cuts the heat maps of one class best, measured on true boxes, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.localization import HeatMap, ScoredBox
from wsl_annotator.evaluation.detection import DetectionRule, Detections, best_first, outcomes
from wsl_annotator.evaluation.matching import FALSE, HIT, IGNORED, overlap_matrix
from wsl_annotator.evaluation.truth import TrueBoxes, rows_by_image

TAUS = tuple(step / 20 for step in range(1, 20))
"""Thresholds that are tried: .05 to .95 in steps of .05."""

COLD_TAU = 0.5
"""The threshold of a class of which no box is known yet; of equally good ones the nearest to it is chosen."""

SPREAD = (10.0, 90.0)
"""Percentiles of the resampled thresholds that are told: four of five draws of the images lie within."""

_SAME = 1e-9

Cut = Callable[[HeatMap, float], Sequence[ScoredBox]]
"""(heat map, threshold in [0, 1)) -> its boxes; of one heat map those at a threshold that it keeps proposing."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class HeatSample:
    """The heat maps of one class, and the true boxes of their images.

    Attributes:
        images: (N,) int64, each once.
        heats: N maps, in the order of `images`.
        truth: true boxes of the class; those in images without a map are left out.
        unfinished: images of which not every object is known yet: a proposal there that touches no true box counts
            neither way, as nobody has said that it is wrong.
    """

    images: NDArray[np.int64]
    heats: tuple[HeatMap, ...]
    truth: TrueBoxes
    unfinished: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.images.shape != (len(self.heats),) or len(np.unique(self.images)) != len(self.heats):
            raise ValueError(f"{len(self.heats)} heat maps need as many different images, not {self.images.shape}")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationRule:
    """How a threshold is chosen.

    Attributes:
        iou_threshold: overlap with a true box that a proposal must exceed, in (0, 1).
        resamples: draws of the images, with replacement, for the spread.
        seed: of these draws.
    """

    iou_threshold: float = 0.5
    resamples: int = 200
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TauFigures:
    """What one threshold gives.

    Attributes:
        threshold: tau, in [0, 1).
        average_precision: of the boxes, area under the curve, in [0, 1].
        accepted: share of the proposals that fit a true box of their own, in [0, 1]; 0 where nothing is proposed.
        proposals: number of proposals that count.
    """

    threshold: float
    average_precision: float
    accepted: float
    proposals: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThresholdFit:
    """The threshold that fits the true boxes best.

    Attributes:
        best: the chosen threshold and its figures.
        current: the figures of the threshold in use.
        curve: the figures of every threshold tried, rising.
        low: lower end of the thresholds that other draws of these images would have chosen; see `SPREAD`.
        high: their upper end.
        images: that hold a true box that counts.
        boxes: true boxes that count (difficult ones and crowds left out).
        iou_threshold: overlap asked for.
    """

    best: TauFigures
    current: TauFigures
    curve: tuple[TauFigures, ...]
    low: float
    high: float
    images: int
    boxes: int
    iou_threshold: float

    @property
    def gains(self) -> bool:
        """Whether the chosen threshold is better on these boxes than the one in use."""
        return self.best.average_precision > self.current.average_precision + _SAME


def fit_threshold(
    sample: HeatSample, cut: Cut, *, rule: CalibrationRule | None = None, current: float = COLD_TAU
) -> ThresholdFit:
    """Return the threshold of `TAUS` with the best average precision; of equal ones the nearest to .5, then the lower.

    The spread takes, in every draw of the images with replacement, all thresholds that are equally good there: one box
    that many thresholds would find says little, and the spread is as wide as these.

    Source: Bency et al. 2016, section 4: thresholds "tuned on a small validation sub-set" of boxes; grid, ties and
    spread are ours. Average precision is that of `evaluate_detections` (PASCAL VOC, overlap strictly exceeded).

    Args:
        sample: heat maps and true boxes of one class.
        cut: how a map becomes boxes.
        rule: overlap, draws and seed.
        current: the threshold in use, in [0, 1), to compare with.

    Raises:
        ValueError: no true box that counts lies in an image with a map.
    """
    rule = CalibrationRule() if rule is None else rule
    truth = _within(sample.truth, sample.images)
    counting = truth.images[~truth.ignored]
    if not len(counting):
        raise ValueError("no true box lies in an image with a heat map")
    weights = _draws(len(sample.images), rule)
    places = {int(image): place for place, image in enumerate(sample.images)}
    positives = np.zeros(len(sample.images))
    np.add.at(positives, [places[int(image)] for image in counting], 1.0)
    tried = [_figures(sample, truth, cut, tau, rule, weights, positives) for tau in TAUS]
    averages = np.array([column for _, column in tried])
    curve = tuple(figures for figures, _ in tried)
    low, high = _spread(averages[:, 1:][:, weights[1:] @ positives > 0])
    grid = {figures.threshold: figures for figures in curve}
    known = grid.get(current) or _figures(sample, truth, cut, current, rule, weights[:1], positives)[0]
    return ThresholdFit(
        best=curve[_best(averages[:, 0])],
        current=known,
        curve=curve,
        low=low,
        high=high,
        images=len(np.unique(counting)),
        boxes=len(counting),
        iou_threshold=rule.iou_threshold,
    )


def _within(truth: TrueBoxes, images: NDArray[np.int64]) -> TrueBoxes:
    here = np.isin(truth.images, images)
    crowd = None if truth.crowd is None else truth.crowd[here]
    return TrueBoxes(truth.images[here], truth.boxes[here], truth.difficult[here], crowd)


def _draws(images: int, rule: CalibrationRule) -> Floats:
    """(1 + resamples, N) how often each image is drawn; the first row draws each once."""
    rng = np.random.default_rng(rule.seed)
    counts = rng.multinomial(images, np.full(images, 1.0 / images), size=rule.resamples)
    return np.concatenate([np.ones((1, images)), counts])


def _figures(
    sample: HeatSample,
    truth: TrueBoxes,
    cut: Cut,
    tau: float,
    rule: CalibrationRule,
    weights: Floats,
    positives: Floats,
) -> tuple[TauFigures, Floats]:
    """Return the figures of one threshold, and the average precision in every draw (B,)."""
    answers = [(place, found) for place, heat in enumerate(sample.heats) for found in cut(heat, tau)]
    columns = np.array([place for place, _ in answers], np.int64)
    detections = Detections(
        sample.images[columns],
        np.array([found.box.xyxy for _, found in answers], np.float64).reshape(-1, 4),
        np.array([found.score for _, found in answers], np.float64),
    )
    found = outcomes(detections, truth, rule=DetectionRule(iou_threshold=rule.iou_threshold))
    found[_untold(found, detections, truth, sample.unfinished)] = IGNORED
    order = best_first(detections)
    averages = _weighted_averages(found[order], weights[:, columns[order]], weights @ positives)
    counted = int((found != IGNORED).sum())
    hits = int((found == HIT).sum())
    figures = TauFigures(
        threshold=tau,
        average_precision=float(averages[0]),
        accepted=hits / counted if counted else 0.0,
        proposals=counted,
    )
    return figures, averages


def _untold(
    found: NDArray[np.int8], detections: Detections, truth: TrueBoxes, unfinished: frozenset[int]
) -> NDArray[np.intp]:
    """(M,) rows of wrong proposals in unfinished images that touch no true box."""
    doubtful = np.flatnonzero((found == FALSE) & np.isin(detections.images, list(unfinished)))
    known = rows_by_image(truth.images)
    alone = np.ones(len(doubtful), np.bool_)
    for at, row in enumerate(doubtful):
        here = known.get(int(detections.images[row]))
        if here is not None:
            alone[at] = not overlap_matrix(detections.boxes[row : row + 1], truth.boxes[here]).any()
    return doubtful[alone]


def _weighted_averages(found: NDArray[np.int8], weights: Floats, positives: Floats) -> Floats:
    """(B,) area under the monotone precision in each draw; NaN where a draw holds nothing to find.

    An image drawn twice gives each of its answers twice, one after the other, which adds twice its step of recall at
    the same height of the envelope.

    Args:
        found: (A,) outcomes, best answer first.
        weights: (B, A) how often the image of each answer was drawn.
        positives: (B,) things to find.
    """
    hits = np.cumsum(weights * (found == HIT), axis=1)
    answers = np.cumsum(weights * (found != IGNORED), axis=1)
    precision = np.divide(hits, answers, out=np.zeros_like(hits), where=answers > 0)
    envelope = np.maximum.accumulate(precision[:, ::-1], axis=1)[:, ::-1]
    area = (weights * (found == HIT) * envelope).sum(axis=1)
    averages: Floats = np.divide(area, positives, out=np.full_like(area, np.nan), where=positives > 0)
    return averages


def _best(averages: Floats) -> int:
    """Return the row of the best threshold: of equal ones the nearest to .5, then the lower."""
    good = np.flatnonzero(averages >= averages.max() - _SAME)
    return int(min(good, key=lambda row: (round(abs(TAUS[row] - COLD_TAU), 6), row)))


def _spread(averages: Floats) -> tuple[float, float]:
    """Return the ends of the thresholds that the draws (T, B) would choose."""
    taus = np.array(TAUS)
    if averages.shape[1] == 0:
        return TAUS[0], TAUS[-1]
    good = averages >= averages.max(axis=0) - _SAME
    lows = taus[good.argmax(axis=0)]
    highs = taus[len(taus) - 1 - good[::-1].argmax(axis=0)]
    # the nearest draw, so that the ends are thresholds that were tried
    low = np.percentile(lows, SPREAD[0], method="nearest")
    high = np.percentile(highs, SPREAD[1], method="nearest")
    return float(low), float(high)
