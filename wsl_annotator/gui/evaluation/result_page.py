"""What was measured: the main figures, a row a class, and what a reader must know."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout
from PySide6.QtWidgets import QWidget as Widget

from wsl_annotator.gui.evaluation.request import Summary
from wsl_annotator.gui.sentences import in_users_language

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOTES_SHOWN = 6
_PROPOSALS, _DRAWING = "proposals", "drawing"


class ResultPage(Widget):
    """Shows a `Summary`."""

    def __init__(self, parent: Widget | None = None) -> None:
        super().__init__(parent)
        self._against = QLabel()
        self._against.setWordWrap(True)
        self._against.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self.table = QTableWidget(0, len(self._columns()))
        self.table.setAccessibleName(self.tr("Measures of each class"))
        self.table.setHorizontalHeaderLabels([head for _, head, _ in self._columns()])
        for column, (_, _, tip) in enumerate(self._columns()):
            item = self.table.horizontalHeaderItem(column)
            item.setToolTip(tip)
            item.setTextAlignment(_RIGHT if column else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.notes = QLabel()
        self.notes.setWordWrap(True)
        self.notes.setAccessibleName(self.tr("What a reader must know"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._against)
        box.addLayout(self._cards)
        box.addWidget(self.notes)
        box.addWidget(self.table, 1)

    def _columns(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("name", self.tr("Class"), ""),
            ("images", self.tr("Images"), self.tr("images that show the class")),
            ("objects", self.tr("Objects"), self.tr("true boxes")),
            ("classification_ap", self.tr("Classification"), self.tr("average precision of whole images, %")),
            ("point_share", self.tr("Points right"), self.tr("points inside an object of their class, %")),
            ("point_ap", self.tr("Point AP"), self.tr("average precision of points, ranked by class score, %")),
            ("point_ap_18", self.tr("AP, 18 px off"), self.tr("the same where a point may miss by 18 pixels, %")),
            ("corloc", self.tr("CorLoc"), self.tr("images whose best box exceeds IoU 0.5, %")),
            ("ap50", self.tr("AP50"), self.tr("average precision of boxes above IoU 0.5, %")),
            ("coco_ap", self.tr("COCO AP"), self.tr("mean over IoU .50 to .95, %")),
            ("seconds", self.tr("s a box"), self.tr("simulated annotator, good enough at IoU 0.7")),
        )

    def show_summary(self, summary: Summary) -> None:
        """Show what was measured."""
        images = self.tr("%n image(s)", "", summary.images)
        self._against.setText(self.tr("{0}, against {1}.").format(images, in_users_language(summary.truth)))
        self._show_cards(summary)
        sentences = [*summary.notes, *summary.skipped]
        lines = [f"•  {in_users_language(text)}" for text in sentences[:_NOTES_SHOWN]]
        if len(sentences) > _NOTES_SHOWN:
            lines.append("•  " + self.tr("and %n more, in the page", "", len(sentences) - _NOTES_SHOWN))
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
        mean = {**summary.mean, "seconds": summary.seconds_a_box.get(_PROPOSALS)}
        rows = [*summary.classes.items(), (self.tr("mean"), mean)]
        self.table.setRowCount(len(rows))
        for row, (name, figures) in enumerate(rows):
            for column, (measure, _, _) in enumerate(self._columns()):
                # a mean of counts says nothing
                text = _cell(measure, figures[measure]) if measure in figures else ""
                item = QTableWidgetItem(text if column else name)
                if column:
                    item.setTextAlignment(_RIGHT)
                if row == len(rows) - 1:
                    font = item.font()
                    font.setBold(True)
                    item.setFont(font)
                self.table.setItem(row, column, item)

    def _show_cards(self, summary: Summary) -> None:
        while self._cards.count():
            self._cards.takeAt(0).widget().deleteLater()
        drawing = _cell("seconds", summary.seconds_a_box.get(_DRAWING))
        for measure, value, text in (
            ("seconds", summary.seconds_a_box.get(_PROPOSALS), self.tr("s a box; {0} s by hand").format(drawing)),
            ("point_share", summary.mean.get("point_share"), self.tr("% of points right")),
            ("corloc", summary.mean.get("corloc"), self.tr("% CorLoc")),
            ("ap50", summary.mean.get("ap50"), self.tr("% box AP50")),
            ("point_ap", summary.mean.get("point_ap"), self.tr("% point AP")),
        ):
            self._cards.addWidget(_card(_cell(measure, value), text))


def _card(value: str, text: str) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "card")
    number = QLabel(value)
    number.setProperty("role", "title")
    label = QLabel(text)
    label.setProperty("role", "muted")
    box = QVBoxLayout(frame)
    box.setContentsMargins(12, 8, 12, 8)
    box.setSpacing(0)
    box.addWidget(number)
    box.addWidget(label)
    return frame


def _cell(measure: str, value: float | None) -> str:
    if value is None:
        return "–"
    if measure in ("images", "objects"):
        return f"{value:,}"
    return f"{value if measure == 'seconds' else 100 * value:.1f}"
