"""The chips that name the boxes: class, score and state mark, of constant size and inside the view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QTransform

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.box_item import BoxItem
from wsl_annotator.gui.theme import text_on

HEIGHT = 20.0
_GAP = 3.0
_SWATCH = 4.0
_PAD = 6.0
_MARK = 10.0
_CELL = 24
_MOST_TRIED = 500
"""Chips looked for a place in one picture: among thousands of boxes the rest would find none."""
_GROUND = QColor(18, 21, 26, 225)


class ChipPainter:
    """Places and paints chips; where there is no room for one, its box goes without until selected or hovered."""

    def __init__(self) -> None:
        self._widths: dict[str, float] = {}
        self._font_key = ""

    def paint(
        self,
        painter: QPainter,
        items: Sequence[BoxItem],
        *,
        to_view: QTransform,
        view: QRectF,
        avoided: Sequence[QRectF] = (),
    ) -> None:
        """Paint the chips of the visible ones of `items` in view coordinates (logical pixels).

        Args:
            painter: on the view, with no transform.
            items: the boxes.
            to_view: from the scene to the view.
            view: the view's rectangle, which chips do not leave.
            avoided: where no chip goes that has another place, in view coordinates.
        """
        font = QFont(painter.font())
        font.setPixelSize(12)
        if font.key() != self._font_key:
            self._font_key = font.key()
            self._widths.clear()
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        taken: set[tuple[int, int]] = set()
        placed: list[tuple[BoxItem, QRectF]] = []
        first = sorted(items, key=lambda item: (not _is_selected(item), not item.is_hovered, item.box.area))
        tried = 0
        for item in first:
            shown = to_view.mapRect(QRectF(*item.box.xywh))
            if not item.isVisible() or not shown.intersects(view):
                continue
            must = _is_selected(item) or item.is_hovered
            if not must and (tried >= _MOST_TRIED or shown.width() < 12 or shown.height() < 8):
                continue
            tried += 1
            chip = self._place(shown, self._width(item, metrics), view, taken, avoided, must=must)
            if chip is not None:
                placed.append((item, chip))
        for item, chip in reversed(placed):
            _paint_chip(painter, item, chip, metrics)

    def _width(self, item: BoxItem, metrics: QFontMetricsF) -> float:
        text = item.value.label
        if text not in self._widths:
            if len(self._widths) > 4000:
                self._widths.clear()
            self._widths[text] = metrics.horizontalAdvance(text)
        return 4 + _SWATCH + _PAD + self._widths[text] + len(_marks(item)) * (_MARK + 5) + _PAD

    def _place(
        self,
        box: QRectF,
        width: float,
        view: QRectF,
        taken: set[tuple[int, int]],
        avoided: Sequence[QRectF],
        *,
        must: bool,
    ) -> QRectF | None:
        """Return where the chip goes: above the box, inside it, below it, at the right; None where all are taken."""
        left = box.left() - 1
        spots = (
            (left, box.top() - HEIGHT - _GAP), (left + _GAP + 1, box.top() + _GAP), (left, box.bottom() + _GAP),
            (box.right() - width + 1, box.top() - HEIGHT - _GAP), (left + _GAP + 1, box.bottom() - HEIGHT - _GAP),
        )  # fmt: skip
        fallback: tuple[QRectF, set[tuple[int, int]]] | None = None
        for number, (x, y) in enumerate(spots):
            x = min(max(x, view.left() + 2), max(view.left() + 2, view.right() - width - 2))
            if number in (0, 3) and y < view.top() + 2:
                continue
            y = min(max(y, view.top() + 2), view.bottom() - HEIGHT - 2)
            chip = QRectF(round(x), round(y), width, HEIGHT)
            cells = {
                (column, row)
                for column in range(int(chip.left()) // _CELL, int(chip.right() - 1) // _CELL + 1)
                for row in range(int(chip.top() + 5) // _CELL, int(chip.bottom() - 6) // _CELL + 1)
            }
            if not cells & taken and not any(chip.intersects(rect) for rect in avoided):
                taken |= cells
                return chip
            fallback = fallback or (chip, cells)
        if must and fallback is not None:
            taken |= fallback[1]
            return fallback[0]
        return None


def _is_selected(item: BoxItem) -> bool:
    return item.is_current or item.is_grouped


def _paint_chip(painter: QPainter, item: BoxItem, chip: QRectF, metrics: QFontMetricsF) -> None:
    color = item.color
    ground, ink = _GROUND, QColor("#f4f6f8")
    if _is_selected(item):
        ground, ink = color, QColor(text_on(color.name()))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(chip, 4, 4)
    painter.setBrush(ink if _is_selected(item) else color)
    painter.drawRoundedRect(QRectF(chip.left() + 4, chip.top() + 4, _SWATCH, HEIGHT - 8), 1.5, 1.5)
    painter.setPen(ink)
    baseline = chip.top() + (HEIGHT + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(chip.left() + 4 + _SWATCH + _PAD - 1, round(baseline)), item.value.label)
    left = chip.right() - _PAD - _MARK
    for strokes in reversed(_marks(item)):
        _paint_strokes(painter, strokes, QRectF(left, chip.center().y() - _MARK / 2, _MARK, _MARK), ink)
        left -= _MARK + 5


Strokes = tuple[tuple[tuple[float, float], ...], ...]

_MARKS: dict[BoxState, Strokes] = {
    BoxState.ACCEPTED: (((0.0, 0.55), (0.36, 0.92), (1.0, 0.12)),),
    BoxState.REJECTED: (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9))),
    BoxState.DRAWN: (((0.5, 0.05), (0.5, 0.95)), ((0.05, 0.5), (0.95, 0.5))),
    BoxState.ADJUSTED: (
        ((0.05, 0.95), (0.12, 0.68), (0.74, 0.05), (0.95, 0.26), (0.32, 0.88), (0.05, 0.95)),
        ((0.58, 0.22), (0.78, 0.42)),
    ),
}
"""Strokes in the unit square: check, cross, plus, pencil."""

_LOCK: Strokes = (
    ((0.14, 0.48), (0.86, 0.48), (0.86, 0.96), (0.14, 0.96), (0.14, 0.48)),
    ((0.27, 0.46), (0.27, 0.26), (0.38, 0.08), (0.62, 0.08), (0.73, 0.26), (0.73, 0.46)),
)
_FINE = (_MARKS[BoxState.ADJUSTED], _LOCK)


def _marks(item: BoxItem) -> list[Strokes]:
    marks = [_LOCK] if item.value.locked else []
    return [*marks, _MARKS[item.value.state]] if item.value.state != BoxState.PROPOSED else marks


def _paint_strokes(painter: QPainter, strokes: Strokes, rect: QRectF, ink: QColor) -> None:
    pen = QPen(ink, 1.2 if strokes in _FINE else 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in stroke]
        painter.drawPolyline(QPolygonF(points))
