"""Hands on the inspector's window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, Qt

from tests.helpers.desk import Hands
from wsl_annotator.gui.inspector.window import InspectorWindow


class Look:
    """Opens and looks at one inspector."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.controller = hands.desk.inspector

    @property
    def window(self) -> InspectorWindow:
        return self.controller.window

    def shown(self, side: str = "A") -> bool:
        return self.controller.look.pane(side).run is not None

    def pictures_there(self) -> bool:
        pane = self.controller.look.active
        return pane.selected is not None and not pane.wanted_rows()

    def open_current(self) -> None:
        """Press Ctrl+R in the main window."""
        self.hands.ctrl(Qt.Key.Key_R)
        self.hands.until(self.shown)
        self.activate()

    def open_trace(self, path: Path, side: str = "A") -> None:
        self.controller.open_trace(path, side)
        self.hands.until(lambda: self.shown(side))
        self.activate()

    def activate(self) -> None:
        # a pointer is the window's that lies there, and offscreen nothing can be raised
        self.hands.desk.window.move(5000, 5000)
        self.window.activateWindow()
        self.hands.until(self.window.isActiveWindow)

    def said(self) -> str:
        return self.window.message_bar.text

    def at(self, x: float, y: float, side: str = "A"):
        return self.controller.look.pane(side).view.viewportTransform().map(QPointF(x, y)).toPoint()
