"""A thin line that fills from left to right: how much of something is done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.gui.theme import theme_colors


class ThinBar(QWidget):
    """Shows a share between 0 and 1; the text beside it says the numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedHeight(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Show a share in [0, 1]."""
        self._share = share
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        colors = theme_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(whole, 2, 2)
        if self._share > 0:
            painter.setBrush(QColor(colors.success))
            painter.drawRoundedRect(QRectF(0, 0, max(4.0, whole.width() * self._share), whole.height()), 2, 2)
        painter.end()
