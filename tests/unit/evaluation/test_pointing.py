import numpy as np
import pytest

from wsl_annotator.evaluation.pointing import PointAnswers, evaluate_points, point_in_boxes
from wsl_annotator.evaluation.truth import true_boxes

# Images 1 and 2 show the class, image 3 does not; image 4 shows it but gets no answer.
TRUTH = true_boxes([(1, (10, 10, 20, 20)), (1, (50, 50, 60, 60)), (2, (0, 0, 5, 5)), (4, (0, 0, 9, 9))])


def answers(*rows: tuple[int, float, float, float]) -> PointAnswers:
    table = np.array(rows, np.float64).reshape(-1, 4)
    return PointAnswers(table[:, 0].astype(np.int64), table[:, 1:3], table[:, 3])


def test_that_a_point_in_any_box_of_its_class_is_right() -> None:
    result = evaluate_points(answers((1, 55, 55, 0.9), (2, 1, 1, 0.8)), TRUTH)
    assert result.share_inside == 1.0
    # Two of three images with the class are found, with no wrong answer before them.
    assert result.average_precision == pytest.approx(2 / 3)
    assert (result.answered, result.positives) == (2, 3)


def test_that_a_miss_is_a_false_positive_and_stays_missed() -> None:
    # Ranking: wrong (image 1), right (image 2), wrong (image 3): precision 1/2 at recall 1/3.
    result = evaluate_points(answers((1, 30, 30, 0.9), (2, 1, 1, 0.8), (3, 1, 1, 0.7)), TRUTH)
    assert result.average_precision == pytest.approx(1 / 2 * 1 / 3)
    assert result.share_inside == 1 / 2


def test_that_an_answer_on_an_image_without_the_class_lowers_precision_but_not_the_share() -> None:
    result = evaluate_points(answers((3, 1, 1, 0.9), (2, 1, 1, 0.8)), TRUTH)
    assert result.average_precision == pytest.approx(1 / 2 * 1 / 3)
    assert result.share_inside == 1.0


def test_that_the_tolerance_grows_every_side() -> None:
    near = answers((1, 25, 15, 0.9))
    assert evaluate_points(near, TRUTH, tolerance=5).share_inside == 0.0
    assert evaluate_points(near, TRUTH, tolerance=5.01).share_inside == 1.0
    assert evaluate_points(answers((1, 5, 15, 0.9)), TRUTH, tolerance=5).share_inside == 1.0


def test_that_boxes_are_half_open() -> None:
    box = np.array([[10.0, 10.0, 20.0, 20.0]])
    assert point_in_boxes((10, 10), box)[0]
    assert not point_in_boxes((20, 15), box)[0]
    assert not point_in_boxes((15, 20), box)[0]


def test_that_a_hit_on_a_difficult_box_counts_neither_way() -> None:
    truth = true_boxes([(1, (0, 0, 5, 5)), (1, (10, 10, 20, 20)), (2, (0, 0, 5, 5))], difficult=[True, False, False])
    result = evaluate_points(answers((1, 1, 1, 0.9), (2, 1, 1, 0.8)), truth)
    assert result.average_precision == pytest.approx(1 / 2)
    assert result.share_inside == 1.0
    assert result.positives == 2


def test_that_an_image_with_only_difficult_boxes_is_left_out() -> None:
    truth = true_boxes([(1, (0, 0, 5, 5)), (2, (0, 0, 5, 5))], difficult=[True, False])
    result = evaluate_points(answers((1, 30, 30, 0.9), (2, 1, 1, 0.8)), truth)
    assert result.average_precision == 1.0
    assert result.positives == 1


def test_that_two_answers_for_one_image_are_refused() -> None:
    with pytest.raises(ValueError, match="more than one"):
        answers((1, 0, 0, 0.5), (1, 1, 1, 0.4))


def test_that_a_class_without_images_gives_nan() -> None:
    result = evaluate_points(answers((3, 1, 1, 0.9)), true_boxes([]))
    assert np.isnan(result.average_precision)
    assert np.isnan(result.share_inside)
