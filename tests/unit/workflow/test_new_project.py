"""A folder of images becomes a project, or nothing is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.toy_project import write_squares
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, FormatError, StoreError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.progress import Progress
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project


def test_that_images_sizes_classes_and_labels_are_in_the_project(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 3)
    report = create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "labels.csv")
    assert (report.images, report.classes, report.labels, report.skipped) == (3, ("red", "green", "blue"), 9, ())
    with Project.open(tmp_path / "p.wsl") as project:
        assert [(r.path, r.width, r.height, r.sha256) for r in project.images()] == [
            (f"square_{i:02d}.png", 64, 48, "") for i in range(3)
        ]
        assert project.labels(2) == {1: LabelState.NEGATIVE, 2: LabelState.POSITIVE, 3: LabelState.NEGATIVE}


def test_that_given_classes_come_first_and_those_of_the_labels_follow(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 1)
    report = create_project(
        tmp_path / "p.wsl",
        images=tmp_path / "images",
        labels=tmp_path / "labels.csv",
        classes=("blue", "zebra", "blue"),
    )
    assert report.classes == ("blue", "zebra", "red", "green")


def test_that_an_unreadable_image_is_kept_with_its_problem_and_listed(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 2)
    (tmp_path / "images" / "empty.png").write_bytes(b"")
    report = create_project(tmp_path / "p.wsl", images=tmp_path / "images")
    assert report.images == 2
    assert len(report.skipped) == 1
    assert "empty.png" in report.skipped[0]
    with Project.open(tmp_path / "p.wsl") as project:
        record = project.image_by_path("empty.png")
        assert record is not None
        assert record.problem in report.skipped[0]
        assert (record.width, record.height) == (0, 0)


def test_that_images_of_the_same_name_in_two_folders_are_two_images(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        write_squares(tmp_path / "images" / folder, 1)
    assert create_project(tmp_path / "p.wsl", images=tmp_path / "images").images == 2


def test_that_an_existing_file_is_never_replaced(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 1)
    (tmp_path / "p.wsl").write_text("mine")
    with pytest.raises(StoreError, match="already"):
        create_project(tmp_path / "p.wsl", images=tmp_path / "images")
    assert (tmp_path / "p.wsl").read_text() == "mine"


def test_that_wrong_labels_leave_no_project(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 1)
    with pytest.raises(FormatError, match=r"missing\.csv"):
        create_project(tmp_path / "p.wsl", images=tmp_path / "images", labels=tmp_path / "missing.csv")
    assert not (tmp_path / "p.wsl").exists()


def test_that_a_cancel_leaves_no_project(tmp_path: Path) -> None:
    write_squares(tmp_path / "images", 3)
    token = CancelToken()

    def stop(_: Progress) -> None:
        token.cancel()

    with pytest.raises(Cancelled):
        create_project(tmp_path / "p.wsl", images=tmp_path / "images", cancel=token, progress=stop)
    assert not (tmp_path / "p.wsl").exists()
    create_project(tmp_path / "p.wsl", images=tmp_path / "images")


@pytest.mark.parametrize("make", [True, False])
def test_that_a_folder_that_is_missing_or_without_images_is_told(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "images"
    if make:
        folder.mkdir()
    with pytest.raises(FormatError, match="images"):
        create_project(tmp_path / "p.wsl", images=folder)
    assert not (tmp_path / "p.wsl").exists()
