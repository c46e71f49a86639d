"""The inspector's window: menus, two panes, the tree, the candidate, the path and the film's controls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QFontMetrics, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QListWidget,
    QMainWindow,
    QMenu,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.inspector.candidate_card import CandidateCard
from wsl_annotator.gui.inspector.candidate_list import CandidateList
from wsl_annotator.gui.inspector.path_strip import PathArea, PathStrip
from wsl_annotator.gui.inspector.run_pane import RunPane
from wsl_annotator.gui.inspector.texts import longest_step_text, state_texts
from wsl_annotator.gui.inspector.transport import Transport
from wsl_annotator.gui.inspector.tree_model import Column, TraceTreeModel
from wsl_annotator.gui.panels.message_bar import MessageBar
from wsl_annotator.gui.shortcuts import keys_text
from wsl_annotator.gui.theme import SPACING

_LEVELS_AT_FIRST = 2


class InspectorWindow(QMainWindow):
    """Holds the parts in their places. It decides nothing.

    Signals:
        closed: the window was closed by its user.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setWindowIcon(icon("trace"))
        self.resize(1440, 940)
        self.set_title("")
        self.first, self.second = RunPane("A"), RunPane("B")
        self.transport = Transport()
        self.tree = QTreeView()
        self.tree_model = TraceTreeModel(self)
        self.here = CandidateList()
        self.differences = QListWidget()
        self.differences.setAccessibleName(self.tr("Where the two runs differ"))
        self.difference_head = QLabel()
        self.difference_head.setWordWrap(True)
        self.card = CandidateCard()
        self.path = PathStrip()
        self.path_area = PathArea(self.path)
        self._make_actions()
        self._set_up_tree()
        self._lay_out()
        self._fill_menus()
        self._make_status()
        self.show_comparison(on=False)

    def set_title(self, text: str) -> None:
        """Name what is looked at in the window's title."""
        name = self.tr("Inspector — WSL Annotator")
        self.setWindowTitle(f"{text} — {name}" if text else name)

    def _action(self, text: str, tip: str, *, key: str = "", icon_name: str = "", checkable: bool = False) -> QAction:
        action = QAction(text, self)
        action.setStatusTip(tip)
        head = f"<b>{text.replace('&', '').rstrip('…')}</b>"
        action.setToolTip(f"{head} ({keys_text((key,))})<br>{tip}" if key else f"{head}<br>{tip}")
        action.setCheckable(checkable)
        if checkable:
            action.setChecked(True)
        if key:
            action.setShortcut(QKeySequence(key))
        if icon_name:
            action.setIcon(icon(icon_name))
        return action

    def _make_actions(self) -> None:
        make = self._action
        self.open_trace = make(
            self.tr("&Open trace…"),
            self.tr("Show a stored search; no network is needed"),
            key="Ctrl+O",
            icon_name="open",
        )
        self.choose_photo = make(
            self.tr("Choose &photo…"), self.tr("Say where the photo of the trace lies"), icon_name="image"
        )
        self.export = make(
            self.tr("&Export…"),
            self.tr("Write the search as JSON, PNG strip or animated GIF"),
            key="Ctrl+E",
            icon_name="export",
        )
        self.close_window = make(self.tr("&Close"), self.tr("Close the inspector"), key="Ctrl+W")
        self.show_heat = make(
            self.tr("&Heat so far"), self.tr("Show the heat map as it grows"), key="M", icon_name="heat", checkable=True
        )
        self.show_boxes = make(
            self.tr("&Boxes of the level"),
            self.tr("Show the boxes of the level"),
            key="B",
            icon_name="boxes-visible",
            checkable=True,
        )
        self.show_pruned = make(
            self.tr("P&runed boxes"),
            self.tr("Show what was dropped, too"),
            key="R",
            icon_name="untouched",
            checkable=True,
        )
        self.play = make(
            self.tr("&Play or pause"), self.tr("Run through the levels"), key="Ctrl+Space", icon_name="play"
        )
        self.back = make(self.tr("Level bac&k"), self.tr("One level back"), key="Ctrl+Left", icon_name="step-back")
        self.forward = make(self.tr("Level &on"), self.tr("One level on"), key="Ctrl+Right", icon_name="step-forward")
        self.fit = make(self.tr("&Fit the photo"), self.tr("Show the whole photo"), key="Ctrl+0", icon_name="fit")
        self.run_again = make(
            self.tr("&Run again…"),
            self.tr("Search the photo with other settings, beside this run"),
            key="Ctrl+N",
            icon_name="propose",
        )
        self.compare_file = make(
            self.tr("Another trace &file…"), self.tr("Show another stored search beside this one"), icon_name="open"
        )
        self.end_comparison = make(self.tr("&End comparison"), self.tr("Show one run alone"), key="Ctrl+Shift+W")
        self.next_difference = make(self.tr("&Next difference"), self.tr("Go to where the runs differ next"), key="F8")
        self.release = make(
            self.tr("Let the point &go"), self.tr("List the candidates under the mouse again"), key="Esc"
        )

    def _set_up_tree(self) -> None:
        self.tree.setModel(self.tree_model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tree.setAccessibleName(self.tr("Search as a tree"))
        self.tree.setIndentation(8)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        metrics = self.tree.fontMetrics()
        self.tree.header().setMinimumSectionSize(metrics.horizontalAdvance("0.00"))
        samples = {
            Column.SCORE: "Log-odds …",
            Column.PROBABILITY: "0.0000",
            Column.STATE: max(state_texts(), key=len),
            Column.RANK: "32 / 32",
            Column.SIZE: "4000 × 3000",
        }
        for column, sample in samples.items():
            self.tree.setColumnWidth(column, metrics.horizontalAdvance(sample) + 16)
        self.tree.setColumnWidth(Column.STEP, self._step_width(_LEVELS_AT_FIRST))

    def _step_width(self, level: int) -> int:
        """Return the width that shows the steps of a level: those that were kept are bold."""
        bold = self.font()
        bold.setBold(True)
        room = QFontMetrics(bold).horizontalAdvance(f"16 · {longest_step_text()}") + 24
        return room + self.tree.indentation() * (level + 1)

    def reveal(self, row: int, *, level: int, alone: bool) -> None:
        """Show a candidate in the tree.

        Args:
            row: of the trace.
            level: its level: so much more room its name needs.
            alone: close the branches that do not lead there.
        """
        if alone:
            self.tree.collapseAll()
        self.tree.setColumnWidth(Column.STEP, self._step_width(level))
        index = self.tree_model.index_of(row)
        self.tree.setCurrentIndex(index)
        self.tree.expand(index)
        self.tree.scrollTo(index)
        self.tree.horizontalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.addWidget(self.first)
        self.panes.addWidget(self.second)
        self.panes.setChildrenCollapsible(False)
        self.tabs = QTabWidget()
        differences = QWidget()
        box = QVBoxLayout(differences)
        box.setContentsMargins(SPACING, SPACING // 2, SPACING, 0)
        box.addWidget(self.difference_head)
        box.addWidget(self.differences, 1)
        self.tabs.addTab(self.tree, self.tr("Tree"))
        self.tabs.addTab(self.here, self.tr("At the point"))
        self._differences_tab = self.tabs.addTab(differences, self.tr("Differences"))
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.tabs)
        right.addWidget(self.card)
        right.setSizes([420, 330])
        right.setChildrenCollapsible(False)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.panes)
        across.addWidget(right)
        across.setStretchFactor(0, 1)
        room = self.tree.header().length() + SPACING
        across.setSizes([self.width() - room, room])
        across.setChildrenCollapsible(False)
        why = QLabel(self.tr("Why this box"))
        why.setProperty("role", "heading")
        why.setContentsMargins(SPACING, SPACING // 2, 0, 0)
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(across, 1)
        box.addWidget(self.transport)
        box.addWidget(why)
        box.addWidget(self.path_area)
        self.empty_text = QLabel()
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_text.setWordWrap(True)
        self.search_now = QPushButton(self.tr("Search now…"))
        self.search_now.setProperty("primary", "true")
        self.open_now = QPushButton(self.tr("Open a stored trace…"))
        empty = QWidget()
        box = QVBoxLayout(empty)
        box.setSpacing(2 * SPACING)
        box.addStretch(1)
        box.addWidget(self.empty_text)
        for button in (self.search_now, self.open_now):
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(2)
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        self.message_bar = MessageBar(self._pages)

    def _fill_menus(self) -> None:
        bar = self.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open_trace, self.choose_photo])
        file.addSeparator()
        file.addAction(self.export)
        file.addSeparator()
        file.addAction(self.close_window)
        view = bar.addMenu(self.tr("&View"))
        view.addActions([self.show_heat, self.show_boxes, self.show_pruned])
        view.addSeparator()
        view.addActions([self.back, self.play, self.forward])
        view.addSeparator()
        view.addActions([self.fit, self.release])
        self.compare_menu: QMenu = bar.addMenu(self.tr("&Compare"))
        self.compare_menu.addActions([self.run_again, self.compare_file])
        self.stored_menu = self.compare_menu.addMenu(self.tr("Another search of the &project"))
        self.compare_menu.addSeparator()
        self.compare_menu.addActions([self.next_difference, self.end_comparison])
        tools = QToolBar(self.tr("Tools"))
        tools.setObjectName("inspector_tools")
        tools.setMovable(False)
        tools.setIconSize(QSize(20, 20))
        tools.addActions([self.open_trace, self.export])
        tools.addSeparator()
        tools.addActions([self.show_heat, self.show_boxes, self.show_pruned, self.fit])
        tools.addSeparator()
        compare = QToolButton()
        compare.setText(self.tr("Compare") + " ▾")
        compare.setIcon(icon("duplicate"))
        compare.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        compare.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        compare.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        compare.setMenu(self.compare_menu)
        compare.setToolTip(self.tr("Show another run beside this one"))
        compare.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tools.addWidget(compare)
        self.addToolBar(tools)

    def _make_status(self) -> None:
        self.status = QLabel()
        self.progress = QProgressBar()
        self.progress.setMaximumWidth(220)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setShortcut(QKeySequence("Ctrl+."))
        self.stop.setToolTip(self.tr("Stop the search or export (Ctrl+.)"))
        for widget in (self.status, self.progress, self.stop):
            self.statusBar().addPermanentWidget(widget)
        self.show_job("")

    def show_job(self, text: str, *, done: int = 0, total: int = 0) -> None:
        """Show a job that runs, or with an empty text none."""
        self.statusBar().setVisible(bool(text))
        self.status.setText(text)
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def show_empty(self, text: str, *, can_search: bool) -> None:
        """Say why there is nothing to inspect, and offer what can be done."""
        self.empty_text.setText(text)
        self.search_now.setVisible(can_search)
        self._pages.setCurrentIndex(0)
        self.set_title("")

    def show_runs(self) -> None:
        """Show the panes."""
        self._pages.setCurrentIndex(1)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to inspect."""
        return self._pages.currentIndex() == 0

    def show_comparison(self, *, on: bool) -> None:
        """Show two runs side by side, or one."""
        self.second.setVisible(on)
        for pane in (self.first, self.second):
            pane.set_beside(beside=on)
        self.tabs.setTabVisible(self._differences_tab, on)
        for action in (self.end_comparison, self.next_difference):
            action.setEnabled(on)
        if not on:
            self.tabs.setCurrentWidget(self.tree)
        self.panes.setSizes([1000, 1000])

    def show_differences(self) -> None:
        """Bring the list of differences to the front."""
        self.tabs.setCurrentIndex(self._differences_tab)

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
