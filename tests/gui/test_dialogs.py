"""Dialogs say what is missing, and give back what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFormLayout, QPlainTextEdit

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.controllers.propose_controller import engine_options
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog
from wsl_annotator.gui.dialogs.sheets import AboutSheet, ReportSheet
from wsl_annotator.gui.settings import SearchChoice


def test_that_a_new_project_needs_a_folder_of_images_and_a_free_name(qtbot, squares: Path) -> None:
    dialog = NewProjectDialog()
    qtbot.addWidget(dialog)
    assert dialog.problem
    assert not dialog.accept_button.isEnabled()
    dialog.images.set_path(squares.parent / "nowhere")
    assert "nowhere" in dialog.problem
    dialog.images.set_path(squares.parent / "images")
    assert dialog.problem == ""
    dialog.path.set_path(squares)
    assert str(squares) in dialog.problem
    dialog.path.set_path(squares.with_suffix(""))
    assert str(squares.with_suffix("")) in dialog.problem


def test_that_a_new_project_lies_beside_its_images_unless_said_otherwise(qtbot, squares: Path) -> None:
    dialog = NewProjectDialog(images=squares.parent / "images")
    qtbot.addWidget(dialog)
    dialog.classes.setText(" dog, cat ,, dog")
    request = dialog.request()
    assert request.path == squares.parent / "images.wsl"
    assert request.classes == ("dog", "cat")
    assert request.labels is None
    dialog.path.set_path(squares.parent / "mine")
    dialog.images.set_path(squares.parent)
    assert dialog.request().path == squares.parent / "mine.wsl"


def test_that_an_export_needs_a_state_and_counts_what_leaves(qtbot, tmp_path: Path) -> None:
    counts = {BoxState.ACCEPTED: 3, BoxState.DRAWN: 2}
    dialog = ExportDialog(folder=tmp_path, name="voc", counts=counts)
    qtbot.addWidget(dialog)
    assert dialog.request().options.states == (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN)
    dialog.format.setCurrentIndex(dialog.format.findData("voc"))
    dialog.states[BoxState.DRAWN].setChecked(False)
    dialog.profile.setCurrentIndex(dialog.profile.findData("zero-based"))
    request = dialog.request()
    assert (request.export_format, request.to) == ("voc", tmp_path / "voc-voc")
    assert (request.options.profile, request.options.states) == (
        "zero-based",
        (BoxState.ACCEPTED, BoxState.ADJUSTED),
    )
    for box in dialog.states.values():
        box.setChecked(False)
    assert dialog.problem
    assert not dialog.accept_button.isEnabled()


def test_that_the_orientation_of_an_export_is_upright_unless_chosen(qtbot, tmp_path: Path) -> None:
    dialog = ExportDialog(folder=tmp_path, name="p", counts={BoxState.DRAWN: 1})
    qtbot.addWidget(dialog)
    assert dialog.request().options.orientation == "upright"
    dialog.orientation.setCurrentIndex(dialog.orientation.findData("sensor"))
    for export_format in ("voc", "coco"):
        dialog.format.setCurrentIndex(dialog.format.findData(export_format))
        assert dialog.form.isRowVisible(dialog.orientation)
        assert dialog.request().options.orientation == "sensor"


def test_that_an_import_needs_something_that_exists(qtbot, squares: Path) -> None:
    dialog = ImportDialog()
    qtbot.addWidget(dialog)
    assert dialog.problem
    dialog.path.set_path(squares.parent / "labels.csv")
    request = dialog.request()
    assert dialog.problem == ""
    assert request.labels_only is True
    dialog.what.setCurrentIndex(1)
    assert dialog.request().labels_only is False


def test_that_a_network_file_is_named_as_code_that_runs(qtbot, tmp_path: Path) -> None:
    dialog = NetworkDialog(SearchChoice())
    qtbot.addWidget(dialog)
    assert dialog.choice() == SearchChoice()
    path = tmp_path / "mine.py"
    dialog.network.setCurrentText(f"{path}:build")
    assert str(path) in dialog.problem
    path.touch()
    dialog.network.setCurrentText(f"{path}:make")
    assert dialog.problem == ""
    assert "runs" in dialog._about.text()
    assert dialog.choice().network == f"{path}:make"


@pytest.mark.parametrize("name", ["no_such_net", ""])
def test_that_an_unknown_network_is_not_accepted(qtbot, name: str) -> None:
    dialog = NetworkDialog(SearchChoice())
    qtbot.addWidget(dialog)
    dialog.network.setCurrentText(name)
    assert dialog.problem
    assert not dialog.accept_button.isEnabled()


def test_that_a_choice_becomes_the_options_of_the_search() -> None:
    options = engine_options(SearchChoice(network="resnet18", class_map="voc20", preset="paper", device="cpu"))
    assert options.network.network == "resnet18"
    assert options.class_map == "voc20"
    assert (options.localizer.beam.recompute, options.localizer.beam.depth) == ("crop", 10)
    assert engine_options(SearchChoice(localizer="cam")).localizer.localizer == "cam"
    assert engine_options(SearchChoice()).localizer.preset == "default"


def test_that_a_report_lists_every_line(qtbot) -> None:
    sheet = ReportSheet(title="Import", summary="3 boxes", lines=["a.jpg: no", "b.jpg: no"])
    qtbot.addWidget(sheet)
    assert sheet.findChild(QPlainTextEdit).toPlainText() == "a.jpg: no\nb.jpg: no"


def test_that_the_about_sheet_names_the_version(qtbot) -> None:
    from wsl_annotator import __version__

    sheet = AboutSheet(device="")
    qtbot.addWidget(sheet)
    texts = [child.text() for child in sheet.findChildren(object) if hasattr(child, "text")]
    assert any(__version__ in text for text in texts)


@pytest.mark.parametrize("make", [NewProjectDialog, ImportDialog])
def test_that_the_keyboard_begins_in_the_field_that_must_be_filled_and_not_on_cancel(qtbot, make) -> None:
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(dialog.focusWidget(), "/tmp")
    assert dialog.form.itemAt(0, QFormLayout.ItemRole.FieldRole).widget().line.text() == "/tmp"


def test_that_a_long_report_is_shown_from_its_beginning(qtbot) -> None:
    sheet = ReportSheet(
        title="Details", summary="<b>Left out</b>", lines=[f"{'x/' * 90}{n}.jpg: no" for n in range(120)]
    )
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: sheet.lines.toPlainText().endswith("119.jpg: no"))
    assert sheet.lines.toPlainText().count("\n") == 119
    assert sheet.lines.horizontalScrollBar().maximum() == 0
    assert sheet.lines.verticalScrollBar().value() == 0 < sheet.lines.verticalScrollBar().maximum()
