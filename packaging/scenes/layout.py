"""What stands where: camera, things, sizes and places of one scene."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scenes.classes import CLASSES
from scenes.mesh import Mesh
from scenes.raster import Camera, look_down
from scenes.things import DISTRACTORS, Thing

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class SceneStyle:
    """What kind of scenes to draw.

    Attributes:
        area: median share of the picture that the box of a middle-sized object covers.
        area_spread: spread of that share between scenes (standard deviation of its logarithm).
        classes: fewest and most objects with a class.
        distractors: fewest and most things without a class.
        cut: True lets objects run over the picture's edge.
    """

    area: float = 0.055
    area_spread: float = 0.6
    classes: tuple[int, int] = (1, 4)
    distractors: tuple[int, int] = (2, 7)
    cut: bool = False


CLOSE_UP = SceneStyle(area=0.24, area_spread=0.55, classes=(1, 3), distractors=(0, 4), cut=True)
WHOLE = SceneStyle(area=0.19, area_spread=0.5, classes=(1, 2), distractors=(0, 3))
NO_CLASS = SceneStyle(area=0.09, area_spread=0.8, classes=(0, 0), distractors=(0, 8), cut=True)


@dataclass(frozen=True)
class Placed:
    """A thing on the table.

    Attributes:
        thing: what it is.
        mesh: in world coordinates.
        x: table coordinate of its middle.
        y: table coordinate of its middle.
        scale: world units a unit of the thing.
    """

    thing: Thing
    mesh: Mesh
    x: float
    y: float
    scale: float


@dataclass(frozen=True)
class Layout:
    """Camera and things of a scene, classes first; `camera_turn` is where the camera stands around the table."""

    camera: Camera
    camera_turn: float
    placed: tuple[Placed, ...]


def sample_layout(rng: np.random.Generator, style: SceneStyle, *, width: int, height: int, segments: int) -> Layout:
    """A seeded camera and seeded things that do not stand in one another.

    Args:
        rng: source of all choices.
        style: what kind of scene.
        width: picture width in pixels.
        height: picture height in pixels.
        segments: quads around a round thing.
    """
    turn = float(rng.uniform(0, 2 * np.pi))
    camera = look_down(
        pitch=float(rng.uniform(0.62, 1.12)),
        turn=turn,
        distance=10.0,
        field_of_view=float(rng.uniform(0.55, 0.8)),
        width=width,
        height=height,
    )
    base = float(np.clip(style.area * np.exp(rng.normal(0, style.area_spread)), 0.014, 0.75))
    unit = np.sqrt(base * width * height) / (1.1 * camera.focal / 10.0)
    names = list(CLASSES)
    placed: list[Placed] = []
    boxes: list[Floats] = []
    wanted = int(rng.integers(style.classes[0], style.classes[1] + 1))
    order = [names[int(i)] for i in rng.permutation(len(names))[:wanted]]
    if wanted > 1 and rng.random() < 0.18:
        order[-1] = order[0]
    things = [CLASSES[name](rng, segments, turn) for name in order]
    for _ in range(int(rng.integers(style.distractors[0], style.distractors[1] + 1))):
        things.append(DISTRACTORS[int(rng.integers(len(DISTRACTORS)))](rng, max(10, segments * 2 // 3)))
    for thing in things:
        jitter = float(np.clip(np.exp(rng.normal(0, 0.28)), 0.5, 2.0))
        scale = unit * thing.size * jitter
        for _ in range(14):
            spot = _try_place(rng, thing, scale, camera, placed, boxes, cut=style.cut)
            if spot is not None:
                placed.append(spot[0])
                boxes.append(spot[1])
                break
            scale *= 0.96
    return Layout(camera, turn, tuple(placed))


def _try_place(
    rng: np.random.Generator,
    thing: Thing,
    scale: float,
    camera: Camera,
    placed: list[Placed],
    boxes: list[Floats],
    *,
    cut: bool,
) -> tuple[Placed, Floats] | None:
    margin = -0.05 if cut else 0.06
    pixel = (
        float(rng.uniform(margin, 1 - margin)) * camera.width,
        float(rng.uniform(margin + 0.04, 1 - margin / 2)) * camera.height,
    )
    x, y = camera.to_table(pixel)
    reach = scale * float(np.hypot(*thing.footprint[:2])) * (1.0 if thing.footprint[2] < 0.2 else 0.92)
    for other in placed:
        far = (
            other.scale
            * float(np.hypot(*other.thing.footprint[:2]))
            * (1.0 if other.thing.footprint[2] < 0.2 else 0.92)
        )
        if np.hypot(x - other.x, y - other.y) < 0.82 * (reach + far):
            return None
    mesh = thing.mesh.transformed(np.eye(3, dtype=np.float32), scale=scale, offset=(x, y, 0.0))
    screen, depth = camera.project(mesh.vertices)
    if depth.min() < 1.0:
        return None
    box = np.concatenate([screen.min(0), screen.max(0)]).astype(np.float32)
    edge = 0.004 * camera.width
    if not cut and (box[0] < edge or box[1] < edge or box[2] > camera.width - edge or box[3] > camera.height - edge):
        return None
    size = float((box[2] - box[0]) * (box[3] - box[1]))
    for other_box in boxes:
        common = np.clip(np.minimum(box[2:], other_box[2:]) - np.maximum(box[:2], other_box[:2]), 0, None).prod()
        other_size = float((other_box[2:] - other_box[:2]).prod())
        if common > 0.45 * min(size, other_size):
            return None
    return Placed(thing, mesh, x, y, scale), box
