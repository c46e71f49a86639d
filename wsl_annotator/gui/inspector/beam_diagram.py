"""The beam drawn: levels as columns, candidates by rank from the top, kept ones solid, pruned ones hollow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QToolTip, QWidget

from wsl_annotator.gui.inspector.candidate_item import MARK_COLOR
from wsl_annotator.gui.inspector.texts import size_text, state_text, step_text
from wsl_annotator.gui.theme import ThemeColors, theme_colors
from wsl_annotator.workflow.trace_figures import TraceIndex

_LEFT, _RIGHT, _TOP, _BOTTOM = 20.0, 20.0, 12.0, 22.0
_COLUMN, _ROW = 24.0, 3.6
"""Least distance of levels and of candidates, in logical pixels."""
_REACH = 9.0
"""A click so near to a candidate means it."""
_FADED = 0.22
"""Opacity of what the film has not come to yet."""


class BeamDiagram(QWidget):
    """Edges join parents and children; the path of the selected candidate is thick.

    Left goes to the parent, Right to the best child, Up and Down through the level, Home to the root.

    Signals:
        picked: the row of the trace that was clicked or reached by a key.
        pointed: rows under the mouse, a list of at most one.
    """

    picked = Signal(int)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: TraceIndex | None = None
        self._level = 0
        self._selected: int | None = None
        self._hovered: frozenset[int] = frozenset()
        self._marked: frozenset[int] = frozenset()
        self._at: list[QPointF] = []
        self._drawn: tuple[object, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Diagram of the beam"))
        self.setAccessibleDescription(
            self.tr("Left goes to the parent, Right to the best child, Up and Down through the level.")
        )

    def set_index(self, index: TraceIndex | None) -> None:
        """Show another search, or none."""
        self._index = index
        self._drawn = None
        self._selected, self._level = None, 0
        self._hovered = self._marked = frozenset()
        self.updateGeometry()
        self.setMinimumSize(self.minimumSizeHint())
        self._place()
        self.update()

    def set_level(self, level: int) -> None:
        """Move the band; what comes later fades."""
        self._level = level
        self.update()

    def set_selected(self, row: int | None) -> None:
        """Show the path to a candidate."""
        self._selected = row
        if self._index is not None and row is not None:
            trace = self._index.trace
            self.setAccessibleDescription(
                f"{trace.level[row]} · {step_text(trace, row)}, {state_text(trace, row)}, "
                f"p {self._index.probability[row]:.3f}"
            )
        self.update()

    def set_hovered(self, rows: Sequence[int]) -> None:
        """Ring the candidates under the mouse, here or on the photo."""
        self._hovered = frozenset(rows)
        self.update()

    def set_marked(self, rows: Sequence[int]) -> None:
        """Mark the candidates that another run did not keep."""
        self._marked = frozenset(rows)
        self.update()

    def point_of(self, row: int) -> QPointF:
        """Return where a candidate is drawn."""
        return self._at[row]

    def row_at(self, point: QPointF) -> int | None:
        """Return the nearest candidate within reach, or None."""
        best, least = None, _REACH
        for row, at in enumerate(self._at):
            away = abs(at.x() - point.x()) + abs(at.y() - point.y())
            if away <= least:
                best, least = row, away
        return best

    def _place(self) -> None:
        self._at = []
        if self._index is None:
            return
        trace, rank = self._index.trace, self._index.rank
        column = (self.width() - _LEFT - _RIGHT) / max(1, trace.depth)
        most = max(len(rows) for rows in self._index.levels)
        row_height = (self.height() - _TOP - _BOTTOM) / max(1, most - 1)
        for row in range(len(trace)):
            x = _LEFT + float(trace.level[row]) * column
            self._at.append(QPointF(x, _TOP + float(rank[row] - 1) * row_height))

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._index is None:
            return
        colors = theme_colors(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_levels(painter, colors, self._index)
        self._paint_film(painter, self._drawn_beam(colors, self._index))
        self._paint_now(painter, colors, self._index)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_levels(self, painter: QPainter, colors: ThemeColors, index: TraceIndex) -> None:
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        step = (self.width() - _LEFT - _RIGHT) / max(1, index.trace.depth)
        every = max(1, round(22 / max(step, 1.0)))
        for level, rows in enumerate(index.levels):
            x = self._at[int(rows[0])].x()
            if level == self._level:
                band = QRectF(x - min(step, 30) / 2, 2, min(step, 30), self.height() - 4)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.accent_soft))
                painter.drawRoundedRect(band, 4, 4)
            if level % every == 0 or level == self._level:
                painter.setPen(QColor(colors.text if level == self._level else colors.muted))
                room = QRectF(x - 16, self.height() - 18, 32, 14)
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(level))

    def _paint_film(self, painter: QPainter, beam: QPixmap) -> None:
        """Paint what the film has come to, and faded what comes later."""
        step = (self.width() - _LEFT - _RIGHT) / max(1, self._index.trace.depth if self._index is not None else 1)
        border = _LEFT + self._level * step + min(step / 2, 5.0)
        whole = QRectF(self.rect())
        for part, opacity in (
            (QRectF(0, 0, border, whole.height()), 1.0),
            (QRectF(border, 0, whole.width() - border, whole.height()), _FADED),
        ):
            painter.save()
            painter.setClipRect(part)
            painter.setOpacity(opacity)
            painter.drawPixmap(0, 0, beam)
            painter.restore()

    def _drawn_beam(self, colors: ThemeColors, index: TraceIndex) -> QPixmap:
        """Return edges and candidates without what is current; drawn again only for another size, screen or theme."""
        scale = self.devicePixelRatioF()
        key = (id(index), self.width(), self.height(), scale, colors.dark)
        if self._drawn is not None and self._drawn[0] == key:
            return self._drawn[1]
        beam = QPixmap(round(self.width() * scale), round(self.height() * scale))
        beam.setDevicePixelRatio(scale)
        beam.fill(Qt.GlobalColor.transparent)
        painter = QPainter(beam)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        trace = index.trace
        for kept, pen in ((False, QPen(QColor(colors.border), 1.0)), (True, QPen(QColor(colors.info), 1.2))):
            painter.strokePath(self._edges(int(row) for row in np.flatnonzero(trace.kept == kept) if row), pen)
        for kept in (False, True):
            for row in np.flatnonzero(trace.kept == kept):
                self._paint_node(painter, colors, int(row), color=colors.info if kept else colors.muted)
        painter.end()
        self._drawn = (key, beam)
        return beam

    def _edges(self, rows: Iterable[int]) -> QPainterPath:
        """Return the lines from each candidate's parent to it."""
        lines, parents = QPainterPath(), self._index.trace.parent if self._index is not None else ()
        for row in rows:
            start, end = self._at[int(parents[row])], self._at[row]
            middle = (start.x() + end.x()) / 2
            lines.moveTo(start)
            lines.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        return lines

    def _paint_node(self, painter: QPainter, colors: ThemeColors, row: int, *, color: str) -> None:
        kept = self._index is not None and bool(self._index.trace.kept[row])
        radius = 4.0 if kept else 2.4
        painter.setPen(QPen(QColor(color), 1.2))
        painter.setBrush(QColor(color if kept else colors.base))
        painter.drawEllipse(self._at[row], radius, radius)

    def _paint_now(self, painter: QPainter, colors: ThemeColors, index: TraceIndex) -> None:
        """Paint the level shown, the path of the selected candidate, and rings and marks."""
        path = index.trace.path(self._selected) if self._selected is not None else []
        painter.strokePath(self._edges(path[1:]), QPen(QColor(colors.text), 2.6))
        for row in path:
            self._paint_node(painter, colors, row, color=colors.text)
        for row in index.levels[self._level]:
            if index.trace.kept[row]:
                self._paint_node(painter, colors, int(row), color=colors.danger)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(MARK_COLOR), 2.0))
        for row in self._marked:
            painter.drawRect(QRectF(self._at[row].x() - 6, self._at[row].y() - 6, 12, 12))
        selected = {self._selected} if self._selected is not None else set()
        for row in self._hovered | selected:
            painter.setPen(QPen(QColor(colors.text), 2.0 if row in selected else 1.0))
            painter.drawEllipse(self._at[row], 7.5, 7.5)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint().expandedTo(QSize(420, 220))

    def minimumSizeHint(self) -> QSize:
        if self._index is None:
            return QSize(120, 80)
        most = max(len(rows) for rows in self._index.levels)
        width = _LEFT + _RIGHT + _COLUMN * self._index.trace.depth
        return QSize(round(min(width, 6000)), round(min(_TOP + _BOTTOM + _ROW * (most - 1), 6000)))

    def resizeEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and row is not None:
            self.picked.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_at(event.position())
        self.pointed.emit([] if row is None else [row])

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit([])

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self.row_at(QPointF(event.pos()))
            if row is None or self._index is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.describe(row), self)
            return True
        return super().event(event)

    def describe(self, row: int) -> str:
        """Return what a tool tip says of a candidate."""
        if self._index is None:
            return ""
        trace, index = self._index.trace, self._index
        count = len(index.levels[int(trace.level[row])])
        return "\n".join(
            (
                f"{trace.level[row]} · {step_text(trace, row)} · {state_text(trace, row)}",
                f"p {index.probability[row]:.4f} · {trace.score[row]:+.3f}",
                f"{index.rank[row]} / {count} · {size_text(trace, row)}",
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        target = self._target(Qt.Key(event.key()))
        if target is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.picked.emit(target)

    def _target(self, key: Qt.Key) -> int | None:
        """Return the candidate that a key goes to; None where it is no key of the diagram or there is none."""
        if self._index is None:
            return None
        trace, row = self._index.trace, self._selected
        if key == Qt.Key.Key_Home or (row is None and key in _ARROWS):
            return 0
        if row is None:
            return None
        if key == Qt.Key.Key_Left:
            return max(0, int(trace.parent[row]))
        if key == Qt.Key.Key_Right:
            children = self._index.children[row]
            return max(children, key=self._score) if children else row
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self.neighbour(row, -1 if key == Qt.Key.Key_Up else 1)
        return None

    def _score(self, row: int) -> float:
        return float(self._index.trace.score[row]) if self._index is not None else 0.0

    def neighbour(self, row: int, step: int) -> int:
        """Return the candidate so many ranks further in the same level, or the last there."""
        assert self._index is not None
        rows = self._index.levels[int(self._index.trace.level[row])]
        wanted = min(max(int(self._index.rank[row]) + step, 1), len(rows))
        return next(int(other) for other in rows if self._index.rank[other] == wanted)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
