"""Images with image-level labels, checked and divided for training; numpy only."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.training.errors import TrainingError

POSITIVE, NEGATIVE, UNKNOWN = 1, 0, -1


@dataclass(frozen=True, slots=True, eq=False)
class LabeledImages:
    """N images and what is known of K classes in each.

    Attributes:
        names: relative path with `/`, one an image.
        paths: file, one an image.
        classes: K class names.
        labels: int8 (N, K): 1 in the image, 0 not in it, -1 unknown.
        hashes: SHA-256 of the files, one an image; empty until they were hashed.
    """

    names: tuple[str, ...]
    paths: tuple[Path, ...]
    classes: tuple[str, ...]
    labels: NDArray[np.int8]
    hashes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.labels.shape != (len(self.names), len(self.classes)) or len(self.paths) != len(self.names):
            raise ValueError(f"labels {self.labels.shape} must be {len(self.names)} images x {len(self.classes)}")

    def __len__(self) -> int:
        return len(self.names)

    def select(self, rows: Sequence[int] | NDArray[np.int64]) -> LabeledImages:
        """Return some of the images, in the given order."""
        return dataclasses.replace(
            self,
            names=tuple(self.names[row] for row in rows),
            paths=tuple(self.paths[row] for row in rows),
            labels=self.labels[np.asarray(rows, np.int64)],
            hashes=tuple(self.hashes[row] for row in rows) if self.hashes else (),
        )

    @property
    def digest(self) -> str:
        """64 hex digits over the pixels' files, the classes and the labels: what a checkpoint belongs to."""
        digest = hashlib.sha256(json.dumps([self.names, self.hashes, self.classes]).encode())
        digest.update(np.ascontiguousarray(self.labels, np.int8).tobytes())
        return digest.hexdigest()


def usable_classes(data: LabeledImages) -> tuple[LabeledImages, list[str]]:
    """Return the data without what nothing can be learned from, and one sentence for each class that was left out.

    A class needs an image that has it and one that is known not to have it. Images of which then nothing is known
    are left out too.

    Raises:
        TrainingError: no class is left.
    """
    problems: list[str] = []
    kept: list[int] = []
    for column, name in enumerate(data.classes):
        states = data.labels[:, column]
        if not (states == POSITIVE).any():
            problems.append(f"The class {name} was left out: no image is labelled with it.")
        elif not (states == NEGATIVE).any():
            problems.append(f"The class {name} was left out: no image is labelled as being without it.")
        else:
            kept.append(column)
    if not kept:
        if (data.labels == POSITIVE).any() and not (data.labels == NEGATIVE).any():
            hint = "If what is not mentioned is not there, write 0 in a table, or say that all is (--complete-labels)."
        else:
            hint = "Label images that have each class, and images that have it not."
        first = problems[0] if len(data.classes) == 1 else f"There are {len(data.classes)} classes."
        raise TrainingError(f"No class can be learned from these labels. {first}", hint)
    labels = data.labels[:, kept]
    learned = dataclasses.replace(data, classes=tuple(data.classes[column] for column in kept), labels=labels)
    return learned.select(np.flatnonzero((labels != UNKNOWN).any(axis=1))), problems


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Which images teach and which are held out.

    Attributes:
        train: int64 rows.
        validation: int64 rows; empty where nothing is held out.
    """

    train: NDArray[np.int64]
    validation: NDArray[np.int64]


def split_rows(labels: NDArray[np.int8], *, share: float, seed: int) -> Split:
    """Return a division in which each class keeps about its share on both sides.

    Rarest class first, the share of its images that are not placed yet is held out, so that a class with two
    images has one on each side; a class with one image keeps it for the training.

    Args:
        labels: int8 (N, K) of 1, 0, -1.
        share: part that is held out, 0 to 0.5.
        seed: of the shuffle.
    """
    count = len(labels)
    held = np.zeros(count, dtype=bool)
    if share > 0:
        placed = np.zeros(count, dtype=bool)
        order = np.random.default_rng(seed).permutation(count)
        positives = labels == POSITIVE
        for column in np.argsort(positives.sum(axis=0), kind="stable"):
            rows = order[positives[order, column]]
            wanted = max(1, round(share * len(rows))) if len(rows) > 1 else 0
            free = rows[~placed[rows]]
            held[free[: max(0, wanted - int(held[rows].sum()))]] = True
            placed[rows] = True
        rest = order[~placed[order]]
        held[rest[: round(share * len(rest))]] = True
    return Split(train=np.flatnonzero(~held), validation=np.flatnonzero(held))
