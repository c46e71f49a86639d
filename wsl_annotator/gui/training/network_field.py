"""Chooses the network that a training starts from; a file of one's own runs only after a person has said so."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wsl_annotator.core.errors import NetworkError
from wsl_annotator.gui.dialogs.parts import Choice
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.training.code_memory import CodeMemory, code_file, code_hash
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.catalog import list_networks
from wsl_annotator.networks.spec import NetworkSpec, is_code
from wsl_annotator.workflow.train_figures import CardFigures, read_card_figures


class NetworkField(QWidget):
    """The list of networks, a file of one's own, or a card; with what is known of the choice below it.

    Signals:
        changed: another network, or its file was allowed to run.
    """

    changed = Signal()

    def __init__(self, memory: CodeMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._folder = Path.home()
        self._known = {info.name: info for info in list_networks()}
        self.name = Choice()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName(self.tr("Network to start from"))
        self.name.setMinimumWidth(200)
        for info in self._known.values():
            state = "" if info.downloaded else self.tr(", {0:.0f} MB to download").format(info.size_mb)
            self.name.addItem(info.name)
            tip = f"{in_users_language(info.family)}{state}"
            self.name.setItemData(self.name.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.own_button = self._button(self.tr("Own…"), self.tr("A Python file with a function that builds a network"))
        self.card_button = self._button(self.tr("Card…"), self.tr("The folder of a network that you trained before"))
        self._about = QLabel()
        self._about.setWordWrap(True)
        self.trust = QCheckBox("")
        self.trust.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.name, 1)
        line.addWidget(self.own_button)
        line.addWidget(self.card_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(line)
        box.addWidget(self._about)
        box.addWidget(self.trust)
        self.own_button.clicked.connect(self._on_own_clicked)
        self.card_button.clicked.connect(self._on_card_clicked)
        self.name.currentTextChanged.connect(self._on_name_changed)
        self.trust.toggled.connect(self.changed)
        self._refresh()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setToolTip(tip)
        return button

    @property
    def network(self) -> str:
        """What was chosen: a name, `FILE.py:callable` or the folder of a card."""
        return self.name.currentText().strip()

    def begin_in(self, folder: Path) -> None:
        """Let the file dialogs begin in a folder; what is chosen there is where the next one begins."""
        self._folder = folder

    def set_network(self, network: str) -> None:
        """Choose a network."""
        self.name.setCurrentText(network)

    def spec(self) -> NetworkSpec:
        """Return the network as the workflow takes it, with the code that a card needs."""
        if is_code(self.network):
            # its old outputs mean nothing any more, but a network of one's own has to say it
            return NetworkSpec(self.network, activation="softmax")
        return NetworkSpec(self.network, code=self._memory.code_for(self.network))

    def remember(self) -> None:
        """Remember the file that was allowed to run, once the training begins."""
        if is_code(self.network):
            self._memory.allow(self.network)

    def problem(self) -> str:
        """Return why a training cannot start from the choice; empty where it can."""
        network = self.network
        if is_code(network):
            if not code_file(network).is_file():
                return self.tr("There is no file {0}.").format(code_file(network))
            if not self._memory.knows(network) and not self.trust.isChecked():
                return self.tr("Say that you trust {0}, or choose another network.").format(code_file(network).name)
            return ""
        if network in self._known:
            return ""
        if not is_card(network) or not network:
            return self.tr("There is no network named {0}: choose one of the list, a file or a card.").format(network)
        try:
            card = read_card_figures(Path(network))
        except NetworkError as error:
            return in_users_language(error.user_text)
        if card.code and not self._memory.code_of(card.code_sha256):
            return self.tr("That card was made on your own network {0}: choose this file with Own….").format(card.code)
        return ""

    @Slot()
    def _on_name_changed(self) -> None:
        self.trust.setChecked(False)
        self._refresh()
        self.changed.emit()

    def _refresh(self) -> None:
        network = self.network
        code = is_code(network)
        self.trust.setVisible(code and code_file(network).is_file() and not self._memory.knows(network))
        self.trust.setText(self.tr("I trust {0}: run it").format(code_file(network).name))
        self._about.setProperty("role", "warning" if code else "muted")
        self._about.style().polish(self._about)
        self._about.setText(self._description(network))
        self._fit()

    def _fit(self) -> None:
        """Give the wrapped text the height that it needs: a form does not ask again when a text changes."""
        self._about.setMinimumHeight(self._about.heightForWidth(self._about.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _description(self, network: str) -> str:
        if is_code(network):
            return self.tr(
                "Training RUNS this Python file. Choose only one that you trust; you are asked once, and again when "
                "the file changes."
            )
        info = self._known.get(network)
        if info is not None:
            size = self.tr("input {0} px").format(info.input_size) if info.input_size else ""
            state = self.tr("ready") if info.downloaded else self.tr("{0:.0f} MB to download").format(info.size_mb)
            return " · ".join(part for part in (in_users_language(info.family), size, state) if part)
        card = self._card()
        if card is not None:
            return self.tr("a network that you trained: {0}").format(", ".join(card.classes))
        return ""

    def _card(self) -> CardFigures | None:
        with suppress(NetworkError):
            return read_card_figures(Path(self.network)) if self.network else None
        return None

    @Slot()
    def _on_own_clicked(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Network file"), str(self._folder), self.tr("Python files (*.py)")
        )
        if chosen:
            self._folder = Path(chosen).parent
            self.take_file(Path(chosen))

    def take_file(self, file: Path) -> None:
        """Start from a file of one's own; where a card waits for its code, and this is it, let the card have it."""
        card = self._card()
        if card is not None and card.code and code_hash(f"{file}:build") == card.code_sha256:
            self._memory.allow(f"{file}:{card.code.rpartition(':')[2]}")
            self._on_name_changed()
        else:
            self.set_network(f"{file}:build")

    @Slot()
    def _on_card_clicked(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of a network card"), str(self._folder))
        if chosen:
            self._folder = Path(chosen).parent
            self.set_network(chosen)
