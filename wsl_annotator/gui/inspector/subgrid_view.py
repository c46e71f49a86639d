"""The feature map a candidate was scored from: its cells over the crop, with what was dropped hatched."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.gui.canvas.image_item import image_from_rgb
from wsl_annotator.gui.inspector.candidate_item import SELECTED_COLOR
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.imaging import colormap
from wsl_annotator.localization.grid import DROP_BOTTOM, DROP_LEFT, DROP_RIGHT, DROP_TOP

SIDE = 128


def kept_part(child: int, *, cells: int) -> tuple[float, float, float, float]:
    """Return the sub-grid of a step as shares (left, top, width, height) of the parent's map; all for the root."""
    one, rest = 1 / cells, (cells - 1) / cells
    parts = {
        DROP_LEFT: (one, 0.0, rest, 1.0),
        DROP_RIGHT: (0.0, 0.0, rest, 1.0),
        DROP_TOP: (0.0, one, 1.0, rest),
        DROP_BOTTOM: (0.0, 0.0, 1.0, rest),
    }
    return parts.get(child, (0.0, 0.0, 1.0, 1.0))


def map_part(trace: SearchTrace, row: int) -> tuple[float, float, float, float]:
    """Return a candidate's box as shares (left, top, width, height) of the root's."""
    x1, y1, x2, y2 = trace.boxes[row]
    left, top, right, bottom = trace.boxes[0]
    wide, high = right - left, bottom - top
    return float((x1 - left) / wide), float((y1 - top) / high), float((x2 - x1) / wide), float((y2 - y1) / high)


class SubgridView(QWidget):
    """Paints a square picture with cells, a part outlined and the rest hatched."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: QImage | None = None
        self._energy: QImage | None = None
        self._cells = 0
        self._part = QRectF(0, 0, 1, 1)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(96, 96)

    def set_picture(self, picture: QImage | None) -> None:
        """Show a crop, or an empty ground."""
        self._picture = picture
        self.update()

    def set_cells(self, cells: int, part: tuple[float, float, float, float]) -> None:
        """Show the cells of the map, 0 for none, and which part of it was used."""
        self._cells, self._part = cells, QRectF(*part)
        self.update()

    def set_energy(self, values: NDArray[np.float32] | None) -> None:
        """Show how strongly each cell answered, float32 (h, w) in [0, 1], over the crop; or the crop alone."""
        self._energy = None
        if values is not None:
            self._energy = image_from_rgb(colormap.apply("inferno", values))
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def heightForWidth(self, width: int) -> int:
        return width

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        colors = theme_colors(self.palette())
        side = min(self.width(), self.height()) - 2
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(square, QColor(colors.canvas))
        if self._energy is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(square, self._energy)
        elif self._picture is not None:
            painter.drawImage(square, self._picture)
        if self._cells:
            self._paint_cells(painter, square)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colors.border), 1))
        painter.drawRect(square)
        painter.end()

    def _paint_cells(self, painter: QPainter, square: QRectF) -> None:
        part = QRectF(
            square.left() + self._part.left() * square.width(),
            square.top() + self._part.top() * square.height(),
            self._part.width() * square.width(),
            self._part.height() * square.height(),
        )
        dropped = (
            QRectF(square.left(), square.top(), part.left() - square.left(), square.height()),
            QRectF(part.right(), square.top(), square.right() - part.right(), square.height()),
            QRectF(part.left(), square.top(), part.width(), part.top() - square.top()),
            QRectF(part.left(), part.bottom(), part.width(), square.bottom() - part.bottom()),
        )
        for rect in dropped:
            if rect.width() > 0.5 and rect.height() > 0.5:
                painter.fillRect(rect, QColor(10, 12, 16, 140))
                painter.fillRect(rect, QBrush(QColor(255, 255, 255, 150), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        step = square.width() / self._cells
        for line in range(1, self._cells):
            x, y = square.left() + line * step, square.top() + line * step
            painter.drawLine(QPointF(x, square.top()), QPointF(x, square.bottom()))
            painter.drawLine(QPointF(square.left(), y), QPointF(square.right(), y))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(10, 12, 16, 200), 4))
        painter.drawRect(part.adjusted(2, 2, -2, -2))
        painter.setPen(QPen(QColor(SELECTED_COLOR), 2))
        painter.drawRect(part.adjusted(2, 2, -2, -2))
