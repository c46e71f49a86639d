"""Sizes and boxes in the frame of the stored pixels, of programs that do not turn photos by their EXIF orientation.

Everything inside is upright; this is one of the other conventions, and like them it exists in files only.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.export_set import ExportBox, ExportImage, ExportSet
from wsl_annotator.formats.voc_write import OUTLINES

Orientation = Literal["upright", "sensor"]
"""`upright` as a person sees a photo, `sensor` as the file stores its pixels."""

_EXCHANGED = (5, 6, 7, 8)
_BACK = {6: 8, 8: 6}
"""The orientation whose turn leads back from stored to upright; the others undo themselves."""

_PLACES = ("bbox", "area", "segmentation", "keypoints", "num_keypoints")
_PROPOSED = "proposed_bbox"


def stored_size(width: int, height: int, orientation: int) -> tuple[int, int]:
    """Return width and height of the stored pixels of a photo whose upright size is given."""
    return (height, width) if orientation in _EXCHANGED else (width, height)


@dataclass(frozen=True, slots=True)
class Turn:
    """The way from one frame of a photo into the other, for points and boxes.

    Attributes:
        width: of the frame that it starts from.
        height: of the frame that it starts from.
        orientation: EXIF's number of the turn that is taken back.
    """

    width: float
    height: float
    orientation: int

    @classmethod
    def to_stored(cls, *, width: int, height: int, orientation: int) -> Turn:
        """Return the way from upright to stored.

        Args:
            width: upright width of the photo.
            height: upright height of the photo.
            orientation: EXIF's, 1 to 8: 6 means that the stored pixels are shown turned a quarter clockwise.
        """
        return cls(width, height, orientation)

    @classmethod
    def to_upright(cls, *, width: int, height: int, orientation: int) -> Turn:
        """Return the way back, with the same arguments as `to_stored`."""
        return cls(*stored_size(width, height, orientation), _BACK.get(orientation, orientation))

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point in the other frame.

        Source: EXIF 2.32, tag 274: which stored row and column are the visual top and left.
        """
        left, top = self.width - x, self.height - y
        turned = {
            1: (x, y), 2: (left, y), 3: (left, top), 4: (x, top), 5: (y, x), 6: (y, left), 7: (top, left), 8: (top, x),
        }  # fmt: skip
        return turned[self.orientation]

    def box(self, box: Box) -> Box:
        """Return a box in the other frame.

        Raises:
            ValueError: it is narrower than numbers near the far edge can tell apart.
        """
        xs, ys = zip(self.point(box.x1, box.y1), self.point(box.x2, box.y2), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))


def in_sensor_frame(export_set: ExportSet, orientations: Mapping[int, int]) -> tuple[ExportSet, tuple[str, ...]]:
    """Return the set with sizes and boxes of turned photos as their pixels are stored, and one sentence for each note.

    Imported polygons turn with their box; masks of another kind, key points and outlines of VOC are left out.

    Args:
        export_set: upright, as everything inside is.
        orientations: image id -> EXIF orientation; an image that is absent is upright.
    """
    images: list[ExportImage] = []
    turned = lost = flat = 0
    for image in export_set.images:
        orientation = orientations.get(image.record.id, 1)
        if orientation == 1:
            images.append(image)
            continue
        turned += 1
        images.append(_image(image, orientation))
        before = {box.id: box for box in image.boxes}
        flat += len(before) - len(images[-1].boxes)
        lost += sum(loses_outline(before[after.id].attributes, after.attributes) for after in images[-1].boxes)
    notes = []
    if turned:
        notes.append(f"Photos whose sizes and boxes are those of the stored pixels, before any turn by EXIF: {turned}.")
    if lost:
        notes.append(
            "Boxes whose imported mask, outline or key points were left out, since their photo is not written upright: "
            f"{lost}."
        )
    if flat:
        notes.append(f"Boxes that were left out, since they have no size on the stored pixels: {flat}.")
    return dataclasses.replace(export_set, images=tuple(images)), tuple(notes)


def _image(image: ExportImage, orientation: int) -> ExportImage:
    record = image.record
    width, height = stored_size(record.width, record.height, orientation)
    turn = Turn.to_stored(width=record.width, height=record.height, orientation=orientation)
    boxes = tuple(found for box in image.boxes if (found := _box(box, turn)) is not None)
    return dataclasses.replace(image, record=dataclasses.replace(record, width=width, height=height), boxes=boxes)


def _box(box: ExportBox, turn: Turn) -> ExportBox | None:
    """Return a box in the other frame, or None where it has no size there."""
    proposed = box.origin.proposed
    try:
        return dataclasses.replace(
            box,
            box=turn.box(box.box),
            origin=dataclasses.replace(box.origin, proposed=proposed and turn.box(proposed)),
            attributes=turned_attributes(box.attributes, turn),
        )
    except ValueError:
        return None


def turned_attributes(attributes: Mapping[str, Any], turn: Turn) -> dict[str, Any]:
    """Return attributes with what a file said of the box's place in the other frame.

    Polygons and the proposed box are turned; run-length masks, key points and the outlines of VOC are left out.

    Args:
        attributes: as in `BoxRecord.attributes`.
        turn: into the other frame.
    """
    extra = attributes.get("extra")
    if not isinstance(extra, Mapping):
        return dict(attributes)
    kept = dict(extra)
    coco, voc = kept.get("coco"), kept.get("voc")
    if kept.get("box") is not None:
        # The same turn of the same numbers: outlines still belong to the box exactly where they did.
        kept["box"] = list(turn.box(Box(*kept["box"])).xyxy)
    if isinstance(coco, Mapping):
        kept["coco"] = _turned_coco(coco, turn)
    if isinstance(voc, Mapping):
        kept["voc"] = {**voc, "layout": [entry for entry in voc.get("layout", ()) if not _is_outline(entry)]}
    return {**attributes, "extra": kept}


def _turned_coco(coco: Mapping[str, Any], turn: Turn) -> dict[str, Any]:
    kept = {key: value for key, value in coco.items() if key not in _PLACES}
    polygons = _turned_polygons(coco.get("segmentation"), turn)
    if polygons:
        kept["segmentation"] = polygons
        if "area" in coco:
            kept["area"] = coco["area"]
    if "attributes" in coco:
        kept["attributes"] = _with_proposed(coco["attributes"], turn)
    return kept


def _turned_polygons(segmentation: Any, turn: Turn) -> list[list[float]] | None:
    """Return COCO polygons in the other frame; None for none, and for what is no list of them."""
    if not isinstance(segmentation, list):
        return None
    polygons = []
    for polygon in segmentation:
        if not (isinstance(polygon, list) and len(polygon) % 2 == 0 and all(map(_is_number, polygon))):
            return None
        points = zip(polygon[::2], polygon[1::2], strict=True)
        polygons.append([edge for x, y in points for edge in turn.point(x, y)])
    return polygons


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _with_proposed(attributes: Any, turn: Turn) -> Any:
    """Return COCO's own attributes of a box with the proposed one turned; without it where it is no box."""
    if not isinstance(attributes, Mapping) or _PROPOSED not in attributes:
        return attributes
    others = {key: value for key, value in attributes.items() if key != _PROPOSED}
    try:
        proposed = turn.box(Box.from_xywh(*(float(number) for number in attributes[_PROPOSED])))
    except (TypeError, ValueError):
        return others
    return {**others, _PROPOSED: bbox_of(proposed)}


def loses_outline(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Return whether a mask, key points or an outline that attributes had are no longer in those that were turned."""
    return not _outlines(before) <= _outlines(after)


def _outlines(attributes: Mapping[str, Any]) -> set[str]:
    extra = attributes.get("extra")
    if not isinstance(extra, Mapping):
        return set()
    coco, voc = extra.get("coco"), extra.get("voc")
    found = {key for key in ("segmentation", "keypoints") if isinstance(coco, Mapping) and coco.get(key)}
    if isinstance(voc, Mapping) and any(_is_outline(entry) for entry in voc.get("layout", ())):
        found.add("voc")
    return found


def _is_outline(entry: Any) -> bool:
    return isinstance(entry, Mapping) and entry.get("tag") in OUTLINES
