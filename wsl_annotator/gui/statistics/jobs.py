"""Jobs of the store thread: write measured time, read and export the statistics."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.gui.services.store_jobs import ProjectRef
from wsl_annotator.store.activity import Activity
from wsl_annotator.workflow.statistics import Statistics, collect_statistics
from wsl_annotator.workflow.statistics_tables import write_statistics


@dataclass(frozen=True, slots=True)
class SaveActivityJob(Job):
    """Store measured time. It is finished work: closing waits for it."""

    must_run: ClassVar[bool] = True

    project: ProjectRef
    rows: tuple[Activity, ...]

    def run(self, bench: Bench) -> None:
        """Store it."""
        self.project.open(bench).add_activity(self.rows)


@dataclass(frozen=True, slots=True)
class StatisticsJob(Job):
    """Read what was done so far."""

    project: ProjectRef

    def run(self, bench: Bench) -> Statistics:
        """Return it."""
        return collect_statistics(self.project.open(bench))


@dataclass(frozen=True, slots=True)
class WriteStatisticsJob(Job):
    """Write the statistics as CSV tables."""

    statistics: Statistics
    folder: Path

    def run(self, bench: Bench) -> tuple[Path, ...]:  # noqa: ARG002
        """Return the files."""
        return write_statistics(self.statistics, self.folder)
