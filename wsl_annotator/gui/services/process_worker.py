"""A worker whose jobs run in another process: its thread only waits, and the window has the interpreter to itself."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from wsl_annotator.core.errors import WslError
from wsl_annotator.gui.services.child import Child
from wsl_annotator.gui.services.job import Ticket
from wsl_annotator.gui.services.line import (
    CANNOT_BE_SENT,
    Cancel,
    Done,
    Failed,
    Logged,
    Produced,
    Progressed,
    Run,
    Stopped,
)
from wsl_annotator.gui.services.worker import Worker

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.02
"""At tokens and urgent jobs, while a job runs."""
STOP_WITHIN_S = 0.5
"""After this a cancelled job counts as stopped, whatever its process still does."""
PATIENCE_S = 10.0
"""So long may a job that was stopped hold up the next one; then its process is ended."""


@dataclass(slots=True)
class _Sent:
    """A ticket in the process.

    Attributes:
        cancelled_s: when the process was told to stop; 0.0 before.
    """

    ticket: Ticket
    cancelled_s: float = 0.0


class ProcessWorker(Worker):
    """Sends tickets to a process and tells what it says of them.

    A process that dies (a library's crash, the system's out-of-memory killer) fails the jobs it had, and the next job
    finds a new one. A job that does not hear its token ends as cancelled all the same.

    Args:
        child: of somebody who closes it after this worker's thread ended.
    """

    def __init__(self, child: Child) -> None:
        super().__init__()
        self._child = child
        self._sent: dict[int, _Sent] = {}
        self._given_up: dict[int, float] = {}

    def serve(self, ticket: Ticket) -> None:
        """Let the process run one job, and the urgent ones that come meanwhile; return after the end of all."""
        if ticket.cancel.is_cancelled:
            self.cancelled.emit(ticket.id)
            return
        self._child.replace_if_dead()
        # It has held up nobody before; that it ended meanwhile may be told in the pipe.
        self._given_up = dict.fromkeys(self._given_up, time.monotonic())
        try:
            self._send(ticket)
            while self._sent:
                self._look_after()
                if self._sent and self._child.line.poll(LOOK_EVERY_S):
                    self._hear(self._child.line.receive())
        except (EOFError, OSError):
            code = self._child.bury()
            log.error("a process that worked for the window ended with code %s", code)
            self._end_all(_death(code))
        except CANNOT_BE_SENT as error:
            log.exception("job %s cannot be sent, or what it gave", type(ticket.job).__name__)
            self._child.bury()
            self._end_all(error)

    def _send(self, ticket: Ticket) -> None:
        number = self._child.next_id()
        self._sent[number] = _Sent(ticket)
        self._child.line.send(Run(number, ticket.job))

    def _look_after(self) -> None:
        """Pass on what was asked for since."""
        while self._urgent:
            self._send(self._urgent.popleft())
        now = time.monotonic()
        for number, sent in list(self._sent.items()):
            if sent.ticket.cancel.is_cancelled and not sent.cancelled_s:
                sent.cancelled_s = now
                self._child.line.send(Cancel(number))
            elif sent.cancelled_s and now - sent.cancelled_s > STOP_WITHIN_S:
                del self._sent[number]
                self._given_up[number] = now
                self.cancelled.emit(sent.ticket.id)
        if self._sent and any(now - since > PATIENCE_S for since in self._given_up.values()):
            log.warning("a stopped job went on for %.0f s: its process is ended", PATIENCE_S)
            self._begin_again()

    def _begin_again(self) -> None:
        """Hand what waits to a new process."""
        self._given_up.clear()
        self._child.bury()
        waiting, self._sent = [sent.ticket for sent in self._sent.values()], {}
        for ticket in waiting:
            self._send(ticket)

    def _hear(self, message: object) -> None:
        if isinstance(message, Logged):
            logging.getLogger(message.name).log(message.level, "%s", message.text)
        elif isinstance(message, Progressed | Produced):
            self._hear_part(message)
        elif isinstance(message, Done | Failed | Stopped):
            self._given_up.pop(message.id, None)
            self._hear_end(message)

    def _hear_part(self, message: Progressed | Produced) -> None:
        sent = self._sent.get(message.id)
        if sent is None:
            return
        if isinstance(message, Produced):
            self.produced.emit(sent.ticket.id, message.value)
        else:
            self.progressed.emit(sent.ticket.id, message.progress)

    def _hear_end(self, message: Done | Failed | Stopped) -> None:
        sent = self._sent.pop(message.id, None)
        if sent is None:
            return
        ticket = sent.ticket
        if isinstance(message, Done):
            self.done.emit(ticket.id, message.result)
        elif isinstance(message, Stopped):
            self.cancelled.emit(ticket.id)
        else:
            if message.trace:
                log.error("job %s failed\n%s", type(ticket.job).__name__, message.trace)
            self.failed.emit(ticket.id, message.error)

    def _end_all(self, error: Exception) -> None:
        self._given_up.clear()
        sent, self._sent = self._sent, {}
        for one in sent.values():
            if one.cancelled_s:
                self.cancelled.emit(one.ticket.id)
            else:
                self.failed.emit(one.ticket.id, error)


def _death(code: int | None) -> WslError:
    return WslError(
        f"A process that worked for the window ended unexpectedly (exit code {code}).",
        "What was found before is stored. If memory ran out, close other programs or choose a smaller network; then "
        "try again.",
    )
