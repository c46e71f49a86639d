"""The images and classes in which the proposals were least like the truth."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.evaluation.annotator_table import Workload
from wsl_annotator.evaluation.answers import Answers, ClassAnswers
from wsl_annotator.evaluation.detection import best_first
from wsl_annotator.evaluation.matching import overlap_matrix
from wsl_annotator.evaluation.pointing import point_in_boxes
from wsl_annotator.evaluation.report import WorstPair
from wsl_annotator.evaluation.truth import rows_by_image


def worst_pairs(answers: Answers, load: Workload, *, count: int) -> tuple[WorstPair, ...]:
    """At most `count` images and classes, worst first.

    Least overlap of any proposal with any object first; of equal ones that with the greatest object, because a large
    object should be found. An image appears once, with its worst class.
    """
    found: list[tuple[float, float, WorstPair]] = []
    for entry in answers.classes:
        if entry.was_searched:
            truths = rows_by_image(entry.truth.images)
            order = best_first(entry.boxes)
            mine = {image: order[places] for image, places in rows_by_image(entry.boxes.images[order]).items()}
            for pair in load.proposals(entry.name):
                rows = mine.get(pair.image, np.zeros(0, np.intp))
                seconds = pair.seconds / pair.objects
                found.append(_pair(answers, entry, pair.image, rows, truths[pair.image], seconds))
    found.sort(key=lambda row: (row[0], -row[1], row[2].image, row[2].class_name))
    chosen: dict[str, WorstPair] = {}
    for _, _, candidate in found:
        if len(chosen) < count:
            chosen.setdefault(candidate.image, candidate)
    return tuple(chosen.values())


def _pair(
    answers: Answers,
    entry: ClassAnswers,
    image: int,
    rows: NDArray[np.intp],
    here: NDArray[np.intp],
    seconds: float,
) -> tuple[float, float, WorstPair]:
    """The pair with what it is sorted by; `rows` are its proposals best first, `here` its true boxes."""
    place = int(np.searchsorted(answers.images, image))
    width, height = answers.sizes[place]
    ignored = entry.truth.ignored[here]
    objects, others = entry.truth.boxes[here][~ignored], entry.truth.boxes[here][ignored]
    proposals = entry.boxes.boxes[rows]
    overlap = float(overlap_matrix(proposals, objects).max(initial=0.0))
    answered = np.flatnonzero(entry.images == image)
    point = (float(entry.points[answered[0]][0]), float(entry.points[answered[0]][1])) if len(answered) else None
    greatest = float((objects[:, 2:] - objects[:, :2]).prod(axis=1).max() / (width * height))
    pair = WorstPair(
        image=answers.names[place],
        class_name=entry.name,
        width=float(width),
        height=float(height),
        overlap=overlap,
        seconds=seconds,
        point=point,
        point_right=point is not None and bool(point_in_boxes(point, objects).any()),
        proposals=_tuples(proposals),
        scores=tuple(entry.boxes.scores[rows].tolist()),
        objects=_tuples(objects),
        ignored=_tuples(others),
    )
    return overlap, greatest, pair


def _tuples(boxes: NDArray[np.float64]) -> tuple[tuple[float, ...], ...]:
    rows: Sequence[Sequence[float]] = boxes.tolist()
    return tuple(tuple(row) for row in rows)
