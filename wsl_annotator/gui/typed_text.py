"""What is still being typed when its project or its window goes away."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def finish_typing() -> None:
    """Let the field that has the keyboard give out what was typed into it, as it does when the keyboard moves on."""
    typed_in = QApplication.focusWidget()
    if typed_in is not None:
        typed_in.clearFocus()
