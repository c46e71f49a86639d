"""RoIAlign as two small matrices, one an axis.

The mean of bilinear samples on a regular grid is separable, so a region of a map is rows @ map @ columns^T. The
matrices depend on one interval each, and regions of a search share most of theirs.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAMPLES = 2
"""Samples a bin and axis; fixed, so that a score does not jump where a region's size crosses a whole cell."""


def roi_axis_weights(
    *, low: NDArray[np.float64], high: NDArray[np.float64], cells: int, bins: int, samples: int = SAMPLES
) -> NDArray[np.float64]:
    """Return the weights with which the cells of one axis enter the bins of regions.

    Args:
        low: float64 (N,), starts of the regions in cells; 0 is the outer edge of the first cell.
        high: float64 (N,), ends of the regions in cells, above `low`, at most `cells`.
        cells: cells of the map along this axis.
        bins: L, bins of a region.
        samples: bilinear samples a bin.

    Returns:
        float64 (N, bins, cells); each row adds up to 1.

    Source: He et al. 2017 (Mask R-CNN), RoIAlign; equal to `torchvision.ops.roi_align(aligned=True)` with
    `sampling_ratio=samples` for regions inside the map.
    """
    offsets = (np.arange(bins)[:, None] + (np.arange(samples) + 0.5) / samples).reshape(1, -1)
    positions = low[:, None] - 0.5 + offsets * ((high - low) / bins)[:, None]
    positions = np.clip(positions, 0.0, cells - 1)
    # a bilinear sample weighs a cell by one minus its distance, down to nothing
    samples_of_cells = np.maximum(0.0, 1.0 - np.abs(positions[:, :, None] - np.arange(cells)))
    weights: NDArray[np.float64] = samples_of_cells.reshape(len(low), bins, samples, cells).sum(axis=2) / samples
    return weights
