"""Edits carried out on the tables, each giving back its exact inverse. Always inside the caller's transaction."""

from __future__ import annotations

from typing import assert_never

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.records import ClassRecord
from wsl_annotator.store.annotations import (
    find_boxes,
    find_class,
    find_label,
    remove_boxes,
    remove_class,
    write_box,
    write_class,
    write_label,
)
from wsl_annotator.store.connection import Database
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
from wsl_annotator.store.images import load_image, set_status


def apply_edit(database: Database, edit: Edit) -> Edit:
    """Carry out an edit and return the edit that takes it back.

    Raises:
        StoreError: it names something that is not there or breaks a rule.
    """
    match edit:
        case PutBoxes():
            return _put_boxes(database, edit)
        case DeleteBoxes():
            return _delete_boxes(database, edit)
        case SetLabel():
            return _set_label(database, edit)
        case SetStatus():
            before = load_image(database, edit.image_id).status
            set_status(database, edit.image_id, edit.status)
            return SetStatus(image_id=edit.image_id, status=before)
        case SetThreshold():
            return _set_threshold(database, edit)
        case PutClass(record):
            old = find_class(database, record.id)
            write_class(database, record)
            return DeleteClass(record.id) if old is None else PutClass(old)
        case DeleteClass(class_id):
            record = _class(database, class_id)
            remove_class(database, record)
            return PutClass(record)
        case Batch(edits):
            inverses = [apply_edit(database, part) for part in edits]
            return Batch(tuple(reversed(inverses)))
        case _:
            assert_never(edit)


def _put_boxes(database: Database, edit: PutBoxes) -> Edit:
    ids = [box.id for box in edit.boxes]
    if len(set(ids)) != len(ids):
        raise StoreError("One edit gives the same box twice, so it was not carried out.")
    replaced = find_boxes(database, ids)
    for box in edit.boxes:
        write_box(database, box)
    added = tuple(box_id for box_id in ids if box_id not in replaced)
    if not replaced:
        return DeleteBoxes(added)
    put_back = PutBoxes(tuple(replaced.values()))
    return Batch((DeleteBoxes(added), put_back)) if added else put_back


def _delete_boxes(database: Database, edit: DeleteBoxes) -> Edit:
    found = find_boxes(database, edit.ids)
    if missing := [box_id for box_id in edit.ids if box_id not in found]:
        raise StoreError(f"There is no box {missing[0]} in {database.path}, so nothing was deleted.")
    remove_boxes(database, tuple(found))
    return PutBoxes(tuple(found.values()))


def _set_label(database: Database, edit: SetLabel) -> Edit:
    load_image(database, edit.image_id)
    _class(database, edit.class_id)
    before = find_label(database, image_id=edit.image_id, class_id=edit.class_id)
    write_label(database, image_id=edit.image_id, class_id=edit.class_id, state=edit.state)
    return SetLabel(image_id=edit.image_id, class_id=edit.class_id, state=before)


def _set_threshold(database: Database, edit: SetThreshold) -> Edit:
    before = _class(database, edit.class_id)
    after = ClassRecord(
        id=before.id, name=before.name, color=before.color, threshold=edit.threshold, extra=before.extra
    )
    write_class(database, after)
    return SetThreshold(class_id=before.id, threshold=before.threshold)


def _class(database: Database, class_id: int) -> ClassRecord:
    record = find_class(database, class_id)
    if record is None:
        raise StoreError(f"There is no class {class_id} in {database.path}.")
    return record
