"""What a service of jobs says, heard on the main thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Slot

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job_service import JobService


class JobLog(QObject):
    """Notes each end, part and progress of a service's jobs, and the threads on which ends and parts were heard."""

    def __init__(self, service: JobService) -> None:
        super().__init__()
        self.ends: list[tuple[str, int, object]] = []
        self.produced: list[tuple[int, object]] = []
        self.progress: list[tuple[int, int]] = []
        self.threads: set[QThread] = set()
        service.done.connect(self.on_done)
        service.failed.connect(self.on_failed)
        service.cancelled.connect(self.on_cancelled)
        service.produced.connect(self.on_produced)
        service.progressed.connect(self.on_progressed)

    @Slot(int, object)
    def on_done(self, job_id: int, result: object) -> None:
        self.threads.add(QThread.currentThread())
        self.ends.append(("done", job_id, result))

    @Slot(int, object)
    def on_failed(self, job_id: int, error: object) -> None:
        self.ends.append(("failed", job_id, error))

    @Slot(int)
    def on_cancelled(self, job_id: int) -> None:
        self.ends.append(("cancelled", job_id, None))

    @Slot(int, object)
    def on_produced(self, job_id: int, value: object) -> None:
        self.threads.add(QThread.currentThread())
        self.produced.append((job_id, value))

    @Slot(int, object)
    def on_progressed(self, job_id: int, progress: Progress) -> None:
        self.progress.append((job_id, progress.done))
