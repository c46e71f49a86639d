"""Thumbnails by image id, made when a row is first painted: the newest wish first."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from wsl_annotator.gui.services.courtesy import Gate
from wsl_annotator.gui.services.decode_jobs import ThumbnailJob
from wsl_annotator.gui.services.job_service import JobService

KEPT = 600
WAITING = 60


class ThumbnailService(QObject):
    """Gives pixmaps from memory, and asks its thread for the missing ones, one at a time."""

    ready = Signal(int)

    def __init__(self, parent: QObject | None = None, *, gate: Gate | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobService("thumbnails", self, gate=gate)
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._waiting: OrderedDict[int, Path] = OrderedDict()
        self._broken: set[int] = set()
        self._running: tuple[int, int] | None = None
        self.jobs.done.connect(self._on_done)
        self.jobs.failed.connect(self._on_failed)

    def pixmap(self, image_id: int, path: Path) -> QPixmap | None:
        """Return the thumbnail, or None: then `ready` follows, unless the image cannot be read."""
        found = self._kept.get(image_id)
        if found is not None:
            self._kept.move_to_end(image_id)
            return found
        if image_id not in self._broken:
            self._waiting[image_id] = path
            self._waiting.move_to_end(image_id)
            while len(self._waiting) > WAITING:
                self._waiting.popitem(last=False)
            self._next()
        return None

    def is_broken(self, image_id: int) -> bool:
        """Whether the image could not be read."""
        return image_id in self._broken

    def forget(self) -> None:
        """Drop everything, when another project opens."""
        self.jobs.drop_all()
        self._running = None
        self._kept.clear()
        self._waiting.clear()
        self._broken.clear()

    def _next(self) -> None:
        if self._running is None and self._waiting:
            image_id, path = self._waiting.popitem(last=True)
            self._running = (self.jobs.submit(ThumbnailJob(image_id, path)), image_id)

    @Slot(int, object)
    def _on_done(self, _: int, result: tuple[int, object]) -> None:
        image_id, pixels = result
        height, width = pixels.shape[:2]
        # copy(): a QImage made from numpy must own its data
        image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
        self._kept[image_id] = QPixmap.fromImage(image, Qt.ImageConversionFlag.AutoColor)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._running = None
        self.ready.emit(image_id)
        self._next()

    @Slot(int, object)
    def _on_failed(self, _job_id: int, _error: BaseException) -> None:
        if self._running is not None:
            self._broken.add(self._running[1])
            self._running = None
        self._next()
