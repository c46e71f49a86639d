"""The geometry of one step of the search: four sub-grids, their resize to L x L, and their boxes in the image.

Source: Bency et al. 2016, sections 3.3 and 3.4, eqs. 5 and 6. Equation 6 alone would allow eight proper sub-grids;
the text below it ("width or height values, but not both of them differ from the parent node by 1") leaves four.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

DROP_LEFT, DROP_RIGHT, DROP_TOP, DROP_BOTTOM = range(4)
CHILD_NAMES = ("drop left column", "drop right column", "drop top row", "drop bottom row")
CHILDREN = len(CHILD_NAMES)
NO_CHILD = 255
"""`SearchTrace.child` of the root, which is no sub-grid of anything."""


def interpolation_matrix(*, source: int, target: int, align_corners: bool) -> NDArray[np.float64]:
    """Return the matrix of a one-dimensional bilinear resize.

    Args:
        source: number of input cells, at least 1.
        target: number of output cells, at least 1.
        align_corners: True puts the first and last cell centres on each other; False uses half-pixel centres,
            where cell i covers [i / source, (i + 1) / source] as in eq. 5, clamped at the ends.

    Returns:
        float64 (target, source); each row adds up to 1, and the identity for `source == target`.

    Source: the paper says "bi-linear interpolation" and no more; half-pixel centres are our reading because only
    they agree with eq. 5. Both conventions equal `torch.nn.functional.interpolate`.
    """
    if source < 1 or target < 1:
        raise ValueError(f"a resize needs at least one cell on both sides: {source} to {target}")
    cells = np.arange(target, dtype=np.float64)
    if align_corners:
        position = cells * ((source - 1) / (target - 1) if target > 1 else 0.0)
    else:
        position = (cells + 0.5) * (source / target) - 0.5
    position = np.clip(position, 0.0, source - 1)
    low = np.minimum(np.floor(position).astype(np.intp), source - 1)
    high = np.minimum(low + 1, source - 1)
    share = position - low
    matrix = np.zeros((target, source))
    rows = np.arange(target)
    np.add.at(matrix, (rows, low), 1.0 - share)
    np.add.at(matrix, (rows, high), share)
    return matrix


def axis_operators(side: int, *, align_corners: bool) -> NDArray[np.float64]:
    """Return the two one-dimensional operators of a step: drop the first cell or the last, resize back to `side`.

    Args:
        side: L, cells a side, at least 2.
        align_corners: see `interpolation_matrix`.

    Returns:
        float64 (2, L, L): output cell by input cell; the dropped cell's column is zero.
    """
    if side < 2:
        raise ValueError(f"a grid of {side} cell a side has no sub-grid to search")
    resize = interpolation_matrix(source=side - 1, target=side, align_corners=align_corners)
    operators = np.zeros((2, side, side))
    operators[0, :, 1:] = resize
    operators[1, :, :-1] = resize
    return operators


def resize_operators(side: int, *, align_corners: bool) -> NDArray[np.float64]:
    """Return the four fixed operators that cut a sub-grid out of a feature map and resize it back to L x L.

    Args:
        side: L, cells a side, at least 2.
        align_corners: see `interpolation_matrix`.

    Returns:
        float64 (4, L*L, L*L) in the order of `CHILD_NAMES`: operator[k] @ map.reshape(L*L) is the child's map, rows
        first. Constants are preserved.

    Source: section 3.3; the sub-grids are (L-1) x L and L x (L-1).
    """
    first, last = axis_operators(side, align_corners=align_corners)
    identity = np.eye(side)
    return np.stack(
        [np.kron(identity, first), np.kron(identity, last), np.kron(first, identity), np.kron(last, identity)]
    )


def child_boxes(boxes: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    """Return the boxes of the four sub-grids of each box, in image coordinates.

    Args:
        boxes: float64 (N, 4), xyxy in upright pixels of the original image.
        side: L, cells a side.

    Returns:
        float64 (N, 4, 4): box, child in the order of `CHILD_NAMES`, edge.

    Source: eq. 5, composed with respect to the ORIGINAL image: x' = x + (i / L) w, never rounded and never relative
    to a resampled crop. The axes do not touch each other, so two paths that drop the same cells of each axis in the
    same order give the same bits: equal boxes can be found by equality.
    """
    children = np.repeat(boxes[:, None, :], CHILDREN, axis=1)
    width = boxes[:, 2] - boxes[:, 0]
    height = boxes[:, 3] - boxes[:, 1]
    children[:, DROP_LEFT, 0] = boxes[:, 0] + width / side
    children[:, DROP_RIGHT, 2] = boxes[:, 0] + width * ((side - 1) / side)
    children[:, DROP_TOP, 1] = boxes[:, 1] + height / side
    children[:, DROP_BOTTOM, 3] = boxes[:, 1] + height * ((side - 1) / side)
    return children
