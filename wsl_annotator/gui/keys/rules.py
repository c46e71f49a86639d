"""Which keys an action may have, and what comes of a preset with a person's own changes on top of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from wsl_annotator.gui.action_set import translated
from wsl_annotator.gui.actions import inspector
from wsl_annotator.gui.actions.every import CANVAS_ACTIONS, INSPECTOR_NAMES
from wsl_annotator.gui.menus import MENUS
from wsl_annotator.gui.shortcuts import CLASS_KEYS, LABEL_KEYS, folded, folded_keys, native_text

KEYS_MAX = 2
"""Keys of one action."""

Keys = tuple[str, ...]

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_IN_PICTURES = (
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return),
    *(Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0),
)
"""What the inspector's pictures and lists hear themselves, beside the arrows."""


def is_typeable(code: int) -> bool:
    """Return whether a key makes a shortcut: no dead key, no modifier by itself, nothing Qt does not know."""
    dead = Qt.Key.Key_Dead_Grave.value <= code <= Qt.Key.Key_Dead_Longsolidusoverlay.value
    modifier = Qt.Key.Key_Shift.value <= code <= Qt.Key.Key_ScrollLock.value
    modifier |= Qt.Key.Key_Super_L.value <= code <= Qt.Key.Key_Hyper_R.value
    # Keys that compose, switch the script or stand for AltGr.
    input_method = Qt.Key.Key_AltGr.value <= code <= Qt.Key.Key_Mode_switch.value
    return code not in (0, Qt.Key.Key_unknown.value) and not (dead or modifier or input_method)


def menu_keys(menus: Iterable[tuple[str, object]]) -> dict[str, str]:
    """Return the keys that open the menus in the user's language, and the menus' titles."""
    titles = [translated(title) for title, _ in menus]
    return {QKeySequence.mnemonic(title).toString(): title.replace("&", "") for title in titles}


def refusal(key: str, name: str) -> str:
    """Return in one sentence why an action may not have a key; empty where it may.

    Args:
        key: as of `folded`.
        name: of the action.
    """
    sequence = QKeySequence(key)
    if sequence.count() != 1 or not is_typeable(sequence[0].key().value):
        return QCoreApplication.translate("KeyRules", "This key cannot be used.")
    in_inspector = name in INSPECTOR_NAMES
    sentence = (_refusal_in_inspector if in_inspector else _refusal_in_main)(sequence[0], key, name)
    if sentence:
        return sentence
    menus = menu_keys(inspector.MENUS if in_inspector else MENUS)
    if key in ("Tab", "Shift+Tab") and name not in CANVAS_ACTIONS:
        return QCoreApplication.translate("KeyRules", "Tab goes to the next control of the window.")
    if key in menus:
        return QCoreApplication.translate("KeyRules", "{0} opens the menu {1}.").format(native_text(key), menus[key])
    return ""


def _refusal_in_main(pressed: QKeyCombination, key: str, _name: str) -> str:
    if key in (*CLASS_KEYS, *LABEL_KEYS):
        return QCoreApplication.translate("KeyRules", "The digits 1 to 9 choose classes, and with Alt image labels.")
    if pressed.key() in _ARROWS:
        return QCoreApplication.translate("KeyRules", "The arrow keys move boxes and walk through lists.")
    if pressed.key() == Qt.Key.Key_Escape and _is_plain(pressed):
        return QCoreApplication.translate("KeyRules", "Esc cancels what is in the hand.")
    return ""


def _refusal_in_inspector(pressed: QKeyCombination, _key: str, name: str) -> str:
    if pressed.key() in (*_ARROWS, *_IN_PICTURES) and _is_plain(pressed):
        return QCoreApplication.translate(
            "KeyRules", "The arrow keys, Home, End, Space, Enter, +, − and 0 work in the pictures and lists."
        )
    if pressed.key() == Qt.Key.Key_Escape and _is_plain(pressed) and name != "inspector_release":
        return QCoreApplication.translate("KeyRules", "Esc lets the point go.")
    return ""


def _is_plain(pressed: QKeyCombination) -> bool:
    return pressed.keyboardModifiers() == Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Dropped:
    """A key that an action should have but cannot.

    Attributes:
        key: as of `folded`, or as it was stored where it is none.
        name: the action that goes without it.
        other: the action that has it; empty where nobody may have it.
    """

    key: str
    name: str
    other: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """The keys in force.

    Attributes:
        keys: action -> keys, of every action; no two of one window share one.
        dropped: what was left out.
    """

    keys: Mapping[str, Keys]
    dropped: tuple[Dropped, ...]


def resolve(
    names: Sequence[str],
    *,
    preset: Mapping[str, Keys],
    changes: Mapping[str, Keys],
    refused: Callable[[str, str], str] = refusal,
) -> Resolved:
    """Return a preset with changes on top; where both give a key away, the person's choice holds.

    Args:
        names: of the actions that there are; others are ignored.
        preset: action -> keys.
        changes: action -> keys in place of the preset's.
        refused: as `refusal`.
    """
    owners: dict[tuple[bool, str], str] = {}
    keys: dict[str, Keys] = {}
    dropped: list[Dropped] = []
    for name in sorted(names, key=lambda one: one not in changes):
        kept: list[str] = []
        for written in changes.get(name, preset.get(name, ())):
            key = folded(written)
            if not key or refused(key, name):
                dropped.append(Dropped(key or written, name, ""))
            elif (owner := owners.setdefault((name in INSPECTOR_NAMES, key), name)) != name:
                dropped.append(Dropped(key, name, owner))
            elif key not in kept:
                kept.append(key)
        keys[name] = tuple(kept)
    return Resolved({name: keys[name] for name in names}, tuple(dropped))


def differences(*, preset: Mapping[str, Keys], keys: Mapping[str, Keys]) -> dict[str, Keys]:
    """Return what of the keys is not as in the preset."""
    return {name: own for name, own in keys.items() if own != folded_keys(preset.get(name, ()))}
