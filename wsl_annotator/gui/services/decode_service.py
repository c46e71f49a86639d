"""Decoded images by id: what is on the screen first, its neighbours ahead, the rest forgotten."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from wsl_annotator.gui.services.courtesy import Gate
from wsl_annotator.gui.services.decode_jobs import DecodeJob, ReadyImage
from wsl_annotator.gui.services.job_service import JobService
from wsl_annotator.imaging.decode import DecodedImage

CACHE_BYTES = 256 * 2**20


class DecodeService(QObject):
    """Decodes on threads of its own and keeps the last images, up to a quarter of a GiB.

    What a person waits for has a thread to itself: a neighbour that is being decoded ahead cannot be interrupted, and
    takes a quarter of a second where photos are large.
    """

    drafted = Signal(int, object)
    decoded = Signal(int, object)
    failed = Signal(int, object)

    def __init__(self, parent: QObject | None = None, *, gate: Gate | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobService("decode", self)
        self.ahead = JobService("decode ahead", self, gate=gate)
        self._cache: OrderedDict[int, ReadyImage] = OrderedDict()
        self._awaited: dict[int, int] = {}
        self._coming: dict[int, int] = {}
        self._neighbours: Sequence[tuple[int, Path]] = ()
        self.jobs.produced.connect(self._on_produced)
        self.jobs.done.connect(self._on_awaited_done)
        self.jobs.failed.connect(self._on_awaited_failed)
        self.ahead.done.connect(self._on_ahead_done)
        self.ahead.failed.connect(self._on_ahead_failed)

    @property
    def services(self) -> tuple[JobService, ...]:
        """Its threads, to be ended with the window."""
        return self.jobs, self.ahead

    def request(self, image_id: int, path: Path) -> None:
        """Ask for an image now; `decoded` or `failed` comes, at once where it is known already.

        Of a large photo that nobody asked for before, `drafted` comes first.
        """
        self._neighbours = ()
        known = self._cache.get(image_id)
        if known is not None:
            self._cache.move_to_end(image_id)
            self.decoded.emit(image_id, known.decoded)
            return
        self._drop(self.jobs, self._awaited, but=image_id)
        under_way = next(iter(self._coming.values()), 0)
        self._drop(self.ahead, self._coming, but=image_id if under_way == image_id else 0)
        if not self._awaited and not self._coming:
            self._awaited[self.jobs.submit(DecodeJob(image_id, path, awaited=True))] = image_id

    def known(self, image_id: int) -> DecodedImage | None:
        """Return an image that is decoded already, or None; nothing is asked for."""
        ready = self._cache.get(image_id)
        return ready.decoded if ready is not None else None

    def copies(self, image_id: int) -> tuple[QImage, ...]:
        """Return what an image that is decoded already is painted from; empty where it is not decoded."""
        ready = self._cache.get(image_id)
        return ready.copies if ready is not None else ()

    def prefetch(self, images: Sequence[tuple[int, Path]]) -> None:
        """Decode images that are likely next, once what was asked for is there."""
        if self._awaited:
            self._neighbours = images
            return
        for image_id, path in images:
            if image_id not in self._cache and image_id not in self._coming.values():
                self._coming[self.ahead.submit(DecodeJob(image_id, path))] = image_id

    def forget(self) -> None:
        """Drop everything, when another project opens."""
        self._neighbours = ()
        self._drop(self.jobs, self._awaited)
        self._drop(self.ahead, self._coming)
        self._cache.clear()

    def _drop(self, jobs: JobService, running: dict[int, int], *, but: int = 0) -> None:
        for job_id, image_id in list(running.items()):
            if image_id != but:
                jobs.drop(job_id)
                del running[job_id]

    def _keep(self, image_id: int, ready: ReadyImage) -> None:
        self._cache[image_id] = ready
        while sum(one.bytes for one in self._cache.values()) > CACHE_BYTES and len(self._cache) > 1:
            self._cache.popitem(last=False)
        self.decoded.emit(image_id, ready.decoded)

    def _go_on(self) -> None:
        neighbours, self._neighbours = self._neighbours, ()
        self.prefetch(neighbours)

    @Slot(int, object)
    def _on_produced(self, job_id: int, draft: object) -> None:
        if job_id in self._awaited:
            self.drafted.emit(self._awaited[job_id], draft)

    @Slot(int, object)
    def _on_awaited_done(self, job_id: int, result: tuple[int, ReadyImage]) -> None:
        if self._awaited.pop(job_id, 0):
            self._keep(*result)
            self._go_on()

    @Slot(int, object)
    def _on_awaited_failed(self, job_id: int, error: BaseException) -> None:
        image_id = self._awaited.pop(job_id, 0)
        if image_id:
            self.failed.emit(image_id, error)
            self._go_on()

    @Slot(int, object)
    def _on_ahead_done(self, job_id: int, result: tuple[int, ReadyImage]) -> None:
        if self._coming.pop(job_id, 0):
            self._keep(*result)

    @Slot(int, object)
    def _on_ahead_failed(self, job_id: int, error: BaseException) -> None:
        image_id = self._coming.pop(job_id, 0)
        if image_id:
            self.failed.emit(image_id, error)
