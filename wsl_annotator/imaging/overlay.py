"""Heat and boxes drawn on a photo, for reports and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging import colormap
from wsl_annotator.imaging.unseen import UnseenArea, cover

DEFAULT_COLOR = "#ffb000"
# box and chip sizes are meant for a picture of this side, and grow with larger ones
_REFERENCE_SIDE = 640
# the covers of what was not searched are meant for a picture of this side
_COVER_SIDE = 400
# lines are drawn this much larger and shrunk: Pillow draws without smoothing
_SMOOTH = 2


@dataclass(frozen=True, slots=True)
class OverlayBox:
    """A box to draw.

    Attributes:
        box: upright pixels of the original image.
        label: text of its chip; empty draws none.
        color: `#rrggbb`.
        dashed: for what is less certain or was rejected.
    """

    box: Box
    label: str = ""
    color: str = DEFAULT_COLOR
    dashed: bool = False


def draw_overlay(
    rgb: NDArray[np.uint8],
    *,
    width: int,
    height: int,
    unseen: Sequence[UnseenArea] = (),
    heat: NDArray[np.floating] | None = None,
    boxes: Sequence[OverlayBox] = (),
    point: tuple[float, float] | None = None,
    map_name: str = "inferno",
    opacity: float = 0.6,
    max_side: int = 1600,
    caption: str = "",
) -> Image.Image:
    """Return a picture of an image with its heat and boxes.

    Args:
        rgb: uint8 (H, W, 3), the image or a reduced copy of it.
        width: of the original in pixels, in which boxes and point are given.
        height: of the original in pixels.
        unseen: what was not searched, covered below the heat.
        heat: float (h, w) of any size in [0, 1], stretched over the whole image; weak heat is transparent.
        boxes: drawn in order, the last on top.
        point: (x, y) marked by a ring.
        map_name: of the heat, see `colormap.COLORMAPS`.
        opacity: of the strongest heat, in [0, 1].
        max_side: a larger image is drawn on a reduced copy.
        caption: one line at the bottom left; empty draws none.

    Returns:
        A Pillow RGB image.
    """
    picture = Image.fromarray(rgb)
    shrink = min(1.0, max_side / max(picture.size))
    if shrink < 1.0:
        size = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    scale = (picture.width / width, picture.height / height)
    if unseen:
        grain = max(1, round(max(picture.size) / _COVER_SIDE))
        picture = Image.fromarray(cover(np.asarray(picture), unseen, scale=scale, grain=grain))
    if heat is not None:
        picture = _with_heat(picture, heat, map_name=map_name, opacity=opacity)
    unit = max(1.0, max(picture.size) / _REFERENCE_SIDE)
    picture = _with_lines(picture, boxes, point, scale=scale, unit=unit)
    draw = ImageDraw.Draw(picture, "RGBA")
    font = _font(round(13 * unit))
    for item in boxes:
        if item.label:
            corner = (item.box.x1 * scale[0], item.box.y1 * scale[1])
            _chip(draw, corner, item.label, color=item.color, font=font, unit=unit, bounds=picture.size)
    if caption:
        _chip(draw, (6 * unit, picture.height), caption, color="#202428", font=font, unit=unit, bounds=picture.size)
    return picture


def save_overlay(picture: Image.Image, path: Path) -> None:
    """Write a picture as PNG or, for .jpg and .jpeg, JPEG; folders are made.

    Raises:
        ImageError: it cannot be written, or the suffix is another.
    """
    kinds = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
    kind = kinds.get(path.suffix.lower())
    if kind is None:
        raise ImageError(f"The picture {path} must end in .png or .jpg.", "Choose one of them.")
    part = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            picture.save(part, kind, **({"quality": 92} if kind == "JPEG" else {"compress_level": 4}))
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise ImageError(
            f"The picture {path} cannot be written: {error.strerror or error}.", "Choose another folder, or make room."
        ) from error


def _with_heat(picture: Image.Image, heat: NDArray[np.floating], *, map_name: str, opacity: float) -> Image.Image:
    level = np.clip(np.nan_to_num(heat, nan=0.0), 0.0, 1.0).astype(np.float32)
    stretched = np.asarray(Image.fromarray(level).resize(picture.size, Image.Resampling.BILINEAR))
    colors = colormap.apply(map_name, stretched).astype(np.float32)
    # the photo stays readable where there is little heat, and its edges where there is much
    alpha = (opacity * np.sqrt(np.clip(stretched, 0.0, 1.0)))[..., None]
    mixed = np.asarray(picture, dtype=np.float32) * (1.0 - alpha) + colors * alpha
    return Image.fromarray(np.clip(np.rint(mixed), 0, 255).astype(np.uint8))


def _with_lines(
    picture: Image.Image,
    boxes: Sequence[OverlayBox],
    point: tuple[float, float] | None,
    *,
    scale: tuple[float, float],
    unit: float,
) -> Image.Image:
    if not boxes and point is None:
        return picture
    layer = Image.new("RGBA", (picture.width * _SMOOTH, picture.height * _SMOOTH))
    draw = ImageDraw.Draw(layer)
    line = max(2, round(2.2 * unit * _SMOOTH))
    for item in boxes:
        x1, y1, x2, y2 = (edge * scale[axis % 2] * _SMOOTH for axis, edge in enumerate(item.box.xyxy))
        frame = (x1, y1, max(x1 + 1, x2 - 1), max(y1 + 1, y2 - 1))
        # a dark edge on both sides keeps the colour visible on any photo
        if item.dashed:
            _dashes(draw, frame, color="#000000a0", line=line + 2 * _SMOOTH, dash=round(9 * unit * _SMOOTH))
            _dashes(draw, frame, color=item.color, line=line, dash=round(9 * unit * _SMOOTH))
        else:
            rim = tuple(edge + sign * _SMOOTH * 0.7 for edge, sign in zip(frame, (-1, -1, 1, 1), strict=True))
            draw.rectangle(rim, outline="#000000a0", width=line + round(1.4 * _SMOOTH))
            draw.rectangle(frame, outline=item.color, width=line)
    if point is not None:
        _ring(draw, (point[0] * scale[0] * _SMOOTH, point[1] * scale[1] * _SMOOTH), radius=6 * unit * _SMOOTH)
    layer = layer.resize(picture.size, Image.Resampling.BOX)
    return Image.alpha_composite(picture.convert("RGBA"), layer).convert("RGB")


def _dashes(
    draw: ImageDraw.ImageDraw, frame: tuple[float, float, float, float], *, color: str, line: int, dash: int
) -> None:
    x1, y1, x2, y2 = frame
    for start in range(int(x1), int(x2), 2 * dash):
        for y in (y1, y2):
            draw.line((start, y, min(start + dash, x2), y), fill=color, width=line)
    for start in range(int(y1), int(y2), 2 * dash):
        for x in (x1, x2):
            draw.line((x, start, x, min(start + dash, y2)), fill=color, width=line)


def _ring(draw: ImageDraw.ImageDraw, center: tuple[float, float], *, radius: float) -> None:
    x, y = center
    thick = max(2, round(radius / 3))
    for grow, color, width in ((thick * 0.5, "#000000c0", thick * 2), (0.0, "#ffffff", thick)):
        reach = radius + grow
        draw.ellipse((x - reach, y - reach, x + reach, y + reach), outline=color, width=width)


def _chip(
    draw: ImageDraw.ImageDraw,
    corner: tuple[float, float],
    text: str,
    *,
    color: str,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    unit: float,
    bounds: tuple[int, int],
) -> None:
    """Draw a text on a filled, rounded plate that sits on top of the corner, or inside it where there is no room."""
    pad = 4 * unit
    left, _, right, _ = draw.textbbox((0, 0), text, font=font, anchor="ls")
    # the plate's height is that of the font, not of this text's letters, so that chips side by side agree
    ascent, descent = draw.textbbox((0, 0), "Ág", font=font, anchor="ls")[1::2]
    wide, high = right - left + 2 * pad, descent - ascent + pad
    x = min(max(corner[0], 0.0), max(0.0, bounds[0] - wide))
    y = corner[1] - high if corner[1] - high >= 0 else corner[1]
    y = min(max(y, 0.0), max(0.0, bounds[1] - high))
    draw.rounded_rectangle((x, y, x + wide, y + high), radius=3 * unit, fill=color)
    draw.text((x + pad - left, y + pad / 2 - ascent), text, font=font, fill=_ink(color), anchor="ls")


def _ink(color: str) -> str:
    """Return black or white, whichever reads better on a colour (relative luminance of WCAG 2)."""
    channels = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#101010" if luminance > 0.18 else "#ffffff"


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype("DejaVuSans.ttf", size)
    except OSError:
        return ImageFont.load_default(size)
