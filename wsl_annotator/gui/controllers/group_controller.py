"""Several selected boxes that are moved or resized together: one edit, one undo step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.records import BoxRecord
from wsl_annotator.gui.controllers.review_controller import ReviewController, is_nudge, kept_boxes
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.edits_lock import is_locked
from wsl_annotator.workflow.edits_several import Several, move_several
from wsl_annotator.workflow.review import Proposal


class GroupController(QObject):
    """Stores where a drag or an arrow key left several boxes, and keeps them selected; proposals become adjusted.

    What is joined to the step before is of the same boxes and the same kind: where they are, or how large.
    """

    def __init__(
        self, *, session: Session, review: ReviewController, messages: Messages, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review
        self._messages = messages

    @Slot(object)
    def on_boxes_moved(self, boxes: Mapping[str, Box]) -> None:
        """Store new places of several boxes; small steps that follow each other are one undo step."""
        self._take(boxes, self.tr("move"), joined="places")

    @Slot(object)
    def on_boxes_resized(self, boxes: Mapping[str, Box]) -> None:
        """Store new edges of several boxes after a drag, which is a step of its own."""
        self._take(boxes, self.tr("resize"), joined="")

    @Slot(object)
    def on_frame_nudged(self, boxes: Mapping[str, Box]) -> None:
        """Store new edges of several boxes after a key; presses that follow each other are one undo step."""
        self._take(boxes, self.tr("resize"), joined="sizes")

    def _take(self, boxes: Mapping[str, Box], text: str, *, joined: str) -> None:
        try:
            self._store(boxes, text, joined=joined)
        except WslError as error:
            self._messages.error(error)
        finally:
            # What was not stored goes back to where it was.
            self._session.boxes_changed.emit()

    def _store(self, boxes: Mapping[str, Box], text: str, *, joined: str) -> None:
        session = self._session
        if session.project is None or session.image is None or not session.writable:
            return
        proposals = {found.key: found for found in session.proposals() if found.key in boxes}
        records = {key: record for key in boxes if (record := session.owned_box(key)) is not None}
        before: dict[str, Proposal | BoxRecord] = {**proposals, **records}
        group, selected = session.group, session.selection
        locked = sum(is_locked(record) for record in map(session.owned_box, group) if record is not None)
        several = Several(list(proposals.values()), list(records.values()))
        edit = move_several(session.project, session.image.id, several, [boxes[key] for key in before])
        made = kept_boxes(edit)
        if not made:
            return
        is_small = all(is_nudge(one.box, boxes[key]) for key, one in before.items())
        merge_key = f"{joined}:{sorted(record.id for record in made)}" if joined and is_small else ""
        self._review.push(edit, text, merge_key=merge_key)
        # Of the boxes that the edit puts those made of proposals come first, in the proposals' order.
        renamed = {key: f"b{record.id}" for key, record in zip(proposals, made, strict=False)}
        if any(session.owned_box(key) is None for key in renamed.values()):
            return
        session.select(renamed.get(selected, selected))
        session.set_group([renamed.get(key, key) for key in group])
        if locked:
            self._messages.warn(self.tr("%n locked box(es) left as they are.", "", locked))
