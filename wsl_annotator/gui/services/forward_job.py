"""The job that draws boxes in several images at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.workflow.edits_copy import CopiedBox
from wsl_annotator.workflow.edits_forward import Forwarded, copy_forward


@dataclass(frozen=True, slots=True)
class ForwardJob(Job):
    """Draw copies of boxes in several images. What a person asked for is stored: closing waits for it."""

    must_run: ClassVar[bool] = True

    project: ProjectRef
    image_ids: tuple[int, ...]
    boxes: tuple[CopiedBox, ...]

    def run(self, bench: Bench) -> Forwarded:
        """Return what was drawn, and what takes it back."""
        return copy_forward(self.project.open(bench), self.image_ids, self.boxes)
