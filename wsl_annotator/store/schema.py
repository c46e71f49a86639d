"""What marks a file as a project of ours, and of which version."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.errors import StoreError

APPLICATION_ID = 0x57534C41
"""`WSLA`, in the header of every project file."""

MINIMUM_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100


@dataclass(frozen=True, slots=True)
class Header:
    """The first 100 bytes of a project file.

    Attributes:
        application_id: `APPLICATION_ID` for a project.
        version: of the schema, from 1.
        expected_bytes: length that the header promises; 0 where it does not say.
    """

    application_id: int
    version: int
    expected_bytes: int


def read_header(path: Path) -> Header:
    """Return what the file's header says, reading 100 bytes and nothing else.

    Raises:
        StoreError: the file is missing, cannot be read, or is no SQLite file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise StoreError(f"There is no project at {path}.", "Check the name, or make a new project.") from error
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}).", "Check the file and its permissions.") from error
    if len(data) < _HEADER_BYTES or not data.startswith(_MAGIC):
        raise not_a_project(path)
    page_size = struct.unpack_from(">H", data, 16)[0]
    page_size = 65536 if page_size == 1 else page_size
    changes, pages = struct.unpack_from(">II", data, 24)
    version, application_id, valid_for = (struct.unpack_from(">I", data, at)[0] for at in (60, 68, 92))
    return Header(
        application_id=application_id,
        version=version,
        expected_bytes=pages * page_size if changes == valid_for else 0,
    )


def check_header(path: Path, *, newest: int) -> Header:
    """Return the header of a project that this program can open; the file is not touched.

    Args:
        path: the project file.
        newest: the schema version of this program.

    Raises:
        StoreError: the file is no project, is newer than this program, or is cut off.
    """
    header = read_header(path)
    if header.application_id != APPLICATION_ID or header.version < 1:
        raise not_a_project(path)
    if header.version > newest:
        raise newer_version(path, header.version, newest)
    try:
        settled = log_bytes(path) == 0
        size = path.stat().st_size
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}).", "Check the file and its permissions.") from error
    if settled and size < header.expected_bytes:
        raise StoreError(
            f"The project file {path} is cut off: {size} of {header.expected_bytes} bytes are there.",
            "Copy it again from its source, or restore a backup copy.",
        )
    return header


def log_bytes(path: Path) -> int:
    """Return the length of the project's write-ahead log; 0 where there is none, as after every clean close."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size
    except FileNotFoundError:
        return 0


def not_a_project(path: Path) -> StoreError:
    """Return the error for a file that is something else."""
    return StoreError(f"{path} is not a project of WSL Annotator.", "Choose another file, or make a new project.")


def newer_version(path: Path, version: int, newest: int) -> StoreError:
    """Return the error for a project of a newer program."""
    return StoreError(
        f"{path} was written by a newer WSL Annotator (project version {version}, this program knows {newest}).",
        "Update WSL Annotator. The file was not changed.",
    )
