"""The candidates at a point of the photo, smallest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QVBoxLayout, QWidget

from wsl_annotator.gui.inspector.texts import size_text, state_text, step_text
from wsl_annotator.gui.theme import SPACING
from wsl_annotator.workflow.trace_figures import TraceIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


class CandidateListModel(QAbstractListModel):
    """Rows of a trace in a given order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: TraceIndex | None = None
        self._rows: tuple[int, ...] = ()

    @property
    def rows(self) -> tuple[int, ...]:
        """Rows of the trace, in the order shown."""
        return self._rows

    def set_rows(self, index: TraceIndex | None, rows: Sequence[int]) -> None:
        """Show other candidates."""
        if index is self._index and tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._index, self._rows = index, tuple(rows)
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._index is None:
            return None
        row, trace = self._rows[index.row()], self._index.trace
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                f"{trace.level[row]} · {step_text(trace, row)} · p {self._index.probability[row]:.3f} · "
                f"{state_text(trace, row)} · {size_text(trace, row)}"
            )
        return None


class CandidateList(QWidget):
    """A heading and the list.

    Signals:
        picked: the row of the trace that was chosen by mouse or keys.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._release_key = ""
        self._head = QLabel()
        self._head.setProperty("role", "muted")
        self._head.setWordWrap(True)
        self.model = CandidateListModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setAccessibleName(self.tr("Candidates at the point, smallest first"))
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, SPACING // 2, 0, 0)
        box.setSpacing(SPACING // 2)
        box.addWidget(self._head)
        box.addWidget(self.view, 1)
        self.clear()

    def clear(self) -> None:
        """Show that nothing was pointed at."""
        self.model.set_rows(None, ())
        self._head.setText(self.tr("Point at the photo to list the candidates there; a click keeps the list."))

    def show_point(self, index: TraceIndex, rows: Sequence[int], *, x: float, y: float, pinned: bool) -> None:
        """List the candidates of a point."""
        self.model.set_rows(index, rows)
        text = self.tr("%n candidate(s) at {0}, {1}", "", len(rows))
        if pinned:
            text = self.tr("%n candidate(s) at {0}, {1} · kept", "", len(rows))
            if self._release_key:
                text = self.tr("%n candidate(s) at {0}, {1} · kept; {2} lets go", "", len(rows))
        self._head.setText(text.format(int(x), int(y), self._release_key))

    def set_release_key(self, key: str) -> None:
        """Say by which key a point is let go; empty for none."""
        self._release_key = key

    def mark(self, row: int) -> None:
        """Mark a candidate in the list, if it is there."""
        place = self.model.rows.index(row) if row in self.model.rows else -1
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        selection.setCurrentIndex(self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self.view.viewport().update()

    def _on_chosen(self, index: QModelIndex) -> None:
        self.picked.emit(int(index.data(ROW_ROLE)))

    def _on_current_changed(self, index: QModelIndex) -> None:
        if index.isValid() and self.view.hasFocus():
            self.picked.emit(int(index.data(ROW_ROLE)))
