"""Our evaluator against an independent twin of the VOC kit on random cases with ties and difficult objects."""

import numpy as np
import pytest

from tests.helpers.voc_eval_twin import TwinAnswer, TwinImage, twin_average_precision, twin_curve
from wsl_annotator.evaluation.detection import DetectionRule, Detections, evaluate_detections
from wsl_annotator.evaluation.truth import TrueBoxes

CASES = 1000


def random_boxes(rng: np.random.Generator, count: int, *, whole: bool) -> np.ndarray:
    corner, side = rng.integers(0, 14, (count, 2)), rng.integers(2, 12, (count, 2))
    boxes = np.concatenate([corner, corner + side], axis=1).astype(np.float64)
    return boxes if whole else boxes + rng.random((count, 4)) * 0.9


def random_case(rng: np.random.Generator, number: int) -> tuple[Detections, TrueBoxes]:
    """Few images, few distinct scores, so that ties across images are many; answers are interleaved."""
    true_count, count = int(rng.integers(0, 9)), int(rng.integers(0, 18))
    whole = number % 2 == 0
    difficult = rng.random(true_count) < (1.0 if number % 10 == 0 else 0.25)
    truth = TrueBoxes(rng.integers(1, 5, true_count), random_boxes(rng, true_count, whole=whole), difficult)
    boxes = random_boxes(rng, count, whole=whole)
    if true_count:
        # Answers near true boxes, and exact copies of them, or nothing would match.
        near = rng.random(count) < 0.6
        chosen = rng.integers(0, true_count, count)
        boxes[near] = truth.boxes[chosen[near]] + (rng.integers(-1, 2, (int(near.sum()), 4)) if whole else 0.0)
        images = np.where(near, truth.images[chosen], rng.integers(1, 6, count))
    else:
        images = rng.integers(1, 6, count)
    boxes[:, 2:] = np.maximum(boxes[:, 2:], boxes[:, :2] + 1)
    return Detections(images.astype(np.int64), boxes, rng.integers(0, 7, count) / 6), truth


def twin_of(detections: Detections, truth: TrueBoxes) -> tuple[list[TwinAnswer], dict[int, TwinImage]]:
    images: dict[int, TwinImage] = {}
    for image, box, difficult in zip(truth.images, truth.boxes, truth.difficult, strict=True):
        entry = images.setdefault(int(image), TwinImage())
        entry.boxes.append(tuple(box.tolist()))
        entry.difficult.append(bool(difficult))
    rows = zip(detections.images.tolist(), detections.boxes.tolist(), detections.scores.tolist(), strict=True)
    answers = [TwinAnswer(image, tuple(box), score) for image, box, score in rows]
    return sorted(answers, key=lambda answer: answer.image), images


@pytest.mark.parametrize("inclusive", [False, True])
@pytest.mark.parametrize("strict", [True, False])
def test_that_curves_equal_the_twin_bit_for_bit_and_averages_to_1e_12(strict: bool, inclusive: bool) -> None:
    rng = np.random.default_rng([7, strict, inclusive])
    measured = empty = ties = 0
    for number in range(CASES // 4):
        detections, truth = random_case(rng, number)
        answers, images = twin_of(detections, truth)
        threshold = (0.3, 0.5, 0.7)[number % 3]
        precision, recall, to_find = twin_curve(
            answers, images, threshold=threshold, strict=strict, inclusive=inclusive
        )
        for interpolation in ("area", 11):
            rule = DetectionRule(
                iou_threshold=threshold, strict=strict, inclusive=inclusive, interpolation=interpolation
            )
            result = evaluate_detections(detections, truth, rule=rule)
            assert result.positives == to_find
            if to_find == 0:
                assert np.isnan(result.average_precision)
                continue
            np.testing.assert_array_equal(result.precision, precision)
            np.testing.assert_array_equal(result.recall, recall)
            expected = twin_average_precision(precision, recall, eleven=interpolation == 11)
            assert abs(result.average_precision - expected) <= 1e-12
        measured += to_find > 0
        empty += to_find == 0
        ties += len(np.unique(detections.scores)) < len(detections.scores)
    assert measured > 160
    assert empty > 20
    assert ties > 160


def test_that_voc_corners_read_as_half_open_give_what_inclusive_corners_give() -> None:
    rng = np.random.default_rng(11)
    for number in range(0, 120, 2):
        detections, truth = random_case(rng, number)
        shift = np.array([1.0, 1.0, 0.0, 0.0])
        printed = Detections(detections.images, detections.boxes + shift, detections.scores)
        printed_truth = TrueBoxes(truth.images, truth.boxes + shift, truth.difficult)
        inside = evaluate_detections(detections, truth)
        kit = evaluate_detections(printed, printed_truth, rule=DetectionRule(inclusive=True))
        np.testing.assert_array_equal(inside.precision, kit.precision)


def test_that_shuffling_answers_of_different_scores_changes_nothing() -> None:
    rng = np.random.default_rng(5)
    detections, truth = random_case(rng, 1)
    scores = rng.permutation(len(detections.images)).astype(np.float64)
    order = rng.permutation(len(scores))
    first = Detections(detections.images, detections.boxes, scores)
    second = Detections(detections.images[order], detections.boxes[order], scores[order])
    np.testing.assert_array_equal(
        evaluate_detections(first, truth).precision, evaluate_detections(second, truth).precision
    )
