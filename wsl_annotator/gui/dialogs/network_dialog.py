"""Asks which network searches, how, and on what device."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from wsl_annotator.gui.dialogs.parts import Choice, FormDialog, PathField
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.settings import SearchChoice
from wsl_annotator.localization.names import LOCALIZER_DESCRIPTIONS
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.catalog import list_networks
from wsl_annotator.networks.spec import is_code

_CLASS_MAPS = ("voc20", "coco80")


class NetworkDialog(FormDialog):
    """Network, weights, class map, search and device."""

    def __init__(
        self, choice: SearchChoice, *, device: str = "", folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_texts(
            self.tr("Network and search"),
            self.tr("Kept in your own settings. A project file can never choose a network or run code."),
            self.tr("Use it"),
        )
        self.network = Choice()
        self.network.setEditable(True)
        self.network.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.network.setAccessibleName(self.tr("Network"))
        for info in list_networks():
            state = "" if info.downloaded else self.tr(", {0:.0f} MB to download").format(info.size_mb)
            self.network.addItem(info.name)
            tip = f"{in_users_language(info.family)}{state}"
            self.network.setItemData(self.network.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        own = QPushButton(self.tr("Own…"))
        own.setAutoDefault(False)
        own.setToolTip(self.tr("Choose a Python file with a function that builds the network"))
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.network, 1)
        line.addWidget(own)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("role", "muted")
        self.weights = PathField(
            "open", title=self.tr("Weights"), pattern=self.tr("Weights (*.safetensors *.pt *.pth)")
        )
        self._folder = folder or Path.home()
        self.weights.begin_in(self._folder)
        self.weights.line.setPlaceholderText(self.tr("Optional: the network's own"))
        self.class_map = Choice()
        self.class_map.setEditable(True)
        self.class_map.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.class_map.setAccessibleName(self.tr("Class map"))
        self.class_map.addItems(["", *_CLASS_MAPS])
        self.class_map.setToolTip(
            self.tr("Which of the network's classes make one of yours: empty for equal names, voc20, coco80, or a file")
        )
        self.preset = Choice()
        self.preset.addItem(self.tr("default: on one map first, then deeper on crops; best boxes"), "default")
        self.preset.addItem(self.tr("deep: the same, wider and deeper; best points, slower"), "deep")
        self.preset.addItem(self.tr("fast: one pass over the image, then the search"), "fast")
        self.preset.addItem(self.tr("paper: the exact search of the paper, slower"), "paper")
        self.preset.setAccessibleName(self.tr("Search"))
        self.localizer = Choice()
        for name, text in LOCALIZER_DESCRIPTIONS.items():
            self.localizer.addItem(name, name)
            self.localizer.setItemData(self.localizer.count() - 1, in_users_language(text), Qt.ItemDataRole.ToolTipRole)
        self.localizer.setAccessibleName(self.tr("Localizer"))
        self.device = Choice()
        self.device.setEditable(True)
        self.device.setAccessibleName(self.tr("Device"))
        self.device.addItems(["auto", "cpu", "cuda:0"])
        if device:
            self.device.setToolTip(self.tr("Now: {0}").format(device))
        self.form.addRow(self.tr("Network"), row)
        self.form.addRow("", self._about)
        self.form.addRow(self.tr("Weights"), self.weights)
        self.form.addRow(self.tr("Class map"), self.class_map)
        self.form.addRow(self.tr("Localizer"), self.localizer)
        self.form.addRow(self.tr("Search"), self.preset)
        self.form.addRow(self.tr("Device"), self.device)
        own.clicked.connect(self._on_own_clicked)
        self.network.currentTextChanged.connect(self._check)
        self.weights.changed.connect(self._check)
        self.localizer.currentIndexChanged.connect(self._check)
        self._show(choice)

    def _show(self, choice: SearchChoice) -> None:
        self.network.setCurrentText(choice.network)
        self.weights.set_path(choice.weights)
        self.class_map.setCurrentText(choice.class_map)
        self.preset.setCurrentIndex(self.preset.findData(choice.preset))
        self.localizer.setCurrentIndex(max(0, self.localizer.findData(choice.localizer)))
        self.device.setCurrentText(choice.device)
        self._check()

    def choice(self) -> SearchChoice:
        """Return what was chosen."""
        return SearchChoice(
            network=self.network.currentText().strip(),
            weights=str(self.weights.path or ""),
            class_map=self.class_map.currentText().strip(),
            preset=str(self.preset.currentData()),
            localizer=str(self.localizer.currentData()),
            device=self.device.currentText().strip() or "auto",
        )

    def _on_own_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Network file"), str(self._folder), self.tr("Python files (*.py)")
        )
        if chosen:
            self._folder = Path(chosen).parent
            self.network.setCurrentText(f"{chosen}:build")

    def _check(self) -> None:
        name = self.network.currentText().strip()
        known = {info.name: info for info in list_networks()}
        weights = self.weights.path
        self.form.setRowVisible(self.preset, self.localizer.currentData() == "beam")
        self._about.setProperty("role", "warning" if is_code(name) else "muted")
        self._about.style().polish(self._about)
        problem = ""
        if is_code(name):
            self._about.setText(
                self.tr("This runs the Python file when you search. Choose only a file that you trust.")
            )
            if not Path(name.partition(".py")[0] + ".py").is_file():
                problem = self.tr("There is no file {0}.").format(name.partition(".py")[0] + ".py")
        elif name in known:
            info = known[name]
            size = self.tr("input {0} px").format(info.input_size) if info.input_size else ""
            state = self.tr("ready") if info.downloaded else self.tr("{0:.0f} MB to download").format(info.size_mb)
            self._about.setText(" · ".join(part for part in (in_users_language(info.family), size, state) if part))
        elif is_card(name):
            self._about.setText(self.tr("a network that you trained"))
            if weights is not None:
                problem = self.tr("A trained network has its own weights: leave the field empty.")
        else:
            self._about.setText("")
            problem = self.tr("There is no network named {0}: choose one of the list, or FILE.py:callable.").format(
                name
            )
        if not problem and weights is not None and not weights.is_file():
            problem = self.tr("There is no file {0}.").format(weights)
        self.set_problem(problem)
