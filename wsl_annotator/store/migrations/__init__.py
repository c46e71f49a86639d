"""One file a schema version: `toN` brings a project from version N-1 to N inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from types import MappingProxyType

from wsl_annotator.store.migrations import to1, to2

Migration = Callable[[sqlite3.Connection], None]
"""Changes the schema by single statements. No `executescript`: it would commit the open transaction."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: to1.migrate, 2: to2.migrate})
"""Version reached -> its migration, from 1 without gaps; a new project runs all of them from an empty file."""
