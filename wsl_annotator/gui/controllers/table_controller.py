"""The table of the image's boxes, which follows the canvas a turn of the event loop later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from wsl_annotator.gui.models.box_model import BoxModel
from wsl_annotator.gui.panels.box_panel import BoxPanel
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.turns import Turns


class TableController(QObject):
    """Fills the table and marks the selected box in it."""

    def __init__(
        self, *, session: Session, model: BoxModel, panel: BoxPanel, turns: Turns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._panel = panel
        self._turns = turns

    @Slot()
    def refresh_soon(self) -> None:
        """Show boxes and selection as they are, once the canvas has shown them."""
        self._turns.ask(self._refresh)

    def _refresh(self) -> None:
        self._model.set_rows(self._session.boxes())
        self._panel.set_current(self._session.selection)
