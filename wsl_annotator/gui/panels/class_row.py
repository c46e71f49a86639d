"""One class in the class panel: name, key, label switch, the threshold of its proposals and where it came from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSlider, QVBoxLayout, QWidget

from wsl_annotator.core.labels import LabelState
from wsl_annotator.gui.models.class_model import ClassRow
from wsl_annotator.gui.models.threshold_note import ThresholdNote
from wsl_annotator.gui.panels.label_switch import LabelSwitch
from wsl_annotator.gui.panels.name_label import NameLabel
from wsl_annotator.gui.panels.score_bar import ScoreBar
from wsl_annotator.gui.plain_tip import plain_tip
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
    suggestion_taken = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ClassRow | None = None
        self._current = False
        self._swatch = Swatch()
        self._name = NameLabel(Qt.TextElideMode.ElideRight)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._key = QLabel()
        self._key.setProperty("role", "chip")
        self.score = ScoreBar()
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
        self.basis = QLabel()
        self.basis.setProperty("role", "muted")
        self.suggestion = QPushButton()
        self.suggestion.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.switch.chosen.connect(self._on_label_chosen)
        self.slider.valueChanged.connect(self._on_value_changed)
        self.slider.sliderReleased.connect(self._on_slider_released)
        self.suggestion.clicked.connect(self._on_suggestion_clicked)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._swatch)
        first.addWidget(self._name, 1)
        first.addWidget(self.score)
        first.addWidget(self._key)
        first.addWidget(self.switch)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.slider, 1)
        second.addWidget(self._tau)
        second.addWidget(self._count)
        third = QHBoxLayout()
        third.setSpacing(8)
        third.addWidget(self.basis)
        third.addWidget(self.suggestion)
        third.addStretch(1)
        self._lower = QWidget()
        lines = QVBoxLayout(self._lower)
        lines.setContentsMargins(20, 0, 0, 0)
        lines.setSpacing(2)
        lines.addLayout(second)
        lines.addLayout(third)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(4)
        box.addLayout(first)
        box.addWidget(self._lower)

    def show_row(self, row: ClassRow, *, current: bool) -> None:
        """Show a class."""
        before, self._row = self._row, row
        if before is None or before.name != row.name:
            self._show_name(row)
        if before is None or before.color != row.color:
            self._swatch.set_color(row.color)
        self.set_current(current=current)
        self._key.setText(row.key_hint)
        self._key.setVisible(bool(row.key_hint))
        self.score.show_score(row.score, row.label, class_name=row.name)
        self.switch.set_state(row.label, class_name=row.name)
        self.switch.setEnabled(row.editable)
        self._lower.setVisible(row.searched)
        self.slider.setEnabled(row.editable)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(row.threshold * STEPS))
            self.slider.blockSignals(False)
        self._tau.setText(f"{row.threshold:.2f}")
        self._count.setText(self._count_text(row))
        if before is None or (before.note, before.name, before.editable) != (row.note, row.name, row.editable):
            self._show_note(row)

    def _show_name(self, row: ClassRow) -> None:
        self._name.show_name(row.name)
        self.slider.setAccessibleName(self.tr("Threshold of {0}").format(row.name))
        tip = self.tr("Threshold of {0}: higher gives tighter boxes").format(row.name)
        self.slider.setToolTip(plain_tip(tip))
        self.setAccessibleName(row.name)

    def set_current(self, *, current: bool) -> None:
        """Mark the class as the current one, or as one of the others."""
        # By the stylesheet: a font that is set here would be lost with the next theme.
        role = "heading" if current else "plain"
        if self._name.property("role") != role:
            self._name.setProperty("role", role)
            self._name.style().polish(self._name)
        if self._current != current:
            self._current = current
            self.update()

    def _count_text(self, row: ClassRow) -> str:
        if row.proposals:
            return self.tr("%n proposed", "", row.proposals)
        if row.boxes:
            return self.tr("%n box(es)", "", row.boxes)
        return self.tr("none")

    def _show_note(self, row: ClassRow) -> None:
        note = row.note
        self.basis.setText(self._basis_text(note))
        self.basis.setVisible(note.by is not None)
        spread = self.tr("The same images drawn anew would give {0} to {1}, four times of five")
        self.basis.setToolTip(spread.format(f"{note.low:.2f}", f"{note.high:.2f}") if note.boxes else "")
        offered = note.suggestion is not None and row.editable
        self.suggestion.setVisible(offered)
        if note.suggestion is not None:
            text = self.tr("{0} fits your %n box(es)", "", note.suggested_boxes).format(f"{note.suggestion:.2f}")
            self.suggestion.setText(text)
            self.suggestion.setAccessibleName(f"{row.name}: {text}")
            self.suggestion.setToolTip(self.tr("Set this threshold for {0}").format(row.name))

    def _basis_text(self, note: ThresholdNote) -> str:
        if note.by == "boxes":
            return self.tr("fitted to %n box(es)", "", note.boxes)
        if note.by == "card":
            return self.tr("from the network card")
        return self.tr("your choice") if note.by == "person" else ""

    def _on_suggestion_clicked(self) -> None:
        if self._row is not None:
            self.suggestion_taken.emit(self._row.id)

    def _on_label_chosen(self, state: LabelState) -> None:
        if self._row is not None:
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
