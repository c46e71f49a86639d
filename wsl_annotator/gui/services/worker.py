"""The one worker: runs jobs on a thread it does not know, one after another."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass, field
from typing import Any, ClassVar

from PySide6.QtCore import QObject, Signal, Slot

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, WslError
from wsl_annotator.core.progress import Progress

log = logging.getLogger(__name__)

PROGRESS_EVERY_S = 0.05


class Job(ABC):
    """A value that says what to do, with the one method that does it on the worker's thread.

    Attributes:
        must_run: finished work to be stored: it runs although its token was set, and closing waits for it.
        urgent: what is on the screen waits for it: it runs before everything that waits, and inside a job that gives
            way (`Bench.give_way`), which goes on afterwards.
    """

    __slots__ = ()
    must_run: ClassVar[bool] = False
    urgent: ClassVar[bool] = False

    @abstractmethod
    def run(self, bench: Bench) -> Any:
        """Do the work and return its result; raise `Cancelled` once the bench's token is set."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A job that was handed in."""

    id: int
    job: Job
    cancel: CancelToken = field(default_factory=CancelToken)


class Bench:
    """What a job sees of its worker.

    Attributes:
        shelf: things that live as long as the thread (a network, a project handle); closed in `Worker.tear_down`.
        cancel: the job's token.
    """

    def __init__(self, worker: Worker, ticket: Ticket, shelf: dict[str, Any]) -> None:
        self._worker = worker
        self._id = ticket.id
        self._last_s = 0.0
        self.shelf = shelf
        self.cancel = ticket.cancel
        self._must_run = ticket.job.must_run

    def progress(self, progress: Progress) -> None:
        """Tell how far the job is, at most every 50 ms and always at the end.

        Raises:
            Cancelled: the token is set and there is more to do. So a verb that only reports its progress stops too: an
                import inside its transaction, an export between two files.
        """
        if progress.done < progress.total and not self._must_run:
            self.cancel.raise_if_cancelled()
        now = time.monotonic()
        if now - self._last_s >= PROGRESS_EVERY_S or (progress.total and progress.done >= progress.total):
            self._last_s = now
            self._worker.progressed.emit(self._id, progress)

    def produce(self, value: object) -> None:
        """Hand over a part of the result."""
        self._worker.produced.emit(self._id, value)

    def give_way(self) -> bool:
        """Run the urgent jobs that wait, here and now; return whether there were any."""
        return self._worker.run_urgent()


class Worker(QObject):
    """Runs tickets; sends exactly one of done, failed and cancelled for each."""

    progressed = Signal(int, object)
    produced = Signal(int, object)
    done = Signal(int, object)
    failed = Signal(int, object)
    cancelled = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shelf: dict[str, Any] = {}
        self._urgent: deque[Ticket] = deque()

    def hand_in_urgent(self, ticket: Ticket) -> None:
        """Let an urgent ticket wait for `run_urgent`. The service's thread calls it; a deque's ends are thread-safe."""
        self._urgent.append(ticket)

    @Slot()
    def run_urgent(self) -> bool:
        """Run the urgent tickets that wait; return whether there were any."""
        served = False
        while self._urgent:
            served = True
            self.run(self._urgent.popleft())
        return served

    @Slot(object)
    def run(self, ticket: Ticket) -> None:
        """Run one job. The door: nothing that a job raises leaves this method."""
        try:
            if not ticket.job.must_run:
                ticket.cancel.raise_if_cancelled()
            result = ticket.job.run(Bench(self, ticket, self._shelf))
        except Cancelled:
            self.cancelled.emit(ticket.id)
        except WslError as error:
            self.failed.emit(ticket.id, error)
        except Exception as error:
            log.exception("job %s failed", type(ticket.job).__name__)
            self.failed.emit(ticket.id, error)
        else:
            self.done.emit(ticket.id, result)

    @Slot()
    def finish(self) -> None:
        """End the thread's event loop once everything handed in before has run."""
        self.thread().quit()

    @Slot()
    def tear_down(self) -> None:
        """Close what lies on the shelf, on the worker's own thread."""
        for thing in self._shelf.values():
            close = getattr(thing, "close", None)
            if close is not None:
                close()
        self._shelf.clear()
