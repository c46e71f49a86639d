"""What is said of one action: its words, its icon, and what must hold for it to be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto


class Needs(Flag):
    """What must hold for an action to be enabled.

    `PICTURE` is held until the current image turns out to be one that cannot be shown, so also while it is being read.
    """

    NOTHING = 0
    PROJECT = auto()
    IMAGE = auto()
    PICTURE = auto()
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


EDIT = Needs.IMAGE | Needs.WRITABLE
EDIT_SEEN = EDIT | Needs.PICTURE
"""For judging and drawing: nobody does that to a picture which is not there."""
JOB_ON_PROJECT = Needs.PROJECT | Needs.WRITABLE | Needs.NO_JOB


def spec(name: str, text: str, tip: str, needs: Needs = Needs.NOTHING, icon_name: str = "") -> ActionSpec:
    """Return an action that is triggered."""
    return ActionSpec(name=name, text=text, tip=tip, needs=needs, icon=icon_name)


def switch(
    name: str, text: str, tip: str, needs: Needs = Needs.NOTHING, *, icon_name: str = "", group: str = ""
) -> ActionSpec:
    """Return an action that is on or off."""
    return ActionSpec(name=name, text=text, tip=tip, needs=needs, icon=icon_name, checkable=True, group=group)
