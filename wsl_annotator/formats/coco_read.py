"""COCO JSON -> `ImportSet`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeGuard

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.records import BoxState
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.export_set import ImportBox, ImportCategory, ImportImage, ImportSet
from wsl_annotator.formats.readers import read_json

FLAGS = ("occluded", "truncated", "difficult")
_PLACES = {"image": phrase("image {0}"), "category": phrase("category {0}")}
_Id = int | str


def read_coco(path: Path) -> ImportSet:
    """Return the annotations of one COCO instances file.

    Every field is kept: those that we do not use wait under `extra`, and `info` holds the top-level ones. An entry
    that cannot be used (an unknown image or category, a box that is empty, inverted or not finite) is listed in
    `problems` and the rest goes on. Ids that are 0, repeated or text are taken with a warning, and get new numbers
    on the way out. Boxes are not clipped: see `matching`.

    Args:
        path: the JSON file.

    Raises:
        FormatError: the file cannot be read, is not a COCO file, or repeats an image or category id with another
            meaning, so that boxes cannot be attributed.
    """
    non_finite: list[str] = []
    top = _top_level(path, read_json(path, non_finite=non_finite))
    problems: list[str] = []
    warnings: list[str] = []
    if non_finite:
        warnings.append(f"{path} holds {len(non_finite)} numbers that are not finite ({non_finite[0]}): read as empty.")
    categories = _categories(path, top["categories"], problems)
    images = _images(path, top["images"], problems)
    boxes: dict[_Id, list[ImportBox]] = {identity: [] for identity in images}
    seen: set[_Id] = set()
    for number, entry in enumerate(top["annotations"], start=1):
        where = phrase(f"{path}, annotation {number}")
        if _is_id(_get(entry, "id")):
            where += f" (id {entry['id']})"
        box = _read_box(entry, where, images, categories, problems)
        if box is None:
            continue
        _warn_of_id(entry.get("id"), seen, where, warnings)
        boxes[entry["image_id"]].append(box)
    return ImportSet(
        format="coco",
        images=tuple(_import_image(path, entry, tuple(boxes[identity])) for identity, entry in images.items()),
        categories=tuple(_import_category(entry) for entry in categories.values()),
        info={key: value for key, value in top.items() if key not in ("images", "annotations", "categories")},
        problems=tuple(problems),
        warnings=tuple(warnings),
    )


def _top_level(path: Path, value: Any) -> dict[str, Any]:
    if isinstance(value, list) and value and isinstance(value[0], dict) and "score" in value[0]:
        raise FormatError(
            f"{path} is a COCO results file, which names no images or classes.", "Choose the annotation file."
        )
    if not isinstance(value, dict):
        raise FormatError(f"{path} is not a COCO file: its top level is no object.", "Choose the annotation file.")
    for key in ("images", "annotations", "categories"):
        if not isinstance(value.get(key), list):
            raise FormatError(f'{path} is not a COCO file: it has no list "{key}".', "Choose the annotation file.")
    return value


def _get(entry: Any, key: str) -> Any:
    return entry.get(key) if isinstance(entry, dict) else None


def _is_id(value: Any) -> TypeGuard[_Id]:
    return isinstance(value, int | str) and not isinstance(value, bool)


def _whole(value: Any) -> int:
    """Return a size in pixels, 0 where it is missing or no whole number."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _source_id(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _keyed(path: Path, entries: list[Any], kind: str, name_key: str, problems: list[str]) -> dict[_Id, dict[str, Any]]:
    """Return the entries by id, each with an id and a name; the others are listed."""
    keyed: dict[_Id, dict[str, Any]] = {}
    for number, entry in enumerate(entries, start=1):
        where = f"{path}, {_PLACES[kind].format(number)}"
        identity, name = _get(entry, "id"), _get(entry, name_key)
        if not _is_id(identity):
            problems.append(f"{where} has no id: left out.")
        elif not isinstance(name, str) or not name.strip():
            problems.append(f"{where} (id {identity}) has no {name_key}: left out.")
        elif identity not in keyed:
            keyed[identity] = entry
        elif keyed[identity][name_key] == name:
            problems.append(f"{where} repeats id {identity}: left out.")
        else:
            raise FormatError(
                f"{where}, repeats id {identity} ({keyed[identity][name_key]!r} and {name!r}), so that its boxes "
                "cannot be told apart.",
                "Give every image an id of its own." if kind == "image" else "Give every category an id of its own.",
            )
    return keyed


def _categories(path: Path, entries: list[Any], problems: list[str]) -> dict[_Id, dict[str, Any]]:
    return _keyed(path, entries, "category", "name", problems)


def _images(path: Path, entries: list[Any], problems: list[str]) -> dict[_Id, dict[str, Any]]:
    return _keyed(path, entries, "image", "file_name", problems)


def _import_category(entry: Mapping[str, Any]) -> ImportCategory:
    return ImportCategory(
        name=entry["name"],
        source_id=_source_id(entry["id"]),
        extra={"coco": {key: value for key, value in entry.items() if key != "name"}},
    )


def _import_image(path: Path, entry: Mapping[str, Any], boxes: tuple[ImportBox, ...]) -> ImportImage:
    kept = {key: value for key, value in entry.items() if key not in ("file_name", "width", "height")}
    return ImportImage(
        file_name=entry["file_name"],
        width=_whole(entry.get("width")),
        height=_whole(entry.get("height")),
        boxes=boxes,
        source_id=_source_id(entry["id"]),
        source=f"{path}, image id {entry['id']}",
        extra={"coco": kept},
    )


def _read_box(
    entry: Any,
    where: str,
    images: Mapping[_Id, Any],
    categories: Mapping[_Id, Mapping[str, Any]],
    problems: list[str],
) -> ImportBox | None:
    """Return one box, or None after listing why it was left out."""
    if not isinstance(entry, dict):
        problems.append(f"{where} is no object: left out.")
        return None
    image_id, category_id, bbox = entry.get("image_id"), entry.get("category_id"), entry.get("bbox")
    if not _is_id(image_id) or image_id not in images:
        problems.append(f"{where} belongs to an unknown image ({str(image_id)[:40]}): left out.")
        return None
    if not _is_id(category_id) or category_id not in categories:
        problems.append(f"{where} has an unknown category ({str(category_id)[:40]}): left out.")
        return None
    if not (isinstance(bbox, list) and len(bbox) == 4 and all(_is_finite(number) for number in bbox)):
        problems.append(f"{where} has no bbox of four finite numbers: left out.")
        return None
    try:
        box = Box.from_xywh(*(float(number) for number in bbox))
    except ValueError:
        problems.append(f"{where} has an empty or inverted bbox {str(bbox)[:80]}: left out.")
        return None
    return _import_box(entry, box, str(categories[category_id]["name"]))


def _is_finite(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(float(value))
    except OverflowError:
        return False


def _import_box(entry: Mapping[str, Any], box: Box, class_name: str) -> ImportBox:
    carried = entry.get("attributes")
    carried = carried if isinstance(carried, dict) else {}
    attributes: dict[str, Any] = {key: carried[key] in (1, True) for key in FLAGS if carried.get(key) in (0, 1)}
    if isinstance(carried.get("pose"), str):
        attributes["pose"] = carried["pose"]
    if entry.get("iscrowd") in (0, 1):
        attributes["iscrowd"] = bool(entry["iscrowd"])
    kept = {key: value for key, value in entry.items() if key not in ("image_id", "category_id")}
    attributes["extra"] = {"coco": kept, "box": list(box.xyxy)}
    state, score = carried.get("state"), carried.get("score")
    return ImportBox(
        class_name=class_name,
        box=box,
        state=BoxState(state) if state in tuple(BoxState) else None,
        score=float(score) if isinstance(score, float | int) and _is_finite(score) else None,
        source_id=_source_id(entry.get("id")),
        attributes=attributes,
    )


def _warn_of_id(identity: Any, seen: set[_Id], where: str, warnings: list[str]) -> None:
    if not _is_id(identity):
        warnings.append(f"{where} has no id: it gets a new one.")
    elif identity in seen:
        warnings.append(f"{where} repeats an id, which evaluation counts as missed: it gets a new one.")
    elif not isinstance(identity, int) or identity <= 0:
        warnings.append(f"{where} has an id that is not above 0, which evaluation counts as missed: it gets a new one.")
    if _is_id(identity):
        seen.add(identity)
