"""Boxes of one image drawn again in the images that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.core.records import ImageStatus
from wsl_annotator.store.edits import Batch
from wsl_annotator.workflow.edits_copy import CopiedBox, paste

if TYPE_CHECKING:
    from wsl_annotator.store.edits import Edit
    from wsl_annotator.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarded:
    """What copying into several images did.

    Attributes:
        inverse: takes all of it back; None where nothing was drawn.
        image_ids: the images that got boxes.
        made: how many boxes were drawn in all.
        cut: how many of them were cut off at an edge of a smaller image.
        outside: copies left out because they lie outside a smaller image.
        present: copies left out because the same box is there already.
        contradicted: classes that a negative label kept out of some image, by id.
        verified: images left as they are because a person verified them.
        unreadable: images left as they are because their size is not known.
    """

    inverse: Edit | None = None
    image_ids: tuple[int, ...] = ()
    made: int = 0
    cut: int = 0
    outside: int = 0
    present: int = 0
    contradicted: tuple[int, ...] = ()
    verified: int = 0
    unreadable: int = 0


def copy_forward(project: Project, image_ids: Sequence[int], boxes: Sequence[CopiedBox]) -> Forwarded:
    """Draw copies of boxes in several images by one edit and return what was done.

    Args:
        project: open for editing.
        image_ids: the images that get them; verified ones are left as they are.
        boxes: what to copy; where a label says that the class is not there, the box is left out.

    Raises:
        StoreError: the project cannot be written; nothing is changed.
    """
    records = [project.image(image_id) for image_id in image_ids]
    readable = [record for record in records if record.width and record.height]
    wanted = [record.id for record in readable if record.status is not ImageStatus.VERIFIED]
    # Looked at one by one, so that nobody who edits meanwhile waits for longer than the one transaction below.
    copies = {image_id: paste(project, image_id, boxes) for image_id in wanted}
    reached = {image_id: copy for image_id, copy in copies.items() if copy.made}
    edits = tuple(edit for copy in reached.values() for edit in copy.edit.edits)
    inverse = project.apply(Batch(edits)) if edits else None
    return Forwarded(
        inverse=inverse,
        image_ids=tuple(reached),
        made=sum(len(copy.made) for copy in reached.values()),
        cut=sum(copy.cut for copy in copies.values()),
        outside=sum(copy.outside for copy in copies.values()),
        present=sum(copy.present for copy in copies.values()),
        contradicted=tuple(dict.fromkeys(one for copy in copies.values() for one in copy.contradicted)),
        verified=len(readable) - len(wanted),
        unreadable=len(records) - len(readable),
    )
