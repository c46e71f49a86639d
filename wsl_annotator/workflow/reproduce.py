"""The paper's experiments, one after the other: train, tune, search, measure; each finished stage is kept."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from wsl_annotator import __version__
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PAPER, LocalizerConfig
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.progress import Progress, ProgressCallback, ignore_progress
from wsl_annotator.evaluation.average_precision import Interpolation
from wsl_annotator.evaluation.calibration import COLD_TAU, TAUS
from wsl_annotator.formats.atomic import write_error, write_json
from wsl_annotator.formats.readers import read_json
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.spec import NetworkSpec, is_code
from wsl_annotator.training.config import QUICK, TrainConfig
from wsl_annotator.workflow.engine import EngineOptions, open_engine
from wsl_annotator.workflow.evaluate import Judged, write_report
from wsl_annotator.workflow.line_log import check_same
from wsl_annotator.workflow.reproduce_data import PaperData, truth_of
from wsl_annotator.workflow.reproduce_figures import MeasuredSet, measure_test
from wsl_annotator.workflow.reproduce_log import OTHER_SETTINGS, SearchedImage, SearchLog
from wsl_annotator.workflow.reproduce_paper import UNLIKELY, trial_note
from wsl_annotator.workflow.reproduce_search import search_images
from wsl_annotator.workflow.reproduce_tuning import TauChoice, choose_taus, held_out_images, thresholds_of
from wsl_annotator.workflow.side_thread import run_aside
from wsl_annotator.workflow.train import TrainRun, train

if TYPE_CHECKING:
    from wsl_annotator.networks.card import Card
    from wsl_annotator.training.dataset import LabeledImages
    from wsl_annotator.training.figures import EpochFigures
    from wsl_annotator.workflow.engine import Engine

CARD_FOLDER, TRAINING = "card", "training.json"
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReproduceRun:
    """One experiment with one network; free of torch.

    Attributes:
        data: name of `reproduce_data.SOURCES`.
        out: folder of the experiment's stages.
        title: of the network, for people.
        network: whose ImageNet weights are the start.
        train: the settings of the training.
        search: the localizer with its settings.
        interpolation: of classification and points: 11 for VOC 2007, else "area".
        limit: images of each set that were drawn; None where all were.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU; None takes half of the processors.
        cache: folder of frozen features; None takes the platform's cache folder.
        restart: throw the stages in `out` away.
    """

    data: str
    out: Path
    title: str
    network: NetworkSpec
    train: TrainConfig = QUICK
    search: LocalizerConfig = PAPER
    interpolation: Interpolation = "area"
    limit: int | None = None
    device: str = "auto"
    threads: int | None = None
    cache: Path | None = None
    restart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """What came of it.

    Attributes:
        run: what was asked for.
        page: the report as an HTML page.
        measured: every figure.
        taus: class -> its threshold, and what it was chosen by.
        images: training, held-out and test images.
        settings: everything that the figures depend on, as JSON types.
        skipped: one sentence for each thing that was left out.
    """

    run: ReproduceRun
    page: Path
    measured: MeasuredSet
    taus: Mapping[str, TauChoice]
    images: tuple[int, int, int]
    settings: Mapping[str, Any]
    skipped: tuple[str, ...]


def reproduce(
    run: ReproduceRun,
    data: PaperData,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    on_epoch: Callable[[EpochFigures], None] | None = None,
    notice: Callable[[str], None] | None = None,
) -> Experiment:
    """Train on the image-level labels of one set, tune on held-out ones of it, search and measure the other set.

    A run that was killed or cancelled goes on by the same call: the training from its last epoch, the searches from
    their last image. True boxes are read of the held-out training images, for the thresholds, and of the test images,
    for the figures. Source: Bency et al. 2016, section 4.

    Args:
        run: what to do.
        data: from `read_data`, with the same limit.
        cancel: seen at every image and batch.
        progress: told of every image, with the stage.
        on_epoch: told of each epoch's figures.
        notice: told what a person should know while it runs.

    Raises:
        FormatError: a stage in `run.out` was made with other settings, or a file cannot be read or written.
        TrainingError: the labels or the course of the training do not allow to go on.
        NetworkError: the network or its weights cannot be used; the hint says which file to put where.
        Cancelled: the token was set; what was finished is kept.
    """
    stages = _Stages(run, data, cancel or CancelToken(), progress, on_epoch, notice)
    return stages.all()


class _Stages:
    def __init__(
        self,
        run: ReproduceRun,
        data: PaperData,
        cancel: CancelToken,
        progress: ProgressCallback,
        on_epoch: Callable[[EpochFigures], None] | None,
        notice: Callable[[str], None] | None,
    ) -> None:
        self._run = run
        self._data = data
        self._cancel = cancel
        self._progress = progress
        self._on_epoch = on_epoch
        self._notice = notice
        self._skipped = list(data.problems)
        # one training serves several searches, whose results stand side by side
        self._tuning_log, self._test_log, self._page = (
            run.out / f"{stem}-{run.search.preset}.{suffix}"
            for stem, suffix in (("tuning", "jsonl"), ("test", "jsonl"), ("report", "html"))
        )

    def all(self) -> Experiment:
        run, data = self._run, self._data
        if run.restart:
            self._throw_away()
        card = self._train()
        engine = self._open()
        held = held_out_images(
            data.train.images,
            data_hash=str(card.record["data"]["hash"]),
            share=run.train.validation_share,
            seed=run.train.seed,
            cancel=self._cancel,
            progress=self._staged("2 of 4, tuning"),
        )
        taus = self._tune(engine, held, card.class_names)
        chosen = thresholds_of(taus)
        cuts = {name: tuple(sorted({tau, COLD_TAU})) for name, tau in chosen.items()}
        found = self._search(engine, data.test.images, self._test_log, cuts, "3 of 4, search of the test images")
        settings = self._settings(engine, card, taus)
        measured = self._measure(found, card, chosen, settings)
        root = data.test.images.paths[0].parent
        write_report(Judged(report=measured.report, image_root=root), self._page, progress=self._staged("4 of 4, page"))
        trained = int(card.record["data"]["images"])
        return Experiment(
            run=run,
            page=self._page,
            measured=measured,
            taus=taus,
            images=(trained, len(held), len(found)),
            settings=settings,
            skipped=tuple(self._skipped),
        )

    def _staged(self, stage: str) -> ProgressCallback:
        def tell(inner: Progress) -> None:
            message = f"{stage}: {inner.message}" if inner.message else stage
            self._progress(dataclasses.replace(inner, message=message))

        return tell

    def _aside(self, work: Callable[[], _T]) -> _T:
        return run_aside(work, cancel=self._cancel)

    def _throw_away(self) -> None:
        folder = self._run.out
        try:
            for pattern in (TRAINING, "tuning-*.jsonl", "test-*.jsonl", "report-*.html"):
                for path in folder.glob(pattern):
                    path.unlink()
            if (folder / CARD_FOLDER).is_dir():
                shutil.rmtree(folder / CARD_FOLDER)
        except OSError as error:
            raise write_error(folder, error) from error

    def _train(self) -> Card:
        from wsl_annotator.networks.card import read_card

        run, images = self._run, self._data.train.images
        labels = hashlib.sha256(json.dumps([images.names, images.classes]).encode() + images.labels.tobytes())
        wanted = {
            "data": run.data,
            "set": self._data.train.name,
            "limit": run.limit,
            "labels": labels.hexdigest()[:16],
            "network": run.network.network,
            "weights": None if run.network.weights is None else str(run.network.weights),
            "settings": run.train.digest,
        }
        record, folder = run.out / TRAINING, run.out / CARD_FOLDER
        if record.is_file():
            check_same(folder, read_json(record), wanted, hint=OTHER_SETTINGS)
        elif folder.exists():
            raise FormatError(f"There is a folder {folder} of another origin.", "Give another --out.")
        else:
            write_json(record, wanted, indent=1)
        if not is_card(str(folder)):
            report = train(
                images,
                TrainRun(
                    out=folder,
                    network=run.network,
                    config=run.train,
                    device=run.device,
                    threads=run.threads,
                    cache=run.cache,
                ),
                cancel=self._cancel,
                progress=self._staged("1 of 4, training"),
                on_epoch=self._on_epoch,
                notice=self._notice,
            )
            self._skipped += report.skipped
        return read_card(folder)

    def _open(self) -> Engine:
        run = self._run
        code = run.network.code or (run.network.network if is_code(run.network.network) else None)
        options = EngineOptions(
            network=NetworkSpec(str(run.out / CARD_FOLDER), code=code),
            localizer=run.search,
            device=run.device,
            threads=run.threads,
        )
        return open_engine(options, progress=self._progress, cancel=self._cancel, notice=self._notice)

    def _tune(self, engine: Engine, held: LabeledImages, classes: Sequence[str]) -> dict[str, TauChoice]:
        cuts = dict.fromkeys(classes, TAUS)
        found = self._search(engine, held, self._tuning_log, cuts, "2 of 4, search of the held-out images")
        part = self._data.train
        names = [image.name for image in found]
        truth = truth_of(part, names, cancel=self._cancel, progress=self._staged("2 of 4, tuning"))
        if not names:
            return dict.fromkeys(classes, TauChoice(threshold=COLD_TAU, ap50=np.nan, ap50_cold=np.nan, boxes=0))
        return self._aside(lambda: choose_taus(found, classes, truth))

    def _search(
        self,
        engine: Engine,
        images: LabeledImages,
        path: Path,
        cuts: Mapping[str, Sequence[float]],
        stage: str,
    ) -> list[SearchedImage]:
        """Return the images that can be read, in their order."""
        identity = engine.identity
        settings = {
            "network_hash": identity.network_hash,
            "localizer": identity.config.digest,
            "thresholds": {key: list(taus) for key, taus in cuts.items()},
            "images": hashlib.sha256(json.dumps(images.names).encode()).hexdigest()[:16],
        }
        with SearchLog(path, settings) as log:
            self._skipped += search_images(
                engine, images, log, cuts, cancel=self._cancel, progress=self._progress, stage=stage
            )
            return [log.images[image] for image in images.names if image in log.images]

    def _measure(
        self, found: Sequence[SearchedImage], card: Card, taus: Mapping[str, float], settings: Mapping[str, Any]
    ) -> MeasuredSet:
        run, part = self._run, self._data.test
        if not found:
            raise FormatError(f"No image of the set {part.name} can be read.", "Unpack the archives again.")
        tell = self._staged("4 of 4, measuring")
        truth = truth_of(part, [image.name for image in found], cancel=self._cancel, progress=tell)
        notes = (UNLIKELY,) if run.limit is None else (trial_note(run.limit), UNLIKELY)
        title = self._data.source.title

        def work() -> MeasuredSet:
            return measure_test(
                found,
                card.class_names,
                truth,
                taus=taus,
                alpha=card.alpha,
                cooccurrence=np.array(card.cooccurrence, np.float64),
                interpolation=run.interpolation,
                log=self._test_log,
                root=self._data.root,
                answers_name=f"{run.title}, trained on labels of {title} {self._data.train.name}",
                truth_name=f"{title} {part.name}",
                settings=settings,
                notes=notes,
            )

        tell(Progress(done=0, total=0, message="every class"))
        return self._aside(work)

    def _settings(self, engine: Engine, card: Card, taus: Mapping[str, TauChoice]) -> dict[str, Any]:
        run, data = self._run, self._data
        return {
            "program": f"wsl-annotator {__version__}",
            "data": f"{data.source.title}, {data.root}",
            "sets": {"train": data.train.name, "test": data.test.name},
            "limit": run.limit,
            "network": run.network.network,
            "training": run.train.to_dict(),
            "card": card.record,
            "alpha": card.alpha,
            **{key: value for key, value in engine.identity.to_settings().items() if key != "network"},
            "thresholds": thresholds_of(taus),
            "interpolation": str(run.interpolation),
        }
