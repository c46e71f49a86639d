"""The window goes first: workers wait a moment while it answers a person.

Threads and the window share one interpreter. Each time that Qt calls into Python the window must get it back, and a
busy thread keeps it for a while: an answer that takes 15 ms alone takes 30 beside it. Decoding ahead that rests for
those 15 ms loses nothing that anybody sees.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Slot

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.gui.turns import Turns

LONGEST_S = 0.05
"""Of one wait: whatever the window does, the work goes on."""


class Gate:
    """Closed while the window answers; any thread may wait at it."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    @property
    def is_open(self) -> bool:
        """Whether nobody is kept waiting."""
        return self._open.is_set()

    def close(self) -> None:
        """Keep workers waiting."""
        self._open.clear()

    def open(self) -> None:
        """Let them go on."""
        self._open.set()

    def pass_through(self) -> None:
        """Wait until the gate is open, for `LONGEST_S` at most."""
        if not self._open.is_set():
            self._open.wait(LONGEST_S)


class PoliteToken(CancelToken):
    """A cancel token at which a worker also lets the window go first: it is looked at between any two steps."""

    def __init__(self, gate: Gate) -> None:
        super().__init__()
        self._gate = gate

    def raise_if_cancelled(self) -> None:
        super().raise_if_cancelled()
        self._gate.pass_through()


class Courtesy(QObject):
    """Closes the gate from what a person does to the last turn of the event loop that tells of it."""

    def __init__(self, turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turns = turns
        self.gate = Gate()

    @Slot()
    def ask(self) -> None:
        """Let the window go first until it has answered."""
        self.gate.close()
        self._turns.ask(self._end)

    def _end(self) -> None:
        # Behind whatever was asked for meanwhile. What the turn before changed is painted by now.
        if self._turns.waits:
            self._turns.ask(self._end)
        else:
            self.gate.open()
