"""Frozen features on disk: computed once for each image, network and variant, read through a memory map."""

from __future__ import annotations

import hashlib
import math
import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.formats.atomic import write_error
from wsl_annotator.training.cache_limit import INDEX, ROWS, mark_used
from wsl_annotator.training.errors import TrainingError

_HASH_LENGTH = 64
_LINE = _HASH_LENGTH + 1


class CacheGoneError(TrainingError):
    """A table was deleted between the look at its index and its use."""


class FeatureStore:
    """The features of one network and one variant: a file of float32 rows, and a file with the image of each row.

    A row counts once its line in the index is on the disk, and that is written after the row. So a process that is
    killed loses at most the rows of its last batch, and what a full disk refused leaves no half row that counts.

    Args:
        folder: where caches lie; it is made.
        key: identifies network, variant and everything else that decides a row, in hex digits.
        shape: of one row.

    Raises:
        FormatError: the folder cannot be made.
    """

    def __init__(self, folder: Path, *, key: str, shape: Sequence[int]) -> None:
        self.shape = tuple(shape)
        self.row_bytes = 4 * math.prod(self.shape)
        self.key = key
        self.rows_path = folder / f"{key}{ROWS}"
        self.index_path = folder / f"{key}{INDEX}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(folder, error) from error
        self._rows: dict[str, int] = {}
        self.reload()

    def reload(self) -> None:
        """Read again which images are there."""
        self._rows = {}
        try:
            lines = self.index_path.read_bytes()
            complete = min(len(lines) // _LINE, self.rows_path.stat().st_size // self.row_bytes)
        except FileNotFoundError:
            return
        except OSError as error:
            raise TrainingError(
                f"The feature cache {self.index_path} cannot be read: {error.strerror}.",
                "Give another cache folder (--cache).",
            ) from error
        for row in range(complete):
            line = lines[row * _LINE : (row + 1) * _LINE]
            self._rows[line[:_HASH_LENGTH].decode("ascii", "replace")] = row

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._rows

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, hashes: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Return the memory map (n, *shape) and the row of each image in it; the table counts as used now.

        Raises:
            KeyError: an image is not there.
            CacheGoneError: another training deleted the table to keep its limit.
            TrainingError: the file cannot be mapped.
        """
        places = np.array([self._rows[sha256] for sha256 in hashes], dtype=np.int64)
        count = max(self._rows.values(), default=-1) + 1
        try:
            table = np.memmap(self.rows_path, dtype=np.float32, mode="r", shape=(count, *self.shape))
        except FileNotFoundError as error:
            raise CacheGoneError(f"The feature cache {self.rows_path} was deleted.", "Train again.") from error
        except (OSError, ValueError) as error:
            raise TrainingError(
                f"The feature cache {self.rows_path} cannot be read: {error}.", "Delete it, then train again."
            ) from error
        mark_used(self.index_path.parent, self.key)
        return table, places

    def writer(self) -> FeatureWriter:
        """Return what adds rows; use it in a `with` block while the folder is locked."""
        return FeatureWriter(self)


class FeatureWriter:
    """Appends rows to a store.

    Rows are written as a file and not through a map: a full disk is then an error, and not the death of the process.
    """

    def __init__(self, store: FeatureStore) -> None:
        self._store = store
        self._files: tuple[BinaryIO, BinaryIO] | None = None

    def __enter__(self) -> Self:
        store = self._store
        try:
            for path, unit in ((store.rows_path, store.row_bytes), (store.index_path, _LINE)):
                path.touch()
                # what a killed process left behind the last row that counts
                os.truncate(path, self._kept() * unit)
            self._files = (store.rows_path.open("ab"), store.index_path.open("ab"))
        except OSError as error:
            raise write_error(store.rows_path, error) from error
        return self

    def _kept(self) -> int:
        return max(self._store._rows.values(), default=-1) + 1

    def add(self, hashes: Sequence[str], rows: NDArray[np.float32]) -> None:
        """Append rows (n, *shape) for images that are not there yet; they are on the disk when this returns.

        Raises:
            FormatError: the disk is full or refuses in another way; the rows before are kept.
        """
        if self._files is None:
            raise ValueError("the writer is not open")
        data, index = self._files
        first = self._kept()
        try:
            for file, content in (
                (data, np.ascontiguousarray(rows, np.float32).tobytes()),
                (index, "".join(f"{sha256}\n" for sha256 in hashes).encode("ascii")),
            ):
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise write_error(self._store.rows_path, error) from error
        self._store._rows.update({sha256: first + place for place, sha256 in enumerate(hashes)})

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for file in self._files or ():
            try:
                file.close()
            except OSError as refused:
                # bytes that a full disk refused are tried again on closing: only the first refusal is told
                if error is None:
                    raise write_error(self._store.rows_path, refused) from refused
        self._files = None


def cache_key(*parts: object) -> str:
    """Return 32 hex digits over everything that decides a row but the image."""
    return hashlib.sha256("\n".join(str(part) for part in parts).encode()).hexdigest()[:32]


def check_space(folder: Path, needed: int) -> None:
    """Refuse before hours of work what the disk cannot hold.

    Args:
        folder: of the cache; it exists.
        needed: bytes.

    Raises:
        TrainingError: less than that is free.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < needed:
        raise TrainingError(
            f"The feature cache needs {needed / 1e6:,.0f} MB in {folder}, but only {free / 1e6:,.0f} MB are free.",
            "Free some space, or give a cache folder on another disk (--cache).",
        )


class CacheLock:
    """Lets one process at a time add to the caches of a folder; the others wait, and can be cancelled.

    Args:
        folder: of the caches; it exists.
        cancel: seen several times a second while waiting.
    """

    def __init__(self, folder: Path, cancel: CancelToken) -> None:
        self._lock = FileLock(folder / "cache.lock")
        self._folder = folder
        self._cancel = cancel

    def __enter__(self) -> Self:
        while True:
            self._cancel.raise_if_cancelled()
            try:
                self._lock.acquire(timeout=0.2)
            except Timeout:
                continue
            except OSError as error:
                raise write_error(self._folder, error) from error
            return self

    def __exit__(self, *_: object) -> None:
        self._lock.release()
