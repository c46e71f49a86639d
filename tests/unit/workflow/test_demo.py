"""The sample project, and its comparison with the true boxes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.toy_project import toy_engine, write_squares
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.paths import resource
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.demo import (
    build_sample,
    propose_and_export,
    run_demo,
    sample_folder,
    score_project,
    total_of,
)
from wsl_annotator.workflow.new_project import create_project

needs_sample = pytest.mark.skipif(
    not resource("sample", "labels.csv").is_file(), reason="the sample has not been rendered"
)
needs_bundled = pytest.mark.skipif(
    not resource("networks", "bundled.safetensors").is_file(), reason="the bundled network has not been trained"
)


def write_truth(path: Path, *, shift: int = 0) -> None:
    annotations = [
        {
            "id": index + 1,
            "image_id": index + 1,
            "category_id": index % 3 + 1,
            "bbox": [4 + 5 * index + shift, 4 + 3 * index, 16, 16],
            "area": 256,
            "iscrowd": 0,
        }
        for index in range(3)
    ]
    images = [{"id": i + 1, "file_name": f"square_{i:02d}.png", "width": 64, "height": 48} for i in range(3)]
    categories = [{"id": i + 1, "name": name} for i, name in enumerate(("red", "green", "blue"))]
    path.write_text(json.dumps({"images": images, "annotations": annotations, "categories": categories}))


def test_that_points_inside_true_boxes_are_counted_by_class(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 3)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    with Project.open(tmp_path / "p.wsl") as project:
        propose_and_export(project, toy_engine(tmp_path), tmp_path / "out")
        write_truth(tmp_path / "truth.json")
        scores = score_project(project, tmp_path / "truth.json")
        assert [(score.class_name, score.images, score.points_inside, score.objects) for score in scores] == [
            ("red", 1, 1, 1),
            ("green", 1, 1, 1),
            ("blue", 1, 1, 1),
        ]
        write_truth(tmp_path / "truth.json", shift=30)
        assert total_of(score_project(project, tmp_path / "truth.json")).points_inside == 0


def test_that_a_run_writes_pictures_voc_and_coco_of_its_proposals(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 3)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    with Project.open(tmp_path / "p.wsl") as project:
        report = propose_and_export(project, toy_engine(tmp_path), tmp_path / "out")
    assert len(list((tmp_path / "out" / "overlays").iterdir())) == 3
    assert len(list((tmp_path / "out" / "voc" / "Annotations").glob("*.xml"))) == 3
    coco = json.loads((tmp_path / "out" / "coco.json").read_text())
    assert len(coco["annotations"]) == report.boxes >= 3
    assert {box["attributes"]["state"] for box in coco["annotations"]} == {"proposed"}


@needs_sample
def test_that_the_sample_is_copied_to_a_folder_of_the_users_and_kept_as_it_is(tmp_path: Path) -> None:
    path = build_sample(tmp_path)
    with Project.open(path) as project:
        images = project.images()
        assert len(images) == 24
        assert all((project.image_root / record.path).is_relative_to(tmp_path) for record in images)
        assert all(not record.problem for record in images)
        assert len(project.classes()) >= 6
        project.set_setting("touched", "yes")
    assert build_sample(tmp_path) == path
    with Project.open(path) as project:
        assert project.setting("touched") == "yes"


@needs_sample
def test_that_the_samples_own_folder_is_among_the_users_data(tmp_path: Path) -> None:
    assert build_sample() == sample_folder() / "sample.wsl"


@needs_sample
def test_that_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "images").write_text("a file where a folder must be")
    with pytest.raises(StoreError, match="images"):
        build_sample(tmp_path)


@needs_sample
@needs_bundled
def test_that_the_demo_finds_most_things_with_the_bundled_network(tmp_path: Path) -> None:
    report = run_demo(tmp_path, device="cpu")
    total = total_of(report.scores)
    assert report.run.images == 24
    assert report.skipped == ()
    assert total.points_inside >= 0.6 * total.images
    again = run_demo(tmp_path, device="cpu")
    assert (again.run.images, again.run.reused, again.boxes) == (0, 24, report.boxes)
