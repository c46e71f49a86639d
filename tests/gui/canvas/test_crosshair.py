"""The crosshair of the drawing tools has the colour and opacity that were chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from wsl_annotator.gui.canvas.crosshair import CLASS_COLOR, CROSSHAIR_COLORS, Crosshair

GROUND = 128


def line_pixel(canvas, hand) -> str:
    """Return the colour of the upright line above the mouse, which is moved to one place."""
    hand.send_move(300, 200)
    return canvas.grab().toImage().pixelColor(hand.at(300, 200) - QPoint(0, 60)).name()


@pytest.mark.parametrize("tool", ["draw", "extreme", "region"])
def test_that_each_drawing_tool_paints_the_crosshair_as_it_was_chosen(canvas, hand, tool: str) -> None:
    canvas.set_tool(tool)
    canvas.set_crosshair(Crosshair(color="yellow", opacity=1.0))
    assert line_pixel(canvas, hand) == CROSSHAIR_COLORS["yellow"]
    canvas.set_crosshair(Crosshair(color="black", opacity=1.0))
    assert line_pixel(canvas, hand) == "#000000"


def test_that_the_crosshair_follows_the_colour_of_the_class(canvas, hand) -> None:
    canvas.set_tool("draw")
    canvas.set_crosshair(Crosshair(color=CLASS_COLOR, opacity=1.0))
    for color in ("#d55e00", "#0072b2"):
        canvas.set_draw_color(color)
        assert line_pixel(canvas, hand) == color


def test_that_a_weaker_crosshair_lets_more_of_the_picture_through(canvas, hand) -> None:
    canvas.set_tool("draw")
    levels = []
    for opacity in (0.1, 0.5, 1.0):
        canvas.set_crosshair(Crosshair(color="white", opacity=opacity))
        levels.append(int(line_pixel(canvas, hand)[1:3], 16))
    assert GROUND - 20 < levels[0] < levels[1] < levels[2] == 255


@pytest.mark.parametrize(("color", "ground"), [("white", "#000000"), ("black", "#ffffff")])
def test_that_the_line_is_set_off_by_its_opposite(canvas, hand, color: str, ground: str) -> None:
    canvas.set_tool("draw")
    canvas.set_crosshair(Crosshair(color=color, opacity=1.0))
    hand.send_move(300, 200)
    beside = canvas.grab().toImage().pixelColor(hand.at(300, 200) + QPoint(1, -60))
    far = canvas.grab().toImage().pixelColor(hand.at(300, 200) + QPoint(9, -60))
    assert far.red() == GROUND
    assert beside.red() < far.red() if ground == "#000000" else beside.red() > far.red()
