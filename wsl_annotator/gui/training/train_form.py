"""The fields that say how a training goes."""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QSpinBox, QWidget

from wsl_annotator.gui.dialogs.parts import Choice, PathField, level
from wsl_annotator.gui.training.code_memory import CodeMemory
from wsl_annotator.gui.training.network_field import NetworkField
from wsl_annotator.training.config import TrainConfig, preset

_LARGEST_SEED = 2**31 - 1


class TrainForm(QWidget):
    """Network, preset, head, epochs, device and the folder that the network goes to.

    Signals:
        changed: any field but the folder.
        folder_changed: the folder.
    """

    changed = Signal()
    folder_changed = Signal()

    def __init__(self, memory: CodeMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.network = NetworkField(memory)
        self._make_fields()
        self._lay_out()
        self.network.changed.connect(self.changed)
        self.preset.currentIndexChanged.connect(self._on_preset_changed)
        self.freeze.currentIndexChanged.connect(self._on_changed)
        self.share.valueChanged.connect(self._on_changed)
        self.out.changed.connect(self.folder_changed)
        self._on_preset_changed()

    def _make_fields(self) -> None:
        self.head = self._choice(
            self.tr("Head"),
            [
                (self.tr("adaptation: two new layers (Fa, Fb)"), "adaptation"),
                (self.tr("single: the last layer alone"), "single"),
            ],
        )
        self.preset = self._choice(
            self.tr("Preset"),
            [
                (self.tr("quick: some epochs, ends when it stops getting better"), "quick"),
                (self.tr("paper: 400,000 batches as in the paper, days on a GPU"), "paper"),
            ],
        )
        self.freeze = self._choice(
            self.tr("What learns"),
            [
                (self.tr("the new head alone: minutes, without a GPU"), "features"),
                (self.tr("the whole network: slow without a GPU"), "none"),
            ],
        )
        self.epochs = QSpinBox()
        self.epochs.setRange(0, 10_000)
        self.epochs.setSpecialValueText(self.tr("the preset's"))
        self.epochs.setAccessibleName(self.tr("Epochs at most"))
        self.share = QSpinBox()
        self.share.setRange(0, 50)
        self.share.setSuffix(" %")
        self.share.setAccessibleName(self.tr("Share of the images that is held out"))
        self.share.setToolTip(self.tr("These images choose the best epoch; they do not teach"))
        self.rate = QDoubleSpinBox()
        self.rate.setRange(0.0, 10.0)
        self.rate.setDecimals(5)
        self.rate.setSingleStep(0.001)
        self.rate.setSpecialValueText(self.tr("the preset's"))
        self.rate.setAccessibleName(self.tr("Learning rate of the old layers"))
        self.rate.setToolTip(self.tr("New layers learn ten times as fast. Lower it where the loss is no number"))
        self.seed = QSpinBox()
        self.seed.setRange(0, _LARGEST_SEED)
        self.seed.setAccessibleName(self.tr("Seed"))
        self.seed.setToolTip(self.tr("The same seed, data and settings give the same network"))
        for box in (self.epochs, self.share, self.rate, self.seed):
            level(box)
        self.device = Choice()
        self.device.setEditable(True)
        self.device.setAccessibleName(self.tr("Device"))
        self.device.addItems(["auto", "cpu", "cuda:0"])
        self.out = PathField("folder", title=self.tr("Folder of the trained network"))
        self.out.line.setMinimumWidth(200)

    def _choice(self, name: str, entries: list[tuple[str, str]]) -> Choice:
        choice = Choice()
        choice.setAccessibleName(name)
        for text, value in entries:
            choice.addItem(text, value)
        choice.setMinimumContentsLength(24)
        choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return choice

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Start from"), self.network)
        form.addRow(self.tr("Preset"), self.preset)
        form.addRow(self.tr("What learns"), self.freeze)
        form.addRow(self.tr("New head"), self.head)
        form.addRow(self.tr("Epochs at most"), self.epochs)
        form.addRow(self.tr("Held out"), self.share)
        form.addRow(self.tr("Learning rate"), self.rate)
        form.addRow(self.tr("Seed"), self.seed)
        form.addRow(self.tr("Device"), self.device)
        form.addRow(self.tr("Network goes to"), self.out)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_preset_changed(self) -> None:
        start = preset(str(self.preset.currentData()))
        self.freeze.setCurrentIndex(self.freeze.findData(start.freeze))
        self.share.setValue(round(100 * start.validation_share))
        self.epochs.setSpecialValueText(
            self.tr("the preset's: {0}").format(start.epochs)
            if start.epochs
            else self.tr("the preset's: {0:,} batches").format(start.batches)
        )
        self.changed.emit()

    def config(self) -> TrainConfig:
        """Return the settings that were chosen."""
        start = preset(str(self.preset.currentData()), freeze=str(self.freeze.currentData()))
        config = dataclasses.replace(
            start,
            head=self.head.currentData(),
            freeze=self.freeze.currentData(),
            validation_share=self.share.value() / 100,
            seed=self.seed.value(),
        )
        if self.epochs.value():
            config = dataclasses.replace(config, epochs=self.epochs.value(), batches=0)
        if self.rate.value() > 0:
            config = dataclasses.replace(config, learning_rate=self.rate.value())
        return config
