"""Imported boxes of the stored pixels: upright in every orientation, exactly, and what cannot be turned is told."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.test_round_trip import RICH_VOC
from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.coco import read_coco, write_coco
from wsl_annotator.formats.export_set import ImportBox, ImportImage, ImportSet, export_set_of
from wsl_annotator.formats.orientation import Turn, in_sensor_frame, stored_size
from wsl_annotator.formats.orientation_read import TurnedPhoto, from_sensor_frame
from wsl_annotator.formats.voc import read_voc

WIDTH, HEIGHT = 50, 41
ORIENTATIONS = range(1, 9)
quarters = st.integers(0, 4 * 40).map(lambda number: number / 4)


def stored_box(box: Box, *, width: int, height: int, orientation: int) -> Box:
    return Turn.to_stored(width=width, height=height, orientation=orientation).box(box)


def entry(*boxes: Box, size: tuple[int, int], attributes: dict[str, Any] | None = None) -> ImportSet:
    found = tuple(ImportBox(class_name="cat", box=box, attributes=attributes or {}) for box in boxes)
    image = ImportImage(file_name="a.jpg", width=size[0], height=size[1], boxes=found, source="a.xml")
    return ImportSet(format="coco", images=(image,), categories=())


def photo(orientation: int) -> TurnedPhoto:
    return TurnedPhoto(name="a.jpg", width=WIDTH, height=HEIGHT, orientation=orientation)


@given(orientation=st.sampled_from(ORIENTATIONS), left=quarters, top=quarters, side=st.integers(1, 4).map(float))
def test_that_every_box_comes_back_exactly_upright(orientation: int, left: float, top: float, side: float) -> None:
    given_box = Box(left, top, left + side, top + side)
    stored = stored_box(given_box, width=WIDTH, height=HEIGHT, orientation=orientation)
    size = stored_size(WIDTH, HEIGHT, orientation)
    found = from_sensor_frame(entry(stored, size=size), [photo(orientation)])
    assert [box.box for box in found.images[0].boxes] == [given_box]
    assert (found.images[0].width, found.images[0].height) == (WIDTH, HEIGHT)
    turned = 0 if orientation == 1 else 1
    assert found.warnings == (f"Photos turned by EXIF whose boxes were taken as stored and turned upright: {turned}.",)


def test_that_an_unknown_image_stays_for_the_matching_to_list() -> None:
    given_set = entry(Box(1, 2, 3, 4), size=(9, 9))
    assert from_sensor_frame(given_set, [None]).images == given_set.images


@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), (640, 480)])
def test_that_a_size_which_is_not_that_of_the_stored_pixels_is_a_warning_and_the_choice_holds(
    size: tuple[int, int],
) -> None:
    stored = stored_box(Box(5, 6, 7, 9), width=WIDTH, height=HEIGHT, orientation=6)
    found = from_sensor_frame(entry(stored, size=size), [photo(6)])
    assert found.images[0].boxes[0].box == Box(5, 6, 7, 9)
    assert found.warnings[0] == (
        f"a.xml says {size[0]} x {size[1]}, but a.jpg is stored as 41 x 50: look at its boxes, which were turned."
    )


def test_that_a_size_which_is_not_given_is_left_to_the_matching() -> None:
    found = from_sensor_frame(entry(Box(1, 2, 3, 4), size=(0, 0)), [photo(6)])
    assert (found.images[0].width, found.images[0].height) == (0, 0)
    assert len(found.warnings) == 1


def test_that_a_box_which_has_no_size_beside_large_numbers_is_left_out_and_listed() -> None:
    found = from_sensor_frame(entry(Box(1e-20, 2, 2e-20, 4), size=(41, 50)), [photo(3)])
    assert found.images[0].boxes == ()
    assert found.problems == ("A box of cat (a.xml) has no size in a.jpg: left out.",)


def test_that_outlines_and_key_points_of_turned_photos_are_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RICH_VOC, encoding="utf-8")
    imported = read_voc(tmp_path / "a.xml")
    found = from_sensor_frame(imported, [photo(6)])
    assert (
        found.warnings[-1] == "Boxes whose mask, outline or key points were left out, since their photo was turned: 1."
    )
    assert "part" not in json.dumps([box.attributes for box in found.images[0].boxes])
    assert "jumping" in json.dumps([box.attributes for box in found.images[0].boxes])
    for place in ({"keypoints": [5, 6, 2], "num_keypoints": 1}, {"segmentation": {"counts": [3, 4], "size": [50, 41]}}):
        carried = {"extra": {"coco": {**place, "area": 4, "id": 7}}}
        turned = from_sensor_frame(entry(Box(1, 2, 3, 4), size=(41, 50), attributes=carried), [photo(6)])
        assert turned.images[0].boxes[0].attributes == {"extra": {"coco": {"id": 7}}}
        assert turned.warnings[-1].endswith("turned: 1.")


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_that_polygons_turn_with_their_box_out_and_in(tmp_path: Path, orientation: int) -> None:
    polygon = [1.25, 2.0, 12.5, 2.5, 13.0, 9.0]
    place = {"coco": {"segmentation": [polygon], "area": 41.5, "bbox": [1, 2, 12, 7]}, "box": [1, 2, 13, 9]}
    upright = entry(Box(1, 2, 13, 9), size=(WIDTH, HEIGHT), attributes={"extra": place})
    leaving = export_set_of(dataclasses.replace(upright, categories=read_category(tmp_path)))
    turned, notes = in_sensor_frame(leaving, {1: orientation})
    assert not any("left out" in note for note in notes)
    report = write_coco(turned, tmp_path / "out.json", empty_images="all")
    assert not any("moved since" in note for note in report.notes)
    written = json.loads((tmp_path / "out.json").read_text())["annotations"][0]
    xs, ys = written["segmentation"][0][::2], written["segmentation"][0][1::2]
    around = Box(min(xs), min(ys), max(xs), max(ys))
    assert around == stored_box(Box(1.25, 2, 13, 9), width=WIDTH, height=HEIGHT, orientation=orientation)
    assert written["area"] == 41.5
    back = from_sensor_frame(read_coco(tmp_path / "out.json"), [photo(orientation)])
    extra = back.images[0].boxes[0].attributes["extra"]
    assert (extra["coco"]["segmentation"], extra["coco"]["area"]) == ([polygon], 41.5)
    assert extra["box"] == [1, 2, 13, 9] == list(back.images[0].boxes[0].box.xyxy)


def test_that_a_box_moved_since_its_import_loses_its_polygon_in_the_turned_frame_too(tmp_path: Path) -> None:
    # Turned by a half, the moved box lies where the imported one lay: its polygon is stale all the same.
    place = {"coco": {"segmentation": [[1, 2, 3, 2, 3, 4]]}, "box": [1, 2, 3, 4]}
    upright = entry(Box(47, 37, 49, 39), size=(WIDTH, HEIGHT), attributes={"extra": place})
    leaving = export_set_of(dataclasses.replace(upright, categories=read_category(tmp_path)))
    turned, _ = in_sensor_frame(leaving, {1: 3})
    assert turned.images[0].boxes[0].box == Box(1, 2, 3, 4)
    report = write_coco(turned, tmp_path / "out.json", empty_images="all")
    assert json.loads((tmp_path / "out.json").read_text())["annotations"][0]["segmentation"] == []
    assert any("moved since" in note for note in report.notes)


def test_that_an_upright_photo_keeps_its_outline() -> None:
    points = {"extra": {"coco": {"segmentation": [[1, 2, 3, 2, 3, 4]]}, "box": [1, 2, 3, 4]}}
    given_set = entry(Box(1, 2, 3, 4), size=(WIDTH, HEIGHT), attributes=points)
    found = from_sensor_frame(given_set, [photo(1)])
    assert found.images == given_set.images
    assert len(found.warnings) == 1


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_that_the_proposed_box_turns_with_the_box_out_and_in(tmp_path: Path, orientation: int) -> None:
    proposed = {"extra": {"coco": {"attributes": {"proposed_bbox": [2.0, 3.0, 10.0, 5.0], "crew": "a"}}}}
    upright = entry(Box(1, 2, 13, 9), size=(WIDTH, HEIGHT), attributes=proposed)
    leaving = export_set_of(dataclasses.replace(upright, categories=read_category(tmp_path)))
    turned, _ = in_sensor_frame(leaving, {1: orientation})
    write_coco(turned, tmp_path / "out.json", empty_images="all")
    written = json.loads((tmp_path / "out.json").read_text())["annotations"][0]
    on_stored = Box.from_xywh(*written["attributes"]["proposed_bbox"])
    assert on_stored == stored_box(Box(2, 3, 12, 8), width=WIDTH, height=HEIGHT, orientation=orientation)
    back = from_sensor_frame(read_coco(tmp_path / "out.json"), [photo(orientation)])
    kept = back.images[0].boxes[0].attributes["extra"]["coco"]["attributes"]
    assert (kept["proposed_bbox"], kept["crew"]) == ([2.0, 3.0, 10.0, 5.0], "a")


def test_that_a_proposed_box_which_is_none_is_dropped() -> None:
    wrong = {"extra": {"coco": {"attributes": {"proposed_bbox": "here", "crew": "a"}}}}
    found = from_sensor_frame(entry(Box(1, 2, 3, 4), size=(41, 50), attributes=wrong), [photo(8)])
    assert found.images[0].boxes[0].attributes == {"extra": {"coco": {"attributes": {"crew": "a"}}}}


def read_category(folder: Path) -> tuple:
    (folder / "c.json").write_text('{"images": [], "annotations": [], "categories": [{"id": 1, "name": "cat"}]}')
    return read_coco(folder / "c.json").categories
