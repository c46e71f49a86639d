"""Projects: open, make, close, import, export. Long work goes to the store's thread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFileDialog, QWidget

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.paths import data_dir
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog, ExportRequest
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog, ImportRequest
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog, NewProjectRequest
from wsl_annotator.gui.dialogs.parts import accepted
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.job import Job
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.store_jobs import CreateJob, ExportJob, ImportJob, ProjectRef, ReleaseJob, SampleJob
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.typed_text import finish_typing
from wsl_annotator.gui.undo import EditCommand
from wsl_annotator.store.edits import Batch
from wsl_annotator.store.lock import LockedError
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import PROJECT_SUFFIX


class ProjectController(QObject):
    """At most one job of the store at a time, beside the saving of results."""

    opened = Signal(object)
    closing = Signal()
    began = Signal(str)
    progressed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        *,
        session: Session,
        stack: QUndoStack,
        store: JobService,
        settings: Settings,
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = stack
        self._store = store
        self._settings = settings
        self._messages = messages
        self._window = window
        self._job = 0
        self._finish: Callable[[object], None] = _ignore
        self._stopped: Callable[[], None] | None = None

    @property
    def busy(self) -> bool:
        """Whether an import, export or new project is under way."""
        return bool(self._job)

    # open and close

    @Slot(object)
    def open_path(self, path: Path) -> None:
        """Open a project; read-only where another window edits it or the place cannot be written."""
        try:
            project, why_read_only = self._opened(path)
        except WslError as error:
            self._messages.error(error)
            return
        self.close_project()
        self._session.open(project)
        self._settings.project_folder = _folder_of(project.path)
        if why_read_only:
            # Only now: what was said before went with the project that was open.
            self._messages.warn(*why_read_only)
        self._settings.add_recent(project.path)
        self.opened.emit(project.path)

    def _opened(self, path: Path) -> tuple[Project, tuple[str, ...]]:
        """Return the project, and where it is read-only, why: a sentence and what follows from it."""
        try:
            return Project.open(path), ()
        except LockedError as error:
            holder = in_users_language(error.holder)
            return Project.open(path, read_only=True), (
                self.tr("{0} is open for editing in {1}.").format(path.name, holder),
                self.tr("Here it is open read-only: you can look, but not change anything."),
            )
        except WslError as error:
            if not path.is_file():
                raise
            try:
                project = Project.open(path, read_only=True)
            except WslError:
                raise error from None
            return project, (error.user_text, self.tr("It is open read-only."))

    def close_project(self) -> None:
        """Close the project; everything is stored already."""
        if self._session.project is None:
            return
        finish_typing()
        self.closing.emit()
        self._store.submit(ReleaseJob())
        self._settings.project_folder = None
        self._stack.clear()
        self._session.close()

    @Slot()
    def ask_open(self) -> None:
        """Ask for a project file and open it."""
        pattern = self.tr("Projects (*{0});;All files (*)").format(PROJECT_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open a project"), self._settings.folder("open"), pattern
        )
        if chosen:
            self._settings.set_folder("open", Path(chosen).parent)
            self.open_path(Path(chosen))

    @Slot(object)
    def open_dropped(self, path: Path) -> None:
        """Open a dropped project, or ask about a dropped folder of images."""
        if path.is_dir():
            self.ask_new(path)
        else:
            self.open_path(path)

    # jobs of the store

    @Slot()
    def ask_new(self, images: Path | None = None) -> None:
        """Ask what a new project is made of, and make it."""
        dialog = NewProjectDialog(images=images, folder=Path(self._settings.folder("new")), parent=self._window)
        if accepted(dialog):
            request = dialog.request()
            self._settings.set_folder("new", request.images.parent)
            self.create(request)

    def create(self, request: NewProjectRequest) -> None:
        """Make a project and open it."""
        job = CreateJob(request.path, request.images, request.labels, request.classes)
        self.run(job, self.tr("Reading the images …"), done=self._created)

    @Slot()
    def open_sample(self) -> None:
        """Make the sample project in the user's own folder, if it is not there, and open it."""
        self.run(SampleJob(), self.tr("Copying the sample …"), done=self.open_path)

    @Slot()
    def ask_import(self) -> None:
        """Ask what is imported, and import it."""
        dialog = ImportDialog(folder=Path(self._settings.folder("import")), parent=self._window)
        if accepted(dialog):
            request = dialog.request()
            self._settings.set_folder("import", request.path.parent)
            self.import_(request)

    def import_(self, request: ImportRequest) -> None:
        """Import labels or boxes."""
        job = ImportJob(self.ref(), request.path, request.profile, request.labels_only, request.orientation)
        self.run(job, self.tr("Importing …"), done=self._imported)

    @Slot()
    def ask_export(self) -> None:
        """Ask what is exported, and export it."""
        project = self._session.project
        if project is None:
            return
        counts = Counter(record.state for record in project.all_boxes())
        folder = Path(self._settings.folder("export"))
        dialog = ExportDialog(folder=folder, name=project.path.stem, counts=counts, parent=self._window)
        if accepted(dialog):
            request = dialog.request()
            self._settings.set_folder("export", request.to.parent)
            self.export(request)

    def export(self, request: ExportRequest) -> None:
        """Write the boxes."""
        job = ExportJob(self.ref(), request.export_format, request.to, request.options)
        self.run(job, self.tr("Exporting …"), done=self._exported)

    def ref(self) -> ProjectRef:
        """Return what a job needs to open the current project on its own thread."""
        project = self._session.project
        if project is None:
            raise ValueError("no project is open")
        return ProjectRef(project.path, project.lock)

    def run(
        self, job: Job, text: str, *, done: Callable[[Any], None], stopped: Callable[[], None] | None = None
    ) -> None:
        """Run a job of the store unless one is under way; show `text` meanwhile.

        Args:
            job: what is to be done.
            text: one phrase for the status bar.
            done: takes the result, on the main thread.
            stopped: told that the job was cancelled, where that leaves something to show.
        """
        if self._job:
            self._messages.warn(self.tr("Please wait until the present work is done."))
            return
        self._finish, self._stopped = done, stopped
        self._job = self._store.submit(job)
        self.began.emit(text)

    def cancel(self) -> None:
        """Stop the job of the store that is shown."""
        if self._job:
            self._store.cancel(self._job)

    @Slot(int, object)
    def on_store_progressed(self, job_id: int, progress: Progress) -> None:
        """Tell how far it is."""
        if job_id == self._job:
            self.progressed.emit(progress)

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed."""
        if job_id == self._job:
            self._end()
            self._messages.error(error)

    @Slot(int)
    def on_store_cancelled(self, job_id: int) -> None:
        """Say that nothing was made."""
        if job_id == self._job:
            stopped = self._stopped
            self._end()
            if stopped is not None:
                stopped()
            self._messages.info(self.tr("Stopped."))

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Show what came of it."""
        if job_id != self._job:
            return
        finish = self._finish
        self._end()
        finish(result)

    def _end(self) -> None:
        self._job, self._finish, self._stopped = 0, _ignore, None
        self.ended.emit()

    def _created(self, report) -> None:
        self.open_path(report.path)
        text = self.tr("The project has %n image(s).", "", report.images)
        self._messages.report(text, report.skipped)

    def _imported(self, report) -> None:
        if report.inverse:
            inverse = Batch(report.inverse)
            self._stack.push(EditCommand(self._session, None, self.tr("import"), inverse=inverse))
        self._session.reload()
        parts = [
            self.tr("%n box(es) added", "", report.boxes),
            self.tr("%n label(s) set", "", report.labels),
            self.tr("%n image(s) matched", "", report.images),
        ]
        if report.known_boxes:
            parts.append(self.tr("%n box(es) known already", "", report.known_boxes))
        self._messages.report(", ".join(parts) + ".", (*report.skipped, *report.notes))

    def _exported(self, report) -> None:
        boxes = self.tr("%n box(es)", "", report.boxes)
        images = self.tr("%n image(s)", "", report.images)
        where = report.written[0].parent if len(report.written) > 1 else (report.written or (Path(),))[0]
        text = self.tr("{0} in {1} written to {2}.").format(boxes, images, where)
        self._messages.report(text, (*report.skipped, *report.notes))


def _folder_of(project: Path) -> Path | None:
    """Return where file dialogs begin while a project is open; None of the sample, which no one finds in its folder."""
    folder = project.absolute().parent
    return None if folder.is_relative_to(data_dir()) else folder


def _ignore(_: object) -> None:
    """Take a result that nobody waits for."""
