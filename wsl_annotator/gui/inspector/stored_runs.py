"""The searches of a photo that the project holds."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.gui.session import Session
from wsl_annotator.workflow.review import DEFAULT_EXTRACT
from wsl_annotator.workflow.trace_run import TraceRun, run_of_stored

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization
    from wsl_annotator.store.project import Project


def run_of_project(stored: StoredLocalization, photo: Path) -> TraceRun:
    """Return a search of the project as a run."""
    edges = stored.localization.heat
    return run_of_stored(
        stored,
        file_name=photo.name,
        width=round(float(edges.x_edges[-1])),
        height=round(float(edges.y_edges[-1])),
        extract=dataclasses.replace(DEFAULT_EXTRACT, threshold=stored.threshold),
    )


def stored_of_photo(project: Project | None, photo: Path | None) -> list[StoredLocalization]:
    """Return the searches of a photo that have levels: the newest of each class, those of parts, those boxes name.

    Args:
        project: the open one.
        photo: the file; one outside the project has none.
    """
    if project is None or photo is None or not photo.is_relative_to(project.image_root):
        return []
    try:
        image = project.image_by_path(photo.relative_to(project.image_root).as_posix())
        if image is None:
            return []
        found = {one.id: one for one in (*project.localizations(image.id), *project.scoped_localizations(image.id))}
        for record in project.boxes(image.id):
            named = record.origin.localization_id
            older = project.localization(named) if named is not None and named not in found else None
            if older is not None:
                found[older.id] = older
    except StoreError:
        # a damaged result is told where it is opened; the others of this photo cannot be told apart from it here
        return []
    return [one for one in found.values() if one.localization.trace is not None]


def box_to_explain(session: Session, localization_id: int) -> tuple[Box, int | None] | None:
    """Return the selected box as a search gave it, and its candidate if it is one; None where it is of another."""
    if not session.selection:
        return None
    proposal, record = session.proposal(session.selection), session.owned_box(session.selection)
    origin = proposal.origin if proposal is not None else record.origin if record is not None else None
    if origin is None or origin.localization_id != localization_id or origin.proposed is None:
        return None
    return origin.proposed, origin.row
