"""Boxes that are copied: to the clipboard of the window, into another image, and from the previous image."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.edits_copy import CopiedBox, Copy, boxes_of_image, copied, paste


class CopyController(QObject):
    """Copies boxes; the copies are drawn boxes, made in one undo step."""

    def __init__(
        self,
        *,
        session: Session,
        review: ReviewController,
        messages: Messages,
        previous_image: Callable[[int], int],
        parent: QObject | None = None,
    ) -> None:
        """Make a controller.

        Args:
            session: what is current.
            review: pushes the edits.
            messages: tells what was left out.
            previous_image: image id -> id of the one before it in the list as it is shown, 0 for none.
            parent: owner.
        """
        super().__init__(parent)
        self._session = session
        self._review = review
        self._messages = messages
        self._previous_image = previous_image
        self._held: tuple[CopiedBox, ...] = ()

    @Slot()
    def forget(self) -> None:
        """Drop what was copied: it belongs to the project that was open."""
        self._held = ()

    def copy(self) -> None:
        """Keep the selected boxes for pasting."""
        session = self._session
        shown = [session.box(key) for key in session.group or (session.selection,)]
        self._held = tuple(
            copied(box.class_id, box.box, session.owned_box(box.key)) for box in shown if box is not None
        )
        if self._held:
            text = self.tr("%n box(es) copied. {0} draws them in any image.", "", len(self._held))
            self._messages.info(text.format(self._messages.key_name("paste_boxes")))

    def paste(self) -> None:
        """Draw the copied boxes in the current image, at their place."""
        session = self._session
        if session.project is None or session.image is None:
            return
        if not self._held:
            text = self.tr("Nothing was copied yet: select a box, then {0}.")
            self._messages.info(text.format(self._messages.key_name("copy_boxes")))
            return
        # Who pastes a box says that its class is here, as whoever draws one.
        self._make(paste(session.project, session.image.id, self._held, against_labels=True), self.tr("paste"), "")

    def copy_previous(self) -> None:
        """Draw the boxes of the previous image of the list in this one."""
        session = self._session
        if session.project is None or session.image is None:
            return
        previous = self._previous_image(session.image.id)
        if not previous:
            self._messages.info(self.tr("There is no image before this one in the list."))
            return
        boxes = boxes_of_image(session.project, previous)
        if not boxes:
            self._messages.info(self.tr("The previous image has no boxes."))
            return
        made = paste(session.project, session.image.id, boxes)
        done = self.tr("%n box(es) copied from the previous image.", "", len(made.made))
        self._make(made, self.tr("copy from the previous image"), done)

    def _make(self, result: Copy, text: str, done: str) -> None:
        session = self._session
        self._review.push(result.edit, text)
        if result.made:
            keys = [f"b{box_id}" for box_id in result.made]
            session.select(keys[0])
            session.set_group(keys)
        left_out = self._left_out(result)
        if left_out:
            self._messages.warn(" ".join(([done] if done and result.made else []) + left_out))
        elif done:
            self._messages.info(done)

    def _left_out(self, result: Copy) -> list[str]:
        told = []
        records = [self._session.class_record(class_id) for class_id in result.contradicted]
        if records:
            names = ", ".join(record.name for record in records if record is not None)
            told.append(self.tr("Left out, because the label says they are not in this image: {0}.").format(names))
        if result.present:
            told.append(self.tr("%n box(es) left out that are here already.", "", result.present))
        if result.outside:
            told.append(self.tr("%n box(es) left out that would lie outside this image.", "", result.outside))
        return told
