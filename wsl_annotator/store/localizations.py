"""Rows of localizations and their proposals: what the models found. Nothing here writes a box."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.localization import Localization, ScoredBox
from wsl_annotator.core.records import LocalizationKey
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.store.codec import CodecError, decode_heat, decode_trace, encode_heat, encode_trace
from wsl_annotator.store.connection import Database, Row
from wsl_annotator.store.journal import now
from wsl_annotator.store.json_text import from_text, to_text

_COLUMNS = (
    "image_id, class_id, network_hash, config_digest, image_sha256, network_name, config, created_at, class_score,"
    " point_x, point_y, threshold, batch_size, padded_rows, threads, device, heat, trace"
)
_SELECT = f"""
    SELECT localizations.id, {", ".join(f"localizations.{column}" for column in _COLUMNS.split(", "))}, classes.name
    FROM localizations JOIN classes ON classes.id = localizations.class_id
"""
_SCOPED = "+"
"""Between the digests of settings and scope in `config_digest`: a search of the image as it is has no such mark."""
_NEWEST = f"""
    SELECT max(id) FROM localizations WHERE instr(config_digest, '{_SCOPED}') = 0 {{where}} GROUP BY image_id, class_id
"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StoredLocalization:
    """A localization in the project file.

    Attributes:
        id: never used twice, so that a box's origin names one search for ever.
        key: what it is of and by what.
        localization: heat map, point, scores and trace, bit for bit; the class has its present name.
        network_name: of the network, for people.
        config: of the localizer.
        image_sha256: of the image that was searched.
        created_at: ISO 8601 in UTC.
        proposals: boxes at `threshold`, best first.
        threshold: tau of `proposals`.
    """

    id: int
    key: LocalizationKey
    localization: Localization
    network_name: str
    config: LocalizerConfig
    image_sha256: str
    created_at: str
    proposals: tuple[ScoredBox, ...]
    threshold: float


def write_localization(
    database: Database,
    key: LocalizationKey,
    localization: Localization,
    *,
    image_sha256: str,
    network_name: str,
    config: LocalizerConfig,
    proposals: Sequence[ScoredBox],
    threshold: float,
    localization_id: int | None = None,
) -> int:
    """Store a localization in place of an older one of the same key, and return its id.

    Inside the caller's transaction. A `localization_id` is that of a removed localization that comes back; None makes
    a new one.

    Raises:
        StoreError: its image or class is not there, or a number is not finite.
    """
    for table, row_id in (("images", key.image_id), ("classes", key.class_id)):
        if database.row(f"SELECT 1 FROM {table} WHERE id = ?", (row_id,)) is None:
            raise StoreError(f"A search result is for row {row_id} of {table}, which is not in {database.path}.")
    numbers = (localization.class_score, *localization.point, threshold, *(found.score for found in proposals))
    if not all(math.isfinite(number) for number in numbers):
        raise StoreError(
            f"The search result for {localization.class_name} in image {key.image_id} holds numbers that are not"
            " finite, so it was not stored."
        )
    values = (
        key.image_id,
        key.class_id,
        key.network_hash,
        _digest(key),
        image_sha256,
        network_name,
        to_text(_settings(config, key.scope)),
        now(),
        float(localization.class_score),
        *(float(edge) for edge in localization.point),
        float(threshold),
        localization.batch_size,
        localization.padded_rows,
        localization.threads,
        localization.device,
        encode_heat(localization.heat),
        None if localization.trace is None else encode_trace(localization.trace),
    )
    # A new row, and not an update, so that the id of the older search is never that of the newer one.
    database.execute(
        "DELETE FROM localizations WHERE image_id = ? AND class_id = ? AND network_hash = ? AND config_digest = ?",
        values[:4],
    )
    marks = ", ".join("?" * (len(values) + 1))
    cursor = database.execute(
        f"INSERT INTO localizations (id, {_COLUMNS}) VALUES ({marks})", (localization_id, *values)
    )
    localization_id = int(cursor.lastrowid or 0)
    database.execute_many(
        "INSERT INTO proposals (localization_id, rank, x1, y1, x2, y2, score) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (localization_id, rank, *(float(edge) for edge in found.box.xyxy), float(found.score))
            for rank, found in enumerate(proposals)
        ],
    )
    return localization_id


def load_localizations(database: Database, image_id: int) -> list[StoredLocalization]:
    """Return the newest localization of each class of an image, searched as it is, by class id."""
    newest = _NEWEST.format(where="AND image_id = ?")
    rows = database.rows(f"{_SELECT} WHERE localizations.id IN ({newest}) ORDER BY class_id", (image_id,))
    return [_localization(database, row) for row in rows]


def load_runs(database: Database, image_id: int, class_id: int) -> list[StoredLocalization]:
    """Return every search of a class in an image as it is, by whatever network and settings, newest first."""
    rows = database.rows(
        f"{_SELECT} WHERE image_id = ? AND class_id = ? AND instr(config_digest, '{_SCOPED}') = 0"
        " ORDER BY localizations.id DESC",
        (image_id, class_id),
    )
    return [_localization(database, row) for row in rows]


def load_scoped(database: Database, image_id: int) -> list[StoredLocalization]:
    """Return every search of an image that saw only a part of it or had boxes filled, oldest first."""
    rows = database.rows(
        f"{_SELECT} WHERE image_id = ? AND instr(config_digest, '{_SCOPED}') > 0 ORDER BY localizations.id", (image_id,)
    )
    return [_localization(database, row) for row in rows]


def remove_localization(database: Database, localization_id: int) -> None:
    """Delete a search result with its proposals; boxes made of it stay. Inside the caller's transaction."""
    database.execute("DELETE FROM localizations WHERE id = ?", (localization_id,))


def stream_localizations(database: Database) -> Iterator[StoredLocalization]:
    """Yield the newest localization of each image and class, searched as it is, by image and class id."""
    newest = _NEWEST.format(where="")
    for row in database.stream(f"{_SELECT} WHERE localizations.id IN ({newest}) ORDER BY image_id, class_id"):
        yield _localization(database, row)


def find_localization(database: Database, localization_id: int) -> StoredLocalization | None:
    """Return the localization of an id, or None: a newer search of the same settings replaces it."""
    row = database.row(f"{_SELECT} WHERE localizations.id = ?", (localization_id,))
    return None if row is None else _localization(database, row)


def has_localization(database: Database, key: LocalizationKey, sha256: str) -> bool:
    """Whether the search `key` was done on an image of this hash."""
    row = database.row(
        "SELECT image_sha256 FROM localizations"
        " WHERE image_id = ? AND class_id = ? AND network_hash = ? AND config_digest = ?",
        (key.image_id, key.class_id, key.network_hash, _digest(key)),
    )
    return row is not None and row[0] == sha256


def damaged_localizations(database: Database) -> Iterator[str]:
    """Yield one sentence for each stored heat map or trace that cannot be read."""
    for row in database.stream(f"{_SELECT} ORDER BY localizations.id"):
        try:
            _localization(database, row)
        except StoreError as error:
            yield error.user_text


def _digest(key: LocalizationKey) -> str:
    """Return what the unique column holds: the digest of the settings, and of the scope where there is one."""
    return key.config_digest if key.scope.is_whole else f"{key.config_digest}{_SCOPED}{key.scope.digest}"


def _settings(config: LocalizerConfig, scope: SearchScope) -> dict[str, Any]:
    return config.to_dict() if scope.is_whole else {**config.to_dict(), "scope": scope.to_dict()}


def _localization(database: Database, row: Row) -> StoredLocalization:
    localization_id, image_id, class_id, network_hash, config_digest, image_sha256, network_name = row[:7]
    config, created_at, class_score, point_x, point_y, threshold = row[7:13]
    batch_size, padded_rows, threads, device, heat, trace, class_name = row[13:]
    proposals = database.rows(
        "SELECT x1, y1, x2, y2, score FROM proposals WHERE localization_id = ? ORDER BY rank", (localization_id,)
    )
    try:
        localization = Localization(
            class_name=class_name,
            class_score=class_score,
            point=(point_x, point_y),
            heat=decode_heat(heat),
            trace=None if trace is None else decode_trace(trace),
            batch_size=batch_size,
            padded_rows=padded_rows,
            threads=threads,
            device=device,
        )
        values = from_text(config)
        settings = LocalizerConfig.from_dict(values)
        scope = SearchScope.from_dict(values["scope"]) if "scope" in values else WHOLE_IMAGE
    except (CodecError, KeyError, TypeError, ValueError) as error:
        raise StoreError(
            f"The stored search result for {class_name} in image {image_id} of {database.path} is damaged ({error}).",
            "Search this image again; boxes and labels are not affected.",
        ) from error
    return StoredLocalization(
        id=localization_id,
        key=LocalizationKey(
            image_id=image_id,
            class_id=class_id,
            network_hash=network_hash,
            config_digest=config_digest.partition(_SCOPED)[0],
            scope=scope,
        ),
        localization=localization,
        network_name=network_name,
        config=settings,
        image_sha256=image_sha256,
        created_at=created_at,
        proposals=tuple(ScoredBox(Box(*found[:4]), found[4]) for found in proposals),
        threshold=threshold,
    )
