"""The pointer: picks, moves and resizes boxes by mouse and arrow keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import (
    EDGES,
    Part,
    handle_point,
    hit_part,
    moved_within,
    nearest_edge,
    with_edge_shifted,
    with_edges_at,
)
from wsl_annotator.gui.canvas.group_frame import GroupFrame
from wsl_annotator.gui.canvas.group_move import GroupMove
from wsl_annotator.gui.canvas.handles import CURSORS, EDGE_REACH, HANDLE_REACH
from wsl_annotator.gui.canvas.held_group import DRAG_FROM
from wsl_annotator.gui.canvas.snapping import SNAP_REACH, SnapLines, Snapped, snap

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.box_item import BoxItem
    from wsl_annotator.gui.canvas.view import AnnotationCanvas

PICK_REACH = 3.0
"""How far outside a box, in logical screen pixels, a click still picks it."""

_EDGE_NAMES = {part: edge for edge, part in EDGES.items()}
_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left.value: (-1, 0),
    Qt.Key.Key_Right.value: (1, 0),
    Qt.Key.Key_Up.value: (0, -1),
    Qt.Key.Key_Down.value: (0, 1),
}
_AHEAD = {(-1, 0): "left", (1, 0): "right", (0, -1): "top", (0, 1): "bottom"}
_BEHIND = {(-1, 0): "right", (1, 0): "left", (0, -1): "bottom", (0, 1): "top"}


class EditTool:
    """Keeps the geometry of a drag; the box is given out once, when the mouse is released. Of several, all at once."""

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._several = GroupMove(canvas)
        self._frame = GroupFrame(canvas)
        self._part: Part | None = None
        self._key = ""
        self._clicked = ""
        self._start = QPointF()
        self._start_scene = QPointF()
        self._start_box: Box | None = None
        self._is_moved = False
        self._lines: SnapLines | None = None
        self._used_edge: tuple[Box, str] | None = None
        self.snapped: Snapped | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a box is in the hand."""
        return self._start_box is not None or self._group_in_hand is not None

    @property
    def dragged_keys(self) -> tuple[str, ...]:
        """The boxes in the hand."""
        return (self._key,) if self._is_moved else self._several.dragged_keys or self._frame.dragged_keys

    @property
    def _group_in_hand(self) -> GroupMove | GroupFrame | None:
        return next((held for held in (self._several, self._frame) if held.is_busy), None)

    def press(self, at: QPointF) -> bool:
        """Take the box under the mouse into the hand; return False on empty ground."""
        point = self._canvas.to_scene(at)
        part = self._selected_part(point)
        picked = self._pick(point)
        frame_part = self._frame.part_at(point)
        if frame_part is not None:
            self._frame.press(at, frame_part, picked=picked)
            return True
        if part is None and not picked:
            return False
        holder = self._several.held_by(point, picked)
        if holder is not None:
            self._several.press(at, holder, picked=picked)
            return True
        if part is None:
            # Nothing of the selected box is here: what was picked is selected at once, moved by its inside and
            # resized by its edges.
            self._canvas.select_only(picked)
            part = self._selected_part(point) or Part.INSIDE
        self._clicked = picked if part is Part.INSIDE else ""
        item = self._scene.selected_item()
        self._start, self._start_scene = at, point
        self._part = part
        self._is_moved = False
        if item is not None:
            self._key, self._start_box = item.key, item.box
        return True

    def move(self, at: QPointF, *, snaps: bool = False) -> None:
        """Drag; with `snaps` the edges in the hand go to the image's edges and to those of other boxes."""
        held = self._group_in_hand
        if held is not None:
            self.snapped = held.move(at, snaps=snaps)
            return
        item = self._scene.box_item(self._key)
        if item is None or self._start_box is None or self._part is None or not item.value.editable:
            return
        away = at - self._start
        if not self._is_moved and max(abs(away.x()), abs(away.y())) < DRAG_FROM:
            return
        self._is_moved = True
        point = self._canvas.to_scene(at)
        dx, dy = point.x() - self._start_scene.x(), point.y() - self._start_scene.y()
        size = {"width": self._scene.width, "height": self._scene.height}
        if self._part is Part.INSIDE:
            box = moved_within(self._start_box, dx=round(dx), dy=round(dy), **size)
        else:
            x, y = handle_point(self._start_box, self._part)
            box = with_edges_at(self._start_box, self._part, x=round(x + dx), y=round(y + dy), **size)
            self._scene.handles.set_gripped(item, self._part)
        self.snapped = None
        if snaps:
            reach = SNAP_REACH / self._canvas.zoom
            self.snapped = snap(box, self._part, lines=self._snap_lines(), reach=reach, **size)
            box = self.snapped.box
        item.set_box(box)
        self._scene.follow()
        self._canvas.viewport().update()

    def _snap_lines(self) -> SnapLines:
        if self._lines is None:
            others = (item.box for item in self._scene.visible_items if item.key != self._key)
            self._lines = SnapLines.of(others, width=self._scene.width, height=self._scene.height)
        return self._lines

    def release(self) -> None:
        """Give the box out if it changed; a press without a drag picks what was clicked."""
        held = self._group_in_hand
        if held is not None:
            held.release()
            self._forget()
            return
        key, before, moved, clicked = self._key, self._start_box, self._is_moved, self._clicked
        edge = _EDGE_NAMES.get(self._part) if self._part is not None else None
        self._forget()
        item = self._scene.box_item(key)
        if moved and item is not None and before is not None:
            if item.box != before:
                if edge is not None:
                    self._used_edge = (item.box, edge)
                self._canvas.box_edited.emit(key, item.box)
        elif clicked:
            self._canvas.select_only(clicked)

    def cancel(self) -> None:
        """Put what is in the hand back."""
        self._several.cancel()
        self._frame.cancel()
        item = self._scene.box_item(self._key)
        if item is not None and self._start_box is not None:
            item.set_box(self._start_box)
            self._scene.follow()
        self._forget()

    def hover(self, at: QPointF) -> None:
        """Mark what a press would take, by the box's ground and the mouse's shape."""
        point = self._canvas.to_scene(at)
        frame_part = self._frame.part_at(point)
        self._frame.hover(frame_part)
        if frame_part is not None:
            self._scene.hover("")
            self._scene.handles.set_gripped(None)
            self._canvas.viewport().setCursor(CURSORS[frame_part])
            return
        part = self._selected_part(point)
        picked = self._pick(point)
        self._scene.hover(picked if part in (None, Part.INSIDE) else self._scene.selected_key)
        item = self._scene.selected_item()
        if part is None and picked:
            item = self._scene.box_item(picked)
            part = self._part_of(item, point) if item is not None else None
        holder = self._several.held_by(point, picked)
        if holder is not None:
            # Several are moved as they are: no edge of one of them is gripped.
            item, part = holder, Part.INSIDE
        editable = part is not None and item is not None and item.value.editable
        self._scene.handles.set_gripped(item if editable else None, part)
        if part is not None and item is not None and editable:
            self._canvas.viewport().setCursor(CURSORS[part])
        else:
            shape = Qt.CursorShape.PointingHandCursor if picked else Qt.CursorShape.ArrowCursor
            self._canvas.viewport().setCursor(shape)

    def leave(self) -> None:
        """Mark nothing: the mouse is elsewhere."""
        self._scene.hover("")
        if not self.is_busy:
            self._scene.handles.set_gripped(None)
            self._frame.hover(None)

    def active_edge(self, cursor: QPointF | None) -> str:
        """Return the edge of the selected box that a key means, or an empty text where none is selected.

        The one under the mouse, else the one used last, else the one nearest to the mouse, else the left one.

        Args:
            cursor: the mouse in image pixels, where it is over the canvas.
        """
        item = self._scene.selected_item()
        if item is None or not item.isVisible():
            return ""
        part = self._part_of(item, cursor) if cursor is not None else None
        if part in _EDGE_NAMES:
            return _EDGE_NAMES[part]
        if self._used_edge is not None and self._used_edge[0] == item.box:
            return self._used_edge[1]
        return nearest_edge(item.box, x=cursor.x(), y=cursor.y()) if cursor is not None else "left"

    def use_edge(self, box: Box, edge: str) -> None:
        """Remember which edge made the box what it is."""
        self._used_edge = (box, edge)

    def handles_key(self, key: int) -> bool:
        """Return whether an arrow key would change what is selected now."""
        if key not in _ARROWS:
            return False
        if self._scene.group:
            return self._several.can_move
        item = self._scene.selected_item()
        return item is not None and item.isVisible() and item.value.editable

    def press_key(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        """Move what is selected by an arrow key, or with Alt the edge ahead (it grows), with Ctrl the edge behind.

        By 1 px, with Shift by 10. The edges of several boxes are those of the frame around them.
        """
        arrow = _ARROWS[key]
        step = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        if modifiers & Qt.KeyboardModifier.AltModifier:
            self.resize_edge(_AHEAD[arrow], float(sum(arrow)) * step)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self.resize_edge(_BEHIND[arrow], float(sum(arrow)) * step)
        else:
            self.nudge(arrow[0] * step, arrow[1] * step)

    def nudge(self, dx: float, dy: float) -> None:
        """Move the selected box, or all of several."""
        item = self._scene.selected_item()
        if self.is_busy:
            return
        if self._scene.group:
            self._several.nudge(dx, dy)
        elif item is not None:
            self._give(moved_within(item.box, dx=dx, dy=dy, width=self._scene.width, height=self._scene.height))

    def resize_edge(self, edge: str, delta: float) -> None:
        """Move one edge, `left`, `right`, `top` or `bottom`, right or down by `delta`: of the box, or of the frame."""
        item, part = self._scene.selected_item(), EDGES[edge]
        if self.is_busy:
            return
        if self._scene.group:
            self._frame.nudge_edge(part, delta)
        elif item is not None:
            size = {"width": self._scene.width, "height": self._scene.height}
            box = with_edge_shifted(item.box, part, delta=delta, **size)
            self._used_edge = (box, edge)
            self._give(box)

    def _give(self, box: Box) -> None:
        item = self._scene.selected_item()
        if item is None or not item.value.editable or box == item.box:
            return
        item.set_box(box)
        self._scene.follow()
        self._canvas.box_edited.emit(item.key, box)

    def grips(self, at: QPointF) -> bool:
        """Return whether a press at a view point would take an edge or corner of the selected box."""
        return self._selected_part(self._canvas.to_scene(at)) not in (None, Part.INSIDE)

    def grips_frame(self, at: QPointF) -> bool:
        """Return whether a press at a view point would take an edge or corner of the frame around several boxes."""
        return self._frame.part_at(self._canvas.to_scene(at)) is not None

    def paint_frame(self, painter: QPainter) -> None:
        """Paint the line of the frame around several boxes, in view coordinates."""
        self._frame.paint(painter)

    def frame_handles(self) -> list[QRectF]:
        """Return where the handles of the frame around several boxes are, in view coordinates."""
        return self._frame.handles()

    def paint_frame_handles(self, painter: QPainter) -> None:
        """Paint the handles of the frame around several boxes, in view coordinates."""
        self._frame.paint_handles(painter)

    def _selected_part(self, point: QPointF) -> Part | None:
        item = self._scene.selected_item()
        if item is None or not item.isVisible() or self._scene.group:
            return None
        return self._part_of(item, point)

    def _part_of(self, item: BoxItem, point: QPointF) -> Part | None:
        if not item.value.editable:
            return Part.INSIDE if item.box.contains(point.x(), point.y()) else None
        zoom = self._canvas.zoom
        reach = {"handle_reach": HANDLE_REACH / zoom, "edge_reach": EDGE_REACH / zoom}
        return hit_part(item.box, x=point.x(), y=point.y(), **reach)

    def _pick(self, point: QPointF) -> str:
        return self._scene.pick(x=point.x(), y=point.y(), reach=PICK_REACH / self._canvas.zoom)

    def _forget(self) -> None:
        self._part, self._start_box, self._key, self._clicked, self._is_moved = None, None, "", "", False
        self._lines = self.snapped = None
