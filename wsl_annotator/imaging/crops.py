"""Crops of an image at exact float boxes, resized with antialiasing on the device."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

# boxes that come from products of shares may leave the image by rounding
_SLACK = 1e-6


def to_tensor(
    rgb: NDArray[np.uint8], *, device: torch.device | str = "cpu", dtype: torch.dtype = torch.float32
) -> Tensor:
    """Return an image as (3, H, W) in [0, 1].

    Args:
        rgb: uint8 (H, W, 3).
        device: where to put it.
        dtype: a floating type.
    """
    pixels = torch.from_numpy(np.ascontiguousarray(rgb)).to(device)
    return pixels.permute(2, 0, 1).to(dtype).div_(255).contiguous()


def crop_resize(image: Tensor, boxes: NDArray[np.float64] | Tensor, size: int) -> Tensor:
    """Return each box of the image, warped to size x size.

    The triangle filter of `F.interpolate(mode="bilinear", antialias=True, align_corners=False)`, as one sparse matrix
    an axis, and equal to it (to rounding) where the edges are whole numbers. At a fractional edge the cut pixel counts
    by the part that lies inside, as if that part were a pixel of its own, so the result moves continuously with the
    box. No pixel outside the box counts.

    Each crop is computed by itself: its bits do not depend on the others in the call.

    Source: Bency et al. 2016, eq. 5, crops the original image; the paper is silent on resampling.

    Args:
        image: (3, H, W), any floating type, any range.
        boxes: float64 (N, 4), xyxy in pixels of `image`, inside it.
        size: side of the result in pixels.

    Returns:
        (N, 3, size, size), of the image's type, on its device.

    Raises:
        ValueError: a box is empty or leaves the image.
    """
    edges = np.asarray(boxes.cpu() if isinstance(boxes, Tensor) else boxes, dtype=np.float64).reshape(-1, 4)
    channels, height, width = image.shape
    pixels = image.permute(1, 2, 0)
    crops = image.new_empty((len(edges), channels, size, size))
    for crop, (x1, y1, x2, y2) in zip(crops, edges.tolist(), strict=True):
        left, right, across = _taps(x1, x2, length=width, size=size)
        top, bottom, down = _taps(y1, y2, length=height, size=size)
        part = pixels[top:bottom, left:right]
        rows = _weighted_sums(part.reshape(bottom - top, -1), down)
        columns = rows.view(size, right - left, channels).transpose(0, 1).reshape(right - left, -1)
        crop.copy_(_weighted_sums(columns, across).view(size, size, channels).permute(2, 1, 0))
    return crops


@dataclass(frozen=True, slots=True, eq=False)
class _Taps:
    """A sparse resampling matrix with the same number of entries in each row.

    Attributes:
        index: int64 (size, taps), rows of the source that count.
        weight: float64 (size, taps); each row sums to 1.
    """

    index: NDArray[np.int64]
    weight: NDArray[np.float64]


def _weighted_sums(source: Tensor, taps: _Taps) -> Tensor:
    """Return (size, D), each row the weighted sum of a few rows of `source` (n, D), added up in the order of the taps.

    A dense matrix product would spend nine tenths of its time on zeros.
    """
    weight = torch.from_numpy(taps.weight).to(dtype=source.dtype, device=source.device)
    index = torch.from_numpy(taps.index).to(source.device)
    return functional.embedding_bag(index, source, per_sample_weights=weight, mode="sum")


def _taps(low: float, high: float, *, length: int, size: int) -> tuple[int, int, _Taps]:
    """Return the range of pixels that [low, high] touches, and its resampling to `size` samples."""
    if not (low < high and low >= -_SLACK and high <= length + _SLACK):
        raise ValueError(f"crop from {low} to {high} must be inside 0 to {length} and not empty")
    low, high = max(low, 0.0), min(high, float(length))
    first, last = math.floor(low), math.ceil(high)
    step = (high - low) / size
    reach = max(step, 1.0)
    centers = low + (np.arange(size, dtype=np.float64) + 0.5) * step
    # pixels whose centre may lie within reach; the centre of a cut pixel is moved by less than half
    count = min(last - first, math.ceil(2 * reach) + 2)
    start = np.clip(np.floor(centers - reach - 0.5).astype(np.int64), first, last - count)
    pixel = start[:, None] + np.arange(count)
    begin, end = np.maximum(pixel, low), np.minimum(pixel + 1, high)
    distance = np.abs((begin + end) / 2 - centers[:, None]) / reach
    weight = np.maximum(0.0, 1.0 - distance) * (end - begin)
    weight /= weight.sum(axis=1, keepdims=True)
    return first, last, _Taps(index=pixel - first, weight=weight)
