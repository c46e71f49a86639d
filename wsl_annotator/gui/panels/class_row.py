"""One class in the class panel: name, key, label switch, and the threshold of its proposals."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from wsl_annotator.core.labels import LabelState
from wsl_annotator.gui.models.class_model import ClassRow
from wsl_annotator.gui.panels.label_switch import LabelSwitch
from wsl_annotator.gui.theme import theme_colors

STEPS = 100
"""Slider positions: tau = position / 100, below 1."""


class Swatch(QWidget):
    """A round patch of the class's colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = QColor("#888888")
        self.setFixedSize(12, 12)

    def set_color(self, color: str) -> None:
        """Show a colour."""
        self._color = QColor(color)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color)
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.end()


class CalmSlider(QSlider):
    """A slider that the wheel moves only while it has the focus, so that the panel scrolls."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ClassRowWidget(QWidget):
    """Shows one `ClassRow`."""

    picked = Signal(int)
    label_chosen = Signal(int, object)
    threshold_moved = Signal(int, float)
    threshold_set = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ClassRow | None = None
        self._current = False
        self._swatch = Swatch()
        self._name = QLabel()
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._key = QLabel()
        self._key.setProperty("role", "chip")
        self._score = QLabel()
        self._score.setProperty("role", "muted")
        self.switch = LabelSwitch()
        self.slider = CalmSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS - 1)
        self.slider.setPageStep(5)
        self.slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tau = QLabel()
        self._tau.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.00"))
        self._tau.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self._lay_out()
        self.switch.chosen.connect(self._on_label_chosen)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderReleased.connect(self._on_slider_released)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._swatch)
        first.addWidget(self._name, 1)
        first.addWidget(self._score)
        first.addWidget(self._key)
        first.addWidget(self.switch)
        self._lower = QWidget()
        second = QHBoxLayout(self._lower)
        second.setContentsMargins(20, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self.slider, 1)
        second.addWidget(self._tau)
        second.addWidget(self._count)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(4)
        box.addLayout(first)
        box.addWidget(self._lower)

    def show_row(self, row: ClassRow, *, current: bool) -> None:
        """Show a class."""
        self._row, self._current = row, current
        self._swatch.set_color(row.color)
        self._name.setText(row.name)
        # By the stylesheet: a font that is set here would be lost with the next theme.
        role = "heading" if current else "plain"
        if self._name.property("role") != role:
            self._name.setProperty("role", role)
            self._name.style().polish(self._name)
        self._key.setText(row.key_hint)
        self._key.setVisible(bool(row.key_hint))
        self._score.setText("" if row.score is None else f"{row.score:.0%}")
        self._score.setToolTip(
            "" if row.score is None else self.tr("The network's probability that it is in the image")
        )
        self.switch.set_state(row.label, class_name=row.name)
        self.switch.setEnabled(row.editable)
        self._lower.setVisible(row.searched)
        self.slider.setEnabled(row.editable)
        self.slider.setAccessibleName(self.tr("Threshold of {0}").format(row.name))
        self.slider.setToolTip(self.tr("Threshold of {0}: higher gives tighter boxes").format(row.name))
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(row.threshold * STEPS))
            self.slider.blockSignals(False)
        self._tau.setText(f"{row.threshold:.2f}")
        self._count.setText(self._count_text(row))
        self.setAccessibleName(row.name)
        self.update()

    def _count_text(self, row: ClassRow) -> str:
        if row.proposals:
            return self.tr("%n proposed", "", row.proposals)
        if row.boxes:
            return self.tr("%n box(es)", "", row.boxes)
        return self.tr("none")

    def _on_label_chosen(self, state: LabelState) -> None:
        if self._row is not None and state is not self._row.label:
            self.label_chosen.emit(self._row.id, state)

    def _on_value_changed(self, position: int) -> None:
        if self._row is None:
            return
        if self.slider.isSliderDown():
            self.threshold_moved.emit(self._row.id, position / STEPS)
        else:
            self.threshold_set.emit(self._row.id, position / STEPS)

    def _on_slider_released(self) -> None:
        if self._row is not None:
            self.threshold_set.emit(self._row.id, self.slider.value() / STEPS)

    def sizeHint(self) -> QSize:
        return super().sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self._row.id)

    def paintEvent(self, _: QPaintEvent) -> None:
        colors = theme_colors()
        painter = QPainter(self)
        if self._current:
            painter.fillRect(self.rect(), QColor(colors.accent_soft))
            painter.fillRect(0, 0, 3, self.height(), QColor(colors.accent))
        painter.end()
