"""One run to look at: title and replay badge, photo, beam diagram and chart. It holds what is shown of the run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from wsl_annotator.core.localization import HeatMap
from wsl_annotator.core.scope import WHOLE_IMAGE
from wsl_annotator.gui.canvas.image_item import image_from_rgb
from wsl_annotator.gui.canvas.values import TraceView
from wsl_annotator.gui.inspector.beam_diagram import BeamDiagram
from wsl_annotator.gui.inspector.jobs import CropPictures, OpenedRun
from wsl_annotator.gui.inspector.run_view import RunView
from wsl_annotator.gui.inspector.score_chart import ScoreChart
from wsl_annotator.gui.inspector.texts import class_text, detail_text, verdict_text, verdict_tip
from wsl_annotator.gui.panels.trace_panel import trace_view
from wsl_annotator.gui.theme import SPACING
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.workflow.trace_crops import source_row
from wsl_annotator.workflow.trace_figures import TraceIndex, heat_until
from wsl_annotator.workflow.trace_run import TraceRun


class RunPane(QWidget):
    """Shows one search at one level.

    Signals:
        level_wanted: a level was clicked or reached by a key in the chart.
        picked: a candidate was picked in the diagram.
        pointed: rows under the mouse in the diagram.
    """

    level_wanted = Signal(int)
    picked = Signal(int)
    pointed = Signal(object)

    def __init__(self, side: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.run: TraceRun | None = None
        self.index: TraceIndex | None = None
        self.image: DecodedImage | None = None
        self.photo: Path | None = None
        self.selected: int | None = None
        self.level = 0
        self._is_beside = False
        self.crops: dict[int, QImage] = {}
        self._heats: dict[int, HeatMap] = {}
        self._shows = {"heat": True, "boxes": True, "pruned": True}
        self.letter = QLabel(side)
        self.letter.setProperty("role", "chip")
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.detail = QLabel()
        self.detail.setProperty("role", "muted")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.badge = QLabel()
        self.badge.setProperty("role", "chip")
        self.view = RunView()
        self.diagram = BeamDiagram()
        self.chart = ScoreChart()
        self.chart.level_chosen.connect(self.level_wanted)
        self.diagram.picked.connect(self.picked)
        self.diagram.pointed.connect(self.pointed)
        self._lay_out()
        self.set_opened(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACING, SPACING // 2, SPACING, SPACING // 2)
        head.setSpacing(SPACING)
        head.addWidget(self.letter)
        head.addWidget(self.title)
        head.addWidget(self.detail, 1)
        head.addWidget(self.badge)
        self.detail.setMinimumWidth(40)
        area = QScrollArea()
        area.setWidget(self.diagram)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumSize(240, 120)
        self.plots = QSplitter(Qt.Orientation.Horizontal)
        self.plots.addWidget(area)
        self.plots.addWidget(self.chart)
        self.plots.setSizes([520, 460])
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.view)
        halves.addWidget(self.plots)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        for splitter in (self.plots, halves):
            splitter.setChildrenCollapsible(False)
        self._halves = halves
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(halves, 1)

    def set_beside(self, *, beside: bool) -> None:
        """Stand beside another pane: diagram above the chart, the run named by its letter."""
        self.letter.setVisible(beside)
        self._is_beside = beside
        self._name()
        self.plots.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)
        self._halves.setSizes([330, 350] if beside else [470, 230])

    def _name(self) -> None:
        run = self.run
        name = class_text(run) if run is not None else ""
        self.title.setText(name if run is None or self._is_beside else f"{name} · {run.file_name}")

    @property
    def depth(self) -> int | None:
        """The deepest level; None without a search."""
        return self.index.trace.depth if self.index is not None else None

    def set_opened(self, opened: OpenedRun | None) -> None:
        """Take over another run, or none."""
        same_photo = opened is not None and opened.image is self.image and self.image is not None
        self.run = opened.run if opened is not None else None
        trace = self.run.trace if self.run is not None else None
        self.index = TraceIndex(trace) if trace is not None else None
        self.image = opened.image if opened is not None else None
        self.photo = opened.photo if opened is not None else None
        self.selected, self.crops, self._heats = None, {}, {}
        size = (self.run.width, self.run.height) if self.run is not None else (0, 0)
        self.view.set_search(trace, self.image, width=size[0], height=size[1], keep_view=same_photo)
        self.view.part.set_scope(self.run.scope if trace is not None and self.run is not None else WHOLE_IMAGE)
        self.diagram.set_index(self.index)
        self.chart.set_trace(trace)
        self._name()
        self.detail.setText(detail_text(self.run) if self.run is not None else "")
        self.detail.setToolTip(self.detail.text())
        verdict = opened.verdict if opened is not None else None
        self.badge.setVisible(verdict is not None)
        if verdict is not None:
            self.badge.setText(verdict_text(verdict))
            self.badge.setToolTip(verdict_tip(verdict))
            self.badge.setProperty("role", "chip" if verdict.exact else "danger")
            self.badge.style().polish(self.badge)
        self.level = min(self.level, self.depth or 0)

    def set_level(self, level: int) -> None:
        """Show a level; the deepest where this run has no such."""
        self.level = min(level, self.depth or 0)
        self.diagram.set_level(self.level)
        self.chart.set_level(self.level)
        self._show_level()

    def set_shown(self, name: str, *, on: bool) -> None:
        """Show or hide `heat`, `boxes` or `pruned`."""
        self._shows[name] = on
        self._show_level()

    def _show_level(self) -> None:
        if self.run is None or self.run.trace is None:
            return
        view: TraceView | None = None
        if self._shows["boxes"]:
            view = trace_view(self.run.trace, self.level)
            if not self._shows["pruned"]:
                view = TraceView(level=view.level, earlier=view.earlier, kept=view.kept, pruned=())
        self.view.set_level(view, self.heat(self.level) if self._shows["heat"] else None)

    def heat(self, level: int) -> HeatMap:
        """Return the heat map after a level; the stored one at the last."""
        assert self.run is not None
        if level not in self._heats:
            self._heats[level] = heat_until(self.run, level)
        return self._heats[level]

    def select(self, row: int | None) -> None:
        """Look at a candidate."""
        self.selected = row
        self.view.candidates.set_selected(row)
        self.diagram.set_selected(row)
        self.view.viewport().update()

    def hover(self, rows: Sequence[int]) -> None:
        """Mark the candidates under the mouse."""
        self.view.set_hovered(rows)
        self.diagram.set_hovered(rows)

    def mark(self, rows: Sequence[int]) -> None:
        """Mark candidates of the level that the other run did not keep."""
        self.view.candidates.set_marked(rows)
        self.diagram.set_marked(rows)
        self.view.viewport().update()

    def at(self, x: float, y: float) -> list[int]:
        """Return the candidates of the levels shown so far that hold a point, smallest first."""
        if self.index is None:
            return []
        return [row for row in self.index.at(x, y) if self.index.trace.level[row] <= self.level]

    def wanted_rows(self) -> tuple[int, ...]:
        """Return the candidates of the selected path whose crops are not there yet."""
        if self.index is None or self.selected is None:
            return ()
        return tuple(row for row in self.index.trace.path(self.selected) if row not in self.crops)

    def add_crops(self, found: CropPictures) -> None:
        """Keep crops that were cut."""
        for row, picture in zip(found.rows, found.pictures, strict=True):
            self.crops[row] = image_from_rgb(np.ascontiguousarray(picture))

    def source_row(self) -> int | None:
        """Return the candidate whose crop the selected one was scored from: its parent, or the root."""
        if self.index is None or self.selected is None or self.run is None:
            return None
        return source_row(self.index.trace, self.run.beam, self.selected)
