"""Imported boxes that lie on the stored pixels of turned photos -> upright, where a person said that they do."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from wsl_annotator.formats.export_set import ImportBox, ImportImage, ImportSet
from wsl_annotator.formats.orientation import Turn, loses_outline, stored_size, turned_attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedPhoto:
    """What is known of an image that an entry describes.

    Attributes:
        name: of the project's image.
        width: upright width in pixels.
        height: upright height in pixels.
        orientation: EXIF's, 1 to 8.
    """

    name: str
    width: int
    height: int
    orientation: int


def from_sensor_frame(import_set: ImportSet, photos: Sequence[TurnedPhoto | None]) -> ImportSet:
    """Return the set with the boxes of turned photos upright, a sentence for each doubt, and one for each count.

    Polygons turn with their box; masks of another kind, key points and outlines of VOC are left out. Nothing is judged
    from sizes: where the file's size is not that of the stored pixels, its boxes are turned all the same, and the
    warning names both.

    Args:
        import_set: as read, not clipped, with boxes of the stored pixels.
        photos: one for each of its images; None for an image that is not known, which stays as it is.
    """
    images: list[ImportImage] = []
    turned = lost = 0
    problems, warnings = list(import_set.problems), list(import_set.warnings)
    for image, photo in zip(import_set.images, photos, strict=True):
        if photo is None or photo.orientation == 1:
            images.append(image)
            continue
        turned += 1
        _compare(image, photo, warnings)
        boxes: list[ImportBox] = []
        for box in image.boxes:
            upright = _upright(box, image, photo, problems)
            if upright is not None:
                boxes.append(upright)
                lost += loses_outline(box.attributes, upright.attributes)
        known = (photo.width, photo.height) if image.width > 0 and image.height > 0 else (0, 0)
        images.append(dataclasses.replace(image, width=known[0], height=known[1], boxes=tuple(boxes)))
    warnings.append(f"Photos turned by EXIF whose boxes were taken as stored and turned upright: {turned}.")
    if lost:
        warnings.append(f"Boxes whose mask, outline or key points were left out, since their photo was turned: {lost}.")
    return dataclasses.replace(import_set, images=tuple(images), problems=tuple(problems), warnings=tuple(warnings))


def _compare(image: ImportImage, photo: TurnedPhoto, warnings: list[str]) -> None:
    width, height = stored_size(photo.width, photo.height, photo.orientation)
    if image.width > 0 and image.height > 0 and (image.width, image.height) != (width, height):
        warnings.append(
            f"{image.source} says {image.width} x {image.height}, but {photo.name} is stored as {width} x {height}: "
            "look at its boxes, which were turned."
        )


def _upright(box: ImportBox, image: ImportImage, photo: TurnedPhoto, problems: list[str]) -> ImportBox | None:
    """Return the box upright, or None after listing why it was left out."""
    turn = Turn.to_upright(width=photo.width, height=photo.height, orientation=photo.orientation)
    try:
        turned, attributes = turn.box(box.box), turned_attributes(box.attributes, turn)
    except ValueError:
        # Narrower than the numbers beside it can tell apart.
        problems.append(f"A box of {box.class_name} ({image.source}) has no size in {photo.name}: left out.")
        return None
    return dataclasses.replace(box, box=turned, attributes=attributes)
