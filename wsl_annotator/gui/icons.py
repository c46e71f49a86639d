"""The program's icons: SVGs drawn with `currentColor`, coloured when painted, sharp at any scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from wsl_annotator.core.paths import resource
from wsl_annotator.gui.drawn_once import drawn_once
from wsl_annotator.gui.theme import ThemeColors, theme_colors

_TINTS = {"accept": "success", "verified": "success", "reject": "danger", "warning": "warning", "in-progress": "info"}


def icon_names() -> list[str]:
    """Return the names of all icons, sorted."""
    return sorted(path.stem for path in resource("icons").glob("*.svg"))


def icon(name: str, *, color: str | None = None) -> QIcon:
    """Return an icon that follows the theme: it takes its colour from the application's palette each time it is drawn.

    Args:
        name: file name without `.svg` in resources/icons.
        color: a fixed `#rrggbb` instead.

    Raises:
        KeyError: there is no such icon.
    """
    _source(name)
    return QIcon(_SvgIconEngine(name, color))


def icon_pixmap(name: str, *, side: int, scale: float = 1.0, color: str | None = None) -> QPixmap:
    """Return an icon as a square pixmap of `side` logical pixels for a screen of that device pixel ratio.

    Raises:
        KeyError: there is no such icon.
    """
    return _pixmap(name, color or _icon_color(name, theme_colors()), side, scale)


@cache
def _source(name: str) -> str:
    path = resource("icons", f"{name}.svg")
    if not path.is_file():
        raise KeyError(f"no icon named {name!r}")
    return path.read_text(encoding="utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def _icon_color(name: str, colors: ThemeColors) -> str:
    tint: str = getattr(colors, _TINTS.get(name, "text"))
    return tint


def _pixmap(name: str, color: str, side: float, scale: float) -> QPixmap:
    """Return an icon as a square of so many logical pixels."""
    # On whole device pixels, for the lines to be as sharp as can be.
    edge = max(1, round(side * scale)) / scale

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name, color).render(painter, QRectF(0, 0, edge, edge))

    return drawn_once(f"icon {name} {color} {edge}", edge, edge, scale=scale, paint=paint)


class _SvgIconEngine(QIconEngine):
    """Draws one SVG in the colour that mode, state and theme ask for."""

    def __init__(self, name: str, color: str | None) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def _color_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        colors = theme_colors()
        if mode == QIcon.Mode.Disabled:
            return colors.disabled
        if self._color is not None:
            return self._color
        if state == QIcon.State.On and self._name not in _TINTS:
            return colors.accent
        return _icon_color(self._name, colors)

    def _fades(self, mode: QIcon.Mode) -> bool:
        """Return whether the icon, in colours of its own, can only be shown paler."""
        return mode == QIcon.Mode.Disabled and "currentColor" not in _source(self._name)

    # Qt overrides

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        side = min(rect.width(), rect.height())
        pixmap = _pixmap(self._name, self._color_for(mode, state), side, scale)
        at = QPointF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2)
        if self._fades(mode):
            painter.save()
            painter.setOpacity(0.4)
            painter.drawPixmap(at, pixmap)
            painter.restore()
        else:
            painter.drawPixmap(at, pixmap)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.width() == size.height() and not self._fades(mode):
            return _pixmap(self._name, self._color_for(mode, state), size.width(), 1.0)
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _SvgIconEngine(self._name, self._color)
