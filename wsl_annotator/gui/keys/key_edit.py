"""A field that takes one key as it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from wsl_annotator.gui.keys.rules import is_typeable
from wsl_annotator.gui.shortcuts import folded


class KeyEdit(QKeySequenceEdit):
    """Shows a key and takes another. Tab goes on, Esc leaves it; neither can be taken.

    Signals:
        pressed: a key, as of `folded`. The field shows it until `show_key` says otherwise.
        left: Esc was pressed.
    """

    pressed = Signal(str)
    left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setMaximumSequenceLength(1)
        self.setAccessibleName(title)
        self._line = self.findChild(QLineEdit)
        self._line.setAccessibleName(title)
        self.editingFinished.connect(self._on_finished)

    @property
    def key(self) -> str:
        """The key that is set."""
        return self._shown

    def show_key(self, key: str) -> None:
        """Show a key; an empty text shows none."""
        self._shown = key
        self.setKeySequence(QKeySequence(key))
        # Qt says "Press shortcut" here, even where nothing can be typed.
        self._line.setPlaceholderText(self.tr("Press a key") if self.isEnabled() else "")

    def _on_finished(self) -> None:
        key = folded(self.keySequence().toString())
        if not key:
            # A modifier alone, or Tab.
            self.show_key(self._shown)
        elif key != self._shown:
            self.pressed.emit(key)

    def event(self, event: QEvent) -> bool:
        # Where the desktop has a menu key for Esc, the dialog must not close under the hand.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.show_key(self._shown)
            self.left.emit()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(on=False)

    def _show_focus(self, *, on: bool) -> None:
        # The line inside never has the focus itself, so that the style would not show it.
        self._line.setProperty("listens", on)
        self._line.style().polish(self._line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_typeable(event.key()):
            super().keyPressEvent(event)
