"""Jobs of the network's process. They return values and write nothing; torch is loaded by them and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.warm_up import warm_up
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.networks.spec import BUNDLED
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.engine import EngineIdentity, EngineOptions, amid_a_search, open_engine
from wsl_annotator.workflow.localize import ImageJob, localize_images
from wsl_annotator.workflow.search_again import search_scope

if TYPE_CHECKING:
    from wsl_annotator.workflow.engine import Engine

_ENGINE = "engine"
_NOTICES = "notices"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that a running job wants told, produced beside its results."""

    text: str


class _Notices:
    """Hands the sentences of an engine, which outlives jobs, to the job that runs now."""

    def __init__(self) -> None:
        self.bench: Bench | None = None

    def tell(self, text: str) -> None:
        """Send a sentence."""
        if self.bench is not None:
            self.bench.produce(Notice(text))


def _engine(bench: Bench, options: EngineOptions) -> Engine:
    """Return the open engine of these options: the one on the shelf, or a new one in its place."""
    notices = bench.shelf.setdefault(_NOTICES, _Notices())
    notices.bench = bench
    known: Engine | None = bench.shelf.get(_ENGINE)
    if known is not None and known.options == options:
        return known
    bench.shelf.pop(_ENGINE, None)
    engine = open_engine(options, progress=bench.progress, cancel=bench.cancel, notice=notices.tell)
    bench.shelf[_ENGINE] = engine
    return engine


@dataclass(frozen=True, slots=True)
class WarmUpJob(Job):
    """Load torch and what it loads at first use, and the bundled network where that is what the user chose.

    Nothing that runs a user's code or downloads weights is opened before the user asks for a search.
    """

    options: EngineOptions

    def run(self, bench: Bench) -> EngineIdentity | None:
        """Return who the engine is, or None where it is opened later."""
        warm_up(self.options, bench.cancel)
        return _engine(bench, self.options).identity if self.options.network.network == BUNDLED else None


@dataclass(frozen=True, slots=True)
class OpenEngineJob(Job):
    """Open the chosen network, downloading its weights at first use."""

    options: EngineOptions

    def run(self, bench: Bench) -> EngineIdentity:
        """Return who the engine is."""
        return _engine(bench, self.options).identity


class _GivingWay:
    """Tells a search's progress, and lets what is on the screen go first between two levels of two images.

    The search that is interrupted shares nothing with the other one but the network's weights, so its bits are those
    of a search that is left alone.
    """

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    def __call__(self, progress: Progress) -> None:
        self._bench.progress(progress)
        with amid_a_search():
            if self._bench.give_way():
                self._bench.shelf[_NOTICES].bench = self._bench


@dataclass(frozen=True, slots=True)
class SearchJob(Job):
    """Search images of no project; each result is produced as it comes. It gives way to what is on the screen."""

    options: EngineOptions
    images: tuple[ImageJob, ...]

    def run(self, bench: Bench) -> int:
        """Return the number of images."""
        from wsl_annotator.workflow.propose import check_some_class_known

        engine = _engine(bench, self.options)
        check_some_class_known(engine, self.images)
        return _search(bench, engine, self.images)


@dataclass(frozen=True, slots=True)
class Planned:
    """What a search of a project's images found before it began; produced first.

    Attributes:
        reused: images whose results are all stored already.
    """

    reused: int


@dataclass(frozen=True, slots=True)
class ProjectSearchJob(Job):
    """Search the images of a project that have no result of this network and these settings.

    It reads the project by itself: a plan of a hundred thousand images stays out of the window's process.

    Attributes:
        options: of the engine.
        project: the file, which the window has open.
        image_ids: these images only; None takes all.
    """

    options: EngineOptions
    project: Path
    image_ids: tuple[int, ...] | None

    def run(self, bench: Bench) -> int:
        """Return the number of images searched."""
        from wsl_annotator.workflow.propose import check_some_class_known, plan_project

        engine = _engine(bench, self.options)
        with Project.open(self.project, read_only=True) as project:
            plan = plan_project(project, engine.identity, choice="labels", image_ids=self.image_ids)
        bench.cancel.raise_if_cancelled()
        bench.produce(Planned(plan.reused))
        check_some_class_known(engine, plan.jobs)
        return _search(bench, engine, plan.jobs)


def _search(bench: Bench, engine: Engine, images: tuple[ImageJob, ...]) -> int:
    for result in localize_images(engine, images, cancel=bench.cancel, progress=_GivingWay(bench)):
        bench.produce(result)
    return len(images)


@dataclass(frozen=True, slots=True)
class SearchAheadJob(Job):
    """Search an image before it is asked for, with the network that is open; none is ever opened for it."""

    options: EngineOptions
    image: ImageJob

    def run(self, bench: Bench) -> int:
        """Return the number of images searched: one, or none where another network, or none, is open."""
        engine: Engine | None = bench.shelf.get(_ENGINE)
        if engine is None or engine.options != self.options:
            return 0
        return _search(bench, engine, (self.image,))


@dataclass(frozen=True, slots=True)
class ScopedResult:
    """What a search of a part of an image found."""

    identity: EngineIdentity
    image_id: int
    image_sha256: str
    scope: SearchScope
    localization: Localization


@dataclass(frozen=True, slots=True)
class ScopedSearchJob(Job):
    """Search the image on the screen again: a region of it, or all but what was found.

    Attributes:
        pixels: the image where it is decoded already; None reads `path`.
    """

    urgent: ClassVar[bool] = True

    options: EngineOptions
    image_id: int
    path: Path
    class_name: str
    scope: SearchScope
    pixels: DecodedImage | None

    def run(self, bench: Bench) -> ScopedResult:
        """Return the localization of the class in what is left of the image."""
        engine = _engine(bench, self.options)
        pixels = self.pixels if self.pixels is not None else load_upright(self.path)
        found = search_scope(engine, pixels, self.class_name, self.scope, cancel=bench.cancel, progress=bench.progress)
        return ScopedResult(engine.identity, self.image_id, pixels.sha256, self.scope, found)
