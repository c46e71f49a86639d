"""Boxes: float xyxy in upright image pixels, half-open, origin at the outer corner of the top-left pixel."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """An axis-aligned box, 0 <= x1 < x2 <= W and 0 <= y1 < y2 <= H for an image of W x H pixels.

    Raises:
        ValueError: an edge is not finite, or the box is empty or inverted.
    """

    x1: float
    y1: float
    x2: float
    y2: float

    def __post_init__(self) -> None:
        if not all(math.isfinite(edge) for edge in (self.x1, self.y1, self.x2, self.y2)):
            raise ValueError(f"box edges must be finite: {self.xyxy}")
        if not (self.x1 < self.x2 and self.y1 < self.y2):
            raise ValueError(f"box must have a positive width and height: {self.xyxy}")

    @property
    def xyxy(self) -> tuple[float, float, float, float]:
        """The edges (x1, y1, x2, y2)."""
        return (self.x1, self.y1, self.x2, self.y2)

    @property
    def xywh(self) -> tuple[float, float, float, float]:
        """Left, top, width, height: the order of COCO's bbox."""
        return (self.x1, self.y1, self.x2 - self.x1, self.y2 - self.y1)

    @property
    def width(self) -> float:
        """Width in pixels."""
        return self.x2 - self.x1

    @property
    def height(self) -> float:
        """Height in pixels."""
        return self.y2 - self.y1

    @property
    def area(self) -> float:
        """Area in square pixels."""
        return self.width * self.height

    @property
    def center(self) -> tuple[float, float]:
        """Centre (x, y)."""
        return ((self.x1 + self.x2) / 2, (self.y1 + self.y2) / 2)

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside (half-open: right and bottom edges are outside)."""
        return self.x1 <= x < self.x2 and self.y1 <= y < self.y2

    def clipped(self, *, width: float, height: float) -> Box | None:
        """Return the part inside an image of `width` x `height`, or None where nothing is left."""
        x1, y1 = max(self.x1, 0.0), max(self.y1, 0.0)
        x2, y2 = min(self.x2, width), min(self.y2, height)
        return Box(x1, y1, x2, y2) if x1 < x2 and y1 < y2 else None

    def moved(self, *, dx: float, dy: float) -> Box:
        """Return the box shifted by (dx, dy)."""
        return Box(self.x1 + dx, self.y1 + dy, self.x2 + dx, self.y2 + dy)

    def iou(self, other: Box) -> float:
        """Return intersection over union, in [0, 1]."""
        width = min(self.x2, other.x2) - max(self.x1, other.x1)
        height = min(self.y2, other.y2) - max(self.y1, other.y1)
        if width <= 0 or height <= 0:
            return 0.0
        shared = width * height
        return shared / (self.area + other.area - shared)

    @classmethod
    def from_xywh(cls, left: float, top: float, width: float, height: float) -> Box:
        """Return the box of COCO's bbox order."""
        return cls(left, top, left + width, top + height)


def iou_matrix(boxes_a: NDArray[np.float64], boxes_b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return pairwise intersection over union.

    Args:
        boxes_a: float64 (A, 4), xyxy.
        boxes_b: float64 (B, 4), xyxy.

    Returns:
        float64 (A, B) in [0, 1].
    """
    low = np.maximum(boxes_a[:, None, :2], boxes_b[None, :, :2])
    high = np.minimum(boxes_a[:, None, 2:], boxes_b[None, :, 2:])
    side = np.clip(high - low, 0.0, None)
    shared: NDArray[np.float64] = side[..., 0] * side[..., 1]
    area_a = np.prod(boxes_a[:, 2:] - boxes_a[:, :2], axis=1)
    area_b = np.prod(boxes_b[:, 2:] - boxes_b[:, :2], axis=1)
    union = area_a[:, None] + area_b[None, :] - shared
    iou: NDArray[np.float64] = np.divide(shared, union, out=np.zeros_like(shared), where=union > 0)
    return iou
