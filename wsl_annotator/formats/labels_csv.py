"""Image-level labels as a table: `file_name` and one column a class; 1 there, 0 not there, -1 or blank unknown."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelState, LabelTable
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.atomic import atomic_write
from wsl_annotator.formats.label_builder import LabelBuilder
from wsl_annotator.formats.readers import read_text

_NAME_COLUMNS = ("file_name", "filename", "file name", "image", "image_name", "file", "path")
_STATES = {
    "1": LabelState.POSITIVE, "1.0": LabelState.POSITIVE, "+1": LabelState.POSITIVE,
    "0": LabelState.NEGATIVE, "0.0": LabelState.NEGATIVE,
    "-1": LabelState.UNKNOWN, "-1.0": LabelState.UNKNOWN, "": LabelState.UNKNOWN,
}  # fmt: skip
_HINT = "The first line is file_name and one class a column; below it 1, 0, -1 or blank."


def read_labels_csv(path: Path, *, image_names: Collection[str] | None = None) -> LabelTable:
    """Return the labels of a table separated by commas, semicolons or tabs.

    A byte-order mark and Windows line ends are taken. A line with too many or too few columns is left out and
    listed with its number; a value other than 1, 0, -1 or blank is unknown and listed.

    Args:
        path: the file.
        image_names: see `LabelBuilder`.

    Raises:
        FormatError: the file cannot be read, its first line is no header, or no value in it is a label.
    """
    lines = _lines(path)
    _, header = next(lines, (0, []))
    classes = _classes(path, header)
    builder = LabelBuilder(image_names)
    builder.add_classes(classes)
    rows = values = good = 0
    for number, cells in lines:
        where = phrase(f"{path}, line {number}")
        if any(cell.strip() for cell in cells[len(classes) + 1 :]) or len(cells) < len(classes) + 1:
            builder.problems.append(f"{where}, has {len(cells)} columns, not {len(classes) + 1}: left out.")
            continue
        rows += 1
        name = cells[0].strip()
        image = builder.add_image(name, where) if name else None
        if not name:
            builder.problems.append(f"{where}, has no file name: left out.")
        for class_name, cell in zip(classes, cells[1:], strict=False):
            values += 1
            state = _STATES.get(cell.strip())
            good += state is not None
            if state is None:
                builder.problems.append(
                    f"{where}: {class_name} is {cell.strip()[:20]!r}, not 1, 0, -1 or blank: unknown."
                )
            elif image is not None:
                builder.add(image, class_name, state, where)
    if values and not good:
        raise FormatError(f"{path} has no column with 1, 0, -1 or blank.", _HINT)
    if not rows:
        raise FormatError(f"{path} has no line with {len(classes) + 1} columns below its header.", _HINT)
    return builder.table()


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of each line that is not blank.

    Raises:
        FormatError: the file cannot be read, or is no table.
    """
    text = read_text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise FormatError(f"{path}, line {reader.line_num}, is not a line of a table: {error}.", _HINT) from error


def _classes(path: Path, header: list[str]) -> list[str]:
    names = [cell.strip() for cell in header]
    while names and not names[-1]:
        names.pop()  # spreadsheets append empty columns
    if not names or names[0].casefold() not in _NAME_COLUMNS:
        shown = names[0][:40] if names else ""
        missing = phrase(" (there is no header line)") if PurePosixPath(shown).suffix else ""
        raise FormatError(f"{path}, line 1, begins with {shown!r} and not with file_name{missing}.", _HINT)
    classes = names[1:]
    if not classes:
        raise FormatError(f"{path}, line 1, has no class column.", _HINT)
    if "" in classes:
        raise FormatError(f"{path}, line 1, has a column without a name (column {classes.index('') + 2}).", _HINT)
    repeated = next((name for name in classes if classes.count(name) > 1), None)
    if repeated is not None:
        raise FormatError(f"{path}, line 1, has class {repeated!r} twice.", _HINT)
    return classes


def write_labels_csv(table: LabelTable, path: Path) -> None:
    """Write a table that `read_labels_csv` reads back: UTF-8, commas, LF; unknown is -1.

    Args:
        table: the labels; its problems are not written.
        path: the file, replaced at once.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
    """
    with atomic_write(path) as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["file_name", *table.classes])
        for row in table.rows:
            states = [int(row.states.get(name, LabelState.UNKNOWN)) for name in table.classes]
            writer.writerow([row.file_name, *states])
