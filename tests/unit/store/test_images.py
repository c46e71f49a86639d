import time
from pathlib import Path

import pytest

from tests.unit.store.samples import box, dump, image, save
from wsl_annotator.core.errors import StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageRecord, ImageStatus
from wsl_annotator.store.edits import PutBoxes, SetLabel, SetStatus
from wsl_annotator.store.images import SUMMARIES, path_problem
from wsl_annotator.store.project import Project


def test_that_the_store_gives_the_ids_and_keeps_every_field(project: Project) -> None:
    given = ImageRecord(
        id=99,
        path="a/b.jpg",
        width=7,
        height=9,
        sha256="ab",
        status=ImageStatus.SKIPPED,
        problem="It is cut off.",
        extra={"license": 3, "x": 0.1 + 0.2},
    )
    [added] = project.add_images([given])
    assert added.id == 4
    assert project.image(4) == added == project.image_by_path("a/b.jpg")
    assert (added.path, added.width, added.height, added.sha256) == ("a/b.jpg", 7, 9, "ab")
    assert (added.status, added.problem, added.extra) == (given.status, given.problem, given.extra)
    assert project.image_by_path("none.jpg") is None


def test_that_equal_base_names_in_two_folders_are_two_images(project: Project) -> None:
    added = project.add_images([image("cam1/0.jpg"), image("cam2/0.jpg"), image("cam1/0.png")])
    assert [record.id for record in added] == [4, 5, 6]
    assert project.known_paths() == {"0.jpg", "1.jpg", "2.jpg", "cam1/0.jpg", "cam2/0.jpg", "cam1/0.png"}


@pytest.mark.parametrize("paths", [["new.jpg", "1.jpg"], ["new.jpg", "new.jpg"]])
def test_that_a_path_is_added_once_only_and_a_refusal_adds_none(project: Project, paths: list[str]) -> None:
    with pytest.raises(StoreError, match="already in"):
        project.add_images([image(path) for path in paths])
    assert [record.path for record in project.images()] == ["0.jpg", "1.jpg", "2.jpg"]


@pytest.mark.parametrize(
    "path", ["", "/etc/x.jpg", "../x.jpg", "a/../b.jpg", "./a.jpg", "a//b.jpg", "C:/x.jpg", "a\0b"]
)
def test_that_a_path_outside_the_folder_or_not_plain_is_refused(project: Project, path: str) -> None:
    assert path_problem(path)
    with pytest.raises(StoreError):
        project.add_images([image(path)])


def test_that_plain_relative_paths_are_fine() -> None:
    assert [path_problem(path) for path in ("a.jpg", "a/b c.jpg", "..a/b..jpg", "日本/é.png")] == [""] * 4


def test_that_update_changes_only_what_is_given(project: Project) -> None:
    project.apply(SetStatus(image_id=2, status=ImageStatus.VERIFIED))
    changed = project.update_image(2, sha256="ff", problem="gone")
    assert (changed.width, changed.height, changed.sha256, changed.problem) == (100, 80, "ff", "gone")
    assert changed.status is ImageStatus.VERIFIED
    changed = project.update_image(2, width=5, height=6, problem="", extra={"a": 1})
    assert (changed.width, changed.height, changed.sha256, changed.problem) == (5, 6, "ff", "")
    assert project.images()[1] == changed
    with pytest.raises(StoreError, match="no image 9"):
        project.update_image(9, width=5)


def test_that_summaries_count_final_boxes_searches_and_positives(project: Project) -> None:
    states = (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN, BoxState.REJECTED)
    project.apply(PutBoxes(tuple(box(index + 1, state=state) for index, state in enumerate(states))))
    project.apply(SetLabel(image_id=2, class_id=1, state=LabelState.POSITIVE))
    project.apply(SetLabel(image_id=2, class_id=2, state=LabelState.NEGATIVE))
    save(project, image_id=3, class_id=1)
    save(project, image_id=3, class_id=2)
    rows = project.summaries()
    assert [(row.boxes, row.localizations, row.positives) for row in rows] == [(3, 0, 0), (0, 0, 1), (0, 2, 0)]
    assert [project.summary(row.id) for row in rows] == rows
    with pytest.raises(StoreError, match="no image 9"):
        project.summary(9)


def test_that_a_reader_changes_nothing(project: Project) -> None:
    before = dump(project)
    with Project.open(project.path, read_only=True) as reader:
        for write in (
            lambda: reader.add_images([image("n.jpg")]),
            lambda: reader.apply(PutBoxes((box(1),))),
            lambda: reader.new_box_ids(1),
            lambda: reader.set_setting("a", "b"),
            lambda: save(reader),
            lambda: reader.locate_images(Path("/")),
        ):
            with pytest.raises(StoreError, match="open read-only"):
                write()
        assert reader.images() == project.images()
    assert dump(project) == before


COUNT_TO_100000 = "WITH RECURSIVE counted (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM counted WHERE i < 100000)"
FILL_BIG = (
    "INSERT INTO images (path, width, height, sha256, status, problem, extra)"
    " SELECT 'folder' || (i / 1000) || '/image' || i || '.jpg', 640, 480, '', 'untouched', '', '{}' FROM counted",
    "INSERT INTO labels SELECT i, 1 + i % 2, i % 3 > 0 FROM counted",
    "INSERT INTO boxes SELECT i, 1 + i % 50000, 1, 0, 0, 10, 10, 'accepted', '{}', '{}' FROM counted",
)


def test_that_a_hundred_thousand_images_are_listed_in_about_a_second(tmp_path: Path) -> None:
    with Project.create(tmp_path / "big.wsl", image_root=tmp_path, classes=["dog", "cat"]) as project:
        with project.bulk():
            for filling in FILL_BIG:
                project._database.execute(f"{COUNT_TO_100000} {filling}")
        start = time.perf_counter()
        rows = project.summaries()
        elapsed = time.perf_counter() - start
        counts = len(rows), sum(row.boxes for row in rows), sum(row.positives for row in rows)
        assert counts == (100_000, 100_000, 66_667)
        plan = " ".join(row[3] for row in project._database.rows(f"EXPLAIN QUERY PLAN {SUMMARIES}"))
        assert plan.count("SCAN") == 1, plan
        assert plan.count("USING COVERING INDEX") == 3, plan
        times = []
        for image_id in range(77_000, 77_010):
            start = time.perf_counter()
            project.summary(image_id)
            times.append(time.perf_counter() - start)
    print(f"summaries of 100,000 images: {elapsed:.2f} s; one: {min(times) * 1000:.2f} ms")
    # The bound leaves room for a machine that is busy with something else.
    assert elapsed < 6
    assert min(times) < 0.02


def test_that_two_thousand_images_are_added_within_a_second_or_so(tmp_path: Path) -> None:
    with Project.create(tmp_path / "big.wsl", image_root=tmp_path, classes=[]) as project:
        start = time.perf_counter()
        added = project.add_images([image(f"{index}.jpg") for index in range(2_000)])
        elapsed = time.perf_counter() - start
        assert [record.id for record in added] == list(range(1, 2_001))
    print(f"2,000 images added in {elapsed:.2f} s")
    assert elapsed < 10
