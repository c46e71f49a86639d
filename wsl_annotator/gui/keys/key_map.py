"""The keys in force: the chosen preset with the person's own changes. The one owner of which key is whose."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from wsl_annotator.gui.action_set import plain_text
from wsl_annotator.gui.actions.every import KEYED_ACTIONS, in_one_window
from wsl_annotator.gui.keys.rules import Dropped, Keys, differences, resolve
from wsl_annotator.gui.settings import Settings
from wsl_annotator.gui.shortcuts import PRESETS, folded_keys, keys_text, native_text

NAMES = tuple(spec.name for spec in KEYED_ACTIONS)
TEXTS = {spec.name: spec.text for spec in KEYED_ACTIONS}


class KeyMap(QObject):
    """Keys by action. Each preset keeps its own changes; every change is stored at once.

    Signals:
        changed: the keys, or the preset, are others now.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._preset = settings.key_preset
        self._stored = settings.key_changes
        self._keys: Mapping[str, Keys] = {}
        self._dropped: tuple[Dropped, ...] = ()
        self._resolve()

    def _resolve(self) -> None:
        found = resolve(NAMES, preset=PRESETS[self._preset], changes=self._stored.get(self._preset, {}))
        self._keys, self._dropped = found.keys, found.dropped
        if self._dropped:
            # Said once: from now on the keys are stored as they are.
            self._store(self._keys)

    def _store(self, keys: Mapping[str, Keys]) -> None:
        """Keep the differences of the preset, and what an older or newer version may have stored beside them."""
        foreign = {name: own for name, own in self._stored.get(self._preset, {}).items() if name not in NAMES}
        self._stored[self._preset] = foreign | differences(preset=PRESETS[self._preset], keys=keys)
        self._settings.key_changes = self._stored

    @property
    def preset(self) -> str:
        """Name of the chosen preset."""
        return self._preset

    @property
    def keys(self) -> Mapping[str, Keys]:
        """Action -> its keys, of every action; each key by its one name."""
        return self._keys

    @property
    def is_changed(self) -> bool:
        """Whether a person changed keys of the preset."""
        return bool(differences(preset=PRESETS[self._preset], keys=self._keys))

    def preset_keys(self, name: str) -> Keys:
        """Return the keys that the preset gives to an action."""
        return folded_keys(PRESETS[self._preset].get(name, ()))

    def key_name(self, name: str) -> str:
        """Return how a sentence calls an action: by its first key, or by its text in the menu where it has none."""
        return keys_text(self._keys[name]) or f"“{plain_text(TEXTS[name])}”"

    def holders(self, name: str, keys: Keys) -> dict[str, str]:
        """Return which of these keys other actions of the same window have: key -> action."""
        wanted = folded_keys(keys)
        rivals = [(other, own) for other, own in self._keys.items() if other != name and in_one_window(name, other)]
        return {key: other for other, own in rivals for key in own if key in wanted}

    def choose(self, preset: str) -> None:
        """Take a preset, with the changes once made to it.

        Raises:
            KeyError: there is none of this name.
        """
        if preset not in PRESETS:
            raise KeyError(preset)
        self._preset = preset
        self._settings.key_preset = preset
        self._resolve()
        self.changed.emit()

    def give(self, name: str, keys: Keys) -> None:
        """Give an action these keys alone, and take them from whoever had them."""
        wanted = folded_keys(keys)
        others = {
            other: tuple(key for key in own if key not in wanted or not in_one_window(name, other))
            for other, own in self._keys.items()
        }
        self._store({**others, name: wanted})
        self._resolve()
        self.changed.emit()

    def reset(self) -> None:
        """Give every action the keys of the preset again."""
        self._store({name: self.preset_keys(name) for name in NAMES})
        self._resolve()
        self.changed.emit()

    def dropped_texts(self) -> list[str]:
        """Return a sentence for each key that was left out when the keys were read, because of another version."""
        return [self._dropped_text(one) for one in self._dropped]

    def _dropped_text(self, one: Dropped) -> str:
        key, name = native_text(one.key) or one.key, plain_text(TEXTS[one.name])
        if not one.other:
            return self.tr("“{0}” goes without {1}: that key cannot be used.").format(name, key)
        return self.tr("“{0}” goes without {1}: “{2}” has it.").format(name, key, plain_text(TEXTS[one.other]))
