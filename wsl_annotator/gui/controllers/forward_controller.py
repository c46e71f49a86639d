"""Boxes copied forward into the images that follow in the list, on the store's thread, as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QWidget

from wsl_annotator.gui.dialogs.forward_dialog import ForwardDialog
from wsl_annotator.gui.dialogs.parts import accepted
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.forward_job import ForwardJob
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.undo_forward import ForwardCommand
from wsl_annotator.workflow.edits_copy import CopiedBox, boxes_of_image, copied
from wsl_annotator.workflow.edits_forward import Forwarded

MOST_IMAGES = 100
"""So many at once: undo happens in the window, and with more it would be felt."""
FIRST_COUNT = 10


@dataclass(frozen=True, slots=True)
class _Running:
    job_id: int
    image_id: int


class ForwardController(QObject):
    """Asks into how many images, hands the work to the store's thread, and says what came of it."""

    def __init__(
        self,
        *,
        session: Session,
        stack: QUndoStack,
        store: JobService,
        messages: Messages,
        following: Callable[[int, int], Sequence[int]],
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """Make a controller.

        Args:
            session: what is current.
            stack: gets the undo step.
            store: the store's thread.
            messages: tells what was done.
            following: image id, most -> ids of the images that follow in the list as it is shown.
            window: parent of the dialog.
            parent: owner.
        """
        super().__init__(parent)
        self._session = session
        self._stack = stack
        self._store = store
        self._messages = messages
        self._following = following
        self._window = window
        self._running: _Running | None = None
        self._count = FIRST_COUNT

    @property
    def busy(self) -> bool:
        """Whether boxes are being copied."""
        return self._running is not None

    def ask(self) -> None:
        """Ask into how many images, and copy."""
        session = self._session
        if session.image is None or session.project is None:
            return
        boxes, images = self._boxes(), self._following(session.image.id, MOST_IMAGES)
        if self._running is not None:
            self._messages.info(self.tr("The boxes copied before are still being drawn."))
        elif not boxes:
            self._messages.info(self.tr("This image has no boxes to copy: accept or draw one first."))
        elif not images:
            self._messages.info(self.tr("There is no image after this one in the list."))
        else:
            dialog = ForwardDialog(boxes=len(boxes), images=len(images), start=self._count, parent=self._window)
            if accepted(dialog):
                self._count = dialog.count()
                self.copy(boxes, images[: self._count])

    def _boxes(self) -> list[CopiedBox]:
        """Return the selected boxes; where none is selected, those of the image that a person stands for."""
        session = self._session
        shown = [session.box(key) for key in session.group or (session.selection,)]
        chosen = [copied(box.class_id, box.box, session.owned_box(box.key)) for box in shown if box is not None]
        if chosen or session.project is None or session.image is None:
            return chosen
        return boxes_of_image(session.project, session.image.id)

    def copy(self, boxes: Sequence[CopiedBox], image_ids: Sequence[int]) -> None:
        """Draw boxes of the current image in others."""
        session = self._session
        if session.project is None or session.image is None:
            return
        project = ProjectRef(session.project.path, session.project.lock)
        job_id = self._store.submit(ForwardJob(project, tuple(image_ids), tuple(boxes)))
        self._running = _Running(job_id, session.image.id)

    @Slot()
    def forget(self) -> None:
        """Hear no more of what is under way: the project closes. It is stored all the same."""
        self._running = None

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Make it one undo step, and say what was done."""
        running = self._running
        if running is None or job_id != running.job_id or not isinstance(result, Forwarded):
            return
        self._running = None
        session = self._session
        if result.inverse is not None:
            command = ForwardCommand(
                session,
                self.tr("copy to the next images"),
                inverse=result.inverse,
                image_id=running.image_id,
                reached=result.image_ids,
            )
            self._stack.push(command)
            if session.image is not None and session.image.id in result.image_ids:
                session.reload_image()
        is_partial = result.contradicted or result.outside or result.present or result.unreadable or not result.made
        (self._messages.warn if is_partial else self._messages.info)(self._sentence(result))

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed; nothing was changed."""
        if self._running is not None and job_id == self._running.job_id:
            self._running = None
            self._messages.error(error)

    def _sentence(self, result: Forwarded) -> str:
        parts = [self.tr("No box was drawn")]
        if result.made:
            boxes = self.tr("%n box(es) drawn", "", result.made)
            parts = [self.tr("{0} in {1}").format(boxes, self.tr("%n image(s)", "", len(result.image_ids)))]
        if result.verified:
            parts.append(self.tr("%n verified image(s) not touched", "", result.verified))
        if result.cut:
            parts.append(self.tr("%n of them cut off where the image ends", "", result.cut))
        if result.outside:
            parts.append(self.tr("%n left out, outside the image", "", result.outside))
        if result.present:
            parts.append(self.tr("%n left out, there already", "", result.present))
        if result.contradicted:
            records = [self._session.class_record(class_id) for class_id in result.contradicted]
            names = ", ".join(record.name for record in records if record is not None)
            parts.append(self.tr("left out where the label says that it is absent: {0}").format(names))
        if result.unreadable:
            parts.append(self.tr("%n unreadable image(s) not touched", "", result.unreadable))
        return "; ".join(parts) + "."
