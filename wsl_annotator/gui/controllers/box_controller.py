"""What a person says of a finished box: hidden for now, locked, difficult, truncated, its pose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.records import BoxRecord
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.panels.attribute_editor import AttributeEditor
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.edits_attributes import set_attribute
from wsl_annotator.workflow.edits_lock import is_locked, set_locked


class BoxController(QObject):
    """Hides and locks the selected boxes and edits their fields."""

    def __init__(
        self,
        *,
        session: Session,
        review: ReviewController,
        messages: Messages,
        editor: AttributeEditor,
        is_unseen: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review
        self._messages = messages
        self._editor = editor
        self._is_unseen = is_unseen

    def _keys(self) -> tuple[str, ...]:
        session = self._session
        return session.group or ((session.selection,) if session.selection else ())

    def _records(self) -> list[BoxRecord]:
        return [record for record in map(self._session.owned_box, self._keys()) if record is not None]

    def hide(self) -> None:
        """Hide the selected boxes until the image is left; with none selected, or hidden ones, show them again."""
        session = self._session
        keys = frozenset(self._keys())
        if keys and not keys <= session.hidden:
            session.select("")
            session.set_hidden(session.hidden | keys)
            self._messages.info(self.tr("%n box(es) hidden. H shows them again.", "", len(session.hidden)))
        elif keys:
            session.set_hidden(session.hidden - keys)
        elif session.hidden:
            self.show_all()
        else:
            self._messages.info(self.tr("Select the box to hide first."))

    @Slot()
    def show_all(self) -> None:
        """Show all boxes that were hidden."""
        self._session.set_hidden(frozenset())

    @Slot(int)
    def on_threshold_changed(self, class_id: int) -> None:  # noqa: ARG002
        """Show hidden proposals again: at another threshold their places go to other boxes."""
        session = self._session
        session.set_hidden(frozenset(key for key in session.hidden if session.owned_box(key) is not None))

    @Slot(bool)
    def on_boxes_switched(self, on: bool) -> None:
        """Show the hidden ones too when all boxes are shown again."""
        if on:
            self.show_all()

    def lock(self) -> None:
        """Lock the selected boxes, or unlock them where all are locked."""
        records = self._records()
        if not records:
            self._messages.info(self.tr("Only accepted and drawn boxes can be locked: accept the proposal first."))
            return
        locked = not all(is_locked(record) for record in records)
        wanted = [record for record in records if is_locked(record) is not locked]
        self._review.push(set_locked(wanted, locked=locked), self.tr("lock") if locked else self.tr("unlock"))

    @Slot(str, object)
    def on_attribute_chosen(self, name: str, value: bool | str) -> None:
        """Give the selected boxes a field."""
        edit = set_attribute(self._records(), name, value=value)
        if edit.boxes:
            self._review.push(edit, self.tr("box fields"))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the fields of the selected box."""
        session = self._session
        record = session.owned_box(session.selection)
        self._editor.show_fields(
            record.attributes if record is not None else None,
            count=len(self._records()),
            editable=session.writable and not self._is_unseen(),
        )
