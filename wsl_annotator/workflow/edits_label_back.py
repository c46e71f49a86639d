"""The label that came with a box goes with it: what the last judgement said is taken back, never what a person said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState
from wsl_annotator.store.edits import Batch, Edit, SetLabel

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project

STEPS_BACK = 60
"""How far the journal is read; a box that is older keeps its label."""


def with_label_back(project: Project, record: BoxRecord, edit: Edit) -> Edit:
    """Return an edit that takes a box from its class, with the class's label put back to what it was before the box.

    A box says that its class is in the image. Where it was the only box that said so, and nobody said it otherwise,
    the image's label must not go on saying it.

    Args:
        project: where the box is, as it still is.
        record: the box, of the class that it leaves.
        edit: gives it another class, or takes it away.
    """
    before = _label_before(project, record)
    if before is None:
        return edit
    back = SetLabel(image_id=record.image_id, class_id=record.class_id, state=before)
    return Batch((*(edit.edits if isinstance(edit, Batch) else (edit,)), back))


def _label_before(project: Project, record: BoxRecord) -> LabelState | None:
    """Return the label as it was before this box brought it along; None where it did not, or that is not known."""
    now = project.labels(record.image_id).get(record.class_id)
    if record.state is BoxState.REJECTED or now is not LabelState.POSITIVE:
        return None
    if any(
        other.id != record.id and other.class_id == record.class_id and other.state is not BoxState.REJECTED
        for other in project.boxes(record.image_id)
    ):
        return None
    for entry in project.last_steps(STEPS_BACK):
        said = [part for part in _parts(entry.edit) if _is_label_of(part, record)]
        if not said:
            continue
        with_box = any(
            box["id"] == record.id and box["class_id"] == record.class_id
            for part in _parts(entry.edit)
            if part["kind"] == "put_boxes"
            for box in part["boxes"]
        )
        before = [part for part in _parts(entry.inverse or {}) if _is_label_of(part, record)]
        return LabelState[before[-1]["state"].upper()] if with_box and before else None
    return None


def _parts(edit: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if edit.get("kind") == "batch":
        for part in edit["edits"]:
            yield from _parts(part)
    elif edit:
        yield edit


def _is_label_of(part: Mapping[str, Any], record: BoxRecord) -> bool:
    return part["kind"] == "set_label" and (part["image_id"], part["class_id"]) == (record.image_id, record.class_id)
