"""Full passes of Python's cycle collector come when nobody waits for the window.

Reference counts free nearly everything at once; the collector is for cycles. A full pass looks at every object: 0.2 s
in a project of 100,000 images, in which the window stands still, whichever thread's allocations call for it. The small
passes over young objects, which find nearly all cycles, come as ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

NEVER = 2**30
IDLE_MS = 60_000
"""After so long without an action the person is elsewhere."""


class Garbage(QObject):
    """Keeps full passes for moments without a person."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.set_threshold(self._thresholds[0], self._thresholds[1], NEVER)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self.collect)

    @Slot()
    def put_off(self) -> None:
        """Take note that somebody is there."""
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Do a full pass now."""
        gc.collect()

    def finish(self) -> None:
        """Leave the collector as it was, at the end of the window."""
        self._timer.stop()
        gc.set_threshold(*self._thresholds)
