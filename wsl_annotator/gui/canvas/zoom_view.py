"""A graphics view that zooms at the cursor, fits and pans; what the mouse does beyond that is a child's."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from wsl_annotator.gui.canvas.scene import CanvasScene
from wsl_annotator.gui.canvas.zoom import STEP, FitMode, ZoomPan

PAN_FROM = 3.0
"""A pan that a click could also mean begins after so many logical pixels."""


class ZoomView(QGraphicsView):
    """Looks at a `CanvasScene`, whose coordinates are pixels of the original image.

    Signals:
        zoom_changed: logical screen pixels an image pixel.
    """

    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas_scene = CanvasScene(self)
        self.setScene(self.canvas_scene)
        self._zoom = ZoomPan(self)
        self._pan_from: QPointF | None = None
        self._pan_may_be_click = False
        self._last_view = (0, 0, 1.0, QPointF())
        self.setFrameShape(QFrame.Shape.NoFrame)
        # What is painted over the items stays inside the view, so a scrolled picture is not the last one shifted.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)

    @property
    def zoom(self) -> float:
        """Logical screen pixels an image pixel."""
        return self._zoom.zoom

    def to_scene(self, point: QPointF) -> QPointF:
        """Return the image point at a point of the viewport, with fractions."""
        return self._zoom.to_scene(point)

    def set_zoom(self, factor: float) -> None:
        """Zoom to a factor between 0.02 and 40 about the middle."""
        self._change_zoom(factor)

    def zoom_in(self) -> None:
        """One step nearer."""
        self._change_zoom(self.zoom * STEP)

    def zoom_out(self) -> None:
        """One step away."""
        self._change_zoom(self.zoom / STEP)

    def fit(self) -> None:
        """Show the whole image, also after the window is resized."""
        self._fit(FitMode.WHOLE)

    def fit_width(self) -> None:
        """Show the image's whole width, also after the window is resized."""
        self._fit(FitMode.WIDTH)

    def _fit(self, mode: FitMode) -> None:
        self._zoom.mode = mode
        self._refit()

    def _set_extent(self, *, width: int, height: int, keep: bool) -> None:
        """Take over the size of a new image, or 0 of none.

        A zoom chosen by hand goes, unless it is to be kept and the last image had the same size; between the two there
        may have been none.
        """
        scene = self.canvas_scene
        if scene.width:
            middle = self.to_scene(QRectF(self.viewport().rect()).center())
            self._last_view = (scene.width, scene.height, self.zoom, middle)
        scene.width, scene.height = width, height
        self._zoom.set_extent(scene.extent)
        if not width:
            return
        if keep and self._zoom.mode is FitMode.FREE and self._last_view[:2] == (width, height):
            self._zoom.show_at(*self._last_view[2:])
        else:
            if self._zoom.mode is FitMode.FREE:
                self._zoom.mode = FitMode.WHOLE
            self._zoom.refit()
        # Also where it is the zoom of the last picture: nobody may show that one any more.
        self.zoom_changed.emit(self.zoom)

    def _change_zoom(self, factor: float, *, anchor: QPointF | None = None) -> None:
        if self.canvas_scene.width:
            before = self.zoom
            self._zoom.set_zoom(factor, anchor=anchor)
            if self.zoom != before:
                self.zoom_changed.emit(self.zoom)

    def _refit(self) -> None:
        before = self.zoom
        self._zoom.refit()
        if self.zoom != before:
            self.zoom_changed.emit(self.zoom)

    @property
    def _is_panning(self) -> bool:
        return self._pan_from is not None

    def _begin_pan(self, at: QPointF, *, may_be_click: bool) -> None:
        self._pan_from = at
        self._pan_may_be_click = may_be_click
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _pan_to(self, at: QPointF) -> None:
        if self._pan_from is None:
            return
        away = at - self._pan_from
        if not self._pan_may_be_click or max(abs(away.x()), abs(away.y())) >= PAN_FROM:
            self._pan_may_be_click = False
            self._zoom.pan(away)
            self._pan_from = at

    def _end_pan(self) -> bool:
        """End the pan; return whether it was a mere click."""
        self._pan_from = None
        return self._pan_may_be_click

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or not turned.y():
            self._zoom.pan(QPointF(turned.x() + turned.y(), 0) / 2)
        else:
            self._change_zoom(self.zoom * STEP ** (turned.y() / 120), anchor=event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refit()
