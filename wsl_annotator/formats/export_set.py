"""What goes out and what comes in, as values without a store handle.

Fields of a file that we do not use travel through the project as JSON types, one entry a format, so that an export
gives them back: `{"voc": {...}}` and `{"coco": {...}}` in `ImportImage.extra` (-> `ImageRecord.extra`), in
`ImportCategory.extra` (-> `ClassRecord.extra`), and under the key `extra` of `ImportBox.attributes`
(-> `BoxRecord.attributes`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ClassRecord, ImageRecord, ImageStatus, Origin
from wsl_annotator.core.words import phrase

EmptyImages = Literal["verified", "all", "none"]
"""Which images without boxes are written: those a person verified (default), all, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportBox:
    """One box that leaves.

    Attributes:
        id: stable, from 1, unique in the set; the annotation id of COCO.
        class_id: id of its category.
        class_name: name of its category.
        box: upright image pixels.
        state: how the box came to be.
        score: of the proposal it came from; None where there is none.
        origin: where it came from.
        attributes: as in `BoxRecord.attributes`.
    """

    id: int
    class_id: int
    class_name: str
    box: Box
    state: BoxState = BoxState.DRAWN
    score: float | None = None
    origin: Origin = field(default_factory=Origin)
    attributes: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def from_record(cls, record: BoxRecord, *, class_name: str) -> ExportBox:
        """Return the box of a project's record."""
        return cls(
            id=record.id,
            class_id=record.class_id,
            class_name=class_name,
            box=record.box,
            state=record.state,
            score=record.origin.score,
            origin=record.origin,
            attributes=record.attributes,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportImage:
    """One image that leaves.

    Attributes:
        record: path, upright size, status, and the unused fields of an imported file.
        boxes: in the order they are written.
        labels: class name -> image-level label; absent is unknown. A class with a box is positive anyhow.
    """

    record: ImageRecord
    boxes: tuple[ExportBox, ...] = ()
    labels: Mapping[str, LabelState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportSet:
    """Everything an export needs.

    Attributes:
        images: with unique ids and paths.
        categories: with unique ids and names.
        info: top-level fields of a COCO file other than images, annotations and categories (`info`, `licenses`,
            and unknown ones), as `ImportSet.info` gave them.
        image_root: folder that the images' paths are relative to; needed only to copy or link images.
    """

    images: tuple[ExportImage, ...]
    categories: tuple[ClassRecord, ...]
    info: Mapping[str, Any] = field(default_factory=dict)
    image_root: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What an export did.

    Attributes:
        written: files that now hold the export (those whose content was already the same among them).
        images: images written.
        boxes: boxes written.
        skipped: one sentence for each thing that was left out, and why.
        notes: one sentence for each thing a person should know (renamed, clipped).
    """

    written: tuple[Path, ...]
    images: int
    boxes: int
    skipped: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBox:
    """One box that came in.

    Attributes:
        class_name: its class.
        box: pixels of the image as the file describes it; not yet clipped (see `matching.match_images`).
        state: the state that our own export carried, else None.
        score: the score that our own export or a results file carried, else None.
        source_id: annotation id in the file; None where the format has none.
        attributes: `truncated`, `difficult`, `occluded`, `iscrowd` (bool) and `pose` (str) where the file has them,
            and `extra` with the fields that we do not use.
    """

    class_name: str
    box: Box
    state: BoxState | None = None
    score: float | None = None
    source_id: int | None = None
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportImage:
    """One image that a file describes.

    Attributes:
        file_name: as the file says, relative, with `/`.
        width: as the file says; 0 where it does not.
        height: as the file says; 0 where it does not.
        boxes: in the file's order.
        source_id: image id in the file; None where the format has none.
        fallback: another name to look for, without its extension (an XML file's own name); may be empty.
        source: the file and entry that describe it, for messages.
        extra: fields that we do not use.
    """

    file_name: str
    width: int = 0
    height: int = 0
    boxes: tuple[ImportBox, ...] = ()
    source_id: int | None = None
    fallback: str = ""
    source: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCategory:
    """One class that a file describes.

    Attributes:
        name: unique in the file.
        source_id: category id in the file; None where the format has none.
        extra: fields that we do not use.
    """

    name: str
    source_id: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSet:
    """Everything a file or folder of annotations says.

    Attributes:
        format: `voc` or `coco`.
        images: in the source's order (VOC: sorted by path).
        categories: in the source's order (VOC: sorted by name).
        info: top-level fields of a COCO file other than images, annotations and categories.
        problems: one sentence for each entry that was left out.
        warnings: one sentence for each entry that was taken but looks wrong.
    """

    format: str
    images: tuple[ImportImage, ...]
    categories: tuple[ImportCategory, ...]
    info: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def chosen_images(export_set: ExportSet, empty_images: EmptyImages) -> tuple[list[ExportImage], list[str]]:
    """Return the images to write and one sentence for each kind that is left out.

    Args:
        export_set: what leaves.
        empty_images: which images without boxes are written.
    """
    chosen: list[ExportImage] = []
    skipped: list[str] = []
    left_out = 0
    for image in export_set.images:
        record = image.record
        if record.width <= 0 or record.height <= 0:
            skipped.append(f"{record.path} was left out: {record.problem or 'its size is unknown.'}")
        elif image.boxes or empty_images == "all" or (empty_images == "verified" and _is_verified(record)):
            chosen.append(image)
        else:
            left_out += 1
    if left_out:
        kind = phrase("without boxes") if empty_images == "none" else phrase("without boxes that nobody verified")
        skipped.append(f"{left_out} {'image' if left_out == 1 else 'images'} {kind} left out.")
    return chosen, skipped


def _is_verified(record: ImageRecord) -> bool:
    return record.status is ImageStatus.VERIFIED


def export_set_of(import_set: ImportSet, *, colors: Iterable[str] = ()) -> ExportSet:
    """Return an imported set ready for export, as a converter between formats needs it.

    Ids are those of the file where it has them and they are unique and positive, else 1..N in order. Sizes are those
    of the file: pass the set through `matching.match_images` first to take them from the images.

    Args:
        import_set: what came in.
        colors: `#rrggbb` for the classes, in order; grey where they run out.
    """
    palette = iter(colors)
    class_ids = stable_ids([category.source_id for category in import_set.categories])
    categories = tuple(
        ClassRecord(id=number, name=category.name, color=next(palette, "#808080"), extra=category.extra)
        for number, category in zip(class_ids, import_set.categories, strict=True)
    )
    id_of = {record.name: record.id for record in categories}
    image_ids = stable_ids([image.source_id for image in import_set.images])
    box_ids = iter(stable_ids([box.source_id for image in import_set.images for box in image.boxes]))
    images = tuple(
        ExportImage(
            record=ImageRecord(
                id=number, path=image.file_name, width=image.width, height=image.height,
                status=ImageStatus.VERIFIED, extra=image.extra,
            ),
            boxes=tuple(
                ExportBox(
                    id=next(box_ids), class_id=id_of[box.class_name], class_name=box.class_name, box=box.box,
                    state=box.state or BoxState.ACCEPTED, score=box.score,
                    origin=Origin(source=f"import:{import_set.format}", score=box.score), attributes=box.attributes,
                )
                for box in image.boxes
            ),
        )
        for number, image in zip(image_ids, import_set.images, strict=True)
    )  # fmt: skip
    return ExportSet(images=images, categories=categories, info=import_set.info)


def stable_ids(wanted: Iterable[int | None], *, otherwise: Iterable[int] = ()) -> list[int]:
    """Return unique ids from 1.

    COCO's own evaluation scores an annotation with id 0, or with a repeated id, as missed and says nothing.

    Args:
        wanted: taken where positive and not taken before.
        otherwise: second choices, one for each wanted id; where these are taken too, or missing, the next free one.
    """
    ids: list[int | None] = []
    taken: set[int] = set()
    for number in wanted:
        keep = number is not None and number > 0 and number not in taken
        ids.append(number if keep else None)
        if keep and number is not None:
            taken.add(number)
    for index, number in enumerate(otherwise):
        if ids[index] is None and number > 0 and number not in taken:
            ids[index] = number
            taken.add(number)
    free = itertools.count(max(taken, default=0) + 1)
    return [next(free) if number is None else number for number in ids]
