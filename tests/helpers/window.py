"""Fixtures of every test that opens the window: Qt warnings fail it, and settings live in a folder of the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, isolate_settings, make_squares_project, open_desk

OFFSCREEN_SAYS = "This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def fail_on_qt_warnings(items: list[pytest.Item], folder: Path) -> None:
    for item in items:
        if item.path.is_relative_to(folder):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN_SAYS, extend=True))


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path) -> None:
    isolate_settings(tmp_path / "settings")


@pytest.fixture
def squares(tmp_path: Path) -> Path:
    return make_squares_project(tmp_path)


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    with open_desk(qtbot, tmp_path) as hands:
        yield hands
