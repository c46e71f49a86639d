"""Contrast as WCAG 2.2 counts it, of colours and of what is painted."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage


def luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def along(image: QImage, start: QPoint, step: QPoint, count: int) -> list[str]:
    """Return the colours of `count` pixels, one step after the other."""
    return [image.pixelColor(start + step * index).name() for index in range(count)]
