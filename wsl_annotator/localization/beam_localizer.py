"""The beam search as a localizer: batches, devices and memory around `beam.search`."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

import numpy as np
import torch
from numpy.typing import NDArray

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
from wsl_annotator.localization.heatmap import pool_trace, pooled_weight
from wsl_annotator.localization.map_scorer import MapScorer
from wsl_annotator.networks.device import is_out_of_memory
from wsl_annotator.networks.split import SplitNetwork


def exact_convolutions() -> AbstractContextManager[None]:
    """Return a context in which CUDA convolutions are full float32 and repeat their bits; nothing changes on a CPU."""
    flags: AbstractContextManager[None] = torch.backends.cudnn.flags(
        enabled=True, benchmark=False, deterministic=True, allow_tf32=False
    )
    return flags


class BeamLocalizer:
    """Beam search of Bency et al. 2016, exact (`recompute="crop"`) or on one map (`recompute="never"`).

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
        if config.beam.recompute == "never" and self._map_scale > 1 and not network.accepts_larger:
            self._notice(f"{network.name} takes no larger input, so the fast search uses its map at the usual size.")
            self._map_scale = 1.0
        self._asked = batch_size
        self._batching: Batching | None = None

    @property
    def forward_passes(self) -> int:
        """Convolution passes an image and class, at most: 69 for M = 8 and H = 10."""
        beam = self._config.beam
        if beam.recompute == "never":
            return 1 + round(self._map_scale**2)
        passes, nodes = 0, 1
        for _ in range(beam.depth):
            passes += nodes
            nodes = min(beam.beam_width, 4 * nodes)
        return passes

    def locate(
        self,
        image: NDArray[np.uint8],
        targets: Sequence[ClassTarget],
        *,
        width: int,
        height: int,
        cancel: CancelToken,
        progress: ProgressCallback = ignore_progress,
    ) -> list[Localization]:
        """Return one localization a class, in the order of `targets`; see `Localizer.locate`."""
        if not targets:
            return []
        while True:
            try:
                return self._locate(image, targets, width=width, height=height, cancel=cancel, progress=progress)
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
    ) -> list[Localization]:
        network, beam = self._network, self._config.beam
        with torch.inference_mode(), exact_convolutions():
            batching = self._ready_batching()
            pixels = to_tensor(image, device=network.device, dtype=network.dtype)
            scorer: CropScorer | MapScorer
            if beam.recompute == "crop":
                ratio = np.array([image.shape[1] / width, image.shape[0] / height])
                scorer = CropScorer(
                    network,
                    pixels,
                    targets,
                    scale=np.tile(ratio, 2),
                    align_corners=beam.align_corners,
                    batching=batching,
                )
            else:
                scorer = MapScorer(
                    network,
                    pixels,
                    targets,
                    width=width,
                    height=height,
                    map_scale=self._map_scale,
                    batching=batching,
                )
            traces, class_scores = search(
                scorer,
                beam,
                classes=len(targets),
                side=network.grid,
                width=width,
                height=height,
                cancel=cancel,
                progress=progress,
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
                padded_rows=scorer.padded_rows,
                device=str(network.device),
            )
            for target, score, trace in zip(targets, class_scores, traces, strict=True)
        ]

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
