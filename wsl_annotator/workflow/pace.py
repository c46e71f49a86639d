"""How long the rest will take, from how fast a person has been lately."""

from __future__ import annotations

from collections import deque

IDLE_S = 45.0
"""A longer gap between two actions is a break, and only this much of it counts as work: long enough to study a crowded
picture without a key, short beside any real interruption."""

RECENT = 30
"""Images that the estimate looks back on: enough to level out easy and hard ones, few enough to follow a person who
gets faster."""

FEWEST = 3
"""Below this many nothing is said."""


class Pace:
    """Counts the active seconds between finished images."""

    def __init__(self) -> None:
        self._last_s: float | None = None
        self._active_s = 0.0
        self._spent: deque[float] = deque(maxlen=RECENT)

    def act(self, now_s: float) -> None:
        """Note that the person did something.

        Args:
            now_s: a clock that never goes back, in seconds.
        """
        if self._last_s is not None:
            self._active_s += min(IDLE_S, max(0.0, now_s - self._last_s))
        self._last_s = now_s

    def finish(self, now_s: float) -> None:
        """Note that an image was verified or skipped."""
        self.act(now_s)
        self._spent.append(self._active_s)
        self._active_s = 0.0

    def seconds_an_image(self) -> float | None:
        """Return the active seconds an image of late; None before `FEWEST` images."""
        return sum(self._spent) / len(self._spent) if len(self._spent) >= FEWEST else None

    def remaining_s(self, images: int) -> float | None:
        """Return the active seconds that so many images will take; None while that is not known."""
        each = self.seconds_an_image()
        return None if each is None else each * images


def rounded_minutes(seconds: float) -> int:
    """Return whole minutes, coarser the longer: an estimate must not look more exact than it is."""
    minutes = seconds / 60
    step = 1 if minutes < 20 else 5 if minutes < 120 else 30
    return max(1, round(minutes / step) * step)
