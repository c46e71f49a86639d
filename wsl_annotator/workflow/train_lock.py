"""One training at a time writes into a folder: an operating-system lock, and a note of who holds it."""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

from wsl_annotator.core.words import phrase
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.store.lock import Holder
from wsl_annotator.training.errors import TrainingError

LOCK = "training.lock"
HOLDER = "training.holder"
_WAIT_S = 0.3


class TrainLock:
    """The right to train into a folder, for a `with` block.

    The operating system frees it when its process dies, so that a crash leaves nothing in the way.

    Args:
        out: the folder; it exists.
    """

    def __init__(self, out: Path) -> None:
        self._out = out
        self._lock = FileLock(out / LOCK, thread_local=False)

    def __enter__(self) -> Self:
        try:
            self._lock.acquire(timeout=_WAIT_S, poll_interval=0.05)
        except Timeout as error:
            raise TrainingError(
                f"Another training is writing into {self._out} ({_read_holder(self._out)}).",
                "Wait until it has ended, stop it there, or choose another folder (--out).",
            ) from error
        except (OSError, NotImplementedError) as error:
            cause = error if isinstance(error, OSError) else OSError(str(error))
            raise write_error(self._out / LOCK, cause) from error
        holder = Holder(
            program="wsl-annotator train",
            pid=os.getpid(),
            host=socket.gethostname(),
            since=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        # the note only helps people; the lock itself holds without it
        with suppress(OSError):
            (self._out / HOLDER).write_text(json.dumps(asdict(holder)), encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        # both are taken away while the lock is held: whoever waits for the old file sees that it is gone
        for name in (HOLDER, LOCK):
            with suppress(OSError):
                (self._out / name).unlink(missing_ok=True)
        self._lock.release()


def trainer_of(out: Path) -> str:
    """Return who trains into a folder now, for people; empty where nobody does."""
    if not (out / LOCK).exists():
        return ""
    lock = FileLock(out / LOCK, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return _read_holder(out)
    except (OSError, NotImplementedError):
        return ""
    lock.release()
    return ""


def _read_holder(out: Path) -> str:
    try:
        values = json.loads((out / HOLDER).read_text(encoding="utf-8"))
        holder = Holder(
            program=str(values["program"]), pid=int(values["pid"]), host=str(values["host"]), since=str(values["since"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return phrase("another process")
    return str(holder)
