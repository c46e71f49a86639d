"""The true boxes of one class over a set of images, as the measures of this room take them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class TrueBoxes:
    """All true boxes of one class.

    Attributes:
        images: (M,) int, the image each box lies in (any numbering, the same as the answers').
        boxes: (M, 4) float64 xyxy, half-open upright pixels.
        difficult: (M,) bool, True for boxes that count neither as found nor as missed.
        crowd: (M,) bool, True for regions of many objects (COCO's `iscrowd`), which count neither way and may take
            any number of answers; None where there is none.
        areas: (M,) float64, square pixels of the objects where a file states them (COCO's `area` is that of the
            outline); None takes the boxes' own. Used for COCO's sizes only.
    """

    images: NDArray[np.int64]
    boxes: NDArray[np.float64]
    difficult: NDArray[np.bool_]
    crowd: NDArray[np.bool_] | None = None
    areas: NDArray[np.float64] | None = None

    def __post_init__(self) -> None:
        count = len(self.images)
        if self.boxes.shape != (count, 4) or self.difficult.shape != (count,):
            raise ValueError(f"{count} images need boxes ({count}, 4) and difficult ({count},)")
        for column in (self.crowd, self.areas):
            if column is not None and column.shape != (count,):
                raise ValueError(f"{count} boxes need as many crowd flags and areas, not {column.shape}")

    @property
    def crowds(self) -> NDArray[np.bool_]:
        """(M,) whether a box is a region of many objects."""
        return np.zeros(len(self.images), np.bool_) if self.crowd is None else self.crowd

    @property
    def ignored(self) -> NDArray[np.bool_]:
        """(M,) whether a box counts neither as found nor as missed: difficult, or a crowd."""
        return self.difficult | self.crowds

    @property
    def object_areas(self) -> NDArray[np.float64]:
        """(M,) square pixels, as stated or of the boxes."""
        if self.areas is not None:
            return self.areas
        sides = self.boxes[:, 2:] - self.boxes[:, :2]
        products: NDArray[np.float64] = sides[:, 0] * sides[:, 1]
        return products


def rows_by_image(images: NDArray[np.int64]) -> dict[int, NDArray[np.intp]]:
    """The rows of each image, in their order, by rising image."""
    if len(images) == 0:
        return {}
    order = np.argsort(images, kind="stable")
    cuts = np.flatnonzero(np.diff(images[order])) + 1
    return {int(images[rows[0]]): rows for rows in np.split(order, cuts)}


def true_boxes(
    rows: list[tuple[int, tuple[float, float, float, float]]],
    *,
    difficult: list[bool] | None = None,
    crowd: list[bool] | None = None,
    areas: list[float] | None = None,
) -> TrueBoxes:
    """True boxes from (image, box) rows; none is difficult or a crowd unless said."""
    flags = [False] * len(rows) if difficult is None else difficult
    return TrueBoxes(
        np.array([image for image, _ in rows], np.int64),
        np.array([box for _, box in rows], np.float64).reshape(-1, 4),
        np.array(flags, np.bool_).reshape(len(rows)),
        None if crowd is None else np.array(crowd, np.bool_).reshape(len(rows)),
        None if areas is None else np.array(areas, np.float64).reshape(len(rows)),
    )
