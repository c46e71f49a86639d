"""The eight handles of the selected box, always of the same size on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.gui.canvas.box_item import BoxItem
from wsl_annotator.gui.canvas.geometry import HANDLES, Part, handle_point

HANDLE_SIDE = 10.0
"""Of a handle as painted, in logical screen pixels."""
HANDLE_REACH = 8.0
"""Half the side of the square that grips a corner."""
EDGE_REACH = 7.0
"""How far from an edge the mouse still grips it."""
_ROOM_FOR_EDGE_HANDLES = 40.0

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
        self.setZValue(30.0)

    def set_target(self, target: BoxItem | None) -> None:
        """Follow another box."""
        self.prepareGeometryChange()
        self._target = target
        self.update()

    def follow(self) -> None:
        """Take the target's new geometry over."""
        self.prepareGeometryChange()
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._target.boundingRect() if self._target is not None else QRectF()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._target is None or not self._target.isVisible() or not self._target.value.editable:
            return
        world = painter.worldTransform()
        box = self._target.box
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
