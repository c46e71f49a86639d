"""Opens searches in the inspector, runs them again and compares them; all work is on worker threads."""

from __future__ import annotations

import dataclasses
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal, Slot

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.progress import Progress
from wsl_annotator.core.scope import WHOLE_IMAGE
from wsl_annotator.gui.dialogs.parts import accepted
from wsl_annotator.gui.inspector.ask_file import ask_file
from wsl_annotator.gui.inspector.exporter import Exporter
from wsl_annotator.gui.inspector.jobs import ChoosePhotoJob, CompareJob, OpenedRun, OpenRunJob, OpenTraceJob
from wsl_annotator.gui.inspector.look_controller import LookController
from wsl_annotator.gui.inspector.pictures import PictureController
from wsl_annotator.gui.inspector.rerun import Rerun, Target
from wsl_annotator.gui.inspector.rerun_dialog import RerunDialog
from wsl_annotator.gui.inspector.stored_menu import StoredMenu
from wsl_annotator.gui.inspector.stored_runs import box_to_explain, run_of_project
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.messages import Level, Message, message_of
from wsl_annotator.gui.progress_words import progress_text
from wsl_annotator.gui.search_words import part_detail
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.job import Job
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.settings import Settings
from wsl_annotator.workflow.engine import EngineOptions
from wsl_annotator.workflow.trace_compare import Comparison
from wsl_annotator.workflow.trace_run import TraceRun

FIRST, SECOND = "A", "B"


class InspectorController(QObject):
    """Makes the window when it is first wanted. Nothing here writes to the project.

    Signals:
        sheet_wanted: every key is to be shown.
    """

    sheet_wanted = Signal()

    def __init__(
        self, *, session: Session, network: JobService, settings: Settings, keys: KeyMap, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._keys = keys
        self._network = network
        self._rerun = Rerun(network, self)
        self._window: InspectorWindow | None = None
        self._look: LookController | None = None
        self._jobs: JobService | None = None
        self._exporter: Exporter | None = None
        self._latest: dict[tuple[str, str], int] = {}
        self._target: Target | None = None
        self._to_explain: tuple[Box, int | None] | None = None

    # the window

    @property
    def window(self) -> InspectorWindow:
        """The window, made at first use."""
        if self._window is None:
            self._make()
        assert self._window is not None
        return self._window

    @property
    def look(self) -> LookController:
        """What is looked at."""
        assert self._look is not None
        return self._look

    @property
    def exporter(self) -> Exporter:
        """Writes what is looked at."""
        assert self._exporter is not None
        return self._exporter

    def _make(self) -> None:
        self._window = window = InspectorWindow(self._keys.keys)
        self._look = LookController(window, self)
        self._jobs = JobService("inspector", self)
        self._exporter = Exporter(window=window, look=self._look, jobs=self._jobs, settings=self._settings, parent=self)
        pictures = PictureController(window=window, look=self._look, network=self._network, parent=self)
        self._keys.changed.connect(self._on_keys_changed)
        self._jobs.done.connect(self._on_done)
        self._jobs.failed.connect(self._on_failed)
        self._exporter.written.connect(self._on_written)
        pictures.network_missing.connect(self._on_network_missing)
        for part in (self._exporter, pictures, self._rerun):
            part.failed.connect(self._on_part_failed)
        self._rerun.progressed.connect(self._on_rerun_progressed)
        self._rerun.found.connect(self._on_rerun_found)
        self._rerun.ended.connect(self._on_rerun_ended)
        commands = (
            (window.open_trace, self.ask_trace),
            (window.choose_photo, self.ask_photo),
            (window.close_window, window.close),
            (window.run_again, self.ask_rerun),
            (window.compare_file, self.ask_second_trace),
            (window.end_comparison, self.end_comparison),
        )
        for action, command in commands:
            action.triggered.connect(command)
        window.shortcuts.triggered.connect(self.sheet_wanted)
        window.search_now.clicked.connect(self.ask_rerun)
        window.open_now.clicked.connect(self.ask_trace)
        window.stop_job.triggered.connect(self._rerun.cancel)
        StoredMenu(self._session, window, self).chosen.connect(self._on_stored_chosen)
        self._refresh_actions()

    @property
    def services(self) -> tuple[JobService, ...]:
        """The thread that must end with the window, if there is one."""
        return (self._jobs,) if self._jobs is not None else ()

    def close(self) -> None:
        """Close the window for good, with the main window."""
        self._rerun.cancel()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()

    @Slot()
    def _on_keys_changed(self) -> None:
        self.window.set_keys(self._keys.keys)

    def _show(self) -> None:
        self.window.show()
        self.window.activateWindow()

    def _tell(self, message: Message) -> None:
        self.window.message_bar.show_message(message)

    def _refresh_actions(self) -> None:
        window, first = self.window, self.window.first
        shown = (window.show_heat, window.show_boxes, window.show_pruned, window.fit, window.play, window.release)
        for action in (window.export, window.compare_file, window.choose_photo, *shown):
            action.setEnabled(first.run is not None)
        window.stored_menu.setEnabled(first.run is not None)
        can_search = self._target is not None and not self._rerun.running
        window.run_again.setEnabled(can_search)
        window.search_now.setEnabled(can_search)
        window.card.set_network_open(on=first.image is not None)

    # opening

    def open_current(self) -> None:
        """Show the search that the selected box came from, else that of the class; without one say what can be done."""
        session = self._session
        self._show()
        window = self.window
        if session.image is None and not window.is_empty:
            return
        record = session.class_record(session.class_id)
        if session.project is None or session.image is None or record is None:
            self._target = None
            text = self.tr("No project is open. A stored search (a trace file) needs none.")
            self._show_nothing(text, can_search=False)
            return
        photo = session.project.image_root / session.image.path
        stored = session.search_of(session.selection, session.class_id)
        self._target = Target(photo, record.name, stored.key.scope if stored is not None else WHOLE_IMAGE)
        if stored is None or stored.localization.trace is None:
            name = PurePosixPath(session.image.path).name
            text = self.tr("{0} was not searched for {1} yet.") if stored is None else self.tr(
                "{0} was searched for {1} by a localizer that has no levels to show."
            )  # fmt: skip
            self._show_nothing(text.format(name, record.name), can_search=True)
            return
        self._submit(FIRST, OpenRunJob(run_of_project(stored, photo), photo))
        self._to_explain = box_to_explain(session, stored.id)

    def _show_nothing(self, text: str, *, can_search: bool) -> None:
        self.window.first.set_opened(None)
        self.look.drop_second()
        self.window.show_empty(text, can_search=can_search)
        self._refresh_actions()

    def open_trace(self, path: Path, side: str = FIRST) -> None:
        """Show a stored trace; its photo is looked for beside it and in the project."""
        self._show()
        folders: list[Path] = []
        session = self._session
        if session.project is not None:
            folders.append(session.project.image_root)
            if session.image is not None:
                folders.append((session.project.image_root / session.image.path).parent)
        if self.window.first.photo is not None:
            folders.append(self.window.first.photo.parent)
        self._submit(side, OpenTraceJob(path, tuple(folders)))

    def ask_trace(self) -> None:
        """Ask for a trace file."""
        path = ask_file(self.window, self._settings, self.tr("Open a stored trace"), self.tr("Traces (*.json)"))
        if path is not None:
            self.open_trace(path)

    def ask_second_trace(self) -> None:
        """Ask for a trace file to be shown beside."""
        path = ask_file(self.window, self._settings, self.tr("Compare with a stored trace"), self.tr("Traces (*.json)"))
        if path is not None:
            self.open_trace(path, side=SECOND)

    def ask_photo(self) -> None:
        """Ask where the photo of the trace lies."""
        run = self.window.first.run
        path = ask_file(self.window, self._settings, self.tr("Choose the photo"), "")
        if path is not None and run is not None:
            self._submit(FIRST, ChoosePhotoJob(run, path))

    def _submit(self, side: str, job: Job) -> None:
        """Hand in a job; an older one of the same kind for the same pane is no longer wanted."""
        assert self._jobs is not None
        kind = ("compare" if isinstance(job, CompareJob) else "open", side)
        self._jobs.drop(self._latest.get(kind, 0))
        self._latest[kind] = self._jobs.submit(job)
        if side == FIRST:
            self._to_explain = None

    # results

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        if isinstance(result, OpenedRun):
            self._take(FIRST if self._latest.get(("open", FIRST)) == job_id else SECOND, result)
        elif isinstance(result, Comparison):
            self.look.show_comparison(result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        if job_id not in self._latest.values():
            return
        self._on_part_failed(error)
        if self.window.first.run is None:
            self.window.show_empty(in_users_language(message_of(error).text), can_search=self._target is not None)

    @Slot(object)
    def _on_part_failed(self, error: BaseException) -> None:
        self._tell(message_of(error))

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._tell(Message(Level.INFO, self.tr("Written: {0}").format(path)))

    @Slot()
    def _on_network_missing(self) -> None:
        text = self.tr("The network of this run is not open: propose with it, or run again.")
        self._tell(Message(Level.INFO, text))

    def _take(self, side: str, opened: OpenedRun) -> None:
        window = self.window
        first, run = window.first.run, opened.run
        if side == SECOND and first is not None and (first.width, first.height) != (run.width, run.height):
            text = self.tr("{0} has {1} × {2} pixels, but {3} has {4} × {5}: only runs on one photo can be compared.")
            sizes = (run.file_name, run.width, run.height, first.file_name, first.width, first.height)
            self._tell(Message(Level.WARNING, text.format(*sizes)))
            return
        if side == FIRST and window.second.run is not None:
            self.look.drop_second()
        if side == SECOND and opened.image is None:
            opened = dataclasses.replace(opened, image=window.first.image, photo=window.first.photo)
        window.show_runs()
        for pane in (window.first, window.second):
            pane.view.set_style(colors=self._settings.colormap, opacity=self._settings.heat_opacity)
        self.look.take(side, opened)
        if side == FIRST:
            if self._to_explain is not None:
                self.look.explain(*self._to_explain)
            window.set_title(window.first.title.text())
            window.first.view.setFocus()
            if opened.photo is not None:
                self._target = Target(opened.photo, run.localization.class_name, run.scope)
        self._tell_of(opened)
        self._refresh_actions()
        if window.first.run is not None and window.second.run is not None:
            self._submit(SECOND, CompareJob(window.first.run, window.second.run))

    def _tell_of(self, opened: OpenedRun) -> None:
        if opened.warning:
            self._tell(Message(Level.WARNING, opened.warning))
        elif opened.image is None:
            text = self.tr("The photo {0} was not found beside the trace.").format(opened.run.file_name)
            self._tell(Message(Level.WARNING, text, self.tr("File > Choose photo says where it lies.")))

    # comparison

    def end_comparison(self) -> None:
        """Show one run alone."""
        self.look.drop_second()
        self._refresh_actions()

    @Slot(object)
    def _on_stored_chosen(self, run: TraceRun) -> None:
        first = self.window.first
        if first.photo is not None:
            self._submit(SECOND, OpenRunJob(run, first.photo, first.image))

    # running again

    def ask_rerun(self) -> None:
        """Ask how to search the photo, or of a part that or all of it, and do it; the run comes as of `run_again`."""
        target = self._target
        if target is None or self._rerun.running:
            return
        part = part_detail(target.scope)
        dialog = RerunDialog(self._settings.search, class_name=target.class_name, part=part, parent=self.window)
        if accepted(dialog):
            scope = WHOLE_IMAGE if dialog.searches_whole else target.scope
            self.run_again(dialog.options(), dataclasses.replace(target, scope=scope))

    def run_again(self, options: EngineOptions, target: Target) -> None:
        """Search a photo or a part of it; the run comes beside the one that is shown, or alone where there is none."""
        waits = self._network.busy
        self.window.show_job(self.tr("Waiting for the network …") if waits else self.tr("Opening the network …"))
        self._rerun.start(options, target)
        self._refresh_actions()

    @Slot(object)
    def _on_rerun_progressed(self, progress: Progress) -> None:
        text = f"{self.tr('Searching …')} {progress_text(progress.message)}"
        self.window.show_job(text, done=progress.done, total=progress.total)

    @Slot(object)
    def _on_rerun_found(self, run: TraceRun) -> None:
        first, target = self.window.first, self._target
        if target is None:
            return
        beside = first.run is not None
        self._submit(SECOND if beside else "A", OpenRunJob(run, target.photo, first.image if beside else None))

    @Slot()
    def _on_rerun_ended(self) -> None:
        self.window.show_job("")
        self._refresh_actions()
