"""Co-occurrence of classes: a class seen raises those that often come with it. Numpy only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

ALPHAS = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0)

Measure = Callable[[NDArray[np.float64], NDArray[np.int8]], NDArray[np.float64]]
"""(scores (N, K), labels (N, K) of 1, 0, -1) -> average precision of each class (K,), NaN where there is none."""


def conditional_frequencies(labels: NDArray[np.int8]) -> NDArray[np.float64]:
    """Return P[i, j] = p(class i | class j), from training labels.

    Source: Bency et al. 2016, eqs. 3 and 4: |b_i and b_j| / |b_j|; differs: of images in which one of the two
    classes is unknown nothing is counted.

    Args:
        labels: int8 (N, K) of 1, 0, -1.

    Returns:
        float64 (K, K) in [0, 1]; column j is 0 where no image has class j, the diagonal 1 elsewhere.
    """
    positive = (labels == 1).astype(np.float64)
    known = (labels >= 0).astype(np.float64)
    both = positive.T @ positive
    # images with class j in which class i is known
    given = known.T @ positive
    frequencies: NDArray[np.float64] = np.divide(both, given, out=np.zeros_like(both), where=given > 0)
    return frequencies


def combined_scores(scores: NDArray[np.float64], frequencies: NDArray[np.float64], alpha: float) -> NDArray[np.float64]:
    """Return s_i + alpha * sum over j != i of p(i|j) s_j: an order of images and classes, not a probability.

    Source: Bency et al. 2016, eq. 2, on probabilities. It ranks; the search never sees it.

    Args:
        scores: float64 (N, K), probabilities.
        frequencies: float64 (K, K), of `conditional_frequencies`.
        alpha: at least 0.

    Returns:
        float64 (N, K), not clamped.
    """
    others = frequencies - np.diag(np.diag(frequencies))
    combined: NDArray[np.float64] = scores + alpha * (scores @ others.T)
    return combined


def choose_alpha(
    scores: NDArray[np.float64],
    labels: NDArray[np.int8],
    frequencies: NDArray[np.float64],
    measure: Measure,
    *,
    alphas: Sequence[float] = ALPHAS,
) -> tuple[float, dict[float, float]]:
    """Return the alpha with the best mean average precision on held-out images, and the figure of each.

    Of equal ones the smallest wins, so that nothing is changed without a gain.

    Args:
        scores: float64 (N, K), probabilities of held-out images.
        labels: int8 (N, K) of these.
        frequencies: from the training labels.
        measure: average precision of each class.
        alphas: to try, rising.

    Returns:
        alpha (0 where no class can be measured) and alpha -> mean average precision.
    """
    figures: dict[float, float] = {}
    for alpha in alphas:
        by_class = measure(combined_scores(scores, frequencies, alpha), labels)
        known = by_class[~np.isnan(by_class)]
        if len(known):
            figures[alpha] = float(known.mean())
    if not figures:
        return 0.0, {}
    best = max(figures.values())
    return next(alpha for alpha, figure in figures.items() if figure == best), figures
