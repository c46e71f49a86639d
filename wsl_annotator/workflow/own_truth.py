"""The boxes that people made or judged in a project, as the truth of an evaluation."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.records import FINAL_STATES, BoxRecord, ImageStatus
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.export_set import ImportBox, ImportCategory, ImportImage, ImportSet

ANCHORED = (
    "The truth is the project's own boxes, which people made with the proposals in view: who sees a box that is nearly "
    "right tends to accept it, so these figures flatter the proposals. Boxes that were drawn without seeing them tell "
    "more."
)
UNFINISHED = (
    "Images that nobody verified are among the truth: an object without a box there makes a right proposal count as "
    "wrong."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTruth:
    """What a project knows by itself.

    Attributes:
        boxes: accepted, adjusted and drawn boxes by image; an image without a box shows nothing.
        images: images that count.
        count: boxes in them.
    """

    boxes: ImportSet
    images: int
    count: int


def read_own_truth(path: Path, *, verified_only: bool = True) -> OwnTruth:
    """Return the boxes of a project that people accepted, adjusted or drew.

    Args:
        path: of the project; it is only read.
        verified_only: whether only images count that a person said to be finished; else every image with such a box
            counts too.

    Raises:
        StoreError: the project cannot be read, or holds no such box.
    """
    from wsl_annotator.store.project import Project

    with Project.open(path, read_only=True) as project:
        names = {record.id: record.name for record in project.classes()}
        by_image: dict[int, list[BoxRecord]] = {}
        for box in project.all_boxes():
            if box.state in FINAL_STATES:
                by_image.setdefault(box.image_id, []).append(box)
        images = tuple(
            ImportImage(
                file_name=record.path,
                width=record.width,
                height=record.height,
                boxes=tuple(_import_box(box, names[box.class_id]) for box in by_image.get(record.id, ())),
                source=str(path),
            )
            for record in project.images()
            if record.status is ImageStatus.VERIFIED or (not verified_only and record.id in by_image)
        )
    count = sum(len(image.boxes) for image in images)
    if not count:
        where = phrase("in a verified image") if verified_only else phrase("yet")
        raise StoreError(
            f"{path} holds no box that a person accepted, adjusted or drew {where}.",
            "Verify images (Space), or give a file of true boxes.",
        )
    categories = tuple(ImportCategory(name=name) for name in names.values())
    return OwnTruth(
        boxes=ImportSet(format="project", images=images, categories=categories), images=len(images), count=count
    )


def _import_box(box: BoxRecord, class_name: str) -> ImportBox:
    return ImportBox(class_name=class_name, box=box.box, state=box.state, attributes=box.attributes)


def own_truth_name(path: Path, *, verified_only: bool) -> str:
    """Return what the truth is, for a report."""
    which = phrase("verified images") if verified_only else phrase("verified images and every other with a box")
    return phrase(f"the boxes that people accepted, adjusted or drew in {path} ({which})")
