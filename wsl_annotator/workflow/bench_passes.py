"""How much of a search, and of a run over several photos, the network works; for the rest an accelerator is idle."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.networks.class_map import load_class_map
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.engine import Engine, EngineOptions
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.propose import propose_project

if TYPE_CHECKING:
    import torch

    from wsl_annotator.networks.split import SplitNetwork

BATCH_IMAGES = 4


class PassClock:
    """Counts the passes through a network's two parts, and adds up their time with the device's work finished.

    Attributes:
        features: passes through the convolutions, one a batch.
        heads: passes through the head, one a batch.
        seconds: wall time inside both.
    """

    def __init__(self, device: torch.device) -> None:
        self.features = 0
        self.heads = 0
        self.seconds = 0.0
        self._device = device

    @contextmanager
    def running(self) -> Iterator[None]:
        """Add the time of the block."""
        self._finish()
        start = time.perf_counter()
        try:
            yield
            self._finish()
        finally:
            self.seconds += time.perf_counter() - start

    def _finish(self) -> None:
        # A graphics card works on while the program goes on: without this its time would count elsewhere.
        if self._device.type == "cuda":
            import torch

            torch.cuda.synchronize(self._device)


class _Watched:
    """Stands before a network's module and counts what goes through it."""

    def __init__(self, module: torch.nn.Module, clock: PassClock) -> None:
        self._module = module
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)

    def features(self, images: torch.Tensor) -> Any:
        self._clock.features += 1
        with self._clock.running():
            return self._module.features(images)  # type: ignore[operator]

    def classify(self, maps: torch.Tensor) -> Any:
        self._clock.heads += 1
        with self._clock.running():
            return self._module.classify(maps)  # type: ignore[operator]


@contextmanager
def watched_passes(network: SplitNetwork) -> Iterator[PassClock]:
    """Count the passes through a network inside the block; results stay what they are.

    On a graphics card each pass is waited for, so the block takes longer than it would: time nothing else in it.
    """
    clock, module = PassClock(network.device), network.module
    network.module = _Watched(module, clock)  # type: ignore[assignment]
    try:
        yield clock
    finally:
        network.module = module


def batch_share(
    network: SplitNetwork,
    rgb: NDArray[np.uint8],
    names: Sequence[str],
    config: LocalizerConfig,
    *,
    cancel: CancelToken,
) -> float:
    """Return the share of a whole run over `BATCH_IMAGES` photos that the network works, in [0, 1].

    The run is a project's: reading the files, searching, cutting boxes, storing; the next photo is read meanwhile.

    Args:
        network: open.
        rgb: uint8 (H, W, 3), the photo; all are alike.
        names: the classes to search, among the network's own.
        config: how to search.
        cancel: seen within one batch of crops.

    Raises:
        Cancelled: the token was set.
    """
    from PIL import Image

    options = EngineOptions(localizer=config)
    engine = Engine(options, network=network, class_map=load_class_map(None, network.class_names))
    with tempfile.TemporaryDirectory() as folder:
        photos = Path(folder) / "photos"
        photos.mkdir()
        for number in range(BATCH_IMAGES):
            Image.fromarray(rgb).save(photos / f"{number}.jpg", quality=95)
        create_project(Path(folder) / "bench.wsl", images=photos, classes=names)
        with Project.open(Path(folder) / "bench.wsl") as project, watched_passes(network) as clock:
            start = time.perf_counter()
            propose_project(project, engine, choice=tuple(names), cancel=cancel)
            return clock.seconds / (time.perf_counter() - start)
