import csv
import json

import numpy as np
import pytest
from PIL import Image
from render_scenes import QUALITIES, SAMPLE_SEED, photo_scene
from scenes import CLASS_NAMES

from wsl_annotator.core.paths import resource

SAMPLE = resource("sample")


def truth() -> dict:
    return json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


def test_that_the_sample_is_24_scenes_under_three_megabytes() -> None:
    pictures = sorted((SAMPLE / "images").glob("*.jpg"))
    assert len(pictures) == 24
    assert sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file()) < 3_000_000


def test_that_true_boxes_lie_in_their_pictures_and_ids_count_from_one() -> None:
    data = truth()
    assert [image["id"] for image in data["images"]] == list(range(1, 25))
    assert [item["id"] for item in data["annotations"]] == list(range(1, len(data["annotations"]) + 1))
    assert [category["name"] for category in data["categories"]] == list(CLASS_NAMES)
    sizes = {}
    for image in data["images"]:
        with Image.open(SAMPLE / "images" / image["file_name"]) as picture:
            assert picture.size == (image["width"], image["height"])
        sizes[image["id"]] = image["width"], image["height"]
    for item in data["annotations"]:
        x, y, w, h = item["bbox"]
        width, height = sizes[item["image_id"]]
        assert 0 <= x < x + w <= width + 0.01
        assert 0 <= y < y + h <= height + 0.01
        assert 0 < item["area"] <= w * h
        assert item["iscrowd"] == 0
        assert item["segmentation"] == []


def test_that_the_labels_are_the_classes_of_the_true_boxes() -> None:
    data = truth()
    with (SAMPLE / "labels.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    names = {image["id"]: image["file_name"] for image in data["images"]}
    for row in rows:
        shown = {
            CLASS_NAMES[item["category_id"] - 1]
            for item in data["annotations"]
            if names[item["image_id"]] == row["file_name"]
        }
        assert {name for name in CLASS_NAMES if row[name] == "1"} == shown
        assert {row[name] for name in CLASS_NAMES} <= {"0", "1"}
    assert [row["file_name"] for row in rows] == list(names.values())


def test_that_the_sample_shows_every_class_and_pictures_of_both_orientations() -> None:
    data = truth()
    assert {item["category_id"] for item in data["annotations"]} == set(range(1, len(CLASS_NAMES) + 1))
    upright = {image["height"] > image["width"] for image in data["images"]}
    assert upright == {True, False}


@pytest.mark.parametrize("index", [3])
def test_that_the_committed_command_makes_the_shipped_picture(index: int) -> None:
    scene = photo_scene(SAMPLE_SEED, index, quality=QUALITIES["best"])
    with Image.open(SAMPLE / "images" / f"scene_{index + 1:02d}.jpg") as picture:
        shipped = np.asarray(picture.convert("RGB"), np.float32)
    assert np.abs(shipped - scene.image).mean() < 4
    boxes = [item["bbox"] for item in truth()["annotations"] if item["image_id"] == index + 1]
    made = [[b[0], b[1], b[2] - b[0], b[3] - b[1]] for b in (item.box for item in scene.objects)]
    np.testing.assert_allclose(boxes, made, atol=1)
