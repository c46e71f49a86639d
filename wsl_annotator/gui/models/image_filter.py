"""What the filter box understands: words of the name, and `is:` a status."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.gui.models.image_model import SUMMARY_ROLE

_STATUS_WORDS = {
    "is:untouched": ImageStatus.UNTOUCHED,
    "is:progress": ImageStatus.IN_PROGRESS,
    "is:verified": ImageStatus.VERIFIED,
    "is:skipped": ImageStatus.SKIPPED,
}


def matches(summary: ImageSummary, text: str) -> bool:
    """Return whether an image passes the filter: every word of it must hold.

    `is:untouched|progress|verified|skipped|broken`, `has:boxes|proposals|labels`; other words are parts of the name.
    """
    facts = {
        "is:broken": bool(summary.problem),
        "has:boxes": summary.boxes > 0,
        "has:proposals": summary.localizations > 0,
        "has:labels": summary.positives > 0,
    }
    facts.update({word: summary.status is status for word, status in _STATUS_WORDS.items()})
    name = summary.path.casefold()
    return all(facts.get(word, word in name) for word in text.casefold().split())


class ImageFilter(QSortFilterProxyModel):
    """Leaves the rows that pass the filter text, in the project's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        # An image that is verified while the list shows untouched ones stays until the filter is asked again:
        # rows must not vanish under the reader.
        self.setDynamicSortFilter(False)

    def set_text(self, text: str) -> None:
        """Filter by another text."""
        if text != self._text:
            self._text = text
            self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        if not self._text:
            return True
        summary = self.sourceModel().index(source_row, 0, source_parent).data(SUMMARY_ROLE)
        return isinstance(summary, ImageSummary) and matches(summary, self._text)
