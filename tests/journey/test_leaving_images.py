"""What was done on an image is there when one comes back, whichever way it was left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands, dump, make_squares_project
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project

LEFT = Qt.MouseButton.LeftButton


def _click_row(hands: Hands, row: int) -> None:
    table = hands.desk.image_panel.list
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, place)


def _filter_to(hands: Hands, text: str) -> None:
    hands.key(Qt.Key.Key_Slash)
    QTest.keyClicks(hands.desk.image_panel.filter, text)
    QTest.keyClick(hands.desk.image_panel.filter, Qt.Key.Key_Return)


def _open_other(hands: Hands) -> None:
    hands.desk.projects.open_path(make_squares_project(hands.desk.session.project.path.parent / "other"))


WAYS: dict[str, Callable[[Hands], object]] = {
    "next by key": lambda hands: hands.key(Qt.Key.Key_D),
    "page down": lambda hands: hands.key(Qt.Key.Key_PageDown),
    "previous by key": lambda hands: hands.key(Qt.Key.Key_A),
    "a click in the list": lambda hands: _click_row(hands, 3),
    "its row number": lambda hands: _filter_to(hands, "#4"),
    "verified": lambda hands: hands.key(Qt.Key.Key_Space),
    "skipped": lambda hands: hands.key(Qt.Key.Key_S),
    "the toolbar": lambda hands: hands.desk.window.toolbar.widgetForAction(hands.desk.actions["next_image"]).click(),
    "another project": _open_other,
    "the project closed": lambda hands: hands.ctrl(Qt.Key.Key_W),
}


@pytest.mark.parametrize("way", WAYS)
def test_that_a_box_is_kept_whichever_way_its_image_is_left(hands: Hands, squares: Path, way: str) -> None:
    hands.open(squares)
    hands.key(Qt.Key.Key_D)
    hands.until(hands.picture_shown)
    name = hands.desk.session.image.path
    hands.draw((40, 30), (56, 42))
    (drawn,) = hands.desk.session.owned.values()
    WAYS[way](hands)
    assert hands.desk.session.image is None or hands.desk.session.image.path != name or "other" in way
    with Project.open(squares, read_only=True) as reader:
        names = {record.id: record.path for record in reader.images()}
        assert [(names[one.image_id], one.box) for one in reader.all_boxes()] == [(name, drawn.box)]


@pytest.mark.parametrize("way", ["a click in the list", "another project", "the project closed"])
def test_that_a_pose_still_being_typed_is_kept_when_its_image_is_left(hands: Hands, squares: Path, way: str) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    pose = hands.desk.box_panel.editor.pose
    pose.setFocus()
    pose.lineEdit().selectAll()
    QTest.keyClicks(pose, "Rear")
    WAYS[way](hands)
    with Project.open(squares, read_only=True) as reader:
        assert [dict(one.attributes) for one in reader.all_boxes()] == [{"pose": "Rear"}]


def test_that_a_pose_still_being_typed_is_kept_when_the_window_is_closed(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    pose = hands.desk.box_panel.editor.pose
    pose.setFocus()
    pose.lineEdit().selectAll()
    QTest.keyClicks(pose, "Rear")
    hands.desk.window.close()
    with Project.open(squares, read_only=True) as reader:
        assert [dict(one.attributes) for one in reader.all_boxes()] == [{"pose": "Rear"}]


def test_that_an_emptied_image_stays_empty_and_shows_no_box_of_its_neighbour(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((2, 30), (20, 44))
    hands.draw((40, 30), (56, 42))
    hands.next_image()
    hands.draw((10, 10), (30, 30))
    (neighbour,) = hands.desk.session.owned.values()
    hands.key(Qt.Key.Key_A)
    hands.until(hands.picture_shown)
    for _ in range(2):
        hands.key(Qt.Key.Key_Tab)
        hands.key(Qt.Key.Key_Delete)
    assert hands.desk.session.owned == {}
    hands.next_image()
    assert list(hands.desk.session.owned.values()) == [neighbour]
    hands.key(Qt.Key.Key_A)
    hands.until(hands.picture_shown)
    assert hands.desk.session.owned == {}
    assert hands.desk.canvas.canvas_scene.visible_items == []


def test_that_the_model_asked_twice_runs_once(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    started: list[int] = []
    hands.desk.propose.running_changed.connect(started.append)
    for _ in range(3):
        hands.ctrl(Qt.Key.Key_B)
        hands.key(Qt.Key.Key_P)
    hands.until(hands.idle)
    assert started == [True, False]
    assert [row.localizations for row in hands.desk.images.summaries()] == [1, 1, 1, 1]


def test_that_brightness_and_contrast_take_a_picture_of_16_bits(hands: Hands, tmp_path: Path) -> None:
    folder = tmp_path / "deep"
    folder.mkdir()
    values = np.linspace(200, 3000, 64 * 48).astype(np.uint16).reshape(48, 64)
    Image.fromarray(values).save(folder / "scan.png")
    hands.open(create_project(tmp_path / "deep.wsl", images=folder, classes=("cell",)).path)
    before = dump(hands.desk.session.project)
    hands.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    popover = hands.desk.view_bar.popover
    hands.until(popover.isVisible)
    for slider in (popover.brightness, popover.contrast, popover.gamma):
        for value in (slider.maximum(), slider.minimum()):
            slider.setValue(value)
            hands.desk.canvas.viewport().grab()
    popover.stretch.click()
    popover.close_button.click()
    hands.desk.canvas.setFocus()
    hands.draw((5, 5), (25, 20))
    (drawn,) = hands.desk.session.owned.values()
    assert drawn.state is BoxState.DRAWN
    assert drawn.box.iou(Box(5, 5, 25, 20)) > 0.7
    assert hands.desk.area.problem == ""
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_the_next_image_keeps_the_view_where_a_person_wants_that(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    canvas = hands.desk.canvas
    fitted = canvas.zoom

    def next_image() -> float:
        before = hands.desk.session.image
        hands.key(Qt.Key.Key_D)
        hands.until(lambda: hands.desk.session.image != before and hands.picture_shown())
        return canvas.zoom

    hands.desk.actions["keep_view"].trigger()
    canvas.set_zoom(2 * fitted)
    assert next_image() == pytest.approx(2 * fitted)
    assert hands.desk.settings.switch("keep_view", default=False)
    hands.desk.actions["keep_view"].trigger()
    assert next_image() == pytest.approx(fitted)
