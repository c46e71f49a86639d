"""A trained network: how good it is for each class, which classes come together, and how it learned."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.gui.panels.thin_bar import ThinBar
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.gui.training.class_table import RIGHT
from wsl_annotator.gui.training.cooccurrence_view import CooccurrenceView
from wsl_annotator.gui.training.history_charts import HistoryCharts
from wsl_annotator.workflow.train_figures import CardFigures


class CardView(QWidget):
    """What one card says. Its folder and a line of facts above three tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = QLabel()
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.precisions = self._table()
        self.cooccurrence = CooccurrenceView()
        self.charts = HistoryCharts()
        self._alpha = QLabel()
        self._alpha.setWordWrap(True)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.precisions, self.tr("Figures per class"))
        self.tabs.addTab(self._cooccurrence_tab(), self.tr("Co-occurrence"))
        self.tabs.addTab(self._padded(self.charts), self.tr("Curves"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._facts)
        box.addWidget(self.tabs, 1)

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels(
            [self.tr("Class"), self.tr("Images with it"), self.tr("Held-out AP"), self.tr("0 to 1")]
        )
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Average precision of each class"))
        for column in (1, 2):
            table.horizontalHeaderItem(column).setTextAlignment(RIGHT)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        return table

    def _padded(self, widget: QWidget) -> QWidget:
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(widget)
        return page

    def _cooccurrence_tab(self) -> QWidget:
        explain = QLabel(
            self.tr(
                "Each number is p(row | column): of the training images with the class of the column, the share that "
                "has the class of the row too."
            )
        )
        explain.setWordWrap(True)
        explain.setProperty("role", "muted")
        legend = QHBoxLayout()
        legend.setSpacing(6)
        legend.addWidget(QLabel(self.tr("0 never")))
        legend.addWidget(_Scale())
        legend.addWidget(QLabel(self.tr("1 always")))
        legend.addStretch(1)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 8, 0, 0)
        box.setSpacing(8)
        box.addWidget(explain)
        box.addWidget(self.cooccurrence, 1)
        box.addLayout(legend)
        box.addWidget(self._alpha)
        return page

    def show_card(self, card: CardFigures) -> None:
        """Show a card."""
        self._facts.setText(self._sentence(card))
        self.precisions.setRowCount(len(card.classes))
        for row, name in enumerate(card.classes):
            value = card.average_precision[name]
            self._put(row, 0, name)
            self._put(row, 1, f"{card.positives[name]:,}", right=True)
            self._put(row, 2, self.tr("not measured") if value is None else f"{value:.3f}", right=True)
            self.precisions.setCellWidget(row, 3, _bar(value))
        self.cooccurrence.set_matrix(card.classes, card.cooccurrence)
        self._alpha.setText(self._alpha_sentence(card))
        self.charts.show_history(card.history)

    def _put(self, row: int, column: int, text: str, *, right: bool = False) -> None:
        item = QTableWidgetItem(text)
        if right:
            item.setTextAlignment(RIGHT)
        self.precisions.setItem(row, column, item)

    def _sentence(self, card: CardFigures) -> str:
        figure = self.tr("not measured") if card.validation_map is None else f"{card.validation_map:.3f}"
        parts = [
            self.tr("mAP {0} on %n held-out image(s)", "", card.held_out).format(figure),
            self.tr("learned from %n image(s)", "", card.images),
            self.tr("started from {0}").format(card.base),
            self.tr("frozen features") if card.freeze == "features" else self.tr("the whole network learned"),
            self.tr("epoch {0} of {1}").format(card.best_epoch, card.epochs)
            + (self.tr(" (ended early)") if card.stopped_early else ""),
        ]
        return " · ".join(parts) + f"\n{card.folder}"

    def _alpha_sentence(self, card: CardFigures) -> str:
        if not card.cooccurrence:
            return self.tr("This card has no co-occurrence.")
        figures = dict(card.map_by_alpha)
        if not figures:
            return self.tr("alpha {0:g}: too little was held out to choose it, so it changes nothing.").format(
                card.alpha
            )
        if card.alpha == 0:
            return self.tr(
                "alpha 0: raising a class by those that come with it did not help on the held-out images (mAP {0:.3f})."
            ).format(figures.get(0.0, 0.0))
        return self.tr("alpha {0:g}: held-out mAP {1:.3f} with co-occurrence in the ranking, {2:.3f} without.").format(
            card.alpha, figures.get(card.alpha, 0.0), figures.get(0.0, 0.0)
        )


def _bar(value: float | None) -> QWidget:
    holder = QWidget()
    box = QHBoxLayout(holder)
    box.setContentsMargins(12, 0, 12, 0)
    bar = ThinBar()
    bar.set_share(value or 0.0)
    box.addWidget(bar)
    return holder


class _Scale(QWidget):
    """The colours of the heat map from 0 to 1."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(160, 14)

    def paintEvent(self, _: QPaintEvent) -> None:
        colors = theme_colors()
        gradient = QLinearGradient(0, 0, self.width(), 0)
        gradient.setColorAt(0, QColor(colors.base))
        gradient.setColorAt(1, QColor(colors.accent))
        painter = QPainter(self)
        painter.setPen(QColor(colors.border))
        painter.setBrush(gradient)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
