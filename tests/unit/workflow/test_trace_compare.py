"""Where two beams part, on searches made by hand."""

from __future__ import annotations

from tests.helpers.traces import TWO_LEVELS, make_trace
from wsl_annotator.workflow.trace_compare import Difference, Why, compare_traces

OTHER_PRUNING = (TWO_LEVELS[0], (TWO_LEVELS[1][0], [0, 5]))
"""As TWO_LEVELS, but row 10 is kept in the place of row 9."""


def test_that_equal_searches_have_no_difference() -> None:
    found = compare_traces(make_trace(), make_trace())
    assert found.first is None
    assert found.shared_levels == 3
    assert found.score_gap == 0.0


def test_that_the_first_difference_names_level_row_and_the_other_row() -> None:
    found = compare_traces(make_trace(), make_trace(OTHER_PRUNING))
    assert found.differences == (
        Difference(level=2, in_first=True, row=9, other_row=9, why=Why.PRUNED),
        Difference(level=2, in_first=False, row=10, other_row=10, why=Why.PRUNED),
    )
    assert found.first == found.at(2)[0]
    assert found.at(1) == ()


def test_that_a_box_whose_parents_were_dropped_counts_as_never_scored() -> None:
    other = (([[1.0, 2.0, -1.0, 5.0]], [3, 1]), TWO_LEVELS[1])
    found = compare_traces(make_trace(), make_trace(other))
    assert found.first == Difference(level=1, in_first=True, row=1, other_row=1, why=Why.PRUNED)
    never = [one for one in found.at(2) if one.why is Why.NOT_SCORED]
    assert never
    assert all(one.other_row is None for one in never)


def test_that_a_deeper_search_goes_on_where_the_other_ended() -> None:
    found = compare_traces(make_trace(TWO_LEVELS[:1]), make_trace())
    assert [(one.level, one.in_first, one.row, one.why) for one in found.differences] == [
        (2, False, 5, Why.ENDED),
        (2, False, 9, Why.ENDED),
    ]
    assert found.shared_levels == 2


def test_that_a_box_kept_twice_counts_once() -> None:
    """Left then right and right then left are other boxes here; left then top and top then left are one."""
    twice = (([[1.0, 0.0, 2.0, 0.0]], [2, 0]), ([[3.0, 0, 0, 0], [0, 0, 3.0, 0]], [0, 6]))
    once = (twice[0], (twice[1][0], [0]))
    first, second = make_trace(twice), make_trace(once)
    assert (first.boxes[5] == first.boxes[11]).all()
    assert compare_traces(first, second).differences == ()


def test_that_the_score_gap_is_the_greatest_difference_of_probabilities() -> None:
    other = (([[1.0, 2.0, -1.0, 30.0]], [1, 0]), TWO_LEVELS[1])
    assert abs(compare_traces(make_trace(), make_trace(other)).score_gap - (1.0 - 0.6224593312)) < 1e-9
