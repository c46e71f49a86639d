"""Edits as frozen values: each is applied in one transaction and has an exact inverse."""

from __future__ import annotations

from dataclasses import dataclass

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ClassRecord, ImageStatus


@dataclass(frozen=True, slots=True)
class PutBoxes:
    """Insert boxes, or replace those with the same id. Ids come from `Project.new_box_ids`."""

    boxes: tuple[BoxRecord, ...]


@dataclass(frozen=True, slots=True)
class DeleteBoxes:
    """Delete boxes by id; unknown ids are an error."""

    ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLabel:
    """Set one image-level label."""

    image_id: int
    class_id: int
    state: LabelState


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStatus:
    """Set the review status of an image."""

    image_id: int
    status: ImageStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class SetThreshold:
    """Set a class's threshold tau, in [0, 1)."""

    class_id: int
    threshold: float


@dataclass(frozen=True, slots=True)
class PutClass:
    """Insert a class, or replace the one with the same id (rename, recolour)."""

    record: ClassRecord


@dataclass(frozen=True, slots=True)
class DeleteClass:
    """Delete a class that no box, label or localization uses; anything else is an error."""

    id: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Several edits in one transaction and one undo step."""

    edits: tuple[Edit, ...]


Edit = PutBoxes | DeleteBoxes | SetLabel | SetStatus | SetThreshold | PutClass | DeleteClass | Batch
"""Every change that a person can make and undo."""


def flat(edit: Edit) -> list[Edit]:
    """Return the single edits of an edit in their order, batches inside batches opened."""
    return [inner for part in edit.edits for inner in flat(part)] if isinstance(edit, Batch) else [edit]
