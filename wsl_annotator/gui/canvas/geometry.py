"""Hit tests and edge moves on boxes, without Qt: every result is a proper box inside its image."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from wsl_annotator.core.boxes import Box

MINIMUM_SIDE = 1.0
"""The smallest side of a box that a hand can make, in image pixels."""


class Part(StrEnum):
    """What of a box lies under the mouse; the letters of an edge or corner name the edges it moves."""

    LEFT = "l"
    RIGHT = "r"
    TOP = "t"
    BOTTOM = "b"
    TOP_LEFT = "tl"
    TOP_RIGHT = "tr"
    BOTTOM_LEFT = "bl"
    BOTTOM_RIGHT = "br"
    INSIDE = "inside"


HANDLES = (
    Part.TOP_LEFT, Part.TOP, Part.TOP_RIGHT, Part.RIGHT, Part.BOTTOM_RIGHT, Part.BOTTOM, Part.BOTTOM_LEFT, Part.LEFT,
)  # fmt: skip
"""The eight handles, clockwise from the top left."""

EDGES = {"left": Part.LEFT, "right": Part.RIGHT, "top": Part.TOP, "bottom": Part.BOTTOM}


def handle_point(box: Box, part: Part) -> tuple[float, float]:
    """Return where a handle sits: corners, and the middles of edges."""
    x, y = box.center
    if part is not Part.INSIDE:
        x = box.x1 if "l" in part else box.x2 if "r" in part else x
        y = box.y1 if "t" in part else box.y2 if part.startswith("b") else y
    return (x, y)


def hit_part(box: Box, *, x: float, y: float, handle_reach: float, edge_reach: float) -> Part | None:
    """Return what of a selected box lies at a point: corner handles first, then edges, then the inside, else None.

    Args:
        box: the box.
        x: of the point, in the box's pixels.
        y: of the point.
        handle_reach: half the side of a handle's square, in the box's pixels.
        edge_reach: how far from an edge it can still be gripped. A small box keeps its middle third for moving.
    """
    corners = (Part.TOP_LEFT, Part.TOP_RIGHT, Part.BOTTOM_RIGHT, Part.BOTTOM_LEFT)
    inner = min(1.0, box.width / (3 * handle_reach), box.height / (3 * handle_reach))
    nearest: tuple[float, Part] | None = None
    for part in corners:
        corner_x, corner_y = handle_point(box, part)
        across = (x - corner_x) * (1 if "l" in part else -1)
        down = (y - corner_y) * (1 if part.startswith("t") else -1)
        if -handle_reach <= across <= handle_reach * inner and -handle_reach <= down <= handle_reach * inner:
            distance = max(abs(across), abs(down))
            if nearest is None or distance < nearest[0]:
                nearest = (distance, part)
    if nearest is not None:
        return nearest[1]
    edge = _hit_edge(box, x=x, y=y, reach=edge_reach)
    if edge is not None:
        return edge
    return Part.INSIDE if box.contains(x, y) else None


def _hit_edge(box: Box, *, x: float, y: float, reach: float) -> Part | None:
    nearest: tuple[float, Part] | None = None
    for part, inward, side, along in (
        (Part.LEFT, x - box.x1, box.width, box.y1 <= y <= box.y2),
        (Part.RIGHT, box.x2 - x, box.width, box.y1 <= y <= box.y2),
        (Part.TOP, y - box.y1, box.height, box.x1 <= x <= box.x2),
        (Part.BOTTOM, box.y2 - y, box.height, box.x1 <= x <= box.x2),
    ):
        if along and -reach <= inward <= min(reach, side / 3) and (nearest is None or abs(inward) < nearest[0]):
            nearest = (abs(inward), part)
    return nearest[1] if nearest is not None else None


def smallest_at(boxes: Sequence[Box], *, x: float, y: float, reach: float = 0.0) -> int | None:
    """Return the index of the smallest box (by area) that holds a point, or whose edge is within `reach`; else None.

    Of equal boxes the last, which is painted on top.
    """
    found: int | None = None
    for index, box in enumerate(boxes):
        near = box.x1 - reach <= x <= box.x2 + reach and box.y1 - reach <= y <= box.y2 + reach
        if near and (found is None or box.area <= boxes[found].area):
            found = index
    return found


def moved_within(box: Box, *, dx: float, dy: float, width: int, height: int) -> Box:
    """Return the box shifted by (dx, dy), stopped at the image's edges, its size unchanged."""
    dx = min(max(dx, -box.x1), width - box.x2)
    dy = min(max(dy, -box.y1), height - box.y2)
    return box.moved(dx=dx, dy=dy)


def bounds(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around boxes, of which there is at least one."""
    x1, y1, x2, y2 = zip(*(box.xyxy for box in boxes), strict=True)
    return Box(min(x1), min(y1), max(x2), max(y2))


def moved_together(boxes: Sequence[Box], *, dx: float, dy: float, width: int, height: int) -> list[Box]:
    """Return boxes shifted by one way, as much of (dx, dy) as leaves all of them inside the image."""
    if not boxes:
        return []
    whole = bounds(boxes)
    dx = min(max(dx, -whole.x1), width - whole.x2)
    dy = min(max(dy, -whole.y1), height - whole.y2)
    return [box.moved(dx=dx, dy=dy) for box in boxes]


def with_edges_at(box: Box, part: Part, *, x: float, y: float, width: int, height: int) -> Box:
    """Return the box with the edges of `part` moved to x or y: inside the image, never closer than `MINIMUM_SIDE`.

    An edge does not pass the opposite one: it stops before it.
    """
    x1, y1, x2, y2 = box.xyxy
    if part is Part.INSIDE:
        return box
    if "l" in part:
        x1 = max(0.0, min(x, x2 - MINIMUM_SIDE))
    if "r" in part:
        x2 = min(float(width), max(x, x1 + MINIMUM_SIDE))
    if "t" in part:
        y1 = max(0.0, min(y, y2 - MINIMUM_SIDE))
    if part.startswith("b"):
        y2 = min(float(height), max(y, y1 + MINIMUM_SIDE))
    return Box(x1, y1, x2, y2) if x1 < x2 and y1 < y2 else box


def with_edge_shifted(box: Box, part: Part, *, delta: float, width: int, height: int) -> Box:
    """Return the box with one edge (or a corner's two) shifted by `delta` pixels to the right and down."""
    x, y = handle_point(box, part)
    return with_edges_at(box, part, x=x + delta, y=y + delta, width=width, height=height)


def box_between(first: tuple[float, float], second: tuple[float, float], *, width: int, height: int) -> Box:
    """Return the box between two points in any order, on whole pixels, inside the image, at least one pixel a side.

    Args:
        first: one corner (x, y), in image pixels; it may lie outside.
        second: the opposite corner.
        width: of the image, at least 1.
        height: of the image, at least 1.
    """
    x1, x2 = _whole_span(first[0], second[0], limit=width)
    y1, y2 = _whole_span(first[1], second[1], limit=height)
    return Box(x1, y1, x2, y2)


def box_around(points: Sequence[tuple[float, float]], *, width: int, height: int) -> Box:
    """Return the bounds of points, on whole pixels, inside the image, at least one pixel a side.

    Args:
        points: at least one (x, y), in image pixels; they may lie outside.
        width: of the image, at least 1.
        height: of the image, at least 1.
    """
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return box_between((min(xs), min(ys)), (max(xs), max(ys)), width=width, height=height)


def nearest_edge(box: Box, *, x: float, y: float) -> str:
    """Return the name in `EDGES` of the edge nearest to a point, also of one outside the box."""
    clamped_x, clamped_y = min(max(x, box.x1), box.x2), min(max(y, box.y1), box.y2)
    ways = {
        "left": abs(x - box.x1) + abs(y - clamped_y),
        "right": abs(x - box.x2) + abs(y - clamped_y),
        "top": abs(y - box.y1) + abs(x - clamped_x),
        "bottom": abs(y - box.y2) + abs(x - clamped_x),
    }
    return min(ways, key=lambda edge: ways[edge])


def _whole_span(first: float, second: float, *, limit: int) -> tuple[float, float]:
    low, high = sorted((min(max(first, 0.0), float(limit)), min(max(second, 0.0), float(limit))))
    start, stop = round(low), round(high)
    if start == stop:
        start = min(int(low), limit - 1)
        stop = start + 1
    return float(start), float(stop)
