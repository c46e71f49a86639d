"""Undo reaches further back than two hundred steps, over boxes, labels, thresholds, locks, fields and states."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from tests.helpers.desk import dump
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.gui import undo
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.edits_attributes import set_attribute
from wsl_annotator.workflow.edits_lock import set_locked

STEPS = 224


@pytest.fixture
def session(qtbot, squares: Path) -> Iterator[Session]:
    session = Session()
    session.open(Project.open(squares))
    session.go_to(1)
    yield session
    session.close()


@pytest.fixture
def stack(session: Session, monkeypatch: pytest.MonkeyPatch) -> QUndoStack:
    # Every press is a step of its own.
    monkeypatch.setattr(undo, "MERGE_WITHIN_S", -1.0)
    return QUndoStack()


def test_that_more_than_two_hundred_steps_of_all_kinds_are_taken_back_and_made_again(session, stack) -> None:
    review = ReviewController(session, stack, Messages())
    start = dump(session.project)
    review.on_box_drawn(Box(4, 4, 20, 20))
    box_id = next(iter(session.owned))
    kinds = cycle(
        (
            lambda record: review.on_box_edited(f"b{box_id}", record.box.moved(dx=1, dy=0)),
            lambda record: review.cycle_label(2),
            lambda record: review.push(set_locked([record], locked=True), "lock"),
            lambda record: review.push(set_locked([record], locked=False), "unlock"),
            lambda record: review.on_box_edited(f"b{box_id}", record.box.moved(dx=-1, dy=0)),
            lambda record: review.set_threshold(1, 0.3 + stack.count() % 50 / 100),
            lambda record: review.push(
                set_attribute([record], "difficult", value=not record.attributes.get("difficult", False)), "difficult"
            ),
            lambda record: review.choose_class(2 if record.class_id == 1 else 1),
        )
    )
    while stack.count() < STEPS:
        session.select(f"b{box_id}")
        next(kinds)(session.owned[box_id])
    session.select(f"b{box_id}")
    review.delete()
    review.finish(ImageStatus.VERIFIED)
    end = dump(session.project)
    assert stack.count() == STEPS + 2
    assert session.image.status is ImageStatus.VERIFIED
    for _ in range(STEPS + 2):
        assert stack.canUndo()
        stack.undo()
    assert dump(session.project) == start
    for _ in range(STEPS + 2):
        stack.redo()
    assert dump(session.project) == end


def test_that_a_box_of_the_person_is_theirs_after_undo_and_redo_of_a_class_change(session, stack) -> None:
    review = ReviewController(session, stack, Messages())
    review.on_box_drawn(Box(4, 4, 20, 20))
    box_id = next(iter(session.owned))
    review.choose_class(3)
    stack.undo()
    stack.redo()
    assert [(record.id, record.class_id, record.state) for record in session.owned.values()] == [
        (box_id, 3, BoxState.DRAWN)
    ]
    assert session.labels[3] is LabelState.POSITIVE
