"""A box as COCO's four numbers."""

from __future__ import annotations

import math

from wsl_annotator.core.boxes import Box


def bbox_of(box: Box, *, decimals: int | None = None) -> list[float]:
    """Return [x, y, width, height] such that x + width and y + height give the box's far edges back.

    Exactly, but where no float64 does (both neighbours of the width end on a tie that rounds away from the edge): then
    to the last bit.

    Args:
        box: any box.
        decimals: round to so many decimals; a side is then at least one unit of the last place.
    """
    if decimals is None:
        return [box.x1, box.y1, _extent(box.x1, box.x2), _extent(box.y1, box.y2)]
    x1, y1, x2, y2 = (round(edge, decimals) for edge in box.xyxy)
    least = 10.0**-decimals
    return [x1, y1, max(round(x2 - x1, decimals), least), max(round(y2 - y1, decimals), least)]


def _extent(low: float, high: float) -> float:
    """Return the length that, added to `low`, rounds to `high`: the difference, or a neighbour of it, if one does."""
    length = high - low
    for candidate in (length, math.nextafter(length, 0.0), math.nextafter(length, math.inf)):
        if low + candidate == high:
            return candidate
    return length
