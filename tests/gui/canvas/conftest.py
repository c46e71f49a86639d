"""A shown canvas with an image of 400 x 300 pixels at zoom 1, and mouse moves in image pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.canvas.view import AnnotationCanvas

WIDTH, HEIGHT = 400, 300


class Hand:
    """The mouse over a canvas, in image pixels, and what the canvas said."""

    def __init__(self, canvas: AnnotationCanvas) -> None:
        self.canvas = canvas
        self.drawn: list[Box] = []
        self.edited: list[tuple[str, Box]] = []
        self.moved: list[dict[str, Box]] = []
        self.resized: list[dict[str, Box]] = []
        self.nudged: list[dict[str, Box]] = []
        self.selected: list[str] = []
        self.tools: list[str] = []
        canvas.box_drawn.connect(self.drawn.append)
        canvas.box_edited.connect(self._on_box_edited)
        canvas.boxes_moved.connect(self.moved.append)
        canvas.boxes_resized.connect(self.resized.append)
        canvas.frame_nudged.connect(self.nudged.append)
        canvas.selection_changed.connect(self.selected.append)
        canvas.tool_changed.connect(self.tools.append)

    def _on_box_edited(self, key: str, box: Box) -> None:
        self.edited.append((key, box))

    def at(self, x: float, y: float) -> QPoint:
        return self.canvas.viewportTransform().map(QPointF(x, y)).toPoint()

    def press(self, x: float, y: float, button=Qt.MouseButton.LeftButton, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.mousePress(self.canvas.viewport(), button, modifier, self.at(x, y))

    def move(self, x: float, y: float) -> None:
        QTest.mouseMove(self.canvas.viewport(), self.at(x, y))

    def send_move(
        self, x: float, y: float, *, buttons=Qt.MouseButton.NoButton, modifiers=Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Move the mouse by an event of its own: heard at once on any platform, with keys and buttons held."""
        at = self.at(x, y)
        where = QPointF(self.canvas.viewport().mapToGlobal(at))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(at), where, Qt.MouseButton.NoButton, buttons, modifiers)
        QApplication.sendEvent(self.canvas.viewport(), event)

    def release(self, x: float, y: float, button=Qt.MouseButton.LeftButton, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.mouseRelease(self.canvas.viewport(), button, modifier, self.at(x, y))

    def click(self, x: float, y: float) -> None:
        self.press(x, y)
        self.release(x, y)

    def drag(self, start: tuple[float, float], *stops: tuple[float, float]) -> None:
        self.press(*start)
        for stop in stops:
            self.move(*stop)
        self.release(*stops[-1])

    def key(self, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifier)


def make_box(key: str, xyxy: tuple[float, float, float, float], state=BoxState.ACCEPTED, **fields) -> CanvasBox:
    values = {"class_id": 1, "class_name": "dog", "color": "#56b4e9", "score": 0.5, **fields}
    return CanvasBox(key=key, box=Box(*xyxy), state=state, **values)


@pytest.fixture
def canvas(qtbot: QtBot) -> AnnotationCanvas:
    view = AnnotationCanvas()
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    view.set_image(np.full((HEIGHT, WIDTH, 3), 128, dtype=np.uint8), width=WIDTH, height=HEIGHT)
    view.set_zoom(1.0)
    view.setFocus()
    return view


@pytest.fixture
def hand(canvas: AnnotationCanvas) -> Hand:
    return Hand(canvas)


@pytest.fixture
def box_of() -> Callable[..., CanvasBox]:
    return make_box


@pytest.fixture
def two_selected(canvas: AnnotationCanvas, box_of) -> Callable[[Box, Box, Box], None]:
    """Show three boxes, of which the first two are selected."""

    def show(first: Box, second: Box, third: Box) -> None:
        canvas.set_boxes([box_of("b1", first.xyxy), box_of("b2", second.xyxy), box_of("p3:0", third.xyxy)])
        canvas.select("b1")
        canvas.select_all(["b1", "b2"])

    return show
