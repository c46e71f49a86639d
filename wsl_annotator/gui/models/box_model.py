"""The table of an image's boxes and proposals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.icons import icon

KEY_ROLE = Qt.ItemDataRole.UserRole + 1
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
CLASS, STATE, SCORE, SIZE = range(4)

Index = QModelIndex | QPersistentModelIndex

STATE_ICONS = {
    BoxState.PROPOSED: "propose",
    BoxState.ACCEPTED: "accept",
    BoxState.ADJUSTED: "adjusted",
    BoxState.REJECTED: "reject",
    BoxState.DRAWN: "draw",
}


class BoxModel(QAbstractTableModel):
    """One row a box; columns class, state, score and size."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CanvasBox] = []

    def set_rows(self, rows: Sequence[CanvasBox]) -> None:
        """Show these boxes; only what differs is told to the view, so that a moving threshold keeps its place."""
        rows = list(rows)
        old = [box.key for box in self._rows]
        if [box.key for box in rows] == old:
            for row, box in enumerate(rows):
                if box != self._rows[row]:
                    self._rows[row] = box
                    self.dataChanged.emit(self.index(row, 0), self.index(row, SIZE))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return the row of a box, -1 where it is not listed."""
        return next((row for row, box in enumerate(self._rows) if box.key == key), -1)

    def state_text(self, state: BoxState) -> str:
        """Return a state for people."""
        return {
            BoxState.PROPOSED: self.tr("proposed"),
            BoxState.ACCEPTED: self.tr("accepted"),
            BoxState.ADJUSTED: self.tr("adjusted"),
            BoxState.REJECTED: self.tr("rejected"),
            BoxState.DRAWN: self.tr("drawn"),
        }[state]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 4:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Class"), self.tr("State"), self.tr("Score"), self.tr("Size"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        box, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(box, column)
        if role == KEY_ROLE:
            return box.key
        if role == SORT_ROLE:
            score = -1.0 if box.score is None else box.score
            return (box.class_name, self.state_text(box.state), score, box.box.area)[column]
        if role == Qt.ItemDataRole.DecorationRole:
            return self._decoration(box, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (SCORE, SIZE):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([*(self._text(box, each) for each in range(4)), *self._marks(box)])
        if role == Qt.ItemDataRole.ToolTipRole and (box.locked or box.hidden):
            return ", ".join(self._marks(box))
        return None

    def _marks(self, box: CanvasBox) -> list[str]:
        return [text for text, on in ((self.tr("locked"), box.locked), (self.tr("hidden"), box.hidden)) if on]

    def _text(self, box: CanvasBox, column: int) -> str:
        if column == CLASS:
            return box.class_name
        if column == STATE:
            return self.state_text(box.state)
        if column == SCORE:
            return "" if box.score is None else f"{box.score:.2f}"
        return f"{box.box.width:.0f} × {box.box.height:.0f}"

    def _decoration(self, box: CanvasBox, column: int) -> QIcon | None:
        if column == CLASS:
            return _swatch(box.color)
        if column != STATE:
            return None
        # The state's word stands beside it, so the icon is free to say the rarer thing.
        return icon("hidden" if box.hidden else "lock" if box.locked else STATE_ICONS[box.state])


def _swatch(color: str) -> QIcon:
    """Return a square of a class's colour that a selected row leaves as it is: it is the box's colour on the canvas."""
    square = QPixmap(10, 10)
    square.fill(QColor(color))
    made = QIcon(square)
    made.addPixmap(square, QIcon.Mode.Selected)
    return made
