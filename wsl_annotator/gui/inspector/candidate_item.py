"""The candidate that is looked at, over the photo: its path from the root thin, itself thick, those hovered white."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.gui.canvas.drawing import HALO, screen_rect, snapped, stroke_rect

SELECTED_COLOR = "#ffd23f"
HOVERED_COLOR = "#ffffff"
MARK_COLOR = "#ff9d2e"


class CandidateItem(QGraphicsItem):
    """Paints boxes of one trace."""

    def __init__(self) -> None:
        super().__init__()
        self._trace: SearchTrace | None = None
        self._path: tuple[int, ...] = ()
        self._hovered: tuple[int, ...] = ()
        self._marked: tuple[int, ...] = ()
        self._extent = QRectF()
        self.setZValue(20.0)

    def set_trace(self, trace: SearchTrace | None, extent: QRectF) -> None:
        """Take over another search."""
        self.prepareGeometryChange()
        self._trace, self._extent = trace, extent
        self._path = self._hovered = self._marked = ()
        self.update()

    def set_selected(self, row: int | None) -> None:
        """Show the path to a candidate, or none."""
        self._path = tuple(self._trace.path(row)) if self._trace is not None and row is not None else ()
        self.update()

    def set_hovered(self, rows: Sequence[int]) -> None:
        """Show the candidates under the mouse."""
        self._hovered = tuple(rows)
        self.update()

    def set_marked(self, rows: Sequence[int]) -> None:
        """Show the candidates that another run did not keep."""
        self._marked = tuple(rows)
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._trace is None:
            return
        solid, dash = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine
        groups: tuple[tuple[tuple[int, ...], str, float, Qt.PenStyle, QColor | None], ...] = (
            (self._marked, MARK_COLOR, 2.0, Qt.PenStyle.DotLine, HALO),
            (self._path[1:-1], SELECTED_COLOR, 1.0, solid, None),
            (self._hovered[:1], HOVERED_COLOR, 2.0, dash, HALO),
            (self._path[-1:], SELECTED_COLOR, 3.0, solid, HALO),
        )
        scale = painter.device().devicePixelRatioF()
        for rows, color, width, style, halo in groups:
            for x1, y1, x2, y2 in np.unique(self._trace.boxes[list(rows)], axis=0):
                rect = snapped(screen_rect(painter, QRectF(x1, y1, x2 - x1, y2 - y1)), scale)
                painter.save()
                painter.resetTransform()
                stroke_rect(painter, rect, color=QColor(color), width=width, style=style, halo=halo)
                painter.restore()
