"""16-bit colour, which Pillow cuts to its high byte: the one module with OpenCV."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wsl_annotator.imaging.levels import window_of_values

_TIFF_BITS_PER_SAMPLE = 258


def is_deep_color(image: Image.Image, header: bytes) -> bool:
    """Return whether a file holds colours of 16 bits a channel.

    Args:
        image: as Pillow opened it.
        header: the file's first 26 bytes or more.
    """
    if image.format == "PNG":
        bit_depth, color_type = header[24], header[25]
        return bit_depth == 16 and color_type in (2, 6)
    if image.format == "TIFF" and image.mode in ("RGB", "RGBA"):
        bits = getattr(image, "tag_v2", {}).get(_TIFF_BITS_PER_SAMPLE, ())
        return tuple(bits)[:3] == (16, 16, 16)
    return False


def read_deep_color(path: Path) -> NDArray[np.uint8]:
    """Return uint8 (H, W, 3) RGB, transparency on white; a PNG as it is stored, a TIFF turned upright by OpenCV.

    One window for all three channels, so that hues stay: `levels.window_of_values` over their values.

    Raises:
        ValueError: OpenCV cannot decode the file.
    """
    data = np.fromfile(path, dtype=np.uint8)
    stored = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if stored is None or stored.ndim != 3 or stored.dtype != np.uint16:
        raise ValueError("no 16-bit colour image")
    color = stored[..., 2::-1]
    rgb = window_of_values(color).to_uint8(color)
    if stored.shape[2] == 4:
        alpha = stored[..., 3:].astype(np.float32) / 65535
        rgb = np.rint(rgb * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return rgb
