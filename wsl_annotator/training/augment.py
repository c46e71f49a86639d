"""Varied copies of training images: noise, rotation, mirror images."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from wsl_annotator.training.config import AugmentConfig


def seeded(*parts: object) -> torch.Generator:
    """Return a CPU generator that depends on the parts alone, so that what an image gets depends on no other image."""
    digest = hashlib.sha256(":".join(str(part) for part in parts).encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:8], "little", signed=True))


def vary(
    image: Tensor, config: AugmentConfig, generator: torch.Generator, *, aspect: float, fill: Sequence[float]
) -> Tensor:
    """Return a randomly varied copy of an image.

    Source: Bency et al. 2016, section 4.1; differs: the fill of the corners and the order (mirror image, rotation,
    noise) are ours, as the paper is silent.

    Args:
        image: (3, S, S) RGB in [0, 1], warped to a square.
        config: what may happen.
        generator: on the CPU; three decisions and the noise are drawn from it.
        aspect: width / height of the original image, so that the rotation is one of the original.
        fill: RGB of the corners that a rotation lays bare.

    Returns:
        (3, S, S); noise may leave [0, 1].
    """
    mirrored, turned, noisy = torch.rand(3, generator=generator).tolist()
    if config.flip and mirrored < 0.5:
        image = image.flip(2)
    if config.rotation_degrees > 0:
        image = rotate(image, (2 * turned - 1) * config.rotation_degrees, aspect=aspect, fill=fill)
    if config.noise_sigma > 0 and noisy < config.noise_probability:
        noise = torch.randn(image.shape, generator=generator, dtype=torch.float32)
        image = image + config.noise_sigma * noise.to(device=image.device, dtype=image.dtype)
    return image


def rotate(image: Tensor, degrees: float, *, aspect: float, fill: Sequence[float]) -> Tensor:
    """Return the image turned about its centre, bilinear, of the same size.

    Args:
        image: (3, S, S), a warped copy of an image of `aspect` = width / height.
        degrees: of the original image, clockwise as seen on the screen.
        aspect: width / height of the original.
        fill: value of each channel outside the image.
    """
    angle = math.radians(degrees)
    cosine, sine = math.cos(angle), math.sin(angle)
    # output to input, in coordinates from -1 to 1 a side: a step along one side is `aspect` times one along the other
    inverse = torch.tensor(
        [[cosine, sine / aspect, 0.0], [-sine * aspect, cosine, 0.0]], device=image.device, dtype=image.dtype
    )
    outside = torch.tensor(list(fill), device=image.device, dtype=image.dtype).view(3, 1, 1)
    grid = functional.affine_grid(inverse[None], [1, *image.shape], align_corners=False)
    # what lies outside counts as 0, so the fill is made 0
    turned = functional.grid_sample((image - outside)[None], grid, padding_mode="zeros", align_corners=False)
    return turned[0] + outside
