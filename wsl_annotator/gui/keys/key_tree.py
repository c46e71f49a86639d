"""The table of actions and their keys, grouped by menu, with a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from wsl_annotator.gui.action_set import GROUP_MENUS, plain_text
from wsl_annotator.gui.actions import inspector
from wsl_annotator.gui.actions.every import ACTIONS, KEYED_ACTIONS
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.menus import MENUS
from wsl_annotator.gui.shortcuts import native_text

_ACTION, _KEYS, _CHANGED = range(3)
_NAME = Qt.ItemDataRole.UserRole


def menu_actions() -> Mapping[str, tuple[str, ...]]:
    """Return the actions of each menu, its submenus among them, and those of the inspector: title -> names."""
    groups = {menu: tuple(spec.name for spec in ACTIONS if spec.group == group) for menu, group in GROUP_MENUS.items()}
    known = {spec.name for spec in ACTIONS}
    shown = {
        title: tuple(name for entry in entries for name in groups.get(entry, (entry,)) if name in known)
        for title, entries in MENUS
    }
    return {**shown, inspector.TITLE: tuple(spec.name for spec in inspector.ACTIONS)}


class KeyTree(QTreeWidget):
    """Shows the keys of a `KeyMap`."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._texts = {spec.name: plain_text(spec.text) for spec in KEYED_ACTIONS}
        self.setAccessibleName(self.tr("Actions and their keys"))
        self.setHeaderLabels([self.tr("Action"), self.tr("Keys"), ""])
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._items: dict[str, QTreeWidgetItem] = {}
        self._fill()
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_ACTION, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        self.refresh()

    def _fill(self) -> None:
        height = QSize(0, self.fontMetrics().height() + 8)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for title, names in menu_actions().items():
            head = QTreeWidgetItem(self, [plain_text(title)])
            head.setFont(_ACTION, bold)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            head.setFirstColumnSpanned(True)
            head.setSizeHint(_ACTION, height)
            for name in names:
                item = QTreeWidgetItem(head, [self._texts[name]])
                item.setData(_ACTION, _NAME, name)
                item.setSizeHint(_ACTION, height)
                self._items[name] = item
        self.expandAll()

    def refresh(self) -> None:
        """Show the keys as they are now."""
        for name, item in self._items.items():
            keys = self._keys.keys[name]
            shown = self.tr(" or ").join(native_text(key) for key in keys)
            changed = keys != self._keys.preset_keys(name)
            item.setText(_KEYS, shown)
            item.setText(_CHANGED, self.tr("your own") if changed else "")
            item.setData(
                _ACTION, Qt.ItemDataRole.AccessibleTextRole, f"{self._texts[name]}: {shown or self.tr('none')}"
            )

    @property
    def current(self) -> str:
        """Name of the action of the current row; empty on a title."""
        item = self.currentItem()
        return (item.data(_ACTION, _NAME) or "") if item is not None else ""

    def show_action(self, name: str) -> None:
        """Go to an action's row."""
        self.setCurrentItem(self._items[name])

    def text_of(self, name: str) -> str:
        """Return how an action is called here."""
        return self._texts[name]

    def visible_names(self) -> list[str]:
        """Return the actions that the search leaves."""
        return [name for name, item in self._items.items() if not item.isHidden()]

    def search(self, text: str) -> None:
        """Show only the actions whose words or keys hold a text; a single letter means that key, or a word."""
        wanted = text.strip().casefold()
        for name, item in self._items.items():
            item.setHidden(bool(wanted) and not self._holds(name, wanted))
        for head in self._heads():
            head.setHidden(all(head.child(at).isHidden() for at in range(head.childCount())))
        current = self.currentItem()
        visible = self.visible_names()
        if not visible:
            self.setCurrentItem(None)
        elif current is None or current.isHidden():
            self.show_action(visible[0])

    def _holds(self, name: str, wanted: str) -> bool:
        keys = [native_text(key).casefold() for key in self._keys.keys[name]]
        in_keys = wanted in keys if len(wanted) == 1 else any(wanted in key for key in keys)
        return in_keys or (wanted in self._texts[name].casefold())

    def _heads(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            yield self.topLevelItem(at)
