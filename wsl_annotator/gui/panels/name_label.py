"""A label for names that people gave: a file, a class."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from wsl_annotator.gui.plain_tip import plain_tip

LEAST_LETTERS = 4


class NameLabel(QLabel):
    """Shows a name letter by letter, never as markup, and with an ellipsis where there is no room for all of it."""

    def __init__(self, elide: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def shown_text(self) -> str:
        """What there is room for."""
        return self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())

    def show_name(self, name: str) -> None:
        """Show a name, and all of it in the tool tip."""
        self.setText(name)
        self.setToolTip(plain_tip(name))

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        whole = super().minimumSizeHint()
        least = self.fontMetrics().averageCharWidth() * LEAST_LETTERS
        return QSize(min(whole.width(), least), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width():
            # Qt's own painting is faster, and every row of classes has one of these.
            super().paintEvent(event)
            return
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        role, text = self.foregroundRole(), self.shown_text
        self.style().drawItemText(
            painter, self.contentsRect(), flags.value, self.palette(), self.isEnabled(), text, role
        )
        painter.end()
