"""Heat maps on the compressed grid of box edges: exact, independent of the image's size, under a millisecond.

Source: Bency et al. 2016, section 3.4: "Regions in the image corresponding to top-ranked candidates from each level
are spatially sum-pooled using candidates scores to generate a heat-map."
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.config import HeatConfig
from wsl_annotator.core.localization import HeatMap, SearchTrace


def pooled_rows(trace: SearchTrace, config: HeatConfig) -> NDArray[np.intp]:
    """Return the rows of the trace whose boxes are added to the heat map, in trace order.

    Source: the kept candidates of every level. The root covers everything and adds a constant, so it is left out
    unless `include_root` (the paper is silent).
    """
    pooled = trace.kept if config.include_root else trace.kept & (trace.level > 0)
    return np.flatnonzero(pooled)


def level_weight(trace: SearchTrace, config: HeatConfig) -> NDArray[np.float64]:
    """Return float64 (N,), the weight of each row's level: 1, level / depth, or 1 / level (1 for the root)."""
    weights: NDArray[np.float64] = np.ones(len(trace))
    if config.level_weights == "depth":
        weights = trace.level / max(trace.depth, 1)
    elif config.level_weights == "inverse":
        weights = 1.0 / np.maximum(trace.level, 1)
    return weights


def pooled_weight(trace: SearchTrace, config: HeatConfig) -> float:
    """Return the sum of the weights of the pooled boxes: Q over it is the absolute heat; at least the least float."""
    total = float(level_weight(trace, config)[pooled_rows(trace, config)].sum())
    return total if total > 0 else 1.0


def pool_trace(trace: SearchTrace, config: HeatConfig, *, width: int, height: int) -> HeatMap:
    """Return the heat map of a search.

    Args:
        trace: the search; boxes in upright pixels of the original image.
        config: root, level weights and values.
        width: upright width of the image, at least 1.
        height: upright height of the image, at least 1.

    Returns:
        The absolute heat Q / (weight of the pooled boxes), in [0, 1] where boxes add probabilities.

    Source: section 3.4. Normalisation is ours (the paper does not say): absolute heat keeps the confidence and gives
    the scores; `HeatMap.relative` is for the threshold. Boxes are added one by one in trace order in float64, because
    differences and running sums leave residues that give unequal bits to cells of equal cover.
    """
    rows = pooled_rows(trace, config)
    boxes = trace.boxes[rows]
    x_edges = np.unique(np.concatenate([[0.0, float(width)], boxes[:, 0], boxes[:, 2]]))
    y_edges = np.unique(np.concatenate([[0.0, float(height)], boxes[:, 1], boxes[:, 3]]))
    if x_edges[0] < 0 or y_edges[0] < 0 or x_edges[-1] > width or y_edges[-1] > height:
        raise ValueError(f"boxes of the trace leave the image of {width} x {height} pixels")
    left, right = np.searchsorted(x_edges, boxes[:, 0]), np.searchsorted(x_edges, boxes[:, 2])
    top, bottom = np.searchsorted(y_edges, boxes[:, 1]), np.searchsorted(y_edges, boxes[:, 3])
    value = trace.probability() if config.value == "probability" else np.maximum(trace.score, 0.0)
    added = (value * level_weight(trace, config))[rows]
    heat = np.zeros((len(y_edges) - 1, len(x_edges) - 1))
    for i in range(len(rows)):
        heat[top[i] : bottom[i], left[i] : right[i]] += added[i]
    return HeatMap(x_edges=x_edges, y_edges=y_edges, values=heat / pooled_weight(trace, config))


def regular_heat_map(values: NDArray[np.float64], *, width: int, height: int) -> HeatMap:
    """Return the heat map of a regular grid laid over the whole image.

    Args:
        values: float64 (Y, X), absolute heat in [0, 1], rows from the top.
        width: upright width of the image.
        height: upright height of the image.
    """
    rows, columns = values.shape
    return HeatMap(
        x_edges=np.linspace(0.0, float(width), columns + 1),
        y_edges=np.linspace(0.0, float(height), rows + 1),
        values=np.ascontiguousarray(values, dtype=np.float64),
    )


def rasterize(heat: HeatMap, *, width: int, height: int, relative: bool = True) -> NDArray[np.float32]:
    """Return the heat at pixel centres, for drawing.

    Args:
        heat: the map of an image of any size.
        width: columns of the drawing; it need not be the image's width.
        height: rows of the drawing.
        relative: the map over its maximum (what is drawn), or the absolute heat.

    Returns:
        float32 (height, width) in [0, 1].
    """
    source = (heat.relative() if relative else heat.values).astype(np.float32)
    rows, columns = raster_cells(heat, width=width, height=height)
    return source.take(columns, axis=1).take(rows, axis=0)


def raster_cells(heat: HeatMap, *, width: int, height: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which cells a drawing shows: the row of the map for each of its rows, and the column for each column.

    Args:
        heat: the map of an image of any size.
        width: columns of the drawing.
        height: rows of the drawing.

    Returns:
        int (height,) and int (width,).
    """
    return _cell_at_centres(heat.y_edges, height), _cell_at_centres(heat.x_edges, width)


def _cell_at_centres(edges: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Return for each of `count` equal steps over the edges' span the cell that holds its centre."""
    centres = (np.arange(count) + 0.5) * (edges[-1] / count)
    cells: NDArray[np.intp] = np.clip(np.searchsorted(edges, centres, side="right") - 1, 0, len(edges) - 2)
    return cells
