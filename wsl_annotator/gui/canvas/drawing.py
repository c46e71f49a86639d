"""Painting helpers shared by the canvas's items: constant screen width, sharp at any scale and zoom."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

HALO = QColor(10, 12, 16, 165)
"""The dark line under every coloured one, so that it is seen on any photo."""

_BEYOND = 64.0
_DASHES = {
    Qt.PenStyle.DashLine: (8.0, 5.0),
    Qt.PenStyle.DotLine: (2.5, 3.5),
    Qt.PenStyle.DashDotLine: (14.0, 4.0, 2.0, 4.0),
}
"""Lengths of strokes and gaps in turn, in logical pixels."""


def screen_rect(painter: QPainter, rect: QRectF) -> QRectF:
    """Return a scene rectangle in the painter's device, in logical pixels.

    Edges far outside are pulled to just outside the device: at 4000 % a box can be 100,000 pixels wide.
    """
    mapped = painter.worldTransform().mapRect(rect)
    device = painter.device()
    # The device of a view is its viewport, in logical pixels; an image gives its own, never smaller.
    wide, high = float(device.width()), float(device.height())
    left, top = max(mapped.left(), -_BEYOND), max(mapped.top(), -_BEYOND)
    right, bottom = min(mapped.right(), wide + _BEYOND), min(mapped.bottom(), high + _BEYOND)
    return QRectF(QPointF(left, top), QPointF(max(left, right), max(top, bottom)))


def snapped(rect: QRectF, scale: float) -> QRectF:
    """Return a rectangle in logical pixels moved to the edges of device pixels, for a device pixel ratio."""
    left, top = round(rect.left() * scale) / scale, round(rect.top() * scale) / scale
    right, bottom = round(rect.right() * scale) / scale, round(rect.bottom() * scale) / scale
    return QRectF(QPointF(left, top), QPointF(right, bottom))


def stroke_rect(
    painter: QPainter, rect: QRectF, *, color: QColor, width: float, style: Qt.PenStyle, halo: QColor | None = HALO
) -> None:
    """Draw a rectangle's outline, centred on its edges: a halo one pixel wider each side, then the coloured line.

    Edges are filled on whole device pixels, dashes from a small texture: ten times as fast as a dashed pen.

    Args:
        painter: its world transform is left changed; save it around the call.
        rect: in logical pixels of the device.
        color: of the line.
        width: of the line in logical pixels.
        style: solid, dashed, dotted, or dashes and dots in turn.
        halo: colour under the line, or None for none.
    """
    scale = painter.device().devicePixelRatioF()
    painter.setWorldTransform(QTransform.fromScale(1 / scale, 1 / scale))
    left, top, right, bottom = (round(edge * scale) for edge in (rect.left(), rect.top(), rect.right(), rect.bottom()))
    line = max(1, round(width * scale))
    if halo is not None:
        beyond = max(1, round(scale))
        for side in _sides(left, top, right, bottom, line=line + 2 * beyond):
            painter.fillRect(side, halo)
    sides = _sides(left, top, right, bottom, line=line)
    if style not in _DASHES:
        for side in sides:
            painter.fillRect(side, color)
        return
    pattern = tuple(max(1, round(length * scale)) for length in _DASHES[style])
    for number, side in enumerate(sides):
        # Dashes start at the box's corner, so that they do not run while the picture is panned.
        painter.setBrushOrigin(side.topLeft())
        painter.fillRect(side, _dash_brush(color.rgba(), pattern, number >= 2))


def _sides(left: int, top: int, right: int, bottom: int, *, line: int) -> tuple[QRect, QRect, QRect, QRect]:
    """Return top, bottom, left, right edges as rectangles that do not overlap, `line` thick about the edge."""
    before = line // 2
    x, y = left - before, top - before
    wide, high = right - left + line, bottom - top + line
    between = max(0, high - 2 * line)
    return (
        QRect(x, y, wide, min(line, high)),
        QRect(x, bottom - before, wide, line),
        QRect(x, y + line, line, between),
        QRect(right - before, y + line, line, between),
    )


@lru_cache(maxsize=256)
def _dash_brush(rgba: int, pattern: tuple[int, ...], upright: bool) -> QBrush:
    length = sum(pattern)
    tile = QImage(1 if upright else length, length if upright else 1, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    color = QColor.fromRgba(rgba)
    for turn in range(0, len(pattern), 2):
        start = sum(pattern[:turn])
        for at in range(start, start + pattern[turn]):
            tile.setPixelColor(QPoint(0, at) if upright else QPoint(at, 0), color)
    return QBrush(tile)
