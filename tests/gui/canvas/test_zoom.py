"""Zoom, fit and pan."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def turn(canvas, at: QPointF, notches: int, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        at, QPointF(canvas.viewport().mapToGlobal(at)), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas.viewport(), event)


@pytest.mark.parametrize("at", [(210.0, 160.0), (590.0, 440.0), (400.0, 300.0), (300.0, 420.0)])
def test_that_the_wheel_keeps_the_scene_point_under_the_cursor(canvas, at) -> None:
    cursor = QPointF(*at)
    for notches in (1, 1, 3, -2, 5, -1, -4):
        before = canvas.to_scene(cursor)
        turn(canvas, cursor, notches)
        after = canvas.to_scene(cursor)
        assert abs(after.x() - before.x()) * canvas.zoom <= 1.0
        assert abs(after.y() - before.y()) * canvas.zoom <= 1.0


def test_that_the_wheel_stops_at_the_limits(canvas) -> None:
    turn(canvas, QPointF(400, 300), 60)
    assert canvas.zoom == pytest.approx(40.0)
    turn(canvas, QPointF(400, 300), -100)
    assert canvas.zoom == pytest.approx(0.02)


def test_that_every_change_of_zoom_is_said_once(canvas) -> None:
    said = []
    canvas.zoom_changed.connect(said.append)
    canvas.set_zoom(2.0)
    canvas.set_zoom(2.0)
    canvas.zoom_in()
    canvas.zoom_out()
    assert said == pytest.approx([2.0, 2.5, 2.0])


def test_that_fit_shows_the_whole_image_also_after_a_resize(canvas) -> None:
    canvas.set_zoom(30)
    canvas.fit()
    for size in ((800, 600), (500, 700), (300, 200)):
        canvas.resize(*size)
        QApplication.processEvents()
        shown = canvas.mapFromScene(canvas.canvas_scene.extent).boundingRect()
        assert canvas.viewport().rect().contains(shown.adjusted(1, 1, -1, -1))
        assert canvas.zoom == pytest.approx(min((size[0] - 32) / 400, (size[1] - 32) / 300))


def test_that_fit_width_fills_the_width(canvas) -> None:
    canvas.resize(900, 300)
    canvas.fit_width()
    shown = canvas.mapFromScene(canvas.canvas_scene.extent).boundingRect()
    assert shown.left() >= 0
    assert shown.right() <= canvas.viewport().width()
    assert shown.width() >= canvas.viewport().width() - 48
    assert canvas.mapFromScene(0, 0).y() in range(24)


def test_that_a_zoom_chosen_by_hand_outlives_a_resize(canvas) -> None:
    canvas.set_zoom(3)
    canvas.resize(500, 400)
    QApplication.processEvents()
    assert canvas.zoom == 3


@pytest.mark.parametrize(
    ("button", "modifier"),
    [
        (Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier),
        (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_that_a_drag_on_empty_ground_pans(canvas, hand, button, modifier) -> None:
    before = canvas.to_scene(QPointF(100, 100))
    QTest.mousePress(canvas.viewport(), button, modifier, QPoint(100, 100))
    QTest.mouseMove(canvas.viewport(), QPoint(130, 90))
    QTest.mouseMove(canvas.viewport(), QPoint(160, 80))
    QTest.mouseRelease(canvas.viewport(), button, modifier, QPoint(160, 80))
    after = canvas.to_scene(QPointF(160, 80))
    assert (after - before).manhattanLength() <= 2
    assert hand.edited == []


def test_that_shift_wheel_pans_sideways_without_zoom(canvas) -> None:
    canvas.set_zoom(4)
    before = canvas.to_scene(QPointF(400, 300))
    turn(canvas, QPointF(400, 300), -1, Qt.KeyboardModifier.ShiftModifier)
    after = canvas.to_scene(QPointF(400, 300))
    assert canvas.zoom == 4
    assert after.x() > before.x()
    assert after.y() == before.y()


def test_that_the_next_image_is_fitted_unless_the_view_is_kept(canvas) -> None:
    pixels = np.zeros((300, 400, 3), dtype=np.uint8)
    canvas.set_zoom(5)
    canvas.keep_view = True
    canvas.set_image(pixels, width=400, height=300)
    assert canvas.zoom == 5
    canvas.keep_view = False
    canvas.set_image(pixels, width=400, height=300)
    assert canvas.zoom == pytest.approx(568 / 300)


def test_that_the_cursor_is_said_in_image_pixels(canvas, hand, qtbot) -> None:
    said = []
    left = []
    canvas.cursor_moved.connect(lambda x, y: said.append((x, y)))
    canvas.cursor_left.connect(lambda: left.append(1))
    canvas.set_zoom(1.5)
    hand.move(120, 60)
    # A real display delivers the move a little later.
    qtbot.waitUntil(lambda: bool(said), timeout=2000)
    assert said[-1] == pytest.approx((120, 60), abs=0.7)
    hand.move(-20, 80)
    qtbot.waitUntil(lambda: bool(left), timeout=2000)
