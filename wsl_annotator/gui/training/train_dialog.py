"""The dialog of a training: settings, the run, the trained network. It stays open beside the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wsl_annotator.gui.dialogs.parts import widen
from wsl_annotator.gui.training.card_view import CardView
from wsl_annotator.gui.training.code_memory import CodeMemory
from wsl_annotator.gui.training.process import Outcome
from wsl_annotator.gui.training.run_page import RunPage
from wsl_annotator.gui.training.setup_page import SetupPage
from wsl_annotator.workflow.train_figures import CardFigures


class TrainDialog(QDialog):
    """Not modal: a person annotates on while the network learns.

    Signals:
        start_wanted: a `TrainPlan`.
        cancel_wanted: the training is to stop.
        use_wanted: the network of the card that is shown is to search.
        propose_wanted: it is to search every image.
        card_wanted: another card is to be shown.
    """

    start_wanted = Signal(object)
    cancel_wanted = Signal()
    use_wanted = Signal()
    propose_wanted = Signal()
    card_wanted = Signal()

    def __init__(self, memory: CodeMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(False)
        self.resize(1060, 690)
        self.card: CardFigures | None = None
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self._explain = QLabel()
        self._explain.setProperty("role", "muted")
        self._explain.setWordWrap(True)
        self.setup = SetupPage(memory)
        self.run = RunPage()
        self.card_view = CardView()
        self.pages = QStackedWidget()
        for page in (self.setup, self.run, self.card_view):
            self.pages.addWidget(page)
        self._problem = QLabel()
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        self._make_buttons()
        self._lay_out()
        self.setup.changed.connect(self._on_setup_changed)
        self.show_setup()

    def _make_buttons(self) -> None:
        self.start_button = self._button(self.tr("Start training"), self._on_start_clicked)
        self.resume_button = self._button(self.tr("Resume"), self._on_resume_clicked)
        self.stop_button = self._button(self.tr("Stop"), self.cancel_wanted)
        self.back_button = self._button(self.tr("Back to the settings"), self.show_setup)
        self.use_button = self._button(self.tr("Use this network"), self.use_wanted)
        self.propose_button = self._button(self.tr("Propose for all images"), self.propose_wanted)
        self.card_button = self._button(self.tr("Another card…"), self.card_wanted)
        self.close_button = self._button(self.tr("Close"), self.hide)
        self.stop_button.setToolTip(self.tr("Stop within a second; finished epochs are kept, and it can resume"))
        self.use_button.setToolTip(self.tr("Search with this network from now on"))

    def _button(self, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setIcon(QIcon())
        widen(button)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.card_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        for button in (
            self.start_button,
            self.resume_button,
            self.use_button,
            self.propose_button,
            self.stop_button,
            self.close_button,
        ):
            foot.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(10)
        box.addWidget(self._head)
        box.addWidget(self._explain)
        box.addWidget(self.pages, 1)
        box.addWidget(self._problem)
        box.addLayout(foot)

    def _show_page(self, page: QWidget, *, title: str, line: str, buttons: tuple[QPushButton, ...]) -> None:
        self.setWindowTitle(title)
        self._head.setText(title)
        self._explain.setText(line)
        self._explain.setVisible(bool(line))
        self.pages.setCurrentWidget(page)
        self._set_problem("")
        for button in self.findChildren(QPushButton):
            if button.parent() is self:
                button.setVisible(button in buttons)
                button.setDefault(False)
        if buttons:
            buttons[0].setDefault(True)

    # settings

    @Slot()
    def show_setup(self) -> None:
        """Show the settings."""
        self._show_page(
            self.setup,
            title=self.tr("Train a network"),
            line=self.tr(
                "It learns your classes from the image labels alone. It runs in a process of its own; you can work on."
            ),
            buttons=(self.start_button, self.close_button),
        )
        self.setup.look()

    @property
    def at_setup(self) -> bool:
        """Whether the settings are shown."""
        return self.pages.currentWidget() is self.setup

    @Slot()
    def _on_setup_changed(self) -> None:
        if not self.at_setup:
            return
        problem, resumable = self.setup.problem(), self.setup.can_resume
        self._set_problem(problem, missing=self.setup.preview is None)
        self.start_button.setText(self.tr("Start over") if self.setup.unfinished else self.tr("Start training"))
        self.start_button.setEnabled(not problem)
        self.resume_button.setVisible(self.setup.unfinished)
        self.resume_button.setEnabled(resumable)
        (self.resume_button if resumable else self.start_button).setDefault(True)

    def _set_problem(self, text: str, *, missing: bool = False) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._problem.setProperty("role", "muted" if missing else "danger")
        self._problem.style().polish(self._problem)

    @property
    def problem(self) -> str:
        """Why nothing can be started; empty where it can."""
        return self._problem.text()

    @Slot()
    def _on_start_clicked(self) -> None:
        plan = self.setup.plan()
        self.setup.form.network.remember()
        self.start_wanted.emit(plan)

    @Slot()
    def _on_resume_clicked(self) -> None:
        self.setup.look()
        if self.setup.can_resume:
            self.setup.form.network.remember()
            self.start_wanted.emit(self.setup.resume_plan())
        else:
            self.show_setup()

    # run

    def show_run(self) -> None:
        """Show a training that was just started."""
        self.run.begin()
        self._show_page(
            self.run,
            title=self.tr("Training"),
            line=self.tr("You can close this and work on; Ctrl+T shows it again."),
            buttons=(self.stop_button, self.close_button),
        )
        self.stop_button.setEnabled(True)
        self.stop_button.setDefault(False)

    def show_stopping(self) -> None:
        """Show that it was asked to stop."""
        self.run.stopping()
        self.stop_button.setEnabled(False)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show why a training ended before it was done, and what can be done."""
        self.setup.look()
        resumable = self.setup.can_resume
        buttons = (self.resume_button, self.back_button, self.close_button)
        kept = self.tr("The finished epochs are kept; Resume goes on from them.") if resumable else ""
        failed = outcome.kind == "failed"
        self._show_page(
            self.run,
            title=self.tr("The training failed") if failed else self.tr("The training was stopped"),
            line=kept,
            buttons=buttons if resumable else buttons[1:],
        )
        self.resume_button.setEnabled(resumable)
        self.run.show_end(f"{outcome.text} {outcome.hint}".strip())

    # card

    def show_card(self, card: CardFigures, *, line: str, usable: bool) -> None:
        """Show a trained network.

        Args:
            card: what it says.
            line: below the title.
            usable: whether it can search the open project.
        """
        self.card = card
        self.card_view.show_card(card)
        self._show_page(
            self.card_view,
            title=self.tr("Trained network: {0}").format(Path(card.folder).name),
            line=line,
            buttons=(self.use_button, self.propose_button, self.card_button, self.back_button, self.close_button)
            if usable
            else (self.use_button, self.card_button, self.close_button),
        )

    # Qt overrides

    def reject(self) -> None:
        """Hide: the training goes on."""
        self.hide()
