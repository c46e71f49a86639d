"""Under the filter: what comes first in the review queue, class by class or not, and sorting again."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from wsl_annotator.gui.icons import icon
from wsl_annotator.workflow.queue import QueueMode, QueueOrder, QueuePlan

_ORDERS = (
    (QueueOrder.NAME, QT_TRANSLATE_NOOP("QueueBar", "By file name")),
    (QueueOrder.CONFIDENT, QT_TRANSLATE_NOOP("QueueBar", "Surest first")),
    (QueueOrder.UNSURE, QT_TRANSLATE_NOOP("QueueBar", "Least sure first")),
    (QueueOrder.MARGIN, QT_TRANSLATE_NOOP("QueueBar", "Most undecided first")),
    (QueueOrder.DISAGREEMENT, QT_TRANSLATE_NOOP("QueueBar", "Doubtful labels first")),
    (QueueOrder.BOXES, QT_TRANSLATE_NOOP("QueueBar", "Most boxes first")),
    (QueueOrder.RANDOM, QT_TRANSLATE_NOOP("QueueBar", "Random audit")),
)
_TIPS = {
    QueueOrder.NAME: QT_TRANSLATE_NOOP("QueueBar", "In the order of the files' names"),
    QueueOrder.CONFIDENT: QT_TRANSLATE_NOOP("QueueBar", "Where the network is surest of a class: the easy ones"),
    QueueOrder.UNSURE: QT_TRANSLATE_NOOP("QueueBar", "Where the network is least sure of a class"),
    QueueOrder.MARGIN: QT_TRANSLATE_NOOP("QueueBar", "Where the probability of a class is nearest to one half"),
    QueueOrder.DISAGREEMENT: QT_TRANSLATE_NOOP("QueueBar", "Where the network speaks most against a label"),
    QueueOrder.BOXES: QT_TRANSLATE_NOOP("QueueBar", "Where there are most boxes and proposals"),
    QueueOrder.RANDOM: QT_TRANSLATE_NOOP("QueueBar", "A repeatable random order; sorting again draws another one"),
}


class QueueBar(QWidget):
    """Emits `plan_chosen` when the order is chosen, also when the same one is chosen again."""

    plan_chosen = Signal(object)

    def __init__(self, resort: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = QueuePlan()
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order of the images"))
        self.order.setMinimumContentsLength(10)
        for order, text in _ORDERS:
            self.order.addItem(QCoreApplication.translate("QueueBar", text), order)
            tip = QCoreApplication.translate("QueueBar", _TIPS[order])
            self.order.setItemData(self.order.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.by_class = self._switch(
            "class",
            self.tr("Class by class"),
            self.tr("All images of one class, then those of the next; else each image with all its classes"),
        )
        self.jump = self._switch(
            "step-forward",
            self.tr("Jump over finished images"),
            self.tr("After a verified or skipped image, go to the next that is neither"),
        )
        self.again = QToolButton()
        self.again.setDefaultAction(resort)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.order, 1)
        for button in (self.by_class, self.jump, self.again):
            box.addWidget(button)
        self.order.activated.connect(self._on_chosen)
        self.by_class.toggled.connect(self._on_chosen)
        self._show_tip()

    def _switch(self, icon_name: str, name: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(icon_name))
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(f"<b>{name}</b><br>{tip}")
        return button

    @property
    def plan(self) -> QueuePlan:
        """What is chosen."""
        return self._plan

    def next_seed(self) -> QueuePlan:
        """Return what is chosen, with another draw where the order is random."""
        if self._plan.order is QueueOrder.RANDOM:
            self._plan = QueuePlan(order=self._plan.order, mode=self._plan.mode, seed=self._plan.seed + 1)
            self._show_tip()
        return self._plan

    def set_plan(self, plan: QueuePlan) -> None:
        """Show a plan without telling."""
        blocked = self.by_class.blockSignals(True)
        self.by_class.setChecked(plan.mode is QueueMode.CLASS_FIRST)
        self.by_class.blockSignals(blocked)
        self.order.setCurrentIndex(self.order.findData(plan.order))
        self._plan = plan
        self._show_tip()

    def _on_chosen(self) -> None:
        mode = QueueMode.CLASS_FIRST if self.by_class.isChecked() else QueueMode.IMAGE_FIRST
        order = QueueOrder(self.order.currentData())
        self._plan = QueuePlan(order=order, mode=mode, seed=self._plan.seed)
        self._show_tip()
        self.plan_chosen.emit(self._plan)

    def _show_tip(self) -> None:
        tip = QCoreApplication.translate("QueueBar", _TIPS[self._plan.order])
        if self._plan.order is QueueOrder.RANDOM:
            tip += "<br>" + self.tr("Draw number {0}").format(self._plan.seed)
        self.order.setToolTip(tip)
