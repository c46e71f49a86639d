"""Edges that snap: by property, and by a drag with Ctrl."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import HANDLES, Part
from wsl_annotator.gui.canvas.snapping import SnapLines, snap

WIDTH, HEIGHT = 64, 48
SIZE = {"width": WIDTH, "height": HEIGHT}


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x1, y1 = draw(st.floats(0, WIDTH - 1)), draw(st.floats(0, HEIGHT - 1))
    return Box(x1, y1, draw(st.floats(x1 + 0.5, WIDTH)), draw(st.floats(y1 + 0.5, HEIGHT)))


@given(boxes(), st.lists(boxes(), max_size=4), st.sampled_from((*HANDLES, Part.INSIDE)), st.floats(0, 100))
def test_that_no_snap_leaves_the_image_or_inverts_the_box(box, others, part, reach) -> None:
    snapped = snap(box, part, lines=SnapLines.of(others, **SIZE), reach=reach, **SIZE).box
    assert snapped.x1 >= -1e-9
    assert snapped.y1 >= -1e-9
    assert snapped.x2 <= WIDTH + 1e-9
    assert snapped.y2 <= HEIGHT + 1e-9
    assert snapped.width >= min(1.0, box.width) - 1e-9
    assert snapped.height >= min(1.0, box.height) - 1e-9


@given(boxes(), boxes(), st.sampled_from(HANDLES))
def test_that_a_snap_moves_no_edge_that_is_not_in_the_hand_and_none_further_than_its_reach(box, other, part) -> None:
    snapped = snap(box, part, lines=SnapLines.of([other], **SIZE), reach=3, **SIZE).box
    held = {"x1": "l" in part, "x2": "r" in part, "y1": part.startswith("t"), "y2": part.startswith("b")}
    for edge, is_held in held.items():
        way = abs(getattr(snapped, edge) - getattr(box, edge))
        # A box thinner than a pixel is first made a pixel wide.
        assert way <= (4.0 if is_held else 0.0) + 1e-9


def test_that_an_edge_goes_to_the_nearest_line_and_says_which() -> None:
    lines = SnapLines.of([Box(20, 5, 40, 30)], **SIZE)
    snapped = snap(Box(18, 8, 50, 44), Part.TOP_LEFT, lines=lines, reach=6, **SIZE)
    assert snapped.box == Box(20, 5, 50, 44)
    assert snapped.xs == (20.0,)
    assert snapped.ys == (5.0,)


def test_that_a_moved_box_snaps_by_its_nearest_edge_and_keeps_its_size() -> None:
    lines = SnapLines.of([Box(20, 5, 40, 30)], **SIZE)
    snapped = snap(Box(43, 33, 53, 40), Part.INSIDE, lines=lines, reach=6, **SIZE)
    assert snapped.box == Box(40, 30, 50, 37)


def test_that_without_a_line_in_reach_nothing_moves() -> None:
    box = Box(20, 20, 30, 30)
    snapped = snap(box, Part.RIGHT, lines=SnapLines.of([], **SIZE), reach=6, **SIZE)
    assert snapped.box == box
    assert snapped.xs == snapped.ys == ()


def move_with(hand, x: float, y: float, modifiers) -> None:
    hand.send_move(x, y, buttons=Qt.MouseButton.LeftButton, modifiers=modifiers)


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_a_drag_with_ctrl_snaps_within_six_pixels_of_the_screen(canvas, hand, box_of, zoom) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180)), box_of("b2", (40, 20, 90, 60))])
    canvas.set_zoom(zoom)
    canvas.select("b1")
    hand.press(100, 130)
    move_with(hand, 60, 130, ctrl)
    move_with(hand, 43, 130, ctrl)
    item = canvas.canvas_scene.box_item("b1")
    assert item.box.x1 == 40
    move_with(hand, 43, 130, Qt.KeyboardModifier.NoModifier)
    assert item.box.x1 == 43
    move_with(hand, 36, 130, ctrl)
    assert item.box.x1 == (40 if zoom == 1.0 and abs(36 - 40) <= 6 else 36)
    hand.release(36, 130, modifier=ctrl)
    assert hand.edited[-1][1].x1 == item.box.x1


def test_that_a_drag_with_ctrl_snaps_to_the_edge_of_the_image(canvas, hand, box_of) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    canvas.set_boxes([box_of("b1", (100, 80, 200, 180))])
    canvas.select("b1")
    hand.press(150, 130, modifier=ctrl)
    move_with(hand, 100, 100, ctrl)
    move_with(hand, 54, 54, ctrl)
    hand.release(54, 54, modifier=ctrl)
    assert hand.edited == [("b1", Box(0, 0, 100, 100))]
