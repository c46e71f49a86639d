"""The one loader: path -> upright 8-bit RGB, for the window, the network, thumbnails and every size that is written."""

from __future__ import annotations

import hashlib
import math
import os
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, UnidentifiedImageError

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.levels import Window, is_deep, window_of

MAX_PIXELS = 500_000_000
"""Images of more pixels are refused from their header, before anything is decoded."""

SHOWN_PIXELS = 40_000_000
"""Images of more pixels are decoded to a reduced copy of about this many; boxes stay in original pixels."""

FORMATS = ("JPEG", "PNG", "BMP", "DIB", "GIF", "TIFF", "WEBP", "PPM", "JPEG2000", "AVIF")
"""Pillow's readers that are used: pixels only, none that starts another program (as EPS does)."""

# our own limit is checked from the header; Pillow's warns already at 90 megapixels
Image.MAX_IMAGE_PIXELS = None

_DRAFTED = ("JPEG", "MPO")
_STRIP_PIXELS = 8_000_000
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, TypeError, LookupError, OverflowError, struct.error, zlib.error)
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}


@dataclass(frozen=True, slots=True, eq=False)
class DecodedImage:
    """An image as a person sees it: turned upright by its EXIF orientation.

    Attributes:
        rgb: uint8 (H, W, 3), contiguous; a reduced copy where the original is huge. It always covers the whole image:
            original x = x * width / rgb.shape[1], and so for y.
        sha256: hex digest of the file's bytes.
        width: upright width of the original in pixels.
        height: upright height of the original in pixels.
        scale: rgb width / original width, 1.0 unless reduced.
    """

    rgb: NDArray[np.uint8]
    sha256: str
    width: int
    height: int
    scale: float


def load_upright(path: Path, *, max_pixels: int = SHOWN_PIXELS) -> DecodedImage:
    """Return the upright pixels of an image file.

    First frame of animations. Transparency lies on white. CMYK and palettes become RGB; colour profiles are ignored.
    16-bit, 32-bit and float greys and 16-bit colours are mapped to 8 bits by `levels.window_of`; the reduced copy of
    a huge 16-bit colour image shows the high bytes.

    Args:
        path: the file.
        max_pixels: an image of more pixels comes as a reduced copy of at most this many.

    Raises:
        ImageError: the file is missing, empty, cut off, damaged, no image, unreadable, or has over `MAX_PIXELS` pixels.
    """
    rgb, width, height = decode_upright(path, max_pixels=max_pixels)
    return DecodedImage(rgb=rgb, sha256=hash_file(path), width=width, height=height, scale=rgb.shape[1] / width)


def decode_upright(path: Path, *, max_pixels: int = SHOWN_PIXELS) -> tuple[NDArray[np.uint8], int, int]:
    """Return the upright pixels and the original's upright width and height, without reading the file twice to hash it.

    Args:
        path: the file.
        max_pixels: an image of more pixels comes as a reduced copy of at most this many.

    Returns:
        rgb uint8 (H, W, 3), width, height: as in `DecodedImage`.

    Raises:
        ImageError: as `load_upright`.
    """
    with _opened(path) as image:
        width, height = _upright_size(image)
        _check_size(path, width=width, height=height)
        if width * height > max_pixels:
            rgb = _reduced(image, max_pixels)
        else:
            rgb = _deep_color(path, image) or _to_rgb(image, _window(image))
        return _turned(image, rgb), width, height


def _turned(image: Image.Image, rgb: Image.Image) -> NDArray[np.uint8]:
    """Return the pixels as the orientation of the file says."""
    # Pillow and OpenCV turn TIFFs by themselves while they load them
    for turn in () if image.format == "TIFF" else _TURNS.get(_orientation(image), ()):
        rgb = rgb.transpose(turn)
    return np.array(rgb)


def read_draft(path: Path, *, min_pixels: int) -> tuple[NDArray[np.uint8], int, int] | None:
    """Return a reduced copy that takes a part of the time to decode, to be shown until the pixels are there.

    Args:
        path: the file.
        min_pixels: the copy has at least this many. Its side is a half, a quarter or an eighth of the image's; an image
            of less than four times as many pixels has no draft.

    Returns:
        As `decode_upright`; None where it would take as long as the pixels: only JPEG decodes to less.

    Raises:
        ImageError: as `load_upright`.
    """
    with _opened(path) as image:
        width, height = _upright_size(image)
        _check_size(path, width=width, height=height)
        if image.format not in _DRAFTED or width * height < 4 * min_pixels:
            return None
        shrink = math.sqrt(min_pixels / (width * height))
        image.draft(image.mode, (math.ceil(image.width * shrink), math.ceil(image.height * shrink)))
        return _turned(image, _to_rgb(image, _window(image))), width, height


def read_size(path: Path) -> tuple[int, int]:
    """Return the upright (width, height) in pixels, from the file's header.

    Raises:
        ImageError: the file is missing, empty, no image, unreadable, or has over `MAX_PIXELS` pixels.
    """
    with _opened(path) as image:
        width, height = _upright_size(image)
        _check_size(path, width=width, height=height)
        return width, height


def read_orientation(path: Path) -> int:
    """Return how the file's stored pixels are to be turned to be upright: EXIF's 1 to 8, from the header.

    A TIFF counts as upright (1): the libraries that read one turn it by themselves, those that know no EXIF too. So
    does a value that EXIF does not have.

    Raises:
        ImageError: the file is missing, empty, no image, or unreadable.
    """
    with _opened(path) as image:
        orientation = _orientation(image)
        return orientation if image.format != "TIFF" and orientation in _TURNS else 1


def hash_file(path: Path) -> str:
    """Return the hex SHA-256 of the file's bytes.

    Raises:
        ImageError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise _unreadable(path, error) from error


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """Open an image lazily; whatever goes wrong until the end of the block becomes an ImageError."""
    try:
        if path.stat().st_size == 0 and path.is_file():
            raise ImageError(f"The image {path} is empty (0 bytes).", "Copy the file again, or leave it out.")
        with warnings.catch_warnings():
            # damaged metadata beside good pixels is no news for an annotator
            warnings.simplefilter("ignore")
            with Image.open(path, formats=FORMATS) as image:
                yield image
    except UnidentifiedImageError as error:
        raise ImageError(
            f"The file {path} is no image of a known kind.", "Known are JPEG, PNG, TIFF, BMP, GIF, WebP and a few more."
        ) from error
    except MemoryError as error:
        raise ImageError(f"The image {path} does not fit in memory.", "Reduce it with another program.") from error
    except _DAMAGE as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: BaseException) -> ImageError:
    if isinstance(error, FileNotFoundError):
        return ImageError(f"The image {path} does not exist.", "It was moved or deleted; put it back or leave it out.")
    if isinstance(error, IsADirectoryError):
        return ImageError(f"{path} is a folder, not an image.", "Give the images in it.")
    if isinstance(error, PermissionError):
        return ImageError(f"The image {path} may not be read (permission denied).", "Change the file's permissions.")
    if isinstance(error, OSError) and error.errno is not None:
        return ImageError(f"The image {path} cannot be read: {os.strerror(error.errno)}.", "Check the disk.")
    if "truncated" in str(error) or isinstance(error, EOFError):
        return ImageError(f"The image {path} is cut off: its end is missing.", "Copy the file again.")
    return ImageError(f"The image {path} is damaged and cannot be decoded.", "Copy the file again, or leave it out.")


def _check_size(path: Path, *, width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise ImageError(
            f"The image {path} has {width} x {height} pixels, over the limit of {MAX_PIXELS // 1_000_000} megapixels.",
            "Cut it into tiles or reduce it.",
        )


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except _DAMAGE:
        return 1


def _upright_size(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    # of a TIFF Pillow reports the upright size already
    if image.format != "TIFF" and _orientation(image) in (5, 6, 7, 8):
        return height, width
    return width, height


def _deep_color(path: Path, image: Image.Image) -> Image.Image | None:
    """Return the 8-bit picture of a 16-bit colour file, None for any other."""
    if image.format not in ("PNG", "TIFF"):
        return None
    # OpenCV takes a tenth of a second to import, and few images need it
    from wsl_annotator.imaging.deep_color import is_deep_color, read_deep_color

    with path.open("rb") as file:
        header = file.read(26)
    return Image.fromarray(read_deep_color(path)) if is_deep_color(image, header) else None


def _window(image: Image.Image) -> Window | None:
    return window_of(image) if is_deep(image.mode) else None


def _to_rgb(image: Image.Image, window: Window | None) -> Image.Image:
    """Return 8-bit RGB: deep greys through their window, transparency on white."""
    if window is not None:
        return Image.fromarray(window.to_uint8(np.asarray(image))).convert("RGB")
    if image.has_transparency_data:
        with_alpha = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, with_alpha).convert("RGB")
    return image if image.mode == "RGB" else image.convert("RGB")


def _reduced(image: Image.Image, max_pixels: int) -> Image.Image:
    """Return the whole image on at most `max_pixels`, without a second full-size copy in memory."""
    full = image.size
    shrink = math.sqrt(max_pixels / (full[0] * full[1]))
    target = (max(1, math.floor(full[0] * shrink)), max(1, math.floor(full[1] * shrink)))
    if image.format in _DRAFTED:
        # the decoder leaves out high frequencies: an eighth, a quarter or half of the side for a part of the work
        image.draft(image.mode, target)
    image.load()
    factor = max(1, math.floor(min(image.size[0] / target[0], image.size[1] / target[1])))
    if factor > 1:
        return _by_strips(image, factor).resize(
            target, Image.Resampling.HAMMING, box=(0, 0, image.size[0] / factor, image.size[1] / factor)
        )
    return _to_rgb(image, _window(image)).resize(target, Image.Resampling.HAMMING)


def _by_strips(image: Image.Image, factor: int) -> Image.Image:
    """Return the RGB image reduced by an integer factor, turned to RGB strip by strip."""
    if image.mode == "RGB" and not image.has_transparency_data:
        return image.reduce(factor)
    width, height = image.size
    window = _window(image)
    small = Image.new("RGB", (math.ceil(width / factor), math.ceil(height / factor)))
    rows = max(1, _STRIP_PIXELS // (width * factor)) * factor
    for top in range(0, height, rows):
        strip = image.crop((0, top, width, min(height, top + rows)))
        small.paste(_to_rgb(strip, window).reduce(factor), (0, top // factor))
    return small
