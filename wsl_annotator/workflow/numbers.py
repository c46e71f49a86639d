"""Small sums that several verbs need."""

from __future__ import annotations

import math


def probability(log_odds: float) -> float:
    """Return the logistic function of a log-odds, in [0, 1]."""
    return 1.0 / (1.0 + math.exp(-min(max(log_odds, -700.0), 700.0)))
