"""What will be learned: each class with how many images have it, have it not, or are not known."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.workflow.train_preview import ClassCounts, TrainPreview

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassTable(QTableWidget):
    """One row a class; a class that cannot be learned says why, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        heads = [self.tr("Class"), self.tr("With it"), self.tr("Without"), self.tr("Unknown"), self.tr("Will be")]
        self.setHorizontalHeaderLabels(heads)
        tips = ["", self.tr("images labelled with the class"), self.tr("images labelled as being without the class")]
        for column, tip in enumerate(tips):
            self.horizontalHeaderItem(column).setToolTip(tip)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("What will be learned"))
        for column in (1, 2, 3):
            self.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)

    def show_preview(self, preview: TrainPreview) -> None:
        """Show the counts of a project."""
        self.setRowCount(len(preview.classes))
        for row, counts in enumerate(preview.classes):
            self._put(row, 0, counts.name).setToolTip(counts.name)
            for column, number in enumerate((counts.positive, counts.negative, counts.unknown), start=1):
                self._put(row, column, f"{number:,}", right=True)
            item = self._put(row, 4, self._verdict(counts))
            if not counts.learnable:
                item.setForeground(QBrush(QColor(theme_colors().warning)))
                item.setToolTip(self._why(counts))

    def _put(self, row: int, column: int, text: str, *, right: bool = False) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        if right:
            item.setTextAlignment(RIGHT)
        self.setItem(row, column, item)
        return item

    def _verdict(self, counts: ClassCounts) -> str:
        if counts.learnable:
            return self.tr("learned")
        return self.tr("left out: {0}").format(self._why(counts))

    def _why(self, counts: ClassCounts) -> str:
        if counts.positive == 0:
            return self.tr("none has it")
        return self.tr("none is without it")
