"""The image list as columns: what filters, queues and the window's list of 100,000 images read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.store.overview import JUDGED_STATES, STATUS_CODES, ImageColumns, ImageFacts
from wsl_annotator.workflow.doubt import doubted, doubts_label
from wsl_annotator.workflow.review import JUDGED_IOU

if TYPE_CHECKING:
    from wsl_annotator.core.cancel import CancelToken
    from wsl_annotator.store.project import Project

FINISHED = tuple(STATUS_CODES.index(status) for status in (ImageStatus.VERIFIED, ImageStatus.SKIPPED))
_NUMBER = re.compile(r"\d+")
_FINAL = tuple(place for place, state in enumerate(JUDGED_STATES) if state.value != "rejected")


def probabilities(log_odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return float32, the logistic function of log-odds; NaN stays."""
    return (1 / (1 + np.exp(-np.clip(log_odds, -80, 80)))).astype(np.float32)


@dataclass(slots=True, eq=False)
class TableFacts:
    """What labels, searches and boxes say of N images. Columns of a class exist once anything is known of it.

    Attributes:
        labels: class id -> int8 (N,), values of `LabelState`.
        log_odds: class id -> float32 (N,), class score of the newest search; NaN where not searched.
        proposed: class id -> int32 (N,), proposals that no person has judged yet, at the threshold of the run.
        boxes: int32 (4, N), boxes in each of `JUDGED_STATES`.
        searches: int32 (N,), stored searches.
    """

    count: int
    labels: dict[int, NDArray[np.int8]] = field(default_factory=dict)
    log_odds: dict[int, NDArray[np.float32]] = field(default_factory=dict)
    proposed: dict[int, NDArray[np.int32]] = field(default_factory=dict)
    boxes: NDArray[np.int32] = field(init=False)
    searches: NDArray[np.int32] = field(init=False)

    def __post_init__(self) -> None:
        self.boxes = np.zeros((len(JUDGED_STATES), self.count), dtype=np.int32)
        self.searches = np.zeros(self.count, dtype=np.int32)

    def label_column(self, class_id: int) -> NDArray[np.int8]:
        """Return the labels of a class, unknown where none was given; a new column is kept."""
        if class_id not in self.labels:
            self.labels[class_id] = np.full(self.count, LabelState.UNKNOWN, dtype=np.int8)
        return self.labels[class_id]

    def score_column(self, class_id: int) -> NDArray[np.float32]:
        """Return the log-odds of a class, NaN where not searched; a new column is kept."""
        if class_id not in self.log_odds:
            self.log_odds[class_id] = np.full(self.count, np.nan, dtype=np.float32)
        return self.log_odds[class_id]

    def proposed_column(self, class_id: int) -> NDArray[np.int32]:
        """Return the open proposals of a class; a new column is kept."""
        if class_id not in self.proposed:
            self.proposed[class_id] = np.zeros(self.count, dtype=np.int32)
        return self.proposed[class_id]


class ImageTable:
    """N images by id. The window's thread updates single rows; a worker may read at the same time.

    Attributes:
        paths: N relative paths.
        ids: int64 (N,), ascending.
        status: uint8 (N,), places in `STATUS_CODES`.
        problems: image id -> one sentence.
        by_name: int64 (N,), place of each image in the natural order of paths.
        facts: what is known of their content.
        complete: whether `facts` was read, or is still empty.
        missing: bool (N,), whose file is not there; None until somebody looked.
    """

    def __init__(self, columns: ImageColumns, by_name: NDArray[np.int64], facts: TableFacts | None = None) -> None:
        self.paths = columns.paths
        self.ids = columns.ids
        self.status = columns.status
        self.problems = columns.problems
        self.by_name = by_name
        self.facts = facts if facts is not None else TableFacts(len(columns.paths))
        self.complete = facts is not None
        self.missing: NDArray[np.bool_] | None = None
        self._sizes = columns.widths, columns.heights
        self._folded: list[str] = []
        self._base_names: list[str] = []

    def __len__(self) -> int:
        return len(self.paths)

    def folded_paths(self) -> list[str]:
        """Return the paths without capitals; made once, when first asked for."""
        if not self._folded:
            self._folded = [path.casefold() for path in self.paths]
        return self._folded

    def folded_names(self) -> list[str]:
        """Return the file names without folders and capitals; made once, when first asked for."""
        if not self._base_names:
            self._base_names = [path.rpartition("/")[2] for path in self.folded_paths()]
        return self._base_names

    def row_of(self, image_id: int) -> int:
        """Return the row of an image; -1 where it is not listed."""
        row = int(np.searchsorted(self.ids, image_id))
        return row if row < len(self.ids) and self.ids[row] == image_id else -1

    def status_of(self, row: int) -> ImageStatus:
        """Return how far the review of an image has come."""
        return STATUS_CODES[int(self.status[row])]

    def is_finished(self, row: int) -> bool:
        """Whether an image is verified or skipped."""
        return int(self.status[row]) in FINISHED

    def finished(self) -> NDArray[np.bool_]:
        """Return bool (N,), which images are verified or skipped."""
        return np.isin(self.status, np.array(FINISHED, dtype=np.uint8))

    def verified(self) -> NDArray[np.bool_]:
        """Return bool (N,), which images are verified."""
        found: NDArray[np.bool_] = self.status == STATUS_CODES.index(ImageStatus.VERIFIED)
        return found

    def final_boxes(self) -> NDArray[np.int32]:
        """Return int32 (N,), accepted, adjusted and drawn boxes."""
        total: NDArray[np.int32] = self.facts.boxes[list(_FINAL)].sum(axis=0, dtype=np.int32)
        return total

    def open_proposals(self) -> NDArray[np.int32]:
        """Return int32 (N,), proposals of all classes that no person has judged yet."""
        total = np.zeros(len(self), dtype=np.int32)
        for column in list(self.facts.proposed.values()):
            total += column
        return total

    def any_doubt(self) -> NDArray[np.bool_]:
        """Return bool (N,), whether the network speaks against one of the image's labels."""
        found = np.zeros(len(self), dtype=np.bool_)
        for class_id, scores in list(self.facts.log_odds.items()):
            labels = self.facts.labels.get(class_id)
            if labels is not None:
                found |= doubted(labels, probabilities(scores))
        return found

    def summary(self, row: int) -> ImageSummary:
        """Return one row's values."""
        facts, image_id = self.facts, int(self.ids[row])
        positives = doubts = 0
        for class_id, labels in facts.labels.items():
            state = int(labels[row])
            if state == LabelState.UNKNOWN:
                continue
            positives += state == LabelState.POSITIVE
            scores = facts.log_odds.get(class_id)
            if scores is not None:
                chance = float(probabilities(scores[row : row + 1])[0])
                doubts += doubts_label(LabelState(state), chance)
        return ImageSummary(
            id=image_id,
            path=self.paths[row],
            width=int(self._sizes[0][row]),
            height=int(self._sizes[1][row]),
            status=self.status_of(row),
            problem=self.problems.get(image_id, ""),
            boxes=int(facts.boxes[list(_FINAL), row].sum()),
            localizations=int(facts.searches[row]),
            positives=positives,
            proposed=sum(int(column[row]) for column in facts.proposed.values()),
            doubts=doubts,
        )

    def take_facts(self, facts: TableFacts) -> None:
        """Use what was read meanwhile."""
        self.facts = facts
        self.complete = True

    def update(self, summary: ImageSummary, facts: ImageFacts) -> bool:
        """Take over what is known now of one image.

        Returns:
            Whether it was verified or skipped by this.
        """
        row = self.row_of(summary.id)
        if row < 0:
            return False
        finished_before = self.is_finished(row)
        self.status[row] = STATUS_CODES.index(summary.status)
        self._sizes[0][row], self._sizes[1][row] = summary.width, summary.height
        if summary.problem:
            self.problems[summary.id] = summary.problem
        else:
            self.problems.pop(summary.id, None)
        mine = self.facts
        mine.boxes[:, row] = facts.boxes
        mine.searches[row] = facts.searches
        for class_id in {*mine.labels, *facts.labels}:
            mine.label_column(class_id)[row] = facts.labels.get(class_id, LabelState.UNKNOWN)
        for class_id in {*mine.log_odds, *facts.log_odds}:
            mine.score_column(class_id)[row] = facts.log_odds.get(class_id, np.nan)
        for class_id in {*mine.proposed, *facts.proposed}:
            mine.proposed_column(class_id)[row] = facts.proposed.get(class_id, 0)
        return self.is_finished(row) and not finished_before


def read_images(project: Project, cancel: CancelToken) -> ImageTable:
    """Return the table of a project's images, nothing of their content yet.

    Raises:
        StoreError: the project cannot be read.
        Cancelled: the token was set.
    """
    columns = project.image_columns(cancel.raise_if_cancelled)
    keys = []
    for row, path in enumerate(columns.paths):
        if row % 5000 == 0:
            cancel.raise_if_cancelled()
        keys.append(name_key(path))
    order = sorted(sorted(range(len(keys)), key=columns.paths.__getitem__), key=keys.__getitem__)
    by_name = np.empty(len(order), dtype=np.int64)
    by_name[order] = np.arange(len(order))
    return ImageTable(columns, by_name)


def name_key(path: str) -> str:
    """Return a text that sorts as `imaging.scan.natural_key` does, ties left aside.

    That key is a tuple of tuples. Of 100,000 images Python's garbage collector would look at half a million of them,
    and hold up the window's thread for a third of a second meanwhile; texts are none of its business.
    """
    return _NUMBER.sub(_number_key, path.casefold())


def _number_key(found: re.Match[str]) -> str:
    # A zero sign sorts before all text, and the number of digits before the digits.
    digits = str(int(found[0]))
    return f"\0{len(digits):04}{digits}"


def read_facts(project: Project, ids: NDArray[np.int64], cancel: CancelToken) -> TableFacts:
    """Return what labels, searches and boxes say of images.

    Args:
        project: open in this thread.
        ids: int64 (N,), of the images, ascending; others are left out.
        cancel: seen between blocks.

    Raises:
        StoreError: the project cannot be read.
        Cancelled: the token was set.
    """
    facts = TableFacts(len(ids))
    boxes = project.box_counts()
    rows, known = _rows(ids, boxes[:, 0])
    facts.boxes[boxes[known, 1], rows] = boxes[known, 2]
    for block in project.label_blocks():
        cancel.raise_if_cancelled()
        rows, known = _rows(ids, block[:, 0])
        _scatter(facts.label_column, block[known, 1], rows, block[known, 2])
    searches = project.searches(judged_iou=JUDGED_IOU, on_block=cancel.raise_if_cancelled)
    rows, known = _rows(ids, searches.image_ids)
    classes = searches.class_ids[known]
    np.add.at(facts.searches, rows, 1)
    _scatter(facts.score_column, classes, rows, searches.log_odds[known])
    _scatter(facts.proposed_column, classes, rows, searches.proposed[known])
    return facts


def _rows(ids: NDArray[np.int64], wanted: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Return the rows of those wanted ids that are known, and which of them are."""
    if not len(ids):
        return np.empty(0, dtype=np.int64), np.zeros(len(wanted), dtype=np.bool_)
    rows = np.searchsorted(ids, wanted)
    known = ids[np.minimum(rows, len(ids) - 1)] == wanted
    return rows[known], known


def _scatter(
    column: Callable[[int], NDArray[np.generic]],
    classes: NDArray[np.int64],
    rows: NDArray[np.int64],
    values: NDArray[np.int64] | NDArray[np.float64],
) -> None:
    """Write values into their class's column; of two for one cell the last stays."""
    for class_id in np.unique(classes).tolist():
        mine = classes == class_id
        column(class_id)[rows[mine]] = values[mine]


def find_missing(table: ImageTable, root: Path, cancel: CancelToken) -> NDArray[np.bool_]:
    """Return bool (N,), whose file is not in the image folder now.

    Folders are listed, not files asked for one by one: on a network drive that is a thousand times fewer questions.

    Raises:
        Cancelled: the token was set.
    """
    folders: dict[str, set[str]] = {}
    missing = np.zeros(len(table), dtype=np.bool_)
    for row, path in enumerate(table.paths):
        folder, _, name = path.rpartition("/")
        if folder not in folders:
            cancel.raise_if_cancelled()
            folders[folder] = _names(root / folder)
        missing[row] = name not in folders[folder]
    return missing


def _names(folder: Path) -> set[str]:
    try:
        return set(os.listdir(folder))  # noqa: PTH208  (names alone: no Path for each of 100,000)
    except OSError:
        return set()
