"""Which answers of one image find which true boxes: the two rules of the field."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Match = Literal["argmax", "unmatched"]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

HIT, FALSE, IGNORED = 1, 0, -1
"""What an answer is: it finds a box, it is a false positive, or it counts neither way."""


def overlap_matrix(answers: Floats, truths: Floats, *, inclusive: bool = False, crowd: Flags | None = None) -> Floats:
    """(N, M) overlap of each answer with each true box, in [0, 1].

    Args:
        answers: (N, 4) float64 xyxy.
        truths: (M, 4) float64 xyxy.
        inclusive: True: corners are pixels that belong to the box, so sides are one longer.
        crowd: (M,) bool: where True the overlap is the share of the answer that lies inside the region, else
            intersection over union. Source: COCO's evaluation.
    """
    extra = 1.0 if inclusive else 0.0
    low = np.maximum(answers[:, None, :2], truths[None, :, :2])
    high = np.minimum(answers[:, None, 2:], truths[None, :, 2:])
    sides = np.clip(high - low + extra, 0.0, None)
    common = sides[..., 0] * sides[..., 1]
    own = (answers[:, 2] - answers[:, 0] + extra) * (answers[:, 3] - answers[:, 1] + extra)
    areas = (truths[:, 2] - truths[:, 0] + extra) * (truths[:, 3] - truths[:, 1] + extra)
    union = own[:, None] + areas[None, :] - common
    if crowd is not None and crowd.any():
        union = np.where(crowd[None, :], own[:, None], union)
    shares: Floats = np.divide(common, union, out=np.zeros_like(common), where=union > 0)
    return shares


def enough(values: Floats, *, threshold: float, strict: bool) -> Flags:
    """Whether overlaps reach the threshold, or exceed it where `strict`.

    COCO lowers a threshold of 1 by 1e-10, so that a perfect box whose overlap was rounded still counts.
    """
    return values > threshold if strict else values >= min(threshold, 1 - 1e-10)


def match_argmax(overlap: Floats, *, ignored: Flags, crowd: Flags, threshold: float, strict: bool) -> NDArray[np.int8]:
    """PASCAL VOC's rule: an answer is held against the one true box it overlaps most, taken or not.

    Source: PASCAL VOC development kit, VOCevaldet.m. VOC knows no crowds; here an answer that finds no box of its own
    counts neither way where enough of it lies in a crowd.

    Args:
        overlap: (N, M) of one image, answers best first.
        ignored: (M,) boxes that count neither way, crowds among them.
        crowd: (M,) regions of many objects.
        threshold: overlap asked for.
        strict: whether it must be exceeded.

    Returns:
        (N,) `HIT`, `FALSE` or `IGNORED`.
    """
    outcome = np.full(len(overlap), FALSE, np.int8)
    single = np.flatnonzero(~crowd)
    good = enough(overlap, threshold=threshold, strict=strict)
    taken = np.zeros(overlap.shape[1], np.bool_)
    for row in range(len(overlap)):
        best = int(single[int(overlap[row, single].argmax())]) if len(single) else -1
        if best >= 0 and good[row, best]:
            outcome[row] = IGNORED if ignored[best] else FALSE if taken[best] else HIT
            taken[best] = True
        elif (good[row] & crowd).any():
            outcome[row] = IGNORED
    return outcome


def match_unmatched(
    overlap: Floats, *, ignored: Flags, crowd: Flags, threshold: float, strict: bool
) -> NDArray[np.int8]:
    """COCO's rule: an answer takes the best true box that is still free, those that count before those that do not.

    Of equal overlaps the later box is taken. A crowd is always free. Source: COCO's evaluation code. See
    `match_argmax` for the arguments.
    """
    outcome = np.full(len(overlap), FALSE, np.int8)
    good = enough(overlap, threshold=threshold, strict=strict)
    # Plain lists: an image holds a handful of boxes, for which array calls cost more than the sums themselves.
    skipped, always = ignored.tolist(), crowd.tolist()
    free = [True] * overlap.shape[1]
    for row in np.flatnonzero(good.any(axis=1)).tolist():
        values = overlap[row].tolist()
        best = -1
        for column in np.flatnonzero(good[row]).tolist():
            if not (free[column] or always[column]):
                continue
            # What counts goes before what does not; within each the better, of equal ones the later.
            if best < 0 or (not skipped[column], values[column]) >= (not skipped[best], values[best]):
                best = column
        if best >= 0:
            free[best] = False
            outcome[row] = IGNORED if skipped[best] else HIT
    return outcome
