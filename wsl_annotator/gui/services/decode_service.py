"""Decoded images by id: what is on the screen first, its neighbours ahead, the rest forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from wsl_annotator.gui.services.decode_jobs import DecodeJob, ReadyImage
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.imaging.decode import DecodedImage

CACHE_BYTES = 256 * 2**20


class DecodeService(QObject):
    """Decodes on its own thread and keeps the last images, up to a quarter of a GiB."""

    drafted = Signal(int, object)
    decoded = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobService("decode", self)
        self._cache: OrderedDict[int, ReadyImage] = OrderedDict()
        self._running: dict[int, int] = {}
        self.jobs.produced.connect(self._on_produced)
        self.jobs.done.connect(self._on_done)
        self.jobs.failed.connect(self._on_failed)

    def request(self, image_id: int, path: Path) -> None:
        """Ask for an image now; `decoded` or `failed` comes, at once where it is known already.

        Of a large photo that nobody asked for before, `drafted` comes first.
        """
        known = self._cache.get(image_id)
        if known is not None:
            self._cache.move_to_end(image_id)
            self.decoded.emit(image_id, known.decoded)
            return
        for job_id, waiting in list(self._running.items()):
            if waiting != image_id:
                self.jobs.drop(job_id)
                del self._running[job_id]
        self._submit(DecodeJob(image_id, path, awaited=True))

    def known(self, image_id: int) -> DecodedImage | None:
        """Return an image that is decoded already, or None; nothing is asked for."""
        ready = self._cache.get(image_id)
        return ready.decoded if ready is not None else None

    def halves(self, image_id: int) -> tuple[QImage, ...]:
        """Return the halved copies of an image that is decoded already; empty where there are none."""
        ready = self._cache.get(image_id)
        return ready.halves if ready is not None else ()

    def prefetch(self, images: Sequence[tuple[int, Path]]) -> None:
        """Decode images that are likely next, after what was asked for."""
        for image_id, path in images:
            if image_id not in self._cache:
                self._submit(DecodeJob(image_id, path))

    def forget(self) -> None:
        """Drop everything, when another project opens."""
        self.jobs.drop_all()
        self._running.clear()
        self._cache.clear()

    def _submit(self, job: DecodeJob) -> None:
        if job.image_id not in self._running.values():
            self._running[self.jobs.submit(job)] = job.image_id

    @Slot(int, object)
    def _on_produced(self, job_id: int, draft: object) -> None:
        image_id = self._running.get(job_id, 0)
        if image_id:
            self.drafted.emit(image_id, draft)

    @Slot(int, object)
    def _on_done(self, job_id: int, result: tuple[int, ReadyImage]) -> None:
        image_id = self._running.pop(job_id, 0)
        if not image_id:
            return
        self._cache[image_id] = result[1]
        while sum(ready.bytes for ready in self._cache.values()) > CACHE_BYTES and len(self._cache) > 1:
            self._cache.popitem(last=False)
        self.decoded.emit(image_id, result[1].decoded)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: BaseException) -> None:
        image_id = self._running.pop(job_id, 0)
        if image_id:
            self.failed.emit(image_id, error)
