"""`ExportSet` -> COCO instances JSON, and proposals -> a COCO results file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import ClassRecord
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.atomic import write_json_lines
from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.coco_read import FLAGS
from wsl_annotator.formats.export_set import (
    EmptyImages,
    ExportBox,
    ExportImage,
    ExportReport,
    ExportSet,
    chosen_images,
    stable_ids,
)
from wsl_annotator.formats.proposals_json import Proposals

Segmentation = Literal["empty", "rect-polygon"]
Ids = Literal["project", "imported"]

_DEFAULT_INFO = {"description": "Exported by WSL Annotator", "version": "1.0"}
_OURS = ("id", "image_id", "category_id", "bbox", "area", "iscrowd", "segmentation", "attributes")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    segmentation: Segmentation
    decimals: int | None
    provenance: bool


def write_coco(
    export_set: ExportSet,
    path: Path,
    *,
    segmentation: Segmentation = "empty",
    empty_images: EmptyImages = "verified",
    ids: Ids = "project",
    decimals: int | None = None,
    provenance: bool = True,
) -> ExportReport:
    """Write one COCO instances file in pure ASCII and return what was written.

    Images, annotations and categories are sorted by id, so that two exports can be compared line by line; each entry
    has a line of its own. Fields of an imported file come back. While a box is the imported one, so do its bbox,
    area and segmentation as they stood; afterwards area is width x height and the old outline goes, with a note.

    Args:
        export_set: what leaves.
        path: the JSON file, replaced at once.
        segmentation: of boxes without an imported outline: `empty` is `[]`; `rect-polygon` is the rectangle, for
            tools that need a mask (CVAT would then read polygons).
        empty_images: which images without boxes are written.
        ids: `project` writes the records' ids; `imported` the ids of the imported file where there were any.
        decimals: round bbox and area to so many decimals; None keeps every digit.
        provenance: write state, source, score, threshold, model and the proposed box under `attributes`.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
        ValueError: ids or names in the set are not unique and positive, or a box has a class that is not in it.
    """
    _check(export_set)
    chosen, skipped = chosen_images(export_set, empty_images)
    image_ids = _ids([image.record.id for image in chosen], [image.record.extra for image in chosen], ids)
    class_ids = _ids([record.id for record in export_set.categories], [r.extra for r in export_set.categories], ids)
    boxes = [box for image in chosen for box in image.boxes]
    box_ids = _ids([box.id for box in boxes], [_mapping(box.attributes, "extra") for box in boxes], ids)
    options = _Options(segmentation=segmentation, decimals=decimals, provenance=provenance)
    annotations: list[dict[str, Any]] = []
    clipped_count = outlines = 0
    for image in chosen:
        for box in image.boxes:
            clipped = box.box.clipped(width=image.record.width, height=image.record.height)
            if clipped is None:
                skipped.append(
                    f"Box {box.id} ({box.class_name}) of {image.record.path} lies outside the image: left out."
                )
                continue
            clipped_count += clipped != box.box
            head = {
                "id": box_ids[box.id],
                "image_id": image_ids[image.record.id],
                "category_id": class_ids[box.class_id],
            }
            entry, lost = _annotation(box, clipped, head, options)
            outlines += lost
            annotations.append(entry)
    kinds = (
        (clipped_count, phrase("reached outside the image and were clipped to it")),
        (outlines, phrase("were moved since their import, so their imported outlines were not written")),
    )
    document = {
        "info": _DEFAULT_INFO,
        "licenses": [],
        **export_set.info,
        "images": _sorted([_image(image, image_ids[image.record.id]) for image in chosen]),
        "annotations": _sorted(annotations),
        "categories": _sorted([_category(record, class_ids[record.id]) for record in export_set.categories]),
    }
    write_json_lines(path, document)
    return ExportReport(
        written=(path,),
        images=len(chosen),
        boxes=len(annotations),
        skipped=tuple(skipped),
        notes=tuple(f"Boxes that {what}: {count}." for count, what in kinds if count),
    )


def _check(export_set: ExportSet) -> None:
    """Raise ValueError where the set breaks what `ExportSet` promises."""
    boxes = [box for image in export_set.images for box in image.boxes]
    for kind, values in (
        ("image ids", [image.record.id for image in export_set.images]),
        ("category ids", [record.id for record in export_set.categories]),
        ("box ids", [box.id for box in boxes]),
    ):
        if len(set(values)) != len(values) or min(values, default=1) < 1:
            raise ValueError(f"{kind} must be unique and from 1")
    for kind, names in (
        ("image paths", [image.record.path for image in export_set.images]),
        ("category names", [record.name for record in export_set.categories]),
    ):
        if len(set(names)) != len(names):
            raise ValueError(f"{kind} must be unique")
    known = {record.id for record in export_set.categories}
    if any(box.class_id not in known for box in boxes):
        raise ValueError("a box has a class that is not among the categories")


def _mapping(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = values.get(key)
    return value if isinstance(value, Mapping) else {}


def _ids(records: Sequence[int], extras: Sequence[Mapping[str, Any]], choice: Ids) -> dict[int, int]:
    """Return record id -> id in the file."""
    if choice == "project":
        return {number: number for number in records}
    imported = [_mapping(extra, "coco").get("id") for extra in extras]
    wanted = [number if isinstance(number, int) else None for number in imported]
    return dict(zip(records, stable_ids(wanted, otherwise=records), strict=True))


def _sorted(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(entries, key=lambda entry: int(entry["id"]))


def _image(image: ExportImage, number: int) -> dict[str, Any]:
    record = image.record
    ours = {"id": number, "width": record.width, "height": record.height, "file_name": record.path}
    return {**ours, **_mapping(record.extra, "coco"), **ours}


def _category(record: ClassRecord, number: int) -> dict[str, Any]:
    kept = _mapping(record.extra, "coco") if "coco" in record.extra else {"supercategory": ""}
    ours = {"id": number, "name": record.name}
    return {**ours, **kept, **ours}


def _annotation(
    box: ExportBox, clipped: Box, head: Mapping[str, int], options: _Options
) -> tuple[dict[str, Any], bool]:
    """Return the entry, and whether an imported outline was left out because its box was moved."""
    extra = _mapping(box.attributes, "extra")
    kept = _mapping(extra, "coco")
    bbox = bbox_of(clipped, decimals=options.decimals)
    area: Any = bbox[2] * bbox[3] if options.decimals is None else round(bbox[2] * bbox[3], options.decimals)
    if options.decimals is None and _is_box(kept.get("bbox"), box.box):
        bbox = kept["bbox"]
        area = kept.get("area", area)
    outline = kept.get("segmentation")
    if extra.get("box") is not None and list(extra["box"]) == list(box.box.xyxy):
        area = kept.get("area", area) if outline else area
        lost = False
    else:
        lost = bool(outline)
        outline = None
    entry: dict[str, Any] = {**head, "bbox": bbox, "area": area}
    entry["iscrowd"] = int(bool(box.attributes.get("iscrowd", False)))
    # A crowd's outline is run-length coded by definition: a polygon there would be misread.
    as_polygon = options.segmentation == "rect-polygon" and not entry["iscrowd"]
    entry["segmentation"] = outline or (_rectangle(clipped) if as_polygon else [])
    attributes = _attributes(box, kept, options)
    if attributes is not None:
        entry["attributes"] = attributes
    entry.update({key: value for key, value in kept.items() if key not in _OURS})
    return entry, lost


def _is_box(bbox: Any, box: Box) -> bool:
    """Whether an imported bbox is exactly this box."""
    if not (isinstance(bbox, list) and len(bbox) == 4):
        return False
    left, top, width, height = (float(number) for number in bbox)
    return (left, top, left + width, top + height) == box.xyxy


def _rectangle(box: Box) -> list[list[float]]:
    return [[box.x1, box.y1, box.x2, box.y1, box.x2, box.y2, box.x1, box.y2]]


def _attributes(box: ExportBox, kept: Mapping[str, Any], options: _Options) -> Any:
    """Return the `attributes` of an entry; None where it gets none."""
    imported = kept.get("attributes")
    if imported is not None and not isinstance(imported, dict):
        return imported
    attributes: dict[str, Any] = dict(imported or {})
    for flag in FLAGS:
        value = bool(box.attributes.get(flag, False))
        if options.provenance or value != bool(attributes.get(flag, False)):
            attributes[flag] = value
    pose = box.attributes.get("pose")
    if pose and (options.provenance or imported is not None):
        attributes["pose"] = pose
    if options.provenance:
        origin = box.origin
        known = {
            "state": str(box.state),
            "source": origin.source,
            "score": box.score,
            "model": origin.model or None,
            "threshold": origin.threshold,
            "localization_id": origin.localization_id,
            "proposed_bbox": bbox_of(origin.proposed) if origin.proposed else None,
        }
        attributes.update({key: value for key, value in known.items() if value is not None})
    return attributes if attributes or imported is not None else None


def write_coco_results(proposals: Proposals, path: Path, *, decimals: int | None = None) -> ExportReport:
    """Write a COCO results file: a bare list of `{"image_id", "category_id", "bbox", "score"}`, best first.

    Args:
        proposals: their ids are those of the annotation file that the results belong to.
        path: the JSON file, replaced at once.
        decimals: round bbox to so many decimals; None keeps every digit.

    Raises:
        FormatError: the file cannot be written; an older one is unchanged.
        ValueError: a score is not finite.
    """
    results = [
        {
            "image_id": entry.image_id,
            "category_id": entry.category_id,
            "bbox": bbox_of(scored.box, decimals=decimals),
            "score": scored.score,
        }
        for entry in proposals.localizations
        for scored in sorted(entry.boxes, key=lambda scored: -scored.score)
    ]
    write_json_lines(path, results)
    notes = () if results else (f"{path} is an empty list, which pycocotools cannot load.",)
    images = len({result["image_id"] for result in results})
    return ExportReport(written=(path,), images=images, boxes=len(results), notes=notes)
