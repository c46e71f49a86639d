"""The heat map while it grows: coloured on its own cells, so that a slider that is dragged stays live."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.localization import HeatMap
from wsl_annotator.gui.canvas.image_item import image_from_rgb
from wsl_annotator.imaging import colormap

LONGEST_SIDE = 640


def cells_rgba(heat: HeatMap, *, colors: str) -> NDArray[np.uint8]:
    """Return uint8 (Y, X, 4), the colour of each cell; transparent where it is cold, as on the canvas."""
    values = heat.relative()
    rgba = np.empty((*values.shape, 4), dtype=np.uint8)
    rgba[..., :3] = colormap.apply(colors, values)
    rgba[..., 3] = np.clip((values - 0.1) / 0.5, 0.0, 1.0) ** 0.8 * 255
    return rgba


def spread(edges: NDArray[np.float64], count: int) -> NDArray[np.intp]:
    """Return for each of `count` even steps over the edges the cell that holds its middle."""
    middles = (np.arange(count) + 0.5) * (edges[-1] / count)
    return np.clip(np.searchsorted(edges, middles, side="right") - 1, 0, len(edges) - 2)


class HeatLayer(QGraphicsItem):
    """Paints one heat map over (0, 0, W, H)."""

    def __init__(self) -> None:
        super().__init__()
        self._heat: HeatMap | None = None
        self._colors = "inferno"
        self._pixmap: QPixmap | None = None
        self._extent = QRectF()
        self.setZValue(1.0)

    @property
    def heat(self) -> HeatMap | None:
        """The map shown."""
        return self._heat

    def set_heat(self, heat: HeatMap | None) -> None:
        """Show a map, or none."""
        extent = QRectF() if heat is None else QRectF(0, 0, float(heat.x_edges[-1]), float(heat.y_edges[-1]))
        if extent != self._extent:
            self.prepareGeometryChange()
        self._heat, self._pixmap, self._extent = heat, None, extent
        self.update()

    def set_style(self, *, colors: str, opacity: float) -> None:
        """Set the colour map, and the opacity in [0, 1] of the hottest part."""
        self._colors, self._pixmap = colors, None
        self.setOpacity(opacity)

    def _draw(self, heat: HeatMap) -> QPixmap:
        wide, high = self._extent.width(), self._extent.height()
        shrink = min(1.0, LONGEST_SIDE / max(wide, high))
        columns = spread(heat.x_edges, max(1, round(wide * shrink)))
        rows = spread(heat.y_edges, max(1, round(high * shrink)))
        return QPixmap.fromImage(image_from_rgb(cells_rgba(heat, colors=self._colors)[rows][:, columns]))

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._heat is None:
            return
        if self._pixmap is None:
            self._pixmap = self._draw(self._heat)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._extent, self._pixmap, QRectF(self._pixmap.rect()))
