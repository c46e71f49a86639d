"""Keeps the cache of frozen features below a limit: what was unused for longest goes first."""

from __future__ import annotations

import logging
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.paths import cache_dir

log = logging.getLogger(__name__)

ROWS, INDEX = ".rows", ".index"
DEFAULT_LIMIT_GB = 10.0
BYTES_A_GB = 10**9


def feature_cache() -> Path:
    """Return the folder of frozen features, where none is given; it may not exist yet."""
    return cache_dir() / "features"


@dataclass(frozen=True, slots=True, kw_only=True)
class CachedTable:
    """The files of one network and one variant.

    Attributes:
        key: their name without the ending.
        size: bytes of both files together.
        used_s: when a training used them last, seconds since 1970.
    """

    key: str
    size: int
    used_s: float


def cached_tables(folder: Path) -> list[CachedTable]:
    """Return what lies in a cache folder, the longest unused first; empty where the folder cannot be read."""
    sizes: dict[str, int] = {}
    used: dict[str, float] = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            key, ending = Path(entry.name).stem, Path(entry.name).suffix
            if ending not in (ROWS, INDEX):
                continue
            with suppress(OSError):
                status = entry.stat()
                sizes[key] = sizes.get(key, 0) + status.st_size
                used[key] = max(used.get(key, 0.0), status.st_mtime)
    tables = [CachedTable(key=key, size=size, used_s=used[key]) for key, size in sizes.items()]
    return sorted(tables, key=lambda table: (table.used_s, table.key))


def mark_used(folder: Path, key: str) -> None:
    """Note that a training uses a table now; a folder that is only read keeps its times."""
    with suppress(OSError):
        os.utime(folder / f"{key}{INDEX}")


def trim_cache(folder: Path, *, limit_bytes: int, needed_bytes: int, keep: Collection[str]) -> int:
    """Delete the longest unused tables until what remains and what is to come are below the limit.

    Call it while the folder is locked. On systems that let an open file be deleted, another training goes on with
    the tables that it has mapped; on others such a file stays until a later call.

    Args:
        folder: of the caches.
        limit_bytes: that all tables together may take.
        needed_bytes: that will be added to the tables in `keep`.
        keep: keys of the training that calls; they stay, even where they alone are over the limit.

    Returns:
        The bytes that were freed.
    """
    tables = cached_tables(folder)
    over = sum(table.size for table in tables) + needed_bytes - limit_bytes
    freed = 0
    for table in tables:
        if over - freed <= 0:
            break
        if table.key in keep:
            continue
        try:
            # rows without an index do not count, so a deletion that is interrupted leaves nothing that misleads
            (folder / f"{table.key}{INDEX}").unlink(missing_ok=True)
            (folder / f"{table.key}{ROWS}").unlink(missing_ok=True)
        except OSError as error:
            log.info("the cached table %s stays: %s", table.key, error)
            continue
        freed += table.size
    if freed:
        log.info("%.0f MB of unused features were deleted from %s", freed / 1e6, folder)
    return freed
