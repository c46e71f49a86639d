"""All images of the project, read at once as columns; a row becomes text when it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.gui.plain_tip import plain_tip
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.thumbnail_service import ThumbnailService
from wsl_annotator.store.overview import ImageColumns, ImageFacts
from wsl_annotator.workflow.image_table import ImageTable

ID_ROLE = Qt.ItemDataRole.UserRole + 1
SUMMARY_ROLE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


def empty_table() -> ImageTable:
    """Return a table of no images."""
    none = np.zeros(0, dtype=np.int32)
    columns = ImageColumns(np.zeros(0, dtype=np.int64), [], none, none, np.zeros(0, dtype=np.uint8), {})
    return ImageTable(columns, np.zeros(0, dtype=np.int64))


class ImageModel(QAbstractListModel):
    """One row an image, by id. `ArrangedImages` shows them in another order."""

    def __init__(self, thumbnails: ThumbnailService | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.root = Path()
        self.table = empty_table()

    def set_table(self, table: ImageTable, *, root: Path) -> None:
        """Show these images; `root` is the folder that their paths are relative to."""
        self.beginResetModel()
        self.root = root
        self.table = table
        self.endResetModel()

    def update_image(self, summary: ImageSummary, facts: ImageFacts) -> bool:
        """Show what is known now of one image; return whether it was verified or skipped by this."""
        finished = self.table.update(summary, facts)
        row = self.row_of(summary.id)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))
        return finished

    def refresh(self) -> None:
        """Show every row again, after the table was filled."""
        if len(self.table):
            self.dataChanged.emit(self.index(0), self.index(len(self.table) - 1))

    def row_of(self, image_id: int) -> int:
        """Return the row of an image, -1 where it is not listed."""
        return self.table.row_of(image_id)

    def summary(self, row: int) -> ImageSummary:
        """Return one row's values."""
        return self.table.summary(row)

    def summaries(self) -> Sequence[ImageSummary]:
        """Return all rows. It makes one value an image: not for a long list."""
        return [self.table.summary(row) for row in range(len(self.table))]

    def path_of(self, row: int) -> Path:
        """Return where an image lies."""
        return self.root / self.table.paths[row]

    @Slot(int)
    def on_thumbnail_ready(self, image_id: int) -> None:
        """Paint a row again, now with its picture."""
        row = self.row_of(image_id)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.table)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self.table):
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.table.paths[row]
        if role == ID_ROLE:
            return int(self.table.ids[row])
        if role == Qt.ItemDataRole.DecorationRole and self._thumbnails is not None:
            return self._thumbnails.pixmap(int(self.table.ids[row]), self.path_of(row))
        if role == SUMMARY_ROLE:
            return self.summary(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tool_tip(self.summary(row)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._facts(self.summary(row)))
        return None

    def _facts(self, summary: ImageSummary) -> list[str]:
        facts = [summary.path, self.status_text(summary), self.counts_text(summary), self.doubts_text(summary)]
        return [fact for fact in facts if fact]

    def _tool_tip(self, summary: ImageSummary) -> str:
        size = f"{summary.width} × {summary.height}" if summary.width else ""
        problem = in_users_language(summary.problem)
        lines = [summary.path, size, self.status_text(summary), problem, self.doubts_text(summary)]
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

    def boxes_text(self, summary: ImageSummary) -> str:
        """Return the number of boxes for people."""
        return self.tr("%n box(es)", "", summary.boxes)

    def counts_text(self, summary: ImageSummary) -> str:
        """Return the counts of boxes and searched classes for people."""
        boxes = self.boxes_text(summary)
        searched = self.tr("%n searched", "", summary.localizations)
        return f"{boxes} · {searched}" if summary.localizations else boxes

    def lines_of(self, summary: ImageSummary) -> tuple[str, ...]:
        """Return what one line of a row can say, the longest first."""
        status = self.status_text(summary)
        if summary.problem:
            return (status,)
        return (f"{status} · {self.counts_text(summary)}", f"{status} · {self.boxes_text(summary)}", status)

    def doubts_text(self, summary: ImageSummary) -> str:
        """Return how many labels the network doubts, for people; empty for none."""
        return self.tr("the network doubts %n label(s)", "", summary.doubts) if summary.doubts else ""
