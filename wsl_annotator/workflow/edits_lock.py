"""Locked boxes: a person keeps a finished box from being moved, resized, deleted or given another class by mistake."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.records import BoxRecord
from wsl_annotator.store.edits import PutBoxes

LOCKED = "locked"
"""The attribute of a locked box. It belongs to the project: no export writes it."""


class BoxLockedError(WslError):
    """A locked box would have been changed."""


def is_locked(record: BoxRecord) -> bool:
    """Return whether a box may not be moved, resized, deleted or given another class."""
    return record.attributes.get(LOCKED) is True


def check_unlocked(record: BoxRecord) -> None:
    """Let only an unlocked box through.

    Raises:
        BoxLockedError: it is locked.
    """
    if is_locked(record):
        raise BoxLockedError("The box is locked, so it was left as it is.", "Unlock it first: Edit > Lock box.")


def set_locked(records: Iterable[BoxRecord], *, locked: bool) -> PutBoxes:
    """Return the edit that locks boxes or unlocks them, nothing else of them changed."""
    changed = []
    for record in records:
        attributes = {name: value for name, value in record.attributes.items() if name != LOCKED}
        if locked:
            attributes[LOCKED] = True
        changed.append(dataclasses.replace(record, attributes=attributes))
    return PutBoxes(tuple(changed))
