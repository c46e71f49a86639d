"""Rows of measured work: how many seconds a person was active on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wsl_annotator.store.connection import Database, Row
from wsl_annotator.store.failures import read_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A span of active time.

    Attributes:
        at: when it ended, ISO 8601 in UTC.
        image_id: the image that was shown.
        action: what ended it: `accepted`, `adjusted`, `rejected` or `drawn` (a box was put in that state), `deleted`,
            `label`, `status`, `other` (a threshold, a class), or `look` (nothing: another image was shown).
        seconds: of active time, at least 0; the share of one box where an action was on several.
        box_id: of the box; None where no box was meant. The box may have been deleted since.
        class_id: of the box or label; None where no class was meant.
    """

    at: str
    image_id: int
    action: str
    seconds: float
    box_id: int | None = None
    class_id: int | None = None


def write_activity(database: Database, rows: Sequence[Activity]) -> None:
    """Append rows. Inside the caller's transaction."""
    database.execute_many(
        "INSERT INTO activity (at, image_id, action, box_id, class_id, seconds) VALUES (?, ?, ?, ?, ?, ?)",
        [(row.at, row.image_id, row.action, row.box_id, row.class_id, row.seconds) for row in rows],
    )


def stream_activity(database: Database) -> Iterator[Activity]:
    """Yield all rows, oldest first."""
    for row in database.stream("SELECT at, image_id, action, box_id, class_id, seconds FROM activity ORDER BY id"):
        yield read_row(database.path, _activity, row)


def _activity(row: Row) -> Activity:
    at, image_id, action, box_id, class_id, seconds = row
    return Activity(at=at, image_id=image_id, action=action, seconds=seconds, box_id=box_id, class_id=class_id)
