"""Slider, play button, speed and loop: the film of a search."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from wsl_annotator.gui.dialogs.parts import Choice
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.theme import SPACING

STEP_MS = 800
"""Of a level at speed 1."""
SPEEDS = (0.5, 1.0, 2.0, 4.0)


class Transport(QWidget):
    """Levels from 0 to a depth.

    Signals:
        level_changed: the level to show.
    """

    level_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._on_time_out)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(1)
        self.slider.setMinimumHeight(30)
        self.slider.setAccessibleName(self.tr("Level of the search"))
        self.slider.valueChanged.connect(self._on_value_changed)
        self.back = self._button("step-back")
        self.back.clicked.connect(self.step_back)
        self.play = self._button("play")
        self.play.setCheckable(True)
        self.play.toggled.connect(self._on_play_toggled)
        self.forward = self._button("step-forward")
        self.forward.clicked.connect(self.step_forward)
        self.speed = Choice()
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("How fast the levels follow each other"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g} ×", speed)
        self.speed.setCurrentIndex(SPEEDS.index(1.0))
        self.speed.currentIndexChanged.connect(self._on_speed_changed)
        self.loop = QCheckBox(self.tr("Loop"))
        self.loop.setToolTip(self.tr("Begin again after the last level"))
        self._label = QLabel()
        self._label.setMinimumWidth(self.fontMetrics().horizontalAdvance("level 888 of 888"))
        box = QHBoxLayout(self)
        box.setContentsMargins(SPACING, SPACING // 2, SPACING, SPACING // 2)
        box.setSpacing(SPACING // 2)
        for widget in (self.back, self.play, self.forward):
            box.addWidget(widget)
        box.addSpacing(SPACING // 2)
        box.addWidget(self.slider, 1)
        box.addSpacing(SPACING)
        box.addWidget(self._label)
        box.addWidget(self.speed)
        box.addSpacing(SPACING // 2)
        box.addWidget(self.loop)
        self.set_keys("", "", "")
        self.set_depth(None)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(20, 20))
        return button

    def set_keys(self, back: str, play: str, forward: str) -> None:
        """Say by which keys the buttons are pressed; empty for none."""
        tips = (
            (self.back, self.tr("One level back"), back),
            (self.play, self.tr("Play or pause"), play),
            (self.forward, self.tr("One level on"), forward),
        )
        for button, tip, key in tips:
            text = f"{tip} ({key})" if key else tip
            button.setToolTip(text)
            button.setAccessibleName(text)

    @property
    def level(self) -> int:
        """The level shown."""
        return self.slider.value()

    @property
    def is_playing(self) -> bool:
        """Whether the film runs."""
        return self.play.isChecked()

    def set_depth(self, depth: int | None) -> None:
        """Take over another search, or none; the level stays where the new one is as deep."""
        self.play.setChecked(False)
        self.slider.blockSignals(True)
        self.slider.setRange(0, depth or 0)
        self.slider.blockSignals(False)
        for widget in (self.slider, self.play, self.speed, self.loop):
            widget.setEnabled(depth is not None)
        self._refresh()

    def set_level(self, level: int) -> None:
        """Go to a level; the nearest where there is no such."""
        self.slider.setValue(level)

    def step(self, count: int) -> None:
        """Go on by some levels; 0 plays or pauses."""
        if count:
            self.set_level(self.level + count)
        else:
            self.toggle()

    def step_back(self) -> None:
        """Go one level back."""
        self.step(-1)

    def step_forward(self) -> None:
        """Go one level on."""
        self.step(1)

    def toggle(self) -> None:
        """Play or pause."""
        if self.play.isEnabled():
            self.play.toggle()

    def _refresh(self) -> None:
        self.back.setEnabled(self.slider.isEnabled() and self.level > 0)
        self.forward.setEnabled(self.slider.isEnabled() and self.level < self.slider.maximum())
        text = self.tr("level {0} of {1}").format(self.level, self.slider.maximum())
        self._label.setText(text if self.slider.isEnabled() else "")

    def _on_value_changed(self, level: int) -> None:
        self._refresh()
        self.level_changed.emit(level)

    def _on_speed_changed(self, place: int) -> None:
        self._timer.setInterval(round(STEP_MS / float(self.speed.itemData(place))))

    def _on_play_toggled(self, on: bool) -> None:
        self.play.setIcon(icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
            return
        if self.level == self.slider.maximum():
            self.set_level(0)
        self._timer.start()

    def _on_time_out(self) -> None:
        if self.level < self.slider.maximum():
            self.step_forward()
        elif self.loop.isChecked():
            self.set_level(0)
        if self.level == self.slider.maximum() and not self.loop.isChecked():
            self.play.setChecked(False)

    # Qt overrides

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.play.setChecked(False)
