"""The label that came with a box goes with it: what the last judgement said is taken back, never what a person said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState
from wsl_annotator.store.edits import Batch, Edit, SetLabel

if TYPE_CHECKING:
    from wsl_annotator.store.journal import JournalEntry
    from wsl_annotator.store.project import Project

STEPS_BACK = 60
"""How far the journal is read; a box that is older keeps its label."""


def with_label_back(project: Project, record: BoxRecord, edit: Edit) -> Edit:
    """Return an edit that takes a box from its class, with the class's label put back to what it was before the box.

    Args:
        project: where the box is, as it still is.
        record: the box, of the class that it leaves.
        edit: gives it another class, or takes it away.
    """
    back = labels_back(project, [record])
    if not back:
        return edit
    return Batch((*(edit.edits if isinstance(edit, Batch) else (edit,)), *back))


def labels_back(project: Project, leaving: Sequence[BoxRecord]) -> tuple[SetLabel, ...]:
    """Return what puts labels back to what they were before the boxes that brought them along, all of which leave.

    A box says that its class is in the image. Where no box is left that says so, and nobody said it otherwise, the
    image's label must not go on saying it. However many boxes leave, the journal is read once, or not at all.

    Args:
        project: where the boxes are, as they still are.
        leaving: boxes of one image that get another class or are taken away, each of the class that it leaves.
    """
    gone = {record.id for record in leaving}
    left = dict.fromkeys(record.class_id for record in leaving if record.state is not BoxState.REJECTED)
    if not left:
        return ()
    image_id = leaving[0].image_id
    labels = project.labels(image_id)
    kept = {
        record.class_id
        for record in project.boxes(image_id)
        if record.id not in gone and record.state is not BoxState.REJECTED
    }
    asked = [key for key in left if key not in kept and labels.get(key) is LabelState.POSITIVE]
    if not asked:
        return ()
    steps = project.last_steps(STEPS_BACK)
    found = ((class_id, _label_before(steps, image_id, class_id)) for class_id in asked)
    return tuple(
        SetLabel(image_id=image_id, class_id=class_id, state=state) for class_id, state in found if state is not None
    )


def _label_before(steps: Sequence[JournalEntry], image_id: int, class_id: int) -> LabelState | None:
    """Return the label as it was before a box brought it along; None where none did, or that is not known."""
    for entry in steps:
        parts = list(_parts(entry.edit))
        if not any(_is_label_of(part, image_id, class_id) for part in parts):
            continue
        before = [part for part in _parts(entry.inverse or {}) if _is_label_of(part, image_id, class_id)]
        if not before or not any(_brings(part, image_id, class_id) for part in parts):
            return None
        return LabelState[before[-1]["state"].upper()]
    return None


def _parts(edit: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if edit.get("kind") == "batch":
        for part in edit["edits"]:
            yield from _parts(part)
    elif edit:
        yield edit


def _is_label_of(part: Mapping[str, Any], image_id: int, class_id: int) -> bool:
    return part["kind"] == "set_label" and (part["image_id"], part["class_id"]) == (image_id, class_id)


def _brings(part: Mapping[str, Any], image_id: int, class_id: int) -> bool:
    """Return whether a box of the class was put with the label: this one or one that left before it."""
    return part["kind"] == "put_boxes" and any(
        (box["image_id"], box["class_id"]) == (image_id, class_id) and box["state"] != BoxState.REJECTED.value
        for box in part["boxes"]
    )
