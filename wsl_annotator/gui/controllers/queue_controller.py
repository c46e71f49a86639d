"""The review queue: what the filter and the order ask for, and how far the person has come with it."""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.controllers.list_controller import ListController
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.dialogs.query_help import QueryHelp
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.models.image_model import ImageModel
from wsl_annotator.gui.panels.image_panel import ImagePanel
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.list_jobs import ArrangeJob, ListRequest, ListResult
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.store.edits import SetStatus
from wsl_annotator.workflow.image_query import ImageQuery
from wsl_annotator.workflow.image_table import ImageTable
from wsl_annotator.workflow.pace import Pace, rounded_minutes
from wsl_annotator.workflow.query_parser import QueryError, check_classes, parse
from wsl_annotator.workflow.queue import QueuePlan

_JUMP = "jump_over_finished"
"""Name of the switch in the settings."""


class QueueController(QObject):
    """Asks the list's thread to filter and order; Space and its like go along the result."""

    def __init__(
        self,
        *,
        session: Session,
        model: ImageModel,
        panel: ImagePanel,
        lists: ListController,
        review: ReviewController,
        jobs: JobService,
        settings: Settings,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._panel = panel
        self._arranged = panel.arranged
        self._lists = lists
        self._review = review
        self._jobs = jobs
        self._settings = settings
        self._messages = messages
        self._query = ImageQuery()
        self._job = 0
        self._row_wanted: int | None = None
        self._pace = Pace()
        self._done: set[tuple[int, int]] = set()
        self._help: QueryHelp | None = None

    @property
    def busy(self) -> bool:
        """Whether the list is not yet what was asked for."""
        return bool(self._job) or self._lists.loading or self._panel.query.waiting

    @Slot()
    def on_project_changed(self) -> None:
        """Start afresh with another project, in the order that was chosen last."""
        self._query, self._job, self._row_wanted = ImageQuery(), 0, None
        self._pace = Pace()
        self._done.clear()
        self._panel.queue.set_plan(self._settings.queue_plan)
        self._panel.queue.jump.setChecked(self._settings.switch(_JUMP, default=False))
        self._panel.filter.clear()
        self._panel.query.show_error("")

    @Slot()
    def on_classes_changed(self) -> None:
        """Offer the names of the classes."""
        classes = self._session.classes
        self._panel.query.set_classes([record.name for record in classes])
        self._panel.delegate.set_classes({record.id: record for record in classes})

    # what is asked

    @Slot(str)
    def on_query_changed(self, text: str) -> None:
        """Filter by what was typed; an error is told, and the list stays."""
        query = self._read(text)
        if query is not None and query.where != self._query.where:
            self._query = query
            self.arrange()

    @Slot(str)
    def on_query_submitted(self, text: str) -> None:
        """Filter, go to the row that is named, and give the keys back to the list."""
        query = self._read(text)
        if query is None:
            return
        self._row_wanted = query.row
        changed, self._query = query.where != self._query.where, query
        if changed:
            self.arrange()
        elif not self._job:
            self._go_to_row()
        self._panel.list.setFocus()

    def _read(self, text: str) -> ImageQuery | None:
        try:
            query = parse(text)
            check_classes(query, [record.name for record in self._session.classes])
        except QueryError as error:
            self._panel.query.show_error(in_users_language(error.user_text))
            return None
        self._panel.query.show_error("")
        return query

    @Slot(object)
    def on_plan_chosen(self, plan: QueuePlan) -> None:
        """Order anew, and remember how."""
        self._settings.queue_plan = plan
        self.arrange()

    @Slot(bool)
    def on_jump_toggled(self, on: bool) -> None:
        """Remember whether finished images are jumped over."""
        self._settings.set_switch(_JUMP, on=on)

    def resort(self) -> None:
        """Filter and order by what is known now; a random order is drawn again."""
        self._settings.queue_plan = self._panel.queue.next_seed()
        self.arrange()

    def arrange(self) -> None:
        """Ask for the list as it is to be now."""
        self._lists.read_stale_rows()
        self._submit(self._model.table)

    @Slot(object)
    def on_table_read(self, table: ImageTable) -> None:
        """Arrange what was just read."""
        self._submit(table)

    def _submit(self, table: ImageTable) -> None:
        project = self._session.project
        # While the list is read, its end asks again with everything known.
        if project is None or self._lists.loading:
            return
        self._jobs.drop(self._job)
        names = {record.name: record.id for record in self._session.classes}
        request = ListRequest(self._query, self._panel.queue.plan, names)
        self._job = self._jobs.submit(ArrangeJob(table, project.image_root, request))

    @Slot(int, object)
    def on_jobs_done(self, job_id: int, result: object) -> None:
        """Show the list."""
        if job_id != self._job or not isinstance(result, ListResult):
            return
        self._job = 0
        self._lists.show_arrangement(result.table, result.arrangement)
        self._go_to_row()

    @Slot(int, object)
    def on_jobs_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed; the list stays."""
        if job_id == self._job:
            self._job = 0
            self._messages.error(error)

    def _go_to_row(self) -> None:
        row, self._row_wanted = self._row_wanted, None
        if row is None:
            return
        if self._arranged.image_id(row - 1):
            self._lists.show_place(row - 1)
        else:
            self._messages.info(self.tr("The list has %n row(s).", "", len(self._arranged.arrangement)))

    # going on

    def finish(self, status: ImageStatus) -> None:
        """Give the current image a status and go on; class by class, it is verified after the last of its classes."""
        session, place = self._session, self._lists.place
        image, class_id = session.image, self._arranged.class_id(place)
        if image is None or status is not ImageStatus.VERIFIED or not class_id:
            self._review.finish(status)
            return
        self._done.add((image.id, class_id))
        turns = {(image.id, self._arranged.class_id(other)) for other in self._arranged.places_of(image.id)}
        if turns <= self._done:
            self._review.finish(status)
            return
        if image.status is ImageStatus.UNTOUCHED:
            self._review.push(SetStatus(image_id=image.id, status=ImageStatus.IN_PROGRESS), self.tr("class looked at"))
        self.advance(1)

    @Slot(int)
    def advance(self, step: int) -> None:
        """Go on along the queue, over finished images where that is wanted."""
        if not self._panel.queue.jump.isChecked():
            self._lists.step(step)
            return
        self._lists.read_stale_rows()
        rows = self._arranged.arrangement.rows
        waiting = np.flatnonzero(~self._model.table.finished()[rows])
        if not len(waiting):
            self._messages.info(self.tr("Every image of the list is verified or skipped."))
            return
        behind = waiting[waiting > self._lists.place]
        self._lists.show_place(int(behind[0] if len(behind) else waiting[0]))

    # how far

    @Slot()
    def on_acted(self) -> None:
        """Note that the person is at work."""
        self._pace.act(time.monotonic())

    @Slot()
    def on_image_finished(self) -> None:
        """Note that one more is done."""
        self._pace.finish(time.monotonic())

    @Slot()
    def show_progress(self) -> None:
        """Say how much of the list is verified, and how long the rest will take at the pace of late."""
        table = self._model.table
        shown = np.zeros(len(table), dtype=np.bool_)
        shown[self._arranged.arrangement.rows] = True
        listed, verified = int(np.count_nonzero(shown)), int(np.count_nonzero(shown & table.verified()))
        text = self.tr("{0} of {1} verified").format(f"{verified:,}", f"{listed:,}")
        if listed != len(table):
            text += " · " + self.tr("{0} hidden by the filter").format(f"{len(table) - listed:,}")
        left = int(np.count_nonzero(shown & ~table.finished()))
        seconds = self._pace.remaining_s(left)
        if seconds is not None and left:
            text += " · " + self._time_text(rounded_minutes(seconds))
        self._panel.show_progress(verified / listed if listed else 0.0, text)

    def _time_text(self, minutes: int) -> str:
        if minutes < 60:
            return self.tr("about {0} min left").format(minutes)
        hours, rest = divmod(minutes, 60)
        if not rest:
            return self.tr("about {0} h left").format(hours)
        return self.tr("about {0} h {1} min left").format(hours, rest)

    @Slot()
    def show_help(self) -> None:
        """Explain the filter beside the window."""
        if self._help is None:
            self._help = QueryHelp(self._panel.window())
        self._help.show()
        self._help.raise_()
