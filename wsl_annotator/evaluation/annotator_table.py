"""The simulated annotator with proposals, with baselines and without help, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wsl_annotator.evaluation.annotator import (
    AnnotatorResult,
    PairWork,
    centre_boxes,
    joined,
    price,
    whole_image_boxes,
)
from wsl_annotator.evaluation.annotator_costs import (
    DEFAULT_COSTS,
    MAIN_OVERLAP,
    SECOND_OVERLAP,
    SENSITIVITY,
    Costs,
)
from wsl_annotator.evaluation.annotator_pairs import Pair, prepare_pairs
from wsl_annotator.evaluation.answers import Answers, ClassAnswers
from wsl_annotator.evaluation.detection import Detections
from wsl_annotator.evaluation.report import AnnotatorFigures, MethodWork, SensitivityRow

TARGETS = (MAIN_OVERLAP, SECOND_OVERLAP)
PROPOSALS, CENTRE, WHOLE, DRAWING, PERFECT = "proposals", "centre box", "whole image", "drawing", "perfect proposals"
Boxes = Callable[[ClassAnswers], Detections]


@dataclass(frozen=True, eq=False)
class Workload:
    """Proposals and baselines beside the objects, made ready once for all costs.

    Attributes:
        pairs: (method, overlap) -> class name -> its pairs; only classes that were searched, so that all compare.
    """

    pairs: dict[tuple[str, float], dict[str, tuple[Pair, ...]]]

    def work(self, method: str, overlap: float, *, costs: Costs = DEFAULT_COSTS) -> AnnotatorResult:
        """The work on all classes with one kind of help."""
        return joined(price(pairs, overlap=overlap, costs=costs) for pairs in self.pairs[method, overlap].values())

    def on_class(self, name: str) -> tuple[AnnotatorFigures, ...]:
        """The figures of one class with the proposals, at each overlap."""
        return tuple(
            AnnotatorFigures.of(price(self.pairs[PROPOSALS, overlap][name], overlap=overlap), overlap=overlap)
            for overlap in TARGETS
        )

    def proposals(self, name: str) -> tuple[PairWork, ...]:
        """The work on each image of one class with the proposals, at the main overlap."""
        return price(self.pairs[PROPOSALS, MAIN_OVERLAP][name], overlap=MAIN_OVERLAP).pairs


def workload_of(answers: Answers) -> Workload:
    """Everything that the simulated annotator could be given to work with."""

    def proposed(entry: ClassAnswers) -> Detections:
        return entry.boxes

    def centre(entry: ClassAnswers) -> Detections:
        return centre_boxes(answers.images, answers.sizes, entry.truth)

    everywhere = whole_image_boxes(answers.images, answers.sizes)

    methods: dict[str, Boxes] = {PROPOSALS: proposed, CENTRE: centre, WHOLE: lambda _: everywhere}
    return Workload(
        {
            (method, overlap): {
                entry.name: prepare_pairs(boxes(entry), entry.truth, overlap=overlap)
                for entry in answers.classes
                if entry.was_searched
            }
            for method, boxes in methods.items()
            for overlap in TARGETS
        }
    )


def compare_methods(load: Workload) -> tuple[MethodWork, ...]:
    """Proposals against baselines, and against no help and perfect help, all classes together."""
    methods = [
        MethodWork(
            method=method,
            figures=tuple(AnnotatorFigures.of(load.work(method, overlap), overlap=overlap) for overlap in TARGETS),
        )
        for method in (PROPOSALS, CENTRE, WHOLE)
    ]
    for method, seconds in ((DRAWING, DEFAULT_COSTS.draw_s), (PERFECT, DEFAULT_COSTS.verify_s)):
        figures = tuple(AnnotatorFigures(overlap=overlap, seconds_per_box=seconds) for overlap in TARGETS)
        methods.append(MethodWork(method=method, figures=figures))
    return tuple(methods)


def sensitivity_rows(load: Workload) -> tuple[SensitivityRow, ...]:
    """Seconds per box of every method under the costs that other sources give."""
    rows = []
    for overlap in TARGETS:
        work: dict[tuple[str, float], AnnotatorResult] = {}
        for costs in SENSITIVITY:
            seconds = {}
            for method in (PROPOSALS, CENTRE, WHOLE):
                key = (method, costs.draw_s)
                if key not in work:
                    work[key] = load.work(method, overlap, costs=Costs(draw_s=costs.draw_s))
                seconds[method] = _with_verify(work[key], costs.verify_s)
            seconds[DRAWING], seconds[PERFECT] = costs.draw_s, costs.verify_s
            rows.append(SensitivityRow(costs=costs, overlap=overlap, seconds=seconds))
    return tuple(rows)


def _with_verify(work: AnnotatorResult, verify_s: float) -> float:
    """Seconds per box if a look took another time: every proposal is looked at, so no choice depends on it."""
    more = work.looked_at * (verify_s - DEFAULT_COSTS.verify_s)
    return (work.seconds + more) / work.objects if work.objects else float("nan")
