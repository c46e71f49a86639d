"""Boxes of programs that do not read EXIF come in upright where a person says that they lie on the stored pixels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.turned_photos import UPRIGHT, make_turned_project
from wsl_annotator.cli.main import main
from wsl_annotator.core.boxes import Box
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.export import ExportOptions, export_project
from wsl_annotator.workflow.import_ import import_path
from wsl_annotator.workflow.new_project import create_project

SENSOR = ExportOptions(orientation="sensor")


@pytest.fixture
def turned(tmp_path: Path) -> Path:
    """The folder of a drawn project (`p.wsl`), of an empty one of the same photos (`e.wsl`), and of their exports."""
    path = make_turned_project(tmp_path)
    create_project(tmp_path / "e.wsl", images=tmp_path / "photos", classes=("cat",))
    with Project.open(path, read_only=True) as project:
        export_project(project, export_format="coco", to=tmp_path / "sensor.json", options=SENSOR)
        export_project(project, export_format="coco", to=tmp_path / "upright.json")
        export_project(project, export_format="voc", to=tmp_path / "voc", options=SENSOR)
    return tmp_path


def boxes_of(project: Project) -> dict[str, list[Box]]:
    return {record.path: [box.box for box in project.boxes(record.id)] for record in project.images()}


@pytest.mark.parametrize("source", ["sensor.json", "voc"])
def test_that_an_export_of_the_stored_pixels_comes_back_to_the_same_boxes(turned: Path, source: str) -> None:
    with Project.open(turned / "e.wsl") as project:
        report = import_path(project, turned / source, orientation="sensor")
        assert (report.images, report.boxes, report.skipped) == (8, 8, ())
        assert report.notes[0] == "Photos turned by EXIF whose boxes were taken as stored and turned upright: 7."
        assert len(report.notes) == 1
        assert boxes_of(project) == {f"turned_{number}.png": [UPRIGHT] for number in range(1, 9)}


@pytest.mark.parametrize("source", ["sensor.json", "voc"])
def test_that_importing_where_the_boxes_are_adds_none(turned: Path, source: str) -> None:
    with Project.open(turned / "p.wsl") as project:
        report = import_path(project, turned / source, orientation="sensor")
        assert (report.boxes, report.known_boxes) == (0, 8)


def test_that_nothing_is_turned_unasked_and_the_warning_names_the_choice(turned: Path) -> None:
    written = {entry["id"]: entry for entry in json.loads((turned / "sensor.json").read_text())["images"]}
    boxes = json.loads((turned / "sensor.json").read_text())["annotations"]
    of_name = {written[entry["image_id"]]["file_name"]: Box.from_xywh(*entry["bbox"]) for entry in boxes}
    with Project.open(turned / "e.wsl") as project:
        report = import_path(project, turned / "sensor.json")
        found = boxes_of(project)
        for number in (1, 2, 3, 4):
            assert found[f"turned_{number}.png"] == [of_name[f"turned_{number}.png"]]
    remedies = [note for note in report.notes if "import again with boxes as stored (--orientation sensor)" in note]
    assert [any(f"turned_{number}.png" in note for note in remedies) for number in range(1, 9)] == [False] * 4 + [
        True
    ] * 4


def test_that_upright_boxes_which_are_said_to_be_stored_are_warned_of(turned: Path) -> None:
    with Project.open(turned / "e.wsl") as project:
        report = import_path(project, turned / "upright.json", orientation="sensor")
    doubts = [note for note in report.notes if note.endswith("look at its boxes, which were turned.")]
    assert ["turned_5" in doubts[0], len(doubts)] == [True, 4]


def test_that_a_photo_that_is_missing_is_left_out_and_named(turned: Path) -> None:
    (turned / "photos" / "turned_6.png").unlink()
    with Project.open(turned / "e.wsl") as project:
        report = import_path(project, turned / "sensor.json", orientation="sensor")
    (sentence,) = report.skipped
    assert sentence.startswith("turned_6.png was left out, since its orientation is unknown")
    assert report.boxes == 7


@pytest.mark.parametrize("source", ["sensor.json", "voc"])
def test_that_the_command_takes_the_orientation(turned: Path, source: str) -> None:
    words = ["import", str(turned / "e.wsl"), "--from", str(turned / source), "--orientation", "sensor"]
    assert main(words, open_window=lambda _=None: 0) == 0
    with Project.open(turned / "e.wsl", read_only=True) as project:
        assert boxes_of(project) == {f"turned_{number}.png": [UPRIGHT] for number in range(1, 9)}
