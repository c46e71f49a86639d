"""A table that paints no more than what has changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTableView


class CalmTable(QTableView):
    """Fills its own ground and marks rows one by one: neither the other rows nor what lies behind are painted anew."""

    def mark(self, index: QModelIndex) -> None:
        """Make a row current and bring it into view, without telling of it; an invalid index marks none."""
        selection = self.selectionModel()
        before = selection.selectedRows()
        if before != ([index] if index.isValid() else []) or selection.currentIndex() != index:
            blocked = selection.blockSignals(True)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            selection.setCurrentIndex(index, flags)
            if not index.isValid():
                selection.clear()
            selection.blockSignals(blocked)
            # The table has not heard of it.
            for row in (*before, index):
                self._update_row(row)
        if index.isValid():
            # After a reset the scroll bar still has the range of the rows that were there before.
            self.updateGeometries()
            self.scrollTo(index)

    def _update_row(self, row: QModelIndex) -> None:
        if row.isValid():
            self.viewport().update(
                0, self.rowViewportPosition(row.row()), self.viewport().width(), self.rowHeight(row.row())
            )

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill_ground()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fill_ground()

    def _fill_ground(self) -> None:
        """Let the ground be the table's own, which the style sheet takes away: scrolling then moves what is there."""
        self.viewport().setAutoFillBackground(True)
