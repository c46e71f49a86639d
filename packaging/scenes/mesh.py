"""Quad meshes with smooth normals: lathes, rounded boxes, tubes, blobs and sheets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


@dataclass(frozen=True)
class Mesh:
    """A quad mesh in object space: z points up, the object stands on z = 0 after posing.

    Attributes:
        vertices: (V, 3) float32 positions.
        normals: (V, 3) float32 unit normals, pointing outwards.
        faces: (F, 4) int32 corner indices (a triangle repeats one corner).
        parts: (F,) int32 index of the material of each face.
    """

    vertices: Floats
    normals: Floats
    faces: Ints
    parts: Ints

    def transformed(
        self, rotation: Floats, *, scale: float = 1.0, offset: tuple[float, float, float] = (0, 0, 0)
    ) -> Mesh:
        """The mesh rotated, then scaled, then moved."""
        vertices = (self.vertices @ rotation.T) * np.float32(scale) + np.asarray(offset, np.float32)
        return Mesh(vertices.astype(np.float32), (self.normals @ rotation.T).astype(np.float32), self.faces, self.parts)

    def stretched(self, factors: tuple[float, float, float]) -> Mesh:
        """The mesh scaled by axis, with its normals corrected."""
        by_axis = np.asarray(factors, np.float32)
        normals = self.normals / by_axis
        normals /= np.linalg.norm(normals, axis=1, keepdims=True) + 1e-9
        return Mesh(self.vertices * by_axis, normals.astype(np.float32), self.faces, self.parts)


def joined(meshes: list[Mesh]) -> Mesh:
    """One mesh made of several."""
    offsets = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])
    return Mesh(
        np.concatenate([mesh.vertices for mesh in meshes]),
        np.concatenate([mesh.normals for mesh in meshes]),
        np.concatenate([mesh.faces + np.int32(o) for mesh, o in zip(meshes, offsets, strict=True)]),
        np.concatenate([mesh.parts for mesh in meshes]),
    )


def grid_faces(rows: int, columns: int, *, wrap: bool = False) -> Ints:
    """(F, 4) corner indices of a rows x columns grid of vertices, with the columns closed to a ring on request."""
    last = columns if wrap else columns - 1
    i, j = np.meshgrid(np.arange(rows - 1), np.arange(last), indexing="ij")
    k = (j + 1) % columns
    return (
        np.stack([i * columns + j, i * columns + k, (i + 1) * columns + k, (i + 1) * columns + j], -1)
        .reshape(-1, 4)
        .astype(np.int32)
    )


def rotation_about(axis: str, angle: float) -> Floats:
    """(3, 3) rotation by an angle in radians about "x", "y" or "z"."""
    c, s = np.cos(angle), np.sin(angle)
    rows = {
        "x": [[1, 0, 0], [0, c, -s], [0, s, c]],
        "y": [[c, 0, s], [0, 1, 0], [-s, 0, c]],
        "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]],
    }[axis]
    return np.asarray(rows, np.float32)


def smooth_curve(points: list[tuple[float, float]], steps: int) -> list[tuple[float, float]]:
    """A Catmull-Rom curve through 2-D points with `steps` pieces between two of them."""
    p = np.asarray(points, np.float64)
    padded = np.vstack([2 * p[0] - p[1], p, 2 * p[-1] - p[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    out = []
    for a, b, c, d in zip(padded[:-3], padded[1:-2], padded[2:-1], padded[3:], strict=True):
        out.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    curve = np.vstack([*out, p[-1:]])
    curve[:, 0] = np.maximum(curve[:, 0], 0)
    return [(float(r), float(z)) for r, z in curve]


def lathe(profile: list[tuple[float, float]], *, segments: int, part: int = 0, crease_degrees: float = 38.0) -> Mesh:
    """A surface of revolution about z.

    Args:
        profile: (radius, height) pairs; travelling upwards the outside lies to the right, so a cup's profile goes
            up outside, over the rim and down inside.
        segments: number of quads around.
        part: material index.
        crease_degrees: neighbouring pieces that meet at a larger angle keep separate normals.
    """
    points = np.asarray(profile, np.float64)
    keep = np.r_[True, np.linalg.norm(np.diff(points, axis=0), axis=1) > 1e-6]
    points = points[keep]
    tangents = np.diff(points, axis=0)
    tangents /= np.linalg.norm(tangents, axis=1, keepdims=True)
    flat = np.stack([tangents[:, 1], -tangents[:, 0]], 1)
    start, end = flat.copy(), flat.copy()
    smooth = (flat[:-1] * flat[1:]).sum(1) > np.cos(np.radians(crease_degrees))
    mean = flat[:-1] + flat[1:]
    mean /= np.linalg.norm(mean, axis=1, keepdims=True) + 1e-9
    end[:-1][smooth] = mean[smooth]
    start[1:][smooth] = mean[smooth]
    angle = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    c, s = np.cos(angle), np.sin(angle)
    rings = np.stack([points[:-1], points[1:]], 1).reshape(-1, 2)
    slopes = np.stack([start, end], 1).reshape(-1, 2)
    vertices = np.stack([rings[:, :1] * c, rings[:, :1] * s, np.repeat(rings[:, 1:], segments, 1)], -1)
    normals = np.stack([slopes[:, :1] * c, slopes[:, :1] * s, np.repeat(slopes[:, 1:], segments, 1)], -1)
    band = grid_faces(2, segments, wrap=True)
    faces = np.concatenate([band + 2 * segments * i for i in range(len(points) - 1)]).astype(np.int32)
    return Mesh(
        vertices.reshape(-1, 3).astype(np.float32),
        normals.reshape(-1, 3).astype(np.float32),
        faces,
        np.full(len(faces), part, np.int32),
    )


def ellipsoid(radii: tuple[float, float, float], *, segments: int, part: int = 0) -> Mesh:
    """An ellipsoid centred at the origin."""
    half = max(6, segments // 2)
    angle = np.linspace(-np.pi / 2, np.pi / 2, half + 1)
    ball = lathe(
        [(max(float(np.cos(a)), 0.0), float(np.sin(a))) for a in angle], segments=segments, part=part, crease_degrees=80
    )
    return ball.stretched(radii)


def rounded_box(
    half: tuple[float, float, float], radius: float, *, steps: int = 3, part: int = 0, cells: int = 3
) -> Mesh:
    """A box with rounded edges centred at the origin.

    Args:
        half: half sides by axis.
        radius: radius of the edges.
        steps: quads across each rounded edge.
        part: material index.
        cells: quads along each flat side.
    """
    sides = np.asarray(half, np.float64)
    pieces = []
    for axis in range(3):
        u_axis, v_axis = (axis + 1) % 3, (axis + 2) % 3
        lines = []
        for other in (u_axis, v_axis):
            edge = sides[other] - radius
            bend = edge + radius * np.tan(np.linspace(0, np.pi / 4, steps + 1))
            lines.append(np.r_[-bend[::-1], np.linspace(-edge, edge, cells + 1)[1:-1], bend])
        u, v = np.meshgrid(lines[0], lines[1], indexing="ij")
        for sign in (-1.0, 1.0):
            p = np.zeros((*u.shape, 3))
            p[..., axis], p[..., u_axis], p[..., v_axis] = sign * sides[axis], u, v
            inner = np.clip(p, -(sides - radius), sides - radius)
            direction = p - inner
            direction /= np.linalg.norm(direction, axis=-1, keepdims=True)
            vertices = inner + radius * direction
            faces = grid_faces(*u.shape)
            pieces.append(
                Mesh(
                    vertices.reshape(-1, 3).astype(np.float32),
                    direction.reshape(-1, 3).astype(np.float32),
                    faces,
                    np.full(len(faces), part, np.int32),
                )
            )
    return joined(pieces)


def tube(path: Floats, radius: float, *, segments: int, part: int = 0, flat: float = 1.0) -> Mesh:
    """A tube around a path in the xz plane (y is the binormal); `flat` stretches its section along y."""
    tangent = np.gradient(path.astype(np.float64), axis=0)
    tangent /= np.linalg.norm(tangent, axis=1, keepdims=True)
    side = np.array([0.0, 1.0, 0.0])
    normal = np.cross(side, tangent)
    angle = np.linspace(0, 2 * np.pi, segments, endpoint=False)
    c, s = np.cos(angle)[None, :, None], np.sin(angle)[None, :, None]
    ring = normal[:, None] * c + side * s
    vertices = path[:, None] + radius * (normal[:, None] * c + side * s * flat)
    faces = grid_faces(len(path), segments, wrap=True)
    return Mesh(
        vertices.reshape(-1, 3).astype(np.float32),
        ring.reshape(-1, 3).astype(np.float32),
        faces,
        np.full(len(faces), part, np.int32),
    )


def sheet(outline: Floats, *, lift: float, part: int = 0) -> Mesh:
    """A thin convex sheet: a fan of rings from its centre to an (N, 2) outline, curling up to `lift` at one side."""
    rings = np.linspace(0.02, 1, 6)
    flat = rings[:, None, None] * outline[None]
    height = 0.02 + lift * np.clip(flat[..., 0] + 0.25 * flat[..., 1], 0, None) ** 2
    vertices = np.concatenate([flat, height[..., None]], -1).reshape(-1, 3).astype(np.float32)
    slope = -2 * lift * np.clip(flat[..., 0] + 0.25 * flat[..., 1], 0, None)
    normals = np.stack([slope, 0.25 * slope, np.ones_like(slope)], -1).reshape(-1, 3)
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    faces = grid_faces(len(rings), len(outline), wrap=True)
    return Mesh(vertices, normals.astype(np.float32), faces, np.full(len(faces), part, np.int32))
