"""Sets of images and boxes for the tests of formats."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ClassRecord, ImageRecord, ImageStatus, Origin
from wsl_annotator.formats.export_set import ExportBox, ExportImage, ExportSet

CLASSES = (ClassRecord(id=1, name="cat", color="#aa0000"), ClassRecord(id=2, name="dog", color="#00aa00"))


def box(number: int, xyxy: tuple[float, float, float, float], class_id: int = 1, **fields: Any) -> ExportBox:
    return ExportBox(id=number, class_id=class_id, class_name=CLASSES[class_id - 1].name, box=Box(*xyxy), **fields)


def image(number: int, path: str, *boxes: ExportBox, size: tuple[int, int] = (64, 48), **fields: Any) -> ExportImage:
    labels = fields.pop("labels", {})
    fields.setdefault("status", ImageStatus.VERIFIED)
    record = ImageRecord(id=number, path=path, width=size[0], height=size[1], **fields)
    return ExportImage(record=record, boxes=boxes, labels=labels)


def small_set(root: Path | None = None) -> ExportSet:
    """Three images in two folders: two boxes, one box, none."""
    return ExportSet(
        images=(
            image(
                1,
                "a.jpg",
                box(1, (0, 0, 64, 48), attributes={"truncated": True, "pose": "Left"}),
                box(2, (10.6, 20.4, 30.2, 40.9), 2, state=BoxState.ADJUSTED, score=0.5,
                    origin=Origin(source="search", localization_id=7, score=0.5, proposed=Box(9, 9, 30, 40))),
            ),
            image(2, "sub/a.jpg", box(5, (1, 2, 3, 4), 2)),
            image(3, "sub/b.jpg", labels={"cat": LabelState.NEGATIVE}),
        ),
        categories=CLASSES,
        image_root=root,
    )  # fmt: skip


def save_images(export_set: ExportSet, root: Path) -> None:
    """Write noise images of the right sizes."""
    generator = np.random.default_rng(0)
    for entry in export_set.images:
        record = entry.record
        path = root / record.path
        path.parent.mkdir(parents=True, exist_ok=True)
        pixels = generator.integers(0, 255, (record.height, record.width, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(path)


def canonical_coco(path: Path) -> dict[str, Any]:
    """Return a COCO file with its lists sorted by id."""
    document = json.loads(path.read_text(encoding="utf-8"))
    for key in ("images", "annotations", "categories"):
        document[key] = sorted(document[key], key=lambda entry: entry["id"])
    return document
