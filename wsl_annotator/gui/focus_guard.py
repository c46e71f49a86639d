"""A widget that has the focus hears its own keys before the window's shortcuts do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
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
_CTRL, _ALT, _META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


def types_text(event: QKeyEvent) -> bool:
    """Return whether a key writes or edits in a text field. AltGr, which some systems call Ctrl+Alt, writes too."""
    held = event.modifiers() & (_CTRL | _ALT | _META)
    if not held and event.key() in _WRITING:
        return True
    return held in (Qt.KeyboardModifier.NoModifier, _CTRL | _ALT) and event.text().isprintable() and bool(event.text())


def takes_text(widget: QObject | None) -> bool:
    """Return whether one can type into a widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox):
        return not widget.isReadOnly()
    return isinstance(widget, QComboBox) and widget.isEditable()


class FocusGuard(QObject):
    """Keeps the full keyboard path: what is reached by Tab can be pressed, and what is typed stays in its field."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWidget | None = None

    def watch(self, window: QWidget) -> None:
        """Guard whatever gets the focus in the window, its docks and its popovers, now and later."""
        self._window = window
        QApplication.instance().focusChanged.connect(self.on_focus_changed)

    @Slot(QWidget, QWidget)
    def on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Listen at the widget that has the focus now."""
        has_own_keys = takes_text(new) or isinstance(new, QAbstractButton | QComboBox)
        if new is not None and has_own_keys and self._holds(new):
            new.installEventFilter(self)

    def _holds(self, widget: QWidget) -> bool:
        part: QWidget | None = widget
        while part is not None and part is not self._window and not isinstance(part, QDialog):
            part = part.parentWidget()
        return part is not None and part is self._window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the widget before it becomes a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if takes_text(watched) and types_text(event):
                event.accept()
                return True
            if isinstance(watched, QAbstractButton | QComboBox) and event.key() in _PRESSING:
                if isinstance(watched, QAbstractButton) and event.key() != Qt.Key.Key_Space:
                    # A button hears Space only: let Enter press it too.
                    watched.animateClick()
                event.accept()
                return True
        return super().eventFilter(watched, event)
