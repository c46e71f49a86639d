"""Several boxes in the hand: a drag of one of them, or an arrow key, moves all that may be moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import Part, bounds, moved_together
from wsl_annotator.gui.canvas.held_group import HeldGroup
from wsl_annotator.gui.canvas.snapping import SNAP_REACH, Snapped, snap

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.box_item import BoxItem
    from wsl_annotator.gui.canvas.view import AnnotationCanvas


class GroupMove:
    """Keeps the geometry of a drag of several boxes, which are given out together when the mouse is released.

    Locked and hidden ones stay where they are. The others keep their places to each other: at the edge of the image
    all of them stop.
    """

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._held = HeldGroup(canvas)

    @property
    def is_busy(self) -> bool:
        """Whether a box of the group is under the pressed button."""
        return self._held.is_busy

    @property
    def dragged_keys(self) -> tuple[str, ...]:
        """The boxes in the hand."""
        return self._held.dragged_keys

    @property
    def can_move(self) -> bool:
        """Whether anything of the group may be moved."""
        return bool(self._held.changeable)

    def held_by(self, point: QPointF, picked: str) -> BoxItem | None:
        """Return the box by which a press at a point takes the group: the one picked, else one under that; or None."""
        group = self._scene.group
        if picked in group:
            return self._scene.box_item(picked)
        under = [item for item in self._scene.visible_items if item.key in group]
        return next((item for item in under if item.box.contains(point.x(), point.y())), None)

    def press(self, at: QPointF, holder: BoxItem, *, picked: str) -> None:
        """Take the group by one of its boxes; one that may not be moved holds all of them."""
        self._held.press(at, clicked=picked)
        if holder.value.editable:
            self._held.take()

    def move(self, at: QPointF, *, snaps: bool) -> Snapped | None:
        """Drag; with `snaps` the outline of the group goes to other boxes' edges. Return what it snapped to."""
        way = self._held.way(at)
        if way is None:
            return None
        whole = bounds(self._held.before.values())
        dx, dy = float(round(way.x())), float(round(way.y()))
        snapped: Snapped | None = None
        if snaps:
            size = {"width": self._scene.width, "height": self._scene.height}
            (at_hand,) = moved_together([whole], dx=dx, dy=dy, **size)
            reach = SNAP_REACH / self._canvas.zoom
            snapped = snap(at_hand, Part.INSIDE, lines=self._held.snap_lines(), reach=reach, **size)
            dx, dy = snapped.box.x1 - whole.x1, snapped.box.y1 - whole.y1
        self._held.show(self._moved(self._held.before, dx=dx, dy=dy))
        return snapped

    def release(self) -> None:
        """Give the boxes out if they changed; a press without a drag leaves what was clicked selected alone."""
        self._held.release(self._canvas.boxes_moved.emit)

    def cancel(self) -> None:
        """Put the boxes in the hand back."""
        self._held.cancel()

    def nudge(self, dx: float, dy: float) -> None:
        """Move the group and give it out."""
        before = self._held.boxes
        after = self._moved(before, dx=dx, dy=dy)
        if after != before:
            self._held.show(after)
            self._canvas.boxes_moved.emit(after)

    def _moved(self, boxes: dict[str, Box], *, dx: float, dy: float) -> dict[str, Box]:
        moved = moved_together(list(boxes.values()), dx=dx, dy=dy, width=self._scene.width, height=self._scene.height)
        return dict(zip(boxes, moved, strict=True))
