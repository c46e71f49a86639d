"""Proposals are cut anew where an edit touched them, and there alone."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.records import LocalizationKey
from wsl_annotator.gui.controllers.review_controller import ReviewController
from wsl_annotator.gui.messages import Messages
from wsl_annotator.gui.session import Session
from wsl_annotator.store.edits import PutClass
from wsl_annotator.store.project import Project

LEFT, RIGHT = Box(8, 8, 24, 40), Box(40, 8, 56, 40)
HEAT = HeatMap(
    x_edges=np.array([0.0, 8, 24, 40, 56, 64]),
    y_edges=np.array([0.0, 8, 40, 48]),
    values=np.outer([0.0, 1, 0], [0.0, 1, 0, 0.8, 0]),
)


@pytest.fixture
def session(qtbot, squares: Path) -> Iterator[Session]:
    """The first image, searched for two classes: the same two proposals of each."""
    with Project.open(squares) as project:
        for class_id, name in ((1, "red"), (2, "green")):
            found = Localization(class_name=name, class_score=2.0, point=(16.0, 24.0), heat=HEAT, trace=None)
            key = LocalizationKey(image_id=1, class_id=class_id, network_hash="ab" * 32, config_digest=FAST.digest)
            project.save_localization(
                key, found, image_sha256="0" * 64, network_name="toy", config=FAST, proposals=(), threshold=0.5
            )
    session = Session()
    session.open(Project.open(squares))
    session.go_to(1)
    yield session
    session.close()


def of(session: Session, class_id: int) -> list:
    return [found for found in session.proposals() if found.class_id == class_id]


def test_that_an_edit_leaves_the_proposals_of_the_other_classes_as_they_are(session: Session) -> None:
    review = ReviewController(session, QUndoStack(), Messages())
    red, green = of(session, 1), of(session, 2)
    assert {found.box for found in red} == {found.box for found in green} == {LEFT, RIGHT}
    session.select(next(found.key for found in red if found.box == LEFT))
    review.accept()
    assert [found.box for found in of(session, 1)] == [RIGHT]
    assert all(now is before for now, before in zip(of(session, 2), green, strict=True))


def test_that_after_every_edit_the_proposals_are_those_that_a_new_look_finds(session: Session) -> None:
    stack = QUndoStack()
    review = ReviewController(session, stack, Messages())
    counts = []

    def look() -> None:
        shown = session.proposals()
        session._proposals.clear()
        assert shown == session.proposals()
        counts.append((len(of(session, 1)), len(of(session, 2))))

    def select_first(class_id: int) -> None:
        session.select(of(session, class_id)[0].key)

    def rename() -> None:
        record = session.class_record(1)
        review.push(PutClass(dataclasses.replace(record, name="crimson")), "rename", on_image=False)

    steps = (
        lambda: select_first(1),
        review.accept,
        lambda: session.select(f"b{next(iter(session.owned))}"),
        lambda: review.choose_class(2),
        lambda: review.set_threshold(1, 0.9),
        rename,
        review.delete,
        lambda: select_first(2),
        review.reject,
    )
    for step in steps:
        step()
        look()
    assert {(2, 2), (1, 2), (1, 1), (0, 1)} <= set(counts)
    while stack.canUndo():
        stack.undo()
        look()
    while stack.canRedo():
        stack.redo()
        look()
