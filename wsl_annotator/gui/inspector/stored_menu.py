"""The menu of the project's other searches of the photo: of all of it, and of parts of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from wsl_annotator.core.words import local_minute
from wsl_annotator.gui.inspector.stored_runs import run_of_project, stored_of_photo
from wsl_annotator.gui.inspector.texts import menu_text
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.session import Session


class StoredMenu(QObject):
    """Fills the menu each time it opens.

    Signals:
        chosen: the `TraceRun` to be shown beside.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, window: InspectorWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._window = window
        window.stored_menu.aboutToShow.connect(self._fill)
        window.stored_menu.triggered.connect(self._on_triggered)

    @Slot()
    def _fill(self) -> None:
        menu, photo = self._window.stored_menu, self._window.first.photo
        menu.clear()
        for stored in stored_of_photo(self._session.project, photo):
            run = run_of_project(stored, photo or Path())
            action = menu.addAction(menu_text(run, local_minute(stored.created_at)))
            action.setData(stored.id)
        if menu.isEmpty():
            menu.addAction(self.tr("No other search of this photo")).setEnabled(False)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        photo = self._window.first.photo
        for stored in stored_of_photo(self._session.project, photo):
            if stored.id == action.data() and photo is not None:
                self.chosen.emit(run_of_project(stored, photo))
