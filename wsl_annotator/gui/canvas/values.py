"""What the canvas is told to show, as frozen values without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState

NAME_LETTERS = 28
"""Of a class in a chip, the ellipsis among them: a longer one would lie over other boxes. The lists show all of it."""


@dataclass(frozen=True, slots=True)
class CanvasBox:
    """One box on the canvas.

    Attributes:
        key: what the canvas calls it in its signals: `b<id>` for boxes a person owns, `p<localization id>:<rank>`
            for proposals.
        box: upright pixels of the original image.
        class_id: id of its class.
        class_name: shown in its chip.
        color: `#rrggbb` of its class.
        state: decides line style and mark.
        score: shown in its chip, in [0, 1]; None where there is none.
        editable: whether mouse and keys may change it.
        locked: whether a person locked it; marked in its chip.
        hidden: whether a person hid it for now.
    """

    key: str
    box: Box
    class_id: int
    class_name: str
    color: str
    state: BoxState
    score: float | None
    editable: bool = True
    locked: bool = False
    hidden: bool = False

    @property
    def label(self) -> str:
        """The chip's text: the class, a long name cut, and the score with two digits where there is one."""
        name = self.class_name
        if len(name) > NAME_LETTERS:
            name = name[: NAME_LETTERS - 1].rstrip() + "…"
        return name if self.score is None else f"{name}  {self.score:.2f}"


@dataclass(frozen=True, slots=True)
class TraceView:
    """One level of a search, as in figure 3 of Bency et al. 2016.

    Attributes:
        level: the level shown, 0 for the whole image.
        earlier: boxes kept at earlier levels.
        kept: boxes of this level that went on.
        pruned: boxes of this level that were dropped.
    """

    level: int
    earlier: tuple[Box, ...]
    kept: tuple[Box, ...]
    pruned: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class GhostRun:
    """What another search found, to be looked at only.

    Attributes:
        boxes: upright pixels of the original image.
        legend: says whose boxes these are, or why there are none.
    """

    boxes: tuple[Box, ...]
    legend: str


@dataclass(frozen=True, slots=True)
class EdgeLevels:
    """Where an edge of the selected box may lie.

    Attributes:
        edge: `left`, `right`, `top` or `bottom`.
        positions: x of an upright edge, else y, in image pixels.
    """

    edge: str
    positions: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class EdgeBars:
    """Between which rectangles the edges of the selected proposal are uncertain.

    Attributes:
        key: of the proposal.
        outer: at the lower threshold.
        inner: at the higher one.
    """

    key: str
    outer: Box
    inner: Box
