"""Folders shaped like the paper's data sets: a VOC devkit and a COCO folder, from small pictures or real photos."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

XYWH = tuple[float, float, float, float]
Boxes = Sequence[tuple[str, XYWH, bool]]
"""(class, x y w h from 0, whether it is difficult or a crowd)."""


def write_devkit(
    folder: Path, sets: Mapping[str, Mapping[Path, Boxes]], *, year: int = 2012, classes: Sequence[str]
) -> Path:
    """Write `VOCdevkit/VOC<year>` with links to pictures; return the folder that holds the devkit."""
    root = folder / "VOCdevkit" / f"VOC{year}"
    for name in ("JPEGImages", "Annotations", "ImageSets/Main"):
        (root / name).mkdir(parents=True, exist_ok=True)
    for name, pictures in sets.items():
        rows = [_devkit_image(root, path, boxes, classes) for path, boxes in pictures.items()]
        main = root / "ImageSets" / "Main"
        (main / f"{name}.txt").write_text("".join(f"{stem}\n" for stem, _ in rows), encoding="utf-8")
        for column, class_name in enumerate(classes):
            lines = [f"{stem} {states[column]:2d}\n" for stem, states in rows]
            (main / f"{class_name}_{name}.txt").write_text("".join(lines), encoding="utf-8")
    return folder


def _devkit_image(root: Path, path: Path, boxes: Boxes, classes: Sequence[str]) -> tuple[str, list[int]]:
    link = root / "JPEGImages" / f"{path.stem}.jpg"
    if not link.exists():
        link.symlink_to(path)
    with Image.open(path) as image:
        width, height = image.size
    objects = "".join(
        f"<object><name>{name}</name><difficult>{int(hard)}</difficult><bndbox><xmin>{x + 1:g}</xmin>"
        f"<ymin>{y + 1:g}</ymin><xmax>{x + w:g}</xmax><ymax>{y + h:g}</ymax></bndbox></object>"
        for name, (x, y, w, h), hard in boxes
    )
    (root / "Annotations" / f"{path.stem}.xml").write_text(
        f"<annotation><filename>{path.stem}.jpg</filename><size><width>{width}</width><height>{height}</height>"
        f"<depth>3</depth></size>{objects}</annotation>",
        encoding="utf-8",
    )
    states = []
    for class_name in classes:
        mine = [hard for name, _, hard in boxes if name == class_name]
        states.append(-1 if not mine else 0 if all(mine) else 1)
    return path.stem, states


def write_coco(folder: Path, sets: Mapping[str, Mapping[Path, Boxes]], *, classes: Sequence[str]) -> Path:
    """Write a COCO folder of 2014's shape with links to pictures; return it."""
    (folder / "annotations").mkdir(parents=True)
    for name, pictures in sets.items():
        (folder / name).mkdir()
        images, annotations = [], []
        for number, (path, boxes) in enumerate(pictures.items(), start=1):
            (folder / name / path.name).symlink_to(path)
            with Image.open(path) as image:
                images.append({"id": number, "file_name": path.name, "width": image.width, "height": image.height})
            annotations += [
                {
                    "id": 1000 * number + place,
                    "image_id": number,
                    "category_id": classes.index(class_name) + 1,
                    "bbox": list(box),
                    "area": box[2] * box[3],
                    "iscrowd": int(crowd),
                    "segmentation": [[0, 0, 1, 0, 1, 1]],
                }
                for place, (class_name, box, crowd) in enumerate(boxes, start=1)
            ]
        document = {
            "images": images,
            "annotations": annotations,
            "categories": [{"id": place, "name": name} for place, name in enumerate(classes, start=1)],
        }
        (folder / "annotations" / f"instances_{name}.json").write_text(json.dumps(document), encoding="utf-8")
    return folder


def read_pictures(folder: Path, instances: Path, names: Sequence[str]) -> dict[Path, Boxes]:
    """Return some photos of a COCO file with their boxes."""
    document = json.loads(instances.read_text(encoding="utf-8"))
    class_of = {entry["id"]: entry["name"] for entry in document["categories"]}
    boxes: dict[int, list[tuple[str, XYWH, bool]]] = {}
    for entry in document["annotations"]:
        row = (class_of[entry["category_id"]], tuple(entry["bbox"]), bool(entry.get("iscrowd", 0)))
        boxes.setdefault(entry["image_id"], []).append(row)
    found = {entry["file_name"]: boxes.get(entry["id"], []) for entry in document["images"]}
    return {folder / name: found[name] for name in names}


COLORS = ("blue", "green", "red")


def paint_pictures(folder: Path, count: int, *, first: int = 0, seed: int = 0) -> dict[Path, Boxes]:
    """Paint dark pictures with one or two coloured patches each."""
    folder.mkdir(parents=True, exist_ok=True)
    generator = np.random.default_rng(seed)
    pictures: dict[Path, Boxes] = {}
    for number in range(first, first + count):
        pixels = generator.integers(60, 100, size=(40, 56, 3), dtype=np.uint8)
        boxes = []
        colors = {number % 3} | ({(number + 1) % 3} if number % 4 == 0 else set())
        for place, column in enumerate(sorted(colors)):
            x, y = 3 + 27 * place + int(generator.integers(0, 5)), int(generator.integers(2, 16))
            pixels[y : y + 20, x : x + 20, 2 - column] = 240
            boxes.append((COLORS[column], (float(x), float(y), 20.0, 20.0), False))
        path = folder / f"{number:06d}.jpg"
        Image.fromarray(pixels).save(path, quality=95)
        pictures[path] = boxes
    return pictures
