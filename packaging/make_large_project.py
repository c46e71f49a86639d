"""Makes a folder of very many small photos and a project of them: `python packaging/make_large_project.py FOLDER`.

The files are hard links to a few distinct pictures, so 100,000 of them take next to no space. Labels, class scores and
judged boxes are drawn at random with a fixed seed; `bench_window.py` measures the window on the result.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
from PIL import Image  # noqa: E402

from wsl_annotator.core.boxes import Box  # noqa: E402
from wsl_annotator.core.config import FAST, ExtractConfig  # noqa: E402
from wsl_annotator.core.labels import LabelState  # noqa: E402
from wsl_annotator.core.localization import HeatMap, Localization  # noqa: E402
from wsl_annotator.core.records import BoxRecord, BoxState, ImageStatus, LocalizationKey  # noqa: E402
from wsl_annotator.localization.extract import extract_boxes  # noqa: E402
from wsl_annotator.store.edits import Batch, PutBoxes, SetStatus  # noqa: E402
from wsl_annotator.store.project import Project  # noqa: E402
from wsl_annotator.workflow.new_project import create_project  # noqa: E402

DISTINCT = 8
FILES_A_FOLDER = 1000
IMAGES_A_STEP = 2000
GRID = 12


def picture(number: int, *, width: int, height: int) -> Image.Image:
    """Return a smooth coloured picture with one bright patch."""
    rng = np.random.default_rng(number)
    small = rng.integers(30, 200, (6, 8, 3), dtype=np.uint8)
    image = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
    patch = tuple(rng.integers(200, 256, 3).tolist())
    image.paste(patch, (width // 4, height // 4, width // 2, height // 2))
    return image


def write_photos(folder: Path, *, count: int, width: int, height: int) -> None:
    """Write `count` files in folders of a thousand."""
    originals = []
    for number in range(DISTINCT):
        place = folder.parent / "distinct" / f"{number}.jpg"
        place.parent.mkdir(parents=True, exist_ok=True)
        picture(number, width=width, height=height).save(place, quality=85)
        originals.append(place)
    for index in range(count):
        target = folder / f"part{index // FILES_A_FOLDER:03d}" / f"photo{index:06d}.jpg"
        if index % FILES_A_FOLDER == 0:
            target.parent.mkdir(parents=True, exist_ok=True)
        os.link(originals[index % DISTINCT], target)


def heat_map(rng: np.random.Generator, *, width: int, height: int) -> HeatMap:
    """Return a heat map with one hill."""
    y, x = np.mgrid[0:GRID, 0:GRID]
    centre = rng.uniform(2, GRID - 2, 2)
    values = np.exp(-((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / 8)
    return HeatMap(np.linspace(0, width, GRID + 1), np.linspace(0, height, GRID + 1), values)


def fill(project: Project, *, searched: int, width: int, height: int) -> None:
    """Label every image, store a search for the first `searched`, and judge some of their boxes."""
    rng = np.random.default_rng(1)
    classes = [record.id for record in project.classes()]
    ids = [record.id for record in project.images()]
    present = rng.integers(0, len(classes), len(ids))
    for start in range(0, len(ids), IMAGES_A_STEP):
        some = range(start, min(start + IMAGES_A_STEP, len(ids)))
        project.import_labels(
            (ids[at], class_id, LabelState.POSITIVE if place == present[at] else LabelState.NEGATIVE)
            for at in some
            for place, class_id in enumerate(classes)
        )
    key = LocalizationKey(image_id=1, class_id=1, network_hash="large", config_digest=FAST.digest)
    for start in range(0, min(searched, len(ids)), IMAGES_A_STEP):
        with project.bulk():
            for at in range(start, min(start + IMAGES_A_STEP, searched, len(ids))):
                heat = heat_map(rng, width=width, height=height)
                score = float(rng.normal(1, 2))
                found = Localization("class", score, (width / 2, height / 2), heat, None)
                project.save_localization(
                    dataclasses.replace(key, image_id=ids[at], class_id=classes[present[at]]),
                    found,
                    image_sha256="",
                    network_name="large",
                    config=FAST,
                    proposals=extract_boxes(heat, ExtractConfig()),
                    threshold=0.5,
                )
    judge(project, ids[: searched // 4], classes[0], width=width, height=height)


def judge(project: Project, ids: list[int], class_id: int, *, width: int, height: int) -> None:
    """Draw a box in each of these images and verify it."""
    for start in range(0, len(ids), IMAGES_A_STEP):
        some = ids[start : start + IMAGES_A_STEP]
        numbers = project.new_box_ids(len(some))
        box = Box(width / 4, height / 4, width / 2, height / 2)
        boxes = tuple(
            BoxRecord(id=number, image_id=image_id, class_id=class_id, box=box, state=BoxState.DRAWN)
            for number, image_id in zip(numbers, some, strict=True)
        )
        done = tuple(SetStatus(image_id=image_id, status=ImageStatus.VERIFIED) for image_id in some)
        project.apply(Batch((PutBoxes(boxes), *done)))


def main() -> None:
    """Make the folder and the project."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--classes", type=int, default=20)
    parser.add_argument("--searched", type=int, default=20_000, help="images with a stored search")
    parser.add_argument("--size", default="320x240", help="width x height of the photos in pixels, as 4000x3000")
    args = parser.parse_args()
    width, height = (int(part) for part in args.size.split("x"))
    start = time.monotonic()
    photos = args.folder / "photos"
    if photos.exists():
        raise SystemExit(f"{photos} is there already")
    write_photos(photos, count=args.count, width=width, height=height)
    print(f"{args.count:,} files in {time.monotonic() - start:.0f} s")
    names = [f"class {number:02d}" for number in range(1, args.classes + 1)]
    report = create_project(args.folder / "large.wsl", images=photos, classes=names)
    print(f"project of {report.images:,} images after {time.monotonic() - start:.0f} s")
    with Project.open(report.path) as project:
        fill(project, searched=args.searched, width=width, height=height)
    print(f"{report.path} with labels and {args.searched:,} searches after {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
