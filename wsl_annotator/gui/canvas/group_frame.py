"""The frame around several boxes: a drag of its edges or corners, or a key, scales all that may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.drawing import screen_rect, stroke_rect
from wsl_annotator.gui.canvas.drawing import snapped as on_pixels
from wsl_annotator.gui.canvas.geometry import Part, bounds, handle_point, hit_part
from wsl_annotator.gui.canvas.handles import HANDLE_REACH, handle_rects, paint_grip, paint_handles
from wsl_annotator.gui.canvas.held_group import HeldGroup
from wsl_annotator.gui.canvas.scaling import frame_with_edges_at, scaled_together
from wsl_annotator.gui.canvas.snapping import SNAP_REACH, Snapped, snap

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.view import AnnotationCanvas

OUTSET = 9.0
"""How far outside the boxes the frame lies, in logical screen pixels: there it takes no place from them."""
EDGE_REACH = 5.0
"""How far from the frame's line the mouse still grips it."""
FRAME_COLOR = "#ffffff"


class GroupFrame:
    """Keeps the geometry of a drag of the frame; the boxes are given out together when the mouse is released.

    The frame goes around the boxes of the group that may be changed: locked and hidden ones are neither inside it nor
    scaled. A drag leaves its edges on whole pixels, those of the boxes in proportion; a key moves one by its step.
    """

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._held = HeldGroup(canvas)
        self._part: Part | None = None
        self._hovered: tuple[Part | None, tuple[str, ...]] = (None, ())
        self._used: tuple[Box, Part] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an edge or corner is under the pressed button."""
        return self._held.is_busy

    @property
    def dragged_keys(self) -> tuple[str, ...]:
        """The boxes in the hand."""
        return self._held.dragged_keys

    def part_at(self, point: QPointF) -> Part | None:
        """Return the edge or corner that a press at a point, in image pixels, takes."""
        frame = self._shown_frame()
        if frame is None:
            return None
        zoom = self._canvas.zoom
        reach = {"handle_reach": HANDLE_REACH / zoom, "edge_reach": EDGE_REACH / zoom}
        part = hit_part(frame, x=point.x(), y=point.y(), **reach)
        return part if part is not Part.INSIDE else None

    def hover(self, part: Part | None) -> None:
        """Show which edge or corner a press takes, or none."""
        hovered = (part, self._scene.group)
        if hovered != self._hovered:
            self._hovered = hovered
            if part is not None:
                self._used = None
            self._canvas.viewport().update()

    def press(self, at: QPointF, part: Part, *, picked: str) -> None:
        """Take an edge or corner, under which a box may lie that a click picks."""
        self._part, self._used = part, None
        self._held.press(at, clicked=picked)
        self._held.take()

    def move(self, at: QPointF, *, snaps: bool) -> Snapped | None:
        """Drag; with `snaps` the edges in the hand go to other boxes' edges. Return what they snapped to."""
        way, part = self._held.way(at), self._part
        if way is None or part is None:
            return None
        boxes = list(self._held.before.values())
        size = {"width": self._scene.width, "height": self._scene.height}
        x, y = handle_point(bounds(boxes), part)
        frame = frame_with_edges_at(boxes, part, x=round(x + way.x()), y=round(y + way.y()), **size)
        snapped: Snapped | None = None
        if snaps:
            reach = SNAP_REACH / self._canvas.zoom
            snapped = snap(frame, part, lines=self._held.snap_lines(), reach=reach, **size)
            x, y = handle_point(snapped.box, part)
            frame = frame_with_edges_at(boxes, part, x=x, y=y, **size)
        self._held.show(dict(zip(self._held.before, scaled_together(boxes, frame), strict=True)))
        return snapped if snapped is not None and snapped.box == frame else None

    def release(self) -> None:
        """Give the boxes out if they changed; a press without a drag picks what was clicked."""
        self._part = None
        self._held.release(self._canvas.boxes_resized.emit)

    def cancel(self) -> None:
        """Put the boxes in the hand back."""
        self._part = None
        self._held.cancel()

    def nudge_edge(self, part: Part, delta: float) -> None:
        """Scale by one edge that goes right or down, give the boxes out, and show which edge it was."""
        before = self._held.boxes
        if not before:
            return
        boxes = list(before.values())
        x, y = handle_point(bounds(boxes), part)
        size = {"width": self._scene.width, "height": self._scene.height}
        frame = frame_with_edges_at(boxes, part, x=x + delta, y=y + delta, **size)
        after = dict(zip(before, scaled_together(boxes, frame), strict=True))
        self._used, self._hovered = (frame, part), (None, ())
        self._held.show(after)
        if after != before:
            self._canvas.frame_nudged.emit(after)

    @property
    def marked_part(self) -> Part | None:
        """The edge or corner shown by a bar: in the hand, else under the mouse, else the one that a key moved last."""
        hovered, group = self._hovered
        if self._part is not None or (hovered is not None and group == self._scene.group):
            return self._part or hovered
        # Anything else that changed the boxes since then means another frame.
        return self._used[1] if self._used is not None and self._used[0] == self._frame() else None

    def paint(self, painter: QPainter) -> None:
        """Paint the line, in view coordinates, where there is a frame."""
        shown = self._shown_frame()
        if shown is None:
            return
        painter.save()
        sharp = on_pixels(self._line(painter, shown), painter.device().devicePixelRatioF())
        stroke_rect(painter, sharp, color=QColor(FRAME_COLOR), width=1.0, style=Qt.PenStyle.DashLine)
        painter.restore()

    def handles(self) -> list[QRectF]:
        """Return where the handles are, in view coordinates."""
        shown = self._shown_frame()
        return handle_rects(self._in_view(shown)) if shown is not None else []

    def paint_handles(self, painter: QPainter) -> None:
        """Paint what is gripped: over the chips, for a press takes these and not what is under them."""
        shown, part = self._shown_frame(), self.marked_part
        if shown is None:
            return
        painter.save()
        if part is not None:
            paint_grip(painter, self._line(painter, shown), part, color=QColor(FRAME_COLOR))
        paint_handles(painter, self._in_view(shown))
        painter.restore()

    def _in_view(self, shown: Box) -> QRectF:
        return self._canvas.viewportTransform().mapRect(QRectF(*shown.xywh))

    def _line(self, painter: QPainter, shown: Box) -> QRectF:
        """Return the frame in the view, in logical pixels; the painter is left without a transform."""
        painter.setWorldTransform(self._canvas.viewportTransform())
        line = screen_rect(painter, QRectF(*shown.xywh))
        painter.resetTransform()
        return line

    def _frame(self) -> Box | None:
        """Return the bounds of what may be changed."""
        boxes = self._held.boxes
        return bounds(boxes.values()) if boxes else None

    def _shown_frame(self) -> Box | None:
        """Return the frame as it is painted, in image pixels: outside of the boxes."""
        frame = self._frame()
        if frame is None:
            return None
        out = OUTSET / self._canvas.zoom
        return Box(frame.x1 - out, frame.y1 - out, frame.x2 + out, frame.y2 + out)
