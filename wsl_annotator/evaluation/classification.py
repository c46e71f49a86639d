"""How well image-level scores tell the images of a class from the others."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.average_precision import Interpolation, ranking_average_precision
from wsl_annotator.evaluation.truth import TrueBoxes


@dataclass(frozen=True)
class ClassificationResult:
    """Average precisions of image classification.

    Attributes:
        by_class: (K,) float64, NaN for a class with no positive image.
        mean: mean over the classes that have one; NaN where none has.
    """

    by_class: NDArray[np.float64]
    mean: float


def mean_of_known(values: NDArray[np.float64]) -> float:
    """The mean of the values that are not NaN; NaN where all are."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")


def evaluate_classification(
    scores: NDArray[np.floating],
    labels: NDArray[np.integer],
    *,
    interpolation: Interpolation = "area",
    answered: NDArray[np.bool_] | None = None,
) -> ClassificationResult:
    """Average precision a class over images, and its mean.

    Source: PASCAL VOC classification task; an image whose label is unknown (in VOC: only difficult objects) is left
    out of that class's ranking.

    Args:
        scores: (N, K) one for each image and class; only their order counts.
        labels: (N, K) 1 positive, 0 negative, -1 unknown.
        interpolation: see `average_precision`.
        answered: (N, K) False where there is no score: such an image is missed where it shows the class, and is no
            false positive where it does not. None: all are answered.

    Returns:
        One average precision a class, and the mean.

    Raises:
        ValueError: the shapes differ or a label is none of 1, 0, -1.
    """
    if scores.shape != labels.shape or scores.ndim != 2:
        raise ValueError(f"scores {scores.shape} and labels {labels.shape} must be equal (images, classes)")
    if not np.isin(labels, (-1, 0, 1)).all():
        raise ValueError("labels must be 1 (positive), 0 (negative) or -1 (unknown)")
    if answered is not None and answered.shape != labels.shape:
        raise ValueError(f"answered {answered.shape} and labels {labels.shape} must be equal (images, classes)")
    by_class = np.full(labels.shape[1], np.nan)
    for k in range(labels.shape[1]):
        ranked_rows = labels[:, k] >= 0
        positives = float((labels[:, k] == 1).sum())
        if answered is not None:
            ranked_rows = ranked_rows & answered[:, k]
        hits = labels[ranked_rows, k] == 1
        by_class[k] = ranking_average_precision(
            scores[ranked_rows, k], hits, positives=positives, interpolation=interpolation
        )
    return ClassificationResult(by_class, mean_of_known(by_class))


def image_labels(truth: TrueBoxes, images: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N,) what true boxes say of whole images: 1 the class is there, 0 it is not, -1 only difficult or crowd boxes.

    Source: PASCAL VOC, whose label 0 stands for images that show a class in difficult objects only.
    """
    labels = np.zeros(len(images), np.int64)
    labels[np.isin(images, truth.images)] = -1
    labels[np.isin(images, truth.images[~truth.ignored])] = 1
    return labels
