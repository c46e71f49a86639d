"""The inspector's actions, menus and tools, built from their data, with the keys that are in force."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from wsl_annotator.gui.action_set import give_keys, make_action, translated
from wsl_annotator.gui.actions.inspector import ACTIONS, MENUS, STORED_MENU, TOOLBAR
from wsl_annotator.gui.menus import SEPARATOR


class WindowActions:
    """All actions of one inspector window, by name."""

    def __init__(self, window: QMainWindow) -> None:
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._actions = {spec.name: make_action(spec, window) for spec in ACTIONS}
        for action in self._actions.values():
            action.setChecked(action.isCheckable())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Give the actions other keys; menus and tooltips show them at once."""
        for name, spec in self._specs.items():
            give_keys(self._actions[name], spec, keys.get(name, ()))

    def fill_menus(self, window: QMainWindow, stored: QMenu) -> dict[str, QMenu]:
        """Build the menu bar, the stored searches in their place; return the menus by their title."""
        menus: dict[str, QMenu] = {}
        for title, entries in MENUS:
            menus[title] = menu = window.menuBar().addMenu(translated(title))
            for entry in entries:
                if entry == SEPARATOR:
                    menu.addSeparator()
                elif entry == STORED_MENU:
                    menu.addMenu(stored)
                else:
                    menu.addAction(self._actions[entry])
        return menus

    def fill_toolbar(self, tools: QToolBar) -> None:
        """Put the frequent actions on the toolbar."""
        for entry in TOOLBAR:
            if entry == SEPARATOR:
                tools.addSeparator()
            else:
                tools.addAction(self._actions[entry])
