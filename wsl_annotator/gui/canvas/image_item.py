"""The photo on the canvas, smooth when small and in blocks when magnified."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

NEAREST_FROM = 4.0
"""From this magnification of a photo's pixel its blocks are shown as they are."""


def image_from_rgb(rgb: NDArray[np.uint8]) -> QImage:
    """Return an image that owns a copy of uint8 (H, W, 3) or, with alpha, (H, W, 4) pixels."""
    pixels = np.ascontiguousarray(rgb)
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    return QImage(pixels.data, width, height, width * channels, kind).copy()


class ImageItem(QGraphicsItem):
    """Paints a photo over the scene's (0, 0, W, H), W x H the original size, from a copy of any size.

    Halved copies are made when first needed: a photo of 40 megapixels at 5 % is painted from a small one, without
    the flicker of bilinear scaling far below one half.
    """

    def __init__(self) -> None:
        super().__init__()
        self._levels: list[QPixmap] = []
        self._extent = QRectF()

    def set_pixels(self, rgb: NDArray[np.uint8] | None, *, width: int, height: int) -> None:
        """Show uint8 (h, w, 3) pixels as an image of `width` x `height`, or nothing."""
        self.prepareGeometryChange()
        self._levels = [] if rgb is None else [QPixmap.fromImage(image_from_rgb(rgb))]
        self._extent = QRectF(0, 0, width, height)
        self.update()

    def _level_for(self, scale: float) -> QPixmap:
        """Return the smallest copy that is large enough; `scale` is screen pixels a pixel of the largest."""
        level = 0
        while scale < 0.5 and min(self._levels[level].width(), self._levels[level].height()) > 16:
            level += 1
            scale *= 2
            if level == len(self._levels):
                last = self._levels[-1]
                half = QSize((last.width() + 1) // 2, (last.height() + 1) // 2)
                aspect, mode = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                self._levels.append(last.scaled(half, aspect, mode))
        return self._levels[level]

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if not self._levels or self._extent.isEmpty():
            return
        zoom = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        scale = zoom * self._extent.width() / self._levels[0].width()
        pixmap = self._level_for(scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < NEAREST_FROM)
        painter.drawPixmap(self._extent, pixmap, QRectF(pixmap.rect()))
