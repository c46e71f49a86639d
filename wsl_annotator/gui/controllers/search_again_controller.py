"""Searching the image on the screen again: for another instance, or in a drawn region."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.controllers.propose_controller import engine_options
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.network_jobs import ScopedResult, ScopedSearchJob
from wsl_annotator.gui.services.store_jobs import ProjectRef, SaveScopedJob
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.undo_search import SearchCommand
from wsl_annotator.workflow.engine import EngineIdentity
from wsl_annotator.workflow.search_again import MIN_REGION, region_of, without_found


@dataclass(slots=True)
class _Search:
    """One search, until its result is stored."""

    project: ProjectRef
    image_id: int
    class_name: str
    scope: SearchScope
    network_job: int = 0
    save_job: int = 0


class SearchAgainController(QObject):
    """At most one search at a time; a newer one, or another image, takes the place of the one under way.

    A result that is found is stored whatever comes then; only what is still being searched is given up.
    """

    began = Signal(str)
    progressed = Signal(object)
    ended = Signal()
    image_saved = Signal(int)

    def __init__(
        self,
        *,
        session: Session,
        stack: QUndoStack,
        canvas: AnnotationCanvas,
        decode: DecodeService,
        network: JobService,
        store: JobService,
        settings: Settings,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = stack
        self._canvas = canvas
        self._decode = decode
        self._network = network
        self._store = store
        self._settings = settings
        self._messages = messages
        self._search: _Search | None = None
        self._identity: EngineIdentity | None = None

    @property
    def running(self) -> bool:
        """Whether a search is under way or being stored."""
        return self._search is not None

    def another(self) -> None:
        """Search the current class once more, without what a person owns of it in this image."""
        session = self._session
        record = session.class_record(session.class_id)
        if record is None or session.image is None:
            return
        scope = without_found(session.owned.values(), record.id)
        if scope.is_whole:
            self._messages.info(
                self.tr("There is no box of {0} yet that a search could leave out.").format(record.name),
                self.tr("Accept or draw one first; N shows the next candidate."),
            )
            return
        self._start(record.name, scope, self.tr("Searching for another {0} …").format(record.name))

    def arm_region(self) -> None:
        """Take the tool that draws a region, or put it away again."""
        session = self._session
        if session.image is None or not session.writable:
            return
        if session.class_record(session.class_id) is None:
            self._messages.info(self.tr("There is no class to search."), self.tr("Add one in the class panel."))
            return
        self._canvas.set_tool("edit" if self._canvas.tool == "region" else "region")
        self._canvas.setFocus()

    @Slot(object)
    def on_region_drawn(self, box: Box) -> None:
        """Search the current class in a region of the image."""
        session = self._session
        record = session.class_record(session.class_id)
        if record is None or session.image is None or not session.writable:
            return
        scope = region_of(box, width=session.image.width, height=session.image.height)
        if scope is None:
            self._messages.info(self.tr("A region needs at least {0:.0f} pixels a side.").format(MIN_REGION))
            return
        self._start(record.name, scope, self.tr("Searching {0} in the region …").format(record.name))

    def _start(self, class_name: str, scope: SearchScope, text: str) -> None:
        session = self._session
        project, image = session.project, session.image
        if project is None or image is None or project.read_only or self._is_known(scope):
            return
        self._give_up()
        search = _Search(ProjectRef(project.path, project.lock), image.id, class_name, scope)
        self._search = search
        search.network_job = self._network.submit(
            ScopedSearchJob(
                engine_options(self._settings.search),
                image.id,
                project.image_file(image),
                class_name,
                scope,
                self._decode.known(image.id),
            )
        )
        self.began.emit(text)

    def _is_known(self, scope: SearchScope) -> bool:
        """Say so where this very search is stored; its proposals are on the screen already, or judged."""
        session, identity = self._session, self._identity
        if identity is None or identity.config.digest != engine_options(self._settings.search).localizer.digest:
            return False
        for stored in session.scoped:
            key = stored.key
            same_search = (key.class_id, key.network_hash, key.config_digest, key.scope.digest) == (
                session.class_id,
                identity.network_hash,
                identity.config.digest,
                scope.digest,
            )
            if same_search and session.image is not None and stored.image_sha256 == session.image.sha256:
                self._show(stored.id)
                return True
        return False

    def cancel(self) -> None:
        """Stop the search; what is found already is stored."""
        if self._search is not None and self._search.network_job:
            self._network.cancel(self._search.network_job)

    def abandon(self) -> None:
        """Forget the search at once, when its project closes."""
        self._give_up()

    @Slot()
    def on_image_changed(self) -> None:
        """Give up what nobody waits for any more."""
        if self._search is not None and (
            self._session.image is None or self._session.image.id != self._search.image_id
        ):
            self._give_up()
        if self._canvas.tool == "region":
            self._canvas.set_tool("edit")

    def _give_up(self) -> None:
        search = self._search
        if search is None:
            return
        # A result on its way to the store is not given up: `SaveScopedJob` runs in any case.
        if search.network_job:
            self._network.drop(search.network_job)
        self._end()

    def _end(self) -> None:
        self._search = None
        self.ended.emit()

    # what the network's process says

    @Slot(object)
    def on_identity_known(self, identity: EngineIdentity) -> None:
        """Remember who searches."""
        self._identity = identity

    @Slot(int, object)
    def on_network_done(self, job_id: int, result: object) -> None:
        """Hand the result to the store."""
        search = self._search
        if search is None or job_id != search.network_job or not isinstance(result, ScopedResult):
            return
        search.network_job = 0
        self._identity = result.identity
        search.save_job = self._store.submit(SaveScopedJob(search.project, result))

    @Slot(int, object)
    def on_network_progressed(self, job_id: int, progress: Progress) -> None:
        """Tell how far the search is."""
        if self._search is not None and job_id == self._search.network_job:
            self.progressed.emit(progress)

    @Slot(int, object)
    def on_network_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed."""
        if self._search is not None and job_id == self._search.network_job:
            self._end()
            self._messages.error(error)

    @Slot(int)
    def on_network_cancelled(self, job_id: int) -> None:
        """End; nothing was stored."""
        if self._search is not None and job_id == self._search.network_job:
            self._end()

    # the store's thread

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Show what was found, and make it one undo step."""
        search = self._search
        if search is None or job_id != search.save_job or not isinstance(result, int):
            return
        text = self.tr("another instance") if search.scope.filled else self.tr("search in a region")
        self._end()
        self.image_saved.emit(search.image_id)
        stored = next((one for one in self._session.scoped if one.id == result), None)
        if stored is not None:
            self._stack.push(SearchCommand(self._session, stored, text))
            self._show(result)

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Say why it could not be stored."""
        if self._search is not None and job_id == self._search.save_job:
            self._end()
            self._messages.error(error)

    def _show(self, localization_id: int) -> None:
        """Select the best proposal of a search, and say how many it has."""
        found = [one for one in self._session.proposals() if one.localization_id == localization_id]
        if not found:
            self._messages.info(
                self.tr("This search found nothing but what is judged or shown already."),
                self.tr("{0} shows its other candidates.").format(self._messages.key_name("next_candidate")),
            )
            return
        self._session.select(max(found, key=lambda one: one.score).key)
        keys = [self._messages.key_name(name) for name in ("accept", "reject", "next_candidate")]
        hint = self.tr("{0} accepts, {1} rejects, {2} shows the next.").format(*keys)
        self._messages.info(self.tr("%n further proposal(s).", "", len(found)), hint)
