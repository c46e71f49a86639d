"""What a person without a mouse, or with a screen reader, meets in a window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QToolButton,
    QWidget,
)

MOST_STEPS = 300
OF_QT = ("QDockWidgetTitleButton", "QLineEditIconButton", "QToolBarExtension", "CloseButton")
"""Qt's own small buttons: not reached by Tab, and named by their dock or field."""


def parts(window: QWidget) -> list[QWidget]:
    """Return the widgets of one window that can be seen and used, without those of windows above it.

    The inner line of a choice or number field, the viewport of a view and what hands its focus on are not listed:
    they are the same to a person as what they belong to.
    """
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.window() is window
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
        and not _is_viewport(widget)
    ]


def _is_viewport(widget: QWidget) -> bool:
    parent = widget.parent()
    return isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget


def tab_stops(window: QWidget) -> list[QWidget]:
    """Return what Tab has to reach."""
    return [
        widget
        for widget in parts(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_other_radio_button(widget)
        and not isinstance(widget, QLabel)
    ]


def _is_other_radio_button(widget: QWidget) -> bool:
    # Tab goes to the chosen one of a group, arrows to the others.
    return isinstance(widget, QRadioButton) and not widget.isChecked()


def said_of(widget: QWidget) -> str:
    """Return the name that a screen reader is given."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def nameless(window: QWidget) -> list[str]:
    """Return what can have the focus and has no name."""
    return [
        _described(widget)
        for widget in parts(window)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(widget, QLabel)
        and not said_of(widget).strip()
    ]


def unexplained(window: QWidget) -> list[str]:
    """Return the buttons that show an icon alone and do not say in a tip what they do."""
    return [
        f"{_described(widget)} {said_of(widget)!r}"
        for widget in parts(window)
        if isinstance(widget, QAbstractButton)
        and widget.metaObject().className() not in OF_QT
        and _shows_icon_alone(widget)
        and not widget.toolTip()
    ]


def _shows_icon_alone(button: QAbstractButton) -> bool:
    if button.icon().isNull():
        return False
    if isinstance(button, QToolButton):
        return button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly or not button.text()
    return not button.text()


def walk(start: QWidget, key: Qt.Key, *, until: QWidget | None = None) -> list[QWidget]:
    """Press a key from a widget on, until the focus is back or at `until`; return every widget that had it.

    Raises:
        AssertionError: a widget does not let the focus go, or the way never comes back.
    """
    start.setFocus(Qt.FocusReason.TabFocusReason)
    here = QApplication.focusWidget()
    assert here is not None, _described(start)
    seen = [here]
    while len(seen) < MOST_STEPS:
        QTest.keyClick(here, key)
        after = QApplication.focusWidget()
        assert after is not None, f"no focus after {_described(here)}"
        assert after is not here or len(tab_stops(here.window())) == 1, f"{_described(here)} keeps the focus"
        if after in seen or after is until:
            return seen
        seen.append(after)
        here = after
    raise AssertionError(f"the way from {_described(start)} does not end")


def missed(window: QWidget, seen: Iterable[QWidget]) -> list[str]:
    """Return what Tab has to reach and was not reached."""
    reached = set(seen) | {widget.focusProxy() for widget in seen if widget.focusProxy() is not None}
    # The field has the focus where its inner line has it.
    reached |= {widget.parent() for widget in reached if isinstance(widget, QLineEdit)}
    return [_described(widget) for widget in tab_stops(window) if widget not in reached]


def _described(widget: QWidget) -> str:
    return f"{type(widget).__name__} {said_of(widget)!r} in {type(widget.parent()).__name__}"
