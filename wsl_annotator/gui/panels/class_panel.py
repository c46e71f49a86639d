"""The class panel: every class with its label in this image and its threshold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from wsl_annotator.gui.models.class_model import ClassModel
from wsl_annotator.gui.panels.all_thresholds import AllThresholds
from wsl_annotator.gui.panels.class_row import ClassRowWidget


class ClassPanel(QWidget):
    """Shows a `ClassModel` as one widget a row, under a slider for all.

    Signals:
        thresholds_set: class id -> what a person chose, of one class or of all; told before `threshold_set` and before
            `all_thresholds.value_set` are heard elsewhere.
    """

    class_picked = Signal(int)
    label_chosen = Signal(int, object)
    threshold_moved = Signal(int, float)
    threshold_set = Signal(int, float)
    thresholds_set = Signal(object)
    suggestion_taken = Signal(int)

    def __init__(self, model: ClassModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._current = 0
        self._widgets: list[ClassRowWidget] = []
        self.add_button = QToolButton()
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._hint = QLabel(self.tr("No classes yet. Add one to draw boxes."))
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(12, 12, 12, 12)
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(0, 4, 0, 4)
        self._box.setSpacing(0)
        self._box.addWidget(self._hint)
        self._box.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 4, 8, 4)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.all_thresholds = AllThresholds()
        outer.addWidget(self.all_thresholds)
        outer.addWidget(self._area, 1)
        outer.addLayout(foot)
        self.setAccessibleName(self.tr("Classes"))
        self.threshold_set.connect(self._on_threshold_set)
        self.all_thresholds.value_set.connect(self._on_all_set)
        model.modelReset.connect(self._on_model_reset)
        model.dataChanged.connect(self._on_data_changed)

    def set_current(self, class_id: int) -> None:
        """Mark the current class and bring it into view."""
        if class_id == self._current:
            return
        self._current = class_id
        for at, widget in enumerate(self._widgets):
            row = self._model.row(at)
            widget.set_current(current=row.id == class_id)
            if row.id == class_id:
                self._area.ensureWidgetVisible(widget, 0, 8)

    def row_widget(self, class_id: int) -> ClassRowWidget | None:
        """Return the widget of a class, or None."""
        ids = [row.id for row in self._model.rows()]
        return self._widgets[ids.index(class_id)] if class_id in ids else None

    def is_dragging(self) -> bool:
        """Return whether a threshold is being dragged."""
        sliders = (self.all_thresholds.slider, *(widget.slider for widget in self._widgets))
        return any(slider.isSliderDown() for slider in sliders)

    def _on_threshold_set(self, class_id: int, value: float) -> None:
        self.thresholds_set.emit({class_id: value})

    def _on_all_set(self, value: float) -> None:
        self.thresholds_set.emit({row.id: value for row in self._model.rows()})

    def _on_model_reset(self) -> None:
        for widget in self._widgets:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        for row in self._model.rows():
            widget = ClassRowWidget()
            widget.picked.connect(self.class_picked)
            widget.label_chosen.connect(self.label_chosen)
            widget.threshold_moved.connect(self.threshold_moved)
            widget.threshold_set.connect(self.threshold_set)
            widget.suggestion_taken.connect(self.suggestion_taken)
            widget.show_row(row, current=row.id == self._current)
            self._box.insertWidget(self._box.count() - 1, widget)
            self._widgets.append(widget)
        self._hint.setVisible(not self._widgets)
        self.all_thresholds.show_rows(self._model.rows())

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for at in range(first.row(), last.row() + 1):
            row = self._model.row(at)
            self._widgets[at].show_row(row, current=row.id == self._current)
        self.all_thresholds.show_rows(self._model.rows())
