"""Thresholds that follow the person's boxes: fitted on a thread of their own, never over what the person chose."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import WslError
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.records import FINAL_STATES, BoxState
from wsl_annotator.gui.controllers.class_controller import ClassController
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.dialogs.calibration_dialog import CalibrationDialog
from wsl_annotator.gui.models.threshold_note import notes_of
from wsl_annotator.gui.panels.class_panel import ClassPanel
from wsl_annotator.gui.services.calibration_jobs import CardJob, FitJob
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.workflow.calibrate import LEAST_BOXES, ClassFit, threshold_edit
from wsl_annotator.workflow.card_thresholds import CardThresholds, first_thresholds
from wsl_annotator.workflow.engine import EngineIdentity
from wsl_annotator.workflow.threshold_origin import ThresholdOrigin, is_persons, read_origins, write_origins

SWITCH = "auto_threshold"
REFIT_AFTER_MS = 300
RETRY_MS = 150
NEWEST_IMAGES = 300
"""Images that a fit in passing looks at, so that it takes a second at most; the command looks at all."""

Judged = frozenset[tuple[int, BoxState, Box]]


class CalibrationController(QObject):
    """Fits thresholds as boxes come in, and on demand; each change is one undoable edit."""

    began = Signal(str)
    progressed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        *,
        session: Session,
        review: ReviewController,
        jobs: JobService,
        panel: ClassPanel,
        classes: ClassController,
        settings: Settings,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._review = review
        self._jobs = jobs
        self._panel = panel
        self._classes = classes
        self._settings = settings
        self._window = window
        self._origins: dict[int, ThresholdOrigin] = {}
        self._fits: dict[int, ClassFit] = {}
        self._judged: tuple[int, dict[int, Judged]] = (0, {})
        self._card = CardThresholds()
        self._complained = False
        self._waiting: set[int] = set()
        self._ready: list[ClassFit] = []
        self._auto_job = self._asked_job = self._card_job = 0
        self._dialog: CalibrationDialog | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def busy(self) -> bool:
        """Whether a fit that the person asked for is under way."""
        return bool(self._asked_job)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way, waits, or is held back."""
        return not (self._auto_job or self._asked_job or self._card_job or self._waiting or self._ready)

    # what changes

    @Slot()
    def on_project_changed(self) -> None:
        """Forget the project before; read who set the thresholds of this one."""
        self.abandon()
        self._fits.clear()
        self._judged = (0, {})
        self._card, self._complained = CardThresholds(), False
        project = self._session.project
        self._origins = {} if project is None else read_origins(project)
        self._show_notes()

    @Slot()
    def abandon(self) -> None:
        """Forget what is under way, when the project closes."""
        asked = self.busy
        self._jobs.drop_all()
        self._timer.stop()
        self._auto_job = self._asked_job = self._card_job = 0
        self._waiting.clear()
        self._ready.clear()
        if self._dialog is not None:
            self._dialog.reject()
        if asked:
            self.ended.emit()

    @Slot()
    def on_content_changed(self) -> None:
        """Fit again the classes of which boxes came, went or moved in the image that is shown."""
        session = self._session
        if session.image is None:
            return
        judged: dict[int, set[tuple[int, BoxState, Box]]] = {}
        for record in session.owned.values():
            if record.state in FINAL_STATES:
                judged.setdefault(record.class_id, set()).add((record.id, record.state, record.box))
        now = {class_id: frozenset(boxes) for class_id, boxes in judged.items()}
        image_id, before = self._judged
        self._judged = (session.image.id, now)
        if image_id == session.image.id and now != before:
            changed = {class_id for class_id in {*now, *before} if now.get(class_id) != before.get(class_id)}
            self._fit_soon(changed)

    @Slot()
    def on_thresholds_changed(self) -> None:
        """Show who set what; an undone change is the person's word."""
        self._show_notes()

    @Slot()
    def on_classes_changed(self) -> None:
        """Give classes that a run added the card's thresholds too."""
        if self._card.classes:
            # Later: a class may come by an edit that is not on the undo stack yet, and this one belongs above it.
            QTimer.singleShot(0, self, self._use_card)
        self._show_notes()

    @Slot(object)
    def on_thresholds_set(self, values: dict[int, float]) -> None:
        """Remember that a person chose thresholds. Told before the edit is made, so that those before are known."""
        changed = [one for one in self._session.classes if values.get(one.id, one.threshold) != one.threshold]
        self._remember({one.id: ThresholdOrigin(by="person", value=values[one.id]) for one in changed})
        for one in changed:
            self._compare_soon(one.id)

    @Slot()
    def on_threshold_stepped(self) -> None:
        """Remember that a person chose the current class's threshold by a key."""
        record = self._session.class_record(self._session.class_id)
        if record is not None and self._session.writable:
            self._remember({record.id: ThresholdOrigin(by="person", value=record.threshold)})
            self._compare_soon(record.id)
            self._show_notes()

    @Slot(object)
    def on_identity_known(self, identity: EngineIdentity) -> None:
        """Begin at the thresholds that a network card brings for its search; the process starts for a card alone."""
        if not is_card(network := self._settings.search.network):
            self._card = CardThresholds()
        elif self._session.writable and not self._card_job:
            self._card_job = self._jobs.submit(CardJob(network, identity.config))

    # fits

    def _compare_soon(self, class_id: int) -> None:
        """Look again whether the boxes say something better than what the person chose."""
        if class_id in self._fits:
            self._fit_soon({class_id})

    def _fit_soon(self, class_ids: set[int]) -> None:
        if self._session.writable and self._settings.switch(SWITCH, default=True):
            self._waiting |= class_ids
            self._timer.start(REFIT_AFTER_MS)

    @Slot()
    def _on_timeout(self) -> None:
        project = self._session.project
        if self._hands_full():
            self._timer.start(RETRY_MS)
            return
        ready, self._ready = self._ready, []
        if ready:
            self._take(ready)
        if self._waiting and not self._auto_job and project is not None:
            class_ids, self._waiting = tuple(sorted(self._waiting)), set()
            self._auto_job = self._jobs.submit(FitJob(project.path, class_ids, NEWEST_IMAGES))

    def _hands_full(self) -> bool:
        """Return whether the person drags something just now."""
        return self._panel.is_dragging() or QApplication.mouseButtons() != Qt.MouseButton.NoButton

    def fit_all(self) -> None:
        """Fit every class and show what would change."""
        project = self._session.project
        if project is None or project.read_only or self.busy:
            return
        self._asked_job = self._jobs.submit(FitJob(project.path, None, None))
        self.began.emit(self.tr("Fitting thresholds …"))

    def cancel(self) -> None:
        """Stop the fit that the person asked for."""
        if self._asked_job:
            self._jobs.cancel(self._asked_job)

    @Slot(int, object)
    def on_progressed(self, job_id: int, progress: Progress) -> None:
        """Tell how far the fit is that the person asked for."""
        if job_id == self._asked_job:
            self.progressed.emit(progress)

    @Slot(int, object)
    def on_done(self, job_id: int, result: object) -> None:
        """Use what a job found."""
        if job_id == self._card_job and isinstance(result, CardThresholds):
            self._card_job, self._card = 0, result
            self._use_card()
        elif job_id == self._asked_job and isinstance(result, tuple):
            self._end_asked()
            self._show_table(result)
        elif job_id == self._auto_job and isinstance(result, tuple):
            self._auto_job = 0
            self._ready += result
            self._timer.start(0)

    @Slot(int, object)
    def on_failed(self, job_id: int, error: BaseException) -> None:
        """Say what failed; of fits in passing the first, as each box would bring the same sentence again."""
        if job_id != self._auto_job or not self._complained:
            self._review.messages.error(error)
        self._complained |= job_id == self._auto_job
        self._forget_job(job_id)

    @Slot(int)
    def on_cancelled(self, job_id: int) -> None:
        """Go on without."""
        self._forget_job(job_id)

    def _forget_job(self, job_id: int) -> None:
        if job_id == self._asked_job:
            self._end_asked()
        self._auto_job = 0 if job_id == self._auto_job else self._auto_job
        self._card_job = 0 if job_id == self._card_job else self._card_job

    def _end_asked(self) -> None:
        self._asked_job = 0
        self.ended.emit()

    # what follows

    def _take(self, fits: list[ClassFit]) -> None:
        """Set the thresholds that the program may set, and offer the others."""
        mine = []
        for fit in fits:
            record = self._session.class_record(fit.class_id)
            if record is None:
                continue
            if record.threshold != fit.current:
                self._waiting.add(fit.class_id)
                self._timer.start(REFIT_AFTER_MS)
                continue
            self._fits[fit.class_id] = fit
            if fit.finds_some and fit.judged >= LEAST_BOXES and not is_persons(record, self._origins.get(fit.class_id)):
                mine.append(fit)
        if mine and self._settings.switch(SWITCH, default=True):
            self._set(mine, self.tr("fit threshold"))
        self._show_notes()

    def _set(self, fits: list[ClassFit], text: str) -> None:
        """Set these thresholds by one edit, and say so."""
        edit = threshold_edit(fits)
        self._remember({fit.class_id: fit.origin for fit in fits})
        if edit.edits:
            self._review.push(edit, text, on_image=False)
            self._review.messages.info(self._sentence([fit for fit in fits if fit.chosen != fit.current]))
        self._show_notes()

    def _sentence(self, fits: list[ClassFit]) -> str:
        undo = self._review.messages.key_name("undo")
        if len(fits) > 1:
            return self.tr("%n threshold(s) fitted to your boxes. {0} takes them back.", "", len(fits)).format(undo)
        (fit,) = fits
        text = self.tr("Threshold of {0} fitted to %n box(es): {1} to {2}. {3} takes it back.", "", fit.boxes)
        return text.format(fit.name, f"{fit.current:.2f}", f"{fit.chosen:.2f}", undo)

    def _remember(self, changes: dict[int, ThresholdOrigin]) -> None:
        project = self._session.project
        changes = {class_id: origin for class_id, origin in changes.items() if self._origins.get(class_id) != origin}
        if project is None or project.read_only or not changes:
            return
        try:
            write_origins(project, changes)
        except WslError as error:
            self._review.messages.error(error)
            return
        self._origins |= changes

    @Slot(int)
    def on_suggestion_taken(self, class_id: int) -> None:
        """Set the threshold that was offered; from then on the class follows its boxes again."""
        fit = self._fits.get(class_id)
        record = self._session.class_record(class_id)
        if fit is not None and record is not None and record.threshold == fit.current:
            self._set([fit], self.tr("fit threshold"))

    @Slot()
    def _use_card(self) -> None:
        project, found = self._session.project, self._card
        if found.notice:
            self._review.messages.warn(found.notice)
        if project is None or project.read_only or not found.classes:
            return
        edit, changes = first_thresholds(project, found)
        self._remember(changes)
        self._review.push(edit, self.tr("thresholds of the card"), on_image=False)
        if edit.edits:
            text = self.tr("%n class(es) begin at the thresholds of the network card.", "", len(edit.edits))
            self._review.messages.info(text)
        self._show_notes()

    def _show_table(self, fits: tuple[ClassFit, ...]) -> None:
        self._fits |= {fit.class_id: fit for fit in fits}
        self._show_notes()
        if not any(fit.fit is not None for fit in fits):
            self._review.messages.warn(
                self.tr("There is no box to fit thresholds on."),
                self.tr("Accept, adjust or draw some boxes in images that were searched."),
            )
            return
        self._dialog = CalibrationDialog(fits, least_boxes=LEAST_BOXES, parent=self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.accepted.connect(self._on_dialog_accepted)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot()
    def _on_dialog_accepted(self) -> None:
        if self._dialog is not None:
            self._set(self._dialog.chosen(), self.tr("fit thresholds"))

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None

    def _show_notes(self) -> None:
        self._classes.set_notes(notes_of(self._session.classes, self._origins, self._fits))
