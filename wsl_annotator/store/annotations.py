"""Rows of classes, image-level labels and boxes: what people say of the images."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord
from wsl_annotator.core.words import phrase
from wsl_annotator.store.connection import Database, Row
from wsl_annotator.store.failures import read_row
from wsl_annotator.store.json_text import from_text, origin_from_text, origin_to_dict, to_text

EDGE_TOLERANCE = 1e-6
"""How far, in pixels, a box may reach over the image's edge through rounding."""

_CLASS = "id, name, color, threshold, extra"
_BOX = "id, image_id, class_id, x1, y1, x2, y2, state, origin, attributes"
_USES = (
    ("boxes", phrase("{0} box"), phrase("{0} boxes")),
    ("labels", phrase("{0} image-level label"), phrase("{0} image-level labels")),
    ("localizations", phrase("{0} search result"), phrase("{0} search results")),
)
_BOX_STATES = {state.value: state for state in BoxState}


def reserve_ids(database: Database, counter: str, count: int) -> list[int]:
    """Return `count` ids that no row ever had. Inside the caller's transaction."""
    row = database.row("UPDATE counters SET last = last + ? WHERE name = ? RETURNING last", (count, counter))
    if row is None:
        raise StoreError(f"The project file {database.path} is damaged: it has no counter of {counter}.")
    last = int(row[0])
    return list(range(last - count + 1, last + 1))


def load_classes(database: Database) -> list[ClassRecord]:
    """Return all classes by id."""
    return [read_row(database.path, _class, row) for row in database.rows(f"SELECT {_CLASS} FROM classes ORDER BY id")]


def find_class(database: Database, class_id: int) -> ClassRecord | None:
    """Return the class of an id, or None."""
    row = database.row(f"SELECT {_CLASS} FROM classes WHERE id = ?", (class_id,))
    return None if row is None else read_row(database.path, _class, row)


def find_class_by_name(database: Database, name: str) -> ClassRecord | None:
    """Return the class of a name, or None."""
    row = database.row(f"SELECT {_CLASS} FROM classes WHERE name = ?", (name,))
    return None if row is None else read_row(database.path, _class, row)


def write_class(database: Database, record: ClassRecord) -> None:
    """Insert or replace a class. Inside the caller's transaction.

    Raises:
        StoreError: the name is empty or another class's, the threshold outside [0, 1), or the id below 1.
    """
    if record.id < 1 or not record.name.strip() or not 0 <= record.threshold < 1:
        raise StoreError(
            f"The class {record.name!r} (id {record.id}, threshold {record.threshold}) cannot be stored.",
            "A class needs a name, an id from 1 and a threshold from 0 to below 1.",
        )
    namesake = find_class_by_name(database, record.name)
    if namesake is not None and namesake.id != record.id:
        raise StoreError(f"There is already a class {record.name!r} in {database.path}.", "Choose another name.")
    database.execute(
        f"INSERT INTO classes ({_CLASS}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " name = excluded.name, color = excluded.color, threshold = excluded.threshold, extra = excluded.extra",
        (record.id, record.name, record.color, record.threshold, to_text(record.extra)),
    )
    _raise_counter(database, "classes", record.id)


def remove_class(database: Database, record: ClassRecord) -> None:
    """Delete a class that nothing uses. Inside the caller's transaction.

    Raises:
        StoreError: something uses it.
    """
    uses = []
    for table, one, many in _USES:
        row = database.row(f"SELECT count(*) FROM {table} WHERE class_id = ?", (record.id,))
        if row and row[0]:
            uses.append((one if row[0] == 1 else many).format(row[0]))
    if uses:
        raise StoreError(
            f"The class {record.name!r} is still in use by {', '.join(uses)}, so it was not deleted.",
            "Delete those first, or give them another class.",
        )
    database.execute("DELETE FROM classes WHERE id = ?", (record.id,))


def load_labels(database: Database, image_id: int) -> dict[int, LabelState]:
    """Return the known labels of an image: class id -> state, by class id."""
    rows = database.rows("SELECT class_id, state FROM labels WHERE image_id = ? ORDER BY class_id", (image_id,))
    return {class_id: LabelState(state) for class_id, state in rows}


def load_all_labels(database: Database) -> dict[int, dict[int, LabelState]]:
    """Return the known labels of all images that have any: image id -> class id -> state."""
    states = {state.value: state for state in LabelState}
    labels: dict[int, dict[int, LabelState]] = {}
    for image_id, class_id, state in database.stream("SELECT image_id, class_id, state FROM labels ORDER BY 1, 2"):
        labels.setdefault(image_id, {})[class_id] = states[state]
    return labels


def find_label(database: Database, *, image_id: int, class_id: int) -> LabelState:
    """Return one label; unknown where there is no row."""
    row = database.row("SELECT state FROM labels WHERE image_id = ? AND class_id = ?", (image_id, class_id))
    return LabelState.UNKNOWN if row is None else LabelState(row[0])


def write_label(database: Database, *, image_id: int, class_id: int, state: LabelState) -> None:
    """Write one label; an unknown one has no row. Inside the caller's transaction."""
    if state is LabelState.UNKNOWN:
        database.execute("DELETE FROM labels WHERE image_id = ? AND class_id = ?", (image_id, class_id))
        return
    database.execute(
        "INSERT INTO labels (image_id, class_id, state) VALUES (?, ?, ?)"
        " ON CONFLICT (image_id, class_id) DO UPDATE SET state = excluded.state",
        (image_id, class_id, int(state)),
    )


def load_boxes(database: Database, image_id: int) -> list[BoxRecord]:
    """Return the boxes of an image by id."""
    return [
        read_row(database.path, _box, row)
        for row in database.rows(f"SELECT {_BOX} FROM boxes WHERE image_id = ? ORDER BY id", (image_id,))
    ]


def stream_boxes(database: Database) -> Iterator[BoxRecord]:
    """Yield the boxes of all images, by image and id."""
    for row in database.stream(f"SELECT {_BOX} FROM boxes ORDER BY image_id, id"):
        yield read_row(database.path, _box, row)


def find_boxes(database: Database, ids: Sequence[int]) -> dict[int, BoxRecord]:
    """Return those boxes of the given ids that there are, by id."""
    found: dict[int, BoxRecord] = {}
    for box_id in ids:
        row = database.row(f"SELECT {_BOX} FROM boxes WHERE id = ?", (box_id,))
        if row is not None:
            found[box_id] = read_row(database.path, _box, row)
    return found


def write_box(database: Database, record: BoxRecord) -> None:
    """Insert or replace a box. Inside the caller's transaction.

    Raises:
        StoreError: it is a proposal, its image or class is not there, or it lies outside the image.
    """
    if record.state is BoxState.PROPOSED:
        raise StoreError(
            f"Box {record.id} is a proposal, which is never stored as a box.", "Accept, adjust or reject it first."
        )
    if record.id < 1:
        raise StoreError(f"A box cannot have the id {record.id}: ids start at 1.")
    image = database.row("SELECT path, width, height FROM images WHERE id = ?", (record.image_id,))
    if image is None:
        raise StoreError(f"Box {record.id} belongs to image {record.image_id}, which is not in {database.path}.")
    if database.row("SELECT 1 FROM classes WHERE id = ?", (record.class_id,)) is None:
        raise StoreError(f"Box {record.id} has the class {record.class_id}, which is not in {database.path}.")
    path, width, height = image
    x1, y1, x2, y2 = record.box.xyxy
    known = width > 0 and height > 0
    if min(x1, y1) < -EDGE_TOLERANCE or (known and (x2 > width + EDGE_TOLERANCE or y2 > height + EDGE_TOLERANCE)):
        raise StoreError(
            f"Box {record.id} ({x1:g}, {y1:g}, {x2:g}, {y2:g}) lies outside the image {path} of {width} x {height}.",
            "Move it inside the image.",
        )
    database.execute(
        f"INSERT INTO boxes ({_BOX}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " image_id = excluded.image_id, class_id = excluded.class_id, x1 = excluded.x1, y1 = excluded.y1,"
        " x2 = excluded.x2, y2 = excluded.y2, state = excluded.state, origin = excluded.origin,"
        " attributes = excluded.attributes",
        (
            record.id,
            record.image_id,
            record.class_id,
            *(float(edge) for edge in record.box.xyxy),
            record.state.value,
            to_text(origin_to_dict(record.origin)),
            to_text(record.attributes),
        ),
    )
    _raise_counter(database, "boxes", record.id)


def remove_boxes(database: Database, ids: Sequence[int]) -> None:
    """Delete boxes. Inside the caller's transaction."""
    database.execute_many("DELETE FROM boxes WHERE id = ?", [(box_id,) for box_id in ids])


def _raise_counter(database: Database, counter: str, used: int) -> None:
    """Let no later id be `used`, which an import or an undo brought along."""
    database.execute("UPDATE counters SET last = ?1 WHERE name = ?2 AND last < ?1", (used, counter))


def _class(row: Row) -> ClassRecord:
    class_id, name, color, threshold, extra = row
    return ClassRecord(id=class_id, name=name, color=color, threshold=threshold, extra=from_text(extra))


def _box(row: Row) -> BoxRecord:
    box_id, image_id, class_id, x1, y1, x2, y2, state, origin, attributes = row
    return BoxRecord(
        id=box_id,
        image_id=image_id,
        class_id=class_id,
        box=Box(x1, y1, x2, y2),
        state=_BOX_STATES[state],
        origin=origin_from_text(origin),
        attributes=from_text(attributes),
    )
