"""Undo of boxes that were drawn in several images at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from wsl_annotator.gui.undo import EditCommand

if TYPE_CHECKING:
    from wsl_annotator.gui.session import Session
    from wsl_annotator.store.edits import Edit


class ForwardCommand(EditCommand):
    """Such an edit, done already by a job: `undo` takes all of it back, and the list shows it in every row."""

    def __init__(self, session: Session, text: str, *, inverse: Edit, image_id: int, reached: Sequence[int]) -> None:
        """Make a command.

        Args:
            session: applies edits to its project.
            text: what the undo menu says.
            inverse: what takes the boxes back.
            image_id: where the boxes were copied from, shown again at undo.
            reached: ids of the images that got them.
        """
        super().__init__(session, None, text, inverse=inverse, image_id=image_id)
        self._reached = tuple(reached)

    def redo(self) -> None:
        """Draw them again; at first they are there already."""
        super().redo()
        self._show_rows()

    def undo(self) -> None:
        """Take them back."""
        super().undo()
        self._show_rows()

    def _show_rows(self) -> None:
        for image_id in self._reached:
            self._session.summary_changed.emit(image_id)
