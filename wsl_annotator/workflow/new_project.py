"""A folder of images -> a project: scan, sizes from the headers, classes, image-level labels."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError, ImageError, StoreError
from wsl_annotator.core.labels import LabelTable
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.records import ImageRecord
from wsl_annotator.formats.image_labels import read_labels
from wsl_annotator.imaging.decode import read_size
from wsl_annotator.imaging.scan import scan_images
from wsl_annotator.store.images import path_problem
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.import_ import import_label_table

IMAGES_A_BATCH = 2000
PROJECT_SUFFIX = ".wsl"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewProjectReport:
    """What a new project holds.

    Attributes:
        path: of the project file.
        images: usable images.
        classes: class names, in the order of their ids.
        labels: known image-level labels.
        skipped: one sentence for each image or label that cannot be used, and why. Unreadable images are in the
            project with their problem, so that they can be repaired and searched later.
    """

    path: Path
    images: int
    classes: tuple[str, ...]
    labels: int
    skipped: tuple[str, ...]


def create_project(
    path: Path,
    *,
    images: Path,
    labels: Path | None = None,
    classes: Sequence[str] = (),
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> NewProjectReport:
    """Make a project file of a folder of images and return what is in it; the project is closed again.

    Sizes come from the images' headers; their hashes are taken when they are first searched, so that making a
    project of 100,000 images does not read all their bytes. If anything stops it, no project file is left.

    Args:
        path: the project file to make.
        images: folder of the images, scanned with its sub-folders.
        labels: anything that `read_labels` knows.
        classes: class names that come first, in this order; those of `labels` follow.
        cancel: checked at every image.
        progress: told how far the scan is.

    Raises:
        StoreError: there is a file already, or the place cannot be written.
        FormatError: the labels cannot be read, or the image folder holds no image.
        Cancelled: the token was set; no file is left.
    """
    token = cancel or CancelToken()
    found = scan_folder(images)
    problems_of = {file: path_problem(relative_name(file, images)) for file in found}
    usable = [file for file, problem in problems_of.items() if not problem]
    skipped = [problem for problem in problems_of.values() if problem]
    table = None
    if labels is not None:
        table = read_labels(labels, image_names=[relative_name(file, images) for file in usable])
    # Class ids follow the order given: the labels' classes are added by the import below.
    project = Project.create(path, image_root=images, classes=list(dict.fromkeys(classes)))
    with ExitStack() as undo:
        undo.callback(_remove, path)
        with project:
            problems = _add_images(project, usable, images, token=token, progress=progress)
            count, left_out = _add_labels(project, table)
            names = tuple(record.name for record in project.classes())
        undo.pop_all()
    return NewProjectReport(
        path=path,
        images=len(usable) - len(problems),
        classes=names,
        labels=count,
        skipped=(*skipped, *problems, *left_out),
    )


def scan_folder(folder: Path) -> list[Path]:
    """Return the image files of a folder and its sub-folders, sorted.

    Raises:
        FormatError: the folder is missing or holds no image.
    """
    if not folder.is_dir():
        raise FormatError(f"There is no folder {folder}.", "Check --images.")
    found = scan_images(folder)
    if not found:
        raise FormatError(f"The folder {folder} holds no image.", "Known are JPEG, PNG, TIFF, BMP, GIF and WebP.")
    return found


def relative_name(file: Path, folder: Path) -> str:
    """Return the path of an image relative to its folder, with `/`."""
    return file.relative_to(folder).as_posix()


def _add_images(
    project: Project, files: Sequence[Path], folder: Path, *, token: CancelToken, progress: ProgressCallback
) -> list[str]:
    """Add images in short transactions; return the problems of those that cannot be read."""
    clock = ProgressClock(len(files))
    problems: list[str] = []
    for start in range(0, len(files), IMAGES_A_BATCH):
        records = []
        for done, file in enumerate(files[start : start + IMAGES_A_BATCH], start=start):
            token.raise_if_cancelled()
            if done % 50 == 0:
                progress(clock.at(done, file.name))
            record = image_record(file, folder)
            if record.problem:
                problems.append(record.problem)
            records.append(record)
        project.add_images(records)
    progress(clock.at(len(files), "finished"))
    return problems


def image_record(file: Path, folder: Path) -> ImageRecord:
    """Return the record of an image file with its size from the header, or with its problem."""
    name = relative_name(file, folder)
    try:
        width, height = read_size(file)
    except ImageError as error:
        return ImageRecord(id=1, path=name, width=0, height=0, problem=str(error))
    return ImageRecord(id=1, path=name, width=width, height=height)


def _add_labels(project: Project, table: LabelTable | None) -> tuple[int, tuple[str, ...]]:
    if table is None:
        return 0, ()
    report = import_label_table(project, table)
    return report.labels, report.skipped


def _remove(path: Path) -> None:
    """Take away a project that was not finished."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        try:
            path.with_name(name).unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{path.with_name(name)} could not be removed ({error.strerror}).") from error
