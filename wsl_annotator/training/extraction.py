"""Computes the frozen features of images and their varied copies, as far as the cache does not have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.words import phrase
from wsl_annotator.imaging.crops import crop_resize, to_tensor
from wsl_annotator.imaging.decode import decode_upright
from wsl_annotator.localization.batching import choose_batching, in_fast_layout, padded
from wsl_annotator.networks.adapted import pools_globally
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.training.augment import seeded, vary
from wsl_annotator.training.cache_limit import BYTES_A_GB, DEFAULT_LIMIT_GB, trim_cache
from wsl_annotator.training.config import AugmentConfig, TrainConfig
from wsl_annotator.training.dataset import LabeledImages
from wsl_annotator.training.features import (
    CacheGoneError,
    CacheLock,
    FeatureStore,
    FeatureWriter,
    cache_key,
    check_space,
)

IMAGES_A_WRITE = 64


@dataclass(frozen=True, slots=True)
class Variant:
    """One cached copy of each image.

    Attributes:
        number: 0 the plain image, 1 its mirror image, from 2 on varied ones.
        augment: how it is varied; None for the first two.
        seed: of the training; 0 for the first two, which need none.
    """

    number: int
    augment: AugmentConfig | None = None
    seed: int = 0

    def apply(self, image: Tensor, *, sha256: str, aspect: float, fill: Sequence[float]) -> Tensor:
        """Return the copy of an image (3, S, S) in [0, 1]; it depends on the image, this variant and nothing else."""
        if self.augment is None:
            return image.flip(2) if self.number == 1 else image
        generator = seeded("variant", self.seed, sha256, self.number)
        return vary(image, self.augment, generator, aspect=aspect, fill=fill)


def variants_of(config: TrainConfig) -> list[Variant]:
    """Return the copies that a training with frozen features chooses from, the plain one first."""
    plain = [Variant(0), Variant(1)] if config.augment.flip else [Variant(0)]
    return plain + [Variant(2 + number, config.augment, config.seed) for number in range(config.variants)]


@dataclass(frozen=True, slots=True, eq=False)
class FrozenFeatures:
    """The features of the images that could be read.

    Attributes:
        rows: int64, the images of the data that are here; all others could not be read.
        tables: one memory map (n, T, g, g) a variant; g is 1 where the head sees the pooled map only.
        places: int64 (V, len(rows)), where in a variant's table each image is.
        problems: one sentence for each image that could not be read.
    """

    rows: NDArray[np.int64]
    tables: tuple[NDArray[np.float32], ...]
    places: NDArray[np.int64]
    problems: tuple[str, ...]


def extract_features(
    network: SplitNetwork,
    network_hash: str,
    data: LabeledImages,
    variants: Sequence[Variant],
    folder: Path,
    *,
    limit_gb: float = DEFAULT_LIMIT_GB,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> FrozenFeatures:
    """Return the features of all images in all variants, computing what the cache lacks.

    Whole images are warped to the input's square (method of the search's root). The bits of a row depend on the
    image's file, the variant, the network, the device's kind, torch's version and the number of threads, all of
    which are its key; not on the other images, as every batch has the same size.

    Args:
        network: with the old or the new head; only its features are used.
        network_hash: of the network as it was opened.
        data: with hashes.
        variants: which copies.
        folder: of the caches.
        limit_gb: before features are added, the longest unused of other trainings go until all fit in these 10^9 bytes.
        cancel: seen at every image and batch.
        progress: told at every image.

    Raises:
        FormatError: the cache cannot be written; what was written before stays.
        TrainingError: there is too little space for it.
        Cancelled: the token was set; what was finished stays.
    """
    token = cancel or CancelToken()
    pooled = pools_globally(network)
    grid = 1 if pooled else network.grid
    where = (network.device.type, torch.get_num_threads(), torch.__version__)
    stores = [
        FeatureStore(
            folder,
            key=cache_key(network_hash, network.input_size, pooled, *where, variant, network.mean),
            shape=(network.channels, grid, grid),
        )
        for variant in variants
    ]
    if all(sha256 in store for store in stores for sha256 in data.hashes):
        # a table that another training has just deleted is computed again below
        with suppress(CacheGoneError):
            return _opened(stores, data, {})
    with CacheLock(folder, token):
        for store in stores:
            store.reload()
        limit = round(limit_gb * BYTES_A_GB)
        problems = _fill(
            network, data, variants, stores, folder, pooled=pooled, limit_bytes=limit, cancel=token, progress=progress
        )
        # mapped while the folder is locked: what is mapped can no longer be taken away
        return _opened(stores, data, problems)


def _opened(stores: Sequence[FeatureStore], data: LabeledImages, problems: Mapping[str, str]) -> FrozenFeatures:
    rows = np.array([row for row, sha256 in enumerate(data.hashes) if sha256 in stores[0]], dtype=np.int64)
    found = [store.rows([data.hashes[row] for row in rows]) for store in stores] if len(rows) else []
    return FrozenFeatures(
        rows=rows,
        tables=tuple(table for table, _ in found),
        places=np.stack([places for _, places in found]) if found else np.empty((len(stores), 0), np.int64),
        problems=tuple(problems.values()),
    )


def warp(network: SplitNetwork, path: Path) -> tuple[Tensor, float]:
    """Return the whole image as (3, S, S) in [0, 1] on the network's device, and its width / height.

    Raises:
        ImageError: it cannot be read.
    """
    rgb, width, height = decode_upright(path)
    pixels = to_tensor(rgb, device=network.device, dtype=network.dtype)
    whole = np.array([[0.0, 0.0, rgb.shape[1], rgb.shape[0]]])
    return crop_resize(pixels, whole, network.input_size)[0], width / height


class _Batches:
    """Gathers copies to batches of one size and hands their features to the writers in chunks."""

    def __init__(self, network: SplitNetwork, writers: Sequence[FeatureWriter], *, pooled: bool) -> None:
        self._network = network
        self._writers = writers
        self._pooled = pooled
        self._size = choose_batching(network).crops
        self._waiting: list[tuple[int, str, Tensor]] = []
        self._done: list[list[tuple[str, NDArray[np.float32]]]] = [[] for _ in writers]

    def add(self, variant: int, sha256: str, image: Tensor) -> None:
        self._waiting.append((variant, sha256, image))
        if len(self._waiting) == self._size:
            self._compute()

    def _compute(self) -> None:
        if not self._waiting:
            return
        images = padded(torch.stack([image for _, _, image in self._waiting]), self._size)
        with torch.inference_mode():
            maps = self._network.features(in_fast_layout(self._network.normalize(images)))
            if self._pooled:
                maps = maps.mean((2, 3), keepdim=True)
            rows = maps.float().cpu().numpy()
        for (variant, sha256, _), row in zip(self._waiting, rows, strict=False):
            self._done[variant].append((sha256, row))
        self._waiting = []

    def write(self) -> None:
        """Put everything on the disk."""
        self._compute()
        for writer, done in zip(self._writers, self._done, strict=True):
            if done:
                writer.add([sha256 for sha256, _ in done], np.stack([row for _, row in done]))
                done.clear()


def _fill(
    network: SplitNetwork,
    data: LabeledImages,
    variants: Sequence[Variant],
    stores: Sequence[FeatureStore],
    folder: Path,
    *,
    pooled: bool,
    limit_bytes: int,
    cancel: CancelToken,
    progress: ProgressCallback,
) -> Mapping[str, str]:
    """Compute the missing rows; return image hash -> sentence for those that cannot be read."""
    missing = {sha256: [number for number, store in enumerate(stores) if sha256 not in store] for sha256 in data.hashes}
    paths = {sha256: path for sha256, path in zip(data.hashes, data.paths, strict=True) if missing[sha256]}
    needed = sum(len(missing[sha256]) for sha256 in paths) * stores[0].row_bytes
    trim_cache(folder, limit_bytes=limit_bytes, needed_bytes=needed, keep={store.key for store in stores})
    check_space(folder, needed)
    problems: dict[str, str] = {}
    clock = ProgressClock(len(paths))
    with ExitStack() as stack, torch.inference_mode():
        batches = _Batches(network, [stack.enter_context(store.writer()) for store in stores], pooled=pooled)
        for done, (sha256, path) in enumerate(paths.items(), start=1):
            cancel.raise_if_cancelled()
            try:
                image, aspect = warp(network, path)
            except ImageError as error:
                problems[sha256] = f"{error.user_text} It was left out of the training."
                continue
            for number in missing[sha256]:
                cancel.raise_if_cancelled()
                copy = variants[number].apply(image, sha256=sha256, aspect=aspect, fill=network.mean)
                batches.add(number, sha256, copy)
            if done % IMAGES_A_WRITE == 0:
                batches.write()
            progress(clock.at(done, phrase(f"features of {path.name}")))
        batches.write()
    return problems
