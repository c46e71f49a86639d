"""Learn a person's classes from image-level labels; what comes out is a network card."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.networks.card_file import CARD
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.cache_limit import DEFAULT_LIMIT_GB, feature_cache
from wsl_annotator.training.config import QUICK, TrainConfig
from wsl_annotator.training.dataset import LabeledImages, split_rows, usable_classes
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.workflow.train_card import average_precisions, write_card
from wsl_annotator.workflow.train_data import hash_images
from wsl_annotator.workflow.train_lock import TrainLock
from wsl_annotator.workflow.train_record import (
    CHECKPOINT,
    RECORD,
    TrainRecord,
    label_digest,
    read_record,
    write_record,
)

if TYPE_CHECKING:
    from wsl_annotator.networks.split import SplitNetwork
    from wsl_annotator.training.extraction import FrozenFeatures
    from wsl_annotator.training.figures import EpochFigures


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainRun:
    """How to train and where the card goes; free of torch.

    Attributes:
        out: folder of the card; while training it holds the checkpoint, from which the same run goes on.
        network: whose layers are the start.
        config: the settings.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU; None takes half of the processors.
        cache: folder of frozen features; None takes `feature_cache()`.
        cache_limit_gb: 10^9 bytes that all features in it may take; the longest unused go first.
        restart: throw an unfinished training in `out` away, and replace a finished card.
    """

    out: Path
    network: NetworkSpec = field(default_factory=NetworkSpec)
    config: TrainConfig = QUICK
    device: str = "auto"
    threads: int | None = None
    cache: Path | None = None
    cache_limit_gb: float = DEFAULT_LIMIT_GB
    restart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainReport:
    """What came of a training.

    Attributes:
        card: folder of the card.
        classes: that it knows.
        images: that taught.
        held_out: images that chose the best epoch and alpha.
        best_epoch: whose weights were kept.
        epochs: that were trained.
        validation_map: mean average precision on the held-out images; None where it cannot be measured.
        class_ap: class -> average precision; None where it cannot be measured.
        alpha: weight of the co-occurrence.
        skipped: one sentence for each image, label or class that was left out.
        seconds: of this run.
    """

    card: Path
    classes: tuple[str, ...]
    images: int
    held_out: int
    best_epoch: int
    epochs: int
    validation_map: float | None
    class_ap: dict[str, float | None]
    alpha: float
    skipped: tuple[str, ...]
    seconds: float


def train(
    data: LabeledImages,
    run: TrainRun,
    *,
    problems: Sequence[str] = (),
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    on_epoch: Callable[[EpochFigures], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> TrainReport:
    """Train a network on image-level labels and write its card.

    A run that was killed or cancelled leaves a checkpoint of its last epoch in `run.out`; the same call goes on from
    there, and on the CPU with the same number of threads ends in the same weights, bit for bit.

    Args:
        data: from `data_of_folder` or `data_of_project`.
        run: how.
        problems: sentences about what was left out before, for the report.
        cancel: seen at every image and batch.
        progress: told at every image and batch.
        on_epoch: told of each epoch's figures.
        notice: told one sentence of what a person should know while it runs.

    Raises:
        TrainingError: the labels, the settings or the course of the training do not allow to go on, or another
            training writes into the folder.
        NetworkError: the network cannot be opened or adapted.
        FormatError: a file cannot be written.
        Cancelled: the token was set; the checkpoint stays.
    """
    start = time.monotonic()
    token = cancel or CancelToken()
    learned, left_out = usable_classes(data)
    skipped = [*problems, *left_out]
    _make_folder(run.out)
    with TrainLock(run.out):
        _clear_folder(run)
        hashed, unreadable = hash_images(learned, token, progress)
        skipped += unreadable
        keeper = _RecordKeeper(data, run, on_epoch or _ignore)
        session = _Session(run, token, progress, keeper.on_epoch, notice or _ignore_text)
        report, more = session.train(hashed)
        with suppress(OSError):
            (run.out / RECORD).unlink(missing_ok=True)
    return dataclasses.replace(report, skipped=(*skipped, *more), seconds=time.monotonic() - start)


def _ignore(_: EpochFigures) -> None:
    """Take figures and do nothing with them."""


def _ignore_text(_: str) -> None:
    """Take a sentence and do nothing with it."""


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(out, error) from error
    if not os.access(out, os.W_OK):
        raise TrainingError(f"The folder {out} may not be written to.", "Choose another folder (--out).")


def _clear_folder(run: TrainRun) -> None:
    """Take away what a restart replaces; refuse a finished card otherwise."""
    if run.restart:
        try:
            for name in (CHECKPOINT, RECORD, CARD):
                (run.out / name).unlink(missing_ok=True)
        except OSError as error:
            raise write_error(run.out, error) from error
    if (run.out / CARD).exists():
        raise TrainingError(
            f"There is a finished network card in {run.out}.",
            "Choose another folder (--out), or replace the card (--restart).",
        )


class _RecordKeeper:
    """Writes beside each epoch's checkpoint what it belongs to."""

    def __init__(self, data: LabeledImages, run: TrainRun, on_epoch: Callable[[EpochFigures], None]) -> None:
        self._out = run.out
        self._on_epoch = on_epoch
        self._record = TrainRecord(
            network=run.network,
            config=run.config,
            device=run.device,
            threads=run.threads,
            labels=label_digest(data),
            classes=data.classes,
            epochs_done=0,
        )
        known = read_record(run.out)
        self._recorded = 0 if known is None else known.epochs_done

    def on_epoch(self, figures: EpochFigures) -> None:
        """Take an epoch's figures; its checkpoint is on the disk already."""
        # the epochs of a checkpoint are told again, but not written again
        if figures.epoch > self._recorded:
            write_record(self._out, dataclasses.replace(self._record, epochs_done=figures.epoch))
            self._recorded = figures.epoch
        self._on_epoch(figures)


class _Session:
    """One training, from the opened network to the card."""

    def __init__(
        self,
        run: TrainRun,
        cancel: CancelToken,
        progress: ProgressCallback,
        on_epoch: Callable[[EpochFigures], None],
        notice: Callable[[str], None],
    ) -> None:
        self._run = run
        self._cancel = cancel
        self._progress = progress
        self._on_epoch = on_epoch
        self._notice = notice
        self._problems: list[str] = []

    def train(self, data: LabeledImages) -> tuple[TrainReport, list[str]]:
        from wsl_annotator.networks.adapted import adapt, head_parameters, new_parameters
        from wsl_annotator.networks.card import recipe_of
        from wsl_annotator.training.loop import TrainJob, run_training
        from wsl_annotator.training.sources import CachedSource, ImageSource, Source

        config = self._run.config
        recipe = recipe_of(self._run.network, code=self._run.network.code)
        base = self._open()
        base_name, base_hash = base.name, base.content_hash
        frozen = self._features(base, base_hash, data) if config.freeze == "features" else None
        if frozen is not None:
            self._problems += frozen.problems
            data = data.select(frozen.rows)
        if not len(data):
            raise TrainingError("None of the labelled images can be read.", "Check the image folder.")
        learned, left_out = usable_classes(data)
        self._problems += left_out
        # what is left out of the data here keeps its features: the rows must stay those of the features
        data = dataclasses.replace(data, classes=learned.classes, labels=_columns(data, learned.classes))
        split = split_rows(data.labels, share=config.validation_share, seed=config.seed)
        network, head = adapt(
            base,
            class_names=data.classes,
            kind=config.head,
            activation=config.activation,
            width=config.width,
            dropout=config.dropout,
            seed=config.seed,
        )
        source: Source
        if frozen is not None:
            trained = head_parameters(network)
            source = CachedSource(network, frozen, config)
        else:
            trained = [name for name, _ in network.module.named_parameters()]
            source = ImageSource(network, data, config, on_problem=self._on_problem)
        job = TrainJob(
            network=network,
            trained=trained,
            new=new_parameters(network, head),
            source=source,
            labels=data.labels,
            split=split,
            config=config,
            measure=average_precisions,
            checkpoint=self._run.out / CHECKPOINT,
            identity={"data": data.digest, "network": base_hash, "settings": config.digest},
        )
        result = run_training(job, cancel=self._cancel, progress=self._progress, on_epoch=self._on_epoch)
        alpha = write_card(
            self._run.out,
            network=network,
            recipe=dataclasses.replace(recipe, heads=(*recipe.heads, head)),
            data=data,
            split=split,
            result=result,
            record={"base": {"network": base_name, "hash": base_hash}, "settings": config.to_dict()},
        )
        kept = result.history[result.best_epoch - 1]
        aps = kept.class_ap or (None,) * len(data.classes)
        report = TrainReport(
            card=self._run.out,
            classes=data.classes,
            images=len(split.train),
            held_out=len(split.validation),
            best_epoch=result.best_epoch,
            epochs=len(result.history),
            validation_map=kept.validation_map,
            class_ap=dict(zip(data.classes, aps, strict=True)),
            alpha=alpha,
            skipped=(),
            seconds=0.0,
        )
        return report, self._problems

    def _on_problem(self, text: str) -> None:
        self._problems.append(text)
        self._notice(text)

    def _open(self) -> SplitNetwork:
        from wsl_annotator.networks.catalog import open_network
        from wsl_annotator.networks.device import set_threads

        run = self._run
        set_threads(run.threads)
        return open_network(
            run.network, device=run.device, progress=self._progress, cancel=self._cancel, notice=self._notice
        )

    def _features(self, base: SplitNetwork, base_hash: str, data: LabeledImages) -> FrozenFeatures:
        from wsl_annotator.training.extraction import extract_features, variants_of

        run = self._run
        return extract_features(
            base,
            base_hash,
            data,
            variants_of(run.config),
            run.cache or feature_cache(),
            limit_gb=run.cache_limit_gb,
            cancel=self._cancel,
            progress=self._progress,
        )


def _columns(data: LabeledImages, classes: Sequence[str]) -> NDArray[np.int8]:
    return data.labels[:, [data.classes.index(name) for name in classes]]
