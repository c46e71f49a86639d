"""The classes: ball, book, bottle, candle, die, mug and pear, all painted from one palette."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scenes.mesh import Mesh, ellipsoid, joined, lathe, rotation_about, rounded_box, smooth_curve, tube
from scenes.paint import Material, Paint, blended, layered, linear, mottled, pick_colour, plain
from scenes.things import UPRIGHT, Thing, box_cells, posed

Floats = NDArray[np.float32]
Bools = NDArray[np.bool_]


def _turn(rng: np.random.Generator) -> float:
    return float(rng.uniform(0, 2 * np.pi))


def _random_rotation(rng: np.random.Generator) -> Floats:
    q, r = np.linalg.qr(rng.normal(size=(3, 3)))
    q = q * np.sign(np.diag(r))
    return (q * np.linalg.det(q)).astype(np.float32)


def ball(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A ball: beach stripes, a ring, dots or seams."""
    mesh = ellipsoid((1, 1, 1), segments=segments)
    a, b, style = pick_colour(rng), pick_colour(rng), int(rng.integers(4))
    light = linear((236, 230, 220))
    if style == 0:
        gores = 6

        def odd(p: Floats) -> Bools:
            return (np.floor(np.arctan2(p[:, 1], p[:, 0]) / (2 * np.pi) * gores) % 2) == 1

        coat = layered((None, a), (odd, light), (lambda p: np.abs(p[:, 2]) > 0.93, b))
    elif style == 1:
        coat = layered((None, a), (lambda p: np.abs(p[:, 2]) < 0.3, light), (lambda p: np.abs(p[:, 2]) < 0.16, b))
    elif style == 2:
        stars = rng.normal(size=(9, 3)).astype(np.float32)
        stars /= np.linalg.norm(stars, axis=1, keepdims=True)
        coat = layered((None, a), (lambda p: (p @ stars.T).max(-1) > 0.95, light))
    else:

        def seam(p: Floats) -> Bools:
            lines = np.stack([p[:, 0], p[:, 1], p[:, 0] ** 2 - 0.45 + 0 * p[:, 2]], -1)
            return (np.abs(lines) < 0.035).any(-1)

        coat = layered((None, a), (seam, a * np.float32(0.12)))
    coat = mottled(coat, rng, amount=0.04, scale=2.0)
    skin = Material(coat, gloss=float(rng.uniform(20, 90)), shine=float(rng.uniform(0.2, 0.7)))
    return posed("ball", mesh, [skin], pose=_random_rotation(rng), turn=0.0, size=0.5, rounded=1.0)


def _book_coat(rng: np.random.Generator, half: tuple[float, float, float]) -> Paint:
    cover, print_ = pick_colour(rng), linear((232, 214, 170)) if rng.random() < 0.6 else pick_colour(rng)
    page = linear((232, 222, 200))
    board = half[2] * 0.78
    frame, bars, disc = rng.random() < 0.6, int(rng.integers(1, 4)), rng.random() < 0.5
    cx, cy = half[0], half[1]

    def paint(p: Floats) -> Floats:
        out = np.broadcast_to(cover, p.shape).copy()
        x, y, z = p[:, 0], p[:, 1], p[:, 2]
        front = np.abs(z) > board
        leaves = (np.abs(z) < board) & (x > -cx + 0.05)
        stripes = 1 - 0.16 * (np.sin(z / half[2] * 34) > 0.2).astype(np.float32)
        out[leaves] = page * stripes[leaves, None]
        fx, fy = np.abs(x) / cx, np.abs(y) / cy
        ornament = front & (
            ((np.maximum(fx, fy * cy / cx + 1 - cy / cx) > 0.86) & (np.maximum(fx, fy) < 0.93))
            if frame
            else np.zeros(len(p), bool)
        )
        for i in range(bars):
            ornament |= front & (np.abs(x - cx * (0.0 - 0.22 * i) + 0.35 * cx) < 0.05 * cx) & (fy < 0.55 - 0.12 * i)
        if disc:
            ornament |= front & ((x - 0.4 * cx) ** 2 + y**2 < (0.24 * cy) ** 2)
        spine = (x < -cx + 0.02) & (np.abs(fy - 0.62) < 0.06)
        out[ornament | spine] = print_
        return out

    return paint


def book(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A hard-cover book, lying or standing."""
    half = (float(rng.uniform(0.62, 0.78)), 1.0, float(rng.uniform(0.10, 0.24)))
    mesh = rounded_box(half, 0.03, steps=2, cells=max(6, box_cells(segments)))
    coat = Material(
        mottled(_book_coat(rng, half), rng, amount=0.04, scale=2.0), gloss=25, shine=float(rng.uniform(0.05, 0.3))
    )
    upright = rng.random() < 0.2
    pose = rotation_about("y", np.pi / 2) @ rotation_about("z", np.pi / 2) if upright else UPRIGHT
    return posed("book", mesh, [coat], pose=pose, turn=_turn(rng), size=0.85, rounded=0.05)


def bottle(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A bottle with a neck, a cap and often a label, standing or lying."""
    body, neck = float(rng.uniform(0.3, 0.4)), float(rng.uniform(0.1, 0.14))
    shoulder, high = float(rng.uniform(0.9, 1.15)), float(rng.uniform(1.75, 2.1))
    curve = smooth_curve(
        [
            (body, 0.06),
            (body, shoulder),
            (body * 0.82, shoulder + 0.18),
            (neck, shoulder + 0.45),
            (neck * 0.95, high - 0.2),
        ],
        4,
    )
    glass = lathe(
        [(0, 0), (body * 0.85, 0), *curve, (neck * 1.2, high - 0.18), (neck * 1.2, high - 0.12), (neck, high - 0.1)],
        segments=segments,
    )
    cap = lathe(
        [(neck * 1.12, high - 0.14), (neck * 1.12, high), (neck * 0.9, high + 0.02), (0, high + 0.02)],
        segments=segments,
        part=1,
    )
    colour, label, ink = (
        pick_colour(rng),
        linear((236, 228, 208)) if rng.random() < 0.7 else pick_colour(rng),
        pick_colour(rng),
    )
    deep = colour * np.float32(rng.uniform(0.35, 0.9))
    coat: Paint
    if rng.random() < 0.75:
        low, top = 0.28, shoulder - 0.12
        coat = layered(
            (None, deep),
            (lambda p: (p[:, 2] > low) & (p[:, 2] < top), label),
            (lambda p: (np.abs(p[:, 2] - (low + top) / 2) < 0.1) & (p[:, 0] > -0.1), ink),
            (lambda p: (np.abs(p[:, 2] - low - 0.05) < 0.015) | (np.abs(p[:, 2] - top + 0.05) < 0.015), ink),
        )
    else:
        coat = plain(deep)
    skin = Material(coat, gloss=120, shine=float(rng.uniform(0.6, 1.0)))
    lid = Material(plain(pick_colour(rng)), gloss=30, shine=0.3)
    lying = rng.random() < 0.22
    pose = rotation_about("y", np.pi / 2) if lying else UPRIGHT
    return posed(
        "bottle",
        joined([glass, cap]),
        [skin, lid],
        pose=pose,
        turn=_turn(rng),
        size=0.85,
        rounded=0.4 if lying else 1.0,
    )


def candle(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A wax candle with a melted hollow and a wick, lit or not."""
    r, high = float(rng.uniform(0.3, 0.42)), float(rng.uniform(0.8, 1.5))
    rim = smooth_curve(
        [(r, high - 0.06), (r - 0.03, high), (r - 0.09, high - 0.02), (r * 0.5, high - 0.08), (0.0, high - 0.1)], 3
    )
    wax = lathe([(0, 0), (r * 1.02, 0), (r, 0.05), (r, high * 0.5), *rim], segments=segments)
    angle = np.arctan2(wax.vertices[:, 1], wax.vertices[:, 0])
    sag = 0.05 * np.sin(angle * 2 + rng.uniform(0, 6)) * np.clip(wax.vertices[:, 2] / high, 0, 1) ** 4
    wax = Mesh(
        np.column_stack([wax.vertices[:, :2], wax.vertices[:, 2] + sag]).astype(np.float32),
        wax.normals,
        wax.faces,
        wax.parts,
    )
    bend = float(rng.uniform(-0.05, 0.05))
    path = np.stack([np.linspace(0, bend, 5), np.zeros(5), np.linspace(high - 0.12, high + 0.14, 5)], 1).astype(
        np.float32
    )
    wick = tube(path, 0.028, segments=6, part=1)
    colour = pick_colour(rng)
    wax_coat = blended(
        colour,
        np.minimum(colour * 1.5 + 0.08, 0.95).astype(np.float32),
        np.array([0, 0, 1], np.float32),
        start=0.2 * high,
        stop=high,
    )
    parts = [wax, wick]
    materials = [
        Material(mottled(wax_coat, rng, amount=0.06, scale=2.0), gloss=14, shine=0.22),
        Material(plain(linear((52, 44, 40))), shine=0.0),
    ]
    if rng.random() < 0.55:
        tall = float(rng.uniform(0.42, 0.6))
        drop = smooth_curve([(0.0, 0.0), (0.085, 0.1), (0.1, 0.19), (0.05, 0.36), (0.0, 0.5)], 3)
        flame = lathe(
            [(x, z * tall / 0.5 + high + 0.06) for x, z in drop],
            segments=max(8, segments // 2),
            part=2,
            crease_degrees=80,
        )
        parts.append(flame.transformed(UPRIGHT, offset=(bend, 0, 0)))
        inner, outer = linear((255, 250, 214)), linear((255, 186, 70))
        fire = blended(inner, outer, np.array([0, 0, 1], np.float32), start=high + 0.15, stop=high + tall)
        materials.append(Material(fire, shine=0.0, glow=1.5))
    return posed("candle", joined(parts), materials, pose=UPRIGHT, turn=_turn(rng), size=0.95, rounded=1.0)


_PIPS = {
    1: [(0, 0)],
    2: [(-1, -1), (1, 1)],
    3: [(-1, -1), (0, 0), (1, 1)],
    4: [(-1, -1), (-1, 1), (1, -1), (1, 1)],
    5: [(-1, -1), (-1, 1), (0, 0), (1, -1), (1, 1)],
    6: [(-1, -1), (-1, 0), (-1, 1), (1, -1), (1, 0), (1, 1)],
}


def die(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A die with rounded edges; opposite sides add up to seven."""
    mesh = rounded_box((1, 1, 1), float(rng.uniform(0.16, 0.3)), steps=3, cells=box_cells(segments))
    colour = linear((236, 230, 218)) if rng.random() < 0.3 else pick_colour(rng)
    pip = linear((30, 28, 30)) if colour.mean() > 0.2 else linear((240, 236, 226))
    sides = [(0, 1, 1), (0, -1, 6), (1, 1, 2), (1, -1, 5), (2, 1, 3), (2, -1, 4)]

    def dotted(p: Floats) -> Bools:
        out = np.zeros(len(p), bool)
        for axis, sign, count in sides:
            u, v = p[:, (axis + 1) % 3], p[:, (axis + 2) % 3]
            here = p[:, axis] * sign > 0.93
            for x, y in _PIPS[count]:
                out |= here & ((u - 0.47 * x) ** 2 + (v - 0.47 * y) ** 2 < 0.175**2)
        return out

    coat = layered((None, colour), (dotted, pip))
    quarter = [rotation_about(a, float(rng.integers(4)) * np.pi / 2) for a in "xyx"]
    pose = quarter[0] @ quarter[1] @ quarter[2]
    skin = Material(coat, gloss=60, shine=float(rng.uniform(0.25, 0.6)))
    return posed("die", mesh, [skin], pose=pose, turn=_turn(rng), size=0.38, rounded=0.25)


def mug(rng: np.random.Generator, segments: int, camera_turn: float) -> Thing:
    """A mug with a handle, straight or bellied, with or without a band."""
    r, high = float(rng.uniform(0.46, 0.56)), float(rng.uniform(0.95, 1.25))
    belly = r * float(rng.uniform(0.95, 1.15))
    outside = smooth_curve([(r * 0.86, 0.02), (r * 0.97, 0.1), (belly, high * 0.45), (r, high - 0.02)], 3)
    profile = [
        (0, 0),
        (r * 0.82, 0),
        *outside,
        (r - 0.02, high),
        (r - 0.05, high),
        (r - 0.07, high - 0.02),
        (r * 0.86, high * 0.4),
        (r * 0.75, 0.1),
        (0, 0.08),
    ]
    cup = lathe(profile, segments=segments)
    t = np.linspace(-1.35, 1.35, max(9, segments // 2))
    path = np.stack([r * 0.93 + 0.42 * np.cos(t), np.zeros_like(t), high * 0.5 + 0.33 * high * np.sin(t)], 1).astype(
        np.float32
    )
    handle = tube(path, 0.06, segments=max(8, segments // 3), flat=1.5, part=1)
    a, b, style = pick_colour(rng), pick_colour(rng), int(rng.integers(4))
    inside = linear((232, 226, 214)) if rng.random() < 0.6 else a
    drink = linear((58, 34, 22)) if rng.random() < 0.6 else linear((150, 84, 34))
    level = high * float(rng.uniform(0.55, 0.8))
    rim = r - 0.035

    def within(p: Floats) -> Bools:
        return p[:, 0] ** 2 + p[:, 1] ** 2 < (np.where(p[:, 2] > high * 0.9, rim, r * 0.9)) ** 2

    bands: list[tuple[object, Floats]] = []
    if style == 1:
        bands = [(lambda p: np.abs(p[:, 2] - high * 0.5) < high * 0.16, b)]
    elif style == 2:
        bands = [(lambda p: p[:, 2] < high * 0.35, b)]
    elif style == 3:
        bands = [(lambda p: np.sin(np.arctan2(p[:, 1], p[:, 0]) * 9) * np.sin(p[:, 2] * 16) > 0.55, b)]
    coat = layered((None, a), *bands, (within, inside))  # type: ignore[arg-type]
    glaze = {"gloss": float(rng.uniform(40, 110)), "shine": float(rng.uniform(0.3, 0.7))}
    parts, materials = [cup, handle], [Material(coat, **glaze), Material(plain(a), **glaze)]
    if rng.random() < 0.6:
        parts.append(lathe([(r * 0.9, level), (0, level)], segments=segments, part=2))
        materials.append(Material(plain(drink), gloss=200, shine=0.5))
    # The handle is turned to where the camera can see it: a mug seen from the other side is a cup without a handle.
    turn = camera_turn + float(rng.choice([-1.0, 1.0]) * rng.uniform(0.35, 2.1))
    return posed("mug", joined(parts), materials, pose=UPRIGHT, turn=turn, size=1.0, rounded=0.8)


def pear(rng: np.random.Generator, segments: int, _camera_turn: float) -> Thing:
    """A pear with a stem, standing or lying."""
    neck = float(rng.uniform(0.24, 0.34))
    points = [
        (0.0, 0.06),
        (0.2, 0.0),
        (0.52, 0.22),
        (0.6, 0.5),
        (0.48, 0.86),
        (neck, 1.15),
        (neck * 0.8, 1.32),
        (0.06, 1.42),
        (0.0, 1.38),
    ]
    body = lathe(smooth_curve(points, 3), segments=segments, crease_degrees=80)
    z = np.linspace(1.34, 1.72, 6)
    path = np.stack([0.12 * ((z - 1.34) / 0.38) ** 2, np.zeros(6), z], 1).astype(np.float32)
    stem = tube(path, 0.032, segments=6, part=1)
    a, b = pick_colour(rng), pick_colour(rng)
    blush = blended(a, a + (b - a) * np.float32(0.6), np.array([1, 0, 0.2], np.float32), start=-0.4, stop=0.6)
    dots = rng.uniform(-0.7, 0.7, (14, 3)).astype(np.float32) + np.array([0, 0, 0.7], np.float32)
    speckled = layered_over(blush, dots)
    skin = Material(mottled(speckled, rng, amount=0.08, scale=4.0), gloss=26, shine=float(rng.uniform(0.15, 0.4)))
    wood = Material(plain(linear((92, 66, 44))), shine=0.02)
    lean = float(rng.uniform(-0.15, 0.15)) if rng.random() < 0.75 else float(rng.uniform(1.2, 1.45))
    return posed(
        "pear",
        joined([body, stem]),
        [skin, wood],
        pose=rotation_about("y", lean),
        turn=_turn(rng),
        size=0.72,
        rounded=1.0,
    )


def layered_over(paint: Paint, dots: Floats) -> Paint:
    """A paint with small darker freckles near the given points."""

    def speckled(p: Floats) -> Floats:
        near = ((p[:, None] - dots[None]) ** 2).sum(-1).min(-1)
        return paint(p) * np.where(near < 0.004, np.float32(0.6), np.float32(1.0))[:, None]

    return speckled


CLASSES = {"ball": ball, "book": book, "bottle": bottle, "candle": candle, "die": die, "mug": mug, "pear": pear}
