"""Measures the bundled network on scenes it has never seen and writes the figures into its card.

    python packaging/evaluate_bundled.py

renders 500 scenes of another seed as the sample is drawn (once, kept in --cache), classifies them, localizes their
positive classes with the presets and with baselines, and compares with the true boxes. Boxes are used here alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from render_scenes import QUALITIES, photo_scene, truth_of, write_scene

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from wsl_annotator.core.cancel import CancelToken  # noqa: E402
from wsl_annotator.core.config import PRESETS, ExtractConfig, LocalizerConfig  # noqa: E402
from wsl_annotator.core.labels import ClassTarget  # noqa: E402
from wsl_annotator.core.localization import Localization  # noqa: E402
from wsl_annotator.evaluation.classification import evaluate_classification, mean_of_known  # noqa: E402
from wsl_annotator.evaluation.detection import (  # noqa: E402
    Detections,
    correct_localization,
    evaluate_detections,
)
from wsl_annotator.evaluation.pointing import PointAnswers, evaluate_points  # noqa: E402
from wsl_annotator.evaluation.truth import TrueBoxes, true_boxes  # noqa: E402
from wsl_annotator.imaging.decode import load_upright  # noqa: E402
from wsl_annotator.localization.classify import classify_image  # noqa: E402
from wsl_annotator.localization.extract import extract_boxes  # noqa: E402
from wsl_annotator.localization.localizer import make_localizer  # noqa: E402
from wsl_annotator.networks.bundled import open_bundled  # noqa: E402
from wsl_annotator.networks.split import SplitNetwork  # noqa: E402

SEED = 500_500
METHODS: dict[str, LocalizerConfig] = {
    **PRESETS,
    "layercam": LocalizerConfig(localizer="layercam", preset="custom"),
}


@dataclass(frozen=True)
class TestSet:
    """Unseen pictures with their truth.

    Attributes:
        paths: the pictures.
        sizes: (N, 2) width and height.
        labels: (N, K) 1 where a class is shown.
        truth: the true boxes of each class.
    """

    paths: list[Path]
    sizes: list[tuple[int, int]]
    labels: NDArray[np.int64]
    truth: list[TrueBoxes]


def render_one(task: tuple[Path, int, int]) -> dict[str, object]:
    """Renders one test scene and gives back its COCO truth."""
    folder, seed, index = task
    quality = QUALITIES["quick"]
    scene = photo_scene(seed, index, quality=quality)
    write_scene(folder, f"{index:04d}.jpg", scene, jpeg=quality.jpeg)
    return truth_of({f"{index:04d}.jpg": scene})


def test_set(folder: Path, *, count: int, seed: int, processes: int) -> TestSet:
    """The test scenes, from `folder` when they are already there."""
    truths = folder / f"truth_{seed}_{count}.json"
    if not truths.exists():
        (folder / "images").mkdir(parents=True, exist_ok=True)
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            rows = list(pool.map(render_one, [(folder, seed, index) for index in range(count)], chunksize=10))
        truths.write_text(json.dumps(rows))
    rows = json.loads(truths.read_text())
    names = [category["name"] for category in rows[0]["categories"]]
    labels = np.zeros((count, len(names)), np.int64)
    boxes: list[list[tuple[int, tuple[float, float, float, float]]]] = [[] for _ in names]
    for index, row in enumerate(rows):
        for item in row["annotations"]:
            x, y, w, h = item["bbox"]
            labels[index, item["category_id"] - 1] = 1
            boxes[item["category_id"] - 1].append((index, (x, y, x + w, y + h)))
    paths = [folder / "images" / row["images"][0]["file_name"] for row in rows]
    sizes = [(row["images"][0]["width"], row["images"][0]["height"]) for row in rows]
    return TestSet(paths, sizes, labels, [true_boxes(rows_of_class) for rows_of_class in boxes])


def first(data: TestSet, count: int) -> TestSet:
    """The first `count` scenes."""
    truth = [TrueBoxes(*(column[t.images < count] for column in (t.images, t.boxes, t.difficult))) for t in data.truth]
    return TestSet(data.paths[:count], data.sizes[:count], data.labels[:count], truth)


def class_scores(network: SplitNetwork, data: TestSet) -> NDArray[np.float64]:
    """(N, K) log-odds of whole pictures."""
    targets = [ClassTarget(name, (index,)) for index, name in enumerate(network.class_names)]
    return np.stack([classify_image(network, load_upright(path).rgb, targets) for path in data.paths])


def localized(network: SplitNetwork, data: TestSet, config: LocalizerConfig) -> dict[tuple[int, int], Localization]:
    """The localization of each (image, class) that is there."""
    localizer = make_localizer(config, network)
    out = {}
    for index, path in enumerate(data.paths):
        shown = np.flatnonzero(data.labels[index])
        targets = [ClassTarget(network.class_names[k], (int(k),)) for k in shown]
        width, height = data.sizes[index]
        found = localizer.locate(load_upright(path).rgb, targets, width=width, height=height, cancel=CancelToken())
        out.update({(index, int(k)): item for k, item in zip(shown, found, strict=True)})
    return out


def point_figures(
    data: TestSet, scores: NDArray[np.float64], points: dict[tuple[int, int], tuple[float, float]]
) -> dict[str, float]:
    """Point AP with class scores as confidence, and the share of points inside a true box.

    A picture without the class gets its centre as answer: wherever it pointed, it would be a false positive.
    """
    averages, inside, answered = [], 0.0, 0
    for k in range(data.labels.shape[1]):
        where = [points.get((i, k), (w / 2, h / 2)) for i, (w, h) in enumerate(data.sizes)]
        answers = PointAnswers(np.arange(len(where)), np.array(where, np.float64), scores[: len(where), k])
        result = evaluate_points(answers, data.truth[k])
        averages.append(result.average_precision)
        inside += result.share_inside * result.answered
        answered += result.answered
    return {"point_ap": round(mean_of_known(np.array(averages)), 4), "point_share": round(inside / answered, 4)}


def box_figures(data: TestSet, found: dict[tuple[int, int], Localization], *, threshold: float) -> dict[str, float]:
    """AP50 and CorLoc with the image-level labels given: only classes that are there are searched."""
    averages, correct = [], []
    for k in range(data.labels.shape[1]):
        rows = [
            (i, item.box.xyxy, item.score)
            for (i, kk), localization in found.items()
            if kk == k
            for item in extract_boxes(localization.heat, ExtractConfig(threshold=threshold))
        ]
        detections = Detections(
            np.array([row[0] for row in rows], np.int64),
            np.array([row[1] for row in rows], np.float64).reshape(-1, 4),
            np.array([row[2] for row in rows], np.float64),
        )
        averages.append(evaluate_detections(detections, data.truth[k]).average_precision)
        correct.append(correct_localization(detections, data.truth[k]))
    return {
        "ap50": round(mean_of_known(np.array(averages)), 4),
        "corloc": round(mean_of_known(np.array(correct)), 4),
    }


def main() -> None:
    """Reads the command line, measures, prints, and writes the figures into the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, default=ROOT / "build" / "bundled_test_scenes")
    parser.add_argument("--folder", type=Path, default=ROOT / "resources" / "networks", help="card and weights")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--search-count", type=int, default=500, help="scenes that are searched")
    parser.add_argument("--paper-count", type=int, default=500, help="scenes for the preset paper, the slowest")
    parser.add_argument("--methods", nargs="*", default=list(METHODS))
    parser.add_argument("--thresholds", nargs="*", type=float, default=[0.3, 0.5, 0.7])
    parser.add_argument("--no-write", action="store_true", help="leave the card as it is")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    data = test_set(options.cache, count=options.count, seed=options.seed, processes=options.processes)
    network = open_bundled(folder=options.folder)
    scores = class_scores(network, data)
    classification = evaluate_classification(scores, data.labels)
    figures: dict[str, object] = {
        "scenes": options.count,
        "seed": options.seed,
        "image_class_pairs": int(data.labels.sum()),
        "classification_map": round(classification.mean, 4),
        "classification_ap": dict(
            zip(network.class_names, (round(float(ap), 4) for ap in classification.by_class), strict=True)
        ),
        "centre": point_figures(data, scores, {}),
    }
    print(json.dumps(figures, indent=1), flush=True)
    for method in options.methods:
        part = first(data, min(options.paper_count if method == "paper" else options.search_count, options.count))
        started = time.monotonic()
        found = localized(network, part, METHODS[method])
        seconds = (time.monotonic() - started) / len(found)
        figures[method] = {
            "scenes": len(part.paths),
            "classification_map": round(evaluate_classification(scores[: len(part.paths)], part.labels).mean, 4),
            **point_figures(part, scores, {key: item.point for key, item in found.items()}),
            "boxes_by_threshold": {str(tau): box_figures(part, found, threshold=tau) for tau in options.thresholds},
            "seconds_per_image_and_class": round(seconds, 4),
        }
        print(method, json.dumps(figures[method]), flush=True)
    if not options.no_write:
        card_path = options.folder / "bundled.json"
        card = json.loads(card_path.read_text(encoding="utf-8"))
        counts = f"--search-count {options.search_count} --paper-count {options.paper_count}"
        card["figures"] = {
            "command": f"python packaging/evaluate_bundled.py {counts}",
            "threads": options.threads,
            **figures,
        }
        card_path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
