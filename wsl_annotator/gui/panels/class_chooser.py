"""A small list of every class to type into: part of a name is enough, however many classes there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wsl_annotator.core.records import ClassRecord
from wsl_annotator.gui.panels.popover import Popover
from wsl_annotator.gui.plain_tip import plain_tip

_ROWS = 9
_WIDTH = 280
_GAP = 12
_SWATCH = QSize(12, 12)
_LETTERS = 26
"""Of a name that surely has room in a row."""
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: 1 - _ROWS, Qt.Key.Key_PageDown: _ROWS - 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEPT_OPEN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""The focus comes back from another window, and from the line's own menu."""


class _Line(QLineEdit):
    """Hears the keys of the list, which never has the focus itself."""

    stepped = Signal(int)
    entered = Signal()
    abandoned = Signal()

    def event(self, event: QEvent) -> bool:
        # These are the line's own, and not keys of the window.
        own = (*_STEPS, *_ENTER)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.stepped.emit(1 if forward else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _KEPT_OPEN:
            self.abandoned.emit()


class ClassChooser(Popover):
    """The line and, below it, the classes whose names have in them what was typed.

    Enter or a click chooses; Up, Down and Tab go through the list; Escape leaves, and so does a click elsewhere.

    Signals:
        class_chosen: id of the class.
    """

    class_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Choose a class"))
        self._classes: Sequence[ClassRecord] = ()
        self._current = 0
        self._heading = QLabel()
        self._heading.setProperty("role", "heading")
        self.line = _Line()
        self.line.setPlaceholderText(self.tr("Part of the name"))
        self.line.setAccessibleName(self.tr("Part of the name of the class"))
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Classes"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(_SWATCH)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.note.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 10, 12, 10)
        box.setSpacing(8)
        for widget in (self._heading, self.line, self.list, self.note):
            box.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.line.textChanged.connect(self._fill)
        self.line.stepped.connect(self._on_stepped)
        self.line.entered.connect(self._on_entered)
        self.line.abandoned.connect(self.hide)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.currentItemChanged.connect(self._on_current_changed)

    def show_classes(self, classes: Sequence[ClassRecord], *, current: int, boxes: int) -> None:
        """Fill the list.

        Args:
            classes: all of the project, in its order.
            current: id of the class to begin at; 0 for none.
            boxes: how many get the chosen class; 0 where it becomes the current one.
        """
        self._classes, self._current = classes, current
        title = self.tr("Class of %n selected box(es)", "", boxes) if boxes else self.tr("Current class")
        self._heading.setText(title)
        blocked = self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(blocked)
        self._fill("")

    def open_beside(self, rect: QRect, *, within: QWidget) -> None:
        """Show the list where it hides nothing of a box, if there is such a place; else over its top.

        Args:
            rect: of the box, in coordinates of `within`; empty where there is none.
            within: the picture.
        """
        window = within.window()
        self.setParent(window)
        rows = max(1, min(_ROWS, len(self._classes)))
        self.list.setFixedHeight(rows * self._row_height() + 2 * self.list.frameWidth())
        self.layout().activate()
        self.adjustSize()
        self.move(within.mapTo(window, _place(rect, self.size(), within.size())))
        self.show()
        self.raise_()
        self.line.setFocus()
        self._show_current()

    def _fill(self, text: str) -> None:
        wanted = text.strip().casefold()
        names = [(record.name.casefold(), record) for record in self._classes]
        fitting = [(name, record) for name, record in names if wanted in name]
        fitting.sort(key=lambda pair: not pair[0].startswith(wanted))
        self.list.clear()
        at, room = 0, QSize(0, self._row_height())
        for row, (_, record) in enumerate(fitting):
            item = QListWidgetItem(record.name)
            item.setData(Qt.ItemDataRole.DecorationRole, QColor(record.color))
            item.setData(Qt.ItemDataRole.UserRole, record.id)
            item.setSizeHint(room)
            if len(record.name) > _LETTERS:
                item.setToolTip(plain_tip(record.name))
            self.list.addItem(item)
            if not wanted and record.id == self._current:
                at = row
        self.list.setCurrentRow(at if fitting else -1)
        self._show_current()
        if fitting:
            self.note.setText(self.tr("Enter chooses, Esc leaves."))
        elif self._classes:
            self.note.setText(self.tr("No class has this in its name."))
        else:
            self.note.setText(self.tr("No classes yet. Add one to draw boxes."))

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 8

    def _show_current(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.scrollToItem(item)

    def _on_stepped(self, rows: int) -> None:
        count = self.list.count()
        if not count:
            return
        at = self.list.currentRow() + rows
        # By one around the ends, by a page up to them.
        self.list.setCurrentRow(at % count if abs(rows) == 1 else min(max(at, 0), count - 1))

    def _on_entered(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._on_clicked(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        class_id = int(item.data(Qt.ItemDataRole.UserRole))
        self.leave()
        self.class_chosen.emit(class_id)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        # The list never has the focus: what Enter would choose is said at the line.
        self.line.setAccessibleDescription("" if item is None else item.text())

    # Qt overrides

    def first_field(self) -> QWidget:
        return self.line


def _place(rect: QRect, size: QSize, room: QSize) -> QPoint:
    most_x, most_y = max(0, room.width() - size.width() - _GAP), max(0, room.height() - size.height() - _GAP)
    if rect.isEmpty():
        return QPoint(max(0, (room.width() - size.width()) // 2), min(4 * _GAP, most_y))
    right, left = rect.right() + _GAP, rect.left() - size.width() - _GAP
    x = right if right <= most_x else left
    return QPoint(min(max(x, _GAP), most_x), min(max(rect.top(), _GAP), most_y))
