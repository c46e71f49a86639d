"""Asks what is exported, in which format, and where to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QStackedWidget, QWidget

from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.dialogs.parts import Choice, FormDialog, PathField
from wsl_annotator.workflow.export import ExportFormat, ExportOptions


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What the user wants."""

    export_format: ExportFormat
    to: Path
    options: ExportOptions


class ExportDialog(FormDialog):
    """Format, place, states of boxes, and the format's own choices."""

    def __init__(
        self, *, folder: Path, name: str, counts: Mapping[BoxState, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_texts(
            self.tr("Export the boxes"),
            self.tr("Ids stay the same over exports; files are replaced whole or not at all."),
            self.tr("Export"),
        )
        self.format = self._combo(
            [(self.tr("COCO JSON, one file"), "coco"), (self.tr("Pascal VOC XML, a folder"), "voc")]
        )
        self.format.setAccessibleName(self.tr("Format"))
        self.coco_to = PathField("save", title=self.tr("COCO file"), pattern=self.tr("JSON files (*.json)"))
        self.coco_to.set_path(folder / f"{name}.json")
        self.voc_to = PathField("folder", title=self.tr("VOC folder"))
        self.voc_to.set_path(folder / f"{name}-voc")
        self._to = QStackedWidget()
        self._to.addWidget(self.coco_to)
        self._to.addWidget(self.voc_to)
        self.states = {state: self._state_box(state, counts.get(state, 0)) for state in self._state_names()}
        states_row = QWidget()
        line = QHBoxLayout(states_row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        for box in self.states.values():
            line.addWidget(box)
        line.addStretch(1)
        self.empty = self._combo(
            [
                (self.tr("if they are verified"), "verified"),
                (self.tr("always"), "all"),
                (self.tr("never"), "none"),
            ]
        )
        self.orientation = self._combo(
            [
                (self.tr("upright, as they are shown"), "upright"),
                (self.tr("as stored, for readers without EXIF"), "sensor"),
            ]
        )
        self.segmentation = self._combo(
            [(self.tr("left empty"), "empty"), (self.tr("the rectangle as a polygon"), "rect-polygon")]
        )
        self.profile = self._combo(
            [(self.tr("as the VOC specification: from 1, inclusive"), "spec"), (self.tr("from 0"), "zero-based")]
        )
        self.images = self._combo(
            [(self.tr("left where they are"), "none"), (self.tr("copied"), "copy"), (self.tr("linked"), "symlink")]
        )
        self.form.addRow(self.tr("Format"), self.format)
        self.form.addRow(self.tr("To"), self._to)
        self.form.addRow(self.tr("Boxes"), states_row)
        self.form.addRow(self.tr("Images without boxes"), self.empty)
        self.form.addRow(self.tr("Turned photos"), self.orientation)
        self.form.addRow(self.tr("Segmentation"), self.segmentation)
        self.form.addRow(self.tr("Coordinates"), self.profile)
        self.form.addRow(self.tr("Image files"), self.images)
        self._count = QLabel()
        self._count.setProperty("role", "muted")
        self.form.addRow("", self._count)
        self._counts = counts
        self.format.currentIndexChanged.connect(self._on_changed)
        self.coco_to.changed.connect(self._on_changed)
        self.voc_to.changed.connect(self._on_changed)
        for box in self.states.values():
            box.toggled.connect(self._on_changed)
        self._on_changed()

    def _combo(self, choices: list[tuple[str, str]]) -> QComboBox:
        combo = Choice()
        for text, value in choices:
            combo.addItem(text, value)
        return combo

    def _state_names(self) -> dict[BoxState, str]:
        return {
            BoxState.ACCEPTED: self.tr("accepted"),
            BoxState.ADJUSTED: self.tr("adjusted"),
            BoxState.DRAWN: self.tr("drawn"),
            BoxState.PROPOSED: self.tr("proposed"),
        }

    def _state_box(self, state: BoxState, count: int) -> QCheckBox:
        text = self._state_names()[state]
        box = QCheckBox(f"{text} ({count:,})" if state is not BoxState.PROPOSED else text)
        box.setChecked(state is not BoxState.PROPOSED)
        if state is BoxState.PROPOSED:
            box.setToolTip(self.tr("Proposals at the present thresholds, which nobody has judged"))
        return box

    def request(self) -> ExportRequest:
        """Return what was asked for; only after it was accepted."""
        export_format: ExportFormat = "voc" if self.format.currentData() == "voc" else "coco"
        to = (self.voc_to if export_format == "voc" else self.coco_to).path
        if to is None:
            raise ValueError("the dialog was not accepted")
        options = ExportOptions(
            states=tuple(state for state, box in self.states.items() if box.isChecked()),
            empty_images=self.empty.currentData(),
            profile=self.profile.currentData(),
            images=self.images.currentData(),
            segmentation=self.segmentation.currentData(),
            orientation=self.orientation.currentData(),
        )
        return ExportRequest(export_format, to, options)

    def _on_changed(self) -> None:
        voc = self.format.currentData() == "voc"
        self._to.setCurrentIndex(1 if voc else 0)
        self.form.setRowVisible(self.segmentation, not voc)
        self.form.setRowVisible(self.profile, voc)
        self.form.setRowVisible(self.images, voc)
        chosen = [state for state, box in self.states.items() if box.isChecked()]
        total = sum(self._counts.get(state, 0) for state in chosen)
        self._count.setText(self.tr("%n box(es) of a person will be written.", "", total))
        field = self.voc_to if voc else self.coco_to
        problem = ""
        if field.path is None:
            problem = self.tr("Choose where to write.")
        elif not chosen:
            problem = self.tr("Choose at least one kind of box.")
        self.set_problem(problem)
