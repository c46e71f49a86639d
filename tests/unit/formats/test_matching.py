from __future__ import annotations

import pytest

from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.export_set import ImportBox, ImportCategory, ImportImage, ImportSet, stable_ids
from wsl_annotator.formats.matching import NameMatcher, match_images

NAMES = ("x/a.jpg", "y/a.jpg", "y/B.png", "c.v2.png", "日本.jpg", "d.jpg", "d.png", "top.jpg", "x/top.jpg")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("x/a.jpg", "x/a.jpg"),
        ("a.jpg", None),
        ("set/x/a.jpg", "x/a.jpg"),
        ("z/a.jpg", None),
        ("X\\A.JPG", "x/a.jpg"),
        ("b.png", "y/B.png"),
        ("b", "y/B.png"),
        ("b.jpg", None),
        ("c.v2", "c.v2.png"),
        ("c", None),
        ("日本", "日本.jpg"),
        ("d", None),
        ("d.png", "d.png"),
        ("", None),
        ("./d.jpg", "d.jpg"),
        ("top", "top.jpg"),
        ("TOP.jpg", "top.jpg"),
    ],
)
def test_that_a_name_leads_to_exactly_one_image_or_to_none(name: str, wanted: str | None) -> None:
    assert NameMatcher(NAMES).find(name) == wanted


def imported(*images: ImportImage) -> ImportSet:
    return ImportSet(format="voc", images=images, categories=(ImportCategory(name="cat"),))


def entry(name: str, *boxes: Box, size: tuple[int, int] = (64, 48), fallback: str = "") -> ImportImage:
    found = tuple(ImportBox(class_name="cat", box=box, attributes={"extra": {"box": list(box.xyxy)}}) for box in boxes)
    return ImportImage(
        file_name=name, width=size[0], height=size[1], boxes=found, fallback=fallback, source=f"{name}.xml"
    )


def test_that_boxes_are_clipped_to_the_image_and_those_outside_are_listed() -> None:
    matched = match_images(imported(entry("a.jpg", Box(-1, 0, 70, 9), Box(64, 0, 70, 9))), {"s/a.jpg": (64, 48)})
    assert matched.images[0].file_name == "s/a.jpg"
    assert [box.box for box in matched.images[0].boxes] == [Box(0, 0, 64, 9)]
    assert matched.images[0].boxes[0].attributes["extra"]["box"] == [0, 0, 64, 9]
    assert len(matched.problems) == 1
    assert "outside s/a.jpg" in matched.problems[0]
    assert matched.warnings == ("1 box of s/a.jpg (a.jpg.xml) reached outside it and was clipped.",)


def test_that_several_clipped_boxes_of_an_image_are_told_together() -> None:
    matched = match_images(imported(entry("a.jpg", Box(-1, 0, 70, 9), Box(-2, 0, 9, 9))), {"a.jpg": (64, 48)})
    assert matched.warnings == ("2 boxes of a.jpg (a.jpg.xml) reached outside it and were clipped.",)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ((0, 0), "gives no size"),
        (
            (48, 64),
            "unrotated picture. If so, take this import back and import again with boxes as stored (--orientation ",
        ),
        ((65, 48), "look at its boxes"),
        ((64, 48), ""),
    ],
)
def test_that_a_size_which_disagrees_is_reported_and_the_picture_decides(size: tuple[int, int], words: str) -> None:
    matched = match_images(imported(entry("a.jpg", size=size)), {"a.jpg": (64, 48)})
    assert (matched.images[0].width, matched.images[0].height) == (64, 48)
    assert [words in sentence for sentence in matched.warnings] == ([True] if words else [])


def test_that_images_that_are_missing_or_unreadable_are_listed() -> None:
    matched = match_images(
        imported(entry("a.jpg"), entry("b.jpg"), entry("c.jpg")), {"a.jpg": (64, 48), "b.jpg": (0, 0)}
    )
    assert [image.file_name for image in matched.images] == ["a.jpg"]
    assert ["not among" in sentence or "cannot be read" in sentence for sentence in matched.problems] == [True, True]


def test_that_two_files_of_one_image_are_joined_and_a_renamed_one_is_found_by_the_file() -> None:
    first, second = Box(0, 0, 9, 9), Box(1, 1, 9, 9)
    matched = match_images(
        imported(entry("a.jpg", first), entry("old.jpg", first, second, fallback="a")), {"a.jpg": (64, 48)}
    )
    assert [[box.box for box in image.boxes] for image in matched.images] == [[first, second]]


def test_that_ids_are_unique_positive_and_kept_where_possible() -> None:
    assert stable_ids([0, 5, 5, None, -1, 2]) == [6, 5, 7, 8, 9, 2]
    assert stable_ids([None, 1, None], otherwise=[1, 2, 3]) == [4, 1, 3]
