"""A tiny search with a throw-away network: it makes torch load what it loads at first use.

That takes a second or two; it belongs right after the first paint, and not into the first search of the user.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import numpy as np

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.workflow.engine import EngineOptions

if TYPE_CHECKING:
    from wsl_annotator.networks.split import SplitNetwork

_SIDE = 16


def warm_up(options: EngineOptions, cancel: CancelToken) -> None:
    """Load torch and run one search of the chosen localizer on a black picture of 48 x 64 pixels.

    Nothing of the user's is opened: no weights are read or downloaded and no file of theirs is run.

    Args:
        options: what the user chose; only the localizer is used, and which module serves the network.
        cancel: seen between the parts.

    Raises:
        Cancelled: the token was set.
    """
    importlib.import_module("torch")
    cancel.raise_if_cancelled()
    network = options.network
    module = "custom" if network.runs_code else "bundled" if network.network == "bundled" else "torchvision"
    importlib.import_module(f"wsl_annotator.networks.{module}")
    cancel.raise_if_cancelled()
    from wsl_annotator.localization.localizer import make_localizer

    black = np.zeros((48, 64, 3), dtype=np.uint8)
    localizer = make_localizer(options.localizer, _tiny_network())
    localizer.locate(black, [ClassTarget("anything", (0,))], width=64, height=48, cancel=cancel)


def _tiny_network() -> SplitNetwork:
    """Return a network of one convolution and a global average, which every localizer can use."""
    from torch import Tensor, nn

    from wsl_annotator.networks.split import SplitNetwork

    class Tiny(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.convolution = nn.Conv2d(3, 2, 4, stride=4)
            self.linear = nn.Linear(2, 2)

        def features(self, images: Tensor) -> Tensor:
            maps: Tensor = self.convolution(images)
            return maps.relu()

        def classify(self, maps: Tensor) -> Tensor:
            logits: Tensor = self.linear(maps.mean((2, 3)))
            return logits

    return SplitNetwork(
        Tiny().eval(),
        name="warm-up",
        input_size=_SIDE,
        mean=(0.0, 0.0, 0.0),
        std=(1.0, 1.0, 1.0),
        activation="sigmoid",
        class_names=("one", "two"),
    )
