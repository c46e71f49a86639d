"""Opens the statistics page, reads the figures on the store's thread, and exports them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.statistics.jobs import StatisticsJob, WriteStatisticsJob
from wsl_annotator.gui.statistics.page import StatisticsPage
from wsl_annotator.gui.statistics.tracker import ActivityTracker
from wsl_annotator.workflow.statistics import Statistics


class StatisticsController(QObject):
    """One page, made when it is first wanted."""

    def __init__(
        self,
        *,
        session: Session,
        store: JobService,
        tracker: ActivityTracker,
        settings: Settings,
        messages: Messages,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._tracker = tracker
        self._settings = settings
        self._messages = messages
        self._window = window
        self._reading = 0
        self._writing = 0
        self._shown: Statistics | None = None
        self.page: StatisticsPage | None = None
        store.done.connect(self._on_done)
        store.failed.connect(self._on_failed)

    @Slot()
    def open_page(self) -> None:
        """Show the page with fresh figures."""
        if self.page is None:
            self.page = StatisticsPage(self._window)
            self.page.refresh_wanted.connect(self.refresh)
            self.page.export_wanted.connect(self.ask_export)
        self.refresh()

    @Slot()
    def close_page(self) -> None:
        """Hide the page, when the project is closed."""
        self._reading = 0
        if self.page is not None:
            self.page.hide()

    @Slot()
    def refresh(self) -> None:
        """Read the figures again."""
        project = self._session.project
        if project is not None:
            self._tracker.flush()
            self._reading = self._store.submit(StatisticsJob(ProjectRef(project.path, project.lock)))

    @Slot()
    def ask_export(self) -> None:
        """Ask for a folder and write the tables."""
        if self._shown is None:
            return
        chosen = QFileDialog.getExistingDirectory(
            self.page, self.tr("Folder for the CSV tables"), self._settings.folder("export")
        )
        if chosen:
            self._settings.set_folder("export", Path(chosen))
            self.export(Path(chosen))

    def export(self, folder: Path) -> None:
        """Write the figures that are shown."""
        if self._shown is not None:
            self._writing = self._store.submit(WriteStatisticsJob(self._shown, folder))

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        if job_id == self._reading and isinstance(result, Statistics) and self.page is not None:
            self._shown = result
            self.page.show_statistics(result)
            self.page.show()
            self.page.activateWindow()
        elif job_id == self._writing and isinstance(result, tuple):
            folder = result[0].parent
            self._messages.info(self.tr("Wrote {0} tables to {1}.").format(len(result), folder))

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: object) -> None:
        if job_id in (self._reading, self._writing) and job_id:
            self._messages.error(error)
