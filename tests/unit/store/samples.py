"""Small values of every kind that a project holds."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST
from wsl_annotator.core.localization import HeatMap, Localization, ScoredBox, SearchTrace
from wsl_annotator.core.records import BoxRecord, BoxState, ImageRecord, LocalizationKey, Origin
from wsl_annotator.store.project import Project

KEPT_TABLES = ("meta", "settings", "images", "classes", "labels", "boxes", "localizations", "proposals")


def image(path: str, *, width: int = 100, height: int = 80) -> ImageRecord:
    return ImageRecord(id=0, path=path, width=width, height=height)


def box(
    box_id: int, *, image_id: int = 1, class_id: int = 1, xyxy: tuple[float, ...] = (1, 2, 30, 40), **rest: object
) -> BoxRecord:
    values: dict[str, object] = {"state": BoxState.DRAWN, **rest}
    return BoxRecord(id=box_id, image_id=image_id, class_id=class_id, box=Box(*xyxy), **values)


def judged_box(box_id: int) -> BoxRecord:
    """A box with every field filled, with floats that need all their digits."""
    return box(
        box_id,
        xyxy=(0.1 + 0.2, 1 / 3, 99.99999999999999, 79.3),
        state=BoxState.ADJUSTED,
        origin=Origin(
            source="search",
            localization_id=12345,
            proposed=Box(np.nextafter(0.3, 1), 1e-17, 2 / 3, 7.1),
            score=0.1 + 0.7,
            threshold=0.15,
            model="ab" * 32,
        ),
        attributes={"pose": "Löwe 😀", "truncated": True, "extra": {"k": [1, 0.1 + 0.2, None, {"z": "\ud800"}]}},
    )


def trace(rows: int = 293, *, seed: int = 0) -> SearchTrace:
    rng = np.random.default_rng(seed)
    edges = np.sort(rng.random(40)) * 500
    low, high = rng.integers(0, 20, (rows, 2)), rng.integers(20, 40, (rows, 2))
    boxes = np.stack([edges[low[:, 0]], edges[low[:, 1]], edges[high[:, 0]], edges[high[:, 1]]], axis=1)
    level = np.minimum(np.arange(rows) // 32 + 1, 255).astype(np.uint8)
    level[0] = 0
    parent = np.maximum(np.arange(rows) - 32, 0).astype(np.int32)
    parent[0] = -1
    return SearchTrace(
        level=level,
        parent=parent,
        child=rng.integers(0, 4, rows).astype(np.uint8),
        boxes=boxes,
        score=rng.normal(size=rows) * 9,
        kept=rng.random(rows) < 0.25,
    )


def heat(columns: int = 30, rows: int = 20, *, seed: int = 0) -> HeatMap:
    rng = np.random.default_rng(seed)
    steps = np.cumsum(rng.random(50))
    return HeatMap(
        x_edges=np.concatenate([[0.0], np.cumsum(rng.random(columns) + 0.01)]),
        y_edges=np.concatenate([[0.0], np.cumsum(rng.random(rows) + 0.01)]),
        values=steps[rng.integers(0, 50, (rows, columns))] / steps[-1],
    )


def localization(*, seed: int = 0, class_name: str = "dog") -> Localization:
    return Localization(
        class_name=class_name,
        class_score=2.5 + 1 / 3,
        point=(50.1, 40.7),
        heat=heat(seed=seed),
        trace=trace(seed=seed),
        batch_size=64,
        padded_rows=3,
        threads=2,
        device="cpu",
    )


PROPOSALS = (ScoredBox(Box(1, 2, 30.5, 40.25), 0.1 + 0.2), ScoredBox(Box(50, 2, 60, 40), 1 / 7))


def save(
    project: Project,
    *,
    image_id: int = 1,
    class_id: int = 1,
    network_hash: str = "n1",
    seed: int = 0,
    sha256: str = "s1",
) -> int:
    return project.save_localization(
        LocalizationKey(image_id=image_id, class_id=class_id, network_hash=network_hash, config_digest=FAST.digest),
        localization(seed=seed),
        image_sha256=sha256,
        network_name="toy",
        config=FAST,
        proposals=PROPOSALS,
        threshold=0.5,
    )


def dump(project: Project) -> str:
    """Everything that an edit and its inverse must leave as it was; the journal and the id counters go on."""
    tables = {}
    for table in KEPT_TABLES:
        rows = project._database.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
        tables[table] = [[repr(value) for value in row] for row in rows]
    return json.dumps(tables, indent=1)


def make_project(folder: Path, *, images: int = 3) -> Project:
    """A project of classes dog and cat and some images of 100 x 80 pixels."""
    project = Project.create(folder / "work.wsl", image_root=folder / "images", classes=["dog", "cat"])
    project.add_images([image(f"{index}.jpg") for index in range(images)])
    return project
