"""What an unfinished training was started with, beside its checkpoint: so that it can be told, and go on. No torch."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np

from wsl_annotator.formats.atomic import write_json
from wsl_annotator.networks.card_file import CARD
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import AugmentConfig, TrainConfig
from wsl_annotator.training.dataset import LabeledImages
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.workflow.train_lock import trainer_of

RECORD = "training.json"
CHECKPOINT = "checkpoint.pt"
FORMAT = 1
_PATHS = ("weights", "names")
_TRIPLES = ("mean", "std")


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRecord:
    """The start of a training, and how far it came.

    Attributes:
        network: whose layers are the start.
        config: the settings.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU; None for half of the processors.
        labels: `label_digest` of the data that it was given.
        classes: that the data had.
        epochs_done: that the checkpoint holds.
    """

    network: NetworkSpec
    config: TrainConfig
    device: str
    threads: int | None
    labels: str
    classes: tuple[str, ...]
    epochs_done: int


def label_digest(data: LabeledImages) -> str:
    """Return 64 hex digits over image names, classes and labels, but not over the pixels, which takes long."""
    digest = hashlib.sha256(json.dumps([data.names, data.classes]).encode())
    digest.update(np.ascontiguousarray(data.labels, np.int8).tobytes())
    return digest.hexdigest()


def write_record(out: Path, record: TrainRecord) -> None:
    """Write the record atomically.

    Raises:
        FormatError: the disk is full or refuses; the record before stays.
    """
    network: dict[str, Any] = dataclasses.asdict(record.network)
    for key in _PATHS:
        network[key] = None if network[key] is None else str(network[key])
    values = {
        "format": FORMAT,
        "network": network,
        "settings": record.config.to_dict(),
        "device": record.device,
        "threads": record.threads,
        "labels": record.labels,
        "classes": list(record.classes),
        "epochs_done": record.epochs_done,
    }
    write_json(out / RECORD, values, indent=1)


def read_record(out: Path) -> TrainRecord | None:
    """Return the record of a folder; None where there is none that this program can read."""
    try:
        values = json.loads((out / RECORD).read_text(encoding="utf-8"))
        if values["format"] != FORMAT:
            return None
        network, settings = dict(values["network"]), dict(values["settings"])
        for key in _PATHS:
            network[key] = None if network[key] is None else Path(network[key])
        for key in _TRIPLES:
            network[key] = None if network[key] is None else tuple(network[key])
        settings["augment"] = AugmentConfig(**settings["augment"])
        return TrainRecord(
            network=NetworkSpec(network.pop("network"), **network),
            config=TrainConfig(**settings),
            device=str(values["device"]),
            threads=None if values["threads"] is None else int(values["threads"]),
            labels=str(values["labels"]),
            classes=tuple(str(name) for name in values["classes"]),
            epochs_done=int(values["epochs_done"]),
        )
    except (OSError, ValueError, KeyError, TypeError, TrainingError):
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutState:
    """What a training would find in its folder.

    Attributes:
        kind: `free`; `unfinished`: a checkpoint to go on from; `card`: a finished network; `busy`: a training writes
            there now; `blocked`: it is a file, or may not be written to.
        record: of an unfinished training; None where it left none.
        holder: who trains there, for people.
    """

    kind: Literal["free", "unfinished", "card", "busy", "blocked"]
    record: TrainRecord | None = None
    holder: str = ""


def look_at(out: Path) -> OutState:
    """Return what a training into a folder would find there; nothing is changed."""
    if not out.is_dir():
        # the nearest folder that is there has to take it
        above = next((folder for folder in (out, *out.parents) if folder.exists()), out)
        return OutState(kind="free" if above.is_dir() and not out.exists() else "blocked")
    holder = trainer_of(out)
    if holder:
        return OutState(kind="busy", holder=holder)
    if (out / CARD).exists():
        return OutState(kind="card")
    if (out / CHECKPOINT).is_file():
        return OutState(kind="unfinished", record=read_record(out))
    return OutState(kind="free")
