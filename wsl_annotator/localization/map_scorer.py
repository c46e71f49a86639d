"""Scores of the fast search: one convolution pass over the whole image, candidates cut from its map by RoIAlign."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.imaging.crops import crop_resize
from wsl_annotator.localization.batching import Batching, in_fast_layout
from wsl_annotator.localization.grid import CHILDREN, child_boxes
from wsl_annotator.localization.head_scorer import HeadScorer
from wsl_annotator.localization.roi import roi_axis_weights
from wsl_annotator.networks.split import SplitNetwork

MAX_STRIPS = 256
"""Strips of the map, resampled to L rows, that are kept for reuse; about 0.3 MB each for a 448 px input."""


class MapScorer:
    """Scores the children of boxes of one image by cutting them from one feature map.

    Args:
        network: convolutions and head.
        image: (3, H, W) in [0, 1] on the network's device, in its dtype; may be a reduced copy of the original.
        targets: the classes.
        width: upright width of the original image.
        height: upright height of the original image.
        map_scale: side of the input, warped to a square, over the network's input side.
        batching: sizes of the head's batches.

    Source: differs from the paper, which computes the convolutions of every crop again; the boxes are the paper's
    (eq. 5), their features are those of the larger whole image.
    """

    def __init__(
        self,
        network: SplitNetwork,
        image: Tensor,
        targets: Sequence[ClassTarget],
        *,
        width: int,
        height: int,
        map_scale: float,
        batching: Batching,
    ) -> None:
        self._network = network
        self._image = image
        self._size = (float(width), float(height))
        self._map_side = round(network.input_size * map_scale)
        # asked once: the network looks through its weights for them
        self._device, self._dtype = network.device, network.dtype
        self._head = HeadScorer(network, targets, rows=batching.head_rows)
        self._map: Tensor | None = None
        self._cuts: Tensor | None = None
        self._strips: dict[tuple[float, float], Tensor] = {}

    @property
    def padded_rows(self) -> int:
        """Head rows that were padding."""
        return self._head.padded_rows

    def score_root(self, cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (C,), the log-odds of the whole image at the network's own input size."""
        cancel.raise_if_cancelled()
        scores: NDArray[np.float64] = self._head(self._whole(self._network.input_size), cancel)[0]
        return scores

    def score_children(self, boxes: NDArray[np.float64], cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (N, 4, C) for distinct boxes (N, 4) in pixels of the original image.

        Equal children of different boxes are scored once.

        Raises:
            Cancelled: the token was set.
        """
        children = child_boxes(boxes, self._network.grid).reshape(-1, 4)
        distinct, place = np.unique(children, axis=0, return_inverse=True)
        parts = []
        for start in range(0, len(distinct), self._head.rows):
            cancel.raise_if_cancelled()
            regions = distinct[start : start + self._head.rows]
            parts.append(self._head.score_batch(self._cut(regions), used=len(regions)))
        return np.concatenate(parts)[place.reshape(-1)].reshape(len(boxes), CHILDREN, -1)

    def _whole(self, side: int) -> Tensor:
        box = np.array([[0.0, 0.0, self._image.shape[2], self._image.shape[1]]])
        crop = self._network.normalize(crop_resize(self._image, box, side))
        return self._network.features(in_fast_layout(crop))

    def _cut(self, boxes: NDArray[np.float64]) -> Tensor:
        """Return one head batch (R, T, L, L) with the maps of at most R boxes.

        Every region is a product by itself, of shapes that never change, so that its bits depend on nothing else.
        """
        map_of_image = self._map_of_image()
        rows, columns, channels = map_of_image.shape
        side = self._network.grid
        across = self._weights(boxes[:, 0::2] * (columns / self._size[0]), cells=columns)
        down = self._weights(boxes[:, 1::2] * (rows / self._size[1]), cells=rows)
        if self._cuts is None:
            self._cuts = map_of_image.new_zeros(self._head.rows, side, side, channels)
        cut = self._cuts  # rows past the last region keep what they had: no row sees another
        for region, (_, y1, _, y2) in enumerate(boxes.tolist()):
            strip = self._strips.get((y1, y2))
            if strip is None:
                strip = (down[region] @ map_of_image.view(rows, columns * channels)).view(side, columns, channels)
                if len(self._strips) >= MAX_STRIPS:
                    self._strips.clear()
                self._strips[(y1, y2)] = strip
            torch.matmul(across[region], strip, out=cut[region])
        return cut.permute(0, 3, 1, 2)

    def _map_of_image(self) -> Tensor:
        """Return (Hm, Wm, T), the map of the whole image; channels last, so that products run over them."""
        if self._map is None:
            self._map = self._whole(self._map_side)[0].permute(1, 2, 0).contiguous()
        return self._map

    def _weights(self, spans: NDArray[np.float64], *, cells: int) -> Tensor:
        """Return (N, L, cells) for spans (N, 2) in cells of one axis of the map."""
        spans = np.clip(spans, 0.0, cells)
        weights = roi_axis_weights(low=spans[:, 0], high=spans[:, 1], cells=cells, bins=self._network.grid)
        return torch.from_numpy(weights).to(device=self._device, dtype=self._dtype)
