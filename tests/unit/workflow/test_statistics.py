"""Active time, and what the statistics make of boxes and time."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wsl_annotator.cli.main import main
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import FormatError, StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxRecord, BoxState, ImageRecord, ImageStatus, Origin
from wsl_annotator.store.activity import Activity
from wsl_annotator.store.edits import Batch, DeleteBoxes, PutBoxes, SetLabel, SetStatus, SetThreshold
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.active_time import ActiveClock, spans_of, targets_of
from wsl_annotator.workflow.pace import IDLE_S
from wsl_annotator.workflow.statistics import collect_statistics
from wsl_annotator.workflow.statistics_tables import write_statistics

PROPOSED = Box(10, 10, 50, 50)


def box(number: int, state: BoxState, *, edges: Box = PROPOSED, source: str = "search") -> BoxRecord:
    proposed = PROPOSED if source == "search" else None
    origin = Origin(source=source, proposed=proposed, score=0.5 if proposed else None)
    return BoxRecord(id=number, image_id=1, class_id=1, box=edges, state=state, origin=origin)


@pytest.fixture
def project(tmp_path: Path):
    with Project.create(tmp_path / "work.wsl", image_root=tmp_path, classes=["cat", "dog"]) as project:
        project.add_images([ImageRecord(id=0, path=f"{n}.jpg", width=100, height=100) for n in (1, 2)])
        yield project


def fill(project: Project) -> None:
    records = (
        box(1, BoxState.ACCEPTED),
        box(2, BoxState.ADJUSTED, edges=Box(10, 10, 50, 90)),
        box(3, BoxState.REJECTED),
        box(4, BoxState.DRAWN, source="drawn"),
        box(5, BoxState.DRAWN, source="import:voc"),
    )
    project.new_box_ids(len(records))
    project.apply(PutBoxes(records))
    project.apply(SetLabel(image_id=2, class_id=1, state=LabelState.POSITIVE))
    project.apply(SetStatus(image_id=1, status=ImageStatus.VERIFIED))
    spent = [("accepted", 1, 2.0), ("adjusted", 2, 3.0), ("adjusted", 2, 1.0), ("rejected", 3, 1.0), ("drawn", 4, 7.0)]
    rows = [
        Activity(at="2026-05-01T10:00:00.000+00:00", image_id=1, action=action, seconds=s, box_id=number, class_id=1)
        for action, number, s in spent
    ]
    project.add_activity([*rows, Activity(at="2026-05-02T10:00:00.000+00:00", image_id=2, action="look", seconds=5.0)])


def test_that_a_break_counts_only_up_to_the_idle_limit() -> None:
    clock = ActiveClock()
    for at in (100.0, 103.0, 103.0 + IDLE_S + 3600, 104.0 + IDLE_S + 3600):
        clock.touch(at)
    assert clock.take() == 3.0 + IDLE_S + 1.0
    assert clock.take() == 0.0


def test_that_time_in_another_program_does_not_count() -> None:
    clock = ActiveClock()
    clock.touch(10.0)
    clock.pause()
    clock.touch(20.0)
    clock.touch(21.0)
    assert clock.take() == 1.0


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=40))
def test_that_active_time_never_exceeds_the_sitting_nor_the_limit_of_its_gaps(ticks: list[float]) -> None:
    clock = ActiveClock()
    for at in sorted(ticks):
        clock.touch(at)
    taken = clock.take()
    assert 0.0 <= taken <= max(ticks) - min(ticks) + 1e-6
    assert taken <= IDLE_S * (len(ticks) - 1)


def test_that_an_edit_of_several_boxes_shares_its_time_evenly() -> None:
    edit = Batch(
        (
            PutBoxes((box(1, BoxState.ACCEPTED), box(2, BoxState.ACCEPTED))),
            SetStatus(image_id=1, status=ImageStatus.SKIPPED),
        )
    )
    spans = spans_of(edit, image_id=1, seconds=3.0)
    assert [(span.action, span.box_id, span.seconds) for span in spans] == [("accepted", 1, 1.5), ("accepted", 2, 1.5)]


def test_that_edits_without_boxes_are_told_apart() -> None:
    assert targets_of(SetLabel(image_id=1, class_id=2, state=LabelState.NEGATIVE)) == [("label", None, 2)]
    assert targets_of(DeleteBoxes((7,))) == [("deleted", 7, None)]
    (other,) = spans_of(SetThreshold(class_id=1, threshold=0.4), image_id=1, seconds=2.0)
    assert (other.action, other.seconds) == ("other", 2.0)


def test_that_rates_corrections_and_times_are_those_of_the_boxes(project: Project) -> None:
    fill(project)
    statistics = collect_statistics(project)
    cat, dog = statistics.classes
    assert (cat.images, cat.imported, cat.final, cat.measured_boxes) == (1, 1, 3, 3)
    assert cat.acceptance == pytest.approx(1 / 3)
    assert cat.usable == pytest.approx(2 / 3)
    assert cat.mean_iou == pytest.approx((1.0 + 0.5) / 2)
    assert cat.mean_correction == pytest.approx(40 / (40**2 + 80**2) ** 0.5)
    assert cat.seconds == 14.0
    assert cat.seconds_a_box == {
        BoxState.ACCEPTED: 2.0,
        BoxState.ADJUSTED: 4.0,
        BoxState.REJECTED: 1.0,
        BoxState.DRAWN: 7.0,
    }
    assert (dog.final, dog.acceptance, dog.mean_iou) == (0, None, None)
    assert statistics.seconds == 19.0
    assert statistics.days == {"2026-05-01": 14.0, "2026-05-02": 5.0}
    assert statistics.statuses == {ImageStatus.VERIFIED: 1, ImageStatus.UNTOUCHED: 1}


def test_that_the_saving_is_against_drawing_every_final_box(project: Project) -> None:
    fill(project)
    clicking, ilsvrc = collect_statistics(project).savings
    assert (clicking.boxes, clicking.spent_s, clicking.estimate_s) == (3, 14.0, 21.0)
    assert clicking.share == pytest.approx(1 / 3)
    assert ilsvrc.share == pytest.approx(1 - 14 / (3 * 25.5))


def test_that_ones_own_drawing_time_is_told_from_five_boxes_on(project: Project) -> None:
    project.new_box_ids(5)
    for number in range(1, 6):
        project.apply(PutBoxes((box(number, BoxState.DRAWN, source="drawn"),)))
        project.add_activity(
            [Activity(at="2026-05-01", image_id=1, action="drawn", seconds=float(number), box_id=number, class_id=1)]
        )
        assert len(collect_statistics(project).savings) == (3 if number == 5 else 2)
    assert collect_statistics(project).savings[2].drawing_s == 3.0


def test_that_nothing_measured_gives_no_share(project: Project) -> None:
    statistics = collect_statistics(project)
    assert statistics.seconds == 0.0
    assert all(saving.share is None for saving in statistics.savings)


def test_that_time_on_an_unknown_image_is_refused_as_a_whole(project: Project) -> None:
    good = Activity(at="x", image_id=1, action="look", seconds=1.0)
    with pytest.raises(StoreError):
        project.add_activity([good, Activity(at="x", image_id=99, action="look", seconds=1.0)])
    assert list(project.activity()) == []


def test_that_the_tables_hold_every_box_and_empty_cells_for_what_is_not_known(project: Project, tmp_path: Path) -> None:
    fill(project)
    files = write_statistics(collect_statistics(project), tmp_path / "tables")
    assert [file.name for file in files] == ["classes.csv", "images.csv", "boxes.csv", "days.csv"]
    with files[2].open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["state"] for row in rows] == ["accepted", "adjusted", "rejected", "drawn", "drawn"]
    assert rows[1]["iou"] == "0.5"
    assert rows[3]["proposed_x1"] == ""
    assert rows[4]["active_seconds"] == ""


def test_that_a_folder_that_is_a_file_is_told_in_a_sentence(project: Project, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(FormatError, match="could not be written"):
        write_statistics(collect_statistics(project), tmp_path / "taken")


def test_that_the_command_tells_classes_and_savings(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project)
    project.close()
    code = main(["statistics", str(tmp_path / "work.wsl"), "--csv", str(tmp_path / "out")], open_window=lambda *_: 1)
    told = capsys.readouterr().out
    assert code == 0
    assert "33% saved" in told
    assert "1 verified" in told
    assert (tmp_path / "out" / "classes.csv").is_file()
