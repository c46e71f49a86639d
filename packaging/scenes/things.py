"""A thing: a posed mesh with materials and a footprint; and the pens, pebbles and coins that have no class."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.mesh import Mesh, ellipsoid, joined, lathe, rotation_about, rounded_box, sheet, smooth_curve, tube
from scenes.paint import Material, blended, layered, linear, mottled, pick_colour, plain

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Thing:
    """An object at unit scale, posed so that it stands on z = 0.

    Attributes:
        name: class name, or "" for a distractor.
        mesh: the posed mesh.
        materials: by part index of the mesh.
        object_points: (V, 3) the vertices before posing, where paints are evaluated.
        footprint: half length along x, half length along y, corner radius of its base.
        size: its usual size against other things of the scene.
    """

    name: str
    mesh: Mesh
    materials: tuple[Material, ...]
    object_points: Floats
    footprint: tuple[float, float, float]
    size: float

    @property
    def height(self) -> float:
        """Largest height above the table at unit scale."""
        return float(self.mesh.vertices[:, 2].max())


def posed(
    name: str, mesh: Mesh, materials: list[Material], *, pose: Floats, turn: float, size: float, rounded: float
) -> Thing:
    """A thing from a mesh in its own frame: posed, set down on the table, turned about the vertical."""
    laid = mesh.transformed(pose)
    low, high = laid.vertices.min(0), laid.vertices.max(0)
    middle = (low + high) / 2
    laid = laid.transformed(np.eye(3, dtype=np.float32), offset=(-float(middle[0]), -float(middle[1]), -float(low[2])))
    half_x, half_y = float(high[0] - low[0]) / 2, float(high[1] - low[1]) / 2
    turned = laid.transformed(rotation_about("z", turn))
    return Thing(name, turned, tuple(materials), mesh.vertices, (half_x, half_y, rounded * min(half_x, half_y)), size)


def _turn(rng: np.random.Generator) -> float:
    return float(rng.uniform(0, 2 * np.pi))


UPRIGHT = np.eye(3, dtype=np.float32)


def box_cells(segments: int) -> int:
    """Quads along a box's side: finer in fine pictures, where a coarse box would leave gaps in its own shadow."""
    return max(3, (segments - 23) // 2)


def pebble(rng: np.random.Generator, segments: int) -> Thing:
    """A flattened, bumpy stone."""
    mesh = ellipsoid((1, float(rng.uniform(0.6, 0.9)), float(rng.uniform(0.35, 0.55))), segments=segments)
    waves = rng.normal(0, 1.4, (4, 3)).astype(np.float32)
    bump = 1 + 0.05 * np.sin(mesh.vertices @ waves.T + rng.uniform(0, 6, 4).astype(np.float32)).sum(-1, keepdims=True)
    mesh = Mesh((mesh.vertices * bump).astype(np.float32), mesh.normals, mesh.faces, mesh.parts)
    grey = linear((150, 144, 136)) * np.float32(rng.uniform(0.3, 1.2))
    colour = grey if rng.random() < 0.6 else pick_colour(rng) * np.float32(0.8)
    stone = Material(mottled(plain(colour), rng, amount=0.25, scale=4.0), gloss=18, shine=float(rng.uniform(0, 0.2)))
    return posed("", mesh, [stone], pose=UPRIGHT, turn=_turn(rng), size=0.42, rounded=1.0)


def pen(rng: np.random.Generator, segments: int) -> Thing:
    """A pen or pencil lying on its side."""
    r = 0.07
    profile = [
        (0.0, -1.0),
        (r * 0.25, -0.97),
        (r, -0.78),
        (r, 0.0),
        (r, 0.3),
        (r * 1.05, 0.31),
        (r * 1.05, 0.92),
        (0.6 * r, 0.97),
        (0, 0.98),
    ]
    mesh = lathe(profile, segments=max(10, segments // 2))
    body, cap = pick_colour(rng), pick_colour(rng)
    tip = linear((60, 56, 54)) if rng.random() < 0.5 else linear((220, 186, 140))
    coat = layered((None, body), (lambda p: p[:, 2] > 0.3, cap), (lambda p: p[:, 2] < -0.8, tip))
    return posed(
        "",
        mesh,
        [Material(coat, gloss=60, shine=0.45)],
        pose=rotation_about("y", np.pi / 2),
        turn=_turn(rng),
        size=0.95,
        rounded=0.9,
    )


def coin(rng: np.random.Generator, segments: int) -> Thing:
    """A coin with a raised rim, or a button with holes."""
    profile = [(1, 0), (1, 0.13), (0.97, 0.15), (0.86, 0.15), (0.84, 0.12), (0, 0.12)]
    mesh = lathe(profile, segments=segments)
    if rng.random() < 0.5:
        metal = linear([(190, 150, 84), (176, 176, 180), (164, 104, 70)][int(rng.integers(3))])
        coat, shine = mottled(plain(metal), rng, amount=0.2, scale=5.0), 0.8
    else:
        colour = pick_colour(rng)

        def hole(p: Floats) -> NDArray[np.bool_]:
            return ((np.abs(np.abs(p[:, 0]) - 0.22) ** 2 + np.abs(np.abs(p[:, 1]) - 0.22) ** 2) < 0.014) & (
                p[:, 2] > 0.1
            )

        coat, shine = layered((None, colour), (hole, colour * np.float32(0.12))), 0.35
    return posed(
        "", mesh, [Material(coat, gloss=40, shine=shine)], pose=UPRIGHT, turn=_turn(rng), size=0.3, rounded=1.0
    )


def scrap(rng: np.random.Generator, segments: int) -> Thing:
    """A scrap of paper with a lifted corner."""
    corners = int(rng.integers(4, 7))
    angle = np.sort((np.arange(corners) + rng.uniform(-0.25, 0.25, corners)) * 2 * np.pi / corners)
    radius = rng.uniform(0.75, 1.0, corners)
    points = np.stack([radius * np.cos(angle), radius * 0.75 * np.sin(angle)], 1)
    steps = max(3, segments // 6)
    outline = np.concatenate(
        [
            a + (b - a) * np.linspace(0, 1, steps, endpoint=False)[:, None]
            for a, b in zip(points, np.roll(points, -1, 0), strict=True)
        ]
    )
    mesh = sheet(outline.astype(np.float32), lift=float(rng.uniform(0.02, 0.16)))
    paper = linear((236, 230, 218)) if rng.random() < 0.6 else pick_colour(rng)
    ink = paper * np.float32(0.35)
    coat = layered(
        (None, paper),
        (lambda p: (np.abs((p[:, 1] * 7) % 1 - 0.5) < 0.1) & (np.abs(p[:, 0]) < 0.5) & (np.abs(p[:, 1]) < 0.4), ink),
    )
    return posed("", mesh, [Material(coat, shine=0.0)], pose=UPRIGHT, turn=_turn(rng), size=0.55, rounded=0.4)


def eraser(rng: np.random.Generator, segments: int) -> Thing:
    """An eraser or a matchbox: a small box of two colours."""
    mesh = rounded_box(
        (1, float(rng.uniform(0.4, 0.6)), float(rng.uniform(0.25, 0.4))), 0.07, steps=2, cells=box_cells(segments)
    )
    split, a, b = float(rng.uniform(-0.3, 0.5)), pick_colour(rng), pick_colour(rng)
    coat = layered((None, a), (lambda p: p[:, 0] > split, b))
    return posed(
        "", mesh, [Material(coat, gloss=12, shine=0.08)], pose=UPRIGHT, turn=_turn(rng), size=0.42, rounded=0.3
    )


def block(rng: np.random.Generator, segments: int) -> Thing:
    """A wooden toy cube without pips."""
    mesh = rounded_box((1, 1, float(rng.uniform(0.6, 1.0))), 0.1, steps=2, cells=box_cells(segments))
    wood = mottled(plain(pick_colour(rng)), rng, amount=0.12, scale=7.0)
    return posed(
        "", mesh, [Material(wood, gloss=14, shine=0.08)], pose=UPRIGHT, turn=_turn(rng), size=0.42, rounded=0.2
    )


def tumbler(rng: np.random.Generator, segments: int) -> Thing:
    """A cup with no handle."""
    top, high = float(rng.uniform(0.5, 0.75)), float(rng.uniform(0.6, 1.1))
    profile = [
        (0.4, 0),
        (0.44, 0.02),
        (top, high),
        (top - 0.03, high + 0.02),
        (top - 0.07, high),
        (0.4, 0.09),
        (0, 0.08),
    ]
    mesh = lathe(profile, segments=segments)
    coat = mottled(plain(pick_colour(rng)), rng, amount=0.05, scale=3.0)
    return posed(
        "", mesh, [Material(coat, gloss=50, shine=0.35)], pose=UPRIGHT, turn=_turn(rng), size=0.55, rounded=1.0
    )


def leaf(rng: np.random.Generator, segments: int) -> Thing:
    """A fallen leaf."""
    t = np.linspace(0, 2 * np.pi, max(24, segments), endpoint=False)
    x = np.cos(t)
    outline = np.stack([x, 0.42 * np.sin(t) * (1 - 0.55 * x**2) ** 0.6], 1).astype(np.float32)
    mesh = sheet(outline, lift=float(rng.uniform(0.05, 0.25)))
    colour = linear([(104, 140, 60), (188, 120, 44), (150, 70, 40), (80, 108, 70)][int(rng.integers(4))])
    vein = lambda p: (np.abs(p[:, 1]) < 0.018) | (np.abs((np.abs(p[:, 1]) * 1.2 - p[:, 0]) * 4 % 1 - 0.5) < 0.06)  # noqa: E731
    coat = mottled(layered((None, colour), (vein, colour * np.float32(1.5))), rng, amount=0.15, scale=3.0)
    return posed("", mesh, [Material(coat, gloss=20, shine=0.1)], pose=UPRIGHT, turn=_turn(rng), size=0.55, rounded=0.8)


DISTRACTORS = (pebble, pebble, pen, pen, coin, coin, scrap, eraser, block, tumbler, leaf)
__all__ = ["DISTRACTORS", "UPRIGHT", "Thing", "blended", "joined", "posed", "smooth_curve", "tube"]
