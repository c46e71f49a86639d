"""The first thing a newcomer sees: the sample, a new project, or one of the last ones."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.gui.icons import icon, icon_pixmap
from wsl_annotator.gui.theme import theme_colors

_PATH_ROLE = Qt.ItemDataRole.UserRole


class _Choice(QPushButton):
    """A large button with a title and a line below it."""

    def __init__(self, action: QAction, title: str, line: str, icon_name: str) -> None:
        super().__init__()
        self.setObjectName(f"welcome_{action.objectName()}")
        self.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        self.setMinimumHeight(76)
        self.setAutoDefault(False)
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setStatusTip(action.statusTip())
        picture = QLabel()
        picture.setObjectName("picture")
        picture.setPixmap(icon_pixmap(icon_name, side=28, scale=2.0))
        head = QLabel(title)
        head.setProperty("role", "heading")
        text = QLabel(line)
        text.setProperty("role", "muted")
        text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(head)
        words.addWidget(text)
        words.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 8, 16, 8)
        box.setSpacing(16)
        box.addWidget(picture)
        box.addLayout(words, 1)
        for label in (picture, head, text):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture, self._icon_name = picture, icon_name
        self.clicked.connect(action.trigger)

    def refresh_icon(self) -> None:
        """Draw the icon again in the theme's colour."""
        self._picture.setPixmap(icon_pixmap(self._icon_name, side=28, scale=2.0))


def _short(folder: Path) -> str:
    """Return a folder with the home folder as `~`."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


class _RecentDelegate(QStyledItemDelegate):
    """Paints the name of a project over its folder."""

    def sizeHint(self, option: QStyleOptionViewItem, _: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, 2 * option.fontMetrics.height() + 22)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colors = theme_colors()
        rect = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(rect, 6, 6)
        name, _, folder = str(index.data()).partition("\n")
        line = option.fontMetrics.height()
        icon("recent").paint(painter, QRect(rect.left() + 10, rect.center().y() - 10, 20, 20))
        text = rect.adjusted(42, 0, -10, 0)
        top = text.center().y() - line - 1
        font = option.font
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        painter.drawText(QRect(text.left(), top, text.width(), line), Qt.AlignmentFlag.AlignVCenter, name)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(QColor(colors.muted))
        shown = option.fontMetrics.elidedText(folder, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(QRect(text.left(), top + line + 2, text.width(), line), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


class WelcomePage(QWidget):
    """Shown while no project is open."""

    recent_picked = Signal(object)

    def __init__(self, *, sample: QAction, new: QAction, open_: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("WSL Annotator")
        title.setProperty("role", "title")
        line = QLabel(self.tr("Draws the boxes before you do: you say what is in a photo, it shows where."))
        line.setProperty("role", "muted")
        self._choices = [
            _Choice(sample, self.tr("Open the sample"), self.tr("24 scenes with labels, ready to search"), "sample"),
            _Choice(new, self.tr("New project"), self.tr("From a folder of images, with or without labels"), "new"),
            _Choice(open_, self.tr("Open a project"), self.tr("A .wsl project file of yours"), "open"),
        ]
        left = QVBoxLayout()
        left.setSpacing(12)
        for choice in self._choices:
            left.addWidget(choice)
        hint = QLabel(self.tr("Or drop a folder of images, or a project file, on this window."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        left.addWidget(hint)
        left.addStretch(1)
        self._recent = QListWidget()
        self._recent.setAccessibleName(self.tr("Recent projects"))
        self._recent.setIconSize(QSize(18, 18))
        self._recent.setMinimumWidth(300)
        self._recent.setItemDelegate(_RecentDelegate(self._recent))
        self._recent.setMouseTracking(True)
        self._recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._recent.itemActivated.connect(self._on_recent_activated)
        self._recent.itemClicked.connect(self._on_recent_activated)
        self._none = QLabel(self.tr("Projects you open will be listed here."))
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        heading = QLabel(self.tr("Recent projects"))
        heading.setProperty("role", "heading")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(heading)
        right.addWidget(self._none, 1)
        frame = QFrame()
        frame.setProperty("role", "card")
        inside_frame = QVBoxLayout(frame)
        inside_frame.setContentsMargins(4, 4, 4, 4)
        inside_frame.addWidget(self._recent)
        self._recent_frame = frame
        right.addWidget(frame, 1)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        card = QFrame()
        card.setMaximumSize(860, 460)
        card.setMinimumWidth(680)
        inside = QVBoxLayout(card)
        inside.setSpacing(8)
        inside.addWidget(title)
        inside.addWidget(line)
        inside.addSpacing(24)
        inside.addLayout(columns, 1)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 10)
        row.addStretch(1)
        outer.addLayout(row, 10)
        outer.addStretch(1)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """List the last projects."""
        self._recent.clear()
        for path in paths:
            item = QListWidgetItem(icon("folder"), f"{path.stem}\n{_short(path.parent)}")
            item.setData(_PATH_ROLE, str(path))
            item.setToolTip(str(path))
            self._recent.addItem(item)
        self._recent_frame.setVisible(bool(paths))
        self._none.setVisible(not paths)

    def refresh_icons(self) -> None:
        """Draw the icons again, after the theme changed."""
        for choice in self._choices:
            choice.refresh_icon()

    def _on_recent_activated(self, item: QListWidgetItem) -> None:
        self.recent_picked.emit(Path(item.data(_PATH_ROLE)))
