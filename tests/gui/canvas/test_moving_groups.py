"""Several selected boxes are moved together by mouse and arrow keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.helpers.shown_boxes import shown
from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import moved_together

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND, THIRD = Box(10, 10, 60, 60), Box(100, 10, 160, 60), Box(200, 150, 260, 200)


@pytest.fixture
def pair(canvas, two_selected):
    two_selected(FIRST, SECOND, THIRD)
    return canvas


def test_that_a_drag_of_one_moves_all_while_it_lasts_and_gives_them_out_once(pair, hand) -> None:
    hand.press(130, 30)
    hand.move(150, 40)
    hand.move(160, 70)
    moved = [FIRST.moved(dx=30, dy=40), SECOND.moved(dx=30, dy=40)]
    assert shown(pair, "b1", "b2", "p3:0") == [*moved, THIRD]
    assert hand.moved == []
    hand.release(160, 70)
    assert hand.moved == [dict(zip(("b1", "b2"), moved, strict=True))]
    assert hand.edited == []
    assert (pair.selected_key, pair.canvas_scene.group) == ("b1", ("b1", "b2"))


def test_that_the_group_stops_as_a_whole_at_the_edge_of_the_image(pair, hand) -> None:
    hand.drag((30, 30), (5, 20), (1, 250))
    assert hand.moved == [{"b1": Box(0, 230, 50, 280), "b2": Box(90, 230, 150, 280)}]


@pytest.mark.parametrize(("modifier", "step"), [(Qt.KeyboardModifier.NoModifier, 1), (SHIFT, 10)])
def test_that_an_arrow_key_moves_all_by_its_step(pair, hand, modifier, step: int) -> None:
    hand.key(Qt.Key.Key_Right, modifier)
    hand.key(Qt.Key.Key_Down, modifier)
    right = [box.moved(dx=step, dy=0) for box in (FIRST, SECOND)]
    down = [box.moved(dx=step, dy=step) for box in (FIRST, SECOND)]
    assert [list(one.values()) for one in hand.moved] == [right, down]


def test_that_no_nudge_is_given_out_where_one_of_them_touches_the_edge(pair, hand, box_of) -> None:
    pair.set_boxes([box_of("b1", (0, 10, 50, 60)), box_of("b2", SECOND.xyxy)])
    hand.key(Qt.Key.Key_Left)
    assert hand.moved == []
    assert shown(pair, "b1", "b2") == [Box(0, 10, 50, 60), SECOND]


@pytest.mark.parametrize("field", ["locked", "hidden"])
def test_that_locked_and_hidden_boxes_stay_and_a_locked_one_holds_none(canvas, hand, box_of, field: str) -> None:
    value = {field: True, "editable": field != "locked"}
    canvas.set_boxes([box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy, **value), box_of("b3", THIRD.xyxy)])
    canvas.select_all(["b1", "b2", "b3"])
    hand.key(Qt.Key.Key_Right)
    assert hand.moved == [{"b1": FIRST.moved(dx=1, dy=0), "b3": THIRD.moved(dx=1, dy=0)}]
    hand.drag((130, 30), (150, 60), (160, 70))
    assert len(hand.moved) == 1
    assert shown(canvas, "b2") == [SECOND]


def test_that_escape_puts_all_back(pair, hand) -> None:
    hand.press(30, 30)
    hand.move(60, 80)
    assert shown(pair, "b1", "b2") != [FIRST, SECOND]
    hand.key(Qt.Key.Key_Escape)
    assert shown(pair, "b1", "b2") == [FIRST, SECOND]
    hand.release(60, 80)
    assert hand.moved == []


def test_that_a_drag_back_to_the_start_and_a_trembling_click_are_no_edit(pair, hand) -> None:
    hand.drag((30, 30), (60, 80), (30, 30))
    assert hand.moved == []
    hand.drag((30, 30), (32, 31))
    assert hand.moved == []
    assert (pair.selected_key, pair.canvas_scene.group) == ("b1", ())


def test_that_a_large_box_of_the_group_is_held_over_a_small_one_and_a_click_picks_the_small_one(
    pair, hand, box_of
) -> None:
    values = [box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy), box_of("b4", (120, 25, 140, 45))]
    pair.set_boxes(values)
    hand.drag((130, 30), (140, 40), (150, 50))
    assert list(hand.moved[0]) == ["b1", "b2"]
    pair.set_boxes(values)
    hand.click(130, 30)
    assert (pair.selected_key, pair.canvas_scene.group) == ("b4", ())


def test_that_new_boxes_do_not_take_the_group_out_of_the_hand_but_a_lost_one_does(pair, hand, box_of) -> None:
    hand.press(30, 30)
    hand.move(60, 80)
    dragged = shown(pair, "b1", "b2")
    values = [box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy)]
    pair.set_boxes([*values, box_of("b9", (300, 200, 320, 220))])
    assert shown(pair, "b1", "b2") == dragged
    pair.set_boxes(values[:1])
    assert shown(pair, "b1") == [FIRST]
    hand.release(60, 80)
    assert hand.moved == []


def test_that_with_ctrl_the_outline_of_the_group_snaps_to_a_box_outside_of_it(pair, hand) -> None:
    held = {"buttons": Qt.MouseButton.LeftButton, "modifiers": CTRL}
    hand.press(130, 30, modifier=CTRL)
    hand.send_move(150, 40, **held)
    # The group's right edge is at 160 and comes to 197; a line is at 200.
    hand.send_move(167, 40, **held)
    assert shown(pair, "b1", "b2") == [Box(50, 20, 100, 70), Box(140, 20, 200, 70)]
    hand.release(167, 40, modifier=CTRL)
    assert [list(one) for one in hand.moved] == [["b1", "b2"]]
    assert pair.canvas_scene.group == ("b1", "b2")


def test_that_the_mouse_grips_no_edge_of_one_of_several(pair, hand) -> None:
    hand.send_move(10, 30)
    assert pair.viewport().cursor().shape() is Qt.CursorShape.SizeAllCursor
    pair.select_only("b1")
    hand.send_move(11, 30)
    assert pair.viewport().cursor().shape() is Qt.CursorShape.SizeHorCursor
    QApplication.processEvents()


@given(
    spans=st.lists(
        st.tuples(st.floats(0, 380), st.floats(0, 280), st.floats(1, 20), st.floats(1, 20)), min_size=1, max_size=5
    ),
    dx=st.floats(-900, 900),
    dy=st.floats(-900, 900),
)
def test_that_boxes_moved_together_stay_inside_and_keep_their_places_to_each_other(spans, dx, dy) -> None:
    boxes = [Box(x, y, x + wide, y + high) for x, y, wide, high in spans]
    moved = moved_together(boxes, dx=dx, dy=dy, width=400, height=300)
    for box, after in zip(boxes, moved, strict=True):
        assert after.xyxy == pytest.approx(box.moved(dx=moved[0].x1 - boxes[0].x1, dy=moved[0].y1 - boxes[0].y1).xyxy)
        assert after.x1 >= -1e-9
        assert after.y1 >= -1e-9
        assert after.x2 <= 400 + 1e-9
        assert after.y2 <= 300 + 1e-9
