"""Measures active time: every input of the person is a tick, every edit and every change of image closes a span."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.statistics.jobs import SaveActivityJob
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.journal import now
from wsl_annotator.workflow.active_time import ActiveClock, spans_of

if TYPE_CHECKING:
    from wsl_annotator.store.edits import Edit

INPUTS = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # a key that triggers an action is never seen as a KeyPress
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)
KEEP_ROWS = 20
"""Spans that wait for one transaction; what a crash loses is measured time, never an edit."""


class ActivityTracker(QObject):
    """Hears the application's inputs while a writable project shows an image."""

    def __init__(
        self, *, app: QApplication, session: Session, store: JobService, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._clock = ActiveClock()
        self._image_id = 0
        self._rows: list[Activity] = []
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        app.applicationStateChanged.connect(self._on_state_changed)

    @Slot(QWindow)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        """Hear what the system tells a window; a filter of the application would hear every paint of every widget."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        if self._image_id and event.type() in INPUTS:
            self._clock.touch(time.monotonic())
        return False

    @Slot(object)
    def on_edited(self, edit: Edit) -> None:
        """Give the time since the last edit to this one."""
        if self._image_id:
            self._clock.touch(time.monotonic())
            self._rows += spans_of(edit, image_id=self._image_id, seconds=self._clock.take())
            if len(self._rows) >= KEEP_ROWS:
                self.flush()

    @Slot()
    def on_image_changed(self) -> None:
        """Give the rest of the time to the image that was left."""
        self._close_visit()
        image, writable = self._session.image, self._session.writable
        self._image_id = image.id if image is not None and writable else 0
        if self._image_id:
            self._clock.touch(time.monotonic())

    @Slot()
    def flush(self) -> None:
        """Hand what was measured to the store."""
        project = self._session.project
        if self._rows and project is not None and not project.read_only:
            self._store.submit(SaveActivityJob(ProjectRef(project.path, project.lock), tuple(self._rows)))
        self._rows.clear()

    @Slot()
    def finish(self) -> None:
        """Close the span and store everything, before the project is closed."""
        self._close_visit()
        self.flush()

    def _close_visit(self) -> None:
        seconds = self._clock.take()
        if self._image_id and seconds > 0:
            self._rows.append(Activity(at=now(), image_id=self._image_id, action="look", seconds=seconds))
        self._image_id = 0

    @Slot(Qt.ApplicationState)
    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._clock.pause()
