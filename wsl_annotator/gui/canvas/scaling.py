"""Several boxes scaled in one frame, without Qt: every box stays a proper one inside the image."""

from __future__ import annotations

from collections.abc import Sequence

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import MINIMUM_SIDE, Part, bounds, with_edges_at


def frame_with_edges_at(boxes: Sequence[Box], part: Part, *, x: float, y: float, width: int, height: int) -> Box:
    """Return the frame around boxes with the edges of `part` moved to x or y, as far as all boxes allow.

    It stays inside the image, and so large that no box in it gets a side below `MINIMUM_SIDE`; one that has such a
    side already is not made smaller.

    Args:
        boxes: at least one.
        part: which edges are moved.
        x: where to, in image pixels.
        y: where to.
        width: of the image.
        height: of the image.
    """
    whole = bounds(boxes)
    least_width = whole.width * min(1.0, MINIMUM_SIDE / min(box.width for box in boxes))
    least_height = whole.height * min(1.0, MINIMUM_SIDE / min(box.height for box in boxes))
    if "l" in part:
        x = min(x, whole.x2 - least_width)
    if "r" in part:
        x = max(x, whole.x1 + least_width)
    if part.startswith("t"):
        y = min(y, whole.y2 - least_height)
    if part.startswith("b"):
        y = max(y, whole.y1 + least_height)
    return with_edges_at(whole, part, x=x, y=y, width=width, height=height)


def scaled_together(boxes: Sequence[Box], frame: Box) -> list[Box]:
    """Return boxes with their edges where they were in the frame around them, in proportion, once that is `frame`."""
    whole = bounds(boxes)
    return [
        Box(
            _placed(box.x1, whole.x1, whole.x2, frame.x1, frame.x2),
            _placed(box.y1, whole.y1, whole.y2, frame.y1, frame.y2),
            _placed(box.x2, whole.x1, whole.x2, frame.x1, frame.x2),
            _placed(box.y2, whole.y1, whole.y2, frame.y1, frame.y2),
        )
        for box in boxes
    ]


def _placed(edge: float, low: float, high: float, new_low: float, new_high: float) -> float:
    """Return an edge in the new span; the span's own ends exactly, and every edge where the span is the old one."""
    if (low, high) == (new_low, new_high):
        return edge
    if edge in (low, high):
        return new_low if edge == low else new_high
    share = (edge - low) / (high - low)
    return min(max(new_low + share * (new_high - new_low), new_low), new_high)
