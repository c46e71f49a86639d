"""Other answers of a search that is stored already: the next best candidate of its trace, without any network."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box, iou_matrix
from wsl_annotator.core.localization import HeatMap, SearchTrace
from wsl_annotator.core.records import BoxRecord
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.review import DEFAULT_EXTRACT, JUDGED_IOU, Proposal, visible_proposals

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization

CANDIDATE_IOU = JUDGED_IOU
"""A candidate that overlaps a refused one at least this much is the same answer again.

The rule that tells whether a box was judged already, so that no candidate is offered that accepting or rejecting its
neighbour would have hidden. It is also VOC's bound for "the same object": whoever refused a box wants one that could be
right where that one was wrong.
"""

CUTS = tuple(index / 20 for index in range(1, 20))
"""Thresholds at which a heat map without a trace is cut for candidates: those of the method's grid for tau."""

_RANKS_A_CUT = 1000


def peak_rows(trace: SearchTrace) -> NDArray[np.bool_]:
    """Return bool (N,): where going deeper did not help, and coming here from the parent did not hurt.

    Such a row scores at least as much as its parent and as each child that was scored.
    """
    best_child = np.full(len(trace), -np.inf)
    np.maximum.at(best_child, trace.parent[1:], trace.score[1:])
    of_parent = np.where(trace.parent >= 0, trace.score[trace.parent], -np.inf)
    peaks: NDArray[np.bool_] = (trace.score >= best_child) & (trace.score >= of_parent)
    return peaks


def ranked_rows(trace: SearchTrace) -> NDArray[np.intp]:
    """Return all rows of a trace in the order in which they are offered, best first.

    Peaks come first (`peak_rows`), then the rest; within both by log-odds, ties by the order of the search. Why: on
    the way to an object every step scores a little more than the one before, so the plain order by score offers a
    dozen steps of one way before the second way. A peak is the depth at which a way is at its best, whatever that depth
    is; no depth is preferred, because log-odds mean the same for crops of any size. Pruned candidates count too: the
    beam dropped them for want of room and not because they are wrong.
    """
    order: NDArray[np.intp] = np.lexsort((np.arange(len(trace)), -trace.score, ~peak_rows(trace)))
    return order


def mean_heat(heat: HeatMap, box: Box) -> float:
    """Return the area-weighted mean of the absolute heat inside a box, the score of section 3.4."""
    wide = _covered(heat.x_edges, box.x1, box.x2)
    high = _covered(heat.y_edges, box.y1, box.y2)
    return float(high @ heat.values @ wide / box.area)


def _covered(edges: NDArray[np.float64], low: float, high: float) -> NDArray[np.float64]:
    covered: NDArray[np.float64] = np.clip(np.minimum(edges[1:], high) - np.maximum(edges[:-1], low), 0.0, None)
    return covered


def next_candidate(searches: Iterable[StoredLocalization], taken: Sequence[Box]) -> Proposal | None:
    """Return the best candidate that overlaps nothing that is taken, or None where the searches have no more.

    Args:
        searches: of one image and class; those later in the order are asked once the earlier ones are exhausted.
        taken: what a person owns, rejected, stepped over or sees already; an intersection over union of at least
            `CANDIDATE_IOU` with one of them leaves a candidate out.

    Returns:
        A proposal whose score is the mean heat in the box, as for any other. From a search with a trace it has the row
        it came from and no threshold. A localizer without a trace offers what its heat map gives at the thresholds
        `CUTS`, by score; then the threshold says where it came from.
    """
    occupied = np.array([box.xyxy for box in taken]).reshape(-1, 4)
    for stored in searches:
        trace = stored.localization.trace
        found = _of_heat(stored, occupied) if trace is None else _of_trace(stored, trace, occupied)
        if found is not None:
            return found
    return None


def _free(boxes: NDArray[np.float64], occupied: NDArray[np.float64]) -> NDArray[np.bool_]:
    if not len(occupied):
        return np.ones(len(boxes), dtype=np.bool_)
    free: NDArray[np.bool_] = iou_matrix(boxes, occupied).max(axis=1) < CANDIDATE_IOU
    return free


def _of_trace(stored: StoredLocalization, trace: SearchTrace, occupied: NDArray[np.float64]) -> Proposal | None:
    order = ranked_rows(trace)
    free = order[_free(trace.boxes[order], occupied)]
    if not len(free):
        return None
    row = int(free[0])
    box = Box(*(float(edge) for edge in trace.boxes[row]))
    return Proposal(
        class_id=stored.key.class_id,
        box=box,
        score=mean_heat(stored.localization.heat, box),
        localization_id=stored.id,
        threshold=None,
        model=stored.key.network_hash,
        row=row,
    )


def _of_heat(stored: StoredLocalization, occupied: NDArray[np.float64]) -> Proposal | None:
    offers = [
        Proposal(
            class_id=stored.key.class_id,
            box=scored.box,
            score=scored.score,
            localization_id=stored.id,
            threshold=threshold,
            # beyond the ranks of the cut that is shown, so that keys stay unique
            rank=_RANKS_A_CUT * (number + 1) + rank,
            model=stored.key.network_hash,
        )
        for number, threshold in enumerate(CUTS)
        for rank, scored in enumerate(
            extract_boxes(stored.localization.heat, dataclasses.replace(DEFAULT_EXTRACT, threshold=threshold))
        )
    ]
    if not offers:
        return None
    free = _free(np.array([offer.box.xyxy for offer in offers]), occupied)
    left = [offer for offer, is_free in zip(offers, free, strict=True) if is_free]
    return max(left, key=lambda offer: offer.score, default=None)


def merged_proposals(
    searches: Sequence[StoredLocalization], boxes: Sequence[BoxRecord], thresholds: Mapping[int, float]
) -> list[Proposal]:
    """Return what several searches of one image and class offer together, best first.

    Args:
        searches: those first whose proposals come first where two are the same answer (`CANDIDATE_IOU`).
        boxes: what a person owns of the class in the image, rejected ones too.
        thresholds: as for `visible_proposals`.
    """
    shown: list[Proposal] = []
    for stored in searches:
        found = visible_proposals([stored], boxes, thresholds)
        if shown and found:
            occupied = np.array([proposal.box.xyxy for proposal in shown])
            free = _free(np.array([proposal.box.xyxy for proposal in found]), occupied)
            found = [proposal for proposal, is_free in zip(found, free, strict=True) if is_free]
        shown += found
    return sorted(shown, key=lambda proposal: -proposal.score)
