"""What is only read: the keys, the report of a job, and about the program."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import PySide6
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QIcon, QKeySequence, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator import __version__
from wsl_annotator.core.paths import log_dir
from wsl_annotator.gui.action_set import plain_text
from wsl_annotator.gui.actions import inspector
from wsl_annotator.gui.actions.every import KEYED_ACTIONS
from wsl_annotator.gui.dialogs.parts import widen
from wsl_annotator.gui.icons import icon_pixmap
from wsl_annotator.gui.menus import MENUS
from wsl_annotator.gui.sentences import in_users_language

INSPECTOR_PAGE = 1
"""Of the cheat sheet."""
_Rows = list[tuple[str, tuple[str, ...]]]
_LINES_AT_ONCE = 50
_AROUND = QSize(80, 190)
"""What of the screen is left to the window's frame, the title and the buttons before the keys scroll."""


class _Sheet(QDialog):
    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(24, 20, 24, 20)
        self.box.setSpacing(16)

    def add_close_button(self) -> QDialogButtonBox:
        """Put the button at the foot; return the row, for more buttons."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.buttons():
            button.setIcon(QIcon())
            widen(button)
        buttons.rejected.connect(self.reject)
        self.box.addWidget(buttons)
        return buttons


class KeySheet(_Sheet):
    """Every key, in the order of the menus, a page for each window.

    `change_wanted` says whether it was closed to change them.
    """

    def __init__(self, keys: Mapping[str, tuple[str, ...]], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("KeySheet", "Keys"), parent)
        self._name = name
        self.change_wanted = False
        # Every line counts on a small screen.
        self.box.setSpacing(10)
        texts = {spec.name: plain_text(spec.text) for spec in KEYED_ACTIONS}
        self._head = QLabel()
        self._head.setProperty("role", "heading")
        self.box.addWidget(self._head)
        sections = [
            (
                plain_text(title),
                [(texts[entry], keys[entry]) for entry in entries if keys.get(entry)],
            )
            for title, entries in MENUS
        ]
        sections.append((self.tr("On the picture"), self._canvas_keys()))
        films = [
            (plain_text(title), [(texts[entry], keys[entry]) for entry in entries if keys.get(entry)])
            for title, entries in inspector.MENUS
        ]
        films.append((self.tr("In the pictures"), self._film_keys()))
        self.pages = QTabWidget()
        self.pages.addTab(self._page(sections), self.tr("Main window"))
        self.pages.addTab(self._page(films), plain_text(inspector.TITLE))
        self.box.addWidget(self.pages)
        buttons = self.add_close_button()
        self.change_button = buttons.addButton(self.tr("Change keys…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.change_button.setAutoDefault(False)
        self.change_button.clicked.connect(self._on_change_clicked)
        self.set_changed(on=False)

    def _page(self, sections: list[tuple[str, _Rows]]) -> QScrollArea:
        columns = QHBoxLayout()
        columns.setSpacing(24)
        for column in _columns([section for section in sections if section[1]]):
            grid = QGridLayout()
            grid.setHorizontalSpacing(10)
            grid.setVerticalSpacing(2)
            for title, rows in column:
                self._add_section(grid, title, rows)
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid)
        return self._scrolled(columns)

    def set_changed(self, *, on: bool) -> None:
        """Say whether the person changed keys of the preset."""
        text = self.tr("Keys (preset {0}, with your own changes)") if on else self.tr("Keys (preset {0})")
        self._head.setText(text.format(self._name))

    def _on_change_clicked(self) -> None:
        self.change_wanted = True
        self.accept()

    def _scrolled(self, columns: QHBoxLayout) -> QScrollArea:
        """Return the columns as large as they are, where the screen allows; else they scroll."""
        inner = QWidget()
        columns.setContentsMargins(0, 8, 0, 0)
        inner.setLayout(columns)
        for label in inner.findChildren(QLabel):
            # A chip is as large as its style says.
            label.ensurePolished()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        scroll.setAccessibleName(self.tr("Every key"))
        room = self.screen().availableSize() - _AROUND
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumSize((inner.sizeHint() + QSize(bar, 0)).boundedTo(room))
        return scroll

    def _canvas_keys(self) -> _Rows:
        return [
            (self.tr("Class of the selected box, or current class"), ("1 – 9",)),
            (self.tr("Image label of the class"), ("Alt+1 – 9",)),
            (self.tr("Move boxes by 1 px, 10 px"), (self.tr("arrows"), self.tr("Shift+arrows"))),
            (self.tr("Edge of a box or frame out, in; Shift: 10 px"), (self.tr("Alt+arrows"), self.tr("Ctrl+arrows"))),
            (self.tr("Select several boxes"), (self.tr("Ctrl+click"), self.tr("Ctrl+drag"))),
            (self.tr("Snap to edges while dragging a box"), (self.tr("Ctrl"),)),
            (self.tr("Zoom at the mouse"), (self.tr("wheel"),)),
            (self.tr("Pan"), (self.tr("middle drag"), self.tr("Shift+drag"))),
            (self.tr("Cancel, deselect"), ("Esc",)),
        ]

    def _film_keys(self) -> _Rows:
        return [
            (self.tr("One level back, on"), ("Left", "Right")),
            (self.tr("First and last level"), ("Home", "End")),
            (self.tr("Another candidate of the level"), ("Up", "Down")),
            (self.tr("Play or pause"), ("Space",)),
            (self.tr("Zoom in, out, fit the photo"), ("+", "-", "0")),
            (self.tr("Zoom at the mouse"), (self.tr("wheel"),)),
        ]

    def _add_section(self, grid: QGridLayout, title: str, rows: _Rows) -> None:
        at = grid.rowCount()
        head = QLabel(title)
        head.setProperty("role", "heading")
        head.setContentsMargins(0, 8 if at > 1 else 0, 0, 0)
        grid.addWidget(head, at, 0, 1, 2)
        for offset, (text, keys) in enumerate(rows, start=1):
            # Enter and Shift+Tab are heard under two names; one is enough to read.
            shown = [key for key in keys if key not in ("Enter", "Shift+Enter", "Backtab")]
            label = QLabel(text)
            chips = QHBoxLayout()
            chips.setSpacing(4)
            for key in shown:
                known = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                chip = QLabel(known if known and "–" not in key else key)
                chip.setProperty("role", "chip")
                chips.addWidget(chip)
            chips.addStretch(1)
            grid.addWidget(label, at + offset, 0)
            grid.addLayout(chips, at + offset, 1)


def _columns(sections: list[tuple[str, _Rows]]) -> list[list[tuple[str, _Rows]]]:
    """Return the sections in three columns, in their order, the highest column as low as can be."""
    ends = range(len(sections) + 1)
    parts = [
        [sections[:first], sections[first:second], sections[second:]]
        for first, second in itertools.combinations_with_replacement(ends, 2)
    ]
    return min(parts, key=lambda columns: max(sum(1 + len(rows) for _, rows in column) for column in columns))


class ReportSheet(_Sheet):
    """What a job did, and the list of what it left out: in the user's language, a part at a time where it is long."""

    def __init__(self, *, title: str, summary: str, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setMinimumWidth(640)
        head = QLabel(summary)
        head.setWordWrap(True)
        head.setTextFormat(Qt.TextFormat.PlainText)
        self.box.addWidget(head)
        self.lines = QPlainTextEdit()
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(title)
        self.lines.setMinimumHeight(220)
        self.box.addWidget(self.lines, 1)
        self.add_close_button()
        self._coming = iter(lines)
        self._more = QTimer(self)
        self._more.timeout.connect(self._add_lines)
        self._more.start()
        self._add_lines()

    @Slot()
    def _add_lines(self) -> None:
        some = [in_users_language(line) for line in itertools.islice(self._coming, _LINES_AT_ONCE)]
        if some:
            # Not `appendPlainText`: it would scroll to the end of what nobody has read yet.
            cursor = QTextCursor(self.lines.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(("" if self.lines.document().isEmpty() else "\n") + "\n".join(some))
        else:
            self._more.stop()


class AboutSheet(_Sheet):
    """Version, licence, and where the log is."""

    def __init__(self, *, device: str, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("AboutSheet", "About"), parent)
        picture = QLabel()
        picture.setPixmap(icon_pixmap("app", side=56, scale=2.0))
        title = QLabel("WSL Annotator")
        title.setProperty("role", "title")
        lines = [
            self.tr("Version {0}, MIT licence").format(__version__),
            self.tr("Boxes from image-level labels by beam search over the features of a CNN (Bency et al., 2016)."),
            self.tr("Qt for Python {0}; search: {1}").format(PySide6.__version__, device or self.tr("not loaded yet")),
            self.tr("Log: {0}").format(log_dir() / "wsl-annotator.log"),
        ]
        words = QVBoxLayout()
        words.addWidget(title)
        for line in lines:
            label = QLabel(line)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.box.addLayout(row)
        self.add_close_button()
