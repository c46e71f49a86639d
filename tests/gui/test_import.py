"""The import dialog's choice of the boxes' frame reaches the project."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Hands
from tests.helpers.turned_photos import UPRIGHT, make_turned_project
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.export import ExportOptions, export_project


def import_by_dialog(hands: Hands, source: Path, orientation: str) -> None:
    """Open the dialog, fill it in by its fields, and press its button."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        dialog.path.set_path(source)
        assert not dialog.form.isRowVisible(dialog.orientation)
        dialog.what.setCurrentIndex(dialog.what.findData(False))
        assert dialog.form.isRowVisible(dialog.orientation)
        dialog.orientation.setCurrentIndex(dialog.orientation.findData(orientation))
        QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    QTimer.singleShot(200, fill)
    hands.desk.projects.ask_import()
    hands.until(hands.idle)


@pytest.mark.parametrize("source", ["sensor.json", "voc"])
def test_that_boxes_of_stored_pixels_are_upright_after_the_choice_and_undo_takes_them_back(
    hands: Hands, tmp_path: Path, source: str
) -> None:
    path = make_turned_project(tmp_path)
    with Project.open(path) as project:
        export_format = "voc" if source == "voc" else "coco"
        options = ExportOptions(orientation="sensor")
        export_project(project, export_format=export_format, to=tmp_path / source, options=options)
        for record in list(project.all_boxes()):
            project.apply(review.delete(record))
    hands.open(path)
    import_by_dialog(hands, tmp_path / source, "sensor")
    assert {box.box for box in hands.desk.session.project.all_boxes()} == {UPRIGHT}
    assert len(list(hands.desk.session.project.all_boxes())) == 8
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.ctrl(Qt.Key.Key_Z)
    assert list(hands.desk.session.project.all_boxes()) == []


def test_that_the_frame_is_upright_unless_chosen(qtbot) -> None:
    dialog = ImportDialog()
    qtbot.addWidget(dialog)
    dialog.path.set_path(Path(__file__))
    assert dialog.request().orientation == "upright"
