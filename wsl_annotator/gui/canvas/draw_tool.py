"""The pen: a new box by drag, or by two clicks, under a crosshair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wsl_annotator.gui.canvas.drawing import snapped, stroke_rect
from wsl_annotator.gui.canvas.geometry import box_between

if TYPE_CHECKING:
    from wsl_annotator.core.boxes import Box
    from wsl_annotator.gui.canvas.view import AnnotationCanvas

DRAW_FROM = 4.0
"""Logical screen pixels: a press that moves less is the first of two clicks; a box smaller than this is not meant."""

PEN_COLOR = "#ffffff"


class DrawTool:
    """Keeps the first corner; the box is given out once, when the second is set."""

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._first: QPointF | None = None
        self._at: QPointF | None = None
        self.color = PEN_COLOR

    @property
    def is_busy(self) -> bool:
        """Whether the first corner is set."""
        return self._first is not None

    def press(self, at: QPointF) -> bool:
        """Set a corner."""
        self._at = at
        if self._first is None:
            self._first = self._canvas.to_scene(at)
        return True

    def move(self, at: QPointF) -> None:
        """Stretch the box."""
        self._at = at
        self._canvas.viewport().update()

    def release(self) -> None:
        """Finish after a drag or at the second click."""
        if self._first is None or self._at is None:
            return
        first = self._canvas.viewportTransform().map(self._first)
        size = self._at - first
        box = self._box()
        if max(abs(size.x()), abs(size.y())) >= DRAW_FROM and box is not None:
            self._first = None
            self._give(box)
        self._canvas.viewport().update()

    def _give(self, box: Box) -> None:
        self._canvas.finish_drawing(box)

    def cancel(self) -> None:
        """Forget the first corner."""
        self._first = None
        self._canvas.viewport().update()

    def hover(self, at: QPointF) -> None:
        """Move the crosshair."""
        self.move(at)
        self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)

    def leave(self) -> None:
        """Take the crosshair away: the mouse is elsewhere."""
        self._at = None
        self._canvas.viewport().update()

    def paint(self, painter: QPainter, view: QRectF) -> None:
        """Paint crosshair and box in view coordinates."""
        if self._at is None:
            return
        scale = painter.device().devicePixelRatioF()
        self._canvas.paint_crosshair(painter, self._at, view)
        box = self._box()
        if self._first is not None and box is not None:
            rect = snapped(self._canvas.viewportTransform().mapRect(QRectF(*box.xywh)), scale)
            wash = QColor(self.color)
            wash.setAlpha(30)
            painter.fillRect(rect, wash)
            stroke_rect(painter, rect, color=QColor(self.color), width=2.0, style=Qt.PenStyle.SolidLine)

    def _box(self) -> Box | None:
        if self._first is None or self._at is None or not self._scene.width or not self._scene.height:
            return None
        second = self._canvas.to_scene(self._at)
        size = {"width": self._scene.width, "height": self._scene.height}
        return box_between((self._first.x(), self._first.y()), (second.x(), second.y()), **size)
