"""Which candidates of a level survive: the paper's rule, and what goes beyond it.

All rules look at the boxes and scores of one class and level alone, so what is searched beside it never matters.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import iou_matrix
from wsl_annotator.core.config import BeamConfig


def select_beam(
    boxes: NDArray[np.float64], scores: NDArray[np.float64], config: BeamConfig, *, count: int
) -> NDArray[np.intp]:
    """Return the indices of the candidates that survive, best first.

    Args:
        boxes: float64 (N, 4), the level's candidates in the order in which they were scored.
        scores: float64 (N,), their log-odds.
        config: whether of equal boxes only the best is kept (`dedupe="exact"`), and of boxes that overlap by more
            than `beam_iou`.
        count: M, how many survive at most.

    Source: Bency et al. 2016, section 3.4, "Only the top M candidates are pursued for further evaluation". Ours:
    left-then-top and top-then-left are one box, which the paper lets take two places, and a beam of eight nearly
    equal boxes follows one path where it could follow several.
    """
    order = np.argsort(-scores, kind="stable")
    if config.dedupe == "exact":
        order = _distinct(boxes, order)
    if config.beam_iou is not None:
        return _apart(boxes, order, max_iou=config.beam_iou, count=count)
    return order[:count]


def _distinct(boxes: NDArray[np.float64], order: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return `order` with only the first of equal boxes: paths to one box give the same bits (see `child_boxes`)."""
    first: dict[bytes, int] = {}
    for index in order.tolist():
        first.setdefault(boxes[index].tobytes(), index)
    return np.array(list(first.values()), dtype=np.intp)


def _apart(boxes: NDArray[np.float64], order: NDArray[np.intp], *, max_iou: float, count: int) -> NDArray[np.intp]:
    """Return the first `count` of `order` no two of which overlap by more than `max_iou`; earlier ones win."""
    overlap = iou_matrix(boxes, boxes)
    chosen: list[int] = []
    for index in order.tolist():
        if len(chosen) == count:
            break
        if all(overlap[index, better] <= max_iou for better in chosen):
            chosen.append(index)
    return np.array(chosen, dtype=np.intp)
