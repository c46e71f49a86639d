"""Small upright pictures for lists, kept on disk."""

from __future__ import annotations

import hashlib
import io
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.decode import decode_upright

# part of the key: raise it when thumbnails are made in another way
_VERSION = 1
_QUALITY = 88


def thumbnail(path: Path, *, side: int, cache: Path | None) -> NDArray[np.uint8]:
    """Return the upright image, fitted into side x side pixels with its proportions; small images are not enlarged.

    Args:
        path: the image.
        side: in pixels.
        cache: a folder in which thumbnails are kept under the file's path, time and size; None keeps none. What is
            broken in it is made anew; where it cannot be written, nothing is kept.

    Returns:
        uint8 (h, w, 3), the longer side at most `side`. The same pixels whether it was kept or made.

    Raises:
        ImageError: as `decode.load_upright`.
    """
    kept = _kept_at(path, side, cache) if cache is not None else None
    if kept is not None:
        # missing, cut off or no picture at all: it is replaced below
        with suppress(OSError, SyntaxError, ValueError):
            return _decode(kept.read_bytes())
    data = _encode(path, side)
    if kept is not None:
        _keep(kept, data)
    return _decode(data)


def _kept_at(path: Path, side: int, cache: Path) -> Path | None:
    try:
        status = path.stat()
    except OSError:
        # the decoder says it better
        return None
    key = f"{_VERSION}|{side}|{path.resolve()}|{status.st_mtime_ns}|{status.st_size}"
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return cache / digest[:2] / f"{digest}.jpg"


def _encode(path: Path, side: int) -> bytes:
    if side < 1:
        raise ImageError(f"A thumbnail of {path} must have at least 1 pixel, not {side}.")
    # four times the pixels that are shown leave the last, best filter something to do
    rgb, width, height = decode_upright(path, max_pixels=4 * side * side)
    shrink = min(1.0, side / max(width, height))
    target = (max(1, round(width * shrink)), max(1, round(height * shrink)))
    small = Image.fromarray(rgb).resize(target, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()


def _decode(data: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(data), formats=("JPEG",)) as image:
        return np.array(image.convert("RGB"))


def _keep(path: Path, data: bytes) -> None:
    # a full disk or a read-only place costs time, not thumbnails
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            part = Path(file.name)
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
