"""The inspector's window: menus, two panes, the tree, the candidate, the path and the film's controls."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFontMetrics
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
from wsl_annotator.gui.inspector.window_actions import WindowActions
from wsl_annotator.gui.moved_bar import move_bar
from wsl_annotator.gui.panels.message_bar import MessageBar
from wsl_annotator.gui.shortcuts import keys_text
from wsl_annotator.gui.theme import SPACING

_LEVELS_AT_FIRST = 2


class InspectorWindow(QMainWindow):
    """Holds the parts in their places. It decides nothing.

    Args:
        keys: action -> its keys.

    Signals:
        closed: the window was closed by its user.
    """

    closed = Signal()

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
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
        self.set_keys(keys)
        self.show_comparison(on=False)

    def set_title(self, text: str) -> None:
        """Name what is looked at in the window's title."""
        name = self.tr("Inspector — WSL Annotator")
        self.setWindowTitle(f"{text} — {name}" if text else name)

    def _make_actions(self) -> None:
        made = self.commands = WindowActions(self)
        self.open_trace, self.choose_photo = made["inspector_open_trace"], made["inspector_choose_photo"]
        self.export, self.stop_job = made["inspector_export"], made["inspector_stop"]
        self.close_window = made["inspector_close"]
        self.show_heat, self.show_boxes = made["inspector_heat"], made["inspector_boxes"]
        self.show_pruned, self.fit = made["inspector_pruned"], made["inspector_fit"]
        self.back, self.play, self.forward = made["inspector_back"], made["inspector_play"], made["inspector_forward"]
        self.release = made["inspector_release"]
        self.run_again, self.compare_file = made["inspector_run_again"], made["inspector_compare_file"]
        self.shortcuts = made["inspector_shortcuts"]
        self.next_difference, self.end_comparison = made["inspector_next_difference"], made["inspector_end_comparison"]

    def set_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Hear these keys, and name them wherever a key is named."""
        self.commands.set_keys(keys)
        names = ("inspector_back", "inspector_play", "inspector_forward")
        self.transport.set_keys(*(keys_text(keys.get(name, ())) for name in names))
        self.here.set_release_key(keys_text(keys.get("inspector_release", ())))
        self.stop.setToolTip(self.stop_job.toolTip())

    def _set_up_tree(self) -> None:
        self.tree.setModel(self.tree_model)
        self.tree.setUniformRowHeights(True)
        self.tree.setAlternatingRowColors(True)
        self.tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.tree.setAccessibleName(self.tr("Search as a tree"))
        self.tree.setIndentation(6)
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
        self.stored_menu = QMenu(self.tr("Another search of the &project"), self)
        menus = self.commands.fill_menus(self, self.stored_menu)
        tools = QToolBar(self.tr("Tools"))
        tools.setObjectName("inspector_tools")
        tools.setMovable(False)
        tools.setIconSize(QSize(20, 20))
        self.commands.fill_toolbar(tools)
        compare = QToolButton()
        compare.setText(self.tr("Compare") + " ▾")
        compare.setIcon(icon("duplicate"))
        compare.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        compare.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        compare.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        compare.setMenu(menus["&Compare"])
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
        self.stop.clicked.connect(self.stop_job.trigger)
        for widget in (self.status, self.progress, self.stop):
            self.statusBar().addPermanentWidget(widget)
        self.show_job("")

    def show_job(self, text: str, *, done: int = 0, total: int = 0) -> None:
        """Show a job that runs, or with an empty text none."""
        self.statusBar().setVisible(bool(text))
        self.stop_job.setEnabled(bool(text))
        self.status.setText(text)
        move_bar(self.progress, done=done, total=total)

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
