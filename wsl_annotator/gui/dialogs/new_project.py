"""Asks what a new project is made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from wsl_annotator.gui.dialogs.parts import FormDialog, PathField
from wsl_annotator.workflow.new_project import PROJECT_SUFFIX


@dataclass(frozen=True, slots=True)
class NewProjectRequest:
    """What the user wants."""

    path: Path
    images: Path
    labels: Path | None
    classes: tuple[str, ...]


class NewProjectDialog(FormDialog):
    """Images, labels, classes, and where the project file goes."""

    def __init__(
        self, *, images: Path | None = None, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.set_texts(
            self.tr("New project"),
            self.tr("The images stay where they are and are never changed. Everything else is in the project file."),
            self.tr("Make the project"),
        )
        self.images = PathField("folder", title=self.tr("Folder of images"))
        self.labels = PathField("either", title=self.tr("Image-level labels"))
        kinds = self.tr("Optional: CSV, ImageSets/Main, VOC, COCO, a folder a class")
        self.labels.line.setPlaceholderText(kinds)
        self.labels.line.setMinimumWidth(self.fontMetrics().horizontalAdvance(kinds) + 32)
        self.classes = QLineEdit()
        self.classes.setPlaceholderText(self.tr("Optional: cat, dog, …"))
        self.classes.setAccessibleName(self.tr("Classes"))
        self.path = PathField(
            "save", title=self.tr("Project file"), pattern=self.tr("Projects (*{0})").format(PROJECT_SUFFIX)
        )
        self.form.addRow(self.tr("Images"), self.images)
        self.form.addRow(self.tr("Labels"), self.labels)
        self.form.addRow(self.tr("Classes"), self.classes)
        self.form.addRow(self.tr("Project file"), self.path)
        if folder is not None:
            for field in (self.images, self.labels, self.path):
                field.begin_in(folder)
        self._suggested = ""
        self.images.changed.connect(self._on_images_changed)
        self.labels.changed.connect(self._check)
        self.path.changed.connect(self._check)
        if images is not None:
            self.images.set_path(images)
        self._check()

    def request(self) -> NewProjectRequest:
        """Return what was asked for; only after it was accepted."""
        path, images = self.path.path, self.images.path
        if path is None or images is None:
            raise ValueError("the dialog was not accepted")
        if path.suffix != PROJECT_SUFFIX:
            path = path.with_name(path.name + PROJECT_SUFFIX)
        names = [name.strip() for name in self.classes.text().split(",")]
        return NewProjectRequest(path, images, self.labels.path, tuple(dict.fromkeys(name for name in names if name)))

    def _on_images_changed(self) -> None:
        images = self.images.path
        if images is not None:
            self.labels.begin_in(images.parent)
        if images is not None and self.path.line.text() == self._suggested:
            self._suggested = str(images.parent / f"{images.name}{PROJECT_SUFFIX}")
            self.path.set_path(self._suggested)
        self._check()

    def _check(self) -> None:
        images, labels, path = self.images.path, self.labels.path, self.path.path
        problem = ""
        if images is None:
            problem = self.tr("Choose the folder of images.")
        elif not images.is_dir():
            problem = self.tr("There is no folder {0}.").format(images)
        elif labels is not None and not labels.exists():
            problem = self.tr("There is no {0}.").format(labels)
        elif path is None:
            problem = self.tr("Choose where the project file goes.")
        elif path.exists() or path.with_name(path.name + PROJECT_SUFFIX).exists():
            problem = self.tr("There is already a file at {0}: choose another name, or open it.").format(path)
        self.set_problem(problem, missing=images is None or path is None)
