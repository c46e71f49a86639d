"""The fields that VOC and COCO keep of a box beside its edges: difficult, truncated, occluded, iscrowd, pose."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from wsl_annotator.core.records import BoxRecord
from wsl_annotator.store.edits import PutBoxes

FLAGS = ("difficult", "truncated", "occluded", "iscrowd")
"""Yes or no; a flag that is missing means no."""
POSE = "pose"
POSES = ("Unspecified", "Frontal", "Rear", "Left", "Right")
"""The words of VOC; any other may be written too."""


def flag_of(attributes: Mapping[str, Any], name: str) -> bool:
    """Return a flag of a box's attributes."""
    return bool(attributes.get(name, False))


def pose_of(attributes: Mapping[str, Any]) -> str:
    """Return the pose of a box's attributes; empty where none is known."""
    value = attributes.get(POSE)
    return value if isinstance(value, str) else ""


def set_attribute(records: Iterable[BoxRecord], name: str, *, value: bool | str) -> PutBoxes:
    """Return the edit that gives boxes one of the fields; boxes that have it so already are left out.

    Args:
        records: a person's boxes, locked ones too: a lock keeps edges and class.
        name: one of `FLAGS`, or `POSE`.
        value: the flag, or the pose; an empty pose is taken away.

    Raises:
        ValueError: another field, or a value of the wrong kind.
    """
    if not (name in FLAGS and isinstance(value, bool)) and not (name == POSE and isinstance(value, str)):
        raise ValueError(f"no such field of a box: {name}={value!r}")
    changed = []
    for record in records:
        before = flag_of(record.attributes, name) if name in FLAGS else pose_of(record.attributes)
        if before == value:
            continue
        attributes = {key: kept for key, kept in record.attributes.items() if key != name}
        if value != "":
            attributes[name] = value
        changed.append(dataclasses.replace(record, attributes=attributes))
    return PutBoxes(tuple(changed))
