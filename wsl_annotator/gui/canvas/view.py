"""The canvas: shows one image with its boxes, heat and search, and turns mouse and keys into signals."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.draw_tool import DrawTool
from wsl_annotator.gui.canvas.edit_tool import PICK_REACH, EditTool
from wsl_annotator.gui.canvas.extreme_tool import ExtremeTool
from wsl_annotator.gui.canvas.group_tool import GroupTool
from wsl_annotator.gui.canvas.region_tool import RegionTool
from wsl_annotator.gui.canvas.shown_view import ShownView

TOOLS = ("edit", "draw", "extreme", "region")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class AnnotationCanvas(ShownView):
    """One image to look at and to draw on. Scene coordinates are upright pixels of the original image.

    Mouse: the wheel zooms at the cursor; a drag with the middle button, or with Shift and the left button, or on ground
    without a box, pans; a click picks the smallest box under the cursor; a drag moves the selected box, its corners and
    its edges along their whole length resize it, and with Ctrl they snap to the image's edges and to other boxes.
    Ctrl or Shift and a click takes a box among the selected ones or out, Ctrl and a drag over ground without a box all
    boxes inside; a drag of one of several moves them all, and a drag of the frame around them scales them. In the tool
    "draw" a drag, or two clicks, make a box, in "extreme" four clicks on the outermost points; then the tool is "edit"
    again unless `draw_repeats`. Edges set by the mouse lie on whole pixels; of several, those of the frame do. Space is
    left to the window.

    Keys: arrows move the selected boxes, Alt+arrow moves the edge ahead (the box grows), Ctrl+arrow the edge behind (it
    shrinks), each by 1 px and with Shift by 10; of several, the edge of their frame. Backspace takes the last extreme
    point back. Escape puts back what is in the hand, or ends the drawing, or deselects.

    Signals:
        box_drawn: a `Box`, clamped to the image.
        region_drawn: a `Box`, clamped to the image, of the tool "region": where to search.
        box_edited: key and new `Box`, once a drag (at the release) and once a key press. The canvas shows the new
            geometry until `set_boxes` says otherwise; to refuse it, give the old boxes again.
        boxes_moved: key -> new `Box` of all of several that were moved together, once a drag and once a key press.
        boxes_resized: key -> new `Box` of all of several that were scaled together, once a drag.
        frame_nudged: key -> new `Box` of all of several that were scaled together, once a key press.
        selection_changed, group_changed: as of `ShownView`.
        zoom_changed: logical screen pixels an image pixel.
        cursor_moved: x, y in image pixels, while the mouse is over the image.
        cursor_left: the mouse is no longer over the image.
        tool_changed: one of `TOOLS`.
        box_activated: key of a double-clicked box.
        menu_requested: key (or an empty text) and global position, for a context menu.
    """

    box_drawn = Signal(object)
    region_drawn = Signal(object)
    box_edited = Signal(str, object)
    boxes_moved = Signal(object)
    boxes_resized = Signal(object)
    frame_nudged = Signal(object)
    cursor_moved = Signal(float, float)
    cursor_left = Signal()
    tool_changed = Signal(str)
    box_activated = Signal(str)
    menu_requested = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draw_repeats = False
        self._edit = EditTool(self)
        self._draw = DrawTool(self)
        self._extreme = ExtremeTool(self)
        self._region = RegionTool(self)
        self._group = GroupTool(self)
        self._tools: dict[str, EditTool | DrawTool | ExtremeTool] = dict(
            zip(TOOLS, (self._edit, self._draw, self._extreme, self._region), strict=True)
        )
        self._tool: EditTool | DrawTool | ExtremeTool = self._edit
        self._pan_toggles = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Image canvas"))
        self.setAccessibleDescription(
            self.tr(
                "Shows the image with its boxes. Arrow keys move what is selected, one box or several; with Alt they"
                " make it larger, with Ctrl smaller."
            )
        )

    def _drop_hand(self) -> None:
        self._tool.cancel()
        self._group.cancel()

    def _dragged_keys(self) -> tuple[str, ...]:
        return self._edit.dragged_keys

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected boxes by image pixels and give them out."""
        self._edit.nudge(dx, dy)

    def resize_edge(self, edge: str, delta: float) -> None:
        """Move one edge (`left`, `right`, `top`, `bottom`) of what is selected right or down, and give it out."""
        self._edit.resize_edge(edge, delta)

    def active_edge(self) -> str:
        """Return the edge of the selected box that a key means: under the mouse, last used, or nearest to the mouse."""
        at = QPointF(self.viewport().mapFromGlobal(QCursor.pos()))
        over = self.viewport().underMouse() and QRectF(self.viewport().rect()).contains(at)
        return self._edit.active_edge(self.to_scene(at) if over else None)

    def use_edge(self, box: Box, edge: str) -> None:
        """Remember which edge made the selected box what it is, for `active_edge`."""
        self._edit.use_edge(box, edge)

    # Tools

    @property
    def tool(self) -> str:
        """The tool in the hand, one of `TOOLS`."""
        return next(name for name, tool in self._tools.items() if tool is self._tool)

    def set_tool(self, name: str) -> None:
        """Take a tool.

        Raises:
            ValueError: not one of `TOOLS`.
        """
        if name not in TOOLS:
            raise ValueError(f"tool must be one of {', '.join(TOOLS)}: {name!r}")
        if name == self.tool:
            return
        self._drop_hand()
        self._edit.leave()
        self.set_edge_levels(None)
        self._tool = self._tools[name]
        cross, arrow = Qt.CursorShape.CrossCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(arrow if name == "edit" else cross)
        inside = QPointF(self.viewport().mapFromGlobal(self.cursor().pos()))
        if name != "edit" and self.viewport().rect().contains(inside.toPoint()):
            self._tool.hover(inside)
        self.tool_changed.emit(name)
        self.viewport().update()

    def set_draw_color(self, color: str) -> None:
        """Set the colour, `#rrggbb`, of the box being drawn: that of the current class."""
        self._draw.color = self._extreme.color = self._class_color = color

    def finish_drawing(self, box: Box) -> None:
        """Give a drawn box out; called by the pen."""
        if not self.draw_repeats:
            self.set_tool("edit")
        self.box_drawn.emit(box)

    def finish_region(self, box: Box) -> None:
        """Give a drawn region out; called by its tool."""
        self.set_tool("edit")
        self.region_drawn.emit(box)

    def _paint_under_chips(self, painter: QPainter) -> None:
        if self._tool is self._edit:
            self._edit.paint_frame(painter)

    def _kept_from_chips(self) -> list[QRectF]:
        return self._edit.frame_handles() if self._tool is self._edit else []

    def _paint_tools(self, painter: QPainter, view: QRectF) -> None:
        if isinstance(self._tool, EditTool):
            self._edit.paint_frame_handles(painter)
            self._paint_snap_lines(painter, view)
            self._group.paint(painter)
        else:
            self._tool.paint(painter, view)

    def _paint_snap_lines(self, painter: QPainter, view: QRectF) -> None:
        snapped = self._edit.snapped
        if snapped is None:
            return
        to_view = self.viewportTransform()
        xs = [to_view.map(QPointF(x, 0)).x() for x in snapped.xs]
        ys = [to_view.map(QPointF(0, y)).y() for y in snapped.ys]
        lines = [QLineF(x, view.top(), x, view.bottom()) for x in xs]
        lines += [QLineF(view.left(), y, view.right(), y) for y in ys]
        for pen in (QPen(QColor(0, 0, 0, 120), 3), QPen(QColor(self._colors.accent), 1, Qt.PenStyle.DashLine)):
            painter.setPen(pen)
            painter.drawLines(lines)

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if not self.canvas_scene.width or self._is_panning or self._group.is_busy:
            return
        if event.button() == Qt.MouseButton.MiddleButton:
            self._begin_pan(at, may_be_click=False)
        elif event.button() == Qt.MouseButton.LeftButton:
            is_edit = self._tool is self._edit
            self._pan_toggles = bool(event.modifiers() & SHIFT) and is_edit
            if event.modifiers() & SHIFT and not self._tool.is_busy:
                self._begin_pan(at, may_be_click=is_edit)
            elif event.modifiers() & CTRL and is_edit and not self._edit.grips(at):
                self._group.press(at, on_frame=self._edit.grips_frame(at))
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
        elif self._group.is_busy:
            self._move_group(at, left=left)
        elif self._edit.is_busy and not left:
            # The release went to another window: nobody holds the box.
            self._edit.cancel()
        elif self._edit.is_busy:
            self._edit.move(at, snaps=bool(event.modifiers() & CTRL))
        elif self._tool.is_busy:
            self._tool.move(at)
        elif self.canvas_scene.width:
            self._tool.hover(at)
        point = self.to_scene(at)
        if self.canvas_scene.extent.contains(point):
            self.cursor_moved.emit(point.x(), point.y())
        else:
            self.cursor_left.emit()

    def _move_group(self, at: QPointF, *, left: bool) -> None:
        if not left:
            self._group.cancel()
            return
        start = self._group.move(at)
        if start is not None and self._edit.press(start):
            self._edit.move(at, snaps=True)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        buttons = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton)
        if self._is_panning and event.button() in buttons:
            if self._end_pan():
                self._click_through_pan(event.position())
            self._tool.hover(event.position())
        elif event.button() != Qt.MouseButton.LeftButton:
            event.accept()
        elif self._group.is_busy:
            self._group.release()
        elif self._edit.is_busy:
            self._edit.move(event.position(), snaps=bool(event.modifiers() & CTRL))
            self._edit.release()
        elif self._tool.is_busy:
            self._tool.move(event.position())
            self._tool.release()
        event.accept()

    def _click_through_pan(self, at: QPointF) -> None:
        """A pan that went nowhere: a click with Shift on a box, or on ground without one."""
        point = self.to_scene(at)
        picked = self.canvas_scene.pick(x=point.x(), y=point.y(), reach=PICK_REACH / self.zoom)
        if not self._pan_toggles:
            self.select("")
        elif picked:
            self.toggle(picked)

    def leaveEvent(self, event: QEvent) -> None:
        self._edit.leave()
        self._draw.leave()
        self._extreme.leave()
        self._region.leave()
        self.cursor_left.emit()
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            if self._tool is self._extreme:
                self._extreme.take_back()
                event.accept()
                return
            point = self.to_scene(QPointF(event.pos()))
            picked = self.canvas_scene.pick(x=point.x(), y=point.y(), reach=PICK_REACH / self.zoom)
            if picked not in self.canvas_scene.group:
                self.select(picked)
        self.menu_requested.emit(self.selected_key, event.globalPos())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._wants_key(event):
            event.accept()
            return True
        return super().event(event)

    def _wants_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            is_busy = self._tool.is_busy or self._group.is_busy
            return is_busy or self._tool is not self._edit or bool(self.selected_key)
        if event.key() == Qt.Key.Key_Backspace:
            return self._tool is self._extreme and self._extreme.is_busy
        is_ours = not event.modifiers() & Qt.KeyboardModifier.MetaModifier
        return is_ours and self._edit.handles_key(event.key())

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
        elif event.key() == Qt.Key.Key_Backspace:
            self._extreme.take_back()
        else:
            self._edit.press_key(event.key(), event.modifiers())

    def _on_escape(self) -> None:
        if self._group.is_busy:
            self._group.cancel()
        elif self._tool.is_busy:
            self._tool.cancel()
        elif self._tool is not self._edit:
            self.set_tool("edit")
        else:
            self.select("")
