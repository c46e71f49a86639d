"""Log-odds of feature maps, computed in batches of one fixed size."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.localization.batching import padded
from wsl_annotator.networks.heads import log_odds
from wsl_annotator.networks.split import SplitNetwork


class HeadScorer:
    """Scores maps for a fixed set of classes.

    Args:
        network: its head is used.
        targets: the classes; each is scored by itself, so that its bits do not depend on the others.
        rows: rows of every batch.
    """

    def __init__(self, network: SplitNetwork, targets: Sequence[ClassTarget], *, rows: int) -> None:
        self._network = network
        self._targets = tuple(targets)
        self.rows = rows
        self.padded_rows = 0

    def __call__(self, maps: Tensor, cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (N, C), the log-odds of each class for maps (N, T, L, L).

        Raises:
            Cancelled: the token was set.
        """
        parts = []
        for start in range(0, len(maps), self.rows):
            cancel.raise_if_cancelled()
            rows = maps[start : start + self.rows]
            parts.append(self.score_batch(padded(rows, self.rows), used=len(rows)))
        return np.concatenate(parts)

    def score_batch(self, maps: Tensor, *, used: int) -> NDArray[np.float64]:
        """Return float64 (used, C) for one full batch (rows, T, L, L), whose strides are the same in every call."""
        self.padded_rows += self.rows - used
        logits = self._network.classify(maps)
        activation = self._network.activation
        columns = [log_odds(logits, (target,), activation)[:used] for target in self._targets]
        scores: NDArray[np.float64] = torch.cat(columns, dim=1).double().cpu().numpy()
        return scores
