"""A search of a photo or a part of it in the network's process, beside the project's own runs; nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from wsl_annotator.core.errors import ImageError, NetworkError
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.gui.services.job import Job
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.network_jobs import OpenEngineJob, ScopedResult, ScopedSearchJob, SearchJob
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.class_choice import WantedClasses
from wsl_annotator.workflow.engine import EngineIdentity, EngineOptions
from wsl_annotator.workflow.localize import ImageJob, ImageResult
from wsl_annotator.workflow.review import DEFAULT_EXTRACT
from wsl_annotator.workflow.trace_run import TraceRun


@dataclass(frozen=True, slots=True)
class Target:
    """What can be searched again.

    Attributes:
        photo: the file.
        class_name: the class.
        scope: what of the photo is searched.
    """

    photo: Path
    class_name: str
    scope: SearchScope = WHOLE_IMAGE


@dataclass(slots=True)
class _Request:
    """What was asked for, and how far it is."""

    options: EngineOptions
    target: Target
    job: int = 0
    identity: EngineIdentity | None = None
    result: ImageResult | None = None


class Rerun(QObject):
    """At most one search at a time.

    Signals:
        progressed: a `Progress`.
        found: the `TraceRun`.
        failed: an exception.
        ended: after found, failed, or a cancel.
    """

    progressed = Signal(object)
    found = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, network: JobService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._network = network
        self._request: _Request | None = None
        network.done.connect(self._on_done)
        network.produced.connect(self._on_produced)
        network.progressed.connect(self._on_progressed)
        network.failed.connect(self._on_failed)
        network.cancelled.connect(self._on_cancelled)

    @property
    def running(self) -> bool:
        """Whether a search is under way."""
        return self._request is not None

    def start(self, options: EngineOptions, target: Target) -> None:
        """Search a photo or a part of it, unless one is searched already."""
        if self._request is None:
            self._request = _Request(options, target)
            self._request.job = self._network.submit(OpenEngineJob(options))

    def cancel(self) -> None:
        """Stop the search; `ended` comes."""
        if self._request is not None:
            self._network.cancel(self._request.job)

    def _is_mine(self, job_id: int) -> bool:
        return self._request is not None and job_id == self._request.job

    def _end(self) -> None:
        self._request = None
        self.ended.emit()

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        request = self._request
        if request is None or job_id != request.job:
            return
        if isinstance(result, EngineIdentity):
            request.identity = result
            request.job = self._network.submit(_search_job(request.options, request.target))
            return
        assert request.identity is not None
        try:
            run = (
                run_of_part(result, file_name=request.target.photo.name)
                if isinstance(result, ScopedResult)
                else run_of_result(request.result, request.identity, class_name=request.target.class_name)
            )
        except (ImageError, NetworkError) as error:
            self._end()
            self.failed.emit(error)
            return
        self._end()
        self.found.emit(run)

    @Slot(int, object)
    def _on_produced(self, job_id: int, value: object) -> None:
        if self._request is not None and self._is_mine(job_id) and isinstance(value, ImageResult):
            self._request.result = value

    @Slot(int, object)
    def _on_progressed(self, job_id: int, progress: Progress) -> None:
        if self._is_mine(job_id):
            self.progressed.emit(progress)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        if self._is_mine(job_id):
            self._end()
            self.failed.emit(error)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if self._is_mine(job_id):
            self._end()


def _search_job(options: EngineOptions, target: Target) -> Job:
    if not target.scope.is_whole:
        return ScopedSearchJob(options, 0, target.photo, target.class_name, target.scope, None)
    wanted = WantedClasses(fixed=(target.class_name,))
    image = ImageJob(image_id=0, path=target.photo, name=target.photo.name, wanted=wanted)
    return SearchJob(options, (image,))


def run_of_result(result: ImageResult | None, identity: EngineIdentity, *, class_name: str) -> TraceRun:
    """Return the search that the network's process has done.

    Raises:
        ImageError: the photo could not be read.
        NetworkError: the network does not know the class.
    """
    if result is None or result.problem:
        raise ImageError(result.problem if result is not None else "The photo was not searched.")
    if not result.localizations:
        raise NetworkError(
            f"The network {identity.network_name} does not know the class {class_name!r}.", "Choose a class map."
        )
    found = result.localizations[0]
    return _run(found, file_name=result.job.path.name, sha256=result.sha256, settings=identity.to_settings())


def run_of_part(result: ScopedResult, *, file_name: str) -> TraceRun:
    """Return the search of a part that a network's thread has done."""
    settings = {"scope": result.scope.to_dict(), **result.identity.to_settings()}
    return _run(result.localization, file_name=file_name, sha256=result.image_sha256, settings=settings)


def _run(found: Localization, *, file_name: str, sha256: str, settings: dict[str, Any]) -> TraceRun:
    return TraceRun(
        file_name=file_name,
        sha256=sha256,
        width=round(float(found.heat.x_edges[-1])),
        height=round(float(found.heat.y_edges[-1])),
        localization=found,
        boxes=tuple(extract_boxes(found.heat, DEFAULT_EXTRACT)),
        extract=DEFAULT_EXTRACT,
        settings=settings,
        heat_max=found.heat.maximum,
        has_heat=True,
    )
