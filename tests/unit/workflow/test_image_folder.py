"""Images that moved, and images that came later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.toy_project import write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, WslError
from wsl_annotator.core.progress import Progress
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review
from wsl_annotator.workflow.image_folder import AddedReport, add_new_images, locate_moved_images
from wsl_annotator.workflow.new_project import create_project


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the project p.wsl of images/, of which two lie in a sub-folder, and one drawn box."""
    write_squares(tmp_path / "images" / "day", 2)
    write_squares(tmp_path / "images", 3)
    create_project(tmp_path / "p.wsl", images=tmp_path / "images", classes=("red",))
    with Project.open(tmp_path / "p.wsl") as project:
        review.draw(project, image_id=1, class_id=1, box=Box(1, 2, 10, 12))
    return tmp_path


def content(project: Project) -> tuple[object, ...]:
    """Return all that a person made, and which images there are."""
    return tuple(project.images()), list(project.all_boxes()), project.all_labels()


@pytest.mark.parametrize("above", [False, True], ids=["the folder itself", "a folder above"])
def test_that_moved_images_are_found_and_nothing_else_changes(folder: Path, above: bool) -> None:
    target = folder / "disk" / "photos 2026" / "all"
    target.parent.mkdir(parents=True)
    (folder / "images").rename(target)
    with Project.open(folder / "p.wsl") as project:
        before = content(project)
        report = locate_moved_images(project, folder / "disk" if above else target)
        assert (report.folder, report.found, report.notes) == (target, 5, ())
        assert content(project) == before
        assert all(project.image_file(record).is_file() for record in project.images())
    with Project.open(folder / "p.wsl", read_only=True) as project:
        assert project.image_root == target


def test_that_a_folder_without_them_is_refused_and_the_old_one_stays(folder: Path) -> None:
    (folder / "empty").mkdir()
    write_squares(folder / "few", 1)
    with Project.open(folder / "p.wsl") as project:
        for place, said in (("empty", "None of the project's 5"), ("few", "Only 1 of"), ("nowhere", "None of")):
            with pytest.raises(WslError, match=said):
                locate_moved_images(project, folder / place)
            assert project.image_root == folder / "images"
    with Project.open(folder / "p.wsl", read_only=True) as project:
        assert project.image_root == folder / "images"


def test_that_the_old_folder_can_be_chosen_again(folder: Path) -> None:
    shutil.copytree(folder / "images", folder / "copy")
    with Project.open(folder / "p.wsl") as project:
        locate_moved_images(project, folder / "copy")
        locate_moved_images(project, folder / "images")
        assert project.image_root == folder / "images"


def test_that_missing_cut_off_and_exchanged_images_are_listed(folder: Path) -> None:
    (folder / "images").rename(folder / "moved")
    (folder / "moved" / "square_01.png").unlink()
    (folder / "moved" / "square_02.png").write_bytes(b"")
    Image.new("RGB", (7, 5)).save(folder / "moved" / "day" / "square_00.png")
    with Project.open(folder / "p.wsl") as project:
        report = locate_moved_images(project, folder / "moved")
    assert report.found == 4
    missing, empty, other = sorted(report.notes, key=lambda note: ("is not in" not in note, "empty" not in note))
    assert "square_01.png" in missing
    assert "square_02.png" in empty
    assert "day/square_00.png is 7 x 5 there and was 64 x 48" in other


def test_that_images_marked_as_missing_lose_the_mark(folder: Path) -> None:
    (folder / "images").rename(folder / "moved")
    with Project.open(folder / "p.wsl") as project:
        project.update_image(2, width=0, height=0, problem="It does not exist.")
        locate_moved_images(project, folder / "moved")
        found = project.image(2)
    assert (found.problem, found.width, found.height) == ("", 64, 48)


def test_that_a_cancelled_look_changes_nothing(folder: Path) -> None:
    shutil.copytree(folder / "images", folder / "copy")
    token = CancelToken()

    def stop(progress: Progress) -> None:
        token.cancel()

    with Project.open(folder / "p.wsl") as project:
        with pytest.raises(Cancelled):
            locate_moved_images(project, folder / "copy", cancel=token, progress=stop)
        assert project.image_root == folder / "images"


def test_that_images_which_came_later_are_added_with_new_ids(folder: Path) -> None:
    Image.new("RGB", (5, 4)).save(folder / "images" / "a_first.png")
    (folder / "images" / "broken.jpg").write_bytes(b"no image")
    with Project.open(folder / "p.wsl") as project:
        before = project.images()
        boxes = list(project.all_boxes())
        report = add_new_images(project)
        assert report.images == 1
        assert len(report.skipped) == 1
        assert "broken.jpg" in report.skipped[0]
        after = project.images()
        assert after[:5] == before
        assert [(record.id, record.path) for record in after[5:]] == [(6, "a_first.png"), (7, "broken.jpg")]
        assert list(project.all_boxes()) == boxes
        assert add_new_images(project) == AddedReport(images=0, skipped=())


def test_that_new_images_of_a_folder_that_is_gone_are_no_crash(folder: Path) -> None:
    (folder / "images").rename(folder / "moved")
    with Project.open(folder / "p.wsl") as project, pytest.raises(WslError, match="is not there"):
        add_new_images(project)
