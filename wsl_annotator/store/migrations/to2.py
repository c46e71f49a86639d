"""Version 2: how long people worked on what. Rows are measured, never edited, and hang on their image alone."""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    """
    CREATE TABLE activity (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        image_id INTEGER NOT NULL REFERENCES images (id),
        action TEXT NOT NULL CHECK (action <> ''),
        box_id INTEGER,
        class_id INTEGER,
        seconds REAL NOT NULL CHECK (seconds >= 0)
    ) STRICT
    """,
    "CREATE INDEX activity_by_image ON activity (image_id)",
)


def migrate(connection: sqlite3.Connection) -> None:
    """Add the table."""
    for statement in _STATEMENTS:
        connection.execute(statement)
