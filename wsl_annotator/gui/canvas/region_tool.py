"""The tool that marks where to search: a dashed rectangle, the rest of the picture dimmed, a word at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from wsl_annotator.gui.canvas.draw_tool import DrawTool
from wsl_annotator.gui.canvas.drawing import snapped, stroke_rect

if TYPE_CHECKING:
    from wsl_annotator.core.boxes import Box

REGION_COLOR = "#ffffff"
_DIM = QColor(8, 10, 14, 130)
_PLATE = QColor(10, 12, 16, 215)
_AWAY = QPointF(14.0, 14.0)
_ROOM = 6.0


class RegionTool(DrawTool):
    """Drags a region as the pen drags a box; nothing that a person owns comes of it."""

    def paint(self, painter: QPainter, view: QRectF) -> None:
        """Paint crosshair, region and word in view coordinates."""
        if self._at is None:
            return
        self._canvas.paint_crosshair(painter, self._at, view)
        box = self._box()
        if box is not None:
            scale = painter.device().devicePixelRatioF()
            rect = snapped(self._canvas.viewportTransform().mapRect(QRectF(*box.xywh)), scale)
            outside = QPainterPath()
            outside.addRect(view)
            hole = QPainterPath()
            hole.addRect(rect)
            painter.fillPath(outside.subtracted(hole), _DIM)
            painter.save()
            stroke_rect(painter, rect, color=QColor(REGION_COLOR), width=2.0, style=Qt.PenStyle.DashLine)
            painter.restore()
        self._paint_word(painter, view)

    def _paint_word(self, painter: QPainter, view: QRectF) -> None:
        assert self._at is not None
        if self.is_busy:
            text = QCoreApplication.translate("RegionTool", "Search in here")
        else:
            text = QCoreApplication.translate("RegionTool", "Drag over the part to search")
        size = painter.fontMetrics().boundingRect(text)
        plate = QRectF(self._at + _AWAY, QPointF(0, 0) + self._at + _AWAY).adjusted(
            0, 0, size.width() + 2 * _ROOM, size.height() + _ROOM
        )
        # inside the view where the cursor is near its right or lower edge
        plate.moveRight(min(plate.right(), view.right() - 1))
        plate.moveBottom(min(plate.bottom(), view.bottom() - 1))
        painter.fillRect(plate, _PLATE)
        painter.setPen(QColor(REGION_COLOR))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _give(self, box: Box) -> None:
        self._canvas.finish_region(box)
