"""What is wrong inside a project file, for `doctor`."""

from __future__ import annotations

from wsl_annotator.core.errors import StoreError
from wsl_annotator.store.annotations import EDGE_TOLERANCE
from wsl_annotator.store.connection import Database
from wsl_annotator.store.localizations import damaged_localizations

_OUTSIDE = """
    SELECT boxes.id, images.path FROM boxes JOIN images ON images.id = boxes.image_id
    WHERE images.width > 0 AND images.height > 0
      AND (x1 < -?1 OR y1 < -?1 OR x2 > width + ?1 OR y2 > height + ?1)
    ORDER BY boxes.id
"""


def find_problems(database: Database) -> list[str]:
    """Return one sentence for each problem; the whole file is read."""
    problems: list[str] = []
    try:
        for (line,) in database.rows("PRAGMA integrity_check(100)"):
            if line != "ok":
                problems.append(f"The file's structure is damaged: {line}.")
        if problems:
            return problems
        for table, row_id, parent, _ in database.rows("PRAGMA foreign_key_check"):
            problems.append(f"Row {row_id} of {table} refers to a missing row of {parent}.")
        problems += [
            f"Box {box_id} lies outside its image {path}, which may have been replaced by a smaller one."
            for box_id, path in database.rows(_OUTSIDE, (EDGE_TOLERANCE,))
        ]
        problems += damaged_localizations(database)
    except StoreError as error:
        problems.append(error.user_text)
    return problems
