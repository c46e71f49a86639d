"""What is looked at: level, candidate, point, and which of two runs the tree and the card are of."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem

from wsl_annotator.core.boxes import Box
from wsl_annotator.gui.inspector.jobs import CropPictures, EnergyResult, OpenedRun
from wsl_annotator.gui.inspector.run_pane import RunPane
from wsl_annotator.gui.inspector.run_view import RunView
from wsl_annotator.gui.inspector.texts import comparison_text, difference_text
from wsl_annotator.gui.inspector.tree_model import ROW_ROLE
from wsl_annotator.gui.inspector.window import InspectorWindow
from wsl_annotator.workflow.trace_compare import Comparison, Difference


class LookController(QObject):
    """Keeps the parts of the window in step.

    Signals:
        pictures_wanted: the side (`A` or `B`) whose selected candidate changed.
        energy_wanted: the side whose feature map's energy is wanted.
    """

    pictures_wanted = Signal(str)
    energy_wanted = Signal(str)

    def __init__(self, window: InspectorWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._panes = {"A": window.first, "B": window.second}
        self._pinned: tuple[float, float] | None = None
        self._comparison: Comparison | None = None
        self._is_syncing = False
        self.active = window.first
        for pane in self._panes.values():
            pane.level_wanted.connect(window.transport.set_level)
            pane.picked.connect(self._on_pane_picked)
            pane.pointed.connect(self._on_pane_pointed)
            pane.view.pointed.connect(self._on_pointed)
            pane.view.left.connect(self._on_left)
            pane.view.clicked.connect(self._on_clicked)
            pane.view.stepped.connect(window.transport.step)
            pane.view.ranked.connect(self._on_ranked)
            pane.view.focused.connect(self._on_focused)
        window.transport.level_changed.connect(self._on_level_changed)
        window.tree.selectionModel().currentChanged.connect(self._on_tree_current_changed)
        window.here.picked.connect(self._on_listed_picked)
        window.path.picked.connect(self._on_listed_picked)
        window.differences.itemActivated.connect(self._on_difference_chosen)
        window.differences.itemClicked.connect(self._on_difference_chosen)
        window.card.energy_wanted.connect(self._on_energy_wanted)
        window.back.triggered.connect(window.transport.step_back)
        window.forward.triggered.connect(window.transport.step_forward)
        window.play.triggered.connect(window.transport.toggle)
        window.release.triggered.connect(self.release_point)
        window.fit.triggered.connect(self._on_fit)
        window.next_difference.triggered.connect(self.go_to_next_difference)
        for action in (window.show_heat, window.show_boxes, window.show_pruned):
            action.toggled.connect(self._on_shown_toggled)

    def pane(self, side: str) -> RunPane:
        """Return the pane of `A` or `B`."""
        return self._panes[side]

    def other(self, pane: RunPane) -> RunPane:
        """Return the other pane."""
        return self._panes["B" if pane.side == "A" else "A"]

    # runs

    def take(self, side: str, opened: OpenedRun) -> None:
        """Show a run at its deepest level, its best candidate selected."""
        pane = self._panes[side]
        self._drop_comparison()
        pane.set_opened(opened)
        if side == "B":
            self._window.show_comparison(on=True)
        depths = [one.depth for one in self._panes.values() if one.depth is not None]
        self._window.transport.set_depth(max(depths) if depths else None)
        self.release_point()
        self._activate(pane)
        self._window.transport.set_level(pane.depth or 0)
        self._on_level_changed(self._window.transport.level)
        if pane.index is not None:
            self.select(pane, pane.index.best_of(pane.depth or 0))

    def explain(self, box: Box, row: int | None) -> None:
        """Show why a box of the first run is there: the way to its candidate; to the nearest where it is of heat."""
        pane = self._panes["A"]
        if pane.index is not None:
            # Not as a place on the longer way that is shown first.
            self._window.path.set_path(None, ())
            known = row is not None and row < len(pane.index.trace)
            self.select(pane, row if known else pane.index.nearest(box))

    def drop_second(self) -> None:
        """Show one run alone."""
        self._drop_comparison()
        self._window.second.set_opened(None)
        self._window.show_comparison(on=False)
        self._activate(self._window.first)
        self._window.transport.set_depth(self._window.first.depth)

    def _activate(self, pane: RunPane) -> None:
        self.active = pane
        self._window.tree_model.set_trace(pane.index)
        self._window.tree.expand(self._window.tree_model.index_of(0))
        self._show_selected()

    # comparison

    def show_comparison(self, comparison: Comparison) -> None:
        """List where the runs differ, mark the boxes, and go to the first difference."""
        window = self._window
        self._comparison = comparison
        window.differences.clear()
        for difference in comparison.differences:
            item = QListWidgetItem(difference_text(difference))
            item.setData(Qt.ItemDataRole.UserRole, difference)
            window.differences.addItem(item)
        runs = (window.first.run, window.second.run)
        window.difference_head.setText(comparison_text(comparison, [run.scope for run in runs if run is not None]))
        window.show_differences()
        if comparison.first is not None:
            self._go_to(comparison.first)
        self._mark()

    def go_to_next_difference(self) -> None:
        """Go to the difference after the one that is marked in the list; after the last comes the first."""
        window = self._window
        if window.differences.count():
            place = (window.differences.currentRow() + 1) % window.differences.count()
            self._on_difference_chosen(window.differences.item(place))

    def _drop_comparison(self) -> None:
        self._comparison = None
        self._window.differences.clear()
        self._window.difference_head.setText("")
        for pane in self._panes.values():
            pane.mark(())

    def _mark(self) -> None:
        if self._comparison is None:
            return
        now = self._comparison.at(self._window.transport.level)
        self._window.first.mark([found.row for found in now if found.in_first])
        self._window.second.mark([found.row for found in now if not found.in_first])

    def _on_difference_chosen(self, item: QListWidgetItem) -> None:
        self._go_to(item.data(Qt.ItemDataRole.UserRole))

    def _go_to(self, difference: Difference) -> None:
        if self._comparison is not None:
            self._window.differences.setCurrentRow(self._comparison.differences.index(difference))
        self.pick(self._panes["A" if difference.in_first else "B"], difference.row)

    # level and candidate

    @Slot(int)
    def _on_level_changed(self, level: int) -> None:
        for pane in self._panes.values():
            if pane.run is not None:
                pane.set_level(level)
        self._mark()
        self._refresh_point()

    def select(self, pane: RunPane, row: int | None) -> None:
        """Look at a candidate, and at the equal one of the other run where there is one."""
        if pane is not self.active:
            self._activate(pane)
        pane.select(row)
        other = self.other(pane)
        if other.index is not None and pane.index is not None and row is not None:
            trace = pane.index.trace
            other.select(_same_box(other, level=int(trace.level[row]), box=trace.boxes[row].tobytes()))
        self._show_selected()
        self.pictures_wanted.emit(pane.side)

    def pick(self, pane: RunPane, row: int) -> None:
        """Look at a candidate and go to its level."""
        assert pane.index is not None
        self._window.transport.set_level(int(pane.index.trace.level[row]))
        self.select(pane, row)

    def _show_selected(self) -> None:
        pane, window = self.active, self._window
        row = pane.selected
        window.card.set_candidate(pane.run, pane.index, row)
        self.show_crops()
        if pane.index is None or row is None:
            window.path.set_path(None, ())
            return
        if row in window.path.rows and self._shows_its_path():
            window.path.set_current(row)
        else:
            window.path.set_path(pane.index, pane.index.trace.path(row))
            window.path.set_pictures(pane.crops)
        window.path_area.reveal(row)
        window.here.mark(row)
        self._is_syncing = True
        window.reveal(row, level=int(pane.index.trace.level[row]), alone=not window.tree.hasFocus())
        self._is_syncing = False

    def _shows_its_path(self) -> bool:
        """Whether the strip shows a path of the active run."""
        shown, index = self._window.path.rows, self.active.index
        if index is None or not shown or shown[-1] >= len(index.trace):
            return False
        return tuple(index.trace.path(shown[-1])) == shown

    def show_crops(self) -> None:
        """Show the crops that are there."""
        pane = self.active
        row, source = pane.selected, pane.source_row()
        if row is not None and source is not None:
            self._window.card.set_pictures(pane.crops.get(source), pane.crops.get(row))
            self._window.path.set_pictures(pane.crops)

    def add_crops(self, found: CropPictures) -> None:
        """Show crops that were cut."""
        self._panes[found.side].add_crops(found)
        self.show_crops()

    def show_energy(self, found: EnergyResult) -> None:
        """Show the energy of a feature map, if its candidate is still selected."""
        if (
            found.side == self.active.side
            and found.row == self.active.selected
            and self._window.card.energy.isChecked()
        ):
            self._window.card.set_feature_energy(found.energy)

    def _on_energy_wanted(self, on: bool) -> None:
        if on:
            self.energy_wanted.emit(self.active.side)
        else:
            self._window.card.set_feature_energy(None)

    def _on_tree_current_changed(self, now: QModelIndex) -> None:
        if now.isValid() and not self._is_syncing:
            self.pick(self.active, int(now.data(ROW_ROLE)))

    def _on_pane_picked(self, row: int) -> None:
        self.pick(self.sender(), row)

    def _on_listed_picked(self, row: int) -> None:
        self.select(self.active, row)

    @Slot(int)
    def _on_ranked(self, step: int) -> None:
        pane = self._pane_of(self.sender())
        if pane.index is None:
            return
        row = pane.selected
        if row is None or int(pane.index.trace.level[row]) != pane.level:
            self.select(pane, pane.index.best_of(pane.level))
        else:
            self.select(pane, pane.diagram.neighbour(row, step))

    # point

    def _pane_of(self, view: QObject) -> RunPane:
        return next(pane for pane in self._panes.values() if pane.view is view)

    @Slot(float, float)
    def _on_pointed(self, x: float, y: float) -> None:
        pane = self._pane_of(self.sender())
        rows = pane.at(x, y)
        pane.hover(rows)
        if pane is self.active:
            self._window.tree_model.set_marked(rows)
            if self._pinned is None and pane.index is not None:
                self._window.here.show_point(pane.index, rows, x=x, y=y, pinned=False)

    @Slot()
    def _on_left(self) -> None:
        self._pane_of(self.sender()).hover(())
        self._window.tree_model.set_marked(())

    @Slot(float, float)
    def _on_clicked(self, x: float, y: float) -> None:
        """Select the smallest candidate there; a second click goes on to the next larger one."""
        pane = self._pane_of(self.sender())
        rows = pane.at(x, y)
        if not rows:
            return
        again = self._pinned is not None and abs(self._pinned[0] - x) + abs(self._pinned[1] - y) < 2 / pane.view.zoom
        place = rows.index(pane.selected) + 1 if again and pane.selected in rows else 0
        self._pinned = (x, y)
        if pane is not self.active:
            self._activate(pane)
        self._refresh_point()
        self._window.tabs.setCurrentWidget(self._window.here)
        self.select(pane, rows[place % len(rows)])

    def _refresh_point(self) -> None:
        if self._pinned is not None and self.active.index is not None:
            x, y = self._pinned
            self._window.here.show_point(self.active.index, self.active.at(x, y), x=x, y=y, pinned=True)

    def release_point(self) -> None:
        """List the candidates under the mouse again."""
        self._pinned = None
        self._window.here.clear()

    def _on_pane_pointed(self, rows: list[int]) -> None:
        self.sender().hover(rows)

    # view

    @Slot()
    def _on_focused(self) -> None:
        view = self.sender()
        if isinstance(view, RunView):
            pane = self._pane_of(view)
            if pane is not self.active and pane.run is not None:
                self._activate(pane)
                self.pictures_wanted.emit(pane.side)

    def _on_fit(self) -> None:
        for pane in self._panes.values():
            pane.view.fit()

    def _on_shown_toggled(self) -> None:
        window = self._window
        switches = (("heat", window.show_heat), ("boxes", window.show_boxes), ("pruned", window.show_pruned))
        for pane in self._panes.values():
            for name, action in switches:
                pane.set_shown(name, on=action.isChecked())


def _same_box(pane: RunPane, *, level: int, box: bytes) -> int | None:
    """Return the candidate of a run that has this box at this level, or None."""
    index = pane.index
    if index is None or level >= len(index.levels):
        return None
    return next((int(row) for row in index.levels[level] if index.trace.boxes[row].tobytes() == box), None)
