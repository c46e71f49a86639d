"""Parts that several dialogs share: a path with a browse button, a form, a list of sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

BUTTON_WIDTH = 104
_BUTTON_MARGINS = 34
_LEAST_WIDTH = 592


def widen(button: QAbstractButton) -> None:
    """Make a button wide enough for its text in bold: the default button is bold, and which one that is changes."""
    bold = button.font()
    bold.setBold(True)
    text = QFontMetrics(bold).size(Qt.TextFlag.TextShowMnemonic, button.text()).width()
    button.setMinimumWidth(max(BUTTON_WIDTH, text + _BUTTON_MARGINS))


def foot_button(text: str, slot: Callable[..., object]) -> QPushButton:
    """Return a button of a dialog's foot, wide enough for its text also where it is the default one, in bold."""
    button = QPushButton(text)
    button.setIcon(QIcon())
    widen(button)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button


def accepted(dialog: QDialog) -> bool:
    """Show a dialog until it is answered, and let go of it; return whether it was accepted.

    A dialog that has a parent lives as long as the parent: without this each one that was ever asked would stay.
    Its fields can be read until the event loop turns again.
    """
    answer = dialog.exec()
    dialog.deleteLater()
    return answer == QDialog.DialogCode.Accepted


class Choice(QComboBox):
    """A combo box as high as a line of text beside it."""

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(120, self.fontMetrics().height() + 14))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 14))


def level(box: QAbstractSpinBox) -> None:
    """Make a number field as high as the choices around it."""
    box.setMinimumHeight(box.fontMetrics().height() + 14)


class PathField(QWidget):
    """A line for a path with a button that asks for it."""

    changed = Signal()

    def __init__(self, kind: str, *, title: str, pattern: str = "", parent: QWidget | None = None) -> None:
        """Make a field.

        Args:
            kind: `folder`, `open` (a file that exists), `save` (a file to be made) or `either`.
            title: of the file dialog, and the accessible name.
            pattern: of the file dialog.
            parent: as of any widget.
        """
        super().__init__(parent)
        self._kind = kind
        self._title = title
        self._pattern = pattern
        self._folder = Path.home()
        self.line = QLineEdit()
        self.line.setAccessibleName(title)
        self.line.setMinimumWidth(340)
        self.setFocusProxy(self.line)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.line, 1)
        if kind != "folder":
            self._add_button(box, self.tr("File…") if kind == "either" else self.tr("Browse…"), self._browse_file)
        if kind in ("folder", "either"):
            self._add_button(box, self.tr("Folder…") if kind == "either" else self.tr("Browse…"), self._browse_folder)
        self.line.textChanged.connect(self.changed)

    def _add_button(self, box: QHBoxLayout, text: str, slot: object) -> None:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        box.addWidget(button)

    @property
    def path(self) -> Path | None:
        """What was typed or chosen; None where empty."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def set_path(self, path: Path | str) -> None:
        """Show a path."""
        self.line.setText(str(path))

    def begin_in(self, folder: Path) -> None:
        """Let the file dialog begin in a folder while the line is empty; without this, in the home folder."""
        self._folder = folder

    def _start(self) -> str:
        return self.line.text() or str(self._folder)

    def _browse_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._title, self._start())
        if chosen:
            self.line.setText(chosen)

    def _browse_file(self) -> None:
        if self._kind == "save":
            chosen, _ = QFileDialog.getSaveFileName(
                self, self._title, self._start(), self._pattern, options=QFileDialog.Option.DontConfirmOverwrite
            )
        else:
            chosen, _ = QFileDialog.getOpenFileName(self, self._title, self._start(), self._pattern)
        if chosen:
            self.line.setText(chosen)


class FormDialog(QDialog):
    """A title, a line, a form, a place for the problem, and two buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self._explain = QLabel()
        self._explain.setProperty("role", "muted")
        self._explain.setWordWrap(True)
        # On a part, not on the dialog: there it would let the dialog be narrower than its form.
        self._explain.setMinimumWidth(_LEAST_WIDTH)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(10)
        self._problem = QLabel()
        self._problem.setProperty("role", "danger")
        self._problem.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.accept_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setDefault(True)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
            widen(button)
            button.setAutoDefault(button is self.accept_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(self._head)
        box.addWidget(self._explain)
        box.addSpacing(4)
        box.addLayout(self.form)
        box.addStretch(1)
        box.addWidget(self._problem)
        box.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def set_texts(self, title: str, line: str, accept_text: str) -> None:
        """Set the title, the line below it and the text of the button that does it."""
        self.setWindowTitle(title)
        self._head.setText(title)
        self._explain.setText(line)
        self.accept_button.setText(accept_text)
        widen(self.accept_button)

    @property
    def problem(self) -> str:
        """Why the dialog cannot be accepted; empty where it can."""
        return self._problem.text()

    def set_problem(self, text: str, *, missing: bool = False) -> None:
        """Say why the dialog cannot be accepted, in red unless something is only `missing` yet."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._problem.setProperty("role", "muted" if missing else "danger")
        self._problem.style().polish(self._problem)
        self.accept_button.setEnabled(not text)
        self.accept_button.setDefault(True)

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = self.form.itemAt(0, QFormLayout.ItemRole.FieldRole)
        # Else Qt gives the keyboard to the only button that can be pressed, which is Cancel.
        if not self.accept_button.isEnabled() and first is not None and first.widget() is not None:
            first.widget().setFocus()
