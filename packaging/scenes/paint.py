"""Materials: colours painted on object-space points, with gloss and glow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Paint = Callable[[Floats], Floats]

# Shared by all classes, so that colour alone names nothing (sRGB).
PALETTE = [
    (196, 58, 48), (222, 120, 44), (232, 186, 66), (108, 148, 66), (52, 110, 84), (44, 122, 140),
    (52, 86, 150), (98, 74, 140), (170, 74, 112), (236, 228, 212), (206, 188, 158), (122, 84, 58),
    (70, 66, 68), (160, 166, 170), (228, 160, 150), (150, 192, 196),
]  # fmt: skip


@dataclass(frozen=True)
class Material:
    """How a part looks.

    Attributes:
        paint: object-space points (P, 3) -> linear albedo (P, 3).
        gloss: Blinn exponent of the highlight.
        shine: strength of highlight and reflected window, 0 to 1.
        glow: light given off, 0 for none.
    """

    paint: Paint
    gloss: float = 30.0
    shine: float = 0.2
    glow: float = 0.0


def linear(colour: tuple[float, float, float] | Floats) -> Floats:
    """Linear 0..1 of an sRGB colour 0..255."""
    return ((np.asarray(colour, np.float32) / 255.0) ** np.float32(2.2)).astype(np.float32)


def pick_colour(rng: np.random.Generator) -> Floats:
    """A palette colour with some variation, linear."""
    base = np.asarray(PALETTE[int(rng.integers(len(PALETTE)))], np.float32)
    return linear(np.clip(base * rng.uniform(0.8, 1.1) + rng.normal(0, 8, 3), 8, 245).astype(np.float32))


def plain(colour: Floats) -> Paint:
    """One colour everywhere."""
    return lambda p: np.broadcast_to(colour, p.shape)


def layered(*steps: tuple[Callable[[Floats], NDArray[np.bool_]] | None, Floats]) -> Paint:
    """Colours painted over one another, each where its test of the points is true (None: everywhere)."""

    def paint(p: Floats) -> Floats:
        out = np.empty(p.shape, np.float32)
        for test, colour in steps:
            if test is None:
                out[:] = colour
            else:
                out[test(p)] = colour
        return out

    return paint


def mottled(paint: Paint, rng: np.random.Generator, *, amount: float, scale: float) -> Paint:
    """A paint made uneven by smooth noise."""
    waves = rng.normal(0, scale, (5, 3)).astype(np.float32)
    phases = rng.uniform(0, 6.28, 5).astype(np.float32)

    def uneven(p: Floats) -> Floats:
        noise = np.sin(p @ waves.T + phases).mean(-1, keepdims=True)
        return paint(p) * (1 + np.float32(amount) * noise)

    return uneven


def blended(low: Floats, high: Floats, direction: Floats, *, start: float, stop: float) -> Paint:
    """A gradient between two colours along a direction."""

    def paint(p: Floats) -> Floats:
        t = np.clip((p @ direction - start) / (stop - start), 0, 1)[:, None]
        return low + (high - low) * (t * t * (3 - 2 * t))

    return paint


def noise_image(rng: np.random.Generator, size: int, *, cells: int, octaves: int = 4, stretch: float = 1.0) -> Floats:
    """(size, size) smooth fractal noise, about -1..1; `stretch` > 1 lengthens it along x."""
    total = np.zeros((size, size), np.float32)
    weight = 1.0
    for octave in range(octaves):
        rows = min(size, cells * 2**octave)
        columns = max(2, int(rows / stretch))
        grid = rng.normal(0, 0.6, (rows, columns)).astype(np.float32)
        total += np.float32(weight) * cv2.resize(grid, (size, size), interpolation=cv2.INTER_CUBIC)
        weight *= 0.5
    return total
