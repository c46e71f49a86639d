"""Jobs of the decoding thread and of the thumbnail thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from wsl_annotator.core.paths import cache_dir
from wsl_annotator.gui.canvas.image_item import copies_of
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.imaging.decode import DecodedImage, load_upright, read_draft
from wsl_annotator.imaging.thumbnails import thumbnail

THUMBNAIL_SIDE = 96
DRAFT_PIXELS = 1_000_000
"""A draft fills a screen, or nearly; a photo of four times as many pixels has one."""


@dataclass(frozen=True, slots=True)
class ReadyImage:
    """A decoded image with what painting it needs.

    Attributes:
        decoded: the pixels.
        copies: what the canvas paints: the image itself, or halved copies of a large one.
    """

    decoded: DecodedImage
    copies: tuple[QImage, ...]

    @property
    def bytes(self) -> int:
        """The memory that it takes."""
        return self.decoded.rgb.nbytes + sum(copy.sizeInBytes() for copy in self.copies)


@dataclass(frozen=True, slots=True)
class Draft:
    """A reduced copy of an image whose pixels are still being decoded.

    Attributes:
        rgb: uint8 (h, w, 3), upright; it covers the whole image.
        width: of the original, upright.
        height: of the original, upright.
        copies: as of `ReadyImage`.
    """

    rgb: NDArray[np.uint8]
    width: int
    height: int
    copies: tuple[QImage, ...]


@dataclass(frozen=True, slots=True)
class DecodeJob(Job):
    """Read one image upright, and make ready what painting it needs.

    Attributes:
        image_id: of the image.
        path: where it lies.
        awaited: the person waits for it: of a large photo a `Draft` is produced first.
    """

    image_id: int
    path: Path
    awaited: bool = False

    def run(self, bench: Bench) -> tuple[int, ReadyImage]:
        """Return (image id, pixels)."""
        bench.cancel.raise_if_cancelled()
        found = read_draft(self.path, min_pixels=DRAFT_PIXELS) if self.awaited else None
        if found is not None:
            rgb, width, height = found
            bench.produce(Draft(rgb, width, height, copies_of(rgb)))
            bench.cancel.raise_if_cancelled()
        decoded = load_upright(self.path)
        bench.cancel.raise_if_cancelled()
        return self.image_id, ReadyImage(decoded, copies_of(decoded.rgb))


@dataclass(frozen=True, slots=True)
class ThumbnailJob(Job):
    """Make or find one thumbnail."""

    image_id: int
    path: Path

    def run(self, bench: Bench) -> tuple[int, object]:
        """Return (image id, uint8 HxWx3)."""
        bench.cancel.raise_if_cancelled()
        return self.image_id, thumbnail(self.path, side=THUMBNAIL_SIDE, cache=cache_dir() / "thumbnails")
