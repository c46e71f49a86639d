"""Marks at the edges of the selected box: where an edge may go, and between where the heat map leaves it open."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.drawing import HALO
from wsl_annotator.gui.canvas.values import EdgeBars, EdgeLevels

LEVEL_COLOR = "#ffd54a"
BAR_COLOR = "#ffffff"
_TICK = 9.0
"""Half the length of a mark, in logical screen pixels."""
_CAP = 5.0
_FROM_MIDDLE = 0.25
"""Bars lie a quarter of the edge from its end: the middle is the handle's."""


class EdgeMarksItem(QGraphicsItem):
    """Paints the heat levels of one edge as a ruler, and the uncertainty of the four edges as bars."""

    def __init__(self) -> None:
        super().__init__()
        self._levels: EdgeLevels | None = None
        self._bars: EdgeBars | None = None
        self._box: Box | None = None
        self._extent = QRectF()
        self.setZValue(28.0)

    @property
    def levels(self) -> EdgeLevels | None:
        """The levels shown."""
        return self._levels

    @property
    def bars(self) -> EdgeBars | None:
        """The bars shown."""
        return self._bars

    def follow(self, box: Box | None, extent: QRectF) -> None:
        """Take over the selected box's geometry and the image's extent."""
        self.prepareGeometryChange()
        self._box, self._extent = box, extent
        self.update()

    def set_levels(self, levels: EdgeLevels | None) -> None:
        """Show where one edge of the selected box may lie, or nothing."""
        self._levels = levels
        self.update()

    def set_bars(self, bars: EdgeBars | None) -> None:
        """Show between which rectangles the edges are uncertain, or nothing."""
        self._bars = bars
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._box is None:
            return
        world = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._bars is not None:
            self._paint_bars(painter, world, self._bars, self._box)
        if self._levels is not None:
            self._paint_levels(painter, world, self._levels, self._box)
        painter.restore()

    def _paint_levels(self, painter: QPainter, world: QTransform, levels: EdgeLevels, box: Box) -> None:
        upright = levels.edge in ("left", "right")
        at = {"left": box.x1, "right": box.x2, "top": box.y1, "bottom": box.y2}[levels.edge]
        middle = box.center[1] if upright else box.center[0]
        points = [
            world.map(QPointF(place, middle) if upright else QPointF(middle, place))
            for place in sorted({*levels.positions, at})
        ]
        along = QPointF(0, _TICK) if upright else QPointF(_TICK, 0)
        strokes = [(points[0], points[-1], 1.5)]
        strokes += [(point - along, point + along, 3.0) for point in points]
        _stroke(painter, strokes, QColor(LEVEL_COLOR))
        now = world.map(QPointF(at, middle) if upright else QPointF(middle, at))
        painter.setPen(QPen(QColor(16, 19, 23), 1.5))
        painter.setBrush(QColor(LEVEL_COLOR))
        painter.drawEllipse(now, 5.0, 5.0)

    def _paint_bars(self, painter: QPainter, world: QTransform, bars: EdgeBars, box: Box) -> None:
        x = box.x1 + box.width * _FROM_MIDDLE
        y = box.y1 + box.height * _FROM_MIDDLE
        strokes = []
        for start, end, cap in (
            (QPointF(bars.outer.x1, y), QPointF(bars.inner.x1, y), QPointF(0, _CAP)),
            (QPointF(bars.inner.x2, y), QPointF(bars.outer.x2, y), QPointF(0, _CAP)),
            (QPointF(x, bars.outer.y1), QPointF(x, bars.inner.y1), QPointF(_CAP, 0)),
            (QPointF(x, bars.inner.y2), QPointF(x, bars.outer.y2), QPointF(_CAP, 0)),
        ):
            first, last = world.map(start), world.map(end)
            strokes += [(first, last, 2.0), (first - cap, first + cap, 2.0), (last - cap, last + cap, 2.0)]
        _stroke(painter, strokes, QColor(BAR_COLOR))


def _stroke(painter: QPainter, strokes: list[tuple[QPointF, QPointF, float]], color: QColor) -> None:
    """Draw lines with a dark one under each, so that they are seen on any photo."""
    for beyond, ink in ((2.0, HALO), (0.0, color)):
        for start, end, width in strokes:
            painter.setPen(QPen(ink, width + beyond, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(start, end)
