"""Files that are either the old one or the whole new one, never a part."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.words import phrase

_REMEDIES = {
    errno.ENOSPC: (phrase("the disk is full"), "Free some space or choose another folder."),
    errno.EDQUOT: (phrase("the disk quota is used up"), "Free some space or choose another folder."),
    errno.EFBIG: (phrase("the file is larger than this place allows"), "Choose another folder."),
    errno.EROFS: (phrase("the place is read-only"), "Choose a folder that you may write to."),
    errno.EACCES: (phrase("writing there is not permitted"), "Choose a folder that you may write to."),
    errno.EPERM: (phrase("writing there is not permitted"), "Choose a folder that you may write to."),
    errno.ENAMETOOLONG: (phrase("the name is too long"), "Choose a shorter name or folder."),
}


def write_error(path: Path, error: OSError) -> FormatError:
    """Return one sentence for a failed write that names the file, the cause and the remedy.

    Args:
        path: the file that was to be written, not the temporary one.
        error: what the system said.
    """
    cause, hint = _REMEDIES.get(
        error.errno or 0, ((error.strerror or phrase("unknown cause")).lower(), "Choose another file or folder.")
    )
    kept = " The file that was there is unchanged." if _is_file(path) else ""
    return FormatError(f"{path} could not be written: {cause}.", f"{hint}{kept}")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


@contextlib.contextmanager
def atomic_write_bytes(path: Path) -> Iterator[BinaryIO]:
    """Open a temporary file beside `path`; on leaving the block it is flushed to disk and takes the place of `path`.

    If the block raises, or the disk refuses, the temporary file goes and `path` stays as it was. Folders are made.
    A link is followed, so that the file it names is replaced and the link stays.

    Args:
        path: the file to write.

    Yields:
        A binary stream.

    Raises:
        FormatError: the place is full, read-only, a folder, or refuses in another way.
    """
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode_of(path, target)
        temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    except OSError as error:
        raise write_error(path, error) from error
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _mode_of(path: Path, target: Path) -> int | None:
    """Return the permissions of the file that will be replaced, None where there is none."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise FormatError(f"{path} could not be written: it is a folder.", "Choose a file name.")
    if not os.access(target, os.W_OK):
        # os.replace would overwrite it all the same: a write-protected file is protected on purpose.
        raise FormatError(
            f"{path} could not be written: the file is write-protected.",
            "Remove its protection or choose another name. The file that was there is unchanged.",
        )
    return stat.S_IMODE(status.st_mode)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable, where the system lets a folder be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@contextlib.contextmanager
def atomic_write(path: Path) -> Iterator[TextIO]:
    """Like `atomic_write_bytes`, as a text stream: UTF-8 without a byte-order mark, line ends as given (LF)."""
    with atomic_write_bytes(path) as raw:
        stream = io.TextIOWrapper(raw, encoding="utf-8", newline="")
        yield stream
        stream.flush()
        stream.detach()


def write_json(path: Path, value: Any, *, indent: int | None = None) -> None:
    """Write a value as JSON in pure ASCII, so that readers which open it with a locale codec can read it.

    Args:
        path: the file to write, atomically.
        value: JSON types; NaN and infinity are refused.
        indent: spaces a level; None writes one line.

    Raises:
        FormatError: see `atomic_write_bytes`.
        ValueError: a number is not finite.
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, indent=indent)
    with atomic_write(path) as stream:
        stream.write(text + "\n")


def write_json_lines(path: Path, value: dict[str, Any] | list[Any]) -> None:
    """Write an object or list as JSON in pure ASCII with each entry of its lists on a line of its own.

    Args:
        path: the file to write, atomically.
        value: JSON types; NaN and infinity are refused.

    Raises:
        FormatError: see `atomic_write_bytes`.
        ValueError: a number is not finite.
    """
    with atomic_write(path) as stream:
        if isinstance(value, list):
            _write_entries(stream, value)
        else:
            for number, (key, part) in enumerate(value.items()):
                stream.write(f"{',' if number else '{'}\n{json.dumps(key)}: ")
                if isinstance(part, list):
                    _write_entries(stream, part)
                else:
                    stream.write(json.dumps(part, allow_nan=False))
            stream.write("\n}" if value else "{}")
        stream.write("\n")


def _write_entries(stream: TextIO, entries: list[Any]) -> None:
    stream.write("[")
    for number, entry in enumerate(entries):
        stream.write(f"{',' if number else ''}\n{json.dumps(entry, allow_nan=False)}")
    stream.write("\n]" if entries else "]")
