"""The dialog of the keys: by keyboard alone, with a question wherever a key has an owner."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands
from tests.helpers.modal import in_modal
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.keys.dialog import KeyDialog
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.settings import Settings


@pytest.fixture
def keys() -> KeyMap:
    return KeyMap(Settings())


@pytest.fixture
def dialog(qtbot: QtBot, keys: KeyMap) -> KeyDialog:
    return shown(qtbot, KeyDialog(keys))


def shown(qtbot: QtBot, dialog: KeyDialog) -> KeyDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    QTest.keyClick(QApplication.focusWidget(), key, held)


def set_key(dialog: KeyDialog, name: str, key: Qt.Key, *, field: int = 0) -> None:
    """Go to an action and press a key in one of its fields."""
    dialog.tree.show_action(name)
    dialog.edits[field].setFocus()
    press(key)


def cells(dialog: KeyDialog, name: str) -> tuple[str, str]:
    item = dialog.tree._items[name]
    return item.text(1), item.text(2)


def test_that_a_free_key_holds_at_once_and_is_marked_as_ones_own(dialog: KeyDialog, keys: KeyMap) -> None:
    set_key(dialog, "skip", Qt.Key.Key_J)
    assert keys.keys["skip"] == ("J",)
    assert cells(dialog, "skip") == ("J", "your own")
    assert cells(dialog, "accept") == ("Return", "")
    assert not dialog.question.is_asking


def test_that_an_action_can_have_a_second_key_after_a_first(dialog: KeyDialog, keys: KeyMap) -> None:
    set_key(dialog, "skip", Qt.Key.Key_J, field=1)
    assert keys.keys["skip"] == ("S", "J")
    assert cells(dialog, "skip")[0] == "S or J"
    dialog.tree.show_action("evaluate")
    assert not dialog.edits[1].isEnabled()


def test_that_a_key_with_an_owner_is_asked_for_by_the_owners_name(dialog: KeyDialog, keys: KeyMap) -> None:
    set_key(dialog, "accept", Qt.Key.Key_X)
    assert dialog.question.is_asking
    assert "“Reject”, which would have none" in dialog.question.text
    assert keys.keys["accept"] == ("Return",)
    assert QApplication.focusWidget() is dialog.question.yes
    press(Qt.Key.Key_Return)
    assert (keys.keys["accept"], keys.keys["reject"]) == (("X",), ())
    assert cells(dialog, "reject") == ("", "your own")
    assert not dialog.question.is_asking


@pytest.mark.parametrize("by", ["Esc", "button"])
def test_that_a_declined_key_stays_where_it_was(dialog: KeyDialog, keys: KeyMap, by: str) -> None:
    set_key(dialog, "accept", Qt.Key.Key_X)
    if by == "Esc":
        press(Qt.Key.Key_Escape)
    else:
        dialog.question.no.click()
    assert (keys.keys["accept"], keys.keys["reject"]) == (("Return",), ("X",))
    assert dialog.edits[0].keySequence().toString() == "Return"
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.tree


def test_that_going_to_another_action_forgets_the_question(dialog: KeyDialog, keys: KeyMap) -> None:
    set_key(dialog, "accept", Qt.Key.Key_X)
    dialog.tree.show_action("skip")
    assert dialog.question.text == ""
    dialog.question.agreed.emit()
    assert keys.keys["reject"] == ("X",)


def test_that_an_owner_with_another_key_is_said_to_keep_it(dialog: KeyDialog, keys: KeyMap) -> None:
    set_key(dialog, "skip", Qt.Key.Key_PageDown)
    assert "“Next image”, which would keep its other one" in dialog.question.text
    dialog.question.yes.click()
    assert keys.keys["next_image"] == ("D",)


@pytest.mark.parametrize(
    ("key", "word"), [(Qt.Key.Key_5, "digits"), (Qt.Key.Key_Left, "arrow"), (Qt.Key.Key_Down, "arrow")]
)
def test_that_a_reserved_key_is_refused_in_a_sentence(dialog: KeyDialog, keys: KeyMap, key: Qt.Key, word: str) -> None:
    set_key(dialog, "accept", key)
    assert word in dialog.question.text
    assert not dialog.question.is_asking
    assert keys.keys["accept"] == ("Return",)
    assert dialog.edits[0].keySequence().toString() == "Return"


def test_that_a_menus_key_is_refused_by_the_menus_name(dialog: KeyDialog, keys: KeyMap) -> None:
    dialog.tree.show_action("accept")
    dialog.edits[0].setFocus()
    press(Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    assert "File" in dialog.question.text
    assert keys.keys["accept"] == ("Return",)


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_Dead_Acute],
)
def test_that_a_key_that_makes_no_shortcut_changes_nothing(dialog: KeyDialog, keys: KeyMap, key: Qt.Key) -> None:
    dialog.tree.show_action("accept")
    dialog.edits[0].setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(dialog.edits[0], QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    dialog.tree.setFocus()
    assert keys.keys["accept"] == ("Return",)
    assert dialog.edits[0].keySequence().toString() == "Return"


def test_that_keys_are_removed_and_put_back(dialog: KeyDialog, keys: KeyMap) -> None:
    dialog.tree.show_action("next_image")
    dialog.clear_button.click()
    assert keys.keys["next_image"] == ()
    assert not dialog.clear_button.isEnabled()
    dialog.reset_button.click()
    assert keys.keys["next_image"] == ("D", "PgDown")
    assert not dialog.reset_button.isEnabled()


def test_that_putting_a_key_back_asks_whoever_has_it_now(dialog: KeyDialog, keys: KeyMap) -> None:
    keys.give("skip", ("X",))
    dialog.tree.show_action("reject")
    dialog.reset_button.click()
    assert "“Skip and go on”" in dialog.question.text
    assert keys.keys["skip"] == ("X",)
    dialog.question.yes.click()
    assert (keys.keys["reject"], keys.keys["skip"]) == (("X",), ())


def test_that_all_keys_are_put_back_after_a_question(dialog: KeyDialog, keys: KeyMap) -> None:
    assert not dialog.reset_all_button.isEnabled()
    keys.give("skip", ("J",))
    dialog.reset_all_button.click()
    assert keys.keys["skip"] == ("J",)
    dialog.question.yes.click()
    assert keys.keys["skip"] == ("S",)
    assert not keys.is_changed


def test_that_the_preset_changes_every_row(dialog: KeyDialog, keys: KeyMap) -> None:
    dialog.preset.setFocus()
    press(Qt.Key.Key_Down)
    assert keys.preset == "CVAT"
    assert cells(dialog, "next_image") == ("F or PgDown", "")
    assert KeyMap(Settings()).preset == "CVAT"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("heat", {"edge_outwards", "edge_inwards", "heat", "inspector_heat"}),
        ("ctrl+shift+z", {"redo"}),
        ("pgdown", {"next_image"}),
        ("?", {"shortcuts", "inspector_shortcuts"}),
        ("no such thing", set()),
    ],
)
def test_that_the_search_finds_words_and_keys(dialog: KeyDialog, text: str, found: set[str]) -> None:
    dialog.search.setText(text)
    assert set(dialog.tree.visible_names()) == found
    assert not found or dialog.tree.current in found


def test_that_the_search_leaves_no_action_to_change_where_it_finds_none(dialog: KeyDialog, keys: KeyMap) -> None:
    dialog.search.setText("no such thing")
    assert not dialog.edits[0].isEnabled()
    assert not dialog.clear_button.isEnabled()
    dialog.search.clear()
    assert dialog.tree.current
    assert dialog.edits[0].isEnabled()


def test_that_everything_is_reached_by_keys(dialog: KeyDialog, keys: KeyMap) -> None:
    dialog.tree.show_action("skip")
    dialog.tree.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.edits[0]
    press(Qt.Key.Key_J)
    assert keys.keys["skip"] == ("J",)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not dialog.edits[0]
    assert keys.keys["skip"] == ("J",)
    seen: set[QWidget] = set()
    for _ in range(20):
        seen.add(QApplication.focusWidget())
        press(Qt.Key.Key_Tab)
    wanted = {dialog.preset, dialog.search, dialog.tree, *dialog.edits, dialog.clear_button, dialog.reset_button}
    assert wanted | {dialog.reset_all_button} <= seen
    assert keys.keys["skip"] == ("J",)
    dialog.edits[0].setFocus()
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is dialog.tree
    assert dialog.isVisible()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_that_a_screen_reader_hears_what_each_control_is(dialog: KeyDialog) -> None:
    for widget in (dialog.preset, dialog.search, dialog.tree, *dialog.edits):
        assert widget.accessibleName()
    item = dialog.tree._items["skip"]
    assert item.data(0, Qt.ItemDataRole.AccessibleTextRole) == "Skip and go on: S"
    set_key(dialog, "accept", Qt.Key.Key_X)
    assert "“Reject”" in dialog.question.yes.accessibleDescription()


class Longer(QTranslator):
    """A language whose words are half as long again, as German's are at worst."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return text + "m" * (len(text) // 2)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def test_that_longer_words_of_another_language_are_not_cut_off(qtbot: QtBot, keys: KeyMap) -> None:
    translator = Longer()
    QApplication.installTranslator(translator)
    try:
        dialog = shown(qtbot, KeyDialog(keys))
        set_key(dialog, "skip", Qt.Key.Key_PageDown)
    finally:
        QApplication.removeTranslator(translator)
    assert dialog.clear_button.text().endswith("mm")
    cut = [
        button.text()
        for button in dialog.findChildren(QPushButton)
        if button.isVisible() and button.width() < button.sizeHint().width()
    ]
    assert cut == []
    label = dialog.question._text
    assert label.height() >= label.heightForWidth(label.width())
    assert dialog.width() <= 900


def test_that_the_cheat_sheet_leads_to_the_dialog_and_the_window_hears_the_new_key(hands: Hands) -> None:
    def change(dialog: KeyDialog) -> None:
        dialog.tree.show_action("open_sample")
        QTest.keyClick(dialog.edits[0], Qt.Key.Key_F12)

    sheets: list[KeySheet] = []
    with (
        in_modal(KeyDialog, change),
        in_modal(KeySheet, lambda sheet: (sheets.append(sheet), sheet.change_button.click())),
    ):
        hands.desk.actions["shortcuts"].trigger()
    assert hands.desk.actions["open_sample"].shortcut() == QKeySequence("F12")
    assert len(sheets) == 1
