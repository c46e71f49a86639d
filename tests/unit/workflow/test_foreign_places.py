"""Projects and exports in places and of pictures that other tools stumble over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.toy_project import write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.store import location
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.export import ExportOptions, export_project
from wsl_annotator.workflow.import_ import import_path
from wsl_annotator.workflow.new_project import create_project

ROOT = Path(__file__).resolve().parents[3]
EXIF_ORIENTATION = 0x0112


def test_that_a_rotated_photo_is_exported_with_the_sizes_and_boxes_of_its_upright_picture(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    exif = Image.Exif()
    exif[EXIF_ORIENTATION] = 6
    Image.new("RGB", (60, 40), "teal").save(photos / "turned.jpg", exif=exif)
    before = (photos / "turned.jpg").read_bytes()
    path = create_project(tmp_path / "p.wsl", images=photos, classes=("cat",)).path
    with Project.open(path) as project:
        # lower than the stored rows reach: only the upright picture has this place
        project.apply(review.draw(project, 1, 1, Box(5, 42, 30, 58)))
        export_project(project, export_format="coco", to=tmp_path / "c.json")
        export_project(project, export_format="voc", to=tmp_path / "voc")
    written = json.loads((tmp_path / "c.json").read_text())
    assert (written["images"][0]["width"], written["images"][0]["height"]) == (40, 60)
    assert written["annotations"][0]["bbox"] == [5, 42, 25, 16]
    (file,) = (tmp_path / "voc").rglob("turned.xml")
    root = ElementTree.parse(file).getroot()
    assert [root.findtext(f"size/{name}") for name in ("width", "height")] == ["40", "60"]
    assert [root.findtext(f"object/bndbox/{name}") for name in ("ymin", "ymax")] == ["43", "58"]
    assert (photos / "turned.jpg").read_bytes() == before


def test_that_images_on_another_drive_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_relative_path(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(location.os.path, "relpath", no_relative_path)
    write_squares(tmp_path / "d" / "images", 2)
    path = create_project(tmp_path / "p.wsl", images=tmp_path / "d" / "images", classes=("red",)).path
    with Project.open(path) as project:
        project.apply(review.draw(project, 1, 1, Box(1, 1, 9, 9)))
        assert project.image_root == tmp_path / "d" / "images"
    with Project.open(path) as again:
        assert len(again.boxes(1)) == 1


def test_that_a_picture_renamed_outside_keeps_its_boxes_and_no_file_is_written_under_either_name(
    tmp_path: Path,
) -> None:
    images = tmp_path / "images"
    write_squares(images, 2)
    path = create_project(tmp_path / "p.wsl", images=images, classes=("red",)).path
    with Project.open(path) as project:
        project.apply(review.draw(project, 1, 1, Box(1, 1, 9, 9)))
        (images / "square_00.png").rename(images / "renamed.png")
        project.apply(review.draw(project, 1, 1, Box(20, 20, 30, 30)))
    assert sorted(file.name for file in images.iterdir()) == ["renamed.png", "square_01.png"]
    with Project.open(path) as project:
        assert len(project.boxes(1)) == 2
        (images / "renamed.png").rename(images / "square_00.png")
        report = export_project(project, export_format="coco", to=tmp_path / "c.json")
    assert report.boxes == 2


def test_that_an_import_of_an_own_export_and_a_new_export_hold_every_image(tmp_path: Path) -> None:
    count = 120
    write_squares(tmp_path / "images", count)
    path = create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv").path
    everything = ExportOptions(empty_images="all")
    with Project.open(path) as project:
        for image_id in range(1, count + 1, 2):
            project.apply(review.draw(project, image_id, 1, Box(1, 1, 9 + image_id % 20, 9)))
        first = export_project(project, export_format="coco", to=tmp_path / "a.json", options=everything)
    twin = create_project(tmp_path / "twin.wsl", images=tmp_path / "images", classes=("red", "green", "blue")).path
    with Project.open(twin) as project:
        import_path(project, tmp_path / "a.json")
        second = export_project(project, export_format="coco", to=tmp_path / "b.json", options=everything)
    assert (first.images, first.boxes) == (second.images, second.boxes) == (count, count // 2)
    old, new = (json.loads((tmp_path / name).read_text()) for name in ("a.json", "b.json"))
    assert [one["file_name"] for one in old["images"]] == [one["file_name"] for one in new["images"]]
    assert [one["bbox"] for one in old["annotations"]] == [one["bbox"] for one in new["annotations"]]


def test_that_a_path_longer_than_windows_allows_is_taken(tmp_path: Path) -> None:
    deep = tmp_path
    for number in range(6):
        deep = deep / f"{number}-{'long' * 15}"
    deep.mkdir(parents=True)
    assert len(str(deep)) > 350
    write_squares(deep / "images", 1)
    path = create_project(deep / "p.wsl", images=deep / "images", classes=("red",)).path
    with Project.open(path) as project:
        project.apply(review.draw(project, 1, 1, Box(1, 1, 9, 9)))
        assert export_project(project, export_format="voc", to=deep / "voc").boxes == 1


def test_that_no_file_is_read_or_written_in_the_codec_of_the_machine(tmp_path: Path) -> None:
    """Python warns where a text file is opened without naming its encoding: here that is an error."""
    images = tmp_path / "写真"
    write_squares(images, 2)
    (images / "square_00.png").rename(images / "Jalapeño 猫.png")
    labels = tmp_path / "labels.csv"
    labels.write_text("file_name,猫\nJalapeño 猫.png,1\nsquare_01.png,0\n", encoding="utf-8")
    for words in (
        ("new", "p.wsl", "--images", str(images), "--labels", str(labels)),
        ("export", "p.wsl", "--format", "coco", "--to", "c.json", "--empty-images", "all"),
        ("export", "p.wsl", "--format", "voc", "--to", "voc", "--empty-images", "all"),
        ("import", "p.wsl", "--from", "c.json"),
        ("import", "p.wsl", "--from", "voc"),
    ):
        flags = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")
        done = subprocess.run(
            [sys.executable, *flags, "-m", "wsl_annotator", *words],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode in (0, 1), done.stderr
        assert "EncodingWarning" not in done.stderr
    written = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in written["categories"]] == ["猫"]
    assert "Jalapeño 猫.png" in [one["file_name"] for one in written["images"]]
    (file,) = (tmp_path / "voc").rglob("Jalapeño 猫.xml")
    assert ElementTree.parse(file).getroot().findtext("filename") == "Jalapeño 猫.png"
