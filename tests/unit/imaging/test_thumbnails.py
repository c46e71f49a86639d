"""Thumbnails and what is kept of them."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging.thumbnails import thumbnail


def picture(path: Path, *, color: str = "red", size: tuple[int, int] = (400, 200), orientation: int = 1) -> Path:
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size, color).save(path, exif=exif)
    return path


@pytest.mark.parametrize(
    ("size", "orientation", "shape"),
    [((400, 200), 1, (50, 100)), ((400, 200), 6, (100, 50)), ((40, 20), 1, (20, 40)), ((3000, 2), 1, (1, 100))],
)
def test_that_a_thumbnail_is_upright_fits_its_side_and_is_never_enlarged(
    tmp_path: Path, size: tuple[int, int], orientation: int, shape: tuple[int, int]
) -> None:
    small = thumbnail(picture(tmp_path / "a.jpg", size=size, orientation=orientation), side=100, cache=None)
    assert small.shape == (*shape, 3)
    assert small.dtype == np.uint8


def test_that_a_kept_thumbnail_has_the_pixels_of_the_made_one(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png")
    cache = tmp_path / "cache"
    made = thumbnail(path, side=64, cache=cache)
    kept = list(cache.rglob("*.jpg"))
    assert len(kept) == 1
    stamp = kept[0].stat().st_mtime_ns
    assert np.array_equal(thumbnail(path, side=64, cache=cache), made)
    assert np.array_equal(thumbnail(path, side=64, cache=None), made)
    assert kept[0].stat().st_mtime_ns == stamp
    assert len(list(cache.rglob("*.*"))) == 1


def test_that_what_is_kept_is_what_is_shown(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png", color="red")
    thumbnail(path, side=64, cache=tmp_path / "cache")
    kept = next((tmp_path / "cache").rglob("*.jpg"))
    Image.new("RGB", (64, 32), "blue").save(kept)
    assert thumbnail(path, side=64, cache=tmp_path / "cache")[5, 5, 2] > 250


def test_that_a_changed_file_gets_a_new_thumbnail(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.bmp", color="red")
    assert thumbnail(path, side=64, cache=tmp_path / "cache")[5, 5, 0] > 250
    picture(path, color="lime")
    # the same size in bytes, a second later
    status = path.stat()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000_000_000))
    assert thumbnail(path, side=64, cache=tmp_path / "cache")[5, 5, 1] > 250


@pytest.mark.parametrize("damage", [b"", b"no image", None])
def test_that_a_broken_entry_is_made_anew(tmp_path: Path, damage: bytes | None) -> None:
    path = picture(tmp_path / "a.png")
    made = thumbnail(path, side=64, cache=tmp_path / "cache")
    kept = next((tmp_path / "cache").rglob("*.jpg"))
    kept.write_bytes(kept.read_bytes()[:-200] if damage is None else damage)
    assert np.array_equal(thumbnail(path, side=64, cache=tmp_path / "cache"), made)
    with Image.open(kept) as mended:
        assert np.array_equal(np.asarray(mended), made)


def test_that_a_cache_that_cannot_be_written_costs_no_thumbnail(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert thumbnail(picture(tmp_path / "a.png"), side=64, cache=tmp_path / "cache").shape == (32, 64, 3)


def test_that_an_unreadable_image_is_told_as_by_the_loader(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match="does not exist"):
        thumbnail(tmp_path / "gone.jpg", side=64, cache=tmp_path / "cache")
