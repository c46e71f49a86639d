"""Heat, boxes and labels on a photo."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.errors import ImageError
from wsl_annotator.imaging import colormap
from wsl_annotator.imaging.overlay import OverlayBox, draw_overlay, save_overlay

GREY = np.full((200, 300, 3), 120, dtype=np.uint8)


def test_that_without_heat_and_boxes_the_photo_is_unchanged() -> None:
    assert np.array_equal(np.asarray(draw_overlay(GREY, width=300, height=200)), GREY)


def test_that_boxes_are_drawn_in_their_colour_at_their_place_in_original_pixels() -> None:
    box = OverlayBox(Box(600, 400, 1800, 1200), color="#00ff00")
    drawn = np.asarray(draw_overlay(GREY, width=3000, height=2000, boxes=[box])).astype(int)
    green = (drawn[..., 1] > 200) & (drawn[..., 0] < 100)
    rows, columns = np.nonzero(green)
    assert abs(columns.min() - 60) <= 1
    assert abs(columns.max() - 179) <= 1
    assert abs(rows.min() - 40) <= 1
    assert abs(rows.max() - 119) <= 1
    assert not green[60:100, 80:160].any()


def test_that_dashes_leave_gaps() -> None:
    boxes = [OverlayBox(Box(60, 40, 180, 120), color="#00ff00", dashed=dashed) for dashed in (False, True)]
    counts = [
        int((np.asarray(draw_overlay(GREY, width=300, height=200, boxes=[box]))[..., 1] > 200).sum()) for box in boxes
    ]
    assert 0.3 * counts[0] < counts[1] < 0.75 * counts[0]


def test_that_heat_is_mixed_by_its_strength_and_none_leaves_the_photo() -> None:
    heat = np.zeros((200, 300))
    heat[:, 150:] = 1.0
    drawn = np.asarray(draw_overlay(GREY, width=300, height=200, heat=heat, map_name="viridis", opacity=0.5))
    assert drawn[100, 20].tolist() == [120, 120, 120]
    expected = 0.5 * 120 + 0.5 * colormap.table("viridis")[255].astype(float)
    assert np.abs(drawn[100, 280] - expected).max() <= 1


def test_that_a_label_is_drawn_inside_the_picture_wherever_its_box_is() -> None:
    for box in (Box(0, 0, 20, 20), Box(290, 190, 300, 200)):
        plain = np.asarray(draw_overlay(GREY, width=300, height=200, boxes=[OverlayBox(box)]))
        labelled = np.asarray(draw_overlay(GREY, width=300, height=200, boxes=[OverlayBox(box, "dog 0.91")]))
        assert (plain != labelled).any(axis=2).sum() > 300


def test_that_a_large_photo_is_drawn_on_a_reduced_copy() -> None:
    assert draw_overlay(GREY, width=300, height=200, max_side=150, caption="c", point=(1, 1)).size == (150, 100)


@pytest.mark.parametrize("name", ["a.png", "sub/b.jpg"])
def test_that_pictures_are_saved_whole_and_nothing_else_is_left(tmp_path: Path, name: str) -> None:
    save_overlay(Image.fromarray(GREY), tmp_path / name)
    with Image.open(tmp_path / name) as saved:
        assert saved.size == (300, 200)
    assert [path.name for path in (tmp_path / name).parent.iterdir()] == [Path(name).name]


def test_that_a_place_that_cannot_be_written_is_told_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ImageError, match=r"a\.png cannot be written"):
        save_overlay(Image.fromarray(GREY), tmp_path / "file" / "a.png")
    with pytest.raises(ImageError, match=r"must end in"):
        save_overlay(Image.fromarray(GREY), tmp_path / "a.bmp")
