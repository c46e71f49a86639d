"""Themes, class colours and icons."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from itertools import combinations

import pytest
from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from tests.helpers.contrast import contrast
from tests.helpers.desk import Hands
from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.paths import resource
from wsl_annotator.gui.icons import icon, icon_names, icon_pixmap
from wsl_annotator.gui.theme import DARK, LIGHT, THEMES, ThemeColors, apply_theme, text_on, theme_colors

NEEDED = [
    "app", "open", "new", "folder", "play", "propose", "propose-all", "cancel", "stop", "accept", "reject", "draw",
    "edit", "pointer", "delete", "undo", "redo", "export", "import", "heat", "labels", "boxes-visible", "zoom-in",
    "zoom-out", "fit", "fit-width", "zoom-100", "prev", "next", "class", "settings", "help", "trace", "steps",
    "step-forward", "step-back", "theme", "verified", "skipped", "in-progress", "warning", "image",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication):
    yield
    apply_theme(qapp, "light")


def ink(image: QImage) -> set[str]:
    colors = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in colors if color.alpha() == 255}


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_that_text_reaches_the_contrast_of_wcag_aa(colors: ThemeColors) -> None:
    for ground in (colors.window, colors.base, colors.alternate, colors.raised, colors.accent_soft):
        assert contrast(colors.text, ground) >= 4.5
    for second in (colors.muted, colors.success, colors.danger, colors.warning, colors.info):
        assert contrast(second, colors.window) >= 4.5
    assert contrast(colors.accent_text, colors.accent) >= 4.5
    assert contrast(colors.accent, colors.window) >= 3.0


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_that_frames_rings_and_grey_texts_reach_the_contrast_of_what_is_no_text(colors: ThemeColors) -> None:
    for ground in (colors.window, colors.base, colors.alternate, colors.raised):
        assert contrast(colors.disabled, ground) >= 3.0
        assert contrast(colors.field, ground) >= 3.0
        assert contrast(colors.accent, ground) >= 3.0
    # The sliders of the class that is the current one lie there.
    assert contrast(colors.field, colors.accent_soft) >= 3.0
    assert contrast(colors.accent, colors.accent_soft) >= 3.0


def test_that_light_and_dark_change_the_palette_and_style(qapp: QApplication) -> None:
    for name, colors in (("dark", DARK), ("light", LIGHT)):
        assert apply_theme(qapp, name) is colors
        assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(colors.window)
        assert theme_colors() is colors
        assert colors.border in qapp.styleSheet()
    assert "system" in THEMES
    assert apply_theme(qapp, "system") in (LIGHT, DARK)


def test_that_an_unknown_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="theme must be one of"):
        apply_theme(qapp, "blue")


def test_that_forty_eight_classes_have_colours_of_their_own() -> None:
    colors = [class_color(index) for index in range(48)]
    assert len(set(colors)) == 48
    assert all(re.fullmatch("#[0-9a-f]{6}", color) for color in colors)
    assert class_color(48) == class_color(0)


def test_that_the_first_eight_class_colours_lie_apart_and_are_seen_on_the_dark_halo() -> None:
    first = [class_color(index) for index in range(8)]
    for one, two in combinations(first, 2):
        apart = sum(abs(int(one[at : at + 2], 16) - int(two[at : at + 2], 16)) for at in (1, 3, 5))
        assert apart >= 60, (one, two)
    assert all(contrast(color, "#0a0c10") >= 4.5 for color in first)


@pytest.mark.parametrize("index", range(16))
def test_that_text_on_a_class_colour_can_be_read(index: int) -> None:
    color = class_color(index)
    assert contrast(text_on(color), color) >= 4.5


def test_that_every_needed_icon_is_there() -> None:
    assert set(NEEDED) <= set(icon_names())


@pytest.mark.parametrize("name", icon_names())
def test_that_an_icon_is_one_stroke_style_and_paints_something(qapp: QApplication, name: str) -> None:
    root = ElementTree.parse(resource("icons", f"{name}.svg")).getroot()
    if name != "app":
        assert root.get("viewBox") == "0 0 24 24"
        assert root.get("stroke") == "currentColor"
        assert root.get("stroke-width") == "1.75"
    image = icon_pixmap(name, side=24, scale=2.0).toImage()
    assert image.width() == 48
    painted = sum(image.pixelColor(x, y).alpha() > 100 for x in range(48) for y in range(48))
    assert painted > 40


def test_that_an_icon_follows_the_theme_and_the_state(qapp: QApplication) -> None:
    drawn = icon("open")
    for name, colors in (("light", LIGHT), ("dark", DARK)):
        apply_theme(qapp, name)
        size = QSize(48, 48)
        assert ink(drawn.pixmap(size).toImage()) == {colors.text}
        assert ink(drawn.pixmap(size, QIcon.Mode.Disabled).toImage()) == {colors.disabled}
        assert ink(drawn.pixmap(size, QIcon.Mode.Normal, QIcon.State.On).toImage()) == {colors.accent}
        assert ink(icon("verified").pixmap(size).toImage()) == {colors.success}
        assert ink(icon("open", color="#123456").pixmap(size).toImage()) == {"#123456"}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_that_an_icon_has_as_many_pixels_as_the_screen(qapp: QApplication, scale: float) -> None:
    pixmap = icon("draw").pixmap(QSize(24, 24), scale)
    assert pixmap.width() == round(24 * scale)


def test_that_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icon("no-such-icon")


class Desktop(QObject):
    """Stands for the desktop's choice between light and dark: what the platform tells Qt when it changes."""

    def turn(self, scheme: Qt.ColorScheme) -> None:
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_that_system_follows_the_desktop_live_and_a_chosen_theme_does_not(hands: Hands) -> None:
    app, desk, desktop = QApplication.instance(), hands.desk, Desktop()
    desk.windows.set_theme("system")
    for scheme, colors in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)):
        desktop.turn(scheme)
        hands.until(lambda colors=colors: theme_colors() is colors)
        assert colors.border in app.styleSheet()
        assert desk.canvas.backgroundBrush().color() == QColor(colors.canvas)
        card = desk.welcome.findChild(QLabel, "picture")
        assert colors.text in ink(card.pixmap().toImage())
        assert colors.text in ink(desk.actions["fit"].icon().pixmap(QSize(48, 48)).toImage())
    desk.windows.set_theme("light")
    desktop.turn(Qt.ColorScheme.Dark)
    assert theme_colors() is LIGHT
