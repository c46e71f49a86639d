"""What may be typed into the filter box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QVBoxLayout, QWidget


class QueryHelp(QDialog):
    """A small sheet that stays open while one types."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Words of the filter"))
        self.setModal(False)
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        for at, (example, meaning) in enumerate(self._lines()):
            word = QLabel(example)
            word.setProperty("role", "heading")
            word.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text = QLabel(meaning)
            text.setWordWrap(True)
            text.setMinimumWidth(340)
            grid.addWidget(word, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, at, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(16)
        box.addLayout(grid)
        box.addWidget(buttons)

    def _lines(self) -> list[tuple[str, str]]:
        return [
            ("street 12", self.tr("parts of the file's path, all of them")),
            ("name:street*", self.tr("a pattern of the file name; * is any text, ? any sign")),
            ("label:cat   label:cat!   label:cat?", self.tr("labelled as present, as absent, not labelled")),
            ("score:0.2-0.5   score:cat:>0.8", self.tr("probability of any class, of one class")),
            ("is:disagreement", self.tr("the network speaks strongly against one of the labels")),
            (
                "state:proposed",
                self.tr("with a box in this state: proposed, accepted, adjusted, rejected, drawn"),
            ),
            ("boxes:0   boxes:>3   boxes:2-5", self.tr("number of accepted, adjusted and drawn boxes")),
            ("status:verified", self.tr("untouched, progress, verified, skipped")),
            ("is:searched   is:labelled", self.tr("with a search, with any label")),
            ("is:missing   is:failed", self.tr("the file is gone; the file cannot be used")),
            ("a b   a or b   -a   (a or b) c", self.tr("both, one of them, not, parentheses")),
            ('"my photo"   label:"dining table"', self.tr("quotes around what holds spaces or signs")),
            ("#120", self.tr("with Enter: go to row 120")),
        ]
