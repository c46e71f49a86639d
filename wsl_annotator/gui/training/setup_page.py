"""The settings of a training, and what it will learn, before it starts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.training.class_table import ClassTable
from wsl_annotator.gui.training.code_memory import CodeMemory
from wsl_annotator.gui.training.plan import TrainPlan, plan_of_record
from wsl_annotator.gui.training.train_form import TrainForm
from wsl_annotator.networks.spec import is_code
from wsl_annotator.workflow.train_preview import TrainPreview
from wsl_annotator.workflow.train_record import OutState, TrainRecord, look_at

_LOOK_AFTER_MS = 150


class SetupPage(QWidget):
    """The form and the table of classes. `problem` says why nothing can start, in one plain sentence.

    Signals:
        changed: something that `problem`, `can_resume` or `plan` depend on.
    """

    changed = Signal()

    def __init__(self, memory: CodeMemory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._project = Path()
        self._previews: dict[bool, TrainPreview] = {}
        self._out_state = OutState(kind="free")
        self.form = TrainForm(memory)
        self.complete = QCheckBox(self.tr("A class that is not labelled in an image is not in it"))
        self.complete.setToolTip(self.tr("Else it is unknown there, and nothing is learned from it"))
        self.classes = ClassTable()
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._unfinished = QLabel()
        self._unfinished.setWordWrap(True)
        self._unfinished.setProperty("role", "warning")
        self._lay_out()
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._look.timeout.connect(self.look)
        self.form.changed.connect(self._on_changed)
        self.form.folder_changed.connect(self._look.start)
        self.complete.toggled.connect(self._on_changed)
        self._refresh()

    def _lay_out(self) -> None:
        head = QLabel(self.tr("What will be learned"))
        head.setProperty("role", "heading")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(head)
        right.addWidget(self.classes, 1)
        right.addWidget(self.complete)
        right.addWidget(self._summary)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.form)
        left.addWidget(self._unfinished)
        left.addStretch(1)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(28)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)

    # what is shown

    def show_project(self, project: Path, *, out: Path) -> None:
        """Begin with a project: its labels are not known yet."""
        self._project = project
        self._previews = {}
        self.classes.setRowCount(0)
        self.form.network.begin_in(project.absolute().parent)
        self.form.out.begin_in(project.absolute().parent)
        self.form.out.set_path(out)
        self.look()
        self._refresh()

    def show_previews(self, *, stated: TrainPreview, complete: TrainPreview) -> None:
        """Show the labels of the project: as they stand, and with what is not labelled taken as absent."""
        first = not self._previews
        self._previews = {False: stated, True: complete}
        state = self._out_state
        if first and state.record is not None and state.record.labels == complete.labels != stated.labels:
            self.complete.setChecked(True)
        self._refresh()

    @property
    def project(self) -> Path:
        """The project that is shown."""
        return self._project

    @property
    def preview(self) -> TrainPreview | None:
        """The labels as the check box reads them; None while they are read."""
        return self._previews.get(self.complete.isChecked())

    @Slot()
    def look(self) -> None:
        """Look again what is in the folder that the network goes to."""
        self._look.stop()
        self._out_state = look_at(self._out()) if self.form.out.path is not None else OutState(kind="free")
        self._refresh()

    def _out(self) -> Path:
        path = self.form.out.path or Path()
        return path if path.is_absolute() else self._project.parent / path

    @Slot()
    def _on_changed(self) -> None:
        self._refresh()

    def _refresh(self) -> None:
        preview = self.preview
        if preview is None:
            self._summary.setText(self.tr("Reading the labels …"))
        else:
            self.classes.show_preview(preview)
            self._summary.setText(self._sentence(preview))
        self._unfinished.setText(self._unfinished_sentence())
        self._unfinished.setVisible(bool(self._unfinished.text()))
        self.changed.emit()

    def _sentence(self, preview: TrainPreview) -> str:
        held = round(preview.images * self.form.share.value() / 100)
        text = self.tr("%n image(s) have labels", "", preview.images)
        if held:
            text += self.tr("; at least {0} of them are held out to choose the best epoch").format(held)
        text += "."
        if preview.left_out:
            text += " " + self.tr("%n labelled image(s) cannot be used.", "", len(preview.left_out))
            self._summary.setToolTip("\n".join(preview.left_out[:30]))
        else:
            self._summary.setToolTip("")
        return text

    def _unfinished_sentence(self) -> str:
        if self._out_state.kind != "unfinished":
            return ""
        record = self._out_state.record
        if record is None:
            return self.tr("There is an unfinished training in this folder.")
        text = self.tr("There is an unfinished training in this folder, stopped after epoch {0}").format(
            record.epochs_done
        )
        text += self.tr(" of {0}.").format(record.config.epochs) if record.config.epochs else "."
        if self.can_resume:
            return (
                text + " " + self.tr("Resume goes on with the settings that it had, to the same network, bit for bit.")
            )
        if self.preview is None:
            return text
        if self._resumed_labels() is None:
            return text + " " + self.tr("The labels have changed since, so it can only start over.")
        return (
            text
            + " "
            + self.tr("It runs {0}: choose this file and say that you trust it, then it can resume.").format(
                self._code(record)
            )
        )

    # what can be done

    def problem(self) -> str:
        """Return why a training cannot start, in one sentence with the remedy; empty where it can."""
        preview = self.preview
        if preview is None:
            return self.tr("Reading the labels …")
        if preview.images == 0:
            return self.tr("No image has a label yet: say in the class panel what is in some images, then train.")
        if not preview.learned:
            return self._nothing_to_learn(preview)
        if self.form.network.problem():
            return self.form.network.problem()
        return self._out_problem()

    def _nothing_to_learn(self, preview: TrainPreview) -> str:
        if len(preview.classes) == 1:
            only = preview.classes[0]
            if only.positive == 0:
                return self.tr("There is one class only, {0}, and no image has it: label some that do.").format(
                    only.name
                )
            return self.tr(
                "There is one class only, {0}, and no image is known to be without it: label some images as without it."
            ).format(only.name)
        if all(counts.positive == 0 for counts in preview.classes):
            return self.tr("No image is labelled with any class: label some that have one.")
        return self.tr(
            "No class can be learned, because no image is known to be without it: label some as without, or tick that "
            "what is not labelled is not there."
        )

    def _out_problem(self) -> str:
        if self.form.out.path is None:
            return self.tr("Choose the folder that the network goes to.")
        kind = self._out_state.kind
        if kind == "card":
            return self.tr("There is a finished network in {0}: choose another folder.").format(self._out())
        if kind == "busy":
            return self.tr("Another training is writing into this folder ({0}): choose another one.").format(
                in_users_language(self._out_state.holder)
            )
        if kind == "blocked":
            return self.tr("{0} cannot become a folder: choose another one.").format(self._out())
        return ""

    @property
    def unfinished(self) -> bool:
        """Whether the folder holds a checkpoint."""
        return self._out_state.kind == "unfinished"

    @property
    def can_resume(self) -> bool:
        """Whether it holds an unfinished training of the labels as they are now, by a network that may run."""
        record = self._out_state.record
        if record is None or self._resumed_labels() is None:
            return False
        code = self._code(record)
        network = self.form.network
        return not code or self._memory.knows(code) or (network.network == code and network.trust.isChecked())

    def _code(self, record: TrainRecord) -> str:
        """Return the file that an unfinished training runs; the folder it lies in may be anyone's."""
        network = record.network
        return network.code or (network.network if is_code(network.network) else "")

    def _resumed_labels(self) -> bool | None:
        """Return how the check box stood for the unfinished training; None where the labels are others."""
        record = self._out_state.record
        if self._out_state.kind != "unfinished" or record is None:
            return None
        return next((how for how, preview in self._previews.items() if preview.labels == record.labels), None)

    def resume_plan(self) -> TrainPlan:
        """Return the plan that goes on with the unfinished training; only where `can_resume`."""
        record, complete = self._out_state.record, self._resumed_labels()
        if record is None or complete is None:
            raise ValueError("there is nothing to resume")
        return plan_of_record(record, project=self._project, out=self._out(), complete=complete)

    def plan(self) -> TrainPlan:
        """Return what was chosen; it starts over where the folder holds an unfinished training."""
        return TrainPlan(
            project=self._project,
            out=self._out(),
            network=self.form.network.spec(),
            config=self.form.config(),
            device=self.form.device.currentText().strip() or "auto",
            complete=self.complete.isChecked(),
            restart=self.unfinished,
        )
