"""Drawing by the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from wsl_annotator.core.boxes import Box


def test_that_a_drag_draws_one_box_and_takes_the_pointer_again(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.drag((50, 40), (90, 100), (150, 120))
    assert hand.drawn == [Box(50, 40, 150, 120)]
    assert hand.tools == ["draw", "edit"]
    assert canvas.tool == "edit"


def test_that_two_clicks_draw_one_box(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.click(150, 120)
    assert hand.drawn == []
    hand.move(100, 80)
    hand.click(50, 40)
    assert hand.drawn == [Box(50, 40, 150, 120)]


def test_that_a_second_click_on_the_first_corner_draws_nothing(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.click(150, 120)
    hand.click(151, 121)
    assert hand.drawn == []
    hand.click(180, 160)
    assert hand.drawn == [Box(150, 120, 180, 160)]


def test_that_a_box_drawn_over_the_edge_ends_at_the_image(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.drag((350, 250), (420, 310), (460, 330))
    assert hand.drawn == [Box(350, 250, 400, 300)]


def test_that_a_drag_along_one_line_gives_at_least_one_pixel(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.drag((50, 40), (80, 40), (150, 40))
    (box,) = hand.drawn
    assert box.width == 100
    assert box.height == 1


def test_that_escape_forgets_the_first_corner_then_leaves_the_pen(canvas, hand) -> None:
    canvas.set_tool("draw")
    hand.press(50, 40)
    hand.move(150, 120)
    hand.key(Qt.Key.Key_Escape)
    hand.release(150, 120)
    assert hand.drawn == []
    assert canvas.tool == "draw"
    hand.key(Qt.Key.Key_Escape)
    assert canvas.tool == "edit"


def test_that_the_pen_stays_in_the_hand_when_drawing_repeats(canvas, hand) -> None:
    canvas.draw_repeats = True
    canvas.set_tool("draw")
    hand.drag((10, 10), (40, 40), (60, 60))
    hand.drag((110, 110), (140, 140), (160, 160))
    assert hand.drawn == [Box(10, 10, 60, 60), Box(110, 110, 160, 160)]
    assert canvas.tool == "draw"


def test_that_the_pen_draws_over_a_box_instead_of_moving_it(canvas, hand, box_of) -> None:
    canvas.set_boxes([box_of("b1", (20, 20, 200, 200))])
    canvas.select("b1")
    canvas.set_tool("draw")
    hand.drag((50, 50), (80, 80), (100, 100))
    assert hand.drawn == [Box(50, 50, 100, 100)]
    assert hand.edited == []


def test_that_nothing_can_be_drawn_without_an_image(canvas, hand) -> None:
    canvas.set_image(None, width=0, height=0)
    canvas.set_tool("draw")
    hand.drag((50, 50), (80, 80), (100, 100))
    assert hand.drawn == []


def test_that_an_unknown_tool_is_refused(canvas) -> None:
    with pytest.raises(ValueError, match="tool must be one of"):
        canvas.set_tool("erase")
