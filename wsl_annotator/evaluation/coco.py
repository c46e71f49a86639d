"""COCO's twelve figures for boxes: average precision over overlaps and sizes, and average recall."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.average_precision import COCO_GUARD, envelope_at, precision_recall
from wsl_annotator.evaluation.detection import Detections, best_first
from wsl_annotator.evaluation.matching import FALSE, HIT, IGNORED, match_unmatched, overlap_matrix
from wsl_annotator.evaluation.truth import TrueBoxes, rows_by_image

Floats = NDArray[np.float64]

OVERLAPS = np.linspace(0.5, 0.95, 10)
RECALLS = 101
SIZES: dict[str, tuple[float, float]] = {
    "all": (0.0, 1e10),
    "small": (0.0, 32.0**2),
    "medium": (32.0**2, 96.0**2),
    "large": (96.0**2, 1e10),
}
"""Least and greatest area in square pixels; a border belongs to both sides."""
ANSWERS = (1, 10, 100)
"""Answers an image and class that are looked at, the best ones."""


@dataclass(frozen=True, eq=False)
class CocoResult:
    """COCO's figures; NaN where there is no object of that size.

    Attributes:
        ap: mean over overlaps .50 to .95, recalls and classes.
        ap50: at overlap .50.
        ap75: at overlap .75.
        ap_by_size: of small, medium and large objects.
        ar_by_answers: average recall with 1, 10 and 100 answers an image.
        ar_by_size: average recall of small, medium and large objects with 100 answers.
        by_class: (K,) `ap` of each class.
        by_overlap: (10,) mean over classes at each of `OVERLAPS`.
    """

    ap: float
    ap50: float
    ap75: float
    ap_by_size: dict[str, float]
    ar_by_answers: dict[int, float]
    ar_by_size: dict[str, float]
    by_class: Floats
    by_overlap: Floats

    @property
    def stats(self) -> tuple[float, ...]:
        """The twelve figures in COCO's own order."""
        return (self.ap, self.ap50, self.ap75, *self.ap_by_size.values(), *self.ar_by_answers.values(),
                *self.ar_by_size.values())  # fmt: skip


def evaluate_coco(detections: Sequence[Detections], truth: Sequence[TrueBoxes]) -> CocoResult:
    """COCO's figures over classes.

    Source: COCO's evaluation code (`cocoeval.py`): overlaps reached, not exceeded; the best free box; 101 recalls;
    equal scores by rising image; a mean over the classes that have an object of the size. Equal to it, to the bit.

    Args:
        detections: of each class, in any order.
        truth: of each class; difficult boxes are ignored once each, crowds for any number of answers.
    """
    classes = len(detections)
    precision = np.full((len(OVERLAPS), RECALLS, classes, len(SIZES)), -1.0)
    recall = np.full((len(OVERLAPS), classes, len(SIZES), len(ANSWERS)), -1.0)
    for k, (found, true) in enumerate(zip(detections, truth, strict=True)):
        order = best_first(found)
        overlap = _overlaps_by_image(found, true, order)
        for a, limits in enumerate(SIZES.values()):
            area = true.object_areas
            outside = true.ignored | (area < limits[0]) | (area > limits[1])
            positives = int((~outside).sum())
            if positives == 0:
                continue
            for t, threshold in enumerate(OVERLAPS):
                outcome, rank = _outcomes(found, true, order, overlap, outside, float(threshold), limits)
                outcome, rank = outcome[order], rank[order]
                for m, most in enumerate(ANSWERS):
                    counted = outcome[(outcome != IGNORED) & (rank < most)]
                    values, reached = precision_recall(counted == HIT, positives=positives, guard=COCO_GUARD)
                    recall[t, k, a, m] = reached[-1] if len(reached) else 0.0
                    if most == ANSWERS[-1]:
                        envelope = np.maximum.accumulate(values[::-1])[::-1]
                        precision[t, :, k, a] = envelope_at(envelope, reached, count=RECALLS)
    return _summary(precision, recall)


def _overlaps_by_image(
    found: Detections, true: TrueBoxes, order: NDArray[np.intp]
) -> dict[int, tuple[NDArray[np.intp], NDArray[np.intp], Floats]]:
    """For each image with answers: its answers best first, its true boxes, and their overlaps."""
    truths = rows_by_image(true.images)
    none = np.zeros(0, np.intp)
    result = {}
    for image, places in rows_by_image(found.images[order]).items():
        rows = order[places][: ANSWERS[-1]]
        here = truths.get(image, none)
        result[image] = (
            rows, here, overlap_matrix(found.boxes[rows], true.boxes[here], crowd=true.crowds[here])
        )  # fmt: skip
    return result


def _outcomes(
    found: Detections,
    true: TrueBoxes,
    order: NDArray[np.intp],
    overlap: dict[int, tuple[NDArray[np.intp], NDArray[np.intp], Floats]],
    outside: NDArray[np.bool_],
    threshold: float,
    limits: tuple[float, float],
) -> tuple[NDArray[np.int8], NDArray[np.int64]]:
    """What each answer is, and its place among those of its image; a miss of another size counts neither way."""
    outcome = np.full(len(order), IGNORED, np.int8)
    rank = np.full(len(order), ANSWERS[-1], np.int64)
    sides = found.boxes[:, 2:] - found.boxes[:, :2]
    area = sides[:, 0] * sides[:, 1]
    for rows, here, values in overlap.values():
        rank[rows] = np.arange(len(rows))
        result = match_unmatched(
            values, ignored=outside[here], crowd=true.crowds[here], threshold=threshold, strict=False
        )
        other_size = (area[rows] < limits[0]) | (area[rows] > limits[1])
        outcome[rows] = np.where((result == FALSE) & other_size, IGNORED, result)
    return outcome, rank


def _summary(precision: Floats, recall: Floats) -> CocoResult:
    by_size = {name: _known_mean(precision[:, :, :, a]) for a, name in enumerate(SIZES)}
    everything = precision[:, :, :, 0]
    return CocoResult(
        ap=by_size.pop("all"),
        ap50=_known_mean(everything[[0]]),
        ap75=_known_mean(everything[[5]]),
        ap_by_size=by_size,
        ar_by_answers={most: _known_mean(recall[:, :, 0, m]) for m, most in enumerate(ANSWERS)},
        ar_by_size={
            name: _known_mean(recall[:, :, a, -1]) for a, name in enumerate(SIZES) if name != "all"
        },
        by_class=np.array([_known_mean(everything[:, :, k]) for k in range(everything.shape[2])], np.float64),
        by_overlap=np.array([_known_mean(everything[t]) for t in range(len(OVERLAPS))], np.float64),
    )  # fmt: skip


def _known_mean(values: Floats) -> float:
    """The mean of what was measured, in the order of COCO's own mean so that it rounds alike."""
    known = values[values > -1]
    return float(np.mean(known)) if len(known) else float("nan")
