"""The frame around several boxes in the hand: a drag of its edges or corners scales all that may be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.drawing import screen_rect, stroke_rect
from wsl_annotator.gui.canvas.drawing import snapped as on_pixels
from wsl_annotator.gui.canvas.geometry import Part, bounds, handle_point, hit_part
from wsl_annotator.gui.canvas.handles import HANDLE_REACH, paint_grip, paint_handles
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
    scaled. Its edges lie on whole pixels, those of the boxes in proportion.
    """

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._held = HeldGroup(canvas)
        self._part: Part | None = None
        self._hovered: tuple[Part | None, tuple[str, ...]] = (None, ())

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
            self._canvas.viewport().update()

    def press(self, at: QPointF, part: Part, *, picked: str) -> None:
        """Take an edge or corner, under which a box may lie that a click picks."""
        self._part = part
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

    def paint(self, painter: QPainter) -> None:
        """Paint the frame, in view coordinates, where there is one."""
        frame = self._shown_frame()
        if frame is None:
            return
        to_view, shown = self._canvas.viewportTransform(), QRectF(*frame.xywh)
        painter.save()
        painter.setWorldTransform(to_view)
        line = screen_rect(painter, shown)
        painter.resetTransform()
        hovered, group = self._hovered
        part = self._part or (hovered if group == self._scene.group else None)
        if part is not None:
            paint_grip(painter, line, part, color=QColor(FRAME_COLOR))
        sharp = on_pixels(line, painter.device().devicePixelRatioF())
        stroke_rect(painter, sharp, color=QColor(FRAME_COLOR), width=1.0, style=Qt.PenStyle.DashLine)
        painter.resetTransform()
        paint_handles(painter, to_view.mapRect(shown))
        painter.restore()

    def _shown_frame(self) -> Box | None:
        """Return the frame as it is painted, in image pixels: outside of the boxes."""
        items = self._held.changeable
        if not items:
            return None
        out = OUTSET / self._canvas.zoom
        x1, y1, x2, y2 = bounds(item.box for item in items).xyxy
        return Box(x1 - out, y1 - out, x2 + out, y2 + out)
