"""What an evaluation is held against, and where its page goes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from wsl_annotator.gui.dialogs.parts import Choice, PathField
from wsl_annotator.gui.evaluation.request import EvaluationRequest


class SetupPage(QWidget):
    """The choices. `changed` comes with each of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = Path()
        self.own = QRadioButton(self.tr("The boxes that people accepted, adjusted or drew in this project"))
        self.verified = QCheckBox(self.tr("only in images that are verified, so that no object is missing"))
        self.verified.setChecked(True)
        self._anchored = self._muted(
            self.tr(
                "These boxes were made with the proposals in view, so the figures flatter the proposals a little. "
                "Boxes that were drawn without seeing them tell more."
            )
        )
        self.file = QRadioButton(self.tr("A file or folder of true boxes: COCO JSON or Pascal VOC XML"))
        self.truth = PathField("either", title=self.tr("True boxes"), pattern=self.tr("Annotations (*.json *.xml)"))
        self.profile = Choice()
        self.profile.setAccessibleName(self.tr("VOC coordinates"))
        self.profile.addItem(self.tr("as the VOC specification: from 1, inclusive"), "spec")
        self.profile.addItem(self.tr("from 0"), "zero-based")
        self.interpolation = Choice()
        self.interpolation.setAccessibleName(self.tr("Average precision"))
        self.interpolation.addItem(self.tr("area under the curve (VOC 2010 and later)"), "area")
        self.interpolation.addItem(self.tr("at 11 points (VOC 2007)"), "11")
        self.page = PathField("save", title=self.tr("Page"), pattern=self.tr("Web pages (*.html)"))
        self._replaced = self._muted(self.tr("The page that is there will be replaced."))
        self._lay_out()
        self.own.setChecked(True)
        for button in (self.own, self.file):
            button.toggled.connect(self._on_changed)
        self.verified.toggled.connect(self._on_changed)
        self.truth.changed.connect(self._on_changed)
        self.page.changed.connect(self._on_changed)
        self._on_changed()

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        own = self._indented(self.verified, self._anchored)
        truth_form = QFormLayout()
        truth_form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        truth_form.setHorizontalSpacing(16)
        truth_form.setVerticalSpacing(10)
        truth_form.addRow(self.tr("Where"), self.truth)
        truth_form.addRow(self.tr("VOC coordinates"), self.profile)
        truth = QWidget()
        truth.setLayout(truth_form)
        truth_form.setContentsMargins(28, 0, 0, 0)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("Average precision"), self.interpolation)
        form.addRow(self.tr("Page"), self.page)
        form.addRow("", self._replaced)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.own)
        box.addWidget(own)
        box.addSpacing(8)
        box.addWidget(self.file)
        box.addWidget(truth)
        box.addSpacing(16)
        box.addLayout(form)
        box.addStretch(1)
        self._own_part, self._file_part = own, truth

    def _indented(self, *widgets: QWidget) -> QWidget:
        part = QWidget()
        box = QVBoxLayout(part)
        box.setContentsMargins(28, 0, 0, 0)
        box.setSpacing(6)
        for widget in widgets:
            box.addWidget(widget)
        return part

    def set_project(self, project: Path) -> None:
        """Offer to evaluate a project; choices of another one are forgotten but for the way of measuring."""
        if project == self._project:
            self._on_changed()
            return
        self._project = project
        for field in (self.truth, self.page):
            field.begin_in(project.absolute().parent)
        self.page.set_path(project.with_name(f"{project.stem}-evaluation.html"))
        self.truth.set_path("")
        self.own.setChecked(True)

    @property
    def problem(self) -> str:
        """Why nothing can be evaluated yet; empty where it can."""
        if self.file.isChecked():
            truth = self.truth.path
            if truth is None:
                return self.tr("Choose a file or folder of true boxes.")
            if not truth.exists():
                return self.tr("There is no {0}.").format(truth)
        page = self.page.path
        if page is None:
            return self.tr("Choose where the page goes.")
        if page.is_dir():
            return self.tr("{0} is a folder; give a file name such as report.html.").format(page)
        return ""

    def request(self) -> EvaluationRequest:
        """Return what was chosen; only where there is no problem."""
        page = self.page.path
        if page is None:
            raise ValueError("the page has a problem")
        return EvaluationRequest(
            project=self._project.absolute(),
            truth=self.truth.path if self.file.isChecked() else None,
            page=page.absolute(),
            verified_only=self.verified.isChecked(),
            profile=self.profile.currentData(),
            interpolation=self.interpolation.currentData(),
        )

    def _on_changed(self) -> None:
        self._own_part.setEnabled(self.own.isChecked())
        self._file_part.setEnabled(self.file.isChecked())
        page = self.page.path
        self._replaced.setVisible(page is not None and page.is_file())
        self.changed.emit()
