"""What merely tells of a change comes in turns of the event loop of its own, once however often it was asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Turns(QObject):
    """Calls functions one a turn, in the order in which they were first asked for.

    What a person did is on the canvas at once. Panels that tell of it follow, each in a turn of its own: so no single
    turn takes long, and keys pressed meanwhile are heard between two.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Callable[[], None], None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def waits(self) -> bool:
        """Whether any is still to come."""
        return bool(self._waiting)

    def ask(self, act: Callable[[], None]) -> None:
        """Let it come; asking again before it does changes nothing."""
        self._waiting.setdefault(act)
        self._begin()

    def ask_first(self, act: Callable[[], None]) -> None:
        """Let it come before all that wait."""
        self._waiting = {act: None} | self._waiting
        self._begin()

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start(0)

    @Slot()
    def _on_timeout(self) -> None:
        act = next(iter(self._waiting))
        del self._waiting[act]
        if self._waiting:
            self._begin()
        act()
