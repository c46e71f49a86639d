"""Brightness, contrast and gamma: on the screen alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from wsl_annotator.gui.canvas import image_item
from wsl_annotator.gui.canvas.image_item import image_from_rgb, toned
from wsl_annotator.gui.canvas.tone import NEUTRAL, Tone, window_of

tones = st.builds(
    Tone, brightness=st.floats(-1, 1), contrast=st.floats(-1, 1), gamma=st.floats(0.2, 5), stretch=st.booleans()
)


@given(tones, st.tuples(st.floats(0, 255), st.floats(0, 255)).map(sorted))
def test_that_a_brighter_pixel_is_never_shown_darker_than_a_dark_one(tone: Tone, window: list[float]) -> None:
    table = tone.table((window[0], window[1]))
    if table is not None:
        assert (np.diff(table.astype(int)) >= 0).all()


def test_that_a_neutral_tone_changes_nothing() -> None:
    assert NEUTRAL.table() is None


def test_that_each_setting_does_what_its_name_says() -> None:
    middle = [Tone(brightness=0.2).table()[100], Tone(gamma=2.0).table()[100], Tone(contrast=0.5).table()[100]]
    assert middle[0] == 151
    assert middle[1] == 160
    assert middle[2] < 100 < Tone(contrast=0.5).table()[155]
    assert set(Tone(contrast=-1.0).table().tolist()) == {128}


def test_that_the_picture_s_own_range_is_stretched() -> None:
    rgb = np.full((40, 40, 3), 20, dtype=np.uint8)
    rgb[:, 20:] = 60
    table = Tone(stretch=True).table(window_of(rgb))
    assert (table[20], table[60]) == (0, 255)


def test_that_the_window_of_a_large_picture_comes_from_all_its_colours() -> None:
    rgb = np.zeros((900, 900, 3), dtype=np.uint8)
    rgb[..., 2] = 200
    assert window_of(rgb) == (0.0, 200.0)


@pytest.mark.parametrize("width", [1, 5, 8])
def test_that_every_colour_is_looked_up_and_the_opacity_is_not(width: int) -> None:
    rng = np.random.default_rng(0)
    rgb = rng.integers(0, 256, (3, width, 3), dtype=np.uint8)
    table = np.arange(255, -1, -1, dtype=np.uint8)
    shown = toned(image_from_rgb(rgb), table)
    pixels = np.frombuffer(shown.constBits(), dtype=np.uint32).reshape(3, width)
    colors = np.stack([pixels >> shift & 255 for shift in (16, 8, 0)], axis=-1)
    assert shown.format() == QImage.Format.Format_RGB32
    assert np.array_equal(colors, 255 - rgb)
    assert (pixels >> 24 == 255).all()


@pytest.mark.parametrize("most", [image_item.MOST_TONED, 30_000])
@pytest.mark.parametrize("zoom", [0.3, 1.0, 7.0])
def test_that_a_toned_picture_lies_where_the_plain_one_does(canvas, hand, monkeypatch, zoom: float, most: int) -> None:
    monkeypatch.setattr(image_item, "MOST_TONED", most)
    rgb = np.zeros((300, 400, 3), dtype=np.uint8)
    rgb[100:200, 150:250] = 90
    canvas.set_image(rgb, width=400, height=300)
    canvas.set_zoom(zoom)
    plain = canvas.grab().toImage()
    canvas.set_tone(Tone(brightness=0.25))
    shown = canvas.grab().toImage()
    for x, y in ((155, 105), (245, 195), (200, 150), (145, 150), (200, 95)):
        at = hand.at(x, y)
        if plain.rect().contains(at):
            assert shown.pixelColor(at).red() == pytest.approx(plain.pixelColor(at).red() + 64, abs=2)


def test_that_a_tone_stays_over_the_next_picture_until_it_is_reset(canvas, hand) -> None:
    canvas.set_tone(Tone(brightness=0.25))
    canvas.set_image(np.full((300, 400, 3), 50, dtype=np.uint8), width=400, height=300)
    assert canvas.grab().toImage().pixelColor(hand.at(200, 150)).red() == pytest.approx(114, abs=1)
    canvas.set_tone(NEUTRAL)
    assert canvas.grab().toImage().pixelColor(hand.at(200, 150)).red() == 50
