"""Whole edges as grips, which edge a key means, and several boxes at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import Part, nearest_edge
from wsl_annotator.gui.canvas.values import EdgeBars, EdgeLevels

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT_BUTTON = Qt.MouseButton.LeftButton


@pytest.fixture
def one(canvas, box_of):
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180))])
    canvas.select("b1")
    return canvas


@pytest.fixture
def three(canvas, box_of):
    canvas.set_boxes(
        [box_of("b1", (10, 10, 60, 60)), box_of("b2", (100, 10, 160, 60)), box_of("p3:0", (200, 150, 260, 200))]
    )
    canvas.groups = []
    canvas.group_changed.connect(canvas.groups.append)
    return canvas


@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_that_an_edge_is_gripped_along_its_length_from_six_pixels_of_the_screen(one, hand, zoom, share) -> None:
    one.set_zoom(zoom)
    y = 80 + 100 * share
    for away in (-6, 6):
        hand.send_move(100 + away / zoom, y)
        assert one.canvas_scene.handles.gripped is Part.LEFT
        assert one.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    hand.send_move(100 + 14 / zoom, y)
    assert one.canvas_scene.handles.gripped is None


def test_that_the_edge_under_the_mouse_is_painted_along_its_whole_length(one, hand) -> None:
    hand.send_move(250, 250)
    before = one.grab().toImage()
    hand.send_move(100, 110)
    shown = one.grab().toImage()
    for y in (95, 120, 150, 170):
        # White beside the coloured line, where without the grip there is the photo.
        at = hand.at(97, y)
        assert before.pixelColor(at).name() != "#ffffff"
        assert shown.pixelColor(at).name() == "#ffffff"


def test_that_the_edge_of_a_box_that_is_not_selected_can_be_dragged_at_once(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180))])
    hand.send_move(100, 120)
    assert canvas.canvas_scene.handles.gripped is Part.LEFT
    hand.drag((100, 120), (90, 120), (70, 120))
    assert hand.edited == [("b1", Box(70, 80, 200, 180))]
    assert canvas.selected_key == "b1"


def test_that_a_locked_box_has_no_grip_and_stays_where_it_is(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180), editable=False, locked=True)])
    canvas.select("b1")
    hand.send_move(100, 120)
    assert canvas.canvas_scene.handles.gripped is None
    hand.drag((100, 120), (90, 120), (70, 120))
    hand.key(Qt.Key.Key_Left, CTRL)
    assert hand.edited == []


def test_that_a_key_means_the_edge_under_the_mouse_then_the_last_used_then_the_nearest(one, hand) -> None:
    edit = one._edit
    assert edit.active_edge(QPointF(101, 120)) == "left"
    assert edit.active_edge(QPointF(150, 170)) == "bottom"
    assert edit.active_edge(None) == "left"
    hand.drag((150, 80), (150, 70), (150, 60))
    assert edit.active_edge(QPointF(150, 170)) == "top"
    assert edit.active_edge(None) == "top"
    assert edit.active_edge(QPointF(200, 120)) == "right"
    one.set_boxes([])
    assert edit.active_edge(None) == ""


@pytest.mark.parametrize(
    ("point", "edge"), [((5, 50), "left"), ((95, 50), "right"), ((50, 2), "top"), ((40, 120), "bottom")]
)
def test_that_the_nearest_edge_counts_points_outside_too(point, edge) -> None:
    assert nearest_edge(Box(0, 0, 100, 100), x=point[0], y=point[1]) == edge


def ink(canvas, hand, points) -> list[str]:
    shown = canvas.grab().toImage()
    return [shown.pixelColor(hand.at(*point)).name() for point in points]


def test_that_the_levels_of_an_edge_are_marked_until_another_box_is_selected(one, hand, box_of) -> None:
    hand.send_move(390, 290)
    places = [(80, 136), (120, 136)]
    before = ink(one, hand, places)
    one.set_edge_levels(EdgeLevels("left", (80.0, 100.0, 120.0)))
    assert ink(one, hand, places) == ["#ffd54a", "#ffd54a"]
    one.set_boxes([box_of("b1", (100, 80, 200, 180)), box_of("b2", (300, 200, 350, 250))])
    one.select("b2")
    assert one.canvas_scene.marks.levels is None
    one.select("b1")
    assert ink(one, hand, places) == before


def test_that_bars_are_shown_at_the_box_they_were_measured_for_alone(one, hand) -> None:
    one.set_edge_bars(EdgeBars("p9:0", Box(80, 60, 220, 200), Box(120, 100, 180, 160)))
    assert one.canvas_scene.marks.bars is None
    one.set_edge_bars(EdgeBars("b1", Box(80, 60, 220, 200), Box(120, 100, 180, 160)))
    hand.send_move(390, 290)
    assert ink(one, hand, [(90, 105), (110, 105), (210, 105)]) == ["#ffffff"] * 3


def test_that_ctrl_click_takes_boxes_in_and_out(three, hand) -> None:
    hand.click(30, 30)
    for point in ((130, 30), (230, 170)):
        QTest.mouseClick(three.viewport(), LEFT_BUTTON, CTRL, hand.at(*point))
    assert three.canvas_scene.group == ("b1", "b2", "p3:0")
    assert three.selected_key == "b1"
    QTest.mouseClick(three.viewport(), LEFT_BUTTON, CTRL, hand.at(30, 30))
    assert three.canvas_scene.group == ("b2", "p3:0")
    assert three.selected_key in ("b2", "p3:0")
    QTest.mouseClick(three.viewport(), LEFT_BUTTON, CTRL, hand.at(130, 30))
    assert three.canvas_scene.group == ()
    assert three.selected_key == "p3:0"
    assert three.groups[-1] == ()


def test_that_shift_click_takes_a_box_in_and_shift_drag_still_pans(three, hand) -> None:
    hand.click(30, 30)
    QTest.mouseClick(three.viewport(), LEFT_BUTTON, SHIFT, hand.at(130, 30))
    assert three.canvas_scene.group == ("b1", "b2")
    before = hand.at(0, 0)
    start = hand.at(150, 100)
    QTest.mousePress(three.viewport(), LEFT_BUTTON, SHIFT, start)
    for step in (10, 30):
        QTest.mouseMove(three.viewport(), start + type(start)(step, 0))
    QTest.mouseRelease(three.viewport(), LEFT_BUTTON, SHIFT, start + type(start)(30, 0))
    assert hand.at(0, 0).x() - before.x() == 30
    assert three.canvas_scene.group == ("b1", "b2")


def test_that_ctrl_drag_over_empty_ground_takes_all_boxes_it_holds_whole(three, hand) -> None:
    hand.press(180, 100, modifier=CTRL)
    hand.move(90, 40)
    hand.move(30, 2)
    hand.release(30, 2, modifier=CTRL)
    assert (three.selected_key, three.canvas_scene.group) == ("b2", ())
    hand.press(180, 210, modifier=CTRL)
    hand.move(220, 180)
    hand.move(270, 140)
    hand.release(270, 140, modifier=CTRL)
    assert three.canvas_scene.group == ("b2", "p3:0")


def test_that_escape_forgets_the_band(three, hand) -> None:
    hand.press(180, 100, modifier=CTRL)
    hand.move(2, 2)
    hand.key(Qt.Key.Key_Escape)
    hand.release(2, 2, modifier=CTRL)
    assert three.selected_key == ""


def test_that_a_drag_with_ctrl_of_a_box_moves_it_instead_of_selecting_several(three, hand) -> None:
    hand.press(130, 30, modifier=CTRL)
    hand.move(150, 130)
    hand.move(180, 130)
    hand.release(180, 130, modifier=CTRL)
    assert three.canvas_scene.group == ()
    assert [key for key, _ in hand.edited] == ["b2"]


def test_that_a_click_without_ctrl_leaves_one_selected(three, hand) -> None:
    hand.click(30, 30)
    QTest.mouseClick(three.viewport(), LEFT_BUTTON, CTRL, hand.at(130, 30))
    hand.click(30, 30)
    assert three.canvas_scene.group == ()
    assert three.selected_key == "b1"


def test_that_several_boxes_have_no_handles_and_no_edge_that_a_key_moves(three, hand) -> None:
    three.select_all(["b1", "b2"])
    before = ink(three, hand, [(10, 10)])
    for modifier in (Qt.KeyboardModifier.AltModifier, CTRL):
        hand.key(Qt.Key.Key_Right, modifier)
    assert (hand.edited, hand.moved) == ([], [])
    three.select_only("b1")
    # The handle's white at the corner.
    assert before != ink(three, hand, [(10, 10)]) == ["#ffffff"]


def test_that_a_box_that_goes_away_leaves_the_group(three, hand, box_of) -> None:
    three.select_all(["b1", "b2", "p3:0"])
    three.set_boxes([box_of("b2", (100, 10, 160, 60)), box_of("p3:0", (200, 150, 260, 200))])
    assert three.canvas_scene.group == ("b2", "p3:0")
    three.set_boxes([box_of("b2", (100, 10, 160, 60))])
    assert three.canvas_scene.group == ()
    assert three.groups[-1] == ()


def test_that_a_hidden_box_is_not_shown_and_not_picked(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (10, 10, 60, 60), hidden=True), box_of("b2", (0, 0, 200, 200))])
    hand.click(30, 30)
    assert canvas.selected_key == "b2"
    canvas.set_boxes([box_of("b1", (10, 10, 60, 60)), box_of("b2", (0, 0, 200, 200))])
    hand.click(300, 280)
    hand.click(30, 30)
    assert canvas.selected_key == "b1"
