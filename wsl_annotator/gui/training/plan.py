"""What to train, as a value, and the command line that trains it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import TrainConfig, preset
from wsl_annotator.workflow.train_record import TrainRecord

_DEFAULT = TrainConfig()
_CHANGES = ("width", "batch_size", "learning_rate", "weight_decay", "variants", "patience", "oversampling")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainPlan:
    """One training of a project.

    Attributes:
        project: the project file, absolute.
        out: folder of the card, absolute.
        network: to start from.
        config: the settings.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU; None for half of the processors.
        complete: a class that is not labelled in an image is not in it.
        restart: throw an unfinished training in `out` away.
    """

    project: Path
    out: Path
    network: NetworkSpec
    config: TrainConfig
    device: str = "auto"
    threads: int | None = None
    complete: bool = False
    restart: bool = False


def plan_of_record(record: TrainRecord, *, project: Path, out: Path, complete: bool) -> TrainPlan:
    """Return the plan that goes on with an unfinished training, to the same bits."""
    return TrainPlan(
        project=project,
        out=out,
        network=record.network,
        config=record.config,
        device=record.device,
        threads=record.threads,
        complete=complete,
    )


def train_words(plan: TrainPlan) -> list[str]:
    """Return the words of `wsl-annotator train`, without the program."""
    config, network = plan.config, plan.network
    words = ["train", str(plan.project), "--out", str(plan.out), "--json", "--stop-with-input"]
    words += ["--network", network.network, "--device", plan.device]
    words += ["--preset", config.preset, "--head", config.head, "--freeze", config.freeze]
    words += ["--validation-share", repr(config.validation_share), "--seed", str(config.seed)]
    start = preset(config.preset, freeze=config.freeze)
    for name in _CHANGES:
        if getattr(config, name) != getattr(start, name):
            words += [f"--{name.replace('_', '-')}", str(getattr(config, name))]
    if config.activation != _DEFAULT.activation:
        words += ["--head-activation", config.activation]
    if (config.epochs, config.batches) != (start.epochs, start.batches):
        words += ["--epochs", str(config.epochs)] if config.epochs else ["--batches", str(config.batches)]
    words += _network_words(network)
    if plan.threads is not None:
        words += ["--threads", str(plan.threads)]
    if plan.complete:
        words.append("--complete-labels")
    if plan.restart:
        words.append("--restart")
    return words


def _network_words(network: NetworkSpec) -> list[str]:
    words: list[str] = []
    for name in ("weights", "input_size", "names", "code"):
        value = getattr(network, name)
        if value is not None:
            words += [f"--{name.replace('_', '-')}", str(value)]
    for name in ("mean", "std"):
        values: Sequence[float] | None = getattr(network, name)
        if values is not None:
            words.append(f"--{name}=" + ",".join(repr(value) for value in values))
    return words
