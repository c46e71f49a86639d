"""The menu File finds images that moved, and lists those that came later."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog

from tests.helpers.desk import Hands, dump
from tests.helpers.toy_project import square


@pytest.fixture
def moved(squares: Path) -> Path:
    """A project whose images were moved; returns the project file."""
    (squares.parent / "images").rename(squares.parent / "elsewhere")
    return squares


def open_without_pictures(hands: Hands, path: Path) -> None:
    hands.desk.projects.open_path(path)
    hands.until(lambda: bool(hands.desk.area.problem) and not hands.desk.queue.busy)


def test_that_a_missing_picture_names_the_action_which_finds_it(hands: Hands, moved: Path) -> None:
    open_without_pictures(hands, moved)
    assert "does not exist" in hands.desk.area.problem
    assert "“Locate moved images” in the menu File" in hands.desk.area.hint


def test_that_moved_images_are_found_by_the_menu_and_shown(
    hands: Hands, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = moved.parent / "elsewhere"
    open_without_pictures(hands, moved)
    before = dump(hands.desk.session.project)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder.parent))
    hands.desk.actions["locate_images"].trigger()
    assert hands.desk.projects.busy
    hands.until(hands.picture_shown)
    hands.until(hands.idle)
    assert hands.desk.area.problem == ""
    assert hands.desk.window.message_bar.text == f"4 image(s) found in {folder}."
    assert dump(hands.desk.session.project) == before
    assert hands.desk.images.root == folder
    # A search on the store's thread looks there, too.
    hands.propose_all()
    assert hands.desk.session.localizations


def test_that_a_folder_without_the_images_is_told_and_changes_nothing(
    hands: Hands, moved: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    open_without_pictures(hands, moved)
    hands.desk.image_folder.locate(tmp_path / "other")
    hands.until(hands.idle)
    assert "None of the project's 4 images" in hands.desk.window.message_bar.text
    assert hands.desk.session.project.image_root == moved.parent / "images"


def test_that_new_images_are_listed_and_the_image_on_the_screen_stays(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.next_image()
    shown = hands.desk.session.image
    Image.fromarray(square("red", x=4, y=4)).save(squares.parent / "images" / "new.png")
    hands.desk.actions["add_images"].trigger()
    hands.until(hands.idle)
    hands.until(lambda: len(hands.desk.images.table) == 5)
    assert hands.desk.window.message_bar.text == "1 new image(s) added."
    assert hands.desk.session.image == shown
    hands.desk.actions["add_images"].trigger()
    hands.until(hands.idle)
    assert hands.desk.window.message_bar.text == "There is no new image in the folder."
