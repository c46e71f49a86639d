"""What of an image was searched, in the user's language, so that searches of parts can be told apart."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import SearchScope

MOST = 4
"""So many boxes are named by their places; more are counted."""


def part_text(scope: SearchScope) -> str:
    """Return which kind of part was searched, in few words; empty for the whole image."""
    if scope.region is not None:
        return QCoreApplication.translate("SearchWords", "in the region")
    return QCoreApplication.translate("SearchWords", "without the boxes found") if scope.filled else ""


def part_place(scope: SearchScope) -> str:
    """Return size and place of the region, and of the boxes left out, in image pixels; empty for the whole image."""
    boxes = (*((scope.region,) if scope.region is not None else ()), *scope.filled)
    if len(boxes) > MOST:
        return QCoreApplication.translate("SearchWords", "{0} boxes").format(len(scope.filled))
    return "; ".join(_place_text(box) for box in boxes)


def part_detail(scope: SearchScope) -> str:
    """Return which part was searched and where it lies; empty for the whole image."""
    return "" if scope.is_whole else f"{part_text(scope)}: {part_place(scope)}"


def _place_text(box: Box) -> str:
    text = QCoreApplication.translate("SearchWords", "{0} × {1} at {2}, {3}")
    return text.format(*(f"{value:.0f}" for value in (box.width, box.height, box.x1, box.y1)))
