"""The list of images, read at once as summaries; thumbnails come when rows are painted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService

ID_ROLE = Qt.ItemDataRole.UserRole + 1
SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class ImageModel(QAbstractListModel):
    """One row an image."""

    def __init__(self, thumbnails: ThumbnailService | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._root = Path()
        self._rows: list[ImageSummary] = []
        self._row_of: dict[int, int] = {}

    def set_rows(self, rows: Sequence[ImageSummary], *, root: Path) -> None:
        """Show these images; `root` is the folder that their paths are relative to."""
        self.beginResetModel()
        self._root = root
        self._rows = list(rows)
        self._row_of = {summary.id: row for row, summary in enumerate(self._rows)}
        self.endResetModel()

    def update_row(self, summary: ImageSummary) -> None:
        """Show new counts or another status of one image."""
        row = self._row_of.get(summary.id)
        if row is not None:
            self._rows[row] = summary
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def row_of(self, image_id: int) -> int:
        """Return the row of an image, -1 where it is not listed."""
        return self._row_of.get(image_id, -1)

    def summary(self, row: int) -> ImageSummary:
        """Return one row's values."""
        return self._rows[row]

    def summaries(self) -> Sequence[ImageSummary]:
        """Return all rows."""
        return self._rows

    def path_of(self, summary: ImageSummary) -> Path:
        """Return where the image lies."""
        return self._root / summary.path

    @Slot(int)
    def on_thumbnail_ready(self, image_id: int) -> None:
        """Paint a row again, now with its picture."""
        row = self._row_of.get(image_id)
        if row is not None:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        summary = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.path
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(summary)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{summary.path}, {self.status_text(summary)}, {self.counts_text(summary)}"
        if role == Qt.ItemDataRole.DecorationRole and self._thumbnails is not None:
            return self._thumbnails.pixmap(summary.id, self.path_of(summary))
        if role == ID_ROLE:
            return summary.id
        if role == SUMMARY_ROLE:
            return summary
        return None

    def _tool_tip(self, summary: ImageSummary) -> str:
        size = f"{summary.width} × {summary.height}" if summary.width else ""
        lines = [summary.path, size, self.status_text(summary), summary.problem]
        return "\n".join(line for line in lines if line)

    def status_text(self, summary: ImageSummary) -> str:
        """Return the review status for people."""
        if summary.problem:
            return self.tr("cannot be read")
        return {
            ImageStatus.UNTOUCHED: self.tr("untouched"),
            ImageStatus.IN_PROGRESS: self.tr("in progress"),
            ImageStatus.VERIFIED: self.tr("verified"),
            ImageStatus.SKIPPED: self.tr("skipped"),
        }[summary.status]

    def counts_text(self, summary: ImageSummary) -> str:
        """Return the counts of boxes and searched classes for people."""
        boxes = self.tr("%n box(es)", "", summary.boxes)
        searched = self.tr("%n searched", "", summary.localizations)
        return f"{boxes} · {searched}" if summary.localizations else boxes
