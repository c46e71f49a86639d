"""One level of a search over the photo, as in figure 3 of Bency et al. 2016."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.canvas.drawing import HALO, screen_rect, snapped, stroke_rect
from wsl_annotator.gui.canvas.values import TraceView

EARLIER_COLOR = "#4a9bff"
KEPT_COLOR = "#ff4d4d"
PRUNED_COLOR = "#ffb3b3"


class TraceItem(QGraphicsItem):
    """Earlier survivors thin blue, this level's thick red, the pruned thin and dashed."""

    def __init__(self) -> None:
        super().__init__()
        self._view: TraceView | None = None
        self._extent = QRectF()
        self.setZValue(15.0)

    @property
    def view(self) -> TraceView | None:
        """The level shown."""
        return self._view

    def set_view(self, view: TraceView | None, extent: QRectF) -> None:
        """Show one level over an image of this extent, or nothing."""
        self.prepareGeometryChange()
        self._view = view
        self._extent = extent if view is not None else QRectF()
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._view is None:
            return
        groups: tuple[tuple[tuple[Box, ...], str, float, Qt.PenStyle, QColor | None], ...] = (
            (self._view.earlier, EARLIER_COLOR, 1.0, Qt.PenStyle.SolidLine, None),
            (self._view.pruned, PRUNED_COLOR, 1.0, Qt.PenStyle.DashLine, None),
            (self._view.kept, KEPT_COLOR, 2.0, Qt.PenStyle.SolidLine, HALO),
        )
        scale = painter.device().devicePixelRatioF()
        for boxes, color, width, style, halo in groups:
            # The beam reaches one box on several ways; painted once it stays one thin line.
            for box in dict.fromkeys(boxes):
                rect = snapped(screen_rect(painter, QRectF(*box.xywh)), scale)
                painter.save()
                painter.resetTransform()
                stroke_rect(painter, rect, color=QColor(color), width=width, style=style, halo=halo)
                painter.restore()
