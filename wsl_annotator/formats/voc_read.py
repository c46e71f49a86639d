"""VOC XML -> `ImportSet`."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.core.words import phrase
from wsl_annotator.formats.export_set import ImportBox, ImportCategory, ImportImage, ImportSet
from wsl_annotator.formats.readers import read_xml
from wsl_annotator.formats.voc_profile import VocProfile, from_voc, offset
from wsl_annotator.formats.xml_values import element_to_value

OBJECT_FIELDS = ("name", "pose", "truncated", "difficult", "occluded", "bndbox")
FLAGS = ("truncated", "difficult", "occluded")
EDGES = ("xmin", "ymin", "xmax", "ymax")

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_TRUE, _FALSE = ("1", "true", "yes"), ("", "0", "false", "no", "unspecified")


@dataclass(slots=True)
class _Findings:
    """What a person should hear of, gathered while reading."""

    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    boxes: int = 0
    at_zero: int = 0
    fractional: int = 0


def read_voc(path: Path, *, profile: VocProfile = "spec", progress: ProgressCallback = ignore_progress) -> ImportSet:
    """Return the annotations of one XML file, or of every XML file in a folder and its sub-folders.

    In a folder that has `Annotations/`, only that is read. A file that cannot be read is listed in `problems` and the
    rest goes on; so is an object without a name or with an inverted box. Names are those of `<filename>` in the
    sub-folder of the XML file; boxes are not clipped and sizes are the file's, often wrong: see `matching`.

    Args:
        path: an XML file or a folder.
        profile: the convention of the coordinates; it cannot be told from the numbers, so where one begins at 0
            under `spec` there is a warning.
        progress: told of every hundredth file.

    Raises:
        FormatError: the path is missing, a folder without XML files, or a single file that cannot be read.
    """
    offset(profile)
    findings = _Findings()
    if path.is_dir():
        images = _read_folder(path, profile, findings, progress)
    else:
        images = [_read_file(path, PurePosixPath(), profile, findings)]
    _warn_of_repeats(images, findings)
    if profile == "spec" and findings.at_zero:
        findings.warnings.append(
            f"{findings.at_zero} of {findings.boxes} boxes in {path} begin at 0, which VOC's own convention does not "
            "have: if boxes are off by a pixel, import again as zero-based."
        )
    if findings.fractional:
        findings.warnings.append(
            f"{findings.fractional} of {findings.boxes} boxes in {path} have fractional coordinates: they are kept, "
            "and a VOC export rounds them outwards."
        )
    names = sorted({box.class_name for image in images for box in image.boxes})
    return ImportSet(
        format="voc",
        images=tuple(images),
        categories=tuple(ImportCategory(name=name) for name in names),
        problems=tuple(findings.problems),
        warnings=tuple(findings.warnings),
    )


def voc_files(folder: Path) -> tuple[Path, list[Path]]:
    """Return the folder that VOC XML names are relative to (`Annotations` where there is one) and its XML files."""
    root = folder / "Annotations" if (folder / "Annotations").is_dir() else folder
    files = [file for file in root.rglob("*") if file.suffix.lower() == ".xml" and not file.name.startswith(".")]
    return root, sorted(files)


def _read_folder(path: Path, profile: VocProfile, findings: _Findings, progress: ProgressCallback) -> list[ImportImage]:
    root, files = voc_files(path)
    if not files:
        raise FormatError(f"{path} holds no XML file.", "Choose the folder of the VOC annotations.")
    clock = ProgressClock(len(files))
    images: list[ImportImage] = []
    for done, file in enumerate(files):
        if done % 100 == 0:
            progress(clock.at(done, file.name))
        try:
            folder = PurePosixPath(file.relative_to(root).parent.as_posix())
            images.append(_read_file(file, folder, profile, findings))
        except FormatError as error:
            findings.problems.append(error.user_text)
    progress(clock.at(len(files)))
    return images


def _read_file(path: Path, folder: PurePosixPath, profile: VocProfile, findings: _Findings) -> ImportImage:
    root = read_xml(path, root="annotation")
    layout: list[Any] = []
    boxes: list[ImportBox] = []
    named = ""
    try:
        for child in root:
            if child.tag == "filename":
                named = PurePosixPath((child.text or "").strip().replace("\\", "/")).name
                layout.append("filename")
            elif child.tag == "object":
                if "object" not in layout:
                    layout.append("object")
                box = _read_object(child, path, len(boxes) + 1, profile, findings)
                if box is not None:
                    boxes.append(box)
            else:
                layout.append(element_to_value(child))
    except ValueError as error:
        raise FormatError(f"{path} is not a VOC annotation: {error}.") from error
    return ImportImage(
        file_name=str(folder / (named or path.stem)),
        width=_side(root, "width"),
        height=_side(root, "height"),
        boxes=tuple(boxes),
        fallback=str(folder / path.stem),
        source=str(path),
        extra={"voc": {"attrib": dict(root.attrib), "layout": layout}},
    )


def _side(root: ET.Element, tag: str) -> int:
    """Return the size that the file states, 0 where it is missing or no whole number."""
    text = (root.findtext(f"size/{tag}") or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _read_object(
    element: ET.Element, path: Path, number: int, profile: VocProfile, findings: _Findings
) -> ImportBox | None:
    """Return one object, or None after listing why it was left out."""
    name = (element.findtext("name") or "").strip()
    where = phrase(f"{path}, object {number}") + (f" ({name})" if name else "")
    if not name:
        findings.problems.append(f"{where} has no name: left out.")
        return None
    box = _read_box(element, where, profile, findings)
    if box is None:
        return None
    attributes: dict[str, Any] = {}
    layout: list[Any] = []
    for child in element:
        if child.tag not in OBJECT_FIELDS:
            layout.append(element_to_value(child))
            continue
        layout.append(child.tag)
        text = (child.text or "").strip()
        if child.tag == "pose" and text:
            attributes["pose"] = text
        elif child.tag in FLAGS:
            attributes[child.tag] = text.lower() in _TRUE
            if text.lower() not in _TRUE + _FALSE:
                findings.warnings.append(f"{where}: {child.tag} is {text[:20]!r}, not 0 or 1: taken as 0.")
    voc: dict[str, Any] = {"layout": layout}
    if element.attrib:
        voc["attrib"] = dict(element.attrib)
    attributes["extra"] = {"voc": voc, "box": list(box.xyxy)}
    return ImportBox(class_name=name, box=box, attributes=attributes)


def _read_box(element: ET.Element, where: str, profile: VocProfile, findings: _Findings) -> Box | None:
    texts = [(element.findtext(f"bndbox/{edge}") or "").strip() for edge in EDGES]
    missing = [edge for edge, text in zip(EDGES, texts, strict=True) if not text]
    if missing:
        findings.problems.append(f"{where} has no {', '.join(missing)}: left out.")
        return None
    if not all(_NUMBER.fullmatch(text) for text in texts):
        findings.problems.append(f"{where} has a box that is not four numbers ({', '.join(texts)[:80]}): left out.")
        return None
    numbers = [float(text) for text in texts]
    try:
        box = from_voc(*numbers, profile=profile)
    except ValueError:
        findings.problems.append(f"{where} has an empty or inverted box ({', '.join(texts)[:80]}): left out.")
        return None
    findings.boxes += 1
    findings.at_zero += min(numbers[:2]) == 0
    findings.fractional += any(not number.is_integer() for number in numbers)
    return box


def _warn_of_repeats(images: list[ImportImage], findings: _Findings) -> None:
    first: dict[str, str] = {}
    for image in images:
        if image.file_name in first:
            findings.warnings.append(
                f"{image.source} describes {image.file_name}, and so does {first[image.file_name]}: both were taken."
            )
        first.setdefault(image.file_name, image.source)
