"""Search results of a test set against its true boxes, by every measure that the paper names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.answers import Answers
from wsl_annotator.evaluation.average_precision import Interpolation
from wsl_annotator.evaluation.calibration import COLD_TAU
from wsl_annotator.evaluation.classification import evaluate_classification, image_labels, mean_of_known
from wsl_annotator.evaluation.detection import DetectionRule, evaluate_detections
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.evaluation.pointing import PointAnswers, evaluate_points
from wsl_annotator.evaluation.report import EvaluationReport
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.training.cooccurrence import combined_scores
from wsl_annotator.workflow.answers_and_truth import build_answers
from wsl_annotator.workflow.reproduce_log import SearchedImage
from wsl_annotator.workflow.reproduce_search import proposals_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredSet:
    """What a test set gives.

    Attributes:
        report: every measure, with the tuned thresholds.
        alpha: weight of the co-occurrence; 0 leaves the order as it is.
        classification_ap: mean over classes, re-scored by co-occurrence (eq. 2).
        point_ap: mean over classes, ranked by the re-scored class scores.
        cold_ap50: measure -> mean over classes at a threshold of 0.5, chosen on no box.
        seconds_a_pair: of the search, for one image and class; NaN where none was searched.
        pairs: images and classes that were searched.
    """

    report: EvaluationReport
    alpha: float
    classification_ap: float
    point_ap: float
    cold_ap50: Mapping[str, float]
    seconds_a_pair: float
    pairs: int


def measure_test(
    images: Sequence[SearchedImage],
    classes: Sequence[str],
    truth: ImportSet,
    *,
    taus: Mapping[str, float],
    alpha: float,
    cooccurrence: NDArray[np.float64],
    interpolation: Interpolation,
    log: Path,
    root: Path,
    answers_name: str,
    truth_name: str,
    settings: Mapping[str, Any],
    notes: Sequence[str],
) -> MeasuredSet:
    """Return the figures of a test set.

    Args:
        images: searched; maps cut at each class's threshold and at 0.5.
        classes: by column.
        truth: true boxes of these images.
        taus: class -> threshold.
        alpha: weight of the co-occurrence.
        cooccurrence: float64 (K, K), of the training labels.
        interpolation: of classification and points.
        log: file of the results, for messages.
        root: of the data set, for messages.
        answers_name: what is judged, for people.
        truth_name: by what, for people.
        settings: what the results depend on.
        notes: for the page.
    """
    gathered = list(notes)
    proposals = proposals_of(images, classes, taus, unsearched=True)
    answers = build_answers(proposals, truth, answers_path=log, truth_path=root, notes=gathered)
    report = measure(
        answers,
        interpolation=interpolation,
        answers_name=answers_name,
        truth_name=truth_name,
        settings=dict(settings),
        notes=tuple(gathered),
    )
    pairs = sum(len(image.found) for image in images)
    rows = [classes.index(entry.name) for entry in answers.classes]
    classification, points = _rescored(answers, alpha, cooccurrence[np.ix_(rows, rows)], interpolation)
    cold = proposals_of(images, classes, dict.fromkeys(classes, COLD_TAU), unsearched=False)
    return MeasuredSet(
        report=report,
        alpha=alpha,
        classification_ap=classification,
        point_ap=points,
        cold_ap50=_box_averages(build_answers(cold, truth, answers_path=log, truth_path=root, notes=[])),
        seconds_a_pair=sum(image.seconds for image in images) / pairs if pairs else math.nan,
        pairs=pairs,
    )


def _rescored(
    answers: Answers, alpha: float, cooccurrence: NDArray[np.float64], interpolation: Interpolation
) -> tuple[float, float]:
    """Return classification and point mAP when classes that come together raise each other."""
    log_odds = np.stack([entry.class_scores for entry in answers.classes], axis=1)
    scores = combined_scores(1.0 / (1.0 + np.exp(-log_odds)), cooccurrence, alpha)
    labels = np.stack([image_labels(entry.truth, entry.images) for entry in answers.classes], axis=1)
    points = [
        evaluate_points(
            PointAnswers(entry.images, entry.points, scores[:, column]), entry.truth, interpolation=interpolation
        ).average_precision
        for column, entry in enumerate(answers.classes)
    ]
    return evaluate_classification(scores, labels, interpolation=interpolation).mean, mean_of_known(np.array(points))


def _box_averages(answers: Answers) -> dict[str, float]:
    rules: dict[str, Interpolation] = {"ap50": "area", "ap50_11": 11}
    return {
        name: mean_of_known(
            np.array(
                [
                    evaluate_detections(
                        entry.boxes, entry.truth, rule=DetectionRule(interpolation=interpolation)
                    ).average_precision
                    for entry in answers.classes
                ]
            )
        )
        for name, interpolation in rules.items()
    }
