"""Batches of one fixed size, so that what a crop scores never depends on what else is being searched.

Kernels of a CPU or GPU library may add in another order for another batch size, so the last bits of a row depend on
the size of its batch, though not on the other rows. Every batch of a run therefore has the same shape, filled with
zeros where there is too little to do; that a row's place does not matter is checked once, at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.utils.flop_counter import FlopCounterMode

from wsl_annotator.localization.grid import CHILDREN
from wsl_annotator.networks.split import SplitNetwork

CPU_CROPS = (2, 1)
CUDA_CROPS = (16, 8, 4, 2, 1)
BATCH_FLOP_LIMIT = {"cpu": 25e9, "cuda": 2.5e12}
"""About half a second of a slow core (50 GFLOP/s), or of a small GPU (5 TFLOP/s)."""
MIN_HEAD_ROWS = 32
"""A fully connected head streams all its weights for each batch; 32 rows are the candidates of one beam of 8."""


Notice = Callable[[str], None]


def ignore_notice(_: str) -> None:
    """Take a notice and do nothing with it."""


@dataclass(frozen=True, slots=True)
class Batching:
    """The fixed sizes of a run.

    Attributes:
        crops: rows of every batch that the convolutions see.
        head_rows: rows of every batch that the head sees.
    """

    crops: int
    head_rows: int

    @classmethod
    def for_crops(cls, crops: int) -> Batching:
        """Return the sizes that go with a number of crops: the head sees their children, and at least 32 rows."""
        return cls(crops, max(MIN_HEAD_ROWS, CHILDREN * crops))


def choose_batching(network: SplitNetwork) -> Batching:
    """Return the batch size for a network on its device: the same in every run, whatever else the machine does.

    The size is the largest of a few whose multiply-adds stay below about half a second of the device, so that a
    cancel is seen in time. Operations are counted, not timed: a timed choice could differ between two runs and with
    it the last bits of their results. On a CPU larger batches gain nothing and cost padding.
    """
    kind = "cuda" if network.device.type == "cuda" else "cpu"
    image = torch.zeros(1, 3, network.input_size, network.input_size, device=network.device, dtype=network.dtype)
    with torch.no_grad(), FlopCounterMode(display=False) as counter:
        network.features(image)
    flop = counter.get_total_flops()
    sizes = CUDA_CROPS if kind == "cuda" else CPU_CROPS
    return Batching.for_crops(next((size for size in sizes if size * flop <= BATCH_FLOP_LIMIT[kind]), 1))


def in_fast_layout(images: Tensor) -> Tensor:
    """Return the images in the memory layout that convolutions are faster in; the values are the same.

    In float32 that is channels last; in float64, which no fast kernel serves, the plain layout.
    """
    last = images.dtype != torch.float64
    return images.contiguous(memory_format=torch.channels_last if last else torch.contiguous_format)


def padded(rows: Tensor, size: int) -> Tensor:
    """Return a new contiguous tensor of exactly `size` rows: those of `rows` (N <= size, ...), then zeros.

    A full batch is copied too: its strides would otherwise differ from those of a padded one, and with them the
    order in which a kernel adds.
    """
    batch = torch.zeros(size, *rows.shape[1:], dtype=rows.dtype, device=rows.device)
    batch[: len(rows)] = rows
    return batch


def is_place_independent(step: Callable[[Tensor], Tensor], row: Tensor, size: int) -> bool:
    """Return whether a row gives the same bits in every place of a batch of `size` rows.

    Args:
        step: (size, ...) -> (size, ...), each row by itself.
        row: (1, ...), the row to repeat.
        size: rows a batch.
    """
    result = step(row.expand(size, *row.shape[1:]).contiguous())
    return bool((result == result[:1]).all())
