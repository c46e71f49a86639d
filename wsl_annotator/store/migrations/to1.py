"""Version 1: the first schema.

Ids of boxes and classes come from `counters`, so that an undone box never lends its id to another one. Labels that are
unknown have no row. Proposals belong to a localization and vanish with it; boxes belong to people and refer to
localizations inside `origin` only, so that no deletion ever reaches them.
"""

from __future__ import annotations

import sqlite3

_STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE counters (name TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO counters (name, last) VALUES ('boxes', 0), ('classes', 0)",
    """
    CREATE TABLE images (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE CHECK (path <> ''),
        width INTEGER NOT NULL CHECK (width >= 0),
        height INTEGER NOT NULL CHECK (height >= 0),
        sha256 TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('untouched', 'in_progress', 'verified', 'skipped')),
        problem TEXT NOT NULL,
        extra TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE classes (
        id INTEGER PRIMARY KEY CHECK (id >= 1),
        name TEXT NOT NULL UNIQUE CHECK (name <> ''),
        color TEXT NOT NULL,
        threshold REAL NOT NULL CHECK (threshold >= 0 AND threshold < 1),
        extra TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE labels (
        image_id INTEGER NOT NULL REFERENCES images (id),
        class_id INTEGER NOT NULL REFERENCES classes (id),
        state INTEGER NOT NULL CHECK (state IN (0, 1)),
        PRIMARY KEY (image_id, class_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX labels_by_class ON labels (class_id)",
    "CREATE INDEX labels_positive ON labels (image_id, state) WHERE state = 1",
    """
    CREATE TABLE boxes (
        id INTEGER PRIMARY KEY CHECK (id >= 1),
        image_id INTEGER NOT NULL REFERENCES images (id),
        class_id INTEGER NOT NULL REFERENCES classes (id),
        x1 REAL NOT NULL,
        y1 REAL NOT NULL,
        x2 REAL NOT NULL CHECK (x2 > x1),
        y2 REAL NOT NULL CHECK (y2 > y1),
        state TEXT NOT NULL CHECK (state IN ('accepted', 'adjusted', 'rejected', 'drawn')),
        origin TEXT NOT NULL,
        attributes TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX boxes_by_image ON boxes (image_id, state)",
    "CREATE INDEX boxes_by_class ON boxes (class_id)",
    """
    CREATE TABLE localizations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        image_id INTEGER NOT NULL REFERENCES images (id),
        class_id INTEGER NOT NULL REFERENCES classes (id),
        network_hash TEXT NOT NULL,
        config_digest TEXT NOT NULL,
        image_sha256 TEXT NOT NULL,
        network_name TEXT NOT NULL,
        config TEXT NOT NULL,
        created_at TEXT NOT NULL,
        class_score REAL NOT NULL,
        point_x REAL NOT NULL,
        point_y REAL NOT NULL,
        threshold REAL NOT NULL,
        batch_size INTEGER NOT NULL,
        padded_rows INTEGER NOT NULL,
        threads INTEGER NOT NULL,
        device TEXT NOT NULL,
        heat BLOB NOT NULL,
        trace BLOB,
        UNIQUE (image_id, class_id, network_hash, config_digest)
    ) STRICT
    """,
    "CREATE INDEX localizations_by_class ON localizations (class_id)",
    """
    CREATE TABLE proposals (
        localization_id INTEGER NOT NULL REFERENCES localizations (id) ON DELETE CASCADE,
        rank INTEGER NOT NULL CHECK (rank >= 0),
        x1 REAL NOT NULL,
        y1 REAL NOT NULL,
        x2 REAL NOT NULL CHECK (x2 > x1),
        y2 REAL NOT NULL CHECK (y2 > y1),
        score REAL NOT NULL,
        PRIMARY KEY (localization_id, rank)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        edit TEXT NOT NULL,
        inverse TEXT
    ) STRICT
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Make the tables of version 1 in an empty file."""
    for statement in _STATEMENTS:
        connection.execute(statement)
