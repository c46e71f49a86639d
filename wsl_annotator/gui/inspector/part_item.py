"""What the search did not see of the photo, covered at any zoom as in the pictures that are written."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.gui.canvas.image_item import image_from_rgb
from wsl_annotator.imaging.unseen import unseen_areas


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
        size = {"width": round(self._extent.width()), "height": round(self._extent.height())}
        for area in unseen_areas(self.scope, **size):
            covered = QPainterPath()
            covered.addRect(_rect(area.box) & self._extent)
            if area.hole is not None:
                covered.addRect(_rect(area.hole) & self._extent)
            brush = QBrush(image_from_rgb(area.tile))
            # The hatch is as fine at every zoom.
            brush.setTransform(painter.worldTransform().inverted()[0])
            painter.fillPath(covered, brush)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x1, box.y1, box.width, box.height)
