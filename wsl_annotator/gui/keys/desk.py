"""The keys joined to the window: what they are goes to the actions, the cheat sheet and the filter box at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from wsl_annotator.gui.actions import inspector
from wsl_annotator.gui.dialogs.parts import accepted
from wsl_annotator.gui.dialogs.sheets import INSPECTOR_PAGE, KeySheet
from wsl_annotator.gui.keys.dialog import KeyDialog
from wsl_annotator.gui.shortcuts import keys_text

if TYPE_CHECKING:
    from wsl_annotator.gui.desk import Desk


class KeyDesk(QObject):
    """Shows the keys and lets them be changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        desk.keys.changed.connect(self.apply)
        self._show_filter_key()

    @Slot()
    def apply(self) -> None:
        """Let the window hear the keys as they are now."""
        self._desk.actions.set_keys(self._desk.keys.keys)
        self._show_filter_key()
        self.tell_dropped()

    def _show_filter_key(self) -> None:
        self._desk.image_panel.query.set_key(keys_text(self._desk.keys.keys["filter"]))

    def tell_dropped(self) -> None:
        """Say which stored keys cannot be had in this version."""
        texts = self._desk.keys.dropped_texts()
        if texts:
            hint = self.tr("Help > Keyboard shortcuts… gives it another.")
            self._desk.messages.warn(" ".join(texts), hint)

    def show_sheet(self) -> None:
        """Show every key."""
        self._show(self._sheet(self._desk.window))

    @Slot()
    def show_sheet_of_inspector(self) -> None:
        """Show every key over the inspector, its own first."""
        sheet = self._sheet(self._desk.inspector.window)
        sheet.pages.setCurrentIndex(INSPECTOR_PAGE)
        self._show(sheet)

    def _sheet(self, window: QWidget) -> KeySheet:
        keys = self._desk.keys
        sheet = KeySheet(keys.keys, name=keys.preset, parent=window)
        sheet.set_changed(on=keys.is_changed)
        return sheet

    def _show(self, sheet: KeySheet) -> None:
        accepted(sheet)
        if sheet.change_wanted:
            dialog = KeyDialog(self._desk.keys, sheet.parentWidget())
            if sheet.pages.currentIndex() == INSPECTOR_PAGE:
                dialog.tree.show_action(inspector.ACTIONS[0].name)
            accepted(dialog)

    def edit(self) -> None:
        """Let a person choose a preset and give actions other keys."""
        accepted(KeyDialog(self._desk.keys, self._desk.window))
