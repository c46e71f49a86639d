"""Asks into how many images boxes are copied."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

from wsl_annotator.gui.dialogs.parts import FormDialog, level

_FIELD_WIDTH = 160


class ForwardDialog(FormDialog):
    """One number, and what will happen."""

    def __init__(self, *, boxes: int, images: int, start: int, parent: QWidget | None = None) -> None:
        """Make a dialog.

        Args:
            boxes: how many are copied.
            images: the most there can be, at least 1.
            start: what is proposed.
            parent: as of any widget.
        """
        super().__init__(parent)
        what = self.tr(
            "Draws %n box(es) of this image at the same place in the images that follow in the list.", "", boxes
        )
        rest = self.tr("Verified images stay as they are. One undo step takes all of it back.")
        self.set_texts(self.tr("Copy to the next images"), f"{what} {rest}", self.tr("Copy"))
        self.images = QSpinBox()
        self.images.setRange(1, images)
        self.images.setValue(min(start, images))
        self.images.setSuffix(" " + self.tr("of {0}").format(images))
        level(self.images)
        self.images.setMaximumWidth(_FIELD_WIDTH)
        self.images.setAccessibleName(self.tr("Number of images"))
        self.form.addRow(self.tr("&Next images"), self.images)
        self.set_problem("")
        # A number is typed at once, and Enter copies.
        self.images.setFocus()
        self.images.selectAll()

    def count(self) -> int:
        """Return how many images were asked for."""
        return self.images.value()
