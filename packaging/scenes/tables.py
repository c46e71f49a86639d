"""Table tops: wood, marble, linen, checked cloth, tiles, slate and felt, as seeded textures."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from scenes.paint import linear, noise_image

Floats = NDArray[np.float32]
KINDS = ("wood", "wood", "marble", "linen", "checks", "tiles", "slate", "felt")
BANK = 64
SHINE = {"wood": 0.10, "marble": 0.22, "linen": 0.0, "checks": 0.0, "tiles": 0.25, "slate": 0.06, "felt": 0.0}

_WOODS = [
    (146, 104, 74),
    (180, 140, 104),
    (108, 76, 56),
    (196, 168, 136),
    (86, 64, 54),
    (158, 122, 96),
    (206, 190, 168),
]
_STONES = [(226, 222, 216), (200, 196, 190), (74, 78, 80), (206, 186, 168), (120, 134, 130)]
_CLOTHS = [
    (206, 196, 178),
    (90, 110, 128),
    (150, 84, 78),
    (128, 140, 112),
    (222, 214, 206),
    (70, 72, 84),
    (188, 160, 120),
]


def _pick(rng: np.random.Generator, colours: list[tuple[int, int, int]]) -> Floats:
    base = np.asarray(colours[int(rng.integers(len(colours)))], np.float32)
    return linear(np.clip(base + rng.normal(0, 6, 3), 5, 250).astype(np.float32))


def _wood(rng: np.random.Generator, size: int) -> Floats:
    colour = _pick(rng, _WOODS)
    planks = int(rng.integers(4, 8))
    y = np.arange(size, dtype=np.float32)[:, None] / size * planks
    which = np.minimum(y.astype(np.int32), planks - 1)
    shade = rng.normal(1, 0.09, planks).astype(np.float32)[which]
    wander = noise_image(rng, size, cells=4, octaves=3, stretch=3.0)
    offset = rng.uniform(0, 40, planks).astype(np.float32)[which]
    rings = np.sin((y * rng.uniform(5, 9) + wander * 2.2 + offset) * 3.1)
    fibre = noise_image(rng, size, cells=size // 12, octaves=2, stretch=30.0)
    tone = shade * (1 + 0.10 * rings + 0.09 * fibre + 0.05 * wander)
    edge = np.abs(y - np.round(y)) * size / planks
    tone = tone * np.clip(0.35 + edge / (size / 512 * 1.6), 0.35, 1)
    warm = np.asarray([1.0, 0.96, 0.9], np.float32)
    return np.clip(tone, 0.15, 2)[..., None] * colour * warm ** (1 - tone[..., None])


def _marble(rng: np.random.Generator, size: int) -> Floats:
    colour = _pick(rng, _STONES)
    bend = noise_image(rng, size, cells=3, octaves=5)
    x, y = np.meshgrid(np.linspace(0, 1, size, dtype=np.float32), np.linspace(0, 1, size, dtype=np.float32))
    a = rng.uniform(0, 3.14)
    veins = np.abs(np.sin((x * np.cos(a) + y * np.sin(a)) * 9 + bend * 2.0))
    fine = np.abs(noise_image(rng, size, cells=6, octaves=5))
    vein = np.exp(-veins * 7) * 0.55 + np.exp(-fine * 9) * 0.3
    cloud = noise_image(rng, size, cells=4, octaves=4)
    target = np.float32(0.35) if colour.mean() > 0.25 else np.float32(2.2)
    return colour * (1 + 0.06 * cloud[..., None]) * (1 + (target - 1) * vein[..., None])


def _linen(rng: np.random.Generator, size: int) -> Floats:
    colour = _pick(rng, _CLOTHS)
    threads = size // 6
    x, y = np.meshgrid(np.arange(size, dtype=np.float32), np.arange(size, dtype=np.float32))
    warp = cv2.resize(
        rng.normal(1, 0.10, (8, threads)).astype(np.float32), (size, size), interpolation=cv2.INTER_LINEAR
    )
    weft = cv2.resize(
        rng.normal(1, 0.10, (threads, 8)).astype(np.float32), (size, size), interpolation=cv2.INTER_LINEAR
    )
    weave = 1 + 0.06 * np.sin(x * np.pi / 3) * np.sin(y * np.pi / 3)
    fold = noise_image(rng, size, cells=3, octaves=2)
    return colour * (weave * (warp + weft) / 2 * (1 + 0.05 * fold))[..., None]


def _checks(rng: np.random.Generator, size: int) -> Floats:
    ground = linear((232, 226, 216))
    colour = _pick(rng, _CLOTHS) * np.float32(0.8)
    n = int(rng.integers(8, 18))
    t = np.arange(size, dtype=np.float32) / size * n
    stripe = np.clip((np.abs((t % 1) - 0.5) - 0.25) * size / n / 1.5 + 0.5, 0, 1)
    cover = (stripe[:, None] + stripe[None, :]) / 2
    return (ground + (colour - ground) * cover[..., None]) * _linen(
        np.random.default_rng(int(rng.integers(1 << 30))), size
    ).mean(-1, keepdims=True).clip(0.05) ** np.float32(0.12)


def _tiles(rng: np.random.Generator, size: int) -> Floats:
    colour = _pick(rng, [*_STONES, *_CLOTHS])
    n = int(rng.integers(4, 9))
    t = np.arange(size, dtype=np.float32) / size * n
    index = np.minimum(t.astype(np.int32), n - 1)
    shade = rng.normal(1, 0.07, (n, n)).astype(np.float32)[index[:, None], index[None, :]]
    gap = np.minimum(np.abs(t - np.round(t))[:, None], np.abs(t - np.round(t))[None, :]) * size / n
    inside = np.clip((gap - size / 260) / (size / 400), 0, 1)[..., None]
    cloud = noise_image(rng, size, cells=10, octaves=4)
    tile = colour * (shade * (1 + 0.06 * cloud))[..., None]
    grout = linear((120, 114, 108)) * (1 + 0.1 * cloud[..., None])
    return grout + (tile - grout) * inside


def _slate(rng: np.random.Generator, size: int) -> Floats:
    colour = linear((84, 88, 92)) * np.float32(rng.uniform(0.7, 1.5))
    rough = noise_image(rng, size, cells=5, octaves=7)
    return colour * (1 + 0.16 * rough[..., None])


def _felt(rng: np.random.Generator, size: int) -> Floats:
    colour = _pick(rng, [*_CLOTHS, (60, 104, 76), (96, 40, 52), (48, 62, 98)])
    grain = cv2.GaussianBlur(rng.normal(0, 1, (size, size)).astype(np.float32), (0, 0), size / 1400)
    return colour * (1 + 0.07 * noise_image(rng, size, cells=4, octaves=3) + 0.10 * grain)[..., None]


_MAKERS = {
    "wood": _wood,
    "marble": _marble,
    "linen": _linen,
    "checks": _checks,
    "tiles": _tiles,
    "slate": _slate,
    "felt": _felt,
}


@lru_cache(maxsize=2 * BANK)
def table_texture(index: int, size: int) -> tuple[str, NDArray[np.uint8]]:
    """One of BANK table tops: its kind and its sRGB albedo, (size, size, 3) uint8."""
    rng = np.random.default_rng([7121, index])
    kind = KINDS[index % len(KINDS)]
    albedo = np.clip(_MAKERS[kind](rng, size), 0.01, 0.95)
    return kind, np.round(255 * albedo ** (1 / 2.2)).astype(np.uint8)
