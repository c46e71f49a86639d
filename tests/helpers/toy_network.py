"""Small classifiers whose weights are set by hand, so that a search's path follows by arithmetic."""

from __future__ import annotations

from typing import Literal

import torch
from torch import Tensor, nn

from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.networks.split import SplitNetwork

SIDE = 4
INPUT_SIZE = 16
RED, GREEN, BLUE = (ClassTarget(name, (index,)) for index, name in enumerate(("red", "green", "blue")))
RED_OR_GREEN = ClassTarget("red or green", (0, 1))


class ColorModule(nn.Module):
    """The logit of a colour is 8 (mean of the colour - 0.5): it grows with the share of the crop that has the colour.

    `features` averages blocks of pixels: (N, 3, S, S) -> (N, 3, S / 4, S / 4), 4 x 4 cells for 16 pixels.
    """

    def features(self, images: Tensor) -> Tensor:
        return nn.functional.avg_pool2d(images, INPUT_SIZE // SIDE)

    def classify(self, maps: Tensor) -> Tensor:
        return 8 * (maps.mean((2, 3)) - 0.5) + self.nothing

    def __init__(self) -> None:
        super().__init__()
        # one weight, so that the module has a device and a floating type
        self.nothing = nn.Parameter(torch.zeros(3))


class DenseModule(nn.Module):
    """A convolution, a pool and a fully connected head of one size: nothing but the exact path serves it."""

    def __init__(self, seed: int) -> None:
        super().__init__()
        generator = torch.Generator().manual_seed(seed)
        self.conv = nn.Conv2d(3, 6, 3, padding=1)
        self.hidden = nn.Linear(6 * SIDE * SIDE, 24)
        self.out = nn.Linear(24, 3)
        for parameter in self.parameters():
            parameter.data = torch.randn(parameter.shape, generator=generator) * 0.5

    def features(self, images: Tensor) -> Tensor:
        return nn.functional.max_pool2d(self.conv(images).relu(), INPUT_SIZE // SIDE)

    def classify(self, maps: Tensor) -> Tensor:
        return self.out(self.hidden(maps.flatten(1)).relu())


def color_network(
    activation: Literal["softmax", "sigmoid"] = "sigmoid", *, dtype: torch.dtype = torch.float64
) -> SplitNetwork:
    """Return the network that knows red, green and blue."""
    return _split(ColorModule(), "colours", activation, dtype)


def dense_network(
    activation: Literal["softmax", "sigmoid"] = "softmax", *, seed: int = 0, dtype: torch.dtype = torch.float64
) -> SplitNetwork:
    """Return a random network with a fully connected head."""
    return _split(DenseModule(seed), f"dense {seed}", activation, dtype)


def _split(module: nn.Module, name: str, activation: Literal["softmax", "sigmoid"], dtype: torch.dtype) -> SplitNetwork:
    network = SplitNetwork(
        module,
        name=name,
        input_size=INPUT_SIZE,
        mean=(0.0, 0.0, 0.0),
        std=(1.0, 1.0, 1.0),
        activation=activation,
        class_names=("red", "green", "blue"),
    )
    return network.to(dtype=dtype)
