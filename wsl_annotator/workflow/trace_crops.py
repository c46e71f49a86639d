"""What the network looked at: crops of candidates, and how strongly its feature map answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig
from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.imaging.unseen import FILL_COLOR
from wsl_annotator.workflow.search_again import fill_boxes, seen_pixels
from wsl_annotator.workflow.trace_run import TraceRun

if TYPE_CHECKING:
    from wsl_annotator.workflow.engine import Engine

CROP_SIDE = 224
"""Side of a shown crop; the input side of most networks."""


def crop_pictures(
    image: DecodedImage,
    boxes: NDArray[np.float64],
    *,
    filled: Sequence[Box] = (),
    side: int = CROP_SIDE,
    cancel: CancelToken,
) -> NDArray[np.uint8]:
    """Return each box warped to a square, as the search warps it for the network, before normalisation.

    Loads torch.

    Args:
        image: upright pixels, or a reduced copy.
        boxes: float64 (N, 4), xyxy in upright pixels of the original.
        filled: boxes that were hidden from the search, in upright pixels of the original; shown in one colour.
        side: of the result in pixels.
        cancel: checked before each crop.

    Returns:
        uint8 (N, side, side, 3).

    Raises:
        Cancelled: the token was set.

    Source: Bency et al. 2016, eq. 5; resampled by `imaging.crops.crop_resize`, as every crop of the exact search is.
    """
    from wsl_annotator.imaging.crops import crop_resize, to_tensor

    rgb = image.rgb
    if filled:
        ratio = _scale(image)
        rgb = fill_boxes(rgb, filled, color=FILL_COLOR, scale=(float(ratio[0]), float(ratio[1])))
    pixels = to_tensor(rgb)
    pictures = np.empty((len(boxes), side, side, 3), dtype=np.uint8)
    for picture, box in zip(pictures, boxes * _scale(image), strict=True):
        cancel.raise_if_cancelled()
        crop = crop_resize(pixels, box.reshape(1, 4), side)[0].permute(1, 2, 0)
        picture[:] = crop.mul(255).round().clamp(0, 255).byte().numpy()
    return pictures


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeatureEnergy:
    """How strongly the feature map of one crop, or of the whole image, answers.

    Attributes:
        values: float32 (h, w) in [0, 1]: the length of each cell's feature vector, over the longest.
        whole_image: whether the map is of all that was searched, else of one crop.
    """

    values: NDArray[np.float32]
    whole_image: bool


def source_row(trace: SearchTrace, beam: BeamConfig, row: int) -> int:
    """Return the row of the box whose feature map a candidate was cut from: its parent, or the root (0)."""
    return 0 if beam.on_map(int(trace.level[row])) else max(0, int(trace.parent[row]))


def feature_energy(engine: Engine, image: DecodedImage, trace: SearchTrace, row: int, run: TraceRun) -> FeatureEnergy:
    """Return the energy of the feature map that a candidate was cut from.

    Args:
        engine: the open network.
        image: upright pixels, or a reduced copy.
        trace: of the search.
        row: of the candidate.
        run: the search; boxes that were hidden from it are hidden here too.
    """
    import torch

    from wsl_annotator.imaging.crops import crop_resize, to_tensor

    network, beam = engine.network, run.beam
    box, whole = trace.boxes[source_row(trace, beam, row)], beam.on_map(int(trace.level[row]))
    scale = beam.map_scale if whole and network.accepts_larger else 1.0
    cut, side = box * _scale(image), round(network.input_size * scale)
    with torch.inference_mode():
        pixels = to_tensor(seen_pixels(engine, image, run.filled), device=network.device, dtype=network.dtype)
        maps = network.features(network.normalize(crop_resize(pixels, cut.reshape(1, 4), side)))
        length = maps[0].float().square().sum(0).sqrt()
        values: NDArray[np.float32] = (length / length.max().clamp_min(1e-12)).cpu().numpy()
    return FeatureEnergy(values=values, whole_image=whole)


def map_cells(beam: BeamConfig, *, side: int) -> int:
    """Return the cells a side of the map of the whole image, as far as it can be told without the network."""
    return round(side * beam.map_scale)


def _scale(image: DecodedImage) -> NDArray[np.float64]:
    ratio = np.array([image.rgb.shape[1] / image.width, image.rgb.shape[0] / image.height])
    return np.tile(ratio, 2)
