"""What was answered and what is true, image by image and class by class: all that the measures need."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.truth import TrueBoxes

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ClassAnswers:
    """Everything that was answered for one class, and what is true of it.

    Attributes:
        name: of the class.
        images: (N,) int, the images that were searched for it, each once.
        class_scores: (N,) float64, log-odds that the image shows the class.
        heat_maxima: (N,) float64, greatest heat of its map.
        points: (N, 2) float64 x, y in upright pixels.
        boxes: of these images, best first where scores are equal.
        truth: all true boxes of the class in any of the images.
        combined_scores: (N,) float64, class scores raised by the other classes of the image; NaN where they were not
            taken; None where they were taken nowhere.
    """

    name: str
    images: NDArray[np.int64]
    class_scores: Floats
    heat_maxima: Floats
    points: Floats
    boxes: Detections
    truth: TrueBoxes
    combined_scores: Floats | None = None

    def __post_init__(self) -> None:
        count = len(self.images)
        combined = () if self.combined_scores is None else (self.combined_scores,)
        columns = (self.class_scores, self.heat_maxima, *combined)
        if self.points.shape != (count, 2) or any(column.shape != (count,) for column in columns):
            raise ValueError(f"{self.name}: {count} images need as many scores, maxima and points")
        if len(np.unique(self.images)) != count:
            raise ValueError(f"{self.name}: an image has more than one answer")

    @property
    def was_searched(self) -> bool:
        """Whether any image was searched for the class; a network may not know it."""
        return len(self.images) > 0


@dataclass(frozen=True, eq=False)
class Answers:
    """The images that have both answers and truth.

    Attributes:
        images: (N,) int, rising.
        names: of the images, in the same order.
        sizes: (N, 2) float64, upright width and height in pixels.
        classes: in the answers' order.
    """

    images: NDArray[np.int64]
    names: tuple[str, ...]
    sizes: Floats
    classes: tuple[ClassAnswers, ...]

    def __post_init__(self) -> None:
        if self.sizes.shape != (len(self.images), 2) or len(self.names) != len(self.images):
            raise ValueError("every image needs a name and a size")

    @property
    def protocol(self) -> str:
        """Which images were searched: `labels` those that show the class, `all`, or `some` of the others too."""
        searched = [entry for entry in self.classes if entry.was_searched]
        others = sum(int((~np.isin(entry.images, entry.truth.images)).sum()) for entry in searched)
        if others == 0:
            return "labels"
        return "all" if all(len(entry.images) == len(self.images) for entry in searched) else "some"
