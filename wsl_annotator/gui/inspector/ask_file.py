"""Asks for a file to open, from the folder where the last one was."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from wsl_annotator.gui.settings import Settings

FOLDER = "inspect"
"""Purpose of the folder that is remembered."""


def ask_file(window: QWidget, settings: Settings, title: str, pattern: str) -> Path | None:
    """Return the file that a person chose, or None; its folder is remembered."""
    chosen, _ = QFileDialog.getOpenFileName(window, title, settings.folder(FOLDER), pattern)
    if not chosen:
        return None
    settings.set_folder(FOLDER, Path(chosen).parent)
    return Path(chosen)
