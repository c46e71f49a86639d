"""Heat map to boxes and to the localization point, exactly, on the heat map's own cells.

Source: Bency et al. 2016, section 3.4: "The heat-map is then threshold-ed. Bounding rectangles for the resulting
binary blobs are extracted. [...] The average value of the heat-map values enclosed within detection boxes are
assigned as the score of the boxes." Section 4.2: the point is the centre of the region of maximal response.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box, iou_matrix
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import HeatMap, ScoredBox

PLATEAU_TOLERANCE = 1e-6


def label_blobs(mask: NDArray[np.bool_], *, connectivity: int) -> tuple[NDArray[np.int32], int]:
    """Return the connected components of a mask.

    Args:
        mask: bool (Y, X).
        connectivity: 8 or 4.

    Returns:
        int32 (Y, X), 0 outside the mask and 1, 2, ... inside in the order in which rows meet the blobs; their number.
    """
    labels = np.zeros(mask.shape, dtype=np.int32)
    padded = np.zeros((mask.shape[0], mask.shape[1] + 2), dtype=np.int8)
    padded[:, 1:-1] = mask
    step = np.diff(padded, axis=1)
    rows, starts = np.nonzero(step == 1)
    ends = np.nonzero(step == -1)[1]
    leader = _join_runs(rows.tolist(), starts.tolist(), ends.tolist(), reach=1 if connectivity == 8 else 0)
    number: dict[int, int] = {}
    for row, start, end, lead in zip(rows, starts, ends, leader, strict=True):
        labels[row, start:end] = number.setdefault(lead, len(number) + 1)
    return labels, len(number)


def _join_runs(rows: list[int], starts: list[int], ends: list[int], *, reach: int) -> list[int]:
    """Return for each run of cells the first run of its blob; runs are sorted by row, then column."""
    leader = list(range(len(rows)))

    def find(run: int) -> int:
        while leader[run] != run:
            leader[run] = leader[leader[run]]
            run = leader[run]
        return run

    above = 0
    for run, row in enumerate(rows):
        while above < run and (
            rows[above] < row - 1 or (rows[above] == row - 1 and ends[above] + reach <= starts[run])
        ):
            above += 1
        other = above
        while other < run and rows[other] == row - 1 and starts[other] < ends[run] + reach:
            first, second = sorted((find(other), find(run)))
            leader[second] = first
            other += 1
    return [find(run) for run in range(len(rows))]


def extract_boxes(heat: HeatMap, config: ExtractConfig) -> list[ScoredBox]:
    """Return the bounding rectangles of what is hotter than the threshold, best first.

    Args:
        heat: the map; boxes come in its units, upright pixels.
        config: threshold on the relative map (strictly above), connectivity, overlap and least area.

    Returns:
        Boxes by falling score, ties from the top of the image down. At least one where the map has any positive heat
        and neither `min_area` nor `threshold` forbids it.

    Source: section 3.4. The score is the area-weighted mean of the absolute heat over the RECTANGLE, not the blob.
    Ours, where the paper is silent: the threshold is on Q / max Q; 8-connected blobs; no suppression by default.
    """
    labels, count = label_blobs(heat.relative() > config.threshold, connectivity=config.connectivity)
    image_area = float(heat.x_edges[-1] * heat.y_edges[-1])
    found = []
    for x_low, x_high, y_low, y_high in _blob_spans(labels, count):
        box = Box(
            float(heat.x_edges[x_low]),
            float(heat.y_edges[y_low]),
            float(heat.x_edges[x_high]),
            float(heat.y_edges[y_high]),
        )
        if box.area >= config.min_area * image_area:
            found.append(ScoredBox(box, _mean_heat(heat, x_low, x_high, y_low, y_high)))
    found.sort(key=lambda scored: -scored.score)
    return found if config.nms_iou is None else _suppress(found, config.nms_iou)


def localization_point(heat: HeatMap, *, tolerance: float = PLATEAU_TOLERANCE) -> tuple[float, float]:
    """Return the centre of the region of maximal heat, in upright pixels.

    Args:
        heat: the map.
        tolerance: cells within it of the maximum belong to the plateau; in units of the absolute heat. The search
            passes 1e-6 of Q, the sum before normalisation.

    Returns:
        (x, y): centre of the bounding rectangle of the largest connected plateau; where that lies outside the
        plateau, the plateau's nearest point.

    Source: section 4.2, "center of the region of maximal response"; several regions or a hollow one are our reading.
    """
    labels, count = label_blobs(heat.values >= heat.maximum - tolerance, connectivity=8)
    cell_area = np.diff(heat.y_edges)[:, None] * np.diff(heat.x_edges)[None, :]
    area = np.bincount(labels.ravel(), weights=cell_area.ravel(), minlength=count + 1)
    largest = int(np.argmax(area[1:])) + 1
    rows, columns = np.nonzero(labels == largest)
    x_low, x_high = heat.x_edges[columns], heat.x_edges[columns + 1]
    y_low, y_high = heat.y_edges[rows], heat.y_edges[rows + 1]
    x = (x_low.min() + x_high.max()) / 2
    y = (y_low.min() + y_high.max()) / 2
    near_x, near_y = np.clip(x, x_low, x_high), np.clip(y, y_low, y_high)
    nearest = int(np.argmin((near_x - x) ** 2 + (near_y - y) ** 2))
    return float(near_x[nearest]), float(near_y[nearest])


def _blob_spans(labels: NDArray[np.int32], count: int) -> list[tuple[int, int, int, int]]:
    """Return for each blob its first and one-past-last column and row."""
    rows, columns = np.nonzero(labels)
    blob = labels[rows, columns] - 1
    low_x, high_x = np.full(count, labels.shape[1]), np.zeros(count, dtype=np.intp)
    low_y, high_y = np.full(count, labels.shape[0]), np.zeros(count, dtype=np.intp)
    np.minimum.at(low_x, blob, columns)
    np.maximum.at(high_x, blob, columns + 1)
    np.minimum.at(low_y, blob, rows)
    np.maximum.at(high_y, blob, rows + 1)
    return [(int(low_x[i]), int(high_x[i]), int(low_y[i]), int(high_y[i])) for i in range(count)]


def _mean_heat(heat: HeatMap, x_low: int, x_high: int, y_low: int, y_high: int) -> float:
    """Return the area-weighted mean of the absolute heat over a rectangle of cells."""
    widths = np.diff(heat.x_edges[x_low : x_high + 1])
    heights = np.diff(heat.y_edges[y_low : y_high + 1])
    total = heights @ heat.values[y_low:y_high, x_low:x_high] @ widths
    return float(total / (heights.sum() * widths.sum()))


def _suppress(boxes: list[ScoredBox], max_iou: float) -> list[ScoredBox]:
    """Return the boxes, best first, without those that overlap a better remaining one by more than `max_iou`."""
    if not boxes:
        return boxes
    edges = np.array([scored.box.xyxy for scored in boxes])
    overlap = iou_matrix(edges, edges)
    chosen: list[int] = []
    for index in range(len(boxes)):
        if all(overlap[index, better] <= max_iou for better in chosen):
            chosen.append(index)
    return [boxes[index] for index in chosen]
