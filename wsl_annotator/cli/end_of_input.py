"""Ends a job with the program that started it: its end of the pipe closes, however that program ends."""

from __future__ import annotations

import os
import threading

from wsl_annotator.core.cancel import CancelToken

_STANDARD_INPUT = 0


def cancel_at_end_of_input(cancel: CancelToken) -> None:
    """Set the token once standard input ends; what comes in before is thrown away.

    The thread that waits does not keep the process alive.

    Args:
        cancel: of the running job.
    """
    threading.Thread(target=_wait, args=(cancel,), name="end of input", daemon=True).start()


def _wait(cancel: CancelToken) -> None:
    try:
        # not through sys.stdin, whose lock a waiting thread would hold while the interpreter ends
        while os.read(_STANDARD_INPUT, 4096):
            continue
    except OSError:
        # there never was an input
        return
    cancel.cancel()
