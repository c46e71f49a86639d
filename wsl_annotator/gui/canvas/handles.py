"""The eight handles of the selected box and the grip along a whole edge, always of the same size on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.box_item import BoxItem
from wsl_annotator.gui.canvas.drawing import screen_rect
from wsl_annotator.gui.canvas.geometry import HANDLES, Part, handle_point

HANDLE_SIDE = 10.0
"""Of a handle as painted, in logical screen pixels."""
HANDLE_REACH = 8.0
"""Half the side of the square that grips a corner."""
EDGE_REACH = 7.0
"""How far from an edge the mouse still grips it."""
_ROOM_FOR_EDGE_HANDLES = 40.0
_GRIP = 7.0
"""Thickness of the bar that shows which edge a press would take, in logical screen pixels."""

CURSORS = {
    Part.LEFT: Qt.CursorShape.SizeHorCursor,
    Part.RIGHT: Qt.CursorShape.SizeHorCursor,
    Part.TOP: Qt.CursorShape.SizeVerCursor,
    Part.BOTTOM: Qt.CursorShape.SizeVerCursor,
    Part.TOP_LEFT: Qt.CursorShape.SizeFDiagCursor,
    Part.BOTTOM_RIGHT: Qt.CursorShape.SizeFDiagCursor,
    Part.TOP_RIGHT: Qt.CursorShape.SizeBDiagCursor,
    Part.BOTTOM_LEFT: Qt.CursorShape.SizeBDiagCursor,
    Part.INSIDE: Qt.CursorShape.SizeAllCursor,
}


class HandlesItem(QGraphicsItem):
    """Paints the handles of one box item, or nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._target: BoxItem | None = None
        self._gripped: tuple[BoxItem, Part] | None = None
        self.setZValue(30.0)

    def set_target(self, target: BoxItem | None) -> None:
        """Follow another box."""
        self.prepareGeometryChange()
        self._target = target
        self._gripped = None
        self.update()

    @property
    def gripped(self) -> Part | None:
        """The edge or corner that is shown as under the mouse or in the hand."""
        return self._gripped[1] if self._gripped is not None else None

    def set_gripped(self, item: BoxItem | None, part: Part | None = None) -> None:
        """Show along its whole length which edge a press takes, of the selected box or another; or none."""
        gripped = (item, part) if item is not None and part is not None and part is not Part.INSIDE else None
        if gripped != self._gripped:
            self.prepareGeometryChange()
            self._gripped = gripped
            self.update()

    def follow(self) -> None:
        """Take the target's new geometry over."""
        self.prepareGeometryChange()
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        whole = self._target.boundingRect() if self._target is not None else QRectF()
        return whole.united(self._gripped[0].boundingRect()) if self._gripped is not None else whole

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._gripped is not None and self._gripped[0].isVisible():
            self._paint_grip(painter, *self._gripped)
        if self._target is not None and self._target.isVisible() and self._target.value.editable:
            self._paint_handles(painter, self._target.box)

    def _paint_grip(self, painter: QPainter, item: BoxItem, part: Part) -> None:
        rect = screen_rect(painter, item.boundingRect())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge, start, end in (
            ("l", rect.topLeft(), rect.bottomLeft()),
            ("r", rect.topRight(), rect.bottomRight()),
            ("t", rect.topLeft(), rect.topRight()),
            ("b", rect.bottomLeft(), rect.bottomRight()),
        ):
            # A corner's part carries the letters of both its edges.
            if edge in part:
                for width, color in ((_GRIP + 2, QColor(16, 19, 23, 200)), (_GRIP, QColor("#ffffff"))):
                    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                    painter.drawLine(start, end)
                painter.setPen(QPen(item.color, 3.0))
                painter.drawLine(start, end)
        painter.restore()

    def _paint_handles(self, painter: QPainter, box: Box) -> None:
        world = painter.worldTransform()
        size = world.mapRect(QRectF(*box.xywh))
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(16, 19, 23, 230), 1.5))
        painter.setBrush(QColor("#ffffff"))
        for part in HANDLES:
            crowded = (part in (Part.TOP, Part.BOTTOM) and size.width() < _ROOM_FOR_EDGE_HANDLES) or (
                part in (Part.LEFT, Part.RIGHT) and size.height() < _ROOM_FOR_EDGE_HANDLES
            )
            if not crowded:
                center = world.map(QPointF(*handle_point(box, part)))
                half = HANDLE_SIDE / 2
                painter.drawRoundedRect(QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half), 2, 2)
        painter.restore()
