"""The network's probability of a class: a short bar, the number, and a mark where it speaks against the label."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wsl_annotator.core.labels import LabelState
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.plain_tip import plain_tip
from wsl_annotator.gui.theme import theme_colors
from wsl_annotator.workflow.doubt import doubts_label

_BAR = 36
_GAP = 5
_MARK = 14


class ScoreBar(QWidget):
    """Takes no room where the class was not searched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[float | None, LabelState, str] | None = None
        self._score: float | None = None
        self.doubtful = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setVisible(False)

    def show_score(self, score: float | None, label: LabelState, *, class_name: str) -> None:
        """Show a probability in [0, 1], None for nothing, beside a label."""
        if self._shown == (score, label, class_name):
            return
        self._shown = (score, label, class_name)
        self._score = score
        self.doubtful = doubts_label(label, score)
        self.setVisible(score is not None)
        text = self._said(class_name)
        self.setToolTip(plain_tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _said(self, class_name: str) -> str:
        if self._score is None:
            return ""
        chance = f"{self._score:.0%}"
        if self.doubtful:
            return self.tr("The network gives {0} {1}, against the label: worth a second look").format(
                class_name, chance
            )
        return self.tr("The network gives {0} {1} to be in the image").format(class_name, chance)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(_BAR + _GAP + metrics.horizontalAdvance("100%") + _GAP + _MARK, metrics.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._score is None:
            return
        colors = theme_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        bar = QRectF(_MARK + _GAP, middle - 3, _BAR, 6)
        painter.setBrush(QColor(colors.border))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(QColor(colors.warning if self.doubtful else colors.accent))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * self._score), bar.height()), 3, 3)
        if self.doubtful:
            icon("warning").paint(painter, QRect(0, round(middle - _MARK / 2), _MARK, _MARK))
        painter.setPen(QColor(colors.text if self.doubtful else colors.muted))
        left = round(bar.right()) + _GAP
        place = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, f"{self._score:.0%}")
        painter.end()
