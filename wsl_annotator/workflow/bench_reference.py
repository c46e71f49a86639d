"""The unbatched search that the bench measures against: one crop, one sub-grid, one pass through the head at a time."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.trace import TraceBuilder
from wsl_annotator.networks.heads import log_odds
from wsl_annotator.networks.split import SplitNetwork


def unbatched_search(
    network: SplitNetwork,
    rgb: NDArray[np.uint8],
    target: ClassTarget,
    *,
    config: BeamConfig,
    cancel: CancelToken,
) -> SearchTrace:
    """Return the trace of the exact search for one class, with nothing batched and nothing shared.

    What the paper's text says when it is run as it stands; far slower than `localization.beam`, and the same up to
    the rounding of other batch sizes. It exists so that an installed program can measure the gain.

    Args:
        network: convolutions and head.
        rgb: uint8 (H, W, 3), upright, the original and not a reduced copy.
        target: the class.
        config: `beam_width`, `depth` and `align_corners` are used.
        cancel: checked before each crop.

    Raises:
        Cancelled: the token was set.

    Source: Bency et al. 2016, sections 3.3 and 3.4.
    """
    side, size = network.grid, network.input_size
    # left, top, right, bottom of the four sub-grids, in the order of `grid.CHILD_NAMES`
    cuts = ((1, 0, side, side), (0, 0, side - 1, side), (0, 1, side, side), (0, 0, side, side - 1))

    def score(maps: Tensor) -> float:
        return float(log_odds(network.classify(maps), [target], network.activation)[0, 0])

    with torch.inference_mode():
        image = to_tensor(rgb, device=network.device, dtype=network.dtype)
        beam = np.array([[0.0, 0.0, float(rgb.shape[1]), float(rgb.shape[0])]])
        root = network.features(network.normalize(crop_resize(image, beam, size)))
        builder = TraceBuilder(beam[0], score(root))
        for _ in range(config.depth):
            scores = np.empty((len(beam), len(cuts)))
            for row, box in enumerate(beam):
                cancel.raise_if_cancelled()
                maps = network.features(network.normalize(crop_resize(image, box[None], size)))
                for child, (left, top, right, bottom) in enumerate(cuts):
                    part = maps[:, :, top:bottom, left:right]
                    whole = functional.interpolate(
                        part, size=(side, side), mode="bilinear", align_corners=config.align_corners
                    )
                    scores[row, child] = score(whole)
            children = child_boxes(beam, side)
            kept = np.argsort(-scores.reshape(-1), kind="stable")[: config.beam_width]
            builder.add_level(children, scores, kept)
            beam = children.reshape(-1, 4)[kept]
    return builder.build()
