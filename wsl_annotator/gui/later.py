"""Work that the event loop does in a turn of its own, once however often it was asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot


class Later(QObject):
    """Calls a function in the next turn of the event loop.

    What a person did is on the canvas at once; what merely tells of it elsewhere comes a turn later, so that no single
    turn takes long and keys pressed meanwhile are heard between the two.
    """

    def __init__(self, act: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def waits(self) -> bool:
        """Whether it was asked for and has not come yet."""
        return self._timer.isActive()

    @Slot()
    def ask(self) -> None:
        """Let it come; asking again before it does changes nothing."""
        if not self._timer.isActive():
            self._timer.start(0)

    @Slot()
    def _on_timeout(self) -> None:
        self._act()
