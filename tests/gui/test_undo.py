"""Undo commands: exact inverses, merging nudges, and nothing left of an edit that failed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QUndoStack

from tests.helpers.desk import dump, make_squares_project
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState
from wsl_annotator.gui import undo
from wsl_annotator.gui.session import Session
from wsl_annotator.gui.undo import EditCommand, joined
from wsl_annotator.store.edits import Batch, DeleteBoxes, PutBoxes, SetLabel, SetThreshold
from wsl_annotator.store.project import Project

RECORD = BoxRecord(id=1, image_id=1, class_id=1, box=Box(0, 0, 10, 10), state=BoxState.DRAWN)


@pytest.fixture
def session(qtbot, squares: Path) -> Iterator[Session]:
    session = Session()
    session.open(Project.open(squares))
    session.go_to(1)
    yield session
    session.close()


def put(session: Session, box: Box, *, box_id: int = 1) -> PutBoxes:
    return PutBoxes((dataclasses.replace(RECORD, id=box_id, box=box),))


def test_that_an_edit_that_fails_leaves_no_command_and_no_change(session: Session) -> None:
    stack = QUndoStack()
    errors: list[object] = []
    session.edit_failed.connect(errors.append)
    before = dump(session.project)
    stack.push(EditCommand(session, DeleteBoxes((99,)), "delete"))
    assert stack.count() == 0
    assert len(errors) == 1
    assert dump(session.project) == before


def test_that_nudges_of_one_box_are_one_step_and_of_another_are_not(session: Session) -> None:
    stack = QUndoStack()
    first, second = session.project.new_box_ids(2)
    before = dump(session.project)
    for step in range(4):
        edit = put(session, Box(step, 0, step + 10, 10), box_id=first)
        stack.push(EditCommand(session, edit, "nudge", merge_key=f"box:{first}"))
    stack.push(EditCommand(session, put(session, Box(0, 0, 5, 5), box_id=second), "n", merge_key=f"box:{second}"))
    assert stack.count() == 2
    after = dump(session.project)
    stack.undo()
    stack.undo()
    assert dump(session.project) == before
    stack.redo()
    stack.redo()
    assert dump(session.project) == after


def test_that_slow_nudges_are_steps_of_their_own(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    stack = QUndoStack()
    (box_id,) = session.project.new_box_ids(1)
    clock = iter((0.0, undo.MERGE_WITHIN_S + 0.1, undo.MERGE_WITHIN_S + 0.2))
    monkeypatch.setattr(undo.time, "monotonic", lambda: next(clock))
    for step in range(3):
        edit = put(session, Box(step, 0, step + 10, 10), box_id=box_id)
        stack.push(EditCommand(session, edit, "nudge", merge_key="box"))
    assert stack.count() == 2


def test_that_undo_shows_the_image_it_belongs_to(session: Session) -> None:
    stack = QUndoStack()
    edit = SetLabel(image_id=1, class_id=2, state=LabelState.POSITIVE)
    stack.push(EditCommand(session, edit, "label", image_id=1))
    session.go_to(2)
    stack.undo()
    assert session.image.id == 1


def test_that_what_was_applied_already_can_be_taken_back_and_made_again(session: Session) -> None:
    stack = QUndoStack()
    before = dump(session.project)
    inverse = session.project.apply(SetThreshold(class_id=1, threshold=0.8))
    after = dump(session.project)
    stack.push(EditCommand(session, None, "import", inverse=inverse))
    assert dump(session.project) == after
    stack.undo()
    assert dump(session.project) == before
    stack.redo()
    assert dump(session.project) == after


def test_that_joined_thresholds_keep_the_last() -> None:
    first, then = (SetThreshold(class_id=1, threshold=value) for value in (0.2, 0.3))
    assert joined(first, then) == then


def test_that_joined_thresholds_of_several_classes_keep_the_last_of_each() -> None:
    first, then = (
        Batch(tuple(SetThreshold(class_id=class_id, threshold=value) for class_id in classes))
        for value, classes in ((0.2, (1, 2)), (0.3, (2, 3)))
    )
    assert joined(first, then) == Batch(
        (
            SetThreshold(class_id=1, threshold=0.2),
            SetThreshold(class_id=2, threshold=0.3),
            SetThreshold(class_id=3, threshold=0.3),
        )
    )


boxes = st.builds(
    lambda number, left: dataclasses.replace(RECORD, id=number, box=Box(left, 0, left + 5, 5)),
    st.integers(1, 3),
    st.integers(0, 40),
)
puts = st.lists(boxes, min_size=1, max_size=3, unique_by=lambda record: record.id).map(
    lambda records: PutBoxes(tuple(records))
)
thresholds = st.builds(lambda value: SetThreshold(class_id=1, threshold=value / 100), st.integers(0, 99))
edits = st.one_of(puts, thresholds, st.lists(st.one_of(puts, thresholds), max_size=3).map(lambda e: Batch(tuple(e))))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with Project.open(make_squares_project(tmp_path_factory.mktemp("joined"))) as project:
        project.new_box_ids(3)
        yield project


@settings(deadline=None, max_examples=50)  # each example writes to a real file six times
@given(first=edits, then=edits)
def test_that_a_joined_edit_does_what_its_parts_did_one_after_the_other(project: Project, first, then) -> None:
    back = project.apply(Batch((first, then)))
    apart = dump(project)
    project.apply(back)
    back = project.apply(joined(first, then))
    together = dump(project)
    project.apply(back)
    assert together == apart
