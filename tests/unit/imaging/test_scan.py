"""A folder's images by name."""

import os
from pathlib import Path

import pytest

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.scan import is_image_name, natural_key, scan_images


def touch(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"never read")


def relative(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in scan_images(folder)]


def test_that_images_are_found_below_in_natural_order(tmp_path: Path) -> None:
    touch(tmp_path, "img10.JPG", "img2.png", "Img1.tif", "b/9.webp", "b/10.webp", "notes.txt", "movie.mp4", "x.xml")
    assert relative(tmp_path) == ["b/9.webp", "b/10.webp", "Img1.tif", "img2.png", "img10.JPG"]


def test_that_hidden_and_system_files_are_left_out(tmp_path: Path) -> None:
    touch(tmp_path, ".hidden.jpg", "._a.jpg", ".cache/b.jpg", "__MACOSX/c.jpg", "$RECYCLE.BIN/d.jpg", "e.jpg")
    assert relative(tmp_path) == ["e.jpg"]


def test_that_a_loop_of_links_ends_and_no_image_comes_twice(tmp_path: Path) -> None:
    touch(tmp_path, "real/a.jpg")
    (tmp_path / "real" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "alias").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "broken.jpg").symlink_to(tmp_path / "nowhere.jpg")
    assert relative(tmp_path) == ["real/a.jpg"]


def test_that_a_linked_folder_elsewhere_is_followed(tmp_path: Path) -> None:
    touch(tmp_path, "elsewhere/a.jpg")
    root = tmp_path / "root"
    root.mkdir()
    (root / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert relative(root) == ["link/a.jpg"]


def test_that_a_folder_named_like_an_image_is_no_image(tmp_path: Path) -> None:
    touch(tmp_path, "album.jpg/inside.jpg")
    assert relative(tmp_path) == ["album.jpg/inside.jpg"]


@pytest.mark.parametrize("name", ["gone", "file.txt"])
def test_that_a_folder_that_is_none_is_told_with_its_path(tmp_path: Path, name: str) -> None:
    touch(tmp_path, "file.txt")
    with pytest.raises(ImageError, match=name):
        scan_images(tmp_path / name)


def test_that_an_unreadable_folder_below_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg")
    # a name longer than the system takes fails to list, whoever runs the test
    deep = tmp_path / "deep"
    here = os.open(tmp_path, os.O_RDONLY)
    try:
        os.mkdir("deep", dir_fd=here)
        inner = os.open(deep, os.O_RDONLY)
        for _ in range(20):
            os.mkdir("n" * 250, dir_fd=inner)
            following = os.open("n" * 250, os.O_RDONLY, dir_fd=inner)
            os.close(inner)
            inner = following
        os.close(inner)
    finally:
        os.close(here)
    told: list[str] = []
    assert [path.name for path in scan_images(tmp_path, on_problem=told.append)] == ["a.jpg"]
    assert len(told) == 1
    assert "cannot be read" in told[0]
    scan_images(tmp_path)


def test_that_numbers_sort_by_value_and_ties_by_text() -> None:
    names = ["a100", "a20", "A3", "a03", "b", "a"]
    assert sorted(names, key=natural_key) == ["a", "A3", "a03", "a20", "a100", "b"]
    assert natural_key("1a") < natural_key("a1")


def test_that_the_suffix_decides_in_any_case() -> None:
    assert is_image_name("x.JPeG")
    assert not is_image_name("jpg")
    assert not is_image_name("x.jpg.xml")
