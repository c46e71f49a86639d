"""Greys of more than 8 bits on a screen of 8: a window over the values that occur."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

LOW_PERCENT = 0.5
HIGH_PERCENT = 99.5
_SAMPLE = 2_000_000
_DEEP_MODES = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")


def is_deep(mode: str) -> bool:
    """Return whether a Pillow mode holds greys of 16 or 32 bits or floats."""
    return mode in _DEEP_MODES


@dataclass(frozen=True, slots=True)
class Window:
    """A linear map of [low, high] to [0, 255], clipped.

    Attributes:
        low: becomes 0.
        high: becomes 255; where it equals `low`, the image is flat, and becomes mid-grey.
    """

    low: float
    high: float

    def to_uint8(self, values: NDArray[Any]) -> NDArray[np.uint8]:
        """Return uint8 of the same shape; not-a-number becomes 0, infinities the ends."""
        if self.high <= self.low:
            return np.full(values.shape, 128, dtype=np.uint8)
        # float32 holds 16-bit greys exactly, and halves the memory of large images
        scaled = (values.astype(np.float32) - np.float32(self.low)) * np.float32(255.0 / (self.high - self.low))
        np.nan_to_num(scaled, copy=False, nan=0.0, posinf=255.0, neginf=0.0)
        rounded: NDArray[np.uint8] = np.clip(np.rint(scaled), 0, 255).astype(np.uint8)
        return rounded


def window_of(image: Image.Image) -> Window:
    """Return the window between the 0.5 and the 99.5 percentile of an image's finite values.

    A 12-bit scan in a 16-bit file would be black without it, and a few hot pixels would darken the rest under the
    plain range. It depends on the file alone: of large images on a fixed grid of rows and columns, at most 2 million
    values. Where the percentiles meet (most of the image is one value), the range is taken instead.

    Args:
        image: of a mode for which `is_deep` holds.
    """
    step = max(1, math.ceil(math.sqrt(image.size[0] * image.size[1] / _SAMPLE)))
    if step == 1:
        values = np.asarray(image)
    else:
        # row by row: an array of the whole image would be a second copy of it
        rows = [np.asarray(image.crop((0, y, image.size[0], y + 1)))[0, ::step] for y in range(0, image.size[1], step)]
        values = np.stack(rows)
    return window_of_values(values)


def window_of_values(values: NDArray[Any]) -> Window:
    """Return the window between the 0.5 and the 99.5 percentile of finite values, or their range where these meet.

    Args:
        values: of any shape; of large arrays a fixed stride is looked at, at most about 2 million values.
    """
    flat = values.reshape(-1)[:: max(1, values.size // _SAMPLE)]
    finite = flat[np.isfinite(flat)].astype(np.float64)
    if finite.size == 0:
        return Window(0.0, 0.0)
    low, high = (float(edge) for edge in np.percentile(finite, (LOW_PERCENT, HIGH_PERCENT)))
    if high <= low:
        low, high = float(finite.min()), float(finite.max())
    return Window(low, high)
