"""A line that says what is in the way, and what can be done about it; it stops nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Question(QFrame):
    """Keeps its place while it says nothing, so that nothing jumps.

    Signals:
        agreed: the person wants it done.
        declined: or not.
    """

    agreed = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setMinimumHeight(2 * self.fontMetrics().height())
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.yes, self.no = QPushButton(), QPushButton(self.tr("Cancel"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        for button in (self.yes, self.no):
            button.setAutoDefault(False)
            keeps = button.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            button.setSizePolicy(keeps)
            row.addWidget(button)
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.declined)
        self.clear()

    @property
    def text(self) -> str:
        """What is said now."""
        return self._text.text()

    @property
    def is_asking(self) -> bool:
        """Whether an answer is waited for."""
        return not self.yes.isHidden()

    def ask(self, text: str, yes: str) -> None:
        """Ask, and put the keyboard on the answer."""
        self._say("⚠ " + text, "warning")
        self.yes.setText(yes)
        self.yes.setAccessibleDescription(text)
        self.yes.show()
        self.no.show()
        self.yes.setFocus()

    def complain(self, text: str) -> None:
        """Say why something is not done."""
        self.clear()
        self._say("⚠ " + text, "danger")

    def clear(self) -> None:
        """Say nothing."""
        self._say("", "muted")
        self.yes.hide()
        self.no.hide()

    def _say(self, text: str, role: str) -> None:
        self._text.setText(text)
        self._text.setProperty("role", role)
        self._text.style().polish(self._text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking:
            self.declined.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.is_asking:
            (self.declined if self.no.hasFocus() else self.agreed).emit()
        else:
            super().keyPressEvent(event)
