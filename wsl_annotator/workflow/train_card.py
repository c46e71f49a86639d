"""What a training leaves: weights, and the card that says where they come from and how good they are."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator import __version__
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.evaluation.classification import evaluate_classification
from wsl_annotator.formats.atomic import atomic_write, atomic_write_bytes
from wsl_annotator.training.cooccurrence import choose_alpha, conditional_frequencies
from wsl_annotator.training.dataset import LabeledImages, Split
from wsl_annotator.workflow.train_record import CHECKPOINT

if TYPE_CHECKING:
    from wsl_annotator.networks.card import Recipe
    from wsl_annotator.networks.split import SplitNetwork
    from wsl_annotator.training.figures import TrainResult

log = logging.getLogger(__name__)

_FEW = 1000


def average_precisions(scores: NDArray[np.float64], labels: NDArray[np.int8]) -> NDArray[np.float64]:
    """Return the average precision of each class (K,), NaN where no image has it; area under the curve."""
    return evaluate_classification(scores, labels).by_class


def write_card(
    folder: Path,
    *,
    network: SplitNetwork,
    recipe: Recipe,
    data: LabeledImages,
    split: Split,
    result: TrainResult,
    record: Mapping[str, Any],
) -> float:
    """Write the weights, then the card that makes them valid, and take the checkpoint away; return alpha.

    Args:
        folder: of the card.
        network: trained.
        recipe: how to build it.
        data: what it learned from.
        split: which of these were held out.
        result: of the training.
        record: where it comes from; data and figures are added.

    Raises:
        FormatError: a file cannot be written; the checkpoint stays.
    """
    from wsl_annotator.networks.card import CARD, WEIGHTS, Card, card_weights

    alpha, matrix, alphas = _cooccurrence(data, split, result)
    card = Card(
        recipe=recipe,
        input_size=network.input_size,
        mean=network.mean,
        std=network.std,
        activation=network.activation,
        class_names=network.class_names,
        # those of every class until boxes were looked at
        thresholds=dict.fromkeys(network.class_names, ExtractConfig().threshold),
        alpha=alpha,
        cooccurrence=tuple(tuple(float(value) for value in row) for row in matrix),
        record={
            "program": f"wsl-annotator {__version__}",
            **record,
            "data": _data_record(data, split),
            "figures": _figures(data, result, alphas),
            "machine": _machine(network),
        },
    )
    weights = card_weights(network.module)
    with atomic_write_bytes(folder / WEIGHTS) as stream:
        stream.write(weights)
    with atomic_write(folder / CARD) as text:
        text.write(card.to_json(weights_sha256=hashlib.sha256(weights).hexdigest()))
    try:
        (folder / CHECKPOINT).unlink(missing_ok=True)
    except OSError as error:
        log.warning("the checkpoint stays: %s", error)
    return alpha


def _cooccurrence(
    data: LabeledImages, split: Split, result: TrainResult
) -> tuple[float, NDArray[np.float64], dict[float, float]]:
    """Return alpha, chosen on the held-out images, the matrix of the training labels, and the figure of each alpha."""
    frequencies = conditional_frequencies(data.labels[split.train])
    rows = split.validation[result.validation_read]
    if not len(rows) or len(data.classes) < 2:
        return 0.0, frequencies, {}
    scores = result.validation_scores[result.validation_read]
    probabilities = 1.0 / (1.0 + np.exp(-np.clip(scores, -700.0, 700.0)))
    alpha, figures = choose_alpha(probabilities, data.labels[rows], frequencies, average_precisions)
    return alpha, frequencies, figures


def _data_record(data: LabeledImages, split: Split) -> dict[str, Any]:
    return {
        "hash": data.digest,
        "images": len(split.train),
        "held_out": len(split.validation),
        "positives": {name: int((data.labels[:, column] == 1).sum()) for column, name in enumerate(data.classes)},
    }


def _figures(data: LabeledImages, result: TrainResult, alphas: dict[float, float]) -> dict[str, Any]:
    history = [
        {
            "epoch": figures.epoch,
            "loss": figures.loss,
            "validation_loss": figures.validation_loss,
            "validation_map": figures.validation_map,
        }
        for figures in result.history
    ]
    kept = result.history[result.best_epoch - 1]
    return {
        "best_epoch": result.best_epoch,
        "epochs": len(result.history),
        "stopped_early": result.stopped_early,
        "validation_map": kept.validation_map,
        "validation_ap": dict(zip(data.classes, kept.class_ap, strict=True)) if kept.class_ap else {},
        "map_by_alpha": {str(alpha): value for alpha, value in alphas.items()},
        # of a long training every so many epochs
        "history": history[:: max(1, len(history) // _FEW)],
    }


def _machine(network: SplitNetwork) -> dict[str, Any]:
    import torch

    from wsl_annotator.networks.device import describe_device

    return {
        "device": describe_device(network.device),
        "threads": torch.get_num_threads(),
        "torch": torch.__version__,
    }
