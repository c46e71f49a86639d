"""How this program is started a second time, for a command or as a process that works for the window. No Qt here."""

from __future__ import annotations

import sys

SERVE = "--serve-window"
"""The word before the pipe's number, for a process that works for the window; people never type it."""


def program() -> tuple[str, list[str]]:
    """Return the program that this window belongs to, and the words before a command: the one place that knows."""
    if getattr(sys, "frozen", False):
        return sys.executable, []
    # -P: no module is taken from the folder that the window was started in, or the photos'
    return sys.executable, ["-P", "-m", "wsl_annotator"]
