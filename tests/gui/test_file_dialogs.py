"""A file dialog begins where the work is: beside the open project, or where the person was last in this session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from tests.helpers.desk import Hands
from tests.helpers.look import Look
from tests.helpers.modal import in_modal
from wsl_annotator.gui.controllers import project_controller
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog
from wsl_annotator.gui.settings import Settings


class FileDialogs:
    """Stands in for the person in front of Qt's file dialogs: notes where they begin, and answers."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.began: list[str] = []
        self.answer = ""
        patch.setattr(QFileDialog, "getExistingDirectory", lambda _parent, _title, start: self._ask(start))
        for name in ("getOpenFileName", "getSaveFileName"):
            patch.setattr(QFileDialog, name, lambda _parent, _title, start, _kind="", **_: (self._ask(start), ""))

    def _ask(self, start: str) -> str:
        self.began.append(start)
        return self.answer

    def of(self, ask: Callable[[], object]) -> Path:
        """Return where the one file dialog that `ask` opens begins."""
        self.began.clear()
        ask()
        (start,) = self.began
        return Path(start)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> FileDialogs:
    return FileDialogs(monkeypatch)


def _browse(kind: type[QDialog], ask: Callable[[], object]) -> Callable[[], None]:
    """Return what opens a dialog and presses the first button beside its path, where the line is empty."""

    def press(dialog: QDialog) -> None:
        field = dialog.path if isinstance(dialog, ImportDialog) else dialog.weights
        field.findChildren(QPushButton)[0].click()

    def show() -> None:
        with in_modal(kind, press):
            ask()

    return show


def test_that_file_dialogs_begin_beside_the_open_project(hands: Hands, squares: Path, files: FileDialogs) -> None:
    desk, beside = hands.desk, squares.parent
    # A folder of another time, for another project, says nothing of this one.
    for purpose in ("open", "export", "import", "inspect"):
        desk.settings._store.setValue(f"folder/{purpose}", str(beside / "images"))
    hands.open(squares)
    assert files.of(desk.projects.ask_open) == beside
    assert files.of(_browse(ImportDialog, desk.projects.ask_import)) == beside
    assert files.of(_browse(NetworkDialog, desk.windows.ask_network)) == beside
    desk.statistics.controller.open_page()
    hands.until(lambda: desk.statistics.controller._shown is not None)
    assert files.of(desk.statistics.controller.ask_export) == beside
    desk.evaluation.ask()
    desk.evaluation.dialog.setup.file.setChecked(True)
    for button in desk.evaluation.dialog.setup.truth.findChildren(QPushButton):
        assert files.of(button.click) == beside
    desk.evaluation.dialog.hide()


def test_that_the_inspector_opens_and_writes_beside_the_open_project(
    hands: Hands, squares: Path, files: FileDialogs
) -> None:
    hands.open(squares)
    hands.propose_all()
    Look(hands).open_current()
    inspector = hands.desk.inspector
    assert files.of(inspector.ask_trace) == squares.parent
    assert files.of(inspector.ask_photo) == squares.parent
    assert files.of(inspector._exporter.ask) == squares.parent / "square_00-red.gif"


def test_that_a_new_project_is_looked_for_beside_the_open_one_and_its_labels_beside_its_images(
    hands: Hands, squares: Path, files: FileDialogs
) -> None:
    hands.open(squares)

    def look(dialog: NewProjectDialog) -> None:
        assert files.of(dialog.images.findChildren(QPushButton)[0].click) == squares.parent
        dialog.images.set_path(squares.parent / "images" / "part")
        assert files.of(dialog.labels.findChildren(QPushButton)[0].click) == squares.parent / "images"

    with in_modal(NewProjectDialog, look):
        hands.desk.projects.ask_new()


def _suggested(hands: Hands) -> Path:
    """Return where an export would go."""
    found: list[Path] = []
    with in_modal(ExportDialog, lambda dialog: found.append(dialog.coco_to.path)):
        hands.desk.projects.ask_export()
    return found[0]


def test_that_an_export_is_suggested_beside_the_project_or_where_the_last_one_of_the_session_went(
    hands: Hands, squares: Path, tmp_path: Path, files: FileDialogs
) -> None:
    desk, chosen = hands.desk, tmp_path / "chosen"
    chosen.mkdir()
    hands.open(squares)
    assert _suggested(hands) == squares.with_suffix(".json")
    desk.statistics.controller.open_page()
    hands.until(lambda: desk.statistics.controller._shown is not None)
    files.answer = str(chosen)
    desk.statistics.controller.ask_export()
    hands.until(lambda: "tables" in desk.window.message_bar.text)
    assert _suggested(hands) == chosen / "squares.json"


def test_that_a_project_named_from_its_own_folder_leads_there(
    hands: Hands, squares: Path, monkeypatch: pytest.MonkeyPatch, files: FileDialogs
) -> None:
    monkeypatch.chdir(squares.parent)
    hands.open(Path(squares.name))
    assert files.of(hands.desk.projects.ask_open) == squares.parent
    assert _suggested(hands) == squares.with_suffix(".json")


def test_that_without_a_project_the_folder_of_last_time_is_where_it_begins(
    hands: Hands, squares: Path, files: FileDialogs
) -> None:
    assert files.of(hands.desk.projects.ask_open) == Path.home()
    hands.open(squares)
    hands.desk.projects.close_project()
    hands.desk.settings.set_folder("open", squares.parent)
    hands.desk.settings.sync()
    assert Settings().folder("open") == str(squares.parent)
    assert Settings().folder("export") == str(Path.home())


def test_that_nothing_is_suggested_in_the_programs_own_folder_where_the_sample_lies(
    hands: Hands, squares: Path, monkeypatch: pytest.MonkeyPatch, files: FileDialogs
) -> None:
    monkeypatch.setattr(project_controller, "data_dir", lambda: squares.parent.parent)
    hands.open(squares)
    assert files.of(hands.desk.projects.ask_open) == Path.home()
    assert _suggested(hands) == Path.home() / "squares.json"
