"""Tool tips with names in them that people gave."""

from __future__ import annotations

from PySide6.QtGui import Qt


def plain_tip(text: str) -> str:
    """Return a tool tip that shows a text letter by letter; Qt takes what looks like markup for markup."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
