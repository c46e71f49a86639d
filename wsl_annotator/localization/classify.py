"""Class scores of a whole image."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.localization.batching import in_fast_layout
from wsl_annotator.networks.heads import log_odds
from wsl_annotator.networks.split import SplitNetwork


def whole_image_maps(network: SplitNetwork, image: NDArray[np.uint8], *, scale: float = 1.0) -> Tensor:
    """Return the feature maps of the whole image, warped to a square.

    Args:
        network: its convolutions are used.
        image: uint8 (H, W, 3), upright RGB.
        scale: side of the square over the network's input side.

    Returns:
        (1, T, L, L) on the network's device, or a larger grid for a larger scale.

    Source: Bency et al. 2016 warp and do not crop, so that the grid covers all of the image (eq. 5).
    """
    pixels = to_tensor(image, device=network.device, dtype=network.dtype)
    whole = np.array([[0.0, 0.0, image.shape[1], image.shape[0]]])
    crop = crop_resize(pixels, whole, round(network.input_size * scale))
    return network.features(in_fast_layout(network.normalize(crop)))


def classify_image(
    network: SplitNetwork, image: NDArray[np.uint8], targets: Sequence[ClassTarget]
) -> NDArray[np.float64]:
    """Return the log-odds of each class for the whole image.

    Args:
        network: a split classifier.
        image: uint8 (H, W, 3), upright RGB; may be a reduced copy.
        targets: C classes as sets of the network's outputs.

    Returns:
        float64 (C,).
    """
    with torch.inference_mode():
        logits = network.classify(whole_image_maps(network, image))
        scores: NDArray[np.float64] = log_odds(logits, targets, network.activation)[0].double().cpu().numpy()
    return scores
