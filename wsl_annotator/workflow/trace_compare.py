"""Two searches side by side: where their beams part, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from wsl_annotator.core.localization import SearchTrace

Key = tuple[int, bytes]


class Why(Enum):
    """Why a box that one search kept is not in the other's beam of that level."""

    PRUNED = "pruned"
    """The other search scored the box at this level and dropped it."""
    NOT_SCORED = "not scored"
    """The other search never came to the box at this level: its parents had been dropped, or its steps differ."""
    ENDED = "ended"
    """The other search was over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One box that one search kept at a level and the other did not.

    Attributes:
        level: of the box.
        in_first: whether the first search kept it; else the second.
        row: of the box in the search that kept it; of equal boxes the first.
        other_row: of the box in the other search; None where it was not scored there.
        why: what the other search did instead.
    """

    level: int
    in_first: bool
    row: int
    other_row: int | None
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two searches compared.

    Attributes:
        differences: by level, those of the first search before those of the second, in trace order.
        shared_levels: levels that both searches have, the root among them.
        shared_boxes: boxes that both scored at one level; none of two searches of different regions.
        score_gap: greatest difference of a class probability among them.
    """

    differences: tuple[Difference, ...]
    shared_levels: int
    shared_boxes: int
    score_gap: float

    @property
    def first(self) -> Difference | None:
        """The first difference; None where both kept the same boxes at every level."""
        return self.differences[0] if self.differences else None

    def at(self, level: int) -> tuple[Difference, ...]:
        """Return the differences of one level."""
        return tuple(found for found in self.differences if found.level == level)


def compare_traces(first: SearchTrace, second: SearchTrace) -> Comparison:
    """Return where two searches of one image differ in the boxes that they kept.

    Boxes are equal where all four edges have the same bits: equal steps from equal boxes give equal bits (see
    `grid.child_boxes`). A beam that holds one box twice counts as holding it once, so that a search that removes
    duplicates is told apart only by what it kept in their place.

    Args:
        first: a search.
        second: another one, of the same image; width, depth, preset and network may differ.
    """
    tables = (_Table(first), _Table(second))
    differences: list[Difference] = []
    for level in range(max(first.depth, second.depth) + 1):
        for number, (mine, other) in enumerate((tables, tables[::-1])):
            for key in (key for key in mine.kept if key[0] == level):
                if key not in other.kept:
                    differences.append(_difference(mine, other, key, in_first=number == 0))
    shared = [key for key in tables[0].scored if key in tables[1].scored]
    return Comparison(
        differences=tuple(differences),
        shared_levels=min(first.depth, second.depth) + 1,
        shared_boxes=len(shared),
        score_gap=_score_gap(*tables, shared),
    )


class _Table:
    """Rows of a search by level and box; `kept` in trace order."""

    def __init__(self, trace: SearchTrace) -> None:
        self.trace = trace
        self.scored: dict[Key, int] = {}
        self.kept: dict[Key, int] = {}
        for row, (level, box) in enumerate(zip(trace.level.tolist(), trace.boxes, strict=True)):
            key = (level, box.tobytes())
            self.scored.setdefault(key, row)
            if trace.kept[row]:
                self.kept.setdefault(key, row)


def _difference(mine: _Table, other: _Table, key: Key, *, in_first: bool) -> Difference:
    level = key[0]
    other_row = other.scored.get(key)
    why = Why.NOT_SCORED if other_row is None else Why.PRUNED
    if level > other.trace.depth:
        why = Why.ENDED
    return Difference(level=level, in_first=in_first, row=mine.kept[key], other_row=other_row, why=why)


def _score_gap(first: _Table, second: _Table, shared: Sequence[Key]) -> float:
    mine = first.trace.probability()[[first.scored[key] for key in shared]]
    theirs = second.trace.probability()[[second.scored[key] for key in shared]]
    return float(np.abs(mine - theirs).max()) if shared else 0.0
