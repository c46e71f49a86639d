"""Edges, copies, hidden and locked boxes, and how the picture is shown."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from wsl_annotator.gui.action_spec import EDIT_SEEN, ActionSpec, Needs, spec, switch

ACTIONS: tuple[ActionSpec, ...] = (
    switch(
        "draw_extreme",
        QT_TRANSLATE_NOOP("Actions", "Draw by four e&xtreme points"),
        QT_TRANSLATE_NOOP("Actions", "Click the top, left, bottom and right end of the object, in any order"),
        EDIT_SEEN,
        icon_name="extreme",
    ),
    spec(
        "edge_outwards",
        QT_TRANSLATE_NOOP("Actions", "Ed&ge to the next heat level outwards"),
        QT_TRANSLATE_NOOP("Actions", "Move the edge under the mouse, or last used, to where the heat map steps"),
        EDIT_SEEN | Needs.SELECTION,
        "edge-levels",
    ),
    spec(
        "edge_inwards",
        QT_TRANSLATE_NOOP("Actions", "Edge to the next heat level in&wards"),
        QT_TRANSLATE_NOOP("Actions", "Move the edge under the mouse, or last used, to the next step inside"),
        EDIT_SEEN | Needs.SELECTION,
    ),
    spec(
        "copy_boxes",
        QT_TRANSLATE_NOOP("Actions", "C&opy boxes"),
        QT_TRANSLATE_NOOP("Actions", "Keep the selected boxes for pasting into any image"),
        Needs.IMAGE | Needs.SELECTION,
    ),
    spec(
        "paste_boxes",
        QT_TRANSLATE_NOOP("Actions", "&Paste boxes"),
        QT_TRANSLATE_NOOP("Actions", "Draw the copied boxes in this image, at the same place"),
        EDIT_SEEN,
    ),
    spec(
        "copy_previous",
        QT_TRANSLATE_NOOP("Actions", "Copy boxes of the pre&vious image"),
        QT_TRANSLATE_NOOP("Actions", "Draw the boxes of the previous image of the list in this one"),
        EDIT_SEEN,
    ),
    spec(
        "copy_forward",
        QT_TRANSLATE_NOOP("Actions", "Copy boxes to the n&ext images…"),
        QT_TRANSLATE_NOOP("Actions", "Draw the selected boxes, or all of this image, in the next images of the list"),
        EDIT_SEEN,
    ),
    spec(
        "hide_box",
        QT_TRANSLATE_NOOP("Actions", "&Hide box"),
        QT_TRANSLATE_NOOP("Actions", "Hide the selected box for now; with none selected, show all again"),
        Needs.IMAGE,
        "hidden",
    ),
    spec(
        "lock_box",
        QT_TRANSLATE_NOOP("Actions", "Loc&k box"),
        QT_TRANSLATE_NOOP("Actions", "Keep the selected box from being moved, resized or deleted; again unlocks it"),
        EDIT_SEEN | Needs.SELECTION,
        "lock",
    ),
    spec(
        "tone",
        QT_TRANSLATE_NOOP("Actions", "Brightness and &contrast…"),
        QT_TRANSLATE_NOOP("Actions", "Change how the picture is shown, for this session and on the screen only"),
        Needs.IMAGE,
        "brightness",
    ),
    spec(
        "crosshair",
        QT_TRANSLATE_NOOP("Actions", "Crosshair while &drawing…"),
        QT_TRANSLATE_NOOP("Actions", "Choose colour and opacity of the lines through the mouse"),
        Needs.IMAGE,
    ),
    switch(
        "show_spread",
        QT_TRANSLATE_NOOP("Actions", "Show how sure each &edge is"),
        QT_TRANSLATE_NOOP("Actions", "Bars at the selected proposal: where its edges lie at lower and higher heat"),
    ),
)
