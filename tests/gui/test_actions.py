"""Actions, menus and keys are data: complete, free of conflicts, and each is heard by something."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt

from tests.helpers.desk import Hands
from wsl_annotator.gui.actions import inspector
from wsl_annotator.gui.actions.every import ACTIONS, INSPECTOR_NAMES
from wsl_annotator.gui.controllers.window_controller import SWITCHES
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.menus import MENUS, TOOLBAR, TOOLBAR_TEXTS
from wsl_annotator.gui.settings import LANGUAGES, THEMES, Settings
from wsl_annotator.gui.shortcuts import LABELIMG, PRESETS, conflicts
from wsl_annotator.workflow.queue import QueueMode, QueuePlan

NAMES = [spec.name for spec in ACTIONS]
GROUPED = {f"theme_{name}" for name in THEMES} | {f"language_{name}" for name in LANGUAGES}
"""They are in submenus of their own."""


def test_that_action_names_are_unique() -> None:
    assert [name for name, count in Counter(NAMES).items() if count > 1] == []


def test_that_menus_toolbar_and_keys_name_actions_that_exist() -> None:
    used = {entry for _, entries in MENUS for entry in entries} | set(TOOLBAR) | set(TOOLBAR_TEXTS) | set(LABELIMG)
    assert {name for name in used if name[0] not in "->"} <= {*NAMES, *INSPECTOR_NAMES}


def test_that_every_action_is_in_a_menu() -> None:
    shown = {entry for _, entries in MENUS for entry in entries}
    assert set(NAMES) - shown == GROUPED


def test_that_no_preset_uses_a_key_twice() -> None:
    assert {name: conflicts(preset) for name, preset in PRESETS.items()} == {name: [] for name in PRESETS}


def test_that_a_planted_conflict_is_found() -> None:
    assert conflicts({"accept": ("X",), "reject": ("X",), "zoom": ("1",)}) == [
        ("X", "accept", "reject"),
        ("1", "class", "zoom"),
    ]
    assert conflicts({"inspector_heat": ("X",), "inspector_boxes": ("X",)}) == [
        ("X", "inspector_heat", "inspector_boxes")
    ]


def test_that_two_windows_may_use_one_key() -> None:
    assert conflicts({"reject": ("X",), "inspector_heat": ("X", "1")}) == []


def test_that_every_action_of_the_inspector_is_in_one_of_its_menus() -> None:
    shown = [entry for _, entries in inspector.MENUS for entry in entries if entry[0] not in "->"]
    assert sorted(shown) == sorted(INSPECTOR_NAMES)
    assert {entry for entry in inspector.TOOLBAR if entry != "-"} <= INSPECTOR_NAMES
    assert not INSPECTOR_NAMES & set(NAMES)


def test_that_every_action_does_something_and_says_what(hands: Hands) -> None:
    switches = {*SWITCHES, "draw", "draw_extreme", "show_spread"}
    heard = set(hands.desk.action_desk._commands) | switches | GROUPED
    assert heard == set(NAMES)
    assert [action.objectName() for action in hands.desk.actions if not action.statusTip()] == []


def test_that_without_a_project_only_what_needs_none_is_enabled(hands: Hands) -> None:
    enabled = {action.objectName() for action in hands.desk.actions if action.isEnabled()}
    assert {"new_project", "open_project", "open_sample", "quit", "network"} <= enabled
    assert not enabled & {"accept", "export", "draw", "propose_all", "undo", "verify", "next_image"}


def test_that_the_key_sheet_lists_every_key_of_the_menus(qtbot) -> None:
    sheet = KeySheet(LABELIMG, name="labelImg")
    qtbot.addWidget(sheet)
    chips = {label.text() for label in sheet.findChildren(type(sheet.layout().itemAt(0).widget()))}
    assert {"W", "D", "A", "X", "Space", "Ctrl+Shift+E", "Ctrl+E", "1 – 9"} <= chips


def test_that_broken_settings_become_defaults_with_a_notice(qtbot, tmp_path: Path) -> None:
    settings = Settings()
    settings._store.setValue("view/theme", "pink")
    settings._store.setValue("heat/opacity", "much")
    settings._store.setValue("search/preset", 7)
    settings._store.setValue("recent", 12)
    settings._store.setValue("queue/order", "sideways")
    settings._store.setValue("queue/mode", "class_first")
    settings._store.setValue("queue/draw", "-3")
    settings.sync()
    again = Settings()
    assert again.notice == ""
    assert (again.theme, again.heat_opacity, again.search.preset, again.recent) == ("system", 0.55, "default", [])
    assert again.queue_plan == QueuePlan(mode=QueueMode.CLASS_FIRST)
    assert "defaults" in again.notice


def test_that_unreadable_settings_are_set_aside(qtbot, tmp_path: Path) -> None:
    first = Settings()
    path = Path(first._store.fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x80\x03}q\x00(X\x06 no ini [[[\n=\n")
    settings = Settings()
    assert settings.theme == "system"
    settings.theme = "dark"
    settings.sync()
    again = Settings()
    assert again.theme == "dark"


def test_that_recent_files_are_newest_first_without_those_that_are_gone(qtbot, tmp_path: Path) -> None:
    settings = Settings()
    paths = [tmp_path / f"{name}.wsl" for name in "abc"]
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(paths[0])
    paths[1].unlink()
    assert settings.recent == [paths[0], paths[2]]


def test_that_layout_and_switches_survive_a_restart(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.desk.actions["heat"].setChecked(False)
    hands.desk.trace_dock.show()
    hands.desk.window.close()
    again = Settings()
    assert again.switch("heat", default=True) is False
    assert all(not part.isEmpty() for part in again.layout())


def test_that_a_button_with_the_focus_hears_space_before_the_window(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    image = hands.desk.session.image
    button = hands.desk.class_panel.add_button
    heard = []
    hands.desk.actions["add_class"].triggered.disconnect()
    hands.desk.actions["add_class"].triggered.connect(lambda: heard.append(1))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        button.setFocus()
        hands.qtbot.keyClick(button, key)
    hands.until(lambda: len(heard) == 2)
    assert hands.desk.session.image == image
    assert hands.desk.session.owned == {}
