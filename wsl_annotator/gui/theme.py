"""Colours and spacing of the window: light and dark palettes over Fusion, one stylesheet.

Everything that paints takes its colours from here. Distances are multiples of 4 logical pixels (`SPACING`).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from wsl_annotator.gui.focus_ring import FocusRing
from wsl_annotator.gui.stylesheet import build_stylesheet

SPACING = 8
"""Logical pixels between neighbours; half of it inside a group, twice of it between groups."""

THEMES = ("light", "dark", "system")

_FRAMED_BY_FUSION = ("QAbstractSpinBox", "QComboBox", "QSlider", "QCheckBox", "QRadioButton")
"""Inputs that the stylesheet leaves to Fusion, which has their frames from the Window role, though they fill nothing
with it. A stylesheet would draw them without arrows and in other sizes."""
_FUSION_DARKENS = 140
"""As `QColor.darker` takes it."""


@dataclass(frozen=True, slots=True)
class ThemeColors:
    """The named colours of one theme, each `#rrggbb`.

    Attributes:
        dark: whether text is light on dark ground.
        window: ground of docks, bars and dialogs.
        base: ground of lists and fields.
        alternate: every second row, and headers.
        raised: ground of buttons.
        hover: ground under the mouse.
        border: lines between areas.
        field: frames of what one fills in, sets or ticks, 3:1 and more on the grounds of windows, lists and rows.
        faint: frames of what cannot be used now.
        text: text and icons.
        muted: second text.
        disabled: text and icons of what cannot be used now.
        accent: selection, focus and the main action.
        accent_text: text on `accent`.
        accent_soft: ground of checked buttons and selected rows.
        canvas: ground around the photo.
        success: accepted, verified.
        danger: rejected, errors.
        warning: needs a look.
        info: earlier levels of a search; in progress.
    """

    dark: bool
    window: str
    base: str
    alternate: str
    raised: str
    hover: str
    border: str
    field: str
    faint: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    accent_soft: str
    canvas: str
    success: str
    danger: str
    warning: str
    info: str


LIGHT = ThemeColors(
    dark=False, window="#f6f7f9", base="#ffffff", alternate="#f1f3f6", raised="#ffffff", hover="#e8ebf0",
    border="#d6dae1", field="#767f8c", faint="#b4bbc5", text="#1f242c", muted="#5a6370", disabled="#838b97",
    accent="#2563c9", accent_text="#ffffff", accent_soft="#dde8fa", canvas="#dfe2e7", success="#1a7f4b",
    danger="#c0283c", warning="#9c5b00", info="#2563c9",
)  # fmt: skip
DARK = ThemeColors(
    dark=True, window="#22252b", base="#1a1d21", alternate="#262a30", raised="#2c3037", hover="#343942",
    border="#3a404a", field="#858d9a", faint="#565e6a", text="#e4e7ec", muted="#a5adb9", disabled="#757e8b",
    accent="#5c9dff", accent_text="#0d1522", accent_soft="#2b3f5e", canvas="#14161a", success="#4cc38a",
    danger="#ff7a70", warning="#f2b84b", info="#6fb1ff",
)  # fmt: skip


def text_on(color: str) -> str:
    """Return black or white as `#rrggbb`, whichever contrasts more with the ground `color` (WCAG luminance)."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#101317" if luminance > 0.179 else "#ffffff"


def theme_colors(palette: QPalette | None = None) -> ThemeColors:
    """Return the colours that go with a palette (the application's where none is given): light or dark."""
    palette = palette if palette is not None else QGuiApplication.palette()
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def apply_theme(app: QApplication, name: str) -> ThemeColors:
    """Set style, palette and stylesheet of the whole application, and return the colours now in use.

    "system" follows the desktop, also when it changes later.

    Args:
        app: the application.
        name: one of `THEMES`.

    Raises:
        ValueError: another name.
    """
    if name not in THEMES:
        raise ValueError(f"theme must be one of {', '.join(THEMES)}: {name!r}")
    follower = app.findChild(_SystemFollower) or _SystemFollower(app)
    follower.following = name == "system"
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(schemes[name])
    dark = name == "dark" or (name == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    colors = DARK if dark else LIGHT
    if app.style() is None or app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    _put_on(app, colors)
    if app.findChild(FocusRing) is None:
        FocusRing(app)
    return colors


def frame_ground(colors: ThemeColors) -> QColor:
    """Return the Window role for which Fusion draws frames in the colour `field`: it darkens that role."""
    return QColor(colors.field).lighter(_FUSION_DARKENS)


class _SystemFollower(QObject):
    """Puts the other theme on when the desktop changes between light and dark."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.following = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_color_scheme_changed)

    def _on_color_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if not self.following:
            return
        colors = DARK if scheme == Qt.ColorScheme.Dark else LIGHT
        if theme_colors(self._app.palette()) is not colors:
            _put_on(self._app, colors)


def _put_on(app: QApplication, colors: ThemeColors) -> None:
    app.setPalette(_palette(colors))
    framed = _frame_palette(colors)
    for name in _FRAMED_BY_FUSION:
        app.setPalette(framed, name)
    app.setStyleSheet(build_stylesheet(colors, line_height=QFontMetrics(app.font()).height()))


def _palette(colors: ThemeColors) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, colors.window), (role.WindowText, colors.text), (role.Base, colors.base),
        (role.AlternateBase, colors.alternate), (role.Text, colors.text), (role.Button, colors.raised),
        (role.ButtonText, colors.text), (role.BrightText, colors.danger), (role.PlaceholderText, colors.muted),
        (role.ToolTipBase, colors.raised), (role.ToolTipText, colors.text), (role.Highlight, colors.accent),
        (role.HighlightedText, colors.accent_text), (role.Accent, colors.accent), (role.Link, colors.accent),
        (role.LinkVisited, colors.accent), (role.Light, colors.hover), (role.Midlight, colors.alternate),
        (role.Mid, colors.border), (role.Dark, colors.border), (role.Shadow, "#000000"),
    ):  # fmt: skip
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText, role.PlaceholderText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colors.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(colors.border))
    return palette


def _frame_palette(colors: ThemeColors) -> QPalette:
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    palette = _palette(colors)
    palette.setColor(role.Window, frame_ground(colors))
    palette.setColor(disabled, role.Window, QColor(colors.faint).lighter(_FUSION_DARKENS))
    # What Fusion makes of the ground of buttons is too light, in the dark, for the grey text on it.
    palette.setColor(disabled, role.Button, QColor(colors.window))
    return palette
