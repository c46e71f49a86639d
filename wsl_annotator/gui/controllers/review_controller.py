"""A person's judgements: each becomes one edit and one undo step."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ImageStatus
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.panels.label_switch import next_state
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.undo import EditCommand
from wsl_annotator.store.edits import Batch, Edit, PutBoxes, SetLabel, SetStatus, SetThreshold, flat
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_label_back import with_label_back
from wsl_annotator.workflow.edits_lock import BoxLockedError
from wsl_annotator.workflow.edits_several import Several, accept_several, change_class_of_several, reject_several
from wsl_annotator.workflow.review import Proposal

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project

Params = ParamSpec("Params")
THRESHOLD_STEP = 0.02
DUPLICATE_OFFSET = 12.0
NUDGE_PX = 10.0
_ROUNDED_PX = 1e-6
"""What adding and taking away again may leave of ten pixels."""


def told(
    method: Callable[Concatenate[ReviewController, Params], None],
) -> Callable[Concatenate[ReviewController, Params], None]:
    """Tell the user about a known error instead of letting it out of the slot."""

    @wraps(method)
    def guarded(self: ReviewController, *args: Params.args, **kwargs: Params.kwargs) -> None:
        try:
            method(self, *args, **kwargs)
        except BoxLockedError as error:
            self.messages.warn(error.user_text, error.hint)
        except WslError as error:
            self.messages.error(error)

    return guarded


class ReviewController(QObject):
    """Turns keys, clicks and drags into edits."""

    image_wanted = Signal(int)
    class_wanted = Signal()
    drawing_ended = Signal()

    def __init__(self, session: Session, stack: QUndoStack, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stack = stack
        self.messages = messages

    def push(self, edit: Edit, text: str, *, merge_key: str = "", on_image: bool = True) -> None:
        """Apply an edit as one undo step; an empty batch is none."""
        if isinstance(edit, Batch) and not edit.edits:
            return
        image = self._session.image
        image_id = image.id if on_image and image is not None else 0
        self._stack.push(EditCommand(self._session, edit, text, image_id=image_id, merge_key=merge_key))

    # proposals

    def _ranked(self) -> list[Proposal]:
        """Return what is shown and to be judged: the current class first, then best first."""
        current = self._session.class_id
        return sorted(self._shown_proposals(), key=lambda found: (found.class_id != current, -found.score))

    def _shown_proposals(self) -> list[Proposal]:
        return [found for found in self._session.proposals() if found.key not in self._session.hidden]

    def _selected_proposal(self) -> Proposal | None:
        return self._session.proposal(self._session.selection)

    def _select_next(self) -> None:
        ranked = self._ranked()
        self._session.select(ranked[0].key if ranked else "")

    @told
    def accept(self) -> None:
        """Accept the selected or best proposal and select the next; of several that are selected, all in one step."""
        session = self._session
        if self._judge_several(accept_several, self.tr("accept")):
            return
        ranked = self._ranked()
        chosen = self._selected_proposal() or (
            ranked[0] if ranked and not session.owned_box(session.selection) else None
        )
        if session.owned_box(session.selection) is not None and ranked:
            self._select_next()
        elif chosen is not None and session.project is not None and session.image is not None:
            self.push(review.accept(session.project, chosen, session.image.id), self.tr("accept"))
            self._select_next()

    @told
    def accept_all(self) -> None:
        """Accept every proposal that is shown, in one step."""
        session = self._session
        proposals = self._shown_proposals()
        if session.project is None or session.image is None or not proposals:
            return
        self.push(review.accept_all(session.project, proposals, session.image.id), self.tr("accept all"))
        text = self.tr("%n box(es) accepted. {0} takes them back in one step.", "", len(proposals))
        self.messages.info(text.format(self.messages.key_name("undo")))

    @told
    def reject(self) -> None:
        """Reject the selected proposal, or take the selected box away, and select the next; of several, all at once."""
        session = self._session
        if self._judge_several(reject_several, self.tr("reject")):
            return
        chosen = self._selected_proposal()
        if chosen is not None and session.project is not None and session.image is not None:
            self.push(review.reject(session.project, chosen, session.image.id), self.tr("reject"))
            self._select_next()
            return
        self._delete_owned(self.tr("reject"))

    @told
    def delete(self) -> None:
        """Delete the selected box; a proposal is rejected."""
        if self._judge_several(reject_several, self.tr("delete")):
            return
        if self._selected_proposal() is not None:
            self.reject()
        else:
            self._delete_owned(self.tr("delete"))

    def _several(self) -> Several | None:
        """Return what is selected where it is more than one box."""
        session = self._session
        if not session.group or session.project is None or session.image is None or not session.writable:
            return None
        proposals = [found for found in session.proposals() if found.key in session.group]
        records = [record for record in session.owned.values() if f"b{record.id}" in session.group]
        return Several(proposals, records)

    def _judge_several(self, judge: Callable[[Project, int, Several], Edit], text: str) -> bool:
        """Judge all boxes that are selected, in one step; return False where there are not several."""
        several, session = self._several(), self._session
        if several is None or session.project is None or session.image is None:
            return False
        self.push(judge(session.project, session.image.id, several), text)
        if several.locked and judge is not accept_several:
            self.messages.warn(self.tr("%n locked box(es) left as they are.", "", several.locked))
        self._select_next()
        return True

    def _delete_owned(self, text: str) -> None:
        record, project = self._session.owned_box(self._session.selection), self._session.project
        if record is not None and project is not None:
            self.push(with_label_back(project, record, review.delete(record)), text)
            self._select_next()

    # boxes

    @Slot(str, object)
    @told
    def on_box_edited(self, key: str, box: Box) -> None:
        """Store new edges: a proposal becomes an adjusted box."""
        try:
            self._store_edges(key, box, in_burst=False)
        finally:
            # What was not stored goes back to where it was.
            self._session.boxes_changed.emit()

    @told
    def step_edges(self, key: str, box: Box) -> None:
        """Store new edges that a key chose: presses that follow each other quickly are one undo step."""
        self._store_edges(key, box, in_burst=True)

    def _store_edges(self, key: str, box: Box, *, in_burst: bool) -> None:
        session = self._session
        proposal, record = session.proposal(key), session.owned_box(key)
        if session.project is None or session.image is None:
            return
        if proposal is not None:
            edit = review.adjust(session.project, proposal, session.image.id, box)
            new_id = _first_box(edit).id
            merge_key = f"box:{new_id}" if in_burst or is_nudge(proposal.box, box) else ""
            self.push(edit, self.tr("adjust"), merge_key=merge_key)
            session.select(f"b{new_id}")
        elif record is not None and record.box != box:
            merge_key = f"box:{record.id}" if in_burst or is_nudge(record.box, box) else ""
            self.push(review.edit_box(record, box), self.tr("adjust"), merge_key=merge_key)

    @Slot(object)
    @told
    def on_box_drawn(self, box: Box) -> None:
        """Store a drawn box of the current class."""
        session = self._session
        if session.project is None or session.image is None or not session.writable:
            return
        if not session.class_id:
            self.class_wanted.emit()
        if session.class_id:
            edit = review.draw(session.project, session.image.id, session.class_id, box)
            self.push(edit, self.tr("draw"))
            session.select(f"b{_first_box(edit).id}")
        self.drawing_ended.emit()

    @told
    def duplicate(self) -> None:
        """Draw a copy of the selected box a little beside it."""
        session = self._session
        shown = session.box(session.selection)
        if shown is None or session.project is None or session.image is None:
            return
        moved = shown.box.moved(dx=DUPLICATE_OFFSET, dy=DUPLICATE_OFFSET)
        copy = moved.clipped(width=session.image.width, height=session.image.height) or shown.box
        edit = review.draw(session.project, session.image.id, shown.class_id, copy)
        self.push(edit, self.tr("duplicate"))
        session.select(f"b{_first_box(edit).id}")

    @told
    def choose_class(self, class_id: int) -> None:
        """Give what is selected another class; with nothing selected, make the class current."""
        session = self._session
        several = self._several()
        if several is not None and session.project is not None and session.image is not None:
            self._change_class_of_several(session.project, session.image.id, several, class_id)
            return
        proposal, record = self._selected_proposal(), session.owned_box(session.selection)
        if session.project is None or session.image is None or not session.writable or not (proposal or record):
            session.set_class(class_id)
            return
        if proposal is not None and proposal.class_id != class_id:
            edit = review.accept_as(session.project, proposal, session.image.id, class_id)
            self.push(edit, self.tr("change class"))
            session.select(f"b{_first_box(edit).id}")
        elif record is not None and record.class_id != class_id:
            self.push(review.change_class(session.project, record, class_id), self.tr("change class"))
        session.set_class(class_id)

    def _change_class_of_several(self, project: Project, image_id: int, several: Several, class_id: int) -> None:
        edit = change_class_of_several(project, image_id, several, class_id)
        made = [f"b{record.id}" for record in kept_boxes(edit)]
        unchanged = [f"b{record.id}" for record in several.records if f"b{record.id}" not in made]
        self.push(edit, self.tr("change class"))
        if several.locked:
            self.messages.warn(self.tr("%n locked box(es) left as they are.", "", several.locked))
        self._session.set_class(class_id)
        self._session.select((made or unchanged or [""])[0])
        self._session.set_group([*made, *unchanged])
        self._session.boxes_changed.emit()

    # labels, thresholds, status

    @Slot(int, object)
    @told
    def set_label(self, class_id: int, state: LabelState) -> None:
        """Say whether a class is in the current image."""
        session = self._session
        if session.image is not None and session.labels.get(class_id, LabelState.UNKNOWN) is not state:
            edit = SetLabel(image_id=session.image.id, class_id=class_id, state=state)
            self.push(edit, self.tr("label"))

    def cycle_label(self, class_id: int | None = None) -> None:
        """Go on to the next state of a class's label: present, absent, unknown."""
        chosen = self._session.class_id if class_id is None else class_id
        if chosen:
            self.set_label(chosen, next_state(self._session.labels.get(chosen, LabelState.UNKNOWN)))

    @Slot(int, float)
    @told
    def set_threshold(self, class_id: int, value: float) -> None:
        """Store the threshold of a class."""
        record = self._session.class_record(class_id)
        value = round(min(0.99, max(0.0, value)), 4)
        if record is None:
            return
        if record.threshold == value:
            self._session.preview_threshold(class_id, value)
            return
        edit = SetThreshold(class_id=class_id, threshold=value)
        self.push(edit, self.tr("threshold"), merge_key=f"threshold:{class_id}", on_image=False)

    @Slot(float)
    @told
    def set_all_thresholds(self, value: float) -> None:
        """Store one threshold for every class, in one step."""
        value = round(min(0.99, max(0.0, value)), 4)
        classes = self._session.classes
        if all(record.threshold == value for record in classes):
            self._session.preview_all_thresholds(value)
            return
        # All of them, so that what undoes one press of a key undoes the presses that are joined to it.
        edit = Batch(tuple(SetThreshold(class_id=record.id, threshold=value) for record in classes))
        self.push(edit, self.tr("thresholds of all classes"), merge_key="threshold:all", on_image=False)

    def step_threshold(self, direction: int) -> None:
        """Move the current class's threshold by one step."""
        session = self._session
        if session.class_id:
            self.set_threshold(session.class_id, session.threshold(session.class_id) + direction * THRESHOLD_STEP)

    @told
    def finish(self, status: ImageStatus) -> None:
        """Give the current image a status and go on to the next."""
        session = self._session
        if session.image is None:
            return
        image_id = session.image.id
        if session.image.status is not status:
            text = self.tr("verify") if status is ImageStatus.VERIFIED else self.tr("skip")
            self.push(SetStatus(image_id=image_id, status=status), text)
        self.image_wanted.emit(1)


def is_nudge(before: Box, after: Box) -> bool:
    """Return whether no edge moved further than one press of a key moves it."""
    return all(abs(old - new) <= NUDGE_PX + _ROUNDED_PX for old, new in zip(before.xyxy, after.xyxy, strict=True))


def kept_boxes(edit: Edit) -> list[BoxRecord]:
    """Return the boxes that an edit puts for the person, without rejected ones."""
    put = [record for one in flat(edit) if isinstance(one, PutBoxes) for record in one.boxes]
    return [record for record in put if record.state is not BoxState.REJECTED]


def _first_box(edit: Edit) -> BoxRecord:
    return kept_boxes(edit)[0]
