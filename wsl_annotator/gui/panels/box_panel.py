"""The table of the image's boxes and proposals with the fields of the selected one; its selection is the canvas's."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.models.box_model import CLASS, KEY_ROLE, SCORE, SIZE, SORT_ROLE, STATE, BoxModel
from wsl_annotator.gui.panels.attribute_editor import AttributeEditor
from wsl_annotator.gui.panels.calm_table import CalmTable

_NAME, _SIZE = "bottle", "999 × 999"
_ICON, _MARGINS = 20, 20


class BoxPanel(QWidget):
    """Shows a `BoxModel`, sortable by every column."""

    box_picked = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, model: BoxModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted = ""
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(model)
        self.proxy.setSortRole(SORT_ROLE)
        self.proxy.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = CalmTable()
        self.table.setModel(self.proxy)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setTabKeyNavigation(False)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(CLASS, QHeaderView.ResizeMode.Stretch)
        # Widths that are known need not be asked for, row by row, at every edit.
        for column, text, icon in ((STATE, self._widest_state(), _ICON), (SCORE, "0.00", 0)):
            wanted = self.fontMetrics().horizontalAdvance(text) + icon + _MARGINS
            header.resizeSection(column, max(wanted, header.sectionSizeHint(column)))
        header.setSectionResizeMode(SIZE, QHeaderView.ResizeMode.ResizeToContents)
        header.setResizeContentsPrecision(0)
        self.table.setMinimumWidth(self._least_width())
        self.table.setAccessibleName(self.tr("Boxes and proposals of this image"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.table, 1)
        self.editor = AttributeEditor()
        box.addWidget(self.editor)
        self.table.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.table.customContextMenuRequested.connect(self._on_menu_requested)
        model.modelReset.connect(self._on_reset)

    def _widest_state(self) -> str:
        return max((self._model.state_text(state) for state in BoxState), key=self.fontMetrics().horizontalAdvance)

    def _least_width(self) -> int:
        """Return a width that leaves the class room for a name, in any language."""
        header = self.table.horizontalHeader()
        words = self.fontMetrics().horizontalAdvance(f"{_NAME}{_SIZE}") + _ICON + 2 * _MARGINS
        return words + header.sectionSize(STATE) + header.sectionSize(SCORE)

    def set_current(self, key: str) -> None:
        """Mark the selected box, without picking it again."""
        self._wanted = key
        self._mark()

    def _mark(self) -> None:
        row = self._model.row_of(self._wanted)
        index = self.proxy.mapFromSource(self._model.index(row, 0)) if row >= 0 else QModelIndex()
        self.table.mark(index)

    def _on_reset(self) -> None:
        self._mark()

    def _on_current_changed(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid():
            self.box_picked.emit(str(current.data(KEY_ROLE)))

    def _on_menu_requested(self, at: QPoint) -> None:
        index = self.table.indexAt(at)
        if index.isValid():
            self.menu_wanted.emit(str(index.data(KEY_ROLE)), self.table.viewport().mapToGlobal(at))
