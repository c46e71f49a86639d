"""What a job is, and what it sees of whoever runs it: a thread of the window, or a process of its own. No Qt here."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import Any, ClassVar

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import Progress

PROGRESS_EVERY_S = 0.05


class Bench(ABC):
    """What a job sees of its worker.

    Attributes:
        shelf: things that live as long as the worker (a network, a project handle).
        cancel: the job's token.
    """

    def __init__(self, job: Job, cancel: CancelToken, shelf: dict[str, Any]) -> None:
        self._must_run = job.must_run
        self._last_s = 0.0
        self.shelf = shelf
        self.cancel = cancel

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
            self._tell(progress)

    @abstractmethod
    def _tell(self, progress: Progress) -> None:
        """Send progress to the window."""

    @abstractmethod
    def produce(self, value: object) -> None:
        """Hand over a part of the result."""

    @abstractmethod
    def give_way(self) -> bool:
        """Run the urgent jobs that wait, here and now; return whether there were any."""


class Job(ABC):
    """A value that says what to do, with the one method that does it where it is run.

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
