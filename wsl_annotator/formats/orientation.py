"""Sizes and boxes in the frame of the stored pixels, of programs that do not turn photos by their EXIF orientation.

Everything inside is upright; this is one of the other conventions, and like them it exists in files only.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, Literal

from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.export_set import ExportBox, ExportImage, ExportSet, ImportBox
from wsl_annotator.formats.voc_write import OUTLINES

Orientation = Literal["upright", "sensor"]
"""`upright` as a person sees a photo, `sensor` as the file stores its pixels."""

_EXCHANGED = (5, 6, 7, 8)
_BACK = {6: 8, 8: 6}
"""The orientation whose turn leads back from stored to upright; the others undo themselves."""

_GEOMETRY = ("bbox", "area", "segmentation", "keypoints", "num_keypoints")
_COCO_OUTLINES = ("segmentation", "keypoints")
_PROPOSED = "proposed_bbox"


def stored_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Return width and height of the stored pixels of a photo whose upright size is given."""
    return (height, width) if orientation in _EXCHANGED else (width, height)


def stored_box(box: Box, *, width: float, height: float, orientation: int) -> Box:
    """Return an upright box in the frame of the stored pixels.

    Args:
        box: upright pixels.
        width: upright width of the photo.
        height: upright height of the photo.
        orientation: EXIF's, 1 to 8: 6 means that the stored pixels are shown turned a quarter clockwise.

    Source: EXIF 2.32, tag 274: which stored row and column are the visual top and left.
    """
    x1, y1, x2, y2 = box.xyxy
    flipped_x, flipped_y = (width - x2, width - x1), (height - y2, height - y1)
    spans = {
        1: ((x1, x2), (y1, y2)),
        2: (flipped_x, (y1, y2)),
        3: (flipped_x, flipped_y),
        4: ((x1, x2), flipped_y),
        5: ((y1, y2), (x1, x2)),
        6: ((y1, y2), flipped_x),
        7: (flipped_y, flipped_x),
        8: (flipped_y, (x1, x2)),
    }
    (left, right), (top, bottom) = spans[orientation]
    return Box(left, top, right, bottom)


def upright_box(box: Box, *, width: float, height: float, orientation: int) -> Box:
    """Return a box in the frame of the stored pixels upright: the way back from `stored_box`.

    Args:
        box: stored pixels.
        width: upright width of the photo.
        height: upright height of the photo.
        orientation: EXIF's, 1 to 8.
    """
    if orientation in _EXCHANGED:
        width, height = height, width
    return stored_box(box, width=width, height=height, orientation=_BACK.get(orientation, orientation))


def in_sensor_frame(export_set: ExportSet, orientations: Mapping[int, int]) -> tuple[ExportSet, tuple[str, ...]]:
    """Return the set with sizes and boxes of turned photos as their pixels are stored, and one sentence for each note.

    Outlines and key points that were imported with a box of such a photo are left out: they are upright, too.

    Args:
        export_set: upright, as everything inside is.
        orientations: image id -> EXIF orientation; an image that is absent is upright.
    """
    images, turned, lost = [], 0, 0
    for image in export_set.images:
        orientation = orientations.get(image.record.id, 1)
        if orientation == 1:
            images.append(image)
            continue
        turned += 1
        lost += sum(has_outline(box) for box in image.boxes)
        images.append(_image(image, orientation))
    kinds = (
        (turned, "Photos whose sizes and boxes are those of the stored pixels, before any turn by EXIF"),
        (lost, "Boxes whose imported outline or key points were left out, since their photo is not written upright"),
    )
    notes = tuple(f"{what}: {count}." for count, what in kinds if count)
    return dataclasses.replace(export_set, images=tuple(images)), notes


def _image(image: ExportImage, orientation: int) -> ExportImage:
    record = image.record
    width, height = stored_size(record.width, record.height, orientation)
    boxes = tuple(_box(box, record.width, record.height, orientation) for box in image.boxes)
    return dataclasses.replace(image, record=dataclasses.replace(record, width=width, height=height), boxes=boxes)


def _box(box: ExportBox, width: int, height: int, orientation: int) -> ExportBox:
    def turned(upright: Box) -> Box:
        return stored_box(upright, width=width, height=height, orientation=orientation)

    proposed = box.origin.proposed
    return dataclasses.replace(
        box,
        box=turned(box.box),
        origin=dataclasses.replace(box.origin, proposed=proposed and turned(proposed)),
        attributes=moved_attributes(box.attributes, turned),
    )


def moved_attributes(attributes: Mapping[str, Any], turned: Callable[[Box], Box]) -> dict[str, Any]:
    """Return attributes with the proposed box turned, and without what else a file said of the box's place.

    Args:
        attributes: as in `BoxRecord.attributes`.
        turned: gives a box in the other frame.
    """
    extra = attributes.get("extra")
    if not isinstance(extra, Mapping):
        return dict(attributes)
    kept = {key: value for key, value in extra.items() if key != "box"}
    if isinstance(kept.get("coco"), Mapping):
        kept["coco"] = {
            key: _with_proposed(value, turned) if key == "attributes" else value
            for key, value in kept["coco"].items()
            if key not in _GEOMETRY
        }
    if isinstance(kept.get("voc"), Mapping):
        layout = [entry for entry in kept["voc"].get("layout", ()) if not _is_outline(entry)]
        kept["voc"] = {**kept["voc"], "layout": layout}
    return {**attributes, "extra": kept}


def _with_proposed(attributes: Any, turned: Callable[[Box], Box]) -> Any:
    """Return COCO's own attributes of a box with the proposed one turned; without it where it is no box."""
    if not isinstance(attributes, Mapping) or _PROPOSED not in attributes:
        return attributes
    others = {key: value for key, value in attributes.items() if key != _PROPOSED}
    try:
        proposed = Box.from_xywh(*(float(number) for number in attributes[_PROPOSED]))
    except (TypeError, ValueError):
        return others
    return {**others, _PROPOSED: bbox_of(turned(proposed))}


def has_outline(box: ExportBox | ImportBox) -> bool:
    """Return whether an imported file gave the box an outline or key points."""
    extra = box.attributes.get("extra")
    if not isinstance(extra, Mapping):
        return False
    coco, voc = extra.get("coco"), extra.get("voc")
    in_coco = isinstance(coco, Mapping) and any(coco.get(key) for key in _COCO_OUTLINES)
    return in_coco or (isinstance(voc, Mapping) and any(_is_outline(entry) for entry in voc.get("layout", ())))


def _is_outline(entry: Any) -> bool:
    return isinstance(entry, Mapping) and entry.get("tag") in OUTLINES
