"""All images as columns: the same as what the single reads say, and fast for very many."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import numpy as np
import pytest

from tests.unit.store.samples import PROPOSALS, box, image, save
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus, Origin
from wsl_annotator.store.edits import PutBoxes, SetLabel, SetStatus
from wsl_annotator.store.overview import JUDGED_STATES, STATUS_CODES
from wsl_annotator.store.project import Project


def ignore() -> None:
    """Nobody stops."""


def test_that_the_columns_hold_what_the_rows_say(project: Project) -> None:
    project.apply(SetStatus(image_id=2, status=ImageStatus.SKIPPED))
    project.update_image(3, width=7, height=9, problem="It is cut off.")
    columns = project.image_columns(ignore)
    rows = project.summaries()
    assert columns.ids.tolist() == [row.id for row in rows]
    assert columns.paths == [row.path for row in rows]
    assert list(zip(columns.widths, columns.heights, strict=True)) == [(row.width, row.height) for row in rows]
    assert [STATUS_CODES[code] for code in columns.status] == [row.status for row in rows]
    assert columns.problems == {3: "It is cut off."}


def test_that_a_project_without_images_has_empty_columns(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.wsl", image_root=tmp_path, classes=["dog"]) as project:
        assert len(project.image_columns(ignore).ids) == 0
        assert project.box_counts().shape == (0, 3)
        assert list(project.label_blocks()) == []
        assert project.searches(judged_iou=0.5, on_block=ignore).image_ids.shape == (0,)
        assert project.first_image_id() == 0


def test_that_labels_come_with_their_image_and_class_over_several_blocks(tmp_path: Path) -> None:
    with Project.create(tmp_path / "many.wsl", image_root=tmp_path, classes=["dog", "cat"]) as project:
        project.add_images([image(f"{number}.jpg") for number in range(5_100)])
        given = [(1, 2, LabelState.POSITIVE), (4_999, 1, LabelState.NEGATIVE), (5_100, 2, LabelState.POSITIVE)]
        project.import_labels(given)
        blocks = list(project.label_blocks())
    assert len(blocks) == 2
    assert np.concatenate(blocks).tolist() == [[1, 2, 1], [4_999, 1, 0], [5_100, 2, 1]]


def test_that_boxes_are_counted_by_image_and_state(project: Project) -> None:
    states = (BoxState.ACCEPTED, BoxState.ACCEPTED, BoxState.DRAWN, BoxState.REJECTED)
    project.apply(PutBoxes(tuple(box(number + 1, state=state) for number, state in enumerate(states))))
    project.apply(PutBoxes((box(9, image_id=3, state=BoxState.ADJUSTED),)))
    counts = {(image_id, JUDGED_STATES[state]): count for image_id, state, count in project.box_counts().tolist()}
    assert counts == {
        (1, BoxState.ACCEPTED): 2,
        (1, BoxState.DRAWN): 1,
        (1, BoxState.REJECTED): 1,
        (3, BoxState.ADJUSTED): 1,
    }
    assert project.image_facts(1, judged_iou=0.5).boxes == (2, 0, 1, 1)


def proposed(project: Project) -> list[int]:
    found = project.searches(judged_iou=0.5, on_block=ignore).proposed.tolist()
    assert found == list(project.image_facts(1, judged_iou=0.5).proposed.values())
    return found


def test_that_a_proposal_is_open_until_a_box_of_its_class_overlaps_it(project: Project) -> None:
    save(project)
    first = PROPOSALS[0].box
    assert proposed(project) == [2]
    project.apply(PutBoxes((box(1, class_id=2, xyxy=first.xyxy),)))
    assert proposed(project) == [2]
    project.apply(PutBoxes((box(2, class_id=1, xyxy=first.xyxy, state=BoxState.REJECTED),)))
    assert proposed(project) == [1]


def test_that_a_proposal_stays_judged_when_its_box_moves_away(project: Project) -> None:
    save(project)
    origin = Origin(source="search", localization_id=1, proposed=PROPOSALS[0].box, score=0.3, threshold=0.5)
    moved = box(1, xyxy=(70, 50, 99, 79), state=BoxState.ADJUSTED, origin=origin)
    project.apply(PutBoxes((moved,)))
    assert proposed(project) == [1]
    project.apply(PutBoxes((dataclasses.replace(moved, box=PROPOSALS[1].box),)))
    assert proposed(project) == [0]


@pytest.mark.parametrize(("shift", "left"), [(9.8, 1), (9.9, 2)])
def test_that_the_overlap_that_judges_is_counted_as_in_the_window(project: Project, shift: float, left: int) -> None:
    save(project)
    first = PROPOSALS[0].box
    moved = Box(first.x1 + shift, first.y1, first.x2 + shift, first.y2)
    assert (moved.iou(first) >= 0.5) is (left == 1)
    project.apply(PutBoxes((box(1, xyxy=moved.xyxy),)))
    assert proposed(project) == [left]


def test_that_the_newest_search_gives_the_score_of_a_class(project: Project) -> None:
    save(project, network_hash="old")
    save(project, network_hash="new", seed=1)
    searches = project.searches(judged_iou=0.5, on_block=ignore)
    assert searches.image_ids.tolist() == [1, 1]
    assert project.image_facts(1, judged_iou=0.5).searches == 2
    assert project.image_facts(1, judged_iou=0.5).log_odds == {1: searches.log_odds[-1]}


def test_that_labels_of_one_image_are_what_a_person_said(project: Project) -> None:
    project.apply(SetLabel(image_id=2, class_id=2, state=LabelState.NEGATIVE))
    assert project.image_facts(2, judged_iou=0.5).labels == {2: LabelState.NEGATIVE}
    assert project.image_facts(99, judged_iou=0.5).labels == {}


def test_that_reading_stops_when_it_is_told_to(project: Project) -> None:
    def stop() -> None:
        raise Cancelled

    save(project)
    with pytest.raises(Cancelled):
        project.image_columns(stop)
    with pytest.raises(Cancelled):
        project.searches(judged_iou=0.5, on_block=stop)


def test_that_hundreds_of_thousands_of_labels_are_read_in_about_a_second(tmp_path: Path) -> None:
    counted = "WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < {})"
    with Project.create(tmp_path / "big.wsl", image_root=tmp_path, classes=[f"c{k}" for k in range(20)]) as project:
        with project.bulk():
            run = project._database.execute
            run(
                f"{counted.format(20_000)} INSERT INTO images (path, width, height, sha256, status, problem, extra)"
                " SELECT 'image' || i || '.jpg', 640, 480, '', 'untouched', '', '{}' FROM counted"
            )
            run(
                f"{counted.format(20_000)} INSERT INTO labels"
                " SELECT counted.i, classes.id, (counted.i + classes.id) % 2 FROM counted, classes"
            )
        start = time.perf_counter()
        total = sum(len(block) for block in project.label_blocks())
        elapsed = time.perf_counter() - start
    print(f"{total:,} labels in {elapsed:.2f} s")
    assert total == 400_000
    # The bound leaves room for a machine that is busy with something else.
    assert elapsed < 3
