"""The boxes of another search over the photo, and the legend that says whose they are. Nothing here can be picked."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from wsl_annotator.gui.canvas.drawing import screen_rect, snapped, stroke_rect
from wsl_annotator.gui.canvas.values import GhostRun

GHOST_COLOR = "#ffffff"
LINE = Qt.PenStyle.DashDotLine
_INSET = 10.0
_HEIGHT = 26.0
_PAD = 10.0
_SAMPLE = 54.0
_GROUND = QColor(18, 21, 26, 225)
_INK = QColor("#f4f6f8")


class GhostItem(QGraphicsItem):
    """White lines of dashes and dots in turn, below the boxes that can be judged."""

    def __init__(self) -> None:
        super().__init__()
        self._run: GhostRun | None = None
        self._extent = QRectF()
        self.setZValue(5.0)

    @property
    def run(self) -> GhostRun | None:
        """What is shown."""
        return self._run

    def set_run(self, run: GhostRun | None, extent: QRectF) -> None:
        """Show boxes over an image of this extent, or nothing."""
        self.prepareGeometryChange()
        self._run = run
        self._extent = extent if run is not None else QRectF()
        self.update()

    def paint_legend(self, painter: QPainter, view: QRectF) -> None:
        """Paint the legend into the upper left corner of the view, with a sample of the line."""
        if self._run is None:
            return
        font = QFont(painter.font())
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        sample = _SAMPLE if self._run.boxes else 0.0
        room = view.width() - 2 * _INSET - 2 * _PAD - sample
        text = metrics.elidedText(self._run.legend, Qt.TextElideMode.ElideRight, room)
        chip = QRectF(_INSET, _INSET, sample + metrics.horizontalAdvance(text) + 2 * _PAD, _HEIGHT)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_GROUND)
        painter.drawRoundedRect(chip, 4, 4)
        painter.setPen(_INK)
        baseline = chip.top() + (_HEIGHT + metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(chip.left() + _PAD + sample, round(baseline)), text)
        if sample:
            painter.save()
            line = QRectF(chip.left() + _PAD, chip.center().y(), sample - 10, 0)
            stroke_rect(painter, line, color=QColor(GHOST_COLOR), width=2.0, style=LINE, halo=None)
            painter.restore()

    # Qt overrides

    def boundingRect(self) -> QRectF:
        return self._extent

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:  # noqa: ARG002
        if self._run is None:
            return
        scale = painter.device().devicePixelRatioF()
        for box in self._run.boxes:
            rect = snapped(screen_rect(painter, QRectF(*box.xywh)), scale)
            painter.save()
            painter.resetTransform()
            stroke_rect(painter, rect, color=QColor(GHOST_COLOR), width=2.0, style=LINE)
            painter.restore()
