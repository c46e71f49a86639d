"""Where an edge of a box may lie: the steps of a heat map before it, and how sure the map is of each edge.

Ours, not the paper's: the compressed grid of the heat map (section 3.4) changes its value only at edges of searched
rectangles, so the places where an object may end are few and exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.localization.extract import label_blobs

LEVEL_THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Thresholds on the relative map at which the extents of blobs are candidates."""
SPREAD_THRESHOLDS = (0.4, 0.6)
"""Thresholds whose rectangles show how sure the map is of an edge."""
MOST_LEVELS = 9
LEAST_SIDE = 1.0
"""A candidate leaves a box at least this wide and high, in pixels."""
_LEAST_STEP = 0.02
_EXTENT_WEIGHT = 0.1


class Side(StrEnum):
    """One edge of a box."""

    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"

    @property
    def upright(self) -> bool:
        """Whether the edge is vertical: its position is an x."""
        return self in (Side.LEFT, Side.RIGHT)

    def of(self, box: Box) -> float:
        """Return where this edge of a box lies: x of an upright edge, else y."""
        return {Side.LEFT: box.x1, Side.RIGHT: box.x2, Side.TOP: box.y1, Side.BOTTOM: box.y2}[self]


@dataclass(frozen=True, slots=True)
class EdgeSpread:
    """Between which positions each edge moves from the lower to the higher of `SPREAD_THRESHOLDS`.

    Attributes:
        outer: the rectangle at the lower threshold, upright image pixels.
        inner: the rectangle at the higher one, inside it.
    """

    outer: Box
    inner: Box


def edge_levels(heat: HeatMap, box: Box, side: Side, *, merge_within: float, most: int = MOST_LEVELS) -> list[float]:
    """Return the places where an edge may lie, from the outermost to the innermost.

    Candidates are the lines of the compressed grid at which the heat, averaged over the box's span along the edge,
    rises towards the box, and the extents of the blobs that touch the box at `LEVEL_THRESHOLDS`. They rank by the
    rise, as a share of the greatest heat on the span, plus a tenth for each threshold at which a blob ends there.

    Args:
        heat: of the box's class, over the whole image.
        box: the box as it is now.
        side: which edge.
        merge_within: of candidates closer together than this only the strongest stays, in image pixels, above 0.
        most: how many are kept at most.

    Returns:
        x (or y) in image pixels, inside the image, each at least `LEAST_SIDE` before the opposite edge; empty where
        the map is cold along the box.
    """
    lines, values = _towards(heat, box, side)
    limit = _flipped(heat, side, _opposite(side).of(box)) - LEAST_SIDE
    strength: dict[float, float] = {}
    top = float(values.max(initial=0.0))
    if top > 0:
        rises = np.diff(values, prepend=0.0) / top
        for line, rise in zip(lines[:-1].tolist(), rises.tolist(), strict=True):
            if rise > _LEAST_STEP:
                strength[line] = rise
    for threshold in LEVEL_THRESHOLDS:
        for blob in _blobs_at(heat, box, threshold):
            line = _flipped(heat, side, side.of(blob))
            strength[line] = strength.get(line, 0.0) + _EXTENT_WEIGHT
    chosen: list[float] = []
    for line in sorted(strength, key=lambda line: (-strength[line], line)):
        if line <= limit and all(abs(line - other) >= merge_within for other in chosen):
            chosen.append(line)
    grid = heat.x_edges if side.upright else heat.y_edges
    # The line itself, free of the rounding of counting from the far side.
    return [float(grid[np.argmin(np.abs(grid - _flipped(heat, side, line)))]) for line in sorted(chosen[:most])]


def next_level(levels: Sequence[float], at: float, *, step: int, apart: float) -> float | None:
    """Return the candidate to go to from a position, around the ends; None where there is no other.

    Args:
        levels: from the outermost to the innermost, as `edge_levels` gives them.
        at: where the edge lies now.
        step: 1 inwards, -1 outwards.
        apart: candidates nearer to `at` than this are where the edge is already.
    """
    others = [level for level in levels if abs(level - at) >= apart]
    if not others:
        return None
    inwards = levels[-1] - levels[0]
    ahead = [level for level in others if (level - at) * (inwards or 1.0) * step > 0]
    if ahead:
        return min(ahead, key=lambda level: abs(level - at))
    return others[0] if step > 0 else others[-1]


def edge_spread(heat: HeatMap, box: Box) -> EdgeSpread | None:
    """Return how far each edge of a proposal moves between the thresholds of `SPREAD_THRESHOLDS`.

    Args:
        heat: of the proposal's class.
        box: the proposal.

    Returns:
        The rectangles of the blob at the higher threshold that shares most with the box, and of the blob around it at
        the lower one; None where no blob of the higher threshold touches the box.
    """
    low, high = SPREAD_THRESHOLDS
    inner = max(_blobs_at(heat, box, high), key=lambda blob: _shared(blob, box), default=None)
    if inner is None:
        return None
    around = [blob for blob in _blobs_at(heat, inner, low) if _shared(blob, inner) >= inner.area * (1 - 1e-9)]
    return EdgeSpread(outer=min(around, key=lambda blob: blob.area, default=inner), inner=inner)


def _shared(first: Box, second: Box) -> float:
    width = min(first.x2, second.x2) - max(first.x1, second.x1)
    height = min(first.y2, second.y2) - max(first.y1, second.y1)
    return max(0.0, width) * max(0.0, height)


def _opposite(side: Side) -> Side:
    pairs = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.TOP: Side.BOTTOM, Side.BOTTOM: Side.TOP}
    return pairs[side]


def _flipped(heat: HeatMap, side: Side, position: float) -> float:
    """Return a position counted from the image's edge on that side, or back: the same map both ways."""
    if side is Side.RIGHT:
        return float(heat.x_edges[-1]) - position
    return float(heat.y_edges[-1]) - position if side is Side.BOTTOM else position


def _towards(heat: HeatMap, box: Box, side: Side) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the grid lines (N+1,) and the mean heat (N,) over the box's span, going inwards from the image's edge."""
    relative = heat.relative()
    if side.upright:
        lines, across, values = heat.x_edges, heat.y_edges, relative
        low, high = box.y1, box.y2
    else:
        lines, across, values = heat.y_edges, heat.x_edges, relative.T
        low, high = box.x1, box.x2
    share = np.clip(np.minimum(across[1:], high) - np.maximum(across[:-1], low), 0.0, None)
    total = float(share.sum())
    profile = share @ values / total if total > 0 else np.zeros(len(lines) - 1)
    if side in (Side.RIGHT, Side.BOTTOM):
        return lines[-1] - lines[::-1], profile[::-1]
    return lines, profile


def _blobs_at(heat: HeatMap, box: Box, threshold: float) -> list[Box]:
    """Return the rectangles of the blobs above a relative threshold of which a cell touches the box's inside."""
    labels, count = label_blobs(heat.relative() > threshold, connectivity=8)
    if not count:
        return []
    columns = (heat.x_edges[:-1] < box.x2) & (heat.x_edges[1:] > box.x1)
    rows = (heat.y_edges[:-1] < box.y2) & (heat.y_edges[1:] > box.y1)
    touched = np.unique(labels[np.ix_(rows, columns)])
    found = []
    for number in touched[touched > 0]:
        mask = labels == number
        across, down = np.flatnonzero(mask.any(axis=0)), np.flatnonzero(mask.any(axis=1))
        found.append(
            Box(
                float(heat.x_edges[across[0]]),
                float(heat.y_edges[down[0]]),
                float(heat.x_edges[across[-1] + 1]),
                float(heat.y_edges[down[-1] + 1]),
            )
        )
    return found
