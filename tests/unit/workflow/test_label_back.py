"""A label that a box brought along leaves with it, and no other one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ImageRecord
from wsl_annotator.store.edits import Batch, SetLabel
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_label_back import with_label_back

HERE, THERE = Box(0, 0, 10, 10), Box(20, 20, 40, 40)
DOG, CAT, COW = 1, 2, 3


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.wsl", image_root=tmp_path, classes=["dog", "cat", "cow"]) as made:
        made.add_images([ImageRecord(id=1, path="a.png", width=100, height=50)])
        yield made


def draw(project: Project, class_id: int, box: Box = HERE) -> BoxRecord:
    project.apply(review.draw(project, 1, class_id, box))
    return next(record for record in project.boxes(1) if record.box == box)


def change(project: Project, class_id: int, box: Box = HERE) -> None:
    record = next(record for record in project.boxes(1) if record.box == box)
    project.apply(review.change_class(project, record, class_id))


def delete(project: Project, record: BoxRecord) -> None:
    project.apply(with_label_back(project, record, review.delete(record)))


def labels(project: Project) -> dict[int, LabelState]:
    return {key: state for key, state in project.labels(1).items() if state is not LabelState.UNKNOWN}


def say(project: Project, class_id: int, state: LabelState) -> None:
    project.apply(SetLabel(image_id=1, class_id=class_id, state=state))


def test_that_a_box_drawn_in_one_class_and_given_others_leaves_only_the_last_ones_label(project: Project) -> None:
    draw(project, DOG)
    change(project, CAT)
    assert labels(project) == {CAT: LabelState.POSITIVE}
    change(project, COW)
    assert labels(project) == {COW: LabelState.POSITIVE}
    change(project, DOG)
    assert labels(project) == {DOG: LabelState.POSITIVE}


def test_that_the_change_of_class_is_taken_back_with_both_labels(project: Project) -> None:
    draw(project, DOG)
    back = project.apply(review.change_class(project, project.boxes(1)[0], CAT))
    project.apply(back)
    assert labels(project) == {DOG: LabelState.POSITIVE}
    change(project, COW)
    assert labels(project) == {COW: LabelState.POSITIVE}


def test_that_a_label_that_was_there_before_the_box_stays(project: Project) -> None:
    say(project, DOG, LabelState.POSITIVE)
    draw(project, DOG)
    change(project, CAT)
    assert labels(project) == {DOG: LabelState.POSITIVE, CAT: LabelState.POSITIVE}


def test_that_a_label_that_a_person_gave_after_the_box_stays(project: Project) -> None:
    draw(project, DOG)
    say(project, DOG, LabelState.UNKNOWN)
    say(project, DOG, LabelState.POSITIVE)
    change(project, CAT)
    assert labels(project) == {DOG: LabelState.POSITIVE, CAT: LabelState.POSITIVE}


def test_that_an_absent_class_is_absent_again(project: Project) -> None:
    say(project, DOG, LabelState.NEGATIVE)
    delete(project, draw(project, DOG))
    assert labels(project) == {DOG: LabelState.NEGATIVE}


def test_that_the_label_stays_while_another_box_says_the_same(project: Project) -> None:
    first = draw(project, DOG)
    draw(project, DOG, THERE)
    delete(project, first)
    assert labels(project) == {DOG: LabelState.POSITIVE}


def test_that_behind_a_bulk_change_the_label_is_left_as_it_is(project: Project) -> None:
    record = draw(project, DOG)
    project.apply(Batch(tuple(SetLabel(image_id=1, class_id=COW, state=LabelState.POSITIVE) for _ in range(2000))))
    delete(project, record)
    assert labels(project) == {DOG: LabelState.POSITIVE, COW: LabelState.POSITIVE}
