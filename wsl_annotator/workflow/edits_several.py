"""One judgement of several boxes and proposals at once: one edit, one undo step. Locked boxes are left as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxRecord
from wsl_annotator.store.edits import Batch, Edit, PutBoxes
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_label_back import labels_back
from wsl_annotator.workflow.edits_lock import is_locked

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project


@dataclass(frozen=True, slots=True)
class Several:
    """What is judged together, all of one image.

    Attributes:
        proposals: to be judged for the first time.
        records: a person's boxes.
    """

    proposals: Sequence[review.Proposal]
    records: Sequence[BoxRecord]

    @property
    def locked(self) -> int:
        """How many of the boxes are locked."""
        return sum(is_locked(record) for record in self.records)


def accept_several(project: Project, image_id: int, chosen: Several) -> Batch:
    """Return the edit that accepts the proposals; a person's boxes are theirs already."""
    return review.accept_all(project, chosen.proposals, image_id)


def reject_several(project: Project, image_id: int, chosen: Several) -> Batch:
    """Return the edit that remembers proposals as wrong and takes a person's boxes away, as one by one.

    A label that the boxes brought along goes with the last of them.
    """
    edits = [review.reject(project, proposal, image_id) for proposal in chosen.proposals]
    return _joined(project, edits, chosen.records, review.delete)


def change_class_of_several(project: Project, image_id: int, chosen: Several, class_id: int) -> Batch:
    """Return the edit that gives them another class, as one by one; those that have it already stay as they are.

    A label that the boxes brought along goes with the last of them.
    """
    edits = [
        review.accept_as(project, proposal, image_id, class_id)
        for proposal in chosen.proposals
        if proposal.class_id != class_id
    ]
    others = [record for record in chosen.records if record.class_id != class_id]
    return _joined(project, edits, others, lambda record: review.put_class(project, record, class_id))


def move_several(project: Project, image_id: int, chosen: Several, boxes: Sequence[Box]) -> Batch | PutBoxes:
    """Return the edit that gives them other edges, as one by one; a box that is where it was stays as it is.

    Args:
        project: where the image is.
        image_id: whose boxes they are.
        chosen: what was moved; a proposal becomes a person's box.
        boxes: the new edges, of the proposals first, then of the records.
    """
    offered = len(chosen.proposals)
    edits = [
        review.adjust(project, proposal, image_id, box)
        for proposal, box in zip(chosen.proposals, boxes[:offered], strict=True)
    ]
    moved = PutBoxes(
        tuple(
            changed
            for record, box in zip(chosen.records, boxes[offered:], strict=True)
            if record.box != box and not is_locked(record)
            for changed in review.edit_box(record, box).boxes
        )
    )
    if not edits:
        # Bare, so that one press of an arrow key after another is joined to one edit of the same boxes.
        return moved
    return Batch((*edits, moved)) if moved.boxes else Batch(tuple(edits))


def _joined(
    project: Project, edits: Sequence[Edit], records: Sequence[BoxRecord], judge: Callable[[BoxRecord], Edit]
) -> Batch:
    leaving = [record for record in records if not is_locked(record)]
    parts = [*edits, *map(judge, leaving), *labels_back(project, leaving)]
    return Batch(tuple(part for part in parts if not (isinstance(part, Batch) and not part.edits)))
