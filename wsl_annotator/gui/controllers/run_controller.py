"""Boxes of the other searches of the current class, one search after the other, beside those of the newest."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.errors import WslError
from wsl_annotator.gui.canvas.values import GhostRun
from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.other_runs import OtherRun, other_runs


class OtherRunController(QObject):
    """Shows one other search at a time, over images and classes, until it is stepped off. It edits nothing."""

    def __init__(
        self,
        *,
        session: Session,
        canvas: AnnotationCanvas,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = canvas
        self._messages = messages
        self._place = 0
        self._known: tuple[int, int] = (0, 0)
        self._runs: list[OtherRun] = []

    def step(self) -> None:
        """Show the search before the one that is shown; after the oldest, none."""
        if self._session.image is None:
            return
        self._read()
        self._place = self._place + 1 if self._place < max(1, len(self._runs)) else 0
        self.refresh()

    @Slot()
    def on_content_changed(self) -> None:
        """Look again which searches there are."""
        self._known = (0, 0)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what was asked for, for the current image, class and threshold."""
        wanted = self._place and self._session.image is not None and self._canvas.canvas_scene.width
        if not wanted:
            self._canvas.set_ghost(None)
            return
        self._read()
        self._canvas.set_ghost(self._ghost())

    def _ghost(self) -> GhostRun:
        record = self._session.class_record(self._session.class_id)
        name = record.name if record is not None else ""
        if not self._runs:
            return GhostRun((), self.tr("No other run of {0} in this image").format(name))
        place = min(self._place, len(self._runs))
        run = self._runs[place - 1]
        boxes = run.boxes(self._session.threshold(self._session.class_id))
        legend = self.tr("Other run of {0}: {1}, {2}").format(name, run.name, run.when)
        if not boxes:
            legend = self.tr("{0}: no box at this threshold").format(legend)
        if len(self._runs) > 1:
            legend += " " + self.tr("({0} of {1})").format(place, len(self._runs))
        return GhostRun(boxes, legend)

    def _read(self) -> None:
        session = self._session
        newest = session.localizations.get(session.class_id)
        known = (newest.id, session.class_id) if newest is not None else (0, session.class_id)
        if known == self._known:
            return
        self._known, self._runs = known, []
        if newest is None or session.project is None:
            return
        try:
            self._runs = other_runs(session.project, newest)
        except WslError as error:
            self._messages.error(error)
