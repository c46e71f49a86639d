"""Point localization: does the answered point lie inside a true box of its class?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.average_precision import Interpolation, ranking_average_precision
from wsl_annotator.evaluation.truth import TrueBoxes, rows_by_image


@dataclass(frozen=True)
class PointAnswers:
    """One point an image for one class.

    Attributes:
        images: (N,) int, each at most once.
        points: (N, 2) float64 x, y in upright pixels.
        scores: (N,) the confidence that ranks the answers: the class score of the image, or the heat map's maximum.
    """

    images: NDArray[np.int64]
    points: NDArray[np.float64]
    scores: NDArray[np.float64]

    def __post_init__(self) -> None:
        count = len(self.images)
        if self.points.shape != (count, 2) or self.scores.shape != (count,):
            raise ValueError(f"{count} images need points ({count}, 2) and scores ({count},)")
        if len(np.unique(self.images)) != count:
            raise ValueError("an image has more than one answer for the class")


@dataclass(frozen=True)
class PointResult:
    """How good the points of one class are.

    Attributes:
        average_precision: of the ranking of all answers; NaN where no image has the class.
        share_inside: share of the answers on images with the class that lie inside a true box of it (difficult ones
            left out); NaN where there is none.
        answered: number of those answers.
        positives: number of images with the class.
    """

    average_precision: float
    share_inside: float
    answered: int
    positives: int


def point_in_boxes(
    point: tuple[float, float], boxes: NDArray[np.float64], *, tolerance: float = 0.0
) -> NDArray[np.bool_]:
    """(M,) whether a point lies in each xyxy half-open box, grown by `tolerance` pixels on every side."""
    x, y = point
    return (
        (boxes[:, 0] - tolerance <= x)
        & (x < boxes[:, 2] + tolerance)
        & (boxes[:, 1] - tolerance <= y)
        & (y < boxes[:, 3] + tolerance)
    )


def evaluate_points(
    answers: PointAnswers,
    truth: TrueBoxes,
    *,
    tolerance: float = 0.0,
    interpolation: Interpolation = "area",
) -> PointResult:
    """The point localization figures of one class.

    Source: Oquab et al. 2015 and Bency et al. 2016, section 4.2: an answer is right when it lies inside a true box
    of its class, and otherwise is a false positive while the object stays missed; so recall counts images with the
    class. Oquab et al. allow 18 pixels beside the box; Bency et al. name no tolerance, hence 0. Difficult boxes
    follow PASCAL VOC: an answer that hits only such a box is left out, as is an image with no other box of the class;
    crowds are taken in the same way.

    Args:
        answers: at most one an image.
        truth: all true boxes of the class.
        tolerance: pixels by which a point may miss a box.
        interpolation: see `average_precision`.
    """
    scores, hits, counted = point_hits(answers, truth, tolerance=tolerance)
    positives = len(np.unique(truth.images[~truth.ignored]))
    average = ranking_average_precision(scores, hits, positives=positives, interpolation=interpolation)
    answered = int(counted.sum())
    share = float(hits[counted].sum()) / answered if answered else float("nan")
    return PointResult(average, share, answered, positives)


def point_hits(
    answers: PointAnswers, truth: TrueBoxes, *, tolerance: float = 0.0
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]:
    """The answers that count, in their order: their scores, whether each is right, and whether its image has the class.

    See `evaluate_points` for the rules.
    """
    positive = np.unique(truth.images[~truth.ignored])
    only_ignored = np.setdiff1d(np.unique(truth.images), positive)
    boxes_of = rows_by_image(truth.images)
    scores: list[float] = []
    hits: list[bool] = []
    images: list[int] = []
    left_out = set(only_ignored.tolist())
    for image, point, score in zip(answers.images.tolist(), answers.points, answers.scores, strict=True):
        if image in left_out:
            continue
        rows = boxes_of.get(image, np.zeros(0, np.intp))
        within = point_in_boxes((float(point[0]), float(point[1])), truth.boxes[rows], tolerance=tolerance)
        hit = bool((within & ~truth.ignored[rows]).any())
        if not hit and bool(within.any()):
            continue
        scores.append(float(score))
        hits.append(hit)
        images.append(image)
    counted = np.isin(np.array(images, np.int64), positive)
    return np.array(scores, np.float64), np.array(hits, np.bool_), counted
