"""Score against level: best, mean of the beam, worst kept, best pruned; with axes, a legend and a read-out."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.gui.theme import ThemeColors, theme_colors
from wsl_annotator.workflow.trace_figures import LevelFigures, level_figures

_LEFT, _RIGHT, _BOTTOM = 50.0, 14.0, 34.0
_LEGEND_TOP, _LINE = 12.0, 16.0
"""Middle of the legend's first line, and the distance of its lines."""
_BUTTON = 30.0
"""Room at the right of the legend for the switch."""


@dataclass(frozen=True, slots=True)
class Series:
    """One line of the chart.

    Attributes:
        name: shown in the legend.
        field: of `LevelFigures`.
        color: name of a theme colour.
        style: of the line, so that colour is not alone.
        mark: `disc`, `ring`, `square` or `cross`.
    """

    name: str
    field: str
    color: str
    style: Qt.PenStyle
    mark: str


def nice_ticks(low: float, high: float, *, count: int = 5) -> list[float]:
    """Return about `count` round numbers that span low to high; the first is at most low, the last at least high."""
    span = max(high - low, 1e-9)
    raw = span / max(1, count - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1.0, 2.0, 2.5, 5.0, 10.0) if factor * power >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [number * step for number in range(first, max(last, first + 1) + 1)]


class ScoreChart(QWidget):
    """Log-odds by level, or probabilities, which saturate. A click, or Left and Right, go to a level.

    Signals:
        level_chosen: a level was clicked or reached by a key.
    """

    level_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = Qt.PenStyle
        self._series = (
            Series(self.tr("best"), "best", "danger", line.SolidLine, "disc"),
            Series(self.tr("beam mean"), "mean_kept", "info", line.SolidLine, "square"),
            Series(self.tr("worst kept"), "worst_kept", "success", line.DashLine, "ring"),
            Series(self.tr("best pruned"), "best_pruned", "muted", line.DotLine, "cross"),
        )
        self._trace: SearchTrace | None = None
        self._figures: tuple[LevelFigures, ...] = ()
        self.switch = QToolButton(self)
        self.switch.setText("p")
        self.switch.setCheckable(True)
        self.switch.setStyleSheet("QToolButton { border: 1px solid palette(mid); padding: 0; }")
        self.switch.setToolTip(self.tr("Plot probabilities in place of log-odds"))
        self.switch.setAccessibleName(self.tr("Plot probabilities in place of log-odds"))
        self.switch.toggled.connect(self._on_switched)
        self._ticks: list[float] = [0.0, 1.0]
        self._level = 0
        self._top = 2 * _LEGEND_TOP
        self._hovered: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 150)
        self.setAccessibleName(self.tr("Score by level"))

    def set_trace(self, trace: SearchTrace | None) -> None:
        """Show another search, or none."""
        self._trace = trace
        self._hovered = None
        self._level = min(self._level, trace.depth) if trace is not None else 0
        self.switch.setVisible(trace is not None)
        self._figures = figures = () if trace is None else level_figures(trace, self._values(trace))
        values = [
            value
            for one in figures
            for value in (one.best, one.mean_kept, one.worst_kept, one.best_pruned)
            if value is not None
        ]
        self._ticks = nice_ticks(min(values), max(values)) if values else [0.0, 1.0]
        self._measure()
        self.update()

    def _values(self, trace: SearchTrace) -> NDArray[np.float64]:
        return trace.probability() if self.switch.isChecked() else trace.score

    def _on_switched(self, on: bool) -> None:  # noqa: ARG002
        self.set_trace(self._trace)

    def set_level(self, level: int) -> None:
        """Move the band."""
        self._level = level
        if self._figures:
            self.setAccessibleDescription(self.read_out(level))
        self.update()

    def read_out(self, level: int) -> str:
        """Return the figures of a level in one line."""
        figures = self._figures[level]
        parts = [self.tr("level {0}").format(level)]
        for series in self._series:
            value = getattr(figures, series.field)
            parts.append(f"{series.name} " + ("–" if value is None else f"{value:.4f}"))
        parts.append(self.tr("{0} kept, {1} pruned").format(figures.kept, figures.pruned))
        return " · ".join(parts)

    def level_at(self, x: float) -> int:
        """Return the level nearest to a place, in logical pixels of the widget."""
        plot, depth = self._plot(), max(1, len(self._figures) - 1)
        return min(max(round((x - plot.left()) / max(1.0, plot.width()) * depth), 0), len(self._figures) - 1)

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, self._top, -_RIGHT, -_BOTTOM)

    def _measure(self) -> None:
        """Leave room for as many lines as the legend needs at this width."""
        self._top = _LEGEND_TOP + (self._legend_items()[-1][0].y() if self._figures else 0.0) + 2

    def _at(self, level: int, value: float) -> QPointF:
        plot, depth = self._plot(), max(1, len(self._figures) - 1)
        low, high = self._ticks[0], self._ticks[-1]
        y = plot.bottom() - (value - low) / max(high - low, 1e-12) * plot.height()
        return QPointF(plot.left() + level / depth * plot.width(), y)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colors = theme_colors(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colors.base))
        painter.setFont(self._font())
        if self._figures:
            self._paint_axes(painter, colors)
            for series in reversed(self._series):
                self._paint_series(painter, colors, series)
            self._paint_legend(painter, colors)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_axes(self, painter: QPainter, colors: ThemeColors) -> None:
        plot, depth = self._plot(), len(self._figures) - 1
        step = plot.width() / max(1, depth)
        band = QRectF(self._at(self._level, 0.0).x() - min(step, 28) / 2, plot.top(), min(step, 28), plot.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft))
        painter.drawRect(band.intersected(plot))
        digits = max(0, min(4, -math.floor(math.log10(self._ticks[1] - self._ticks[0]) + 1e-9)))
        for tick in self._ticks:
            at = self._at(0, tick)
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(at, QPointF(plot.right(), at.y()))
            painter.setPen(QColor(colors.muted))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(14, at.y() - 8, _LEFT - 20, 16), side, f"{tick:.{digits}f}")
        every = max(1, math.ceil(24 / max(step, 1.0)))
        for level in range(0, depth + 1, every):
            x = self._at(level, self._ticks[0]).x()
            painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3))
            room = QRectF(x - 16, plot.bottom() + 4, 32, 14)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(level))
        painter.drawText(
            QRectF(plot.left(), self.height() - 17, plot.width(), 15), Qt.AlignmentFlag.AlignCenter, self.tr("level")
        )
        name = self.tr("probability") if self.switch.isChecked() else self.tr("log-odds")
        painter.save()
        painter.translate(8, plot.center().y())
        painter.rotate(-90)
        painter.drawText(QRectF(-80, -8, 160, 16), Qt.AlignmentFlag.AlignCenter, name)
        painter.restore()
        painter.setPen(QPen(QColor(colors.muted), 1))
        painter.drawLine(plot.topLeft(), plot.bottomLeft())
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())

    def _paint_series(self, painter: QPainter, colors: ThemeColors, series: Series) -> None:
        color = QColor(getattr(colors, series.color))
        points = [
            self._at(one.level, getattr(one, series.field))
            for one in self._figures
            if getattr(one, series.field) is not None
        ]
        painter.setPen(QPen(color, 1.8, series.style))
        painter.drawPolyline(QPolygonF(points))
        for point in points:
            self._paint_mark(painter, colors, color, series.mark, point)

    @staticmethod
    def _paint_mark(painter: QPainter, colors: ThemeColors, color: QColor, mark: str, at: QPointF) -> None:
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if mark in ("disc", "square") else QColor(colors.base))
        if mark == "square":
            painter.drawRect(QRectF(at.x() - 2.5, at.y() - 2.5, 5, 5))
        elif mark == "cross":
            painter.drawLine(at + QPointF(-2.5, -2.5), at + QPointF(2.5, 2.5))
            painter.drawLine(at + QPointF(-2.5, 2.5), at + QPointF(2.5, -2.5))
        else:
            painter.drawEllipse(at, 3.0, 3.0)

    def _legend_items(self) -> list[tuple[QPointF, Series | None, str]]:
        """Return where each entry of the legend begins, its line and its text; it goes on below where it is narrow."""
        figures = self._figures[self._hovered if self._hovered is not None else self._level]
        metrics = QFontMetricsF(self._font())
        entries: list[tuple[Series | None, str]] = [(None, self.tr("level {0}").format(figures.level))]
        for series in self._series:
            value = getattr(figures, series.field)
            entries.append((series, f"{series.name} " + ("–" if value is None else f"{value:.3f}")))
        items, x, y = [], _LEFT, _LEGEND_TOP
        for one, text in entries:
            # as wide as the widest figures, so that the legend does not jump as they change
            width = metrics.horizontalAdvance(text if one is None else f"{one.name} -00.000") + (
                14 if one is None else 39
            )
            if x > _LEFT and x + width > self.width() - _BUTTON:
                x, y = _LEFT, y + _LINE
            items.append((QPointF(x, y), one, text))
            x += width
        return items

    def _paint_legend(self, painter: QPainter, colors: ThemeColors) -> None:
        for at, series, text in self._legend_items():
            if series is None:
                painter.setPen(QColor(colors.text))
                painter.drawText(at + QPointF(0, 4), text)
                continue
            color = QColor(getattr(colors, series.color))
            painter.setPen(QPen(color, 1.8, series.style))
            painter.drawLine(at, at + QPointF(20, 0))
            self._paint_mark(painter, colors, color, series.mark, at + QPointF(10, 0))
            painter.setPen(QColor(colors.text))
            painter.drawText(at + QPointF(25, 4), text)
        if self._hovered is not None:
            plot = self._plot()
            painter.setPen(QPen(QColor(colors.text), 1, Qt.PenStyle.DotLine))
            across = self._at(self._hovered, self._ticks[0]).x()
            painter.drawLine(QPointF(across, plot.top()), QPointF(across, plot.bottom()))

    def _font(self) -> QFont:
        font = self.font()
        font.setPixelSize(11)
        return font

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(460, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.switch.setGeometry(self.width() - 28, 2, 24, 22)
        self._measure()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._figures:
            self._hovered = self.level_at(event.position().x())
            self.setToolTip(self.read_out(self._hovered))
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._figures and event.button() == Qt.MouseButton.LeftButton:
            self.level_chosen.emit(self.level_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._figures:
            super().keyPressEvent(event)
        else:
            self.level_chosen.emit(min(max(self._level + step, 0), len(self._figures) - 1))
