"""The dialog "Keyboard shortcuts": a preset, and own keys on top of it. What it changes holds at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.gui.dialogs.parts import BUTTON_WIDTH, Choice
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.keys.key_edit import KeyEdit
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.keys.key_tree import KeyTree
from wsl_annotator.gui.keys.question import Question
from wsl_annotator.gui.keys.rules import Keys, refusal
from wsl_annotator.gui.shortcuts import PRESETS, native_text


class KeyDialog(QDialog):
    """Shows and changes the keys of a `KeyMap`."""

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._if_agreed: Callable[[], None] | None = None
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(760, 720)
        self.preset = Choice()
        self.preset.setAccessibleName(self.tr("Preset of keys"))
        self.preset.addItems(list(PRESETS))
        self.preset.setCurrentText(keys.preset)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search an action or a key"))
        self.search.setPlaceholderText(self.tr("Search an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.tree = KeyTree(keys)
        self.action_name = QLabel()
        self.action_name.setProperty("role", "heading")
        self.action_name.setWordWrap(True)
        self.edits = [KeyEdit(title) for title in (self.tr("Key"), self.tr("Second key"))]
        self.clear_button = self._button(self.tr("Remove keys"))
        self.reset_button = self._button(self.tr("As in the preset"))
        self.question = Question()
        self._lay_out()
        self._connect()
        self.tree.show_action(self.tree.visible_names()[0])
        self.tree.setFocus()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        explain = QLabel(
            self.tr("Each preset keeps the changes you make to it. Enter on a row sets its key, Esc leaves the field.")
        )
        explain.setProperty("role", "muted")
        explain.setWordWrap(True)
        label = QLabel(self.tr("&Preset:"))
        label.setBuddy(self.preset)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label)
        top.addWidget(self.preset)
        top.addSpacing(8)
        top.addWidget(self.search, 1)
        card = QFrame()
        card.setProperty("role", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.action_name, 0, 0, 1, 3)
        for row, edit in enumerate(self.edits, start=1):
            title = QLabel(edit.accessibleName())
            title.setBuddy(edit)
            grid.addWidget(title, row, 0)
            grid.addWidget(edit, row, 1)
        grid.addWidget(self.clear_button, 1, 2)
        grid.addWidget(self.reset_button, 2, 2)
        grid.addWidget(self.question, 3, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.reset_all_button = buttons.addButton(self.tr("Reset all…"), QDialogButtonBox.ButtonRole.ResetRole)
        for button in buttons.buttons():
            button.setIcon(QIcon())
            button.setMinimumWidth(BUTTON_WIDTH)
            button.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(explain)
        box.addLayout(top)
        box.addWidget(self.tree, 1)
        box.addWidget(card)
        box.addWidget(buttons)

    def _connect(self) -> None:
        self.preset.textActivated.connect(self._on_preset_chosen)
        self.search.textChanged.connect(self._on_searched)
        self.tree.currentItemChanged.connect(self._on_current_changed)
        self.tree.itemActivated.connect(self._on_activated)
        for edit in self.edits:
            edit.pressed.connect(self._on_pressed)
            edit.left.connect(self.tree.setFocus)
        self.clear_button.clicked.connect(self._on_cleared)
        self.reset_button.clicked.connect(self._on_reset)
        self.reset_all_button.clicked.connect(self._on_reset_all)
        self.question.agreed.connect(self._on_agreed)
        self.question.declined.connect(self._on_declined)
        self._keys.changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Show the keys as they are now."""
        self.tree.refresh()
        self.tree.search(self.search.text())
        self._show_current()

    def _show_current(self) -> None:
        name = self.tree.current
        own = self._keys.keys[name] if name else ()
        self.action_name.setText(self.tree.text_of(name) if name else self.tr("Choose an action."))
        self.action_name.setEnabled(bool(name))
        for at, edit in enumerate(self.edits):
            # What has no first key needs no second.
            edit.setEnabled(bool(name) and at <= len(own))
            edit.show_key(own[at] if at < len(own) else "")
        self.clear_button.setEnabled(bool(own))
        self.reset_button.setEnabled(bool(name) and own != self._keys.preset_keys(name))
        self.reset_all_button.setEnabled(self._keys.is_changed)

    def _on_preset_chosen(self, name: str) -> None:
        self._forget()
        self._keys.choose(name)

    def _on_searched(self, text: str) -> None:
        self.tree.search(text)

    def _on_current_changed(self) -> None:
        self._forget()
        self._show_current()

    def _on_activated(self) -> None:
        if self.tree.current:
            self.edits[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # changes

    def _on_pressed(self, key: str) -> None:
        name = self.tree.current
        sentence = refusal(key, name)
        if sentence:
            self._show_current()
            self.question.complain(sentence)
            return
        keys = [key if edit is self.sender() else edit.key for edit in self.edits]
        self._offer(name, tuple(filter(None, dict.fromkeys(keys))))

    def _offer(self, name: str, keys: Keys) -> None:
        """Give an action keys; where another has one of them, ask first."""
        self._forget()
        holders = self._keys.holders(name, keys)
        give = partial(self._keys.give, name, keys)
        if not holders:
            give()
            return
        self._if_agreed = give
        self.question.ask(" ".join(self._conflict(key, holders) for key in holders), self.tr("Take it"))

    def _conflict(self, key: str, holders: Mapping[str, str]) -> str:
        other = holders[key]
        if all(own in holders for own in self._keys.keys[other]):
            text = self.tr("{0} is the key of “{1}”, which would have none then.")
        else:
            text = self.tr("{0} is a key of “{1}”, which would keep its other one.")
        return text.format(native_text(key), self.tree.text_of(other))

    def _on_cleared(self) -> None:
        self._offer(self.tree.current, ())
        self.tree.setFocus()

    def _on_reset(self) -> None:
        self._offer(self.tree.current, self._keys.preset_keys(self.tree.current))
        if not self.question.is_asking:
            self.tree.setFocus()

    def _on_reset_all(self) -> None:
        self._if_agreed = self._keys.reset
        text = self.tr("Every action gets the keys of the preset {0} again.").format(self._keys.preset)
        self.question.ask(text, self.tr("Reset all"))

    def _on_agreed(self) -> None:
        change = self._if_agreed
        self._forget()
        self.tree.setFocus()
        if change is not None:
            change()

    def _on_declined(self) -> None:
        self._forget()
        self._show_current()
        self.tree.setFocus()

    def _forget(self) -> None:
        self._if_agreed = None
        self.question.clear()
