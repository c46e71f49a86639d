"""Jobs of the list thread: reading all images of a project, and putting them in the wanted order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.image_match import match_images, needs_files
from wsl_annotator.workflow.image_query import ImageQuery
from wsl_annotator.workflow.image_table import ImageTable, TableFacts, find_missing, read_facts, read_images
from wsl_annotator.workflow.queue import Arrangement, QueuePlan, arrange

if TYPE_CHECKING:
    from wsl_annotator.store.lock import ProjectLock


@dataclass(frozen=True, slots=True)
class ReadListJob(Job):
    """Read the images of a project: first the list itself, which is produced, then what is inside them."""

    path: Path
    lock: ProjectLock | None

    def run(self, bench: Bench) -> TableFacts:
        """Return what labels, searches and boxes say of the images of the table that was produced."""
        bench.cancel.raise_if_cancelled()
        # A handle of its own, for as long as it reads: nothing of this thread outlives the project.
        with Project.open(self.path, read_only=self.lock is None, lock=self.lock) as project:
            table = read_images(project, bench.cancel)
            bench.produce(table)
            # The first filter of names need not wait for them.
            table.folded_names()
            return read_facts(project, table.ids, bench.cancel)


@dataclass(frozen=True, slots=True)
class ListRequest:
    """Which images are wanted, in which order.

    Attributes:
        query: what was typed.
        plan: the order.
        class_ids: class name -> id, in the order of their turns.
    """

    query: ImageQuery
    plan: QueuePlan
    class_ids: Mapping[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class ListResult:
    """The wanted images in their order.

    Attributes:
        table: the images it is of.
        request: what was asked.
        arrangement: rows of the table.
        missing: whose files are not there, where that was asked; else None.
    """

    table: ImageTable
    request: ListRequest
    arrangement: Arrangement
    missing: NDArray[np.bool_] | None


@dataclass(frozen=True, slots=True, eq=False)
class ArrangeJob(Job):
    """Filter and order the images."""

    table: ImageTable
    root: Path
    request: ListRequest

    def run(self, bench: Bench) -> ListResult:
        """Return the order."""
        bench.cancel.raise_if_cancelled()
        where = self.request.query.where
        missing = None
        if needs_files(where):
            missing = find_missing(self.table, self.root, bench.cancel)
            self.table.missing = missing
        wanted = match_images(where, self.table, self.request.class_ids)
        bench.cancel.raise_if_cancelled()
        turns = list(self.request.class_ids.values())
        return ListResult(
            self.table, self.request, arrange(self.table, wanted, self.request.plan, class_ids=turns), missing
        )
