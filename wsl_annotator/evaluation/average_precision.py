"""Average precision of a ranking: 11 points, 101 points, or the area under the monotone envelope."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Interpolation = Literal["11", "area", "101", 11, 101]
"""Points at which the precision is read; the numbers may be given as text too."""

Floats = NDArray[np.float64]

COCO_GUARD = float(np.spacing(1.0))
"""What COCO's evaluation adds to the number of answers: a first answer that is right has a precision just below 1."""


def ranked(scores: NDArray[np.floating]) -> NDArray[np.intp]:
    """The order best first; equal scores keep the order in which they came.

    Args:
        scores: (N,) any float dtype, no NaN.

    Returns:
        (N,) indices into `scores`.

    Raises:
        ValueError: a score is NaN, which has no place in an order.
    """
    values = np.asarray(scores, np.float64)
    if np.isnan(values).any():
        raise ValueError("scores must not contain NaN")
    return np.argsort(-values, kind="stable")


def precision_recall(hits: NDArray[np.bool_], *, positives: float, guard: float = 0.0) -> tuple[Floats, Floats]:
    """Precision and recall after each answer of a ranking.

    Args:
        hits: (N,) best first: True where the answer is right.
        positives: number of things there were to find (above 0).
        guard: added to the number of answers; see `COCO_GUARD`.

    Returns:
        precision (N,) and recall (N,), float64.
    """
    found = np.cumsum(np.asarray(hits, np.float64))
    answers = np.arange(1, len(found) + 1, dtype=np.float64)
    return found / (answers + guard), found / positives


def average_precision(precision: Floats, recall: Floats, *, interpolation: Interpolation = "area") -> float:
    """The average precision of a ranking.

    Source: PASCAL VOC development kits 2007 ("11": mean of the best precision at recall >= 0, .1, ..., 1) and 2010
    ("area": area under the precision made monotone); COCO ("101": mean at recall >= 0, .01, ..., 1).

    Args:
        precision: (N,) after each answer, best answer first.
        recall: (N,) after each answer, not falling.
        interpolation: 11, "area" or 101.

    Returns:
        0 to 1; 0 for an empty ranking.

    Raises:
        ValueError: another interpolation was asked for.
    """
    points = str(interpolation)
    if points not in ("11", "area", "101"):
        raise ValueError(f"interpolation must be 11, 'area' or 101, not {interpolation!r}")
    if len(precision) == 0:
        return 0.0
    envelope = np.maximum.accumulate(np.asarray(precision, np.float64)[::-1])[::-1]
    recall = np.asarray(recall, np.float64)
    if points == "area":
        steps = np.diff(np.concatenate([[0.0], recall]))
        return float((steps * envelope).sum())
    return float(envelope_at(envelope, recall, count=int(points)).mean())


def envelope_at(envelope: Floats, recall: Floats, *, count: int) -> Floats:
    """(count,) the monotone precision at recall 0 to 1 in equal steps; 0 where that recall is never reached.

    The steps are those of the reference codes: in floating point a recall of 3 / 10 lies below the step 3 * 0.1.
    """
    first = np.searchsorted(recall, np.linspace(0.0, 1.0, count), side="left")
    reached = first < len(recall)
    values = np.zeros(count)
    values[reached] = envelope[first[reached]]
    return values


def ranking_average_precision(
    scores: NDArray[np.floating],
    hits: NDArray[np.bool_],
    *,
    positives: float,
    interpolation: Interpolation = "area",
) -> float:
    """The average precision of scored answers in any order; NaN where there was nothing to find.

    Args:
        scores: (N,) one for each answer.
        hits: (N,) True where the answer is right.
        positives: number of things there were to find.
        interpolation: see `average_precision`.
    """
    if positives <= 0:
        return float("nan")
    order = ranked(scores)
    precision, recall = precision_recall(np.asarray(hits, np.bool_)[order], positives=positives)
    return average_precision(precision, recall, interpolation=interpolation)
