"""What the window and a process that works for it say to each other, and how it goes through their pipe. No Qt here."""

from __future__ import annotations

import pickle
import threading
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.job import Job


@dataclass(frozen=True, slots=True)
class Run:
    """To the process: run this job. An urgent one goes first, also amid a job that gives way."""

    id: int
    job: Job


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the process: set the token of this job."""

    id: int


@dataclass(frozen=True, slots=True)
class Progressed:
    """From the process: how far a job is."""

    id: int
    progress: Progress


@dataclass(frozen=True, slots=True)
class Produced:
    """From the process: a part of a job's result."""

    id: int
    value: object


@dataclass(frozen=True, slots=True)
class Done:
    """From the process: a job's result; its end."""

    id: int
    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """From the process: what a job raised; its end.

    Attributes:
        trace: the trace for the log; empty for an error that users know how to mend.
    """

    id: int
    error: BaseException
    trace: str


@dataclass(frozen=True, slots=True)
class Stopped:
    """From the process: a job was cancelled; its end."""

    id: int


@dataclass(frozen=True, slots=True)
class Logged:
    """From the process: a line for the log, which one process alone may write."""

    name: str
    level: int
    text: str


CANNOT_BE_SENT = (pickle.PickleError, TypeError, AttributeError)
"""What the standard library raises for a value that cannot leave its process."""


class Line:
    """One end of the pipe. Any thread may send; one thread receives.

    Arrays travel beside the pickle, uncopied, and stay read-only where they were.

    Args:
        connection: of the standard library; this end owns it.
    """

    def __init__(self, connection: Connection[Any, Any]) -> None:
        self._connection = connection
        self._lock = threading.Lock()

    def send(self, message: object) -> None:
        """Send one message.

        Raises:
            CANNOT_BE_SENT: the message cannot leave this process; nothing of it was sent.
            OSError: the other end is gone.
        """
        buffers: list[pickle.PickleBuffer] = []
        body = pickle.dumps(message, protocol=5, buffer_callback=buffers.append)
        raws = [buffer.raw() for buffer in buffers]
        with self._lock:
            self._connection.send([raw.readonly for raw in raws])
            self._connection.send_bytes(body)
            for raw in raws:
                self._connection.send_bytes(raw)

    def poll(self, timeout_s: float) -> bool:
        """Return whether a message (or the other end's death) is there, after waiting at most so long."""
        return self._connection.poll(timeout_s)

    def receive(self) -> Any:
        """Return the next message; wait for it.

        Raises:
            EOFError: the other end is gone.
            OSError: the same, on some systems.
        """
        read_only = self._connection.recv()
        body = self._connection.recv_bytes()
        buffers = [self._connection.recv_bytes() for _ in read_only]
        kept = [raw if fixed else bytearray(raw) for raw, fixed in zip(buffers, read_only, strict=True)]
        return pickle.loads(body, buffers=kept)

    def close(self) -> None:
        """Close this end; the other one sees it."""
        self._connection.close()
