"""SQLite's errors, told as one sentence that names the project file and the remedy."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from wsl_annotator.core.errors import StoreError

Value = TypeVar("Value")

_NOTHING_LOST = "Nothing that was saved before is lost."
_SENTENCES: dict[str, tuple[str, str]] = {
    "SQLITE_FULL": ("The disk is full: {path} was not changed.", f"Free some space and try again. {_NOTHING_LOST}"),
    **dict.fromkeys(
        ("SQLITE_IOERR_LOCK", "SQLITE_IOERR_RDLOCK", "SQLITE_IOERR_SHMLOCK", "SQLITE_PROTOCOL"),
        (
            "{path} lies where files cannot be locked, as on some network shares ({detail}).",
            f"Copy it to a disk of this computer; the images may stay where they are. {_NOTHING_LOST}",
        ),
    ),
    "SQLITE_IOERR": (
        "The disk reported an error while {path} was in use ({detail}).",
        f"Check the disk and its free space, then open the project again. {_NOTHING_LOST}",
    ),
    "SQLITE_READONLY": (
        "{path} cannot be changed, because the file or its folder is read-only.",
        "Open it read-only, or copy it to a folder that you may write to.",
    ),
    "SQLITE_BUSY": (
        "{path} is busy with another write and did not become free in time.",
        "Wait for the running import or search to finish and try again.",
    ),
    "SQLITE_LOCKED": ("{path} is busy with another write.", "Try again in a moment."),
    "SQLITE_CORRUPT": ("The project file {path} is damaged.", "Restore it from a backup copy."),
    "SQLITE_NOTADB": ("{path} is not a project of WSL Annotator.", "Choose another file, or make a new project."),
    "SQLITE_CANTOPEN": ("{path} cannot be opened.", "Check that the file and its folder exist and may be read."),
    "SQLITE_PERM": ("{path} may not be opened by this user.", "Check the file's permissions."),
    "SQLITE_CONSTRAINT": ("The change does not fit the project {path} ({detail}).", "Nothing was changed."),
    "SQLITE_TOOBIG": ("A value is too large for the project {path}.", "Nothing was changed."),
    "SQLITE_NOMEM": ("There was not enough memory to use {path}.", "Close other programs and try again."),
}


def store_error(path: Path, error: sqlite3.Error | OverflowError | UnicodeEncodeError) -> StoreError | None:
    """Return the sentence for an error of SQLite on the project file `path`; None for a fault of the program."""
    if isinstance(error, UnicodeEncodeError):
        return StoreError(f"{error.object!a} is not valid text, so {path} cannot hold it.", "Rename it and try again.")
    name = _result_name(error)
    for family, (sentence, hint) in _SENTENCES.items():
        if name == family or name.startswith(f"{family}_"):
            return StoreError(sentence.format(path=path, detail=error), hint)
    return None


def _result_name(error: sqlite3.Error | OverflowError) -> str:
    if isinstance(error, OverflowError):
        return "SQLITE_TOOBIG"
    text = str(error)
    # Text that is no UTF-8, or a table that is gone, is damage that SQLite itself did not notice.
    if text.startswith(("Could not decode", "no such table", "no such column")):
        return "SQLITE_CORRUPT"
    return str(getattr(error, "sqlite_errorname", ""))


@contextmanager
def told_as_store_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite inside the block into `StoreError`.

    Faults of the program pass as they are: wrong SQL, or a connection used from a foreign thread or after closing.
    """
    try:
        yield
    except (sqlite3.Error, OverflowError, UnicodeEncodeError) as error:
        told = store_error(path, error)
        if told is None:
            raise
        raise told from error


def read_row(path: Path, convert: Callable[[tuple[Any, ...]], Value], row: tuple[Any, ...]) -> Value:
    """Return `convert(row)`.

    Raises:
        StoreError: the row holds what this program never writes.
    """
    try:
        return convert(row)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(
            f"The project file {path} is damaged in row {row[0]} ({error}).", "Restore it from a backup copy."
        ) from error
