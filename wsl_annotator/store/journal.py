"""The edit journal: what was changed when, and what would take it back."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from wsl_annotator.store.connection import Database, Row
from wsl_annotator.store.edit_json import edit_from_dict, edit_to_dict
from wsl_annotator.store.edits import Edit
from wsl_annotator.store.failures import read_row
from wsl_annotator.store.json_text import from_text, to_text

_STEP_LENGTH = 100_000
"""Characters of the longest edit that is taken for one a person made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalEntry:
    """One transaction of the journal.

    Attributes:
        id: counts up from 1.
        at: ISO 8601 in UTC, milliseconds.
        kind: such as `put_boxes`, `batch`, `import_labels`.
        edit: what was done, as JSON types.
        inverse: what takes it back; None for bulk imports.
    """

    id: int
    at: str
    kind: str
    edit: Mapping[str, Any]
    inverse: Mapping[str, Any] | None

    def undo(self) -> Edit | None:
        """Return the inverse as an edit; None where there is none."""
        return None if self.inverse is None else edit_from_dict(self.inverse)


def now() -> str:
    """Return the time as ISO 8601 in UTC, milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def write_edit(database: Database, edit: Edit, inverse: Edit) -> None:
    """Add an edit to the journal. Inside the caller's transaction."""
    values = edit_to_dict(edit)
    _write(database, str(values["kind"]), to_text(values), to_text(edit_to_dict(inverse)))


def write_bulk(database: Database, kind: str, values: Mapping[str, Any]) -> None:
    """Add a bulk change that has no inverse to the journal. Inside the caller's transaction."""
    _write(database, kind, to_text(values), None)


def load_journal(database: Database, limit: int) -> list[JournalEntry]:
    """Return the newest entries, newest first."""
    rows = database.rows("SELECT id, at, kind, edit, inverse FROM journal ORDER BY id DESC LIMIT ?", (limit,))
    return [read_row(database.path, _entry, row) for row in rows]


def load_last_steps(database: Database, limit: int) -> list[JournalEntry]:
    """Return the newest entries, newest first, as far back as the first that is longer than what a person does at once.

    An import may be one entry of many megabytes: to read it would keep the window waiting.
    """
    rows = database.rows(
        "SELECT id, at, kind, CASE WHEN length(edit) <= ? THEN edit END, inverse FROM journal ORDER BY id DESC LIMIT ?",
        (_STEP_LENGTH, limit),
    )
    short = itertools.takewhile(lambda row: row[3] is not None and row[4] is not None, rows)
    return [read_row(database.path, _entry, row) for row in short]


def _entry(row: Row) -> JournalEntry:
    entry_id, at, kind, edit, inverse = row
    return JournalEntry(
        id=entry_id,
        at=at,
        kind=kind,
        edit=from_text(edit),
        inverse=None if inverse is None else from_text(inverse),
    )


def _write(database: Database, kind: str, edit: str, inverse: str | None) -> None:
    database.execute("INSERT INTO journal (at, kind, edit, inverse) VALUES (?, ?, ?, ?)", (now(), kind, edit, inverse))
