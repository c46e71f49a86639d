import numpy as np
import pytest

from wsl_annotator.evaluation.average_precision import (
    average_precision,
    precision_recall,
    ranked,
    ranking_average_precision,
)

# Ranking: right, wrong, right, wrong, right of four things to find.
# precision 1, 1/2, 2/3, 1/2, 3/5; recall 1/4, 1/4, 1/2, 1/2, 3/4; envelope 1, 2/3, 2/3, 3/5, 3/5.
HITS = np.array([True, False, True, False, True])
SCORES = np.array([5.0, 4.0, 3.0, 2.0, 1.0])


def test_that_precision_and_recall_count_answers_from_the_best_down() -> None:
    precision, recall = precision_recall(HITS, positives=4)
    np.testing.assert_allclose(precision, [1, 1 / 2, 2 / 3, 1 / 2, 3 / 5])
    np.testing.assert_allclose(recall, [1 / 4, 1 / 4, 1 / 2, 1 / 2, 3 / 4])


def test_that_area_sums_the_envelope_over_recall_steps() -> None:
    assert ranking_average_precision(SCORES, HITS, positives=4) == pytest.approx((1 + 2 / 3 + 3 / 5) / 4)


def test_that_eleven_points_average_the_best_precision_from_each_tenth_on() -> None:
    # Recall 0, .1, .2: 1; .3, .4, .5: 2/3; .6, .7: 3/5; .8, .9, 1: none.
    expected = (3 * 1 + 3 * 2 / 3 + 2 * 3 / 5) / 11
    assert ranking_average_precision(SCORES, HITS, positives=4, interpolation="11") == pytest.approx(expected)


def test_that_hundred_and_one_points_average_the_best_precision_from_each_hundredth_on() -> None:
    # 0 to .25: 26 points, .26 to .50: 25 points, .51 to .75: 25 points.
    expected = (26 * 1 + 25 * 2 / 3 + 25 * 3 / 5) / 101
    assert ranking_average_precision(SCORES, HITS, positives=4, interpolation="101") == pytest.approx(expected)


def test_that_a_perfect_ranking_has_average_precision_one() -> None:
    for interpolation in ("11", "area", "101"):
        value = ranking_average_precision(
            np.array([0.9, 0.8, 0.1]), np.array([True, True, False]), positives=2, interpolation=interpolation
        )
        assert value == 1.0


def test_that_an_empty_ranking_of_something_to_find_is_zero() -> None:
    assert ranking_average_precision(np.zeros(0), np.zeros(0, bool), positives=3) == 0.0


def test_that_nothing_to_find_gives_nan() -> None:
    assert np.isnan(ranking_average_precision(np.array([1.0]), np.array([False]), positives=0))


def test_that_equal_scores_keep_the_order_in_which_they_came() -> None:
    scores = np.zeros(1000)
    scores[500] = 1.0
    assert ranked(scores).tolist() == [500, *range(500), *range(501, 1000)]


def test_that_a_nan_score_is_refused() -> None:
    with pytest.raises(ValueError, match="NaN"):
        ranked(np.array([0.1, np.nan]))


def test_that_an_unknown_interpolation_is_refused() -> None:
    with pytest.raises(ValueError, match="interpolation"):
        average_precision(np.ones(1), np.ones(1), interpolation="12")  # type: ignore[arg-type]
