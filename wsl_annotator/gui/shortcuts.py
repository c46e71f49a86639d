"""Key presets: which keys trigger which action."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from wsl_annotator.gui.actions.every import INSPECTOR_NAMES

INSPECTOR: Mapping[str, tuple[str, ...]] = {
    "inspector_open_trace": ("Ctrl+O",),
    "inspector_export": ("Ctrl+E",),
    "inspector_stop": ("Ctrl+.",),
    "inspector_close": ("Ctrl+W",),
    "inspector_heat": ("M",),
    "inspector_boxes": ("B",),
    "inspector_pruned": ("R",),
    "inspector_back": ("Ctrl+Left",),
    "inspector_play": ("Ctrl+Space",),
    "inspector_forward": ("Ctrl+Right",),
    "inspector_fit": ("Ctrl+0",),
    "inspector_release": ("Esc",),
    "inspector_run_again": ("Ctrl+N",),
    "inspector_next_difference": ("F8",),
    "inspector_end_comparison": ("Ctrl+Shift+W",),
    "inspector_shortcuts": ("?", "F1"),
}
"""Neither labelImg nor CVAT has such a window: every preset begins with these."""

LABELIMG: Mapping[str, tuple[str, ...]] = {
    "new_project": ("Ctrl+N",),
    "open_project": ("Ctrl+O",),
    "import": ("Ctrl+I",),
    "export": ("Ctrl+Shift+E",),
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
    "copy_forward": ("Ctrl+Shift+D",),
    "hide_box": ("H",),
    "lock_box": ("K",),
    "tone": ("Ctrl+Shift+B",),
    "edit_mode": ("Ctrl+J",),
    "delete": ("Del",),
    "duplicate": ("Ctrl+D",),
    "choose_class": ("Ctrl+E",),
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
    "other_run": ("O",),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "zoom_100": ("Ctrl+0",),
    "fit": ("Ctrl+F",),
    "fit_width": ("Ctrl+Shift+F",),
    "inspector": ("Ctrl+R",),
    "statistics": ("Ctrl+Shift+S",),
    "shortcuts": ("?", "F1"),
    "leave_canvas": ("F6",),
    **INSPECTOR,
}
"""labelImg's muscle memory, with keys of our own for what it has not."""

CVAT: Mapping[str, tuple[str, ...]] = {
    **LABELIMG,
    "draw": ("N",),
    "draw_extreme": ("Shift+N",),
    "next_image": ("F", "PgDown"),
    "previous_image": ("D", "PgUp"),
    "lock_box": ("L",),
    "cycle_label": ("Shift+L",),
    "paste_boxes": ("Ctrl+V",),
    "copy_previous": ("Ctrl+Shift+V",),
    "copy_forward": ("Ctrl+B",),
    "propose_all": ("Ctrl+Shift+P",),
    "next_candidate": ("R",),
    "previous_candidate": ("Shift+R",),
    "show_boxes": ("Shift+H",),
    "show_labels": ("Shift+T",),
    "shortcuts": ("F1", "?"),
    "edit_keys": ("F2",),
}
"""CVAT's muscle memory where both have the action: D and F, N, H, L, Tab, Del, Ctrl+B, Ctrl+C, Ctrl+V, undo, F1, F2.

Differs: CVAT hides all by T and then H, one key after the other; after a stray T the next key would be lost, so here it
is Shift+H. Esc leaves a drawing in every preset; the picture hears it itself.
"""

PRESETS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"labelImg": LABELIMG, "CVAT": CVAT}

CLASS_KEYS = tuple("123456789")
LABEL_KEYS = tuple(f"Alt+{digit}" for digit in CLASS_KEYS)

_UNSHIFTED = frozenset(range(0x21, 0x7F)) - frozenset(range(0x41, 0x5B))
"""Signs, whose Shift depends on the keyboard's layout."""


def folded(key: str) -> str:
    """Return the one name of a key, however it was written or typed; empty for what is no key."""
    sequence = QKeySequence(key)
    if sequence.count() != 1 or sequence[0].key() == Qt.Key.Key_unknown:
        return ""
    code, modifiers = sequence[0].key(), sequence[0].keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if code == Qt.Key.Key_Enter:
        code = Qt.Key.Key_Return
    elif code == Qt.Key.Key_Backtab:
        code, modifiers = Qt.Key.Key_Tab, modifiers | Qt.KeyboardModifier.ShiftModifier
    elif code.value in _UNSHIFTED:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, code)).toString()


def folded_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys by their one name, each once."""
    return tuple(dict.fromkeys(filter(None, map(folded, keys))))


def spread(keys: Iterable[str]) -> tuple[str, ...]:
    """Return keys with every name under which Qt hears them: Return is Enter on the block of digits, too."""
    heard: list[str] = []
    for key in folded_keys(keys):
        heard.append(key)
        if key.endswith("Return"):
            heard.append(key.removesuffix("Return") + "Enter")
        elif key == "Shift+Tab":
            heard.append("Backtab")
    return tuple(heard)


def native_text(key: str) -> str:
    """Return a key as the platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def keys_text(keys: tuple[str, ...]) -> str:
    """Return the first key as the platform writes it; empty for none."""
    return native_text(keys[0]) if keys else ""


def conflicts(preset: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str, str]]:
    """Return (key, action, other action) for every key that two actions share in one window."""
    owners = {(False, key): "class" for key in CLASS_KEYS} | {(False, key): "label" for key in LABEL_KEYS}
    found = []
    for name, keys in preset.items():
        for key in folded_keys(keys):
            heard = (name in INSPECTOR_NAMES, key)
            if heard in owners:
                found.append((key, owners[heard], name))
            owners[heard] = name
    return found
