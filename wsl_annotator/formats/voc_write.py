"""`ExportSet` -> VOC XML in the devkit's layout: `Annotations/`, `ImageSets/Main/` and, if asked, `JPEGImages/`."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.records import ImageRecord
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.atomic import atomic_write
from wsl_annotator.formats.export_set import (
    EmptyImages,
    ExportBox,
    ExportImage,
    ExportReport,
    ExportSet,
    chosen_images,
)
from wsl_annotator.formats.voc_images import ImageChoice, place_images
from wsl_annotator.formats.voc_profile import VocProfile, offset, to_voc
from wsl_annotator.formats.voc_read import EDGES, FLAGS, OBJECT_FIELDS
from wsl_annotator.formats.voc_sets import image_set_files
from wsl_annotator.formats.xml_values import add_text, document, legal_text, value_to_element

# Fields of other programs that hold the object's outline: wrong once the box was moved.
OUTLINES = ("polygon", "part", "point", "robndbox", "segm")
_HEAD = ("folder", "filename", "source", "size", "segmented")


def write_voc(
    export_set: ExportSet,
    folder: Path,
    *,
    profile: VocProfile = "spec",
    image_set: str = "trainval",
    images: ImageChoice = "none",
    empty_images: EmptyImages = "verified",
    progress: ProgressCallback = ignore_progress,
) -> ExportReport:
    """Write one XML file an image and the image sets, and return what was written.

    `Annotations/` mirrors the images' sub-folders. Two images of one sub-folder that differ only in their extension
    or in upper and lower case (`a.jpg`, `a.png`) become `a.jpg.xml` and `a.png.xml`, with a note. Every object has
    the six fields name, pose, truncated, difficult, occluded, bndbox; other fields of an imported file come back in
    their place, an outline (polygon, part, point) only while its box is the imported one. Files that are there and
    are not part of this export are left alone. Writing the same set again changes no byte.

    Args:
        export_set: what leaves.
        folder: the devkit folder, made if missing (for torchvision's VOCDetection `ROOT/VOCdevkit/VOC2012`).
        profile: the convention of the coordinates.
        image_set: the set's name in `ImageSets/Main`.
        images: `copy` or `symlink` the images into `JPEGImages/`; needs `export_set.image_root`.
        empty_images: which images without boxes are written.
        progress: told of every hundredth image.

    Raises:
        FormatError: a file cannot be written; files written before it are whole.
        ValueError: an unknown profile, or `images` without an image root.
    """
    offset(profile)
    if images != "none" and export_set.image_root is None:
        raise ValueError("copying or linking images needs export_set.image_root")
    chosen, skipped = chosen_images(export_set, empty_images)
    usable: list[ExportImage] = []
    for image in chosen:
        reason = _unusable(image.record.path)
        if reason:
            skipped.append(f"{image.record.path!a} was left out: {reason}.")
        else:
            usable.append(image)
    names, notes = annotation_names([image.record for image in usable])
    written: list[Path] = []
    boxes = 0
    tally = _Tally()
    clock = ProgressClock(len(usable))
    for done, image in enumerate(usable):
        if done % 100 == 0:
            progress(clock.at(done, image.record.path))
        path = folder / "Annotations" / f"{names[image.record.id]}.xml"
        root, count = _annotation(image, folder.resolve().name, profile, tally)
        _write_if_changed(path, document(root))
        written.append(path)
        boxes += count
    for file_name, text in image_set_files(usable, export_set.categories, names, image_set=image_set, notes=notes):
        path = folder / "ImageSets" / "Main" / file_name
        _write_if_changed(path, text)
        written.append(path)
    if images != "none" and export_set.image_root is not None:
        records = [image.record for image in usable]
        written += place_images(records, export_set.image_root, folder / "JPEGImages", choice=images, skipped=skipped)
    progress(clock.at(len(usable)))
    return ExportReport(
        written=tuple(written),
        images=len(usable),
        boxes=boxes,
        skipped=(*skipped, *tally.skipped),
        notes=(*notes, *tally.notes()),
    )


class _Tally:
    """Counts what happened to boxes, for one sentence each."""

    def __init__(self) -> None:
        self.skipped: list[str] = []
        self.clipped = 0
        self.outlines = 0
        self.crowds = 0
        self.renamed = 0

    def notes(self) -> list[str]:
        """Return one sentence for each kind that occurred."""
        kinds = (
            (self.clipped, phrase("reached outside the image and were clipped to it")),
            (self.outlines, phrase("were moved since their import, so their imported outlines were not written")),
            (self.crowds, phrase("mark crowds, which VOC cannot say: written as ordinary boxes")),
            (self.renamed, phrase("have a class name or pose with characters that XML cannot hold: replaced by '?'")),
        )
        return [f"Boxes that {what}: {count}." for count, what in kinds if count]


def _unusable(path: str) -> str:
    """Return why an image of this name cannot be written as a file of its own, else an empty string."""
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.name:
        return phrase("its path leads outside the image folder")
    if not legal_text(path) or any(character in path for character in "\n\r\t"):
        return phrase("its name has characters that XML or a list of names cannot hold")
    return ""


def annotation_names(records: Sequence[ImageRecord]) -> tuple[dict[int, str], list[str]]:
    """Return image id -> name of its XML file without `.xml`, unique also where case is ignored, and notes.

    Args:
        records: images with unique ids and paths.
    """
    groups: dict[str, list[ImageRecord]] = {}
    for record in records:
        groups.setdefault(_stem(record.path).casefold(), []).append(record)
    names: dict[int, str] = {}
    taken: set[str] = set()
    for members in groups.values():
        if len(members) == 1:
            names[members[0].id] = _stem(members[0].path)
            taken.add(_stem(members[0].path).casefold())
    notes: list[str] = []
    for members in groups.values():
        for record in members if len(members) > 1 else ():
            name = record.path if record.path.casefold() not in taken else f"{record.path}-{record.id}"
            names[record.id] = name
            taken.add(name.casefold())
            notes.append(f"{record.path} shares its base name with another image: its annotation is {name}.xml.")
    return names, notes


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _write_if_changed(path: Path, text: str) -> None:
    """Write the file unless it already says exactly this, so that a re-export touches only what changed."""
    try:
        if path.read_bytes() == text.encode("utf-8"):
            return
    except OSError:
        pass  # missing or unreadable: writing says what is wrong
    with atomic_write(path) as stream:
        stream.write(text)


def _annotation(image: ExportImage, folder: str, profile: VocProfile, tally: _Tally) -> tuple[ET.Element, int]:
    """Return the root element and the number of objects in it."""
    record = image.record
    kept = _mapping(record.extra, "voc")
    root = ET.Element("annotation", dict(kept.get("attrib", {})))
    layout = list(kept.get("layout", ()))
    present = {entry if isinstance(entry, str) else entry["tag"] for entry in layout}
    missing = [tag for tag in _HEAD if tag not in present]
    objects = _objects(image, profile, tally)
    for entry in [*missing, *layout]:
        tag = entry if isinstance(entry, str) else entry["tag"]
        if tag == "object":
            root.extend(objects)
        elif tag == "filename":
            add_text(root, "filename", PurePosixPath(record.path).name)
        elif tag == "size":
            root.append(_size(record, {} if isinstance(entry, str) else entry))
        elif isinstance(entry, str):
            _head(root, tag, folder)
        else:
            root.append(value_to_element(entry))
    if "object" not in present:
        root.extend(objects)
    return root, len(objects)


def _head(root: ET.Element, tag: str, folder: str) -> None:
    """Append what the devkit asks for and no imported file gave."""
    if tag == "source":
        source = ET.SubElement(root, "source")
        add_text(source, "database", "Unknown")
        add_text(source, "annotation", "WSL Annotator")
        add_text(source, "image", "Unknown")
    else:
        add_text(root, tag, folder if tag == "folder" and legal_text(folder) else 0 if tag == "segmented" else "")


def _size(record: ImageRecord, kept: Mapping[str, Any]) -> ET.Element:
    """Return `<size>` with the upright size; depth is 3 unless the imported file said otherwise."""
    size = ET.Element("size", dict(kept.get("attrib", {})))
    known = {"width": str(record.width), "height": str(record.height), "depth": "3"}
    children = list(kept.get("children", ()))
    present = [child["tag"] for child in children]
    for tag in known:
        if tag not in present:
            children.append({"tag": tag, "text": known[tag]})
    for child in children:
        if child["tag"] in ("width", "height"):
            add_text(size, child["tag"], known[child["tag"]])
        else:
            size.append(value_to_element(child))
    return size


def _objects(image: ExportImage, profile: VocProfile, tally: _Tally) -> list[ET.Element]:
    record = image.record
    objects: list[ET.Element] = []
    for box in image.boxes:
        clipped = box.box.clipped(width=record.width, height=record.height)
        if clipped is None:
            tally.skipped.append(f"Box {box.id} ({box.class_name}) of {record.path} lies outside the image: left out.")
            continue
        tally.clipped += clipped != box.box
        tally.crowds += bool(box.attributes.get("iscrowd", False))
        edges = to_voc(clipped, width=record.width, height=record.height, profile=profile)
        objects.append(_object(box, edges, tally))
    return objects


def _object(box: ExportBox, edges: tuple[int, int, int, int], tally: _Tally) -> ET.Element:
    extra = _mapping(box.attributes, "extra")
    kept = _mapping(extra, "voc")
    layout = list(kept.get("layout", ()))
    present = {entry for entry in layout if isinstance(entry, str)}
    moved = extra.get("box") is not None and list(box.box.xyxy) != list(extra["box"])
    element = ET.Element("object", dict(kept.get("attrib", {})))
    lost = False
    for entry in _completed(layout, present):
        if not isinstance(entry, str):
            if moved and entry["tag"] in OUTLINES:
                lost = True
            else:
                element.append(value_to_element(entry))
        elif entry == "bndbox":
            bndbox = ET.SubElement(element, "bndbox")
            for edge, number in zip(EDGES, edges, strict=True):
                add_text(bndbox, edge, number)
        elif entry in FLAGS:
            add_text(element, entry, int(bool(box.attributes.get(entry, False))))
        else:
            text = box.class_name if entry == "name" else str(box.attributes.get("pose") or "Unspecified")
            tally.renamed += not legal_text(text)
            add_text(element, entry, text if legal_text(text) else text.encode("ascii", "replace").decode())
    tally.outlines += lost
    return element


def _completed(layout: Sequence[Any], present: set[str]) -> list[Any]:
    """Return the layout with each missing field put before the first later field of the usual order."""
    entries = list(layout)
    for index, name in enumerate(OBJECT_FIELDS):
        if name in present:
            continue
        later = [entries.index(other) for other in OBJECT_FIELDS[index + 1 :] if other in entries]
        entries.insert(min(later, default=len(entries)), name)
    return entries


def _mapping(values: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = values.get(key)
    return value if isinstance(value, Mapping) else {}
