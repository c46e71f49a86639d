"""When the network speaks against a person's image-level label."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.labels import LabelState

PRESENCE_DOUBTED_BELOW = 0.2
ABSENCE_DOUBTED_OVER = 0.8
"""A classifier that is four to one against a label is worth a second look. Closer to one half, the flags would mostly
be the network's own mistakes, and a list of flags that are mostly wrong is soon ignored; further out, wrong labels of
hard images would be missed. Both kinds of wrong label are met, so the two limits mirror each other."""


def doubts_label(state: LabelState, probability: float | None) -> bool:
    """Return whether the network disagrees with a label.

    Args:
        state: what a person says; an unknown label is never doubted.
        probability: of the class for the whole image, in [0, 1]; None where it was not searched.
    """
    if probability is None:
        return False
    if state is LabelState.POSITIVE:
        return probability < PRESENCE_DOUBTED_BELOW
    return state is LabelState.NEGATIVE and probability > ABSENCE_DOUBTED_OVER


def disagreement(labels: NDArray[np.int8], probability: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return float32 (N,), how much the network speaks against each label: in [0, 1], or NaN where nothing is said.

    Args:
        labels: int8 (N,), values of `LabelState`.
        probability: float32 (N,), in [0, 1]; NaN where the class was not searched.
    """
    against = np.where(labels == LabelState.POSITIVE, 1 - probability, probability)
    return np.where(labels == LabelState.UNKNOWN, np.float32(np.nan), against).astype(np.float32)


def doubted(labels: NDArray[np.int8], probability: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Return bool (N,), `doubts_label` of each."""
    # A NaN is neither below nor over anything.
    absent = (labels == LabelState.NEGATIVE) & (probability > ABSENCE_DOUBTED_OVER)
    present = (labels == LabelState.POSITIVE) & (probability < PRESENCE_DOUBTED_BELOW)
    found: NDArray[np.bool_] = absent | present
    return found
