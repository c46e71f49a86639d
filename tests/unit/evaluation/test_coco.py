"""COCO's figures against the public reference: equal to the bit on whole pixels, to 1e-12 on fractions."""

import contextlib
import io

import numpy as np
import pytest

from wsl_annotator.evaluation.coco import OVERLAPS, evaluate_coco
from wsl_annotator.evaluation.detection import COCO50, Detections, evaluate_detections
from wsl_annotator.evaluation.truth import TrueBoxes, true_boxes

IMAGES = 2
CLASSES = 57
SETS = 18


def random_class(rng: np.random.Generator, *, whole: bool) -> tuple[Detections, TrueBoxes]:
    """Sizes over all three of COCO's, many equal scores, crowds, classes without objects or with crowds alone."""
    true_count = 0 if rng.random() < 0.1 else int(rng.integers(1, 6))
    count = 0 if rng.random() < 0.1 else int(rng.integers(1, 12))

    def boxes(number: int) -> np.ndarray:
        side = np.exp(rng.uniform(np.log(8), np.log(260), (number, 2)))
        corner = rng.uniform(0, 90, (number, 2))
        both = np.concatenate([corner, corner + side], axis=1)
        return np.round(both) if whole else both

    truth_boxes = boxes(true_count)
    crowd = rng.random(true_count) < (1.0 if rng.random() < 0.1 else 0.15)
    sides = truth_boxes[:, 2:] - truth_boxes[:, :2]
    # The stated area is that of an outline, smaller than the box; on borders too.
    areas = np.where(rng.random(true_count) < 0.2, 32.0**2, np.round(sides.prod(axis=1) * 0.7))
    truth = TrueBoxes(
        rng.integers(1, IMAGES + 1, true_count), truth_boxes, np.zeros(true_count, np.bool_), crowd, areas
    )
    answers = boxes(count)
    images = rng.integers(1, IMAGES + 1, count)
    if true_count:
        near = rng.random(count) < 0.7
        chosen = rng.integers(0, true_count, count)
        shift = rng.uniform(-6, 6, (count, 4)) * (rng.random((count, 1)) < 0.7)
        moved = truth_boxes[chosen] + (np.round(shift) if whole else shift)
        answers[near], images[near] = moved[near], truth.images[chosen[near]]
    answers[:, 2:] = np.maximum(answers[:, 2:], answers[:, :2] + 1)
    return Detections(images.astype(np.int64), answers, rng.integers(0, 9, count) / 8), truth


def reference(detections: list[Detections], truth: list[TrueBoxes]) -> tuple[np.ndarray, np.ndarray]:
    """The twelve figures, and precision (overlaps, recalls, classes, sizes) of the public code."""
    coco = pytest.importorskip("pycocotools.coco")
    cocoeval = pytest.importorskip("pycocotools.cocoeval")

    def xywh(box: np.ndarray) -> list[float]:
        return [float(box[0]), float(box[1]), float(box[2] - box[0]), float(box[3] - box[1])]

    annotations, results = [], []
    for k, (found, true) in enumerate(zip(detections, truth, strict=True), start=1):
        for image, box, crowd, area in zip(true.images, true.boxes, true.crowds, true.object_areas, strict=True):
            row = {"id": len(annotations) + 1, "image_id": int(image), "category_id": k, "bbox": xywh(box)}
            annotations.append({**row, "iscrowd": int(crowd), "area": float(area)})
        for image, box, score in zip(found.images, found.boxes, found.scores, strict=True):
            sides = box[2:] - box[:2]
            row = {"id": len(results) + 1, "image_id": int(image), "category_id": k, "bbox": xywh(box)}
            results.append({**row, "score": float(score), "area": float(sides[0] * sides[1])})
    common = {
        "info": {},
        "images": [{"id": i} for i in range(1, IMAGES + 1)],
        "categories": [{"id": k} for k in range(1, len(detections) + 1)],
    }
    with contextlib.redirect_stdout(io.StringIO()):
        true_set, answer_set = coco.COCO(), coco.COCO()
        true_set.dataset = {**common, "annotations": annotations}
        answer_set.dataset = {**common, "annotations": results}
        true_set.createIndex()
        answer_set.createIndex()
        evaluation = cocoeval.COCOeval(true_set, answer_set, "bbox")
        evaluation.evaluate()
        evaluation.accumulate()
        evaluation.summarize()
    return evaluation.stats, evaluation.eval["precision"][..., -1]


@pytest.mark.parametrize("whole", [True, False])
def test_that_all_figures_equal_the_public_reference(whole: bool) -> None:
    rng = np.random.default_rng([3, whole])
    for _ in range(SETS // 2):
        pairs = [random_class(rng, whole=whole) for _ in range(CLASSES)]
        detections, truth = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        stats, precision = reference(detections, truth)
        own = evaluate_coco(detections, truth)
        assert (stats > -1).all()
        by_class = np.array([known_mean(precision[:, :, k, 0]) for k in range(CLASSES)])
        by_overlap = np.array([known_mean(precision[t, :, :, 0]) for t in range(len(OVERLAPS))])
        if whole:
            np.testing.assert_array_equal(own.stats, stats)
            np.testing.assert_array_equal(own.by_class, by_class)
            np.testing.assert_array_equal(own.by_overlap, by_overlap)
        else:
            np.testing.assert_allclose(own.stats, stats, rtol=0, atol=1e-12)
            np.testing.assert_allclose(own.by_class, by_class, rtol=0, atol=1e-12)
        assert np.isnan(by_class).any()
        for k in range(CLASSES):
            single = evaluate_detections(detections[k], truth[k], rule=COCO50).average_precision
            np.testing.assert_array_equal(single, known_mean(precision[0, :, k, 0]))


def known_mean(values: np.ndarray) -> float:
    known = values[values > -1]
    return float(known.mean()) if len(known) else float("nan")


def one(*rows: tuple[int, tuple[float, float, float, float], float]) -> Detections:
    return Detections(
        np.array([row[0] for row in rows], np.int64),
        np.array([row[1] for row in rows], np.float64).reshape(-1, 4),
        np.array([row[2] for row in rows], np.float64),
    )


def test_that_a_perfect_answer_is_worth_one_but_for_the_guard() -> None:
    box = (0.0, 0.0, 50.0, 50.0)
    result = evaluate_coco([one((1, box, 0.9))], [true_boxes([(1, box)])])
    assert result.ap == pytest.approx(1.0, abs=1e-15)
    assert result.ap < 1.0
    assert result.ap_by_size["medium"] == result.ap
    assert np.isnan(result.ap_by_size["small"])
    assert result.ar_by_answers == {1: 1.0, 10: 1.0, 100: 1.0}


def test_that_an_overlap_of_six_tenths_counts_at_three_of_ten_thresholds() -> None:
    result = evaluate_coco([one((1, (0, 0, 100, 60), 0.9))], [true_boxes([(1, (0, 0, 100, 100))])])
    assert result.ap == pytest.approx(0.3)
    assert result.ap50 == pytest.approx(1.0)
    assert result.ap75 == 0.0


def test_that_a_crowd_takes_any_number_of_answers_and_is_never_missed() -> None:
    truth = true_boxes([(1, (0, 0, 100, 100)), (1, (200, 0, 240, 40))], crowd=[True, False])
    inside = [(1, (x, 0, x + 40, 40), 0.9) for x in (0, 30, 60)]
    result = evaluate_coco([one(*inside, (1, (200, 0, 240, 40), 0.5))], [truth])
    assert result.ap == pytest.approx(1.0)


def test_that_only_the_best_hundred_answers_of_an_image_are_looked_at() -> None:
    box = (0.0, 0.0, 50.0, 50.0)
    wrong = [(1, (60.0, 60.0, 90.0, 90.0), 0.9)] * 100
    assert evaluate_coco([one(*wrong, (1, box, 0.1))], [true_boxes([(1, box)])]).ap == 0.0
    found = evaluate_coco([one(*wrong[1:], (1, box, 0.1))], [true_boxes([(1, box)])])
    assert found.ap == pytest.approx(1 / 100)
    assert found.ar_by_answers[10] == 0.0


def test_that_no_object_gives_nan() -> None:
    result = evaluate_coco([one((1, (0, 0, 5, 5), 0.5))], [true_boxes([])])
    assert np.isnan(result.ap)
    assert np.isnan(result.by_class).all()
