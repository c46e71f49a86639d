"""Looks at a modal dialog while it is open, and closes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

LOOK_MS = 20


def nothing(_dialog: QDialog) -> None:
    """Only look."""


@contextmanager
def in_modal(kind: type[QDialog], do: Callable[[QDialog], None] = nothing) -> Iterator[list[QDialog]]:
    """Do something in the next modal dialog of a kind, then close it; the list holds it until it is deleted."""
    seen: list[QDialog] = []
    timer = QTimer()
    timer.setInterval(LOOK_MS)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and not seen:
            timer.stop()
            seen.append(dialog)
            try:
                do(dialog)
            finally:
                dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    yield seen
    timer.stop()
    assert seen, f"no {kind.__name__} was shown"
