"""Which images a query asks for: one pass over columns, a few milliseconds for 100,000 images."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Mapping
from functools import reduce
from typing import assert_never

import numpy as np
from numpy.typing import ArrayLike, NDArray

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState
from wsl_annotator.store.overview import JUDGED_STATES, STATUS_CODES
from wsl_annotator.workflow.image_query import (
    And,
    Bounds,
    Boxes,
    Flag,
    Is,
    Label,
    Name,
    Node,
    Not,
    Or,
    Score,
    State,
    Status,
    Words,
    terms_of,
)
from wsl_annotator.workflow.image_table import ImageTable, probabilities

Mask = NDArray[np.bool_]


def needs_files(where: Node | None) -> bool:
    """Whether a query asks which files are there, so that `find_missing` must come first."""
    return Is(Flag.MISSING) in terms_of(where)


def match_images(where: Node | None, table: ImageTable, class_ids: Mapping[str, int]) -> Mask:
    """Return bool (N,), whether each image is asked for.

    Args:
        where: what must hold; None for every image.
        table: N images.
        class_ids: class name -> id; capitals do not matter. An unknown name fits no image.
    """
    return _Matcher(table, {name.casefold(): class_id for name, class_id in class_ids.items()}).mask(where)


def within(values: NDArray[np.float32] | NDArray[np.int32], bounds: Bounds) -> Mask:
    """Return bool (N,), which values lie in a range; NaN lies in none."""
    inside: Mask = ~np.isnan(values)
    if bounds.low is not None:
        inside &= values > bounds.low if bounds.low_open else values >= bounds.low
    if bounds.high is not None:
        inside &= values < bounds.high if bounds.high_open else values <= bounds.high
    return inside


def _mask(found: ArrayLike) -> Mask:
    mask: Mask = np.asarray(found, dtype=np.bool_)
    return mask


class _Matcher:
    def __init__(self, table: ImageTable, class_ids: Mapping[str, int]) -> None:
        self._table = table
        self._class_ids = class_ids

    def mask(self, node: Node | None) -> Mask:
        """Return which images a node asks for."""
        match node:
            case None:
                return np.ones(len(self._table), dtype=np.bool_)
            case Not(term):
                return ~self.mask(term)
            case And(terms):
                return reduce(np.logical_and, [self.mask(term) for term in terms])
            case Or(terms):
                return reduce(np.logical_or, [self.mask(term) for term in terms])
            case _:
                return self._leaf(node)

    def _leaf(self, node: Words | Name | Label | Score | State | Status | Boxes | Is) -> Mask:
        table = self._table
        match node:
            case Words(text):
                part = text.casefold()
                return _mask([part in path for path in table.folded_paths()])
            case Name(pattern):
                return self._name(pattern)
            case Label(class_name, state):
                return self._label(class_name, state)
            case Score(class_name, bounds):
                return self._score(class_name, bounds)
            case State(state):
                return self._state(state)
            case Status(status):
                return _mask(table.status == STATUS_CODES.index(status))
            case Boxes(bounds):
                return within(table.final_boxes(), bounds)
            case Is(flag):
                return self._flag(flag)
            case _:
                assert_never(node)

    def _name(self, pattern: str) -> Mask:
        fits = re.compile(fnmatch.translate(pattern.casefold())).match
        names = self._table.folded_paths() if "/" in pattern else self._table.folded_names()
        return _mask([fits(name) is not None for name in names])

    def _class_id(self, name: str) -> int:
        return self._class_ids.get(name.casefold(), 0)

    def _label(self, class_name: str, state: LabelState) -> Mask:
        class_id = self._class_id(class_name)
        labels = self._table.facts.labels.get(class_id)
        if labels is None:
            return np.full(len(self._table), bool(class_id) and state is LabelState.UNKNOWN, dtype=np.bool_)
        return _mask(labels == state)

    def _score(self, class_name: str, bounds: Bounds) -> Mask:
        scores = self._table.facts.log_odds
        if class_name:
            class_id = self._class_id(class_name)
            columns = [scores[class_id]] if class_id in scores else []
        else:
            columns = list(scores.values())
        found = np.zeros(len(self._table), dtype=np.bool_)
        for column in columns:
            found |= within(probabilities(column), bounds)
        return found

    def _state(self, state: BoxState) -> Mask:
        if state is BoxState.PROPOSED:
            return self._table.open_proposals() > 0
        return _mask(self._table.facts.boxes[JUDGED_STATES.index(state)] > 0)

    def _flag(self, flag: Flag) -> Mask:
        table = self._table
        if flag is Flag.DISAGREEMENT:
            return table.any_doubt()
        if flag is Flag.SEARCHED:
            return _mask(table.facts.searches > 0)
        if flag is Flag.FAILED:
            return np.isin(table.ids, np.array(list(table.problems), dtype=np.int64))
        if flag is Flag.MISSING:
            return table.missing if table.missing is not None else np.zeros(len(table), dtype=np.bool_)
        known = np.zeros(len(table), dtype=np.bool_)
        for labels in list(table.facts.labels.values()):
            known |= labels != LabelState.UNKNOWN
        return known
