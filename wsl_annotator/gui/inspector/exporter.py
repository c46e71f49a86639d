"""Writes the run that is looked at: trace, strip or animation, by the suffix of the file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.inspector.ask_file import FOLDER
from wsl_annotator.gui.inspector.jobs import ExportJob
from wsl_annotator.gui.inspector.look_controller import LookController
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.settings import Settings

SUFFIXES = (".gif", ".png", ".jpg", ".jpeg", ".json")


class Exporter(QObject):
    """At most one export at a time.

    Signals:
        written: the path.
        failed: an exception; the file that was there is unchanged.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        *,
        window: InspectorWindow,
        look: LookController,
        jobs: JobService,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._look = look
        self._jobs = jobs
        self._settings = settings
        self._job = 0
        window.export.triggered.connect(self.ask)
        window.stop_job.triggered.connect(self.cancel)
        jobs.done.connect(self._on_done)
        jobs.failed.connect(self._on_failed)
        jobs.cancelled.connect(self._on_cancelled)
        jobs.progressed.connect(self._on_progressed)

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return bool(self._job)

    @Slot()
    def ask(self) -> None:
        """Ask where to write the run that is looked at."""
        run = self._look.active.run
        if run is None:
            return
        stem = f"{Path(run.file_name).stem}-{run.localization.class_name}"
        start = str(Path(self._settings.folder(FOLDER)) / f"{stem}.gif")
        patterns = (
            self.tr("Animation, one frame a level (*.gif)"),
            self.tr("Strip of levels (*.png)"),
            self.tr("Trace, every candidate (*.json)"),
        )
        chosen, pattern = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the search"), start, ";;".join(patterns)
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in SUFFIXES:
                path = path.with_name(path.name + pattern.rpartition("*")[2].rstrip(")"))
            self._settings.set_folder(FOLDER, path.parent)
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the run that is looked at."""
        pane = self._look.active
        if pane.run is not None and not self.running:
            self._window.show_job(self.tr("Writing …"))
            self._job = self._jobs.submit(ExportJob(pane.run, pane.image, path))

    @Slot()
    def cancel(self) -> None:
        """Stop writing; the file that was there stays."""
        self._jobs.cancel(self._job)

    def _end(self) -> None:
        self._job = 0
        self._window.show_job("")

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        if job_id == self._job:
            self._end()
            self.written.emit(result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        if job_id == self._job:
            self._end()
            self.failed.emit(error)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if job_id == self._job:
            self._end()

    @Slot(int, object)
    def _on_progressed(self, job_id: int, progress: Progress) -> None:
        if job_id == self._job:
            self._window.show_job(self.tr("Writing …"), done=progress.done, total=progress.total)
