"""Evaluating from the window: by the project's own boxes or by a file, in a process that may be stopped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.helpers.desk import Hands, dump
from wsl_annotator.gui.evaluation.dialog import EvaluationDialog
from wsl_annotator.gui.evaluation.request import EvaluationRequest, evaluate_words


def open_dialog(hands: Hands, squares: Path) -> EvaluationDialog:
    hands.open(squares)
    hands.propose_all()
    return ask(hands)


def ask(hands: Hands) -> EvaluationDialog:
    hands.desk.actions["evaluate"].trigger()
    dialog = hands.desk.evaluation.dialog
    hands.until(dialog.isVisible)
    return dialog


def verify_all(hands: Hands) -> None:
    """Accept and verify every image of the project."""
    hands.desk.canvas.setFocus()
    for _ in range(4):
        hands.desk.review.accept_all()
        hands.key(Qt.Key.Key_Space)


def ended(hands: Hands) -> bool:
    return not hands.desk.evaluation.process.running


def test_that_the_projects_own_boxes_are_the_truth_of_an_evaluation(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    verify_all(hands)
    before = dump(hands.desk.session.project)
    dialog = ask(hands)
    assert dialog.setup.own.isChecked()
    dialog.start_button.click()
    assert dialog.bar.isVisible()
    hands.until(lambda: ended(hands))
    assert dialog.problem == ""
    summary = dialog.summary
    assert "accepted, adjusted or drew" in summary.truth
    assert "flatter" in dialog.result.notes.text()
    # each accepted box is its own proposal
    assert summary.mean["corloc"] == 1.0
    assert summary.page == squares.parent / "squares-evaluation.html"
    text = summary.page.read_text(encoding="utf-8")
    assert "with the proposals in view" in text
    assert dialog.result.table.rowCount() == 4
    assert dump(hands.desk.session.project) == before


def test_that_without_a_judged_box_the_dialog_says_what_to_do(hands: Hands, squares: Path) -> None:
    dialog = open_dialog(hands, squares)
    dialog.start_button.click()
    hands.until(lambda: ended(hands))
    assert "holds no box that a person accepted" in dialog.problem
    assert dialog.start_button.isVisible()
    assert not (squares.parent / "squares-evaluation.html").exists()


def write_truth(path: Path) -> Path:
    """Write boxes of 16 px where the toy pictures have their squares."""
    images = [{"id": i + 1, "file_name": f"square_{i:02d}.png", "width": 64, "height": 48} for i in range(4)]
    annotations = [
        {"id": i + 1, "image_id": i + 1, "category_id": i % 3 + 1, "bbox": [4 + 5 * i, 4 + 3 * i, 16, 16]}
        for i in range(4)
    ]
    categories = [{"id": k, "name": name} for k, name in enumerate(("red", "green", "blue"), start=1)]
    path.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}))
    return path


class Browser(QObject):
    """Takes addresses in place of a web browser."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def browser():
    handler = Browser()
    QDesktopServices.setUrlHandler("file", handler, "open")
    yield handler
    QDesktopServices.unsetUrlHandler("file")


def test_that_the_page_opens_by_its_button_alone(hands: Hands, squares: Path, tmp_path: Path, browser: Browser) -> None:
    truth = write_truth(tmp_path / "instances.json")
    dialog = open_dialog(hands, squares)
    dialog.setup.file.click()
    assert not dialog.start_button.isEnabled()
    assert "Choose a file" in dialog.problem
    dialog.setup.truth.set_path(truth)
    dialog.setup.page.set_path(tmp_path / "page.html")
    dialog.start_button.click()
    hands.until(lambda: ended(hands))
    assert dialog.problem == ""
    assert dialog.summary.truth == str(truth)
    assert browser.opened == []
    dialog.open_button.click()
    assert browser.opened == [str(tmp_path / "page.html")]
    (tmp_path / "page.html").unlink()
    dialog.open_button.click()
    assert "no longer there" in dialog.problem


def test_that_an_evaluation_stops_when_asked_and_writes_nothing(hands: Hands, squares: Path) -> None:
    dialog = open_dialog(hands, squares)
    dialog.start_button.click()
    dialog.stop_button.click()
    hands.until(lambda: ended(hands))
    assert dialog.problem == "Stopped."
    assert dialog.start_button.isVisible()
    assert not (squares.parent / "squares-evaluation.html").exists()


def test_that_what_ends_unseen_is_told_and_shown_when_asked_for(hands: Hands, squares: Path, tmp_path: Path) -> None:
    dialog = open_dialog(hands, squares)
    dialog.setup.file.click()
    dialog.setup.truth.set_path(write_truth(tmp_path / "instances.json"))
    dialog.start_button.click()
    dialog.close_button.click()
    hands.until(lambda: ended(hands))
    assert "squares-evaluation.html" in hands.desk.window.message_bar.text
    hands.desk.actions["evaluate"].trigger()
    assert dialog.result.isVisible()
    dialog.back_button.click()
    assert dialog.setup.isVisible()


def test_that_a_projects_choices_end_with_it(hands: Hands, squares: Path) -> None:
    dialog = open_dialog(hands, squares)
    dialog.setup.file.click()
    hands.desk.projects.close_project()
    assert not dialog.isVisible()
    assert not hands.desk.actions["evaluate"].isEnabled()


def test_that_the_command_line_says_what_was_chosen(tmp_path: Path) -> None:
    project, page = tmp_path / "a.wsl", tmp_path / "a.html"
    own = EvaluationRequest(project=project, truth=None, page=page, verified_only=False)
    assert evaluate_words(own) == [
        "evaluate", str(project), "--out", str(page), "--json", "--stop-with-input", "--interpolation", "area",
        "--unverified",
    ]  # fmt: skip
    file = EvaluationRequest(project=project, truth=tmp_path, page=page, profile="zero-based", interpolation="11")
    assert evaluate_words(file)[6:] == ["--interpolation", "11", "--truth", str(tmp_path), "--profile", "zero-based"]
