"""Check boxes and radio buttons whose frame is seen, in lists and tables too.

Fusion draws the frame a little darker than the window: invisible on a dark one, and faint on a light one.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyledItemDelegate, QStyleOptionViewItem, QWidget

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


class CheckDelegate(QStyledItemDelegate):
    """Entries of a list or table with a check box before their text."""

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Window, _frame_color())
        option.palette = palette


def _frame_color() -> QColor:
    """Return what Fusion darkens to a frame that is seen."""
    colors = theme_colors()
    return QColor(colors.muted if colors.dark else colors.disabled)


def _show_frame(widget: QWidget) -> None:
    wanted = _frame_color()
    palette = widget.palette()
    if palette.color(QPalette.ColorRole.Window) != wanted:
        palette.setColor(QPalette.ColorRole.Window, wanted)
        widget.setPalette(palette)
