"""The bundled network: AlexNet's shape (convolutions, pool, F6, F7, Fa, Fb) at a size that ships inside the wheel."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class CompactAlexNet(nn.Module):
    """A small AlexNet split in two: convolutions to an LxL map, then the fully connected layers.

    Source: Bency et al. 2016, section 3.2 (F6, F7, then Fa and Fb in the place of F8); differs: five narrower
    convolutions with batch norm, narrower F6, F7 and Fa, no local response normalization. `classify` gives
    logits: the activation (a sigmoid) is applied by whoever needs probabilities.

    Attributes:
        num_classes: K, number of classes.
        channels: T, channels of the last map.
        grid: L, side of the map of an input of `input_size`; the head takes exactly LxL.
        input_size: S in pixels; `features` also takes larger inputs and gives larger maps.
    """

    stride = 32

    def __init__(
        self,
        num_classes: int,
        *,
        channels: int = 128,
        hidden: int = 512,
        adapted: int = 256,
        input_size: int = 192,
        dropout: float = 0.25,
    ) -> None:
        super().__init__()
        if input_size % self.stride:
            raise ValueError(f"input_size must be a multiple of {self.stride}, not {input_size}")
        self.num_classes = num_classes
        self.channels = channels
        self.grid = input_size // self.stride
        self.input_size = input_size
        self.convolutions = nn.Sequential(
            *_convolution(3, 24, kernel=8, stride=4, padding=2),
            *_convolution(24, 40, kernel=3),
            nn.MaxPool2d(2),
            *_convolution(40, 80, kernel=3),
            nn.MaxPool2d(2),
            *_convolution(80, channels, kernel=3),
            *_convolution(channels, channels, kernel=3),
            nn.MaxPool2d(2),
        )
        self.head = nn.Sequential(
            nn.Dropout(dropout),
            nn.Linear(channels * self.grid**2, hidden),
            nn.ReLU(inplace=True),
            nn.Dropout(dropout),
            nn.Linear(hidden, hidden),
            nn.ReLU(inplace=True),
            nn.Linear(hidden, adapted),
            nn.ReLU(inplace=True),
            nn.Dropout(dropout / 2),
            nn.Linear(adapted, num_classes),
        )

    def features(self, images: Tensor) -> Tensor:
        """The last pooled map.

        Args:
            images: (N, 3, S, S) normalized; sides may be larger than `input_size`, in multiples of 32.

        Returns:
            (N, T, L, L), L the side divided by 32.
        """
        maps: Tensor = self.convolutions(images)
        return maps

    def classify(self, maps: Tensor) -> Tensor:
        """Logits of maps.

        Args:
            maps: (N, T, L, L), L exactly `grid`.

        Returns:
            (N, K) logits.

        Raises:
            ValueError: the maps have another size.
        """
        if tuple(maps.shape[1:]) != (self.channels, self.grid, self.grid):
            wanted = (self.channels, self.grid, self.grid)
            raise ValueError(f"the head takes maps of {wanted}, not {tuple(maps.shape[1:])}")
        logits: Tensor = self.head(torch.flatten(maps, 1))
        return logits

    def forward(self, images: Tensor) -> Tensor:
        """(N, K) logits of (N, 3, S, S) normalized images."""
        return self.classify(self.features(images))


def _convolution(
    inputs: int, outputs: int, *, kernel: int, stride: int = 1, padding: int | None = None
) -> list[nn.Module]:
    around = kernel // 2 if padding is None else padding
    return [
        nn.Conv2d(inputs, outputs, kernel, stride, around, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    ]
