"""The filter box: one line with completion, what is wrong with it under it, and its help."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from wsl_annotator.gui.icons import icon
from wsl_annotator.workflow.query_completion import complete

TYPING_MS = 150
"""A query is read once nothing was typed for this long."""


class WordCompleter(QCompleter):
    """Completes the word at the end of a line, and leaves what stands before it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QStringListModel(self)
        self._before = ""
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # The proposals fit already: Qt must not choose among them by its own rules.
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)

    def offer(self, text: str, classes: list[str]) -> bool:
        """Find proposals for the end of a text; return whether there are any."""
        found = complete(text, classes)
        self._before = text[: found.start]
        self._words.setStringList(list(found.words))
        return bool(found.words)

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return self._before + str(index.data())

    def splitPath(self, path: str) -> list[str]:
        return [path]


class QueryEdit(QLineEdit):
    """The line itself."""

    submitted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.classes: list[str] = []
        self.words = WordCompleter(self)
        self.words.setWidget(self)
        self.words.popup().setSpacing(3)
        self.words.activated[str].connect(self._on_activated)
        self.textEdited.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self.words.popup()
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            if event.key() != Qt.Key.Key_Escape and popup.currentIndex().isValid():
                # The completer takes the chosen word.
                event.ignore()
                return
            popup.hide()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Enter and Escape are the line's own while it has the focus, not the window's keys.
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def _on_edited(self, text: str) -> None:
        # Only at the end of the line: a list of words over the middle of it would hide what one corrects.
        if self.cursorPosition() == len(text) and self.words.offer(text, self.classes):
            self.words.complete()
        else:
            self.words.popup().hide()

    def _on_activated(self, text: str) -> None:
        self.setText(text)
        if text.endswith(":"):
            self._on_edited(text)


class QueryBox(QWidget):
    """Emits `query_changed` a moment after the last key, and `submitted` at Enter."""

    query_changed = Signal(str)
    submitted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QueryEdit()
        self.edit.setPlaceholderText(self.tr("Filter: name, label:cat"))
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("Filter the images"))
        self.set_key("")
        self.edit.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.help = QToolButton()
        self.help.setIcon(icon("help"))
        self.help.setAccessibleName(self.tr("Explain the filter"))
        self.help.setToolTip(self.tr("Explain the filter"))
        self.error = QLabel()
        self.error.setProperty("role", "danger")
        self.error.setWordWrap(True)
        self.error.hide()
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.edit, 1)
        line.addWidget(self.help)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(line)
        box.addWidget(self.error)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._timer.timeout.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.submitted.connect(self._on_submitted)
        self.edit.left.connect(self.left)

    @property
    def waiting(self) -> bool:
        """Whether something was typed that was not yet read."""
        return self._timer.isActive()

    def set_key(self, key: str) -> None:
        """Say by which key one comes here; empty for none."""
        tip = self.tr("Which images are listed")
        self.edit.setToolTip(f"{tip} ({key})" if key else tip)

    def set_classes(self, names: list[str]) -> None:
        """Offer these class names."""
        self.edit.classes = names

    def show_error(self, text: str) -> None:
        """Say under the box what is wrong; an empty text says nothing."""
        self.error.setText(("⚠ " if text else "") + text)
        self.error.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def _on_text_changed(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self._on_typed()

    def _on_typed(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.edit.text())

    def _on_submitted(self) -> None:
        self._timer.stop()
        self.submitted.emit(self.edit.text())
