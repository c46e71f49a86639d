"""The order of classes in an image where a network card learned which of them come together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from wsl_annotator.networks.card_file import is_card
from wsl_annotator.training.cooccurrence import combined_scores


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """What a card learned of its classes coming together.

    Attributes:
        class_names: of the card.
        alpha: weight of the other classes, above 0.
        frequencies: P[i][j] = p(class i | class j).
    """

    class_names: tuple[str, ...]
    alpha: float
    frequencies: tuple[tuple[float, ...], ...]

    def combined(self, scores: Mapping[str, float]) -> dict[str, float]:
        """Return class -> combined score, an order and no probability; empty where a class of the card has no score.

        Source: Bency et al. 2016, eq. 2, on probabilities. It ranks; the search never sees it.

        Args:
            scores: class -> log-odds for the whole image.
        """
        if not set(self.class_names) <= set(scores):
            return {}
        log_odds = np.array([scores[name] for name in self.class_names], np.float64)
        probabilities = 1.0 / (1.0 + np.exp(-np.clip(log_odds, -700.0, 700.0)))
        combined = combined_scores(probabilities[None], np.array(self.frequencies, np.float64), self.alpha)[0]
        return dict(zip(self.class_names, combined.tolist(), strict=True))


def read_ranking(network: str) -> Ranking | None:
    """Return what a card learned of its classes coming together; None where it is no card or learned nothing of use.

    Loads torch.

    Args:
        network: as `NetworkSpec.network` names it.

    Raises:
        NetworkError: the card is damaged.
    """
    if not is_card(network):
        return None
    from wsl_annotator.networks.card import read_card

    card = read_card(Path(network))
    if card.alpha <= 0 or not card.cooccurrence:
        return None
    return Ranking(class_names=card.class_names, alpha=card.alpha, frequencies=card.cooccurrence)
