"""What is read off a search level by level: scores, ranks, the candidates at a point, the heat so far."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap, SearchTrace
from wsl_annotator.localization.heatmap import pool_trace
from wsl_annotator.workflow.trace_run import TraceRun


@dataclass(frozen=True, slots=True)
class LevelFigures:
    """Scores of one level, log-odds or probabilities; the counts are of candidates.

    Attributes:
        level: 0 for the whole image.
        kept: candidates in the beam.
        pruned: candidates that were dropped.
        best: greatest of all.
        mean_kept: mean of the beam.
        worst_kept: smallest of the beam.
        best_pruned: greatest of those dropped; None where none was.
    """

    level: int
    kept: int
    pruned: int
    best: float
    mean_kept: float
    worst_kept: float
    best_pruned: float | None


def level_figures(trace: SearchTrace, values: NDArray[np.float64]) -> tuple[LevelFigures, ...]:
    """Return the figures of every level from 0 to the deepest.

    Args:
        trace: the search.
        values: float64 (N,), `trace.score` or `trace.probability()`.
    """
    figures = []
    for level in range(trace.depth + 1):
        now = trace.level == level
        kept, pruned = values[now & trace.kept], values[now & ~trace.kept]
        figures.append(
            LevelFigures(
                level=level,
                kept=len(kept),
                pruned=len(pruned),
                best=float(values[now].max()),
                mean_kept=float(kept.mean()) if len(kept) else 0.0,
                worst_kept=float(kept.min()) if len(kept) else 0.0,
                best_pruned=float(pruned.max()) if len(pruned) else None,
            )
        )
    return tuple(figures)


class TraceIndex:
    """Questions to one search that are asked often.

    Args:
        trace: the search.
    """

    def __init__(self, trace: SearchTrace) -> None:
        self.trace = trace
        self.probability = trace.probability()

    @cached_property
    def rank(self) -> NDArray[np.int64]:
        """Rank of each row in its level, int64 (N,), from 1 by falling score; ties in the order of scoring."""
        ranks = np.zeros(len(self.trace), dtype=np.int64)
        for rows in self.levels:
            order = np.argsort(-self.trace.score[rows], kind="stable")
            ranks[rows[order]] = np.arange(1, len(rows) + 1)
        return ranks

    @cached_property
    def levels(self) -> tuple[NDArray[np.intp], ...]:
        """Rows of each level, in the order of scoring."""
        return tuple(np.flatnonzero(self.trace.level == level) for level in range(self.trace.depth + 1))

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Rows of the children of each row, in the order of scoring."""
        found: list[list[int]] = [[] for _ in range(len(self.trace))]
        for row in range(1, len(self.trace)):
            found[int(self.trace.parent[row])].append(row)
        return tuple(tuple(rows) for rows in found)

    @cached_property
    def area(self) -> NDArray[np.float64]:
        """Area of each box in square pixels, float64 (N,)."""
        sides = self.trace.boxes[:, 2:] - self.trace.boxes[:, :2]
        area: NDArray[np.float64] = np.prod(sides, axis=1)
        return area

    def at(self, x: float, y: float, *, level: int | None = None) -> list[int]:
        """Return the rows whose boxes hold a point, smallest box first, equal ones by falling score.

        Args:
            x: in upright pixels.
            y: in upright pixels.
            level: of one level alone; None for all.
        """
        boxes = self.trace.boxes
        inside = (boxes[:, 0] <= x) & (x < boxes[:, 2]) & (boxes[:, 1] <= y) & (y < boxes[:, 3])
        if level is not None:
            inside &= self.trace.level == level
        rows = np.flatnonzero(inside)
        order = np.lexsort((-self.trace.score[rows], self.area[rows]))
        return [int(row) for row in rows[order]]

    def best_of(self, level: int) -> int:
        """Return the row of the best candidate of a level."""
        rows = self.levels[level]
        return int(rows[np.argmax(self.trace.score[rows])])

    def nearest(self, box: Box) -> int:
        """Return the row of the kept candidate that overlaps a box most; of equal ones the best, then the first."""
        rows = np.flatnonzero(self.trace.kept)
        edges = self.trace.boxes[rows]
        corners = np.minimum(edges[:, 2:], (box.x2, box.y2)) - np.maximum(edges[:, :2], (box.x1, box.y1))
        shared = np.prod(np.maximum(corners, 0.0), axis=1)
        overlap = shared / (self.area[rows] + box.area - shared)
        return int(rows[np.lexsort((-self.trace.score[rows], -overlap))[0]])


def trace_until(trace: SearchTrace, level: int) -> SearchTrace:
    """Return the search as it was after a level."""
    rows = trace.level <= level
    return dataclasses.replace(
        trace,
        level=trace.level[rows],
        parent=trace.parent[rows],
        child=trace.child[rows],
        boxes=trace.boxes[rows],
        score=trace.score[rows],
        kept=trace.kept[rows],
    )


def heat_until(run: TraceRun, level: int) -> HeatMap:
    """Return the heat map that the search would have given, had it ended after a level.

    At the deepest level it is the heat map of the run, bit for bit. At level 0 it is cold, unless the root counts.

    Raises:
        ValueError: the localizer does not search.
    """
    if run.trace is None:
        raise ValueError("there are no levels")
    return pool_trace(trace_until(run.trace, level), run.heat_config, width=run.width, height=run.height)
