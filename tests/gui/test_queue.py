"""The review queue in the real window, by its keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands, make_squares_project, open_desk
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ImageStatus
from wsl_annotator.gui.models.image_model import ID_ROLE
from wsl_annotator.store.edits import SetLabel
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.queue import QueueMode, QueueOrder, QueuePlan


def listed(hands: Hands) -> list[int]:
    model = hands.desk.image_panel.arranged
    return [model.index(row).data(ID_ROLE) for row in range(model.rowCount())]


def settle(hands: Hands) -> None:
    hands.until(lambda: not hands.desk.queue.busy)


def type_filter(hands: Hands, text: str) -> None:
    hands.desk.canvas.setFocus()
    hands.key(Qt.Key.Key_Slash)
    box = hands.desk.image_panel.filter
    assert box.hasFocus()
    # What was there is selected, so that typing replaces it.
    QTest.keyClicks(box, text)
    box.words.popup().hide()
    # Offscreen, the list of completions takes the activation along.
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    settle(hands)


def choose_order(hands: Hands, order: QueueOrder) -> None:
    box = hands.desk.image_panel.queue.order
    box.setCurrentIndex(box.findData(order))
    box.activated.emit(box.currentIndex())
    settle(hands)


def current(hands: Hands) -> int:
    return hands.desk.session.image.id


def test_that_the_slash_key_goes_to_the_filter_which_narrows_the_list(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    assert listed(hands) == [1, 2, 3, 4]
    type_filter(hands, "label:red")
    assert listed(hands) == [1, 4]
    assert "2 hidden by the filter" in hands.desk.image_panel.summary.text()
    type_filter(hands, "-label:red name:*2.png")
    assert listed(hands) == [3]
    QTest.keyClick(hands.desk.image_panel.filter, Qt.Key.Key_Escape)
    assert hands.desk.canvas.hasFocus()


def test_that_an_error_is_told_under_the_box_and_nothing_disappears(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    type_filter(hands, "label:red")
    type_filter(hands, "label:purple")
    error = hands.desk.image_panel.query.error
    assert error.isVisible()
    assert "There is no class purple (at character 1)." in error.text()
    assert listed(hands) == [1, 4]
    type_filter(hands, "label:blue")
    assert not error.isVisible()
    assert listed(hands) == [3]


def test_that_enter_goes_to_the_row_that_is_named(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    type_filter(hands, "#3")
    assert current(hands) == 1
    QTest.keyClick(hands.desk.image_panel.filter, Qt.Key.Key_Return)
    settle(hands)
    assert current(hands) == 3
    assert hands.desk.session.owned == {}


def test_that_words_are_completed_in_the_filter(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.key(Qt.Key.Key_Slash)
    box = hands.desk.image_panel.filter
    QTest.keyClicks(box, "square label:gr")
    popup = box.words.popup()
    hands.until(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert box.text() == "square label:green"
    settle(hands)
    assert listed(hands) == [2]


def test_that_d_and_a_go_along_the_filtered_list(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    type_filter(hands, "label:red")
    hands.key(Qt.Key.Key_D)
    assert current(hands) == 4
    hands.key(Qt.Key.Key_A)
    assert current(hands) == 1


def test_that_the_order_stays_while_one_works_and_follows_at_f5(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    choose_order(hands, QueueOrder.BOXES)
    before = listed(hands)
    last = before[-1]
    hands.desk.lists.show_image(last)
    hands.until(hands.picture_shown)
    for corner in ((2, 2), (30, 2), (2, 26)):
        hands.draw(corner, (corner[0] + 20, corner[1] + 18))
    assert len(hands.desk.session.owned) == 3
    settle(hands)
    assert listed(hands) == before
    hands.key(Qt.Key.Key_F5)
    settle(hands)
    assert listed(hands)[0] == last
    assert current(hands) == last


def test_that_another_draw_of_the_random_audit_comes_with_f5(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    choose_order(hands, QueueOrder.RANDOM)
    seen = {tuple(listed(hands))}
    for _ in range(6):
        hands.key(Qt.Key.Key_F5)
        settle(hands)
        assert sorted(listed(hands)) == [1, 2, 3, 4]
        seen.add(tuple(listed(hands)))
    assert len(seen) > 1


def label_more(path: Path) -> None:
    """Say that the first image holds green too."""
    with Project.open(path) as project:
        green = project.class_by_name("green")
        project.apply(SetLabel(image_id=1, class_id=green.id, state=LabelState.POSITIVE))


def test_that_class_by_class_sets_the_class_and_verifies_after_the_last_one(hands: Hands, squares: Path) -> None:
    label_more(squares)
    hands.open(squares)
    red, green, blue = (record.id for record in hands.desk.session.classes)
    QTest.mouseClick(hands.desk.image_panel.queue.by_class, Qt.MouseButton.LeftButton)
    settle(hands)
    assert listed(hands) == [1, 4, 1, 2, 3]
    hands.desk.lists.show_place(0)
    hands.desk.canvas.setFocus()
    turns = []
    for _ in range(5):
        hands.until(hands.picture_shown)
        turns.append((current(hands), hands.desk.session.class_id))
        hands.key(Qt.Key.Key_Space)
        expected = ImageStatus.VERIFIED if len(turns) >= 3 else ImageStatus.IN_PROGRESS
        hands.until(lambda expected=expected: hands.desk.images.summary(0).status is expected)
    assert turns == [(1, red), (4, red), (1, green), (2, green), (3, blue)]
    hands.until(lambda: all(one.status is ImageStatus.VERIFIED for one in hands.desk.images.summaries()))


@pytest.mark.parametrize(("jump", "expected"), [(False, 2), (True, 3)])
def test_that_space_jumps_over_finished_images_where_that_is_wanted(
    hands: Hands, squares: Path, jump: bool, expected: int
) -> None:
    hands.open(squares)
    hands.desk.lists.show_image(2)
    hands.key(Qt.Key.Key_Space)
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_A)
    assert current(hands) == 1
    if jump:
        QTest.mouseClick(hands.desk.image_panel.queue.jump, Qt.MouseButton.LeftButton)
        hands.desk.canvas.setFocus()
    hands.key(Qt.Key.Key_Space)
    assert current(hands) == expected
    hands.until(lambda: hands.desk.images.summary(0).status is ImageStatus.VERIFIED)


def test_that_the_end_of_the_queue_goes_back_to_what_was_left(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.desk.image_panel.queue.jump.setChecked(True)
    said = []
    hands.desk.messages.posted.connect(lambda message: said.append(message.text))
    hands.desk.lists.show_image(3)
    for expected in (4, 1, 2, 2):
        hands.until(hands.picture_shown)
        hands.key(Qt.Key.Key_Space)
        assert current(hands) == expected
    assert said == ["Every image of the list is verified or skipped."]


def test_that_progress_and_remaining_time_are_told(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    summary = hands.desk.image_panel.summary
    assert summary.text() == "0 of 4 verified"
    for _ in range(3):
        hands.until(hands.picture_shown)
        hands.key(Qt.Key.Key_Space)
    hands.until(lambda: summary.text() == "3 of 4 verified · about 1 min left")


def test_that_the_scores_stand_beside_the_labels_and_doubts_are_flagged(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    red = hands.desk.session.classes[0]
    bar = hands.desk.class_panel.row_widget(red.id).score
    assert bar.isVisible()
    chance = hands.desk.session.localizations[red.id].localization.class_probability
    assert f"{chance:.0%}" in bar.accessibleName()
    assert chance < 0.2
    assert bar.doubtful
    assert hands.desk.images.summary(0).doubts == 1
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert hands.desk.session.labels[red.id] is LabelState.NEGATIVE
    hands.until(lambda: not bar.doubtful)
    hands.until(lambda: hands.desk.images.summary(0).doubts == 0)
    type_filter(hands, "is:disagreement")
    assert listed(hands) == [2, 3, 4]


def test_that_a_project_without_images_shows_an_empty_list(hands: Hands, tmp_path: Path) -> None:
    Project.create(tmp_path / "empty.wsl", image_root=tmp_path, classes=["dog"]).close()
    hands.desk.projects.open_path(tmp_path / "empty.wsl")
    settle(hands)
    assert (listed(hands), hands.desk.session.image) == ([], None)
    hands.key(Qt.Key.Key_D)
    hands.key(Qt.Key.Key_F5)
    settle(hands)
    assert listed(hands) == []


def test_that_another_project_starts_with_an_empty_filter_in_the_order_chosen_last(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    choose_order(hands, QueueOrder.RANDOM)
    hands.key(Qt.Key.Key_F5)
    settle(hands)
    drawn = listed(hands)
    assert drawn != [1, 2, 3, 4]
    type_filter(hands, "label:red")
    hands.desk.projects.close_project()
    assert listed(hands) == []
    hands.open(squares)
    assert hands.desk.image_panel.filter.text() == ""
    assert listed(hands) == drawn


def test_that_the_next_start_has_the_order_chosen_last(qtbot, squares: Path, tmp_path: Path) -> None:
    label_more(squares)
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(squares)
        bar = hands.desk.image_panel.queue
        assert bar.plan == QueuePlan()
        choose_order(hands, QueueOrder.MARGIN)
        QTest.mouseClick(bar.by_class, Qt.MouseButton.LeftButton)
        QTest.mouseClick(bar.jump, Qt.MouseButton.LeftButton)
        settle(hands)
        by_class = listed(hands)
        assert len(by_class) == 5
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(squares)
        bar = hands.desk.image_panel.queue
        assert bar.order.currentData() == QueueOrder.MARGIN
        assert (bar.by_class.isChecked(), bar.jump.isChecked()) == (True, True)
        assert bar.plan == QueuePlan(order=QueueOrder.MARGIN, mode=QueueMode.CLASS_FIRST)
        assert listed(hands) == by_class


def test_that_the_current_row_is_in_view_after_the_list_grew_class_by_class(qtbot, tmp_path: Path) -> None:
    path = make_squares_project(tmp_path, count=30)
    with Project.open(path) as project:
        for image_id in range(1, 31):
            for class_id in (1, 2, 3):
                project.apply(SetLabel(image_id=image_id, class_id=class_id, state=LabelState.POSITIVE))
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(path)
        settle(hands)
        hands.desk.session.set_class(3)
        hands.desk.lists.show_image(30)
        hands.until(hands.picture_shown)
        table = hands.desk.image_panel.list
        assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
        QTest.mouseClick(hands.desk.image_panel.queue.by_class, Qt.MouseButton.LeftButton)
        settle(hands)
        assert hands.desk.image_panel.arranged.rowCount() == 90
        hands.until(lambda: table.currentIndex().row() == 89)
        assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
