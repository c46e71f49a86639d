"""Camera and deferred rasteriser: quads painted back to front, attributes interpolated for each pixel."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from scenes.mesh import Mesh

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Camera:
    """A pinhole camera above the table plane z = 0.

    Attributes:
        position: (3,) where it stands.
        axes: (3, 3) rows right, down, forward.
        focal: focal length in pixels.
        width: image width in pixels.
        height: image height in pixels.
    """

    position: Floats
    axes: Floats
    focal: float
    width: int
    height: int

    def project(self, points: Floats) -> tuple[Floats, Floats]:
        """Pixels (N, 2) and depths (N,) of world points."""
        seen = (points - self.position) @ self.axes.T
        depth = np.maximum(seen[:, 2], 1e-3)
        centre = np.asarray([self.width / 2, self.height / 2], np.float32)
        return (seen[:, :2] / depth[:, None] * np.float32(self.focal) + centre).astype(np.float32), depth

    def to_table(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Where a pixel's ray meets the table."""
        ray = (
            np.asarray([(pixel[0] - self.width / 2) / self.focal, (pixel[1] - self.height / 2) / self.focal, 1.0])
            @ self.axes
        )
        t = -self.position[2] / min(float(ray[2]), -1e-3)
        return float(self.position[0] + t * ray[0]), float(self.position[1] + t * ray[1])

    def table_homography(self) -> NDArray[np.float64]:
        """(3, 3) map of table coordinates (x, y, 1) to pixels."""
        k = np.array([[self.focal, 0, self.width / 2], [0, self.focal, self.height / 2], [0, 0, 1]], np.float64)
        axes = self.axes.astype(np.float64)
        return k @ np.column_stack([axes[:, 0], axes[:, 1], -axes @ self.position.astype(np.float64)])


def look_down(*, pitch: float, turn: float, distance: float, field_of_view: float, width: int, height: int) -> Camera:
    """A camera that looks at the table's origin; `pitch` and `field_of_view` (of the longer side) in radians."""
    away = np.array([np.cos(pitch) * np.cos(turn), np.cos(pitch) * np.sin(turn), np.sin(pitch)])
    forward = -away
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right /= np.linalg.norm(right)
    down = np.cross(forward, right)
    focal = max(width, height) / 2 / np.tan(field_of_view / 2)
    return Camera(
        (away * distance).astype(np.float32),
        np.stack([right, down, forward]).astype(np.float32),
        float(focal),
        width,
        height,
    )


@dataclass(frozen=True)
class Fragments:
    """The visible pixels of one mesh.

    Attributes:
        rows: (P,) pixel rows.
        columns: (P,) pixel columns.
        depth: (P,) distance along the view axis.
        world: (P, 3) world positions.
        normal: (P, 3) unit normals.
        local: (P, 3) object-space positions, for paints.
        part: (P,) material indices.
    """

    rows: Ints
    columns: Ints
    depth: Floats
    world: Floats
    normal: Floats
    local: Floats
    part: Ints


def rasterise(mesh: Mesh, local: Floats, camera: Camera) -> Fragments | None:
    """The pixels where a mesh is seen, as if it stood alone; None when it is out of the picture.

    Args:
        mesh: in world coordinates.
        local: (V, 3) object-space position of each vertex.
        camera: the view.
    """
    screen, depth = camera.project(mesh.vertices)
    low = np.maximum(np.floor(screen.min(0)).astype(int) - 1, 0)
    high = np.minimum(np.ceil(screen.max(0)).astype(int) + 2, [camera.width, camera.height])
    if (high <= low).any():
        return None
    centres = mesh.vertices[mesh.faces].mean(1)
    facing = (mesh.normals[mesh.faces].mean(1) * (camera.position - centres)).sum(-1) > 0
    chosen = np.flatnonzero(facing)
    order = chosen[np.argsort(-depth[mesh.faces[chosen]].mean(1), kind="stable")]
    faces = mesh.faces[order]
    corners = screen[faces]
    patch = np.zeros((high[1] - low[1], high[0] - low[0]), np.int32)
    polygons = np.round((corners - low.astype(np.float32) - 0.5) * 16).astype(np.int32)
    for index, polygon in enumerate(polygons):
        cv2.fillConvexPoly(patch, polygon, index + 1, 8, 4)
    rows, columns = np.nonzero(patch)
    if len(rows) == 0:
        return None
    which = patch[rows, columns] - 1
    attributes = np.concatenate([mesh.vertices, mesh.normals, local, depth[:, None]], 1)[faces]
    middle = corners.mean(1, keepdims=True)
    plane = _planes(corners - middle, attributes)
    dx = columns + low[0] + 0.5 - middle[which, 0, 0]
    dy = rows + low[1] + 0.5 - middle[which, 0, 1]
    values = plane[which, 0] * dx[:, None] + plane[which, 1] * dy[:, None] + plane[which, 2]
    values = values.astype(np.float32)
    normal = values[:, 3:6]
    normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
    return Fragments(
        (rows + low[1]).astype(np.int32),
        (columns + low[0]).astype(np.int32),
        values[:, 9],
        values[:, :3],
        normal,
        values[:, 6:9],
        mesh.parts[order][which],
    )


def _planes(offsets: Floats, attributes: Floats) -> Floats:
    """(F, 3, A) slopes along x and y and mean of each attribute over a face, by damped least squares."""
    mean = attributes.mean(1, keepdims=True)
    xx = (offsets[..., 0] ** 2).sum(1) + 0.3
    yy = (offsets[..., 1] ** 2).sum(1) + 0.3
    xy = (offsets[..., 0] * offsets[..., 1]).sum(1)
    centred = attributes - mean
    bx = np.einsum("fk,fka->fa", offsets[..., 0], centred)
    by = np.einsum("fk,fka->fa", offsets[..., 1], centred)
    det = (xx * yy - xy * xy)[:, None]
    sx = (yy[:, None] * bx - xy[:, None] * by) / det
    sy = (xx[:, None] * by - xy[:, None] * bx) / det
    return np.stack([sx, sy, mean[:, 0]], 1).astype(np.float32)


@dataclass(frozen=True)
class ShadowMap:
    """Depths seen from a distant light.

    Attributes:
        depth: (R, R) float32 distance along the light's rays of the far side of what blocks it, or a large number.
        axes: (3, 3) rows right, up, towards the light.
        scale: pixels a world unit.
        centre: (2,) light-plane coordinates of the map's middle.
    """

    depth: Floats
    axes: Floats
    scale: float
    centre: Floats

    def lookup(self, points: Floats) -> tuple[Floats, Floats]:
        """Map coordinates (N, 2) and light distances (N,) of world points (a larger distance is further away)."""
        seen = points @ self.axes.T
        half = np.float32(self.depth.shape[0] / 2)
        return (seen[:, :2] - self.centre) * np.float32(self.scale) + half, -seen[:, 2]

    def lit_share(self, points: Floats, *, taps: int, size: float, bias: float, rng: np.random.Generator) -> Floats:
        """(N,) share of the light that reaches each point, softer the further away its blocker is.

        Args:
            points: (N, 3) world positions.
            taps: number of samples.
            size: tangent of the light's angular radius.
            bias: distance by which a blocker must be nearer to the light.
            rng: for the pattern of samples.
        """
        where, far = self.lookup(points)
        far = far - np.float32(bias)
        angle = np.arange(taps) * 2.39996 + rng.uniform(0, 6.28)
        disc = (np.sqrt((np.arange(taps) + 0.5) / taps)[:, None] * np.stack([np.cos(angle), np.sin(angle)], 1)).astype(
            np.float32
        )
        search = np.float32(size * self.scale * 1.2)
        gap, hits = np.zeros(len(points), np.float32), np.zeros(len(points), np.float32)
        for offset in disc[:: max(1, taps // 6)]:
            seen = self._sample(where + offset * search)
            blocked = seen < far
            gap += np.where(blocked, far - seen, 0)
            hits += blocked
        radius = np.clip(gap / np.maximum(hits, 1) * np.float32(size * self.scale), 0.7, 4 * search)[:, None]
        lit = np.zeros(len(points), np.float32)
        for offset in disc:
            lit += self._sample(where + offset * radius) >= far
        return lit / np.float32(taps)

    def _sample(self, where: Floats) -> Floats:
        last = np.float32(self.depth.shape[0] - 1)
        index = np.clip(where, 0, last).astype(np.int32)
        return self.depth[index[:, 1], index[:, 0]]


def shadow_map(meshes: list[Mesh], *, light: Floats, resolution: int) -> ShadowMap:
    """What a distant light in direction `light` (unit, towards it) sees of some meshes."""
    up = np.array([0.0, 0.0, 1.0]) if abs(light[2]) < 0.95 else np.array([1.0, 0.0, 0.0])
    right = np.cross(up, light)
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(light, right), light]).astype(np.float32)
    seen = [mesh.vertices @ axes.T for mesh in meshes]
    low = np.min([s[:, :2].min(0) for s in seen], 0) if seen else np.zeros(2)
    high = np.max([s[:, :2].max(0) for s in seen], 0) if seen else np.ones(2)
    centre = ((low + high) / 2).astype(np.float32)
    scale = 0.92 * resolution / max(float((high - low).max()), 1e-3)
    depth = np.full((resolution, resolution), 1e6, np.float32)
    corners, distances = [], []
    for mesh, points in zip(meshes, seen, strict=True):
        # Faces turned away from the light stand for the blocker, so that lit sides never shade themselves.
        away = (mesh.normals[mesh.faces].mean(1) @ light) <= 0.02
        if away.mean() < 0.1:
            away[:] = True
        corners.append(points[mesh.faces[away]][..., :2])
        distances.append(-points[mesh.faces[away]][..., 2].mean(1))
    if corners:
        polygons, far = np.concatenate(corners), np.concatenate(distances)
        pixels = np.round(((polygons - centre) * scale + resolution / 2 - 0.5) * 16).astype(np.int32)
        for index in np.argsort(-far, kind="stable"):
            cv2.fillConvexPoly(depth, pixels[index], float(far[index]), 8, 4)
    return ShadowMap(depth, axes, float(scale), centre)
