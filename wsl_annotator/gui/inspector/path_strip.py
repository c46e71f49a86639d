"""Why this box: the candidates from the root to the selected one, as crops with their scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wsl_annotator.gui.inspector.candidate_item import SELECTED_COLOR
from wsl_annotator.gui.inspector.texts import short_step_text, step_text
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.workflow.trace_figures import TraceIndex

SIDE = 76
GAP = 18
_TEXT = 32


class PathStrip(QWidget):
    """A row of crops, root first.

    Signals:
        picked: the row of the trace of the crop that was clicked or reached with Left and Right.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index: TraceIndex | None = None
        self._rows: tuple[int, ...] = ()
        self._current: int | None = None
        self._pictures: Mapping[int, QImage] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Why this box: the path from the root"))

    @property
    def rows(self) -> tuple[int, ...]:
        """Rows of the trace, root first."""
        return self._rows

    def set_path(self, index: TraceIndex | None, rows: Sequence[int]) -> None:
        """Show another path."""
        self._index, self._rows = index, tuple(rows)
        self._current = self._rows[-1] if self._rows else None
        self._pictures = {}
        self.setMinimumSize(self.sizeHint())
        self._describe()
        self.update()

    def set_current(self, row: int) -> None:
        """Frame one of the path."""
        self._current = row
        self._describe()
        self.update()

    def set_pictures(self, pictures: Mapping[int, QImage]) -> None:
        """Show the crops, by row of the trace."""
        self._pictures = pictures
        self.update()

    def rect_of(self, place: int) -> QRectF:
        """Return where a crop is."""
        return QRectF(GAP / 2 + place * (SIDE + GAP), 4, SIDE, SIDE)

    def _describe(self) -> None:
        if self._index is not None and self._current is not None:
            trace = self._index.trace
            text = self.tr("{0} of {1}: {2}, p {3}")
            self.setAccessibleDescription(
                text.format(
                    int(trace.level[self._current]),
                    len(self._rows) - 1,
                    step_text(trace, self._current),
                    f"{self._index.probability[self._current]:.3f}",
                )
            )

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(max(1, len(self._rows)) * (SIDE + GAP), SIDE + _TEXT + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._index is None:
            return
        colors, trace = theme_colors(self.palette()), self._index.trace
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        for place, row in enumerate(self._rows):
            rect = self.rect_of(place)
            picture = self._pictures.get(row)
            painter.fillRect(rect, QColor(colors.canvas))
            if picture is not None:
                painter.drawImage(rect, picture)
            is_now = row == self._current
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if is_now:
                painter.setPen(QPen(QColor(colors.text), 5))
                painter.drawRect(rect)
                painter.setPen(QPen(QColor(SELECTED_COLOR), 3))
            else:
                painter.setPen(QPen(QColor(colors.border), 1))
            painter.drawRect(rect)
            painter.setPen(QColor(colors.text))
            below = QRectF(rect.left() - GAP / 2, rect.bottom() + 3, SIDE + GAP, 14)
            head = f"{trace.level[row]} · p {self._index.probability[row]:.3f}"
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, head)
            painter.setPen(QColor(colors.muted))
            text = painter.fontMetrics().elidedText(
                short_step_text(trace, row), Qt.TextElideMode.ElideRight, SIDE + GAP - 8
            )
            painter.drawText(below.translated(0, 13), Qt.AlignmentFlag.AlignCenter, text)
            if place:
                painter.setPen(QPen(QColor(colors.muted), 1.6))
                tip = QPointF(rect.left() - 4, rect.center().y())
                painter.drawLine(tip - QPointF(GAP - 8, 0), tip)
                painter.drawLine(tip - QPointF(4, 4), tip)
                painter.drawLine(tip - QPointF(4, -4), tip)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.accent), 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, row in enumerate(self._rows):
            if self.rect_of(place).adjusted(0, 0, 0, _TEXT).contains(event.position()):
                self.picked.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._current not in self._rows:
            super().keyPressEvent(event)
            return
        place = min(max(self._rows.index(self._current) + step, 0), len(self._rows) - 1)
        self.picked.emit(self._rows[place])

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()


class PathArea(QScrollArea):
    """Scrolls a long path, and keeps the framed crop in sight."""

    def __init__(self, strip: PathStrip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        self.setWidget(strip)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(SIDE + _TEXT + 22)

    def reveal(self, row: int) -> None:
        """Scroll to the crop of a row."""
        if row in self._strip.rows:
            at = self._strip.rect_of(self._strip.rows.index(row)).center()
            self.ensureVisible(round(at.x()), round(at.y()), SIDE, 0)
