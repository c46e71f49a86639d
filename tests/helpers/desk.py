"""The real window with a toy project: hands that press its keys and draw on its canvas."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.toy_project import write_network, write_squares
from wsl_annotator.gui.app import make_desk
from wsl_annotator.gui.desk import Desk
from wsl_annotator.gui.services.child import Children
from wsl_annotator.gui.settings import SearchChoice, Settings
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project

WAIT_MS = 60_000


def isolate_settings(folder: Path) -> None:
    """Let QSettings live in a folder of the test."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def choose_network(network: str, *, preset: str = "fast") -> None:
    """Store the user's choice of a network."""
    settings = Settings()
    settings.search = SearchChoice(network=network, preset=preset, device="cpu")
    settings.sync()


def make_squares_project(folder: Path, *, count: int = 4) -> Path:
    """Make a project of pictures with one coloured square each, labelled red, green or blue."""
    write_squares(folder / "images", count)
    return create_project(folder / "squares.wsl", images=folder / "images", labels=folder / "labels.csv").path


@cache
def shared_children() -> Children:
    """Return the processes that work for all windows of this test run: each would load torch anew."""
    children = Children()
    atexit.register(children.close)
    return children


@contextmanager
def open_desk(qtbot: QtBot, folder: Path, *, pause_s: float = 0.0, network: str = "") -> Iterator[Hands]:
    """Show the window with its own settings and a toy network; close it at the end."""
    isolate_settings(folder / "settings")
    choose_network(network or write_network(folder, pause_s=pause_s))
    desk = make_desk(QApplication.instance(), shared_children())
    desk.window.resize(1200, 800)
    desk.window.show()
    # Shortcuts are heard in the active window only; an X server without a window manager must be asked.
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow, timeout=WAIT_MS)
    hands = Hands(desk, qtbot)
    try:
        yield hands
    finally:
        desk.window.close()
        ended = desk.shut_down()
        desk.window.deleteLater()
        desk.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert ended


class Hands:
    """Drives one window by keys and mouse."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot

    def until(self, condition: Callable[[], bool], *, timeout_ms: int = WAIT_MS) -> None:
        """Wait until something holds and the panels tell of it."""
        self.qtbot.waitUntil(condition, timeout=timeout_ms)
        self.qtbot.waitUntil(lambda: not self.desk.turns.waits, timeout=timeout_ms)

    def open(self, path: Path) -> None:
        """Open a project and wait for its first picture and its list."""
        self.desk.projects.open_path(path)
        self.until(self.picture_shown)
        self.until(lambda: not self.desk.queue.busy)

    def picture_shown(self) -> bool:
        image = self.desk.session.image
        return image is not None and self.desk.canvas.canvas_scene.width == image.width and image.width > 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the canvas, where its keys and the window's shortcuts are heard."""
        QTest.keyClick(self.desk.canvas, key, modifier)

    def ctrl(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def at(self, x: float, y: float):
        return self.desk.canvas.viewportTransform().map(QPointF(x, y)).toPoint()

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Drag on the canvas, in image pixels."""
        viewport = self.desk.canvas.viewport()
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(*start))
        for point in (middle, end):
            QTest.mouseMove(viewport, self.at(*point))
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, self.at(*end))

    def draw(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.key(Qt.Key.Key_W)
        self.drag(start, end)

    def propose_all(self) -> None:
        self.ctrl(Qt.Key.Key_B)
        assert self.desk.propose.running
        self.until(self.idle)

    def idle(self) -> bool:
        return not self.desk.propose.running and not self.desk.projects.busy and not self.desk.queue.busy

    def next_image(self) -> None:
        before = self.desk.session.image
        self.key(Qt.Key.Key_D)
        assert self.desk.session.image != before
        self.until(self.picture_shown)


def dump(project: Project) -> dict[str, object]:
    """Return everything that a person can change and undo."""
    return {
        "boxes": list(project.all_boxes()),
        "labels": project.all_labels(),
        "classes": project.classes(),
        "status": [(record.id, record.status) for record in project.images()],
    }
