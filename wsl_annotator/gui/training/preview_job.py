"""Counts on the store's thread what a training would learn from."""

from __future__ import annotations

from dataclasses import dataclass

from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.workflow.train_preview import TrainPreview, preview_project


@dataclass(frozen=True, slots=True)
class Previews:
    """The labels as they stand, and with what is not labelled taken as absent."""

    stated: TrainPreview
    complete: TrainPreview


@dataclass(frozen=True, slots=True)
class TrainPreviewJob(Job):
    """Read the labels of a project."""

    project: ProjectRef

    def run(self, bench: Bench) -> Previews:
        """Return both readings."""
        project = self.project.open(bench)
        stated = preview_project(project, complete=False)
        bench.cancel.raise_if_cancelled()
        return Previews(stated, preview_project(project, complete=True))
