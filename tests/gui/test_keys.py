"""Keys: two presets, a person's own on top, no key for two actions, and none that fires while one types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, isolate_settings, make_squares_project, open_desk
from tests.helpers.modal import in_modal
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.actions.every import INSPECTOR_NAMES, KEYED_ACTIONS
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.focus_guard import takes_text
from wsl_annotator.gui.keys.key_map import NAMES, KeyMap
from wsl_annotator.gui.keys.rules import KEYS_MAX, Dropped, refusal, resolve
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.shortcuts import CLASS_KEYS, CVAT, LABEL_KEYS, LABELIMG, PRESETS, folded, folded_keys, spread

CVAT_DEFAULTS = {
    "copy_forward": "Ctrl+B",
    "next_image": "F",
    "previous_image": "D",
    "draw": "N",
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "delete": "Del",
    "lock_box": "L",
    "hide_box": "H",
    "next_box": "Tab",
    "previous_box": "Shift+Tab",
    "copy_boxes": "Ctrl+C",
    "paste_boxes": "Ctrl+V",
    "shortcuts": "F1",
    "edit_keys": "F2",
}
"""CVAT's own defaults, as its source names them, of what both programs do."""


@pytest.fixture
def keys() -> KeyMap:
    return KeyMap(Settings())


def press(widget: QWidget, key: str) -> None:
    """Press a key as it is written in a preset."""
    (combination,) = (QKeySequence(key)[0],)
    QTest.keyClick(widget, combination.key(), combination.keyboardModifiers())


def _note(heard: list[str], action: QAction, *_checked: bool) -> None:
    heard.append(action.objectName())


@contextmanager
def triggered(hands: Hands) -> Iterator[list[str]]:
    """Let no action do anything, but list which would."""
    heard: list[str] = []
    actions = [*hands.desk.actions, *hands.desk.actions.class_actions, *hands.desk.actions.label_actions]
    for action in actions:
        action.triggered.disconnect()
        action.triggered.connect(partial(_note, heard, action))
    yield heard


# presets


def test_that_cvat_has_a_key_for_whatever_labelimg_has_one_for() -> None:
    assert {name for name in LABELIMG if not CVAT.get(name)} == set()


@pytest.mark.parametrize("preset", PRESETS)
def test_that_presets_keep_the_rules_for_keys_of_ones_own(qapp, preset: str) -> None:
    keys = PRESETS[preset]
    assert [(name, key) for name, own in keys.items() for key in own if refusal(folded(key), name)] == []
    assert [name for name, own in keys.items() if len(folded_keys(own)) > KEYS_MAX] == []
    assert [key for own in keys.values() for key in own if QKeySequence(key).count() != 1] == []


def test_that_cvats_preset_has_cvats_own_keys() -> None:
    assert {name: CVAT[name][0] for name in CVAT_DEFAULTS} == CVAT_DEFAULTS


def test_that_a_change_of_preset_changes_the_keys_of_the_open_window(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    first = hands.desk.session.image
    hands.desk.keys.choose("CVAT")
    hands.key(Qt.Key.Key_F)
    hands.until(hands.picture_shown)
    assert hands.desk.session.image != first
    hands.key(Qt.Key.Key_D)
    hands.until(hands.picture_shown)
    assert hands.desk.session.image == first
    hands.key(Qt.Key.Key_W)
    assert hands.desk.canvas.tool == "edit"
    hands.key(Qt.Key.Key_N)
    assert hands.desk.canvas.tool == "draw"
    assert hands.desk.actions["draw"].shortcut().toString() == "N"
    assert "(N)" in hands.desk.actions["draw"].toolTip()
    assert "(F)" not in hands.desk.actions["fit"].toolTip()


# one name for a key


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Enter", "Return"),
        ("Shift+Enter", "Shift+Return"),
        ("Backtab", "Shift+Tab"),
        ("Shift+Backtab", "Shift+Tab"),
        ("Num+3", "3"),
        ("Alt+Num+3", "Alt+3"),
        ("Shift+?", "?"),
        ("ctrl+shift+a", "Ctrl+Shift+A"),
        ("T, H", ""),
        ("nonsense", ""),
        ("", ""),
    ],
)
def test_that_a_key_has_one_name(written: str, name: str) -> None:
    assert folded(written) == name


def test_that_keys_are_heard_under_every_name_of_theirs() -> None:
    assert spread(("Return", "Shift+Return", "Shift+Tab", "X")) == (
        *("Return", "Enter", "Shift+Return", "Shift+Enter", "Shift+Tab", "Backtab"),
        "X",
    )


# rules


@pytest.mark.parametrize("key", [*CLASS_KEYS, *LABEL_KEYS])
def test_that_the_digits_of_classes_and_labels_are_refused_in_one_sentence(qapp, key: str) -> None:
    sentence = refusal(key, "accept")
    assert "digits" in sentence
    assert sentence.count(".") == 1


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("Left", "arrow"),
        ("Ctrl+Up", "arrow"),
        ("Esc", "Esc"),
        ("Tab", "Tab"),
        ("Shift+Tab", "Tab"),
        ("Alt+F", "File"),
        ("Alt+V", "View"),
        ("", "cannot"),
        ("T, H", "cannot"),
        ("Shift", "cannot"),
    ],
)
def test_that_keys_with_a_meaning_of_their_own_are_refused(qapp, key: str, why: str) -> None:
    assert why in refusal(key, "accept")


@pytest.mark.parametrize("key", ["J", "Shift+J", "Space", "Ctrl+J", "0", "F12", "Backspace", "Home", "Alt+J", "Ü"])
def test_that_other_keys_are_free(qapp, key: str) -> None:
    assert refusal(key, "accept") == ""


def test_that_tab_may_be_had_by_what_is_heard_on_the_picture_alone(qapp) -> None:
    assert refusal("Tab", "next_box") == ""


@pytest.mark.parametrize(
    ("key", "why"),
    [
        *(("Left", "arrow"), ("Home", "Home"), ("Space", "Space"), ("Enter", "Enter"), ("0", "0"), ("-", "pictures")),
        *(("Esc", "point"), ("Tab", "Tab"), ("Alt+F", "File"), ("Alt+C", "Compare"), ("", "cannot")),
    ],
)
def test_that_the_inspector_keeps_the_keys_of_its_pictures_and_menus(qapp, key: str, why: str) -> None:
    assert why in refusal(folded(key), "inspector_heat")


@pytest.mark.parametrize("key", ["5", "Alt+5", "Ctrl+Left", "Ctrl+Space", "X", "Alt+P"])
def test_that_keys_of_the_main_window_are_free_in_the_inspector(qapp, key: str) -> None:
    assert refusal(key, "inspector_heat") == ""


def test_that_a_refusal_is_in_the_users_language(german: None) -> None:
    assert "Pfeiltasten" in refusal("Left", "accept")
    assert "Pfeiltasten" in refusal("Left", "inspector_heat")
    assert refusal("Alt+D", "accept").startswith("Alt+D öffnet das Menü Datei")


def test_that_esc_may_let_the_point_go(qapp) -> None:
    assert refusal("Esc", "inspector_release") == ""


def test_that_a_stored_key_of_the_other_window_is_no_rival(qapp) -> None:
    found = resolve(("reject", "inspector_heat"), preset={}, changes={"reject": ("X",), "inspector_heat": ("X",)})
    assert found.keys == {"reject": ("X",), "inspector_heat": ("X",)}
    assert found.dropped == ()


def test_that_a_persons_choice_goes_before_what_a_version_brings() -> None:
    found = resolve(("old", "new"), preset={"old": ("A",), "new": ("J",)}, changes={"old": ("J",), "gone": ("Q",)})
    assert found.keys == {"old": ("J",), "new": ()}
    assert found.dropped == (Dropped("J", "new", "old"),)


def test_that_of_two_stored_choices_for_a_key_the_first_keeps_it(qapp) -> None:
    found = resolve(("one", "two"), preset={}, changes={"one": ("J", "Return"), "two": ("J", "Enter", "K")})
    assert found.keys == {"one": ("J", "Return"), "two": ("K",)}
    assert [drop.key for drop in found.dropped] == ["J", "Return"]


def test_that_keys_nobody_may_have_are_left_out(qapp) -> None:
    found = resolve(("one",), preset={}, changes={"one": ("5", "no key", "Esc", "K")})
    assert found.keys == {"one": ("K",)}
    assert found.dropped == (Dropped("5", "one", ""), Dropped("no key", "one", ""), Dropped("Esc", "one", ""))


KEY = st.sampled_from(["A", "Enter", "Return", "Tab", "Shift+Tab", "Backtab", "5", "?", "Shift+?", "Ctrl+X", "zzz", ""])


@given(st.dictionaries(st.sampled_from([*NAMES, "unknown"]), st.lists(KEY, max_size=3).map(tuple)))
def test_that_no_two_actions_share_a_key_whatever_is_stored(changes: dict[str, Sequence[str]]) -> None:
    found = resolve(NAMES, preset=CVAT, changes=changes)
    for window in (INSPECTOR_NAMES, set(NAMES) - INSPECTOR_NAMES):
        given_away = [key for name, own in found.keys.items() if name in window for key in own]
        assert len(given_away) == len(set(given_away))
    assert list(found.keys) == list(NAMES)


# keys of one's own


def test_that_an_own_key_works_and_the_old_one_no_longer_does(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    first = hands.desk.session.image
    hands.desk.keys.give("skip", ("J",))
    hands.key(Qt.Key.Key_S)
    assert hands.desk.session.image == first
    hands.key(Qt.Key.Key_J)
    hands.until(lambda: hands.desk.session.image != first)
    assert hands.desk.session.project.image(first.id).status is ImageStatus.SKIPPED
    assert hands.desk.actions["skip"].shortcut().toString() == "J"
    assert "(J)" in hands.desk.actions["skip"].toolTip()


def test_that_return_given_to_another_action_takes_the_enter_of_the_digits_with_it(keys: KeyMap) -> None:
    assert keys.holders("skip", ("Enter",)) == {"Return": "accept"}
    keys.give("skip", ("Enter",))
    assert keys.keys["accept"] == ()
    assert spread(keys.keys["skip"]) == ("Return", "Enter")


def test_that_sentences_name_the_key_in_force_or_else_the_menu(keys: KeyMap) -> None:
    assert keys.key_name("undo") == "Ctrl+Z"
    keys.give("undo", ("Ctrl+U",))
    assert keys.key_name("undo") == "Ctrl+U"
    keys.give("undo", ())
    assert keys.key_name("undo") == "“Undo”"


def test_that_messages_name_the_keys_of_the_preset(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    said: list[str] = []
    hands.desk.messages.posted.connect(lambda message: said.append(message.text))
    hands.desk.keys.choose("CVAT")
    hands.key(Qt.Key.Key_N)
    hands.drag((2, 2), (20, 20))
    hands.ctrl(Qt.Key.Key_C)
    assert "Ctrl+V" in said[-1]


def test_that_the_filter_box_says_by_which_key_one_comes_there(hands: Hands) -> None:
    edit = hands.desk.image_panel.query.edit
    assert "(/)" in edit.toolTip()
    hands.desk.keys.give("filter", ("Ctrl+L",))
    assert "(Ctrl+L)" in edit.toolTip()


def test_that_only_differences_are_stored(keys: KeyMap) -> None:
    keys.give("skip", ("J",))
    keys.give("accept", ("Return",))
    assert Settings().key_changes == {"labelImg": {"skip": ("J",)}}
    keys.give("reject", ("Return",))
    assert Settings().key_changes == {"labelImg": {"skip": ("J",), "accept": (), "reject": ("Return",)}}
    keys.reset()
    assert Settings().key_changes == {"labelImg": {}}
    assert not keys.is_changed


def test_that_each_preset_keeps_its_own_changes(keys: KeyMap) -> None:
    keys.give("skip", ("J",))
    keys.choose("CVAT")
    assert keys.keys["skip"] == ("S",)
    keys.give("accept", ("A",))
    keys.choose("labelImg")
    assert (keys.keys["skip"], keys.keys["accept"], keys.keys["previous_image"]) == (("J",), ("Return",), ("A", "PgUp"))
    with pytest.raises(KeyError):
        keys.choose("vi")


def test_that_preset_and_own_keys_survive_a_restart(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    with open_desk(qtbot, tmp_path) as hands:
        hands.desk.keys.choose("CVAT")
        hands.desk.keys.give("skip", ("J",))
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(project)
        first = hands.desk.session.image
        assert hands.desk.keys.preset == "CVAT"
        hands.key(Qt.Key.Key_J)
        hands.until(lambda: hands.desk.session.image != first)
        assert hands.desk.actions["next_image"].shortcut().toString() == "F"


def store_changes(folder: Path, text: str) -> None:
    """Write what another version may have stored."""
    isolate_settings(folder / "settings")
    settings = Settings()
    settings._store.setValue("keys/changes", text)
    settings.sync()


def test_that_a_key_that_an_update_gave_away_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    changes = {"labelImg": {"skip": ["N"], "of_another_version": ["Q"]}}
    store_changes(tmp_path, json.dumps(changes))
    with open_desk(qtbot, tmp_path) as hands:
        assert hands.desk.keys.keys["skip"] == ("N",)
        assert hands.desk.keys.keys["next_candidate"] == ()
        said = hands.desk.window.message_bar.text
        assert "“Next candidate” goes without N" in said
        assert "“Skip and go on”" in said
        stored = Settings().key_changes["labelImg"]
        assert stored == {"skip": ("N",), "next_candidate": (), "of_another_version": ("Q",)}
    with open_desk(qtbot, tmp_path) as hands:
        assert hands.desk.keys.keys["next_candidate"] == ()
        assert hands.desk.window.message_bar.text == ""


@pytest.mark.parametrize("text", ["{", "[]", '{"labelImg": 3}', '{"labelImg": {"skip": "J"}}', "7"])
def test_that_unreadable_keys_become_the_presets(qtbot: QtBot, tmp_path: Path, text: str) -> None:
    store_changes(tmp_path, text)
    settings = Settings()
    assert KeyMap(settings).keys["skip"] == ("S",)


def test_that_an_unknown_preset_becomes_labelimg_with_a_notice(qtbot: QtBot) -> None:
    settings = Settings()
    settings._store.setValue("keys/preset", "vi")
    assert KeyMap(settings).preset == "labelImg"
    assert "defaults" in settings.notice


# the cheat sheet


def chips(sheet: QWidget) -> set[str]:
    return {label.text() for label in sheet.findChildren(QLabel)}


def test_that_the_question_mark_shows_the_keys_in_force(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.desk.keys.give("skip", ("J",))
    with in_modal(KeySheet) as seen:
        QTest.keyClick(hands.desk.canvas, "?")
    (shown,) = seen
    assert "J" in chips(shown)
    assert "S" not in chips(shown)
    assert any("own changes" in text for text in chips(shown))
    hands.desk.keys.choose("CVAT")
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    with in_modal(KeySheet) as seen:
        hands.key(Qt.Key.Key_F1)
    (shown,) = seen
    assert {"F", "S"} <= chips(shown)
    assert any("CVAT" in text for text in chips(shown))


# text fields


def typed_keys(preset: str) -> list[str]:
    """Return the keys of the main window that one can press while typing: no Ctrl, Alt, function key or Tab."""
    own_keys = [own for name, own in PRESETS[preset].items() if name not in INSPECTOR_NAMES]
    pressed = [key for own in own_keys for key in spread(own)] + list(CLASS_KEYS)
    return [key for key in pressed if not any(part in key for part in ("Ctrl", "Alt", "Tab", "F1", "F2", "F5", "F6"))]


@pytest.mark.parametrize("preset", PRESETS)
def test_that_single_keys_never_fire_in_a_text_field(hands: Hands, squares: Path, preset: str) -> None:
    hands.open(squares)
    hands.desk.keys.choose(preset)
    edit = hands.desk.image_panel.query.edit
    dock = hands.desk.window.findChild(QDockWidget)
    later_line, later_spin = QLineEdit(dock), QSpinBox(dock)
    for widget in (later_line, later_spin):
        widget.show()
    with triggered(hands) as heard:
        for widget in (edit, later_line, later_spin):
            for key in typed_keys(preset):
                widget.setFocus()
                assert takes_text(QApplication.focusWidget())
                press(widget, key)
                assert heard == [], key
        # The same keys are heard on the picture.
        for key in ("Space", "X", "PgDown"):
            hands.desk.canvas.setFocus()
            hands.desk.actions["reject"].setEnabled(True)
            press(hands.desk.canvas, key)
        assert heard == ["verify", "reject", "next_image"]
    assert "x" in later_line.text()


def test_that_a_button_made_later_hears_space_and_enter_too(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    button = QPushButton("late", hands.desk.window.findChild(QDockWidget))
    button.show()
    pressed: list[int] = []
    button.clicked.connect(lambda: pressed.append(1))
    with triggered(hands) as heard:
        for number, key in enumerate(("Space", "Return", "Enter"), start=1):
            button.setFocus()
            press(button, key)
            hands.until(lambda count=number: len(pressed) == count)
    assert heard == []


def test_that_every_action_with_a_key_is_in_a_menu_of_the_dialog() -> None:
    from wsl_annotator.gui.keys.key_tree import menu_actions

    shown = [name for names in menu_actions().values() for name in names]
    assert sorted(shown) == sorted(spec.name for spec in KEYED_ACTIONS)
