"""Learning a network of one's own."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import ActionSpec, Needs, spec

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "train",
        QT_TRANSLATE_NOOP("Actions", "T&rain…"),
        QT_TRANSLATE_NOOP("Actions", "Teach a network your classes from the image labels, or see how far it is"),
        Needs.PROJECT,
    ),
    spec(
        "network_card",
        QT_TRANSLATE_NOOP("Actions", "C&o-occurrence and figures…"),
        QT_TRANSLATE_NOOP("Actions", "See how good a trained network is, and which classes come together"),
        Needs.NOTHING,
    ),
)
