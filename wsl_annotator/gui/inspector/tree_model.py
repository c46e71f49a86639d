"""The search as a tree for Qt's views: nothing is copied, a row of the trace is made into text when it is shown."""

from __future__ import annotations

from collections.abc import Collection
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from wsl_annotator.gui.inspector.texts import size_text, state_text, step_text
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.workflow.trace_figures import TraceIndex

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Row of the trace, as int."""


class Column(IntEnum):
    """What is shown of a candidate."""

    STEP = 0
    SCORE = 1
    PROBABILITY = 2
    STATE = 3
    RANK = 4
    SIZE = 5


class TraceTreeModel(QAbstractItemModel):
    """Candidates below their parents. A view asks for a branch when it is opened; there is nothing to make before.

    The internal id of an index is the row of the trace.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._index: TraceIndex | None = None
        self._marked: frozenset[int] = frozenset()
        self._headers = (
            self.tr("Step"),
            self.tr("Log-odds"),
            self.tr("p"),
            self.tr("State"),
            self.tr("Rank"),
            self.tr("Size"),
        )

    def set_trace(self, index: TraceIndex | None) -> None:
        """Show another search, or none."""
        self.beginResetModel()
        self._index = index
        self._marked = frozenset()
        self.endResetModel()

    def set_marked(self, rows: Collection[int]) -> None:
        """Mark the candidates under the mouse."""
        changed = self._marked ^ frozenset(rows)
        self._marked = frozenset(rows)
        if self._index is None:
            return
        for row in changed:
            first, last = (self._index_of(self._index, row, column) for column in (0, len(Column) - 1))
            self.dataChanged.emit(first, last, [Qt.ItemDataRole.BackgroundRole])

    def index_of(self, row: int) -> QModelIndex:
        """Return the index of a row of the trace; invalid where there is no such."""
        if self._index is None or not 0 <= row < len(self._index.trace):
            return QModelIndex()
        return self._index_of(self._index, row, 0)

    def _index_of(self, index: TraceIndex, row: int, column: int) -> QModelIndex:
        above = int(index.trace.parent[row])
        # the children of a candidate lie behind each other
        return self.createIndex(0 if above < 0 else row - index.children[above][0], column, row)

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not self.hasIndex(row, column, parent) or self._index is None:
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(0, column, 0)
        return self.createIndex(row, column, self._index.children[parent.internalId()][row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not index.isValid() or self._index is None:
            return QModelIndex()
        above = int(self._index.trace.parent[index.internalId()])
        return QModelIndex() if above < 0 else self._index_of(self._index, above, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if self._index is None or parent.column() > 0:
            return 0
        return len(self._index.children[parent.internalId()]) if parent.isValid() else 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(Column):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._index is None:
            return None
        row = int(index.internalId())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._index, row, index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.STEP:
            return ", ".join(self._text(self._index, row, column) for column in Column)
        return self._look(self._index, row, index.column(), role)

    def _look(self, index: TraceIndex, row: int, column: int, role: int) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ForegroundRole and not index.trace.kept[row]:
            return QBrush(QColor(theme_colors().muted))
        if role == Qt.ItemDataRole.BackgroundRole and row in self._marked:
            return QBrush(QColor(theme_colors().accent_soft))
        if role == Qt.ItemDataRole.FontRole and index.trace.kept[row] and column == Column.STEP:
            font = QFont()
            font.setBold(True)
            return font
        return None

    @staticmethod
    def _alignment(column: int) -> Qt.AlignmentFlag:
        right = column in (Column.SCORE, Column.PROBABILITY, Column.RANK, Column.SIZE)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    @staticmethod
    def _text(index: TraceIndex, row: int, column: int) -> str:
        trace = index.trace
        if column == Column.STEP:
            return f"{trace.level[row]} · {step_text(trace, row)}"
        if column == Column.SCORE:
            return f"{trace.score[row]:+.3f}"
        if column == Column.PROBABILITY:
            return f"{index.probability[row]:.4f}"
        if column == Column.STATE:
            return state_text(trace, row)
        if column == Column.RANK:
            return f"{index.rank[row]} / {len(index.levels[int(trace.level[row])])}"
        return size_text(trace, row)
