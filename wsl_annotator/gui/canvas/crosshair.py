"""The crosshair of the drawing tools: lines over the whole view through the mouse, in a colour of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, qGray

CLASS_COLOR = "class"
"""Stands for the colour of the current class."""
CROSSHAIR_COLORS: Mapping[str, str] = {
    "white": "#ffffff",
    "black": "#000000",
    "yellow": "#f0e442",
    "orange": "#e69f00",
    "green": "#009e73",
    "blue": "#56b4e9",
    "pink": "#cc79a7",
}
"""Name -> colour; but for white and black those of Okabe and Ito, which colour-blind people tell apart."""
LEAST_OPACITY = 0.1
_HALO_SHARE = 0.6
_DARK = 64


@dataclass(frozen=True, slots=True)
class Crosshair:
    """How the crosshair looks.

    Attributes:
        color: a name in `CROSSHAIR_COLORS`, or `CLASS_COLOR`.
        opacity: of the line, in [`LEAST_OPACITY`, 1]; the line under it is weaker.
    """

    color: str = "white"
    opacity: float = 0.78

    def line_color(self, class_color: str) -> QColor:
        """Return the colour of the line, with its opacity."""
        line = QColor(CROSSHAIR_COLORS.get(self.color, class_color))
        line.setAlphaF(self.opacity)
        return line


def paint_crosshair(painter: QPainter, at: QPointF, view: QRectF, line: QColor) -> None:
    """Draw lines through a point over the whole view, over broader ones that set them off, on whole device pixels."""
    scale = painter.device().devicePixelRatioF()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    x, y = round(at.x() * scale) / scale, round(at.y() * scale) / scale
    lines = [QLineF(x, view.top(), x, view.bottom()), QLineF(view.left(), y, view.right(), y)]
    halo = QColor("#ffffff" if qGray(line.rgb()) < _DARK else "#000000")
    halo.setAlphaF(line.alphaF() * _HALO_SHARE)
    for pen in (QPen(halo, 3), QPen(line, 1)):
        painter.setPen(pen)
        painter.drawLines(lines)
