"""A small sheet under the view bar: colour and opacity of the crosshair of the drawing tools."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QIcon, QPainter, QPixmap, QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget

from wsl_annotator.gui.canvas.crosshair import CLASS_COLOR, CROSSHAIR_COLORS, LEAST_OPACITY, Crosshair
from wsl_annotator.gui.panels.popover import Popover
from wsl_annotator.gui.theme import theme_colors

_SIDE = 16


class CrosshairPopover(Popover):
    """A list of colours and a slider; every change is shown at once.

    Signals:
        crosshair_changed: a `Crosshair`.
        shown_changed: whether the sheet is open now.
    """

    crosshair_changed = Signal(object)
    shown_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Crosshair"))
        note = self.add_note(self.tr("Kept for the next start. A sample lies over the picture while this is open."))
        names = {
            "white": self.tr("White"),
            "black": self.tr("Black"),
            "yellow": self.tr("Yellow"),
            "orange": self.tr("Orange"),
            "green": self.tr("Green"),
            "blue": self.tr("Blue"),
            "pink": self.tr("Pink"),
            CLASS_COLOR: self.tr("As the class"),
        }
        self.color = QComboBox()
        self.color.setIconSize(QSize(_SIDE, _SIDE))
        self.color.setAccessibleName(self.tr("Colour of the crosshair"))
        for name, text in names.items():
            self.color.addItem(_swatch(CROSSHAIR_COLORS.get(name, "")), text, name)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(round(LEAST_OPACITY * 100), 100)
        self.opacity.setPageStep(10)
        self.opacity.setFixedWidth(220)
        self.opacity.setAccessibleName(self.tr("Opacity of the crosshair"))
        self._value = QLabel()
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._value.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %0"))
        self.reset = self.add_button(self.tr("Reset"))
        self.close_button = self.add_button(self.tr("Close"))
        grid = self.lay_out(self.tr("Crosshair while drawing"))
        rows: tuple[tuple[str, QWidget], ...] = ((self.tr("&Colour"), self.color), (self.tr("&Opacity"), self.opacity))
        for row, (text, field) in enumerate(rows, start=1):
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self._value, 2, 2)
        grid.addWidget(note, 3, 0, 1, 3)
        self.add_foot(grid, self.reset, self.close_button)
        self.show_crosshair(Crosshair())
        self.color.currentIndexChanged.connect(self._on_changed)
        self.opacity.valueChanged.connect(self._on_changed)
        self.reset.clicked.connect(self.put_back)
        self.close_button.clicked.connect(self.leave)

    @property
    def crosshair(self) -> Crosshair:
        """What the fields say."""
        return Crosshair(color=str(self.color.currentData()), opacity=self.opacity.value() / 100)

    def show_crosshair(self, crosshair: Crosshair) -> None:
        """Show a choice without saying that it was made."""
        blocked = self.color.blockSignals(True), self.opacity.blockSignals(True)
        self.color.setCurrentIndex(max(0, self.color.findData(crosshair.color)))
        self.opacity.setValue(round(crosshair.opacity * 100))
        self.color.blockSignals(blocked[0])
        self.opacity.blockSignals(blocked[1])
        self._write_value()

    def put_back(self) -> None:
        """Choose the crosshair that the program came with."""
        if self.crosshair != Crosshair():
            self.show_crosshair(Crosshair())
            self._on_changed()

    def _on_changed(self) -> None:
        self._write_value()
        self.crosshair_changed.emit(self.crosshair)

    def _write_value(self) -> None:
        self._value.setText(f"{self.opacity.value()} %")

    # Qt overrides

    def first_field(self) -> QWidget:
        return self.color

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.shown_changed.emit(False)


def _swatch(color: str) -> QIcon:
    """Return a framed square of a colour; a frame alone for none."""
    square = QPixmap(_SIDE, _SIDE)
    square.fill(QColor(color) if color else Qt.GlobalColor.transparent)
    painter = QPainter(square)
    painter.setPen(QColor(theme_colors().muted))
    painter.drawRect(0, 0, _SIDE - 1, _SIDE - 1)
    painter.end()
    return QIcon(square)
