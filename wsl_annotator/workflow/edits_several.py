"""One judgement of several boxes and proposals at once: one edit, one undo step. Locked boxes are left as they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.core.records import BoxRecord
from wsl_annotator.store.edits import Batch, Edit
from wsl_annotator.workflow import review
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
    """Return the edit that remembers proposals as wrong and takes a person's boxes away, as one by one."""
    edits = [review.reject(project, proposal, image_id) for proposal in chosen.proposals]
    return _joined(edits, chosen.records, review.delete)


def change_class_of_several(project: Project, image_id: int, chosen: Several, class_id: int) -> Batch:
    """Return the edit that gives them another class, as one by one; those that have it already stay as they are."""
    edits = [
        review.accept_as(project, proposal, image_id, class_id)
        for proposal in chosen.proposals
        if proposal.class_id != class_id
    ]
    others = [record for record in chosen.records if record.class_id != class_id]
    return _joined(edits, others, lambda record: review.change_class(project, record, class_id))


def _joined(edits: Sequence[Edit], records: Sequence[BoxRecord], judge: Callable[[BoxRecord], Edit]) -> Batch:
    parts = [*edits, *(judge(record) for record in records if not is_locked(record))]
    return Batch(tuple(part for part in parts if not (isinstance(part, Batch) and not part.edits)))
