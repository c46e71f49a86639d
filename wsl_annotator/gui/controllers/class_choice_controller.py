"""Any class by keys: the list that is typed into, for the selected boxes or for what is drawn next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, Slot

from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.panels.class_chooser import ClassChooser
from wsl_annotator.gui.session import Session


class ClassChoiceController(QObject):
    """Opens the list over the picture and does what is chosen."""

    def __init__(
        self,
        *,
        session: Session,
        review: ReviewController,
        canvas: AnnotationCanvas,
        is_unseen: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review
        self._canvas = canvas
        self._is_unseen = is_unseen
        self.chooser = ClassChooser(canvas)
        self.chooser.class_chosen.connect(self.give)
        self.chooser.left.connect(canvas.setFocus)
        for changed in (session.project_changed, session.image_changed, session.classes_changed):
            changed.connect(self.on_others_shown)

    @Slot(int)
    def give(self, class_id: int) -> None:
        """Give what is selected a class, or make it the current one; in an image that cannot be shown only that."""
        if self._is_unseen():
            self._session.set_class(class_id)
        else:
            self._review.choose_class(class_id)

    def open(self) -> None:
        """Open the list; one that is open begins anew."""
        session = self._session
        shown = session.box(session.selection)
        judged = shown is not None and session.writable and not self._is_unseen()
        boxes = max(1, len(session.group)) if judged else 0
        current = session.class_id if shown is None else shown.class_id
        self.chooser.show_classes(session.classes, current=current, boxes=boxes)
        self.chooser.open_beside(self._selected_rect(), within=self._canvas)

    def _selected_rect(self) -> QRect:
        shown = self._session.box(self._session.selection)
        if shown is None:
            return QRect()
        return self._canvas.viewportTransform().mapRect(QRectF(*shown.box.xywh)).toAlignedRect()

    @Slot()
    def on_others_shown(self) -> None:
        """Close the list: its classes, or the boxes that it was opened for, are no longer on the screen."""
        if self.chooser.isVisible():
            self.chooser.leave()
