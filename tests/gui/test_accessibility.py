"""Every window has names, tips and a way through it by keys alone."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QWidget,
)

import wsl_annotator.gui
from tests.helpers.accessibility import missed, nameless, unexplained, walk
from tests.helpers.desk import Hands, open_desk
from tests.helpers.toy_card import write_card
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.dialogs.calibration_dialog import CalibrationDialog
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.forward_dialog import ForwardDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.parts import FormDialog
from wsl_annotator.gui.dialogs.sheets import AboutSheet, KeySheet, ReportSheet
from wsl_annotator.gui.icons import icon
from wsl_annotator.gui.inspector.rerun_dialog import RerunDialog
from wsl_annotator.gui.keys.dialog import KeyDialog
from wsl_annotator.gui.keys.key_map import KeyMap
from wsl_annotator.gui.settings import SearchChoice, Settings
from wsl_annotator.gui.shortcuts import LABELIMG
from wsl_annotator.gui.training.code_memory import CodeMemory
from wsl_annotator.gui.training.train_dialog import TrainDialog
from wsl_annotator.workflow.train_figures import read_card_figures

TAB, BACKTAB, F6 = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_F6

MAKERS: dict[str, Callable[[], QDialog]] = {
    "AboutSheet": lambda: AboutSheet(device="cpu"),
    "ExportDialog": lambda: ExportDialog(folder=Path("/tmp"), name="a", counts={BoxState.ACCEPTED: 1}),
    "ForwardDialog": lambda: ForwardDialog(boxes=3, images=20, start=10),
    "KeyDialog": lambda: KeyDialog(KeyMap(Settings())),
    "KeySheet": lambda: KeySheet(LABELIMG, name="labelImg"),
    "NetworkDialog": lambda: NetworkDialog(SearchChoice()),
    "ReportSheet": lambda: ReportSheet(title="Details", summary="Two were left out.", lines=("a", "b")),
    "RerunDialog": lambda: RerunDialog(SearchChoice(), class_name="cat", part="in the region: 9 × 9 at 1, 2"),
    "TrainDialog": lambda: TrainDialog(CodeMemory(Settings())),
}
"""How a dialog is made that needs something; the others are made with nothing."""
WITH_A_PROJECT = {"CalibrationDialog"}
"""Dialogs that are tested on a searched project below."""


def dialog_classes() -> list[type[QDialog]]:
    """Return every dialog of the program."""
    for module in pkgutil.walk_packages(wsl_annotator.gui.__path__, "wsl_annotator.gui."):
        importlib.import_module(module.name)
    found: list[type[QDialog]] = []
    rest = [QDialog]
    while rest:
        for kind in rest.pop().__subclasses__():
            rest.append(kind)
            if kind.__module__.startswith("wsl_annotator.gui") and not kind.__name__.startswith("_"):
                found.append(kind)
    alone = [kind for kind in found if kind is not FormDialog and kind.__name__ not in WITH_A_PROJECT]
    return sorted(alone, key=lambda kind: kind.__name__)


def shown(qtbot, window: QWidget) -> QWidget:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def check(window: QWidget) -> None:
    """Fail unless everything has a name and is reached by Tab, which goes around."""
    assert nameless(window) == []
    assert unexplained(window) == []
    first = window.nextInFocusChain()
    while not (first.focusPolicy() & TAB_FOCUS and first.isVisible() and first.isEnabled()):
        first = first.nextInFocusChain()
        if first is window:
            # Nothing to reach: a sheet without even a button.
            raise AssertionError("there is no way into this window")
    assert missed(window, [*walk(first, TAB), *walk(first, BACKTAB)]) == []


TAB_FOCUS = Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("kind", dialog_classes(), ids=lambda kind: kind.__name__)
def test_that_a_dialog_is_named_and_walked_by_tab(qtbot, kind: type[QDialog]) -> None:
    dialog = MAKERS.get(kind.__name__, kind)()
    qtbot.addWidget(dialog)
    check(shown(qtbot, dialog))


@pytest.fixture
def searched(qtbot, tmp_path: Path, squares: Path) -> Iterator[Hands]:
    with open_desk(qtbot, tmp_path) as hands:
        hands.open(squares)
        hands.propose_all()
        yield hands


def test_that_the_calibration_is_named_and_walked_by_tab(searched: Hands) -> None:
    searched.desk.review.accept_all()
    searched.desk.calibration.fit_all()
    searched.until(lambda: bool(searched.desk.window.findChildren(CalibrationDialog)))
    (dialog,) = searched.desk.window.findChildren(CalibrationDialog)
    check(shown(searched.qtbot, dialog))
    dialog.reject()


def test_that_each_page_of_the_training_is_named_and_walked_by_tab(qtbot, tmp_path: Path) -> None:
    dialog = TrainDialog(CodeMemory(Settings()))
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    dialog.show_run()
    check(dialog)
    dialog.show_card(read_card_figures(write_card(tmp_path)[0]), line="", usable=True)
    for tab in range(dialog.card_view.tabs.count()):
        dialog.card_view.tabs.setCurrentIndex(tab)
        check(dialog)


def test_that_the_evaluations_figures_are_named_and_walked_by_tab(searched: Hands) -> None:
    for _ in range(4):
        searched.desk.review.accept_all()
        searched.key(Qt.Key.Key_Space)
    searched.desk.actions["evaluate"].trigger()
    dialog = searched.desk.evaluation.dialog
    dialog.start_button.click()
    searched.until(lambda: dialog.result.isVisible())
    check(shown(searched.qtbot, dialog))


def test_that_the_statistics_are_named_and_walked_by_tab(searched: Hands) -> None:
    searched.desk.review.accept_all()
    controller = searched.desk.statistics.controller
    controller.open_page()
    searched.until(lambda: controller.page is not None and controller.page.isVisible())
    check(shown(searched.qtbot, controller.page))


def test_that_the_inspector_is_named_and_walked_by_tab(searched: Hands) -> None:
    searched.desk.inspector.open_current()
    window = searched.desk.inspector.window
    searched.until(lambda: window.first.run is not None)
    check(shown(searched.qtbot, window))
    window.show_comparison(on=True)
    window.show_differences()
    check(window)


def test_that_the_welcome_page_is_named_and_walked_by_tab(hands: Hands) -> None:
    check(hands.desk.window)


def test_that_the_main_window_is_named_and_walked_by_tab_outside_of_the_canvas(searched: Hands) -> None:
    window, canvas = searched.desk.window, searched.desk.canvas
    searched.desk.trace_dock.show()
    searched.desk.review.accept()
    searched.qtbot.wait(50)
    assert nameless(window) == []
    assert unexplained(window) == []
    searched.key(F6)
    start = QApplication.focusWidget()
    assert start is searched.desk.image_panel.list
    seen = [*walk(start, TAB, until=canvas), *walk(start, BACKTAB, until=canvas), canvas]
    assert missed(window, seen) == []


def test_that_tab_cycles_boxes_on_the_canvas_and_f6_leaves_it_and_comes_back(searched: Hands) -> None:
    canvas = searched.desk.canvas
    canvas.setFocus()
    for key in (TAB, BACKTAB):
        searched.key(key)
        assert canvas.hasFocus()
        assert canvas.selected_key
    searched.key(F6)
    assert not canvas.hasFocus()
    searched.qtbot.keyClick(QApplication.focusWidget(), F6)
    assert canvas.hasFocus()


def test_that_the_walk_finds_a_planted_trap_and_a_planted_gap(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    line, table, button = QLineEdit(window), QTableWidget(3, 3, window), QToolButton(window)
    table.setCurrentCell(0, 0)
    button.setIcon(icon("help"))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    shown(qtbot, window)
    assert {text.split()[0] for text in nameless(window)} == {"QLineEdit", "QTableWidget", "QToolButton"}
    assert len(unexplained(window)) == 1
    for start in (line, table):
        with pytest.raises(AssertionError, match="QTableWidget '' in QWidget keeps the focus"):
            walk(start, TAB)
    table.setTabKeyNavigation(False)
    assert missed(window, walk(line, TAB)) == []
    hidden = QPushButton("here", window)
    hidden.show()
    assert missed(window, [line, table, button]) == ["QPushButton 'here' in QWidget"]


def test_that_single_keys_go_into_a_field_and_into_nothing_else(searched: Hands) -> None:
    desk = searched.desk
    desk.trace_dock.show()
    image, before = desk.session.image, dict(desk.session.owned)
    fields = [*desk.window.findChildren(QLineEdit), *desk.window.findChildren(QPlainTextEdit)]
    typed = 0
    for field in fields:
        field.setFocus()
        if field.hasFocus() and field.isVisible():
            searched.qtbot.keyClicks(field, "wdax12[]hkmst")
            typed += 1
            text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            assert text.endswith("wdax12[]hkmst")
    searched.qtbot.wait(30)
    assert typed >= 1
    assert desk.session.image == image
    assert desk.session.owned == before
    assert desk.canvas.tool == "edit"
    assert desk.actions["heat"].isChecked()
