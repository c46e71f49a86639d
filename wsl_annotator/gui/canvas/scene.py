"""What lies on the canvas: photo, heat, boxes, search level, handles; and which box is selected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGraphicsScene

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.box_item import BoxItem
from wsl_annotator.gui.canvas.edge_marks import EdgeMarksItem
from wsl_annotator.gui.canvas.geometry import smallest_at
from wsl_annotator.gui.canvas.ghost_item import GhostItem
from wsl_annotator.gui.canvas.handles import HandlesItem
from wsl_annotator.gui.canvas.heat_item import HeatItem
from wsl_annotator.gui.canvas.image_item import ImageItem
from wsl_annotator.gui.canvas.trace_item import TraceItem
from wsl_annotator.gui.canvas.values import CanvasBox


class CanvasScene(QGraphicsScene):
    """The items, in pixels of the original image."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.image = ImageItem()
        self.heat = HeatItem()
        self.ghost = GhostItem()
        self.trace = TraceItem()
        self.handles = HandlesItem()
        self.marks = EdgeMarksItem()
        for z, item in enumerate((self.image, self.heat)):
            item.setZValue(z)
        for item in (self.image, self.heat, self.ghost, self.trace, self.handles, self.marks):
            self.addItem(item)
        self._boxes: dict[str, BoxItem] = {}
        self._selected = ""
        self._group: tuple[str, ...] = ()
        self._hovered = ""
        self._boxes_visible = True
        self._rejected_visible = False
        self.width = 0
        self.height = 0

    @property
    def extent(self) -> QRectF:
        """The image's rectangle."""
        return QRectF(0, 0, self.width, self.height)

    @property
    def selected_key(self) -> str:
        """The selected box's key, or an empty text."""
        return self._selected

    @property
    def group(self) -> tuple[str, ...]:
        """The keys of all selected boxes where they are several, in the order they were given; else empty."""
        return self._group

    @property
    def items_in_order(self) -> list[BoxItem]:
        """All box items in the order they were given."""
        return list(self._boxes.values())

    @property
    def visible_items(self) -> list[BoxItem]:
        """The box items that are shown, in the order they were given."""
        return [item for item in self._boxes.values() if item.isVisible()]

    def box_item(self, key: str) -> BoxItem | None:
        """Return the item of a key."""
        return self._boxes.get(key)

    def selected_item(self) -> BoxItem | None:
        """Return the selected box's item."""
        return self._boxes.get(self._selected)

    def set_boxes(self, values: Sequence[CanvasBox], *, dragged: Collection[str] = ()) -> None:
        """Show exactly these boxes; items are kept by key, and those `dragged` keep the geometry in the hand."""
        kept = {value.key for value in values}
        for key in [key for key in self._boxes if key not in kept]:
            self.removeItem(self._boxes.pop(key))
        before, self._boxes = self._boxes, {}
        for value in values:
            item = before.get(value.key)
            if item is None:
                item = BoxItem(value)
                self.addItem(item)
            elif value.key in dragged:
                shown = item.box
                item.set_value(value)
                item.set_box(shown)
            elif item.value != value or item.box != value.box:
                item.set_value(value)
            self._boxes[value.key] = item
        self._apply_visibility()
        if self._hovered not in self._boxes:
            self._hovered = ""
        selected = self._boxes.get(self._selected)
        self._selected = self._selected if selected is not None else ""
        if selected is not None:
            selected.set_current(current=True)
        self.set_group(self._group)

    def select(self, key: str) -> bool:
        """Select a box, or with an unknown or empty key none; return whether the selection changed."""
        key = key if key in self._boxes else ""
        if key == self._selected:
            return False
        if self._selected in self._boxes:
            self._boxes[self._selected].set_current(current=False)
        self._selected = key
        item = self._boxes.get(key)
        if item is not None:
            item.set_current(current=True)
        self.marks.set_levels(None)
        self.marks.set_bars(None)
        self.set_group(())
        return True

    def set_group(self, keys: Iterable[str]) -> bool:
        """Select several boxes beside the selected one; fewer than two are none. Return whether the group changed."""
        wanted = set(keys)
        group = tuple(key for key in self._boxes if key in wanted)
        group = group if len(group) > 1 else ()
        changed = group != self._group
        self._group = group
        for key, item in self._boxes.items():
            item.set_grouped(grouped=key in group)
        # Handles and marks are of one box.
        self.handles.set_target(self.selected_item() if not group else None)
        self._follow_marks()
        return changed

    def follow(self) -> None:
        """Let handles and marks take over the selected box's geometry."""
        self.handles.follow()
        self._follow_marks()

    def _follow_marks(self) -> None:
        item = self.selected_item()
        is_single = item is not None and item.isVisible() and not self._group
        self.marks.follow(item.box if item is not None and is_single else None, self.extent)

    def keys_inside(self, rect: QRectF) -> list[str]:
        """Return the keys of the shown boxes that a rectangle holds whole, in image pixels."""
        return [item.key for item in self.visible_items if rect.contains(item.boundingRect())]

    def hover(self, key: str) -> None:
        """Mark the box under the mouse."""
        if key == self._hovered:
            return
        for which, hovered in ((self._hovered, False), (key, True)):
            item = self._boxes.get(which)
            if item is not None:
                item.set_hovered(hovered=hovered)
        self._hovered = key

    def pick(self, *, x: float, y: float, reach: float) -> str:
        """Return the key of the smallest shown box at a point, or an empty text."""
        shown = self.visible_items
        index = smallest_at([item.box for item in shown], x=x, y=y, reach=reach)
        return shown[index].key if index is not None else ""

    def set_boxes_visible(self, *, visible: bool) -> None:
        """Show or hide all boxes."""
        self._boxes_visible = visible
        self._apply_visibility()

    def set_rejected_visible(self, *, visible: bool) -> None:
        """Show or hide the rejected ones."""
        self._rejected_visible = visible
        self._apply_visibility()

    def _apply_visibility(self) -> None:
        for item in self._boxes.values():
            rejected = item.value.state == BoxState.REJECTED
            shown = self._boxes_visible and (self._rejected_visible or not rejected)
            item.setVisible(shown and not item.value.hidden)
        self.handles.update()
        self._follow_marks()
