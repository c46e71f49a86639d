"""How long a search takes on this machine: unbatched against the batched exact search and the fast one."""

from __future__ import annotations

import dataclasses
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST, PAPER, LocalizerConfig
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.bench_passes import batch_share, watched_passes
from wsl_annotator.workflow.machine import machine_facts

if TYPE_CHECKING:
    from wsl_annotator.networks.split import SplitNetwork

RANDOM_ALEXNET = "random-alexnet"
"""AlexNet's shape with seeded random weights: its speed is that of the pretrained one, and it needs no download."""

SEED = 20160000
METHODS = ("unbatched", "paper", "fast", "cam")


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchRow:
    """One method on one network.

    Attributes:
        network: name.
        method: `unbatched` (the exact search, one crop at a time), `paper`, `fast` or `cam`.
        seconds_min: best wall time an image and class.
        seconds_median: median wall time an image and class.
        speedup: unbatched median over this median; None where the unbatched search was not run.
        score_difference: greatest difference of log-odds from the unbatched search, over the levels in which both
            keep the same boxes; None where it does not apply.
        same_search: whether parents, sub-grids and kept flags are those of the unbatched search; None as above.
        passes: batches that the convolutions saw in one search of all classes; None of the unbatched search.
        network_share: share of one search, in [0, 1], that the network's own passes take; an accelerator stands idle
            for the rest. None as above.
        batch_share: the same of a run over several photos with reading and storing; measured for `fast`, else None.
    """

    network: str
    method: str
    seconds_min: float
    seconds_median: float
    speedup: float | None
    score_difference: float | None
    same_search: bool | None
    passes: int | None = None
    network_share: float | None = None
    batch_share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchReport:
    """Times with the machine they were taken on.

    Attributes:
        rows: one a network and method.
        machine: processor, device, threads, versions and load, as JSON types.
        image: width and height of the picture in pixels.
        classes: classes searched in lock-step; times are divided by it.
        repeats: runs of each method.
        notes: what could not be measured, and why.
    """

    rows: tuple[BenchRow, ...]
    machine: dict[str, Any]
    image: tuple[int, int]
    classes: int
    repeats: int
    notes: tuple[str, ...]


def default_networks() -> list[NetworkSpec]:
    """Return AlexNet with random weights and the bundled network."""
    return [NetworkSpec(RANDOM_ALEXNET), NetworkSpec()]


def bench(
    specs: Sequence[NetworkSpec],
    *,
    device: str = "auto",
    threads: int | None = None,
    image: Path | None = None,
    classes: int = 1,
    repeats: int = 3,
    unbatched: bool = True,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> BenchReport:
    """Measure the localizers and return seconds an image and class.

    Each method runs once before it is timed. A network that cannot be had is noted and left out.

    Args:
        specs: networks; `random-alexnet` is AlexNet with seeded random weights.
        device: `auto`, `cpu` or `cuda:n`.
        threads: of torch on the CPU; None takes half of the processors.
        image: a picture; None takes seeded noise with coloured discs, 500 x 375.
        classes: classes searched together, by the network's first outputs.
        repeats: timed runs of each method.
        unbatched: measure the unbatched search too, which takes the longest.
        cancel: seen within one batch.
        progress: told after each measurement.

    Raises:
        ImageError: the picture cannot be read.
        Cancelled: the token was set.
    """
    from wsl_annotator.networks.device import set_threads

    token = cancel or CancelToken()
    set_threads(threads)
    rgb = _picture(image)
    rows: list[BenchRow] = []
    notes: list[str] = []
    clock = ProgressClock(len(specs) * len(METHODS))
    described = ""
    for index, spec in enumerate(specs):
        try:
            network = _open(spec, device)
        except NetworkError as error:
            notes.append(f"{spec.network} was left out: {error}")
            continue
        described = _device_name(network)
        targets = [ClassTarget(network.class_names[k], (k,)) for k in range(min(classes, len(network.class_names) - 1))]
        step = _Step(progress, clock, index * len(METHODS), network.name)
        rows += _bench_network(network, rgb, targets, repeats=repeats, unbatched=unbatched, token=token, step=step)
    return BenchReport(
        rows=tuple(rows),
        machine=machine_facts(described),
        image=(rgb.shape[1], rgb.shape[0]),
        classes=classes,
        repeats=repeats,
        notes=tuple(notes),
    )


class _Step:
    """Tells which measurement runs."""

    def __init__(self, progress: ProgressCallback, clock: ProgressClock, first: int, name: str) -> None:
        self._progress = progress
        self._clock = clock
        self._first = first
        self._name = name

    def __call__(self, method: str) -> None:
        self._progress(self._clock.at(self._first + METHODS.index(method), f"{self._name}: {method}"))


def _bench_network(
    network: SplitNetwork,
    rgb: NDArray[np.uint8],
    targets: Sequence[ClassTarget],
    *,
    repeats: int,
    unbatched: bool,
    token: CancelToken,
    step: _Step,
) -> list[BenchRow]:
    rows: list[BenchRow] = []
    reference: list[SearchTrace] | None = None
    base: float | None = None
    if unbatched:
        step("unbatched")
        times, reference = _timed(lambda: _unbatched(network, rgb, targets, token), repeats)
        base = statistics.median(times) / len(targets)
        rows.append(_row(network, "unbatched", times, len(targets), base, None))
    configs: dict[str, LocalizerConfig] = {"paper": PAPER, "fast": FAST}
    if network.classifies_any_grid:
        configs["cam"] = LocalizerConfig(localizer="cam", preset="custom")
    for method, config in configs.items():
        step(method)
        search = _Located(network, rgb, targets, config, token)
        times, traces = _timed(search, repeats)
        compared = _compare(reference, traces) if method == "paper" and reference is not None else None
        row = _row(network, method, times, len(targets), base, compared)
        passes, share = _watched(network, search)
        names = [target.name for target in targets]
        of_batch = batch_share(network, rgb, names, config, cancel=token) if method == "fast" else None
        rows.append(dataclasses.replace(row, passes=passes, network_share=share, batch_share=of_batch))
    return rows


def _watched(network: SplitNetwork, search: Callable[[], object]) -> tuple[int, float]:
    """Return the passes of one more search, and the share of it that they take."""
    with watched_passes(network) as clock:
        start = time.perf_counter()
        search()
        return clock.features, clock.seconds / (time.perf_counter() - start)


class _Located:
    """One search by a localizer, ready to be timed."""

    def __init__(
        self,
        network: SplitNetwork,
        rgb: NDArray[np.uint8],
        targets: Sequence[ClassTarget],
        config: LocalizerConfig,
        token: CancelToken,
    ) -> None:
        from wsl_annotator.localization.localizer import make_localizer

        self._localizer = make_localizer(config, network)
        self._rgb = rgb
        self._targets = targets
        self._token = token

    def __call__(self) -> list[SearchTrace]:
        found = self._localizer.locate(
            self._rgb, self._targets, width=self._rgb.shape[1], height=self._rgb.shape[0], cancel=self._token
        )
        return [localization.trace for localization in found if localization.trace is not None]


def _unbatched(
    network: SplitNetwork, rgb: NDArray[np.uint8], targets: Sequence[ClassTarget], token: CancelToken
) -> list[SearchTrace]:
    from wsl_annotator.workflow.bench_reference import unbatched_search

    return [unbatched_search(network, rgb, target, config=PAPER.beam, cancel=token) for target in targets]


def _timed(run: Callable[[], list[SearchTrace]], repeats: int) -> tuple[list[float], list[SearchTrace]]:
    traces = run()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        traces = run()
        times.append(time.perf_counter() - start)
    return times, traces


def _row(
    network: SplitNetwork,
    method: str,
    times: Sequence[float],
    classes: int,
    base: float | None,
    compared: tuple[float, bool] | None,
) -> BenchRow:
    median = statistics.median(times) / classes
    return BenchRow(
        network=network.name,
        method=method,
        seconds_min=min(times) / classes,
        seconds_median=median,
        speedup=None if base is None else base / median,
        score_difference=None if compared is None else compared[0],
        same_search=None if compared is None else compared[1],
    )


def _compare(reference: Sequence[SearchTrace], traces: Sequence[SearchTrace]) -> tuple[float, bool]:
    """Return the greatest difference of scores while both searches keep the same boxes, and whether they always do."""
    worst, same = 0.0, True
    for ours, theirs in zip(traces, reference, strict=True):
        for level in range(theirs.depth + 1):
            rows = theirs.level == level
            if not np.array_equal(ours.level == level, rows):
                same = False
                break
            worst = max(worst, float(np.abs(ours.score[rows] - theirs.score[rows]).max()))
            if not np.array_equal(ours.kept[rows], theirs.kept[rows]) or not np.array_equal(
                ours.parent[rows], theirs.parent[rows]
            ):
                same = False
                break
    return worst, same


def _open(spec: NetworkSpec, device: str) -> SplitNetwork:
    from wsl_annotator.networks.catalog import open_network

    if spec.network != RANDOM_ALEXNET:
        return open_network(spec, device=device)
    import torch
    import torchvision

    from wsl_annotator.networks.device import choose_device
    from wsl_annotator.networks.split import SplitNetwork
    from wsl_annotator.networks.torchvision import split_model

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        model = torchvision.models.alexnet(weights=None)
    network = SplitNetwork(
        split_model(model),
        name="AlexNet (random weights)",
        input_size=224,
        mean=(0.485, 0.456, 0.406),
        std=(0.229, 0.224, 0.225),
        activation="softmax",
        class_names=[f"class {index}" for index in range(1000)],
    )
    return network.to(choose_device(device))


def _picture(path: Path | None) -> NDArray[np.uint8]:
    """Return the picture to search: the file's, or noise with coloured discs that is the same everywhere."""
    if path is not None:
        from wsl_annotator.imaging.decode import load_upright

        return load_upright(path).rgb
    generator = np.random.default_rng(SEED)
    height, width = 375, 500
    rgb = generator.integers(60, 196, size=(height // 25, width // 25, 3)).repeat(25, axis=0).repeat(25, axis=1)
    rows, columns = np.ogrid[:height, :width]
    for _ in range(6):
        x, y, radius = generator.integers(0, width), generator.integers(0, height), generator.integers(20, 80)
        rgb[(columns - x) ** 2 + (rows - y) ** 2 < radius**2] = generator.integers(0, 256, size=3)
    noise = generator.integers(-20, 21, size=rgb.shape)
    picture: NDArray[np.uint8] = np.clip(rgb + noise, 0, 255).astype(np.uint8)
    return picture


def _device_name(network: SplitNetwork) -> str:
    from wsl_annotator.networks.device import describe_device

    return describe_device(network.device)
