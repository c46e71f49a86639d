"""The next candidate of a stored search: its order, what it leaves out, and the way back."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.store.samples import heat as random_heat
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import PAPER, HeatConfig
from wsl_annotator.core.localization import HeatMap, Localization, SearchTrace
from wsl_annotator.core.records import BoxRecord, BoxState, LocalizationKey
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.heatmap import pool_trace
from wsl_annotator.store.localizations import StoredLocalization
from wsl_annotator.workflow.candidates import (
    CANDIDATE_IOU,
    CUTS,
    mean_heat,
    merged_proposals,
    next_candidate,
    peak_rows,
    ranked_rows,
)
from wsl_annotator.workflow.review import Proposal, visible_proposals
from wsl_annotator.workflow.stepping import ImageVisit

WIDTH, HEIGHT = 120, 90


def random_trace(seed: int, *, depth: int = 12, width: int = 6) -> SearchTrace:
    """Return the trace of a real tree of sub-grids with random scores."""
    rng = np.random.default_rng(seed)
    level, parent, child, boxes, kept = [0], [-1], [255], [np.array([0.0, 0, WIDTH, HEIGHT])], [True]
    beam = [0]
    for step in range(1, depth + 1):
        rows = []
        for node in beam:
            for number, made in enumerate(child_boxes(boxes[node].reshape(1, 4), 6)[0]):
                rows.append(len(boxes))
                level.append(step)
                parent.append(node)
                child.append(number)
                boxes.append(made)
                kept.append(False)
        beam = [int(row) for row in rng.permutation(rows)[:width]]
        for row in beam:
            kept[row] = True
    return SearchTrace(
        level=np.array(level, dtype=np.uint8),
        parent=np.array(parent, dtype=np.int32),
        child=np.array(child, dtype=np.uint8),
        boxes=np.stack(boxes),
        score=np.round(rng.normal(size=len(boxes)) * 3, 1),
        kept=np.array(kept),
    )


def stored(trace: SearchTrace | None, *, heat: HeatMap | None = None, number: int = 7) -> StoredLocalization:
    if heat is None:
        assert trace is not None
        heat = pool_trace(trace, HeatConfig(), width=WIDTH, height=HEIGHT)
    return StoredLocalization(
        id=number,
        key=LocalizationKey(image_id=1, class_id=2, network_hash="ab", config_digest=PAPER.digest),
        localization=Localization(class_name="dog", class_score=1.0, point=(1.0, 1.0), heat=heat, trace=trace),
        network_name="toy",
        config=PAPER,
        image_sha256="",
        created_at="",
        proposals=(),
        threshold=0.5,
    )


def all_candidates(search: StoredLocalization, taken: list[Box]) -> list[Proposal]:
    found: list[Proposal] = []
    while (one := next_candidate([search], [*taken, *(before.box for before in found)])) is not None:
        found.append(one)
    return found


@given(seed=st.integers(0, 10_000), owned=st.lists(st.integers(0, 40), max_size=3))
@settings(max_examples=40, deadline=None)
def test_that_no_candidate_overlaps_what_is_taken_and_none_is_left_in_the_end(seed: int, owned: list[int]) -> None:
    trace = random_trace(seed)
    taken = [Box(*map(float, trace.boxes[row])) for row in owned]
    found = all_candidates(stored(trace), taken)
    boxes = [*taken, *(one.box for one in found)]
    for first, second in itertools.combinations(boxes, 2):
        if second not in taken:
            assert first.iou(second) < CANDIDATE_IOU
    for row in trace.boxes:
        assert any(Box(*map(float, row)).iou(box) >= CANDIDATE_IOU for box in boxes)


@given(seed=st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_that_candidates_come_peaks_first_then_by_log_odds(seed: int) -> None:
    trace = random_trace(seed)
    order = ranked_rows(trace)
    assert sorted(order.tolist()) == list(range(len(trace)))
    peaks = peak_rows(trace)
    keys = [(not peaks[row], -trace.score[row], row) for row in order]
    assert keys == sorted(keys)
    found = all_candidates(stored(trace), [])
    places = [order.tolist().index(one.row) for one in found]
    assert places == sorted(places)
    assert found[0].row == order[0]


@given(seed=st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_that_a_peak_scores_as_much_as_its_parent_and_its_children(seed: int) -> None:
    trace = random_trace(seed)
    peaks = peak_rows(trace)
    for row in range(len(trace)):
        near = [trace.score[other] for other in np.flatnonzero(trace.parent == row)]
        if row:
            near.append(trace.score[trace.parent[row]])
        assert peaks[row] == all(trace.score[row] >= score for score in near)


def test_that_a_candidate_says_which_row_of_which_search_it_is() -> None:
    trace = random_trace(3)
    found = next_candidate([stored(trace, number=9)], [])
    assert found is not None
    assert found.row is not None
    assert (found.localization_id, found.threshold, found.class_id) == (9, None, 2)
    assert found.box.xyxy == tuple(trace.boxes[found.row])
    assert (found.origin.row, found.origin.localization_id, found.origin.proposed) == (found.row, 9, found.box)


def test_that_a_second_search_is_asked_once_the_first_has_no_more() -> None:
    first, second = stored(random_trace(1), number=1), stored(random_trace(2), number=2)
    boxes = [one.box for one in all_candidates(first, [])]
    found = next_candidate([first, second], boxes)
    assert found is None or found.localization_id == 2
    alone = next_candidate([second], boxes)
    assert found == alone


def test_that_a_heat_map_without_a_trace_offers_its_cuts_by_score() -> None:
    heat = random_heat(seed=5)
    search = stored(None, heat=heat)
    found = all_candidates(search, [])
    assert len(found) > 1
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(one.threshold in CUTS and one.row is None for one in found)
    shown = visible_proposals([search], [], {2: 0.5})
    assert not {one.key for one in found} & {one.key for one in shown}


@given(seed=st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_that_the_mean_heat_of_a_cut_box_is_its_score(seed: int) -> None:
    search = stored(None, heat=random_heat(seed=seed))
    for proposal in visible_proposals([search], [], {}):
        assert mean_heat(search.localization.heat, proposal.box) == pytest.approx(proposal.score, rel=1e-12)


def test_that_two_searches_offer_the_same_answer_once() -> None:
    trace = random_trace(4)
    first, second = stored(trace, number=1), stored(trace, number=2)
    alone = visible_proposals([first], [], {2: 0.5})
    assert merged_proposals([first, second], [], {2: 0.5}) == alone


# what is stepped over


def visit_of(trace: SearchTrace) -> tuple[ImageVisit, StoredLocalization, list[Proposal]]:
    search = stored(trace)
    return ImageVisit(), search, visible_proposals([search], [], {2: 0.5})


def test_that_stepping_replaces_a_proposal_in_place_and_back_restores_it() -> None:
    visit, search, shown = visit_of(random_trace(11))
    present = shown[0]
    seen = [present]
    while (found := visit.forward(2, seen[-1], searches=[search], taken=[])) is not None:
        seen.append(found)
        assert visit.shown(2, shown, judged=[], searches=[7])[0] == found
    assert len(seen) > 3
    assert len({one.key for one in seen}) == len(seen)
    for before in reversed(seen[:-1]):
        moved, present = visit.back(2, visit.shown(2, shown, judged=[], searches=[7])[0])
        assert (moved, present) == (True, before)
    assert visit.shown(2, shown, judged=[], searches=[7]) == shown
    assert visit.back(2, present) == (False, None)


def test_that_without_a_proposal_one_more_is_offered_and_back_takes_it_away() -> None:
    visit, search, _ = visit_of(random_trace(12))
    found = visit.forward(2, None, searches=[search], taken=[])
    assert visit.shown(2, [], judged=[], searches=[7]) == [found]
    assert visit.back(2, found) == (True, None)
    assert visit.shown(2, [], judged=[], searches=[7]) == []


def test_that_a_judged_candidate_goes_with_the_proposal_it_replaced_and_comes_back_with_undo() -> None:
    visit, search, shown = visit_of(random_trace(13))
    found = visit.forward(2, shown[0], searches=[search], taken=[])
    assert found is not None
    assert visit.shown(2, shown, judged=[found.box], searches=[7]) == shown[1:]
    assert visit.shown(2, shown, judged=[], searches=[7]) == [found, *shown[1:]]
    assert visit.shown(2, shown[1:], judged=[], searches=[8]) == shown[1:]


def test_that_what_was_skipped_is_not_offered_again_after_the_threshold_moved() -> None:
    visit, search, shown = visit_of(random_trace(14))
    first = visit.forward(2, shown[0], searches=[search], taken=[])
    second = visit.forward(2, first, searches=[search], taken=[])
    assert first is not None
    assert second is not None
    visit.settle(2)
    assert visit.shown(2, shown, judged=[], searches=[7]) == shown
    third = visit.forward(2, shown[0], searches=[search], taken=[])
    assert third is None or third.box.iou(first.box) < CANDIDATE_IOU
    visit.forget()
    assert visit.forward(2, shown[0], searches=[search], taken=[]) == first


def test_that_a_box_made_of_a_candidate_hides_it_and_remembers_its_row() -> None:
    trace = random_trace(15)
    found = next_candidate([stored(trace)], [])
    assert found is not None
    record = BoxRecord(id=1, image_id=1, class_id=2, box=found.box, state=BoxState.ACCEPTED, origin=found.origin)
    again = next_candidate([stored(trace)], [record.box])
    assert again is not None
    assert again.box.iou(found.box) < CANDIDATE_IOU
    assert dataclasses.replace(record.origin).row == found.row
