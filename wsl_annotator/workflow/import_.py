"""VOC XML, COCO JSON or image-level labels -> project; importing the same thing again changes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.labels import LabelState, LabelTable
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord, ImageRecord, ImageStatus, Origin
from wsl_annotator.formats.coco import read_coco
from wsl_annotator.formats.export_set import ImportBox, ImportImage, ImportSet
from wsl_annotator.formats.image_labels import read_labels
from wsl_annotator.formats.matching import match_images
from wsl_annotator.formats.orientation import Orientation
from wsl_annotator.formats.voc import VocProfile, read_voc
from wsl_annotator.store.edits import Batch, Edit, PutBoxes, PutClass, SetLabel, SetStatus
from wsl_annotator.workflow.export import COCO_INFO
from wsl_annotator.workflow.import_sensor import upright_boxes

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project

IMAGES_A_BATCH = 500
SAME_BOX_PX = {"voc": 1.0, "coco": 0.011}
"""Edges that differ by less are one box: VOC rounds outwards to whole pixels, COCO writers to two decimals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    Attributes:
        images: images that boxes or labels were read for.
        boxes: boxes added.
        known_boxes: boxes that were in the project already.
        labels: image-level labels set or changed.
        classes: classes added.
        skipped: one sentence for each entry that was left out, and why.
        notes: one sentence for each thing a person should look at.
        inverse: edits that undo the import, to be applied in this order.
    """

    images: int
    boxes: int
    known_boxes: int
    labels: int
    classes: tuple[str, ...]
    skipped: tuple[str, ...]
    notes: tuple[str, ...]
    inverse: tuple[Edit, ...] = ()


def read_annotations(
    path: Path, *, profile: VocProfile = "spec", progress: ProgressCallback = ignore_progress
) -> ImportSet:
    """Return the boxes of a VOC XML file or folder, or of a COCO JSON file.

    Raises:
        FormatError: the path is missing or holds neither.
    """
    if path.is_dir() or path.suffix.lower() == ".xml":
        return read_voc(path, profile=profile, progress=progress)
    if path.suffix.lower() == ".json":
        return read_coco(path)
    if not path.exists():
        raise FormatError(f"There is no {path}.", "Check --from.")
    raise FormatError(f"{path} is neither VOC XML nor COCO JSON.", "Give a .json file, an .xml file or a folder.")


def holds_boxes(path: Path) -> bool:
    """Return whether a path looks like annotations with boxes, and not like image-level labels alone."""
    if path.is_dir():
        return next(path.rglob("*.xml"), None) is not None
    return path.suffix.lower() in (".xml", ".json")


def import_path(
    project: Project,
    path: Path,
    *,
    profile: VocProfile = "spec",
    labels_only: bool = False,
    orientation: Orientation = "upright",
    progress: ProgressCallback = ignore_progress,
) -> ImportReport:
    """Bring VOC XML, COCO JSON or image-level labels into a project.

    Args:
        project: open for editing.
        path: VOC XML file or folder, COCO JSON, or anything that `read_labels` knows.
        profile: the convention of VOC coordinates.
        labels_only: take from annotations which classes are in an image, and leave their boxes.
        orientation: of the boxes: `upright`, or `sensor` where they lie on the stored pixels of photos that are
            turned by EXIF. It is never judged from the file.
        progress: told how far it is.

    Raises:
        FormatError: the path is missing or not readable as any of these.
        StoreError: the project cannot be written; whole batches before that are in it.
    """
    if labels_only or not holds_boxes(path):
        names = [record.path for record in project.images()]
        return import_label_table(project, read_labels(path, image_names=names))
    annotations = read_annotations(path, profile=profile, progress=progress)
    if orientation == "sensor":
        annotations = upright_boxes(project, annotations, progress=progress)
    return import_boxes(project, annotations)


def import_label_table(project: Project, table: LabelTable) -> ImportReport:
    """Write image-level labels; classes that the project lacks are added, images that it lacks are listed.

    Raises:
        StoreError: the project cannot be written; nothing is changed.
    """
    images = {record.path: record.id for record in project.images()}
    skipped = list(table.problems)
    with project.bulk():
        before = project.all_labels()
        classes, added = _with_classes(project, dict.fromkeys(table.classes), {})
        rows: list[tuple[int, int, LabelState]] = []
        matched: set[int] = set()
        for row in table.rows:
            image_id = images.get(row.file_name)
            if image_id is None:
                skipped.append(f"{row.file_name} has labels but is not among the images: left out.")
                continue
            matched.add(image_id)
            known = before.get(image_id, {})
            rows += [
                (image_id, classes[name], state)
                for name, state in row.states.items()
                if known.get(classes[name], LabelState.UNKNOWN) is not state
            ]
        if rows:
            project.import_labels(rows)
    inverse = [
        SetLabel(
            image_id=image_id,
            class_id=class_id,
            state=before.get(image_id, {}).get(class_id, LabelState.UNKNOWN),
        )
        for image_id, class_id, _ in reversed(rows)
    ]
    return ImportReport(
        images=len(matched),
        boxes=0,
        known_boxes=0,
        labels=len(rows),
        classes=added,
        skipped=tuple(skipped),
        notes=(),
        inverse=(Batch(tuple(inverse)),) if inverse else (),
    )


def import_boxes(project: Project, import_set: ImportSet) -> ImportReport:
    """Add the boxes of annotations as a person's: drawn, or in the state that our own export wrote.

    A box whose class and edges the project has already is counted and not added again. The classes of boxes become
    positive labels of their images. Fields that we do not use are kept for the export. Boxes that were exported as
    mere proposals are left out: nobody has judged them.

    Args:
        project: open for editing.
        import_set: as read, with the file's own names and sizes.

    Raises:
        StoreError: the project cannot be written; whole batches before that are in it.
    """
    images = {record.path: record for record in project.images()}
    matched = match_images(import_set, {path: (record.width, record.height) for path, record in images.items()})
    wanted: dict[str, int | None] = {category.name: category.source_id for category in matched.categories}
    for image in matched.images:
        wanted.update({box.class_name: wanted.get(box.class_name) for box in image.boxes})
    extras = {category.name: category.extra for category in matched.categories}
    with project.bulk():
        classes, added = _with_classes(project, wanted, extras)
        if import_set.info:
            project.set_setting(COCO_INFO, json.dumps(import_set.info))
    tally = _Tally(problems=list(matched.problems))
    for start in range(0, len(matched.images), IMAGES_A_BATCH):
        with project.bulk():
            edits: list[Edit] = []
            for image in matched.images[start : start + IMAGES_A_BATCH]:
                edits += _image_edits(project, images[image.file_name], image, classes, import_set.format, tally)
            if edits:
                tally.inverse.insert(0, project.apply(Batch(tuple(edits))))
    return ImportReport(
        images=len(matched.images),
        boxes=tally.boxes,
        known_boxes=tally.known,
        labels=tally.labels,
        classes=added,
        skipped=tuple(tally.problems),
        notes=matched.warnings,
        inverse=tuple(tally.inverse),
    )


class _Tally:
    def __init__(self, *, problems: list[str]) -> None:
        self.problems = problems
        self.boxes = 0
        self.known = 0
        self.labels = 0
        self.inverse: list[Edit] = []


def _with_classes(
    project: Project, wanted: Mapping[str, int | None], extras: Mapping[str, Mapping[str, object]]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Add the classes that are missing, under the file's own ids where those are free; return name -> id, and added."""
    ids = {record.name: record.id for record in project.classes()}
    added: list[str] = []
    for name, source_id in wanted.items():
        if name in ids:
            continue
        free = source_id is not None and source_id > 0 and source_id not in ids.values()
        class_id = source_id if free and source_id is not None else project.new_class_id()
        project.apply(
            PutClass(ClassRecord(id=class_id, name=name, color=class_color(class_id - 1), extra=extras.get(name, {})))
        )
        ids[name] = class_id
        added.append(name)
    return ids, tuple(added)


def _image_edits(
    project: Project,
    record: ImageRecord,
    image: ImportImage,
    classes: Mapping[str, int],
    source_format: str,
    tally: _Tally,
) -> list[Edit]:
    merged = {**record.extra, **image.extra}
    if merged != dict(record.extra):
        project.update_image(record.id, extra=merged)
    present = list(project.boxes(record.id))
    fresh: list[ImportBox] = []
    for box in image.boxes:
        if box.state is BoxState.PROPOSED:
            tally.problems.append(f"A box of {box.class_name} in {record.path} is a proposal that nobody judged.")
        elif _is_known(box, classes[box.class_name], present, SAME_BOX_PX[source_format]):
            tally.known += 1
        else:
            fresh.append(box)
    edits = _label_edits(project, record.id, image.boxes, classes)
    tally.labels += len(edits)
    if not fresh:
        return edits
    ids = project.new_box_ids(len(fresh))
    boxes = tuple(
        BoxRecord(
            id=box_id,
            image_id=record.id,
            class_id=classes[box.class_name],
            box=box.box,
            state=box.state or BoxState.DRAWN,
            origin=Origin(source=f"import:{source_format}", score=box.score),
            attributes=box.attributes,
        )
        for box_id, box in zip(ids, fresh, strict=True)
    )
    tally.boxes += len(boxes)
    edits.append(PutBoxes(boxes))
    if record.status is ImageStatus.UNTOUCHED:
        edits.append(SetStatus(image_id=record.id, status=ImageStatus.IN_PROGRESS))
    return edits


def _is_known(box: ImportBox, class_id: int, present: Sequence[BoxRecord], tolerance_px: float) -> bool:
    rejected = box.state is BoxState.REJECTED
    return any(
        record.class_id == class_id
        and (record.state is BoxState.REJECTED) == rejected
        and max(abs(a - b) for a, b in zip(record.box.xyxy, box.box.xyxy, strict=True)) < tolerance_px
        for record in present
    )


def _label_edits(project: Project, image_id: int, boxes: Sequence[ImportBox], classes: Mapping[str, int]) -> list[Edit]:
    known = project.labels(image_id)
    there = dict.fromkeys(
        classes[box.class_name] for box in boxes if box.state not in (BoxState.REJECTED, BoxState.PROPOSED)
    )
    return [
        SetLabel(image_id=image_id, class_id=class_id, state=LabelState.POSITIVE)
        for class_id in there
        if known.get(class_id) is not LabelState.POSITIVE
    ]
