"""A ring in the spin box, combo box or slider that has the focus.

Fusion only tints their frames, or shows nothing. What the stylesheet draws has its thick frame from there.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QRegion
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QFocusFrame, QSlider, QWidget
from shiboken6 import isValid

_WIDTH = 2
_RADIUS = 2.0


class FocusRing(QObject):
    """Keeps one ring in the input that has the focus, in whichever window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # A ring whose input was deleted went with it.
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = _Ring(new) if isinstance(new, QAbstractSpinBox | QComboBox | QSlider) else None


class _Ring(QFocusFrame):
    """Lies on an input, along its edges. As Qt's focus frame it lets the mouse through and screen readers skip it.

    Qt would put it around the input, where the neighbours often leave no room.
    """

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        around.installEventFilter(self)
        self._fit()
        self.show()

    def _fit(self) -> None:
        area = self._around.rect()
        self.setGeometry(area)
        inner = area.adjusted(_WIDTH + 1, _WIDTH + 1, -_WIDTH - 1, -_WIDTH - 1)
        # The input's own repaints, as of its cursor, stay its own.
        self.setMask(QRegion(area).subtracted(QRegion(inner)))

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _WIDTH))
        half = _WIDTH / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)
        painter.end()
