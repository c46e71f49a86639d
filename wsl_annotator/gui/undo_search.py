"""Undo of a search that a person asked for: its result goes and comes back, bit for bit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from wsl_annotator.core.errors import StoreError

if TYPE_CHECKING:
    from wsl_annotator.gui.session import Session
    from wsl_annotator.store.localizations import StoredLocalization


class SearchCommand(QUndoCommand):
    """A search of a part of an image that is stored already; `undo` removes it, `redo` puts it back."""

    def __init__(self, session: Session, stored: StoredLocalization, text: str) -> None:
        super().__init__(text)
        self._session = session
        self._stored = stored
        self._is_stored = True

    def redo(self) -> None:
        """Store the result again; at first it is there already."""
        if not self._is_stored:
            self._write(stored=True)

    def undo(self) -> None:
        """Remove the result; boxes that were made of it were taken back before."""
        self._write(stored=False)

    def _write(self, *, stored: bool) -> None:
        session = self._session
        session.go_to(self._stored.key.image_id)
        if session.project is None:
            return
        try:
            if stored:
                session.project.restore_localization(self._stored)
            else:
                session.project.remove_localization(self._stored.id)
        except StoreError as error:
            self.setObsolete(True)
            session.edit_failed.emit(error)
            return
        self._is_stored = stored
        session.reload_image()
        session.summary_changed.emit(self._stored.key.image_id)
