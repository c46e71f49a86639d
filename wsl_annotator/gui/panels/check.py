"""Entries of lists and tables with a check box whose frame is seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from wsl_annotator.gui.theme import frame_ground, theme_colors


class CheckDelegate(QStyledItemDelegate):
    """Entries of a list or table with a check box before their text."""

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        palette = QPalette(option.palette)
        palette.setColor(QPalette.ColorRole.Window, frame_ground(theme_colors()))
        option.palette = palette
