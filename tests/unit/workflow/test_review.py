"""A person's judgements as edits, and what stays hidden because of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST, PAPER, LocalizerConfig
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.records import BoxState, ImageRecord, ImageStatus, LocalizationKey
from wsl_annotator.store.edits import Batch, PutClass
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review

LEFT, RIGHT = Box(10, 10, 30, 30), Box(60, 10, 90, 40)


def heat_with_two_blobs() -> HeatMap:
    """Return 0.8 over LEFT and 0.4 over RIGHT, nothing elsewhere."""
    values = np.zeros((4, 5))
    x_edges = np.array([0.0, 10, 30, 60, 90, 100])
    y_edges = np.array([0.0, 10, 30, 40, 50])
    values[1, 1] = 0.8
    values[1:3, 3] = 0.4
    return HeatMap(x_edges=x_edges, y_edges=y_edges[[0, 1, 2, 3, 4]], values=values)


def save(project: Project, *, config: LocalizerConfig = PAPER, class_id: int = 1) -> int:
    localization = Localization(
        class_name="dog", class_score=2.0, point=(20.0, 20.0), heat=heat_with_two_blobs(), trace=None
    )
    key = LocalizationKey(image_id=1, class_id=class_id, network_hash="ab" * 32, config_digest=config.digest)
    return project.save_localization(
        key, localization, image_sha256="0" * 64, network_name="toy", config=config, proposals=(), threshold=0.3
    )


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.wsl", image_root=tmp_path, classes=["dog", "cat"]) as made:
        made.add_images([ImageRecord(id=1, path="a.png", width=100, height=50)])
        save(made)
        yield made


def visible(project: Project, tau: float = 0.3) -> list[review.Proposal]:
    return review.visible_proposals(project.localizations(1), project.boxes(1), {1: tau, 2: tau})


def test_that_proposals_are_cut_at_the_given_threshold_best_first(project: Project) -> None:
    assert [found.box for found in visible(project)] == [LEFT, RIGHT]
    assert [found.box for found in visible(project, tau=0.6)] == [LEFT]
    assert visible(project)[0].score == pytest.approx(0.8)


@pytest.mark.parametrize("judge", [review.accept, review.reject])
def test_that_a_judged_proposal_stays_hidden_at_any_threshold_and_after_a_new_run(
    project: Project, judge: Callable[..., review.Edit]
) -> None:
    project.apply(judge(project, visible(project)[0], 1))
    save(project, config=FAST)
    for tau in (0.0, 0.3, 0.6, 0.9):
        assert LEFT not in [found.box for found in visible(project, tau)]
    assert [found.box for found in visible(project)] == [RIGHT]


def test_that_a_proposal_keeps_its_key_when_a_better_one_is_judged(project: Project) -> None:
    before = visible(project)[1].key
    project.apply(review.accept(project, visible(project)[0], 1))
    assert visible(project)[0].key == before


def test_that_a_proposal_stays_hidden_however_far_its_box_was_moved(project: Project) -> None:
    project.apply(review.adjust(project, visible(project)[0], 1, Box(40, 30, 60, 50)))
    assert [found.box for found in visible(project)] == [RIGHT]


def test_that_a_drawn_box_hides_the_proposals_it_overlaps_by_half_and_no_others(project: Project) -> None:
    project.apply(review.draw(project, 1, 1, Box(10, 10, 30, 50)))
    assert [found.box for found in visible(project)] == [RIGHT]
    (record,) = project.boxes(1)
    project.apply(review.edit_box(record, Box(10, 10, 30, 50.0 - 1e-9)))
    assert [found.box for found in visible(project)] == [RIGHT]
    (record,) = project.boxes(1)
    project.apply(review.edit_box(record, Box(8, 8, 34, 49)))
    assert len(visible(project)) == 2


def test_that_a_box_of_another_class_hides_nothing(project: Project) -> None:
    project.apply(review.draw(project, 1, 2, LEFT))
    assert len(visible(project)) == 2


def test_that_accepting_records_where_the_box_came_from(project: Project) -> None:
    proposal = visible(project)[0]
    project.apply(review.accept(project, proposal, 1))
    (record,) = project.boxes(1)
    assert record.state is BoxState.ACCEPTED
    assert record.box == LEFT
    assert record.origin.proposed == LEFT
    assert record.origin.localization_id == proposal.localization_id
    assert record.origin.threshold == 0.3
    assert record.origin.model == "ab" * 32


def test_that_a_box_makes_its_class_positive_and_its_image_in_progress_and_undo_takes_both_back(
    project: Project,
) -> None:
    inverse = project.apply(review.accept(project, visible(project)[0], 1))
    assert project.labels(1) == {1: LabelState.POSITIVE}
    assert project.image(1).status is ImageStatus.IN_PROGRESS
    project.apply(inverse)
    assert project.labels(1) == {}
    assert project.image(1).status is ImageStatus.UNTOUCHED
    assert project.boxes(1) == []


def test_that_a_rejection_says_nothing_of_the_label(project: Project) -> None:
    project.apply(review.reject(project, visible(project)[0], 1))
    assert project.labels(1) == {}


def test_that_accept_all_is_one_edit_above_the_score(project: Project) -> None:
    entries = len(project.journal())
    edit = review.accept_all(project, visible(project), 1, min_score=0.5)
    inverse = project.apply(edit)
    assert [record.box for record in project.boxes(1)] == [LEFT]
    assert len(project.journal()) == entries + 1
    project.apply(inverse)
    assert project.boxes(1) == []
    assert review.accept_all(project, visible(project), 1, min_score=0.95) == Batch(())


def test_that_a_box_moved_back_to_its_proposed_edges_is_accepted_again(project: Project) -> None:
    project.apply(review.accept(project, visible(project)[0], 1))
    (record,) = project.boxes(1)
    project.apply(review.edit_box(record, LEFT.moved(dx=1, dy=0)))
    (record,) = project.boxes(1)
    assert record.state is BoxState.ADJUSTED
    project.apply(review.edit_box(record, LEFT))
    assert project.boxes(1)[0].state is BoxState.ACCEPTED


def test_that_changing_a_class_leaves_the_proposal_rejected_for_the_class_it_had(project: Project) -> None:
    project.apply(review.accept(project, visible(project)[0], 1))
    (record,) = project.boxes(1)
    project.apply(review.change_class(project, record, 2))
    states = {(box.class_id, box.state) for box in project.boxes(1)}
    assert states == {(2, BoxState.ADJUSTED), (1, BoxState.REJECTED)}
    assert LEFT not in [found.box for found in visible(project)]


def test_that_changing_a_class_back_leaves_one_accepted_box(project: Project) -> None:
    project.apply(review.accept(project, visible(project)[0], 1))
    project.apply(review.change_class(project, project.boxes(1)[0], 2))
    moved = next(box for box in project.boxes(1) if box.state is BoxState.ADJUSTED)
    project.apply(review.change_class(project, moved, 1))
    (record,) = project.boxes(1)
    assert (record.class_id, record.state, record.box) == (1, BoxState.ACCEPTED, LEFT)


def test_that_accepting_as_another_class_is_undone_in_one_step(project: Project) -> None:
    inverse = project.apply(review.accept_as(project, visible(project)[0], 1, 2))
    assert {(box.class_id, box.state) for box in project.boxes(1)} == {
        (2, BoxState.ADJUSTED),
        (1, BoxState.REJECTED),
    }
    project.apply(inverse)
    assert project.boxes(1) == []


def test_that_deleting_an_accepted_box_does_not_bring_its_proposal_back(project: Project) -> None:
    project.apply(review.adjust(project, visible(project)[0], 1, Box(12, 12, 30, 30)))
    project.apply(review.delete(project.boxes(1)[0]))
    assert project.boxes(1)[0].state is BoxState.REJECTED
    assert LEFT not in [found.box for found in visible(project)]
    project.apply(review.delete(project.boxes(1)[0]))
    assert project.boxes(1) == []
    assert LEFT in [found.box for found in visible(project)]


def test_that_deleting_a_drawn_box_leaves_nothing(project: Project) -> None:
    project.apply(review.draw(project, 1, 1, Box(0, 0, 5, 5)))
    project.apply(review.delete(project.boxes(1)[0]))
    assert project.boxes(1) == []


def test_that_a_drawn_box_stays_drawn_when_it_is_moved_or_changes_class(project: Project) -> None:
    project.apply(review.draw(project, 1, 1, Box(0, 0, 5, 5)))
    project.apply(review.edit_box(project.boxes(1)[0], Box(0, 0, 6, 6)))
    project.apply(review.change_class(project, project.boxes(1)[0], 2))
    (record,) = project.boxes(1)
    assert (record.class_id, record.state) == (2, BoxState.DRAWN)


def test_that_project_thresholds_are_used_for_an_image(project: Project) -> None:
    dog = project.class_by_name("dog")
    assert dog is not None
    assert len(review.image_proposals(project, 1)) == 1  # 0.4 / 0.8 is not strictly above 0.5
    project.apply(PutClass(dataclasses.replace(dog, threshold=0.4)))
    assert len(review.image_proposals(project, 1)) == 2
