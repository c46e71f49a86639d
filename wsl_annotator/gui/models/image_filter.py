"""The images of the list in the order of the review queue, those that pass the filter."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from wsl_annotator.gui.models.image_model import ImageModel
from wsl_annotator.workflow.queue import Arrangement

CLASS_ROLE = Qt.ItemDataRole.UserRole + 3
"""Id of the class whose turn it is; 0 where the image comes with all its classes."""

Index = QModelIndex | QPersistentModelIndex


class ArrangedImages(QAbstractListModel):
    """Shows an arrangement of the rows of an `ImageModel`.

    It is no `QSortFilterProxyModel`: that one asks for every row in Python, which takes seconds for 100,000. An
    arrangement stays as it is while its images change: rows must not jump away under the reader.
    """

    def __init__(self, source: ImageModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.arrangement = self._by_name()
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self._on_source_reset)
        source.dataChanged.connect(self._on_source_changed)

    def set_arrangement(self, arrangement: Arrangement) -> bool:
        """Show other rows or another order; return False where they are the same as before."""
        old = self.arrangement
        if np.array_equal(old.rows, arrangement.rows) and np.array_equal(old.class_ids, arrangement.class_ids):
            return False
        self.beginResetModel()
        self.arrangement = arrangement
        self.endResetModel()
        return True

    def _by_name(self) -> Arrangement:
        rows = np.argsort(self._source.table.by_name, kind="stable").astype(np.int32)
        return Arrangement(rows, np.zeros(len(rows), dtype=np.int32))

    def image_id(self, place: int) -> int:
        """Return the image at a place; 0 beyond the ends."""
        if not 0 <= place < len(self.arrangement):
            return 0
        return int(self._source.table.ids[self.arrangement.rows[place]])

    def class_id(self, place: int) -> int:
        """Return the class whose turn it is at a place; 0 for none."""
        return int(self.arrangement.class_ids[place]) if 0 <= place < len(self.arrangement) else 0

    def places_of(self, image_id: int) -> list[int]:
        """Return where an image stands: once, or class by class once for each of its classes."""
        row = self._source.row_of(image_id)
        return [int(place) for place in np.flatnonzero(self.arrangement.rows == row)] if row >= 0 else []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.arrangement)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.arrangement):
            return None
        if role == CLASS_ROLE:
            return self.class_id(index.row())
        return self._source.data(self._source.index(int(self.arrangement.rows[index.row()])), role)

    def _on_source_reset(self) -> None:
        self.arrangement = self._by_name()
        self.endResetModel()

    def _on_source_changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        rows = self.arrangement.rows
        if first.row() != last.row():
            if len(rows):
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1), roles)
            return
        for place in np.flatnonzero(rows == first.row()).tolist():
            self.dataChanged.emit(self.index(place), self.index(place), roles)
