"""The window: menus, toolbar, docks and the central pages. It decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QMenu, QStackedWidget, QToolBar, QWidget

from wsl_annotator.gui.action_set import ActionSet
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.menus import DOCKS_MENU
from wsl_annotator.gui.panels.dock import Dock
from wsl_annotator.gui.panels.message_bar import MessageBar
from wsl_annotator.gui.panels.status_panel import StatusPanel

LAYOUT_VERSION = 1


class MainWindow(QMainWindow):
    """Holds the widgets it is given in their places."""

    painted = Signal()
    closing = Signal()
    dropped = Signal(object)

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("WSL Annotator")
        self.setWindowIcon(icon("app"))
        self.setAcceptDrops(True)
        self.setDockNestingEnabled(True)
        self.resize(1440, 900)
        self.actions_by_name = ActionSet(self, preset=keys)
        self.submenus: dict[str, QMenu] = self.actions_by_name.fill_menus(self)
        self.toolbar = QToolBar(self.tr("Tools"))
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setIconSize(QSize(20, 20))
        self.toolbar.setMovable(False)
        self.actions_by_name.fill_toolbar(self.toolbar)
        self.addToolBar(self.toolbar)
        self.status = StatusPanel(self.statusBar(), self.actions_by_name["cancel_job"])
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.message_bar = MessageBar(self._pages)
        self.docks: dict[str, QDockWidget] = {}
        self._first_paint = True

    def set_pages(self, welcome: QWidget, desk: QWidget) -> None:
        """Put the two central pages in."""
        self._pages.addWidget(welcome)
        self._pages.addWidget(desk)

    def show_desk(self, *, on: bool) -> None:
        """Show the desk with its docks, or the welcome page alone."""
        self._pages.setCurrentIndex(1 if on else 0)
        # The page that comes lies above what was there.
        self.message_bar.raise_()
        self.toolbar.setVisible(on)

    def add_dock(self, name: str, title: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        """Put a panel into a dock."""
        dock = Dock(title, self)
        dock.setObjectName(f"dock_{name}")
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        self.submenus[DOCKS_MENU].addAction(dock.toggleViewAction())
        self.docks[name] = dock
        return dock

    def layout_bytes(self) -> tuple[QByteArray, QByteArray]:
        """Return geometry and state, to be stored."""
        return self.saveGeometry(), self.saveState(LAYOUT_VERSION)

    def restore_layout(self, geometry: QByteArray, state: QByteArray) -> None:
        """Put window and docks where they were."""
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not state.isEmpty():
            self.restoreState(state, LAYOUT_VERSION)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._first_paint:
            self._first_paint = False
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])
