"""Light: a soft sun, sky, a window to reflect, candle flames; tone curve and camera noise."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from scenes.paint import linear

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Light:
    """The light of a scene.

    Attributes:
        direction: (3,) unit vector towards the sun.
        sun: (3,) linear colour of the sun.
        sky: (3,) linear colour of the sky.
        window: (3, 3) rows right, up, towards a bright window seen in glossy things.
        softness: tangent of the sun's angular radius.
        bounce: (3,) light thrown back by the table.
        flames: positions (3,) of candle flames.
        flame_power: strength of a flame in square world units.
    """

    direction: Floats
    sun: Floats
    sky: Floats
    window: Floats
    softness: float
    bounce: Floats
    flames: tuple[Floats, ...]
    flame_power: float


def sample_light(rng: np.random.Generator, *, camera_turn: float, table: Floats) -> Light:
    """A light from the side or the back, warm or cool, hard or soft."""
    side = camera_turn + float(rng.uniform(0.5, 5.78))
    height = float(rng.uniform(0.55, 1.15))
    direction = np.array([np.cos(height) * np.cos(side), np.cos(height) * np.sin(side), np.sin(height)], np.float32)
    warmth = float(rng.uniform(-0.6, 1.0))
    warm = np.array([1 + 0.10 * warmth, 1.0, 1 - 0.16 * warmth], np.float32)
    share = float(rng.uniform(0.55, 0.8))
    sun = warm * np.float32(2.3 * share)
    sky = np.array([1 - 0.05 * warmth, 1.0, 1 + 0.10 * warmth], np.float32) * np.float32(2.0 * (1 - share))
    turn = side + float(rng.uniform(-0.6, 0.6))
    tilt = float(rng.uniform(0.5, 1.0))
    towards = np.array([np.cos(tilt) * np.cos(turn), np.cos(tilt) * np.sin(turn), np.sin(tilt)], np.float32)
    right = np.array([-np.sin(turn), np.cos(turn), 0], np.float32)
    window = np.stack([right, np.cross(towards, right), towards]).astype(np.float32)
    bounce = table * (sun * direction[2] + sky) * np.float32(0.45)
    return Light(direction, sun, sky, window, float(rng.uniform(0.03, 0.14)), bounce.astype(np.float32), (), 0.0)


def shade(
    *,
    albedo: Floats,
    normal: Floats,
    world: Floats,
    eye: Floats,
    lit: Floats,
    openness: Floats,
    gloss: Floats,
    shine: Floats,
    light: Light,
) -> Floats:
    """(P, 3) linear light that leaves each point towards the eye.

    Args:
        albedo: (P, 3) linear.
        normal: (P, 3) unit normals.
        world: (P, 3) positions.
        eye: (3,) camera position.
        lit: (P,) share of the sun that reaches the point.
        openness: (P,) share of the sky that reaches the point.
        gloss: (P,) Blinn exponents.
        shine: (P,) strength of highlights.
        light: the scene's light.
    """
    view = eye - world
    view /= np.linalg.norm(view, axis=1, keepdims=True)
    facing = normal @ light.direction
    sun = np.clip(facing, 0, 1) * lit
    up = (0.5 + 0.5 * normal[:, 2:3]) * openness[:, None]
    down = (0.5 - 0.5 * normal[:, 2:3]) * (0.4 + 0.6 * openness[:, None])
    out = albedo * (sun[:, None] * light.sun + up * light.sky + down * light.bounce)
    half = view + light.direction
    half /= np.linalg.norm(half, axis=1, keepdims=True)
    blinn = np.clip((normal * half).sum(-1), 1e-4, 1) ** gloss * (gloss + 8) * np.float32(0.009)
    toward = np.clip((normal * view).sum(-1), 0, 1)
    edge = (1 - toward) ** 5
    mirror = 2 * toward[:, None] * normal - view
    seen = mirror @ light.window.T
    frame = np.clip(8 * (0.34 - np.abs(seen[:, 0])), 0, 1) * np.clip(8 * (0.26 - np.abs(seen[:, 1])), 0, 1)
    bars = 1 - 0.75 * np.clip(1 - np.abs(seen[:, 0]) * 28, 0, 1)
    window = frame * bars * (seen[:, 2] > 0) * np.float32(0.9)
    sky = np.clip(mirror[:, 2], 0, 1) ** 1.5 * openness * np.float32(0.6)
    glint = shine * (blinn * lit * (facing > 0))
    reflect = shine * (0.10 + 0.9 * edge)
    out += glint[:, None] * light.sun + (reflect * (window * (0.3 + 0.7 * lit) + sky))[:, None] * (
        light.sky + 0.3 * light.sun
    )
    for flame in light.flames:
        ray = flame - world
        square = (ray * ray).sum(-1)
        fall = (
            np.clip((normal * ray).sum(-1) / np.sqrt(square + 1e-6), 0.08, 1)
            * light.flame_power
            / (square + light.flame_power)
        )
        out += albedo * fall[:, None] * linear((255, 178, 92)) * np.float32(1.1)
    return out.astype(np.float32)


_CURVE_SIZE = 4096
_X = np.linspace(0, 4, _CURVE_SIZE)
_CURVE = np.clip((_X * (2.51 * _X + 0.03)) / (_X * (2.43 * _X + 0.59) + 0.14), 0, 1) ** (1 / 2.2)
_TONE = (255 * _CURVE).astype(np.float32)


def tone_mapped(radiance: Floats, *, exposure: float) -> Floats:
    """Linear light as sRGB 0..255 float, by a filmic curve (Narkowicz 2015, "ACES filmic tone mapping curve")."""
    index = np.clip(radiance * np.float32(exposure * (_CURVE_SIZE - 1) / 4), 0, _CURVE_SIZE - 1).astype(np.int16)
    return _TONE[index]


def photographed(picture: Floats, rng: np.random.Generator, *, noise: float, vignette: float) -> NDArray[np.uint8]:
    """The picture as a camera keeps it: darker corners, noise that grows in the shadows, 8 bits."""
    height, width = picture.shape[:2]
    y, x = np.linspace(-1, 1, height, dtype=np.float32)[:, None], np.linspace(-1, 1, width, dtype=np.float32)[None]
    shaded = picture * (1 - np.float32(vignette) * (x * x + y * y))[..., None]
    grain = np.empty((height, width, 3), np.float32)
    cv2.setRNGSeed(int(rng.integers(1 << 30)))
    cv2.randn(grain, 0, noise)
    chroma = grain * np.float32(0.5) + grain[..., :1] * np.float32(0.8)
    return np.clip(shaded + chroma * (1.15 - shaded / 400) + 0.5, 0, 255).astype(np.uint8)
