"""Edits of single boxes: locked, copied, their fields, and several at once."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ImageRecord, ImageStatus
from wsl_annotator.store.edits import SetLabel
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.edits_attributes import FLAGS, POSE, pose_of, set_attribute
from wsl_annotator.workflow.edits_copy import CopiedBox, boxes_of_image, paste
from wsl_annotator.workflow.edits_lock import BoxLockedError, is_locked, set_locked
from wsl_annotator.workflow.edits_several import Several, change_class_of_several, move_several, reject_several


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "p.wsl", image_root=tmp_path, classes=["dog", "cat"]) as made:
        made.add_images([ImageRecord(id=1, path="a.png", width=100, height=50)])
        made.add_images([ImageRecord(id=2, path="b.png", width=60, height=80)])
        yield made


def draw(project: Project, box: Box, *, class_id: int = 1, image_id: int = 1) -> BoxRecord:
    project.apply(review.draw(project, image_id, class_id, box))
    return project.boxes(image_id)[-1]


# locked


def test_that_a_locked_box_cannot_be_changed_until_it_is_unlocked_and_is_itself_again(project: Project) -> None:
    record = draw(project, Box(0, 0, 10, 10))
    project.apply(set_locked([record], locked=True))
    (locked,) = project.boxes(1)
    assert is_locked(locked)
    for change in (
        lambda: review.edit_box(locked, Box(0, 0, 11, 10)),
        lambda: review.delete(locked),
        lambda: review.change_class(project, locked, 2),
    ):
        with pytest.raises(BoxLockedError, match="locked"):
            change()
    project.apply(set_locked([locked], locked=False))
    assert project.boxes(1) == [record]


def test_that_a_lock_survives_reopening(project: Project) -> None:
    project.apply(set_locked([draw(project, Box(0, 0, 10, 10))], locked=True))
    project.close()
    with Project.open(project.path) as again:
        assert [is_locked(record) for record in again.boxes(1)] == [True]


# fields


@pytest.mark.parametrize("name", FLAGS)
def test_that_a_flag_is_set_once_and_undone_to_what_was_read(project: Project, name: str) -> None:
    record = draw(project, Box(0, 0, 10, 10))
    back = project.apply(set_attribute([record], name, value=True))
    (changed,) = project.boxes(1)
    assert changed.attributes[name] is True
    assert (changed.box, changed.state) == (record.box, record.state)
    assert set_attribute([changed], name, value=True).boxes == ()
    project.apply(back)
    assert project.boxes(1) == [record]


def test_that_a_pose_is_any_word_and_an_empty_one_goes(project: Project) -> None:
    record = draw(project, Box(0, 0, 10, 10))
    project.apply(set_attribute([record], POSE, value="three-quarter"))
    (changed,) = project.boxes(1)
    assert pose_of(changed.attributes) == "three-quarter"
    project.apply(set_attribute([changed], POSE, value=""))
    assert project.boxes(1) == [record]


def test_that_what_an_import_brought_stays_beside_a_changed_field(project: Project) -> None:
    record = dataclasses.replace(draw(project, Box(0, 0, 10, 10)), attributes={"extra": {"voc": {"layout": ["name"]}}})
    (changed,) = set_attribute([record], "occluded", value=True).boxes
    assert changed.attributes["extra"] == record.attributes["extra"]


@pytest.mark.parametrize(("name", "value"), [("colour", True), ("pose", True), ("difficult", "yes")])
def test_that_other_fields_and_values_of_the_wrong_kind_are_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match="no such field"):
        set_attribute([], name, value=value)


# copies


def test_that_copies_are_cut_off_at_the_image_and_those_outside_are_counted(project: Project) -> None:
    draw(project, Box(40, 10, 90, 40))
    draw(project, Box(70, 10, 90, 40))
    made = paste(project, 2, boxes_of_image(project, 1))
    project.apply(made.edit)
    assert [record.box for record in project.boxes(2)] == [Box(40, 10, 60, 40)]
    assert made.outside == 1
    assert project.image(2).status is ImageStatus.IN_PROGRESS
    assert project.labels(2) == {1: LabelState.POSITIVE}


def test_that_rejected_boxes_are_not_copied_and_locks_and_import_fields_stay_behind(project: Project) -> None:
    record = draw(project, Box(0, 0, 10, 10))
    attributes = {"difficult": True, "locked": True, "extra": {"coco": {"id": 7}}}
    project.apply(review.PutBoxes((dataclasses.replace(record, attributes=attributes),)))
    wrong = draw(project, Box(20, 0, 30, 10))
    project.apply(review.PutBoxes((dataclasses.replace(wrong, state=BoxState.REJECTED),)))
    project.apply(paste(project, 2, boxes_of_image(project, 1)).edit)
    (copy,) = project.boxes(2)
    assert dict(copy.attributes) == {"difficult": True}
    assert (copy.state, copy.origin.source) == (BoxState.DRAWN, "copied")


def test_that_a_negative_label_keeps_its_class_out_unless_a_person_says_otherwise(project: Project) -> None:
    project.apply(SetLabel(image_id=2, class_id=2, state=LabelState.NEGATIVE))
    boxes = [CopiedBox(1, Box(0, 0, 10, 10)), CopiedBox(2, Box(0, 0, 20, 20))]
    made = paste(project, 2, boxes)
    assert made.contradicted == (2,)
    assert len(made.made) == 1
    assert len(paste(project, 2, boxes, against_labels=True).made) == 2


def test_that_a_second_copy_makes_nothing(project: Project) -> None:
    draw(project, Box(0, 0, 10, 10))
    project.apply(paste(project, 2, boxes_of_image(project, 1)).edit)
    again = paste(project, 2, boxes_of_image(project, 1))
    assert (again.made, again.present, again.edit.edits) == ((), 1, ())


boxes = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.floats(-50, 120),
    st.floats(-50, 120),
    st.floats(0.01, 90),
    st.floats(0.01, 90),
)


@settings(max_examples=40, deadline=None)
@given(sources=st.lists(boxes, max_size=4))
def test_that_no_copy_lies_outside_the_image_and_undo_leaves_nothing(tmp_path_factory, sources) -> None:
    with Project.create(tmp_path_factory.mktemp("copy") / "p.wsl", image_root=Path("/"), classes=["dog"]) as project:
        project.add_images([ImageRecord(id=1, path="a.png", width=100, height=50)])
        back = project.apply(paste(project, 1, [CopiedBox(1, box) for box in sources]).edit)
        for record in project.boxes(1):
            assert 0 <= record.box.x1 <= record.box.x2 - 1 <= 99
            assert 0 <= record.box.y1 <= record.box.y2 - 1 <= 49
        project.apply(back)
        assert project.boxes(1) == []
        assert project.labels(1) == {}


# several


def test_that_several_boxes_change_their_class_in_one_edit_without_the_locked_one(project: Project) -> None:
    first, second, third = (draw(project, Box(at, 0, at + 10, 10)) for at in (0, 20, 40))
    project.apply(set_locked([third], locked=True))
    entries = len(project.journal())
    several = Several([], project.boxes(1))
    back = project.apply(change_class_of_several(project, 1, several, 2))
    assert [record.class_id for record in project.boxes(1)] == [2, 2, 1]
    assert len(project.journal()) == entries + 1
    assert several.locked == 1
    project.apply(back)
    assert [(record.id, record.class_id) for record in project.boxes(1)] == [
        (first.id, 1),
        (second.id, 1),
        (third.id, 1),
    ]


def test_that_several_boxes_go_in_one_edit_without_the_locked_one(project: Project) -> None:
    kept = draw(project, Box(0, 0, 10, 10))
    draw(project, Box(20, 0, 30, 10))
    project.apply(set_locked([kept], locked=True))
    project.apply(reject_several(project, 1, Several([], project.boxes(1))))
    assert [record.id for record in project.boxes(1)] == [kept.id]


def test_that_several_boxes_move_in_one_edit_without_the_locked_one(project: Project) -> None:
    first, second, locked = (draw(project, Box(at, 0, at + 10, 10)) for at in (0, 20, 40))
    project.apply(set_locked([locked], locked=True))
    entries = len(project.journal())
    several = Several([], project.boxes(1))
    moved = [record.box.moved(dx=5, dy=3) for record in several.records]
    back = project.apply(move_several(project, 1, several, moved))
    assert [record.box for record in project.boxes(1)] == [*moved[:2], locked.box]
    assert len(project.journal()) == entries + 1
    project.apply(back)
    assert [record.box for record in project.boxes(1)] == [first.box, second.box, locked.box]
