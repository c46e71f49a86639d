"""What a search did not see of a photo: hatched outside its region, filled where boxes were hidden from it.

Said here once, as areas and the small picture that each is covered with: the window covers them at its zoom, and
pictures that are written as `cover` does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import SearchScope

FILL_COLOR = np.array([124, 116, 104], dtype=np.uint8)
"""Stands for the mean colour of the network, which a stored search does not name: that of ImageNet."""
_DIM = (10, 12, 16, 110)
_HATCH = (255, 255, 255, 90)
_PERIOD = 8


@dataclass(frozen=True, slots=True, eq=False)
class UnseenArea:
    """One area and what covers it.

    Attributes:
        box: in upright pixels of the original image.
        hole: what of the box is left as it is; None for nothing.
        tile: uint8 (h, w, 4), red, green, blue and opacity, repeated over the area from the picture's corner; it keeps
            its size on the screen, whatever the zoom.
    """

    box: Box
    hole: Box | None
    tile: NDArray[np.uint8]


def unseen_areas(scope: SearchScope, *, width: int, height: int) -> tuple[UnseenArea, ...]:
    """Return what to cover, in this order; nothing where the whole photo was searched.

    Args:
        scope: what was searched.
        width: of the original image, upright.
        height: of the original image, upright.
    """
    fill = np.append(FILL_COLOR, np.uint8(255)).reshape(1, 1, 4)
    areas = [UnseenArea(box, None, fill) for box in scope.filled]
    if scope.region is not None:
        areas.append(UnseenArea(Box(0, 0, width, height), scope.region, _hatched()))
    return tuple(areas)


def cover(
    rgb: NDArray[np.uint8], areas: Sequence[UnseenArea], *, scale: tuple[float, float], grain: int = 1
) -> NDArray[np.uint8]:
    """Return pixels with the areas covered.

    Args:
        rgb: uint8 (H, W, 3); it is left as it is.
        areas: in pixels of the original.
        scale: pixels given, across and down, a pixel of the original.
        grain: pixels a pixel of the tiles.
    """
    covered = rgb.copy()
    for area in areas:
        tile = area.tile.repeat(grain, axis=0).repeat(grain, axis=1)
        rows, columns = _within(area.box, scale)
        seen = np.zeros(rgb.shape[:2], dtype=bool)
        if area.hole is not None:
            seen[_within(area.hole, scale)] = True
        part = covered[rows, columns]
        down, across = np.ogrid[rows.start : rows.start + part.shape[0], columns.start : columns.start + part.shape[1]]
        paint = tile[down % tile.shape[0], across % tile.shape[1]].astype(np.float32)
        opacity = paint[..., 3:] / 255 * ~seen[rows, columns, None]
        part[:] = np.rint(part * (1 - opacity) + paint[..., :3] * opacity).astype(np.uint8)
    return covered


def _within(box: Box, scale: tuple[float, float]) -> tuple[slice, slice]:
    x1, y1, x2, y2 = (max(0, round(edge * scale[axis % 2])) for axis, edge in enumerate(box.xyxy))
    return slice(y1, y2), slice(x1, x2)


@lru_cache(maxsize=1)
def _hatched() -> NDArray[np.uint8]:
    """Return a dark veil with a light line from the lower left to the upper right."""
    tile = np.empty((_PERIOD, _PERIOD, 4), dtype=np.uint8)
    tile[:] = _DIM
    tile[np.arange(_PERIOD), np.arange(_PERIOD)[::-1]] = _over(_HATCH, _DIM)
    tile.flags.writeable = False
    return tile


def _over(upper: tuple[int, int, int, int], lower: tuple[int, int, int, int]) -> tuple[int, ...]:
    """Return the one colour that covers as the lower and then the upper do."""
    above, rest = upper[3] / 255, lower[3] / 255 * (1 - upper[3] / 255)
    opacity = above + rest
    mixed = [round((upper[part] * above + lower[part] * rest) / opacity) for part in range(3)]
    return (*mixed, round(255 * opacity))
