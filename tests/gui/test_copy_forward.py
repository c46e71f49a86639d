"""Boxes copied into the images that follow, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands, dump
from tests.helpers.journey_child import Answer
from tests.helpers.modal import in_modal
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.dialogs.forward_dialog import ForwardDialog
from wsl_annotator.store.edits import Batch, SetLabel, SetStatus
from wsl_annotator.store.project import Project

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = Box(4, 4, 20, 20), Box(30, 10, 50, 40)


@pytest.fixture
def said(hands: Hands) -> Iterator[list[str]]:
    """What the message bar was told."""
    texts: list[str] = []

    def keep(message) -> None:
        texts.append(message.text)

    hands.desk.messages.posted.connect(keep)
    yield texts
    hands.desk.messages.posted.disconnect(keep)


@pytest.fixture
def unlabelled(squares: Path) -> Path:
    """Four images of which nothing is known."""
    with Project.open(squares) as project:
        labels = [(image_id, class_id) for image_id, known in project.all_labels().items() for class_id in known]
        unknown = LabelState.UNKNOWN
        project.apply(Batch(tuple(SetLabel(image_id=one, class_id=of, state=unknown) for one, of in labels)))
    return squares


def ask(hands: Hands, count: int) -> None:
    """Press the key, type a number, press Enter, and wait until the boxes are drawn."""

    def act(dialog: ForwardDialog) -> None:
        assert dialog.images.hasFocus()
        QTest.keyClicks(dialog.images, str(count))
        QTest.keyClick(dialog.images, Qt.Key.Key_Return)

    answer = Answer(act)
    hands.key(Qt.Key.Key_D, CTRL | SHIFT)
    if answer.error is not None:
        raise answer.error
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.desk.canvas.setFocus()
    hands.until(lambda: not hands.desk.canvas_desk.forward.busy)


def drawn(hands: Hands) -> list[tuple[int, Box]]:
    return sorted((record.image_id, record.box) for record in hands.desk.session.project.all_boxes())


def rows(hands: Hands) -> list[int]:
    """Return the number of boxes that each row of the list says."""
    return [row.boxes for row in hands.desk.images.summaries()]


def test_that_all_boxes_of_the_image_go_to_the_next_ones_in_one_step(hands: Hands, unlabelled: Path, said) -> None:
    hands.open(unlabelled)
    hands.draw(FIRST.xyxy[:2], FIRST.xyxy[2:])
    hands.draw(SECOND.xyxy[:2], SECOND.xyxy[2:])
    hands.key(Qt.Key.Key_Escape)
    session, before = hands.desk.session, dump(hands.desk.session.project)
    count = hands.desk.stack.count()
    ask(hands, 2)
    assert drawn(hands) == [(image_id, box) for image_id in (1, 2, 3) for box in (FIRST, SECOND)]
    assert said[-1] == "4 box(es) drawn in 2 image(s)."
    hands.until(lambda: rows(hands) == [2, 2, 2, 0])
    assert hands.desk.stack.count() == count + 1
    hands.next_image()
    assert len(session.owned) == 2
    hands.ctrl(Qt.Key.Key_Z)
    assert session.image.id == 1
    assert dump(session.project) == before
    hands.until(lambda: rows(hands) == [2, 0, 0, 0])
    hands.key(Qt.Key.Key_Z, CTRL | SHIFT)
    hands.until(lambda: rows(hands) == [2, 2, 2, 0])


def test_that_of_several_boxes_the_selected_one_goes_and_verified_images_are_told(
    hands: Hands, unlabelled: Path, said
) -> None:
    hands.open(unlabelled)
    hands.draw(FIRST.xyxy[:2], FIRST.xyxy[2:])
    hands.draw(SECOND.xyxy[:2], SECOND.xyxy[2:])
    hands.desk.review.push(SetStatus(image_id=3, status=ImageStatus.VERIFIED), "verify")
    assert hands.desk.session.box(hands.desk.session.selection).box == SECOND
    ask(hands, 3)
    assert drawn(hands) == [(1, FIRST), (1, SECOND), (2, SECOND), (4, SECOND)]
    assert said[-1] == "2 box(es) drawn in 2 image(s); 1 verified image(s) not touched."


def test_that_the_image_that_is_shown_meanwhile_shows_its_new_boxes(hands: Hands, unlabelled: Path) -> None:
    hands.open(unlabelled)
    hands.draw(FIRST.xyxy[:2], FIRST.xyxy[2:])
    forward = hands.desk.canvas_desk.forward
    forward.copy(forward._boxes(), [2, 3])
    hands.next_image()
    hands.until(lambda: not forward.busy)
    assert [record.box for record in hands.desk.session.owned.values()] == [FIRST]
    assert len(hands.desk.canvas.canvas_scene.visible_items) == 1


def test_that_it_says_why_nothing_is_copied(hands: Hands, unlabelled: Path, said) -> None:
    hands.open(unlabelled)
    hands.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert "no boxes to copy" in said[-1]
    for _ in range(3):
        hands.next_image()
    hands.draw(FIRST.xyxy[:2], FIRST.xyxy[2:])
    hands.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert "no image after" in said[-1]


def test_that_the_number_is_at_most_what_follows_and_cancel_copies_nothing(hands: Hands, unlabelled: Path) -> None:
    hands.open(unlabelled)
    hands.draw(FIRST.xyxy[:2], FIRST.xyxy[2:])
    seen = []
    with in_modal(ForwardDialog, lambda dialog: seen.append((dialog.images.value(), dialog.images.maximum()))):
        hands.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert seen == [(3, 3)]
    assert not hands.desk.canvas_desk.forward.busy
    assert drawn(hands) == [(1, FIRST)]
