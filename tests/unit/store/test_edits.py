import dataclasses
import json

import pytest

from tests.unit.store.samples import box, dump, image, judged_box, save
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ClassRecord, ImageStatus
from wsl_annotator.store.edit_json import edit_from_dict, edit_to_dict
from wsl_annotator.store.edits import (
    Batch,
    DeleteBoxes,
    DeleteClass,
    Edit,
    PutBoxes,
    PutClass,
    SetLabel,
    SetStatus,
    SetThreshold,
    flat,
)
from wsl_annotator.store.project import Project

BIRD = ClassRecord(id=7, name="bird", color="#123456", threshold=0.1 + 0.2, extra={"supercategory": "animal"})
EDITS: tuple[Edit, ...] = (
    PutBoxes((judged_box(3), box(4))),
    DeleteBoxes((1,)),
    SetLabel(image_id=1, class_id=2, state=LabelState.NEGATIVE),
    SetStatus(image_id=2, status=ImageStatus.VERIFIED),
    SetThreshold(class_id=1, threshold=0.7),
    PutClass(BIRD),
    DeleteClass(2),
    Batch((SetThreshold(class_id=1, threshold=0.0), Batch((DeleteBoxes((2, 1)),)))),
)


@pytest.fixture
def boxed(project: Project) -> Project:
    project.apply(PutBoxes((box(1), box(2))))
    return project


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_that_an_edit_changes_the_project_and_its_inverse_restores_it(boxed: Project, edit: Edit) -> None:
    before = dump(boxed)
    inverse = boxed.apply(edit)
    after = dump(boxed)
    assert after != before
    redo = boxed.apply(inverse)
    assert dump(boxed) == before
    boxed.apply(redo)
    assert dump(boxed) == after


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: type(edit).__name__)
def test_that_an_edit_survives_its_journal_entry(boxed: Project, edit: Edit) -> None:
    assert edit_from_dict(json.loads(json.dumps(edit_to_dict(edit)))) == edit
    inverse = boxed.apply(edit)
    [entry] = boxed.journal(limit=1)
    assert entry.kind == edit_to_dict(edit)["kind"]
    assert edit_from_dict(entry.edit) == edit
    assert entry.undo() == inverse


def test_that_every_field_of_a_box_comes_back_exactly(project: Project) -> None:
    project.apply(PutBoxes((judged_box(5),)))
    assert project.boxes(1) == [judged_box(5)]
    assert list(project.all_boxes()) == [judged_box(5)]


def test_that_replacing_and_adding_in_one_edit_has_an_exact_inverse(boxed: Project) -> None:
    before = dump(boxed)
    inverse = boxed.apply(PutBoxes((judged_box(2), box(9, image_id=2, class_id=2))))
    assert [record.id for record in boxed.all_boxes()] == [1, 2, 9]
    boxed.apply(inverse)
    assert dump(boxed) == before


def test_that_moving_a_box_to_another_class_is_a_replacement(boxed: Project) -> None:
    moved = dataclasses.replace(boxed.boxes(1)[0], class_id=2)
    inverse = boxed.apply(PutBoxes((moved,)))
    assert boxed.boxes(1)[0].class_id == 2
    assert inverse == PutBoxes((box(1),))


def test_that_an_empty_edit_changes_nothing(boxed: Project) -> None:
    before = dump(boxed)
    for edit in (PutBoxes(()), DeleteBoxes(()), Batch(())):
        boxed.apply(boxed.apply(edit))
    assert dump(boxed) == before


def test_that_an_unknown_label_has_no_row(project: Project) -> None:
    project.apply(SetLabel(image_id=1, class_id=1, state=LabelState.POSITIVE))
    assert project.labels(1) == {1: LabelState.POSITIVE}
    project.apply(SetLabel(image_id=1, class_id=1, state=LabelState.UNKNOWN))
    assert project.labels(1) == {}
    assert project.all_labels() == {}


REFUSED: tuple[tuple[Edit, str], ...] = (
    (PutBoxes((box(5, state=BoxState.PROPOSED),)), "Box 5 is a proposal"),
    (PutBoxes((box(5, image_id=99),)), "image 99"),
    (PutBoxes((box(5, class_id=99),)), "class 99"),
    (PutBoxes((box(0),)), "id 0"),
    (PutBoxes((box(5), box(5))), "twice"),
    (PutBoxes((box(5, xyxy=(-0.01, 0, 10, 10)),)), r"Box 5 .*outside the image 0\.jpg of 100 x 80"),
    (PutBoxes((box(5, xyxy=(0, 0, 100.001, 10)),)), "outside the image"),
    (PutBoxes((box(5, xyxy=(0, 0, 10, 80.1)),)), "outside the image"),
    (PutBoxes((box(5, attributes={"extra": float("nan")}),)), "no JSON form"),
    (PutBoxes((box(5, attributes={"extra": object()}),)), "no JSON form"),
    (PutBoxes((box(2**70),)), "too large"),
    (DeleteBoxes((1, 77)), "no box 77"),
    (SetLabel(image_id=9, class_id=1, state=LabelState.POSITIVE), "no image 9"),
    (SetLabel(image_id=1, class_id=9, state=LabelState.UNKNOWN), "no class 9"),
    (SetStatus(image_id=9, status=ImageStatus.SKIPPED), "no image 9"),
    (SetThreshold(class_id=9, threshold=0.5), "no class 9"),
    (SetThreshold(class_id=1, threshold=1.0), "threshold 1.0"),
    (SetThreshold(class_id=1, threshold=float("nan")), "threshold nan"),
    (PutClass(ClassRecord(id=3, name="dog", color="#000000")), "already a class 'dog'"),
    (PutClass(ClassRecord(id=3, name="", color="#000000")), "needs a name"),
    (DeleteClass(9), "no class 9"),
    (DeleteClass(1), "'dog' is still in use by 2 boxes"),
)


@pytest.mark.parametrize(("edit", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_that_a_wrong_edit_is_refused_whole(boxed: Project, edit: Edit, words: str) -> None:
    before, entries = dump(boxed), len(boxed.journal())
    for attempt in (
        edit,
        Batch((SetStatus(image_id=1, status=ImageStatus.VERIFIED), SetThreshold(class_id=2, threshold=0.1), edit)),
    ):
        with pytest.raises(StoreError, match=words):
            boxed.apply(attempt)
        assert dump(boxed) == before
        assert len(boxed.journal()) == entries


def test_that_rounding_over_the_edge_is_tolerated(project: Project) -> None:
    project.apply(PutBoxes((box(1, xyxy=(-5e-7, 0, 100 + 5e-7, 80)),)))
    assert project.boxes(1)[0].box == Box(-5e-7, 0, 100 + 5e-7, 80)


def test_that_a_box_in_an_image_of_unknown_size_is_kept(project: Project) -> None:
    [unread] = project.add_images([image("unread.jpg", width=0, height=0)])
    project.apply(PutBoxes((box(1, image_id=unread.id, xyxy=(0, 0, 5000, 4000)),)))
    assert len(project.boxes(unread.id)) == 1


def test_that_a_class_in_use_says_by_what(boxed: Project) -> None:
    boxed.apply(SetLabel(image_id=1, class_id=1, state=LabelState.POSITIVE))
    save(boxed)
    with pytest.raises(StoreError, match="2 boxes, 1 image-level label, 1 search result"):
        boxed.apply(DeleteClass(1))


def test_that_class_names_can_be_swapped_in_one_batch(project: Project) -> None:
    dog, cat = project.classes()
    before = dump(project)
    inverse = project.apply(
        Batch(
            (
                PutClass(dataclasses.replace(dog, name="swap")),
                PutClass(dataclasses.replace(cat, name="dog")),
                PutClass(dataclasses.replace(dog, name="cat")),
            )
        )
    )
    assert [record.name for record in project.classes()] == ["cat", "dog"]
    project.apply(inverse)
    assert dump(project) == before


def test_that_box_ids_are_never_given_twice(project: Project) -> None:
    first = project.new_box_ids(3)
    inverse = project.apply(PutBoxes(tuple(box(box_id) for box_id in first)))
    project.apply(inverse)
    path = project.path
    project.close()
    with Project.open(path) as reopened:
        later = reopened.new_box_ids(2)
        assert min(later) > max(first)
        reopened.apply(PutBoxes((box(first[0]),)))
        assert [record.id for record in reopened.boxes(1)] == [first[0]]


def test_that_after_ids_were_given_every_edit_is_flushed_as_before(project: Project) -> None:
    always = project._database.row("PRAGMA synchronous")
    assert always == (2,)
    project.new_box_ids(1)
    assert project._database.row("PRAGMA synchronous") == always
    with pytest.raises(TypeError):
        project.new_box_ids("many")
    with project._database.transaction():
        assert len(project.new_box_ids(2)) == 2
    assert project._database.row("PRAGMA synchronous") == always


def test_that_without_a_write_ahead_log_ids_are_flushed_at_once(project: Project) -> None:
    said: list[str] = []
    project._database.connection.set_trace_callback(said.append)
    project.new_box_ids(1)
    assert said.count("PRAGMA synchronous=NORMAL") == 1
    said.clear()
    assert project._database.row("PRAGMA journal_mode=DELETE") == ("delete",)
    project.new_box_ids(1)
    assert not any("synchronous" in statement for statement in said)


def test_that_an_edit_is_told_as_its_single_ones() -> None:
    first, second, third = (SetThreshold(class_id=1, threshold=value) for value in (0.1, 0.2, 0.3))
    assert flat(first) == [first]
    assert flat(Batch((first, Batch((second, Batch(()))), third))) == [first, second, third]


def test_that_ids_brought_by_an_import_are_not_given_again(project: Project) -> None:
    project.apply(DeleteBoxes(project.apply(PutBoxes((box(900),))).ids))
    assert project.new_box_ids(1) == [901]
    project.apply(PutClass(BIRD))
    project.apply(DeleteClass(BIRD.id))
    assert project.new_class_id() == BIRD.id + 1
    assert project.new_box_ids(0) == []


def test_that_the_journal_is_newest_first_and_limited(boxed: Project) -> None:
    for threshold in (0.1, 0.2, 0.3):
        boxed.apply(SetThreshold(class_id=1, threshold=threshold))
    entries = boxed.journal(limit=2)
    assert [entry.edit["threshold"] for entry in entries] == [0.3, 0.2]
    assert entries[0].at >= entries[1].at
    assert entries[0].id > entries[1].id


def test_that_a_whole_batch_is_one_journal_entry(boxed: Project) -> None:
    boxed.apply(EDITS[-1])
    assert [entry.kind for entry in boxed.journal()] == ["batch", "put_boxes"]


def test_that_bulk_writes_stand_or_fall_together(boxed: Project) -> None:
    before = dump(boxed)

    def work() -> None:
        with boxed.bulk():
            boxed.add_images([image("new.jpg")])
            boxed.apply(PutBoxes((box(20),)))
            boxed.apply(DeleteBoxes((55,)))

    with pytest.raises(StoreError, match="no box 55"):
        work()
    assert dump(boxed) == before
    assert [entry.kind for entry in boxed.journal()] == ["put_boxes"]


def test_that_one_refused_part_of_a_bulk_may_be_skipped(boxed: Project) -> None:
    with boxed.bulk():
        boxed.apply(PutBoxes((box(20),)))
        with pytest.raises(StoreError):
            boxed.apply(Batch((PutBoxes((box(21),)), DeleteBoxes((55,)))))
        boxed.apply(PutBoxes((box(22),)))
    assert [record.id for record in boxed.boxes(1)] == [1, 2, 20, 22]
    assert len(boxed.journal()) == 3


def test_that_an_exception_of_the_caller_undoes_a_bulk(boxed: Project) -> None:
    def work() -> None:
        with boxed.bulk():
            boxed.apply(PutBoxes((box(20),)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert [record.id for record in boxed.boxes(1)] == [1, 2]


def test_that_imported_labels_are_all_or_none(project: Project) -> None:
    rows = [(1, 1, LabelState.POSITIVE), (2, 2, LabelState.NEGATIVE), (3, 1, LabelState.UNKNOWN)]
    assert project.import_labels(rows) == 3
    assert project.all_labels() == {1: {1: LabelState.POSITIVE}, 2: {2: LabelState.NEGATIVE}}
    assert [(entry.kind, entry.undo()) for entry in project.journal()] == [("import_labels", None)]
    before = dump(project)
    for wrong in ((77, 1, LabelState.POSITIVE), (1, 77, LabelState.POSITIVE)):
        with pytest.raises(StoreError, match="does not fit"):
            project.import_labels([(1, 2, LabelState.POSITIVE), wrong])
        assert dump(project) == before
