from __future__ import annotations

import math
import os
from pathlib import Path

import defusedxml.ElementTree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.samples import CLASSES, box, image, save_images, small_set
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.formats.export_set import ExportSet
from wsl_annotator.formats.voc import VOC_PROFILES, VocProfile, from_voc, read_voc, to_voc, write_voc

FIELDS = {"name", "pose", "truncated", "difficult", "occluded", "bndbox"}


@st.composite
def sized_boxes(draw: st.DrawFn) -> tuple[Box, int, int]:
    width, height = draw(st.integers(1, 5000)), draw(st.integers(1, 5000))

    def edges(side: int) -> tuple[float, float]:
        low = draw(st.floats(0, side, exclude_max=True))
        return low, draw(st.floats(low, side, exclude_min=True))

    (x1, x2), (y1, y2) = edges(width), edges(height)
    return Box(x1, y1, x2, y2), width, height


def test_that_the_profiles_give_the_numbers_of_the_conventions() -> None:
    continuous = Box(10.6, 20.4, 30.2, 40.9)
    assert to_voc(continuous, width=64, height=48, profile="spec") == (11, 21, 31, 41)
    assert to_voc(continuous, width=64, height=48, profile="zero-based") == (10, 20, 31, 41)
    assert to_voc(Box(0, 0, 64, 48), width=64, height=48, profile="spec") == (1, 1, 64, 48)
    assert from_voc(1, 1, 64, 48, profile="spec") == Box(0, 0, 64, 48)


@given(sized_boxes(), st.sampled_from(VOC_PROFILES))
def test_that_a_written_box_lies_in_the_image_and_covers_the_box_by_less_than_a_pixel(
    sized: tuple[Box, int, int], profile: VocProfile
) -> None:
    wanted, width, height = sized
    numbers = to_voc(wanted, width=width, height=height, profile=profile)
    base = 1 if profile == "spec" else 0
    assert base <= numbers[0] <= width
    assert base <= numbers[1] <= height
    assert numbers[2] <= width
    assert numbers[3] <= height
    back = from_voc(*numbers, profile=profile)
    for low, original in ((back.x1, wanted.x1), (back.y1, wanted.y1)):
        assert -1e-5 <= original - low < 1 + 1e-5
    for high, original in ((back.x2, wanted.x2), (back.y2, wanted.y2)):
        assert -1e-5 <= high - original < 1 + 1e-5


@given(sized_boxes(), st.sampled_from(VOC_PROFILES))
def test_that_writing_what_was_read_gives_the_same_numbers(sized: tuple[Box, int, int], profile: VocProfile) -> None:
    wanted, width, height = sized
    numbers = to_voc(wanted, width=width, height=height, profile=profile)
    back = from_voc(*numbers, profile=profile)
    assert all(math.isclose(edge, round(edge), abs_tol=0) for edge in back.xyxy)
    assert to_voc(back, width=width, height=height, profile=profile) == numbers


def test_that_every_object_has_the_six_fields_in_a_utf8_file_with_unix_lines(tmp_path: Path) -> None:
    export_set = ExportSet(images=(image(1, "日本.jpg", box(1, (0, 0, 5, 5))),), categories=CLASSES)
    write_voc(export_set, tmp_path)
    content = (tmp_path / "Annotations" / "日本.xml").read_bytes()
    assert content.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<annotation>\n')
    assert b"\r" not in content
    root = defusedxml.ElementTree.fromstring(content)
    assert [child.tag for child in root] == ["folder", "filename", "source", "size", "segmented", "object"]
    assert root.findtext("filename") == "日本.jpg"
    assert {child.tag for child in root.find("object")} == FIELDS
    assert [root.findtext(f"object/{flag}") for flag in ("truncated", "difficult", "occluded")] == ["0", "0", "0"]
    assert root.findtext("size/width") == "64"


def test_that_the_layout_mirrors_sub_folders_and_the_sets_hold_the_labels(tmp_path: Path) -> None:
    report = write_voc(small_set(), tmp_path, image_set="train")
    assert (report.images, report.boxes, report.skipped) == (3, 3, ())
    assert sorted(path.relative_to(tmp_path).as_posix() for path in report.written) == [
        "Annotations/a.xml", "Annotations/sub/a.xml", "Annotations/sub/b.xml",
        "ImageSets/Main/cat_train.txt", "ImageSets/Main/dog_train.txt", "ImageSets/Main/train.txt",
    ]  # fmt: skip
    assert (tmp_path / "ImageSets/Main/train.txt").read_text() == "a\nsub/a\nsub/b\n"
    assert (tmp_path / "ImageSets/Main/cat_train.txt").read_text() == "a  1\nsub/a  0\nsub/b -1\n"


def test_that_equal_base_names_do_not_overwrite_one_another(tmp_path: Path) -> None:
    paths = ("a.jpg", "a.png", "A.bmp", "b.jpg", "a.jpg.gif")
    images = tuple(image(i, path, box(i, (0, 0, i, i))) for i, path in enumerate(paths, start=1))
    report = write_voc(ExportSet(images=images, categories=CLASSES), tmp_path)
    names = {path.name for path in report.written if path.suffix == ".xml"}
    assert names == {"a.jpg-1.xml", "a.png.xml", "A.bmp.xml", "b.xml", "a.jpg.xml"}
    assert len(report.notes) == 3
    back = read_voc(tmp_path)
    assert {entry.file_name: entry.boxes[0].box.x2 for entry in back.images} == {p: i for i, p in enumerate(paths, 1)}


def test_that_a_second_export_changes_no_file_and_leaves_foreign_files_alone(tmp_path: Path) -> None:
    first = write_voc(small_set(), tmp_path)
    foreign = tmp_path / "Annotations" / "mine.xml"
    foreign.write_text("<annotation/>")
    for path in first.written:
        os.utime(path, ns=(1, 1))
    second = write_voc(small_set(), tmp_path)
    assert second.written == first.written
    assert {path.stat().st_mtime_ns for path in first.written} == {1}
    assert foreign.read_text() == "<annotation/>"


def test_that_what_cannot_be_written_is_skipped_with_a_reason(tmp_path: Path) -> None:
    images = (
        image(1, "broken.jpg", box(1, (0, 0, 1, 1)), size=(0, 0), problem="broken.jpg is cut off."),
        image(2, "../out.jpg", box(2, (0, 0, 1, 1))),
        image(3, "bad\udcff.jpg", box(3, (0, 0, 1, 1))),
        image(4, "untouched.jpg", status=ImageStatus.UNTOUCHED),
        image(5, "good.jpg", box(4, (100, 0, 110, 9)), box(5, (60, 40, 70, 50))),
    )
    report = write_voc(ExportSet(images=images, categories=CLASSES), tmp_path)
    assert (report.images, report.boxes) == (1, 1)
    assert len(report.skipped) == 5
    assert "broken.jpg was left out: broken.jpg is cut off." in report.skipped
    assert "1 image without boxes that nobody verified left out." in report.skipped
    assert report.notes == ("Boxes that reached outside the image and were clipped to it: 1.",)
    assert read_voc(tmp_path).images[0].boxes[0].box == Box(60, 40, 64, 48)
    assert not (tmp_path.parent / "out.xml").exists()


@pytest.mark.parametrize("choice", ["copy", "symlink"])
def test_that_images_are_placed_beside_and_a_different_one_stays(tmp_path: Path, choice: str) -> None:
    root, folder = tmp_path / "images", tmp_path / "voc"
    export_set = small_set(root)
    save_images(export_set, root)
    other = folder / "JPEGImages" / "a.jpg"
    other.parent.mkdir(parents=True)
    other.write_bytes(b"mine")
    report = write_voc(export_set, folder, images=choice)
    assert other.read_bytes() == b"mine"
    assert any("another file" in sentence for sentence in report.skipped)
    placed = folder / "JPEGImages" / "sub" / "a.jpg"
    assert placed.read_bytes() == (root / "sub" / "a.jpg").read_bytes()
    assert placed.is_symlink() == (choice == "symlink")
    assert write_voc(export_set, folder, images=choice).written == report.written


def test_that_an_outline_goes_once_its_box_was_moved(tmp_path: Path) -> None:
    source = tmp_path / "in.xml"
    source.write_text(
        "<annotation><filename>a.jpg</filename><object><name>cat</name><polygon><x1>1</x1></polygon><note>n</note>"
        "<bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></object></annotation>"
    )
    attributes = read_voc(source).images[0].boxes[0].attributes
    for xyxy, tags, notes in (((0, 0, 9, 9), ["polygon", "note"], 0), ((0, 0, 9, 8), ["note"], 1)):
        images = (image(1, "a.jpg", box(1, xyxy, attributes=attributes)),)
        report = write_voc(ExportSet(images=images, categories=CLASSES), tmp_path / "out")
        root = defusedxml.ElementTree.parse(report.written[0]).getroot()
        assert [child.tag for child in root.find("object") if child.tag not in FIELDS] == tags
        assert len(report.notes) == notes
