"""The whole report on a case small enough to be worked out by hand."""

import dataclasses
import json
import math

import numpy as np
import pytest

from wsl_annotator.evaluation.annotator_costs import SENSITIVITY
from wsl_annotator.evaluation.answers import Answers, ClassAnswers
from wsl_annotator.evaluation.classification import evaluate_classification, image_labels
from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.evaluation.report import EvaluationReport, Figures, mean_figures
from wsl_annotator.evaluation.truth import TrueBoxes, true_boxes

NO_BOXES = Detections(np.zeros(0, np.int64), np.zeros((0, 4)), np.zeros(0))


def class_answers(
    name: str,
    rows: list[tuple[int, float, float, tuple[float, float]]],
    boxes: list[tuple[int, tuple[float, float, float, float], float]],
    truth: TrueBoxes,
) -> ClassAnswers:
    """Rows are image, class score, greatest heat and point."""
    return ClassAnswers(
        name=name,
        images=np.array([row[0] for row in rows], np.int64),
        class_scores=np.array([row[1] for row in rows], np.float64),
        heat_maxima=np.array([row[2] for row in rows], np.float64),
        points=np.array([row[3] for row in rows], np.float64).reshape(-1, 2),
        boxes=Detections(
            np.array([row[0] for row in boxes], np.int64),
            np.array([row[1] for row in boxes], np.float64).reshape(-1, 4),
            np.array([row[2] for row in boxes], np.float64),
        ),
        truth=truth,
    )


def answers_of(*classes: ClassAnswers, images: int = 4) -> Answers:
    return Answers(
        images=np.arange(1, images + 1),
        names=tuple(f"{number}.jpg" for number in range(1, images + 1)),
        sizes=np.full((images, 2), 100.0),
        classes=classes,
    )


# Dogs in images 1 and 2. By class score the ranking is 1, 3, 2, 4; by heat 2, 1, 3, 4.
DOG = class_answers(
    "dog",
    [(1, 4.0, 0.7, (10, 10)), (2, 1.0, 0.9, (62, 10)), (3, 2.0, 0.5, (5, 5)), (4, -1.0, 0.1, (5, 5))],
    [(1, (0, 0, 40, 40), 0.8), (2, (60, 60, 90, 90), 0.9), (3, (0, 0, 9, 9), 0.7)],
    true_boxes([(1, (0, 0, 40, 45)), (2, (0, 0, 50, 50))]),
)


def test_that_every_figure_is_what_a_hand_gives() -> None:
    figures = measure(answers_of(DOG)).classes[0].figures
    # Classification: right, wrong, right, wrong.
    assert figures.classification_ap == pytest.approx((1 + 2 / 3) / 2)
    # Points: image 1 right, 3 wrong, 2 misses its object by 12 pixels.
    assert figures.point_ap == pytest.approx(1 / 2)
    assert figures.point_ap_18 == pytest.approx((1 + 2 / 3) / 2)
    # By heat: image 2 wrong, image 1 right; with tolerance both right.
    assert figures.point_ap_heat == pytest.approx(1 / 2 * 1 / 2)
    assert figures.point_ap_18_heat == pytest.approx(1.0)
    assert (figures.point_share, figures.point_share_18) == (1 / 2, 1.0)
    assert figures.ratio == pytest.approx((1 / 2) / ((1 + 2 / 3) / 2))
    # Boxes: wrong (image 2, .9), right (image 1, IoU 40 / 45 = .89), wrong.
    assert figures.ap50 == pytest.approx(1 / 2 * 1 / 2)
    assert figures.ap50_11 == pytest.approx(6 / 11 * 1 / 2)
    assert figures.corloc == 1 / 2
    # IoU .89 passes 8 of COCO's 10 thresholds; recall .5 is reached by 51 of 101 steps.
    assert figures.coco_ap == pytest.approx(0.8 * 51 / 101 * 1 / 2)


def test_that_the_annotator_stands_beside_its_baselines() -> None:
    report = measure(answers_of(DOG))
    by_method = {entry.method: {f.overlap: f for f in entry.figures} for entry in report.annotator}
    assert list(by_method) == ["proposals", "centre box", "whole image", "drawing", "perfect proposals"]
    # Image 1: accepted. Image 2: a look at what misses, then found and drawn.
    assert by_method["proposals"][0.7].seconds_per_box == pytest.approx((1.8 + 1.8 + 8.0) / 2)
    assert by_method["drawing"][0.7].seconds_per_box == 7.0
    assert by_method["perfect proposals"][0.5].seconds_per_box == 1.8
    assert report.classes[0].annotator[0] == by_method["proposals"][0.7]


def test_that_a_reader_is_told_where_no_network_would_do_as_well() -> None:
    perfect = dataclasses.replace(DOG, boxes=Detections(DOG.truth.images, DOG.truth.boxes, np.ones(2)))
    assert not any("no worse" in note for note in measure(answers_of(perfect)).notes)
    poor = dataclasses.replace(DOG, boxes=Detections(np.array([1, 2]), np.array([[70.0, 70, 90, 90]] * 2), np.ones(2)))
    notes = measure(answers_of(poor)).notes
    assert "With these proposals a box takes 9.8 s; drawing by hand takes 7.0 s, which is no worse." in notes
    # The whole image needs a look and two edges.
    assert any("a box around the whole image takes 5.3 s" in note for note in notes)


def test_that_sensitivity_repeats_the_simulation_under_other_costs() -> None:
    report = measure(answers_of(DOG))
    assert len(report.sensitivity) == 2 * len(SENSITIVITY)
    for row in report.sensitivity:
        look, draw = row.costs.verify_s, row.costs.draw_s
        assert row.seconds["proposals"] == pytest.approx((look + look + draw + 1.0) / 2)
        assert (row.seconds["drawing"], row.seconds["perfect proposals"]) == (draw, look)


def test_that_searching_only_images_with_the_class_leaves_classification_unmeasured() -> None:
    dog = class_answers("dog", [(1, 4.0, 0.7, (10, 10)), (2, 1.0, 0.9, (10, 10))], [], DOG.truth)
    report = measure(answers_of(dog))
    assert report.protocol == "labels"
    assert math.isnan(report.mean.classification_ap)
    assert math.isnan(report.mean.ratio)
    assert report.mean.point_ap == 1.0
    assert "classification" not in report.classes[0].curves
    assert any("classification cannot be measured" in note for note in report.notes)


def test_that_an_image_that_was_not_searched_is_a_miss_and_never_wrong() -> None:
    dog = class_answers("dog", [(1, 4.0, 0.7, (10, 10)), (3, 2.0, 0.5, (5, 5))], [], DOG.truth)
    report = measure(answers_of(dog))
    assert report.protocol == "some"
    assert report.classes[0].figures.classification_ap == pytest.approx(1 / 2)
    assert report.classes[0].figures.point_ap == pytest.approx(1 / 2)
    assert any("counts as a miss" in note for note in report.notes)


def test_that_a_class_that_was_searched_nowhere_is_told_and_left_out_of_the_means() -> None:
    cat = class_answers("cat", [], [], true_boxes([(1, (0, 0, 9, 9))]))
    report = measure(answers_of(DOG, cat))
    assert report.mean == mean_figures([report.classes[0].figures])
    assert report.protocol == "all"
    assert any("Class cat was searched in no image" in note for note in report.notes)


def test_that_a_class_without_objects_is_told_and_counts_in_no_mean() -> None:
    cat = class_answers("cat", [(1, 4.0, 0.7, (10, 10))], [(1, (0, 0, 9, 9), 0.5)], true_boxes([]))
    report = measure(answers_of(DOG, cat))
    assert math.isnan(report.classes[1].figures.ap50)
    assert report.mean.ap50 == report.classes[0].figures.ap50
    assert any("No true object of cat" in note for note in report.notes)


def test_that_the_mean_ratio_is_that_of_the_means() -> None:
    rows = [Figures(classification_ap=1.0, point_ap=0.5, ratio=0.5), Figures(classification_ap=0.5, point_ap=0.5)]
    assert mean_figures(rows).ratio == pytest.approx(0.5 / 0.75)
    assert math.isnan(mean_figures([Figures(point_ap=0.5)]).ratio)


def test_that_eleven_points_are_used_where_asked_and_boxes_give_both() -> None:
    eleven = measure(answers_of(DOG), interpolation=11)
    area = measure(answers_of(DOG))
    # Precision 1 up to recall .5, then 2/3.
    assert eleven.mean.classification_ap == pytest.approx((6 + 5 * 2 / 3) / 11)
    assert (eleven.mean.ap50, eleven.mean.ap50_11) == (area.mean.ap50, area.mean.ap50_11)
    assert eleven.interpolation == "11"


def test_that_the_worst_come_first_and_each_image_once() -> None:
    cat = class_answers("cat", [(2, 4.0, 0.7, (10, 10))], [(2, (0, 0, 9, 9), 0.5)], true_boxes([(2, (80, 80, 90, 90))]))
    worst = measure(answers_of(DOG, cat)).worst
    assert [(pair.image, pair.class_name) for pair in worst] == [("2.jpg", "dog"), ("1.jpg", "dog")]
    # Both miss in image 2; the dog is larger.
    assert worst[0].overlap == 0.0
    assert worst[0].seconds == pytest.approx(9.8)
    assert not worst[0].point_right
    assert worst[1].overlap == pytest.approx(40 / 45)
    assert len(measure(answers_of(DOG, cat), worst=1).worst) == 1


def test_that_curves_end_where_the_ranking_ends() -> None:
    curve = measure(answers_of(DOG)).classes[0].curves["boxes"]
    assert curve.recall == (0.0, 0.5, 0.5)
    assert curve.precision == (0.0, 1 / 2, 1 / 3)


def test_that_long_curves_are_thinned_but_keep_their_ends() -> None:
    count = 1000
    truth = true_boxes([(i, (0, 0, 9, 9)) for i in range(1, count + 1)])
    rows = [(i, float(i), 0.5, (1.0, 1.0)) for i in range(1, count + 1)]
    many = class_answers("dog", rows, [(i, (0, 0, 9, 9), i / count) for i in range(1, count + 1)], truth)
    curve = measure(answers_of(many, images=count)).classes[0].curves["boxes"]
    assert len(curve.recall) <= 160
    assert (curve.recall[0], curve.recall[-1]) == (1 / count, 1.0)


def test_that_json_has_null_where_nothing_could_be_measured() -> None:
    cat = class_answers("cat", [], [], true_boxes([]))
    value = json.loads(json.dumps(measure(answers_of(DOG, cat)).to_json(), allow_nan=False))
    assert value["classes"][1]["figures"]["ap50"] is None
    assert value["mean"]["ap50"] == pytest.approx(1 / 4)
    assert set(value["coco"]) == {
        "AP", "AP50", "AP75", "AP small", "AP medium", "AP large",
        "AR 1", "AR 10", "AR 100", "AR small", "AR medium", "AR large",
    }  # fmt: skip


def test_that_labels_of_images_follow_their_boxes() -> None:
    truth = true_boxes(
        [(1, (0, 0, 9, 9)), (2, (0, 0, 9, 9)), (3, (0, 0, 9, 9))],
        difficult=[False, True, False],
        crowd=[False, False, True],
    )
    assert image_labels(truth, np.array([1, 2, 3, 4])).tolist() == [1, -1, -1, 0]


def test_that_unanswered_images_need_no_score() -> None:
    scores = np.array([[0.9], [np.nan], [0.1]])
    labels = np.array([[1], [1], [0]])
    answered = ~np.isnan(scores)
    assert evaluate_classification(scores, labels, answered=answered).mean == pytest.approx(1 / 2)
    with pytest.raises(ValueError, match="NaN"):
        evaluate_classification(scores, labels)
    with pytest.raises(ValueError, match="answered"):
        evaluate_classification(scores, labels, answered=answered[:2])


def test_that_a_repeated_image_is_refused() -> None:
    with pytest.raises(ValueError, match="more than one answer"):
        class_answers("dog", [(1, 1.0, 0.5, (0, 0)), (1, 2.0, 0.5, (0, 0))], [], true_boxes([]))


def small_report() -> EvaluationReport:
    return measure(answers_of(DOG), answers_name="p.json", truth_name="t.json", settings={"network": "toy"})
