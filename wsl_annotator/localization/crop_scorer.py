"""Scores of the exact search: convolutions of every crop of the image, sub-grids resized, then the head."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.imaging.crops import crop_resize
from wsl_annotator.localization.batching import Batching, in_fast_layout, padded
from wsl_annotator.localization.grid import CHILDREN, resize_operators
from wsl_annotator.localization.head_scorer import HeadScorer
from wsl_annotator.networks.split import SplitNetwork


class SubgridFeatures:
    """Crops to the feature maps of their children, a fixed number of crops at a time.

    Args:
        network: its convolutions are used.
        align_corners: the bilinear resize of sub-grids.
        crops: crops of every batch.
    """

    def __init__(self, network: SplitNetwork, *, align_corners: bool, crops: int) -> None:
        self._network = network
        operators = resize_operators(network.grid, align_corners=align_corners)
        # transposed, so that maps (T, L*L) @ operator gives the child's maps
        self._operators = torch.from_numpy(np.ascontiguousarray(operators.transpose(0, 2, 1))).to(
            device=network.device, dtype=network.dtype
        )
        self.crops = crops

    def __call__(self, crops: Tensor) -> Tensor:
        """Return (N, 5, T, L, L) for exactly `crops` normalized crops: the crop's own maps, then its four children's.

        Source: section 3.3, one bilinear resize back to L x L for each sub-grid, as four fixed operators.
        """
        maps = self._network.features(in_fast_layout(crops))
        count, channels, side, _ = maps.shape
        flat = maps.reshape(count, 1, channels, side * side)
        children = torch.matmul(flat, self._operators)
        return torch.cat([flat, children], dim=1).reshape(count, 1 + CHILDREN, channels, side, side)


class CropScorer:
    """Scores the children of boxes of one image by cropping each box from the original image.

    Args:
        network: convolutions and head.
        image: (3, H, W) in [0, 1] on the network's device, in its dtype; may be a reduced copy of the original.
        targets: the classes.
        scale: float64 (4,), pixels of `image` per pixel of the original, for x, y, x, y.
        align_corners: the bilinear resize of sub-grids.
        batching: sizes of all batches.

    Source: section 3.3, eq. 5: crop the box from the image, warp it to S x S, compute the convolutions again.
    """

    def __init__(
        self,
        network: SplitNetwork,
        image: Tensor,
        targets: Sequence[ClassTarget],
        *,
        scale: NDArray[np.float64],
        align_corners: bool,
        batching: Batching,
    ) -> None:
        self._network = network
        self._image = image
        self._scale = scale
        self._features = SubgridFeatures(network, align_corners=align_corners, crops=batching.crops)
        self._head = HeadScorer(network, targets, rows=batching.head_rows)
        self._root_children: NDArray[np.float64] | None = None
        self._root = np.array([0.0, 0.0, image.shape[2], image.shape[1]]) / scale
        self.padded_rows = 0

    def score_root(self, cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (C,), the log-odds of the whole image; its children are scored in the same batch."""
        maps = self._maps(self._root.reshape(1, 4), cancel)
        scores = self._head(maps[0], cancel)
        self._root_children = scores[None, 1:]
        root: NDArray[np.float64] = scores[0]
        return root

    def score_children(self, boxes: NDArray[np.float64], cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (N, 4, C) for distinct boxes (N, 4) in pixels of the original image.

        Raises:
            Cancelled: the token was set.
        """
        if self._root_children is not None and len(boxes) == 1 and np.array_equal(boxes[0], self._root):
            return self._root_children
        maps = self._maps(boxes, cancel)[:, 1:]
        scores = self._head(maps.flatten(0, 1), cancel)
        return scores.reshape(len(boxes), CHILDREN, -1)

    def _maps(self, boxes: NDArray[np.float64], cancel: CancelToken) -> Tensor:
        parts = []
        for start in range(0, len(boxes), self._features.crops):
            cancel.raise_if_cancelled()
            batch = boxes[start : start + self._features.crops] * self._scale
            crops = self._network.normalize(crop_resize(self._image, batch, self._network.input_size))
            maps = self._features(padded(crops, self._features.crops))
            self.padded_rows += len(maps) - len(batch)
            parts.append(maps[: len(batch)])
        return torch.cat(parts)
