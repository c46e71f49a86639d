"""What a person does is worked out in one turn of the event loop, and painted in the next."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from wsl_annotator.gui.turns import Turns


class PaintedLater(QObject):
    """Keeps a widget that takes long to paint as it is, until the turn in which something is done is over.

    It would be painted in that turn otherwise: another image is read in one half of it and painted in the other.
    """

    def __init__(self, widget: QWidget, turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widget = widget
        self._turns = turns

    @Slot()
    def hold(self) -> None:
        """Paint nothing before the next turn; that is then the first of all that wait."""
        self._widget.setUpdatesEnabled(False)
        self._turns.ask_first(self._paint)

    def _paint(self) -> None:
        self._widget.setUpdatesEnabled(True)
