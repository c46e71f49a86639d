"""The one worker: runs jobs on a thread it does not know, one after another."""

from __future__ import annotations

import logging
from collections import deque
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from wsl_annotator.core.errors import Cancelled, WslError
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job import Bench, Ticket

log = logging.getLogger(__name__)


class ThreadBench(Bench):
    """What a job sees of the thread that runs it."""

    def __init__(self, worker: Worker, ticket: Ticket, shelf: dict[str, Any]) -> None:
        super().__init__(ticket.job, ticket.cancel, shelf)
        self._worker = worker
        self._id = ticket.id

    def _tell(self, progress: Progress) -> None:
        self._worker.progressed.emit(self._id, progress)

    def produce(self, value: object) -> None:
        self._worker.produced.emit(self._id, value)

    def give_way(self) -> bool:
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
        """Run one job. A subclass overrides `serve`: an overridden slot would run in the sender's thread."""
        self.serve(ticket)

    def serve(self, ticket: Ticket) -> None:
        """Run one job. The door: nothing that a job raises leaves this method."""
        try:
            if not ticket.job.must_run:
                ticket.cancel.raise_if_cancelled()
            result = ticket.job.run(ThreadBench(self, ticket, self._shelf))
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
