"""Renders scenes to a folder: pictures, image-level labels and true boxes. Makes the bundled sample.

    python packaging/render_scenes.py

writes the 24 scenes of resources/sample: images/*.jpg, labels.csv (file_name and one 0/1 column a class) and truth.json
(COCO instances, 0-based boxes of the visible part). Equal seeds give equal scenes.
"""

from __future__ import annotations

import argparse
import csv
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
from PIL import Image
from scenes.compose import CLASS_NAMES, Scene, render_scene

ROOT = Path(__file__).resolve().parent.parent
SAMPLE_SEED = 22


@dataclass(frozen=True)
class Quality:
    """How carefully to draw.

    Attributes:
        supersampling: drawn this many times larger and averaged down.
        segments: quads around a round thing.
        taps: samples of a soft shadow.
        texture_size: side of the table's texture.
        jpeg: JPEG quality.
    """

    supersampling: float
    segments: int
    taps: int
    texture_size: int
    jpeg: int


QUALITIES = {
    "best": Quality(supersampling=3.0, segments=56, taps=28, texture_size=2048, jpeg=91),
    "quick": Quality(supersampling=1.25, segments=30, taps=8, texture_size=768, jpeg=91),
}


def photo_scene(seed: int, index: int, *, quality: Quality) -> Scene:
    """Scene `index` of a seed at 640 x 480, every fourth one upright."""
    cv2.setNumThreads(1)
    width, height = (480, 640) if index % 4 == 3 else (640, 480)
    return render_scene(
        (seed, index),
        width=width,
        height=height,
        supersampling=quality.supersampling,
        segments=quality.segments,
        taps=quality.taps,
        texture_size=quality.texture_size,
    )


def write_scene(folder: Path, name: str, scene: Scene, *, jpeg: int) -> None:
    """Writes the picture of a scene."""
    Image.fromarray(scene.image).save(folder / "images" / name, quality=jpeg, subsampling=0, optimize=True)


def labels_row(name: str, scene: Scene) -> list[str | int]:
    """One row of labels.csv."""
    shown = {item.name for item in scene.objects}
    return [name, *(int(class_name in shown) for class_name in CLASS_NAMES)]


def truth_of(scenes: dict[str, Scene]) -> dict[str, object]:
    """COCO instances of scenes by file name."""
    images, annotations = [], []
    for number, (name, scene) in enumerate(scenes.items(), start=1):
        height, width = scene.image.shape[:2]
        images.append({"id": number, "file_name": name, "width": width, "height": height})
        for item in scene.objects:
            x1, y1, x2, y2 = (round(edge, 2) for edge in item.box)
            annotations.append(
                {
                    "id": len(annotations) + 1,
                    "image_id": number,
                    "category_id": CLASS_NAMES.index(item.name) + 1,
                    "bbox": [x1, y1, round(x2 - x1, 2), round(y2 - y1, 2)],
                    "area": round(item.area, 2),
                    "iscrowd": 0,
                    "segmentation": [],
                }
            )
    categories = [{"id": i, "name": name, "supercategory": ""} for i, name in enumerate(CLASS_NAMES, start=1)]
    return {"images": images, "categories": categories, "annotations": annotations}


def _job(task: tuple[int, int, str, Path]) -> tuple[str, Scene]:
    seed, index, quality_name, out = task
    quality = QUALITIES[quality_name]
    scene = photo_scene(seed, index, quality=quality)
    name = f"scene_{index + 1:02d}.jpg"
    write_scene(out, name, scene, jpeg=quality.jpeg)
    return name, scene


def main() -> None:
    """Reads the command line and writes the scenes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "sample")
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=SAMPLE_SEED)
    parser.add_argument("--quality", choices=sorted(QUALITIES), default="best")
    parser.add_argument("--processes", type=int, default=1)
    options = parser.parse_args()
    (options.out / "images").mkdir(parents=True, exist_ok=True)
    tasks = [(options.seed, index, options.quality, options.out) for index in range(options.count)]
    with ProcessPoolExecutor(options.processes) as pool:
        scenes = dict(pool.map(_job, tasks))
    with (options.out / "labels.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["file_name", *CLASS_NAMES])
        writer.writerows(labels_row(name, scene) for name, scene in scenes.items())
    (options.out / "truth.json").write_text(json.dumps(truth_of(scenes), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
