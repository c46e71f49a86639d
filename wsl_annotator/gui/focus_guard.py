"""Space and Enter belong to a button or list of choices while it has the focus, not to the window's shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FocusGuard(QObject):
    """Keeps the full keyboard path: what is reached by Tab can be pressed."""

    def watch(self, window: QWidget) -> None:
        """Guard the buttons and choices that the window has now."""
        for kind in (QAbstractButton, QComboBox):
            for widget in window.findChildren(kind):
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim the key for the widget before it becomes a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            if isinstance(watched, QAbstractButton) and event.key() != Qt.Key.Key_Space:
                # A button hears Space only: let Enter press it too.
                watched.animateClick()
                event.accept()
                return True
            event.accept()
            return True
        return super().eventFilter(watched, event)
