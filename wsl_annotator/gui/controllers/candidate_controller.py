"""Another answer for the same object: the next candidate of the stored search, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.review import Proposal, judged_boxes


class CandidateController(QObject):
    """Steps from proposal to proposal. It never stores anything: what is skipped is known while the image is shown."""

    def __init__(self, session: Session, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages

    def next(self) -> None:
        """Replace the selected, or best, proposal of the current class by the next best candidate."""
        session, class_id = self._session, self._session.class_id
        record = session.class_record(class_id)
        if session.image is None or record is None:
            return
        searches = session.searches(class_id)
        if not searches:
            self._messages.info(
                self.tr("{0} has not been searched in this image.").format(record.name), self.tr("P searches it.")
            )
            return
        present = self._present()
        if present is not None:
            searches.sort(key=lambda stored: stored.id != present.localization_id)
        taken = judged_boxes(session.owned.values()).get(class_id, [])
        taken = taken + [other.box for other in self._of_class() if other != present]
        found = session.visit.forward(class_id, present, searches=searches, taken=taken)
        if found is None:
            self._messages.info(
                self.tr("This search has no more candidates of {0}.").format(record.name),
                self.tr("I looks for another instance, G searches in a region that you draw."),
            )
            return
        session.show_step(class_id)
        session.select(found.key)

    def previous(self) -> None:
        """Show again what was there before the last step."""
        session, class_id = self._session, self._session.class_id
        if session.image is None:
            return
        stepped, found = session.visit.back(class_id, self._present())
        if not stepped:
            self._messages.info(self.tr("There is no earlier candidate."), self.tr("N shows the next one."))
            return
        session.show_step(class_id)
        session.select(found.key if found is not None else "")

    def _of_class(self) -> list[Proposal]:
        return [found for found in self._session.proposals() if found.class_id == self._session.class_id]

    def _present(self) -> Proposal | None:
        """Return the selected proposal of the current class, else its best; None where none is shown."""
        shown = self._of_class()
        selected = next((found for found in shown if found.key == self._session.selection), None)
        return selected or max(shown, key=lambda found: found.score, default=None)
