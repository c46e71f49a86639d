"""Small pictures that are drawn once and then copied, as long as Qt's cache holds them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache


def drawn_once(key: str, width: float, height: float, *, scale: float, paint: Callable[[QPainter], None]) -> QPixmap:
    """Return a transparent picture with what `paint` draws on it.

    Args:
        key: says all that the look depends on but the scale; equal keys give the same picture.
        width: in logical pixels.
        height: in logical pixels.
        scale: device pixels a logical pixel.
        paint: draws in logical pixels from (0, 0); called where the cache has no such picture.
    """
    scaled_key = f"{key} {scale}"
    found = QPixmapCache.find(scaled_key)
    if found is not None:
        return found
    pixmap = QPixmap(max(1, round(width * scale)), max(1, round(height * scale)))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint(painter)
    painter.end()
    QPixmapCache.insert(scaled_key, pixmap)
    return pixmap
