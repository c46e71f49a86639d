"""Several selected boxes are scaled by the keys that move an edge of one: the edge is that of the frame around them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from tests.helpers.shown_boxes import shown
from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import MINIMUM_SIDE, Part, bounds
from wsl_annotator.gui.canvas.group_frame import OUTSET

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
FIRST, SECOND, THIRD = Box(20, 20, 60, 60), Box(120, 40, 180, 100), Box(250, 150, 300, 200)
FRAME = Box(20, 20, 180, 100)
"""Around the first two."""


@pytest.fixture
def pair(canvas, two_selected):
    two_selected(FIRST, SECOND, THIRD)
    return canvas


def marked(canvas) -> Part | None:
    return canvas._edit._frame.marked_part


@pytest.mark.parametrize(
    ("key", "modifier", "frame", "edge"),
    [
        (LEFT, ALT, (19, 20, 180, 100), Part.LEFT),
        (RIGHT, ALT, (20, 20, 181, 100), Part.RIGHT),
        (UP, ALT, (20, 19, 180, 100), Part.TOP),
        (DOWN, ALT | SHIFT, (20, 20, 180, 110), Part.BOTTOM),
        (LEFT, CTRL, (20, 20, 179, 100), Part.RIGHT),
        (RIGHT, CTRL | SHIFT, (30, 20, 180, 100), Part.LEFT),
        (UP, CTRL, (20, 20, 180, 99), Part.BOTTOM),
        (DOWN, CTRL | SHIFT, (20, 30, 180, 100), Part.TOP),
    ],
)
def test_that_a_key_moves_one_edge_of_the_frame_and_marks_it(pair, hand, key, modifier, frame, edge: Part) -> None:
    hand.key(key, modifier)
    (after,) = hand.nudged
    assert bounds(after.values()) == Box(*frame)
    assert marked(pair) is edge
    assert (hand.moved, hand.resized, hand.edited) == ([], [], [])
    assert (pair.selected_key, pair.canvas_scene.group) == ("b1", ("b1", "b2"))


def test_that_the_boxes_are_scaled_away_from_the_opposite_edge(pair, hand) -> None:
    for _ in range(8):
        hand.key(RIGHT, ALT | SHIFT)
    # 160 wide becomes 240: one and a half times as far from the left edge.
    wider = [Box(20, 20, 80, 60), Box(170, 40, 260, 100)]
    for box, expected in zip(shown(pair, "b1", "b2"), wider, strict=True):
        assert box.xyxy == pytest.approx(expected.xyxy)
    assert shown(pair, "p3:0") == [THIRD]
    assert list(hand.nudged[-1].values()) == shown(pair, "b1", "b2")
    assert len(hand.nudged) == 8


def test_that_the_frame_stops_at_the_edge_of_the_image_and_gives_nothing_out_there(pair, hand) -> None:
    for _ in range(4):
        hand.key(UP, ALT | SHIFT)
    assert [bounds(one.values()).y1 for one in hand.nudged] == [10, 0]
    assert marked(pair) is Part.TOP


def test_that_no_box_gets_smaller_than_a_hand_can_make_one(pair, hand) -> None:
    for _ in range(30):
        hand.key(LEFT, CTRL | SHIFT)
    first, second = shown(pair, "b1", "b2")
    assert first.width == pytest.approx(MINIMUM_SIDE)
    assert second.width == pytest.approx(1.5)
    assert (first.height, second.height) == (40, 60)
    assert len(hand.nudged) == 16


@pytest.mark.parametrize("field", ["locked", "hidden"])
def test_that_locked_and_hidden_boxes_stay_and_are_outside_of_the_frame(canvas, hand, box_of, field: str) -> None:
    value = {field: True, "editable": field != "locked"}
    canvas.set_boxes([box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy), box_of("b3", THIRD.xyxy, **value)])
    canvas.select_all(["b1", "b2", "b3"])
    hand.key(DOWN, ALT)
    (after,) = hand.nudged
    assert list(after) == ["b1", "b2"]
    assert bounds(after.values()) == Box(20, 20, 180, 101)
    assert shown(canvas, "b3") == [THIRD]


def test_that_without_a_box_that_may_be_changed_no_key_scales(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of(key, box.xyxy, editable=False) for key, box in (("b1", FIRST), ("b2", SECOND))])
    canvas.select_all(["b1", "b2"])
    hand.key(RIGHT, ALT)
    assert hand.nudged == []
    assert marked(canvas) is None


def test_that_a_key_does_nothing_while_a_box_is_in_the_hand(pair, hand) -> None:
    hand.press(180 + OUTSET, 50)
    hand.move(200 + OUTSET, 50)
    hand.key(RIGHT, ALT)
    assert hand.nudged == []
    hand.release(200 + OUTSET, 50)
    assert len(hand.resized) == 1


def test_that_the_mark_of_an_edge_goes_when_the_boxes_are_changed_by_anything_else(pair, hand, box_of) -> None:
    hand.key(RIGHT, ALT)
    assert marked(pair) is Part.RIGHT
    hand.key(LEFT)
    assert marked(pair) is None
    hand.key(RIGHT, ALT)
    pair.set_boxes([box_of("b1", FIRST.xyxy), box_of("b2", SECOND.xyxy)])
    assert marked(pair) is None


def test_that_what_was_used_last_is_marked_mouse_or_key(pair, hand) -> None:
    hand.send_move(100, 100 + OUTSET)
    assert marked(pair) is Part.BOTTOM
    hand.key(RIGHT, ALT)
    assert marked(pair) is Part.RIGHT
    hand.send_move(100, 101 + OUTSET)
    assert marked(pair) is Part.BOTTOM
    hand.send_move(90, 200)
    assert marked(pair) is None


def test_that_the_edge_in_use_is_drawn_as_a_bar_along_it(pair, hand) -> None:
    def thickness() -> int:
        """Return how many pixels across the frame's right edge, away from handles and boxes, are as a bar has them."""
        seen = grabbed(pair)
        return sum(seen.pixelColor(spot(pair, 181 + OUTSET + across, 85)).lightness() > 200 for across in range(-4, 5))

    hand.key(DOWN, ALT)
    hand.key(UP, CTRL)
    assert thickness() <= 1
    hand.key(RIGHT, ALT)
    assert thickness() >= 6


LONG_NAME = "a class with a name so long that its chip goes on beyond the frame"
CHIP = QColor("#56b4e9")


def test_that_a_chip_goes_out_of_the_way_of_the_handles_of_the_frame(canvas, box_of) -> None:
    def is_chip(x: float, y: float) -> bool:
        return grabbed(canvas).pixelColor(spot(canvas, x, y)) == CHIP

    canvas.set_boxes([box_of("b1", (20, 100, 60, 160), class_name=LONG_NAME), box_of("b2", (120, 110, 180, 180))])
    canvas.select("b1")
    above, inside = (21, 99 - 20), (25, 100 + 5)
    assert is_chip(*above)
    canvas.select_all(["b1", "b2"])
    assert not is_chip(*above)
    assert is_chip(*inside)


def test_that_a_handle_of_the_frame_lies_over_a_chip_without_another_place_and_a_press_takes_it(
    canvas, hand, box_of
) -> None:
    canvas.set_boxes([box_of("b1", (20, 100, 60, 112), class_name=LONG_NAME), box_of("b2", (120, 100, 180, 112))])
    canvas.select_only("b2")
    canvas.select_all(["b2", "b1"])
    middle = (100, 100 - OUTSET)
    seen = grabbed(canvas)
    assert CHIP in [seen.pixelColor(spot(canvas, middle[0] + way, middle[1] - 9)) for way in (-9, 9)]
    assert seen.pixelColor(spot(canvas, *middle)) == QColor("#ffffff")
    assert seen.pixelColor(spot(canvas, middle[0], middle[1] - 4)).lightness() > 150
    hand.send_move(*middle)
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.SizeVerCursor
    hand.drag(middle, (100, 80), (100, middle[1] - 20))
    (after,) = hand.resized
    assert bounds(after.values()) == Box(20, 80, 180, 112)


def grabbed(canvas) -> QImage:
    return canvas.viewport().grab().toImage()


def spot(canvas, x: float, y: float) -> QPoint:
    """Return a point of the image on the grabbed picture."""
    return QPoint(*map(round, canvas.viewportTransform().map(x, y)))
