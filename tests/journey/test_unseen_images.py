"""What cannot be seen is not judged: an image whose file is gone or broken keeps its boxes and its state."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Hands, dump
from wsl_annotator.core.records import ImageStatus

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _remove(path: Path) -> None:
    path.unlink()


def _break(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is by itself: the canvas is hidden behind the problem."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def _file_of(hands: Hands, row: int) -> Path:
    project = hands.desk.session.project
    return project.image_file(list(project.images())[row])


def _go_to_the_unseen(hands: Hands) -> None:
    hands.key(Qt.Key.Key_D)
    hands.until(lambda: bool(hands.desk.area.problem))


@pytest.fixture
def unseen(hands: Hands, squares: Path, request: pytest.FixtureRequest) -> Hands:
    """The window at an image with proposals and a drawn box, whose file is spoilt since."""
    hands.open(squares)
    hands.propose_all()
    hands.next_image()
    hands.draw((2, 30), (20, 44))
    hands.key(Qt.Key.Key_A)
    hands.until(hands.picture_shown)
    request.param(_file_of(hands, 1))
    # What was decoded already is shown from memory, and is seen.
    hands.desk.decode.forget()
    _go_to_the_unseen(hands)
    assert hands.desk.session.proposals()
    assert hands.desk.session.owned
    return hands


JUDGING = {
    "accept": lambda: _press(Qt.Key.Key_Return),
    "reject": lambda: _press(Qt.Key.Key_X),
    "verify": lambda: _press(Qt.Key.Key_Space),
    "draw": lambda: _press(Qt.Key.Key_W),
    "accept all": lambda: _press(Qt.Key.Key_Return, SHIFT),
    "delete": lambda: _press(Qt.Key.Key_Delete),
    "duplicate": lambda: _press(Qt.Key.Key_D, CTRL),
    "paste": lambda: _press(Qt.Key.Key_V, CTRL),
    "class": lambda: _press(Qt.Key.Key_2),
    "next candidate": lambda: _press(Qt.Key.Key_N),
}
BOTH = pytest.mark.parametrize("unseen", [_remove, _break], indirect=True, ids=["removed", "broken"])
REMOVED = pytest.mark.parametrize("unseen", [_remove], indirect=True, ids=["removed"])


@BOTH
@pytest.mark.parametrize("kind", ["proposal", "drawn box"])
def test_that_nothing_is_judged_or_drawn_in_an_image_that_cannot_be_shown(unseen: Hands, kind: str) -> None:
    desk = unseen.desk
    proposal, drawn = desk.session.proposals()[0].key, f"b{next(iter(desk.session.owned))}"
    before, image = dump(desk.session.project), desk.session.image
    shown = [found.box for found in desk.session.proposals()]
    for name, press in JUDGING.items():
        desk.session.select(proposal if kind == "proposal" else drawn)
        press()
        assert dump(desk.session.project) == before, name
        assert desk.session.image == image, name
        assert desk.canvas.tool == "edit", name
    assert [found.box for found in desk.session.proposals()] == shown
    assert desk.area.note == "Until the image can be shown, its boxes can be neither judged nor drawn."


@REMOVED
def test_that_the_fields_and_the_class_menu_of_an_unseen_box_cannot_be_changed(unseen: Hands) -> None:
    desk = unseen.desk
    desk.session.select(f"b{next(iter(desk.session.owned))}")
    assert not desk.box_panel.editor.pose.isEnabled()
    desk.decode.forget()
    _press(Qt.Key.Key_A)
    unseen.until(unseen.picture_shown)
    unseen.draw((2, 30), (20, 44))
    assert desk.box_panel.editor.pose.isEnabled()


@REMOVED
def test_that_the_list_of_classes_gives_an_unseen_box_no_other_one(unseen: Hands) -> None:
    desk = unseen.desk
    desk.session.select(f"b{next(iter(desk.session.owned))}")
    before = dump(desk.session.project)
    _press(Qt.Key.Key_E, CTRL)
    chooser = desk.canvas_desk.class_choice.chooser
    assert chooser.isVisible()
    other = next(one for one in desk.session.classes if one.id != desk.session.class_id)
    QTest.keyClicks(chooser.line, other.name)
    QTest.keyClick(chooser.line, Qt.Key.Key_Return)
    assert dump(desk.session.project) == before
    assert desk.session.class_id == other.id


@REMOVED
def test_that_an_unseen_image_can_be_labelled_left_and_skipped(unseen: Hands) -> None:
    desk = unseen.desk
    image, labels = desk.session.image, desk.session.labels
    for name in ("next_image", "previous_image", "skip", "cycle_label", "locate_images", "undo", "propose_all"):
        assert desk.actions[name].isEnabled(), name
    desk.actions["cycle_label"].trigger()
    assert desk.session.labels != labels
    _press(Qt.Key.Key_S)
    assert desk.session.image != image
    assert desk.session.project.image(image.id).status is ImageStatus.SKIPPED


@REMOVED
def test_that_the_keys_judge_again_as_soon_as_another_image_is_shown(unseen: Hands) -> None:
    desk = unseen.desk
    _press(Qt.Key.Key_D)
    unseen.until(unseen.picture_shown)
    assert desk.area.problem == desk.area.note == ""
    assert desk.actions["accept"].isEnabled()
    unseen.key(Qt.Key.Key_Return)
    assert desk.session.owned


def test_that_keys_judge_while_a_picture_is_still_being_read(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    hands.desk.decode.forget()
    hands.key(Qt.Key.Key_D)
    hands.key(Qt.Key.Key_D)
    assert not hands.picture_shown()
    assert hands.desk.session.proposals()
    hands.key(Qt.Key.Key_Return)
    assert len(hands.desk.session.owned) == 1
    hands.until(hands.picture_shown)


@REMOVED
def test_that_a_file_that_is_back_is_shown_and_judged(unseen: Hands) -> None:
    desk = unseen.desk
    lost = _file_of(unseen, 1)
    lost.write_bytes(_file_of(unseen, 0).read_bytes())
    _press(Qt.Key.Key_A)
    unseen.until(unseen.picture_shown)
    _press(Qt.Key.Key_D)
    unseen.until(unseen.picture_shown)
    assert desk.area.problem == ""
    assert desk.actions["verify"].isEnabled()


@BOTH
def test_that_no_zoom_and_no_size_stays_beside_an_image_that_cannot_be_shown(unseen: Hands) -> None:
    desk = unseen.desk
    status, size = desk.window.status, desk.view_bar.size_text
    assert (status.zoom.text(), status.cursor.text(), size()) == ("", "", "")
    desk.window.resize(1100, 760)
    desk.actions["zoom_in"].trigger()
    assert status.zoom.text() == ""
    # The next picture is as large as the one before: its zoom did not change, and is shown again.
    _press(Qt.Key.Key_D)
    unseen.until(unseen.picture_shown)
    assert status.zoom.text() == f"{desk.canvas.zoom:.0%}"
    assert size() == "64 × 48"


@REMOVED
def test_that_the_zoom_is_shown_again_in_the_project_opened_next(unseen: Hands, squares: Path) -> None:
    desk = unseen.desk
    desk.projects.close_project()
    assert desk.area.problem == ""
    assert desk.window.status.zoom.text() == ""
    unseen.open(squares)
    assert desk.window.status.zoom.text() == f"{desk.canvas.zoom:.0%}"
