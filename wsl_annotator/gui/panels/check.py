"""Check boxes and radio buttons whose frame is seen.

Fusion draws the frame a little darker than the window: invisible on a dark one, and faint on a light one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from wsl_annotator.gui.theme import theme_colors

_CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class Check(QCheckBox):
    """A check box."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _show_frame(self)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _CHANGES:
            _show_frame(self)


class Radio(QRadioButton):
    """One of several choices."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _show_frame(self)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _CHANGES:
            _show_frame(self)


def _show_frame(widget: QWidget) -> None:
    colors = theme_colors()
    wanted = QColor(colors.muted if colors.dark else colors.disabled)
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.Window) != wanted:
        palette.setColor(QPalette.ColorRole.Window, wanted)
        widget.setPalette(palette)
