"""The strip above the picture: which image, whose heat map, how strong and in which colours, how bright."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QIcon, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from wsl_annotator.gui.canvas.tone import NEUTRAL, Tone
from wsl_annotator.gui.panels.class_row import Swatch
from wsl_annotator.gui.panels.crosshair_popover import CrosshairPopover
from wsl_annotator.gui.panels.name_label import NameLabel
from wsl_annotator.gui.panels.popover import Popover
from wsl_annotator.gui.panels.tone_popover import TonePopover
from wsl_annotator.gui.plain_tip import plain_tip
from wsl_annotator.gui.settings import COLOR_MAPS
from wsl_annotator.imaging.colormap import apply

_CLASS_LETTERS = 28
_NAME_LETTERS = 18
_LEAST_WIDTH = 240
"""Of the bar; there the name, the class and two buttons are left."""


def colormap_icon(name: str) -> QIcon:
    """Return a strip of a colour map."""
    ramp = np.repeat(np.linspace(0.0, 1.0, 48)[None, :], 12, axis=0)
    pixels = np.ascontiguousarray(apply(name, ramp))
    return QIcon(QPixmap.fromImage(QImage(pixels.data, 48, 12, 144, QImage.Format.Format_RGB888).copy()))


def _width(parts: Sequence[QWidget], spacing: int) -> int:
    """Return how much room widgets beside each other would like."""
    widths = [max(part.minimumWidth(), min(part.sizeHint().width(), part.maximumWidth())) for part in parts]
    return sum(widths) + spacing * (len(parts) + 2)


class ViewBar(QWidget):
    """Heat map controls, the image's name, and the way to brightness and contrast.

    Signals:
        colormap_chosen: name of the heat map's colours.
        opacity_moved: in [0, 1].
        tone_changed: a `Tone`, how the picture is to be shown in this session.
    """

    colormap_chosen = Signal(str)
    opacity_moved = Signal(float)
    tone_changed = Signal(object)

    def __init__(self, heat_action: QAction, tone_action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = NameLabel()
        self._name.setProperty("role", "heading")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._size = QLabel()
        self._size.setProperty("role", "muted")
        self._swatch = Swatch()
        self._class = NameLabel(Qt.TextElideMode.ElideRight)
        self._class.setMaximumWidth(self.fontMetrics().averageCharWidth() * _CLASS_LETTERS)
        self._heat = QToolButton()
        self._heat.setDefaultAction(heat_action)
        self._heat.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(0, 100)
        self.opacity.setFixedWidth(110)
        self.opacity.setAccessibleName(self.tr("Opacity of the heat map"))
        self.opacity.setToolTip(self.tr("Opacity of the heat map"))
        self.colors = QComboBox()
        self.colors.setIconSize(QSize(48, 12))
        for name in COLOR_MAPS:
            self.colors.addItem(colormap_icon(name), name.capitalize(), name)
        self.colors.setAccessibleName(self.tr("Colours of the heat map"))
        self.colors.setToolTip(self.tr("Colours of the heat map"))
        self.tone_button = QToolButton()
        self.tone_button.setDefaultAction(tone_action)
        tone_action.setIconText(self.tr("Picture changed"))
        self.popover = TonePopover(self)
        self.crosshair = CrosshairPopover(self)
        # What a narrow bar leaves out, the first to go first.
        self._dispensable: tuple[QWidget, ...] = (self.colors, self.opacity, self._size)
        self.setMinimumWidth(_LEAST_WIDTH)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 12, 6)
        box.setSpacing(8)
        box.addWidget(self._name, 1)
        box.addWidget(self._size)
        box.addSpacing(16)
        box.addWidget(self._swatch)
        box.addWidget(self._class)
        box.addWidget(self._heat)
        box.addWidget(self.opacity)
        box.addWidget(self.colors)
        box.addWidget(self.tone_button)
        self.popover.tone_changed.connect(self._on_tone_changed)
        self.opacity.valueChanged.connect(self._on_opacity_changed)
        self.colors.activated.connect(self._on_colors_activated)

    def set_style(self, *, colormap: str, opacity: float) -> None:
        """Show the stored choice."""
        self.colors.setCurrentIndex(max(0, self.colors.findData(colormap)))
        blocked = self.opacity.blockSignals(True)
        self.opacity.setValue(round(opacity * 100))
        self.opacity.blockSignals(blocked)

    def open_tone(self) -> None:
        """Open the sheet of brightness and contrast, or close it."""
        self._open(self.popover, instead_of=self.crosshair)

    def open_crosshair(self) -> None:
        """Open the sheet of the crosshair, or close it."""
        self._open(self.crosshair, instead_of=self.popover)

    def _open(self, sheet: Popover, *, instead_of: Popover) -> None:
        instead_of.hide()
        if sheet.isVisible():
            sheet.leave()
        else:
            sheet.open_under(self.tone_button)

    def size_text(self) -> str:
        """Return what is shown of the image's size; empty where it is not known or there is no picture."""
        return self._size.text()

    def set_image(self, name: str, size: str) -> None:
        """Show the image's name and size."""
        self._name.show_name(name)
        if size != self._size.text():
            self._size.setText(size)
            self._leave_out()

    def set_class(self, name: str, color: str, *, tip: str = "") -> None:
        """Show the current class."""
        self._class.setToolTip(plain_tip(tip or name))
        self._swatch.setVisible(bool(name))
        if color:
            self._swatch.set_color(color)
        if name != self._class.text():
            self._class.setText(name)
            self._leave_out()

    def _leave_out(self) -> None:
        """Hide what there is no room for, so that nothing lies over something else."""
        layout = self.layout()
        margins = layout.contentsMargins()
        parts = [layout.itemAt(at).widget() for at in range(layout.count())]
        shown = [part for part in parts if part is not None and part is not self._name]
        room = self.width() - margins.left() - margins.right() - self.fontMetrics().averageCharWidth() * _NAME_LETTERS
        for count in range(len(self._dispensable) + 1):
            left_out = self._dispensable[:count]
            if _width([part for part in shown if part not in left_out], layout.spacing()) <= room:
                break
        for part in self._dispensable:
            part.setVisible(part not in left_out)

    def _on_tone_changed(self, tone: Tone) -> None:
        # A picture that is not shown as it is says so.
        plain, worded = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.tone_button.setToolButtonStyle(plain if tone == NEUTRAL else worded)
        self.tone_changed.emit(tone)

    def _on_opacity_changed(self, value: int) -> None:
        self.opacity_moved.emit(value / 100)

    def _on_colors_activated(self, index: int) -> None:
        self.colormap_chosen.emit(str(self.colors.itemData(index)))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out()
        for sheet in (self.popover, self.crosshair):
            if sheet.isVisible():
                sheet.place_under(self.tone_button)

    def hideEvent(self, event: QHideEvent) -> None:
        self.popover.hide()
        self.crosshair.hide()
        super().hideEvent(event)
