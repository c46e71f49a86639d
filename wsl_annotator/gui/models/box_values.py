"""What a person's boxes and the proposals of an image look like on the canvas and in the table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.workflow.edits_lock import is_locked
from wsl_annotator.workflow.review import Proposal

_NO_CLASS = ClassRecord(id=0, name="?", color="#888888")


def canvas_boxes(
    records: Iterable[BoxRecord],
    proposals: Iterable[Proposal],
    *,
    classes: Iterable[ClassRecord],
    hidden: frozenset[str],
    writable: bool,
    show_rejected: bool,
) -> list[CanvasBox]:
    """Return everything to draw: a person's boxes, then proposals.

    Args:
        records: a person's boxes of one image.
        proposals: of the same image.
        classes: of the project.
        hidden: keys of the boxes that a person hid for now.
        writable: whether anything may be changed.
        show_rejected: whether rejected boxes are listed.
    """
    by_id = {record.id: record for record in classes}
    drawn = [
        _value(
            f"b{record.id}",
            record.box,
            by_id.get(record.class_id, _NO_CLASS),
            state=record.state,
            score=record.origin.score,
            hidden=hidden,
            editable=writable and not is_locked(record),
            locked=is_locked(record),
        )
        for record in records
        if show_rejected or record.state is not BoxState.REJECTED
    ]
    offered = [_offered(proposal, by_id, hidden=hidden, writable=writable) for proposal in proposals]
    return drawn + offered


def _offered(
    proposal: Proposal, classes: Mapping[int, ClassRecord], *, hidden: frozenset[str], writable: bool
) -> CanvasBox:
    record = classes.get(proposal.class_id, _NO_CLASS)
    state = BoxState.PROPOSED
    return _value(
        proposal.key, proposal.box, record, state=state, score=proposal.score, hidden=hidden, editable=writable
    )


def _value(
    key: str,
    box: Box,
    record: ClassRecord,
    *,
    state: BoxState,
    score: float | None,
    hidden: frozenset[str],
    editable: bool,
    locked: bool = False,
) -> CanvasBox:
    return CanvasBox(
        key=key,
        box=box,
        class_id=record.id,
        class_name=record.name,
        color=record.color,
        state=state,
        score=score,
        editable=editable,
        locked=locked,
        hidden=key in hidden,
    )
