"""The keys of the inspector's window are a person's own: changed in the dialog, heard at once, shown wherever named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, open_desk
from tests.helpers.look import Look
from tests.helpers.modal import in_modal
from tests.helpers.traces import make_run
from wsl_annotator.gui.actions.inspector import ACTIONS
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.gui.keys.dialog import KeyDialog
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.shortcuts import INSPECTOR, PRESETS
from wsl_annotator.workflow.trace_file import write_run

LEFT = Qt.MouseButton.LeftButton
TODAY = {
    "inspector_open_trace": "Ctrl+O",
    "inspector_export": "Ctrl+E",
    "inspector_stop": "Ctrl+.",
    "inspector_close": "Ctrl+W",
    "inspector_heat": "M",
    "inspector_boxes": "B",
    "inspector_pruned": "R",
    "inspector_back": "Ctrl+Left",
    "inspector_play": "Ctrl+Space",
    "inspector_forward": "Ctrl+Right",
    "inspector_fit": "Ctrl+0",
    "inspector_release": "Esc",
    "inspector_run_again": "Ctrl+N",
    "inspector_next_difference": "F8",
    "inspector_end_comparison": "Ctrl+Shift+W",
}
"""What the window heard before its keys could be changed."""


@pytest.fixture
def look(hands: Hands, tmp_path: Path) -> Look:
    """The inspector on a trace of two levels."""
    write_run(make_run(), tmp_path / "trace.json")
    opened = Look(hands)
    opened.open_trace(tmp_path / "trace.json")
    return opened


def press(look: Look, key: str) -> None:
    """Press a key on the photo of the inspector."""
    pressed = QKeySequence(key)[0]
    QTest.keyClick(look.window.first.view, pressed.key(), pressed.keyboardModifiers())


def change(look: Look, name: str, key: str) -> list[str]:
    """Set a key in the dialog, which the main window's menu opens; return what was asked or refused."""
    said: list[str] = []

    def do(dialog: KeyDialog) -> None:
        dialog.tree.show_action(name)
        pressed = QKeySequence(key)[0]
        QTest.keyClick(dialog.edits[0], pressed.key(), pressed.keyboardModifiers())
        said.append(dialog.question.text)

    with in_modal(KeyDialog, do):
        look.hands.desk.actions["edit_keys"].trigger()
    look.activate()
    return said


@pytest.mark.parametrize("preset", PRESETS)
def test_that_every_preset_begins_with_the_keys_of_before(preset: str) -> None:
    given = {name: PRESETS[preset][name][0] for name in INSPECTOR}
    assert given == {**TODAY, "inspector_shortcuts": "?"}


def test_that_the_window_hears_the_keys_of_the_preset(look: Look) -> None:
    heard = {spec.name: look.window.commands[spec.name].shortcut().toString() for spec in ACTIONS}
    assert {name: key for name, key in heard.items() if key} == {**TODAY, "inspector_shortcuts": "?"}


def test_that_a_key_changed_in_the_dialog_is_heard_in_the_open_window_and_the_old_one_is_not(look: Look) -> None:
    window = look.window
    assert change(look, "inspector_heat", "J") == [""]
    press(look, "M")
    assert window.show_heat.isChecked()
    press(look, "J")
    assert not window.show_heat.isChecked()
    assert "(J)" in window.show_heat.toolTip()
    assert change(look, "inspector_play", "Ctrl+J") == [""]
    press(look, "Ctrl+Space")
    assert not window.transport.is_playing
    press(look, "Ctrl+J")
    assert window.transport.is_playing
    assert window.transport.play.toolTip() == "Play or pause (Ctrl+J)"
    assert window.transport.play.accessibleName() == "Play or pause (Ctrl+J)"


def test_that_one_key_may_be_of_the_main_window_and_of_the_inspector(look: Look) -> None:
    keys = look.hands.desk.keys
    assert change(look, "inspector_heat", "X") == [""]
    assert (keys.keys["inspector_heat"], keys.keys["reject"]) == (("X",), ("X",))
    press(look, "X")
    assert not look.window.show_heat.isChecked()
    assert change(look, "accept", "B") == [""]
    assert keys.keys["inspector_boxes"] == ("B",)


def test_that_a_key_of_another_action_of_the_inspector_is_asked_for(look: Look) -> None:
    keys = look.hands.desk.keys
    (asked,) = change(look, "inspector_heat", "B")
    assert "“Boxes of the level”, which would have none" in asked
    assert keys.keys["inspector_boxes"] == ("B",)

    def agree(dialog: KeyDialog) -> None:
        dialog.tree.show_action("inspector_heat")
        QTest.keyClick(dialog.edits[0], Qt.Key.Key_B)
        dialog.question.yes.click()

    with in_modal(KeyDialog, agree):
        look.hands.desk.actions["edit_keys"].trigger()
    look.activate()
    assert (keys.keys["inspector_heat"], keys.keys["inspector_boxes"]) == (("B",), ())
    press(look, "B")
    assert not look.window.show_heat.isChecked()
    assert look.window.show_boxes.isChecked()
    assert "(" not in look.window.show_boxes.toolTip()


@pytest.mark.parametrize(("key", "word"), [("Space", "pictures"), ("Left", "pictures"), ("Alt+V", "View")])
def test_that_a_key_of_the_pictures_or_menus_is_refused_in_a_sentence(look: Look, key: str, word: str) -> None:
    (said,) = change(look, "inspector_heat", key)
    assert word in said
    assert look.hands.desk.keys.keys["inspector_heat"] == ("M",)
    press(look, "M")
    assert not look.window.show_heat.isChecked()


def test_that_keys_are_put_back_one_and_all(look: Look) -> None:
    keys = look.hands.desk.keys
    keys.give("inspector_heat", ("J",))
    keys.give("inspector_release", ("F9",))

    def reset(dialog: KeyDialog) -> None:
        dialog.tree.show_action("inspector_release")
        dialog.reset_button.click()
        assert keys.keys["inspector_release"] == ("Esc",)
        dialog.reset_all_button.click()
        dialog.question.yes.click()

    with in_modal(KeyDialog, reset):
        look.hands.desk.actions["edit_keys"].trigger()
    look.activate()
    assert not keys.is_changed
    press(look, "M")
    assert not look.window.show_heat.isChecked()


def test_that_the_list_at_the_point_names_the_key_that_lets_go(look: Look) -> None:
    window = look.window
    head = window.here.findChild(QLabel)
    viewport = window.first.view.viewport()
    QTest.mouseClick(viewport, LEFT, pos=look.at(30, 20))
    assert head.text().endswith("kept; Esc lets go")
    look.hands.desk.keys.give("inspector_release", ("F9",))
    QTest.mouseClick(viewport, LEFT, pos=look.at(30, 20))
    assert head.text().endswith("kept; F9 lets go")
    look.hands.desk.keys.give("inspector_release", ())
    QTest.mouseClick(viewport, LEFT, pos=look.at(30, 20))
    assert head.text().endswith("kept")
    press(look, "Esc")
    assert head.text().endswith("kept")


def test_that_a_preset_keeps_its_own_keys_of_the_inspector_over_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path) as hands:
        hands.desk.keys.give("inspector_heat", ("J",))
        assert Settings().key_changes == {"labelImg": {"inspector_heat": ("J",)}}
    with open_desk(qtbot, tmp_path) as hands:
        window = hands.desk.inspector.window
        assert window.show_heat.shortcut().toString() == "J"
        hands.desk.keys.choose("CVAT")
        assert window.show_heat.shortcut().toString() == "M"
        hands.desk.keys.choose("labelImg")
        assert window.show_heat.shortcut().toString() == "J"


def test_that_a_window_made_later_hears_the_keys_in_force(hands: Hands) -> None:
    hands.desk.keys.give("inspector_stop", ("F9",))
    window = hands.desk.inspector.window
    assert "(F9)" in window.stop.toolTip()
    assert window.stop_job.shortcut().toString() == "F9"
    assert not window.stop_job.isEnabled()


def test_that_dialog_and_cheat_sheet_hold_them_under_a_title_of_their_own(qtbot: QtBot) -> None:
    keys = KeyMap(Settings())
    keys.give("inspector_play", ("F9",))
    dialog = KeyDialog(keys)
    qtbot.addWidget(dialog)
    heads = {head.text(0): head for head in dialog.tree._heads()}
    held = {heads["Inspector"].child(at).text(0) for at in range(heads["Inspector"].childCount())}
    assert held == {dialog.tree.text_of(spec.name) for spec in ACTIONS}
    assert dialog.tree._items["inspector_play"].text(1) == "F9"
    sheet = KeySheet(keys.keys, name=keys.preset)
    qtbot.addWidget(sheet)
    assert [sheet.pages.tabText(at) for at in range(2)] == ["Main window", "Inspector"]
    texts = [label.text() for label in sheet.pages.widget(1).findChildren(QLabel)]
    assert {"Play or pause", "F9", "Heat so far", "Another candidate of the level"} <= set(texts)
    assert "Ctrl+Space" not in texts


@pytest.mark.parametrize("key", [Qt.Key.Key_Question, Qt.Key.Key_F1])
def test_that_the_question_mark_shows_the_inspectors_keys_over_it_and_leads_to_their_change(
    look: Look, key: Qt.Key
) -> None:
    seen: list[str] = []

    def leave(sheet: KeySheet) -> None:
        seen.append(sheet.pages.tabText(sheet.pages.currentIndex()))
        assert sheet.parentWidget() is look.window
        sheet.change_button.click()

    def change_open(dialog: KeyDialog) -> None:
        seen.append(dialog.tree.current)
        assert dialog.tree.viewport().rect().contains(dialog.tree.visualItemRect(dialog.tree.currentItem()))
        QTest.keyClick(dialog.edits[0], Qt.Key.Key_F12)

    with in_modal(KeyDialog, change_open), in_modal(KeySheet, leave):
        QTest.keyClick(look.window.first.view, key)
    assert seen == ["Inspector", "inspector_open_trace"]
    assert look.window.open_trace.shortcut() == QKeySequence("F12")


def test_that_stop_is_a_key_while_a_job_runs(qtbot: QtBot) -> None:
    window = InspectorWindow(INSPECTOR)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    pressed: list[int] = []
    window.stop_job.triggered.connect(lambda: pressed.append(1))
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    window.show_job("Writing …")
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(window.stop, LEFT)
    assert len(pressed) == 2
