"""The eight handles of what is selected and the grip along a whole edge, always of the same size on the screen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.gui.canvas.box_item import BoxItem
from wsl_annotator.gui.canvas.drawing import screen_rect
from wsl_annotator.gui.canvas.geometry import HANDLES, Part

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
        world = painter.worldTransform()
        painter.save()
        if self._gripped is not None and self._gripped[0].isVisible():
            item, part = self._gripped
            rect = screen_rect(painter, item.boundingRect())
            painter.resetTransform()
            paint_grip(painter, rect, part, color=item.color)
        if self._target is not None and self._target.isVisible() and self._target.value.editable:
            painter.resetTransform()
            paint_handles(painter, world.mapRect(self._target.boundingRect()))
        painter.restore()


def paint_grip(painter: QPainter, rect: QRectF, part: Part, *, color: QColor) -> None:
    """Paint a bar along each edge of a rectangle that a part moves, in logical screen pixels."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for edge, start, end in (
        ("l", rect.topLeft(), rect.bottomLeft()),
        ("r", rect.topRight(), rect.bottomRight()),
        ("t", rect.topLeft(), rect.topRight()),
        ("b", rect.bottomLeft(), rect.bottomRight()),
    ):
        # A corner's part carries the letters of both its edges.
        if edge in part:
            for width, ground in ((_GRIP + 2, QColor(16, 19, 23, 200)), (_GRIP, QColor("#ffffff"))):
                painter.setPen(QPen(ground, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
                painter.drawLine(start, end)
            painter.setPen(QPen(color, 3.0))
            painter.drawLine(start, end)
    painter.restore()


def paint_handles(painter: QPainter, rect: QRectF) -> None:
    """Paint the eight handles of a rectangle, in logical screen pixels; where it is small those of the corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(16, 19, 23, 230), 1.5))
    painter.setBrush(QColor("#ffffff"))
    for handle in handle_rects(rect):
        painter.drawRoundedRect(handle, 2, 2)
    painter.restore()


def handle_rects(rect: QRectF) -> list[QRectF]:
    """Return where the handles of a rectangle are, in logical screen pixels; where it is small those of the corners."""
    rects = []
    middle, half = rect.center(), HANDLE_SIDE / 2
    for part in HANDLES:
        crowded = (part in (Part.TOP, Part.BOTTOM) and rect.width() < _ROOM_FOR_EDGE_HANDLES) or (
            part in (Part.LEFT, Part.RIGHT) and rect.height() < _ROOM_FOR_EDGE_HANDLES
        )
        if not crowded:
            x = rect.left() if "l" in part else rect.right() if "r" in part else middle.x()
            y = rect.top() if part.startswith("t") else rect.bottom() if part.startswith("b") else middle.y()
            rects.append(QRectF(x - half, y - half, 2 * half, 2 * half))
    return rects
