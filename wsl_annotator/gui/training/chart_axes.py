"""Where a chart's ticks lie and how they read; no Qt."""

from __future__ import annotations

import math


def nice_ticks(low: float, high: float, *, count: int) -> list[float]:
    """Return round numbers that cover [low, high] in about `count` steps of 1, 2 or 5 times a power of ten.

    The first is at or below `low`, the last at or above `high`; an empty range is widened.
    """
    if not high > low:
        high = low + (abs(low) or 1.0)
    step = _nice_step((high - low) / max(1, count))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(number * step, 12) for number in range(first, last + 1)]


def whole_ticks(low: int, high: int, *, count: int) -> list[int]:
    """Return whole numbers within [low, high], at most about `count`, with round steps; `low` is one of them."""
    step = max(1, round(_nice_step((high - low) / max(1, count)))) if high > low else 1
    ticks = {low, *(number for number in range(step * (low // step), high + 1, step) if number >= low + step / 2)}
    return sorted(ticks)


def tick_text(value: float, ticks: list[float]) -> str:
    """Return a tick with as many decimals as its neighbours need."""
    step = ticks[1] - ticks[0] if len(ticks) > 1 else 1.0
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return f"{value:,.{decimals}f}"


def _nice_step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= rough * (1 - 1e-9))
