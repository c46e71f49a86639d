"""Builds the actions, menus and the toolbar from their data, and enables them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from wsl_annotator.gui.action_spec import ActionSpec, Needs
from wsl_annotator.gui.actions.every import ACTIONS, CANVAS_ACTIONS, CONTEXT
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.menus import (
    DOCKS_MENU,
    LANGUAGE_MENU,
    MENUS,
    RECENT_MENU,
    SEPARATOR,
    THEME_MENU,
    TOOLBAR,
    TOOLBAR_TEXTS,
)
from wsl_annotator.gui.shortcuts import CLASS_KEYS, LABEL_KEYS, keys_text, spread

GROUP_MENUS = {THEME_MENU: "theme", LANGUAGE_MENU: "language"}
"""Submenus of the actions of one group."""


def translated(text: str) -> str:
    """Return the text of an action or menu in the user's language."""
    return QCoreApplication.translate(CONTEXT, text)


def plain_text(text: str) -> str:
    """Return the text of an action or menu in the user's language, as a sentence names it."""
    return translated(text).replace("&", "").rstrip("…")


def make_action(spec: ActionSpec, parent: QObject) -> QAction:
    """Return the action of a spec, without keys."""
    action = QAction(translated(spec.text), parent)
    action.setObjectName(spec.name)
    action.setStatusTip(translated(spec.tip))
    if spec.icon:
        action.setIcon(icon(spec.icon))
    action.setCheckable(spec.checkable)
    return action


def give_keys(action: QAction, spec: ActionSpec, keys: tuple[str, ...]) -> None:
    """Let an action be heard under these keys alone, and its tooltip say the first."""
    shown = keys_text(keys)
    head = f"<b>{plain_text(spec.text)}</b>{' (' + shown + ')' if shown else ''}"
    action.setToolTip(f"{head}<br>{translated(spec.tip)}")
    action.setShortcuts([QKeySequence(key) for key in spread(keys)])


class ActionSet(QObject):
    """All actions by name."""

    def __init__(self, parent: QWidget, *, preset: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(parent)
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._groups: dict[str, QActionGroup] = {}
        self._held: Needs | None = None
        self._actions = {spec.name: self._make(spec) for spec in ACTIONS}
        self.set_keys(preset)
        self.class_actions = [self._make_digit(key, number) for number, key in enumerate(CLASS_KEYS)]
        self.label_actions = [self._make_digit(key, number) for number, key in enumerate(LABEL_KEYS)]

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give the actions other keys; menus and tooltips show them at once."""
        for name, spec in self._specs.items():
            give_keys(self._actions[name], spec, keys.get(name, ()))

    def _make(self, spec: ActionSpec) -> QAction:
        action = make_action(spec, self)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self))
            group.addAction(action)
        if spec.name in CANVAS_ACTIONS:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action

    def _make_digit(self, key: str, number: int) -> QAction:
        action = QAction(self)
        action.setData(number)
        action.setShortcut(QKeySequence(key))
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def attach(self, window: QWidget, *, canvas: QWidget) -> None:
        """Let the window hear every key, and the canvas those that are its own."""
        for name, action in self._actions.items():
            (canvas if name in CANVAS_ACTIONS else window).addAction(action)
        for action in (*self.class_actions, *self.label_actions):
            window.addAction(action)

    def enable(self, held: Needs) -> None:
        """Enable the actions whose needs are all in `held`."""
        if held == self._held:
            return
        self._held = held
        # As numbers: flags make a value at every step, and this comes with every box that is selected.
        lacking = ~held.value
        for name, spec in self._specs.items():
            self._actions[name].setEnabled(not spec.needs.value & lacking)

    def refresh_icons(self) -> None:
        """Draw the icons again, after the theme changed."""
        for name, spec in self._specs.items():
            if spec.icon:
                self._actions[name].setIcon(icon(spec.icon))

    def fill_menus(self, window: QMainWindow) -> dict[str, QMenu]:
        """Build the menu bar; return the submenus that are filled elsewhere, by their name."""
        submenus: dict[str, QMenu] = {}
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(translated(title))
            for entry in entries:
                self._add_entry(menu, entry, submenus)
        return submenus

    def _add_entry(self, menu: QMenu, entry: str, submenus: dict[str, QMenu]) -> None:
        titles = {
            THEME_MENU: QCoreApplication.translate("Actions", "&Theme"),
            LANGUAGE_MENU: QCoreApplication.translate("Actions", "Lan&guage"),
            DOCKS_MENU: QCoreApplication.translate("Actions", "Pa&nels"),
            RECENT_MENU: QCoreApplication.translate("Actions", "Open &recent"),
        }
        if entry == SEPARATOR:
            menu.addSeparator()
        elif entry in titles:
            submenus[entry] = menu.addMenu(titles[entry])
            if entry in GROUP_MENUS:
                submenus[entry].addActions(self._groups[GROUP_MENUS[entry]].actions())
        else:
            menu.addAction(self._actions[entry])

    def fill_toolbar(self, toolbar: QToolBar) -> None:
        """Put the frequent actions on the toolbar."""
        for entry in TOOLBAR:
            if entry == SEPARATOR:
                toolbar.addSeparator()
            else:
                toolbar.addAction(self._actions[entry])
                button = toolbar.widgetForAction(self._actions[entry])
                if entry in TOOLBAR_TEXTS and isinstance(button, QToolButton):
                    self._actions[entry].setIconText(translated(TOOLBAR_TEXTS[entry]))
                    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
