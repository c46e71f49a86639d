"""Progress bars are moved without painting in the middle of work."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


def move_bar(bar: QProgressBar, *, done: int, total: int) -> None:
    """Show `done` of `total` units.

    A bar that moves paints itself at once, and all of its window that waits to be painted. It waits with the rest here.
    """
    bar.setUpdatesEnabled(False)
    bar.setRange(0, total)
    bar.setValue(done)
    bar.setUpdatesEnabled(True)
