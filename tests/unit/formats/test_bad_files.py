"""What is wrong with a file is said in one sentence that names it; the rest of a batch goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError
from wsl_annotator.formats.coco import read_coco
from wsl_annotator.formats.proposals_json import read_proposals
from wsl_annotator.formats.voc import read_voc

BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><annotation>&y;</annotation>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><annotation>&x;</annotation>'
DEEP = b"<annotation>" + b"<a>" * 2000 + b"</a>" * 2000 + b"</annotation>"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"<annotation><object>", "is not valid XML: no element found at line 1, column 21"),
        (b"<html></html>", "its root is <html>"),
        (b"<annotation>\n\xff\xfe</annotation>", "is not valid XML: not well-formed (invalid token) at line 2"),
        (b'<?xml version="1.0" encoding="klingon"?><annotation/>', "is in an encoding that is not supported"),
        (BOMB, "declares XML entities"),
        (OUTSIDE, "declares XML entities"),
        (DEEP, "nested too deeply"),
    ],
)
def test_that_a_broken_xml_file_is_one_sentence_and_the_folder_goes_on(
    tmp_path: Path, content: bytes, words: str
) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_bytes(content)
    (tmp_path / "good.xml").write_text("<annotation><filename>g.jpg</filename></annotation>")
    with pytest.raises(FormatError) as caught:
        read_voc(bad)
    assert words in caught.value.user_text
    assert caught.value.user_text.startswith(str(bad))
    assert "\n" not in caught.value.user_text
    found = read_voc(tmp_path)
    assert [entry.file_name for entry in found.images] == ["g.jpg"]
    assert found.problems == (caught.value.user_text,)


def voc_object(name: str | None = "cat", edges: tuple[Any, ...] = (1, 2, 3, 4), more: str = "") -> str:
    tags = "".join(
        f"<{tag}>{value}</{tag}>"
        for tag, value in zip(("xmin", "ymin", "xmax", "ymax"), edges, strict=True)
        if value is not None
    )
    return f"<object>{'' if name is None else f'<name>{name}</name>'}<bndbox>{tags}</bndbox>{more}</object>"


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (voc_object(None), "object 1 has no name"),
        (voc_object(" "), "object 1 has no name"),
        (voc_object(edges=(1, 2, 3, None)), "object 1 (cat) has no ymax"),
        (voc_object(edges=(1, "", 3, 4)), "object 1 (cat) has no ymin"),
        (voc_object(edges=(1, 2, "nan", 4)), "not four numbers (1, 2, nan, 4)"),
        (voc_object(edges=(1, 2, "inf", 4)), "not four numbers"),
        (voc_object(edges=(1, 2, "1_0", 4)), "not four numbers"),
        (voc_object(edges=("-9e999", 2, "9e999", 4)), "empty or inverted"),
        (voc_object(edges=(9, 2, 3, 4)), "empty or inverted box (9, 2, 3, 4)"),
        (voc_object(edges=(1, 4, 3, 3)), "empty or inverted"),
    ],
)
def test_that_a_wrong_voc_object_is_left_out_and_listed(tmp_path: Path, entry: str, words: str) -> None:
    source = tmp_path / "a.xml"
    source.write_text(f"<annotation>{entry}{voc_object('dog')}</annotation>")
    found = read_voc(source)
    assert [(b.class_name, b.box) for b in found.images[0].boxes] == [("dog", Box(0, 1, 3, 4))]
    assert len(found.problems) == 1
    assert words in found.problems[0]
    assert str(source) in found.problems[0]


def test_that_odd_voc_values_are_taken_with_a_warning(tmp_path: Path) -> None:
    source = tmp_path / "a.xml"
    flags = "<truncated></truncated><difficult>maybe</difficult><occluded>1</occluded>"
    source.write_text(f"<annotation>{voc_object(edges=(0, 2.5, 3, 4), more=flags)}</annotation>")
    found = read_voc(source)
    attributes = dict(found.images[0].boxes[0].attributes)
    attributes.pop("extra")
    assert attributes == {"truncated": False, "difficult": False, "occluded": True}
    text = " ".join(found.warnings)
    assert "difficult is 'maybe'" in text
    assert "1 of 1 boxes" in text
    assert "import again as zero-based" in text
    assert "fractional coordinates" in text
    assert not any("zero-based" in sentence for sentence in read_voc(source, profile="zero-based").warnings)


def test_that_a_windows_path_and_a_missing_filename_lead_to_the_picture(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.xml").write_text("<annotation><filename>C:\\x\\b.jpg</filename></annotation>")
    (tmp_path / "sub" / "c.xml").write_text("<annotation/>")
    assert [(e.file_name, e.fallback) for e in read_voc(tmp_path).images] == [
        ("sub/b.jpg", "sub/a"),
        ("sub/c", "sub/c"),
    ]


def test_that_a_folder_without_xml_and_a_missing_path_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="holds no XML file"):
        read_voc(tmp_path)
    with pytest.raises(FormatError, match=r"nothing\.xml could not be read: no such file"):
        read_voc(tmp_path / "nothing.xml")
    with pytest.raises(ValueError, match="VOC profile"):
        read_voc(tmp_path, profile="devkit")


def coco(**parts: Any) -> dict[str, Any]:
    return {
        "images": [{"id": 1, "file_name": "a.jpg", "width": 9, "height": 9}],
        "categories": [{"id": 1, "name": "cat"}],
        "annotations": [],
        **parts,
    }


def annotation(**fields: Any) -> dict[str, Any]:
    return {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 3, 4], **fields}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is not valid JSON"),
        (b'{"images": [}', "is not valid JSON: Expecting value at line 1, column 13"),
        (b'{\n"a": "\xff"}', "line 2, is not UTF-8 text"),
        (b"[" * 200_000, "is nested too deeply"),
        (b"[1]", "its top level is no object"),
        (b'[{"image_id": 1, "score": 0.5}]', "is a COCO results file"),
        (b'{"images": {}, "annotations": [], "categories": []}', 'has no list "images"'),
        (b'{"images": [], "categories": []}', 'has no list "annotations"'),
        (json.dumps(coco(images=[{"id": 1, "file_name": n} for n in "ab"])).encode(), "image 2, repeats id 1"),
        (json.dumps(coco(categories=[{"id": 1, "name": n} for n in "ab"])).encode(), "category 2, repeats id 1"),
    ],
)
def test_that_a_broken_coco_file_is_one_sentence(tmp_path: Path, content: bytes, words: str) -> None:
    source = tmp_path / "a.json"
    source.write_bytes(content)
    with pytest.raises(FormatError) as caught:
        read_coco(source)
    assert words in caught.value.user_text
    assert str(source) in caught.value.user_text
    assert "\n" not in caught.value.user_text


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (7, "annotation 1 is no object"),
        (annotation(image_id=2), "annotation 1 (id 1) belongs to an unknown image (2)"),
        (annotation(image_id=None), "unknown image (None)"),
        (annotation(image_id=[1]), "unknown image ([1])"),
        (annotation(category_id=5), "unknown category (5)"),
        (annotation(bbox=None), "no bbox of four finite numbers"),
        (annotation(bbox=[1, 2, 3]), "no bbox of four finite numbers"),
        (annotation(bbox=[1, 2, "3", 4]), "no bbox of four finite numbers"),
        (annotation(bbox=[1, 2, True, 4]), "no bbox of four finite numbers"),
        (annotation(bbox=[1, 2, 10**400, 4]), "no bbox of four finite numbers"),
        (annotation(bbox=[float("nan"), 2, 3, 4]), "no bbox of four finite numbers"),
        (annotation(bbox=[1, 2, 0, 4]), "empty or inverted bbox"),
        (annotation(bbox=[1, 2, 3, -4]), "empty or inverted bbox"),
    ],
)
def test_that_a_wrong_coco_annotation_is_left_out_and_listed(tmp_path: Path, entry: Any, words: str) -> None:
    source = tmp_path / "a.json"
    source.write_text(json.dumps(coco(annotations=[entry, annotation(id=2)])))
    found = read_coco(source)
    assert [b.source_id for b in found.images[0].boxes] == [2]
    assert len(found.problems) == 1
    assert words in found.problems[0]


def test_that_ids_which_break_evaluation_are_taken_with_a_warning(tmp_path: Path) -> None:
    source = tmp_path / "a.json"
    entries = [annotation(id=0), annotation(id=5), annotation(id=5), annotation(id="x"), annotation()]
    del entries[-1]["id"]
    source.write_text(json.dumps(coco(annotations=entries)))
    found = read_coco(source)
    assert len(found.images[0].boxes) == 5
    assert len(found.warnings) == 4
    assert found.problems == ()


def proposals(**fields: Any) -> dict[str, Any]:
    entry = {"image_id": 1, "category_id": 1, "class_score": 0, "point": [1, 2], "heat_max": 1, "boxes": [], **fields}
    return {
        "settings": {},
        "images": [{"id": 1, "file_name": "a.jpg", "width": 9, "height": 9}],
        "categories": [{"id": 1, "name": "cat"}],
        "localizations": [{key: value for key, value in entry.items() if value != "missing"}],
    }


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"point": "missing"}, "localization 1, has no point"),
        ({"point": [1, 2, 3]}, "localization 1, is not as the format says"),
        ({"class_score": "high"}, "localization 1, is not as the format says"),
        ({"image_id": 2}, "localization 1, has an unknown image or category"),
        ({"boxes": [{"bbox": [1, 2, -3, 4], "score": 1}]}, "localization 1, is not as the format says"),
        ({"boxes": [{"bbox": [1, 2, 3, 4]}]}, "localization 1, has no score"),
        ({"boxes": 3}, "localization 1, is not as the format says"),
        ({"heat_max": float("inf")}, "the number Infinity is not finite"),
    ],
)
def test_that_a_wrong_proposals_file_is_one_sentence(tmp_path: Path, fields: dict[str, Any], words: str) -> None:
    source = tmp_path / "p.json"
    source.write_text(json.dumps(proposals(**fields)))
    with pytest.raises(FormatError) as caught:
        read_proposals(source)
    assert words in caught.value.user_text
    assert str(source) in caught.value.user_text


@pytest.mark.parametrize("top", [[], {}, {"images": [], "categories": []}, {**proposals(), "settings": 1}])
def test_that_a_file_of_another_kind_is_no_proposals_file(tmp_path: Path, top: Any) -> None:
    source = tmp_path / "p.json"
    source.write_text(json.dumps(top))
    with pytest.raises(FormatError, match="is not a proposals file"):
        read_proposals(source)
