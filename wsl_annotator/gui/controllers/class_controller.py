"""Classes: what the class panel shows, and adding, renaming and removing them."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import FINAL_STATES, ClassRecord
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.models.class_model import ClassModel, ClassRow
from wsl_annotator.gui.models.threshold_note import NO_NOTE, ThresholdNote
from wsl_annotator.gui.panels.class_panel import ClassPanel
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.shortcuts import CLASS_KEYS
from wsl_annotator.gui.turns import Turns
from wsl_annotator.store.edits import DeleteClass, PutClass


class ClassController(QObject):
    """Fills the class model and edits classes."""

    def __init__(
        self,
        *,
        session: Session,
        model: ClassModel,
        panel: ClassPanel,
        review: ReviewController,
        window: QWidget,
        turns: Turns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._panel = panel
        self._review = review
        self._window = window
        self._notes: Mapping[int, ThresholdNote] = {}
        self._turns = turns

    def set_notes(self, notes: Mapping[int, ThresholdNote]) -> None:
        """Show who set each class's threshold."""
        if notes != self._notes:
            self._notes = notes
            self.refresh_soon()

    @Slot()
    def refresh_soon(self) -> None:
        """Show the classes anew once the canvas has been."""
        self._turns.ask(self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Show the classes as they are now."""
        session = self._session
        drawn = Counter(record.class_id for record in session.owned.values() if record.state in FINAL_STATES)
        offered = Counter(proposal.class_id for proposal in session.proposals())
        rows = []
        for at, record in enumerate(session.classes):
            found = session.localizations.get(record.id)
            rows.append(
                ClassRow(
                    id=record.id,
                    name=record.name,
                    color=record.color,
                    key_hint=CLASS_KEYS[at] if at < len(CLASS_KEYS) else "",
                    label=session.labels.get(record.id, LabelState.UNKNOWN),
                    score=None if found is None else found.localization.class_probability,
                    threshold=session.threshold(record.id),
                    boxes=drawn[record.id],
                    proposals=offered[record.id],
                    searched=found is not None,
                    editable=session.writable and session.image is not None,
                    note=self._notes.get(record.id, NO_NOTE),
                )
            )
        self._model.set_rows(rows)
        self._panel.set_current(session.class_id)

    def class_id_at(self, number: int) -> int:
        """Return the id of the class with this number from 0; 0 where there is none."""
        return self._session.classes[number].id if number < len(self._session.classes) else 0

    @Slot()
    def add(self) -> None:
        """Ask for a name and add a class."""
        project = self._session.project
        if project is None:
            return
        name = self._ask_name(self.tr("Add a class"), "")
        if not name:
            return
        try:
            record = ClassRecord(id=project.new_class_id(), name=name, color=class_color(len(self._session.classes)))
        except WslError as error:
            self._review.messages.error(error)
            return
        self._review.push(PutClass(record), self.tr("add class"), on_image=False)
        self._session.set_class(record.id)

    @Slot()
    def rename(self) -> None:
        """Ask for another name of the current class."""
        record = self._session.class_record(self._session.class_id)
        if record is None:
            return
        name = self._ask_name(self.tr("Rename the class"), record.name)
        if name and name != record.name:
            self._review.push(PutClass(dataclasses.replace(record, name=name)), self.tr("rename class"), on_image=False)

    @Slot()
    def remove(self) -> None:
        """Remove the current class, if nothing uses it."""
        if self._session.class_id:
            self._review.push(DeleteClass(self._session.class_id), self.tr("remove class"), on_image=False)

    def _ask_name(self, title: str, text: str) -> str:
        taken = {record.name for record in self._session.classes} - {text}
        name, accepted = QInputDialog.getText(
            self._window, title, self.tr("Name of the class:"), QLineEdit.EchoMode.Normal, text
        )
        name = name.strip()
        if accepted and name in taken:
            self._review.messages.warn(self.tr("There is a class named {0} already.").format(name))
            return ""
        return name if accepted else ""
