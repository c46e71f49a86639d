"""A cancel token that a worker checks between batches."""

from __future__ import annotations

import threading

from wsl_annotator.core.errors import Cancelled


class CancelToken:
    """Set from any thread, checked by the worker.

    A queued `stop` slot is not seen while a worker's slot runs; an event is.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to end at its next check."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if `cancel` was called."""
        if self._event.is_set():
            raise Cancelled
