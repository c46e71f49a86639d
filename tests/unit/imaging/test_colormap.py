"""Colour maps against the published tables that OpenCV carries."""

import cv2
import numpy as np
import pytest

from wsl_annotator.imaging.colormap import COLORMAPS, apply, table


def lightness(rgb: np.ndarray) -> np.ndarray:
    """CIE L* of sRGB."""
    value = rgb / 255.0
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    luminance = linear @ np.array([0.2126, 0.7152, 0.0722])
    return np.where(luminance > 0.008856, 116 * np.cbrt(luminance) - 16, 903.3 * luminance)


@pytest.mark.parametrize("name", COLORMAPS)
def test_that_tables_are_the_published_ones_within_two_levels(name: str) -> None:
    published = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[:, None], getattr(cv2, f"COLORMAP_{name.upper()}"))[
        :, 0, ::-1
    ]
    assert np.abs(table(name).astype(int) - published).max() <= 2


@pytest.mark.parametrize("name", ["viridis", "magma", "inferno", "cividis"])
def test_that_lightness_rises_evenly_from_dark_to_light(name: str) -> None:
    light = lightness(table(name))
    assert np.diff(light[::5]).min() > 0
    assert light[-1] - light[0] > 70
    # no value far from a straight line: equal steps of heat look alike
    assert np.abs(light - np.linspace(light[0], light[-1], 256)).max() < 6


def test_that_values_are_clipped_and_holes_are_the_lowest() -> None:
    colors = apply("viridis", np.array([[-1.0, 0.0, 1.0, 7.0, np.nan]]))
    assert colors.shape == (1, 5, 3)
    assert colors.dtype == np.uint8
    assert colors[0].tolist() == [table("viridis")[index].tolist() for index in (0, 0, 255, 255, 0)]


def test_that_an_unknown_map_is_named_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'jet' is none of viridis"):
        apply("jet", np.zeros((1, 1)))
