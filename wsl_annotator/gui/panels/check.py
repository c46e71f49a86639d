"""A check box whose frame is seen on dark ground too."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QWidget

from wsl_annotator.gui.theme import theme_colors


class Check(QCheckBox):
    """A check box of Fusion, which draws the frame a little darker than the window: invisible on a dark one."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._show_frame()

    def _show_frame(self) -> None:
        colors = theme_colors()
        wanted = QColor(colors.muted if colors.dark else colors.window)
        palette = self.palette()
        if palette.color(QPalette.ColorRole.Window) != wanted:
            palette.setColor(QPalette.ColorRole.Window, wanted)
            self.setPalette(palette)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._show_frame()
