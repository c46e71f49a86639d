"""Any class by keys: a list to type into, for the selected boxes or for what is drawn next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.helpers.desk import Hands
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ClassRecord
from wsl_annotator.gui.panels.class_chooser import ClassChooser
from wsl_annotator.gui.shortcuts import PRESETS
from wsl_annotator.workflow.new_project import create_project

NAMES = (
    *("dog", "cat", "cow", "bus", "car", "bird", "boat", "sofa", "horse"),
    *("dining table", "wedding dress", "Dresser", "<b>bold</b>"),
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Return a project of two images and more classes than there are digits."""
    (tmp_path / "many").mkdir()
    for name in ("a", "b"):
        Image.new("RGB", (320, 240), "#777777").save(tmp_path / "many" / f"{name}.png")
    return create_project(tmp_path / "many.wsl", images=tmp_path / "many", classes=NAMES).path


@pytest.fixture
def desk_of_many(hands: Hands, many: Path) -> Hands:
    hands.open(many)
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.desk.canvas.setFocus()
    return hands


def chooser(hands: Hands) -> ClassChooser:
    return hands.desk.canvas_desk.class_choice.chooser


def opened(hands: Hands) -> ClassChooser:
    hands.ctrl(Qt.Key.Key_E)
    assert chooser(hands).isVisible()
    assert QApplication.focusWidget() is chooser(hands).line
    return chooser(hands)


def choose(hands: Hands, text: str) -> None:
    line = opened(hands).line
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not chooser(hands).isVisible()
    assert QApplication.focusWidget() is hands.desk.canvas


def shown(hands: Hands) -> list[str]:
    rows = chooser(hands).list
    return [rows.item(at).text() for at in range(rows.count())]


def marked(hands: Hands) -> str:
    return chooser(hands).list.currentItem().text()


def classes_of_boxes(hands: Hands) -> list[str]:
    return [NAMES[record.class_id - 1] for record in hands.desk.session.owned.values()]


def current(hands: Hands) -> str:
    return NAMES[hands.desk.session.class_id - 1]


@pytest.mark.parametrize("preset", sorted(PRESETS))
def test_that_every_preset_has_the_key_and_another_one_for_the_export(preset: str) -> None:
    assert PRESETS[preset]["choose_class"] == ("Ctrl+E",)
    assert PRESETS[preset]["export"] == ("Ctrl+Shift+E",)


def test_that_a_class_beyond_the_digits_is_given_to_the_selected_box_in_one_step(desk_of_many: Hands) -> None:
    hands = desk_of_many
    hands.draw((20, 20), (80, 80))
    choose(hands, "dini")
    assert classes_of_boxes(hands) == ["dining table"]
    assert hands.desk.session.labels == {NAMES.index("dining table") + 1: LabelState.POSITIVE}
    hands.ctrl(Qt.Key.Key_Z)
    assert classes_of_boxes(hands) == ["dog"]


def test_that_several_selected_boxes_get_the_class_in_one_step(desk_of_many: Hands) -> None:
    hands = desk_of_many
    hands.draw((20, 20), (80, 80))
    hands.draw((120, 20), (180, 80))
    hands.desk.canvas.select_all([f"b{key}" for key in hands.desk.session.owned])
    assert len(hands.desk.session.group) == 2
    choose(hands, "wedding")
    assert classes_of_boxes(hands) == ["wedding dress"] * 2
    assert hands.desk.session.labels == {NAMES.index("wedding dress") + 1: LabelState.POSITIVE}
    hands.ctrl(Qt.Key.Key_Z)
    assert classes_of_boxes(hands) == ["dog"] * 2


def test_that_with_nothing_selected_it_is_the_class_of_what_is_drawn_next(desk_of_many: Hands) -> None:
    hands = desk_of_many
    choose(hands, "DRESS")
    assert current(hands) == "Dresser"
    hands.draw((20, 20), (80, 80))
    assert classes_of_boxes(hands) == ["Dresser"]


def test_that_names_that_begin_with_the_text_stand_before_those_that_have_it_inside(desk_of_many: Hands) -> None:
    hands = desk_of_many
    line = opened(hands).line
    assert shown(hands) == list(NAMES)
    assert marked(hands) == current(hands) == "dog"
    QTest.keyClicks(line, "dress")
    assert shown(hands) == ["Dresser", "wedding dress"]
    assert marked(hands) == "Dresser"
    assert line.accessibleDescription() == "Dresser"


def test_that_the_list_begins_at_the_class_of_the_box(desk_of_many: Hands) -> None:
    hands = desk_of_many
    hands.key(Qt.Key.Key_4)
    hands.draw((20, 20), (80, 80))
    opened(hands)
    assert marked(hands) == "bus"


def test_that_arrows_and_tab_go_through_the_list_and_around_its_ends(desk_of_many: Hands) -> None:
    hands = desk_of_many
    line = opened(hands).line
    for key, modifier, name in (
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "cat"),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, "cow"),
        (Qt.Key.Key_Backtab, SHIFT, "cat"),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "dining table"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "cat"),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, "dog"),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, "<b>bold</b>"),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "dog"),
    ):
        QTest.keyClick(line, key, modifier)
        assert marked(hands) == name
    assert QApplication.focusWidget() is line


def test_that_escape_leaves_everything_as_it_was(desk_of_many: Hands) -> None:
    hands = desk_of_many
    hands.draw((20, 20), (80, 80))
    line = opened(hands).line
    QTest.keyClicks(line, "cow")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not chooser(hands).isVisible()
    assert QApplication.focusWidget() is hands.desk.canvas
    assert classes_of_boxes(hands) == ["dog"]
    assert hands.desk.session.selection


def test_that_what_is_typed_is_no_key_of_the_window(desk_of_many: Hands) -> None:
    hands = desk_of_many
    hands.draw((20, 20), (80, 80))
    before = hands.desk.session.image
    line = opened(hands).line
    QTest.keyClicks(line, "d x4/")
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_PageDown)
    assert line.text() == "d x4/"
    assert hands.desk.session.image is before
    assert classes_of_boxes(hands) == ["dog"]


def test_that_where_no_name_fits_it_is_said_and_enter_chooses_none(desk_of_many: Hands) -> None:
    hands = desk_of_many
    line = opened(hands).line
    QTest.keyClicks(line, "zebra")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert shown(hands) == []
    assert chooser(hands).isVisible()
    assert chooser(hands).note.text() == "No class has this in its name."
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert current(hands) == "dog"


def test_that_a_click_on_a_row_chooses_it(desk_of_many: Hands) -> None:
    hands = desk_of_many
    rows = opened(hands).list
    at = rows.visualItemRect(rows.item(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert current(hands) == "cow"
    assert QApplication.focusWidget() is hands.desk.canvas


def test_that_a_click_on_the_picture_and_another_image_close_the_list(desk_of_many: Hands) -> None:
    hands = desk_of_many
    opened(hands)
    QTest.mouseClick(hands.desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not chooser(hands).isVisible()
    opened(hands)
    hands.desk.lists.step(1)
    hands.until(hands.picture_shown)
    assert not chooser(hands).isVisible()


def test_that_an_open_list_begins_anew(desk_of_many: Hands) -> None:
    hands = desk_of_many
    QTest.keyClicks(opened(hands).line, "cow")
    hands.desk.actions["choose_class"].trigger()
    assert chooser(hands).isVisible()
    assert QApplication.focusWidget() is chooser(hands).line
    assert shown(hands) == list(NAMES)


def test_that_the_list_lies_in_the_picture_and_beside_the_box(desk_of_many: Hands) -> None:
    hands = desk_of_many
    canvas = hands.desk.canvas
    for start, end in (((10, 10), (60, 60)), ((250, 180), (310, 230))):
        hands.draw(start, end)
        sheet = opened(hands).geometry().translated(-canvas.mapTo(canvas.window(), QPoint(0, 0)))
        box = canvas.viewportTransform().mapRect(QRectF(QPointF(*start), QPointF(*end)))
        assert canvas.rect().contains(sheet)
        assert not sheet.intersects(box.toAlignedRect())
        QTest.keyClick(chooser(hands).line, Qt.Key.Key_Escape)


def test_that_the_list_of_a_thousand_classes_begins_at_the_boxs_and_narrows_to_what_fits(qtbot) -> None:
    sheet = ClassChooser()
    qtbot.addWidget(sheet)
    classes = [ClassRecord(id=at, name=f"class {at:04}", color="#336699") for at in range(1, 1001)]
    sheet.show_classes(classes, current=700, boxes=1)
    assert sheet.list.currentItem().text() == "class 0700"
    QTest.keyClicks(sheet.line, "099")
    assert [sheet.list.item(at).text() for at in range(sheet.list.count())] == [
        "class 0099",
        *(f"class 099{at}" for at in range(10)),
    ]
