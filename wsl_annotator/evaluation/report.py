"""What an evaluation found, as values that become JSON, a table or a page."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from wsl_annotator.evaluation.annotator import AnnotatorResult
from wsl_annotator.evaluation.annotator_costs import Costs

NAN = float("nan")
TOLERANCE = 18.0
"""Pixels beside a box that still count in the second reading of points. Source: Oquab et al. 2015."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The measures of one class, or their means; NaN where one could not be taken.

    Attributes:
        classification_ap: of whole images.
        classification_ap_combined: of whole images ranked by the scores that other classes raise (Bency et al. 2016,
            eq. 2); NaN unless every image has one.
        point_ap: of points, ranked by class score.
        point_ap_heat: of points, ranked by the greatest heat.
        point_ap_18: `point_ap` where a point may miss by 18 pixels.
        point_ap_18_heat: `point_ap_heat` where a point may miss by 18 pixels.
        point_share: share of the points on images with the class that are right.
        point_share_18: the same where a point may miss by 18 pixels.
        ratio: `point_ap` over `classification_ap`.
        ap50: of boxes above IoU 0.5, area under the curve (VOC 2010 and later).
        ap50_11: the same at 11 points (VOC 2007).
        corloc: share of images with the class whose best box exceeds IoU 0.5.
        coco_ap: mean over IoU .50 to .95, 101 points.
    """

    classification_ap: float = NAN
    classification_ap_combined: float = NAN
    point_ap: float = NAN
    point_ap_heat: float = NAN
    point_ap_18: float = NAN
    point_ap_18_heat: float = NAN
    point_share: float = NAN
    point_share_18: float = NAN
    ratio: float = NAN
    ap50: float = NAN
    ap50_11: float = NAN
    corloc: float = NAN
    coco_ap: float = NAN


def mean_figures(rows: list[Figures]) -> Figures:
    """The mean of each measure over the classes in which it was taken; the ratio is that of the two means."""
    means: dict[str, float] = {}
    for entry in dataclasses.fields(Figures):
        known = [value for row in rows if not math.isnan(value := getattr(row, entry.name))]
        means[entry.name] = float(np.mean(known)) if known else NAN
    means["ratio"] = share_of(means["point_ap"], means["classification_ap"])
    return Figures(**means)


def share_of(part: float, whole: float) -> float:
    """One average precision over another; NaN where either was not taken or there is nothing to divide by."""
    return part / whole if whole > 0 else NAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """Precision over recall, thinned for drawing.

    Attributes:
        recall: rising, 0 to 1.
        precision: after the same answers, 0 to 1.
    """

    recall: tuple[float, ...] = ()
    precision: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatorFigures:
    """The simulated annotator's work; see `annotator.AnnotatorResult` for each.

    Attributes:
        overlap: IoU at which a box is good enough.
        seconds_per_box: seconds for each box that is kept.
        seconds_per_image: seconds for each image and class.
        acceptance: share of images and classes whose first proposal is good enough.
        acceptance_of_three: the same for the first three.
        edges_per_box: edges dragged for each object that a proposal served.
        correction_distance: drags over the object's diagonal.
        recall: share of objects that a proposal overlaps enough.
        accepted: share of objects taken as proposed.
        edited: share of objects with dragged edges.
        drawn: share of objects drawn from nothing.
    """

    overlap: float
    seconds_per_box: float = NAN
    seconds_per_image: float = NAN
    acceptance: float = NAN
    acceptance_of_three: float = NAN
    edges_per_box: float = NAN
    correction_distance: float = NAN
    recall: float = NAN
    accepted: float = NAN
    edited: float = NAN
    drawn: float = NAN

    @classmethod
    def of(cls, result: AnnotatorResult, *, overlap: float) -> AnnotatorFigures:
        """The figures of a simulation."""
        accepted, edited, drawn = result.shares
        return cls(
            overlap=overlap,
            seconds_per_box=result.seconds_per_box,
            seconds_per_image=result.seconds_per_image,
            acceptance=result.acceptance,
            acceptance_of_three=result.acceptance_of_three,
            edges_per_box=result.edges_per_box,
            correction_distance=result.correction_distance,
            recall=result.recall,
            accepted=accepted,
            edited=edited,
            drawn=drawn,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWork:
    """The simulated annotator with one kind of help.

    Attributes:
        method: `proposals`, `centre box`, `whole image`, `drawing` (no help) or `perfect proposals`.
        figures: at each overlap.
    """

    method: str
    figures: tuple[AnnotatorFigures, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SensitivityRow:
    """Seconds per box under other costs.

    Attributes:
        costs: of the actions.
        overlap: IoU at which a box is good enough.
        seconds: method -> seconds per box.
    """

    costs: Costs
    overlap: float
    seconds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassReport:
    """One class.

    Attributes:
        name: of the class.
        images: images that show it.
        objects: true boxes that count.
        ignored: difficult boxes and crowds.
        searched: images that were searched for it.
        figures: its measures.
        annotator: at each overlap.
        curves: `boxes`, `points` and `classification`.
    """

    name: str
    images: int
    objects: int
    ignored: int
    searched: int
    figures: Figures
    annotator: tuple[AnnotatorFigures, ...] = ()
    curves: Mapping[str, Curve] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstPair:
    """One image and class in which the proposals were least like the truth.

    Attributes:
        image: its name.
        class_name: of the class.
        width: upright width in pixels.
        height: upright height in pixels.
        overlap: best IoU of any proposal with an object.
        seconds: of the simulated annotator, for each object, at the main overlap.
        point: (x, y) that was answered.
        point_right: whether it lies in an object.
        proposals: boxes xyxy, best first.
        scores: of the proposals.
        objects: true boxes xyxy that count.
        ignored: difficult boxes and crowds, xyxy.
    """

    image: str
    class_name: str
    width: float
    height: float
    overlap: float
    seconds: float
    point: tuple[float, float] | None
    point_right: bool
    proposals: tuple[tuple[float, ...], ...]
    scores: tuple[float, ...]
    objects: tuple[tuple[float, ...], ...]
    ignored: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """Everything that was measured.

    Attributes:
        answers: the file that was judged.
        truth: the file or folder of true boxes.
        images: images with both answers and truth.
        protocol: `labels`, `some` or `all`; see `answers.Answers.protocol`.
        interpolation: of classification, points and curves: `area` or `11`.
        classes: in the answers' order.
        mean: over the classes.
        coco: COCO's twelve figures by name.
        annotator: the simulated annotator, by kind of help.
        costs: in seconds, of its actions.
        sensitivity: the same under other costs.
        worst: images and classes, worst first.
        settings: what the answers depend on, as JSON types.
        notes: one sentence for each thing that a reader must know.
    """

    answers: str
    truth: str
    images: int
    protocol: str
    interpolation: str
    classes: tuple[ClassReport, ...]
    mean: Figures
    coco: Mapping[str, float]
    annotator: tuple[MethodWork, ...]
    costs: Costs
    sensitivity: tuple[SensitivityRow, ...]
    worst: tuple[WorstPair, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The report as JSON types; what could not be measured is null."""
        value: dict[str, Any] = _plain(dataclasses.asdict(self))
        return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if isinstance(value, float | np.floating):
        return float(value) if math.isfinite(value) else None
    return int(value) if isinstance(value, np.integer) else value
