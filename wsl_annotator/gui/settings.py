"""Preferences, window layout and recent files; a value that makes no sense becomes its default."""

from __future__ import annotations

import json
import logging
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings

from wsl_annotator.core.config import PRESETS as SEARCH_PRESETS
from wsl_annotator.gui.canvas.crosshair import CLASS_COLOR, CROSSHAIR_COLORS, LEAST_OPACITY, Crosshair
from wsl_annotator.gui.shortcuts import PRESETS as KEY_PRESETS
from wsl_annotator.workflow.queue import QueueMode, QueueOrder, QueuePlan

log = logging.getLogger(__name__)

ORGANIZATION = "wsl-annotator"
APPLICATION = "wsl-annotator"
RECENT_COUNT = 8
THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "de")
MOST_DRAWS = 1_000_000
COLOR_MAPS = ("viridis", "magma", "inferno", "cividis", "turbo")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchChoice:
    """Which network searches, and how. A project file never holds one: only the user's own settings do.

    Attributes:
        network: `bundled`, a torchvision name, the folder of a trained card, or `FILE.py:callable`, which runs code.
        code: `FILE.py:callable` of a card that was trained on the user's own network; empty for none.
        weights: a local file; empty for the network's own.
        class_map: `voc20`, `coco80` or a file; empty for none.
        preset: one of `core.config.PRESETS`.
        localizer: registry name.
        device: `auto`, `cpu` or `cuda:n`.
    """

    network: str = "bundled"
    code: str = ""
    weights: str = ""
    class_map: str = ""
    preset: str = "default"
    localizer: str = "beam"
    device: str = "auto"


def open_store(parent: QObject | None = None) -> QSettings:
    """Return the user's settings as Qt stores them."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANIZATION, APPLICATION, parent)


def stored_language() -> str:
    """Return which language was chosen; asked before there is anything that could complain in it."""
    value = open_store().value("view/language")
    return value if value in LANGUAGES else "system"


class Settings(QObject):
    """Typed access to QSettings.

    `notice` is one sentence where something stored could not be used, else empty. `project_folder` is where the open
    project lies, if file dialogs are to begin there; it is not stored.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.notice = ""
        self.project_folder: Path | None = None
        self._chosen: set[str] = set()
        self._store = open_store(self)
        if self._store.status() != QSettings.Status.NoError:
            self._set_aside()
            self._store = open_store(self)

    def _set_aside(self) -> None:
        path = Path(self._store.fileName())
        aside = path.with_suffix(".broken")
        try:
            path.replace(aside)
        except OSError as error:
            log.warning("cannot move the broken settings: %s", error)
        self._complain()

    def _complain(self) -> None:
        self.notice = self.tr("The stored settings could not be read: {0}. The defaults are used.").format(
            self._store.fileName()
        )

    # one of a few words, a number in a range, a switch

    def _word(self, key: str, allowed: Collection[str], default: str) -> str:
        value = self._store.value(key, default)
        if value in allowed:
            return str(value)
        self._complain()
        return default

    def _number(self, key: str, low: float, high: float, default: float) -> float:
        value = self._store.value(key, default)
        try:
            number = float(value)
        except (TypeError, ValueError):
            number = float("nan")
        if low <= number <= high:
            return number
        self._complain()
        return default

    def _text(self, key: str, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) else default

    @property
    def theme(self) -> str:
        """`system`, `light` or `dark`."""
        return self._word("view/theme", THEMES, "system")

    @theme.setter
    def theme(self, value: str) -> None:
        self._store.setValue("view/theme", value)

    @property
    def language(self) -> str:
        """`system`, or the code of a language; taken at the start."""
        return self._word("view/language", LANGUAGES, "system")

    @language.setter
    def language(self, value: str) -> None:
        self._store.setValue("view/language", value)

    @property
    def key_preset(self) -> str:
        """Name of the preset of keys."""
        return self._word("keys/preset", KEY_PRESETS, "labelImg")

    @key_preset.setter
    def key_preset(self, value: str) -> None:
        self._store.setValue("keys/preset", value)

    @property
    def key_changes(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Keys of actions that differ from their preset: preset -> action -> keys. Names may be another version's."""
        try:
            stored = json.loads(self._text("keys/changes", "{}"))
            return {
                preset: {name: tuple(map(str, keys)) for name, keys in changes.items() if isinstance(keys, list)}
                for preset, changes in stored.items()
            }
        except (ValueError, AttributeError):
            self._complain()
            return {}

    @key_changes.setter
    def key_changes(self, value: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
        self._store.setValue("keys/changes", json.dumps({preset: dict(changes) for preset, changes in value.items()}))

    @property
    def colormap(self) -> str:
        """Name of the heat map's colours."""
        return self._word("heat/colormap", COLOR_MAPS, "inferno")

    @colormap.setter
    def colormap(self, value: str) -> None:
        self._store.setValue("heat/colormap", value)

    @property
    def heat_opacity(self) -> float:
        """Opacity of the heat map where it is greatest, in [0, 1]."""
        return self._number("heat/opacity", 0.0, 1.0, 0.55)

    @heat_opacity.setter
    def heat_opacity(self, value: float) -> None:
        self._store.setValue("heat/opacity", value)

    @property
    def crosshair(self) -> Crosshair:
        """How the crosshair of the drawing tools looks."""
        plain = Crosshair()
        return Crosshair(
            color=self._word("crosshair/color", (*CROSSHAIR_COLORS, CLASS_COLOR), plain.color),
            opacity=self._number("crosshair/opacity", LEAST_OPACITY, 1.0, plain.opacity),
        )

    @crosshair.setter
    def crosshair(self, value: Crosshair) -> None:
        self._store.setValue("crosshair/color", value.color)
        self._store.setValue("crosshair/opacity", value.opacity)

    def switch(self, name: str, *, default: bool) -> bool:
        """Return whether a view switch (`heat`, `show_boxes`, ...) is on."""
        return self._word(f"view/{name}", ("true", "false"), "true" if default else "false") == "true"

    def set_switch(self, name: str, *, on: bool) -> None:
        """Remember a view switch."""
        self._store.setValue(f"view/{name}", "true" if on else "false")

    @property
    def queue_plan(self) -> QueuePlan:
        """The order of the review queue that was chosen last, with the draw of a random one."""
        plain = QueuePlan()
        return QueuePlan(
            order=QueueOrder(self._word("queue/order", tuple(QueueOrder), plain.order)),
            mode=QueueMode(self._word("queue/mode", tuple(QueueMode), plain.mode)),
            seed=int(self._number("queue/draw", 1, MOST_DRAWS, plain.seed)),
        )

    @queue_plan.setter
    def queue_plan(self, plan: QueuePlan) -> None:
        self._store.setValue("queue/order", str(plan.order))
        self._store.setValue("queue/mode", str(plan.mode))
        self._store.setValue("queue/draw", plan.seed)

    @property
    def search(self) -> SearchChoice:
        """The network and search that were chosen last."""
        default = SearchChoice()
        values = {name: self._text(f"search/{name}", text) for name, text in asdict(default).items()}
        if values["preset"] not in SEARCH_PRESETS:
            self._complain()
            values["preset"] = default.preset
        return SearchChoice(**values)

    @search.setter
    def search(self, choice: SearchChoice) -> None:
        for name, value in asdict(choice).items():
            self._store.setValue(f"search/{name}", value)

    def network_code(self, sha256: str) -> str:
        """Return the `FILE.py:callable` that the user allowed to run when it held this content; empty for none."""
        return self._text(f"network_code/{sha256}", "")

    def set_network_code(self, sha256: str, code: str) -> None:
        """Remember that the user allowed a file with this content to run."""
        self._store.setValue(f"network_code/{sha256}", code)

    @property
    def recent(self) -> list[Path]:
        """Project files opened lately that still exist, newest first."""
        stored = self._store.value("recent", [])
        paths = [stored] if isinstance(stored, str) else stored
        if not isinstance(paths, list):
            self._complain()
            return []
        return [Path(path) for path in paths if isinstance(path, str) and path and Path(path).is_file()]

    def add_recent(self, path: Path) -> None:
        """Put a project file first."""
        others = [known for known in self.recent if known != path]
        self._store.setValue("recent", [str(known) for known in [path, *others][:RECENT_COUNT]])

    def folder(self, purpose: str) -> str:
        """Return where a file dialog for a purpose (`open`, `export`, `import`, ...) begins.

        That is the folder chosen for it since the program was started, else the one of the open project, else the one
        chosen last; the home folder at first.
        """
        stored = self._text(f"folder/{purpose}", "")
        known = stored if stored and Path(stored).is_dir() else ""
        if self.project_folder is not None and not (known and purpose in self._chosen):
            return str(self.project_folder)
        return known or str(Path.home())

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember a folder."""
        self._store.setValue(f"folder/{purpose}", str(folder))
        self._chosen.add(purpose)

    def layout(self) -> tuple[QByteArray, QByteArray]:
        """Return the window's geometry and state; empty at first."""
        geometry, state = self._store.value("window/geometry"), self._store.value("window/state")
        return (
            geometry if isinstance(geometry, QByteArray) else QByteArray(),
            state if isinstance(state, QByteArray) else QByteArray(),
        )

    def set_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Remember the window's geometry and state."""
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/state", state)

    def sync(self) -> None:
        """Write everything now."""
        self._store.sync()
