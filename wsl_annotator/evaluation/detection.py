"""Box detection: average precision above an overlap, and CorLoc."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.average_precision import (
    COCO_GUARD,
    Interpolation,
    average_precision,
    precision_recall,
    ranked,
)
from wsl_annotator.evaluation.matching import (
    FALSE,
    HIT,
    IGNORED,
    Match,
    match_argmax,
    match_unmatched,
    overlap_matrix,
)
from wsl_annotator.evaluation.truth import TrueBoxes, rows_by_image

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Detections:
    """Scored boxes of one class over a set of images.

    Attributes:
        images: (N,) int.
        boxes: (N, 4) float64 xyxy, half-open upright pixels.
        scores: (N,) float64.
    """

    images: NDArray[np.int64]
    boxes: Floats
    scores: Floats

    def __post_init__(self) -> None:
        count = len(self.images)
        if self.boxes.shape != (count, 4) or self.scores.shape != (count,):
            raise ValueError(f"{count} images need boxes ({count}, 4) and scores ({count},)")


@dataclass(frozen=True)
class DetectionRule:
    """When a box counts as found; the defaults are the PASCAL VOC rules as Bency et al. 2016 state them.

    Attributes:
        iou_threshold: overlap asked for.
        strict: True: the overlap must exceed the threshold ("exceeds 0.5"); False: reaching it is enough (COCO).
        inclusive: True: corners are pixels that belong to the box, so sides are one longer (the VOC kits on 1-based
            corners); False: half-open boxes, which is the same once their corners were read as x - 1, y - 1, x, y.
        match: "argmax": an answer is held against the true box it overlaps most, and a second answer on a box is a
            false positive (VOC); "unmatched": against the best box that has no answer yet (COCO).
        interpolation: see `average_precision`. With 101 points the precision too is COCO's, to the bit.
    """

    iou_threshold: float = 0.5
    strict: bool = True
    inclusive: bool = False
    match: Match = "argmax"
    interpolation: Interpolation = "area"


VOC2007 = DetectionRule(interpolation=11)
VOC2010 = DetectionRule()
COCO50 = DetectionRule(strict=False, match="unmatched", interpolation=101)


@dataclass(frozen=True)
class DetectionResult:
    """How good the boxes of one class are.

    Attributes:
        average_precision: NaN where there is no box to find.
        precision: (R,) after each counted answer, best first.
        recall: (R,) after each counted answer.
        positives: number of boxes to find (difficult ones and crowds left out).
    """

    average_precision: float
    precision: Floats
    recall: Floats
    positives: int


def overlaps(box: Floats, others: Floats, *, inclusive: bool = False) -> Floats:
    """(M,) intersection over union of one xyxy box (4,) with others (M, 4); 0 where both are empty."""
    shares: Floats = overlap_matrix(np.asarray(box, np.float64)[None], others, inclusive=inclusive)[0]
    return shares


def best_first(detections: Detections) -> NDArray[np.intp]:
    """(N,) rows by falling score; equal scores by rising image, then in the order in which they came.

    This is the order of COCO's evaluation, and does not depend on how answers of different images were interleaved.

    Raises:
        ValueError: a score is NaN.
    """
    by_image = np.argsort(detections.images, kind="stable")
    return by_image[ranked(detections.scores[by_image])]


def outcomes(detections: Detections, truth: TrueBoxes, *, rule: DetectionRule) -> NDArray[np.int8]:
    """(N,) `HIT`, `FALSE` or `IGNORED` for each answer, in the answers' order; see `matching`."""
    result = np.full(len(detections.images), FALSE, np.int8)
    truths = rows_by_image(truth.images)
    match = match_argmax if rule.match == "argmax" else match_unmatched
    order = best_first(detections)
    for image, places in rows_by_image(detections.images[order]).items():
        if image not in truths:
            continue
        rows, here = order[places], truths[image]
        crowd = truth.crowds[here]
        overlap = overlap_matrix(detections.boxes[rows], truth.boxes[here], inclusive=rule.inclusive, crowd=crowd)
        result[rows] = match(
            overlap, ignored=truth.ignored[here], crowd=crowd, threshold=rule.iou_threshold, strict=rule.strict
        )
    return result


def evaluate_detections(
    detections: Detections, truth: TrueBoxes, *, rule: DetectionRule | None = None
) -> DetectionResult:
    """The average precision of one class's boxes.

    Source: PASCAL VOC development kit (VOCevaldet.m) for "argmax", COCO's evaluation for "unmatched". An answer on a
    difficult box or a crowd counts neither way. Of equal scores that of the lower image number comes first.

    Args:
        detections: in any order.
        truth: all true boxes of the class.
        rule: when a box counts as found.
    """
    rule = DetectionRule() if rule is None else rule
    positives = int((~truth.ignored).sum())
    if positives == 0:
        return DetectionResult(float("nan"), np.zeros(0), np.zeros(0), 0)
    found = outcomes(detections, truth, rule=rule)[best_first(detections)]
    guard = COCO_GUARD if str(rule.interpolation) == "101" else 0.0
    precision, recall = precision_recall(found[found != IGNORED] == HIT, positives=positives, guard=guard)
    average = average_precision(precision, recall, interpolation=rule.interpolation)
    return DetectionResult(average, precision, recall, positives)


def correct_localization(detections: Detections, truth: TrueBoxes, *, iou_threshold: float = 0.5) -> float:
    """CorLoc: the share of images with the class whose best box overlaps a true box of it enough.

    Source: Deselaers et al. 2010, as public weakly supervised detectors report it: the one best box of an image,
    any true box of the class, difficult ones too (crowds are no boxes); an image with no box counts as wrong.

    Args:
        detections: in any order; the first of equal scores is an image's best.
        truth: all true boxes of the class.
        iou_threshold: overlap to exceed.

    Returns:
        0 to 1; NaN where no image has the class.
    """
    single = np.flatnonzero(~truth.crowds)
    truths = rows_by_image(truth.images[single])
    if not truths:
        return float("nan")
    answers = rows_by_image(detections.images)
    right = 0
    for image, here in truths.items():
        if image in answers:
            mine = answers[image]
            best = mine[int(ranked(detections.scores[mine])[0])]
            right += bool((overlaps(detections.boxes[best], truth.boxes[single[here]]) > iou_threshold).any())
    return right / len(truths)
