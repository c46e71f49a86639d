"""Searching ahead: the image on the screen and its neighbours, one by one, while nothing else uses the network."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from wsl_annotator.gui.controllers.propose_controller import engine_options
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.network_jobs import SearchAheadJob
from wsl_annotator.gui.services.store_jobs import PlanJob, ProjectRef, SavedImage, SaveJob
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.workflow.class_choice import WantedClasses
from wsl_annotator.workflow.engine import EngineIdentity, EngineOptions
from wsl_annotator.workflow.localize import ImageJob, ImageResult
from wsl_annotator.workflow.propose import ProposePlan

AHEAD = (1, 2, -1)
"""Rows of the list from the image on the screen that are searched after it, in this order."""

START_AFTER_MS = 400
"""Whoever leafs through the images faster than this starts no search."""

SWITCH = "search_ahead"


class PrefetchController(QObject):
    """Keeps at most one search ahead under way. Any other job of the network, or another image, ends it at once.

    What it finds is stored as by any run; what is stored is not searched again. It never opens a network.
    """

    image_saved = Signal(int)

    def __init__(
        self,
        *,
        session: Session,
        network: JobService,
        store: JobService,
        settings: Settings,
        messages: Messages,
        neighbour: Callable[[int, int], int],
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Make the controller.

        Args:
            session: what is on the screen.
            network: searches.
            store: plans and stores.
            settings: whether to search ahead, and how.
            messages: told once where a search ahead fails.
            neighbour: image id and step -> id of the image so many rows further in the list; 0 for none.
            is_busy: whether a person's own job uses the network or the store.
            parent: owner.
        """
        super().__init__(parent)
        self._session = session
        self._network = network
        self._store = store
        self._settings = settings
        self._messages = messages
        self._neighbour = neighbour
        self._is_busy = is_busy
        self._identity: EngineIdentity | None = None
        self._options: EngineOptions | None = None
        self._plan_job = 0
        self._network_job = 0
        self._searching = 0
        self._waiting: deque[ImageJob] = deque()
        self._saves: set[int] = set()
        self._tried: set[tuple[int, WantedClasses]] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(START_AFTER_MS)
        self._timer.timeout.connect(self._plan)

    @property
    def running(self) -> bool:
        """Whether an image is being searched or stored ahead, or is about to be."""
        return bool(self._plan_job or self._network_job or self._saves or self._timer.isActive())

    @property
    def _is_on(self) -> bool:
        return self._settings.switch(SWITCH, default=False)

    @Slot()
    def begin_soon(self) -> None:
        """Look, in a moment, what there is to search around the image on the screen."""
        if self._is_on and self._session.writable and self._session.image is not None:
            self._timer.start()

    @Slot(bool)
    def on_switched(self, on: bool) -> None:
        """Begin, or stop."""
        if on:
            self.begin_soon()
        else:
            self.stop()

    @Slot()
    def on_image_changed(self) -> None:
        """Stop what is not wanted any more, and begin around the new image."""
        if self._searching not in self._wanted():
            self._drop_search()
        self._drop_plan()
        self.begin_soon()

    @Slot(object)
    def on_identity_known(self, identity: EngineIdentity) -> None:
        """Remember which network is open; from now on there may be searches ahead."""
        if identity != self._identity:
            self._tried.clear()
        self._identity, self._options = identity, engine_options(self._settings.search)
        self.begin_soon()

    @Slot(int, object)
    def on_network_started(self, job_id: int, job: object) -> None:  # noqa: ARG002
        """Make room for a job that somebody waits for."""
        if not isinstance(job, SearchAheadJob):
            self.stop()

    @Slot()
    def stop(self) -> None:
        """Stop at once; what is found is stored."""
        self._timer.stop()
        self._drop_plan()
        self._drop_search()

    def abandon(self) -> None:
        """Stop, and hear nothing more of what is being stored: the project closes."""
        self.stop()
        self._saves.clear()
        self._tried.clear()

    def _drop_plan(self) -> None:
        self._waiting.clear()
        self._store.drop(self._plan_job)
        self._plan_job = 0

    def _drop_search(self) -> None:
        self._network.drop(self._network_job)
        self._tried = {tried for tried in self._tried if tried[0] != self._searching}
        self._network_job, self._searching = 0, 0

    def _wanted(self) -> tuple[int, ...]:
        """Return the ids of the image on the screen and its neighbours, in the order in which they are searched."""
        image = self._session.image
        if image is None:
            return ()
        return image.id, *filter(None, (self._neighbour(image.id, step) for step in AHEAD))

    @Slot()
    def _plan(self) -> None:
        project = self._session.project
        if self._plan_job or self._network_job or self._is_busy() or not self._is_on:
            return
        if project is None or project.read_only or self._identity is None:
            return
        if self._options != engine_options(self._settings.search):
            return
        ref = ProjectRef(project.path, project.lock)
        self._plan_job = self._store.submit(PlanJob(ref, self._identity, "labels", self._wanted()))

    def _search_next(self) -> None:
        if self._network_job or not self._waiting or self._options is None or self._is_busy():
            return
        job = self._waiting.popleft()
        self._searching = job.image_id
        self._tried.add((job.image_id, job.wanted))
        self._network_job = self._network.submit(SearchAheadJob(self._options, job))

    # the workers' threads

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Search what the plan says, or tell of a stored image."""
        if job_id == self._plan_job and isinstance(result, ProposePlan):
            self._plan_job = 0
            # An image that cannot be read, or whose classes the network does not know, stays in every plan.
            self._waiting.extend(job for job in result.jobs if (job.image_id, job.wanted) not in self._tried)
            self._search_next()
        elif job_id in self._saves and isinstance(result, SavedImage):
            self._saves.discard(job_id)
            self.image_saved.emit(result.result.job.image_id)

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Stop: what cannot be stored need not be searched."""
        if job_id == self._plan_job or job_id in self._saves:
            self._plan_job = 0 if job_id == self._plan_job else self._plan_job
            self._saves.discard(job_id)
            self._give_up(error)

    @Slot(int, object)
    def on_network_produced(self, job_id: int, value: object) -> None:
        """Hand a result to the store."""
        project = self._session.project
        if job_id != self._network_job or not isinstance(value, ImageResult):
            return
        if project is not None and self._identity is not None:
            ref = ProjectRef(project.path, project.lock)
            self._saves.add(self._store.submit(SaveJob(ref, self._identity, value)))

    @Slot(int, object)
    def on_network_done(self, job_id: int, result: object) -> None:  # noqa: ARG002
        """Go on with the next image, or look what there is around another one that is shown by now."""
        if job_id == self._network_job:
            self._network_job, self._searching = 0, 0
            self._search_next()
            if not self._network_job:
                self.begin_soon()

    @Slot(int, object)
    def on_network_failed(self, job_id: int, error: BaseException) -> None:
        """Say so once, and search ahead no more until the network changes."""
        if job_id == self._network_job:
            self._network_job, self._searching = 0, 0
            self._give_up(error)

    def _give_up(self, error: BaseException) -> None:
        self.stop()
        self._identity = None
        self._messages.error(error)
