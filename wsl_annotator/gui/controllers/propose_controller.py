"""A run of the network: open, plan, search, store, report. The window stays usable all the while."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from wsl_annotator.core.config import PRESETS, LocalizerConfig
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.network_jobs import Notice, OpenEngineJob, Planned, ProjectSearchJob, WarmUpJob
from wsl_annotator.gui.services.store_jobs import ProjectRef, SavedImage, SaveJob
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import SearchChoice, Settings
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import EngineIdentity, EngineOptions
from wsl_annotator.workflow.localize import ImageResult
from wsl_annotator.workflow.propose import ResultTally

WARM_UP_AFTER_MS = 150


def engine_options(choice: SearchChoice) -> EngineOptions:
    """Return what the workflow needs, from what the user chose."""
    localizer = PRESETS[choice.preset] if choice.localizer == "beam" else LocalizerConfig(localizer=choice.localizer)
    return EngineOptions(
        network=NetworkSpec(
            choice.network, weights=Path(choice.weights) if choice.weights else None, code=choice.code or None
        ),
        class_map=choice.class_map or None,
        localizer=localizer,
        device=choice.device,
    )


@dataclass(slots=True)
class Run:
    """One run over some images."""

    project: ProjectRef
    options: EngineOptions
    image_ids: tuple[int, ...] | None
    network_job: int = 0
    saves: set[int] = field(default_factory=set)
    identity: EngineIdentity | None = None
    reused: int = 0
    tally: ResultTally = field(default_factory=ResultTally)
    started_s: float = field(default_factory=time.monotonic)
    searched: bool = False
    stopped: bool = False
    failed: bool = False


class ProposeController(QObject):
    """At most one run at a time. Emits `image_saved` for each image whose result is stored."""

    running_changed = Signal(bool)
    progressed = Signal(object)
    began = Signal(str)
    ended = Signal()
    image_saved = Signal(int)
    identity_known = Signal(object)
    reported = Signal(object)

    def __init__(
        self,
        *,
        session: Session,
        network: JobService,
        store: JobService,
        settings: Settings,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._network = network
        self._store = store
        self._settings = settings
        self._messages = messages
        self._run: Run | None = None
        self._warm_up = 0

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._run is not None

    @property
    def warmed_up(self) -> bool:
        """Whether the network's process was at least asked for."""
        return bool(self._warm_up)

    @Slot()
    def warm_up_soon(self) -> None:
        """Start the network's process once the first paint has reached the screen."""
        QTimer.singleShot(WARM_UP_AFTER_MS, self, self.warm_up)

    @Slot()
    def warm_up(self) -> None:
        """Load torch in the network's process; called once, after the first paint."""
        self._warm_up = self._network.submit(WarmUpJob(engine_options(self._settings.search)))

    def propose_current(self) -> None:
        """Search the current image."""
        if self._session.image is not None:
            self.propose((self._session.image.id,))

    def propose_all(self) -> None:
        """Search every image that has no result of this network and these settings."""
        self.propose(None)

    def propose(self, image_ids: tuple[int, ...] | None) -> None:
        """Search these images, or all."""
        project = self._session.project
        if self._run is not None or project is None or project.read_only:
            return
        self._run = Run(ProjectRef(project.path, project.lock), engine_options(self._settings.search), image_ids)
        self._run.network_job = self._network.submit(OpenEngineJob(self._run.options))
        self.running_changed.emit(True)
        self.began.emit(self.tr("Opening the network …"))

    def cancel(self) -> None:
        """Stop the run; what is finished is stored."""
        run = self._run
        if run is None:
            return
        run.stopped = True
        if run.network_job:
            self._network.cancel(run.network_job)

    def abandon(self) -> None:
        """Forget the run at once, when its project closes; what was handed to the store is stored."""
        run = self._run
        if run is not None:
            self._network.drop(run.network_job)
            self._end()

    # what the network's process says

    @Slot(int, object)
    def on_network_done(self, job_id: int, result: object) -> None:
        """Go on: the network is open, or the search is over."""
        run = self._run
        if job_id == self._warm_up and isinstance(result, EngineIdentity):
            self.identity_known.emit(result)
        if run is None or job_id != run.network_job:
            return
        run.network_job = 0
        if isinstance(result, EngineIdentity) and not run.stopped:
            run.identity = result
            self.identity_known.emit(result)
            search = ProjectSearchJob(run.options, run.project.path, run.image_ids)
            run.network_job = self._network.submit(search)
        else:
            run.searched = True
            self._finish_if_saved()

    @Slot(int, object)
    def on_network_produced(self, job_id: int, value: object) -> None:
        """Hand a result to the store."""
        if isinstance(value, Notice):
            self._messages.warn(value.text)
            return
        run = self._run
        if run is None or job_id != run.network_job:
            return
        if isinstance(value, Planned):
            run.reused = value.reused
        elif run.identity and isinstance(value, ImageResult):
            run.saves.add(self._store.submit(SaveJob(run.project, run.identity, value)))

    @Slot(int, object)
    def on_network_progressed(self, job_id: int, progress: Progress) -> None:
        """Tell how far the run is."""
        if self._run is not None and job_id == self._run.network_job:
            self.progressed.emit(progress)

    @Slot(int, object)
    def on_network_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed; the window and its thread go on."""
        if self._run is not None and job_id == self._run.network_job:
            self._messages.error(error)
            self._run.network_job, self._run.searched, self._run.failed = 0, True, True
            self._finish_if_saved()

    @Slot(int)
    def on_network_cancelled(self, job_id: int) -> None:
        """End the run once what was found is stored."""
        if self._run is not None and job_id == self._run.network_job:
            self._run.network_job, self._run.searched, self._run.stopped = 0, True, True
            self._finish_if_saved()

    # the store's thread

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Count a stored image."""
        run = self._run
        if run is not None and job_id in run.saves and isinstance(result, SavedImage):
            run.saves.discard(job_id)
            run.tally.add(result.result, boxes=result.boxes)
            self.image_saved.emit(result.result.job.image_id)
            self._finish_if_saved()

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Stop: what cannot be stored need not be searched."""
        run = self._run
        if run is None or job_id not in run.saves:
            return
        self._messages.error(error)
        run.saves.discard(job_id)
        run.failed = True
        self.cancel()
        self._finish_if_saved()

    def _finish_if_saved(self) -> None:
        run = self._run
        if run is None or not run.searched or run.saves:
            return
        report = run.tally.report(reused=run.reused, seconds=time.monotonic() - run.started_s)
        self._end()
        # What went wrong stays to be read.
        if not run.failed and (report.images or report.skipped or not run.stopped):
            self.reported.emit(report)

    def _end(self) -> None:
        self._run = None
        self.ended.emit()
        self.running_changed.emit(False)
