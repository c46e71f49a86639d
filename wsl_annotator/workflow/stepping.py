"""Which candidates a person stepped over while an image is on the screen. Nothing of it is ever stored."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wsl_annotator.core.boxes import Box
from wsl_annotator.workflow.candidates import CANDIDATE_IOU, next_candidate
from wsl_annotator.workflow.review import Proposal

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization


@dataclass(slots=True)
class _Place:
    """One proposal on the screen and what it stands for.

    Attributes:
        replaced: the proposal that was there first; None where the person asked for one more.
        candidates: those shown in its place one after another; the last is on the screen.
    """

    replaced: Proposal | None
    candidates: list[Proposal]

    def skipped(self) -> list[Box]:
        first = [] if self.replaced is None else [self.replaced]
        return [proposal.box for proposal in (*first, *self.candidates[:-1])]


@dataclass(slots=True)
class _ClassSteps:
    places: list[_Place] = field(default_factory=list)
    skipped: list[Box] = field(default_factory=list)

    def all_skipped(self) -> list[Box]:
        return [*self.skipped, *(box for place in self.places for box in place.skipped())]


class ImageVisit:
    """The steps of one visit of one image; a new visit starts with none."""

    def __init__(self) -> None:
        self._steps: dict[int, _ClassSteps] = {}

    def forget(self) -> None:
        """Start anew: another image is shown."""
        self._steps.clear()

    def settle(self, class_id: int) -> None:
        """Show the class as it is cut again, because its threshold moves; what was skipped is not offered again."""
        steps = self._steps.get(class_id)
        if steps is not None:
            self._steps[class_id] = _ClassSteps(skipped=steps.all_skipped())

    def shown(
        self, class_id: int, proposals: Sequence[Proposal], *, judged: Sequence[Box], searches: Iterable[int]
    ) -> list[Proposal]:
        """Return the proposals of a class with the present candidates in place of those they replace.

        Args:
            class_id: the class.
            proposals: what the stored searches offer, without what is judged.
            judged: what a person judged; a candidate that overlaps it at least `CANDIDATE_IOU` is not shown.
            searches: ids of the stored searches; a candidate of one that is gone is not shown.
        """
        steps = self._steps.get(class_id)
        if steps is None:
            return list(proposals)
        known = set(searches)
        instead: dict[str, Proposal | None] = {}
        added = []
        for place in steps.places:
            candidate = place.candidates[-1]
            open_ = candidate.localization_id in known and not _is_taken(candidate.box, judged)
            if place.replaced is not None:
                instead[place.replaced.key] = candidate if open_ else None
            if open_ and (place.replaced is None or place.replaced not in proposals):
                added.append(candidate)
        kept = [instead.get(proposal.key, proposal) for proposal in proposals]
        return [proposal for proposal in (*kept, *added) if proposal is not None]

    def forward(
        self,
        class_id: int,
        present: Proposal | None,
        *,
        searches: Sequence[StoredLocalization],
        taken: Sequence[Box],
    ) -> Proposal | None:
        """Step from a proposal to the next candidate and return it; None where there is no more, and nothing changes.

        Args:
            class_id: the class.
            present: the proposal on the screen that is not it; None asks for one more.
            searches: of the class in this image, those to be asked first first.
            taken: what a person owns of the class, rejected ones too, and what else is on the screen of it.
        """
        steps = self._steps.get(class_id) or _ClassSteps()
        refused = [] if present is None else [present.box]
        found = next_candidate(searches, [*taken, *refused, *steps.all_skipped()])
        if found is None:
            return None
        self._steps[class_id] = steps
        place = _place_of(steps, present)
        if place is None:
            steps.places.append(_Place(present, [found]))
        else:
            place.candidates.append(found)
        return found

    def back(self, class_id: int, present: Proposal | None) -> tuple[bool, Proposal | None]:
        """Step back to what was shown before a candidate.

        Args:
            class_id: the class.
            present: the candidate on the screen; None, or one that is none, takes the place stepped in last.

        Returns:
            Whether there was a step to take back, and what is shown in its place now; None for nothing.
        """
        steps = self._steps.get(class_id)
        if steps is None or not steps.places:
            return False, None
        place = _place_of(steps, present) or steps.places[-1]
        place.candidates.pop()
        if place.candidates:
            return True, place.candidates[-1]
        steps.places.remove(place)
        return True, place.replaced


def _place_of(steps: _ClassSteps, present: Proposal | None) -> _Place | None:
    return next((place for place in steps.places if present is not None and place.candidates[-1] == present), None)


def _is_taken(box: Box, taken: Sequence[Box]) -> bool:
    return any(box.iou(other) >= CANDIDATE_IOU for other in taken)
