"""Boxes copied forward into several images by one edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.desk import dump
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageRecord, ImageStatus
from wsl_annotator.store.edits import SetLabel, SetStatus
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_copy import CopiedBox, copied
from wsl_annotator.workflow.edits_forward import copy_forward

DOG, CAT = 1, 2
BOX = Box(40, 10, 80, 30)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Five images: two like the first, a smaller one, and one that cannot be read."""
    sizes = [(100, 50), (100, 50), (60, 25), (30, 50), (0, 0)]
    with Project.create(tmp_path / "p.wsl", image_root=tmp_path, classes=["dog", "cat"]) as made:
        for number, (width, height) in enumerate(sizes, start=1):
            made.add_images([ImageRecord(id=number, path=f"{number}.png", width=width, height=height)])
        yield made


def test_that_boxes_reach_every_image_by_one_edit_that_is_taken_back_whole(project: Project) -> None:
    before, entries = dump(project), len(project.journal())
    done = copy_forward(project, [2, 3, 4, 5], [CopiedBox(DOG, BOX, (("truncated", True),)), CopiedBox(CAT, BOX)])
    assert [(record.image_id, record.class_id, record.box) for record in project.all_boxes()] == [
        (2, DOG, BOX),
        (2, CAT, BOX),
        (3, DOG, Box(40, 10, 60, 25)),
        (3, CAT, Box(40, 10, 60, 25)),
    ]
    assert {(record.state, record.origin.source) for record in project.all_boxes()} == {(BoxState.DRAWN, "copied")}
    assert dict(project.boxes(2)[0].attributes) == {"truncated": True}
    assert project.labels(3) == {DOG: LabelState.POSITIVE, CAT: LabelState.POSITIVE}
    assert project.image(2).status is ImageStatus.IN_PROGRESS
    assert (done.made, done.image_ids, done.cut, done.outside, done.unreadable) == (4, (2, 3), 2, 2, 1)
    assert len(project.journal()) == entries + 1
    after = dump(project)
    back = project.apply(done.inverse)
    assert dump(project) == before
    project.apply(back)
    assert dump(project) == after


def test_that_verified_images_and_those_without_the_class_are_left_as_they_are(project: Project) -> None:
    project.apply(SetStatus(image_id=2, status=ImageStatus.VERIFIED))
    project.apply(SetLabel(image_id=3, class_id=DOG, state=LabelState.NEGATIVE))
    before = dump(project)
    done = copy_forward(project, [2, 3], [CopiedBox(DOG, BOX)])
    assert (done.made, done.inverse, done.verified, done.contradicted) == (0, None, 1, (DOG,))
    assert dump(project) == before


def test_that_a_box_that_is_there_already_is_not_drawn_twice(project: Project) -> None:
    project.apply(review.draw(project, 2, DOG, BOX))
    done = copy_forward(project, [2, 3], [copied(DOG, BOX)])
    assert (done.made, done.present, done.image_ids) == (1, 1, (3,))
    assert len(project.boxes(2)) == 1
