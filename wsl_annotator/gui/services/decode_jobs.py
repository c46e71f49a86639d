"""Jobs of the decoding thread and of the thumbnail thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from wsl_annotator.core.paths import cache_dir
from wsl_annotator.gui.canvas.image_item import halves_of
from wsl_annotator.gui.services.worker import Bench, Job
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.imaging.thumbnails import thumbnail

THUMBNAIL_SIDE = 96


@dataclass(frozen=True, slots=True)
class ReadyImage:
    """A decoded image with what painting it needs.

    Attributes:
        decoded: the pixels.
        halves: halved copies for the canvas; none of a small image.
    """

    decoded: DecodedImage
    halves: tuple[QImage, ...]

    @property
    def bytes(self) -> int:
        """The memory that it takes."""
        return self.decoded.rgb.nbytes + sum(half.sizeInBytes() for half in self.halves)


@dataclass(frozen=True, slots=True)
class DecodeJob(Job):
    """Read one image upright, and make ready what painting it needs."""

    image_id: int
    path: Path

    def run(self, bench: Bench) -> tuple[int, ReadyImage]:
        """Return (image id, pixels)."""
        bench.cancel.raise_if_cancelled()
        decoded = load_upright(self.path)
        bench.cancel.raise_if_cancelled()
        return self.image_id, ReadyImage(decoded, halves_of(decoded.rgb))


@dataclass(frozen=True, slots=True)
class ThumbnailJob(Job):
    """Make or find one thumbnail."""

    image_id: int
    path: Path

    def run(self, bench: Bench) -> tuple[int, object]:
        """Return (image id, uint8 HxWx3)."""
        bench.cancel.raise_if_cancelled()
        return self.image_id, thumbnail(self.path, side=THUMBNAIL_SIDE, cache=cache_dir() / "thumbnails")
