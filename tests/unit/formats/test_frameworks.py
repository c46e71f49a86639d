"""The exports are read by the programs they are for, and a detector takes a step on them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from tests.unit.formats.samples import CLASSES, box, image, save_images, small_set
from wsl_annotator.core.localization import ScoredBox
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.formats.coco import write_coco, write_coco_results
from wsl_annotator.formats.export_set import ExportSet
from wsl_annotator.formats.proposals_json import (
    ProposalCategory,
    ProposalImage,
    ProposalLocalization,
    Proposals,
    write_proposals,
)
from wsl_annotator.formats.voc import write_voc

torch = pytest.importorskip("torch")
torchvision = pytest.importorskip("torchvision")


def as_proposals(export_set: ExportSet, *, shift: float = 0.0) -> Proposals:
    """Return the set's own boxes as scored proposals."""
    localizations = tuple(
        ProposalLocalization(
            image_id=entry.record.id, category_id=each.class_id, class_score=2.0, point=each.box.center, heat_max=0.9,
            boxes=(ScoredBox(each.box.moved(dx=shift, dy=0), 0.9 - each.id / 100),),
        )
        for entry in export_set.images
        for each in entry.boxes
    )  # fmt: skip
    images = tuple(
        ProposalImage(id=e.record.id, file_name=e.record.path, width=e.record.width, height=e.record.height)
        for e in export_set.images
    )
    categories = tuple(ProposalCategory(id=record.id, name=record.name) for record in export_set.categories)
    return Proposals(images=images, categories=categories, localizations=localizations)


def train_one_step(images: list, targets: list) -> float:
    """Return the loss after which every weight that has a gradient is finite, having moved."""
    torch.manual_seed(0)
    model = torchvision.models.detection.ssdlite320_mobilenet_v3_large(
        weights=None, weights_backbone=None, num_classes=3
    )
    model.train()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    before = [weight.detach().clone() for weight in model.parameters()]
    loss = sum(model(images, targets).values())
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    after = list(model.parameters())
    assert all(bool(torch.isfinite(weight).all()) for weight in after)
    assert any(not torch.equal(old, new) for old, new in zip(before, after, strict=True))
    return loss.item()


@pytest.mark.parametrize(("shift", "wanted"), [(0.0, 1.0), (1000.0, 0.0)])
def test_that_pycocotools_scores_results_against_the_export(tmp_path: Path, shift: float, wanted: float) -> None:
    coco_module = pytest.importorskip("pycocotools.coco")
    evaluation = pytest.importorskip("pycocotools.cocoeval")
    write_coco(small_set(), tmp_path / "truth.json")
    report = write_coco_results(as_proposals(small_set(), shift=shift), tmp_path / "results.json")
    assert report.boxes == 3
    assert [sorted(r) for r in json.loads((tmp_path / "results.json").read_text())] == [
        ["bbox", "category_id", "image_id", "score"]
    ] * 3
    truth = coco_module.COCO(str(tmp_path / "truth.json"))
    evaluator = evaluation.COCOeval(truth, truth.loadRes(str(tmp_path / "results.json")), "bbox")
    evaluator.evaluate()
    evaluator.accumulate()
    evaluator.summarize()
    assert evaluator.stats[0] == pytest.approx(wanted)


@pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")  # pycocotools on numpy 2
def test_that_pycocotools_finds_a_mask_in_a_rectangle_polygon(tmp_path: Path) -> None:
    coco_module = pytest.importorskip("pycocotools.coco")
    write_coco(small_set(), tmp_path / "truth.json", segmentation="rect-polygon")
    truth = coco_module.COCO(str(tmp_path / "truth.json"))
    for annotation in truth.loadAnns(truth.getAnnIds()):
        assert truth.annToMask(annotation).sum() == pytest.approx(annotation["area"], rel=0.1)


def test_that_proposals_of_a_run_load_as_ground_truth_ids_do(tmp_path: Path) -> None:
    write_proposals(as_proposals(small_set()), tmp_path / "proposals.json")
    document = json.loads((tmp_path / "proposals.json").read_text())
    assert list(document) == ["settings", "images", "categories", "localizations"]
    assert document["localizations"][1] == {
        "image_id": 1, "category_id": 2, "class_score": 2.0, "point": [20.4, 30.65], "heat_max": 0.9,
        "boxes": [{"bbox": pytest.approx([10.6, 20.4, 19.6, 20.5]), "score": 0.88}],
    }  # fmt: skip


def test_that_coco_detection_loads_the_export_and_a_detector_takes_a_step(tmp_path: Path) -> None:
    pytest.importorskip("pycocotools")
    root = tmp_path / "images"
    save_images(small_set(), root)
    write_coco(small_set(), tmp_path / "truth.json")
    data = torchvision.datasets.CocoDetection(str(root), str(tmp_path / "truth.json"))
    assert len(data) == 3
    assert [len(target) for _, target in data] == [2, 1, 0]
    images, targets = [], []
    for photo, entries in data:
        images.append(torchvision.transforms.functional.to_tensor(photo))
        boxes = torch.tensor([a["bbox"] for a in entries], dtype=torch.float32).reshape(-1, 4)
        boxes[:, 2:] += boxes[:, :2]
        labels = torch.tensor([a["category_id"] for a in entries], dtype=torch.int64)
        targets.append({"boxes": boxes, "labels": labels})
    assert targets[0]["boxes"][0].tolist() == [0, 0, 64, 48]
    assert math.isfinite(train_one_step(images, targets))


def test_that_voc_detection_loads_the_export_and_a_detector_takes_a_step(tmp_path: Path) -> None:
    root = tmp_path / "images"
    save_images(small_set(), root)
    write_voc(small_set(root), tmp_path / "VOCdevkit" / "VOC2012", images="copy", image_set="train")
    data = torchvision.datasets.VOCDetection(str(tmp_path), year="2012", image_set="train", download=False)
    assert len(data) == 3
    images, targets = [], []
    for photo, target in data:
        annotation = target["annotation"]
        assert photo.size == (int(annotation["size"]["width"]), int(annotation["size"]["height"]))
        objects = annotation.get("object", [])
        # detectron2's rule: subtract 1 from xmin and ymin only.
        edges = [[int(o["bndbox"][edge]) for edge in ("xmin", "ymin", "xmax", "ymax")] for o in objects]
        boxes = torch.tensor(edges, dtype=torch.float32).reshape(-1, 4) - torch.tensor([1.0, 1.0, 0.0, 0.0])
        names = [record.name for record in CLASSES]
        labels = torch.tensor([names.index(o["name"]) + 1 for o in objects], dtype=torch.int64)
        images.append(torchvision.transforms.functional.to_tensor(photo))
        targets.append({"boxes": boxes, "labels": labels})
    assert [target["boxes"].tolist() for target in targets] == [
        [[0, 0, 64, 48], [10, 20, 31, 41]], [[1, 2, 3, 4]], []
    ]  # fmt: skip
    assert math.isfinite(train_one_step(images, targets))


def test_that_only_verified_images_without_boxes_are_written_unless_asked(tmp_path: Path) -> None:
    images = (
        image(1, "a.jpg", box(1, (0, 0, 1, 1)), status=ImageStatus.UNTOUCHED),
        image(2, "b.jpg"),
        image(3, "c.jpg", status=ImageStatus.IN_PROGRESS),
    )
    export_set = ExportSet(images=images, categories=CLASSES)
    for choice, wanted in (("verified", [1, 2]), ("all", [1, 2, 3]), ("none", [1])):
        write_coco(export_set, tmp_path / "a.json", empty_images=choice)
        assert [e["id"] for e in json.loads((tmp_path / "a.json").read_text())["images"]] == wanted


def test_that_the_export_says_how_each_box_came_to_be(tmp_path: Path) -> None:
    write_coco(small_set(), tmp_path / "a.json", decimals=1)
    first, second, _ = json.loads((tmp_path / "a.json").read_text())["annotations"]
    assert first["attributes"] == {
        "occluded": False, "truncated": True, "difficult": False, "pose": "Left", "state": "drawn", "source": "drawn",
    }  # fmt: skip
    assert second["attributes"] == {
        "occluded": False, "truncated": False, "difficult": False, "state": "adjusted", "source": "search",
        "score": 0.5, "localization_id": 7, "proposed_bbox": [9, 9, 21, 31],
    }  # fmt: skip
    assert second["bbox"] == [10.6, 20.4, 19.6, 20.5]
    assert second["area"] == 401.8
    assert second["segmentation"] == []


def test_that_a_set_with_repeated_ids_or_paths_is_refused(tmp_path: Path) -> None:
    for images in (
        (image(1, "a.jpg"), image(1, "b.jpg")),
        (image(1, "a.jpg"), image(2, "a.jpg")),
        (image(0, "a.jpg"),),
        (image(1, "a.jpg", box(1, (0, 0, 1, 1)), box(1, (0, 0, 2, 2))),),
    ):
        with pytest.raises(ValueError, match="must be unique"):
            write_coco(ExportSet(images=images, categories=CLASSES), tmp_path / "a.json")
    assert not (tmp_path / "a.json").exists()
