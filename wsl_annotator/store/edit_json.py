"""Edits as JSON types and back, for the journal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, assert_never

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord, ImageStatus
from wsl_annotator.store.edits import (
    Batch,
    DeleteBoxes,
    DeleteClass,
    Edit,
    PutBoxes,
    PutClass,
    SetLabel,
    SetStatus,
    SetThreshold,
)
from wsl_annotator.store.json_text import origin_from_dict, origin_to_dict


def edit_to_dict(edit: Edit) -> dict[str, Any]:
    """Return an edit as JSON types."""
    match edit:
        case PutBoxes(boxes):
            return {"kind": "put_boxes", "boxes": [_box_to_dict(box) for box in boxes]}
        case DeleteBoxes(ids):
            return {"kind": "delete_boxes", "ids": list(ids)}
        case SetLabel():
            state = edit.state.name.lower()
            return {"kind": "set_label", "image_id": edit.image_id, "class_id": edit.class_id, "state": state}
        case SetStatus():
            return {"kind": "set_status", "image_id": edit.image_id, "status": edit.status.value}
        case SetThreshold():
            return {"kind": "set_threshold", "class_id": edit.class_id, "threshold": edit.threshold}
        case PutClass(record):
            return {"kind": "put_class", "class": _class_to_dict(record)}
        case DeleteClass(class_id):
            return {"kind": "delete_class", "id": class_id}
        case Batch(edits):
            return {"kind": "batch", "edits": [edit_to_dict(part) for part in edits]}
        case _:
            assert_never(edit)


def edit_from_dict(values: Mapping[str, Any]) -> Edit:
    """Return the edit that `edit_to_dict` wrote.

    Raises:
        StoreError: the entry is damaged or of an unknown kind.
    """
    try:
        return _READERS[values["kind"]](values)
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(
            f"A journal entry is damaged ({error}).", "The boxes and labels themselves are not affected."
        ) from error


def _box_to_dict(record: BoxRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "image_id": record.image_id,
        "class_id": record.class_id,
        "box": [float(edge) for edge in record.box.xyxy],
        "state": record.state.value,
        "origin": origin_to_dict(record.origin),
        "attributes": dict(record.attributes),
    }


def _box_from_dict(values: Mapping[str, Any]) -> BoxRecord:
    return BoxRecord(
        id=values["id"],
        image_id=values["image_id"],
        class_id=values["class_id"],
        box=Box(*values["box"]),
        state=BoxState(values["state"]),
        origin=origin_from_dict(values["origin"]),
        attributes=values["attributes"],
    )


def _class_to_dict(record: ClassRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "name": record.name,
        "color": record.color,
        "threshold": record.threshold,
        "extra": dict(record.extra),
    }


def _put_boxes(values: Mapping[str, Any]) -> Edit:
    return PutBoxes(tuple(_box_from_dict(box) for box in values["boxes"]))


def _delete_boxes(values: Mapping[str, Any]) -> Edit:
    return DeleteBoxes(tuple(values["ids"]))


def _set_label(values: Mapping[str, Any]) -> Edit:
    state = LabelState[values["state"].upper()]
    return SetLabel(image_id=values["image_id"], class_id=values["class_id"], state=state)


def _set_status(values: Mapping[str, Any]) -> Edit:
    return SetStatus(image_id=values["image_id"], status=ImageStatus(values["status"]))


def _set_threshold(values: Mapping[str, Any]) -> Edit:
    return SetThreshold(class_id=values["class_id"], threshold=values["threshold"])


def _put_class(values: Mapping[str, Any]) -> Edit:
    return PutClass(ClassRecord(**values["class"]))


def _delete_class(values: Mapping[str, Any]) -> Edit:
    return DeleteClass(values["id"])


def _batch(values: Mapping[str, Any]) -> Edit:
    return Batch(tuple(edit_from_dict(part) for part in values["edits"]))


_READERS: Mapping[str, Callable[[Mapping[str, Any]], Edit]] = MappingProxyType(
    {
        "put_boxes": _put_boxes,
        "delete_boxes": _delete_boxes,
        "set_label": _set_label,
        "set_status": _set_status,
        "set_threshold": _set_threshold,
        "put_class": _put_class,
        "delete_class": _delete_class,
        "batch": _batch,
    }
)
