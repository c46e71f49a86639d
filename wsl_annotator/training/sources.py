"""What a training step sees: cached features, or images decoded and varied anew each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.errors import ImageError
from wsl_annotator.localization.batching import choose_batching, in_fast_layout
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.training.augment import seeded, vary
from wsl_annotator.training.config import TrainConfig
from wsl_annotator.training.dataset import LabeledImages
from wsl_annotator.training.extraction import FrozenFeatures, warp

Step = tuple[int, int, int]
"""(epoch, batch, piece of the batch): with the seed, all that the random choices of a training step depend on."""


class Source(Protocol):
    """Gives inputs for some images and takes them through the trained part of the network."""

    @property
    def at_once(self) -> int:
        """Images that are computed together; a cancel is seen between."""

    def inputs(self, rows: NDArray[np.int64], step: Step | None) -> tuple[Tensor, NDArray[np.int64]]:
        """Return the inputs of images, varied for a training step and plain for None, and the images that are there."""

    def logits(self, inputs: Tensor) -> Tensor:
        """Return (N, K)."""


class CachedSource:
    """Frozen features from the cache: each time one of an image's copies.

    Args:
        network: its `classify` is trained.
        features: of the images; row i here is `features.rows[i]` of the data.
        config: its seed.
    """

    def __init__(self, network: SplitNetwork, features: FrozenFeatures, config: TrainConfig) -> None:
        self._network = network
        self._features = features
        self._seed = config.seed

    @property
    def at_once(self) -> int:
        """Images that are computed together."""
        return 256

    def inputs(self, rows: NDArray[np.int64], step: Step | None) -> tuple[Tensor, NDArray[np.int64]]:
        """Return (N, T, g, g) on the network's device, and all of the rows."""
        count = len(self._features.tables)
        if step is None:
            chosen = np.zeros(len(rows), dtype=np.int64)
        else:
            chosen = np.random.default_rng([self._seed, 1, *step]).integers(count, size=len(rows))
        values = np.stack(
            [
                self._features.tables[variant][self._features.places[variant, row]]
                for variant, row in zip(chosen, rows, strict=True)
            ]
        )
        return torch.from_numpy(values).to(device=self._network.device, dtype=self._network.dtype), rows

    def logits(self, inputs: Tensor) -> Tensor:
        """Return (N, K)."""
        return self._network.classify(inputs)


class ImageSource:
    """Images from the disk, through the whole network; with mixed precision on CUDA.

    Args:
        network: all of it is trained.
        data: the images.
        config: how they are varied, and the seed.
        on_problem: told in one sentence, once, of an image that cannot be read; the batch goes on without it.
    """

    def __init__(
        self, network: SplitNetwork, data: LabeledImages, config: TrainConfig, *, on_problem: Callable[[str], None]
    ) -> None:
        self._network = network
        self._data = data
        self._config = config
        self._on_problem = on_problem
        self._told: set[int] = set()
        cuda = network.device.type == "cuda"
        self._mixed = cuda
        self._at_once = config.batch_size if cuda else choose_batching(network).crops
        # a GPU waits for the decoder, a CPU computes with all its threads anyway
        self._decoders = 8 if cuda else 1

    @property
    def at_once(self) -> int:
        """Images that are computed together: on a CPU about half a second of work."""
        return self._at_once

    def inputs(self, rows: NDArray[np.int64], step: Step | None) -> tuple[Tensor, NDArray[np.int64]]:
        """Return (N, 3, S, S) normalized, and the rows that could be read."""
        jobs = [(place, int(row), step) for place, row in enumerate(rows)]
        if self._decoders > 1 and len(jobs) > 1:
            with ThreadPoolExecutor(max_workers=self._decoders) as pool:
                images = list(pool.map(self._one, jobs))
        else:
            images = [self._one(job) for job in jobs]
        there = [place for place, image in enumerate(images) if image is not None]
        kept = [image for image in images if image is not None]
        if not kept:
            size = self._network.input_size
            return torch.empty((0, 3, size, size), device=self._network.device, dtype=self._network.dtype), rows[:0]
        return in_fast_layout(self._network.normalize(torch.stack(kept))), rows[np.array(there, dtype=np.int64)]

    def _one(self, job: tuple[int, int, Step | None]) -> Tensor | None:
        place, row, step = job
        try:
            image, aspect = warp(self._network, self._data.paths[row])
        except ImageError as error:
            if row not in self._told:
                self._told.add(row)
                self._on_problem(f"{error.user_text} It was left out of the training.")
            return None
        if step is None:
            return image
        generator = seeded("image", self._config.seed, *step, row, place)
        return vary(image, self._config.augment, generator, aspect=aspect, fill=self._network.mean)

    def logits(self, inputs: Tensor) -> Tensor:
        """Return (N, K) in float32."""
        with torch.autocast(inputs.device.type, dtype=torch.bfloat16, enabled=self._mixed):
            return self._network(inputs).float()


def in_chunks(rows: NDArray[np.int64], size: int) -> Sequence[NDArray[np.int64]]:
    """Return the rows in pieces of at most `size`."""
    return [rows[start : start + size] for start in range(0, len(rows), size)]
