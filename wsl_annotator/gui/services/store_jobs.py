"""Jobs of the store thread: bulk reads and writes through a project handle of its own, in short transactions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from wsl_annotator.gui.services.job import Bench, Job
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.class_choice import ClassChoice
from wsl_annotator.workflow.engine import EngineIdentity
from wsl_annotator.workflow.export import ExportFormat, ExportOptions, export_project
from wsl_annotator.workflow.image_folder import AddedReport, MovedReport, add_new_images, locate_moved_images
from wsl_annotator.workflow.import_ import ImportReport, import_path
from wsl_annotator.workflow.localize import ImageResult
from wsl_annotator.workflow.new_project import NewProjectReport, create_project
from wsl_annotator.workflow.propose import ProposePlan, plan_project, save_result
from wsl_annotator.workflow.search_again import save_scoped

if TYPE_CHECKING:
    from wsl_annotator.formats.export_set import ExportReport
    from wsl_annotator.formats.orientation import Orientation
    from wsl_annotator.formats.voc import VocProfile
    from wsl_annotator.gui.services.network_jobs import ScopedResult
    from wsl_annotator.store.lock import ProjectLock

_PROJECT = "project"


@dataclass(frozen=True, slots=True)
class ProjectRef:
    """A project that the main thread has open: enough for another thread to open its own handle."""

    path: Path
    lock: ProjectLock | None

    def open(self, bench: Bench) -> Project:
        """Return this thread's handle."""
        known: Project | None = bench.shelf.get(_PROJECT)
        if known is not None and known.path == self.path and known.lock is self.lock:
            return known
        release_project(bench)
        project = Project.open(self.path, read_only=self.lock is None, lock=self.lock)
        bench.shelf[_PROJECT] = project
        return project


def release_project(bench: Bench) -> None:
    """Close this thread's handle, if it has one."""
    known: Project | None = bench.shelf.pop(_PROJECT, None)
    if known is not None:
        known.close()


@dataclass(frozen=True, slots=True)
class ReleaseJob(Job):
    """Close this thread's handle, when the project is closed."""

    must_run: ClassVar[bool] = True

    def run(self, bench: Bench) -> None:
        """Close it."""
        release_project(bench)


@dataclass(frozen=True, slots=True)
class PlanJob(Job):
    """Find out which of a few images are to be searched."""

    project: ProjectRef
    identity: EngineIdentity
    choice: ClassChoice
    image_ids: tuple[int, ...]

    def run(self, bench: Bench) -> ProposePlan:
        """Return the plan."""
        return plan_project(self.project.open(bench), self.identity, choice=self.choice, image_ids=self.image_ids)


@dataclass(frozen=True, slots=True)
class SavedImage:
    """A stored result with its number of proposals."""

    result: ImageResult
    boxes: int


@dataclass(frozen=True, slots=True)
class SaveJob(Job):
    """Store the result of one image. It is finished work: closing waits for it."""

    must_run: ClassVar[bool] = True

    project: ProjectRef
    identity: EngineIdentity
    result: ImageResult

    def run(self, bench: Bench) -> SavedImage:
        """Return the result with its number of proposals."""
        return SavedImage(self.result, save_result(self.project.open(bench), self.identity, self.result))


@dataclass(frozen=True, slots=True)
class SaveScopedJob(Job):
    """Store a search of a part of an image. It is finished work: closing waits for it."""

    must_run: ClassVar[bool] = True

    project: ProjectRef
    result: ScopedResult

    def run(self, bench: Bench) -> int:
        """Return the id of the stored localization."""
        result = self.result
        return save_scoped(
            self.project.open(bench),
            result.identity,
            result.localization,
            image_id=result.image_id,
            image_sha256=result.image_sha256,
            scope=result.scope,
        )


@dataclass(frozen=True, slots=True)
class ExportJob(Job):
    """Write the boxes to files."""

    project: ProjectRef
    export_format: ExportFormat
    to: Path
    options: ExportOptions

    def run(self, bench: Bench) -> ExportReport:
        """Return what was written."""
        return export_project(
            self.project.open(bench),
            export_format=self.export_format,
            to=self.to,
            options=self.options,
            progress=bench.progress,
        )


@dataclass(frozen=True, slots=True)
class ImportJob(Job):
    """Bring labels or boxes into the project."""

    project: ProjectRef
    path: Path
    profile: VocProfile
    labels_only: bool
    orientation: Orientation = "upright"

    def run(self, bench: Bench) -> ImportReport:
        """Return what was read."""
        return import_path(
            self.project.open(bench),
            self.path,
            profile=self.profile,
            labels_only=self.labels_only,
            orientation=self.orientation,
            progress=bench.progress,
        )


@dataclass(frozen=True, slots=True)
class LocateImagesJob(Job):
    """Look for the images in another folder from now on."""

    project: ProjectRef
    folder: Path

    def run(self, bench: Bench) -> MovedReport:
        """Return what is there."""
        project = self.project.open(bench)
        return locate_moved_images(project, self.folder, cancel=bench.cancel, progress=bench.progress)


@dataclass(frozen=True, slots=True)
class AddImagesJob(Job):
    """Add the files that came into the image folder since."""

    project: ProjectRef

    def run(self, bench: Bench) -> AddedReport:
        """Return what came in."""
        return add_new_images(self.project.open(bench), cancel=bench.cancel, progress=bench.progress)


@dataclass(frozen=True, slots=True)
class CreateJob(Job):
    """Make a project of a folder of images."""

    path: Path
    images: Path
    labels: Path | None
    classes: tuple[str, ...]

    def run(self, bench: Bench) -> NewProjectReport:
        """Return what it holds."""
        release_project(bench)
        return create_project(
            self.path,
            images=self.images,
            labels=self.labels,
            classes=self.classes,
            cancel=bench.cancel,
            progress=bench.progress,
        )


@dataclass(frozen=True, slots=True)
class SampleJob(Job):
    """Make the sample project in the user's own folder, if it is not there."""

    def run(self, bench: Bench) -> Path:
        """Return the project file."""
        from wsl_annotator.workflow.demo import build_sample

        return build_sample(progress=bench.progress)
