"""The actions of all menus together: those of the main window, and those of the inspector's."""

from __future__ import annotations

from wsl_annotator.gui.action_spec import ActionSpec
from wsl_annotator.gui.actions import about, canvas, edit, file, inspector, propose, review, search, training, view

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

INSPECTOR_NAMES = frozenset(spec.name for spec in inspector.ACTIONS)
"""They are heard in the inspector's window, where the others are not."""

KEYED_ACTIONS: tuple[ActionSpec, ...] = (*ACTIONS, *inspector.ACTIONS)
"""All that a person can give keys to."""


def in_one_window(name: str, other: str) -> bool:
    """Return whether two actions are heard in the same window, so that no key can be of both."""
    return (name in INSPECTOR_NAMES) == (other in INSPECTOR_NAMES)
