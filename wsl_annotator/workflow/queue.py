"""In which order images are looked at: by name, confidence, doubt, or at random; image by image or class by class.

Source: Papadopoulos et al. 2016 let annotators verify boxes of one class after the other, which saves them the change
of mind; ordering by uncertainty is the margin sampling of active learning (Scheffer et al. 2001).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.labels import LabelState
from wsl_annotator.workflow.doubt import disagreement, doubted
from wsl_annotator.workflow.image_table import ImageTable, probabilities

Key = NDArray[np.float64]


class QueueOrder(StrEnum):
    """What comes first."""

    NAME = "name"
    CONFIDENT = "confident"
    UNSURE = "unsure"
    MARGIN = "margin"
    DISAGREEMENT = "disagreement"
    BOXES = "boxes"
    RANDOM = "random"


class QueueMode(StrEnum):
    """Whether one image comes with all its classes, or one class with all its images."""

    IMAGE_FIRST = "image_first"
    CLASS_FIRST = "class_first"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePlan:
    """How the queue is ordered.

    Attributes:
        order: what comes first; images that say nothing about it come last, by name.
        mode: image first or class first.
        seed: of the random order: the same seed gives the same order, whatever is filtered.
    """

    order: QueueOrder = QueueOrder.NAME
    mode: QueueMode = QueueMode.IMAGE_FIRST
    seed: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """The entries of the queue. E of them; class first, an image stands once for each of its classes.

    Attributes:
        rows: int32 (E,), rows of the image table.
        class_ids: int32 (E,), the class whose turn it is; 0 for all of the image's.
    """

    rows: NDArray[np.int32]
    class_ids: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.rows)


def arrange(
    table: ImageTable, wanted: NDArray[np.bool_], plan: QueuePlan, *, class_ids: Sequence[int] = ()
) -> Arrangement:
    """Return the queue of the wanted images.

    Confidence is the network's probability of a class for the whole image. Image first, the most confident class
    counts for `CONFIDENT`, the least confident for `UNSURE`, and the one nearest to one half for `MARGIN`; classes that
    are labelled as absent do not count. `BOXES` counts boxes and open proposals; class first, proposals of the class.

    Args:
        table: N images.
        wanted: bool (N,), which are in the queue.
        plan: the order.
        class_ids: the classes in the order of their turns; class first only.

    Returns:
        Class first, an image stands at each class that it is labelled with, or that was found without a label;
        ordered by disagreement, also at one that it is said not to hold while the network sees it. Images of no class
        come last, so that none is left out.
    """
    if plan.mode is QueueMode.IMAGE_FIRST:
        rows = _sorted(np.flatnonzero(wanted), _image_key(table, plan), table)
        return Arrangement(rows, np.zeros(len(rows), dtype=np.int32))
    parts: list[NDArray[np.int32]] = []
    turns: list[NDArray[np.int32]] = []
    left = wanted.copy()
    for class_id in class_ids:
        mine = np.flatnonzero(wanted & _of_class(table, class_id, plan.order))
        left[mine] = False
        parts.append(_sorted(mine, _class_key(table, class_id, plan), table))
        turns.append(np.full(len(mine), class_id, dtype=np.int32))
    rest = _sorted(np.flatnonzero(left), _image_key(table, plan), table)
    parts.append(rest)
    turns.append(np.zeros(len(rest), dtype=np.int32))
    return Arrangement(np.concatenate(parts), np.concatenate(turns))


def _sorted(rows: NDArray[np.int64], key: Key | None, table: ImageTable) -> NDArray[np.int32]:
    """Return rows by a key of all images, small first and NaN last, ties by name."""
    keys = (table.by_name[rows],) if key is None else (table.by_name[rows], key[rows])
    return rows[np.lexsort(keys)].astype(np.int32)


def _of_class(table: ImageTable, class_id: int, order: QueueOrder) -> NDArray[np.bool_]:
    labels, scores = table.facts.labels.get(class_id), table.facts.log_odds.get(class_id)
    if labels is None:
        labels = np.full(len(table), LabelState.UNKNOWN, dtype=np.int8)
    found: NDArray[np.bool_] = labels == LabelState.POSITIVE
    if scores is not None:
        found |= (labels == LabelState.UNKNOWN) & ~np.isnan(scores)
        if order is QueueOrder.DISAGREEMENT:
            found |= doubted(labels, probabilities(scores))
    return found


def _class_key(table: ImageTable, class_id: int, plan: QueuePlan) -> Key | None:
    """Return the key of all images by one class."""
    match plan.order:
        case QueueOrder.CONFIDENT | QueueOrder.UNSURE | QueueOrder.MARGIN:
            return _by_score(table, class_id, plan.order)
        case QueueOrder.DISAGREEMENT:
            return _against(table, class_id)
        case QueueOrder.BOXES:
            proposed = table.facts.proposed.get(class_id)
            return None if proposed is None else -proposed.astype(np.float64)
        case _:
            return _image_key(table, plan)


def _by_score(table: ImageTable, class_id: int, order: QueueOrder) -> Key | None:
    """Return the key by the score of a class; where it is said not to be in the image, there is nothing to box."""
    scores, labels = table.facts.log_odds.get(class_id), table.facts.labels.get(class_id)
    if scores is None:
        return None
    key = scores.astype(np.float64)
    if labels is not None:
        key[labels == LabelState.NEGATIVE] = np.nan
    if order is QueueOrder.CONFIDENT:
        return -key
    return np.abs(key) if order is QueueOrder.MARGIN else key


def _against(table: ImageTable, class_id: int) -> Key | None:
    """Return minus how much the network speaks against the label of a class."""
    labels, scores = table.facts.labels.get(class_id), table.facts.log_odds.get(class_id)
    if labels is None or scores is None:
        return None
    return -disagreement(labels, probabilities(scores)).astype(np.float64)


def _image_key(table: ImageTable, plan: QueuePlan) -> Key | None:
    """Return the key of all images by all their classes together."""
    if plan.order is QueueOrder.RANDOM:
        return np.random.default_rng(plan.seed).random(len(table))
    if plan.order is QueueOrder.BOXES:
        return -(table.final_boxes() + table.open_proposals()).astype(np.float64)
    scores = list(table.facts.log_odds)
    if plan.order is QueueOrder.NAME or not scores:
        return None
    return _least([_class_key(table, class_id, plan) for class_id in scores], len(table))


def _least(keys: Sequence[Key | None], count: int) -> Key:
    """Return the smallest key of each image; NaN where none says anything."""
    least = np.full(count, np.nan)
    for key in keys:
        if key is not None:
            least = np.fmin(least, key)
    return least
