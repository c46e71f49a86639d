"""The dock that steps through a search, level by level."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import Localization, SearchTrace
from wsl_annotator.gui.canvas.trace_item import EARLIER_COLOR, KEPT_COLOR, PRUNED_COLOR
from wsl_annotator.gui.canvas.values import TraceView
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.panels.level_chart import LevelChart
from wsl_annotator.gui.theme import SPACING

STEP_MS = 700
"""Of a level while playing."""
SIDE_BY_SIDE_FROM = 600
"""From this width, in logical pixels, the numbers stand beside the chart: the panel fits a low dock."""


def trace_view(trace: SearchTrace, level: int) -> TraceView:
    """Return what the canvas shows of one level: the survivors of all earlier levels, this level's kept and pruned."""
    now = trace.level == level
    return TraceView(
        level=level,
        earlier=_boxes(trace, (trace.level < level) & trace.kept),
        kept=_boxes(trace, now & trace.kept),
        pruned=_boxes(trace, now & ~trace.kept),
    )


def _boxes(trace: SearchTrace, rows: np.ndarray) -> tuple[Box, ...]:
    # The beam reaches one box on several ways.
    return tuple(dict.fromkeys(Box(*map(float, row)) for row in trace.boxes[rows]))


class TracePanel(QWidget):
    """Level slider, play button, chart, and the counts and scores of the level.

    Signals:
        view_changed: a `TraceView` to show over the image; None where there is no search, the switch is off or the
            panel is hidden.
    """

    view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trace: SearchTrace | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(STEP_MS)
        self._timer.timeout.connect(self._on_time_out)
        self._title = QLabel()
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._chart = LevelChart()
        self._chart.level_chosen.connect(self.set_level)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setPageStep(1)
        self._slider.setAccessibleName(self.tr("Level of the search"))
        self._slider.valueChanged.connect(self._on_level_changed)
        self._back = self._button("step-back", self.tr("One level back"))
        self._back.clicked.connect(self._on_back_clicked)
        self._play = self._button("play", self.tr("Play the search"))
        self._play.setCheckable(True)
        self._play.toggled.connect(self._on_play_toggled)
        self._forward = self._button("step-forward", self.tr("One level on"))
        self._forward.clicked.connect(self._on_forward_clicked)
        self._switch = QCheckBox(self.tr("Show on the image"))
        self._switch.setChecked(True)
        self._switch.toggled.connect(self._on_switch_toggled)
        self._cells: dict[str, tuple[QLabel, QLabel]] = {}
        self._lay_out()
        self.set_localization(None)

    def _button(self, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(SPACING // 2)
        for widget in (self._back, self._play, self._forward):
            controls.addWidget(widget)
        controls.addWidget(self._slider, 1)
        table = QGridLayout()
        table.setHorizontalSpacing(SPACING)
        table.setVerticalSpacing(SPACING // 2)
        table.setColumnStretch(1, 1)
        rows = (
            ("kept", KEPT_COLOR, Qt.PenStyle.SolidLine, 2.0, self.tr("Kept at this level")),
            ("pruned", PRUNED_COLOR, Qt.PenStyle.DashLine, 1.0, self.tr("Pruned at this level")),
            ("earlier", EARLIER_COLOR, Qt.PenStyle.SolidLine, 1.0, self.tr("Kept at earlier levels")),
        )
        for row, (name, color, style, width, text) in enumerate(rows):
            count, scores = QLabel(), QLabel()
            scores.setProperty("role", "muted")
            for label in (count, scores):
                label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._cells[name] = (count, scores)
            table.addWidget(_Swatch(color, style, width), row, 0)
            table.addWidget(QLabel(text), row, 1)
            table.addWidget(count, row, 2)
            table.addWidget(scores, row, 3)
        search, numbers = QVBoxLayout(), QVBoxLayout()
        search.addWidget(self._title)
        search.addWidget(self._chart, 1)
        search.addLayout(controls)
        numbers.addLayout(table)
        numbers.addWidget(self._switch)
        numbers.addStretch(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        self._halves.setSpacing(2 * SPACING)
        self._halves.addLayout(search, 1)
        self._halves.addLayout(numbers)

    @property
    def level(self) -> int:
        """The level shown."""
        return self._slider.value()

    def set_level(self, level: int) -> None:
        """Go to a level; the nearest where there is no such."""
        self._slider.setValue(level)

    def set_localization(self, localization: Localization | None, *, part: str = "") -> None:
        """Take over another search; the level stays where the new one is as deep.

        Args:
            localization: None where nothing was searched.
            part: what of the image was searched, in words; empty for all of it.
        """
        self._play.setChecked(False)
        self._trace = localization.trace if localization is not None else None
        self._slider.blockSignals(True)
        self._slider.setRange(0, self._trace.depth if self._trace is not None else 0)
        self._slider.blockSignals(False)
        for widget in (self._slider, self._play, self._back, self._forward, self._chart, self._switch):
            widget.setEnabled(self._trace is not None)
        self._chart.set_trace(self._trace)
        name = localization.class_name if localization is not None else ""
        self._name = f"{name}, {part}" if part else name
        self._has_localization = localization is not None
        self._refresh()

    def current_view(self) -> TraceView | None:
        """Return what the canvas should show now."""
        if self._trace is None or not self._switch.isChecked() or not self.isVisible():
            return None
        return trace_view(self._trace, self.level)

    def _refresh(self) -> None:
        self._chart.set_level(self.level)
        if self._trace is None:
            text = self.tr("This localizer does not search: there are no steps.")
            self._title.setText(text if self._has_localization else self.tr("No search for this image and class yet."))
            for count, scores in self._cells.values():
                count.setText("–")
                scores.setText("")
        else:
            title = self.tr("{name}: level {level} of {depth}")
            self._title.setText(title.format(name=self._name, level=self.level, depth=self._trace.depth))
            now = self._trace.level == self.level
            self._fill("kept", self._trace, now & self._trace.kept)
            self._fill("pruned", self._trace, now & ~self._trace.kept)
            self._fill("earlier", self._trace, (self._trace.level < self.level) & self._trace.kept)
        self._back.setEnabled(self._trace is not None and self.level > 0)
        self._forward.setEnabled(self._trace is not None and self.level < self._slider.maximum())
        self.view_changed.emit(self.current_view())

    def _fill(self, name: str, trace: SearchTrace, rows: np.ndarray) -> None:
        count, scores = self._cells[name]
        chosen = trace.probability()[rows]
        count.setText(str(len(chosen)))
        scores.setText(f"{chosen.min():.3f} – {chosen.max():.3f}" if len(chosen) else "")

    def _on_level_changed(self, level: int) -> None:  # noqa: ARG002
        self._refresh()

    def _on_back_clicked(self) -> None:
        self.set_level(self.level - 1)

    def _on_forward_clicked(self) -> None:
        self.set_level(self.level + 1)

    def _on_switch_toggled(self, on: bool) -> None:  # noqa: ARG002
        self.view_changed.emit(self.current_view())

    def _on_play_toggled(self, on: bool) -> None:
        self._play.setIcon(icon("pause" if on else "play"))
        if not on:
            self._timer.stop()
            return
        if self.level == self._slider.maximum():
            self.set_level(0)
        self._timer.start()

    def _on_time_out(self) -> None:
        self.set_level(self.level + 1)
        if self.level == self._slider.maximum():
            self._play.setChecked(False)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= SIDE_BY_SIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(direction)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.view_changed.emit(self.current_view())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._play.setChecked(False)
        self.view_changed.emit(None)


class _Swatch(QWidget):
    """A sample of a line as the canvas paints it."""

    def __init__(self, color: str, style: Qt.PenStyle, width: float) -> None:
        super().__init__()
        self._pen = QPen(QColor(color), max(width, 1.5))
        if style == Qt.PenStyle.DashLine:
            self._pen.setDashPattern([4, 3])
        self.setFixedSize(28, 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(58, 63, 72))
        painter.drawRoundedRect(self.rect(), 3, 3)
        painter.setPen(self._pen)
        painter.drawLine(4, 8, 24, 8)
        painter.end()
