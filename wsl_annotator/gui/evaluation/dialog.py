"""The dialog of an evaluation: what to hold the proposals against, how far it is, what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.core.progress import Progress, format_duration
from wsl_annotator.gui.dialogs.parts import foot_button
from wsl_annotator.gui.evaluation.process import Outcome
from wsl_annotator.gui.evaluation.request import Summary
from wsl_annotator.gui.evaluation.result_page import ResultPage
from wsl_annotator.gui.evaluation.setup_page import SetupPage
from wsl_annotator.gui.moved_bar import move_bar


class EvaluationDialog(QDialog):
    """Not modal: a person works on while it measures.

    Signals:
        start_wanted: an `EvaluationRequest`.
        cancel_wanted: it is to stop.
        page_wanted: the page of the summary that is shown is to be opened.
    """

    start_wanted = Signal(object)
    cancel_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(940, 620)
        self.setWindowTitle(self.tr("Evaluate the proposals"))
        self.summary: Summary | None = None
        self._head = QLabel(self.tr("Evaluate the proposals"))
        self._head.setProperty("role", "heading")
        self._explain = QLabel(
            self.tr("How good are points and boxes, and how much work do they save? Nothing of the project is changed.")
        )
        self._explain.setProperty("role", "muted")
        self.setup = SetupPage()
        self.result = ResultPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.setup)
        self.pages.addWidget(self.result)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the evaluation"))
        self.stage = QLabel()
        self.stage.setProperty("role", "muted")
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.setAccessibleName(self.tr("Why nothing was evaluated"))
        self.start_button = foot_button(self.tr("Evaluate"), self._on_start_clicked)
        self.stop_button = foot_button(self.tr("Stop"), self.cancel_wanted)
        self.open_button = foot_button(self.tr("Open the page"), self.page_wanted)
        self.back_button = foot_button(self.tr("Evaluate again"), self.show_setup)
        self.close_button = foot_button(self.tr("Close"), self.hide)
        self.open_button.setToolTip(self.tr("Show curves, bars and the worst images in the web browser"))
        self._lay_out()
        self.setup.changed.connect(self._on_setup_changed)
        self.show_setup()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        for button in (self.start_button, self.stop_button, self.open_button, self.close_button):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(10)
        box.addWidget(self._head)
        box.addWidget(self._explain)
        box.addWidget(self.pages, 1)
        box.addWidget(self._problem)
        box.addWidget(self.bar)
        box.addWidget(self.stage)
        box.addLayout(foot)

    def _show(self, page: QWidget, buttons: tuple[QPushButton, ...], *, running: bool) -> None:
        self.pages.setCurrentWidget(page)
        self.setup.setEnabled(not running)
        self.bar.setVisible(running)
        self.stage.setVisible(running)
        for button in (self.start_button, self.stop_button, self.open_button, self.back_button, self.close_button):
            button.setVisible(button in buttons)
            button.setDefault(button is buttons[0])

    @Slot()
    def show_setup(self) -> None:
        """Show the choices."""
        self._show(self.setup, (self.start_button, self.close_button), running=False)
        self._on_setup_changed()

    def show_running(self) -> None:
        """Show that it measures."""
        self._show(self.setup, (self.stop_button, self.close_button), running=True)
        self._set_problem("")
        self.bar.setRange(0, 0)
        self.stage.setText(self.tr("Measuring …"))

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        move_bar(self.bar, done=progress.done, total=progress.total)
        left = ""
        if progress.eta_s is not None and progress.done < progress.total:
            left = self.tr(", {0} left").format(format_duration(progress.eta_s))
        self.stage.setText(self.tr("{0:,} of {1:,}{2}").format(progress.done, progress.total, left))

    def show_outcome(self, outcome: Outcome) -> None:
        """Show the figures, or the choices again with what went wrong."""
        if outcome.summary is None:
            self.show_setup()
            self._set_problem(f"{outcome.text} {outcome.hint}".strip() or self.tr("Stopped."), red=bool(outcome.text))
            return
        self.summary = outcome.summary
        self.result.show_summary(outcome.summary)
        self._show(self.result, (self.open_button, self.back_button, self.close_button), running=False)
        self._set_problem("")

    def show_problem(self, text: str) -> None:
        """Say what could not be done."""
        self._set_problem(text, red=True)

    @property
    def problem(self) -> str:
        """What went wrong or is missing; empty where nothing is."""
        return self._problem.text()

    def _set_problem(self, text: str, *, red: bool = False) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._problem.setProperty("role", "danger" if red else "muted")
        self._problem.style().polish(self._problem)

    @Slot()
    def _on_setup_changed(self) -> None:
        problem = self.setup.problem
        self.start_button.setEnabled(not problem)
        self._set_problem(problem)

    @Slot()
    def _on_start_clicked(self) -> None:
        self.start_wanted.emit(self.setup.request())
