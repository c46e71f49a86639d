"""The place of the picture: the canvas, or the sentence that says why there is none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from wsl_annotator.gui.icons import icon_pixmap
from wsl_annotator.gui.messages import Message
from wsl_annotator.gui.sentences import in_users_language


class CanvasArea(QWidget):
    """Shows the canvas with the view bar above, or a problem."""

    def __init__(self, canvas: QWidget, view_bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel()
        self._text.setProperty("role", "heading")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._note = QLabel(self.tr("Until the image can be shown, its boxes can be neither judged nor drawn."))
        self._note.setProperty("role", "muted")
        for label in (self._text, self._hint, self._note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        problem = QWidget()
        inside = QVBoxLayout(problem)
        inside.setContentsMargins(48, 48, 48, 48)
        inside.setSpacing(12)
        inside.addStretch(1)
        for label in (self._icon, self._text, self._hint, self._note):
            inside.addWidget(label)
        inside.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(canvas)
        self._stack.addWidget(problem)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(view_bar)
        box.addWidget(self._stack, 1)

    @property
    def problem(self) -> str:
        """The sentence that is shown in place of a picture, else empty."""
        return self._text.text() if self._stack.currentIndex() == 1 else ""

    @property
    def hint(self) -> str:
        """What can be done about the problem that is shown, else empty."""
        return self._hint.text() if self._stack.currentIndex() == 1 else ""

    @property
    def note(self) -> str:
        """What cannot be done while the problem is shown, else empty."""
        return self._note.text() if self._stack.currentIndex() == 1 else ""

    def show_canvas(self) -> None:
        """Show the picture."""
        self._stack.setCurrentIndex(0)

    def show_problem(self, message: Message) -> None:
        """Show why there is no picture."""
        self._icon.setPixmap(icon_pixmap("warning", side=40, scale=2.0))
        self._text.setText(in_users_language(message.text))
        self._hint.setText(in_users_language(message.hint))
        self._stack.setCurrentIndex(1)
