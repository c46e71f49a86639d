"""Jobs of the decoding thread and of the thumbnail thread."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.paths import cache_dir
from wsl_annotator.gui.services.worker import Bench, Job
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.imaging.thumbnails import thumbnail

THUMBNAIL_SIDE = 96


@dataclass(frozen=True, slots=True)
class DecodeJob(Job):
    """Read one image upright."""

    image_id: int
    path: Path

    def run(self, bench: Bench) -> tuple[int, DecodedImage]:
        """Return (image id, pixels)."""
        bench.cancel.raise_if_cancelled()
        return self.image_id, load_upright(self.path)


@dataclass(frozen=True, slots=True)
class ThumbnailJob(Job):
    """Make or find one thumbnail."""

    image_id: int
    path: Path

    def run(self, bench: Bench) -> tuple[int, object]:
        """Return (image id, uint8 HxWx3)."""
        bench.cancel.raise_if_cancelled()
        return self.image_id, thumbnail(self.path, side=THUMBNAIL_SIDE, cache=cache_dir() / "thumbnails")
