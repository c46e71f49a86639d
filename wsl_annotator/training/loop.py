"""The training loop: steps, epochs, validation, an early stop, a checkpoint each epoch, and going on from one."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.progress import Progress, ProgressCallback
from wsl_annotator.networks.heads import log_odds
from wsl_annotator.networks.split import SplitNetwork
from wsl_annotator.training.checkpoint import load_checkpoint, save_checkpoint
from wsl_annotator.training.config import TrainConfig
from wsl_annotator.training.cooccurrence import Measure
from wsl_annotator.training.dataset import Split
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.training.figures import EpochFigures, TrainResult
from wsl_annotator.training.loss import classification_loss
from wsl_annotator.training.sampling import epoch_rows, repeat_factors
from wsl_annotator.training.sources import Source, in_chunks

_LOWER_RATE = "Start over with a lower learning rate (--restart --learning-rate R)."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TrainJob:
    """What is trained on what.

    Attributes:
        network: its weights change.
        trained: names of the parameters that learn.
        new: those of them that belong to new layers.
        source: gives inputs by row.
        labels: int8 (N, K), by row.
        split: rows that teach and rows that are held out.
        config: the settings.
        measure: average precision of each class from scores and labels.
        checkpoint: file of the state after each epoch; it stays when the training ends.
        identity: `data`, `network` and `settings`, which a checkpoint must share to go on from it.
    """

    network: SplitNetwork
    trained: Sequence[str]
    new: Sequence[str]
    source: Source
    labels: NDArray[np.int8]
    split: Split
    config: TrainConfig
    measure: Measure
    checkpoint: Path
    identity: Mapping[str, str]


def run_training(
    job: TrainJob,
    *,
    cancel: CancelToken,
    progress: ProgressCallback,
    on_epoch: Callable[[EpochFigures], None],
) -> TrainResult:
    """Train, going on from the checkpoint where there is one.

    On the CPU, with the same number of threads, the weights are the same bits whether or not it was interrupted.

    Args:
        job: what to train.
        cancel: seen at every batch, and inside long ones.
        progress: told at every batch, with loss and mean average precision in the message.
        on_epoch: told of each epoch's figures, those of a checkpoint included.

    Raises:
        TrainingError: the loss is no number, no image can be read, or the checkpoint is of another training.
        FormatError: the checkpoint cannot be written; the one before stays.
        Cancelled: the token was set; the last epoch's checkpoint stays.
    """
    devices = [job.network.device] if job.network.device.type == "cuda" else []
    with torch.random.fork_rng(devices=devices):
        torch.manual_seed(job.config.seed)
        return _Training(job, cancel, progress, on_epoch).run()


class _Training:
    def __init__(
        self,
        job: TrainJob,
        cancel: CancelToken,
        progress: ProgressCallback,
        on_epoch: Callable[[EpochFigures], None],
    ) -> None:
        self._job = job
        self._config = job.config
        self._cancel = cancel
        self._progress = progress
        self._on_epoch = on_epoch
        named = dict(job.network.module.named_parameters())
        self._parameters = {name: named[name] for name in job.trained}
        self._labels = torch.from_numpy(job.labels.astype(np.float32))
        self._factors = repeat_factors(job.labels[job.split.train], rule=job.config.oversampling)
        mean_batches = max(1, math.ceil(float(self._factors.sum()) / job.config.batch_size))
        self._epochs = job.config.epochs or math.ceil(job.config.batches / mean_batches)
        self._all_batches = job.config.batches or self._epochs * mean_batches
        self._optimizer = self._make_optimizer()
        self._history: list[EpochFigures] = []
        self._best: dict[str, Any] = {"epoch": 0, "figure": -math.inf, "weights": {}}
        self._batches_done = 0
        self._start_s = time.monotonic()
        self._resumed_at = 0

    def _make_optimizer(self) -> torch.optim.SGD:
        new = set(self._job.new)
        old = [parameter for name, parameter in self._parameters.items() if name not in new]
        fresh = [parameter for name, parameter in self._parameters.items() if name in new]
        groups = [
            {"params": old, "factor": 1.0},
            {"params": fresh, "factor": self._config.new_layer_factor},
        ]
        return torch.optim.SGD(
            [group for group in groups if group["params"]],
            lr=self._config.learning_rate,
            momentum=self._config.momentum,
            weight_decay=self._config.weight_decay,
        )

    def run(self) -> TrainResult:
        module = self._job.network.module
        for parameter in self._parameters.values():
            parameter.requires_grad = True
        try:
            if self._job.checkpoint.is_file():
                self._resume()
            while len(self._history) < self._epochs and not self._is_stale():
                self._epoch(len(self._history))
            self._put(self._best["weights"])
            scores, read, _ = self._scores(self._job.split.validation)
        finally:
            module.eval()
            module.requires_grad_(requires_grad=False)
        return TrainResult(
            history=tuple(self._history),
            best_epoch=int(self._best["epoch"]),
            stopped_early=len(self._history) < self._epochs,
            validation_scores=scores,
            validation_read=read,
        )

    def _is_stale(self) -> bool:
        return 0 < self._config.patience <= len(self._history) - int(self._best["epoch"]) and bool(
            len(self._job.split.validation)
        )

    def _epoch(self, epoch: int) -> None:
        rows = self._job.split.train[epoch_rows(self._factors, seed=self._config.seed, epoch=epoch)]
        losses: list[float] = []
        for number, batch in enumerate(in_chunks(rows, self._config.batch_size)):
            if self._config.batches and self._batches_done >= self._config.batches:
                break
            self._set_rates()
            losses.append(self._step(batch, epoch=epoch, batch_number=number))
            self._batches_done += 1
            self._tell(epoch, losses[-1])
        known = [loss for loss in losses if not math.isnan(loss)]
        if not known:
            raise TrainingError("None of the training images can be read.", "Check the image folder.")
        self._finish_epoch(epoch, float(np.mean(known)))

    def _set_rates(self) -> None:
        done = self._batches_done
        if self._config.step_batches:
            scale = 0.1 ** (done // self._config.step_batches)
        else:
            scale = 10.0 ** (-self._config.decades * min(1.0, done / self._all_batches))
        for group in self._optimizer.param_groups:
            group["lr"] = self._config.learning_rate * group["factor"] * scale

    def _step(self, batch: NDArray[np.int64], *, epoch: int, batch_number: int) -> float:
        """Take one step, in pieces where the whole would take long; return the loss, NaN where no image was there."""
        _set_training_mode(self._job.network.module)
        self._optimizer.zero_grad(set_to_none=True)
        total, weight = 0.0, 0
        pieces = in_chunks(batch, self._job.source.at_once)
        for number, piece in enumerate(pieces):
            self._cancel.raise_if_cancelled()
            inputs, there = self._job.source.inputs(piece, (epoch, batch_number, number))
            known = int((self._job.labels[there] >= 0).sum())
            if known == 0:
                continue
            loss = self._loss(self._job.source.logits(inputs), there)
            value = float(loss.detach())
            if not math.isfinite(value):
                raise TrainingError(
                    f"The loss became {value} in epoch {epoch + 1}, batch {batch_number + 1}.", _LOWER_RATE
                )
            # each known label of the batch counts the same, in whatever piece it is
            (loss * known).backward()  # type: ignore[no-untyped-call]
            total += value * known
            weight += known
        if weight == 0:
            return math.nan
        for parameter in self._parameters.values():
            if parameter.grad is not None:
                parameter.grad.div_(weight)
        self._optimizer.step()
        return total / weight

    def _loss(self, logits: Tensor, rows: NDArray[np.int64]) -> Tensor:
        labels = self._labels[torch.from_numpy(rows)].to(logits.device)
        return classification_loss(logits, labels, self._job.network.activation)

    def _tell(self, epoch: int, loss: float) -> None:
        last = self._history[-1].validation_map if self._history else None
        figure = "" if last is None else f", mAP {last:.3f}"
        # the pace is this run's, which may have begun in the middle
        pace_s = (time.monotonic() - self._start_s) / (self._batches_done - self._resumed_at)
        self._progress(
            Progress(
                done=min(self._batches_done, self._all_batches),
                total=self._all_batches,
                message=f"epoch {epoch + 1} of {self._epochs}, loss {loss:.4f}{figure}",
                eta_s=pace_s * max(0, self._all_batches - self._batches_done),
            )
        )

    def _finish_epoch(self, epoch: int, loss: float) -> None:
        rows = self._job.split.validation
        figures: dict[str, Any] = {}
        # the loss of the last batch is from before its step: what that did is only seen here
        if not all(bool(torch.isfinite(parameter).all()) for parameter in self._parameters.values()):
            raise TrainingError(f"The loss became nan at the end of epoch {epoch + 1}.", _LOWER_RATE)
        if len(rows):
            scores, read, validation_loss = self._scores(rows)
            if not np.isfinite(scores).all():
                raise TrainingError(f"The loss became nan on the held-out images of epoch {epoch + 1}.", _LOWER_RATE)
            by_class = self._job.measure(scores[read], self._job.labels[rows[read]])
            known = by_class[~np.isnan(by_class)]
            figures = {
                "validation_loss": validation_loss,
                "validation_map": float(known.mean()) if len(known) else None,
                "class_ap": tuple(None if math.isnan(value) else float(value) for value in by_class),
            }
        epoch_figures = EpochFigures(
            epoch=epoch + 1, loss=loss, learning_rate=float(self._optimizer.param_groups[-1]["lr"]), **figures
        )
        self._history.append(epoch_figures)
        figure = epoch_figures.validation_map
        if figure is None or figure > self._best["figure"]:
            weights = {name: parameter.detach().cpu().clone() for name, parameter in self._parameters.items()}
            self._best = {"epoch": epoch + 1, "figure": -math.inf if figure is None else figure, "weights": weights}
        self._save()
        self._on_epoch(epoch_figures)

    def _scores(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.float64], NDArray[np.bool_], float]:
        """Return the log-odds (V, K) of plain images, which of them could be read (V,), and the mean loss of those."""
        network = self._job.network
        network.module.eval()
        targets = [ClassTarget(name, (index,)) for index, name in enumerate(network.class_names)]
        scores = np.zeros((len(rows), len(targets)))
        read = np.zeros(len(rows), dtype=np.bool_)
        total, weight = 0.0, 0
        with torch.no_grad():
            for places in in_chunks(np.arange(len(rows)), self._job.source.at_once):
                self._cancel.raise_if_cancelled()
                inputs, there = self._job.source.inputs(rows[places], None)
                if not len(there):
                    continue
                logits = self._job.source.logits(inputs)
                here = places[np.isin(rows[places], there)]
                read[here] = True
                scores[here] = log_odds(logits.double(), targets, network.activation).cpu().numpy()
                known = int((self._job.labels[there] >= 0).sum())
                total += float(self._loss(logits, there)) * known
                weight += known
        return scores, read, total / weight if weight else math.nan

    def _save(self) -> None:
        random = {"torch": torch.get_rng_state()}
        if self._job.network.device.type == "cuda":
            random["cuda"] = torch.cuda.get_rng_state(self._job.network.device)
        state = {
            **self._job.identity,
            "weights": {name: parameter.detach().cpu() for name, parameter in self._parameters.items()},
            "optimizer": self._optimizer.state_dict(),
            "random": random,
            "history": [asdict(figures) for figures in self._history],
            "best": self._best,
            "batches_done": self._batches_done,
        }
        save_checkpoint(self._job.checkpoint, state)

    def _resume(self) -> None:
        state = load_checkpoint(self._job.checkpoint, expected=dict(self._job.identity))
        self._put(state["weights"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._history = [EpochFigures(**figures) for figures in state["history"]]
        self._best = state["best"]
        self._batches_done = self._resumed_at = int(state["batches_done"])
        torch.set_rng_state(state["random"]["torch"])
        if "cuda" in state["random"] and self._job.network.device.type == "cuda":
            torch.cuda.set_rng_state(state["random"]["cuda"], self._job.network.device)
        for figures in self._history:
            self._on_epoch(figures)

    def _put(self, weights: Mapping[str, Tensor]) -> None:
        with torch.no_grad():
            for name, parameter in self._parameters.items():
                parameter.copy_(weights[name])


def _set_training_mode(module: nn.Module) -> None:
    """Let dropout drop; batch norms keep the statistics they came with, which small batches would only blur."""
    module.train()
    for layer in module.modules():
        if isinstance(layer, nn.modules.batchnorm._BatchNorm):
            layer.eval()
