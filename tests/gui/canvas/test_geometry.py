"""Hit tests and edge moves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.geometry import (
    HANDLES,
    Part,
    box_between,
    handle_point,
    hit_part,
    moved_within,
    smallest_at,
    with_edge_shifted,
    with_edges_at,
)

WIDTH, HEIGHT = 64, 48
anywhere = st.floats(-500, 500, allow_nan=False)


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x1, y1 = draw(st.floats(0, WIDTH - 1)), draw(st.floats(0, HEIGHT - 1))
    return Box(x1, y1, draw(st.floats(x1 + 0.5, WIDTH)), draw(st.floats(y1 + 0.5, HEIGHT)))


def inside(box: Box) -> bool:
    return box.x1 >= 0 and box.y1 >= 0 and box.x2 <= WIDTH and box.y2 <= HEIGHT


@given(boxes(), st.sampled_from(HANDLES), anywhere, anywhere)
def test_that_no_edge_move_leaves_the_image_or_inverts_the_box(box: Box, part: Part, x: float, y: float) -> None:
    moved = with_edges_at(box, part, x=x, y=y, width=WIDTH, height=HEIGHT)
    assert inside(moved)
    for side, before in ((moved.width, box.width), (moved.height, box.height)):
        assert side >= min(1.0, before) - 1e-9


@given(boxes(), anywhere, anywhere)
def test_that_a_move_keeps_the_size_and_stays_inside(box: Box, dx: float, dy: float) -> None:
    moved = moved_within(box, dx=dx, dy=dy, width=WIDTH, height=HEIGHT)
    assert moved.x1 >= 0
    assert moved.y1 >= 0
    assert moved.x2 <= WIDTH + 1e-9
    assert moved.y2 <= HEIGHT + 1e-9
    assert moved.width == pytest.approx(box.width)
    assert moved.height == pytest.approx(box.height)


@given(anywhere, anywhere, anywhere, anywhere)
def test_that_any_two_points_give_a_box_on_whole_pixels_inside(x1: float, y1: float, x2: float, y2: float) -> None:
    box = box_between((x1, y1), (x2, y2), width=WIDTH, height=HEIGHT)
    assert inside(box)
    assert box.width >= 1
    assert box.height >= 1
    assert all(edge == int(edge) for edge in box.xyxy)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (Part.LEFT, (12, 10, 40, 40)), (Part.RIGHT, (10, 10, 42, 40)),
        (Part.TOP, (10, 12, 40, 40)), (Part.BOTTOM, (10, 10, 40, 42)),
        (Part.TOP_LEFT, (12, 12, 40, 40)), (Part.BOTTOM_RIGHT, (10, 10, 42, 42)),
        (Part.TOP_RIGHT, (10, 12, 42, 40)), (Part.BOTTOM_LEFT, (12, 10, 40, 42)),
    ],
)  # fmt: skip
def test_that_a_part_moves_its_own_edges_only(part: Part, expected: tuple[float, ...]) -> None:
    moved = with_edge_shifted(Box(10, 10, 40, 40), part, delta=2, width=WIDTH, height=HEIGHT)
    assert moved.xyxy == expected


@pytest.mark.parametrize("part", HANDLES)
def test_that_every_handle_is_hit_at_its_own_point(part: Part) -> None:
    box = Box(10, 10, 110, 90)
    x, y = handle_point(box, part)
    assert hit_part(box, x=x, y=y, handle_reach=8, edge_reach=7) is part


def test_that_an_edge_is_gripped_from_both_sides_along_its_whole_length() -> None:
    box = Box(10, 10, 110, 90)
    for x in (4.0, 10.0, 16.0):
        for y in (25.0, 50.0, 75.0):
            assert hit_part(box, x=x, y=y, handle_reach=8, edge_reach=7) is Part.LEFT
    assert hit_part(box, x=2.0, y=50, handle_reach=8, edge_reach=7) is None
    assert hit_part(box, x=18.0, y=50, handle_reach=8, edge_reach=7) is Part.INSIDE


def test_that_a_tiny_box_can_still_be_moved_by_its_middle() -> None:
    assert hit_part(Box(10, 10, 16, 16), x=13, y=13, handle_reach=8, edge_reach=7) is Part.INSIDE


def test_that_the_smallest_box_is_picked_and_of_equals_the_last() -> None:
    stack = [Box(0, 0, 60, 40), Box(5, 5, 20, 20), Box(10, 10, 50, 35), Box(5, 5, 20, 20)]
    assert smallest_at(stack, x=12, y=12) == 3
    assert smallest_at(stack, x=30, y=30) == 2
    assert smallest_at(stack, x=1, y=1) == 0
    assert smallest_at(stack, x=62, y=1) is None
    assert smallest_at(stack, x=62, y=1, reach=3) == 0
