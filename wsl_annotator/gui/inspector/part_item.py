"""What the search did not see of the photo: hatched outside its region, filled where boxes were hidden from it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.workflow.trace_crops import FILL_COLOR

_DIM = QColor(10, 12, 16, 110)
_HATCH = QColor(255, 255, 255, 90)


class PartItem(QGraphicsItem):
    """Paints a scope over the scene's (0, 0, W, H); nothing where the whole photo was searched."""

    def __init__(self) -> None:
        super().__init__()
        self.scope = WHOLE_IMAGE
        self._extent = QRectF()

    def set_extent(self, extent: QRectF) -> None:
        """Take over the size of another photo."""
        self.prepareGeometryChange()
        self._extent = extent

    def set_scope(self, scope: SearchScope) -> None:
        """Show what another search did not see."""
        self.scope = scope
        self.update()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        fill = QColor(*(int(part) for part in FILL_COLOR))
        for box in self.scope.filled:
            painter.fillRect(_rect(box) & self._extent, fill)
        if self.scope.region is not None:
            outside = QPainterPath()
            outside.addRect(self._extent)
            outside.addRect(_rect(self.scope.region))
            painter.fillPath(outside, _DIM)
            # The hatch is as fine at every zoom.
            hatch = QBrush(_HATCH, Qt.BrushStyle.BDiagPattern)
            hatch.setTransform(painter.worldTransform().inverted()[0])
            painter.fillPath(outside, hatch)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x1, box.y1, box.width, box.height)
