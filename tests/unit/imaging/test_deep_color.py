"""16-bit colours are seen as a person should see them: upright, in their hue, over the values that occur."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.decode import load_upright


def write(path: Path, rgb: np.ndarray) -> None:
    channels = [2, 1, 0, 3][: rgb.shape[2]]
    encoded = cv2.imencode(path.suffix, rgb[..., channels])[1]
    path.write_bytes(encoded.tobytes())


def ramp(high: int) -> np.ndarray:
    rgb = np.zeros((40, 60, 3), np.uint16)
    rgb[:, :30, 0] = high
    rgb[:, 30:, 2] = high
    return rgb


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("high", [4095, 65535])
def test_that_a_12_bit_or_16_bit_colour_is_bright_and_keeps_its_hue(tmp_path: Path, suffix: str, high: int) -> None:
    path = tmp_path / f"deep{suffix}"
    write(path, ramp(high))
    rgb = load_upright(path).rgb
    assert tuple(rgb[5, 5]) == (255, 0, 0)
    assert tuple(rgb[5, 50]) == (0, 0, 255)


def test_that_a_transparent_16_bit_pixel_lies_on_white(tmp_path: Path) -> None:
    deep = np.concatenate([ramp(65535), np.zeros((40, 60, 1), np.uint16)], axis=2)
    write(tmp_path / "clear.png", deep)
    assert (load_upright(tmp_path / "clear.png").rgb == 255).all()


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_that_a_16_bit_colour_image_is_turned_upright(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"turned{suffix}"
    write(path, ramp(65535))
    if suffix == ".png":
        exif = Image.Exif()
        exif[274] = 6
        chunk = b"eXIf" + exif.tobytes()[6:]
        path.write_bytes(with_png_chunk(path.read_bytes(), chunk))
    else:
        path.write_bytes(with_tiff_orientation(path.read_bytes(), 6))
    image = load_upright(path)
    assert (image.width, image.height) == (40, 60)
    assert image.rgb.shape == (60, 40, 3)
    assert tuple(image.rgb[5, 5]) == (255, 0, 0)
    assert tuple(image.rgb[55, 5]) == (0, 0, 255)


def test_that_a_cut_off_16_bit_colour_image_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    rng = np.random.default_rng(0)
    write(path, rng.integers(0, 65535, (80, 80, 3)).astype(np.uint16))
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(ImageError, match=r"cut\.png"):
        load_upright(path)


def with_png_chunk(data: bytes, chunk: bytes) -> bytes:
    after_header = 33
    body = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return data[:after_header] + body + data[after_header:]


def with_tiff_orientation(data: bytes, value: int) -> bytes:
    """Return a little-endian TIFF whose first directory says the orientation (tag 274 is put or replaced)."""
    assert data[:2] == b"II"
    (start,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, start)
    entries = [data[start + 2 + 12 * i : start + 14 + 12 * i] for i in range(count)]
    (following,) = struct.unpack_from("<I", data, start + 2 + 12 * count)
    entries = [entry for entry in entries if struct.unpack_from("<H", entry)[0] != 274]
    entries.append(struct.pack("<HHIHH", 274, 3, 1, value, 0))
    entries.sort(key=lambda entry: struct.unpack_from("<H", entry)[0])
    directory = struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following)
    return data[:4] + struct.pack("<I", len(data)) + data[8:] + directory
