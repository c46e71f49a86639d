"""The photo on the canvas, smooth when small and in blocks when magnified."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.gui.canvas.tone import NEUTRAL, Tone, window_of

HALVED_FROM = 1_000_000
"""Photos of more pixels are halved before they are shown."""
_STRIP_ROWS = 64
NEAREST_FROM = 4.0
"""From this magnification of a photo's pixel its blocks are shown as they are."""
MOST_TONED = 3_500_000
"""Pixels a tone is laid over at most, for a slider to be followed: of more, a softer copy is shown."""
WHOLE_TO = 4_000_000
"""Of a larger photo's own pixels the part that is seen is made ready, and some around it for the next drag."""


def image_from_rgb(rgb: NDArray[np.uint8]) -> QImage:
    """Return an image that owns a copy of uint8 (H, W, 3) or, with alpha, (H, W, 4) pixels."""
    pixels = np.ascontiguousarray(rgb)
    height, width, channels = pixels.shape
    kind = QImage.Format.Format_RGB888 if channels == 3 else QImage.Format.Format_RGBA8888
    return QImage(pixels.data, width, height, width * channels, kind).copy()


def toned(image: QImage, table: NDArray[np.uint8]) -> QImage:
    """Return a copy of an image with every colour value looked up in uint8 (256,)."""
    source = image.convertToFormat(QImage.Format.Format_RGB32)
    # Two values at a time: half the time of one by one.
    pairs = np.arange(65536)
    table_of_pairs = table[pairs & 255].astype(np.uint16) | (table[pairs >> 8].astype(np.uint16) << 8)
    looked_up = table_of_pairs[np.frombuffer(source.constBits(), dtype=np.uint16)].view(np.uint8)
    # The fourth byte is the opacity, which Qt wants full.
    looked_up[3::4] = 255
    size = (source.width(), source.height(), source.bytesPerLine())
    return QImage(looked_up.data, *size, QImage.Format.Format_RGB32).copy()


def half_of(last: QImage) -> QImage:
    """Return a smooth copy of half the size."""
    half = QSize((last.width() + 1) // 2, (last.height() + 1) // 2)
    return last.scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def copies_of(rgb: NDArray[np.uint8]) -> tuple[QImage, ...]:
    """Return what a photo of uint8 (H, W, 3) pixels is painted from: itself, or halved copies of a large one.

    May run on any thread. What it returns is painted without further work. Of a large photo the largest comes first,
    and all of them take less memory than the photo.
    """
    pixels = np.ascontiguousarray(rgb)
    height, width = pixels.shape[:2]
    if width * height <= HALVED_FROM:
        view = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        return (view.convertToFormat(QImage.Format.Format_RGB32),)
    halves = [_first_half(pixels)]
    while halves[-1].width() * halves[-1].height() > HALVED_FROM:
        halves.append(half_of(halves[-1]))
    return tuple(halves)


def _first_half(rgb: NDArray[np.uint8]) -> QImage:
    """Return `half_of` a photo, in strips where its rows pair up: memory that stays in the cache halves the time."""
    height, width = rgb.shape[:2]
    rows = _STRIP_ROWS if height % 2 == 0 else height
    columns, lines = (width + 1) // 2, (height + 1) // 2
    pixels = np.empty((lines, columns), dtype=np.uint32)
    for top in range(0, height, rows):
        strip = rgb[top : top + rows]
        view = QImage(strip.data, width, len(strip), 3 * width, QImage.Format.Format_RGB888)
        half = half_of(view.convertToFormat(QImage.Format.Format_RGB32))
        # copied at once: the bits live as long as the strip's image
        pixels[top // 2 : top // 2 + half.height()] = np.frombuffer(half.constBits(), dtype=np.uint32).reshape(
            -1, columns
        )
    return QImage(pixels.data, columns, lines, 4 * columns, QImage.Format.Format_RGB32).copy()


class ImageItem(QGraphicsItem):
    """Paints a photo over the scene's (0, 0, W, H), W x H the original size, from a copy of any size.

    Halved copies are given or made when first needed: a photo of 40 megapixels at 5 % is painted from a small one,
    without the flicker of bilinear scaling far below one half. The photo's own pixels, too, are given or made ready
    when they are needed, of a large photo those that are seen. A tone is laid over the part that is seen alone.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rgb: NDArray[np.uint8] | None = None
        self._levels: list[QPixmap] = []
        self._extent = QRectF()
        self._tone = NEUTRAL
        self._table: NDArray[np.uint8] | None = None
        self._toned: tuple[int, QRect, QImage] | None = None
        self._part: tuple[QRect, QPixmap] | None = None

    @property
    def tone(self) -> Tone:
        """How the photo is shown."""
        return self._tone

    def set_pixels(
        self, rgb: NDArray[np.uint8] | None, *, width: int, height: int, copies: Sequence[QImage] = ()
    ) -> None:
        """Show uint8 (h, w, 3) pixels as an image of `width` x `height`, or nothing; `copies` are its `copies_of`."""
        self.prepareGeometryChange()
        self._rgb = rgb
        self._levels = [QPixmap.fromImage(copy) for copy in copies]
        if rgb is not None and (not copies or copies[0].size() != QSize(rgb.shape[1], rgb.shape[0])):
            # The first place is the full copy's: a null pixmap until it is needed.
            self._levels.insert(0, QPixmap())
        self._extent = QRectF(0, 0, width, height)
        self._part = None
        self.set_tone(self._tone)

    def set_tone(self, tone: Tone) -> None:
        """Show the photo brighter, darker or with more contrast."""
        self._tone = tone
        # Percentiles take some milliseconds: they are looked for only where they are wanted.
        self._table = tone.table(window_of(self._rgb)) if tone.stretch and self._rgb is not None else tone.table()
        self._toned = None
        self.update()

    def _level_for(self, scale: float) -> int:
        """Return the number of the smallest copy that is large enough; `scale` is screen pixels a pixel of the largest.

        Halved copies that are missing are made.
        """
        assert self._rgb is not None
        level, side = 0, min(self._rgb.shape[:2])
        while scale < 0.5 and side > 16:
            level += 1
            scale *= 2
            side = (side + 1) // 2
            self._level(level)
        return level

    def _level(self, level: int) -> QPixmap:
        """Return a copy, 0 the full one, each next half as wide; one that is missing is made."""
        if level == len(self._levels):
            self._levels.append(QPixmap.fromImage(half_of(self._level(level - 1).toImage())))
        if self._levels[level].isNull() and self._rgb is not None:
            self._levels[level] = QPixmap.fromImage(image_from_rgb(self._rgb))
        return self._levels[level]

    def _size(self, level: int) -> QSize:
        """Return the size of a copy; that of the full one without making it."""
        if level or self._rgb is None:
            return self._level(level).size()
        height, width = self._rgb.shape[:2]
        return QSize(width, height)

    def _cut(self, level: int, part: QRect) -> QImage:
        """Return a part of a copy; of the full one without making the rest."""
        if level or self._rgb is None:
            return self._level(level).copy(part).toImage()
        return image_from_rgb(self._rgb[part.top() : part.bottom() + 1, part.left() : part.right() + 1])

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._rgb is None or self._extent.isEmpty():
            return
        zoom = painter.worldTransform().m11() * painter.device().devicePixelRatioF()
        scale = zoom * self._extent.width() / self._rgb.shape[1]
        level = self._level_for(scale)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, scale < NEAREST_FROM)
        if self._table is not None:
            self._paint_toned(painter, level, self._table)
        elif level == 0 and self._rgb.shape[0] * self._rgb.shape[1] > WHOLE_TO:
            self._paint_part(painter)
        else:
            pixmap = self._level(level)
            painter.drawPixmap(self._extent, pixmap, QRectF(pixmap.rect()))

    def _paint_part(self, painter: QPainter) -> None:
        """Paint a large photo's own pixels where they are seen."""
        size = self._size(0)
        seen = self._seen_part(painter, size)
        if seen.isEmpty():
            return
        if self._part is None or not self._part[0].contains(seen):
            around, above = seen.width() // 4, seen.height() // 4
            part = seen.adjusted(-around, -above, around, above).intersected(QRect(QPoint(0, 0), size))
            self._part = (part, QPixmap.fromImage(self._cut(0, part)))
        part, pixmap = self._part
        painter.drawPixmap(self._place_of(part, size), pixmap, QRectF(pixmap.rect()))

    def _paint_toned(self, painter: QPainter, level: int, table: NDArray[np.uint8]) -> None:
        """Paint the part that is seen with every value looked up."""
        part = self._seen_part(painter, self._size(level))
        while part.width() * part.height() > MOST_TONED:
            level += 1
            part = self._seen_part(painter, self._size(level))
        if part.isEmpty():
            return
        if self._toned is None or self._toned[:2] != (level, part):
            self._toned = (level, part, toned(self._cut(level, part), table))
        painter.drawImage(self._place_of(part, self._size(level)), self._toned[2])

    def _place_of(self, part: QRect, size: QSize) -> QRectF:
        """Return where a part of a copy of this size lies in the scene."""
        across, down = self._extent.width() / size.width(), self._extent.height() / size.height()
        return QRectF(part.x() * across, part.y() * down, part.width() * across, part.height() * down)

    def _seen_part(self, painter: QPainter, size: QSize) -> QRect:
        """Return what of a copy of this size lies on the painter's device, with a pixel around for smooth edges."""
        device = QRectF(0, 0, painter.device().width(), painter.device().height())
        inverse, _ = painter.worldTransform().inverted()
        seen = inverse.mapRect(device)
        across, down = size.width() / self._extent.width(), size.height() / self._extent.height()
        part = QRectF(seen.x() * across, seen.y() * down, seen.width() * across, seen.height() * down)
        return part.toAlignedRect().adjusted(-1, -1, 1, 1).intersected(QRect(QPoint(0, 0), size))
