"""Class activation maps: one pass (or a few), no search.

They stand beside the beam so that nothing is tied to one method, and as the yardstick that it must beat.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress, ProgressCallback, ignore_progress
from wsl_annotator.localization.batching import Notice, ignore_notice
from wsl_annotator.localization.classify import classify_image, whole_image_maps
from wsl_annotator.localization.extract import localization_point
from wsl_annotator.localization.grid import interpolation_matrix
from wsl_annotator.localization.heatmap import regular_heat_map
from wsl_annotator.localization.names import MULTISCALE_SCALES
from wsl_annotator.networks.device import is_out_of_memory
from wsl_annotator.networks.split import SplitNetwork

CAM_CELLS = 64
"""Cells a side of the heat map: activations are resized bilinearly, so that boxes are not as coarse as L cells."""


class ActivationLocalizer(ABC):
    """What the class activation maps share: from activations of cells to a heat map, a point and a score.

    The absolute heat is the map over its maximum times the class probability of the whole image: a hot cell of an
    image that shows the class is worth that probability, in [0, 1], comparable between images.
    """

    supervised = False
    needs_grad = False
    name: str

    def __init__(self, network: SplitNetwork, scales: tuple[float, ...], *, notice: Notice) -> None:
        self._network = network
        self._scales = scales
        self._notice = notice

    @property
    def forward_passes(self) -> int:
        """Convolution passes an image, in units of one pass at the network's own input size."""
        return 1 + round(sum(scale * scale for scale in self._scales))

    @abstractmethod
    def _activation(self, maps: Tensor, target: ClassTarget) -> Tensor:
        """Return (Y, X), how much each cell of maps (1, T, Y, X) speaks for the class; below zero: against it."""

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
        """Return one localization a class, in the order of `targets`; see `Localizer.locate`. The trace is None."""
        if not targets:
            return []
        try:
            return self._locate(image, targets, width=width, height=height, cancel=cancel, progress=progress)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error) or self._network.device.type == "cpu":
                raise
        self._network.to(torch.device("cpu"))
        self._notice("Memory of the GPU ran out: the work goes on on the CPU.")
        return self._locate(image, targets, width=width, height=height, cancel=cancel, progress=progress)

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
        cancel.raise_if_cancelled()
        scores = classify_image(self._network, image, targets)
        sums = [np.zeros((CAM_CELLS, CAM_CELLS)) for _ in targets]
        for done, scale in enumerate(self._scales, start=1):
            cancel.raise_if_cancelled()
            with torch.no_grad():
                maps = whole_image_maps(self._network, image, scale=scale)
            for total, target in zip(sums, targets, strict=True):
                total += _enlarged(self._activation(maps, target))
            progress(Progress(done=done, total=len(self._scales), message=f"scale {scale:g}"))
        return [
            self._localization(target, float(score), total, width=width, height=height)
            for target, score, total in zip(targets, scores, sums, strict=True)
        ]

    def _localization(
        self, target: ClassTarget, score: float, activation: NDArray[np.float64], *, width: int, height: int
    ) -> Localization:
        positive = np.maximum(activation, 0.0)
        top = positive.max()
        probability = 1.0 / (1.0 + np.exp(-np.clip(score, -700.0, 700.0)))
        heat = regular_heat_map(positive / top * probability if top > 0 else positive, width=width, height=height)
        return Localization(
            class_name=target.name,
            class_score=score,
            point=localization_point(heat, tolerance=0.0),
            heat=heat,
            trace=None,
            threads=torch.get_num_threads(),
            device=str(self._network.device),
        )


class CamLocalizer(ActivationLocalizer):
    """Class activation maps for networks that pool globally, at one scale (`cam`) or several (`cam-multiscale`).

    Source: Zhou et al. 2016, "Learning Deep Features for Discriminative Localization". The activation of a cell is
    the class logit of that cell alone, less that of an empty cell: for a linear head exactly w_c . f(x, y). For a
    class that is a set of outputs the logits are joined by logsumexp (ours).

    Raises:
        NetworkError: the head takes maps of one size only.
    """

    def __init__(self, config: LocalizerConfig, network: SplitNetwork, *, notice: Notice = ignore_notice) -> None:
        if not network.classifies_any_grid:
            raise NetworkError(
                f"{network.name} has no global average pool, so it has no class activation map.",
                "Use the localizer layercam or beam.",
            )
        scales = config.scales
        if config.localizer == "cam-multiscale" and scales == (1.0,):
            scales = MULTISCALE_SCALES
        if any(scale != 1.0 for scale in scales) and not network.accepts_larger:
            raise NetworkError(f"{network.name} takes images of one size only.", "Use the localizer cam or beam.")
        super().__init__(network, scales, notice=notice)
        self.name = config.localizer

    def _activation(self, maps: Tensor, target: ClassTarget) -> Tensor:
        with torch.inference_mode():
            _, channels, rows, columns = maps.shape
            cells = maps[0].permute(1, 2, 0).reshape(rows * columns, channels, 1, 1)
            empty = torch.zeros_like(cells[:1])
            logits = self._network.classify(torch.cat([cells, empty]))[:, list(target.indices)]
            joined = torch.logsumexp(logits, dim=1)
            return (joined[:-1] - joined[-1]).reshape(rows, columns)


class LayerCamLocalizer(ActivationLocalizer):
    """LayerCAM of the last feature maps: each cell's activations, weighted by their own positive gradients.

    Source: Jiang et al. 2021, "LayerCAM: Exploring Hierarchical Class Activation Maps", eqs. 5-6. Works with fully
    connected heads. The gradient is that of the class logit; for a set of outputs of their logsumexp (ours). Only
    the last maps are at hand in a split network, so earlier layers are not joined.
    """

    name = "layercam"
    needs_grad = True

    def __init__(self, config: LocalizerConfig, network: SplitNetwork, *, notice: Notice = ignore_notice) -> None:
        if config.scales != (1.0,) and not (network.classifies_any_grid and network.accepts_larger):
            raise NetworkError(f"{network.name} takes images of one size only.", "Leave the scales at 1.")
        super().__init__(network, config.scales, notice=notice)

    def _activation(self, maps: Tensor, target: ClassTarget) -> Tensor:
        with torch.enable_grad():
            leaf = maps.detach().clone().requires_grad_()
            logits = self._network.classify(leaf)[0, list(target.indices)]
            (gradient,) = torch.autograd.grad(torch.logsumexp(logits, dim=0), leaf)
        return (gradient.clamp(min=0) * maps).sum(dim=1)[0]


def _enlarged(activation: Tensor) -> NDArray[np.float64]:
    """Return float64 (CAM_CELLS, CAM_CELLS), the cells' activations resized bilinearly with half-pixel centres."""
    cells: NDArray[np.float64] = activation.detach().double().cpu().numpy()
    rows = interpolation_matrix(source=cells.shape[0], target=CAM_CELLS, align_corners=False)
    columns = interpolation_matrix(source=cells.shape[1], target=CAM_CELLS, align_corners=False)
    enlarged: NDArray[np.float64] = rows @ cells @ columns.T
    return enlarged
