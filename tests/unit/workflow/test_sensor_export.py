"""An export for programs that do not read EXIF: their stored pixels lie where the boxes say, in every orientation."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from tests.helpers.turned_photos import UPRIGHT, make_turned_project
from tests.unit.imaging.test_decode import with_orientation
from wsl_annotator.cli.main import main
from wsl_annotator.formats.voc import from_voc
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.export import ExportOptions, export_project
from wsl_annotator.workflow.new_project import create_project

SENSOR = ExportOptions(orientation="sensor")


@pytest.fixture
def turned(tmp_path: Path) -> Path:
    """The folder of a project of one photo for each orientation, with a white box at `UPRIGHT`."""
    return make_turned_project(tmp_path).parent


def white_box(path: Path) -> tuple[tuple[int, int], list[int]]:
    """Return the size and the white rectangle of the stored pixels, as a program without EXIF sees them."""
    with Image.open(path) as photo:
        rows, columns = np.nonzero(np.asarray(photo)[..., 0] > 128)
        return photo.size, [int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1]


def test_that_coco_boxes_lie_on_the_stored_pixels(turned: Path) -> None:
    with Project.open(turned / "p.wsl", read_only=True) as project:
        report = export_project(project, export_format="coco", to=turned / "c.json", options=SENSOR)
    assert (report.images, report.boxes, report.skipped) == (8, 8, ())
    assert report.notes[0].endswith("turn by EXIF: 7.")
    written = json.loads((turned / "c.json").read_text())
    bbox_of = {entry["image_id"]: entry["bbox"] for entry in written["annotations"]}
    for entry in written["images"]:
        size, (x1, y1, x2, y2) = white_box(turned / "photos" / entry["file_name"])
        assert (entry["width"], entry["height"]) == size, entry["file_name"]
        assert bbox_of[entry["id"]] == [x1, y1, x2 - x1, y2 - y1], entry["file_name"]


@pytest.mark.parametrize("profile", ["spec", "zero-based"])
def test_that_voc_boxes_lie_on_the_stored_pixels(turned: Path, profile: str) -> None:
    options = ExportOptions(orientation="sensor", profile=profile, images="copy")
    with Project.open(turned / "p.wsl", read_only=True) as project:
        export_project(project, export_format="voc", to=turned / "voc", options=options)
    for file in sorted((turned / "voc" / "Annotations").glob("*.xml")):
        root = ElementTree.parse(file).getroot()
        size, white = white_box(turned / "voc" / "JPEGImages" / root.findtext("filename"))
        numbers = [int(root.findtext(f"object/bndbox/{edge}")) for edge in ("xmin", "ymin", "xmax", "ymax")]
        assert (int(root.findtext("size/width")), int(root.findtext("size/height"))) == size
        assert list(from_voc(*numbers, profile=profile).xyxy) == white


def test_that_the_default_is_upright_and_the_project_stays_upright(turned: Path) -> None:
    with Project.open(turned / "p.wsl", read_only=True) as project:
        before = list(project.all_boxes()), project.images()
        export_project(project, export_format="coco", to=turned / "sensor.json", options=SENSOR)
        export_project(project, export_format="coco", to=turned / "upright.json")
        assert (list(project.all_boxes()), project.images()) == before
    written = json.loads((turned / "upright.json").read_text())
    assert {tuple(entry["bbox"]) for entry in written["annotations"]} == {(4, 20, 8, 24)}
    assert {(entry["width"], entry["height"]) for entry in written["images"]} == {(32, 48)}


def test_that_a_photo_whose_orientation_cannot_be_read_is_left_out_and_named(turned: Path) -> None:
    (turned / "photos" / "turned_6.png").unlink()
    with Project.open(turned / "p.wsl", read_only=True) as project:
        report = export_project(project, export_format="coco", to=turned / "c.json", options=SENSOR)
    assert report.images == 7
    (sentence,) = report.skipped
    assert sentence.startswith("turned_6.png was left out, since its orientation is unknown")


def test_that_a_tiff_stays_upright_as_its_readers_turn_it_themselves(turned: Path) -> None:
    pixels = np.zeros((48, 32, 3), dtype=np.uint8)
    pixels[20:44, 4:12] = 255
    (turned / "tiffs").mkdir()
    with_orientation(pixels, turned / "tiffs" / "a.tif", 6)
    create_project(turned / "t.wsl", images=turned / "tiffs", classes=("cat",))
    with Project.open(turned / "t.wsl") as project:
        project.apply(review.draw(project, 1, 1, UPRIGHT))
        export_project(project, export_format="coco", to=turned / "t.json", options=SENSOR)
    written = json.loads((turned / "t.json").read_text())
    with Image.open(turned / "tiffs" / "a.tif") as photo:
        assert (written["images"][0]["width"], written["images"][0]["height"]) == photo.size == (32, 48)
    assert written["annotations"][0]["bbox"] == [4, 20, 8, 24]


def test_that_the_command_takes_the_orientation(turned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", str(turned / "p.wsl"), "--format", "coco", "--to", str(turned / "c.json")]
    assert main([*words, "--orientation", "sensor"], open_window=lambda _=None: 0) == 0
    written = json.loads((turned / "c.json").read_text())
    assert (written["images"][5]["width"], written["images"][5]["height"]) == (48, 32)
