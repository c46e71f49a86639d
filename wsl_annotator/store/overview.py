"""All images of a project as columns of numbers: what lists, filters and queues of 100,000 images are made of.

Many small rows travel from SQLite as one text a block and become an array at once: Python objects for each of two
million labels would take seconds and hundreds of megabytes, and hold up the window's thread meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.store.annotations import load_labels
from wsl_annotator.store.connection import Database

STATUS_CODES = tuple(ImageStatus)
"""A status is stored in columns as its place here."""

JUDGED_STATES = (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN, BoxState.REJECTED)
"""The states of boxes that are counted, in the order of the columns."""

BLOCK_IMAGES = 5000
_IDS = 2**20
_STATUS = {status.value: code for code, status in enumerate(STATUS_CODES)}
_STATES = {state.value: code for code, state in enumerate(JUDGED_STATES)}
_OVERLAPS = (
    "max(0, min(p.x2, {x2}) - max(p.x1, {x1})) * max(0, min(p.y2, {y2}) - max(p.y1, {y1})) * (1 + :iou)"
    " >= :iou * ((p.x2 - p.x1) * (p.y2 - p.y1) + ({x2} - {x1}) * ({y2} - {y1}))"
)
_BOX = _OVERLAPS.format(x1="b.x1", y1="b.y1", x2="b.x2", y2="b.y2")
_PROPOSED = "json_extract(b.origin, '$.proposed[{}]')"
_MADE_OF = _OVERLAPS.format(**{edge: _PROPOSED.format(at) for at, edge in enumerate(("x1", "y1", "x2", "y2"))})
_HIDDEN = f"""
    SELECT p.localization_id, count(*)
    FROM proposals p JOIN localizations l ON l.id = p.localization_id
    WHERE {{where}} EXISTS (
        SELECT 1 FROM boxes b INDEXED BY boxes_by_image
        WHERE b.image_id = l.image_id AND b.class_id = l.class_id AND ({_BOX} OR {_MADE_OF})
    )
    GROUP BY p.localization_id
"""
"""Proposals that overlap a judged box of their class, or the proposal it was made of, as `workflow.review` hides them:
the intersection i of areas a and b is at least t of the union where i (1 + t) >= t (a + b)."""

_SEARCHES = """
    SELECT id, image_id, class_id, class_score,
           (SELECT count(*) FROM proposals WHERE localization_id = localizations.id)
    FROM localizations WHERE instr(config_digest, '+') = 0
"""
"""Without the searches of a part of an image, which bear a + (see `localizations`): theirs is not the image's score."""


@dataclass(frozen=True, slots=True, eq=False)
class ImageColumns:
    """The images themselves, by id. N rows.

    Attributes:
        ids: int64 (N,), ascending.
        paths: N relative paths with `/`.
        widths: int32 (N,), 0 where unreadable.
        heights: int32 (N,), 0 where unreadable.
        status: uint8 (N,), places in `STATUS_CODES`.
        problems: image id -> one sentence, for those that cannot be used.
    """

    ids: NDArray[np.int64]
    paths: list[str]
    widths: NDArray[np.int32]
    heights: NDArray[np.int32]
    status: NDArray[np.uint8]
    problems: dict[int, str]


@dataclass(frozen=True, slots=True, eq=False)
class Searches:
    """The newest search of each image and class, and some older ones before it. M rows.

    Attributes:
        image_ids: int64 (M,).
        class_ids: int64 (M,).
        log_odds: float64 (M,), the class score of the whole image.
        proposed: int64 (M,), proposals that no person has judged yet.
    """

    image_ids: NDArray[np.int64]
    class_ids: NDArray[np.int64]
    log_odds: NDArray[np.float64]
    proposed: NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFacts:
    """What is known of the content of one image.

    Attributes:
        labels: class id -> positive or negative.
        log_odds: class id -> class score of the newest search.
        proposed: class id -> proposals of that search that no person has judged yet.
        boxes: boxes of each of `JUDGED_STATES`.
        searches: stored searches of the whole image, older ones too.
    """

    labels: dict[int, LabelState]
    log_odds: dict[int, float]
    proposed: dict[int, int]
    boxes: tuple[int, int, int, int]
    searches: int


def load_image_columns(database: Database, on_block: Callable[[], None]) -> ImageColumns:
    """Return the images by id; `on_block` is called now and then and may raise to stop."""
    ids: list[int] = []
    paths: list[str] = []
    widths: list[int] = []
    heights: list[int] = []
    status: list[int] = []
    problems: dict[int, str] = {}
    for row in database.stream("SELECT id, path, width, height, status, problem FROM images ORDER BY id"):
        image_id, path, width, height, word, problem = row
        if len(ids) % BLOCK_IMAGES == 0:
            on_block()
        ids.append(image_id)
        paths.append(path)
        widths.append(width)
        heights.append(height)
        if word not in _STATUS:
            raise StoreError(f"The project file {database.path} is damaged: an image has the status {word!r}.")
        status.append(_STATUS[word])
        if problem:
            problems[image_id] = problem
    return ImageColumns(
        ids=np.array(ids, dtype=np.int64),
        paths=paths,
        widths=np.array(widths, dtype=np.int32),
        heights=np.array(heights, dtype=np.int32),
        status=np.array(status, dtype=np.uint8),
        problems=problems,
    )


def load_box_counts(database: Database) -> NDArray[np.int64]:
    """Return int64 (M, 3): image id, place in `JUDGED_STATES`, number of boxes. It reads one covering index."""
    rows = database.stream(
        "SELECT image_id, state, count(*) FROM boxes INDEXED BY boxes_by_image GROUP BY image_id, state"
    )
    counts = [number for image_id, state, count in rows for number in (image_id, _STATES[state], count)]
    return np.array(counts, dtype=np.int64).reshape(-1, 3)


def stream_labels(database: Database) -> Iterator[NDArray[np.int64]]:
    """Yield the known labels in blocks: int64 (M, 3) of image id, class id, 1 for positive or 0 for negative."""
    last = database.row("SELECT max(id) FROM images")
    for first in range(0, int(last[0] or 0) + 1 if last is not None else 0, BLOCK_IMAGES):
        row = database.row(
            f"SELECT group_concat((image_id * {_IDS} + class_id) * 2 + state) FROM labels"
            " WHERE image_id >= ? AND image_id < ?",
            (first, first + BLOCK_IMAGES),
        )
        if row is not None and row[0]:
            codes = np.fromstring(row[0], dtype=np.int64, sep=",")
            yield np.stack([codes // (2 * _IDS), codes // 2 % _IDS, codes % 2], axis=1)


def load_searches(database: Database, *, judged_iou: float, on_block: Callable[[], None]) -> Searches:
    """Return the searches by id, so that of two of one image and class the newest comes last.

    Args:
        database: of the project.
        judged_iou: overlap from which on a proposal counts as judged.
        on_block: called now and then; may raise to stop.
    """
    # Flat, because the garbage collector looks at every tuple that stays and at no number.
    found: list[float] = []
    for row in database.stream(f"{_SEARCHES} ORDER BY id"):
        if len(found) % (5 * BLOCK_IMAGES) == 0:
            on_block()
        found.extend(row)
    table = np.array(found, dtype=np.float64).reshape(-1, 5)
    proposed = table[:, 4].astype(np.int64)
    hidden = database.rows(_HIDDEN.format(where=""), {"iou": judged_iou})
    judged = np.array(hidden, dtype=np.int64).reshape(-1, 2)
    judged = judged[np.isin(judged[:, 0], table[:, 0])]
    proposed[np.searchsorted(table[:, 0], judged[:, 0])] -= judged[:, 1]
    return Searches(table[:, 1].astype(np.int64), table[:, 2].astype(np.int64), table[:, 3].copy(), proposed)


def load_facts(database: Database, image_id: int, *, judged_iou: float) -> ImageFacts:
    """Return what is known of the content of one image; nothing at all where there is no such image."""
    searches = database.rows(f"{_SEARCHES} AND image_id = ? ORDER BY id", (image_id,))
    newest = {row[2]: row for row in searches}
    where = "l.image_id = :image AND"
    judged = database.rows(_HIDDEN.format(where=where), {"iou": judged_iou, "image": image_id})
    hidden: dict[int, int] = {row[0]: row[1] for row in judged}
    counts = [0] * len(JUDGED_STATES)
    for state, count in database.rows(
        "SELECT state, count(*) FROM boxes INDEXED BY boxes_by_image WHERE image_id = ? GROUP BY state", (image_id,)
    ):
        counts[_STATES[state]] = count
    return ImageFacts(
        labels=load_labels(database, image_id),
        log_odds={class_id: row[3] for class_id, row in newest.items()},
        proposed={class_id: row[4] - hidden.get(row[0], 0) for class_id, row in newest.items()},
        boxes=(counts[0], counts[1], counts[2], counts[3]),
        searches=len(searches),
    )
