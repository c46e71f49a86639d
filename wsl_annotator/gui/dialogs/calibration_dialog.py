"""What the person's boxes say of each class's threshold, and which of these are to be set."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.gui.dialogs.parts import widen
from wsl_annotator.gui.panels.check import CheckDelegate
from wsl_annotator.workflow.calibrate import ClassFit


class CalibrationDialog(QDialog):
    """One row a class: the threshold now and the fitted one, with what stands behind it."""

    def __init__(self, fits: Sequence[ClassFit], *, least_boxes: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Calibrate thresholds"))
        self._fits = tuple(fits)
        self._least = least_boxes
        head = QLabel(
            self.tr(
                "The thresholds that fit the boxes that you accepted, adjusted or drew best. AP50 is the average "
                "precision of the proposals on these boxes, at an overlap above one half."
            )
        )
        head.setWordWrap(True)
        self.table = QTableWidget(len(self._fits), 9)
        self.table.setAccessibleName(self.tr("Fitted thresholds"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Class"),
                self.tr("Now"),
                self.tr("Fitted"),
                self.tr("Between"),
                self.tr("Boxes"),
                self.tr("AP50 now"),
                self.tr("AP50 fitted"),
                self.tr("Expected to fit"),
                self.tr("Note"),
            ]
        )
        for column in (0, 8):
            self.table.horizontalHeaderItem(column).setTextAlignment(
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            )
        self.table.horizontalHeaderItem(3).setToolTip(
            self.tr("What other draws of the same images would have chosen: the fewer boxes, the wider")
        )
        self.table.horizontalHeaderItem(7).setToolTip(
            self.tr("Share of the proposals at the fitted threshold that overlap one of your boxes by more than half")
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setItemDelegateForColumn(0, CheckDelegate(self.table))
        for row, fit in enumerate(self._fits):
            self._fill(row, fit)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.itemChanged.connect(self._on_item_changed)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Close)
        self.set_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.set_button.setText(self.tr("Set the thresholds"))
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
            widen(button)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addWidget(head)
        box.addWidget(self.table, 1)
        box.addWidget(self.buttons)
        self.resize(860, min(560, 220 + 32 * len(self._fits)))
        self._on_item_changed()

    def _fill(self, row: int, fit: ClassFit) -> None:
        found = fit.fit
        name = QTableWidgetItem(fit.name)
        flags = Qt.ItemFlag.ItemIsEnabled
        if found is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
            wanted = fit.boxes >= self._least and not fit.by_person and fit.chosen != fit.current
            name.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        name.setFlags(flags)
        self.table.setItem(row, 0, name)
        cells = [f"{fit.current:.2f}"]
        if found is None:
            cells += ["–"] * 6
        else:
            cells += [
                f"{fit.chosen:.2f}",
                f"{found.low:.2f} – {found.high:.2f}",
                str(found.boxes),
                f"{100 * found.current.average_precision:.0f}",
                f"{100 * self._average(fit):.0f}",
                f"{found.best.accepted:.0%}",
            ]
        for column, text in enumerate(cells, start=1):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, column, item)
        note = QTableWidgetItem(self._note(fit))
        note.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(row, 8, note)

    def _average(self, fit: ClassFit) -> float:
        assert fit.fit is not None
        return max(fit.fit.best.average_precision, fit.fit.current.average_precision)

    def _note(self, fit: ClassFit) -> str:
        if fit.fit is None and fit.unsearched:
            return self.tr("its images were not searched")
        if fit.fit is None:
            return self.tr("no boxes yet")
        if fit.by_person:
            return self.tr("you chose it")
        if fit.boxes < self._least:
            return self.tr("fewer than {0} boxes").format(self._least)
        if not fit.finds_some:
            return self.tr("no threshold fits a box")
        return self.tr("as good as it is") if fit.chosen == fit.current else ""

    def chosen(self) -> list[ClassFit]:
        """Return the fits that are ticked."""
        return [
            fit
            for row, fit in enumerate(self._fits)
            if fit.fit is not None and self.table.item(row, 0).checkState() is Qt.CheckState.Checked
        ]

    @Slot()
    def _on_item_changed(self) -> None:
        self.set_button.setEnabled(bool(self.chosen()))
