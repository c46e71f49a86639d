"""What one row of an ablation found -> its figures."""

from __future__ import annotations

import dataclasses
import math
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from wsl_annotator.core.errors import FormatError
from wsl_annotator.evaluation.annotator import centre_boxes
from wsl_annotator.evaluation.annotator_table import PROPOSALS, TARGETS
from wsl_annotator.evaluation.answers import Answers
from wsl_annotator.evaluation.calibration import COLD_TAU
from wsl_annotator.evaluation.classification import mean_of_known
from wsl_annotator.evaluation.detection import evaluate_detections
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.readers import read_json
from wsl_annotator.workflow.ablate_efforts import Effort
from wsl_annotator.workflow.ablate_rows import AblationRow
from wsl_annotator.workflow.answers_and_truth import build_answers
from wsl_annotator.workflow.card_thresholds import card_thresholds
from wsl_annotator.workflow.reproduce_log import SearchedImage
from wsl_annotator.workflow.reproduce_search import proposals_of
from wsl_annotator.workflow.reproduce_tuning import choose_taus, thresholds_of

NAN = math.nan


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFigures:
    """One row of the table; NaN where a figure could not be taken. Shares and precisions are in [0, 1].

    Attributes:
        key: of the row.
        title: of the row, for people.
        share: of the points on images with the class, all classes together, that lie in a true box of it.
        point_ap: mean over classes, ranked by class score.
        classification_ap: mean over classes, the same for every row.
        ratio: `point_ap` over `classification_ap`.
        corloc: mean over classes, at the classes' thresholds.
        ap50: mean over classes, at the classes' thresholds.
        ap50_cold: the same at a threshold of 0.5 for every class.
        seconds: median wall time of one image and class.
        passes: mean convolution passes of one image and class.
        annotator: simulated annotator's seconds for each box that is kept, at IoU 0.7 and 0.5.
        thresholds: class -> tau that was used.
        fitted: class -> tau with the best AP50 on these very boxes, for use on OTHER images.
        point_ap_by_class: class -> AP.
    """

    key: str
    title: str
    share: float = NAN
    point_ap: float = NAN
    classification_ap: float = NAN
    ratio: float = NAN
    corloc: float = NAN
    ap50: float = NAN
    ap50_cold: float = NAN
    seconds: float = NAN
    passes: float = NAN
    annotator: tuple[float, float] = (NAN, NAN)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    fitted: Mapping[str, float] = field(default_factory=dict)
    point_ap_by_class: Mapping[str, float] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """Return the row as JSON types, null for NaN."""
        values = dataclasses.asdict(self)
        return {name: _plain(value) for name, value in values.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    return value


def measure_row(
    row: AblationRow,
    images: Sequence[SearchedImage],
    classes: Sequence[str],
    truth: ImportSet,
    *,
    taus: Mapping[str, float],
    efforts: Sequence[Effort],
) -> RowFigures:
    """Return the figures of one row.

    Args:
        row: a search; None of its maps where it is the middle of the image, whose box is then one of the class's mean
            size in the middle (a baseline that knows the mean size of the true boxes).
        images: what it found, cut at every threshold that is tried and at `taus`.
        classes: by column.
        truth: true boxes.
        taus: class -> threshold; 0.5 where there is none.
        efforts: of the pairs that were timed.

    Raises:
        FormatError: truth and images have nothing in common.
    """
    used = {name: taus.get(name, COLD_TAU) for name in classes}
    answers = _answers(images, classes, truth, used)
    cold = _answers(images, classes, truth, dict.fromkeys(classes, COLD_TAU))
    if row.config is None:
        answers = cold = _with_centre_boxes(answers)
    report = measure(answers)
    mean = report.mean
    proposals = next(entry for entry in report.annotator if entry.method == PROPOSALS)
    seconds = {figures.overlap: figures.seconds_per_box for figures in proposals.figures}
    shares = [(entry.figures.point_share, entry.images) for entry in report.classes if entry.images]
    return RowFigures(
        key=row.key,
        title=row.title,
        share=sum(share * count for share, count in shares) / sum(count for _, count in shares) if shares else NAN,
        point_ap=mean.point_ap,
        classification_ap=mean.classification_ap,
        ratio=mean.ratio,
        corloc=mean.corloc,
        ap50=mean.ap50,
        ap50_cold=mean_of_known(
            np.array([evaluate_detections(entry.boxes, entry.truth).average_precision for entry in cold.classes])
        ),
        seconds=statistics.median(effort.seconds for effort in efforts) if efforts else NAN,
        passes=statistics.fmean(effort.passes for effort in efforts) if efforts else NAN,
        annotator=(seconds[TARGETS[0]], seconds[TARGETS[1]]),
        thresholds=used if row.config is not None else {},
        fitted={} if row.config is None else thresholds_of(choose_taus(images, classes, truth)),
        point_ap_by_class={entry.name: entry.figures.point_ap for entry in report.classes},
    )


def _answers(
    images: Sequence[SearchedImage], classes: Sequence[str], truth: ImportSet, taus: Mapping[str, float]
) -> Answers:
    found = proposals_of(images, classes, taus, unsearched=True)
    return build_answers(found, truth, answers_path=Path("the images"), truth_path=Path("the truth"), notes=[])


def _with_centre_boxes(answers: Answers) -> Answers:
    classes = []
    for entry in answers.classes:
        shown = np.isin(answers.images, entry.truth.images)
        boxes = centre_boxes(answers.images[shown], answers.sizes[shown], entry.truth)
        classes.append(dataclasses.replace(entry, boxes=boxes))
    return dataclasses.replace(answers, classes=tuple(classes))


def row_thresholds(rows: Sequence[AblationRow], *, network: str, earlier: Path | None) -> dict[str, dict[str, float]]:
    """Return row -> class -> threshold: those fitted by an earlier table, else those of the network's card.

    Args:
        rows: of the table.
        network: as `NetworkSpec.network` names it.
        earlier: table of other images, written by the same command; None looks into the card.

    Raises:
        FormatError: the earlier table cannot be read.
        NetworkError: the card is damaged.
    """
    if earlier is None:
        return {row.key: card_thresholds(network, row.config).thresholds for row in rows if row.config is not None}
    values = read_json(earlier)
    try:
        fitted = {
            str(row["key"]): {str(name): float(tau) for name, tau in row["fitted"].items()} for row in values["rows"]
        }
        if not all(0 <= tau < 1 for taus in fitted.values() for tau in taus.values()):
            raise ValueError("impossible threshold")
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError(
            f"{earlier} is no table of `wsl-annotator ablate`.", "Give the --out of an earlier run."
        ) from error
    return {row.key: fitted.get(row.key, {}) for row in rows}
