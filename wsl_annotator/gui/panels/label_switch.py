"""A switch of three positions: the class is in the image, unknown, or not in it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from wsl_annotator.core.labels import LabelState
from wsl_annotator.gui.drawn_once import drawn_once
from wsl_annotator.gui.plain_tip import plain_tip
from wsl_annotator.gui.theme import theme_colors

ORDER = (LabelState.POSITIVE, LabelState.UNKNOWN, LabelState.NEGATIVE)
_SEGMENT = 24
_HEIGHT = 20


def next_state(state: LabelState) -> LabelState:
    """Return the state that the key goes to: unknown, present, absent, unknown."""
    return {
        LabelState.UNKNOWN: LabelState.POSITIVE,
        LabelState.POSITIVE: LabelState.NEGATIVE,
        LabelState.NEGATIVE: LabelState.UNKNOWN,
    }[state]


class LabelSwitch(QWidget):
    """Three segments, a tick, a question mark and a cross: told apart by sign, place and colour."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LabelState.UNKNOWN
        self._shown: tuple[LabelState, str] | None = None
        self.setFixedSize(3 * _SEGMENT, _HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def state(self) -> LabelState:
        """What is shown."""
        return self._state

    def set_state(self, state: LabelState, *, class_name: str) -> None:
        """Show a state."""
        if self._shown == (state, class_name):
            return
        self._state, self._shown = state, (state, class_name)
        text = self.state_text(state)
        self.setAccessibleName(self.tr("{0} in this image: {1}").format(class_name, text))
        self.setToolTip(plain_tip(self.tr("{0}: {1}").format(class_name, text)))
        self.update()

    def state_text(self, state: LabelState) -> str:
        """Return a state for people."""
        return {
            LabelState.POSITIVE: self.tr("is in this image"),
            LabelState.UNKNOWN: self.tr("unknown"),
            LabelState.NEGATIVE: self.tr("is not in this image"),
        }[state]

    def sizeHint(self) -> QSize:
        return self.size()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(ORDER[min(2, max(0, int(event.position().x() // _SEGMENT)))])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.chosen.emit(ORDER[min(2, max(0, ORDER.index(self._state) + step))])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture())
        painter.end()

    def _picture(self) -> QPixmap:
        """Return how the switch looks now."""
        on, focus, dark = self.isEnabled(), self.hasFocus(), theme_colors().dark
        key = f"switch {self._state.value} {on} {focus} {dark} {self.font().key()}"
        return drawn_once(key, self.width(), self.height(), scale=self.devicePixelRatio(), paint=self._paint)

    def _paint(self, painter: QPainter) -> None:
        colors = theme_colors()
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(colors.accent if self.hasFocus() else colors.border), 1.0))
        painter.setBrush(QColor(colors.alternate))
        painter.drawRoundedRect(frame, 6, 6)
        for at, state in enumerate(ORDER):
            cell = QRectF(at * _SEGMENT, 0, _SEGMENT, _HEIGHT)
            chosen = state is self._state
            if chosen:
                tint = {LabelState.POSITIVE: colors.success, LabelState.NEGATIVE: colors.danger}
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tint.get(state, colors.muted)))
                painter.drawRoundedRect(cell.adjusted(2, 2, -2, -2), 4, 4)
            painter.setOpacity(1.0 if self.isEnabled() or chosen else 0.5)
            self._draw_sign(painter, cell.center(), state, QColor(colors.base if chosen else colors.muted))
            painter.setOpacity(1.0)

    def _draw_sign(self, painter: QPainter, at: QPointF, state: LabelState, color: QColor) -> None:
        pen = QPen(color, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if state is LabelState.POSITIVE:
            painter.drawPolyline(QPolygonF([at + QPointF(-4, 0.5), at + QPointF(-1, 3.5), at + QPointF(4.5, -3)]))
        elif state is LabelState.NEGATIVE:
            painter.drawLine(at + QPointF(-3.2, -3.2), at + QPointF(3.2, 3.2))
            painter.drawLine(at + QPointF(3.2, -3.2), at + QPointF(-3.2, 3.2))
        else:
            font = painter.font()
            font.setPixelSize(12)
            font.setBold(True)
            painter.setFont(font)
            painter.drawText(QRectF(at.x() - 8, at.y() - 8, 16, 16), Qt.AlignmentFlag.AlignCenter, "?")
