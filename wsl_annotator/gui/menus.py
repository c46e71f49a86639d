"""Menus and toolbar as data: names of actions, separators and submenus."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

SEPARATOR = "-"
THEME_MENU = ">theme"
LANGUAGE_MENU = ">language"
DOCKS_MENU = ">docks"
RECENT_MENU = ">recent"

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            "new_project",
            "open_project",
            RECENT_MENU,
            "open_sample",
            "-",
            "import",
            "export",
            "evaluate",
            "-",
            "add_images",
            "locate_images",
            "-",
            "close_project",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            "undo",
            "redo",
            "-",
            "draw",
            "draw_extreme",
            "edit_mode",
            "edge_outwards",
            "edge_inwards",
            "-",
            "copy_boxes",
            "paste_boxes",
            "copy_previous",
            "copy_forward",
            "duplicate",
            "hide_box",
            "lock_box",
            "delete",
            "-",
            "choose_class",
            "add_class",
            "rename_class",
            "remove_class",
            "cycle_label",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Propose"),
        (
            "propose_image",
            "propose_all",
            "cancel_job",
            "-",
            "next_candidate",
            "previous_candidate",
            "another_instance",
            "search_region",
            "-",
            "threshold_up",
            "threshold_down",
            "calibrate",
            "auto_threshold",
            "-",
            "search_ahead",
            "network",
            "-",
            "train",
            "network_card",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Review"),
        (
            "accept",
            "reject",
            "accept_all",
            "-",
            "next_box",
            "previous_box",
            "-",
            "verify",
            "skip",
            "-",
            "previous_image",
            "next_image",
            "-",
            "filter",
            "resort",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "heat",
            "show_boxes",
            "show_labels",
            "show_rejected",
            "show_spread",
            "other_run",
            "tone",
            "crosshair",
            "-",
            "zoom_in",
            "zoom_out",
            "zoom_100",
            "fit",
            "fit_width",
            "keep_view",
            "-",
            "inspector",
            "statistics",
            "-",
            THEME_MENU,
            LANGUAGE_MENU,
            DOCKS_MENU,
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("shortcuts", "edit_keys", "leave_canvas", "-", "about")),
)

TOOLBAR: tuple[str, ...] = (
    "open_project", "-", "undo", "redo", "-", "previous_image", "next_image", "-",
    "edit_mode", "draw", "draw_extreme", "delete", "-",
    "propose_image", "propose_all", "cancel_job", "-", "accept", "reject", "accept_all", "verify", "-",
    "heat", "zoom_out", "fit", "zoom_in", "-", "export",
)  # fmt: skip

TOOLBAR_TEXTS: dict[str, str] = {
    "propose_image": QT_TRANSLATE_NOOP("Actions", "Propose"),
    "propose_all": QT_TRANSLATE_NOOP("Actions", "All"),
    "accept": QT_TRANSLATE_NOOP("Actions", "Accept"),
    "reject": QT_TRANSLATE_NOOP("Actions", "Reject"),
    "verify": QT_TRANSLATE_NOOP("Actions", "Verify"),
    "export": QT_TRANSLATE_NOOP("Actions", "Export"),
}
"""Actions that carry a word beside their icon."""
