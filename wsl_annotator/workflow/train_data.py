"""Where the labelled images of a training come from: a folder with labels, or a project."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.progress import Progress, ProgressCallback
from wsl_annotator.formats.image_labels import read_labels
from wsl_annotator.imaging.decode import hash_file
from wsl_annotator.store.project import Project
from wsl_annotator.training.dataset import UNKNOWN, LabeledImages
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.workflow.new_project import relative_name, scan_folder


def data_of_folder(images: Path, labels: Path, *, complete: bool = False) -> tuple[LabeledImages, list[str]]:
    """Return the labelled images of a folder, and one sentence for each label that was left out.

    Args:
        images: folder, scanned with its sub-folders.
        labels: anything that `read_labels` knows.
        complete: a class that is not mentioned for an image is not in it; a table says it itself by 0 and blank.

    Raises:
        FormatError: the folder or the labels cannot be read.
        TrainingError: no image has a label.
    """
    files = {relative_name(file, images): file for file in scan_folder(images)}
    table = read_labels(labels, image_names=list(files), complete=True if complete else None)
    rows = [row for row in table.rows if row.file_name in files]
    states = np.full((len(rows), len(table.classes)), UNKNOWN, dtype=np.int8)
    for place, row in enumerate(rows):
        for column, name in enumerate(table.classes):
            states[place, column] = int(row.states.get(name, LabelState.UNKNOWN))
    data = LabeledImages(
        names=tuple(row.file_name for row in rows),
        paths=tuple(files[row.file_name] for row in rows),
        classes=table.classes,
        labels=states,
    )
    return _labelled(data, str(labels)), list(table.problems)


def data_of_project(project: Project, *, complete: bool = False) -> tuple[LabeledImages, list[str]]:
    """Return the labelled images of a project, and one sentence for each image that cannot be used.

    Args:
        project: is only read.
        complete: a class that is not labelled in an image that has labels is not in it.

    Raises:
        TrainingError: no image has a label.
    """
    classes = project.classes()
    known = project.all_labels()
    records = [record for record in project.images() if known.get(record.id)]
    problems = [record.problem for record in records if record.problem]
    records = [record for record in records if not record.problem]
    absent = LabelState.NEGATIVE if complete else LabelState.UNKNOWN
    states = np.array(
        [[int(known[record.id].get(item.id, absent)) for item in classes] for record in records], dtype=np.int8
    ).reshape(len(records), len(classes))
    data = LabeledImages(
        names=tuple(record.path for record in records),
        paths=tuple(project.image_file(record) for record in records),
        classes=tuple(item.name for item in classes),
        labels=states,
    )
    return _labelled(data, str(project.path)), problems


def _labelled(data: LabeledImages, source: str) -> LabeledImages:
    known = np.flatnonzero((data.labels != UNKNOWN).any(axis=1))
    if not len(known):
        raise TrainingError(
            f"{source} holds no label of an image that is there, so there is nothing to learn from.",
            "Label some images, or import labels.",
        )
    return data.select(known)


def hash_images(
    data: LabeledImages, cancel: CancelToken, progress: ProgressCallback
) -> tuple[LabeledImages, list[str]]:
    """Return the data with the hash of each file, and one sentence for each that cannot be read.

    Raises:
        Cancelled: the token was set.
    """
    hashes: list[str] = []
    rows: list[int] = []
    problems: list[str] = []
    for row, path in enumerate(data.paths):
        cancel.raise_if_cancelled()
        try:
            hashes.append(hash_file(path))
            rows.append(row)
        except ImageError as error:
            problems.append(f"{error.user_text} It was left out of the training.")
        if row % 100 == 0:
            progress(Progress(done=row, total=len(data), message="reading the images"))
    return dataclasses.replace(data.select(rows), hashes=tuple(hashes)), problems
