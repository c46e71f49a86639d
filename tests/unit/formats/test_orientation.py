"""The frame of the stored pixels: where boxes lie in it under each of EXIF's orientations, and the way back."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.formats.samples import CLASSES, box, image
from tests.unit.formats.test_round_trip import RICH_VOC
from tests.unit.imaging.test_decode import STORED
from wsl_annotator.core.boxes import Box
from wsl_annotator.formats.export_set import ExportSet, export_set_of
from wsl_annotator.formats.orientation import Turn, in_sensor_frame, stored_size
from wsl_annotator.formats.voc import read_voc, write_voc

ORIENTATIONS = range(1, 9)


def stored_box(box: Box, *, width: int, height: int, orientation: int) -> Box:
    return Turn.to_stored(width=width, height=height, orientation=orientation).box(box)


def upright_box(box: Box, *, width: int, height: int, orientation: int) -> Box:
    return Turn.to_upright(width=width, height=height, orientation=orientation).box(box)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_that_a_box_covers_the_same_pixels_of_the_stored_picture(orientation: int) -> None:
    upright = np.arange(5 * 7 * 3).reshape(5, 7, 3)
    stored = STORED[orientation](upright)
    found = stored_box(Box(1, 2, 4, 4), width=7, height=5, orientation=orientation)
    x1, y1, x2, y2 = (int(edge) for edge in found.xyxy)
    assert (stored.shape[1], stored.shape[0]) == stored_size(7, 5, orientation)
    assert set(stored[y1:y2, x1:x2].ravel()) == set(upright[2:4, 1:4].ravel())


def test_that_a_quarter_turn_gives_the_numbers_worked_out_by_hand() -> None:
    # 40 x 60 upright, stored 60 x 40: the camera lay on its side, and upright's right edge is the stored top.
    found = stored_box(Box(5, 42, 30, 58), width=40, height=60, orientation=6)
    assert found == Box(42, 10, 58, 35)


@pytest.mark.parametrize("orientation", ORIENTATIONS)
def test_that_the_way_back_is_exact_on_parts_of_pixels(orientation: int) -> None:
    given_box = Box(1.25, 2.0, 4.5, 4.875)
    stored = stored_box(given_box, width=7, height=5, orientation=orientation)
    assert upright_box(stored, width=7, height=5, orientation=orientation) == given_box


@given(
    orientation=st.sampled_from(ORIENTATIONS),
    edges=st.tuples(*(st.floats(0, 30) for _ in range(2)), *(st.floats(30.5, 40) for _ in range(2))),
)
def test_that_turning_back_gives_the_upright_box(orientation: int, edges: tuple[float, float, float, float]) -> None:
    given_box = Box(*edges)
    stored = stored_box(given_box, width=50, height=41, orientation=orientation)
    back = upright_box(stored, width=50, height=41, orientation=orientation)
    assert back.xyxy == pytest.approx(given_box.xyxy, abs=1e-12)
    assert stored.area == pytest.approx(given_box.area)


def test_that_upright_photos_and_everything_but_places_stay_as_they_are() -> None:
    one = image(1, "a.jpg", box(1, (3, 4, 30, 40)))
    two = image(2, "b.jpg", box(2, (3, 4, 30, 40)))
    turned, notes = in_sensor_frame(ExportSet(images=(one, two), categories=CLASSES), {2: 3})
    assert turned.images[0] is one
    (moved,) = turned.images[1].boxes
    assert moved == dataclasses.replace(two.boxes[0], box=Box(34, 8, 61, 44))
    assert notes == ("Photos whose sizes and boxes are those of the stored pixels, before any turn by EXIF: 1.",)


def test_that_a_box_without_size_on_the_stored_pixels_is_left_out_and_counted() -> None:
    flat = image(1, "a.jpg", box(1, (1e-20, 2, 2e-20, 4)), box(2, (3, 4, 30, 40)))
    turned, notes = in_sensor_frame(ExportSet(images=(flat,), categories=CLASSES), {1: 3})
    assert [one.id for one in turned.images[0].boxes] == [2]
    assert notes[-1] == "Boxes that were left out, since they have no size on the stored pixels: 1."


def test_that_an_imported_outline_of_a_turned_photo_is_left_out_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(RICH_VOC, encoding="utf-8")
    imported = export_set_of(read_voc(tmp_path / "a.xml"))
    turned, notes = in_sensor_frame(imported, {imported.images[0].record.id: 6})
    assert notes[1].endswith("not written upright: 1.")
    report = write_voc(turned, tmp_path / "out")
    text = report.written[0].read_text(encoding="utf-8")
    assert "<part>" not in text
    assert "<jumping>1</jumping>" in text
    assert "<width>48</width>" in text
    assert not any("moved since" in note for note in report.notes)
