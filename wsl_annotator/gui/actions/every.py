"""The actions of all menus together."""

from __future__ import annotations

from wsl_annotator.gui.action_spec import ActionSpec
from wsl_annotator.gui.actions import about, canvas, edit, file, propose, review, search, training, view

CONTEXT = "Actions"

ACTIONS: tuple[ActionSpec, ...] = (
    *file.ACTIONS,
    *edit.ACTIONS,
    *canvas.ACTIONS,
    *propose.ACTIONS,
    *search.ACTIONS,
    *training.ACTIONS,
    *review.ACTIONS,
    *view.ACTIONS,
    *about.ACTIONS,
)

CANVAS_ACTIONS = frozenset({"next_box", "previous_box"})
"""Their keys (Tab) mean something else everywhere but on the canvas."""
