"""Boxes carried over from one image to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import FINAL_STATES, BoxRecord, BoxState, Origin
from wsl_annotator.store.edits import Batch
from wsl_annotator.workflow.edits_attributes import FLAGS, POSE
from wsl_annotator.workflow.review import put_boxes

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project

SAME_IOU = 0.99
"""A box of the same class that overlaps a copy this much is that copy: it is not made twice."""
LEAST_SIDE = 1.0
COPIED = Origin(source="copied")


@dataclass(frozen=True, slots=True)
class CopiedBox:
    """A box to be made again.

    Attributes:
        class_id: its class.
        box: upright pixels of the image it comes from.
        attributes: its VOC and COCO fields, without what belongs to the one file it was imported from.
    """

    class_id: int
    box: Box
    attributes: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What copying would do.

    Attributes:
        edit: one undo step; no edits where nothing is left to copy.
        made: ids of the new boxes.
        contradicted: classes that a negative label keeps out of this image, by id, in the order they were met.
        present: copies left out because the same box is here already.
        outside: copies left out because they lie outside this image.
        cut: copies that are smaller than their source because this image ends.
    """

    edit: Batch
    made: tuple[int, ...] = ()
    contradicted: tuple[int, ...] = field(default=())
    present: int = 0
    outside: int = 0
    cut: int = 0


def copied(class_id: int, box: Box, record: BoxRecord | None = None) -> CopiedBox:
    """Return a box as something to copy, with the VOC and COCO fields of the record where it is a person's."""
    attributes = record.attributes if record is not None else {}
    return CopiedBox(class_id, box, tuple((name, attributes[name]) for name in (*FLAGS, POSE) if name in attributes))


def boxes_of_image(project: Project, image_id: int) -> list[CopiedBox]:
    """Return the accepted, adjusted and drawn boxes of an image as something to copy."""
    return [
        copied(record.class_id, record.box, record)
        for record in project.boxes(image_id)
        if record.state in FINAL_STATES
    ]


def paste(project: Project, image_id: int, boxes: Iterable[CopiedBox], *, against_labels: bool = False) -> Copy:
    """Return the edit that draws copies in an image, cut off at its edges.

    Args:
        project: where the image is.
        image_id: the image that gets them.
        boxes: what to copy.
        against_labels: whether a class that is labelled as absent may come too, which makes it present.
    """
    image = project.image(image_id)
    labels = project.labels(image_id)
    here = [record for record in project.boxes(image_id) if record.state in FINAL_STATES]
    contradicted: dict[int, None] = {}
    chosen: list[tuple[CopiedBox, Box]] = []
    present = outside = 0
    for source in boxes:
        box = source.box.clipped(width=image.width, height=image.height)
        if not against_labels and labels.get(source.class_id) is LabelState.NEGATIVE:
            contradicted[source.class_id] = None
        elif box is None or min(box.width, box.height) < LEAST_SIDE:
            outside += 1
        elif any(record.class_id == source.class_id and record.box.iou(box) >= SAME_IOU for record in here):
            present += 1
        else:
            chosen.append((source, box))
    ids = tuple(project.new_box_ids(len(chosen))) if chosen else ()
    records = [
        BoxRecord(
            id=box_id,
            image_id=image_id,
            class_id=source.class_id,
            box=box,
            state=BoxState.DRAWN,
            origin=COPIED,
            attributes=dict(source.attributes),
        )
        for box_id, (source, box) in zip(ids, chosen, strict=True)
    ]
    cut = sum(source.box != box for source, box in chosen)
    edit = put_boxes(project, image_id, records) if records else Batch(())
    return Copy(edit=edit, made=ids, contradicted=tuple(contradicted), present=present, outside=outside, cut=cut)
