"""Progress as plain values, with an estimate of the time that is left."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job has come.

    Attributes:
        done: finished units, 0 <= done <= total.
        total: all units; 0 where unknown.
        message: what is being worked on, for a person.
        eta_s: estimated seconds left; None while unknown.
    """

    done: int
    total: int
    message: str = ""
    eta_s: float | None = None


ProgressCallback = Callable[[Progress], None]


def ignore_progress(_: Progress) -> None:
    """Take a progress event and do nothing with it."""


class ProgressClock:
    """Turns counts into `Progress` with an estimate from the mean pace so far."""

    def __init__(self, total: int, *, now: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._now = now
        self._start = now()

    def at(self, done: int, message: str = "") -> Progress:
        """Return the progress after `done` units."""
        elapsed = self._now() - self._start
        left = self._total - done
        eta = elapsed / done * left if done > 0 else None
        return Progress(done=done, total=self._total, message=message, eta_s=eta)


def format_duration(seconds: float | None) -> str:
    """Return a duration for people: `4 s`, `2 min 5 s`, `1 h 3 min`, or `?` where unknown."""
    if seconds is None:
        return "?"
    whole = max(0, round(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"
