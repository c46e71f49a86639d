"""A person annotates with the toy network: by keys and mouse, undone and redone."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.helpers.desk import Hands, dump
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.store.project import Project

SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def _states(hands: Hands) -> list[BoxState]:
    return [record.state for record in hands.desk.session.owned.values()]


def test_that_every_image_gets_proposals_of_its_label(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    assert [summary.localizations for summary in hands.desk.images.summaries()] == [1, 1, 1, 1]
    names = {record.id: record.name for record in hands.desk.session.classes}
    assert {names[found.class_id] for found in hands.desk.session.proposals()} == {"red"}


def test_that_enter_accepts_the_best_proposal_and_selects_the_next(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    best = max(hands.desk.session.proposals(), key=lambda found: found.score)
    hands.key(Qt.Key.Key_Return)
    (record,) = hands.desk.session.owned.values()
    assert (record.state, record.box, record.origin.proposed) == (BoxState.ACCEPTED, best.box, best.box)
    rest = [found.key for found in hands.desk.session.proposals()]
    assert hands.desk.session.selection in [*rest, ""]
    assert bool(hands.desk.session.selection) == bool(rest)


def test_that_a_rejected_proposal_stays_away_at_any_threshold_and_after_a_new_run(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    proposal = hands.desk.session.proposals()[0]
    hands.desk.session.select(proposal.key)
    hands.key(Qt.Key.Key_X)
    assert _states(hands) == [BoxState.REJECTED]
    class_id = proposal.class_id
    for tau in (0.3, 0.5, 0.7):
        hands.desk.session.preview_threshold(class_id, tau)
        assert all(found.box.iou(proposal.box) < 0.5 for found in hands.desk.session.proposals())
    hands.desk.settings.search = type(hands.desk.settings.search)(
        network=hands.desk.settings.search.network, preset="paper", device="cpu"
    )
    hands.propose_all()
    assert all(found.box.iou(proposal.box) < 0.5 for found in hands.desk.session.proposals())
    assert _states(hands) == [BoxState.REJECTED]


def test_that_nudging_a_proposal_makes_an_adjusted_box_that_remembers_it(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    proposal = hands.desk.session.proposals()[0]
    hands.desk.session.select(proposal.key)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    (record,) = hands.desk.session.owned.values()
    assert record.state is BoxState.ADJUSTED
    assert record.origin.proposed == proposal.box
    assert record.box == proposal.box.moved(dx=2, dy=0)
    hands.ctrl(Qt.Key.Key_Z)
    assert hands.desk.session.owned == {}
    assert hands.desk.session.proposal(proposal.key) == proposal


def test_that_a_drag_in_draw_mode_makes_a_box_of_the_current_class(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.key(Qt.Key.Key_3)
    hands.draw((40, 30), (56, 42))
    (record,) = hands.desk.session.owned.values()
    assert record.state is BoxState.DRAWN
    assert record.box.iou(Box(40, 30, 56, 42)) > 0.8
    assert record.class_id == hands.desk.session.classes[2].id
    assert hands.desk.canvas.tool == "edit"


def test_that_digits_change_the_class_of_the_selected_box(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    hands.key(Qt.Key.Key_2)
    (record,) = hands.desk.session.owned.values()
    assert record.class_id == hands.desk.session.classes[1].id


def test_that_alt_digit_cycles_the_image_label(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    blue = hands.desk.session.classes[2].id
    seen = []
    for _ in range(3):
        hands.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
        seen.append(hands.desk.session.labels.get(blue, LabelState.UNKNOWN))
    assert seen == [LabelState.UNKNOWN, LabelState.POSITIVE, LabelState.NEGATIVE]


def test_that_space_verifies_and_goes_on_and_undo_comes_back(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    first = hands.desk.session.image
    hands.key(Qt.Key.Key_Space)
    assert hands.desk.session.image != first
    hands.until(lambda: hands.desk.images.summary(0).status is ImageStatus.VERIFIED)
    hands.ctrl(Qt.Key.Key_Z)
    assert hands.desk.session.image == first
    hands.until(lambda: hands.desk.images.summary(0).status is ImageStatus.UNTOUCHED)


def test_that_shift_enter_accepts_all_in_one_undo_step(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    count = len(hands.desk.session.proposals())
    hands.key(Qt.Key.Key_Return, SHIFT)
    assert _states(hands) == [BoxState.ACCEPTED] * count
    assert hands.desk.stack.count() == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert len(hands.desk.session.proposals()) == count
    assert hands.desk.session.owned == {}


def test_that_undoing_all_and_redoing_all_restores_the_project_bit_for_bit(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    project = hands.desk.session.project
    start = dump(project)
    hands.key(Qt.Key.Key_Return)
    hands.draw((40, 30), (56, 42))
    hands.key(Qt.Key.Key_Down, SHIFT)
    hands.key(Qt.Key.Key_2)
    hands.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    hands.key(Qt.Key.Key_BracketRight)
    hands.key(Qt.Key.Key_Delete)
    hands.key(Qt.Key.Key_Space)
    hands.until(hands.picture_shown)
    hands.key(Qt.Key.Key_X)
    hands.key(Qt.Key.Key_Return)
    end = dump(project)
    assert start != end
    steps = hands.desk.stack.index()
    assert steps >= 7
    for _ in range(steps):
        hands.ctrl(Qt.Key.Key_Z)
    assert dump(project) == start
    for _ in range(steps):
        hands.key(Qt.Key.Key_Z, CTRL_SHIFT)
    assert dump(project) == end


def test_that_every_edit_is_in_the_file_before_the_next_key(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    with Project.open(squares, read_only=True) as reader:
        assert [record.state for record in reader.all_boxes()] == [BoxState.DRAWN]


def test_that_tab_cycles_boxes_only_while_the_canvas_has_the_focus(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((2, 30), (20, 44))
    hands.draw((40, 30), (56, 42))
    first, second = (f"b{number}" for number in hands.desk.session.owned)
    assert hands.desk.session.selection == second
    hands.key(Qt.Key.Key_Tab)
    assert hands.desk.session.selection == first
    hands.desk.image_panel.filter.setFocus()
    hands.qtbot.keyClick(hands.desk.image_panel.filter, Qt.Key.Key_Tab)
    assert hands.desk.session.selection == first
    assert not hands.desk.image_panel.filter.hasFocus()


def test_that_letters_typed_in_the_filter_are_not_shortcuts(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    image = hands.desk.session.image
    hands.desk.image_panel.filter.setFocus()
    hands.qtbot.keyClicks(hands.desk.image_panel.filter, "dwx1 m")
    assert hands.desk.image_panel.filter.text() == "dwx1 m"
    assert hands.desk.session.image == image
    assert hands.desk.canvas.tool == "edit"
    assert hands.desk.session.owned == {}
