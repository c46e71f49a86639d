"""Asks how to search the photo again, beside the run that is shown."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from wsl_annotator.core.config import PRESETS
from wsl_annotator.gui.dialogs.parts import Choice, FormDialog, level
from wsl_annotator.gui.settings import SearchChoice
from wsl_annotator.networks.catalog import list_networks
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import EngineOptions

MAX_WIDTH, MAX_DEPTH = 64, 64


class RerunDialog(FormDialog):
    """Network, class map, preset, beam width and depth; what is not asked for is as in the user's settings.

    Of a search of a part it also asks whether the same part or the whole photo is searched.

    Args:
        choice: the user's settings.
        class_name: what is searched.
        part: which part of the photo is searched, in words; empty for all of it.
        parent: the window.
    """

    def __init__(self, choice: SearchChoice, *, class_name: str, part: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._class_name = class_name
        self._part = part
        self.area = Choice()
        self.area.addItem(self.tr("The same part"), False)
        self.area.addItem(self.tr("The whole image"), True)
        self.area.setCurrentIndex(0 if part else 1)
        self._on_area_changed()
        self.network = Choice()
        self.network.setEditable(True)
        self.network.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.network.addItems([info.name for info in list_networks()])
        self.network.setCurrentText(choice.network)
        self.class_map = Choice()
        self.class_map.setEditable(True)
        self.class_map.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.class_map.addItems(["", "voc20", "coco80"])
        self.class_map.setCurrentText(choice.class_map)
        self.preset = Choice()
        for name in PRESETS:
            self.preset.addItem(name, name)
        self.width_box = self._spin(MAX_WIDTH)
        self.depth_box = self._spin(MAX_DEPTH)
        rows = (
            (self.tr("Network"), self.network),
            (self.tr("Class map"), self.class_map),
            (self.tr("Preset"), self.preset),
            (self.tr("Beam width M"), self.width_box),
            (self.tr("Depth H"), self.depth_box),
        )
        if part:
            rows = ((self.tr("Area"), self.area), *rows)
        else:
            self.area.setParent(self)
            self.area.hide()
        for text, widget in rows:
            widget.setAccessibleName(text)
            self.form.addRow(text, widget)
        self.area.currentIndexChanged.connect(self._on_area_changed)
        self.preset.currentIndexChanged.connect(self._on_preset_changed)
        self.network.currentTextChanged.connect(self._check)
        self.preset.setCurrentIndex(max(0, self.preset.findData(choice.preset)))
        self._on_preset_changed()
        self._check()

    @staticmethod
    def _spin(most: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setRange(1, most)
        level(spin)
        return spin

    @property
    def searches_whole(self) -> bool:
        """Whether the whole photo is wanted."""
        return bool(self.area.currentData())

    def _on_area_changed(self) -> None:
        text = self.tr("Searches the photo for {0} with these settings. Nothing is stored in the project.")
        if self._part and self.searches_whole:
            text = self.tr(
                "Searches the whole photo for {0} with these settings, not the part alone ({1}). "
                "Nothing is stored in the project."
            )
        elif self._part:
            text = self.tr(
                "Searches the same part of the photo for {0} with these settings ({1}). "
                "Nothing is stored in the project."
            )
        self.set_texts(self.tr("Run again beside"), text.format(self._class_name, self._part), self.tr("Run"))

    def _on_preset_changed(self) -> None:
        beam = PRESETS[self.preset.currentData()].beam
        self.width_box.setValue(beam.beam_width)
        self.depth_box.setValue(beam.depth)

    def _check(self) -> None:
        missing = not self.network.currentText().strip()
        self.set_problem(self.tr("Name a network.") if missing else "", missing=True)

    def options(self) -> EngineOptions:
        """Return what the network's process needs."""
        config = PRESETS[self.preset.currentData()]
        beam = dataclasses.replace(config.beam, beam_width=self.width_box.value(), depth=self.depth_box.value())
        if beam != config.beam:
            config = dataclasses.replace(config, preset="custom", beam=beam)
        network = self.network.currentText().strip()
        same = network == self._choice.network
        return EngineOptions(
            network=NetworkSpec(network, weights=Path(self._choice.weights) if same and self._choice.weights else None),
            class_map=self.class_map.currentText().strip() or None,
            localizer=config,
            device=self._choice.device,
        )
