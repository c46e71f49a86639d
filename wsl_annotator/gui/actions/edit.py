"""Boxes, classes and labels."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import EDIT, EDIT_SEEN, ActionSpec, Needs, spec, switch

ACTIONS: tuple[ActionSpec, ...] = (
    spec(
        "undo",
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take the last change back"),
        Needs.PROJECT,
        "undo",
    ),
    spec(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Make the change again that was taken back"),
        Needs.PROJECT,
        "redo",
    ),
    switch(
        "draw",
        QT_TRANSLATE_NOOP("Actions", "&Draw a box"),
        QT_TRANSLATE_NOOP("Actions", "Draw a box of the current class: drag, or click two corners"),
        EDIT_SEEN,
        icon_name="draw",
    ),
    spec(
        "edit_mode",
        QT_TRANSLATE_NOOP("Actions", "Edit &mode"),
        QT_TRANSLATE_NOOP("Actions", "Stop drawing; click selects, drag moves"),
        Needs.IMAGE,
        "pointer",
    ),
    spec(
        "duplicate",
        QT_TRANSLATE_NOOP("Actions", "Dupl&icate box"),
        QT_TRANSLATE_NOOP("Actions", "Draw a copy of the selected box beside it"),
        EDIT_SEEN | Needs.SELECTION,
    ),
    spec(
        "delete",
        QT_TRANSLATE_NOOP("Actions", "Dele&te box"),
        QT_TRANSLATE_NOOP("Actions", "Delete the selected box"),
        EDIT_SEEN | Needs.SELECTION,
        "delete",
    ),
    spec(
        "choose_class",
        QT_TRANSLATE_NOOP("Actions", "Choose a class by n&ame…"),
        QT_TRANSLATE_NOOP("Actions", "Type part of a class's name: for the selected boxes, or as the current class"),
        Needs.IMAGE,
    ),
    spec(
        "add_class",
        QT_TRANSLATE_NOOP("Actions", "Add a &class…"),
        QT_TRANSLATE_NOOP("Actions", "Add a class to the project"),
        Needs.PROJECT | Needs.WRITABLE,
        "add",
    ),
    spec(
        "rename_class",
        QT_TRANSLATE_NOOP("Actions", "Re&name the class…"),
        QT_TRANSLATE_NOOP("Actions", "Rename the current class"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    spec(
        "remove_class",
        QT_TRANSLATE_NOOP("Actions", "Remove the cla&ss"),
        QT_TRANSLATE_NOOP("Actions", "Remove the current class if nothing uses it"),
        Needs.PROJECT | Needs.WRITABLE,
    ),
    spec(
        "cycle_label",
        QT_TRANSLATE_NOOP("Actions", "Change the image &label"),
        QT_TRANSLATE_NOOP("Actions", "Present, absent or unknown: the current class in this image"),
        EDIT,
    ),
)
