"""One table of what each part of the search brings: rows are searches, columns are every measure and what they cost."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wsl_annotator import __version__
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PAPER
from wsl_annotator.core.errors import ImageError, NetworkError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.evaluation.calibration import COLD_TAU, TAUS
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.ablate_data import AblationData, LabeledPhoto
from wsl_annotator.workflow.ablate_efforts import Effort, EffortLog
from wsl_annotator.workflow.ablate_figures import RowFigures, measure_row
from wsl_annotator.workflow.ablate_rows import AblationRow
from wsl_annotator.workflow.ablate_search import Finder, find_all, measure_effort
from wsl_annotator.workflow.engine import EngineOptions, open_engine
from wsl_annotator.workflow.reproduce_log import SearchLog
from wsl_annotator.workflow.side_thread import run_aside

if TYPE_CHECKING:
    from wsl_annotator.core.labels import ClassTarget
    from wsl_annotator.networks.split import SplitNetwork
    from wsl_annotator.workflow.engine import Engine

TIMED_PAIRS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AblationRun:
    """What to compare; free of torch.

    Attributes:
        out: the table as JSON; beside it, in `<out>.partial`, what was found so far.
        rows: in the table's order.
        network: whose search is taken apart.
        class_map: as for `propose`.
        thresholds: row -> class -> tau; 0.5 where there is none.
        timed: images and classes on which seconds and passes are measured.
        device: `auto`, `cpu` or `cuda:N`.
        threads: of torch on the CPU.
        restart: throw away what was found so far.
    """

    out: Path
    rows: tuple[AblationRow, ...]
    network: NetworkSpec = field(default_factory=NetworkSpec)
    class_map: str | None = None
    thresholds: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    timed: int = TIMED_PAIRS
    device: str = "auto"
    threads: int = 1
    restart: bool = False

    @property
    def partial(self) -> Path:
        """Folder of what was found so far; it may be deleted once the table is there."""
        return self.out.with_name(f"{self.out.name}.partial")


@dataclass(frozen=True, slots=True, kw_only=True)
class AblationTable:
    """What came of it.

    Attributes:
        rows: in the table's order.
        images: that were looked at.
        pairs: images and classes that were searched.
        settings: everything that the figures depend on, as JSON types.
        skipped: one sentence for each thing that was left out.
    """

    rows: tuple[RowFigures, ...]
    images: int
    pairs: int
    settings: Mapping[str, Any]
    skipped: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the table as JSON types."""
        return {
            "images": self.images,
            "pairs": self.pairs,
            "settings": dict(self.settings),
            "rows": [row.to_json() for row in self.rows],
            "skipped": list(self.skipped),
        }


def ablate(
    run: AblationRun,
    data: AblationData,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    notice: Callable[[str], None] | None = None,
) -> AblationTable:
    """Search every image that shows a class by every row, measure, and return the table.

    Only classes that an image shows are searched: an answer for another class is wrong wherever it points, so with
    points ranked by class score the average precision is that of a search of everything. Boxes are those of the
    shown classes alone. Rows share the scores of equal boxes, which changes no result (see `SharedScores`); seconds
    are taken without sharing, one class at a time.

    A run that was cancelled or killed goes on by the same call.

    Args:
        run: what to compare.
        data: of `read_ablation_data`.
        cancel: seen within one batch of crops.
        progress: told after each image.
        notice: told in one sentence what a person should know while it runs.

    Raises:
        FormatError: results of other settings are in the way, or a file cannot be written.
        NetworkError: the network cannot be used, or knows no class of the labels.
        Cancelled: the token was set; what was found is kept.
    """
    return _Ablation(run, data, cancel or CancelToken(), progress, notice).all()


class _Ablation:
    def __init__(
        self,
        run: AblationRun,
        data: AblationData,
        cancel: CancelToken,
        progress: ProgressCallback,
        notice: Callable[[str], None] | None,
    ) -> None:
        self._run = run
        self._data = data
        self._cancel = cancel
        self._progress = progress
        self._notice = notice
        self._skipped = list(data.problems)

    def all(self) -> AblationTable:
        run, data = self._run, self._data
        if run.restart:
            self._throw_away()
        options = EngineOptions(
            network=run.network, class_map=run.class_map, localizer=PAPER, device=run.device, threads=run.threads
        )
        engine = open_engine(options, progress=self._progress, cancel=self._cancel, notice=self._notice)
        targets, unknown = engine.targets(data.classes)
        if not targets:
            raise NetworkError(
                f"The network {engine.network.name} knows none of the classes {', '.join(data.classes)}.",
                "Give the card that was trained on them, or --class-map.",
            )
        self._skipped += [f"The network does not know the class {name}: it was left out." for name in unknown]
        finders = self._finders(engine.network)
        efforts = self._time(finders, engine, targets)
        logs = self._search(finders, engine, targets)
        return AblationTable(
            rows=tuple(self._measure(finders, [target.name for target in targets], logs, efforts)),
            images=len(data.photos),
            pairs=sum(target.name in photo.shows for photo in data.photos for target in targets),
            settings=self._settings(engine),
            skipped=tuple(self._skipped),
        )

    def _measure(
        self,
        finders: Sequence[Finder],
        classes: Sequence[str],
        logs: Mapping[str, SearchLog],
        efforts: Mapping[str, Sequence[Effort]],
    ) -> Iterator[RowFigures]:
        clock = ProgressClock(len(finders))
        for done, finder in enumerate(finders):
            row, found = finder.row, logs[finder.row.key].images
            self._progress(clock.at(done, f"measuring: {row.title}"))
            work = partial(
                measure_row,
                row,
                [found[photo.name] for photo in self._data.photos if photo.name in found],
                classes,
                self._data.truth,
                taus=self._run.thresholds.get(row.key, {}),
                efforts=efforts[row.key],
            )
            yield run_aside(work, cancel=self._cancel)
        self._progress(clock.at(len(finders), "measured"))

    def _throw_away(self) -> None:
        try:
            for path in (*self._run.partial.glob("*.jsonl"), *self._run.partial.glob("*.json")):
                path.unlink()
        except OSError as error:
            raise write_error(self._run.partial, error) from error

    def _finders(self, network: SplitNetwork) -> list[Finder]:
        """Return the rows that the network can serve."""
        from wsl_annotator.localization.localizer import make_localizer

        finders = []
        for row in self._run.rows:
            try:
                localizer = None if row.config is None else make_localizer(row.config, network, notice=self._notice)
            except NetworkError as error:
                self._skipped.append(f"The row {row.title} was left out: {error.user_text}")
                continue
            finders.append(Finder(row=row, localizer=localizer))
        if not finders:
            raise NetworkError(f"The network {network.name} can serve none of the rows.", "Choose other --rows.")
        return finders

    def _time(
        self, finders: Sequence[Finder], engine: Engine, targets: Sequence[ClassTarget]
    ) -> dict[str, list[Effort]]:
        """Measure the first pairs, all rows in turn, so that what else the machine does falls on all alike."""
        pairs = [(photo, target) for photo in self._data.photos for target in targets if target.name in photo.shows]
        pairs = pairs[: self._run.timed]
        names = [f"{photo.name}: {target.name}" for photo, target in pairs]
        log = EffortLog(self._run.partial / "efforts.json", self._identity(engine))
        clock = ProgressClock(len(pairs))
        warm: set[str] = set()
        for done, ((photo, target), name) in enumerate(zip(pairs, names, strict=True)):
            self._progress(clock.at(done, f"timing: {name}"))
            lacking = [finder for finder in finders if not log.has(finder.row.key, name)]
            if not lacking:
                continue
            try:
                image = load_upright(photo.path)
            except ImageError:
                continue  # told where it is searched
            for finder in lacking:
                if finder.row.key not in warm:
                    # a localizer tries its batches out at its first search
                    measure_effort(finder, image, target, cancel=self._cancel)
                    warm.add(finder.row.key)
                log.add(finder.row.key, name, measure_effort(finder, image, target, cancel=self._cancel))
        return {finder.row.key: log.of(finder.row.key, names) for finder in finders}

    def _identity(self, engine: Engine) -> dict[str, Any]:
        return {
            "network_hash": engine.identity.network_hash,
            "images": hashlib.sha256(
                json.dumps([[photo.name, photo.shows] for photo in self._data.photos]).encode()
            ).hexdigest()[:16],
            "threads": engine.identity.threads,
            "device": engine.identity.device,
        }

    def _search(
        self, finders: Sequence[Finder], engine: Engine, targets: Sequence[ClassTarget]
    ) -> dict[str, SearchLog]:
        """Return what every row found, on the disk image by image."""
        photos, identity = self._data.photos, self._identity(engine)
        column = {target.name: place for place, target in enumerate(targets)}
        cuts = {finder.row.key: self._cuts(finder.row, targets) for finder in finders}
        with ExitStack() as stack:
            logs = {}
            for finder in finders:
                key, config = finder.row.key, finder.row.config
                settings = {
                    **identity,
                    "classes": list(column),
                    "search": "" if config is None else config.digest,
                    "thresholds": {name: list(taus) for name, taus in cuts[key].items()},
                }
                logs[key] = stack.enter_context(SearchLog(self._run.partial / f"{key}.jsonl", settings))
            todo = [photo for photo in photos if any(photo.name not in log.images for log in logs.values())]
            clock = ProgressClock(len(todo))
            for done, (photo, decoding) in enumerate(zip(todo, _decoded_ahead(todo), strict=True)):
                self._cancel.raise_if_cancelled()
                self._progress(clock.at(done, photo.name))
                try:
                    image = decoding.result()
                except ImageError as error:
                    self._skipped.append(f"{error.user_text} It was left out.")
                    continue
                lacking = [finder for finder in finders if photo.name not in logs[finder.row.key].images]
                found = find_all(
                    lacking,
                    engine.network,
                    targets,
                    name=photo.name,
                    image=image,
                    columns=sorted(column[name] for name in photo.shows if name in column),
                    cuts=cuts,
                    cancel=self._cancel,
                )
                for key, entry in found.items():
                    logs[key].add(entry)
            self._progress(clock.at(len(todo), "searched"))
        return logs

    def _cuts(self, row: AblationRow, targets: Sequence[ClassTarget]) -> dict[str, tuple[float, ...]]:
        """Return class -> the thresholds that are tried, and its own."""
        own = self._run.thresholds.get(row.key, {})
        return {target.name: tuple(sorted({*TAUS, own.get(target.name, COLD_TAU)})) for target in targets}

    def _settings(self, engine: Engine) -> dict[str, Any]:
        return {
            "program": f"wsl-annotator {__version__}",
            "network": engine.identity.network_name,
            **self._identity(engine),
            "first_image": self._data.photos[0].name,
            "last_image": self._data.photos[-1].name,
            "timed_pairs": self._run.timed,
        }


def _decoded_ahead(photos: Sequence[LabeledPhoto]) -> Iterator[Future[DecodedImage]]:
    """Yield the images in order; the next one is decoded meanwhile on another thread."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="decode")
    try:
        ahead = [pool.submit(load_upright, photo.path) for photo in photos[:1]]
        for done in range(len(photos)):
            current = ahead.pop()
            ahead += [pool.submit(load_upright, photo.path) for photo in photos[done + 1 : done + 2]]
            yield current
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
