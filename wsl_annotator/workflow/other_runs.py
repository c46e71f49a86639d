"""What other networks and settings found for a class of an image, to be set beside the newest search."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.words import local_minute
from wsl_annotator.workflow.review import visible_proposals
from wsl_annotator.workflow.run_name import run_name

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization
    from wsl_annotator.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherRun:
    """One search that is not the newest.

    Attributes:
        name: network and search, for people.
        when: local date and time of the search.
        stored: the search.
    """

    name: str
    when: str
    stored: StoredLocalization

    def boxes(self, threshold: float) -> tuple[Box, ...]:
        """Return its boxes at a threshold, best first; those that a person has judged among them."""
        found = visible_proposals([self.stored], (), {self.stored.key.class_id: threshold})
        return tuple(proposal.box for proposal in found)


def other_runs(project: Project, newest: StoredLocalization) -> list[OtherRun]:
    """Return the other searches of the image and class of `newest`, newest first.

    The project keeps one search for each network and settings. Searches of another content of the image file are left
    out: their boxes may belong to another picture.

    Args:
        project: open for reading or editing.
        newest: a search of a whole image.

    Raises:
        StoreError: a stored search is damaged.
    """
    return [
        OtherRun(name=run_name(stored.network_name, stored.config), when=local_minute(stored.created_at), stored=stored)
        for stored in project.runs(newest.key.image_id, newest.key.class_id)
        if stored.id != newest.id and stored.image_sha256 == newest.image_sha256
    ]
