"""Proposing for a folder: the result file, and going on after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.toy_project import square, toy_engine, write_network, write_squares
from wsl_annotator.__main__ import main
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import FAST
from wsl_annotator.core.errors import Cancelled, FormatError
from wsl_annotator.formats.proposals_json import read_proposals
from wsl_annotator.workflow.localize import ImageResult
from wsl_annotator.workflow.partial_results import partial_path
from wsl_annotator.workflow.propose_folder import FolderRun, check_run, propose_folder

ROOT = Path(__file__).resolve().parents[3]


def make_run(folder: Path, *, count: int = 4, **changes: object) -> FolderRun:
    write_squares(folder / "images", count)
    values: dict[str, object] = {
        "images": folder / "images",
        "labels": folder / "labels.csv",
        "out": folder / "out" / "proposals.json",
    }
    return FolderRun(**{**values, **changes})  # type: ignore[arg-type]


def test_that_the_result_names_every_image_class_point_and_box(tmp_path: Path) -> None:
    run = make_run(tmp_path, coco_results=tmp_path / "results.json", overlays=tmp_path / "pictures")
    report = propose_folder(run, toy_engine(tmp_path))
    found = read_proposals(run.out)
    assert report.images == 4
    assert [image.file_name for image in found.images] == [f"square_{i:02d}.png" for i in range(4)]
    assert [(c.id, c.name) for c in found.categories] == [(1, "red"), (2, "green"), (3, "blue")]
    assert [(entry.image_id, entry.category_id) for entry in found.localizations] == [(1, 1), (2, 2), (3, 3), (4, 1)]
    assert found.settings["network_hash"] == toy_engine(tmp_path).identity.network_hash
    assert found.settings["localizer"]["beam"]["depth"] == 4
    results = json.loads((tmp_path / "results.json").read_text())
    assert len(results) == report.boxes
    pictures = sorted(path.name for path in (tmp_path / "pictures").iterdir())
    assert pictures == [
        "square_00.png-red.jpg",
        "square_01.png-green.jpg",
        "square_02.png-blue.jpg",
        "square_03.png-red.jpg",
    ]
    assert not partial_path(run.out).exists()


def test_that_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    propose_folder(run, toy_engine(tmp_path))
    first = run.out.read_bytes()
    propose_folder(run, toy_engine(tmp_path))
    assert run.out.read_bytes() == first


def stop_after(count: int, token: CancelToken) -> object:
    seen: list[ImageResult] = []

    def watch(result: ImageResult) -> None:
        seen.append(result)
        if len(seen) == count:
            token.cancel()

    return watch


def test_that_a_cancelled_run_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    engine = toy_engine(tmp_path)
    run = make_run(tmp_path)
    propose_folder(run, engine)
    whole = run.out.read_bytes()
    run.out.unlink()
    token = CancelToken()
    with pytest.raises(Cancelled):
        propose_folder(run, engine, cancel=token, on_result=stop_after(2, token))  # type: ignore[arg-type]
    assert not run.out.exists()
    going_on = make_run(tmp_path, resume=True)
    report = propose_folder(going_on, engine)
    assert (report.images, report.reused) == (2, 2)
    assert run.out.read_bytes() == whole


@pytest.fixture
def stopped(tmp_path: Path) -> FolderRun:
    """A run with two finished images."""
    token = CancelToken()
    run = make_run(tmp_path)
    with pytest.raises(Cancelled):
        propose_folder(run, toy_engine(tmp_path), cancel=token, on_result=stop_after(2, token))  # type: ignore[arg-type]
    return run


def test_that_finished_images_are_not_thrown_away_without_being_asked(tmp_path: Path, stopped: FolderRun) -> None:
    before = partial_path(stopped.out).read_bytes()
    with pytest.raises(FormatError, match=r"2 finished images.*--resume"):
        check_run(stopped)
    with pytest.raises(FormatError, match=r"2 finished images.*--resume"):
        propose_folder(stopped, toy_engine(tmp_path))
    assert partial_path(stopped.out).read_bytes() == before


def test_that_going_on_with_other_settings_is_refused_with_their_names(tmp_path: Path, stopped: FolderRun) -> None:
    with pytest.raises(FormatError, match="localizer, config_digest"):
        propose_folder(make_run(tmp_path, resume=True), toy_engine(tmp_path, config=FAST))


def test_that_a_line_that_a_kill_cut_off_is_searched_again(tmp_path: Path, stopped: FolderRun) -> None:
    partial = partial_path(stopped.out)
    partial.write_bytes(partial.read_bytes()[:-20])
    report = propose_folder(make_run(tmp_path, resume=True), toy_engine(tmp_path))
    assert (report.images, report.reused) == (3, 1)


def test_that_an_image_that_changed_since_is_searched_again(tmp_path: Path, stopped: FolderRun) -> None:
    going_on = make_run(tmp_path, resume=True)
    Image.fromarray(square("red", x=40, y=20)).save(tmp_path / "images" / "square_00.png")
    report = propose_folder(going_on, toy_engine(tmp_path))
    assert (report.images, report.reused) == (3, 1)
    x, y = read_proposals(going_on.out).localizations[0].point
    assert 40 <= x < 56
    assert 20 <= y < 36


def test_that_a_file_that_is_no_partial_result_is_refused(tmp_path: Path) -> None:
    run = make_run(tmp_path, resume=True)
    run.out.parent.mkdir()
    partial_path(run.out).write_text("hello\nworld\n")
    with pytest.raises(FormatError, match="does not hold partial results"):
        propose_folder(run, toy_engine(tmp_path))


def test_that_bad_images_and_labels_are_listed_and_the_rest_is_written(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    (tmp_path / "images" / "bad.png").write_bytes(b"not a picture")
    with (tmp_path / "labels.csv").open("a") as labels:
        labels.write("unknown.png,1,0,0\nbad.png,1,0,0\n")
    report = propose_folder(run, toy_engine(tmp_path))
    assert report.images == 4
    assert sum("bad.png" in sentence for sentence in report.skipped) == 1
    assert sum("unknown.png" in sentence for sentence in report.skipped) == 1
    assert len(read_proposals(run.out).images) == 4


def test_that_an_image_without_labels_is_screened_for_the_classes_of_the_network(tmp_path: Path) -> None:
    folder = tmp_path / "images"
    folder.mkdir()
    Image.new("RGB", (64, 48), "blue").save(folder / "sea.png")
    run = FolderRun(images=folder, out=tmp_path / "p.json")
    propose_folder(run, toy_engine(tmp_path))
    found = read_proposals(run.out)
    assert [(entry.category_id, entry.image_id) for entry in found.localizations] == [(3, 1)]


def test_that_a_missing_folder_is_told_before_anything_is_opened(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="nowhere"):
        check_run(FolderRun(images=tmp_path / "nowhere", out=tmp_path / "p.json"))


def test_that_a_result_that_cannot_be_written_is_one_sentence_and_keeps_the_finished_images(tmp_path: Path) -> None:
    run = make_run(tmp_path)
    run.out.mkdir(parents=True)
    with pytest.raises(FormatError, match=r"proposals.json could not be written: it is a folder"):
        propose_folder(run, toy_engine(tmp_path))
    assert partial_path(run.out).read_bytes().count(b"\n") == 5


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")
def test_that_a_killed_run_goes_on_to_the_same_bytes_as_a_run_that_was_not_killed(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 8)
    network = write_network(tmp_path, pause_s=0.01)

    def command(out: str, *more: str) -> list[str]:
        return [
            *("propose", "--images", str(tmp_path / "images"), "--labels", str(tmp_path / "labels.csv")),
            *("--network", network, "--depth", "6", "--threads", "1", "--out", str(tmp_path / out), *more),
        ]

    killed = subprocess.Popen(
        [sys.executable, "-m", "wsl_annotator", *command("killed.json")],
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path / "state")},
        stderr=subprocess.DEVNULL,
    )
    partial = tmp_path / "killed.json.partial"
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not (partial.exists() and partial.read_bytes().count(b"\n") >= 4):
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    assert killed.wait(timeout=30) == -signal.SIGKILL
    assert not (tmp_path / "killed.json").exists()
    finished = partial.read_bytes().count(b"\n") - 1
    assert 3 <= finished < 8
    assert main(command("killed.json", "--resume")) == 0
    assert main(command("whole.json")) == 0
    assert (tmp_path / "killed.json").read_bytes() == (tmp_path / "whole.json").read_bytes()
