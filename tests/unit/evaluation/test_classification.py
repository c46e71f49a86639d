import numpy as np
import pytest

from wsl_annotator.evaluation.classification import evaluate_classification

# Class 0 ranks + - +: (1 + 2/3) / 2 = 5/6. Class 1 has no positive image.
SCORES = np.array([[0.9, 0.1], [0.8, 0.2], [0.7, 0.3]])
LABELS = np.array([[1, 0], [0, 0], [1, 0]])


def test_that_each_class_ranks_its_own_images() -> None:
    result = evaluate_classification(SCORES, LABELS)
    assert result.by_class[0] == pytest.approx(5 / 6)


def test_that_a_class_with_no_positive_image_is_nan_and_left_out_of_the_mean() -> None:
    result = evaluate_classification(SCORES, LABELS)
    assert np.isnan(result.by_class[1])
    assert result.mean == pytest.approx(5 / 6)


def test_that_unknown_labels_leave_the_image_out_of_that_ranking() -> None:
    labels = LABELS.copy()
    labels[1, 0] = -1
    assert evaluate_classification(SCORES, labels).by_class[0] == 1.0


def test_that_other_labels_are_refused() -> None:
    with pytest.raises(ValueError, match="labels"):
        evaluate_classification(SCORES, LABELS + 1)


def test_that_different_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="equal"):
        evaluate_classification(SCORES, LABELS[:2])


def test_that_no_positive_image_at_all_gives_a_nan_mean() -> None:
    assert np.isnan(evaluate_classification(SCORES, LABELS * 0).mean)
