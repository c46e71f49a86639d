"""Key presets: which keys trigger which action."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence

LABELIMG: Mapping[str, tuple[str, ...]] = {
    "new_project": ("Ctrl+N",),
    "open_project": ("Ctrl+O",),
    "import": ("Ctrl+I",),
    "export": ("Ctrl+E",),
    "close_project": ("Ctrl+W",),
    "quit": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "draw": ("W",),
    "draw_extreme": ("Shift+W",),
    "edge_outwards": ("E",),
    "edge_inwards": ("Shift+E",),
    "copy_boxes": ("Ctrl+C",),
    "paste_boxes": ("Ctrl+Shift+V",),
    "copy_previous": ("Ctrl+V",),
    "hide_box": ("H",),
    "lock_box": ("K",),
    "tone": ("Ctrl+Shift+B",),
    "edit_mode": ("Ctrl+J",),
    "delete": ("Del",),
    "duplicate": ("Ctrl+D",),
    "cycle_label": ("L",),
    "propose_image": ("P",),
    "propose_all": ("Ctrl+B",),
    "cancel_job": ("Ctrl+.",),
    "train": ("Ctrl+T",),
    "next_candidate": ("N",),
    "previous_candidate": ("Shift+N",),
    "another_instance": ("I",),
    "search_region": ("G",),
    "accept": ("Return", "Enter"),
    "reject": ("X",),
    "accept_all": ("Shift+Return", "Shift+Enter"),
    "verify": ("Space",),
    "skip": ("S",),
    "next_box": ("Tab",),
    "previous_box": ("Shift+Tab", "Backtab"),
    "threshold_up": ("]",),
    "threshold_down": ("[",),
    "calibrate": ("Ctrl+K",),
    "filter": ("/",),
    "resort": ("F5",),
    "next_image": ("D", "PgDown"),
    "previous_image": ("A", "PgUp"),
    "heat": ("M",),
    "show_boxes": ("Ctrl+H",),
    "show_labels": ("T",),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "zoom_100": ("Ctrl+0",),
    "fit": ("Ctrl+F",),
    "fit_width": ("Ctrl+Shift+F",),
    "inspector": ("Ctrl+R",),
    "statistics": ("Ctrl+Shift+S",),
    "shortcuts": ("?", "F1"),
    "leave_canvas": ("F6",),
}
"""labelImg's muscle memory, with keys of our own for what it has not."""

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"labelImg": LABELIMG}

CLASS_KEYS = tuple("123456789")
LABEL_KEYS = tuple(f"Alt+{digit}" for digit in CLASS_KEYS)


def keys_text(keys: tuple[str, ...]) -> str:
    """Return the first key as the platform writes it; empty for none."""
    return QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""


def conflicts(preset: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Return (key, action, other action) for every key that two actions share."""
    owners: dict[str, str] = {}
    found = []
    reserved = dict.fromkeys(CLASS_KEYS, "class") | dict.fromkeys(LABEL_KEYS, "label")
    for key, name in reserved.items():
        owners[QKeySequence(key).toString()] = name
    for name, keys in preset.items():
        for key in keys:
            text = QKeySequence(key).toString()
            if text in owners:
                found.append((text, owners[text], name))
            owners[text] = name
    return found
