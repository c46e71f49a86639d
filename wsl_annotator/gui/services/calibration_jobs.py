"""Jobs of the process that fits: they read the project through a handle of their own and write nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.calibrate import ClassFit, boxes_of_person, fit_classes
from wsl_annotator.workflow.card_thresholds import CardThresholds, card_thresholds


@dataclass(frozen=True, slots=True)
class FitJob(Job):
    """Fit thresholds on the person's boxes, from stored heat maps.

    Attributes:
        project: the project file, which another thread has open.
        class_ids: of the classes to fit; None takes all.
        newest: at most so many images; None takes all.
    """

    project: Path
    class_ids: tuple[int, ...] | None
    newest: int | None

    def run(self, bench: Bench) -> tuple[ClassFit, ...]:
        """Return one fit a class."""
        with Project.open(self.project, read_only=True) as project:
            return fit_classes(
                project,
                boxes_of_person(project),
                class_ids=self.class_ids,
                newest=self.newest,
                cancel=bench.cancel,
                progress=bench.progress,
            )


@dataclass(frozen=True, slots=True)
class CardJob(Job):
    """Read the thresholds that a network card brings for a search."""

    network: str
    config: LocalizerConfig

    def run(self, _: Bench) -> CardThresholds:
        """Return them; none for a network that is no card."""
        return card_thresholds(self.network, self.config)
