"""Several selected boxes are scaled together by the frame around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from tests.helpers.shown_boxes import shown
from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import HANDLES, MINIMUM_SIDE, Part, bounds
from wsl_annotator.gui.canvas.group_frame import OUTSET
from wsl_annotator.gui.canvas.scaling import frame_with_edges_at, scaled_together

CTRL = Qt.KeyboardModifier.ControlModifier
FIRST, SECOND, THIRD = Box(20, 20, 60, 60), Box(120, 40, 180, 100), Box(250, 150, 300, 200)
# The frame around the first two goes from (20, 20) to (180, 100).
RIGHT, BOTTOM, CORNER = (180 + OUTSET, 50), (90, 100 + OUTSET), (180 + OUTSET, 100 + OUTSET)


@pytest.fixture
def pair(canvas, two_selected):
    two_selected(FIRST, SECOND, THIRD)
    return canvas


def by(start: tuple[float, float], dx: float, dy: float) -> tuple[float, float]:
    return (start[0] + dx, start[1] + dy)


def test_that_a_drag_of_an_edge_scales_all_while_it_lasts_and_gives_them_out_once(pair, hand) -> None:
    hand.press(*RIGHT)
    hand.move(*by(RIGHT, 40, 9))
    hand.move(*by(RIGHT, 80, 30))
    # 160 wide becomes 240: one and a half times as far from the left edge.
    wider = [Box(20, 20, 80, 60), Box(170, 40, 260, 100)]
    assert shown(pair, "b1", "b2", "p3:0") == [*wider, THIRD]
    assert hand.resized == []
    hand.release(*by(RIGHT, 80, 30))
    assert hand.resized == [dict(zip(("b1", "b2"), wider, strict=True))]
    assert (hand.moved, hand.edited) == ([], [])
    assert (pair.selected_key, pair.canvas_scene.group) == ("b1", ("b1", "b2"))


def test_that_a_corner_scales_both_ways(pair, hand) -> None:
    hand.drag(CORNER, by(CORNER, -30, 20), by(CORNER, -80, 80))
    assert hand.resized == [{"b1": Box(20, 20, 40, 100), "b2": Box(70, 60, 100, 180)}]


@pytest.mark.parametrize("part", HANDLES)
def test_that_each_handle_scales_away_from_the_opposite_side(pair, hand, part: Part) -> None:
    x = 20 - OUTSET if "l" in part else 180 + OUTSET if "r" in part else 100
    y = 20 - OUTSET if part.startswith("t") else 100 + OUTSET if part.startswith("b") else 60
    hand.drag((x, y), (x + 6, y + 6), (x + 8, y + 4))
    (after,) = hand.resized
    frame = bounds(after.values())
    expected = [20, 20, 180, 100]
    for letter, index, way in (("l", 0, 8), ("r", 2, 8)):
        expected[index] += way if letter in part else 0
    for letter, index, way in (("t", 1, 4), ("b", 3, 4)):
        expected[index] += way if part.startswith(letter) else 0
    assert list(frame.xyxy) == expected


def test_that_the_frame_stops_at_the_edge_of_the_image(pair, hand) -> None:
    hand.drag(CORNER, (300, 200), (399, 299))
    (after,) = hand.resized
    assert bounds(after.values()) == Box(20, 20, 390, 290)
    hand.resized.clear()
    # Outside of the image the last way counts: the frame's edge cannot follow.
    hand.drag((390 + OUTSET, 150), (390 + OUTSET + 8, 150), (400 + 90, 150))
    assert bounds(hand.resized[0].values()) == Box(20, 20, 400, 290)


def test_that_no_box_gets_smaller_than_a_hand_can_make_one(pair, hand) -> None:
    hand.drag(RIGHT, (100, 50), (2, 50))
    (after,) = hand.resized
    assert after["b1"].width == pytest.approx(MINIMUM_SIDE)
    assert after["b2"].width == pytest.approx(1.5)
    assert after["b1"].height == 40


@pytest.mark.parametrize("field", ["locked", "hidden"])
def test_that_locked_and_hidden_boxes_stay_and_are_outside_of_the_frame(canvas, hand, box_of, field: str) -> None:
    value = {field: True, "editable": field != "locked"}
    canvas.set_boxes([box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy), box_of("b3", THIRD.xyxy, **value)])
    canvas.select_all(["b1", "b2", "b3"])
    hand.drag(RIGHT, by(RIGHT, 40, 0), by(RIGHT, 80, 0))
    assert hand.resized == [{"b1": Box(20, 20, 80, 60), "b2": Box(170, 40, 260, 100)}]
    assert shown(canvas, "b3") == [THIRD]


def test_that_without_a_box_that_may_be_changed_there_is_no_frame(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of(key, box.xyxy, editable=False) for key, box in (("b1", FIRST), ("b2", SECOND))])
    canvas.select_all(["b1", "b2"])
    hand.send_move(*RIGHT)
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor
    hand.drag(RIGHT, by(RIGHT, 40, 0))
    assert hand.resized == []


def test_that_escape_puts_all_back(pair, hand) -> None:
    hand.press(*CORNER)
    hand.move(*by(CORNER, 40, 40))
    assert shown(pair, "b1", "b2") != [FIRST, SECOND]
    hand.key(Qt.Key.Key_Escape)
    assert shown(pair, "b1", "b2") == [FIRST, SECOND]
    hand.release(*by(CORNER, 40, 40))
    assert hand.resized == []
    assert pair.canvas_scene.group == ("b1", "b2")


def test_that_a_drag_back_to_the_start_and_a_trembling_press_are_no_edit(pair, hand) -> None:
    hand.drag(CORNER, by(CORNER, 40, 40), CORNER)
    hand.drag(CORNER, by(CORNER, 2, 1))
    assert hand.resized == []
    assert shown(pair, "b1", "b2") == [FIRST, SECOND]
    assert pair.canvas_scene.group == ("b1", "b2")


def test_that_a_click_on_the_frame_picks_the_box_under_it(pair, hand, box_of) -> None:
    under = box_of("b9", (170, 30, 230, 70))
    pair.set_boxes([box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy), under])
    hand.press(*RIGHT, modifier=CTRL)
    hand.release(*RIGHT, modifier=CTRL)
    assert pair.canvas_scene.group == ("b1", "b2", "b9")
    pair.select_all(["b1", "b2"])
    hand.click(*RIGHT)
    assert (pair.selected_key, pair.canvas_scene.group) == ("b9", ())


def test_that_new_boxes_do_not_take_the_frame_out_of_the_hand_but_a_lost_one_does(pair, hand, box_of) -> None:
    hand.press(*CORNER)
    hand.move(*by(CORNER, 40, 40))
    dragged = shown(pair, "b1", "b2")
    values = [box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy)]
    pair.set_boxes([*values, box_of("b9", (300, 200, 320, 220))])
    assert shown(pair, "b1", "b2") == dragged
    pair.set_boxes(values[:1])
    assert shown(pair, "b1") == [FIRST]
    hand.release(*by(CORNER, 40, 40))
    assert hand.resized == []


def test_that_with_ctrl_the_frame_snaps_to_a_box_outside_of_it(pair, hand) -> None:
    held = {"buttons": Qt.MouseButton.LeftButton, "modifiers": CTRL}
    hand.press(*RIGHT, modifier=CTRL)
    hand.send_move(*by(RIGHT, 30, 0), **held)
    # The right edge comes to 247; a line is at 250.
    hand.send_move(*by(RIGHT, 67, 0), **held)
    assert bounds(shown(pair, "b1", "b2")).x2 == 250
    hand.release(*by(RIGHT, 67, 0), modifier=CTRL)
    assert [bounds(one.values()).x2 for one in hand.resized] == [250]


def test_that_the_mouse_shows_what_a_press_takes(pair, hand) -> None:
    def shape() -> Qt.CursorShape:
        return pair.viewport().cursor().shape()

    hand.send_move(*RIGHT)
    assert shape() is Qt.CursorShape.SizeHorCursor
    hand.send_move(*BOTTOM)
    assert shape() is Qt.CursorShape.SizeVerCursor
    hand.send_move(*CORNER)
    assert shape() is Qt.CursorShape.SizeFDiagCursor
    # Between the boxes, and on the edge of one of them, nothing is scaled.
    hand.send_move(90, 70)
    assert shape() is Qt.CursorShape.ArrowCursor
    hand.send_move(179, 70)
    assert shape() is Qt.CursorShape.SizeAllCursor


def test_that_the_frame_is_painted_around_several_and_not_around_one(pair) -> None:
    def is_handle(x: float, y: float) -> bool:
        at = pair.viewportTransform().map(x, y)
        return pair.viewport().grab().toImage().pixelColor(*map(round, at)) == QColor("#ffffff")

    assert is_handle(*CORNER)
    assert is_handle(100, 100 + OUTSET)
    pair.select_only("b1")
    assert not is_handle(*CORNER)
    pair.select_all(["b1", "b2"])
    pair.set_tool("draw")
    assert not is_handle(*CORNER)


spans = st.lists(
    st.tuples(st.floats(0, 380), st.floats(0, 280), st.floats(0.25, 20), st.floats(0.25, 20)), min_size=1, max_size=5
)


@given(spans=spans, part=st.sampled_from(HANDLES), x=st.floats(-900, 900), y=st.floats(-900, 900))
def test_that_scaled_boxes_stay_inside_in_proportion_and_no_smaller_than_allowed(spans, part, x, y) -> None:
    boxes = [Box(x, y, x + wide, y + high) for x, y, wide, high in spans]
    before = bounds(boxes)
    frame = frame_with_edges_at(boxes, part, x=x, y=y, width=400, height=300)
    after = scaled_together(boxes, frame)
    assert bounds(after) == frame
    across, down = frame.width / before.width, frame.height / before.height
    for old, new in zip(boxes, after, strict=True):
        assert new.width == pytest.approx(old.width * across, abs=1e-6)
        assert new.height == pytest.approx(old.height * down, abs=1e-6)
        assert new.width >= min(old.width, MINIMUM_SIDE) - 1e-6
        assert new.height >= min(old.height, MINIMUM_SIDE) - 1e-6
        assert min(new.x1, new.y1) >= 0
        assert new.x2 <= 400
        assert new.y2 <= 300


@given(spans=spans)
def test_that_the_same_frame_leaves_every_bit_as_it_was(spans) -> None:
    boxes = [Box(x, y, x + wide, y + high) for x, y, wide, high in spans]
    assert scaled_together(boxes, bounds(boxes)) == boxes
