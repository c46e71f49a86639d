"""One owned thread with one worker; results of jobs that were given up are dropped."""

from __future__ import annotations

import itertools
import logging

from PySide6.QtCore import QObject, QThread, Signal, Slot

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.courtesy import Gate, PoliteToken
from wsl_annotator.gui.services.job import Job, Ticket
from wsl_annotator.gui.services.worker import Worker

log = logging.getLogger(__name__)

CLOSE_WITHIN_MS = 3500


class JobService(QObject):
    """Hands jobs to a worker on its own thread. Lives on the main thread, and so do all its signals' receivers."""

    started = Signal(int, object)
    progressed = Signal(int, object)
    produced = Signal(int, object)
    done = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)
    busy_changed = Signal(bool)

    _submitted = Signal(object)
    _urgent_came = Signal()
    _ending = Signal()

    def __init__(
        self, name: str, parent: QObject | None = None, *, gate: Gate | None = None, worker: Worker | None = None
    ) -> None:
        super().__init__(parent)
        self._gate = Gate() if gate is None else gate
        self._ids = itertools.count(1)
        self._live: dict[int, Ticket] = {}
        self._thread = QThread(self)
        self._thread.setObjectName(name)
        self._worker = Worker() if worker is None else worker
        self._worker.moveToThread(self._thread)
        self._connect()
        self._thread.start()

    def _connect(self) -> None:
        self._submitted.connect(self._worker.run)
        self._urgent_came.connect(self._worker.run_urgent)
        self._ending.connect(self._worker.finish)
        self._worker.progressed.connect(self._on_progressed)
        self._worker.produced.connect(self._on_produced)
        self._worker.done.connect(self._on_done)
        self._worker.failed.connect(self._on_failed)
        self._worker.cancelled.connect(self._on_cancelled)
        self._thread.finished.connect(self._worker.tear_down)

    @property
    def busy(self) -> bool:
        """Whether a job that still matters is waiting or running."""
        return bool(self._live)

    def submit(self, job: Job) -> int:
        """Queue a job; return its id, which every signal about it carries."""
        ticket = Ticket(next(self._ids), job, PoliteToken(self._gate))
        self._live[ticket.id] = ticket
        self.started.emit(ticket.id, job)
        if job.urgent:
            self._worker.hand_in_urgent(ticket)
            self._urgent_came.emit()
        else:
            self._submitted.emit(ticket)
        if len(self._live) == 1:
            self.busy_changed.emit(True)
        return ticket.id

    def cancel(self, job_id: int) -> None:
        """Ask a job to stop; its `cancelled` (or `done`, if it was faster) still comes."""
        ticket = self._live.get(job_id)
        if ticket is not None:
            ticket.cancel.cancel()

    def drop(self, job_id: int) -> None:
        """Stop a job and never hear of it again."""
        ticket = self._live.pop(job_id, None)
        if ticket is not None:
            ticket.cancel.cancel()
            self._tell_idle()

    def drop_all(self) -> None:
        """Stop every job and never hear of them again."""
        for job_id in list(self._live):
            self.drop(job_id)

    def ask_to_end(self) -> None:
        """Set the tokens and let the thread end after the finished work that is still to be stored."""
        self.drop_all()
        self._ending.emit()

    def stop(self, timeout_ms: int = CLOSE_WITHIN_MS) -> bool:
        """End the thread and wait for it. Never terminates it.

        Returns:
            Whether the thread ended in time.
        """
        self.ask_to_end()
        ended = self._thread.wait(timeout_ms)
        if not ended:
            log.error("thread %s is still running after %d ms", self._thread.objectName(), timeout_ms)
        return ended

    def _tell_idle(self) -> None:
        if not self._live:
            self.busy_changed.emit(False)

    @Slot(int, object)
    def _on_progressed(self, job_id: int, progress: Progress) -> None:
        if job_id in self._live:
            self.progressed.emit(job_id, progress)

    @Slot(int, object)
    def _on_produced(self, job_id: int, value: object) -> None:
        if job_id in self._live:
            self.produced.emit(job_id, value)

    @Slot(int, object)
    def _on_done(self, job_id: int, result: object) -> None:
        if self._live.pop(job_id, None) is not None:
            self._tell_idle()
            self.done.emit(job_id, result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: object) -> None:
        if self._live.pop(job_id, None) is not None:
            self._tell_idle()
            self.failed.emit(job_id, error)

    @Slot(int)
    def _on_cancelled(self, job_id: int) -> None:
        if self._live.pop(job_id, None) is not None:
            self._tell_idle()
            self.cancelled.emit(job_id)
