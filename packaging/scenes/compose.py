"""One scene from one seed: picture, labels, visible masks and true boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from scenes.classes import CLASSES
from scenes.layout import CLOSE_UP, NO_CLASS, Layout, Placed, SceneStyle, sample_layout
from scenes.lighting import Light, photographed, sample_light, shade, tone_mapped
from scenes.raster import Camera, Fragments, ShadowMap, rasterise, shadow_map
from scenes.tables import BANK, SHINE, table_texture

__all__ = ["CLASS_NAMES", "CLOSE_UP", "NO_CLASS", "Scene", "SceneObject", "SceneStyle", "render_scene"]

Floats = NDArray[np.float32]
CLASS_NAMES = tuple(CLASSES)
PLAIN = SceneStyle()
VISIBLE_ENOUGH = 0.30
_LINEAR = ((np.arange(256) / 255.0) ** 2.2).astype(np.float32)


@dataclass(frozen=True)
class SceneObject:
    """One object with a class, as far as it is visible.

    Attributes:
        name: class name.
        box: (x1, y1, x2, y2) of the visible mask, half-open pixels of the picture.
        area: visible pixels of the picture (fractional where edges are blended).
        visible: share of the whole object that is seen.
    """

    name: str
    box: tuple[float, float, float, float]
    area: float
    visible: float


@dataclass(frozen=True)
class Scene:
    """A picture with its truth.

    Attributes:
        image: (H, W, 3) uint8 RGB.
        objects: the visible objects with a class.
        owners: (H, W) int16 at the drawn resolution: index into `objects` of the visible object, -1 for anything else.
    """

    image: NDArray[np.uint8]
    objects: tuple[SceneObject, ...]
    owners: NDArray[np.int16]

    def labels(self) -> NDArray[np.int8]:
        """(K,) 1 a class is shown, 0 it is not, -1 only a small or hidden part of it is shown."""
        out = np.zeros(len(CLASS_NAMES), np.int8)
        for item in self.objects:
            index = CLASS_NAMES.index(item.name)
            if item.visible >= VISIBLE_ENOUGH:
                out[index] = 1
            elif item.visible > 0.08 and out[index] == 0:
                out[index] = -1
        return out


def render_scene(
    seed: int | tuple[int, ...],
    *,
    width: int = 640,
    height: int = 480,
    supersampling: float = 1.0,
    style: SceneStyle = PLAIN,
    segments: int = 22,
    taps: int = 8,
    texture_size: int = 768,
) -> Scene:
    """The scene of a seed.

    Args:
        seed: equal seeds and settings give equal scenes.
        width: picture width in pixels.
        height: picture height in pixels.
        supersampling: the scene is drawn this many times larger and averaged down.
        style: what kind of scene.
        segments: quads around a round thing.
        taps: samples of a soft shadow.
        texture_size: side of the table's texture in pixels.
    """
    for attempt in range(20):
        rng = np.random.default_rng([*(seed if isinstance(seed, tuple) else (seed,)), attempt])
        drawn_w, drawn_h = round(width * supersampling), round(height * supersampling)
        layout = sample_layout(rng, style, width=drawn_w, height=drawn_h, segments=segments)
        seen = [rasterise(item.mesh, item.thing.object_points, layout.camera) for item in layout.placed]
        owner = _owners(seen, height=drawn_h, width=drawn_w)
        objects, indices = _objects(layout, seen, owner, shrink=supersampling, width=width, height=height)
        enough = all(o.visible >= VISIBLE_ENOUGH for o in objects)
        if style.cut or (enough and len(objects) >= style.classes[0]):
            break
    radiance = _lit_picture(rng, layout, seen, owner, taps=taps, texture_size=texture_size)
    picture = tone_mapped(radiance, exposure=float(rng.uniform(0.75, 1.1)))
    if supersampling != 1.0:
        picture = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    image = photographed(picture, rng, noise=float(rng.uniform(1.0, 4.0)), vignette=float(rng.uniform(0.02, 0.10)))
    names = np.full(len(layout.placed) + 1, -1, np.int16)
    names[indices] = np.arange(len(indices), dtype=np.int16)
    return Scene(image, objects, names[owner])


def _owners(seen: list[Fragments | None], *, height: int, width: int) -> NDArray[np.int16]:
    nearest = np.full((height, width), np.inf, np.float32)
    owner = np.full((height, width), -1, np.int16)
    for index, part in enumerate(seen):
        if part is not None:
            closer = part.depth < nearest[part.rows, part.columns]
            rows, columns = part.rows[closer], part.columns[closer]
            nearest[rows, columns] = part.depth[closer]
            owner[rows, columns] = index
    return owner


def _objects(
    layout: Layout, seen: list[Fragments | None], owner: NDArray[np.int16], *, shrink: float, width: int, height: int
) -> tuple[tuple[SceneObject, ...], list[int]]:
    objects, indices = [], []
    for index, (item, part) in enumerate(zip(layout.placed, seen, strict=True)):
        if not item.thing.name or part is None:
            continue
        mine = owner[part.rows, part.columns] == index
        if not mine.any():
            continue
        screen, _ = layout.camera.project(item.mesh.vertices)
        inside = ((screen >= 0) & (screen < [layout.camera.width, layout.camera.height])).all(1).mean()
        rows, columns = part.rows[mine], part.columns[mine]
        box = (
            float(columns.min() / shrink),
            float(rows.min() / shrink),
            min(float((columns.max() + 1) / shrink), float(width)),
            min(float((rows.max() + 1) / shrink), float(height)),
        )
        objects.append(SceneObject(item.thing.name, box, float(mine.sum() / shrink**2), float(mine.mean() * inside)))
        indices.append(index)
    return tuple(objects), indices


def _lit_picture(
    rng: np.random.Generator,
    layout: Layout,
    seen: list[Fragments | None],
    owner: NDArray[np.int16],
    *,
    taps: int,
    texture_size: int,
) -> Floats:
    camera = layout.camera
    kind, texture = table_texture(int(rng.integers(BANK)), texture_size)
    tint = (1 + rng.normal(0, 0.05, 3)).astype(np.float32) * np.float32(rng.uniform(0.75, 1.15))
    table = _table_albedo(rng, camera, texture) * tint
    light = sample_light(rng, camera_turn=layout.camera_turn, table=table[::16, ::16].mean((0, 1)))
    light = _with_flames(light, layout)
    casters = [item.mesh for item in layout.placed]
    shadows = shadow_map(casters, light=light.direction, resolution=max(camera.width, camera.height))
    radiance = table * _table_light(rng, layout, light, shadows, shine=SHINE[kind], taps=taps)
    for index, (item, part) in enumerate(zip(layout.placed, seen, strict=True)):
        if part is not None:
            _draw_thing(radiance, index, item, part, owner, light, shadows, camera, rng, taps=taps)
    _bloom(radiance, layout, light)
    return radiance


def _table_albedo(rng: np.random.Generator, camera: Camera, texture: NDArray[np.uint8]) -> Floats:
    size = texture.shape[0]
    turn, zoom = float(rng.uniform(0, 2 * np.pi)), float(rng.uniform(0.8, 1.5)) * size / 13.0
    c, s = np.cos(turn) * zoom, np.sin(turn) * zoom
    shift = rng.uniform(0, size, 2)
    to_texture = np.array([[c, -s, shift[0]], [s, c, shift[1]], [0, 0, 1]])
    warp = to_texture @ np.linalg.inv(camera.table_homography())
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    seen = cv2.warpPerspective(texture, warp, (camera.width, camera.height), flags=flags, borderMode=cv2.BORDER_REFLECT)
    return _LINEAR[seen]


def _with_flames(light: Light, layout: Layout) -> Light:
    flames, power = [], 0.0
    for item in layout.placed:
        if any(material.glow > 0 for material in item.thing.materials):
            flames.append(np.array([item.x, item.y, item.scale * (item.thing.height - 0.25)], np.float32))
            power = max(power, 0.35 * item.scale**2)
    return replace(light, flames=tuple(flames), flame_power=power)


def _table_light(
    rng: np.random.Generator, layout: Layout, light: Light, shadows: ShadowMap, *, shine: float, taps: int
) -> Floats:
    camera = layout.camera
    width, height = max(2, camera.width // 2), max(2, camera.height // 2)
    columns, rows = np.meshgrid(
        (np.arange(width) + 0.5) * camera.width / width, (np.arange(height) + 0.5) * camera.height / height
    )
    pixels = np.stack([columns.ravel(), rows.ravel(), np.ones(width * height)])
    table = np.linalg.inv(camera.table_homography()) @ pixels
    world = np.zeros((width * height, 3), np.float32)
    world[:, :2] = (table[:2] / table[2]).T
    openness = np.ones(len(world), np.float32)
    for item in layout.placed:
        reach = 0.5 * item.scale * min(item.thing.height, float(min(item.thing.footprint[:2])) * 2)
        radius = item.scale * float(min(item.thing.footprint[:2])) * 0.9
        away = np.hypot(world[:, 0] - item.x, world[:, 1] - item.y) - radius
        openness *= 1 - np.float32(0.5) * np.exp(-np.clip(away, 0, None) / np.float32(reach + 1e-3))
    # The table is not among the blockers: a negative bias closes the gap of light where things stand on it.
    lit = shadows.lit_share(world, taps=taps, size=light.softness, bias=-0.03, rng=rng)
    spot, spread = rng.uniform(-2, 2, 2), float(rng.uniform(3.0, 7.0))
    pool = 0.6 + 0.4 * np.exp(-((world[:, 0] - spot[0]) ** 2 + (world[:, 1] - spot[1]) ** 2) / spread**2)
    ones = np.ones(len(world), np.float32)
    up = np.broadcast_to(np.array([0, 0, 1], np.float32), world.shape)
    out = shade(
        albedo=np.ones_like(world),
        normal=up,
        world=world,
        eye=camera.position,
        lit=(lit * pool).astype(np.float32),
        openness=(openness * (0.7 + 0.3 * pool)).astype(np.float32),
        gloss=ones * 40,
        shine=ones * np.float32(shine),
        light=light,
    )
    return cv2.resize(out.reshape(height, width, 3), (camera.width, camera.height), interpolation=cv2.INTER_LINEAR)


def _draw_thing(
    radiance: Floats,
    index: int,
    item: Placed,
    part: Fragments,
    owner: NDArray[np.int16],
    light: Light,
    shadows: ShadowMap,
    camera: Camera,
    rng: np.random.Generator,
    *,
    taps: int,
) -> None:
    mine = owner[part.rows, part.columns] == index
    if not mine.any():
        return
    world, normal, local, which = part.world[mine], part.normal[mine], part.local[mine], part.part[mine]
    albedo = np.empty_like(world)
    gloss, shine, glow = (np.zeros(len(world), np.float32) for _ in range(3))
    for number, material in enumerate(item.thing.materials):
        here = which == number
        if here.any():
            albedo[here] = material.paint(local[here])
            gloss[here], shine[here], glow[here] = material.gloss, material.shine, material.glow
    lit = shadows.lit_share(
        world + normal * np.float32(0.03 * item.scale), taps=taps, size=light.softness, bias=0.015, rng=rng
    )
    openness = 1 - 0.55 * np.exp(
        -np.clip(world[:, 2], 0, None) / np.float32(0.22 * item.scale * item.thing.height + 1e-3)
    )
    out = shade(
        albedo=albedo,
        normal=normal,
        world=world,
        eye=camera.position,
        lit=lit,
        openness=openness.astype(np.float32),
        gloss=gloss,
        shine=shine,
        light=light,
    )
    burning = glow > 0
    out[burning] = albedo[burning] * glow[burning, None] * 1.6
    radiance[part.rows[mine], part.columns[mine]] = out


def _bloom(radiance: Floats, layout: Layout, light: Light) -> None:
    camera = layout.camera
    for flame in light.flames:
        (centre,), depth = camera.project(flame[None])
        reach = float(np.sqrt(light.flame_power) * 0.55 * camera.focal / depth[0])
        y, x = np.ogrid[: camera.height, : camera.width]
        glow = np.exp(-((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / (2 * reach**2)).astype(np.float32)
        radiance += glow[..., None] * np.array([0.32, 0.17, 0.05], np.float32)
