"""A small chart of a search: the class probability of every candidate, level by level."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.gui.theme import theme_colors

_LEFT, _RIGHT, _TOP, _BOTTOM = 36.0, 12.0, 8.0, 20.0


class LevelChart(QWidget):
    """Kept candidates as filled discs, pruned as small rings, the level shown as a band; a click goes to a level.

    Signals:
        level_chosen: a level was clicked.
    """

    level_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: SearchTrace | None = None
        self._level = 0
        self.setMinimumHeight(80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Class probability of every candidate by level"))

    def set_trace(self, trace: SearchTrace | None) -> None:
        """Show another search, or none."""
        self._trace = trace
        self.update()

    def set_level(self, level: int) -> None:
        """Move the band."""
        self._level = level
        self.update()

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def _x(self, level: float, plot: QRectF) -> float:
        depth = max(1, self._trace.depth if self._trace is not None else 1)
        return plot.left() + (level + 0.5) / (depth + 1) * plot.width()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(280, 120)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._trace is None or event.button() != Qt.MouseButton.LeftButton:
            return
        plot = self._plot()
        level = int((event.position().x() - plot.left()) / max(1.0, plot.width()) * (self._trace.depth + 1))
        self.level_chosen.emit(min(max(level, 0), self._trace.depth))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colors, plot = theme_colors(self.palette()), self._plot()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._trace is not None:
            step = plot.width() / (self._trace.depth + 1)
            band = QRectF(self._x(self._level, plot) - step / 2, plot.top() - 4, step, plot.height() + 8)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(band, 4, 4)
        font = painter.font()
        font.setPixelSize(10)
        painter.setFont(font)
        for share in (0.0, 0.5, 1.0):
            y = plot.bottom() - share * plot.height()
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colors.muted))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y - 8, _LEFT - 6, 16), side, f"{share:g}")
        if self._trace is not None:
            self._paint_candidates(painter, plot, self._trace)
        painter.end()

    def _paint_candidates(self, painter: QPainter, plot: QRectF, trace: SearchTrace) -> None:
        colors = theme_colors(self.palette())
        every = 1 if trace.depth <= 12 else 2 if trace.depth <= 24 else 5
        painter.setPen(QColor(colors.muted))
        for level in range(0, trace.depth + 1, every):
            room = QRectF(self._x(level, plot) - 16, plot.bottom() + 4, 32, 14)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(level))
        probability = trace.probability()
        # Pruned first, so that what was kept is never hidden.
        for row in np.argsort(trace.kept, kind="stable"):
            x = self._x(float(trace.level[row]), plot)
            at = QPointF(x, plot.bottom() - float(probability[row]) * plot.height())
            if trace.kept[row]:
                is_now = int(trace.level[row]) == self._level
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.danger if is_now else colors.info))
                painter.drawEllipse(at, 3.0, 3.0)
            else:
                painter.setPen(QPen(QColor(colors.muted), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, 1.8, 1.8)
