"""A small line chart over epochs: axes, ticks, a legend, the best epoch, and a reading under the mouse or the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.gui.theme import ThemeColors, theme_colors
from wsl_annotator.gui.training.chart_axes import nice_ticks, tick_text, whole_ticks

_RIGHT, _BOTTOM = 16.0, 40.0
_MARKERS_UP_TO = 80
_LEAST_EPOCHS = 5
_PAINTED = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One line of a chart; told apart by colour, dash and marker alike.

    Attributes:
        name: for the legend.
        points: (epoch, value), rising epochs.
        second: whether it is the second line: warm, dashed, square; else cool, full, round.
    """

    name: str
    points: tuple[tuple[int, float], ...]
    second: bool = False


def thinned(points: Sequence[tuple[int, float]], *, keep: int) -> list[tuple[int, float]]:
    """Return at most about 400 of the points, with the first, the last and that of the epoch `keep`.

    A chart is not wider than that in points that an eye can tell apart, and thousands of dashes take seconds.
    """
    step = max(1, len(points) // _PAINTED)
    last = len(points) - 1
    return [point for place, point in enumerate(points) if place % step == 0 or place == last or point[0] == keep]


class CurveChart(QWidget):
    """Curves over epochs. Left, Right, Home and End move the reading when the chart has the focus."""

    def __init__(
        self,
        *,
        title: str,
        unit: str,
        top: float | None = None,
        best_is: Literal["low", "high"] = "low",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty chart.

        Args:
            title: what is drawn.
            unit: of the values, in words.
            top: end of the value axis; None follows the data.
            best_is: where good values lie, which keeps the mark's text away from the curve.
            parent: as of any widget.
        """
        super().__init__(parent)
        self._title = title
        self._unit = unit
        self._top = top
        self._best_is = best_is
        self._curves: tuple[Curve, ...] = ()
        self._best = 0
        self._reading = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(300, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    # data

    def set_curves(self, curves: Sequence[Curve], *, best: int) -> None:
        """Show other curves.

        Args:
            curves: one or two; a curve may be empty.
            best: the epoch that is marked; 0 for none.
        """
        self._curves = tuple(curve for curve in curves if curve.points)
        self._best = best
        if self._reading not in self._epochs():
            self._reading = 0
        self._describe()
        self.update()

    def _epochs(self) -> list[int]:
        return sorted({epoch for curve in self._curves for epoch, _ in curve.points})

    @property
    def reading(self) -> str:
        """What the values are where the reading stands, one line each; empty without one."""
        return "\n".join(self._read(self._reading)) if self._reading else ""

    def _read(self, epoch: int) -> list[str]:
        lines = [self.tr("epoch {0}").format(epoch)]
        for curve in self._curves:
            value = dict(curve.points).get(epoch)
            if value is not None:
                lines.append(f"{curve.name}: {value:.4f}")
        return lines

    def _describe(self) -> None:
        last = [
            self.tr("{0}: {1:.4f} in epoch {2}").format(curve.name, curve.points[-1][1], curve.points[-1][0])
            for curve in self._curves
        ]
        if self._best:
            last.append(self.tr("best epoch {0}").format(self._best))
        self.setAccessibleDescription("; ".join(last))

    # geometry

    def _plot(self) -> QRectF:
        line = self.fontMetrics().height()
        left = 14.0 + self.fontMetrics().horizontalAdvance("0.000")
        return QRectF(self.rect()).adjusted(left, 2.6 * line + 8, -_RIGHT, -_BOTTOM)

    def _last_epoch(self) -> int:
        return max([_LEAST_EPOCHS, *self._epochs()[-1:]])

    def _ticks(self, plot: QRectF) -> list[float]:
        values = [value for curve in self._curves for _, value in curve.points]
        high = self._top if self._top is not None else max(values, default=1.0)
        return nice_ticks(0.0, high, count=max(2, int(plot.height() / 44)))

    def _at(self, epoch: float, value: float, plot: QRectF, high: float) -> QPointF:
        x = plot.left() + (epoch - 1) / max(1, self._last_epoch() - 1) * plot.width()
        return QPointF(x, plot.bottom() - value / high * plot.height())

    def _nearest_epoch(self, x: float) -> int:
        plot = self._plot()
        wanted = 1 + (x - plot.left()) / max(1.0, plot.width()) * (self._last_epoch() - 1)
        return min(self._epochs(), key=lambda epoch: abs(epoch - wanted), default=0)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(440, 260)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_reading(self._nearest_epoch(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        self._set_reading(0)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_reading(0)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        epochs = self._epochs()
        if not epochs:
            super().keyPressEvent(event)
            return
        at = epochs.index(self._reading) if self._reading in epochs else len(epochs)
        places = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(epochs) - 1,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None:
            super().keyPressEvent(event)
        else:
            self._set_reading(epochs[min(max(place, 0), len(epochs) - 1)])

    def _set_reading(self, epoch: int) -> None:
        if epoch != self._reading:
            self._reading = epoch
            self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        colors, plot = theme_colors(self.palette()), self._plot()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.border), 1))
        painter.setBrush(QColor(colors.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ticks = self._ticks(plot)
        self._paint_axes(painter, plot, ticks, colors)
        self._paint_head(painter, colors)
        if self._curves:
            self._paint_best(painter, plot, ticks[-1], colors)
            for curve in self._curves:
                self._paint_curve(painter, curve, plot, ticks[-1], colors)
            if self._reading:
                self._paint_reading(painter, plot, ticks[-1], colors)
        else:
            painter.setPen(QColor(colors.muted))
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, self.tr("The curve begins with the first epoch."))
        painter.end()

    def _paint_axes(self, painter: QPainter, plot: QRectF, ticks: list[float], colors: ThemeColors) -> None:
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for tick in ticks:
            y = self._at(1, tick, plot, ticks[-1]).y()
            painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(QColor(colors.muted))
            painter.drawText(QRectF(0, y - 10, plot.left() - 6, 20), side, tick_text(tick, ticks))
        painter.setPen(QPen(QColor(colors.muted), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        painter.drawLine(plot.bottomLeft(), plot.topLeft())
        for epoch in whole_ticks(1, self._last_epoch(), count=max(2, int(plot.width() / 60))):
            at = self._at(epoch, 0, plot, ticks[-1])
            painter.drawLine(at, at + QPointF(0, 4))
            painter.drawText(QRectF(at.x() - 30, at.y() + 5, 60, 16), Qt.AlignmentFlag.AlignCenter, f"{epoch:,}")
        foot = QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, self.tr("epoch"))

    def _paint_head(self, painter: QPainter, colors: ThemeColors) -> None:
        line = self.fontMetrics().height()
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        painter.drawText(QPointF(12, line + 4), self._title)
        width = painter.fontMetrics().horizontalAdvance(self._title)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        painter.drawText(QPointF(12 + width + 8, line + 4), self._unit)
        x = 12.0
        y = 2.3 * line
        for curve in self._curves:
            painter.setPen(self._pen(curve, colors))
            painter.drawLine(QPointF(x, y - 4), QPointF(x + 26, y - 4))
            self._paint_marker(painter, QPointF(x + 13, y - 4), curve, colors)
            painter.setPen(QColor(colors.text))
            painter.drawText(QPointF(x + 32, y), curve.name)
            x += 32 + painter.fontMetrics().horizontalAdvance(curve.name) + 20

    def _color(self, curve: Curve, colors: ThemeColors) -> QColor:
        return QColor(colors.warning if curve.second else colors.info)

    def _pen(self, curve: Curve, colors: ThemeColors) -> QPen:
        style = Qt.PenStyle.DashLine if curve.second else Qt.PenStyle.SolidLine
        return QPen(self._color(curve, colors), 2, style)

    def _paint_curve(self, painter: QPainter, curve: Curve, plot: QRectF, high: float, colors: ThemeColors) -> None:
        points = [self._at(epoch, value, plot, high) for epoch, value in thinned(curve.points, keep=self._best)]
        painter.setPen(self._pen(curve, colors))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        if len(points) <= _MARKERS_UP_TO:
            for point in points:
                self._paint_marker(painter, point, curve, colors)

    def _paint_marker(self, painter: QPainter, at: QPointF, curve: Curve, colors: ThemeColors) -> None:
        painter.setPen(QPen(QColor(colors.base), 1))
        painter.setBrush(self._color(curve, colors))
        if curve.second:
            painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7))
        else:
            painter.drawEllipse(at, 4.0, 4.0)

    def _paint_best(self, painter: QPainter, plot: QRectF, high: float, colors: ThemeColors) -> None:
        if not self._best:
            return
        x = self._at(self._best, 0, plot, high).x()
        painter.setPen(QPen(QColor(colors.success), 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        text = self.tr("best: epoch {0}").format(self._best)
        width = painter.fontMetrics().horizontalAdvance(text) + 8
        left = x + 4 if x + 4 + width < plot.right() else x - 4 - width
        y = plot.top() if self._best_is == "low" else plot.bottom() - 22
        painter.setPen(QColor(colors.success))
        painter.drawText(QRectF(left, y, width, 18), Qt.AlignmentFlag.AlignCenter, text)

    def _paint_reading(self, painter: QPainter, plot: QRectF, high: float, colors: ThemeColors) -> None:
        x = self._at(self._reading, 0, plot, high).x()
        painter.setPen(QPen(QColor(colors.text), 1))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        lines = self._read(self._reading)
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(line) for line in lines) + 16
        height = metrics.height() * len(lines) + 10
        left = x + 8 if x + 8 + width < self.width() - 4 else x - 8 - width
        box = QRectF(left, plot.top() + 4, width, height)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colors.text))
        painter.drawText(box.adjusted(8, 5, -8, -5), Qt.AlignmentFlag.AlignLeft, "\n".join(lines))
