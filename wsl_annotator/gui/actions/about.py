"""Keys and version."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import ActionSpec, spec

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "&Keys"),
        QT_TRANSLATE_NOOP("Actions", "Show every key"),
        icon_name="keyboard",
    ),
    spec(
        "edit_keys",
        QT_TRANSLATE_NOOP("Actions", "Keyboard &shortcuts…"),
        QT_TRANSLATE_NOOP("Actions", "Choose a preset of keys, or give actions keys of your own"),
    ),
    spec(
        "leave_canvas",
        QT_TRANSLATE_NOOP("Actions", "Leave the &picture"),
        QT_TRANSLATE_NOOP("Actions", "Move the keyboard between the picture and the panels"),
    ),
    spec(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About"),
        QT_TRANSLATE_NOOP("Actions", "Version, licence and where the log file is"),
    ),
)
