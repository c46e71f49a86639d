"""What the paper tunes on held-out training images: the threshold of each class."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import FormatError, ImageError
from wsl_annotator.core.progress import ProgressCallback, ProgressClock
from wsl_annotator.evaluation.calibration import COLD_TAU, TAUS
from wsl_annotator.evaluation.detection import evaluate_detections
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.imaging.decode import load_upright
from wsl_annotator.training.dataset import LabeledImages, split_rows, usable_classes
from wsl_annotator.workflow.answers_and_truth import build_answers
from wsl_annotator.workflow.reproduce_log import SearchedImage
from wsl_annotator.workflow.reproduce_search import proposals_of
from wsl_annotator.workflow.train_data import hash_images

_SAME = 1e-9


def held_out_images(
    data: LabeledImages,
    *,
    data_hash: str,
    share: float,
    seed: int,
    cancel: CancelToken,
    progress: ProgressCallback,
) -> LabeledImages:
    """Return the training images that did not teach: those that the training held out, by its own rule.

    Args:
        data: what the training was given.
        data_hash: of the images that it could use, as its card tells; the proof that the rule gives the same images.
        share: that was held out.
        seed: of the training.
        cancel: seen at every image.
        progress: told at every image.

    Raises:
        FormatError: the images or labels are no longer those that the card was trained on.
        Cancelled: the token was set.
    """
    learned, _ = usable_classes(data)
    hashed, _ = hash_images(learned, cancel, progress)
    found = _as_trained(hashed, data_hash)
    if found is None:
        # the training leaves out what it cannot decode, which nobody needs to look for otherwise
        found = _as_trained(_decodable(hashed, cancel, progress), data_hash)
    if found is None:
        raise FormatError(
            "The training images or their labels are not those that the network was trained on.",
            "Add --restart to train again.",
        )
    return found.select(split_rows(found.labels, share=share, seed=seed).validation)


def _as_trained(data: LabeledImages, data_hash: str) -> LabeledImages | None:
    learned, _ = usable_classes(data)
    columns = [data.classes.index(name) for name in learned.classes]
    same = dataclasses.replace(data, classes=learned.classes, labels=data.labels[:, columns])
    return same if same.digest == data_hash else None


def _decodable(data: LabeledImages, cancel: CancelToken, progress: ProgressCallback) -> LabeledImages:
    rows = []
    clock = ProgressClock(len(data))
    for row, path in enumerate(data.paths):
        cancel.raise_if_cancelled()
        progress(clock.at(row, "looking for images that cannot be read"))
        try:
            load_upright(path)
        except ImageError:
            continue
        rows.append(row)
    return data.select(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class TauChoice:
    """The threshold of one class.

    Attributes:
        threshold: tau, in [0, 1).
        ap50: of the held-out boxes at it, area under the curve; NaN where there is no box to choose by.
        ap50_cold: the same at 0.5, where nothing is tuned.
        boxes: true boxes that it was chosen by.
    """

    threshold: float
    ap50: float
    ap50_cold: float
    boxes: int


def choose_taus(images: Sequence[SearchedImage], classes: Sequence[str], truth: ImportSet) -> dict[str, TauChoice]:
    """Return for each class the threshold with the best AP50 on held-out images; of equal ones the nearest to 0.5.

    Source: Bency et al. 2016, section 3.4: "determined by evaluation on a small validation sub-set from the training
    set"; measure, grid and ties are ours. A class without a box there keeps 0.5.

    Args:
        images: searched, their maps cut at every one of `TAUS`.
        classes: by column.
        truth: true boxes of these images.
    """
    averages: dict[str, list[float]] = {name: [] for name in classes}
    boxes = dict.fromkeys(classes, 0)
    for tau in TAUS:
        found = proposals_of(images, classes, dict.fromkeys(classes, tau), unsearched=False)
        answers = build_answers(found, truth, answers_path=Path("results"), truth_path=Path("truth"), notes=[])
        for entry in answers.classes:
            averages[entry.name].append(evaluate_detections(entry.boxes, entry.truth).average_precision)
            boxes[entry.name] = int((~entry.truth.ignored).sum())
    return {name: _choice(averages[name], boxes[name]) for name in classes}


def _choice(averages: Sequence[float], boxes: int) -> TauChoice:
    if not boxes:
        return TauChoice(threshold=COLD_TAU, ap50=math.nan, ap50_cold=math.nan, boxes=0)
    values = np.array(averages)
    good = np.flatnonzero(values >= values.max() - _SAME)
    best = int(min(good, key=lambda row: (round(abs(TAUS[row] - COLD_TAU), 6), row)))
    cold = min(range(len(TAUS)), key=lambda row: abs(TAUS[row] - COLD_TAU))
    return TauChoice(threshold=TAUS[best], ap50=float(values[best]), ap50_cold=float(values[cold]), boxes=boxes)


def thresholds_of(choices: Mapping[str, TauChoice]) -> dict[str, float]:
    """Return class -> threshold."""
    return {name: choice.threshold for name, choice in choices.items()}
