"""Rows of the images table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.records import ImageRecord, ImageStatus, ImageSummary
from wsl_annotator.store.connection import Database, Row
from wsl_annotator.store.failures import read_row
from wsl_annotator.store.json_text import from_text, to_text

_COLUMNS = "id, path, width, height, sha256, status, problem, extra"
SUMMARIES = """
    SELECT id, path, width, height, status, problem,
           (SELECT count(*) FROM boxes INDEXED BY boxes_by_image
            WHERE image_id = images.id AND state IN ('accepted', 'adjusted', 'drawn')),
           (SELECT count(*) FROM localizations WHERE image_id = images.id),
           (SELECT count(*) FROM labels INDEXED BY labels_positive WHERE image_id = images.id AND state = 1)
    FROM images
"""
"""The image list. Each count reads a covering index and no row of the tables, which hold large blobs."""

_STATUS = {status.value: status for status in ImageStatus}


def path_problem(path: str) -> str:
    """Return why a relative image path cannot be stored, as one sentence; empty where it can."""
    if not path or PurePosixPath(path).is_absolute() or re.match(r"[A-Za-z]:/", path):
        return f"The image path {path!a} is not relative to the image folder."
    if PurePosixPath(path).as_posix() != path or ".." in path.split("/"):
        return f"The image path {path!a} is not in its plain form inside the image folder."
    try:
        path.encode()
    except UnicodeEncodeError:
        return f"The image name {path!a} is not valid text; rename the file."
    return "" if "\0" not in path else f"The image path {path!a} holds a zero byte."


def load_images(database: Database) -> list[ImageRecord]:
    """Return all images by id."""
    return [
        read_row(database.path, _image, row) for row in database.stream(f"SELECT {_COLUMNS} FROM images ORDER BY id")
    ]


def load_image(database: Database, image_id: int) -> ImageRecord:
    """Return one image.

    Raises:
        StoreError: there is none of this id.
    """
    row = database.row(f"SELECT {_COLUMNS} FROM images WHERE id = ?", (image_id,))
    if row is None:
        raise StoreError(f"There is no image {image_id} in {database.path}.")
    return read_row(database.path, _image, row)


def load_image_by_path(database: Database, path: str) -> ImageRecord | None:
    """Return the image of a relative path, or None."""
    row = database.row(f"SELECT {_COLUMNS} FROM images WHERE path = ?", (path,))
    return None if row is None else read_row(database.path, _image, row)


def load_paths(database: Database) -> set[str]:
    """Return the relative paths of all images."""
    return {path for (path,) in database.stream("SELECT path FROM images")}


def load_summaries(database: Database) -> list[ImageSummary]:
    """Return the rows of the image list by id, in one query."""
    return [read_row(database.path, _summary, row) for row in database.stream(f"{SUMMARIES} ORDER BY id")]


def load_summary(database: Database, image_id: int) -> ImageSummary:
    """Return one row of the image list.

    Raises:
        StoreError: there is none of this id.
    """
    row = database.row(f"{SUMMARIES} WHERE id = ?", (image_id,))
    if row is None:
        raise StoreError(f"There is no image {image_id} in {database.path}.")
    return read_row(database.path, _summary, row)


def insert_images(database: Database, records: Sequence[ImageRecord]) -> list[ImageRecord]:
    """Add images with ids of our own and return them. Inside the caller's transaction.

    Raises:
        StoreError: a path is not relative, is there already, or is given twice.
    """
    added = []
    for record in records:
        if problem := path_problem(record.path):
            raise StoreError(problem)
        if database.row("SELECT 1 FROM images WHERE path = ?", (record.path,)):
            raise StoreError(f"The image {record.path} is already in {database.path}.")
        cursor = database.execute(
            "INSERT INTO images (path, width, height, sha256, status, problem, extra) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                record.path,
                record.width,
                record.height,
                record.sha256,
                record.status.value,
                record.problem,
                to_text(record.extra),
            ),
        )
        added.append(load_image(database, int(cursor.lastrowid or 0)))
    return added


def replace_image(database: Database, record: ImageRecord) -> None:
    """Write an image's size, hash, problem and extra fields. Inside the caller's transaction."""
    database.execute(
        "UPDATE images SET width = ?, height = ?, sha256 = ?, problem = ?, extra = ? WHERE id = ?",
        (record.width, record.height, record.sha256, record.problem, to_text(record.extra), record.id),
    )


def set_status(database: Database, image_id: int, status: ImageStatus) -> None:
    """Write an image's review status. Inside the caller's transaction."""
    database.execute("UPDATE images SET status = ? WHERE id = ?", (status.value, image_id))


def _image(row: Row) -> ImageRecord:
    image_id, path, width, height, sha256, status, problem, extra = row
    return ImageRecord(
        id=image_id,
        path=path,
        width=width,
        height=height,
        sha256=sha256,
        status=_STATUS[status],
        problem=problem,
        extra=from_text(extra),
    )


def _summary(row: Row) -> ImageSummary:
    image_id, path, width, height, status, problem, boxes, localizations, positives = row
    return ImageSummary(
        id=image_id,
        path=path,
        width=width,
        height=height,
        status=_STATUS[status],
        problem=problem,
        boxes=boxes,
        localizations=localizations,
        positives=positives,
    )
