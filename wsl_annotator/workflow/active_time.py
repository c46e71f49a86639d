"""Which seconds of a sitting a person was at work in, and what on."""

from __future__ import annotations

from wsl_annotator.core.records import BoxState
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.edits import Batch, DeleteBoxes, Edit, PutBoxes, SetLabel, SetStatus
from wsl_annotator.store.journal import now
from wsl_annotator.workflow.pace import IDLE_S

Target = tuple[str, int | None, int | None]
"""(action, box id, class id); see `Activity`."""


class ActiveClock:
    """Adds up the time between a person's inputs; of a break longer than `IDLE_S` only that much counts."""

    def __init__(self) -> None:
        self._last_s: float | None = None
        self._active_s = 0.0

    def touch(self, now_s: float) -> None:
        """Note an input.

        Args:
            now_s: a clock that never goes back, in seconds.
        """
        if self._last_s is not None:
            self._active_s += min(IDLE_S, max(0.0, now_s - self._last_s))
        self._last_s = now_s

    def pause(self) -> None:
        """Note that the person went elsewhere: the time until the next input does not count."""
        self._last_s = None

    def take(self) -> float:
        """Return the active seconds since the last call."""
        taken, self._active_s = self._active_s, 0.0
        return taken


def spans_of(edit: Edit, *, image_id: int, seconds: float) -> list[Activity]:
    """Return what the active seconds before an edit went into; an edit of several things shares them evenly.

    Args:
        edit: what was done; an undo is an edit too.
        image_id: the image that was shown.
        seconds: active seconds since the edit before.
    """
    targets = targets_of(edit) or [("other", None, None)]
    return [
        Activity(
            at=now(), image_id=image_id, action=action, seconds=seconds / len(targets), box_id=box_id, class_id=class_id
        )
        for action, box_id, class_id in targets
    ]


def targets_of(edit: Edit) -> list[Target]:
    """Return what an edit was about: boxes where it touched any, else labels, else statuses."""
    flat = _flat(edit)
    boxes: list[Target] = []
    for one in flat:
        if isinstance(one, PutBoxes):
            boxes += [(record.state.value, record.id, record.class_id) for record in one.boxes]
        elif isinstance(one, DeleteBoxes):
            boxes += [("deleted", box_id, None) for box_id in one.ids]
    labels: list[Target] = [("label", None, one.class_id) for one in flat if isinstance(one, SetLabel)]
    statuses: list[Target] = [("status", None, None) for one in flat if isinstance(one, SetStatus)]
    return boxes or labels or statuses[:1]


def _flat(edit: Edit) -> list[Edit]:
    if isinstance(edit, Batch):
        return [inner for one in edit.edits for inner in _flat(one)]
    return [edit]


BOX_ACTIONS = tuple(state.value for state in BoxState if state is not BoxState.PROPOSED)
"""The actions that leave a box in a state."""
