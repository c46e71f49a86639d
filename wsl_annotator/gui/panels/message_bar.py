"""A toast that shows one message at a time over the foot of the picture, without stopping the work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from wsl_annotator.gui.icons import icon, icon_pixmap
from wsl_annotator.gui.messages import Level, Message
from wsl_annotator.gui.sentences import in_users_language

INFO_FOR_MS = 6000
MAX_WIDTH = 760
MARGIN = 16
_ICONS = {Level.INFO: "accept", Level.WARNING: "warning", Level.ERROR: "warning"}


class MessageBar(QFrame):
    """Hidden until there is something to say; what is only informative goes away by itself."""

    details_wanted = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._message: Message | None = None
        self._details = QPushButton(self.tr("Details…"))
        self._details.setAutoDefault(False)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setIcon(icon("close"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 6, 8, 6)
        box.setSpacing(10)
        box.addWidget(self._icon)
        box.addWidget(self._text, 1)
        box.addWidget(self._details)
        box.addWidget(self._close)
        self._details.clicked.connect(self._on_details_clicked)
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()
        parent.installEventFilter(self)

    @property
    def text(self) -> str:
        """What is shown; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_message(self, message: Message) -> None:
        """Show a message in place of the last one."""
        self._icon.setPixmap(icon_pixmap(_ICONS[message.level], side=18, scale=self.devicePixelRatioF()))
        self._text.setText(f"{in_users_language(message.text)} {in_users_language(message.hint)}".strip())
        self.setAccessibleName(self._text.text())
        self._message = message
        self._details.setVisible(bool(message.details))
        self._timer.stop()
        if message.level is Level.INFO:
            self._timer.start(INFO_FOR_MS)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent as it is resized."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        parent = self.parentWidget()
        width = max(240, min(MAX_WIDTH, parent.width() - 2 * MARGIN))
        height = max(44, self.heightForWidth(width))
        self.setGeometry((parent.width() - width) // 2, parent.height() - height - MARGIN, width, height)

    def _on_details_clicked(self) -> None:
        if self._message is not None:
            self.details_wanted.emit(in_users_language(self._message.text), self._message.details)
