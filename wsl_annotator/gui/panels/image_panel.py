"""The image list with its filter, its order, and how far the review is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QVBoxLayout, QWidget

from wsl_annotator.gui.models.image_filter import ArrangedImages
from wsl_annotator.gui.models.image_model import ImageModel
from wsl_annotator.gui.panels.calm_table import CalmTable
from wsl_annotator.gui.panels.image_delegate import ROW_HEIGHT, ImageDelegate
from wsl_annotator.gui.panels.query_box import QueryBox
from wsl_annotator.gui.panels.queue_bar import QueueBar
from wsl_annotator.gui.panels.thin_bar import ThinBar


class ImageList(CalmTable):
    """A table of one column: unlike a list view it knows where a row lies without asking for all rows before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(256, 400)


class ImagePanel(QWidget):
    """Shows an `ImageModel` as arranged; the current row is the image on the canvas."""

    place_picked = Signal(int)

    def __init__(self, model: ImageModel, resort: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arranged = ArrangedImages(model, self)
        self.query = QueryBox()
        self.filter = self.query.edit
        self.queue = QueueBar(resort)
        self.list = ImageList()
        self.list.setModel(self.arranged)
        self.delegate = ImageDelegate(model, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Images"))
        self._progress = ThinBar()
        self.summary = QLabel()
        self.summary.setProperty("role", "muted")
        self.summary.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.query)
        box.addWidget(self.queue)
        box.addWidget(self.list, 1)
        box.addWidget(self._progress)
        box.addWidget(self.summary)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_current(self, place: int) -> None:
        """Mark the image that is on the canvas, without picking it again; -1 marks none."""
        self.list.mark(self.arranged.index(place, 0))

    def neighbour(self, image_id: int, step: int) -> int:
        """Return the id of the image `step` places further in the list; 0 beyond its ends or from outside of it."""
        here = self._place_of(image_id)
        return self.arranged.image_id(here + step) if here >= 0 and here + step >= 0 else 0

    def following(self, image_id: int, most: int) -> list[int]:
        """Return the ids of the images after one in the list, each once, at most so many; none from outside of it."""
        found: dict[int, None] = {}
        place = self._place_of(image_id) + 1
        while place and len(found) < most and self.arranged.image_id(place):
            if self.arranged.image_id(place) != image_id:
                found[self.arranged.image_id(place)] = None
            place += 1
        return list(found)

    def _place_of(self, image_id: int) -> int:
        """Return the place that is marked, where it is this image's; else its first; -1 where it has none."""
        here = self.list.currentIndex().row()
        if self.arranged.image_id(here) == image_id:
            return here
        return next(iter(self.arranged.places_of(image_id)), -1)

    def show_progress(self, share: float, text: str) -> None:
        """Show how much of the list is verified, as a share in [0, 1] and in words."""
        self._progress.set_share(share)
        self.summary.setText(text)

    def focus_filter(self) -> None:
        """Let the filter be typed."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.place_picked.emit(current.row())
