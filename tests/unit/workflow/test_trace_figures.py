"""Figures of a search, on one made by hand."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from tests.helpers.toy_project import TINY
from tests.helpers.traces import HEIGHT, WIDTH, make_run, make_trace
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import HeatConfig
from wsl_annotator.workflow.trace_figures import LevelFigures, TraceIndex, heat_until, level_figures, trace_until
from wsl_annotator.workflow.trace_run import same_heat


def test_that_the_figures_of_a_level_are_those_of_its_scores() -> None:
    trace = make_trace()
    assert level_figures(trace, trace.score) == (
        LevelFigures(0, 1, 0, 0.0, 0.0, 0.0, None),
        LevelFigures(1, 2, 2, 2.0, 1.5, 1.0, 0.5),
        LevelFigures(2, 2, 6, 3.0, 2.5, 2.0, 1.0),
    )


def test_that_ranks_fall_with_the_score_within_a_level() -> None:
    index = TraceIndex(make_trace())
    assert index.rank.tolist() == [1, 2, 1, 4, 3, 1, 6, 5, 8, 2, 3, 7, 4]
    assert index.best_of(2) == 5
    assert index.children[2] == (5, 6, 7, 8)
    assert index.children[3] == ()


def test_that_the_nearest_candidate_is_the_kept_one_that_overlaps_most() -> None:
    index = TraceIndex(make_trace())
    for row in np.flatnonzero(index.trace.kept):
        assert index.nearest(Box(*map(float, index.trace.boxes[row]))) == row
    # Row 10 was pruned; it shares 32 of 40 columns with row 5, and less with every other that was kept.
    assert index.nearest(Box(*map(float, index.trace.boxes[10]))) == 5


def test_that_of_one_box_reached_on_two_ways_the_better_score_is_the_nearest() -> None:
    trace = make_trace([([[2.0, 0.0, 1.0, 0.0]], [0, 2]), ([[0.0, 0.0, 1.0, 0.0], [3.0, 0.0, 0.0, 0.0]], [2, 4])])
    assert trace.boxes[7].tolist() == trace.boxes[9].tolist() == [16, 12, 64, 48]
    assert TraceIndex(trace).nearest(Box(17, 12, 64, 48)) == 9


def test_that_candidates_at_a_point_come_smallest_first_then_by_score() -> None:
    index = TraceIndex(make_trace())
    rows = index.at(60.0, 24.0)
    boxes = index.trace.boxes
    assert all(boxes[row][0] <= 60 < boxes[row][2] and boxes[row][1] <= 24 < boxes[row][3] for row in rows)
    order = [(index.area[row], -index.trace.score[row]) for row in rows]
    assert order == sorted(order)
    assert rows[-1] == 0
    assert set(rows) == {row for row, box in enumerate(boxes) if box[0] <= 60 < box[2] and box[1] <= 24 < box[3]}


def test_that_the_right_and_bottom_edges_are_outside() -> None:
    index = TraceIndex(make_trace())
    assert index.at(float(WIDTH), 10.0) == []
    assert index.at(10.0, float(HEIGHT)) == []
    assert 2 not in index.at(48.0, 10.0)
    assert 2 in index.at(47.99, 10.0)


def test_that_one_level_alone_can_be_asked_for() -> None:
    index = TraceIndex(make_trace())
    assert index.at(30.0, 24.0, level=0) == [0]
    assert set(index.at(30.0, 24.0, level=1)) == {1, 2, 3, 4}


@pytest.mark.parametrize(
    "heat",
    [HeatConfig(), HeatConfig(include_root=True), HeatConfig(level_weights="depth", value="log_odds")],
)
def test_that_the_heat_after_the_last_level_is_the_stored_one_bit_for_bit(heat: HeatConfig) -> None:
    run = make_run(config=dataclasses.replace(TINY, heat=heat))
    assert same_heat(heat_until(run, 2), run.localization.heat)


def test_that_the_heat_after_a_level_adds_the_kept_boxes_so_far() -> None:
    run = make_run()
    assert heat_until(run, 0).values.tolist() == [[0.0]]
    heat = heat_until(run, 1)
    sure, likely = 1 / (1 + np.exp(-2.0)), 1 / (1 + np.exp(-1.0))
    assert heat.x_edges.tolist() == [0.0, 16.0, 48.0, 64.0]
    assert heat.values.tolist() == [[sure / 2, (likely + sure) / 2, likely / 2]]


def test_that_a_search_cut_off_after_a_level_is_the_search_of_that_depth() -> None:
    trace = trace_until(make_trace(), 1)
    assert (len(trace), trace.depth) == (5, 1)
