"""Inside a process that works for the window: takes jobs from the pipe and runs them. No Qt here."""

from __future__ import annotations

import contextlib
import logging
import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections import deque
from multiprocessing.connection import Connection
from typing import Any

from wsl_annotator.core.errors import Cancelled, WslError
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job import Bench, Ticket
from wsl_annotator.gui.services.line import (
    CANNOT_BE_SENT,
    Cancel,
    Done,
    Failed,
    Line,
    Logged,
    Produced,
    Progressed,
    Run,
    Stopped,
)

NICE = 10
END_AFTER_S = 1.0
"""After the window is gone, for a job to clean up behind itself."""


def serve(handle: int) -> None:
    """Run jobs until the other end of the pipe closes.

    Args:
        handle: of this end of the pipe, which the window's process handed down.
    """
    # Ctrl+C in a terminal is the window's: it ends, and this process with it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A processor only where nobody else wants it, such as the person's next key. Windows was told at the start.
    if sys.platform != "win32":
        os.nice(NICE)
    line = Line(_connection(handle))
    logger = logging.getLogger("wsl_annotator")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(_LogToWindow(line))
    Host(line).run()


def _connection(handle: int) -> Connection[Any, Any]:
    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

        return PipeConnection(handle)
    return Connection(handle)


class _LogToWindow(logging.Handler):
    """Sends log lines to the window's process, which writes them."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def emit(self, record: logging.LogRecord) -> None:
        # Where the window is gone, `Host` ends this process.
        with contextlib.suppress(OSError):
            self._line.send(Logged(record.name, record.levelno, self.format(record)))


class _LineBench(Bench):
    """What a job sees here."""

    def __init__(self, host: Host, ticket: Ticket, shelf: dict[str, Any]) -> None:
        super().__init__(ticket.job, ticket.cancel, shelf)
        self._host = host
        self._id = ticket.id

    def _tell(self, progress: Progress) -> None:
        self._host.line.send(Progressed(self._id, progress))

    def produce(self, value: object) -> None:
        self._host.line.send(Produced(self._id, value))

    def give_way(self) -> bool:
        return self._host.run_urgent()


class Host:
    """Runs jobs on the main thread while another thread listens.

    Args:
        line: this process's end of the pipe.
    """

    def __init__(self, line: Line) -> None:
        self.line = line
        self._shelf: dict[str, Any] = {}
        self._tickets: dict[int, Ticket] = {}
        self._urgent: deque[Ticket] = deque()
        self._waiting: queue.SimpleQueue[Ticket | None] = queue.SimpleQueue()

    def run(self) -> None:
        """Run what comes until the window is gone: then the listener ends the process."""
        threading.Thread(target=self._listen, name="listener", daemon=True).start()
        with contextlib.suppress(OSError):
            while True:
                ticket = self._waiting.get()
                self.run_urgent()
                if ticket is not None:
                    self._run(ticket)

    def run_urgent(self) -> bool:
        """Run the urgent jobs that wait; return whether there were any."""
        served = False
        while self._urgent:
            served = True
            self._run(self._urgent.popleft())
        return served

    def _listen(self) -> None:
        try:
            while True:
                self._take(self.line.receive())
        except (EOFError, OSError):
            for ticket in list(self._tickets.values()):
                ticket.cancel.cancel()
            # A job that does not look at its token, or hangs in a library, must not outlive the window.
            threading.Event().wait(END_AFTER_S if self._tickets else 0.0)
            os._exit(0)

    def _take(self, message: object) -> None:
        if isinstance(message, Run):
            ticket = Ticket(message.id, message.job)
            self._tickets[ticket.id] = ticket
            if ticket.job.urgent:
                self._urgent.append(ticket)
            self._waiting.put(None if ticket.job.urgent else ticket)
        elif isinstance(message, Cancel) and (running := self._tickets.get(message.id)) is not None:
            running.cancel.cancel()

    def _run(self, ticket: Ticket) -> None:
        end = self._end_of(ticket)
        self._tickets.pop(ticket.id, None)
        try:
            self.line.send(end)
        except CANNOT_BE_SENT as error:
            self.line.send(Failed(ticket.id, RuntimeError(str(error)), traceback.format_exc()))

    def _end_of(self, ticket: Ticket) -> Done | Failed | Stopped:
        try:
            ticket.cancel.raise_if_cancelled()
            result = ticket.job.run(_LineBench(self, ticket, self._shelf))
        except Cancelled:
            return Stopped(ticket.id)
        except WslError as error:
            return Failed(ticket.id, error, "")
        except Exception as error:  # noqa: BLE001  (the door: the window logs it)
            return Failed(ticket.id, _portable(error), traceback.format_exc())
        return Done(ticket.id, result)


def _portable(error: Exception) -> Exception:
    """Return the error, or one of the same words where a library's own cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))
    except CANNOT_BE_SENT:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
