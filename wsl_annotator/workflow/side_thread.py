"""Work that cannot be asked to stop, on a thread that may be left behind."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.pool import ThreadPool
from typing import TypeVar

from wsl_annotator.core.cancel import CancelToken

_T = TypeVar("_T")
_LOOK_S = 0.1


def run_aside(work: Callable[[], _T], *, cancel: CancelToken) -> _T:
    """Return what `work` returns, and raise what it raises.

    Once the token is set the caller goes on at once. The thread ends with its work or with the process, so the work
    must leave nothing half done: it reads and returns, and writes no file.

    Args:
        work: takes no look at the token.
        cancel: seen within a tenth of a second.

    Raises:
        Cancelled: the token was set.
    """
    # its threads are daemons, which an exit of the process does not wait for
    pool = ThreadPool(1)
    result = pool.apply_async(work)
    pool.close()
    while True:
        cancel.raise_if_cancelled()
        try:
            return result.get(_LOOK_S)
        except multiprocessing.TimeoutError:
            continue
