"""Edges that snap to the image's edges and to those of other boxes, without Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import Part, moved_within, with_edges_at

SNAP_REACH = 6.0
"""How near, in logical screen pixels, an edge must come to a line to snap to it."""


@dataclass(frozen=True, slots=True)
class Snapped:
    """A box whose edges were pulled to lines.

    Attributes:
        box: inside the image, never smaller than the drag alone could make it.
        xs: the upright lines its edges now lie on, for drawing.
        ys: the level ones.
    """

    box: Box
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SnapLines:
    """Where edges snap to: x of upright lines, y of level ones, in image pixels."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @classmethod
    def of(cls, boxes: Iterable[Box], *, width: int, height: int) -> SnapLines:
        """Return the edges of the image and of boxes."""
        xs, ys = {0.0, float(width)}, {0.0, float(height)}
        for box in boxes:
            xs |= {box.x1, box.x2}
            ys |= {box.y1, box.y2}
        return cls(tuple(sorted(xs)), tuple(sorted(ys)))


def snap(box: Box, part: Part, *, lines: SnapLines, reach: float, width: int, height: int) -> Snapped:
    """Return a dragged box with the edges in the hand pulled to the nearest line within `reach`.

    Args:
        box: as the drag alone leaves it.
        part: what is in the hand; the inside moves the whole box, by its edge nearest to a line.
        lines: where to snap to.
        reach: in image pixels.
        width: of the image.
        height: of the image.
    """
    size = {"width": width, "height": height}
    if part is Part.INSIDE:
        dx = _pull((box.x1, box.x2), lines.xs, reach)
        dy = _pull((box.y1, box.y2), lines.ys, reach)
        pulled = moved_within(box, dx=dx or 0.0, dy=dy or 0.0, **size)
        held = ((pulled.x1, pulled.x2), (pulled.y1, pulled.y2))
    else:
        x = box.x1 if "l" in part else box.x2
        y = box.y1 if part.startswith("t") else box.y2
        across = ("l" in part or "r" in part) and _pull((x,), lines.xs, reach)
        down = (part.startswith(("t", "b"))) and _pull((y,), lines.ys, reach)
        pulled = with_edges_at(box, part, x=x + (across or 0.0), y=y + (down or 0.0), **size)
        held = (
            ((pulled.x1,) if "l" in part else (pulled.x2,) if "r" in part else ()),
            ((pulled.y1,) if part.startswith("t") else (pulled.y2,) if part.startswith("b") else ()),
        )
    return Snapped(pulled, _met(held[0], lines.xs), _met(held[1], lines.ys))


def _pull(edges: Sequence[float], lines: Sequence[float], reach: float) -> float | None:
    """Return the shortest way from an edge to a line, None where none is within reach."""
    ways = [line - edge for edge in edges for line in lines if abs(line - edge) <= reach]
    return min(ways, key=abs, default=None)


def _met(edges: Sequence[float], lines: Sequence[float]) -> tuple[float, ...]:
    return tuple(line for line in lines if any(abs(line - edge) < 1e-9 for edge in edges))
