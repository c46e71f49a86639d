"""The classes of the project with what is known of each in the current image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from wsl_annotator.core.labels import LabelState
from wsl_annotator.gui.models.threshold_note import NO_NOTE, ThresholdNote

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """One class.

    Attributes:
        id: of the class.
        name: its name.
        color: `#rrggbb`.
        key_hint: the key that chooses it; empty beyond the ninth.
        label: whether it is in the current image.
        score: the network's probability that it is in the image; None where it was not searched.
        threshold: tau that is shown.
        boxes: accepted, adjusted and drawn boxes of it in the image.
        proposals: proposals of it that are shown.
        searched: whether a heat map of it is stored for the image.
        editable: whether label and threshold may be changed.
        note: who set the threshold, and what stands behind it.
    """

    id: int
    name: str
    color: str
    key_hint: str
    label: LabelState
    score: float | None
    threshold: float
    boxes: int
    proposals: int
    searched: bool
    editable: bool
    note: ThresholdNote = NO_NOTE


class ClassModel(QAbstractListModel):
    """One row a class."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClassRow] = []

    def set_rows(self, rows: Sequence[ClassRow]) -> None:
        """Show these classes."""
        rows = list(rows)
        if [row.id for row in rows] != [row.id for row in self._rows]:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        for at, row in enumerate(rows):
            if row != self._rows[at]:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def row(self, at: int) -> ClassRow:
        """Return one row's values."""
        return self._rows[at]

    def rows(self) -> Sequence[ClassRow]:
        """Return all rows."""
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.DecorationRole:
            return QColor(row.color)
        if role == ROW_ROLE:
            return row
        return None
