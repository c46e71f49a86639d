"""Horizontal bars in parts, one row a name: counts by state, or seconds beside a reference line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.gui.theme import theme_colors

ROW, BAR, GAP, LEGEND = 30.0, 16.0, 12.0, 26.0
PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense6Pattern,
)


@dataclass(frozen=True, slots=True)
class BarRow:
    """A name, the lengths of its parts (at least 0), and a text at the end of the bar."""

    name: str
    parts: tuple[float, ...]
    text: str


class Bars(QWidget):
    """Parts are told apart by pattern as well as by colour.

    Args:
        legend: name of each part.
        name: for screen readers.
    """

    def __init__(self, legend: Sequence[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legend = tuple(legend)
        self._name = name
        self._rows: tuple[BarRow, ...] = ()
        self._line: tuple[float, str] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def set_rows(self, rows: Sequence[BarRow], *, line: tuple[float, str] | None = None) -> None:
        """Show other rows, and a vertical line at a value with its text."""
        self._rows, self._line = tuple(rows), line
        self.setAccessibleDescription("; ".join(f"{row.name}: {row.text}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, round(LEGEND + ROW * max(1, len(self._rows)) + (18 if self._line else 4)))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme_colors(self.palette())
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(row.name) for row in self._rows), default=0.0)
        left = min(names, self.width() * 0.3) + GAP
        texts = max((metrics.horizontalAdvance(row.text) for row in self._rows), default=0.0)
        room = max(40.0, self.width() - left - texts - 2 * GAP)
        longest = max([sum(row.parts) for row in self._rows] + [self._line[0] if self._line else 0.0], default=0.0)
        scale = room / longest if longest > 0 else 0.0
        self._paint_legend(painter, left)
        ends: list[float] = []
        for index, row in enumerate(self._rows):
            top = LEGEND + index * ROW
            painter.setPen(QColor(colors.text))
            name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, left - GAP)
            painter.drawText(QRectF(0, top, left - GAP, BAR + 4), Qt.AlignmentFlag.AlignVCenter, name)
            x = left
            for part, value in enumerate(row.parts):
                if value > 0:
                    self._paint_part(painter, part, QRectF(x, top + 2, value * scale, BAR))
                    x += value * scale
            ends.append(x)
        if self._line is not None:
            self._paint_line(painter, left + self._line[0] * scale)
        for index, (row, x) in enumerate(zip(self._rows, ends, strict=True)):
            # The line goes under the numbers, not through them.
            place = QRectF(x + 6, LEGEND + index * ROW + 2, metrics.horizontalAdvance(row.text) + 4, BAR)
            painter.fillRect(place, QColor(colors.window))
            painter.setPen(QColor(colors.muted))
            painter.drawText(place.translated(2, 0), Qt.AlignmentFlag.AlignVCenter, row.text)
        painter.end()

    def _paint_part(self, painter: QPainter, part: int, box: QRectF) -> None:
        colors = theme_colors(self.palette())
        tones = (colors.success, colors.info, colors.danger, colors.muted)
        tone = QColor(tones[part % len(tones)])
        painter.setPen(QPen(tone, 1))
        painter.setBrush(QBrush(tone, PATTERNS[part % len(PATTERNS)]))
        painter.drawRect(box)

    def _paint_legend(self, painter: QPainter, left: float) -> None:
        metrics, x = QFontMetricsF(self.font()), left
        for part, name in enumerate(self._legend):
            self._paint_part(painter, part, QRectF(x, 4, 12, 12))
            painter.setPen(QColor(theme_colors(self.palette()).text))
            painter.drawText(QPointF(x + 18, 15), name)
            x += 18 + metrics.horizontalAdvance(name) + 18

    def _paint_line(self, painter: QPainter, x: float) -> None:
        assert self._line is not None
        colors = theme_colors(self.palette())
        bottom = LEGEND + ROW * len(self._rows)
        painter.setPen(QPen(QColor(colors.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, LEGEND - 2), QPointF(x, bottom))
        painter.setPen(QColor(colors.muted))
        width = QFontMetricsF(self.font()).horizontalAdvance(self._line[1])
        painter.drawText(QPointF(min(x, self.width() - width - 4), bottom + 13), self._line[1])
