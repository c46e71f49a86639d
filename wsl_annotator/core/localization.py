"""What a localizer returns: the trace of its search, a heat map, a point and scored boxes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box


@dataclass(frozen=True, slots=True)
class ScoredBox:
    """A proposed box.

    Attributes:
        box: upright image pixels.
        score: mean absolute heat inside the rectangle, in [0, 1] for probability heat (section 3.4).
    """

    box: Box
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class SearchTrace:
    """Every candidate of one search in the order it was scored; row 0 is the root. N rows.

    Attributes:
        level: uint8 (N,), 0 for the root.
        parent: int32 (N,), row of the parent; -1 for the root.
        child: uint8 (N,), which sub-grid of the parent: index into `localization.grid.CHILD_NAMES`
            (0 drop left column, 1 drop right column, 2 drop top row, 3 drop bottom row); 255 for the root.
        boxes: float64 (N, 4), xyxy in upright image pixels (eq. 5).
        score: float64 (N,), log-odds of the class.
        kept: bool (N,), in the beam of its level; the root is kept.
    """

    level: NDArray[np.uint8]
    parent: NDArray[np.int32]
    child: NDArray[np.uint8]
    boxes: NDArray[np.float64]
    score: NDArray[np.float64]
    kept: NDArray[np.bool_]

    def __post_init__(self) -> None:
        rows = len(self.level)
        columns = (self.parent, self.child, self.boxes, self.score, self.kept)
        if rows == 0 or any(len(column) != rows for column in columns) or self.boxes.shape != (rows, 4):
            raise ValueError("trace columns must have the same positive length, boxes (N, 4)")

    def __len__(self) -> int:
        return len(self.level)

    @property
    def depth(self) -> int:
        """The deepest level."""
        return int(self.level.max())

    def probability(self) -> NDArray[np.float64]:
        """Return float64 (N,), the class probability of each candidate: the logistic function of the log-odds."""
        return 1.0 / (1.0 + np.exp(-np.clip(self.score, -700.0, 700.0)))

    def path(self, row: int) -> list[int]:
        """Return the rows from the root to `row`."""
        rows = [row]
        while self.parent[rows[-1]] >= 0:
            rows.append(int(self.parent[rows[-1]]))
        return rows[::-1]


@dataclass(frozen=True, slots=True, eq=False)
class HeatMap:
    """A piecewise constant map over the whole image on the compressed grid of box edges: exact at any threshold.

    Attributes:
        x_edges: float64 (X+1,), strictly increasing, from 0 to the image's width.
        y_edges: float64 (Y+1,), strictly increasing, from 0 to the image's height.
        values: float64 (Y, X), absolute heat; for the beam Q / (weight of pooled boxes), in [0, 1].
    """

    x_edges: NDArray[np.float64]
    y_edges: NDArray[np.float64]
    values: NDArray[np.float64]

    def __post_init__(self) -> None:
        if self.values.shape != (len(self.y_edges) - 1, len(self.x_edges) - 1):
            raise ValueError("heat values must be (Y, X) for Y+1 and X+1 edges")

    @property
    def maximum(self) -> float:
        """The greatest absolute heat."""
        return float(self.values.max())

    def relative(self) -> NDArray[np.float64]:
        """Return float64 (Y, X), the map over its maximum, in [0, 1]; zeros where the maximum is not positive."""
        top = self.maximum
        return self.values / top if top > 0 else np.zeros_like(self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Localization:
    """Where one class is in one image, by one localizer and network.

    Attributes:
        class_name: the user's class.
        class_score: log-odds of the class for the whole image (the root crop).
        point: (x, y), centre of the region of maximal heat, in upright image pixels.
        heat: the heat map.
        trace: every candidate of the search; None for localizers that do not search.
        batch_size: crops a batch, fixed for the run; 0 where it does not apply.
        padded_rows: batch rows that were padding.
        threads: torch threads of the run, and with the batch size what bit-equal replays need.
        device: where the convolutions ran.
    """

    class_name: str
    class_score: float
    point: tuple[float, float]
    heat: HeatMap
    trace: SearchTrace | None
    batch_size: int = 0
    padded_rows: int = 0
    threads: int = 1
    device: str = "cpu"

    @property
    def class_probability(self) -> float:
        """The class score as a probability."""
        return float(1.0 / (1.0 + np.exp(-np.clip(self.class_score, -700.0, 700.0))))
