"""The beam search as a localizer: batches, devices and memory around `beam.search`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import HeatConfig, LocalizerConfig
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization, SearchTrace
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.imaging.crops import to_tensor
from wsl_annotator.localization.batching import Batching, Notice, choose_batching, ignore_notice, is_place_independent
from wsl_annotator.localization.beam import search
from wsl_annotator.localization.crop_scorer import CropScorer, SubgridFeatures
from wsl_annotator.localization.extract import PLATEAU_TOLERANCE, localization_point
from wsl_annotator.localization.grid import CHILDREN
from wsl_annotator.localization.heatmap import pool_trace, pooled_weight
from wsl_annotator.localization.map_scorer import MapScorer
from wsl_annotator.localization.shared_scores import SharedScorer, SharedScores
from wsl_annotator.networks.device import is_out_of_memory
from wsl_annotator.networks.split import SplitNetwork


def exact_convolutions() -> AbstractContextManager[None]:
    """Return a context in which CUDA convolutions are full float32 and repeat their bits; nothing changes on a CPU."""
    flags: AbstractContextManager[None] = torch.backends.cudnn.flags(
        enabled=True, benchmark=False, deterministic=True, allow_tf32=False
    )
    return flags


class BeamLocalizer:
    """Beam search of Bency et al. 2016, on crops (`recompute="crop"`) or on one map (`recompute="never"`), or on both:
    the first levels on the map, the others on crops (`map_levels`).

    Args:
        config: `beam` and `heat` are used.
        network: moved to the CPU, in place, where the GPU's memory does not hold one crop.
        notice: told once, in a sentence, when the search cannot run as configured.
        batch_size: crops of every batch; None chooses (see `choose_batching`). Two runs with the same machine,
            threads and batch size give the same bits.
    """

    name = "beam"
    supervised = False
    needs_grad = False

    def __init__(
        self,
        config: LocalizerConfig,
        network: SplitNetwork,
        *,
        notice: Notice | None = None,
        batch_size: int | None = None,
    ) -> None:
        if batch_size is not None and batch_size < 1:
            raise ValueError(f"a batch needs at least one crop, not {batch_size}")
        self._config = config
        self._network = network
        self._notice = notice or ignore_notice
        self._told_memory = False
        self._map_scale = config.beam.map_scale
        uses_map = config.beam.recompute == "never" or config.beam.map_levels > 0
        if uses_map and self._map_scale > 1 and not network.accepts_larger:
            self._notice(f"{network.name} takes no larger input, so the search uses its map at the usual size.")
            self._map_scale = 1.0
        self._asked = batch_size
        self._batching: Batching | None = None

    @property
    def forward_passes(self) -> int:
        """Convolution passes an image and class, at most: 69 for M = 8 and H = 10."""
        beam = self._config.beam
        crops, nodes = 0, 1
        for level in range(1, beam.depth + 1):
            crops += nodes if level > beam.map_levels else 0
            nodes = min(beam.width_at(level), CHILDREN * nodes)
        return self._passes(crops)

    def passes_of(self, trace: SearchTrace) -> int:
        """Return the convolution passes of one search, if it was alone.

        Crops of equal boxes are convolved once, whatever the paths to them were.
        """
        cropped = [row for row in np.unique(trace.parent[1:]) if trace.level[row] >= self._config.beam.map_levels]
        return self._passes(len(np.unique(trace.boxes[cropped], axis=0)))

    def _passes(self, crops: int) -> int:
        """Return the passes of a search with so many crops, one of which may be the whole image."""
        beam = self._config.beam
        map_passes = 1 + round(self._map_scale**2)
        if beam.recompute == "never":
            return map_passes
        return crops + (map_passes if beam.map_levels else 0)

    def locate(
        self,
        image: NDArray[np.uint8],
        targets: Sequence[ClassTarget],
        *,
        width: int,
        height: int,
        cancel: CancelToken,
        progress: ProgressCallback = ignore_progress,
        shared: SharedScores | None = None,
    ) -> list[Localization]:
        """Return one localization a class, in the order of `targets`; see `Localizer.locate`.

        With `shared`, boxes that another search of the same image, classes and network has scored are not scored
        again; the result is the same to the bit (but `padded_rows`, which counts over all of these searches).
        """
        if not targets:
            return []
        while True:
            try:
                return self._locate(
                    image,
                    targets,
                    width=width,
                    height=height,
                    cancel=cancel,
                    progress=progress,
                    shared=shared or SharedScores(),
                )
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or not self._retreat():
                    raise
            # outside the handler, whose traceback still holds the tensors of the attempt; nothing on a CPU
            torch.cuda.empty_cache()

    def _locate(
        self,
        image: NDArray[np.uint8],
        targets: Sequence[ClassTarget],
        *,
        width: int,
        height: int,
        cancel: CancelToken,
        progress: ProgressCallback,
        shared: SharedScores,
    ) -> list[Localization]:
        network, beam = self._network, self._config.beam
        with torch.inference_mode(), exact_convolutions():
            batching = self._ready_batching()
            pixels = to_tensor(image, device=network.device, dtype=network.dtype)
            size = (width, height)
            make = self._map_scorer if beam.recompute == "never" else self._crop_scorer
            scorer = make(pixels, targets, size, shared=shared)
            first = self._map_scorer(pixels, targets, size, shared=shared) if beam.map_levels else None
            traces, class_scores = search(
                scorer,
                beam,
                classes=len(targets),
                side=network.grid,
                width=width,
                height=height,
                cancel=cancel,
                progress=progress,
                map_scorer=first,
            )
        return [
            localization_of_trace(
                target.name,
                float(score),
                trace,
                self._config.heat,
                width=width,
                height=height,
                batch_size=batching.crops,
                padded_rows=scorer.padded_rows + (0 if first is None else first.padded_rows),
                device=str(network.device),
            )
            for target, score, trace in zip(targets, class_scores, traces, strict=True)
        ]

    def _map_scorer(
        self, pixels: Tensor, targets: Sequence[ClassTarget], size: tuple[int, int], *, shared: SharedScores
    ) -> SharedScorer:
        batching = self._ready_batching()
        make = partial(
            MapScorer,
            self._network,
            pixels,
            targets,
            width=size[0],
            height=size[1],
            map_scale=self._map_scale,
            batching=batching,
        )
        return shared.scorer(("map", self._map_scale, batching), make)

    def _crop_scorer(
        self, pixels: Tensor, targets: Sequence[ClassTarget], size: tuple[int, int], *, shared: SharedScores
    ) -> SharedScorer:
        batching, align_corners = self._ready_batching(), self._config.beam.align_corners
        make = partial(
            CropScorer,
            self._network,
            pixels,
            targets,
            scale=np.tile([pixels.shape[2] / size[0], pixels.shape[1] / size[1]], 2),
            align_corners=align_corners,
            batching=batching,
        )
        return shared.scorer(("crop", align_corners, batching), make)

    def _ready_batching(self) -> Batching:
        """Return the sizes of this run's batches, chosen and checked at first use."""
        if self._batching is None:
            asked = None if self._asked is None else Batching.for_crops(self._asked)
            self._batching = self._checked(asked or choose_batching(self._network))
        return self._batching

    def _checked(self, batching: Batching) -> Batching:
        """Return the batching, with single rows where a row's bits would depend on its place among others."""
        network, size = self._network, self._network.input_size
        beam = self._config.beam
        row = torch.linspace(-1.0, 1.0, 3 * size * size, device=network.device, dtype=network.dtype).cos()
        row = row.reshape(1, 3, size, size)
        if beam.recompute == "crop":
            features = SubgridFeatures(network, align_corners=beam.align_corners, crops=batching.crops)
            if not is_place_independent(features, row, batching.crops):
                batching = Batching(1, batching.head_rows)
        if not is_place_independent(network.classify, network.features(row), batching.head_rows):
            batching = Batching(batching.crops, 1)
        return batching

    def _retreat(self) -> bool:
        """Halve the batch, then move to the CPU; return whether there was anything left to give up."""
        crops = self._batching.crops if self._batching is not None else self._asked or 1
        if crops > 1:
            self._asked, self._batching = crops // 2, None
        elif self._network.device.type != "cpu":
            self._network.to(torch.device("cpu"))
            self._asked, self._batching = None, None
        else:
            return False
        if not self._told_memory:
            self._told_memory = True
            self._notice(
                "Memory ran out: the search goes on in smaller batches, and on the CPU where that is too little."
            )
        return True


def localization_of_trace(
    class_name: str,
    class_score: float,
    trace: SearchTrace,
    heat_config: HeatConfig,
    *,
    width: int,
    height: int,
    batch_size: int,
    padded_rows: int,
    device: str,
) -> Localization:
    """Return the localization that a finished search means; the trace decides everything but the class score."""
    heat = pool_trace(trace, heat_config, width=width, height=height)
    return Localization(
        class_name=class_name,
        class_score=class_score,
        point=localization_point(heat, tolerance=PLATEAU_TOLERANCE / pooled_weight(trace, heat_config)),
        heat=heat,
        trace=trace,
        batch_size=batch_size,
        padded_rows=padded_rows,
        threads=torch.get_num_threads(),
        device=device,
    )
