"""The heat map over the photo: colour says how hot, transparency keeps the photo in sight."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.localization import HeatMap
from wsl_annotator.imaging import colormap
from wsl_annotator.localization.heatmap import raster_cells

LONGEST_SIDE = 640
"""Of the drawn map: its steps are wider than a pixel of this, and it is made in a few milliseconds."""


def heat_image(heat: HeatMap, *, colors: str, longest_side: int = LONGEST_SIDE) -> QImage:
    """Return the relative heat coloured, alpha 0 where it is cold and 255 at the maximum.

    Args:
        heat: over the whole image.
        colors: name of a perceptual colour map.
        longest_side: of the result; a smaller image keeps its own size.
    """
    wide, high = float(heat.x_edges[-1]), float(heat.y_edges[-1])
    shrink = min(1.0, longest_side / max(wide, high))
    width, height = max(1, round(wide * shrink)), max(1, round(high * shrink))
    # The map's cells are coloured, not the pixels of the drawing: these are a hundred times as many.
    values = heat.relative().astype(np.float32)
    # Below a tenth the photo is left alone; then alpha rises fast, for the eye to see where the object ends.
    alpha = (np.clip((values - 0.1) / 0.5, 0.0, 1.0) ** 0.8 * 255).astype(np.uint32)
    # In the order and with the colours multiplied by alpha as Qt paints them: nothing is converted when it is shown.
    red, green, blue = np.moveaxis((colormap.apply(colors, values) * alpha[..., None] + 127) // 255, -1, 0)
    cells = alpha << 24 | red << 16 | green << 8 | blue
    rows, columns = raster_cells(heat, width=width, height=height)
    drawn = np.ascontiguousarray(cells.take(columns, axis=1).take(rows, axis=0))
    return QImage(drawn.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


class HeatItem(QGraphicsItem):
    """Paints one heat map over the scene's (0, 0, W, H)."""

    def __init__(self) -> None:
        super().__init__()
        self._heat: HeatMap | None = None
        self._colors = "inferno"
        self._pixmap: QPixmap | None = None
        self._extent = QRectF()
        self.setOpacity(0.55)

    @property
    def heat(self) -> HeatMap | None:
        """The map shown."""
        return self._heat

    def set_heat(self, heat: HeatMap | None) -> None:
        """Show a map, or none. The one that is shown already is not drawn anew: each edit says it again."""
        if heat is self._heat:
            return
        self.prepareGeometryChange()
        self._heat = heat
        self._pixmap = None
        self._extent = QRectF() if heat is None else QRectF(0, 0, heat.x_edges[-1], heat.y_edges[-1])
        self.update()

    def set_style(self, *, colors: str, opacity: float) -> None:
        """Set the colour map and the opacity in [0, 1] of the hottest part; the map is not drawn anew for opacity."""
        if colors != self._colors:
            self._colors = colors
            self._pixmap = None
            self.update()
        self.setOpacity(min(max(opacity, 0.0), 1.0))

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._heat is None:
            return
        if self._pixmap is None:
            self._pixmap = QPixmap.fromImage(heat_image(self._heat, colors=self._colors))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self._extent, self._pixmap, QRectF(self._pixmap.rect()))
