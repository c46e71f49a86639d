"""How late the event loop is: a timer that notes the time between its own beats."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

EVERY_MS = 5
_SCHEDSTAT = Path("/proc/thread-self/schedstat")


def waited_s() -> float:
    """Return how long the main thread was ready to run and had no processor, as Linux counts it."""
    try:
        return int(_SCHEDSTAT.read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, IndexError):
        return 0.0


class Heartbeat(QObject):
    """Measures how late the event loop is, every 5 ms.

    Attributes:
        gaps_ms: times between two beats.
        own_ms: the same without the time in the queue for a processor, which other programs took.
        work_ms: what the main thread itself computed in that time; the rest it waited, for the disk or the interpreter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self.own_ms: list[float] = []
        self.work_ms: list[float] = []
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._waited = waited_s()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(EVERY_MS)

    @Slot()
    def _on_timeout(self) -> None:
        now, waited = time.perf_counter(), waited_s()
        self.gaps_ms.append((now - self._last) * 1000)
        self.own_ms.append((now - self._last - (waited - self._waited)) * 1000)
        worked = time.thread_time()
        self.work_ms.append((worked - self._worked) * 1000)
        self._last, self._waited, self._worked = now, waited, worked

    def stop(self) -> None:
        self._timer.stop()
