"""What a network card tells a person: how it was trained and how good it is. Read without torch and the weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wsl_annotator.networks.card_file import CARD, card_values, damaged
from wsl_annotator.training.figures import EpochFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFigures:
    """One card; what it does not say is empty, 0 or None.

    Attributes:
        folder: of the card.
        classes: one an output.
        base: network that the training started from.
        code: `FILE.py:callable` without folders, where the card was made on a person's own network.
        code_sha256: of that file.
        preset: of the training.
        head: `adaptation` or `single`.
        freeze: `features` or `none`.
        images: that taught.
        held_out: images that chose the best epoch and alpha.
        positives: class -> images with it, held-out ones included.
        average_precision: class -> held-out AP; None where it cannot be measured.
        validation_map: their mean.
        best_epoch: whose weights were kept.
        epochs: that were trained.
        stopped_early: whether it ended for want of a gain.
        history: of the epochs.
        alpha: weight of the co-occurrence in the ranking (eq. 2).
        map_by_alpha: (alpha, held-out mAP with it), rising.
        cooccurrence: P[i][j] = p(class i | class j) in [0, 1] (eq. 4); empty where the card has none.
    """

    folder: Path
    classes: tuple[str, ...]
    base: str
    code: str
    code_sha256: str
    preset: str
    head: str
    freeze: str
    images: int
    held_out: int
    positives: Mapping[str, int]
    average_precision: Mapping[str, float | None]
    validation_map: float | None
    best_epoch: int
    epochs: int
    stopped_early: bool
    history: tuple[EpochFigures, ...]
    alpha: float
    map_by_alpha: tuple[tuple[float, float], ...]
    cooccurrence: tuple[tuple[float, ...], ...]


def read_card_figures(folder: Path) -> CardFigures:
    """Return what a card says.

    Raises:
        NetworkError: it is missing, damaged, or of a newer program.
    """
    values = card_values(folder)
    try:
        return _figures(folder, values)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(folder / CARD) from error


def _figures(folder: Path, values: Mapping[str, Any]) -> CardFigures:
    record = values["record"]
    figures, data, settings = record.get("figures", {}), record.get("data", {}), record.get("settings", {})
    network = values["network"]
    classes = tuple(str(name) for name in values["class_names"])
    matrix = tuple(tuple(_share(value) for value in row) for row in values["cooccurrence"])
    if matrix and {len(matrix), *map(len, matrix)} != {len(classes)}:
        raise ValueError("the matrix is not square")
    aps, by_alpha = figures.get("validation_ap", {}), figures.get("map_by_alpha", {})
    return CardFigures(
        folder=folder,
        classes=classes,
        base=str(record.get("base", {}).get("network", network["name"])),
        code=str(network["name"]) if network["kind"] == "code" else "",
        code_sha256=str(network["code_sha256"]),
        preset=str(settings.get("preset", "")),
        head=str(settings.get("head", "")),
        freeze=str(settings.get("freeze", "")),
        images=int(data.get("images", 0)),
        held_out=int(data.get("held_out", 0)),
        positives={name: int(data.get("positives", {}).get(name, 0)) for name in classes},
        average_precision={name: _number(aps.get(name)) for name in classes},
        validation_map=_number(figures.get("validation_map")),
        best_epoch=int(figures.get("best_epoch", 0)),
        epochs=int(figures.get("epochs", 0)),
        stopped_early=bool(figures.get("stopped_early", False)),
        history=tuple(_epoch(entry) for entry in figures.get("history", ())),
        alpha=float(values["alpha"]),
        map_by_alpha=tuple(sorted((float(key), float(value)) for key, value in by_alpha.items())),
        cooccurrence=matrix,
    )


def _epoch(entry: Mapping[str, Any]) -> EpochFigures:
    return EpochFigures(
        epoch=int(entry["epoch"]),
        loss=float(entry["loss"]),
        learning_rate=0.0,
        validation_loss=_number(entry.get("validation_loss")),
        validation_map=_number(entry.get("validation_map")),
    )


def _number(value: object) -> float | None:
    if value is None:
        return None
    if not isinstance(value, int | float) or not math.isfinite(value):
        raise ValueError(f"{value!r} is no number")
    return float(value)


def _share(value: object) -> float:
    share = _number(value)
    if share is None or not 0 <= share <= 1:
        raise ValueError(f"{value!r} is no share")
    return share
