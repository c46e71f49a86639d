"""A dock whose buttons are seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QWidget

from wsl_annotator.gui.icons import icon

_ICONS = {"qt_dockwidget_floatbutton": "float", "qt_dockwidget_closebutton": "close"}
"""By the names that Qt gives its buttons."""


class Dock(QDockWidget):
    """Has the program's icons in its title. Those of Qt are pictures for light windows, of 2:1 on a dark one."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._draw_buttons()
        # Qt puts its own there when the dock leaves the window or comes back, and with every stylesheet.
        self.topLevelChanged.connect(self._draw_buttons)

    @Slot()
    def _draw_buttons(self) -> None:
        for button in self.findChildren(QAbstractButton):
            name = _ICONS.get(button.objectName())
            if name is not None:
                button.setIcon(icon(name))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_buttons()
