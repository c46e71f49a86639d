"""Picking, moving and resizing by mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def one(canvas, box_of):
    """One selected box in the middle."""
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180))])
    canvas.select("b1")
    return canvas


@pytest.mark.parametrize(
    ("grip", "expected"),
    [
        ((100, 80), (110, 95, 200, 180)), ((150, 80), (100, 95, 200, 180)), ((200, 80), (100, 95, 210, 180)),
        ((200, 130), (100, 80, 210, 180)), ((200, 180), (100, 80, 210, 195)), ((150, 180), (100, 80, 200, 195)),
        ((100, 180), (110, 80, 200, 195)), ((100, 130), (110, 80, 200, 180)),
    ],
)  # fmt: skip
def test_that_each_handle_moves_its_own_edges(one, hand, grip, expected) -> None:
    hand.drag(grip, (grip[0] + 5, grip[1] + 5), (grip[0] + 10, grip[1] + 15))
    assert hand.edited == [("b1", Box(*expected))]


def test_that_an_edge_can_be_dragged_anywhere_along_it(one, hand) -> None:
    hand.drag((103, 110), (98, 110), (83, 110))
    assert hand.edited == [("b1", Box(80, 80, 200, 180))]


def test_that_a_drag_inside_moves_the_box_and_is_given_out_once(one, hand) -> None:
    hand.drag((150, 130), (160, 130), (170, 140), (180, 160))
    assert hand.edited == [("b1", Box(130, 110, 230, 210))]


def test_that_a_box_dragged_out_of_the_image_stops_at_its_edge(one, hand) -> None:
    hand.drag((150, 130), (300, 130), (390, 10), (395, 5))
    assert hand.edited == [("b1", Box(300, 0, 400, 100))]


def test_that_an_edge_stops_one_pixel_before_the_opposite_one(one, hand) -> None:
    hand.drag((100, 110), (150, 110), (350, 110))
    assert hand.edited == [("b1", Box(199, 80, 200, 180))]


def test_that_escape_puts_a_dragged_box_back(one, hand) -> None:
    hand.press(150, 130)
    hand.move(180, 170)
    item = one.canvas_scene.box_item("b1")
    assert item.box != Box(100, 80, 200, 180)
    hand.key(Qt.Key.Key_Escape)
    assert item.box == Box(100, 80, 200, 180)
    hand.release(180, 170)
    assert hand.edited == []
    assert one.selected_key == "b1"


def test_that_a_drag_back_to_the_start_is_no_edit(one, hand) -> None:
    hand.drag((150, 130), (180, 170), (150, 130))
    assert hand.edited == []


def test_that_a_trembling_click_is_no_edit(one, hand) -> None:
    hand.drag((150, 130), (152, 131))
    assert hand.edited == []


def test_that_a_click_picks_the_smallest_box_under_the_cursor(canvas, hand, box_of) -> None:
    canvas.set_boxes(
        [box_of("b1", (10, 10, 300, 250)), box_of("p1:0", (100, 80, 200, 180)), box_of("b2", (50, 50, 250, 200))]
    )
    hand.click(150, 130)
    assert canvas.selected_key == "p1:0"
    hand.click(60, 60)
    assert canvas.selected_key == "b2"
    hand.click(20, 20)
    hand.click(350, 280)
    assert hand.selected == ["p1:0", "b2", "b1", ""]


def test_that_a_large_selected_box_can_be_moved_from_over_a_small_one(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (10, 10, 300, 250)), box_of("b2", (100, 80, 200, 180))])
    canvas.select("b1")
    hand.drag((150, 130), (160, 140), (160, 130))
    assert hand.edited == [("b1", Box(20, 10, 310, 250))]


def test_that_a_box_that_may_not_be_edited_is_picked_but_not_moved(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180), editable=False)])
    hand.drag((150, 130), (180, 170), (190, 180))
    hand.key(Qt.Key.Key_Left)
    canvas.nudge(1, 0)
    assert canvas.selected_key == "b1"
    assert hand.edited == []


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, (99, 80, 199, 180)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, (101, 80, 201, 180)),
        (Qt.Key.Key_Up, SHIFT, (100, 70, 200, 170)),
        (Qt.Key.Key_Down, SHIFT, (100, 90, 200, 190)),
        (Qt.Key.Key_Left, ALT, (99, 80, 200, 180)),
        (Qt.Key.Key_Right, ALT, (100, 80, 201, 180)),
        (Qt.Key.Key_Up, ALT, (100, 79, 200, 180)),
        (Qt.Key.Key_Down, ALT, (100, 80, 200, 181)),
        (Qt.Key.Key_Left, ALT | SHIFT, (90, 80, 200, 180)),
        (Qt.Key.Key_Down, ALT | SHIFT, (100, 80, 200, 190)),
        (Qt.Key.Key_Left, CTRL, (100, 80, 199, 180)),
        (Qt.Key.Key_Down, CTRL, (100, 81, 200, 180)),
        (Qt.Key.Key_Up, CTRL | SHIFT, (100, 80, 200, 170)),
    ],
)
def test_that_arrow_keys_move_and_resize_once_a_press(one, hand, key, modifier, expected) -> None:
    hand.key(key, modifier)
    assert hand.edited == [("b1", Box(*expected))]


def test_that_a_nudge_at_the_edge_of_the_image_is_no_edit(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (0, 0, 50, 50))])
    canvas.select("b1")
    hand.key(Qt.Key.Key_Left)
    hand.key(Qt.Key.Key_Up, SHIFT)
    canvas.resize_edge("left", -5)
    assert hand.edited == []


def test_that_nudges_add_up(one, hand) -> None:
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
    assert [box.x1 for _, box in hand.edited] == [101, 102, 103]


def test_that_the_selection_stays_with_its_key_over_new_boxes(one, hand, box_of) -> None:
    one.set_boxes([box_of("b7", (0, 0, 20, 20)), box_of("b1", (100, 80, 210, 180), BoxState.ADJUSTED)])
    assert one.selected_key == "b1"
    assert hand.selected == []
    one.set_boxes([box_of("b7", (0, 0, 20, 20))])
    assert one.selected_key == ""
    assert hand.selected == [""]


def test_that_giving_the_old_boxes_again_refuses_an_edit(one, hand, box_of) -> None:
    hand.drag((150, 130), (170, 140), (180, 160))
    one.set_boxes([box_of("b1", (100, 80, 200, 180))])
    assert one.canvas_scene.box_item("b1").box == Box(100, 80, 200, 180)


def test_that_new_boxes_do_not_take_a_box_out_of_the_hand(one, hand, box_of) -> None:
    hand.press(150, 130)
    hand.move(160, 140)
    one.set_boxes([box_of("b1", (100, 80, 200, 180)), box_of("p1:0", (0, 0, 20, 20))])
    assert one.canvas_scene.box_item("b1").box == Box(110, 90, 210, 190)
    hand.release(160, 140)
    assert hand.edited == [("b1", Box(110, 90, 210, 190))]


def test_that_a_box_taken_away_while_dragged_is_not_given_out(one, hand) -> None:
    hand.press(150, 130)
    hand.move(160, 140)
    one.set_boxes([])
    hand.move(170, 150)
    hand.release(170, 150)
    assert hand.edited == []


def test_that_hidden_boxes_cannot_be_picked(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180)), box_of("b2", (210, 80, 260, 180), BoxState.REJECTED)])
    hand.click(230, 100)
    assert canvas.selected_key == ""
    canvas.set_rejected_visible(True)
    hand.click(230, 100)
    assert canvas.selected_key == "b2"
    hand.click(350, 280)
    canvas.set_boxes_visible(False)
    hand.click(150, 130)
    assert canvas.selected_key == ""


def test_that_next_goes_round_the_shown_boxes_in_their_order(canvas, hand, box_of) -> None:
    states = (BoxState.ACCEPTED, BoxState.REJECTED, BoxState.PROPOSED)
    canvas.set_boxes([box_of(f"b{n}", (n * 50, 10, n * 50 + 40, 60), state) for n, state in enumerate(states)])
    for step in (1, 1, 1, -1):
        canvas.select_next(step)
    assert hand.selected == ["b0", "b2", "b0", "b2"]


def test_that_next_brings_a_far_box_into_view(canvas, box_of) -> None:
    canvas.set_boxes([box_of("b1", (380, 280, 395, 295))])
    canvas.set_zoom(10)
    canvas.centerOn(0, 0)
    canvas.select_next(1)
    shown = canvas.mapFromScene(387, 287)
    assert canvas.viewport().rect().contains(shown)


def test_that_escape_deselects_and_then_is_left_to_the_window(one, hand) -> None:
    hand.key(Qt.Key.Key_Escape)
    assert one.selected_key == ""


def test_that_a_double_click_names_the_box(one, hand) -> None:
    named = []
    one.box_activated.connect(named.append)
    at = hand.at(150, 130)
    QTest.mouseClick(one.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(one.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert named == ["b1"]
    assert hand.edited == []


def test_that_the_mouse_shape_tells_what_a_press_would_do(one, hand) -> None:
    for point, shape in (
        ((100, 80), Qt.CursorShape.SizeFDiagCursor),
        ((200, 110), Qt.CursorShape.SizeHorCursor),
        ((150, 130), Qt.CursorShape.SizeAllCursor),
        ((350, 280), Qt.CursorShape.ArrowCursor),
    ):
        hand.move(*point)
        assert one.viewport().cursor().shape() == shape


def test_that_the_context_menu_is_asked_for_the_box_under_the_mouse(canvas, hand, box_of) -> None:
    from PySide6.QtGui import QContextMenuEvent

    canvas.set_boxes([box_of("b1", (100, 80, 200, 180))])
    asked = []
    canvas.menu_requested.connect(lambda key, at: asked.append((key, at)))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, hand.at(150, 130), QPoint(7, 9))
    QApplication.sendEvent(canvas.viewport(), event)
    assert asked == [("b1", QPoint(7, 9))]
