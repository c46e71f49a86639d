"""The statistics page: what was decided on proposals, how long it took, what it saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.core.progress import format_duration
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS
from wsl_annotator.gui.dialogs.parts import widen
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.statistics.bars import BarRow, Bars
from wsl_annotator.workflow.pace import IDLE_S
from wsl_annotator.workflow.statistics import ENOUGH_DRAWN, ClassWork, Saving, Statistics

_STATES = (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.REJECTED, BoxState.DRAWN)


class StatisticsPage(QDialog):
    """Shows statistics; stays open beside the work.

    Signals:
        refresh_wanted: read them again.
        export_wanted: write them as CSV.
    """

    refresh_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Statistics"))
        self.resize(900, 760)
        legend = (self.tr("accepted"), self.tr("adjusted"), self.tr("rejected"), self.tr("drawn"))
        self._numbers = QGridLayout()
        self._numbers.setHorizontalSpacing(12)
        self.decisions = Bars(legend, self.tr("Boxes of each class by state"))
        self.times = Bars((self.tr("active seconds a finished box"),), self.tr("Active seconds a box of each class"))
        self.table = self._make_table()
        self.savings = QLabel()
        self.savings.setWordWrap(True)
        self.savings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = QLabel(
            self.tr(
                "Active time is counted from input to input; of a break only {0} s count. It includes rejected "
                "proposals. IoU compares the proposal with the box that was kept; the correction is the length of all "
                "edge moves over the box's diagonal. Imported boxes are not counted as work."
            ).format(f"{IDLE_S:.0f}")
        )
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(10)
        box.addLayout(self._numbers)
        self._heads: dict[QWidget, QLabel] = {}
        for title, widget in (
            (self.tr("What became of the boxes"), self.decisions),
            (self.tr("Time a box"), self.times),
            (self.tr("What proposals saved"), self.savings),
            (self.tr("Classes"), self.table),
        ):
            head = QLabel(title)
            head.setProperty("role", "heading")
            box.addSpacing(6)
            box.addWidget(head)
            box.addWidget(widget)
            self._heads[widget] = head
        box.addWidget(note)
        box.setStretchFactor(self.table, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setAccessibleName(self.tr("Statistics"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        refresh = buttons.addButton(self.tr("Refresh"), QDialogButtonBox.ButtonRole.ActionRole)
        export = buttons.addButton(self.tr("Export CSV…"), QDialogButtonBox.ButtonRole.ActionRole)
        for button in buttons.buttons():
            button.setIcon(QIcon())
            widen(button)
            button.setAutoDefault(False)
        refresh.clicked.connect(self.refresh_wanted)
        export.clicked.connect(self.export_wanted)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(scroll, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 0, 20, 0)
        foot.addWidget(buttons)
        outer.addLayout(foot)

    def _make_table(self) -> QTableWidget:
        columns = (
            *(self.tr("Class"), self.tr("Images"), self.tr("Accepted"), self.tr("Adjusted"), self.tr("Rejected")),
            *(self.tr("Drawn"), self.tr("Accept rate"), self.tr("Mean IoU"), self.tr("Correction"), self.tr("Time")),
        )
        table = QTableWidget(0, len(columns))
        table.setHorizontalHeaderLabels(columns)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Statistics of each class"))
        table.setMinimumHeight(150)
        return table

    def show_statistics(self, statistics: Statistics) -> None:
        """Show other figures."""
        self._show_numbers(statistics)
        used = [work for work in statistics.classes if sum(work.states.values())]
        self.decisions.set_rows([self._decision_row(work) for work in used])
        timed = [work for work in used if work.measured_boxes]
        for chart, shown in ((self.decisions, used), (self.times, timed)):
            # A legend without a bar looks like a fault.
            chart.setVisible(bool(shown))
            self._heads[chart].setVisible(bool(shown))
        self.times.set_rows(
            [_time_row(work) for work in timed],
            line=(DEFAULT_COSTS.draw_s, self.tr("drawing: {0} s").format(f"{DEFAULT_COSTS.draw_s:g}")),
        )
        self.savings.setText(self._savings_text(statistics.savings))
        self.table.setRowCount(len(statistics.classes))
        for row, work in enumerate(statistics.classes):
            for column, text in enumerate(_cells(work)):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)

    def _show_numbers(self, statistics: Statistics) -> None:
        while (item := self._numbers.takeAt(0)) is not None:
            item.widget().deleteLater()
        verified = statistics.statuses.get(ImageStatus.VERIFIED, 0)
        total = sum(statistics.statuses.values())
        boxes = sum(work.final for work in statistics.classes)
        share = statistics.savings[0].share if statistics.savings else None
        numbers = (
            (format_duration(statistics.seconds), self.tr("active time")),
            (f"{verified} / {total}", self.tr("images verified")),
            (str(boxes), self.tr("boxes made here")),
            ("–" if share is None else f"{abs(share):.0%}", self._share_text(share)),
        )
        for column, (number, what) in enumerate(numbers):
            self._numbers.addWidget(_card(number, what), 0, column)

    def _share_text(self, share: float | None) -> str:
        lost = share is not None and share < 0
        return self.tr("more than drawing takes") if lost else self.tr("saved against drawing")

    def _decision_row(self, work: ClassWork) -> BarRow:
        parts = tuple(float(work.states.get(state, 0)) for state in _STATES)
        usable = "" if work.usable is None else self.tr(", {0} of proposals usable").format(f"{work.usable:.0%}")
        return BarRow(work.name, parts, f"{sum(parts):.0f}{usable}")

    def _savings_text(self, savings: tuple[Saving, ...]) -> str:
        told = [saving for saving in savings if saving.share is not None]
        if not told:
            return self.tr("Nothing was measured yet: accept, adjust or draw boxes.")
        lines = [
            self.tr("{0} boxes took {1}. Drawing all of them at {2} s a box takes {3} ({4}): {5}.").format(
                saving.boxes,
                format_duration(saving.spent_s),
                f"{saving.drawing_s:.1f}",
                format_duration(saving.estimate_s),
                in_users_language(saving.source),
                (self.tr("{0} lost") if (saving.share or 0.0) < 0 else self.tr("{0} saved")).format(
                    f"{abs(saving.share or 0.0):.0%}"
                ),
            )
            for saving in told
        ]
        if len(told) < 3:
            lines.append(
                self.tr("After {0} boxes drawn without a proposal your own time is compared too.").format(ENOUGH_DRAWN)
            )
        return "\n".join(lines)


def _card(number: str, what: str) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    box = QVBoxLayout(card)
    box.setContentsMargins(14, 10, 14, 10)
    top, below = QLabel(number), QLabel(what)
    top.setProperty("role", "title")
    below.setProperty("role", "muted")
    box.addWidget(top)
    box.addWidget(below)
    return card


def _time_row(work: ClassWork) -> BarRow:
    seconds = work.seconds / work.measured_boxes
    return BarRow(work.name, (seconds,), f"{seconds:.1f} s")


def _cells(work: ClassWork) -> tuple[str, ...]:
    return (
        work.name,
        str(work.images),
        *(str(work.states.get(state, 0)) for state in _STATES),
        "–" if work.acceptance is None else f"{work.acceptance:.0%}",
        "–" if work.mean_iou is None else f"{work.mean_iou:.2f}",
        "–" if work.mean_correction is None else f"{work.mean_correction:.2f}",
        format_duration(work.seconds),
    )
