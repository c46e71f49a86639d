"""VOC -> us -> VOC and COCO -> us -> COCO give back what was read; VOC <-> COCO moves nothing."""

from __future__ import annotations

import json
import math
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import defusedxml.ElementTree
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.helpers.shared import COCO_MINI, FRUIT, needs_shared
from tests.unit.formats.samples import CLASSES, box, canonical_coco, image
from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.boxes_json import bbox_of
from wsl_annotator.formats.coco import read_coco, write_coco
from wsl_annotator.formats.export_set import ExportSet, export_set_of
from wsl_annotator.formats.matching import match_images
from wsl_annotator.formats.voc import VOC_PROFILES, VocProfile, read_voc, write_voc

RICH_VOC = """<?xml version="1.0"?>
<annotation verified="yes">
  <folder>VOC2012</folder>
  <filename>a.jpg</filename>
  <path>C:\\photos\\a.jpg</path>
  <source><database>The VOC2008 Database</database><image>flickr</image></source>
  <owner><flickrid>x &amp; y</flickrid></owner>
  <size><width>64</width><height>48</height><depth>1</depth></size>
  <segmented>1</segmented>
  <object id="7">
    <name>cat</name><pose>Left</pose><truncated>1</truncated><occluded>0</occluded><difficult>1</difficult>
    <bndbox><xmin>3</xmin><ymin>4</ymin><xmax>30</xmax><ymax>40</ymax></bndbox>
    <part><name>head</name><bndbox><xmin>5</xmin><ymin>5</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></part>
    <attributes><attribute><name>colour</name><value>schwarz-weiß</value></attribute></attributes>
  </object>
  <object>
    <name>dog</name>
    <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>64</xmax><ymax>48</ymax></bndbox>
    <actions><jumping>1</jumping></actions>
  </object>
  <comment>last</comment>
</annotation>
"""


def canonical(element: ET.Element) -> Any:
    """Return an element without its layout; a missing field of an object is its default."""
    children = [canonical(child) for child in element]
    if element.tag == "object":
        present = {child.tag for child in element}
        defaults = {"pose": "Unspecified", "truncated": "0", "difficult": "0", "occluded": "0"}
        children += [(tag, (), text, ()) for tag, text in defaults.items() if tag not in present]
    text = (element.text or "").strip()
    return (element.tag, tuple(sorted(element.attrib.items())), text, tuple(sorted(children)))


def canonical_voc(path: Path) -> Any:
    return canonical(defusedxml.ElementTree.parse(path).getroot())


@pytest.mark.parametrize("profile", VOC_PROFILES)
def test_that_a_voc_file_returns_with_every_unknown_field_in_its_place(tmp_path: Path, profile: VocProfile) -> None:
    source = tmp_path / "a.xml"
    source.write_text(RICH_VOC, encoding="utf-8")
    imported = read_voc(source, profile=profile)
    assert imported.problems == ()
    # Through JSON, as the project file keeps it.
    extra = json.loads(json.dumps([imported.images[0].extra, [b.attributes for b in imported.images[0].boxes]]))
    assert extra == [imported.images[0].extra, [b.attributes for b in imported.images[0].boxes]]
    report = write_voc(export_set_of(imported), tmp_path / "out", profile=profile)
    assert canonical_voc(report.written[0]) == canonical_voc(source)
    root = defusedxml.ElementTree.parse(report.written[0]).getroot()
    before = [child.tag for child in defusedxml.ElementTree.fromstring(RICH_VOC)]
    assert [child.tag for child in root] == before


@needs_shared
def test_that_real_voc_files_return_but_for_wrong_sizes(tmp_path: Path) -> None:
    sizes = {}
    for path in FRUIT.rglob("*.jpg"):
        with Image.open(path) as photo:
            sizes[path.relative_to(FRUIT).as_posix()] = photo.size
    matched = match_images(read_voc(FRUIT), sizes)
    assert (len(matched.images), sum(len(entry.boxes) for entry in matched.images)) == (300, 582)
    assert matched.problems == ()
    assert len(matched.warnings) == 37
    assert all("gives no size" in sentence for sentence in matched.warnings)
    write_voc(export_set_of(matched), tmp_path)
    wrong = 0
    for source in sorted(FRUIT.rglob("*.xml")):
        element = defusedxml.ElementTree.parse(source).getroot()
        if element.findtext("size/width") == "0":
            wrong += 1
            size = sizes[source.relative_to(FRUIT).with_suffix(".jpg").as_posix()]
            for tag, side in zip(("width", "height"), size, strict=True):
                element.find(f"size/{tag}").text = str(side)
        assert canonical_voc(tmp_path / "Annotations" / source.relative_to(FRUIT)) == canonical(element)
    assert wrong == 37


@needs_shared
def test_that_a_real_coco_file_returns(tmp_path: Path) -> None:
    source = COCO_MINI / "annotations" / "instances_val2017.json"
    imported = read_coco(source)
    assert imported.problems == ()
    assert imported.warnings == ()
    sizes = {entry.file_name: (entry.width, entry.height) for entry in imported.images}
    export_set = export_set_of(match_images(imported, sizes))
    write_coco(export_set, tmp_path / "plain.json", provenance=False)
    assert canonical_coco(tmp_path / "plain.json") == canonical_coco(source)
    write_coco(export_set, tmp_path / "full.json")
    full = canonical_coco(tmp_path / "full.json")
    for annotation in full["annotations"]:
        assert annotation.pop("attributes")["source"] == "import:coco"
    assert full == canonical_coco(source)


def test_that_unknown_coco_fields_of_every_level_return(tmp_path: Path) -> None:
    document = {
        "info": {"year": 2017, "mine": "é"},
        "licenses": [{"id": 1, "name": "CC"}],
        "tags": ["a", {"b": 1}],
        "images": [{"id": 9, "file_name": "sub/é.jpg", "width": 64, "height": 48, "license": 1, "flickr_url": "u"}],
        "annotations": [
            {"id": 3, "image_id": 9, "category_id": 18, "bbox": [1.1, 2.2, 3.3, 4.4], "area": 7.5, "iscrowd": 0,
             "segmentation": [[1, 2, 3, 4, 5, 6]], "attributes": {"occluded": True, "colour": "red"}, "note": None},
            {"id": 4, "image_id": 9, "category_id": 18, "bbox": [0, 0, 64, 48], "area": 99, "iscrowd": 1,
             "segmentation": {"counts": "abc", "size": [48, 64]}, "keypoints": [1, 2, 2]},
        ],
        "categories": [{"id": 18, "name": "dog", "supercategory": "animal", "keypoints": ["nose"]}],
    }  # fmt: skip
    source = tmp_path / "in.json"
    source.write_text(json.dumps(document), encoding="utf-8")
    for ids in ("project", "imported"):
        write_coco(export_set_of(read_coco(source)), tmp_path / "out.json", provenance=False, ids=ids)
        assert canonical_coco(tmp_path / "out.json") == canonical_coco(source)


def test_that_imported_ids_return_although_the_project_numbers_its_own(tmp_path: Path) -> None:
    kept = image(1, "a.jpg", box(1, (0, 0, 9, 9), attributes={"extra": {"coco": {"id": 2}}}), box(2, (0, 0, 8, 8)),
                 extra={"coco": {"id": 397133}})  # fmt: skip
    write_coco(ExportSet(images=(kept, image(2, "b.jpg")), categories=CLASSES), tmp_path / "a.json", ids="imported")
    document = json.loads((tmp_path / "a.json").read_text())
    assert [entry["id"] for entry in document["images"]] == [2, 397133]
    assert sorted((entry["id"], entry["bbox"][2]) for entry in document["annotations"]) == [(2, 9), (3, 8)]


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 63), st.integers(0, 47), st.integers(1, 64), st.integers(1, 48)), max_size=8))
def test_that_voc_to_coco_to_voc_moves_no_whole_pixel_box(
    tmp_path_factory: pytest.TempPathFactory, corners: list[tuple[int, int, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("trip")
    wanted = [Box(x, y, max(x + 1, min(x + w, 64)), max(y + 1, min(y + h, 48))) for x, y, w, h in corners]
    boxes = [box(i, edges.xyxy, 1 + i % 2) for i, edges in enumerate(wanted, start=1)]
    write_voc(ExportSet(images=(image(1, "a.jpg", *boxes),), categories=CLASSES), folder / "1")
    write_coco(export_set_of(read_voc(folder / "1")), folder / "a.json")
    write_voc(export_set_of(read_coco(folder / "a.json")), folder / "2")
    for number in ("1", "2"):
        assert [entry.box for entry in read_voc(folder / number).images[0].boxes] == wanted


@needs_shared
def test_that_real_voc_boxes_pass_through_coco_unmoved(tmp_path: Path) -> None:
    imported = read_voc(FRUIT / "test")
    sizes = {entry.file_name: (5000, 5000) for entry in imported.images}
    write_coco(export_set_of(match_images(imported, sizes)), tmp_path / "a.json")
    through = {entry.file_name: entry for entry in read_coco(tmp_path / "a.json").images}
    for entry in imported.images:
        assert [b.box for b in through[entry.file_name].boxes] == [b.box for b in entry.boxes]


@given(
    st.floats(0, 20_000, exclude_max=True).flatmap(
        lambda low: st.tuples(st.just(low), st.floats(low, 20_000, exclude_min=True))
    )
)
@example((1.6067533737468693, 8193.85007882595))
def test_that_a_coco_bbox_gives_the_far_edge_back_exactly_where_any_width_can(edges: tuple[float, float]) -> None:
    low, high = edges
    left, _, width, _ = bbox_of(Box(low, 0, high, 1))
    assert width > 0
    if left + width != high:
        assert abs(left + width - high) <= math.ulp(high)
        near = [high - low]
        for _ in range(4):
            near = [math.nextafter(near[0], 0.0), *near, math.nextafter(near[-1], math.inf)]
        assert all(left + candidate != high for candidate in near)


@given(st.floats(0, 999), st.floats(1e-9, 1000))
def test_that_rounding_keeps_boxes_positive(low: float, width: float) -> None:
    bbox = bbox_of(Box(low, 0, low + max(width, 1e-6), 1), decimals=2)
    assert bbox[2] >= 0.01
    assert bbox == [round(number, 2) for number in bbox]
