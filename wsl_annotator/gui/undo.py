"""Undo: store edits as commands. An edit that fails leaves no command behind."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.edits import Batch, Edit, PutBoxes, SetThreshold

if TYPE_CHECKING:
    from wsl_annotator.gui.session import Session

MERGE_WITHIN_S = 1.5
"""Nudges of one box that follow each other faster are one step."""

_MERGEABLE = 1


class EditCommand(QUndoCommand):
    """One edit of the project: `redo` applies it, `undo` its exact inverse."""

    def __init__(
        self,
        session: Session,
        edit: Edit | None,
        text: str,
        *,
        inverse: Edit | None = None,
        image_id: int = 0,
        merge_key: str = "",
    ) -> None:
        """Make a command.

        Args:
            session: applies edits to its project.
            edit: what changes; None for what was applied already, by a job of the store's thread.
            inverse: what takes it back, where it was applied already.
            text: what the undo menu says.
            image_id: the image it belongs to, shown again at undo; 0 for none.
            merge_key: commands with the same non-empty key that follow each other quickly are one step.
        """
        super().__init__(text)
        self._session = session
        self._edit = edit
        self._inverse = inverse
        self._image_id = image_id
        self._merge_key = merge_key
        self._at_s = time.monotonic()

    def redo(self) -> None:
        """Apply the edit."""
        if self._edit is None:
            return
        if self._inverse is not None:
            self._show_image()
        self._inverse = self._apply(self._edit)

    def undo(self) -> None:
        """Apply the inverse."""
        self._show_image()
        if self._inverse is not None:
            self._edit = self._apply(self._inverse)

    def _show_image(self) -> None:
        if self._image_id:
            self._session.go_to(self._image_id)

    def _apply(self, edit: Edit) -> Edit | None:
        try:
            return self._session.apply(edit)
        except StoreError as error:
            self.setObsolete(True)
            self._session.edit_failed.emit(error)
            return None

    def id(self) -> int:
        """Return an id that is shared by all commands that may merge."""
        return _MERGEABLE if self._merge_key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a following edit of the same thing into this step."""
        if not isinstance(other, EditCommand) or other._merge_key != self._merge_key:
            return False
        if other._at_s - self._at_s > MERGE_WITHIN_S or self._edit is None or other._edit is None:
            return False
        if self.isObsolete() or other.isObsolete():
            return False
        self._edit = joined(self._edit, other._edit)
        self._at_s = other._at_s
        return True


def joined(first: Edit, then: Edit) -> Edit:
    """Return one edit that does `first`, then `then`, dropping what `then` overwrites."""
    if isinstance(first, SetThreshold) and isinstance(then, SetThreshold) and first.class_id == then.class_id:
        return then
    thresholds, later = _thresholds(first), _thresholds(then)
    if thresholds and later:
        return Batch(tuple((thresholds | later).values()))
    if isinstance(first, Batch):
        if not first.edits:
            return then
        *before, last = first.edits
        merged = joined(last, then)
        return Batch((*before, *(merged.edits if isinstance(merged, Batch) else (merged,))))
    if isinstance(first, PutBoxes) and isinstance(then, PutBoxes):
        ids = {record.id for record in then.boxes}
        return PutBoxes((*(record for record in first.boxes if record.id not in ids), *then.boxes))
    then_edits = then.edits if isinstance(then, Batch) else (then,)
    return Batch((first, *then_edits))


def _thresholds(edit: Edit) -> dict[int, SetThreshold]:
    """Return what a batch of thresholds alone sets, by class; empty for any other edit."""
    edits = edit.edits if isinstance(edit, Batch) else ()
    found = {one.class_id: one for one in edits if isinstance(one, SetThreshold)}
    return found if len(found) == len(edits) else {}
