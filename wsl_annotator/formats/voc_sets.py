"""The devkit's `ImageSets/Main`: which images belong to a set, and the image-level labels of each class."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ClassRecord
from wsl_annotator.formats.export_set import ExportImage
from wsl_annotator.formats.readers import read_text

_NUMBER_OF = {LabelState.POSITIVE: 1, LabelState.NEGATIVE: -1, LabelState.UNKNOWN: 0}
_STATE_OF = {"1": LabelState.POSITIVE, "+1": LabelState.POSITIVE, "-1": LabelState.NEGATIVE, "0": LabelState.UNKNOWN}


def image_set_files(
    images: Sequence[ExportImage],
    categories: Sequence[ClassRecord],
    names: Mapping[int, str],
    *,
    image_set: str,
    notes: list[str],
) -> list[tuple[str, str]]:
    """Return (file name, text) of `<set>.txt` and of one `<class>_<set>.txt` a class.

    A class file says 1 (positive, or has a box), -1 (negative) or 0 (unknown) for each image. In the devkit 0 means
    that all objects of the class are difficult; readers that follow it ignore such images, which is right here too.

    Args:
        images: what leaves.
        categories: all classes, those without a box too.
        names: image id -> name in the sets (the XML file's, without `.xml`).
        image_set: the set's name.
        notes: gets a sentence where a class name cannot be a file name.
    """
    files = [(f"{image_set}.txt", "".join(f"{names[image.record.id]}\n" for image in images))]
    taken = {files[0][0].casefold()}
    for category in categories:
        safe = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|\ud800-\udfff]', "-", category.name)
        file_name = f"{safe}_{image_set}.txt"
        if file_name.casefold() in taken:
            file_name = f"{safe}-{category.id}_{image_set}.txt"
        if file_name != f"{category.name}_{image_set}.txt":
            notes.append(f"Class {category.name!a} cannot name a file: its image set is {file_name}.")
        taken.add(file_name.casefold())
        lines = [f"{names[image.record.id]} {_NUMBER_OF[_state(image, category.name)]:2d}\n" for image in images]
        files.append((file_name, "".join(lines)))
    return files


def _state(image: ExportImage, class_name: str) -> LabelState:
    if any(box.class_name == class_name for box in image.boxes):
        return LabelState.POSITIVE
    return image.labels.get(class_name, LabelState.UNKNOWN)


def read_class_set(path: Path, problems: list[str]) -> list[tuple[str, LabelState]]:
    """Return (image name, state) of each line of one `<class>_<set>.txt`.

    Args:
        path: the file.
        problems: gets one sentence for each line that is left out.

    Raises:
        FormatError: the file cannot be read, or no line has a name and 1, -1 or 0.
    """
    rows: list[tuple[str, LabelState]] = []
    wrong: list[str] = []
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        if not line.strip():
            continue
        parts = line.strip().rsplit(maxsplit=1)  # the name may hold spaces
        if len(parts) == 2 and parts[1] in _STATE_OF:
            rows.append((parts[0], _STATE_OF[parts[1]]))
        else:
            wrong.append(f"{path}, line {number}, is not an image name and 1, -1 or 0: left out.")
    if not rows:
        raise FormatError(f"{path} holds no line with an image name and 1, -1 or 0.")
    problems.extend(wrong)
    return rows
