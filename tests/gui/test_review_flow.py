"""Single boxes in the real window: edges along the heat map, several at once, copies, hidden, locked, their fields."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from defusedxml import ElementTree
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands, dump
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.records import BoxState, LocalizationKey
from wsl_annotator.gui.canvas.crosshair import Crosshair
from wsl_annotator.gui.canvas.geometry import Part
from wsl_annotator.gui.canvas.group_frame import OUTSET
from wsl_annotator.gui.canvas.tone import NEUTRAL
from wsl_annotator.gui.settings import Settings
from wsl_annotator.store.edits import PutBoxes
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.export import export_project

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
MAIN, SECOND = Box(8, 9, 32, 39), Box(44, 9, 56, 39)


def nested_heat() -> HeatMap:
    """Return squares of 0.3, 0.6 and 1 around (20, 24), and a second blob at their right, on 64 x 48 pixels."""
    across = np.array([0.0, 0.3, 0.6, 1.0, 0.6, 0.3, 0.0, 0.7, 0.0])
    down = np.array([0.0, 0.3, 0.6, 1.0, 0.6, 0.3, 0.0])
    return HeatMap(
        x_edges=np.array([0.0, 4, 8, 12, 28, 32, 36, 44, 56, 64]),
        y_edges=np.array([0.0, 6, 9, 12, 36, 39, 42, 48]),
        values=np.minimum.outer(down, across),
    )


@pytest.fixture
def searched(squares: Path) -> Path:
    """A project whose first image was searched for red: two proposals, MAIN and SECOND."""
    with Project.open(squares) as project:
        heat = nested_heat()
        found = Localization(class_name="red", class_score=2.0, point=(20.0, 24.0), heat=heat, trace=None)
        key = LocalizationKey(image_id=1, class_id=1, network_hash="ab" * 32, config_digest=FAST.digest)
        project.save_localization(
            key, found, image_sha256="0" * 64, network_name="toy", config=FAST, proposals=(), threshold=0.5
        )
    return squares


@pytest.fixture
def said(hands: Hands) -> Iterator[list[str]]:
    """What the message bar was told."""
    texts: list[str] = []

    def keep(message) -> None:
        texts.append(f"{message.text} {message.hint}")

    hands.desk.messages.posted.connect(keep)
    yield texts
    hands.desk.messages.posted.disconnect(keep)


def pick(hands: Hands, box: Box) -> None:
    """Select what lies at a box's middle by a click."""
    QTest.mouseClick(
        hands.desk.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hands.at(*box.center)
    )


def add(hands: Hands, box: Box) -> None:
    """Take what lies at a box's middle among the selected by a click with Ctrl."""
    QTest.mouseClick(hands.desk.canvas.viewport(), Qt.MouseButton.LeftButton, CTRL, hands.at(*box.center))


def owned(hands: Hands):
    return list(hands.desk.session.owned.values())


# edges along the heat map


def test_that_e_takes_the_last_used_edge_through_the_heat_levels_in_one_undo_step(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    hands.desk.canvas.use_edge(MAIN, "left")
    hands.key(Qt.Key.Key_E)
    (record,) = owned(hands)
    assert (record.state, record.box) == (BoxState.ADJUSTED, Box(4, 9, 32, 39))
    assert record.origin.proposed == MAIN
    assert hands.desk.canvas.canvas_scene.marks.levels.positions == (4, 8, 12)
    hands.key(Qt.Key.Key_E)
    assert owned(hands)[0].box == Box(12, 9, 32, 39)
    hands.key(Qt.Key.Key_E)
    assert (owned(hands)[0].state, owned(hands)[0].box) == (BoxState.ACCEPTED, MAIN)
    hands.key(Qt.Key.Key_E, SHIFT)
    assert owned(hands)[0].box == Box(12, 9, 32, 39)
    assert hands.desk.stack.count() == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert owned(hands) == []
    assert MAIN in [found.box for found in hands.desk.session.proposals()]


def test_that_e_moves_the_edge_that_was_dragged_last(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    hands.drag((20, 39), (20, 45))
    assert owned(hands)[0].box == Box(8, 9, 32, 45)
    hands.key(Qt.Key.Key_E, SHIFT)
    assert owned(hands)[0].box == Box(8, 9, 32, 42)


def test_that_e_moves_an_edge_of_a_drawn_box_of_a_searched_class(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    hands.draw((2, 20), (30, 30))
    (record,) = owned(hands)
    hands.desk.canvas.use_edge(record.box, "left")
    # an edge under the mouse, wherever an earlier test left it, would be meant before the one used last
    QCursor.setPos(hands.desk.window.mapToGlobal(QPoint(1, 1)))
    hands.key(Qt.Key.Key_E, SHIFT)
    assert (owned(hands)[0].state, owned(hands)[0].box) == (BoxState.DRAWN, Box(4, 20, 30, 30))


def test_that_e_says_why_nothing_moves_where_the_class_was_not_searched(hands: Hands, squares: Path, said) -> None:
    hands.open(squares)
    hands.draw((2, 2), (30, 30))
    before = owned(hands)
    hands.key(Qt.Key.Key_E)
    assert owned(hands) == before
    assert "was not searched" in said[-1]


def test_that_the_selected_proposal_shows_how_sure_its_edges_are_until_it_is_switched_off(
    hands: Hands, searched: Path
) -> None:
    hands.open(searched)
    marks = hands.desk.canvas.canvas_scene.marks
    pick(hands, MAIN)
    assert (marks.bars.outer, marks.bars.inner) == (MAIN, Box(12, 12, 28, 36))
    hands.desk.actions["show_spread"].trigger()
    assert marks.bars is None
    hands.desk.actions["show_spread"].trigger()
    assert marks.bars is not None
    pick(hands, SECOND)
    assert marks.bars.outer == SECOND
    hands.key(Qt.Key.Key_Return)
    pick(hands, SECOND)
    assert marks.bars is None


# drawing


def test_that_four_extreme_clicks_draw_a_box_of_the_current_class(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_W, SHIFT)
    assert hands.desk.actions["draw_extreme"].isChecked()
    for point in ((20, 5), (40, 18), (22, 30), (6, 16)):
        QTest.mouseClick(
            hands.desk.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hands.at(*point)
        )
    (record,) = owned(hands)
    assert (record.state, record.class_id, record.box) == (BoxState.DRAWN, 2, Box(6, 5, 40, 30))
    assert hands.desk.canvas.tool == "edit"
    assert not hands.desk.actions["draw_extreme"].isChecked()


def test_that_one_pen_is_changed_for_the_other_and_put_away_by_its_own_key(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    checked = [(hands.desk.canvas.tool, hands.desk.actions["draw"].isChecked())]
    for modifier in (Qt.KeyboardModifier.NoModifier, SHIFT, Qt.KeyboardModifier.NoModifier):
        hands.key(Qt.Key.Key_W, modifier)
        checked.append((hands.desk.canvas.tool, hands.desk.actions["draw"].isChecked()))
    hands.key(Qt.Key.Key_W)
    assert checked == [("edit", False), ("draw", True), ("extreme", False), ("draw", True)]
    assert hands.desk.canvas.tool == "edit"


# several at once


def test_that_several_proposals_are_accepted_in_one_step(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, SECOND)
    hands.key(Qt.Key.Key_Return)
    assert {record.box for record in owned(hands)} == {MAIN, SECOND}
    assert {record.state for record in owned(hands)} == {BoxState.ACCEPTED}
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_several_are_rejected_in_one_step_and_stay_as_negative_evidence(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, SECOND)
    add(hands, Box(2, 41, 20, 47))
    hands.key(Qt.Key.Key_X)
    assert {(record.box, record.state) for record in owned(hands)} == {
        (MAIN, BoxState.REJECTED),
        (SECOND, BoxState.REJECTED),
    }
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_a_number_key_changes_the_class_of_all_selected_in_one_step(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, Box(2, 41, 20, 47))
    hands.key(Qt.Key.Key_3)
    assert {(record.class_id, record.box) for record in owned(hands) if record.state is not BoxState.REJECTED} == {
        (3, MAIN),
        (3, Box(2, 41, 20, 47)),
    }
    assert len(hands.desk.session.group) == 2
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


@pytest.mark.parametrize("judged_first", [False, True])
def test_that_a_number_key_changes_the_class_of_a_proposal_and_of_a_box(
    hands: Hands, searched: Path, judged_first: bool
) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    if judged_first:
        hands.key(Qt.Key.Key_Return)
        pick(hands, MAIN)
    hands.key(Qt.Key.Key_2)
    kept = [record for record in owned(hands) if record.state is not BoxState.REJECTED]
    assert [(record.class_id, record.box) for record in kept] == [(2, MAIN)]
    assert [record.class_id for record in owned(hands) if record.state is BoxState.REJECTED] == [1]


def test_that_all_above_the_threshold_are_accepted_and_taken_back_in_one_step(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    before = dump(hands.desk.session.project)
    hands.key(Qt.Key.Key_Return, SHIFT)
    assert [record.state for record in owned(hands)] == [BoxState.ACCEPTED] * 2
    assert hands.desk.stack.count() == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_several_are_moved_by_a_drag_in_one_step_and_a_proposal_becomes_adjusted(
    hands: Hands, searched: Path
) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, Box(2, 41, 20, 47))
    count = hands.desk.stack.count()
    hands.drag((20, 20), (34, 8))
    assert {(record.box, record.state) for record in owned(hands)} == {
        (MAIN.moved(dx=14, dy=-9), BoxState.ADJUSTED),
        (Box(16, 32, 34, 38), BoxState.DRAWN),
    }
    assert next(one for one in owned(hands) if one.state is BoxState.ADJUSTED).origin.proposed == MAIN
    assert len(hands.desk.session.group) == 2
    assert hands.desk.stack.count() == count + 1
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_several_are_scaled_by_their_frame_in_one_step_and_the_locked_one_is_left(
    hands: Hands, searched: Path, said
) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    hands.key(Qt.Key.Key_K)
    hands.draw((36, 30), (40, 38))
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, Box(36, 30, 40, 38))
    add(hands, Box(2, 41, 20, 47))
    count = hands.desk.stack.count()
    out = OUTSET / hands.desk.canvas.zoom
    # The frame goes around the two that may be changed, (8, 9) to (40, 39): half as wide, half as high.
    for _ in range(2):
        hands.drag((40 + out, 39 + out), (24 + out, 24 + out))
        assert {(record.box, record.state) for record in owned(hands)} == {
            (Box(8, 9, 20, 24), BoxState.ADJUSTED),
            (Box(22, 19.5, 24, 23.5), BoxState.DRAWN),
            (Box(2, 41, 20, 47), BoxState.DRAWN),
        }
        assert next(one for one in owned(hands) if one.state is BoxState.ADJUSTED).origin.proposed == MAIN
        assert "1 locked" in said[-1]
        assert len(hands.desk.session.group) == 3
        assert hands.desk.stack.count() == count + 1
        assert hands.desk.stack.undoText() == "resize"
        hands.ctrl(Qt.Key.Key_Z)
        assert dump(hands.desk.session.project) == before
        pick(hands, MAIN)
        add(hands, Box(36, 30, 40, 38))
        add(hands, Box(2, 41, 20, 47))


def test_that_small_steps_of_the_frame_are_undone_one_by_one(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((4, 4), (20, 20))
    hands.draw((30, 10), (44, 34))
    add(hands, Box(4, 4, 20, 20))
    out = OUTSET / hands.desk.canvas.zoom
    count = hands.desk.stack.count()
    for step in range(2):
        hands.drag((44 + step + out, 20), (45 + step + out, 20))
    assert hands.desk.stack.count() == count + 2
    assert max(record.box.x2 for record in owned(hands)) == 46
    hands.ctrl(Qt.Key.Key_Z)
    assert max(record.box.x2 for record in owned(hands)) == 45


def test_that_arrow_keys_move_several_in_one_step_and_leave_the_locked_one(hands: Hands, searched: Path, said) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    hands.key(Qt.Key.Key_K)
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, SECOND)
    add(hands, Box(2, 41, 20, 47))
    count = hands.desk.stack.count()
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Left, SHIFT)
    # MAIN was 9 px from the left edge by then: the ten are nine for both.
    moved = {(MAIN.moved(dx=-8, dy=0), BoxState.ADJUSTED), (SECOND.moved(dx=-8, dy=0), BoxState.ADJUSTED)}
    assert {(one.box, one.state) for one in owned(hands)} == {*moved, (Box(2, 41, 20, 47), BoxState.DRAWN)}
    assert "1 locked" in said[-1]
    assert len(hands.desk.session.group) == 3
    assert hands.desk.stack.count() == count + 1
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


@pytest.mark.parametrize("preset", ["labelImg", "CVAT"])
def test_that_keys_scale_several_from_the_opposite_edge_in_one_step_and_leave_the_locked_one(
    hands: Hands, searched: Path, said, preset: str
) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    hands.key(Qt.Key.Key_K)
    hands.desk.keys.choose(preset)
    before = dump(hands.desk.session.project)
    pick(hands, MAIN)
    add(hands, SECOND)
    add(hands, Box(2, 41, 20, 47))
    count = hands.desk.stack.count()
    # The frame around the two proposals, (8, 9) to (56, 39): first 8 px wider, then two thirds as high.
    for _ in range(9):
        hands.key(Qt.Key.Key_Right, ALT)
    hands.key(Qt.Key.Key_Left, CTRL)
    hands.key(Qt.Key.Key_Down, CTRL | SHIFT)
    scaled = {BoxState.ADJUSTED: [], BoxState.DRAWN: []}
    for record in owned(hands):
        scaled[record.state].append(record.box.xyxy)
    assert scaled[BoxState.DRAWN] == [(2, 41, 20, 47)]
    assert sorted(scaled[BoxState.ADJUSTED]) == [pytest.approx((8, 19, 35.5, 39)), pytest.approx((49.25, 19, 63, 39))]
    assert {one.origin.proposed for one in owned(hands) if one.state is BoxState.ADJUSTED} == {MAIN, SECOND}
    assert "1 locked" in said[-1]
    assert len(hands.desk.session.group) == 3
    # The edge in use is shown as such although the proposals became boxes.
    assert hands.desk.canvas._edit._frame.marked_part is Part.TOP
    assert (hands.desk.stack.count(), hands.desk.stack.undoText()) == (count + 1, "resize")
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_moving_several_and_scaling_them_are_two_steps(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((4, 4), (20, 20))
    hands.draw((30, 10), (44, 34))
    add(hands, Box(4, 4, 20, 20))
    count = hands.desk.stack.count()
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right, ALT)
    hands.key(Qt.Key.Key_Right, ALT)
    assert hands.desk.stack.count() == count + 2
    hands.ctrl(Qt.Key.Key_Z)
    assert {record.box for record in owned(hands)} == {Box(6, 4, 22, 20), Box(32, 10, 46, 34)}
    hands.ctrl(Qt.Key.Key_Z)
    assert {record.box for record in owned(hands)} == {Box(4, 4, 20, 20), Box(30, 10, 44, 34)}


def test_that_steps_of_ten_pixels_are_joined_whatever_is_left_by_rounding(hands: Hands, squares: Path) -> None:
    start = Box(8.6, 4, 20.6, 20)
    assert (start.x1 + 10) - start.x1 > 10
    hands.open(squares)
    hands.draw((4, 4), (20, 20))
    (record,) = owned(hands)
    hands.desk.session.apply(PutBoxes((dataclasses.replace(record, box=start),)))
    hands.desk.session.boxes_changed.emit()
    pick(hands, start)
    count = hands.desk.stack.count()
    for _ in range(2):
        hands.key(Qt.Key.Key_Right, SHIFT)
    assert hands.desk.stack.count() == count + 1


def test_that_e_says_how_several_are_resized(hands: Hands, searched: Path, said) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    add(hands, SECOND)
    hands.key(Qt.Key.Key_E)
    assert owned(hands) == []
    assert said[-1].startswith("E moves an edge of one box")
    assert "Alt+arrows" in said[-1]


# copies


def test_that_the_boxes_of_the_previous_image_come_in_one_step_and_not_twice(hands: Hands, squares: Path, said) -> None:
    hands.open(squares)
    hands.draw((4, 4), (20, 20))
    hands.key(Qt.Key.Key_1)
    hands.draw((30, 10), (50, 40))
    hands.next_image()
    hands.next_image()
    hands.next_image()
    project = hands.desk.session.project
    assert project.labels(4)[1] is LabelState.POSITIVE
    hands.key(Qt.Key.Key_A)
    hands.key(Qt.Key.Key_A)
    hands.until(hands.picture_shown)
    before = dump(project)
    count = hands.desk.stack.count()
    hands.ctrl(Qt.Key.Key_V)
    # The second image is labelled as without red: nothing of it comes, and that is said.
    assert owned(hands) == []
    assert "red" in said[-1]
    assert dump(project) == before
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.ctrl(Qt.Key.Key_V)
    assert {record.box for record in owned(hands)} == {Box(4, 4, 20, 20), Box(30, 10, 50, 40)}
    assert {(record.state, record.origin.source) for record in owned(hands)} == {(BoxState.DRAWN, "copied")}
    assert len(hands.desk.session.group) == 2
    hands.ctrl(Qt.Key.Key_V)
    assert len(owned(hands)) == 2
    assert "here already" in said[-1]
    hands.ctrl(Qt.Key.Key_Z)
    assert owned(hands) == []
    assert hands.desk.stack.index() <= count + 2


def test_that_copied_boxes_are_pasted_into_another_image_with_their_fields(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((4, 4), (20, 20))
    hands.desk.box_panel.editor.flags["truncated"].click()
    hands.key(Qt.Key.Key_K)
    hands.ctrl(Qt.Key.Key_C)
    hands.next_image()
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    (record,) = owned(hands)
    assert (record.box, record.image_id, record.state) == (Box(4, 4, 20, 20), 2, BoxState.DRAWN)
    assert dict(record.attributes) == {"truncated": True}
    assert hands.desk.session.labels[record.class_id] is LabelState.POSITIVE


def test_that_without_a_copy_paste_says_so_and_another_project_forgets_it(hands: Hands, squares: Path, said) -> None:
    hands.open(squares)
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert "Nothing was copied" in said[-1]
    hands.draw((4, 4), (20, 20))
    hands.ctrl(Qt.Key.Key_C)
    hands.desk.projects.close_project()
    hands.open(squares)
    hands.key(Qt.Key.Key_V, CTRL | SHIFT)
    assert "Nothing was copied" in said[-1]
    assert len(owned(hands)) == 1


# hidden and locked


def test_that_h_hides_the_selected_box_and_h_again_shows_it(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    key = hands.desk.session.selection
    hands.key(Qt.Key.Key_H)
    item = hands.desk.canvas.canvas_scene.box_item(key)
    assert not item.isVisible()
    row = hands.desk.boxes.index(hands.desk.boxes.row_of(key), 0)
    hands.until(lambda: "hidden" in row.data(Qt.ItemDataRole.AccessibleTextRole))
    pick(hands, MAIN)
    assert hands.desk.session.selection == ""
    hands.key(Qt.Key.Key_H)
    assert item.isVisible()


def test_that_ctrl_h_shows_hidden_boxes_with_all_others_and_the_next_image_hides_none(
    hands: Hands, searched: Path
) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    hands.key(Qt.Key.Key_H)
    hands.ctrl(Qt.Key.Key_H)
    hands.ctrl(Qt.Key.Key_H)
    assert len(hands.desk.canvas.canvas_scene.visible_items) == 2
    pick(hands, MAIN)
    hands.key(Qt.Key.Key_H)
    hands.next_image()
    assert hands.desk.session.hidden == frozenset()


def test_that_a_moved_threshold_shows_hidden_proposals_and_leaves_hidden_boxes(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    hands.draw((2, 41), (20, 47))
    hands.key(Qt.Key.Key_H)
    pick(hands, SECOND)
    hands.key(Qt.Key.Key_H)
    assert len(hands.desk.session.hidden) == 2
    hands.key(Qt.Key.Key_BracketRight)
    assert [key[0] for key in hands.desk.session.hidden] == ["b"]


def test_that_accept_all_leaves_a_hidden_proposal(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    pick(hands, SECOND)
    hands.key(Qt.Key.Key_H)
    hands.key(Qt.Key.Key_Return, SHIFT)
    assert [record.box for record in owned(hands)] == [MAIN]
    hands.key(Qt.Key.Key_Return)
    assert [record.box for record in owned(hands)] == [MAIN]


def test_that_a_locked_box_withstands_every_key_and_drag_and_stays_locked(hands: Hands, squares: Path, said) -> None:
    hands.open(squares)
    hands.draw((10, 10), (30, 30))
    hands.key(Qt.Key.Key_K)
    locked = dump(hands.desk.session.project)
    hands.drag((20, 20), (30, 25))
    hands.drag((10, 20), (4, 20))
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_E, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
    ):
        pick(hands, Box(10, 10, 30, 30))
        hands.key(key, modifier)
        assert dump(hands.desk.session.project) == locked
    assert "locked" in said[-1]
    hands.desk.projects.close_project()
    hands.open(squares)
    pick(hands, Box(10, 10, 30, 30))
    shown = hands.desk.session.box(hands.desk.session.selection)
    assert (shown.locked, shown.editable) == (True, False)
    hands.key(Qt.Key.Key_K)
    hands.key(Qt.Key.Key_Delete)
    assert owned(hands) == []


def test_that_of_several_the_locked_ones_are_left(hands: Hands, squares: Path, said) -> None:
    hands.open(squares)
    hands.draw((2, 2), (20, 20))
    hands.key(Qt.Key.Key_K)
    hands.draw((30, 2), (50, 20))
    pick(hands, Box(2, 2, 20, 20))
    add(hands, Box(30, 2, 50, 20))
    hands.key(Qt.Key.Key_Delete)
    assert [record.box for record in owned(hands)] == [Box(2, 2, 20, 20)]
    assert "1 locked" in said[-1]


def test_that_a_proposal_cannot_be_locked(hands: Hands, searched: Path, said) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    hands.key(Qt.Key.Key_K)
    assert owned(hands) == []
    assert "accept the proposal first" in said[-1]


# fields


def test_that_the_fields_of_a_box_are_shown_changed_undone_and_exported(
    hands: Hands, squares: Path, tmp_path: Path
) -> None:
    hands.open(squares)
    editor = hands.desk.box_panel.editor
    assert not editor.flags["difficult"].isEnabled()
    hands.draw((10, 10), (30, 30))
    for name in ("difficult", "truncated", "occluded", "iscrowd"):
        editor.flags[name].click()
    editor.pose.lineEdit().selectAll()
    QTest.keyClicks(editor.pose, "Rear")
    QTest.keyClick(editor.pose, Qt.Key.Key_Return)
    (record,) = owned(hands)
    assert record.attributes["pose"] == "Rear"
    assert [record.state for record in owned(hands)] == [BoxState.DRAWN]
    project = hands.desk.session.project
    export_project(project, export_format="voc", to=tmp_path / "voc")
    (written,) = (tmp_path / "voc" / "Annotations").rglob("square_00.xml")
    element = ElementTree.parse(written).find("object")
    assert [element.findtext(tag) for tag in ("pose", "truncated", "difficult", "occluded")] == ["Rear", "1", "1", "1"]
    export_project(project, export_format="coco", to=tmp_path / "coco.json")
    (entry,) = json.loads((tmp_path / "coco.json").read_text(encoding="utf-8"))["annotations"]
    assert entry["iscrowd"] == 1
    assert {entry["attributes"][name] for name in ("difficult", "truncated", "occluded")} == {True}
    hands.desk.canvas.setFocus()
    for _ in range(5):
        hands.ctrl(Qt.Key.Key_Z)
    assert dict(owned(hands)[0].attributes) == {}
    assert not editor.flags["difficult"].isChecked()
    assert editor.pose.currentText() == "Unspecified"


def test_that_a_letter_in_the_pose_field_triggers_nothing(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((10, 10), (30, 30))
    before, image = owned(hands), hands.desk.session.image
    pose = hands.desk.box_panel.editor.pose
    pose.setFocus()
    QTest.keyClicks(pose, "xkhedw 1")
    assert owned(hands) == before
    assert hands.desk.session.image == image
    assert hands.desk.canvas.tool == "edit"


def test_that_looking_at_a_box_changes_none_of_its_fields(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((10, 10), (30, 30))
    count = hands.desk.stack.count()
    hands.desk.box_panel.editor.pose.setFocus()
    hands.desk.canvas.setFocus()
    assert hands.desk.stack.count() == count


# the picture on the screen


def test_that_brightness_changes_the_screen_alone(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    canvas, popover = hands.desk.canvas, hands.desk.view_bar.popover
    file = hands.desk.session.project.image_file(hands.desk.session.image)
    before, bytes_before = canvas.grab().toImage(), file.read_bytes()
    hands.key(Qt.Key.Key_B, CTRL | SHIFT)
    hands.until(popover.isVisible)
    for _ in range(3):
        QTest.keyClick(popover.brightness, Qt.Key.Key_PageUp)
    assert popover.tone.brightness == pytest.approx(0.3)
    at = hands.at(60, 44)
    assert canvas.grab().toImage().pixelColor(at).lightness() > before.pixelColor(at).lightness() + 50
    QTest.keyClick(popover.brightness, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert canvas.hasFocus()
    hands.next_image()
    assert canvas.canvas_scene.image.tone.brightness == pytest.approx(0.3)
    popover.reset.click()
    assert canvas.canvas_scene.image.tone == NEUTRAL
    assert file.read_bytes() == bytes_before


def test_that_the_chosen_crosshair_is_shown_at_once_and_kept_for_the_next_start(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    canvas, sheet = hands.desk.canvas, hands.desk.view_bar.crosshair
    at = QRectF(canvas.viewport().rect()).center().toPoint() - QPoint(0, 40)
    bare = canvas.grab().toImage().pixelColor(at)
    assert Settings().crosshair == Crosshair()
    hands.desk.actions["crosshair"].trigger()
    assert sheet.color.hasFocus()
    assert sheet.crosshair == Crosshair()
    sheet.color.setFocus()
    QTest.keyClick(sheet.color, Qt.Key.Key_Down)
    QTest.keyClick(sheet.opacity, Qt.Key.Key_End)
    assert canvas.grab().toImage().pixelColor(at).name() == "#000000"
    QTest.keyClick(sheet.color, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert canvas.hasFocus()
    hands.until(lambda: canvas.grab().toImage().pixelColor(at) == bare)
    assert Settings().crosshair == Crosshair(color="black", opacity=1.0)
    hands.desk.actions["tone"].trigger()
    hands.desk.actions["crosshair"].trigger()
    assert not hands.desk.view_bar.popover.isVisible()
    sheet.reset.click()
    sheet.close_button.click()
    assert Settings().crosshair == Crosshair()


def test_that_the_edge_under_the_mouse_is_gripped_in_the_window_too(hands: Hands, searched: Path) -> None:
    hands.open(searched)
    pick(hands, MAIN)
    viewport = hands.desk.canvas.viewport()
    QTest.mouseMove(viewport, hands.at(20, 30))
    QTest.mouseMove(viewport, hands.at(8, 30))
    hands.until(lambda: hands.desk.canvas.canvas_scene.handles.gripped is Part.LEFT)
