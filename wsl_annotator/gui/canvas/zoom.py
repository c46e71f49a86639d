"""Zoom and pan of the canvas: the point under the mouse stays where it is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

MINIMUM = 0.02
MAXIMUM = 40.0
STEP = 1.25
MARGIN = 16.0
"""Around a fitted image, in logical pixels."""
_STAYS = 80.0


class FitMode(Enum):
    """What a resized window does to the zoom."""

    FREE = "free"
    WHOLE = "whole"
    WIDTH = "width"


class ZoomPan:
    """Sets the transform and scroll bars of one view; the scene is in original pixels, zoom 1 shows them 1:1."""

    def __init__(self, view: QGraphicsView) -> None:
        self._view = view
        self._extent = QRectF()
        self._is_laying_out = False
        self.mode = FitMode.WHOLE
        view.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        view.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)

    @property
    def zoom(self) -> float:
        """Logical screen pixels an image pixel."""
        return self._view.transform().m11()

    def set_extent(self, extent: QRectF) -> None:
        """Take over the rectangle of a new image."""
        self._extent = extent
        self._lay_out()

    def set_zoom(self, zoom: float, *, anchor: QPointF | None = None) -> None:
        """Zoom to a factor within the limits; the scene point at `anchor` (view pixels, default the middle) stays."""
        self.mode = FitMode.FREE
        anchor = anchor if anchor is not None else QRectF(self._view.viewport().rect()).center()
        self._zoom_about(zoom, self.to_scene(anchor), anchor)

    def show_at(self, zoom: float, point: QPointF) -> None:
        """Zoom to a factor within the limits, with a scene point in the middle of the view."""
        self.mode = FitMode.FREE
        self._zoom_about(zoom, point, QRectF(self._view.viewport().rect()).center())

    def refit(self) -> None:
        """Fit again after the window or the image changed its size, unless the person chose a zoom."""
        if self._is_laying_out or self._extent.isEmpty():
            return
        if self.mode is FitMode.FREE:
            self._lay_out()
            return
        whole = self._view.contentsRect().size()
        wide, high = max(1.0, whole.width() - 2 * MARGIN), max(1.0, whole.height() - 2 * MARGIN)
        zoom = wide / self._extent.width()
        if self.mode is FitMode.WHOLE:
            zoom = min(zoom, high / self._extent.height())
        elif self._extent.height() * zoom > whole.height():
            zoom = (wide - self._view.verticalScrollBar().sizeHint().width()) / self._extent.width()
        target = self._extent.center()
        middle = QPointF(whole.width() / 2, whole.height() / 2)
        if self.mode is FitMode.WIDTH and self._extent.height() * zoom > high:
            target, middle = QPointF(target.x(), 0.0), QPointF(MARGIN + self._extent.width() * zoom / 2, MARGIN)
        self._zoom_about(zoom, target, middle)

    def pan(self, delta: QPointF) -> None:
        """Shift the picture by view pixels."""
        for bar, step in ((self._view.horizontalScrollBar(), delta.x()), (self._view.verticalScrollBar(), delta.y())):
            bar.setValue(bar.value() - round(step))

    def reveal(self, rect: QRectF) -> None:
        """Scroll as little as needed to see a scene rectangle, or its middle where it is larger than the view."""
        shown = self._view.viewportTransform().mapRect(rect)
        room = QRectF(self._view.viewport().rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        dx = _shift(low=shown.left(), high=shown.right(), room_low=room.left(), room_high=room.right())
        dy = _shift(low=shown.top(), high=shown.bottom(), room_low=room.top(), room_high=room.bottom())
        if dx or dy:
            self.pan(QPointF(dx, dy))

    def to_scene(self, point: QPointF) -> QPointF:
        """Return the scene point at a view point, with fractions."""
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(point)

    def _zoom_about(self, zoom: float, scene_point: QPointF, anchor: QPointF) -> None:
        zoom = min(max(zoom, MINIMUM), MAXIMUM)
        self._view.setTransform(QTransform.fromScale(zoom, zoom))
        self._lay_out()
        now = self._view.viewportTransform().map(scene_point)
        self.pan(anchor - now)

    def _lay_out(self) -> None:
        """Give the scene so much ground that any point of the image can come to any place of the view."""
        self._is_laying_out = True
        zoom, whole = self.zoom, self._view.contentsRect().size()
        always, never = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        wider, higher = self._extent.width() * zoom > whole.width(), self._extent.height() * zoom > whole.height()
        self._view.setHorizontalScrollBarPolicy(always if wider else never)
        self._view.setVerticalScrollBarPolicy(always if higher else never)
        across = max(whole.width() - _STAYS, whole.width() / 2) / zoom
        down = max(whole.height() - _STAYS, whole.height() / 2) / zoom
        self._view.setSceneRect(self._extent.adjusted(-across, -down, across, down))
        self._is_laying_out = False


def _shift(*, low: float, high: float, room_low: float, room_high: float) -> float:
    if high - low > room_high - room_low:
        return 0.0 if low <= room_high and high >= room_low else (room_low + room_high - low - high) / 2
    return max(0.0, room_low - low) + min(0.0, room_high - high)
