"""A small sheet over the window that keeps neither mouse nor keys from the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

_OWN_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)


class Popover(QFrame):
    """The sheet; children fill it.

    Signals:
        left: it was closed by Escape or its button.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)

    def first_field(self) -> QWidget:
        """Return what is ready for keys when the sheet is opened."""
        return self

    def lay_out(self, title: str) -> QGridLayout:
        """Return the sheet's grid of three columns, its title in the first row."""
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.addWidget(heading, 0, 0, 1, 3)
        return grid

    def add_foot(self, grid: QGridLayout, *buttons: QPushButton) -> None:
        """Put buttons at the right of a row below all others."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in buttons:
            foot.addWidget(button)
        grid.addLayout(foot, grid.rowCount(), 0, 1, 3)

    def add_note(self, text: str) -> QLabel:
        """Return a muted text of several lines."""
        note = QLabel(text)
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        return note

    def add_button(self, text: str) -> QPushButton:
        """Return a button of the sheet's foot."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def open_under(self, widget: QWidget) -> None:
        """Show the sheet below a widget, with its first field ready for keys."""
        self.setParent(widget.window())
        self.adjustSize()
        self.place_under(widget)
        self.show()
        self.raise_()
        self.first_field().setFocus()

    def place_under(self, widget: QWidget) -> None:
        """Move the sheet below a widget, their right edges aligned."""
        corner = widget.mapTo(widget.window(), QPoint(widget.width() - self.width(), widget.height() + 8))
        self.move(max(0, corner.x()), corner.y())

    def leave(self) -> None:
        """Close the sheet."""
        self.hide()
        self.left.emit()

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        # The fields' own keys, which elsewhere in the window leaf through the images.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
