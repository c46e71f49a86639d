"""Joins the training dialog, the process that trains, and the rest of the window."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.gui.controllers.propose_controller import ProposeController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.services.program import program
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import SearchChoice, Settings
from wsl_annotator.gui.training.code_memory import CodeMemory, code_hash
from wsl_annotator.gui.training.plan import TrainPlan, train_words
from wsl_annotator.gui.training.preview_job import Previews, TrainPreviewJob
from wsl_annotator.gui.training.process import Outcome, TrainProcess
from wsl_annotator.gui.training.train_dialog import TrainDialog
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.workflow.train_figures import CardFigures, read_card_figures
from wsl_annotator.workflow.train_record import look_at

_COUNT_AGAIN_AFTER_MS = 400


class TrainController(QObject):
    """At most one training at a time.

    Signals:
        network_chosen: a trained network was made the one that searches.
    """

    network_chosen = Signal()

    def __init__(
        self,
        *,
        session: Session,
        store: JobService,
        settings: Settings,
        messages: Messages,
        propose: ProposeController,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._settings = settings
        self._messages = messages
        self._propose = propose
        self._window = window
        self.memory = CodeMemory(settings)
        self.process = TrainProcess(self)
        self._dialog: TrainDialog | None = None
        self._plan: TrainPlan | None = None
        self._preview_job = 0
        self._count_again = QTimer(self)
        self._count_again.setSingleShot(True)
        self._count_again.setInterval(_COUNT_AGAIN_AFTER_MS)
        self._count_again.timeout.connect(self._count_labels)
        self.process.said.connect(self._on_said)
        self.process.ended.connect(self._on_ended)

    @property
    def dialog(self) -> TrainDialog:
        """The dialog, made when it is first wanted."""
        if self._dialog is None:
            self._dialog = TrainDialog(self.memory, self._window)
            self._dialog.start_wanted.connect(self.start)
            self._dialog.cancel_wanted.connect(self.cancel)
            self._dialog.use_wanted.connect(self.use_network)
            self._dialog.propose_wanted.connect(self._on_propose_wanted)
            self._dialog.card_wanted.connect(self._on_card_wanted)
        return self._dialog

    # opening

    def ask(self) -> None:
        """Show the training that runs, or the settings of a new one for the open project."""
        project = self._session.project
        if not self.process.running and project is not None:
            setup = self.dialog.setup
            if setup.project != project.path:
                setup.show_project(project.path, out=free_folder(project.path))
                setup.form.network.set_network(self._start_network())
            elif look_at(setup.plan().out).kind == "card":
                setup.form.out.set_path(free_folder(project.path))
            self.dialog.show_setup()
            self._count_labels()
        self._raise()

    def _start_network(self) -> str:
        """Return what searches now, unless that was trained already."""
        network = self._settings.search.network
        return "bundled" if is_card(network) else network

    def _raise(self) -> None:
        self.dialog.show()
        self.dialog.activateWindow()

    def show_card(self) -> None:
        """Show the card of the network that searches now, or ask for the folder of one."""
        network = Path(self._settings.search.network)
        if is_card(str(network)):
            self.open_card(network)
        else:
            self._on_card_wanted()

    @Slot()
    def _on_card_wanted(self) -> None:
        start = self._session.project.path.parent if self._session.project is not None else Path.home()
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Folder of a network card"), str(start))
        if chosen:
            self.open_card(Path(chosen))

    def open_card(self, folder: Path) -> None:
        """Show the figures and the co-occurrence of a card."""
        try:
            card = read_card_figures(folder)
        except NetworkError as error:
            self._messages.error(error)
            return
        if not self.process.running:
            self.dialog.show_card(card, line="", usable=self._can_propose())
        self._raise()

    def _can_propose(self) -> bool:
        return self._session.writable

    # labels

    @Slot()
    def on_labels_changed(self) -> None:
        """Count again, soon, where the settings are on the screen."""
        if self._dialog is not None and self._dialog.isVisible() and self._dialog.at_setup:
            self._count_again.start()

    @Slot()
    def on_project_changed(self) -> None:
        """Leave the settings of a project that is no longer open; a training of it goes on."""
        self._store.drop(self._preview_job)
        if self._dialog is None or self.process.running or not self._dialog.at_setup:
            return
        if self._session.project is None:
            self._dialog.hide()
        elif self._dialog.isVisible():
            self.ask()

    @Slot()
    def _count_labels(self) -> None:
        project = self._session.project
        if project is not None:
            self._store.drop(self._preview_job)
            self._preview_job = self._store.submit(TrainPreviewJob(ProjectRef(project.path, project.lock)))

    @Slot(int, object)
    def on_store_done(self, job_id: int, result: object) -> None:
        """Show the labels that were counted."""
        if job_id == self._preview_job and isinstance(result, Previews):
            self.dialog.setup.show_previews(stated=result.stated, complete=result.complete)

    @Slot(int, object)
    def on_store_failed(self, job_id: int, error: BaseException) -> None:
        """Say why the labels cannot be read."""
        if job_id == self._preview_job:
            self._messages.error(error)

    # the run

    @Slot(object)
    def start(self, plan: TrainPlan) -> None:
        """Start a training."""
        if self.process.running:
            return
        self._plan = plan
        self.dialog.show_run()
        name, words = program()
        self.process.start(name, [*words, *train_words(plan)])

    @Slot()
    def cancel(self) -> None:
        """Stop the training; finished epochs are kept."""
        if self.process.running:
            self.dialog.show_stopping()
            self.process.cancel()

    def shut_down(self) -> None:
        """End the process and wait for it; finished epochs are kept."""
        self._count_again.stop()
        self.process.end()

    @Slot(object)
    def _on_said(self, event: object) -> None:
        self.dialog.run.show_event(event)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        plan = self._plan
        if plan is None:
            return
        if outcome.kind == "done":
            self._on_done(plan, outcome)
            return
        self.dialog.show_outcome(outcome)
        if outcome.kind == "failed" and not self.dialog.isVisible():
            self._messages.warn(outcome.text, outcome.hint)

    def _on_done(self, plan: TrainPlan, outcome: Outcome) -> None:
        try:
            card = read_card_figures(plan.out)
        except NetworkError as error:
            text, hint = in_users_language(error.user_text), in_users_language(error.hint)
            self.dialog.show_outcome(Outcome(kind="failed", text=text, hint=hint))
            return
        skipped = tuple(str(text) for text in outcome.result.get("skipped", ()))
        line = self.tr("%n image(s) or class(es) were left out: see the message in the window.", "", len(skipped))
        self.dialog.show_card(card, line=line if skipped else "", usable=self._can_propose())
        text = self.tr("The training is done: {0}.").format(plan.out.name)
        if skipped or not self.dialog.isVisible():
            self._messages.report(text, skipped, self.tr("{0} shows it.").format(self._messages.key_name("train")))

    # the trained network

    @Slot()
    def use_network(self) -> None:
        """Let the shown card search from now on, as the network dialog would."""
        self._use()

    def _use(self) -> bool:
        card = self.dialog.card
        if card is None or not self._code_is_known(card):
            return False
        self._settings.search = dataclasses.replace(
            self._settings.search,
            network=str(card.folder.absolute()),
            code=self.memory.code_of(card.code_sha256),
            weights="",
            class_map="",
        )
        self.network_chosen.emit()
        self._messages.info(self.tr("{0} searches from now on.").format(card.folder.name))
        return True

    def with_code(self, choice: SearchChoice) -> SearchChoice:
        """Return the choice with the code that its card needs, which a person is asked for once."""
        if not is_card(choice.network):
            return dataclasses.replace(choice, code="")
        try:
            card = read_card_figures(Path(choice.network))
        except NetworkError as error:
            self._messages.error(error)
            return choice
        known = self._code_is_known(card)
        return dataclasses.replace(choice, code=self.memory.code_of(card.code_sha256) if known else "")

    def _code_is_known(self, card: CardFigures) -> bool:
        """Return whether the card needs no code, or its file is known or given now."""
        if not card.code or self.memory.code_of(card.code_sha256):
            return True
        file, name = card.code.rpartition(":")[::2]
        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("This network runs {0}, which you trained it on: where is it?").format(file),
            self._settings.folder("network"),
            self.tr("Python files (*.py)"),
        )
        if not chosen:
            return False
        self._settings.set_folder("network", Path(chosen).parent)
        if code_hash(f"{chosen}:{name}") != card.code_sha256:
            self._messages.error(
                NetworkError(
                    self.tr("{0} is not the file that {1} was trained with.").format(chosen, card.folder.name),
                    self.tr("Choose the file as it was then, or train again."),
                )
            )
            return False
        self.memory.allow(f"{chosen}:{name}")
        return True

    @Slot()
    def _on_propose_wanted(self) -> None:
        if self._use():
            self._propose.propose_all()


def free_folder(project: Path) -> Path:
    """Return where a network of this project goes: beside it, and not over a finished one."""
    first = project.with_name(f"{project.stem}-network")
    later = (project.with_name(f"{project.stem}-network-{number}") for number in range(2, 1000))
    return next((folder for folder in (first, *later) if look_at(folder).kind != "card"), first)
