"""What a localizer is, which there are, and how one is made from its configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.localization.batching import Notice, ignore_notice
from wsl_annotator.localization.beam_localizer import BeamLocalizer
from wsl_annotator.localization.cam import CamLocalizer, LayerCamLocalizer
from wsl_annotator.localization.names import localizer_names
from wsl_annotator.networks.split import SplitNetwork


class Localizer(Protocol):
    """Finds where classes are in an image, given that they are there."""

    @property
    def name(self) -> str:
        """The registry's name."""

    @property
    def supervised(self) -> bool:
        """Whether it learned from boxes."""

    @property
    def needs_grad(self) -> bool:
        """Whether it differentiates the head."""

    @property
    def forward_passes(self) -> int:
        """Convolution passes an image and class, at most; the unit is one pass at the network's input size."""

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
        """Return one localization a class, in the order of `targets`.

        Grouping and order of the classes never change a bit of their localizations (but `padded_rows`, which counts
        what the whole call padded).

        Args:
            image: uint8 (H, W, 3), upright RGB; may be a reduced copy of a huge original.
            targets: the classes, as sets of the network's outputs.
            width: upright width of the ORIGINAL image; boxes, points and heat come in its pixels.
            height: upright height of the original image.
            cancel: checked at least once a batch.
            progress: told now and then how far this image has come.

        Raises:
            Cancelled: the token was set; nothing was kept.
            NetworkError: a target does not fit the network.
        """


def _make_beam(
    config: LocalizerConfig, network: SplitNetwork, notice: Notice | None, batch_size: int | None
) -> Localizer:
    return BeamLocalizer(config, network, notice=notice, batch_size=batch_size)


def _make_cam(
    config: LocalizerConfig, network: SplitNetwork, notice: Notice | None, _batch_size: int | None
) -> Localizer:
    return CamLocalizer(config, network, notice=notice or ignore_notice)


def _make_layercam(
    config: LocalizerConfig, network: SplitNetwork, notice: Notice | None, _batch_size: int | None
) -> Localizer:
    return LayerCamLocalizer(config, network, notice=notice or ignore_notice)


LocalizerFactory = Callable[[LocalizerConfig, SplitNetwork, Notice | None, int | None], Localizer]

LOCALIZERS: Mapping[str, LocalizerFactory] = MappingProxyType(
    {"beam": _make_beam, "cam": _make_cam, "cam-multiscale": _make_cam, "layercam": _make_layercam}
)


def make_localizer(
    config: LocalizerConfig,
    network: SplitNetwork,
    *,
    notice: Notice | None = None,
    batch_size: int | None = None,
) -> Localizer:
    """Return the localizer that a configuration describes.

    Args:
        config: name and settings.
        network: the classifier; not copied.
        notice: told in one sentence when the run cannot go as configured (memory, input size).
        batch_size: crops of every batch, for a resumed run that must repeat the bits of the run before
            (`Localization.batch_size`); None chooses by network and device.

    Raises:
        WslError: there is no localizer of that name.
        NetworkError: the network cannot serve it.
    """
    factory = LOCALIZERS.get(config.localizer)
    if factory is None:
        raise WslError(
            f"There is no localizer named {config.localizer!r}.", f"Choose one of: {', '.join(localizer_names())}."
        )
    return factory(config, network, notice, batch_size)
