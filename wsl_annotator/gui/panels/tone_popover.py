"""A small sheet under the view bar: brightness, contrast and gamma of the picture on the screen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QSlider, QWidget

from wsl_annotator.gui.canvas.tone import NEUTRAL, Tone
from wsl_annotator.gui.panels.popover import Popover

GAMMA_SPAN = 5.0
"""The slider's ends stand for gamma 1/5 and 5."""


class TonePopover(Popover):
    """Three sliders and the window of the picture's own values; every move is shown at once.

    Signals:
        tone_changed: a `Tone`.
    """

    tone_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Brightness and contrast"))
        note = self.add_note(self.tr("For the screen only: the file and what the network sees stay as they are."))
        self.stretch = QCheckBox(self.tr("Use the picture's own range (dark scans)"))
        self.stretch.setToolTip(self.tr("Its darkest and brightest hundredth become black and white"))
        self.reset = self.add_button(self.tr("Reset"))
        self.close_button = self.add_button(self.tr("Close"))
        grid = self.lay_out(self.tr("How the picture is shown"))
        self._values: dict[QSlider, QLabel] = {}
        self.brightness = self._add_slider(grid, 1, self.tr("&Brightness"), self.tr("Brightness"))
        self.contrast = self._add_slider(grid, 2, self.tr("&Contrast"), self.tr("Contrast"))
        self.gamma = self._add_slider(grid, 3, self.tr("&Gamma"), self.tr("Gamma"))
        grid.addWidget(self.stretch, 4, 0, 1, 3)
        grid.addWidget(note, 5, 0, 1, 3)
        self.add_foot(grid, self.reset, self.close_button)
        self.close_button.clicked.connect(self.leave)
        self.stretch.toggled.connect(self._on_moved)
        self.reset.clicked.connect(self.put_back)
        self._write_values()

    def _add_slider(self, grid: QGridLayout, row: int, text: str, name: str) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(-100, 100)
        slider.setFixedWidth(220)
        slider.setPageStep(10)
        slider.setAccessibleName(name)
        label = QLabel(text)
        label.setBuddy(slider)
        value = QLabel()
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setMinimumWidth(self.fontMetrics().horizontalAdvance("+0.000"))
        self._values[slider] = value
        grid.addWidget(label, row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(value, row, 2)
        slider.valueChanged.connect(self._on_moved)
        return slider

    @property
    def tone(self) -> Tone:
        """What the sliders say."""
        return Tone(
            brightness=self.brightness.value() / 100,
            contrast=self.contrast.value() / 100,
            gamma=GAMMA_SPAN ** (self.gamma.value() / 100),
            stretch=self.stretch.isChecked(),
        )

    def put_back(self) -> None:
        """Show pictures as they are."""
        if self.tone == NEUTRAL:
            return
        for widget in (*self._values, self.stretch):
            widget.blockSignals(True)
        for slider in self._values:
            slider.setValue(0)
        self.stretch.setChecked(False)
        for widget in (*self._values, self.stretch):
            widget.blockSignals(False)
        self._on_moved()

    def _on_moved(self) -> None:
        self._write_values()
        self.tone_changed.emit(self.tone)

    def _write_values(self) -> None:
        for slider in (self.brightness, self.contrast):
            self._values[slider].setText(f"{slider.value():+d}" if slider.value() else "0")
        self._values[self.gamma].setText(f"{self.tone.gamma:.2f}")

    # Qt overrides

    def first_field(self) -> QWidget:
        return self.brightness
