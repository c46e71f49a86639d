"""Several boxes in the hand, from the press to the release: which may be changed, and what they were before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.snapping import SnapLines

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.box_item import BoxItem
    from wsl_annotator.gui.canvas.view import AnnotationCanvas


DRAG_FROM = 3.0
"""A drag begins after so many logical screen pixels; less is a click."""


class HeldGroup:
    """Shows other geometry of the boxes in the hand, and gives them out or puts them back.

    Locked and hidden ones are never among them.

    Attributes:
        is_busy: whether the button is down.
        before: key -> box as it was when it was taken; empty while none is in the hand.
    """

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self.forget()

    def forget(self) -> None:
        """Have none in the hand."""
        self.is_busy = False
        self.before: dict[str, Box] = {}
        self._start = QPointF()
        self._clicked = ""
        self._is_moved = False
        self._lines: SnapLines | None = None

    @property
    def dragged_keys(self) -> tuple[str, ...]:
        """The boxes that are dragged."""
        return tuple(self.before) if self._is_moved else ()

    @property
    def changeable(self) -> list[BoxItem]:
        """The boxes of the group that may be changed."""
        group = set(self._scene.group)
        if not group:
            # Asked at every painting: without a group no box is looked at.
            return []
        return [item for item in self._scene.visible_items if item.key in group and item.value.editable]

    @property
    def boxes(self) -> dict[str, Box]:
        """The same by key, where they are shown."""
        return {item.key: item.box for item in self.changeable}

    def press(self, at: QPointF, *, clicked: str) -> None:
        """Remember where the button went down, and the box that is picked if it only clicks."""
        self.is_busy, self._start, self._clicked = True, at, clicked

    def take(self) -> None:
        """Remember where they are."""
        self.before = self.boxes

    def way(self, at: QPointF) -> QPointF | None:
        """Return how far the mouse is from the press, in image pixels; None while that is a click, or none is taken."""
        away = at - self._start
        if not self.before or (not self._is_moved and max(abs(away.x()), abs(away.y())) < DRAG_FROM):
            return None
        self._is_moved = True
        return self._canvas.to_scene(at) - self._canvas.to_scene(self._start)

    def show(self, boxes: dict[str, Box]) -> None:
        """Show boxes somewhere else."""
        for key, box in boxes.items():
            item = self._scene.box_item(key)
            if item is not None:
                item.set_box(box)
        self._canvas.viewport().update()

    def release(self, give: Callable[[dict[str, Box]], None]) -> None:
        """Give the boxes out if they changed; a press without a drag selects what was clicked alone."""
        after = {key: item.box for key in self.before if (item := self._scene.box_item(key)) is not None}
        changed, moved, clicked = after != self.before, self._is_moved, self._clicked
        self.forget()
        if moved and changed:
            give(after)
        elif clicked and not moved:
            self._canvas.select_only(clicked)

    def cancel(self) -> None:
        """Put the boxes in the hand back."""
        self.show(self.before)
        self.forget()

    def snap_lines(self) -> SnapLines:
        """Return the edges of the image and of the boxes that are not in the hand."""
        if self._lines is None:
            others = (item.box for item in self._scene.visible_items if item.key not in self.before)
            self._lines = SnapLines.of(others, width=self._scene.width, height=self._scene.height)
        return self._lines
