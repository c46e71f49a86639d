"""The image list with its filter box and how far the review is."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.models.image_filter import ImageFilter
from wsl_annotator.gui.models.image_model import ID_ROLE, ImageModel
from wsl_annotator.gui.panels.image_delegate import ImageDelegate
from wsl_annotator.gui.panels.thin_bar import ThinBar


class ImagePanel(QWidget):
    """Shows an `ImageModel`; the row that is current is the image on the canvas."""

    image_picked = Signal(int)

    def __init__(self, model: ImageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.proxy = ImageFilter(self)
        self.proxy.setSourceModel(model)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter: name, is:verified, has:proposals …"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter the images"))
        self.filter.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setToolTip(
            self.tr(
                "Words of the file name, and is:untouched, is:progress, is:verified, is:skipped, is:broken, "
                "has:boxes, has:proposals, has:labels"
            )
        )
        self.list = QListView()
        self.list.setModel(self.proxy)
        self.list.setItemDelegate(ImageDelegate(model, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Images"))
        self._progress = ThinBar()
        self._summary = QLabel()
        self._summary.setProperty("role", "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.setSpacing(8)
        box.addWidget(self.filter)
        box.addWidget(self.list, 1)
        box.addWidget(self._progress)
        box.addWidget(self._summary)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)
        model.modelReset.connect(self._on_counts_changed)
        model.dataChanged.connect(self._on_data_changed)

    def set_current(self, image_id: int) -> None:
        """Mark the image that is on the canvas, without picking it again."""
        index = self.proxy.mapFromSource(self._model.index(self._model.row_of(image_id)))
        selection = self.list.selectionModel()
        blocked = selection.blockSignals(True)
        selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(blocked)
        self.list.viewport().update()
        if index.isValid():
            self.list.scrollTo(index)

    def neighbour(self, image_id: int, step: int) -> int:
        """Return the id of the image `step` rows further in the filtered list; 0 beyond its ends."""
        here = self.proxy.mapFromSource(self._model.index(self._model.row_of(image_id)))
        row = here.row() + step if here.isValid() else 0
        index = self.proxy.index(row, 0)
        return int(index.data(ID_ROLE)) if index.isValid() else 0

    def first(self) -> int:
        """Return the id of the first listed image; 0 for none."""
        index = self.proxy.index(0, 0)
        return int(index.data(ID_ROLE)) if index.isValid() else 0

    def _on_filter_changed(self, text: str) -> None:
        selection = self.list.selectionModel()
        current = selection.currentIndex().data(ID_ROLE)
        blocked = selection.blockSignals(True)
        self.proxy.set_text(text)
        selection.blockSignals(blocked)
        if current is not None:
            self.set_current(int(current))
        self._on_counts_changed()

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.image_picked.emit(int(current.data(ID_ROLE)))

    def _on_data_changed(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if roles != [Qt.ItemDataRole.DecorationRole]:
            self._on_counts_changed()

    def _on_counts_changed(self) -> None:
        rows = self._model.summaries()
        verified = sum(summary.status is ImageStatus.VERIFIED for summary in rows)
        self._progress.set_share(verified / len(rows) if rows else 0.0)
        text = self.tr("{0} of {1} verified").format(f"{verified:,}", f"{len(rows):,}")
        if self.proxy.rowCount() != len(rows):
            text += " · " + self.tr("{0} shown").format(f"{self.proxy.rowCount():,}")
        self._summary.setText(text)
