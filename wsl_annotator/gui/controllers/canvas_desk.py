"""The desk's part about single boxes: edges along the heat map, copies, classes, hidden, locked, fields, other runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from wsl_annotator.gui.canvas.crosshair import Crosshair
from wsl_annotator.gui.controllers.box_controller import BoxController
from wsl_annotator.gui.controllers.class_choice_controller import ClassChoiceController
from wsl_annotator.gui.controllers.copy_controller import CopyController
from wsl_annotator.gui.controllers.edge_controller import EdgeController
from wsl_annotator.gui.controllers.forward_controller import ForwardController
from wsl_annotator.gui.controllers.group_controller import GroupController
from wsl_annotator.gui.controllers.run_controller import OtherRunController

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk

TOOL_ACTIONS = {"draw": "draw", "draw_extreme": "extreme"}
"""Switch -> tool of the canvas."""


class CanvasDesk(QObject):
    """Makes these controllers and joins them with the window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        session, review, messages = desk.session, desk.review, desk.messages
        self.edges = EdgeController(session=session, canvas=desk.canvas, review=review, messages=messages, parent=self)
        self.copies = CopyController(
            session=session, review=review, messages=messages, previous_image=self._previous_image, parent=self
        )
        self.group = GroupController(session=session, review=review, messages=messages, parent=self)
        self.forward = ForwardController(
            session=session,
            stack=desk.stack,
            store=desk.store,
            messages=messages,
            following=desk.image_panel.following,
            window=desk.window,
            parent=self,
        )
        self.boxes = BoxController(
            session=session,
            review=review,
            messages=messages,
            editor=desk.box_panel.editor,
            is_unseen=desk.view.is_unseen,
            parent=self,
        )
        self.class_choice = ClassChoiceController(
            session=session, review=review, canvas=desk.canvas, is_unseen=desk.view.is_unseen, parent=self
        )
        self.runs = OtherRunController(session=session, canvas=desk.canvas, messages=messages, parent=self)

    def _previous_image(self, image_id: int) -> int:
        return self._desk.image_panel.neighbour(image_id, -1)

    def commands(self) -> dict[str, Callable[[], None]]:
        """Return what the actions of this part do."""
        return {
            "edge_outwards": self.edges.outwards,
            "edge_inwards": self.edges.inwards,
            "copy_boxes": self.copies.copy,
            "paste_boxes": self.copies.paste,
            "copy_previous": self.copies.copy_previous,
            "copy_forward": self.forward.ask,
            "hide_box": self.boxes.hide,
            "lock_box": self.boxes.lock,
            "choose_class": self.class_choice.open,
            "other_run": self.runs.step,
            "tone": self._desk.view_bar.open_tone,
            "crosshair": self._desk.view_bar.open_crosshair,
        }

    def connect_parts(self) -> None:
        """Join the parts."""
        desk, session = self._desk, self._desk.session
        desk.canvas.group_changed.connect(session.set_group)
        desk.canvas.boxes_moved.connect(self.group.on_boxes_moved)
        desk.canvas.boxes_resized.connect(self.group.on_boxes_resized)
        desk.canvas.frame_nudged.connect(self.group.on_frame_nudged)
        desk.canvas.tool_changed.connect(self.on_tool_changed)
        desk.view_bar.tone_changed.connect(desk.view.on_tone_changed)
        desk.view_bar.popover.left.connect(desk.canvas.setFocus)
        self._connect_crosshair()
        desk.box_panel.editor.attribute_chosen.connect(self.boxes.on_attribute_chosen)
        desk.actions["show_boxes"].toggled.connect(self.boxes.on_boxes_switched)
        desk.actions["show_spread"].toggled.connect(self.on_spread_switched)
        for name in TOOL_ACTIONS:
            desk.actions[name].toggled.connect(self.on_tool_toggled)
        session.project_changed.connect(self.copies.forget)
        session.project_changed.connect(self.forward.forget)
        desk.store.done.connect(self.forward.on_store_done)
        desk.store.failed.connect(self.forward.on_store_failed)
        session.threshold_changed.connect(self.boxes.on_threshold_changed)
        desk.view.unseen_changed.connect(self.boxes.refresh)
        for changed in (session.selection_changed, session.content_changed, session.boxes_changed):
            changed.connect(self.boxes.refresh)
            changed.connect(self.edges.refresh_bars)
        session.content_changed.connect(self.runs.on_content_changed)
        for changed in (session.image_changed, session.class_changed, session.boxes_changed, desk.decode.decoded):
            changed.connect(self.runs.refresh)
        desk.actions["show_spread"].setChecked(desk.settings.switch("show_spread", default=True))

    def _connect_crosshair(self) -> None:
        canvas, sheet, stored = self._desk.canvas, self._desk.view_bar.crosshair, self._desk.settings.crosshair
        canvas.set_crosshair(stored)
        sheet.show_crosshair(stored)
        sheet.crosshair_changed.connect(self.on_crosshair_changed)
        sheet.shown_changed.connect(canvas.show_sample_crosshair)
        sheet.left.connect(canvas.setFocus)

    @Slot(object)
    def on_crosshair_changed(self, crosshair: Crosshair) -> None:
        """Draw the crosshair as chosen, and remember it."""
        self._desk.settings.crosshair = crosshair
        self._desk.canvas.set_crosshair(crosshair)

    @Slot(bool)
    def on_tool_toggled(self, on: bool) -> None:
        """Take or put away a pen."""
        canvas, tool = self._desk.canvas, TOOL_ACTIONS[self.sender().objectName()]
        if on:
            canvas.set_tool(tool)
            canvas.setFocus()
        elif canvas.tool == tool:
            canvas.set_tool("edit")

    @Slot(str)
    def on_tool_changed(self, name: str) -> None:
        """Show which tool is in use."""
        for action, tool in TOOL_ACTIONS.items():
            self._desk.actions[action].setChecked(tool == name)

    @Slot(bool)
    def on_spread_switched(self, on: bool) -> None:
        """Show or hide how sure edges are, and remember it."""
        self._desk.settings.set_switch("show_spread", on=on)
        self.edges.on_bars_switched(on)
