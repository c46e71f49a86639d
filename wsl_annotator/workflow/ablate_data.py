"""The images of an ablation: which ones, what their labels say, and their true boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.image_labels import read_labels
from wsl_annotator.formats.matching import NameMatcher
from wsl_annotator.formats.readers import read_text
from wsl_annotator.formats.voc import VocProfile
from wsl_annotator.workflow.import_ import read_annotations
from wsl_annotator.workflow.new_project import relative_name, scan_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageChoice:
    """Which images of a folder.

    Attributes:
        names: file with one name a line; None takes all.
        first: of these, by rising name, only so many from the start; None takes all.
        last: of these only so many from the end; None takes all.
    """

    names: Path | None = None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LabeledPhoto:
    """One image.

    Attributes:
        name: relative path with `/`.
        path: where it lies.
        shows: classes that its labels say are in it, in the labels' order.
    """

    name: str
    path: Path
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AblationData:
    """What an ablation looks at.

    Attributes:
        photos: by rising name.
        classes: of the labels, in their order.
        truth: true boxes.
        problems: one sentence for each label or box that was left out.
    """

    photos: tuple[LabeledPhoto, ...]
    classes: tuple[str, ...]
    truth: ImportSet
    problems: tuple[str, ...]

    @property
    def pairs(self) -> int:
        """Images and classes to search."""
        return sum(len(photo.shows) for photo in self.photos)


def read_ablation_data(
    *,
    images: Path,
    labels: Path,
    truth: Path,
    choice: ImageChoice,
    profile: VocProfile = "spec",
    progress: ProgressCallback = ignore_progress,
) -> AblationData:
    """Return the chosen images with their labels and true boxes; needs no network.

    Args:
        images: folder, scanned with its sub-folders.
        labels: anything that `read_labels` knows.
        truth: true boxes: COCO JSON, a VOC XML file, or a folder of them.
        choice: which images of the folder.
        profile: the convention of VOC coordinates.
        progress: told how far the reading of VOC folders is.

    Raises:
        FormatError: a file is missing or unreadable, or no chosen image shows a class.
    """
    files = {relative_name(file, images): file for file in scan_folder(images)}
    names = _chosen(sorted(files), choice)
    table = read_labels(labels, image_names=list(files))
    rows = table.by_file()
    photos = tuple(
        LabeledPhoto(
            name=name,
            path=files[name],
            shows=tuple(
                label for label in table.classes if name in rows and rows[name].states.get(label) is LabelState.POSITIVE
            ),
        )
        for name in names
    )
    if not any(photo.shows for photo in photos):
        raise FormatError(
            f"{labels} names no class for any of the {len(photos)} images.",
            "Check that its file names are those of --images.",
        )
    boxes = read_annotations(truth, profile=profile, progress=progress)
    return AblationData(photos=photos, classes=table.classes, truth=boxes, problems=(*table.problems, *boxes.problems))


def _chosen(names: Sequence[str], choice: ImageChoice) -> list[str]:
    listed = list(names)
    if choice.names is not None:
        matcher = NameMatcher(listed)
        wanted = [line.strip() for line in read_text(choice.names).splitlines() if line.strip()]
        found = [matcher.find(name) for name in wanted]
        missing = [name for name, match in zip(wanted, found, strict=True) if match is None]
        if missing:
            raise FormatError(
                f"{choice.names} names {missing[0]}, which is no image of the folder.", "Correct the list, or --images."
            )
        listed = sorted({name for name in found if name is not None})
    listed = listed[: choice.first] if choice.first is not None else listed
    return listed[-choice.last :] if choice.last is not None else listed
