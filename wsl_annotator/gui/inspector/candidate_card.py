"""Everything about one candidate: figures, the map it was scored from, and its crop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wsl_annotator.gui.inspector.subgrid_view import SubgridView, kept_part, map_part
from wsl_annotator.gui.inspector.texts import size_text, state_text, step_text
from wsl_annotator.gui.theme import SPACING
from wsl_annotator.workflow.trace_crops import FeatureEnergy, map_cells
from wsl_annotator.workflow.trace_figures import TraceIndex
from wsl_annotator.workflow.trace_run import TraceRun, grid_side


class CandidateCard(QWidget):
    """One candidate of one run.

    Signals:
        energy_wanted: whether the feature map's energy is to be shown.
    """

    energy_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._values: dict[str, QLabel] = {}
        table = QGridLayout()
        table.setHorizontalSpacing(SPACING)
        table.setVerticalSpacing(2)
        names = {
            "probability": self.tr("Probability"),
            "score": self.tr("Log-odds"),
            "rank": self.tr("Rank in level"),
            "state": self.tr("State"),
            "parent": self.tr("Parent"),
            "size": self.tr("Size"),
        }
        for place, (name, text) in enumerate(names.items()):
            label, value = QLabel(text), QLabel()
            label.setProperty("role", "muted")
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._values[name] = value
            line, side = place // 2, place % 2
            table.addWidget(label, line, 2 * side)
            table.addWidget(value, line, 2 * side + 1)
        table.setColumnStretch(1, 1)
        table.setColumnStretch(3, 1)
        self.source = SubgridView(self.tr("Feature map that the candidate was scored from"))
        self.crop = SubgridView(self.tr("Crop of the candidate"))
        self._source_text, self._crop_text = QLabel(), QLabel(self.tr("Its own crop"))
        pictures = QHBoxLayout()
        pictures.setSpacing(SPACING)
        for view, text in ((self.source, self._source_text), (self.crop, self._crop_text)):
            text.setProperty("role", "muted")
            text.setWordWrap(True)
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(view, 1)
            column.addWidget(text)
            pictures.addLayout(column, 1)
        self.energy = QCheckBox(self.tr("Show how strongly the feature map answers"))
        self.energy.toggled.connect(self.energy_wanted)
        box = QVBoxLayout(self)
        box.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        box.setSpacing(SPACING // 2)
        box.addWidget(self._title)
        box.addLayout(table)
        box.addLayout(pictures, 1)
        box.addWidget(self.energy)
        self.set_network_open(on=False)
        self.set_candidate(None, None, None)

    def set_network_open(self, *, on: bool) -> None:
        """Say whether the run's network can be asked for its feature maps."""
        self.energy.setEnabled(on)
        self.energy.setToolTip(
            self.tr("The length of each cell's feature vector")
            if on
            else self.tr("Needs the network of this run: propose with it once, or run again")
        )
        if not on:
            self.energy.setChecked(False)

    def set_candidate(self, run: TraceRun | None, index: TraceIndex | None, row: int | None) -> None:
        """Show the figures and cells of a candidate; its pictures come later."""
        self.source.set_picture(None)
        self.source.set_energy(None)
        self.crop.set_picture(None)
        if run is None or index is None or row is None:
            self._title.setText(self.tr("No candidate is selected"))
            self._source_text.setText("")
            for value in self._values.values():
                value.setText("–")
            self.source.set_cells(0, (0.0, 0.0, 1.0, 1.0))
            return
        trace = index.trace
        level, above = int(trace.level[row]), int(trace.parent[row])
        self._title.setText(self.tr("Level {0} · {1}").format(level, step_text(trace, row)))
        self._values["probability"].setText(f"{index.probability[row]:.4f}")
        self._values["score"].setText(f"{trace.score[row]:+.4f}")
        count = len(index.levels[level])
        self._values["rank"].setText(self.tr("{0} of {1}").format(int(index.rank[row]), count))
        self._values["state"].setText(state_text(trace, row))
        parent = self.tr("row {0}, p {1}").format(above, f"{index.probability[above]:.3f}") if above >= 0 else "–"
        self._values["parent"].setText(parent)
        self._values["size"].setText(size_text(trace, row))
        self._show_cells(run, index, row)

    def _show_cells(self, run: TraceRun, index: TraceIndex, row: int) -> None:
        side = grid_side(index.trace)
        if run.beam.on_map(int(index.trace.level[row])):
            cells = map_cells(run.beam, side=side)
            self.source.set_cells(cells, map_part(index.trace, row))
            text = self.tr("Cut from the map of all that was searched, {0}\u00a0×\u00a0{0}\u00a0cells")
            self._source_text.setText(text.format(cells))
        else:
            self.source.set_cells(side, kept_part(int(index.trace.child[row]), cells=side))
            self._source_text.setText(
                self.tr("Its sub-grid of the parent's crop, {0}\u00a0×\u00a0{0}\u00a0cells").format(side)
            )

    def set_pictures(self, source: QImage | None, crop: QImage | None) -> None:
        """Show the crop that was scored from, and the candidate's own."""
        self.source.set_picture(source)
        self.crop.set_picture(crop)

    def set_feature_energy(self, energy: FeatureEnergy | None) -> None:
        """Show how strongly the map answers, or the crop again."""
        self.source.set_energy(energy.values if energy is not None else None)
