"""Which of the imported boxes lie on the stored pixels of turned photos: the orientations are read from the photos."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.formats.export_set import ImportImage, ImportSet
from wsl_annotator.formats.matching import NameMatcher
from wsl_annotator.formats.orientation_read import TurnedPhoto, from_sensor_frame
from wsl_annotator.imaging.decode import read_orientation

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project


def upright_boxes(
    project: Project, import_set: ImportSet, *, progress: ProgressCallback = ignore_progress
) -> ImportSet:
    """Return annotations whose boxes lie on the stored pixels with those of the project's turned photos upright.

    A photo whose orientation cannot be read is left out and listed: its boxes would be a guess.

    Args:
        project: with the images.
        import_set: as read.
        progress: told of every hundredth image.
    """
    records = {record.path: record for record in project.images()}
    matcher = NameMatcher(records)
    images: list[ImportImage] = []
    photos: list[TurnedPhoto | None] = []
    problems = list(import_set.problems)
    clock = ProgressClock(len(import_set.images))
    for done, image in enumerate(import_set.images):
        if done % 100 == 0:
            progress(clock.at(done, image.file_name))
        record = records.get(matcher.find_image(image) or "")
        photo = None
        if record is not None and record.width > 0 and record.height > 0:
            try:
                photo = TurnedPhoto(
                    name=record.path,
                    width=record.width,
                    height=record.height,
                    orientation=read_orientation(project.image_file(record)),
                )
            except ImageError as error:
                problems.append(f"{record.path} was left out, since its orientation is unknown: {error.user_text}")
                continue
        images.append(image)
        photos.append(photo)
    known = dataclasses.replace(import_set, images=tuple(images), problems=tuple(problems))
    return from_sensor_frame(known, photos)
