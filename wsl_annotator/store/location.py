"""Where the images lie: stored relative to the project file, so that project and images may move together."""

from __future__ import annotations

import os
from pathlib import Path

from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.connection import Database

_RELATIVE = "image_root_relative"
_ABSOLUTE = "image_root_absolute"


def store_image_root(database: Database, image_root: Path) -> None:
    """Remember the image folder, relative to the project file and absolute. Inside the caller's transaction."""
    absolute = image_root.absolute()
    values = {_ABSOLUTE: absolute.as_posix(), _RELATIVE: _relative(database.path, absolute)}
    for key, value in values.items():
        database.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def load_image_root(database: Database) -> Path:
    """Return the image folder, which may be missing.

    The place relative to the project file counts first: a copy of project and images uses its own images. Where it is
    missing, the absolute place counts: the project file was moved alone.

    Raises:
        StoreError: the project does not say.
    """
    rows = database.rows("SELECT key, value FROM meta WHERE key IN (?, ?)", (_RELATIVE, _ABSOLUTE))
    values: dict[str, str] = {key: value for key, value in rows}  # noqa: C416  (rows are wide tuples to mypy)
    if _ABSOLUTE not in values:
        raise StoreError(f"The project file {database.path} is damaged: it names no image folder.")
    absolute = Path(values[_ABSOLUTE])
    if not values.get(_RELATIVE):
        return absolute
    relative = Path(os.path.normpath(database.path.absolute().resolve().parent / values[_RELATIVE]))
    return absolute if not relative.is_dir() and absolute.is_dir() else relative


def _relative(project: Path, image_root: Path) -> str:
    try:
        return Path(os.path.relpath(image_root.resolve(), project.absolute().resolve().parent)).as_posix()
    except ValueError:
        # Another drive has no relative path.
        return ""
