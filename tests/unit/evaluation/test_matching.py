import numpy as np

from wsl_annotator.evaluation.detection import DetectionRule, Detections, evaluate_detections
from wsl_annotator.evaluation.matching import (
    FALSE,
    HIT,
    IGNORED,
    match_argmax,
    match_unmatched,
    overlap_matrix,
)
from wsl_annotator.evaluation.truth import true_boxes

NONE = np.zeros(2, np.bool_)


def test_that_overlap_with_a_crowd_is_the_share_of_the_answer() -> None:
    answers = np.array([[0.0, 0.0, 10.0, 10.0]])
    region = np.array([[5.0, 0.0, 105.0, 100.0]])
    assert overlap_matrix(answers, region, crowd=np.array([True]))[0, 0] == 0.5
    assert overlap_matrix(answers, region)[0, 0] == 50 / (100 + 10_000 - 50)


def test_that_the_voc_rule_holds_an_answer_against_its_best_box_even_if_taken() -> None:
    overlap = np.array([[0.9, 0.6], [0.8, 0.7]])
    found = match_argmax(overlap, ignored=NONE, crowd=NONE, threshold=0.5, strict=True)
    assert found.tolist() == [HIT, FALSE]


def test_that_the_coco_rule_moves_on_to_a_free_box() -> None:
    overlap = np.array([[0.9, 0.6], [0.8, 0.7]])
    found = match_unmatched(overlap, ignored=NONE, crowd=NONE, threshold=0.5, strict=False)
    assert found.tolist() == [HIT, HIT]


def test_that_the_coco_rule_prefers_a_counted_box_to_a_better_ignored_one() -> None:
    ignored = np.array([True, False])
    found = match_unmatched(np.array([[0.9, 0.6]]), ignored=ignored, crowd=NONE, threshold=0.5, strict=False)
    assert found.tolist() == [HIT]


def test_that_a_difficult_box_takes_any_number_of_answers_in_voc_and_one_in_coco() -> None:
    overlap, ignored = np.array([[0.9], [0.8]]), np.array([True])
    one = np.zeros(1, np.bool_)
    voc = match_argmax(overlap, ignored=ignored, crowd=one, threshold=0.5, strict=True)
    coco = match_unmatched(overlap, ignored=ignored, crowd=one, threshold=0.5, strict=False)
    assert voc.tolist() == [IGNORED, IGNORED]
    assert coco.tolist() == [IGNORED, FALSE]


def test_that_a_crowd_excuses_answers_under_the_voc_rule_too() -> None:
    truth = true_boxes([(1, (0, 0, 100, 100)), (1, (200, 0, 210, 10))], crowd=[True, False])
    found = Detections(
        np.array([1, 1], np.int64), np.array([[10.0, 10, 20, 20], [200, 0, 210, 10]]), np.array([0.9, 0.8])
    )
    assert evaluate_detections(found, truth).average_precision == 1.0
    assert evaluate_detections(found, truth, rule=DetectionRule(match="unmatched")).average_precision == 1.0


def test_that_a_threshold_of_one_is_reached_by_equal_boxes() -> None:
    box = np.array([[0.1, 0.2, 0.7, 0.9]])
    overlap = overlap_matrix(box, box)
    no = np.zeros(1, np.bool_)
    assert match_unmatched(overlap, ignored=no, crowd=no, threshold=1.0, strict=False).tolist() == [HIT]


def test_that_of_equal_overlaps_the_coco_rule_takes_the_later_box() -> None:
    # The second answer needs the first box, which the first answer leaves free.
    found = match_unmatched(np.array([[0.6, 0.6], [0.6, 0.2]]), ignored=NONE, crowd=NONE, threshold=0.5, strict=False)
    assert found.tolist() == [HIT, HIT]
