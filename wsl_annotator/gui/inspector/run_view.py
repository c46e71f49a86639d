"""The photo of one run with its heat, the boxes of the level, and the candidate that is looked at."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.localization import HeatMap, SearchTrace
from wsl_annotator.gui.canvas.heat_item import HeatItem
from wsl_annotator.gui.canvas.values import TraceView
from wsl_annotator.gui.canvas.zoom_view import ZoomView
from wsl_annotator.gui.inspector.candidate_item import CandidateItem
from wsl_annotator.gui.inspector.part_item import PartItem
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.imaging.decode import DecodedImage

GROUND = np.full((1, 1, 3), 96, dtype=np.uint8)
"""Shown where the photo was not found."""


class RunView(ZoomView):
    """Turns mouse and keys into what is wanted; it decides nothing.

    Signals:
        pointed: x, y in image pixels under the mouse.
        left: the mouse is no longer over the image.
        clicked: x, y in image pixels.
        stepped: levels to go on, negative to go back; 0 plays or pauses.
        ranked: places to go on in the level.
        focused: the view got the keyboard.
    """

    pointed = Signal(float, float)
    left = Signal()
    clicked = Signal(float, float)
    stepped = Signal(int)
    ranked = Signal(int)
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part, self.heat, self.candidates = PartItem(), HeatItem(), CandidateItem()
        self.part.setZValue(0.5)
        self.heat.setZValue(1.0)
        for item in (self.part, self.heat, self.candidates):
            self.canvas_scene.addItem(item)
        self._pressed: QPoint | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(220, 160)
        self.setAccessibleName(self.tr("Photo with the candidates of the level"))
        self.setAccessibleDescription(
            self.tr("Left and Right step through the levels, Up and Down through the candidates, Space plays.")
        )

    def set_search(
        self, trace: SearchTrace | None, image: DecodedImage | None, *, width: int, height: int, keep_view: bool
    ) -> None:
        """Show the photo of a search, or a grey ground of its size."""
        scene = self.canvas_scene
        width, height = (width, height) if trace is not None else (0, 0)
        rgb = None if trace is None else (image.rgb if image is not None else GROUND)
        scene.image.set_pixels(rgb, width=width, height=height)
        self.heat.set_heat(None)
        self._set_extent(width=width, height=height, keep=keep_view)
        scene.trace.set_view(None, scene.extent)
        self.part.set_extent(scene.extent)
        self.candidates.set_trace(trace, scene.extent)
        self.viewport().update()

    def set_level(self, view: TraceView | None, heat: HeatMap | None) -> None:
        """Show one level, with the heat so far or none."""
        self.heat.set_heat(heat)
        self.canvas_scene.trace.set_view(view, self.canvas_scene.extent)
        self.viewport().update()

    def set_style(self, *, colors: str, opacity: float) -> None:
        """Set the heat's colours."""
        self.heat.set_style(colors=colors, opacity=opacity)

    def set_hovered(self, rows: Sequence[int]) -> None:
        """Show the candidates under the mouse."""
        self.candidates.set_hovered(rows)
        self.viewport().update()

    def _is_inside(self, point: QPointF) -> bool:
        return self.canvas_scene.extent.contains(point)

    # Qt overrides

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, QColor(theme_colors(self.palette()).canvas))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or event.button() == Qt.MouseButton.LeftButton:
            self._begin_pan(event.position(), may_be_click=not middle)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_panning:
            self._pan_to(event.position())
            return
        point = self.to_scene(event.position())
        if self._is_inside(point):
            self.pointed.emit(point.x(), point.y())
        else:
            self.left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_click = self._is_panning and self._end_pan()
        self.viewport().unsetCursor()
        point = self.to_scene(event.position())
        if was_click and event.button() == Qt.MouseButton.LeftButton and self._is_inside(point):
            self.clicked.emit(point.x(), point.y())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.focused.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: ARG002
        if self.hasFocus():
            painter.save()
            painter.resetTransform()
            painter.setPen(QColor(theme_colors(self.palette()).accent))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        ranks = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in steps or key == Qt.Key.Key_Space:
            self.stepped.emit(steps.get(key, 0))
        elif key in ranks:
            self.ranked.emit(ranks[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.fit()
        else:
            super().keyPressEvent(event)
