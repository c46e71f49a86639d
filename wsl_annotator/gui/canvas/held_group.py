"""The boxes of several that may be changed, and what they were before a hand took them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.snapping import SnapLines

if TYPE_CHECKING:
    from wsl_annotator.gui.canvas.box_item import BoxItem
    from wsl_annotator.gui.canvas.view import AnnotationCanvas


class HeldGroup:
    """Shows other geometry of the boxes in the hand, and puts them back. Locked and hidden ones are never among them.

    Attributes:
        before: key -> box as it was when it was taken; empty while none is in the hand.
    """

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self._canvas = canvas
        self._scene = canvas.canvas_scene
        self._lines: SnapLines | None = None
        self.before: dict[str, Box] = {}

    @property
    def changeable(self) -> list[BoxItem]:
        """The boxes of the group that may be changed."""
        group = set(self._scene.group)
        return [item for item in self._scene.visible_items if item.key in group and item.value.editable]

    def take(self) -> None:
        """Remember where they are."""
        self.before = {item.key: item.box for item in self.changeable}

    def show(self, boxes: dict[str, Box]) -> None:
        """Show boxes somewhere else."""
        for key, box in boxes.items():
            item = self._scene.box_item(key)
            if item is not None:
                item.set_box(box)
        self._canvas.viewport().update()

    def put_back(self) -> None:
        """Show those in the hand where they were."""
        self.show(self.before)

    def changed(self) -> dict[str, Box]:
        """Return the boxes in the hand as they are shown, or none where that is what they were."""
        after = {key: item.box for key in self.before if (item := self._scene.box_item(key)) is not None}
        return after if after != self.before else {}

    def snap_lines(self) -> SnapLines:
        """Return the edges of the image and of the boxes that are not in the hand."""
        if self._lines is None:
            others = (item.box for item in self._scene.visible_items if item.key not in self.before)
            self._lines = SnapLines.of(others, width=self._scene.width, height=self._scene.height)
        return self._lines

    def forget(self) -> None:
        """Have none in the hand."""
        self.before, self._lines = {}, None
