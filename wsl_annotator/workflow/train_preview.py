"""What a training of a project would learn from, counted before it starts. No torch."""

from __future__ import annotations

from dataclasses import dataclass

from wsl_annotator.store.project import Project
from wsl_annotator.training.dataset import NEGATIVE, POSITIVE, UNKNOWN, LabeledImages
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.workflow.train_data import data_of_project
from wsl_annotator.workflow.train_record import label_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassCounts:
    """How many labelled images say what of one class.

    Attributes:
        name: of the class.
        positive: images that have it.
        negative: images that are known not to have it.
        unknown: images of which it is not known.
    """

    name: str
    positive: int
    negative: int
    unknown: int

    @property
    def learnable(self) -> bool:
        """Whether there is an image with it and one without it."""
        return self.positive > 0 and self.negative > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainPreview:
    """What would be learned.

    Attributes:
        images: that have a label and can be used.
        classes: in the project's order.
        left_out: one sentence for each labelled image that cannot be used.
        labels: `label_digest` of the data; empty where no image has a label.
    """

    images: int
    classes: tuple[ClassCounts, ...]
    left_out: tuple[str, ...]
    labels: str

    @property
    def learned(self) -> tuple[str, ...]:
        """Names of the classes that can be learned."""
        return tuple(counts.name for counts in self.classes if counts.learnable)


def preview_project(project: Project, *, complete: bool) -> TrainPreview:
    """Return what a training of this project would learn from; the image files are not opened.

    Args:
        project: is only read.
        complete: a class that is not labelled in an image that has labels is not in it.

    Raises:
        StoreError: the project cannot be read.
    """
    try:
        data, problems = data_of_project(project, complete=complete)
    except TrainingError:
        classes = tuple(
            ClassCounts(name=record.name, positive=0, negative=0, unknown=0) for record in project.classes()
        )
        return TrainPreview(images=0, classes=classes, left_out=(), labels="")
    return TrainPreview(images=len(data), classes=_counts(data), left_out=tuple(problems), labels=label_digest(data))


def _counts(data: LabeledImages) -> tuple[ClassCounts, ...]:
    sums = {state: (data.labels == state).sum(axis=0) for state in (POSITIVE, NEGATIVE, UNKNOWN)}
    return tuple(
        ClassCounts(
            name=name,
            positive=int(sums[POSITIVE][column]),
            negative=int(sums[NEGATIVE][column]),
            unknown=int(sums[UNKNOWN][column]),
        )
        for column, name in enumerate(data.classes)
    )
