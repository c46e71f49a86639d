"""Tables as CSV files: UTF-8, comma, point as the decimal mark whatever the language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from wsl_annotator.formats.atomic import atomic_write


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table; None becomes an empty cell.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow(["" if cell is None else cell for cell in row])
    with atomic_write(path) as stream:
        stream.write(text.getvalue())
