"""The buttons in the title of a dock are seen in both themes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QLabel, QMainWindow

from tests.helpers.contrast import contrast
from tests.helpers.desk import Hands
from wsl_annotator.gui.panels.dock import Dock
from wsl_annotator.gui.theme import apply_theme, theme_colors

BUTTONS = ("qt_dockwidget_floatbutton", "qt_dockwidget_closebutton")


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def dock(window: QMainWindow) -> Dock:
    dock = Dock("Classes", window)
    dock.setWidget(QLabel("ball"))
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    QApplication.processEvents()
    return dock


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


def strongest(dock: QDockWidget, name: str) -> float:
    """Return the greatest contrast of a button's ink with the title's ground."""
    button = dock.findChild(QAbstractButton, name)
    image: QImage = dock.grab(button.geometry()).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(contrast(image.pixelColor(x, y).name(), theme_colors().window) for x, y in places)


def test_that_the_buttons_of_a_dock_are_seen_in_every_theme_and_after_each_change(
    dock: Dock, qapp: QApplication
) -> None:
    for theme in ("dark", "light", "dark"):
        apply_theme(qapp, theme)
        QApplication.processEvents()
        assert min(strongest(dock, name) for name in BUTTONS) >= 3.0, theme
        for floating in (True, False):
            dock.setFloating(floating)
            QApplication.processEvents()
        assert min(strongest(dock, name) for name in BUTTONS) >= 3.0, theme


def test_that_the_docks_of_the_window_have_icons_that_are_seen(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.desk.windows.set_theme("dark")
    docks = [dock for dock in hands.desk.window.docks.values() if dock.isVisible()]
    assert docks
    assert min(strongest(dock, name) for dock in docks for name in BUTTONS) >= 3.0
