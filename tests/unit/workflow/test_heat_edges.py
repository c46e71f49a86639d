"""Where an edge may lie, by arithmetic on a map of three steps."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap
from wsl_annotator.workflow.heat_edges import LEAST_SIDE, MOST_LEVELS, Side, edge_levels, edge_spread, next_level

EDGES = np.array([0.0, 10, 20, 30, 70, 80, 90, 100])


def nested() -> HeatMap:
    """Return a map of squares around (50, 50): 1.0 from 30 to 70, 0.5 from 20 to 80, 0.25 from 10 to 90."""
    ring = np.array([0.0, 0.25, 0.5, 1.0, 0.5, 0.25, 0.0])
    return HeatMap(x_edges=EDGES, y_edges=EDGES, values=np.minimum.outer(ring, ring))


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        (Side.LEFT, [10, 20, 30]),
        (Side.TOP, [10, 20, 30]),
        (Side.RIGHT, [90, 80, 70]),
        (Side.BOTTOM, [90, 80, 70]),
    ],
)
def test_that_the_levels_of_an_edge_are_the_steps_towards_the_object_outermost_first(side, expected) -> None:
    assert edge_levels(nested(), Box(20, 20, 80, 80), side, merge_within=2) == expected


def test_that_a_step_away_from_the_object_is_no_level() -> None:
    values = np.array([[0.0, 1.0, 0.0, 1.0, 0.0]])
    heat = HeatMap(x_edges=np.array([0.0, 10, 20, 50, 60, 100]), y_edges=np.array([0.0, 50]), values=values)
    assert edge_levels(heat, Box(50, 0, 60, 50), Side.LEFT, merge_within=2) == [10, 50]


def test_that_an_object_at_the_border_of_the_image_may_end_there() -> None:
    heat = HeatMap(x_edges=np.array([0.0, 40, 100]), y_edges=np.array([0.0, 50]), values=np.array([[1.0, 0.0]]))
    assert edge_levels(heat, Box(5, 5, 40, 45), Side.LEFT, merge_within=2) == [0]


def test_that_only_the_span_of_the_box_counts() -> None:
    heat = HeatMap(
        x_edges=np.array([0.0, 10, 30, 100]),
        y_edges=np.array([0.0, 50, 60, 100]),
        values=np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 1.0, 0.0]]),
    )
    assert edge_levels(heat, Box(5, 70, 30, 95), Side.LEFT, merge_within=2) == [10]
    assert edge_levels(heat, Box(5, 5, 30, 45), Side.LEFT, merge_within=2) == [0]


def test_that_the_stronger_of_two_close_levels_stays() -> None:
    values = np.array([[0.0, 0.1, 1.0]])
    heat = HeatMap(x_edges=np.array([0.0, 20, 21, 60]), y_edges=np.array([0.0, 50]), values=values)
    assert edge_levels(heat, Box(20, 0, 60, 50), Side.LEFT, merge_within=2) == [21]
    assert edge_levels(heat, Box(20, 0, 60, 50), Side.LEFT, merge_within=0.5) == [20, 21]


def test_that_a_cold_map_offers_no_level_and_no_spread() -> None:
    cold = HeatMap(x_edges=np.array([0.0, 100]), y_edges=np.array([0.0, 50]), values=np.zeros((1, 1)))
    assert edge_levels(cold, Box(10, 10, 20, 20), Side.TOP, merge_within=2) == []
    assert edge_spread(cold, Box(10, 10, 20, 20)) is None


@pytest.mark.parametrize(
    ("at", "step", "expected"),
    [(20, -1, 10), (20, 1, 30), (10, -1, 30), (30, 1, 10), (25, 1, 30), (25, -1, 20), (5, 1, 10), (5, -1, 30)],
)
def test_that_the_next_level_of_a_left_edge_goes_round(at: float, step: int, expected: float) -> None:
    assert next_level([10, 20, 30], at, step=step, apart=2) == expected


@pytest.mark.parametrize(("at", "step", "expected"), [(80, -1, 90), (80, 1, 70), (90, -1, 70), (70, 1, 90)])
def test_that_the_next_level_of_a_right_edge_goes_round(at: float, step: int, expected: float) -> None:
    assert next_level([90, 80, 70], at, step=step, apart=2) == expected


def test_that_there_is_no_next_level_where_the_edge_lies_on_the_only_one() -> None:
    assert next_level([10], 10.5, step=1, apart=2) is None
    assert next_level([], 10, step=1, apart=2) is None
    assert next_level([10], 20, step=1, apart=2) == 10


def test_that_the_spread_is_between_the_rectangles_at_two_thresholds() -> None:
    spread = edge_spread(nested(), Box(20, 20, 80, 80))
    assert spread is not None
    assert spread.inner == Box(30, 30, 70, 70)
    assert spread.outer == Box(20, 20, 80, 80)


def test_that_a_step_as_high_as_both_thresholds_is_no_spread() -> None:
    heat = HeatMap(
        x_edges=np.array([0.0, 20, 60, 100]), y_edges=np.array([0.0, 50]), values=np.array([[0.0, 1.0, 0.0]])
    )
    spread = edge_spread(heat, Box(20, 0, 60, 50))
    assert spread is not None
    assert spread.inner == spread.outer == Box(20, 0, 60, 50)


@st.composite
def maps(draw: st.DrawFn) -> HeatMap:
    lines = st.lists(st.floats(1, 99), max_size=6, unique=True)
    x_edges, y_edges = (np.array([0.0, *sorted(draw(lines)), 100.0]) for _ in range(2))
    cells = (len(y_edges) - 1) * (len(x_edges) - 1)
    values = draw(st.lists(st.floats(0, 1), min_size=cells, max_size=cells))
    return HeatMap(x_edges=x_edges, y_edges=y_edges, values=np.array(values).reshape(len(y_edges) - 1, -1))


@st.composite
def boxes(draw: st.DrawFn) -> Box:
    x1, y1 = draw(st.floats(0, 98)), draw(st.floats(0, 98))
    return Box(x1, y1, draw(st.floats(x1 + 0.5, 100)), draw(st.floats(y1 + 0.5, 100)))


@given(maps(), boxes(), st.sampled_from(list(Side)), st.floats(0.1, 20))
def test_that_every_level_leaves_a_box_inside_the_image_and_no_two_are_close(heat, box, side, gap) -> None:
    levels = edge_levels(heat, box, side, merge_within=gap)
    assert len(levels) <= MOST_LEVELS
    for level in levels:
        assert 0 <= level <= 100
        if side in (Side.LEFT, Side.TOP):
            assert level <= (box.x2 if side is Side.LEFT else box.y2) - LEAST_SIDE + 1e-9
        else:
            assert level >= (box.x1 if side is Side.RIGHT else box.y1) + LEAST_SIDE - 1e-9
    inwards = levels if side in (Side.LEFT, Side.TOP) else levels[::-1]
    assert inwards == sorted(levels)
    assert all(later - earlier >= gap - 1e-9 for earlier, later in itertools.pairwise(inwards))


@given(maps(), boxes())
def test_that_the_inner_rectangle_of_a_spread_lies_in_the_outer(heat, box) -> None:
    spread = edge_spread(heat, box)
    if spread is not None:
        assert spread.outer.x1 <= spread.inner.x1 < spread.inner.x2 <= spread.outer.x2
        assert spread.outer.y1 <= spread.inner.y1 < spread.inner.y2 <= spread.outer.y2
