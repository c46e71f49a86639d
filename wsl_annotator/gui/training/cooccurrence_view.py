"""Co-occurrence as a heat map with numbers: of the images with one class, how many have another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QTableView, QWidget

from wsl_annotator.gui.theme import text_on, theme_colors

_LEAST, _MOST = QSize(46, 32), QSize(84, 52)
_LONGEST_NAME = 150

Index = QModelIndex | QPersistentModelIndex


class CooccurrenceModel(QAbstractTableModel):
    """Row i, column j: p(class i | class j), the share of the images with class j that have class i too."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._matrix: tuple[tuple[float, ...], ...] = ()

    def set_matrix(self, names: Sequence[str], matrix: Sequence[Sequence[float]]) -> None:
        """Show another matrix.

        Args:
            names: of K classes.
            matrix: K rows of K shares in [0, 1]; empty for none.
        """
        self.beginResetModel()
        self._names = tuple(names) if matrix else ()
        self._matrix = tuple(tuple(row) for row in matrix)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        value = self._matrix[row][column]
        if role == Qt.ItemDataRole.DisplayRole:
            return share_text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.BackgroundRole:
            return QColor(_ground(value, same=row == column))
        if role == Qt.ItemDataRole.ForegroundRole:
            ground = _ground(value, same=row == column)
            return QColor(theme_colors().muted if row == column else text_on(ground))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(row, column)
        return None

    def _sentence(self, row: int, column: int) -> str:
        if row == column:
            return self.tr("{0} with itself").format(self._names[row])
        return self.tr("Of the training images with {0}, {1:.0%} have {2} too: p({2} | {0}) = {3:.3f}").format(
            self._names[column], self._matrix[row][column], self._names[row], self._matrix[row][column]
        )

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self.tr("that {0} is there too") if orientation == Qt.Orientation.Vertical else self.tr("given {0}")
            return text.format(self._names[section])
        return None


def share_text(value: float) -> str:
    """Return a share in two decimals as statisticians write it: `.42`, `0`, `1`."""
    if value in (0.0, 1.0):
        return f"{value:.0f}"
    return f"{value:.2f}".removeprefix("0")


def _ground(value: float, *, same: bool) -> str:
    colors = theme_colors()
    if same:
        return colors.alternate
    low, high = QColor(colors.base), QColor(colors.accent)
    parts = [
        round(start + (end - start) * value)
        for start, end in ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    ]
    return "#{:02x}{:02x}{:02x}".format(*parts)


class _UprightHeader(QHeaderView):
    """Column names turned by a quarter, so that narrow columns carry long names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        model = self.model()
        names = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())]
        longest = max((QFontMetrics(self.font()).horizontalAdvance(name) for name in names), default=0)
        return QSize(size.width(), min(longest, _LONGEST_NAME) + 18)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colors = theme_colors()
        painter.save()
        painter.fillRect(rect, QColor(colors.alternate))
        painter.setPen(QColor(colors.text))
        metrics = QFontMetrics(self.font())
        name = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.height() - 12)
        painter.translate(rect.left() + rect.width() / 2, rect.bottom() - 8)
        painter.rotate(-90)
        painter.drawText(QPoint(0, round(metrics.ascent() / 2 - 1)), text)
        painter.restore()


class CooccurrenceView(QTableView):
    """The matrix with its names; darker (lighter in the dark theme) is more often."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = CooccurrenceModel(self)
        self.setModel(self.matrix)
        self.setHorizontalHeader(_UprightHeader(self))
        self.setAccessibleName(self.tr("Co-occurrence of the classes"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet("QTableCornerButton::section { background: transparent; border: none; }")
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        for header in (columns, rows):
            header.setMinimumSectionSize(24)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMaximumWidth(_LONGEST_NAME + 30)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_matrix(self, names: Sequence[str], matrix: Sequence[Sequence[float]]) -> None:
        """Show another matrix; see `CooccurrenceModel.set_matrix`."""
        self.matrix.set_matrix(names, matrix)
        self._fit()

    def _fit(self) -> None:
        """Let few classes have large cells; many keep cells in which a number can be read, and scroll."""
        count = max(1, self.matrix.rowCount())
        room = self.viewport().size()
        self.horizontalHeader().setDefaultSectionSize(_clamp(room.width() // count, _LEAST.width(), _MOST.width()))
        self.verticalHeader().setDefaultSectionSize(_clamp(room.height() // count, _LEAST.height(), _MOST.height()))


def _clamp(value: int, low: int, high: int) -> int:
    return min(max(value, low), high)
