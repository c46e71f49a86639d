"""Which images an epoch shows, with rare classes shown more often; numpy only."""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

Oversampling = Literal["lvis", "inverse", "none"]
MOST_REPEATS = 10.0


def repeat_factors(
    labels: NDArray[np.int8], *, rule: Oversampling = "lvis", target: float | None = None
) -> NDArray[np.float64]:
    """Return how often an epoch shows each image, on average.

    Source: Bency et al. 2016, section 4.1, "oversampled under-represented classes", without saying how. `lvis`:
    r(i) = max over the image's classes of max(1, sqrt(t / f(c))), of Gupta et al. 2019 (LVIS). `inverse`: t / f(c),
    at most 10. f(c) is the share of the images that have the class.

    Args:
        labels: int8 (N, K) of 1, 0, -1.
        rule: `lvis`, `inverse` or `none`.
        target: t, in (0, 1]; None takes the share of the most frequent class.

    Returns:
        float64 (N,), at least 1; 1 for an image without a class.
    """
    positive = labels == 1
    if rule == "none" or not positive.any():
        return np.ones(len(labels))
    share = positive.mean(axis=0)
    wanted = float(share.max()) if target is None else target
    ratio = np.divide(wanted, share, out=np.ones_like(share), where=share > 0)
    by_class = np.maximum(1.0, np.sqrt(ratio) if rule == "lvis" else np.minimum(ratio, MOST_REPEATS))
    factors: NDArray[np.float64] = np.where(positive, by_class, 1.0).max(axis=1)
    return factors


def epoch_rows(factors: NDArray[np.float64], *, seed: int, epoch: int) -> NDArray[np.int64]:
    """Return the images of one epoch in random order, each as often as its factor says.

    A fraction is rounded up with its own probability, anew each epoch. The result depends on seed and epoch alone,
    so that a resumed training shows what an uninterrupted one would.

    Args:
        factors: float64 (N,), at least 0.
        seed: of the training.
        epoch: from 0.

    Returns:
        int64 rows.
    """
    generator = np.random.default_rng([seed, epoch])
    whole = np.floor(factors)
    repeats = (whole + (generator.random(len(factors)) < factors - whole)).astype(np.int64)
    rows = np.repeat(np.arange(len(factors), dtype=np.int64), repeats)
    return generator.permutation(rows)
