"""Review: which proposals are still to be judged, and a person's judgements as edits.

Nothing here writes: every function returns an `Edit` that `Project.apply` makes in one transaction and can undo.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from wsl_annotator.core.boxes import Box, iou_matrix
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ImageStatus, Origin
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.store.edits import Batch, DeleteBoxes, Edit, PutBoxes, SetLabel, SetStatus
from wsl_annotator.workflow.edits_label_back import with_label_back
from wsl_annotator.workflow.edits_lock import check_unlocked

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization
    from wsl_annotator.store.project import Project

DEFAULT_EXTRACT = ExtractConfig()
JUDGED_IOU = 0.5
"""A proposal that overlaps a judged box of its class at least this much is the same object, already judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A box that the search offers and that nobody has judged yet.

    Attributes:
        class_id: its class.
        box: upright image pixels.
        score: mean absolute heat inside the box, in [0, 1] for probability heat.
        localization_id: the stored localization it was cut from.
        threshold: tau of that cut; None for a candidate of the search itself.
        rank: place among all boxes of that cut, best first; hidden ones keep theirs, so `key` is stable.
        model: content hash of the network.
        row: row of the localization's trace, for a candidate of the search itself.
    """

    class_id: int
    box: Box
    score: float
    localization_id: int
    threshold: float | None
    rank: int = 0
    model: str = ""
    row: int | None = None

    @property
    def key(self) -> str:
        """A name that is unique in an image: `p<localization>:<rank>`, or `p<localization>:r<row>` for a candidate."""
        return f"p{self.localization_id}:{self.rank}" if self.row is None else f"p{self.localization_id}:r{self.row}"

    @property
    def origin(self) -> Origin:
        """Where a box made of this proposal comes from."""
        return Origin(
            source="search",
            localization_id=self.localization_id,
            proposed=self.box,
            score=self.score,
            threshold=self.threshold,
            model=self.model,
            row=self.row,
        )


def visible_proposals(
    localizations: Iterable[StoredLocalization],
    boxes: Iterable[BoxRecord],
    thresholds: Mapping[int, float],
    *,
    extract: ExtractConfig = DEFAULT_EXTRACT,
) -> list[Proposal]:
    """Cut the stored heat maps at each class's threshold and leave out what a person has already judged.

    Args:
        localizations: of one image, at most one a class.
        boxes: the boxes that a person owns in that image, rejected ones too.
        thresholds: class id -> tau, in [0, 1); 0.5 for a class that is absent.
        extract: everything of the cut but the threshold.

    Returns:
        The proposals, by class in the order given, best first. Hidden are those with an intersection over union of
        at least `JUDGED_IOU` with a judged box of their class, or with the proposal from which that box was made,
        so that an object stays judged however far its box was moved.
    """
    judged = judged_boxes(boxes)
    visible: list[Proposal] = []
    for stored in localizations:
        class_id = stored.key.class_id
        tau = thresholds.get(class_id, 0.5)
        offered = extract_boxes(stored.localization.heat, dataclasses.replace(extract, threshold=tau))
        hidden = _overlaps([scored.box for scored in offered], judged.get(class_id, []))
        visible += [
            Proposal(
                class_id=class_id,
                box=scored.box,
                score=scored.score,
                localization_id=stored.id,
                threshold=tau,
                rank=rank,
                model=stored.key.network_hash,
            )
            for rank, scored in enumerate(offered)
            if not hidden[rank]
        ]
    return visible


def judged_boxes(boxes: Iterable[BoxRecord]) -> dict[int, list[Box]]:
    """Return what counts as judged, class id -> boxes: a person's boxes, and the proposals they were made of."""
    judged: dict[int, list[Box]] = {}
    for record in boxes:
        of_class = judged.setdefault(record.class_id, [])
        of_class.append(record.box)
        if record.origin.proposed is not None and record.origin.proposed != record.box:
            of_class.append(record.origin.proposed)
    return judged


def _overlaps(offered: Sequence[Box], judged: Sequence[Box]) -> list[bool]:
    if not offered or not judged:
        return [False] * len(offered)
    overlap = iou_matrix(np.array([box.xyxy for box in offered]), np.array([box.xyxy for box in judged]))
    hidden: list[bool] = (overlap.max(axis=1) >= JUDGED_IOU).tolist()
    return hidden


def image_proposals(project: Project, image_id: int) -> list[Proposal]:
    """Return the proposals of one image at the project's thresholds, without those already judged."""
    thresholds = {record.id: record.threshold for record in project.classes()}
    return visible_proposals(project.localizations(image_id), project.boxes(image_id), thresholds)


def accept(project: Project, proposal: Proposal, image_id: int) -> Edit:
    """Return the edit that makes a proposal a box as it is."""
    return put_boxes(project, image_id, [_made_of(project, proposal, image_id, state=BoxState.ACCEPTED)])


def reject(project: Project, proposal: Proposal, image_id: int) -> Edit:
    """Return the edit that remembers a proposal as wrong, so that it never comes back."""
    return put_boxes(project, image_id, [_made_of(project, proposal, image_id, state=BoxState.REJECTED)])


def adjust(project: Project, proposal: Proposal, image_id: int, box: Box) -> Edit:
    """Return the edit that makes a proposal a box with other edges; accepted where the edges are the proposed ones."""
    state = BoxState.ACCEPTED if box == proposal.box else BoxState.ADJUSTED
    return put_boxes(project, image_id, [_made_of(project, proposal, image_id, state=state, box=box)])


def accept_as(project: Project, proposal: Proposal, image_id: int, class_id: int) -> Edit:
    """Return the edit that makes a proposal a box of another class, and remembers it as wrong for its own."""
    if class_id == proposal.class_id:
        return accept(project, proposal, image_id)
    box_id, rejected_id = project.new_box_ids(2)
    made = BoxRecord(
        id=box_id,
        image_id=image_id,
        class_id=class_id,
        box=proposal.box,
        state=BoxState.ADJUSTED,
        origin=proposal.origin,
    )
    wrong = dataclasses.replace(made, id=rejected_id, class_id=proposal.class_id, state=BoxState.REJECTED)
    return put_boxes(project, image_id, [made, wrong])


def accept_all(project: Project, proposals: Iterable[Proposal], image_id: int, *, min_score: float = 0.0) -> Batch:
    """Return one undoable edit that accepts every proposal with at least `min_score`; no edits where there is none."""
    chosen = [proposal for proposal in proposals if proposal.score >= min_score]
    ids = project.new_box_ids(len(chosen)) if chosen else []
    records = [
        BoxRecord(
            id=box_id,
            image_id=image_id,
            class_id=proposal.class_id,
            box=proposal.box,
            state=BoxState.ACCEPTED,
            origin=proposal.origin,
        )
        for box_id, proposal in zip(ids, chosen, strict=True)
    ]
    return put_boxes(project, image_id, records) if records else Batch(())


def draw(project: Project, image_id: int, class_id: int, box: Box) -> Edit:
    """Return the edit that adds a box drawn from nothing."""
    (box_id,) = project.new_box_ids(1)
    return put_boxes(
        project,
        image_id,
        [BoxRecord(id=box_id, image_id=image_id, class_id=class_id, box=box, state=BoxState.DRAWN, origin=Origin())],
    )


def edit_box(record: BoxRecord, box: Box) -> PutBoxes:
    """Return the edit that gives an owned box other edges.

    A drawn box stays drawn; one made of a proposal is adjusted, or accepted where it is back at the proposed edges.

    Raises:
        BoxLockedError: it is locked.
    """
    check_unlocked(record)
    if record.state is BoxState.DRAWN:
        state = BoxState.DRAWN
    else:
        state = BoxState.ACCEPTED if box == record.origin.proposed else BoxState.ADJUSTED
    return PutBoxes((dataclasses.replace(record, box=box, state=state),))


def change_class(project: Project, record: BoxRecord, class_id: int) -> Edit:
    """Return the edit that gives an owned box another class. A label that came with the box goes with it.

    Raises:
        BoxLockedError: it is locked.
    """
    if class_id == record.class_id:
        return Batch(())
    return with_label_back(project, record, put_class(project, record, class_id))


def put_class(project: Project, record: BoxRecord, class_id: int) -> Batch:
    """Return the edit that gives an owned box another class, and leaves the label of the class that it had.

    Where the box was made of a proposal, that proposal is remembered as wrong for the class it had: it must not come
    back as unjudged. Changing the class back removes that memory again.

    Raises:
        BoxLockedError: it is locked.
    """
    check_unlocked(record)
    if record.origin.proposed is None or record.state is BoxState.REJECTED:
        return put_boxes(project, record.image_id, [dataclasses.replace(record, class_id=class_id)])
    twins = [other for other in project.boxes(record.image_id) if _same_proposal(other, record)]
    back = tuple(other.id for other in twins if other.class_id == class_id)
    state = BoxState.ADJUSTED
    if back and record.box == record.origin.proposed:
        state = BoxState.ACCEPTED
    records = [dataclasses.replace(record, class_id=class_id, state=state)]
    # The proposal's own class is the one of the rejected twin; only a box without one still has that class.
    if not twins:
        (rejected_id,) = project.new_box_ids(1)
        wrong = dataclasses.replace(record, id=rejected_id, box=record.origin.proposed, state=BoxState.REJECTED)
        records.append(wrong)
    changed = put_boxes(project, record.image_id, records)
    return Batch((DeleteBoxes(back), *changed.edits)) if back else changed


def _same_proposal(other: BoxRecord, record: BoxRecord) -> bool:
    return (
        other.id != record.id
        and other.state is BoxState.REJECTED
        and other.origin.localization_id is not None
        and other.origin == record.origin
    )


def delete(record: BoxRecord) -> Edit:
    """Return the edit that takes an owned box away.

    A box made of a proposal becomes rejected, else the proposal would come back; a drawn or imported box goes; a
    rejected one goes too, which makes its proposal unjudged again.

    Raises:
        BoxLockedError: it is locked.
    """
    check_unlocked(record)
    if record.state in (BoxState.ACCEPTED, BoxState.ADJUSTED) and record.origin.proposed is not None:
        return PutBoxes((dataclasses.replace(record, box=record.origin.proposed, state=BoxState.REJECTED),))
    return DeleteBoxes((record.id,))


def _made_of(
    project: Project, proposal: Proposal, image_id: int, *, state: BoxState, box: Box | None = None
) -> BoxRecord:
    (box_id,) = project.new_box_ids(1)
    return BoxRecord(
        id=box_id,
        image_id=image_id,
        class_id=proposal.class_id,
        box=proposal.box if box is None else box,
        state=state,
        origin=proposal.origin,
    )


def put_boxes(project: Project, image_id: int, records: Sequence[BoxRecord]) -> Batch:
    """Return the edit of boxes with what follows from them: the image is in progress, a class with a box is in it."""
    edits: list[Edit] = [PutBoxes(tuple(records))]
    labels = project.labels(image_id)
    present = dict.fromkeys(record.class_id for record in records if record.state is not BoxState.REJECTED)
    edits += [
        SetLabel(image_id=image_id, class_id=class_id, state=LabelState.POSITIVE)
        for class_id in present
        if labels.get(class_id) is not LabelState.POSITIVE
    ]
    if project.image(image_id).status is ImageStatus.UNTOUCHED:
        edits.append(SetStatus(image_id=image_id, status=ImageStatus.IN_PROGRESS))
    return Batch(tuple(edits))
