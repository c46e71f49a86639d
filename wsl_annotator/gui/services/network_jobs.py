"""Jobs of the network thread. They return values and write nothing; torch is loaded here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.gui.services.warm_up import warm_up
from wsl_annotator.gui.services.worker import Bench, Job
from wsl_annotator.networks.spec import BUNDLED
from wsl_annotator.workflow.engine import EngineIdentity, EngineOptions, open_engine
from wsl_annotator.workflow.localize import ImageJob, localize_images

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


@dataclass(frozen=True, slots=True)
class SearchJob(Job):
    """Search images; each result is produced as it comes."""

    options: EngineOptions
    images: tuple[ImageJob, ...]

    def run(self, bench: Bench) -> int:
        """Return the number of images."""
        from wsl_annotator.workflow.propose import check_some_class_known

        engine = _engine(bench, self.options)
        check_some_class_known(engine, self.images)
        for result in localize_images(engine, self.images, cancel=bench.cancel, progress=bench.progress):
            bench.produce(result)
        return len(self.images)
