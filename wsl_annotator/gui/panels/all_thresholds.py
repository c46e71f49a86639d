"""The head of the class panel: one threshold for all classes at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wsl_annotator.gui.models.class_model import ClassRow
from wsl_annotator.gui.panels.class_row import STEPS, CalmSlider


class AllThresholds(QWidget):
    """A slider beside what the classes have now: one value, or from where to where.

    Signals:
        value_moved: the threshold for all while the slider is dragged.
        value_set: the threshold for all, once it is released, and at each key.
    """

    value_moved = Signal(float)
    value_set = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = QLabel(self.tr("All classes"))
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS - 1)
        self.slider.setPageStep(5)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.slider.setAccessibleName(self.tr("Threshold of all classes"))
        self.slider.setToolTip(self.tr("One threshold for every class: higher gives tighter boxes"))
        self.value = QLabel()
        self.value.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.00 – 0.00"))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 4)
        box.setSpacing(8)
        box.addWidget(name)
        box.addWidget(self.slider, 1)
        box.addWidget(self.value)
        self.hide()
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderReleased.connect(self._on_slider_released)

    def show_rows(self, rows: Sequence[ClassRow]) -> None:
        """Show what the classes have; for one class there is nothing to move together."""
        self.setVisible(len(rows) > 1)
        if not rows:
            return
        taus = [row.threshold for row in rows]
        low, high = f"{min(taus):.2f}", f"{max(taus):.2f}"
        self.value.setText(low if low == high else f"{low} – {high}")
        self.slider.setEnabled(any(row.editable for row in rows))
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(sum(taus) / len(taus) * STEPS))
            self.slider.blockSignals(False)

    def _on_value_changed(self, position: int) -> None:
        (self.value_moved if self.slider.isSliderDown() else self.value_set).emit(position / STEPS)

    def _on_slider_released(self) -> None:
        self.value_set.emit(self.slider.value() / STEPS)
