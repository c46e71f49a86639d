"""Whole journeys through the real program in a process of its own, by keys and mouse; the files are read independently.

Each run also demands: exit code 0, no warning of Qt, nothing logged, no thread, timer or window left.
"""

from __future__ import annotations

import hashlib
import sqlite3
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

import pytest
from pycocotools.coco import COCO

from tests.helpers.desk import make_squares_project
from tests.helpers.program import Program
from tests.helpers.toy_project import write_network
from wsl_annotator.core.paths import resource
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.demo import build_sample

J = "tests.helpers.journeys"

pytestmark = [pytest.mark.timeout(900), pytest.mark.alone]

needs_bundle = pytest.mark.skipif(
    not (resource("networks", "bundled.safetensors").is_file() and resource("sample", "labels.csv").is_file()),
    reason="the bundled network and sample are not built",
)


def integrity(project: Path) -> str:
    """Ask SQLite itself whether the file is whole."""
    with sqlite3.connect(f"file:{project}?mode=ro", uri=True) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


@needs_bundle
def test_that_ten_images_of_the_sample_are_annotated_by_keys_alone_and_exported(tmp_path: Path) -> None:
    project = build_sample(tmp_path / "sample")
    coco, voc = tmp_path / "out.json", tmp_path / "voc"
    program = Program(f"{J}:ten_by_keys", tmp_path, project, network="bundled", coco=str(coco), voc=str(voc))
    said = program.next_said()
    program.end()
    expected, verified = said["expected"], said["verified"]
    assert len(verified) == 10
    assert len(expected) >= 10
    assert len({row[0] for row in expected}) >= 7
    _compare_coco(coco, expected, verified)
    _compare_voc(voc, expected, verified)


def _compare_coco(path: Path, expected: list[list[Any]], verified: list[str]) -> None:
    read = COCO(str(path))
    images = {one["id"]: one["file_name"] for one in read.dataset["images"]}
    assert sorted(images.values()) == sorted(verified)
    classes = {one["id"]: one["name"] for one in read.dataset["categories"]}
    found = []
    for one in read.loadAnns(read.getAnnIds()):
        x, y, width, height = one["bbox"]
        found.append([images[one["image_id"]], classes[one["category_id"]], x, y, x + width, y + height])
    _compare(found, expected, within=0.01)


def _compare_voc(folder: Path, expected: list[list[Any]], verified: list[str]) -> None:
    found = []
    names = {Path(name).stem: name for name in verified}
    files = sorted(folder.rglob("*.xml"))
    assert sorted(file.stem for file in files) == sorted(names)
    for file in files:
        root = ElementTree.parse(file).getroot()
        for thing in root.iter("object"):
            x1, y1, x2, y2 = (int(thing.findtext(f"bndbox/{side}")) for side in ("xmin", "ymin", "xmax", "ymax"))
            found.append([names[file.stem], thing.findtext("name"), x1 - 1, y1 - 1, x2, y2])
    _compare(found, expected, within=1.0)


def _compare(found: list[list[Any]], expected: list[list[Any]], *, within: float) -> None:
    assert len(found) == len(expected)
    for one, other in zip(sorted(found), sorted(expected), strict=True):
        assert one[:2] == other[:2]
        assert one[2:] == pytest.approx(other[2:], abs=within)


def test_that_twenty_steps_by_mouse_are_undone_to_the_start_and_redone_and_outlive_kill_9(tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    program = Program(f"{J}:twenty_steps", tmp_path, project, network=write_network(tmp_path), stay=True)
    said = program.next_said()
    assert said["steps"] == 20
    assert len(said["start"]) == 2
    assert said["undone"] == said["start"]
    assert said["redone"] == said["end"] != said["start"]
    program.kill()
    again = Program(f"{J}:look", tmp_path, project)
    seen = again.next_said()
    again.end()
    assert seen["rows"] == said["end"]
    assert seen["writable"]
    assert seen["message"] == ""
    assert integrity(project) == "ok"


def test_that_a_kill_between_two_strokes_loses_no_box_that_was_on_the_screen(tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    program = Program(f"{J}:draw_until_killed", tmp_path, project, network=write_network(tmp_path))
    for _ in range(12):
        program.next_said()
    program.kill()
    shown = program.said[-1]["boxes"]
    assert len(shown) == 12
    again = Program(f"{J}:look", tmp_path, project)
    seen = again.next_said()
    again.end()
    kept = [[row[0], *row[4:]] for row in seen["rows"]]
    assert kept[: len(shown)] == shown
    # what was drawn while the signal was under way may be there too
    assert len(seen["drawn"]) == len(kept)
    assert [tuple(row[1:]) for row in kept] == sorted(
        (tuple(corners) for corners in seen["drawn"]), key=[tuple(row[1:]) for row in kept].index
    )
    assert integrity(project) == "ok"


def test_that_a_second_window_says_that_it_only_looks_and_writes_nothing(tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    network = write_network(tmp_path)
    closed, asked, free = (tmp_path / name for name in ("close", "asked", "free"))
    first = Program(f"{J}:hold", tmp_path / "one", project, network=network, until=str(closed))
    assert first.next_said() == {"holding": True}
    before = _state_of(project)
    second = Program(f"{J}:try_as_second", tmp_path / "two", project, network=network, asked=str(asked), free=str(free))
    opened = second.next_said()
    assert "read-only" in opened["title"]
    assert str(first.process.pid) in opened["message"]
    assert "cannot" in opened["message"] or "not change" in opened["message"]
    assert not opened["writable"]
    assert [row[3] for row in opened["rows"]] == ["drawn"]
    tried = second.next_said()
    assert tried["rows"] == opened["rows"]
    assert tried["looked_on"]
    assert tried["enabled"] == []
    assert not tried["running"]
    assert _state_of(project) == before
    closed.touch()
    first.end()
    free.touch()
    after = second.next_said()
    second.end()
    assert not after["writable_before"]
    assert after["writable_after"]
    assert [row[3] for row in after["rows"]] == ["drawn", "drawn"]
    assert integrity(project) == "ok"
    with Project.open(project) as reopened:
        assert reopened.integrity() == []


def _state_of(project: Path) -> list[tuple[str, int, str]]:
    """Return name, time of change and hash of the project's file and of its log of commits."""
    files = [one for one in (project, project.with_name(project.name + "-wal")) if one.exists()]
    return [(one.name, one.stat().st_mtime_ns, hashlib.sha256(one.read_bytes()).hexdigest()) for one in files]


@needs_bundle
def test_that_the_event_loop_goes_on_while_a_person_annotates_during_a_batch_over_the_sample(tmp_path: Path) -> None:
    project = build_sample(tmp_path / "sample")
    program = Program(f"{J}:annotate_during_batch", tmp_path, project, network="bundled")
    said = program.next_said()
    gaps, own, work = sorted(said["gaps"]), sorted(said["own"]), sorted(said["work"])
    for name, values in (("gaps", gaps), ("without the queue for a processor", own), ("of work of its own", work)):
        print(
            f"{len(values)} {name}: median {values[len(values) // 2]:.1f} ms,"
            f" 97 of 100 within {values[int(len(values) * 0.97)]:.1f} ms, worst {values[-1]:.1f} ms,"
            f" over 50 ms: {sum(one > 50 for one in values)}"
        )
    print(f"import of torch: worst {max(said['loading']):.1f} ms; {said['accepted']} accepted, {said['drawn']} drawn")
    print(f"{said['batches']} searches of the sample")
    program.end()
    assert said["searched"] == 24
    assert said["boxes"] == said["accepted"] + said["drawn"]
    assert said["drawn"] >= 20
    assert len(gaps) > 100
    # The goal is 50 ms between two beats. What other programs and the search's own threads take away differs from
    # machine to machine and is printed; what the window's thread computes by itself is the window's, and is asserted.
    assert work[int(len(work) * 0.97)] < 50
    assert work[-1] < 250
