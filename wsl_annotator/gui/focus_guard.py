"""A widget that has the focus hears its own keys before the window's shortcuts do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRITING = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    }
)
_CTRL, _ALT, _META, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def types_text(event: QKeyEvent) -> bool:
    """Return whether a key writes or edits in a text field. AltGr, which some systems call Ctrl+Alt, writes too."""
    held = event.modifiers() & (_CTRL | _ALT | _META)
    if not held and event.key() in _WRITING:
        return True
    return held in (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT) and event.text().isprintable() and bool(event.text())


def takes_text(widget: QWidget | None) -> bool:
    """Return whether one can type into a widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


class FocusGuard(QObject):
    """Keeps the full keyboard path: what is reached by Tab can be pressed, and what is typed stays in its field."""

    def watch(self, window: QWidget) -> None:
        """Guard what the window, its docks and its popovers hold, now and later."""
        window.installEventFilter(self)
        for frame in window.findChildren(QWidget):
            if frame.isWindow() or isinstance(frame, QDockWidget):
                frame.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the widget before it becomes a shortcut; an unclaimed one comes up to the window."""
        focus = QApplication.focusWidget()
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and focus is not None and isinstance(watched, QWidget) and watched.isAncestorOf(focus):
            if takes_text(focus) and types_text(event):
                event.accept()
                return True
            if isinstance(focus, QAbstractButton | QComboBox) and event.key() in _PRESSING:
                if isinstance(focus, QAbstractButton) and event.key() != Qt.Key.Key_Space:
                    # A button hears Space only: let Enter press it too.
                    focus.animateClick()
                event.accept()
                return True
        return super().eventFilter(watched, event)
