"""One box on the canvas: its outline, and its geometry while a hand drags it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.drawing import screen_rect, snapped, stroke_rect
from wsl_annotator.gui.canvas.values import CanvasBox

_STYLES = {BoxState.PROPOSED: Qt.PenStyle.DashLine, BoxState.REJECTED: Qt.PenStyle.DotLine}
REJECTED_COLOR = "#aeb4bd"
_SELECTED_Z = 20.0


class BoxItem(QGraphicsItem):
    """Paints one `CanvasBox`; proposals dashed, rejected dotted and grey, a person's boxes solid."""

    def __init__(self, value: CanvasBox) -> None:
        super().__init__()
        self.value = value
        self._box = value.box
        self._is_current = False
        self._is_grouped = False
        self._is_hovered = False
        self._order()

    @property
    def key(self) -> str:
        """What the canvas's signals call the box."""
        return self.value.key

    @property
    def box(self) -> Box:
        """The geometry shown, which while dragging differs from `value.box`."""
        return self._box

    @property
    def color(self) -> QColor:
        """The class's colour, grey for a rejected box."""
        return QColor(REJECTED_COLOR if self.value.state == BoxState.REJECTED else self.value.color)

    @property
    def is_current(self) -> bool:
        """Whether it is the selected box."""
        return self._is_current

    @property
    def is_grouped(self) -> bool:
        """Whether it is selected beside others."""
        return self._is_grouped

    @property
    def is_hovered(self) -> bool:
        """Whether the mouse is over it."""
        return self._is_hovered

    def set_value(self, value: CanvasBox) -> None:
        """Show another value of the same key."""
        self.value = value
        self.set_box(value.box)
        self.update()

    def set_box(self, box: Box) -> None:
        """Show other geometry, the value unchanged."""
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
            self._order()

    def restore(self) -> None:
        """Go back to the value's geometry."""
        self.set_box(self.value.box)

    def set_current(self, *, current: bool) -> None:
        """Paint it as selected, on top."""
        self._is_current = current
        self._order()
        self.update()

    def set_grouped(self, *, grouped: bool) -> None:
        """Paint it as one of several selected."""
        if grouped != self._is_grouped:
            self._is_grouped = grouped
            self.update()

    def set_hovered(self, *, hovered: bool) -> None:
        """Paint it as under the mouse."""
        if hovered != self._is_hovered:
            self._is_hovered = hovered
            self.update()

    def _order(self) -> None:
        # Smaller boxes lie on larger ones, so that what a click picks is also what is seen on top.
        self.setZValue(_SELECTED_Z if self._is_current else 10.0 + 1.0 / (1.0 + self._box.area))

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return QRectF(*self._box.xywh)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        scale = painter.device().devicePixelRatioF()
        rect = snapped(screen_rect(painter, self.boundingRect()), scale)
        painter.save()
        painter.resetTransform()
        color = self.color
        is_selected = self._is_current or self._is_grouped
        if is_selected or self._is_hovered:
            wash = QColor(color)
            wash.setAlpha(60 if self._is_grouped else 26 if self._is_current else 20)
            painter.fillRect(rect, wash)
        width = 3.0 if is_selected else 2.0
        style = _STYLES.get(self.value.state, Qt.PenStyle.SolidLine)
        stroke_rect(painter, rect, color=color, width=width, style=style)
        painter.restore()
