"""One writer at a time: an operating-system lock beside the project file, and a note of who holds it."""

from __future__ import annotations

import errno
import json
import os
import socket
import threading
import warnings
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, SoftFileLock, Timeout

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.words import local_minute, phrase

PROGRAM = "WSL Annotator"
_WAIT_S = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds the lock.

    Attributes:
        program: name for people.
        pid: process id on `host`.
        host: name of the machine.
        since: ISO 8601 with offset, seconds.
    """

    program: str
    pid: int
    host: str
    since: str

    def __str__(self) -> str:
        since = local_minute(self.since)
        return phrase(f"{self.program}, process {self.pid} on {self.host}, since {since}")


class LockedError(StoreError):
    """Another writer has the project open.

    Attributes:
        holder: who, for people; `another program` where unknown.
    """

    def __init__(self, path: Path, holder: str) -> None:
        super().__init__(
            f"{path} is already open for editing ({holder}).", "Close it there, or open the project read-only here."
        )
        self.holder = holder


class ProjectLock:
    """The right to write one project, shared by several `Project` objects of one process.

    The operating system frees the lock when its process dies, so that a crash leaves nothing in the way. The note of
    the holder is a file of its own, read only while the lock is held.
    """

    def __init__(self, path: Path, lock: FileLock) -> None:
        self.path = path
        self._lock = lock
        self._users = 1
        self._guard = threading.Lock()

    @classmethod
    def acquire(cls, path: Path, *, program: str = PROGRAM) -> ProjectLock:
        """Take the lock of the project file `path`.

        Raises:
            LockedError: another process or another `ProjectLock` of this one holds it.
            StoreError: the lock file cannot be made, as the folder is read-only or missing, or cannot be locked, as on
                some network shares.
        """
        lock = FileLock(_lock_path(path), thread_local=False)
        try:
            _take(lock, timeout_s=_WAIT_S)
        except Timeout as error:
            raise LockedError(path, str(_read_holder(path) or phrase("another program"))) from error
        except (OSError, NotImplementedError) as error:
            if _cannot_lock(error):
                raise StoreError(
                    f"{path} cannot be opened for editing, because files cannot be locked there, as on some network"
                    " shares: copy it to a disk of this computer.",
                    "The images may stay where they are.",
                ) from error
            raise StoreError(
                f"{path} cannot be opened for editing, because its folder is read-only or missing ({error}).",
                "Open it read-only, or copy it to a folder that you may write to.",
            ) from error
        _write_holder(path, program)
        return cls(path, lock)

    def share(self) -> ProjectLock:
        """Return the lock for one more `Project`, which must `release` it too.

        Raises:
            StoreError: it was released already.
        """
        with self._guard:
            if self._users == 0:
                raise StoreError(f"{self.path} was closed already.", "Open the project again.")
            self._users += 1
        return self

    def release(self) -> None:
        """Give one share back; the last one frees the lock."""
        with self._guard:
            self._users -= 1
            if self._users == 0:
                with suppress(OSError):
                    _holder_path(self.path).unlink(missing_ok=True)
                self._lock.release()


def holder_of(path: Path) -> str:
    """Return who holds the project for editing, for people; empty where nobody does or the place is read-only."""
    if not _lock_path(path).exists():
        return ""
    lock = FileLock(_lock_path(path), thread_local=False)
    try:
        # A writer that meets this probe waits longer than the probe lasts.
        _take(lock, timeout_s=0)
    except Timeout:
        return str(_read_holder(path) or phrase("another program"))
    except (OSError, NotImplementedError):
        return ""
    lock.release()
    return ""


def _take(lock: FileLock, *, timeout_s: float) -> None:
    """Take a lock that the operating system frees with its process.

    Where there is none, filelock makes a mere marker file, which would outlive a crash: that is given back.

    Raises:
        Timeout: somebody holds it.
        OSError, NotImplementedError: the place knows no such locks, or the file cannot be made.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            lock.acquire(timeout=timeout_s, poll_interval=0.05)
    except Timeout:
        # A marker of its own kind meets the file that a lock of the operating system left, which means nothing.
        if not isinstance(lock, SoftFileLock):
            raise
    if isinstance(lock, SoftFileLock):
        lock.release()
        raise NotImplementedError("no file locks here")


def _cannot_lock(error: OSError | NotImplementedError) -> bool:
    return not isinstance(error, OSError) or error.errno in (errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL)


def _lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def _holder_path(path: Path) -> Path:
    return path.with_name(path.name + ".holder")


def _write_holder(path: Path, program: str) -> None:
    holder = Holder(
        program=program,
        pid=os.getpid(),
        host=socket.gethostname(),
        since=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    # The note only helps people; the lock itself holds without it, on a full disk too.
    with suppress(OSError):
        _holder_path(path).write_text(json.dumps(asdict(holder)), encoding="utf-8")


def _read_holder(path: Path) -> Holder | None:
    try:
        values = json.loads(_holder_path(path).read_text(encoding="utf-8"))
        return Holder(
            program=str(values["program"]), pid=int(values["pid"]), host=str(values["host"]), since=str(values["since"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
