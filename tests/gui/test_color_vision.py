"""Colours that mean something are told apart by people with a colour-vision deficiency, and never mean it alone."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.gui.canvas.box_item import REJECTED_COLOR, BoxItem
from wsl_annotator.gui.canvas.chips import _marks
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.icons import icon_pixmap
from wsl_annotator.gui.models.box_model import STATE_ICONS, BoxModel
from wsl_annotator.gui.panels.image_delegate import STATUS_ICONS
from wsl_annotator.gui.panels.label_switch import LabelSwitch
from wsl_annotator.gui.theme import DARK, LIGHT, ThemeColors

TO_LMS = np.array([[17.8824, 43.5161, 4.11935], [3.45565, 27.1554, 3.86714], [0.0299566, 0.184309, 1.46709]])
"""Linear RGB to the cones' answers, and below what one kind of cones leaves of them. Source: Vienot, Brettel and Mollon
1999, Digital video colourmaps for checking the legibility of displays by dichromats."""
SEEN = {
    "protanopia": np.array([[0, 2.02344, -2.52581], [0, 1, 0], [0, 0, 1]]),
    "deuteranopia": np.array([[1, 0, 0], [0.494207, 0, 1.24827], [0, 0, 1]]),
}
APART = 12.0
"""CIE76 distance of what has to be told apart: five times what is just noticed (2.3, Mahy et al. 1994)."""
THEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
EYES = pytest.mark.parametrize("kind", sorted(SEEN))


def linear(color: str) -> np.ndarray:
    values = np.array([int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def as_seen(color: str, kind: str) -> np.ndarray:
    """Return the linear RGB of what a person with the deficiency sees."""
    seen = np.linalg.inv(TO_LMS) @ SEEN[kind] @ TO_LMS @ linear(color)
    return np.clip(seen, 0, 1)


def lab(rgb: np.ndarray) -> np.ndarray:
    """Return CIE L*a*b* of linear sRGB, white D65."""
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.119192, 0.9503041]]
    )
    ratio = to_xyz @ rgb / (to_xyz @ np.ones(3))
    root = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])])


def distance(one: str, two: str, kind: str) -> float:
    return float(np.linalg.norm(lab(as_seen(one, kind)) - lab(as_seen(two, kind))))


def contrast(one: str, two: str) -> float:
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted((float(weights @ linear(one)), float(weights @ linear(two))))
    return (high + 0.05) / (low + 0.05)


@EYES
def test_that_the_eye_of_the_test_sees_grey_as_it_is_and_red_and_green_alike(kind: str) -> None:
    assert np.allclose(as_seen("#808080", kind), linear("#808080"), atol=0.01)
    assert (
        np.linalg.norm(lab(as_seen("#c03535", kind)) - lab(as_seen("#557a20", kind)))
        < np.linalg.norm(lab(linear("#c03535")) - lab(linear("#557a20"))) / 2
    )


@THEMES
@EYES
def test_that_state_colours_lie_apart(colors: ThemeColors, kind: str) -> None:
    meanings = {"done": colors.success, "wrong": colors.danger, "look": colors.warning, "begun": colors.info}
    near = {
        (one, two): round(distance(meanings[one], meanings[two], kind), 1)
        for one, two in combinations(meanings, 2)
        if distance(meanings[one], meanings[two], kind) < APART
    }
    assert near == {}


@EYES
def test_that_the_sixteen_class_colours_lie_apart_and_are_seen_on_the_dark_halo(kind: str) -> None:
    near = [
        (one, two, round(distance(class_color(one), class_color(two), kind), 1))
        for one, two in combinations(range(16), 2)
        if distance(class_color(one), class_color(two), kind) < APART
    ]
    assert near == []
    assert all(contrast(class_color(index), "#0a0c10") >= 4.5 for index in range(16))


@THEMES
def test_that_signs_of_state_reach_three_to_one_on_every_ground_of_theirs(colors: ThemeColors) -> None:
    grounds = (colors.window, colors.base, colors.alternate, colors.accent_soft, colors.hover)
    signs = (colors.success, colors.danger, colors.warning, colors.info, colors.text, colors.accent)
    low = [
        (sign, ground, round(contrast(sign, ground), 2))
        for sign in signs
        for ground in grounds
        if contrast(sign, ground) < 3
    ]
    assert low == []


@THEMES
def test_that_words_reach_four_and_a_half_to_one_on_every_ground_of_theirs(colors: ThemeColors) -> None:
    pairs = {
        **{
            f"text on {name}": (colors.text, getattr(colors, name))
            for name in ("window", "base", "alternate", "raised", "hover", "accent_soft")
        },
        **{
            f"muted on {name}": (colors.muted, getattr(colors, name))
            for name in ("window", "base", "alternate", "accent_soft")
        },
        **{
            f"{name} on window": (getattr(colors, name), colors.window)
            for name in ("success", "danger", "warning", "info")
        },
        **{
            f"{name} on base": (getattr(colors, name), colors.base)
            for name in ("success", "danger", "warning", "info", "accent")
        },
        "accent_text on accent": (colors.accent_text, colors.accent),
        "muted on canvas": (colors.muted, colors.canvas),
    }
    assert {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < 4.5} == {}


def silhouette(name: str) -> bytes:
    """Return the shape of an icon without its colour."""
    return (
        icon_pixmap(name, side=24, color="#000000")
        .toImage()
        .convertToFormat(QImage.Format.Format_Alpha8)
        .bits()
        .tobytes()
    )


@pytest.mark.parametrize("icons", [STATE_ICONS, STATUS_ICONS], ids=["boxes", "images"])
def test_that_every_state_has_a_shape_of_its_own(qapp, icons: dict[object, str]) -> None:
    assert len({silhouette(name) for name in icons.values()}) == len(icons)


def test_that_every_state_of_a_box_and_an_image_has_an_icon_and_a_word(qapp) -> None:
    assert set(STATE_ICONS) == set(BoxState)
    assert set(STATUS_ICONS) == set(ImageStatus)
    assert len({BoxModel().state_text(state) for state in BoxState}) == len(BoxState)


def painted(state: BoxState) -> QImage:
    """Return one box of a state on the canvas, in grey: what is left without any colour."""
    value = CanvasBox(
        key="a", box=Box(4, 4, 56, 44), class_id=1, class_name="a", color=REJECTED_COLOR, state=state, score=None
    )
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#606060"))
    painter = QPainter(image)
    BoxItem(value).paint(painter, QStyleOptionGraphicsItem())
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def test_that_boxes_differ_by_line_or_mark_where_all_have_one_colour(qapp) -> None:
    looks = {}
    for state in BoxState:
        value = CanvasBox(
            key="a", box=Box(4, 4, 56, 44), class_id=1, class_name="a", color=REJECTED_COLOR, state=state, score=None
        )
        looks[state] = (painted(state).bits().tobytes(), str(_marks(BoxItem(value))))
    assert len(set(looks.values())) == len(BoxState)


def test_that_a_label_switch_tells_its_states_without_colour(qtbot) -> None:
    pictures, names = set(), set()
    for state in LabelState:
        switch = LabelSwitch()
        qtbot.addWidget(switch)
        switch.set_state(state, class_name="cat")
        image = switch.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(image.bits().tobytes())
        names.add(switch.accessibleName())
    assert len(pictures) == len(names) == len(LabelState)
    assert Qt.FocusPolicy.TabFocus & switch.focusPolicy()
