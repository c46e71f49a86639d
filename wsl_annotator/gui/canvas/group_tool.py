"""Selecting several boxes: Ctrl and a click takes one in or out, Ctrl and a drag over empty ground takes all inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wsl_annotator.gui.canvas.drawing import snapped, stroke_rect
from wsl_annotator.gui.canvas.edit_tool import PICK_REACH
from wsl_annotator.gui.canvas.held_group import DRAG_FROM

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.view import AnnotationCanvas

BAND_COLOR = "#ffffff"


class GroupTool:
    """Keeps a press with Ctrl until it is clear what it means: a click, a drag of a box, or a rubber band."""

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._start: QPointF | None = None
        self._at = QPointF()
        self._picked = ""
        self._on_frame = False

    @property
    def is_busy(self) -> bool:
        """Whether the button is down."""
        return self._start is not None

    def press(self, at: QPointF, *, on_frame: bool) -> None:
        """Remember what lies under the mouse, the frame around the selected boxes among it."""
        point = self._canvas.to_scene(at)
        self._start, self._at, self._on_frame = at, at, on_frame
        self._picked = self._scene.pick(x=point.x(), y=point.y(), reach=PICK_REACH / self._canvas.zoom)

    def move(self, at: QPointF) -> QPointF | None:
        """Stretch the band; return where the button went down once a box or the frame is dragged: that is not ours."""
        self._at = at
        start = self._start
        if start is not None and (self._picked or self._on_frame) and _far(at - start):
            self.cancel()
            return start
        self._canvas.viewport().update()
        return None

    def release(self) -> None:
        """Take the clicked box in or out, or all boxes in the band."""
        start, picked, at = self._start, self._picked, self._at
        self.cancel()
        if picked:
            self._canvas.toggle(picked)
        elif start is not None and _far(at - start):
            band = QRectF(self._canvas.to_scene(start), self._canvas.to_scene(at)).normalized()
            self._canvas.select_all((*self._scene.group, self._scene.selected_key, *self._scene.keys_inside(band)))

    def cancel(self) -> None:
        """Forget the press."""
        self._start, self._picked, self._on_frame = None, "", False
        self._canvas.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the band in view coordinates."""
        if self._start is None or self._picked or not _far(self._at - self._start):
            return
        rect = snapped(QRectF(self._start, self._at).normalized(), painter.device().devicePixelRatioF())
        painter.save()
        painter.fillRect(rect, QColor(255, 255, 255, 40))
        stroke_rect(painter, rect, color=QColor(BAND_COLOR), width=1.0, style=Qt.PenStyle.DashLine)
        painter.restore()


def _far(way: QPointF) -> bool:
    return max(abs(way.x()), abs(way.y())) >= DRAG_FROM
