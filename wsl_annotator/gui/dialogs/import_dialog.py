"""Asks what is imported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wsl_annotator.gui.dialogs.parts import Choice, FormDialog, PathField


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """What the user wants."""

    path: Path
    labels_only: bool
    profile: str
    orientation: str = "upright"


class ImportDialog(FormDialog):
    """A file or folder, and whether its boxes are wanted."""

    def __init__(self, *, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_texts(
            self.tr("Import labels or boxes"),
            self.tr(
                "Image-level labels: CSV, ImageSets/Main, one folder a class. Labels or boxes: VOC XML, COCO JSON. "
                "Importing the same thing again changes nothing, and Ctrl+Z takes an import back."
            ),
            self.tr("Import"),
        )
        self.path = PathField("either", title=self.tr("File or folder"))
        if folder is not None:
            self.path.begin_in(folder)
        self.what = Choice()
        self.what.addItem(self.tr("image-level labels only"), True)
        self.what.addItem(self.tr("boxes, and the labels that follow from them"), False)
        self.what.setAccessibleName(self.tr("What to take"))
        self.profile = Choice()
        self.profile.addItem(self.tr("as the VOC specification: from 1, inclusive"), "spec")
        self.profile.addItem(self.tr("from 0"), "zero-based")
        self.profile.setAccessibleName(self.tr("VOC coordinates"))
        self.orientation = Choice()
        self.orientation.addItem(self.tr("upright, as they are shown"), "upright")
        self.orientation.addItem(self.tr("as stored, from programs without EXIF"), "sensor")
        self.orientation.setAccessibleName(self.tr("Boxes of turned photos"))
        self.form.addRow(self.tr("From"), self.path)
        self.form.addRow(self.tr("Take"), self.what)
        self.form.addRow(self.tr("VOC coordinates"), self.profile)
        self.form.addRow(self.tr("Boxes of turned photos"), self.orientation)
        self.path.changed.connect(self._check)
        self.what.currentIndexChanged.connect(self._check)
        self._check()

    def request(self) -> ImportRequest:
        """Return what was asked for; only after it was accepted."""
        path = self.path.path
        if path is None:
            raise ValueError("the dialog was not accepted")
        return ImportRequest(
            path,
            labels_only=bool(self.what.currentData()),
            profile=str(self.profile.currentData()),
            orientation=str(self.orientation.currentData()),
        )

    def _check(self) -> None:
        path = self.path.path
        for row in (self.profile, self.orientation):
            self.form.setRowVisible(row, not self.what.currentData())
        if path is None:
            self.set_problem(self.tr("Choose a file or folder."), missing=True)
        elif not path.exists():
            self.set_problem(self.tr("There is no {0}.").format(path))
        else:
            self.set_problem("")
