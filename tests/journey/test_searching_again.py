"""Other answers of the search by keys and mouse: next candidate, another instance, a region, images ahead."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hands, dump, open_desk
from tests.helpers.pairs import SECOND, make_pairs
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.services.network_jobs import ProjectSearchJob, ScopedSearchJob, SearchAheadJob
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.candidates import CANDIDATE_IOU
from wsl_annotator.workflow.review import Proposal

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    return make_pairs(tmp_path / "pairs")


@pytest.fixture
def searched(hands: Hands, pairs: Path) -> Hands:
    hands.open(pairs)
    hands.key(Qt.Key.Key_P)
    hands.until(hands.idle)
    assert hands.desk.session.proposals()
    return hands


def shown(hands: Hands) -> list[Proposal]:
    return hands.desk.session.proposals()


def selected(hands: Hands) -> Proposal:
    found = hands.desk.session.proposal(hands.desk.session.selection)
    assert found is not None
    return found


def quiet(hands: Hands) -> bool:
    return not hands.desk.is_running() and not hands.desk.store.busy and not hands.desk.network.busy


def search_again(hands: Hands, key: Qt.Key) -> None:
    hands.key(key)
    assert hands.desk.searches.running
    hands.until(lambda: quiet(hands))


# N


def test_that_n_shows_other_boxes_one_by_one_until_a_sentence_says_that_there_are_no_more(searched: Hands) -> None:
    best = max(shown(searched), key=lambda one: one.score)
    seen = [best]
    for _ in range(200):
        before = searched.desk.session.selection
        searched.key(Qt.Key.Key_N)
        if searched.desk.session.selection == before:
            break
        seen.append(selected(searched))
        assert searched.desk.canvas.selected_key == searched.desk.session.selection
    assert "no more candidates of red" in searched.desk.window.message_bar.text
    assert len(seen) > 3
    for number, one in enumerate(seen):
        assert all(one.box.iou(other.box) < CANDIDATE_IOU for other in seen[:number])
    for one in reversed(seen[:-1]):
        searched.key(Qt.Key.Key_N, SHIFT)
        assert selected(searched) == one
    searched.key(Qt.Key.Key_N, SHIFT)
    assert "no earlier candidate" in searched.desk.window.message_bar.text
    with Project.open(searched.desk.session.project.path, read_only=True) as reader:
        assert list(reader.all_boxes()) == []


def test_that_an_accepted_candidate_remembers_its_row_and_undo_shows_it_again(searched: Hands) -> None:
    replaced = max(shown(searched), key=lambda one: one.score)
    searched.key(Qt.Key.Key_N)
    candidate = selected(searched)
    searched.key(Qt.Key.Key_Return)
    (record,) = searched.desk.session.owned.values()
    assert (record.state, record.box, record.origin) == (BoxState.ACCEPTED, candidate.box, candidate.origin)
    assert record.origin.row is not None
    (stored,) = searched.desk.session.localizations.values()
    assert stored.localization.trace is not None
    assert tuple(stored.localization.trace.boxes[record.origin.row]) == record.box.xyxy
    assert replaced not in shown(searched)
    searched.ctrl(Qt.Key.Key_Z)
    assert searched.desk.session.owned == {}
    assert candidate in shown(searched)
    searched.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert list(searched.desk.session.owned.values()) == [record]
    with Project.open(searched.desk.session.project.path, read_only=True) as reader:
        assert list(reader.all_boxes()) == [record]


def test_that_a_rejected_candidate_is_not_offered_again_and_what_was_skipped_is_after_a_new_visit(
    searched: Hands,
) -> None:
    first = max(shown(searched), key=lambda one: one.score)
    searched.key(Qt.Key.Key_N)
    wrong = selected(searched)
    searched.key(Qt.Key.Key_X)
    searched.key(Qt.Key.Key_N)
    assert selected(searched).box.iou(wrong.box) < CANDIDATE_IOU
    searched.next_image()
    searched.key(Qt.Key.Key_A)
    searched.until(searched.picture_shown)
    assert max(shown(searched), key=lambda one: one.score) == first


def test_that_dragging_a_candidate_makes_an_adjusted_box_of_that_row(searched: Hands) -> None:
    searched.key(Qt.Key.Key_N)
    candidate = selected(searched)
    searched.key(Qt.Key.Key_Right)
    (record,) = searched.desk.session.owned.values()
    assert (record.state, record.origin.row) == (BoxState.ADJUSTED, candidate.row)


def test_that_moving_the_threshold_shows_the_proposals_of_the_cut_again(searched: Hands) -> None:
    before = shown(searched)
    searched.key(Qt.Key.Key_N)
    assert shown(searched) != before
    searched.key(Qt.Key.Key_BracketRight)
    assert all(one.row is None for one in shown(searched))


def test_that_without_a_search_n_says_how_to_get_one(hands: Hands, pairs: Path) -> None:
    hands.open(pairs)
    hands.key(Qt.Key.Key_N)
    assert "has not been searched" in hands.desk.window.message_bar.text


# I


def test_that_another_instance_is_found_where_the_first_box_is_not(searched: Hands) -> None:
    path = searched.desk.session.project.image_file(searched.desk.session.image)
    before, plain = path.read_bytes(), dict(searched.desk.session.localizations)
    searched.draw((4, 4), (36, 36))
    (owned,) = searched.desk.session.owned.values()
    search_again(searched, Qt.Key.Key_I)
    assert path.read_bytes() == before
    assert {key: stored.id for key, stored in searched.desk.session.localizations.items()} == {
        key: stored.id for key, stored in plain.items()
    }
    (again,) = searched.desk.session.scoped
    assert again.key.scope.filled == (owned.box,)
    assert selected(searched).localization_id == again.id
    assert all(one.box.iou(owned.box) < CANDIDATE_IOU for one in shown(searched))
    assert selected(searched).box.iou(SECOND) > 0.3
    searched.key(Qt.Key.Key_Return)
    assert len(searched.desk.session.owned) == 2
    assert list(searched.desk.session.owned.values())[1].origin.localization_id == again.id


def test_that_undo_takes_the_search_away_and_redo_brings_it_back_with_its_proposals(searched: Hands) -> None:
    searched.draw((4, 4), (36, 36))
    before, project = shown(searched), searched.desk.session.project
    search_again(searched, Qt.Key.Key_I)
    after = shown(searched)
    searched.key(Qt.Key.Key_Return)
    state = dump(project)
    searched.ctrl(Qt.Key.Key_Z)
    searched.ctrl(Qt.Key.Key_Z)
    assert shown(searched) == before
    assert project.scoped_localizations(1) == []
    searched.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown(searched) == after
    searched.key(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert dump(project) == state
    assert project.integrity() == []


def test_that_a_search_that_is_stored_is_not_made_twice(searched: Hands) -> None:
    searched.draw((4, 4), (36, 36))
    search_again(searched, Qt.Key.Key_I)
    (first,) = searched.desk.session.scoped
    searched.key(Qt.Key.Key_I)
    assert not searched.desk.searches.running
    assert [stored.id for stored in searched.desk.session.scoped] == [first.id]


def test_that_without_a_box_of_the_class_there_is_nothing_to_leave_out(searched: Hands) -> None:
    searched.key(Qt.Key.Key_I)
    assert not searched.desk.searches.running
    assert "no box of red" in searched.desk.window.message_bar.text


# G


def search_region(hands: Hands, start: tuple[float, float], end: tuple[float, float]) -> None:
    hands.key(Qt.Key.Key_G)
    assert hands.desk.canvas.tool == "region"
    hands.drag(start, end)
    assert hands.desk.canvas.tool == "edit"
    assert hands.desk.searches.running
    hands.until(lambda: quiet(hands))


def test_that_a_region_is_searched_by_drag_and_its_boxes_lie_inside(searched: Hands) -> None:
    search_region(searched, (70, 40), (127, 95))
    (again,) = searched.desk.session.scoped
    region = again.key.scope.region
    assert region is not None
    assert region.iou(Box(70, 40, 127, 95)) > 0.8
    found = [one for one in shown(searched) if one.localization_id == again.id]
    assert selected(searched) in found
    for one in found:
        assert one.box.clipped(width=region.x2, height=region.y2) == one.box
        assert one.box.x1 >= region.x1
        assert one.box.y1 >= region.y1
    assert SECOND.contains(*selected(searched).box.center)
    assert searched.desk.session.owned == {}
    searched.key(Qt.Key.Key_N)
    assert selected(searched).localization_id == again.id
    searched.key(Qt.Key.Key_Return)
    (record,) = searched.desk.session.owned.values()
    assert record.origin.localization_id == again.id
    for _ in range(2):
        searched.ctrl(Qt.Key.Key_Z)
    assert searched.desk.session.scoped == ()


def test_that_heat_and_steps_are_of_the_search_that_the_selected_box_came_from(searched: Hands) -> None:
    desk = searched.desk
    desk.trace_dock.show()
    (whole,) = desk.session.localizations.values()
    scene, title = desk.canvas.canvas_scene, desk.trace_panel.findChild(QLabel)
    assert scene.heat.heat is whole.localization.heat
    search_region(searched, (70, 40), (127, 95))
    # Read again with the new one beside it.
    (whole,), (again,) = desk.session.localizations.values(), desk.session.scoped
    assert selected(searched).localization_id == again.id
    assert scene.heat.heat is again.localization.heat
    assert title.text().startswith("red, in the region: level")
    boxes = {Box(*map(float, row)) for row in again.localization.trace.boxes}
    assert set(desk.trace_panel.current_view().kept) <= boxes
    desk.session.select(next(one.key for one in shown(searched) if one.localization_id == whole.id))
    assert scene.heat.heat is whole.localization.heat
    # the steps follow the canvas a turn later
    searched.until(lambda: title.text().startswith("red: level"))
    desk.session.select(next(one.key for one in shown(searched) if one.localization_id == again.id))
    searched.key(Qt.Key.Key_Return)
    (record,) = desk.session.owned.values()
    desk.session.select(f"b{record.id}")
    assert scene.heat.heat is again.localization.heat
    searched.key(Qt.Key.Key_Escape)
    assert scene.heat.heat is whole.localization.heat


def test_that_a_class_searched_in_a_region_alone_shows_that_search_until_another_is_current(searched: Hands) -> None:
    searched.desk.canvas.select("")
    searched.key(Qt.Key.Key_2)
    assert searched.desk.canvas.canvas_scene.heat.heat is None
    search_region(searched, (10, 10), (90, 80))
    (again,) = searched.desk.session.scoped
    searched.desk.canvas.select("")
    assert searched.desk.canvas.canvas_scene.heat.heat is again.localization.heat
    searched.key(Qt.Key.Key_1)
    (whole,) = searched.desk.session.localizations.values()
    assert searched.desk.canvas.canvas_scene.heat.heat is whole.localization.heat


def test_that_a_class_that_was_not_searched_can_be_searched_in_a_region_and_stays_current(searched: Hands) -> None:
    green = searched.desk.session.classes[1].id
    searched.desk.canvas.select("")
    searched.key(Qt.Key.Key_2)
    assert searched.desk.session.class_id == green
    search_region(searched, (10, 10), (90, 80))
    assert {stored.key.class_id for stored in searched.desk.session.scoped} == {green}
    assert searched.desk.session.class_id == green


def test_that_escape_or_g_puts_the_region_away_and_a_tiny_one_is_refused(searched: Hands) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_G):
        searched.key(Qt.Key.Key_G)
        assert searched.desk.canvas.tool == "region"
        searched.key(key)
        assert searched.desk.canvas.tool == "edit"
    searched.key(Qt.Key.Key_G)
    searched.drag((20, 20), (24, 24))
    assert not searched.desk.searches.running
    assert "8 pixels" in searched.desk.window.message_bar.text
    assert searched.desk.session.owned == {}


# beside other work


def test_that_a_read_only_project_steps_through_candidates_and_searches_nothing(
    qtbot: QtBot, tmp_path: Path, pairs: Path
) -> None:
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(pairs)
        hands.propose_all()
    with Project.open(pairs), open_desk(qtbot, tmp_path) as hands:
        hands.desk.settings.set_switch("search_ahead", on=True)
        hands.open(pairs)
        assert not hands.desk.session.writable
        before = max(shown(hands), key=lambda one: one.score)
        hands.key(Qt.Key.Key_N)
        assert selected(hands) != before
        for key in (Qt.Key.Key_I, Qt.Key.Key_G):
            hands.key(key)
        assert hands.desk.canvas.tool == "edit"
        assert not hands.desk.searches.running
        assert not hands.desk.searches.ahead.running


def results(path: Path) -> list[tuple[object, ...]]:
    with Project.open(path, read_only=True) as reader:
        return [
            (
                stored.key,
                stored.localization.class_score,
                stored.localization.heat.values.tobytes(),
                stored.localization.trace.boxes.tobytes() if stored.localization.trace else b"",
                stored.localization.trace.score.tobytes() if stored.localization.trace else b"",
            )
            for stored in reader.all_localizations()
        ]


def test_that_what_is_on_the_screen_goes_first_and_the_batch_has_the_bits_of_one_left_alone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    alone, disturbed = make_pairs(tmp_path / "a", count=6), make_pairs(tmp_path / "b", count=6)
    with open_desk(qtbot, tmp_path, pause_s=0.04) as hands:
        hands.open(alone)
        hands.propose_all()
        hands.open(disturbed)
        hands.draw((4, 4), (36, 36))
        ends: list[str] = []
        jobs: dict[int, str] = {}
        hands.desk.network.started.connect(lambda job_id, job: jobs.update({job_id: type(job).__name__}))
        hands.desk.network.done.connect(lambda job_id, _: ends.append(jobs.get(job_id, "")))
        hands.ctrl(Qt.Key.Key_B)
        hands.until(lambda: ProjectSearchJob.__name__ in jobs.values())
        hands.key(Qt.Key.Key_I)
        hands.until(lambda: bool(hands.desk.session.scoped))
        assert hands.desk.propose.running
        assert ends[-1] == ScopedSearchJob.__name__
        hands.key(Qt.Key.Key_G)
        hands.drag((70, 40), (127, 95))
        hands.until(lambda: len(hands.desk.session.scoped) == 2)
        hands.until(hands.idle)
        assert ends[-1] == ProjectSearchJob.__name__
        assert len(hands.desk.session.scoped) == 2
    assert results(disturbed) == results(alone)
    assert len(results(alone)) == 6


def test_that_stop_ends_a_search_of_the_image_within_a_second_and_stores_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_pairs(tmp_path / "pairs")
    with open_desk(qtbot, tmp_path, pause_s=0.2) as hands:
        hands.desk.settings.search = type(hands.desk.settings.search)(
            network=hands.desk.settings.search.network, preset="paper", device="cpu"
        )
        hands.open(project)
        hands.draw((4, 4), (36, 36))
        hands.key(Qt.Key.Key_I)
        hands.until(lambda: "level" in hands.desk.window.status.job.text)
        start = time.monotonic()
        hands.ctrl(Qt.Key.Key_Period)
        hands.until(lambda: not hands.desk.is_running())
        assert time.monotonic() - start < 1.0
        assert hands.desk.session.scoped == ()
        hands.key(Qt.Key.Key_I)
        assert hands.desk.searches.running
        hands.key(Qt.Key.Key_D)
        assert not hands.desk.searches.running


@pytest.mark.parametrize("key", [Qt.Key.Key_I, Qt.Key.Key_G])
def test_that_closing_while_an_image_is_searched_again_ends_in_time(qtbot: QtBot, tmp_path: Path, key: Qt.Key) -> None:
    project = make_pairs(tmp_path / "pairs")
    with open_desk(qtbot, tmp_path, pause_s=0.1) as hands:
        hands.open(project)
        hands.draw((4, 4), (36, 36))
        hands.key(key)
        if key is Qt.Key.Key_G:
            hands.drag((70, 40), (127, 95))
        assert hands.desk.searches.running
        hands.qtbot.wait(150)
        start = time.monotonic()
        hands.desk.window.close()
        assert hands.desk.shut_down()
        assert time.monotonic() - start < 5
    with Project.open(project) as reader:
        assert reader.integrity() == []


# ahead


def test_that_neighbours_are_searched_while_a_person_looks_and_nothing_twice(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_pairs(tmp_path / "pairs", count=6)
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(project)
        hands.qtbot.wait(600)
        assert not hands.desk.searches.ahead.running
        hands.desk.actions["search_ahead"].setChecked(True)
        hands.qtbot.wait(600)
        # no network is opened for it: a file that runs code waits for a search that somebody asks for
        assert [row.localizations for row in hands.desk.images.summaries()] == [0] * 6
        searched: list[int] = []
        hands.desk.network.started.connect(
            lambda _, job: searched.append(job.image.image_id) if isinstance(job, SearchAheadJob) else None
        )
        hands.key(Qt.Key.Key_P)
        hands.until(lambda: quiet(hands) and not hands.desk.searches.ahead.running)
        assert [row.localizations for row in hands.desk.images.summaries()] == [1, 1, 1, 0, 0, 0]
        assert searched == [2, 3]
        hands.next_image()
        hands.next_image()
        hands.next_image()
        assert not shown(hands)
        hands.until(lambda: quiet(hands) and not hands.desk.searches.ahead.running and bool(shown(hands)))
        hands.until(lambda: [row.localizations for row in hands.desk.images.summaries()] == [1] * 6)
        assert searched == [2, 3, 4, 5, 6]
        hands.key(Qt.Key.Key_N)
        assert shown(hands)


def test_that_a_search_ahead_makes_room_for_a_batch_and_loses_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_pairs(tmp_path / "pairs", count=5)
    with open_desk(qtbot, tmp_path, pause_s=0.05) as hands:
        hands.desk.settings.set_switch("search_ahead", on=True)
        hands.open(project)
        hands.key(Qt.Key.Key_P)
        ahead: list[int] = []
        hands.desk.network.started.connect(
            lambda job_id, job: ahead.append(job_id) if isinstance(job, SearchAheadJob) else None
        )
        hands.until(lambda: bool(ahead))
        hands.ctrl(Qt.Key.Key_B)
        assert hands.desk.propose.running
        hands.until(hands.idle)
        hands.until(lambda: quiet(hands) and not hands.desk.searches.ahead.running)
        assert [row.localizations for row in hands.desk.images.summaries()] == [1] * 5
        assert len(ahead) == 1


def test_that_going_elsewhere_or_closing_ends_a_search_ahead(qtbot: QtBot, tmp_path: Path) -> None:
    project = make_pairs(tmp_path / "pairs", count=12)
    with open_desk(qtbot, tmp_path, pause_s=0.3) as hands:
        hands.desk.settings.set_switch("search_ahead", on=True)
        hands.open(project)
        hands.key(Qt.Key.Key_P)
        hands.until(hands.idle)
        hands.until(lambda: hands.desk.searches.ahead._searching == 2)
        hands.desk.lists.show_image(10)
        assert hands.desk.searches.ahead._searching == 0
        hands.until(lambda: hands.desk.searches.ahead._searching == 10)
        start = time.monotonic()
        hands.ctrl(Qt.Key.Key_W)
        assert hands.desk.session.project is None
        assert not hands.desk.searches.ahead.running
        assert time.monotonic() - start < 1
