"""What is said of one action: its words, its icon, and what must hold for it to be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Needs(Flag):
    """What must hold for an action to be enabled."""

    NOTHING = 0
    PROJECT = auto()
    IMAGE = auto()
    WRITABLE = auto()
    SELECTION = auto()
    PROPOSALS = auto()
    JOB = auto()
    NO_JOB = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action.

    Attributes:
        name: the key used by menus, shortcuts and controllers.
        text: menu text, translatable, with a mnemonic.
        tip: one sentence for the status bar.
        needs: what must hold for it to be enabled.
        icon: name of an icon; empty for none.
        checkable: whether it is a switch.
        group: actions of one group exclude each other.
    """

    name: str
    text: str
    tip: str
    needs: Needs = Needs.NOTHING
    icon: str = ""
    checkable: bool = False
    group: str = ""
