"""What a training says of itself: the figures of each epoch, and how it ended."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class EpochFigures:
    """What one epoch gave.

    Attributes:
        epoch: from 1.
        loss: mean of eq. 1 over the epoch's batches.
        learning_rate: of the new layers, at the epoch's end.
        validation_loss: eq. 1 on the held-out images; None where there are none.
        validation_map: mean average precision on the held-out images; None where it cannot be measured.
        class_ap: of each class; None where it cannot be measured.
    """

    epoch: int
    loss: float
    learning_rate: float
    validation_loss: float | None = None
    validation_map: float | None = None
    class_ap: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainResult:
    """How a training ended; the network has the weights of the best epoch.

    Attributes:
        history: one an epoch.
        best_epoch: whose weights were kept: the best on the held-out images, or the last.
        stopped_early: whether there were epochs left.
        validation_scores: float64 (V, K), log-odds of the held-out images by the weights that were kept.
        validation_read: bool (V,), False for a held-out image that could not be read.
    """

    history: tuple[EpochFigures, ...]
    best_epoch: int
    stopped_early: bool
    validation_scores: NDArray[np.float64]
    validation_read: NDArray[np.bool_]
