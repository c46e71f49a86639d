"""The canvas: shows one image with its boxes, heat and search, and turns mouse and keys into signals."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.gui.canvas.chips import ChipPainter
from wsl_annotator.gui.canvas.draw_tool import DrawTool
from wsl_annotator.gui.canvas.edit_tool import EditTool
from wsl_annotator.gui.canvas.values import CanvasBox, TraceView
from wsl_annotator.gui.canvas.zoom_view import ZoomView
from wsl_annotator.gui.theme import ThemeColors, theme_colors

TOOLS = ("edit", "draw")


class AnnotationCanvas(ZoomView):
    """One image to look at and to draw on. Scene coordinates are upright pixels of the original image.

    Mouse: the wheel zooms at the cursor; a drag with the middle button, or with Shift and the left button, or on ground
    without a box, pans; a click picks the smallest box under the cursor; a drag moves the selected box, its eight
    handles and its edges resize it. In the tool "draw" a drag, or two clicks, make a box; then the tool is "edit" again
    unless `draw_repeats`. Edges set by the mouse lie on whole pixels. Space is left to the window.

    Keys: arrows move the selected box by 1 px, Shift by 10; Alt+arrow moves the edge ahead by 1 px (the box grows),
    Alt+Shift+arrow the edge behind (it shrinks). Escape puts back what is in the hand, or ends "draw", or deselects.

    Signals:
        box_drawn: a `Box`, clamped to the image.
        box_edited: key and new `Box`, once a drag (at the release) and once a key press. The canvas shows the new
            geometry until `set_boxes` says otherwise; to refuse it, give the old boxes again.
        selection_changed: key or an empty text.
        zoom_changed: logical screen pixels an image pixel.
        cursor_moved: x, y in image pixels, while the mouse is over the image.
        cursor_left: the mouse is no longer over the image.
        tool_changed: "edit" or "draw".
        box_activated: key of a double-clicked box.
        menu_requested: key (or an empty text) and global position, for a context menu.
    """

    box_drawn = Signal(object)
    box_edited = Signal(str, object)
    selection_changed = Signal(str)
    cursor_moved = Signal(float, float)
    cursor_left = Signal()
    tool_changed = Signal(str)
    box_activated = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw_repeats = False
        self.keep_view = False
        self._edit = EditTool(self)
        self._draw = DrawTool(self)
        self._tool: EditTool | DrawTool = self._edit
        self._chips = ChipPainter()
        self._labels_visible = True
        self._message = ""
        self._colors = theme_colors()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Image canvas"))
        self.setAccessibleDescription(
            self.tr("Shows the image with its boxes. Arrow keys move the selected box, Alt and arrow keys resize it.")
        )
        self.set_theme()

    # What is shown

    def set_image(self, rgb: NDArray[np.uint8] | None, *, width: int, height: int) -> None:
        """Show an image, or none. The boxes, heat and search of the one before go away.

        Args:
            rgb: uint8 (h, w, 3), upright; it may be a reduced copy.
            width: of the original, upright.
            height: of the original, upright.
        """
        self._tool.cancel()
        same_size = (width, height) == (self.canvas_scene.width, self.canvas_scene.height)
        width, height = (0, 0) if rgb is None else (width, height)
        self.set_boxes(())
        self.canvas_scene.image.set_pixels(rgb, width=width, height=height)
        self.canvas_scene.heat.set_heat(None)
        self.canvas_scene.trace.set_view(None, self.canvas_scene.extent)
        self._set_extent(width=width, height=height, keep=self.keep_view and same_size)
        self.viewport().update()

    def set_message(self, text: str) -> None:
        """Say something in the middle while there is no image, as why it cannot be shown."""
        self._message = text
        self.viewport().update()

    def set_boxes(self, boxes: Sequence[CanvasBox]) -> None:
        """Show exactly these boxes. The selection stays with its key, and so does a box in the hand."""
        before = self.canvas_scene.selected_key
        dragged = self._edit.dragged_key
        self.canvas_scene.set_boxes(boxes, dragged=dragged)
        if dragged and self.canvas_scene.box_item(dragged) is None:
            self._edit.cancel()
        if self.canvas_scene.selected_key != before:
            self.selection_changed.emit(self.canvas_scene.selected_key)
        self.viewport().update()

    def set_heat(self, heat: HeatMap | None) -> None:
        """Show a heat map over the image, or none."""
        self.canvas_scene.heat.set_heat(heat)

    def set_heat_style(self, *, colormap: str, opacity: float) -> None:
        """Set the perceptual colour map's name and the opacity, in [0, 1], of the hottest part."""
        self.canvas_scene.heat.set_style(colors=colormap, opacity=opacity)

    def set_trace_view(self, view: TraceView | None) -> None:
        """Show one level of a search, or none."""
        self.canvas_scene.trace.set_view(view, self.canvas_scene.extent)

    def set_boxes_visible(self, visible: bool) -> None:
        """Show or hide all boxes; hidden ones cannot be picked."""
        self._tool.cancel()
        self.canvas_scene.set_boxes_visible(visible=visible)
        self.viewport().update()

    def set_rejected_visible(self, visible: bool) -> None:
        """Show or hide rejected boxes; they are hidden until asked for."""
        self.canvas_scene.set_rejected_visible(visible=visible)
        self.viewport().update()

    def set_labels_visible(self, visible: bool) -> None:
        """Show or hide the chips; those of the selected box and of the one under the mouse stay."""
        self._labels_visible = visible
        self.viewport().update()

    def set_theme(self, colors: ThemeColors | None = None) -> None:
        """Take over the ground's colour; without colours those of the application's palette."""
        self._colors = colors or theme_colors(self.palette())
        self.setBackgroundBrush(QColor(self._colors.canvas))

    # Selection

    @property
    def selected_key(self) -> str:
        """The selected box's key, or an empty text."""
        return self.canvas_scene.selected_key

    def select(self, key: str) -> None:
        """Select a box, or none with an empty key."""
        if self.canvas_scene.select(key):
            self.selection_changed.emit(self.canvas_scene.selected_key)
            self.viewport().update()

    def select_next(self, step: int) -> None:
        """Select the box `step` places on, in the order they were given and around the end, and bring it into view."""
        keys = [item.key for item in self.canvas_scene.visible_items]
        if not keys:
            return
        if self.selected_key in keys:
            at = (keys.index(self.selected_key) + step) % len(keys)
        else:
            at = 0 if step > 0 else len(keys) - 1
        self.select(keys[at])
        item = self.canvas_scene.selected_item()
        if item is not None:
            self._zoom.reveal(item.boundingRect())

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected box by image pixels and give it out."""
        self._edit.nudge(dx, dy)

    def resize_edge(self, edge: str, delta: float) -> None:
        """Move one edge (`left`, `right`, `top`, `bottom`) of the selected box right or down, and give the box out."""
        self._edit.resize_edge(edge, delta)

    # Tools

    @property
    def tool(self) -> str:
        """The tool in the hand: "edit" or "draw"."""
        return "draw" if self._tool is self._draw else "edit"

    def set_tool(self, name: str) -> None:
        """Take a tool.

        Raises:
            ValueError: neither "edit" nor "draw".
        """
        if name not in TOOLS:
            raise ValueError(f"tool must be one of {', '.join(TOOLS)}: {name!r}")
        if name == self.tool:
            return
        self._tool.cancel()
        self.canvas_scene.hover("")
        self._tool = self._draw if name == "draw" else self._edit
        cross, arrow = Qt.CursorShape.CrossCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(cross if name == "draw" else arrow)
        inside = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        if name == "draw" and self.viewport().rect().contains(inside.toPoint()):
            self._draw.hover(inside)
        self.tool_changed.emit(name)
        self.viewport().update()

    def set_draw_color(self, color: str) -> None:
        """Set the colour, `#rrggbb`, of the box being drawn: that of the current class."""
        self._draw.color = color

    def finish_drawing(self, box: Box) -> None:
        """Give a drawn box out; called by the pen."""
        if not self.draw_repeats:
            self.set_tool("edit")
        self.box_drawn.emit(box)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if not self.canvas_scene.width or self._is_panning:
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin_pan(at, may_be_click=False)
        elif event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self._draw.is_busy:
                self._begin_pan(at, may_be_click=False)
            elif not self._tool.press(at):
                self._begin_pan(at, may_be_click=True)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._tool is self._edit and self._edit.is_busy and self.selected_key:
            self._edit.release()
            self.box_activated.emit(self.selected_key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        left = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self._is_panning:
            self._pan_to(at)
        elif self._edit.is_busy and not left:
            # The release went to another window: nobody holds the box.
            self._edit.cancel()
        elif self._tool.is_busy:
            self._tool.move(at)
        elif self.canvas_scene.width:
            self._tool.hover(at)
        point = self.to_scene(at)
        if self.canvas_scene.extent.contains(point):
            self.cursor_moved.emit(point.x(), point.y())
        else:
            self.cursor_left.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        if self._is_panning and event.button() in buttons:
            if self._end_pan():
                self.select("")
            self._tool.hover(event.position())
        elif event.button() == Qt.MouseButton.LeftButton and self._tool.is_busy:
            self._tool.move(event.position())
            self._tool.release()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self.canvas_scene.hover("")
        self._draw.leave()
        self.cursor_left.emit()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            point = self.to_scene(QPointF(event.pos()))
            self.select(self.canvas_scene.pick(x=point.x(), y=point.y(), reach=3 / self.zoom))
        self.menu_requested.emit(self.selected_key, event.globalPos())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants_key(event):
            event.accept()
            return True
        return super().event(event)

    def _wants_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self._tool.is_busy or self._tool is self._draw or bool(self.selected_key)
        command = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        return not event.modifiers() & command and self._edit.handles_key(event.key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._wants_key(event):
            # Enter, letters and the rest are the window's; without a selection arrows scroll.
            scrolls = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
            if scrolls and not event.modifiers():
                super().keyPressEvent(event)
            else:
                event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            self._edit.press_key(event.key(), event.modifiers())

    def _on_escape(self) -> None:
        if self._tool.is_busy:
            self._tool.cancel()
        elif self._tool is self._draw:
            self.set_tool("edit")
        else:
            self.select("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colors"):
            self.set_theme()
        super().changeEvent(event)

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: ARG002
        painter.save()
        painter.resetTransform()
        view = QRectF(self.viewport().rect())
        if not self.canvas_scene.width:
            painter.setPen(QColor(self._colors.muted))
            room = view.adjusted(32, 32, -32, -32)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value, self._message)
        else:
            items = self.canvas_scene.visible_items
            if not self._labels_visible:
                items = [item for item in items if item.is_current or item.is_hovered]
            self._chips.paint(painter, items, to_view=self.viewportTransform(), view=view)
            if self._tool is self._draw:
                self._draw.paint(painter, view)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._colors.accent))
            painter.drawRect(view.adjusted(0, 0, -1, -1))
        painter.restore()

    def sizeHint(self) -> QSize:
        return QSize(960, 720)
