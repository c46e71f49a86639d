"""A box by four points."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import box_around

TOP, LEFT, BOTTOM, RIGHT = (120, 40), (60, 100), (130, 180), (210, 90)
anywhere = st.tuples(st.floats(-500, 500, allow_nan=False), st.floats(-500, 500, allow_nan=False))


@pytest.fixture
def pen(canvas):
    canvas.set_tool("extreme")
    return canvas


@given(st.lists(anywhere, min_size=1, max_size=4))
def test_that_any_points_give_a_box_of_whole_pixels_inside_the_image(points) -> None:
    box = box_around(points, width=64, height=48)
    assert 0 <= box.x1 <= box.x2 - 1
    assert 0 <= box.y1 <= box.y2 - 1
    assert box.x2 <= 64
    assert box.y2 <= 48
    assert all(edge == int(edge) for edge in box.xyxy)


@pytest.mark.parametrize("order", list(permutations((TOP, LEFT, BOTTOM, RIGHT)))[::5])
def test_that_four_clicks_in_any_order_give_their_bounds(pen, hand, order) -> None:
    for point in order[:3]:
        hand.click(*point)
    assert hand.drawn == []
    hand.click(*order[3])
    assert hand.drawn == [Box(60, 40, 210, 180)]
    assert pen.tool == "edit"


def test_that_backspace_takes_one_point_back(pen, hand) -> None:
    for point in (TOP, LEFT, (390, 290)):
        hand.click(*point)
    hand.key(Qt.Key.Key_Backspace)
    for point in (BOTTOM, RIGHT):
        hand.click(*point)
    assert hand.drawn == [Box(60, 40, 210, 180)]


def test_that_a_right_click_takes_one_point_back_and_opens_no_menu(pen, hand) -> None:
    menus = []
    pen.menu_requested.connect(lambda *said: menus.append(said))
    for point in (TOP, LEFT, (390, 290)):
        hand.click(*point)
    at = hand.at(200, 200)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pen.viewport().mapToGlobal(at))
    QApplication.sendEvent(pen.viewport(), event)
    for point in (BOTTOM, RIGHT):
        hand.click(*point)
    assert menus == []
    assert hand.drawn == [Box(60, 40, 210, 180)]


def test_that_escape_forgets_the_points_then_leaves_the_pen(pen, hand) -> None:
    hand.click(*TOP)
    hand.click(*LEFT)
    hand.key(Qt.Key.Key_Escape)
    assert pen.tool == "extreme"
    for point in (TOP, LEFT, BOTTOM):
        hand.click(*point)
    assert hand.drawn == []
    hand.key(Qt.Key.Key_Escape)
    hand.key(Qt.Key.Key_Escape)
    assert pen.tool == "edit"


def test_that_four_clicks_on_one_spot_give_no_box_and_a_fifth_elsewhere_does(pen, hand) -> None:
    for _ in range(4):
        hand.click(150, 120)
    assert hand.drawn == []
    hand.click(180, 160)
    assert hand.drawn == [Box(150, 120, 180, 160)]


def test_that_points_on_one_line_give_a_box_of_one_pixel(pen, hand) -> None:
    for x in (50, 80, 110, 150):
        hand.click(x, 40)
    (box,) = hand.drawn
    assert (box.width, box.height) == (100, 1)


def test_that_points_beyond_the_image_lie_on_its_edge(pen, hand) -> None:
    for point in ((350, 250), (420, 280), (380, 330), (390, 270)):
        hand.click(*point)
    assert hand.drawn == [Box(350, 250, 400, 300)]


def test_that_a_new_image_forgets_the_points(pen, hand) -> None:
    hand.click(*TOP)
    pen.set_image(None, width=0, height=0)
    for point in (TOP, LEFT, BOTTOM, RIGHT):
        hand.click(*point)
    assert hand.drawn == []


def test_that_the_points_stay_at_their_place_while_the_picture_is_zoomed(pen, hand) -> None:
    for point in (TOP, LEFT):
        hand.click(*point)
    pen.set_zoom(1.7)
    for point in (BOTTOM, RIGHT):
        hand.click(*point)
    (box,) = hand.drawn
    assert all(abs(edge - wanted) <= 1 for edge, wanted in zip(box.xyxy, (60, 40, 210, 180), strict=True))


def test_that_the_marks_of_the_points_are_painted(pen, hand) -> None:
    bare = pen.grab().toImage()
    hand.click(*TOP)
    hand.click(*LEFT)
    hand.move(300, 250)
    shown = pen.grab().toImage()
    for x, y in (TOP, LEFT):
        at = hand.at(x, y)
        assert shown.pixelColor(at) != bare.pixelColor(at)
        assert shown.pixelColor(at + QPoint(2, 2)).name() == "#ffffff"
