"""Answers and truth -> `EvaluationReport`."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.words import phrase
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS
from wsl_annotator.evaluation.annotator_table import (
    CENTRE,
    DRAWING,
    PROPOSALS,
    WHOLE,
    compare_methods,
    sensitivity_rows,
    workload_of,
)
from wsl_annotator.evaluation.answers import Answers, ClassAnswers
from wsl_annotator.evaluation.average_precision import (
    Interpolation,
    average_precision,
    precision_recall,
    ranked,
)
from wsl_annotator.evaluation.classification import evaluate_classification, image_labels
from wsl_annotator.evaluation.coco import SIZES, CocoResult, evaluate_coco
from wsl_annotator.evaluation.detection import DetectionRule, correct_localization, evaluate_detections
from wsl_annotator.evaluation.pointing import PointAnswers, evaluate_points, point_hits
from wsl_annotator.evaluation.report import (
    NAN,
    TOLERANCE,
    ClassReport,
    Curve,
    EvaluationReport,
    Figures,
    MethodWork,
    mean_figures,
    share_of,
)
from wsl_annotator.evaluation.worst import worst_pairs

_CURVE_POINTS = 160


def measure(
    answers: Answers,
    *,
    interpolation: Interpolation = "area",
    worst: int = 12,
    answers_name: str = "",
    truth_name: str = "",
    settings: dict[str, Any] | None = None,
    notes: tuple[str, ...] = (),
) -> EvaluationReport:
    """Everything that can be measured of answers.

    An image that was not searched for a class has no answer: where it shows the class it is a miss. A class that was
    searched nowhere is left out of the means, with a note. Where only images with the class were searched, whole
    images cannot be told apart, so classification and the ratio are not taken.

    Args:
        answers: with their truth.
        interpolation: of classification and points: "area" (VOC 2010 and later) or 11 (VOC 2007).
        worst: number of worst images and classes to list.
        answers_name: where the answers came from, for people.
        truth_name: where the truth came from, for people.
        settings: what the answers depend on.
        notes: sentences to put before those of the measures.
    """
    protocol = answers.protocol
    searched = [entry for entry in answers.classes if entry.was_searched]
    coco = evaluate_coco([entry.boxes for entry in searched], [entry.truth for entry in searched])
    coco_ap = dict(zip((entry.name for entry in searched), coco.by_class.tolist(), strict=True))
    load = workload_of(answers)
    classes = []
    for entry in answers.classes:
        report = _class_report(entry, answers.images, protocol=protocol, interpolation=interpolation)
        if entry.was_searched:
            figures = dataclasses.replace(report.figures, coco_ap=coco_ap[entry.name])
            report = dataclasses.replace(report, figures=figures, annotator=load.on_class(entry.name))
        classes.append(report)
    methods = compare_methods(load)
    return EvaluationReport(
        answers=answers_name,
        truth=truth_name,
        images=len(answers.images),
        protocol=protocol,
        interpolation=str(interpolation),
        classes=tuple(classes),
        mean=mean_figures([report.figures for report in classes]),
        coco=_coco_names(coco),
        annotator=methods,
        costs=DEFAULT_COSTS,
        sensitivity=sensitivity_rows(load),
        worst=worst_pairs(answers, load, count=worst),
        settings=settings or {},
        notes=(*notes, *_notes(answers, protocol), *better_without(methods)),
    )


def _class_report(
    entry: ClassAnswers, images: NDArray[np.int64], *, protocol: str, interpolation: Interpolation
) -> ClassReport:
    truth = entry.truth
    report = ClassReport(
        name=entry.name,
        images=len(np.unique(truth.images[~truth.ignored])),
        objects=int((~truth.ignored).sum()),
        ignored=int(truth.ignored.sum()),
        searched=len(entry.images),
        figures=Figures(),
    )
    if not entry.was_searched:
        return report
    rule = DetectionRule(interpolation=interpolation)
    boxes = evaluate_detections(entry.boxes, truth, rule=rule)
    by_score = PointAnswers(entry.images, entry.points, entry.class_scores)
    by_heat = PointAnswers(entry.images, entry.points, entry.heat_maxima)
    exact = evaluate_points(by_score, truth, interpolation=interpolation)
    near = evaluate_points(by_score, truth, tolerance=TOLERANCE, interpolation=interpolation)
    curves = {"boxes": _thinned(boxes.precision, boxes.recall), "points": _point_curve(by_score, entry)}
    classification_ap = combined_ap = NAN
    if protocol != "labels":
        classification_ap, curves["classification"] = _classification(entry, entry.class_scores, images, interpolation)
        # Only where every answer has one: two scales cannot be ranked together.
        if entry.combined_scores is not None and not np.isnan(entry.combined_scores).any():
            combined_ap, _ = _classification(entry, entry.combined_scores, images, interpolation)
    figures = Figures(
        classification_ap=classification_ap,
        classification_ap_combined=combined_ap,
        point_ap=exact.average_precision,
        point_ap_heat=evaluate_points(by_heat, truth, interpolation=interpolation).average_precision,
        point_ap_18=near.average_precision,
        point_ap_18_heat=evaluate_points(
            by_heat, truth, tolerance=TOLERANCE, interpolation=interpolation
        ).average_precision,
        point_share=exact.share_inside,
        point_share_18=near.share_inside,
        ratio=share_of(exact.average_precision, classification_ap),
        ap50=_average(boxes.precision, boxes.recall, boxes.positives, "area"),
        ap50_11=_average(boxes.precision, boxes.recall, boxes.positives, 11),
        corloc=correct_localization(entry.boxes, truth),
    )
    return dataclasses.replace(report, figures=figures, curves=curves)


def _average(
    precision: NDArray[np.float64], recall: NDArray[np.float64], positives: int, interpolation: Interpolation
) -> float:
    return average_precision(precision, recall, interpolation=interpolation) if positives else NAN


def _classification(
    entry: ClassAnswers, class_scores: NDArray[np.float64], images: NDArray[np.int64], interpolation: Interpolation
) -> tuple[float, Curve]:
    labels = image_labels(entry.truth, images)
    scores = np.zeros(len(images))
    answered = np.isin(images, entry.images)
    place = {int(image): row for row, image in enumerate(entry.images)}
    scores[answered] = class_scores[[place[int(image)] for image in images[answered]]]
    result = evaluate_classification(
        scores[:, None], labels[:, None], interpolation=interpolation, answered=answered[:, None]
    )
    counted = answered & (labels >= 0)
    positives = int((labels == 1).sum())
    if positives == 0:
        return NAN, Curve()
    hits = (labels[counted] == 1)[ranked(scores[counted])]
    return float(result.by_class[0]), _thinned(*precision_recall(hits, positives=positives))


def _point_curve(points: PointAnswers, entry: ClassAnswers) -> Curve:
    scores, hits, _ = point_hits(points, entry.truth)
    positives = len(np.unique(entry.truth.images[~entry.truth.ignored]))
    if positives == 0:
        return Curve()
    return _thinned(*precision_recall(hits[ranked(scores)], positives=positives))


def _thinned(precision: NDArray[np.float64], recall: NDArray[np.float64]) -> Curve:
    """At most `_CURVE_POINTS` points of a curve, its ends among them."""
    if len(recall) > _CURVE_POINTS:
        rows = np.unique(np.linspace(0, len(recall) - 1, _CURVE_POINTS).round().astype(np.int64))
        precision, recall = precision[rows], recall[rows]
    return Curve(recall=tuple(recall.tolist()), precision=tuple(precision.tolist()))


def _coco_names(coco: CocoResult) -> dict[str, float]:
    sizes = [name for name in SIZES if name != "all"]
    names = ["AP", "AP50", "AP75", *(f"AP {size}" for size in sizes), *(f"AR {most}" for most in coco.ar_by_answers)]
    names += [f"AR {size}" for size in sizes]
    return dict(zip(names, coco.stats, strict=True))


def _notes(answers: Answers, protocol: str) -> tuple[str, ...]:
    notes = []
    missing = [entry.name for entry in answers.classes if not entry.was_searched]
    if missing:
        names = ", ".join(missing)
        which = phrase(f"Class {names} was") if len(missing) == 1 else phrase(f"Classes {names} were")
        notes.append(f"{which} searched in no image: left out of all means.")
    empty = [entry.name for entry in answers.classes if entry.was_searched and bool(entry.truth.ignored.all())]
    if empty:
        notes.append(f"No true object of {', '.join(empty)}: no measure can be taken of it.")
    if protocol == "labels":
        notes.append(
            "Only images that show a class were searched for it: classification cannot be measured, and average "
            "precisions are higher than where all images are searched."
        )
    elif protocol == "some":
        notes.append("Not every image was searched for every class: one that was not counts as a miss, never as wrong.")
    return tuple(notes)


def better_without(methods: Sequence[MethodWork]) -> tuple[str, ...]:
    """A sentence for each kind of help that needs no network and yet saves as much time as the proposals.

    At the main overlap, which comes first; a reader who sees the proposals' own figure alone would be misled.
    """
    seconds = {entry.method: entry.figures[0].seconds_per_box for entry in methods}
    names = {
        CENTRE: phrase("a box in the middle"),
        WHOLE: phrase("a box around the whole image"),
        DRAWING: phrase("drawing by hand"),
    }
    return tuple(
        f"With these proposals a box takes {seconds[PROPOSALS]:.1f} s; {name} takes {seconds[method]:.1f} s, which is "
        "no worse."
        for method, name in names.items()
        if seconds[method] <= seconds[PROPOSALS]
    )
