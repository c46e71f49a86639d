"""Eqs. 2 to 4, by hand."""

import numpy as np

from wsl_annotator.evaluation.classification import evaluate_classification
from wsl_annotator.training.cooccurrence import choose_alpha, combined_scores, conditional_frequencies


def measure(scores: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return evaluate_classification(scores, labels).by_class


def test_that_frequencies_are_conditional_on_the_column() -> None:
    labels = np.array([[1, 1, 0], [1, 0, 0], [1, 1, 0], [0, 0, 0]], dtype=np.int8)
    frequencies = conditional_frequencies(labels)
    assert np.allclose(frequencies, [[1, 1, 0], [2 / 3, 1, 0], [0, 0, 0]])


def test_that_an_unknown_label_counts_on_neither_side() -> None:
    labels = np.array([[1, 1], [1, -1], [1, 0]], dtype=np.int8)
    assert conditional_frequencies(labels)[1, 0] == 0.5


def test_that_a_class_raises_the_others_and_not_itself() -> None:
    frequencies = np.array([[1.0, 0.5], [0.25, 1.0]])
    combined = combined_scores(np.array([[0.8, 0.4]]), frequencies, 0.1)
    assert np.allclose(combined, [[0.8 + 0.1 * 0.5 * 0.4, 0.4 + 0.1 * 0.25 * 0.8]])


def test_that_alpha_stays_zero_without_a_gain() -> None:
    labels = np.array([[1, 0], [0, 1], [1, 0], [0, 1]], dtype=np.int8)
    scores = np.where(labels == 1, 0.9, 0.1)
    alpha, figures = choose_alpha(scores, labels, conditional_frequencies(labels), measure)
    assert alpha == 0
    assert figures[0.0] == 1


def test_that_alpha_is_the_smallest_that_helps_most() -> None:
    # class 1 comes with class 0 always; its own score says nothing of the third image
    labels = np.array([[1, 1], [0, 0], [1, 1], [0, 0]], dtype=np.int8)
    scores = np.array([[0.9, 0.9], [0.1, 0.5], [0.9, 0.4], [0.1, 0.1]])
    alpha, figures = choose_alpha(scores, labels, conditional_frequencies(labels), measure)
    # image 3 passes image 2 once 0.4 + .9 a > 0.5 + .1 a: a > .125
    assert alpha == 0.2
    assert figures[0.2] == 1
    assert figures[0.1] < 1


def test_that_alpha_is_zero_where_nothing_can_be_measured() -> None:
    labels = np.zeros((3, 2), dtype=np.int8)
    assert choose_alpha(np.zeros((3, 2)), labels, conditional_frequencies(labels), measure) == (0.0, {})
