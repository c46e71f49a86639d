"""The image list: reading its rows, which one is current, and the way to the neighbours."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from wsl_annotator.core.errors import WslError
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.models.image_model import ImageModel, empty_table
from wsl_annotator.gui.panels.image_panel import ImagePanel
from wsl_annotator.gui.services.decode_service import DecodeService
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.list_jobs import ReadListJob
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.turns import Turns
from wsl_annotator.workflow.image_table import ImageTable, TableFacts
from wsl_annotator.workflow.queue import Arrangement
from wsl_annotator.workflow.review import JUDGED_IOU

AHEAD = (1, 2, -1)


class ListController(QObject):
    """Keeps the list and the session in step. A `place` is a row of the list as it is arranged.

    `table_read` comes once everything is known of the images: the new table waits in it to be arranged and shown.
    """

    table_read = Signal(object)
    image_finished = Signal()
    counts_changed = Signal()

    def __init__(
        self,
        *,
        session: Session,
        model: ImageModel,
        panel: ImagePanel,
        jobs: JobService,
        decode: DecodeService,
        thumbnails: ThumbnailService,
        messages: Messages,
        turns: Turns,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._panel = panel
        self._arranged = panel.arranged
        self._jobs = jobs
        self._decode = decode
        self._thumbnails = thumbnails
        self._messages = messages
        self._job = 0
        self._coming: ImageTable | None = None
        self._touched: set[int] = set()
        self._stale: dict[int, None] = {}
        self._turns = turns
        self.place = -1

    @property
    def loading(self) -> bool:
        """Whether the list is still being read."""
        return bool(self._job)

    # reading

    @Slot()
    def on_project_changed(self) -> None:
        """List the images of another project, or none, and show the first."""
        self._decode.forget()
        self._thumbnails.forget()
        self._jobs.drop_all()
        self._job, self.place = 0, -1
        self._stale.clear()
        project = self._session.project
        self._model.set_table(empty_table(), root=self._model.root)
        self.counts_changed.emit()
        if project is None:
            return
        self._read()
        # After the slots that hear of the new project: they see no image before it.
        QTimer.singleShot(0, self, self._show_first)

    @Slot()
    def _show_first(self) -> None:
        project = self._session.project
        if project is None or self._session.image is not None:
            return
        first = project.first_image_id()
        if first:
            self.show_image(first)

    @Slot()
    def on_images_changed(self) -> None:
        """Read the rows again; those that are shown stay until the new ones are there."""
        if self._session.project is not None:
            self._read()

    def _read(self) -> None:
        project = self._session.project
        assert project is not None
        self._jobs.drop(self._job)
        self._coming = None
        self._touched.clear()
        self._job = self._jobs.submit(ReadListJob(project.path, project.lock))

    @Slot(int, object)
    def on_jobs_produced(self, job_id: int, value: object) -> None:
        """Take the images; show them at once where there are none yet."""
        if job_id != self._job or not isinstance(value, ImageTable) or self._session.project is None:
            return
        self._coming = value
        if not len(self._model.table):
            self._model.set_table(value, root=self._session.project.image_root)
            self._find_place()
            self.counts_changed.emit()

    @Slot(int, object)
    def on_jobs_done(self, job_id: int, result: object) -> None:
        """Take what is inside the images."""
        if job_id != self._job or not isinstance(result, TableFacts) or self._coming is None:
            return
        table, self._coming, self._job = self._coming, None, 0
        table.take_facts(result)
        self._catch_up(table)
        if table is self._model.table:
            self._model.refresh()
        self.table_read.emit(table)

    @Slot(int, object)
    def on_jobs_failed(self, job_id: int, error: BaseException) -> None:
        """Say why there is no list."""
        if job_id == self._job:
            self._job, self._coming = 0, None
            self._messages.error(error)

    def _catch_up(self, table: ImageTable) -> None:
        """Read again what was changed while the table was read."""
        project = self._session.project
        if project is not None:
            for image_id in self._touched:
                table.update(project.summary(image_id), project.image_facts(image_id, judged_iou=JUDGED_IOU))
        self._touched.clear()

    def show_arrangement(self, table: ImageTable, arrangement: Arrangement) -> None:
        """Show these rows of a table; the image on the canvas stays."""
        project = self._session.project
        if project is None:
            return
        selection = self._panel.list.selectionModel()
        blocked = selection.blockSignals(True)
        if table is not self._model.table:
            self._model.set_table(table, root=project.image_root)
        changed = self._arranged.set_arrangement(arrangement)
        selection.blockSignals(blocked)
        if changed:
            self._find_place()
        self.counts_changed.emit()

    # single rows

    @Slot(int)
    def on_summary_changed(self, image_id: int) -> None:
        """Read one row again, once the canvas has shown what was done."""
        if self.loading:
            self._touched.add(image_id)
        self._stale[image_id] = None
        self._turns.ask(self._read_stale_row)

    def read_stale_rows(self) -> None:
        """Read at once what waits to be read, for those who count on the rows."""
        while self._stale:
            self._read_row()

    def _read_stale_row(self) -> None:
        if self._stale:
            self._read_row()
        if self._stale:
            self._turns.ask(self._read_stale_row)

    def _read_row(self) -> None:
        image_id = next(iter(self._stale))
        del self._stale[image_id]
        project = self._session.project
        if project is None:
            return
        facts = project.image_facts(image_id, judged_iou=JUDGED_IOU)
        if self._model.update_image(project.summary(image_id), facts):
            self.image_finished.emit()
        self.counts_changed.emit()

    @Slot(int)
    def on_image_saved(self, image_id: int) -> None:
        """Show what a run stored: in its row, and on the canvas where it is the current image."""
        self.on_summary_changed(image_id)
        # Whichever image it was: what the network alone knows became a class with its first search.
        self._session.refresh_classes()
        if self._session.image is not None and self._session.image.id == image_id:
            self._session.reload_image()

    # the current image

    @Slot(int)
    def show_image(self, image_id: int) -> None:
        """Make an image current."""
        try:
            self._session.go_to(image_id)
        except WslError as error:
            self._messages.error(error)

    @Slot(int)
    def show_place(self, place: int) -> None:
        """Make the image at a place of the list current, and the class whose turn it is there."""
        image_id, class_id = self._arranged.image_id(place), self._arranged.class_id(place)
        if not image_id:
            return
        self.place = place
        self.show_image(image_id)
        if class_id:
            self._session.set_class(class_id)
        # Of one image there may be several places: the session does not tell when only the place changed.
        self._turns.ask(self._mark_place)

    def _mark_place(self) -> None:
        self._panel.set_current(self.place)

    @Slot()
    def on_image_changed(self) -> None:
        """Mark the row and decode the neighbours ahead."""
        image = self._session.image
        if image is None:
            return
        if self._arranged.image_id(self.place) != image.id:
            self._find_place()
        else:
            self._turns.ask(self._mark_place)
        ahead = [self._arranged.image_id(self.place + step) for step in AHEAD if self.place + step >= 0]
        rows = [(image_id, self._model.row_of(image_id)) for image_id in ahead if image_id]
        self._decode.prefetch([(image_id, self._model.path_of(row)) for image_id, row in rows])

    def _find_place(self) -> None:
        """Look where the current image stands: of several places, where its current class has its turn."""
        image = self._session.image
        places = self._arranged.places_of(image.id) if image is not None else []
        of_class = [place for place in places if self._arranged.class_id(place) == self._session.class_id]
        self.place = (of_class or places or [-1])[0]
        self._turns.ask(self._mark_place)

    @Slot(int)
    def step(self, step: int) -> None:
        """Show the next or previous image of the list; the first one where the current image is not in it."""
        target = self.place + step if self.place >= 0 else 0
        if self._arranged.image_id(target):
            self.show_place(target)
        elif step > 0 and self._session.image is not None:
            self._messages.info(self.tr("This is the last image of the list."))
