import numpy as np
import pytest

from wsl_annotator.evaluation.detection import (
    DetectionRule,
    Detections,
    correct_localization,
    evaluate_detections,
    overlaps,
)
from wsl_annotator.evaluation.truth import TrueBoxes, true_boxes


def found(*rows: tuple[int, tuple[float, float, float, float], float]) -> Detections:
    return Detections(
        np.array([image for image, _, _ in rows], np.int64),
        np.array([box for _, box, _ in rows], np.float64).reshape(-1, 4),
        np.array([score for _, _, score in rows], np.float64),
    )


A, B = (0.0, 0.0, 10.0, 10.0), (20.0, 0.0, 30.0, 10.0)


def test_that_overlap_is_intersection_over_union() -> None:
    others = np.array([[5.0, 0.0, 15.0, 10.0], [10.0, 0.0, 20.0, 10.0], [0.0, 0.0, 10.0, 10.0]])
    np.testing.assert_allclose(overlaps(np.array(A), others), [50 / 150, 0, 1])


def test_that_inclusive_corners_make_sides_one_longer() -> None:
    # 11 x 11 boxes that share 6 x 11 pixels.
    value = overlaps(np.array(A), np.array([[5.0, 0.0, 15.0, 10.0]]), inclusive=True)
    np.testing.assert_allclose(value, [66 / (2 * 121 - 66)])


def test_that_an_overlap_of_exactly_the_threshold_is_not_enough_unless_asked() -> None:
    half = found((1, (0, 0, 10, 5), 0.9))
    truth = true_boxes([(1, A)])
    assert evaluate_detections(half, truth).average_precision == 0.0
    assert evaluate_detections(half, truth, rule=DetectionRule(strict=False)).average_precision == 1.0


def test_that_a_second_answer_on_one_box_is_a_false_positive() -> None:
    # Ranking: right, duplicate, right of two boxes: 1/2 * 1 + 1/2 * 2/3.
    boxes = found((1, A, 0.9), (1, (0, 0, 10, 9), 0.8), (1, B, 0.7))
    result = evaluate_detections(boxes, true_boxes([(1, A), (1, B)]))
    np.testing.assert_allclose(result.precision, [1, 1 / 2, 2 / 3])
    assert result.average_precision == pytest.approx(1 / 2 + 1 / 3)


def test_that_argmax_matching_does_not_move_on_to_a_free_box() -> None:
    # Both answers overlap the first true box most, and the second one more than the threshold.
    truth = true_boxes([(1, (0, 0, 10, 10)), (1, (0, 2, 10, 12))])
    boxes = found((1, (0, 0, 10, 10), 0.9), (1, (0, 0.5, 10, 10.5), 0.8))
    assert evaluate_detections(boxes, truth).average_precision == pytest.approx(1 / 2)
    assert evaluate_detections(boxes, truth, rule=DetectionRule(match="unmatched")).average_precision == 1.0


def test_that_difficult_boxes_are_neither_found_nor_missed() -> None:
    truth = true_boxes([(1, A), (1, B)], difficult=[True, False])
    result = evaluate_detections(found((1, A, 0.9), (1, A, 0.85), (1, B, 0.8)), truth)
    assert result.positives == 1
    assert result.average_precision == 1.0
    assert len(result.precision) == 1


def test_that_images_do_not_share_boxes() -> None:
    assert evaluate_detections(found((2, A, 0.9)), true_boxes([(1, A)])).average_precision == 0.0


def test_that_no_true_box_gives_nan() -> None:
    assert np.isnan(evaluate_detections(found((1, A, 0.9)), true_boxes([])).average_precision)


def test_that_no_answer_gives_zero() -> None:
    assert evaluate_detections(found(), true_boxes([(1, A)])).average_precision == 0.0


def test_that_corloc_takes_the_best_box_of_each_image_with_the_class() -> None:
    truth = true_boxes([(1, A), (2, A), (3, A), (4, B)], difficult=[False, False, False, True])
    boxes = found((1, B, 0.2), (1, A, 0.9), (2, B, 0.9), (2, A, 0.8), (4, B, 0.5), (5, A, 0.9))
    assert correct_localization(boxes, truth) == 2 / 4


def random_case(rng: np.random.Generator) -> tuple[Detections, TrueBoxes]:
    def boxes(count: int) -> np.ndarray:
        corner = rng.integers(0, 12, (count, 2))
        return np.concatenate([corner, corner + rng.integers(3, 12, (count, 2))], 1).astype(np.float64)

    m, n = int(rng.integers(0, 8)), int(rng.integers(0, 14))
    truth = TrueBoxes(rng.integers(1, 4, m), boxes(m), rng.random(m) < 0.2)
    # Detections come image by image, as the reference orders equal scores.
    detections = Detections(np.sort(rng.integers(1, 4, n)), boxes(n), rng.integers(0, 6, n) / 5)
    return detections, truth


def test_that_the_coco_rule_equals_the_public_reference_on_random_cases() -> None:
    coco = pytest.importorskip("pycocotools.coco")
    cocoeval = pytest.importorskip("pycocotools.cocoeval")
    rng = np.random.default_rng(4)
    rule = DetectionRule(strict=False, match="unmatched", interpolation="101")
    compared = 0
    for _ in range(250):
        detections, truth = random_case(rng)
        reference = coco_reference(coco, cocoeval, detections, truth)
        own = evaluate_detections(detections, truth, rule=rule).average_precision
        if np.isnan(own):
            assert reference == -1
        else:
            assert own == pytest.approx(reference, abs=1e-9)
            compared += 1
    assert compared > 150


def coco_reference(coco: object, cocoeval: object, detections: Detections, truth: TrueBoxes) -> float:
    import contextlib
    import io

    def xywh(box: np.ndarray) -> list[float]:
        return [box[0], box[1], box[2] - box[0], box[3] - box[1]]

    with contextlib.redirect_stdout(io.StringIO()):
        true_set = coco.COCO()  # type: ignore[attr-defined]
        true_set.dataset = {
            "info": {},
            "images": [{"id": i} for i in (1, 2, 3)],
            "categories": [{"id": 1}],
            "annotations": [
                {"id": i + 1, "image_id": int(image), "category_id": 1, "bbox": xywh(box), "iscrowd": 0, "area": 1.0}
                for i, (image, box) in enumerate(zip(truth.images, truth.boxes, strict=True))
            ],
        }
        true_set.createIndex()
        answers = coco.COCO()  # type: ignore[attr-defined]
        answers.dataset = {
            **true_set.dataset,
            "annotations": [
                {"id": i + 1, "image_id": int(image), "category_id": 1, "bbox": xywh(box), "score": score, "area": 1.0}
                for i, (image, box, score) in enumerate(
                    zip(detections.images, detections.boxes, detections.scores, strict=True)
                )
            ],
        }
        answers.createIndex()
        evaluation = cocoeval.COCOeval(true_set, answers, "bbox")  # type: ignore[attr-defined]
        evaluation.params.iouThrs = np.array([0.5])
        evaluation.params.areaRng = [[0, 1e10]]
        evaluation.params.areaRngLbl = ["all"]
        evaluation.params.maxDets = [100]
        # The reference knows "ignore" only through crowds; here it is set on the prepared boxes instead.
        evaluation._prepare()
        evaluation._prepare = lambda: None
        for group in evaluation._gts.values():
            for item in group:
                item["ignore"] = int(truth.difficult[item["id"] - 1])
        evaluation.evaluate()
        evaluation.accumulate()
    precision = evaluation.eval["precision"]
    return -1 if (precision == -1).all() else float(precision.mean())
