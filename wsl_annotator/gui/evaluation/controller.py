"""Joins the evaluation dialog, the process that measures, and the rest of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.evaluation.dialog import EvaluationDialog
from wsl_annotator.gui.evaluation.process import EvaluationProcess, Outcome
from wsl_annotator.gui.evaluation.request import EvaluationRequest, evaluate_words
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.services.command_events import CommandEvent
from wsl_annotator.gui.services.program import program
from wsl_annotator.gui.session import Session


class EvaluationController(QObject):
    """At most one evaluation at a time."""

    def __init__(self, *, session: Session, messages: Messages, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._messages = messages
        self._window = window
        self._dialog: EvaluationDialog | None = None
        self._unseen = False
        self.process = EvaluationProcess(self)
        self.process.said.connect(self._on_said)
        self.process.ended.connect(self._on_ended)
        session.project_changed.connect(self._on_project_changed)

    @property
    def dialog(self) -> EvaluationDialog:
        """The dialog, made when it is first wanted."""
        if self._dialog is None:
            self._dialog = EvaluationDialog(self._window)
            self._dialog.start_wanted.connect(self.start)
            self._dialog.cancel_wanted.connect(self.process.cancel)
            self._dialog.page_wanted.connect(self.open_page)
        return self._dialog

    def ask(self) -> None:
        """Show the choices, or the evaluation that is under way."""
        project = self._session.project
        if project is None:
            return
        if not self.process.running and not self._unseen:
            self.dialog.setup.set_project(project.path)
            self.dialog.show_setup()
        self._unseen = False
        self.dialog.show()
        self.dialog.activateWindow()

    @Slot(object)
    def start(self, request: EvaluationRequest) -> None:
        """Start an evaluation."""
        if self.process.running:
            return
        self.dialog.show_running()
        name, words = program()
        self.process.start(name, [*words, *evaluate_words(request)])

    @Slot()
    def open_page(self) -> None:
        """Show the written page in the browser."""
        summary = self.dialog.summary
        if summary is None:
            return
        if not summary.page.is_file():
            self.dialog.show_problem(self.tr("{0} is no longer there: evaluate again.").format(summary.page))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(summary.page))):
            self.dialog.show_problem(self.tr("No web browser answers. The page is {0}.").format(summary.page))

    def shut_down(self) -> None:
        """End the process; it only reads."""
        self.process.end()

    @Slot()
    def _on_project_changed(self) -> None:
        """Leave the choices of a project that is no longer open; what is measured of it goes on."""
        if self._dialog is None or self.process.running:
            return
        self._unseen = False
        if self._session.project is None:
            self._dialog.hide()
        elif self._dialog.isVisible():
            self.ask()

    @Slot(object)
    def _on_said(self, event: CommandEvent) -> None:
        if isinstance(event, Progress):
            self.dialog.show_progress(event)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        self.dialog.show_outcome(outcome)
        if self.dialog.isVisible():
            return
        if outcome.summary is not None:
            self._unseen = True
            text = self.tr("The evaluation is done: {0}.").format(outcome.summary.page.name)
            self._messages.info(text, self.tr("File > Evaluate shows it."))
        elif outcome.kind == "failed":
            self._messages.warn(outcome.text, outcome.hint)
