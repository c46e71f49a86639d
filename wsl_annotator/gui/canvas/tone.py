"""Brightness, contrast and gamma of the picture on the screen; the file and what a network sees stay as they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WINDOW_PERCENT = (1.0, 99.0)
"""The stretched window: darker pixels become black, brighter ones white."""
_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class Tone:
    """How the picture is shown.

    Attributes:
        brightness: added, -1 (black) to 1 (white).
        contrast: -1 (flat grey) to 1 (eight times as steep).
        gamma: exponent 1 / gamma on [0, 1]; above 1 dark parts come out.
        stretch: whether the image's own percentiles are first stretched to the whole range.
    """

    brightness: float = 0.0
    contrast: float = 0.0
    gamma: float = 1.0
    stretch: bool = False

    def table(self, window: tuple[float, float] = (0.0, 255.0)) -> NDArray[np.uint8] | None:
        """Return uint8 (256,): what each value is shown as, never falling; None where nothing changes.

        Args:
            window: (low, high) of the image, as `window_of` gives it; used where `stretch` is on.
        """
        if self == NEUTRAL:
            return None
        values = np.arange(256, dtype=np.float64)
        low, high = window if self.stretch else (0.0, 255.0)
        values = np.clip((values - low) / max(1.0, high - low), 0.0, 1.0)
        steepness = 8.0**self.contrast if self.contrast >= 0 else 1.0 + self.contrast
        values = np.clip((values - 0.5) * steepness + 0.5 + self.brightness, 0.0, 1.0)
        table: NDArray[np.uint8] = np.rint(255.0 * values ** (1.0 / self.gamma)).astype(np.uint8)
        return table


NEUTRAL = Tone()


def window_of(rgb: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the values at `WINDOW_PERCENT` of uint8 (H, W, 3) pixels, from a sample of large images."""
    flat = rgb.reshape(-1)
    step = max(1, flat.size // _SAMPLE)
    # A stride that is no multiple of 3 takes all colours in turn.
    sample = flat[:: step + 1 if step > 1 and step % 3 == 0 else step]
    low, high = np.percentile(sample, WINDOW_PERCENT)
    return float(low), float(high)
