"""A label that a box brought along leaves with it, and no other one does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, ImageRecord
from wsl_annotator.store.edits import Batch, SetLabel
from wsl_annotator.store.journal import JournalEntry
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_label_back import with_label_back
from wsl_annotator.workflow.edits_lock import set_locked
from wsl_annotator.workflow.edits_several import Several, change_class_of_several, reject_several

HERE, THERE, YONDER = Box(0, 0, 10, 10), Box(20, 20, 40, 40), Box(60, 20, 80, 40)
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


def test_that_the_label_goes_with_the_last_box_though_the_one_that_brought_it_left_before(project: Project) -> None:
    say(project, DOG, LabelState.NEGATIVE)
    first, second = draw(project, DOG), draw(project, DOG, THERE)
    delete(project, first)
    delete(project, second)
    assert labels(project) == {DOG: LabelState.NEGATIVE}


# several at once


def several(project: Project, *boxes: Box) -> Several:
    return Several([], [record for record in project.boxes(1) if record.box in boxes])


def test_that_boxes_that_are_deleted_together_take_their_labels_along_in_one_step(project: Project) -> None:
    say(project, COW, LabelState.POSITIVE)
    for class_id, box in ((DOG, HERE), (DOG, THERE), (CAT, YONDER)):
        draw(project, class_id, box)
    before, entries = labels(project), len(project.journal())
    back = project.apply(reject_several(project, 1, several(project, HERE, THERE, YONDER)))
    assert labels(project) == {COW: LabelState.POSITIVE}
    assert len(project.journal()) == entries + 1
    project.apply(back)
    assert labels(project) == before
    assert len(project.boxes(1)) == 3


def test_that_boxes_that_change_their_class_together_take_their_labels_along_in_one_step(project: Project) -> None:
    for class_id, box in ((DOG, HERE), (DOG, THERE), (CAT, YONDER)):
        draw(project, class_id, box)
    before = labels(project)
    back = project.apply(change_class_of_several(project, 1, several(project, HERE, THERE, YONDER), COW))
    assert labels(project) == {COW: LabelState.POSITIVE}
    project.apply(back)
    assert labels(project) == before == {DOG: LabelState.POSITIVE, CAT: LabelState.POSITIVE}


def test_that_of_several_that_get_a_class_the_ones_that_have_it_keep_its_label(project: Project) -> None:
    draw(project, DOG)
    draw(project, CAT, THERE)
    project.apply(change_class_of_several(project, 1, several(project, HERE, THERE), CAT))
    assert labels(project) == {CAT: LabelState.POSITIVE}


def test_that_the_label_stays_with_a_box_that_stays_whether_locked_or_not_selected(project: Project) -> None:
    locked, *_ = draw(project, DOG), draw(project, DOG, THERE), draw(project, CAT, YONDER)
    project.apply(set_locked([locked], locked=True))
    project.apply(reject_several(project, 1, several(project, HERE, THERE)))
    assert [record.box for record in project.boxes(1)] == [HERE, YONDER]
    assert labels(project) == {DOG: LabelState.POSITIVE, CAT: LabelState.POSITIVE}


def test_that_the_journal_is_read_once_however_many_boxes_leave(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at, class_id in enumerate((DOG, CAT, COW)):
        draw(project, class_id, Box(at * 20, 0, at * 20 + 10, 10))
    chosen = Several([], project.boxes(1))
    read: list[int] = []
    last_steps = project.last_steps

    def counted(limit: int) -> list[JournalEntry]:
        read.append(limit)
        return last_steps(limit)

    monkeypatch.setattr(project, "last_steps", counted)
    project.apply(reject_several(project, 1, chosen))
    assert len(read) == 1
    assert labels(project) == {}
