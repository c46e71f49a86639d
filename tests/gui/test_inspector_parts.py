"""The inspector's parts by themselves: tree, list, diagram, chart, film."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.helpers.traces import TWO_LEVELS, make_trace
from wsl_annotator.gui.inspector.beam_diagram import BeamDiagram
from wsl_annotator.gui.inspector.candidate_list import CandidateList, CandidateListModel
from wsl_annotator.gui.inspector.path_strip import PathStrip
from wsl_annotator.gui.inspector.score_chart import ScoreChart, nice_ticks
from wsl_annotator.gui.inspector.subgrid_view import kept_part, map_part
from wsl_annotator.gui.inspector.transport import Transport
from wsl_annotator.gui.inspector.tree_model import ROW_ROLE, Column, TraceTreeModel
from wsl_annotator.workflow.trace_figures import TraceIndex

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
LEFT = Qt.MouseButton.LeftButton


def index_of() -> TraceIndex:
    return TraceIndex(make_trace())


def test_that_the_tree_keeps_the_contract_while_searches_come_and_branches_open(qtbot) -> None:
    model = TraceTreeModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_trace(index_of())
    for row in range(13):
        index = model.index_of(row)
        assert index.data(ROW_ROLE) == row
        assert model.index(index.row(), 0, index.parent()) == index
    model.set_marked([0, 2, 9])
    model.set_trace(TraceIndex(make_trace(TWO_LEVELS[:1])))
    assert not model.index_of(9).isValid()
    model.set_trace(None)
    assert model.rowCount() == 0
    assert not model.index_of(0).isValid()


def test_that_branches_hold_the_children_in_the_order_of_scoring(qtbot) -> None:
    model = TraceTreeModel()
    model.set_trace(index_of())
    root = model.index(0, 0)
    assert (model.rowCount(), model.rowCount(root)) == (1, 4)
    assert [model.index(row, 0, root).data(ROW_ROLE) for row in range(4)] == [1, 2, 3, 4]
    assert [model.hasChildren(model.index(row, 0, root)) for row in range(4)] == [True, True, False, False]


def test_that_every_column_of_a_candidate_is_said(qtbot) -> None:
    model = TraceTreeModel()
    model.set_trace(index_of())
    index = model.index_of(5)
    texts = [index.siblingAtColumn(column).data() for column in Column]
    assert texts == ["2 · drop left column", "+3.000", "0.9526", "● kept", "1 / 8", "36 × 48"]
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == ", ".join(texts)
    assert model.index_of(3).siblingAtColumn(Column.STATE).data() == "○ pruned"
    assert model.index_of(0).siblingAtColumn(Column.STEP).data() == "0 · root"
    assert model.parent(index).data(ROW_ROLE) == 2
    assert model.parent(model.index_of(0)) == QModelIndex()


def test_that_the_list_at_a_point_keeps_the_contract(qtbot) -> None:
    model = CandidateListModel()
    QAbstractItemModelTester(model, FATAL, model)
    index = index_of()
    model.set_rows(index, [5, 2, 0])
    assert model.rowCount() == 3
    assert "p 0.953 · ● kept" in model.index(0).data()
    model.set_rows(index, [])
    assert model.rowCount() == 0


def test_that_the_list_is_walked_by_keys(qtbot) -> None:
    widget = CandidateList()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    picked: list[int] = []
    widget.picked.connect(picked.append)
    widget.show_point(index_of(), [5, 2, 0], x=1, y=2, pinned=True)
    widget.view.setFocus()
    widget.view.setCurrentIndex(widget.model.index(0))
    QTest.keyClick(widget.view, Qt.Key.Key_Down)
    assert picked[-1] == 2


@pytest.fixture
def diagram(qtbot) -> BeamDiagram:
    widget = BeamDiagram()
    qtbot.addWidget(widget)
    widget.set_index(index_of())
    widget.resize(400, 240)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_that_the_diagram_has_levels_as_columns_and_ranks_from_the_top(diagram) -> None:
    assert diagram.point_of(0).x() < diagram.point_of(1).x() < diagram.point_of(5).x()
    assert [diagram.point_of(row).x() for row in (1, 2, 3, 4)] == [diagram.point_of(1).x()] * 4
    assert diagram.point_of(2).y() < diagram.point_of(1).y() < diagram.point_of(4).y() < diagram.point_of(3).y()


def test_that_a_click_on_a_candidate_of_the_diagram_picks_it(diagram) -> None:
    picked: list[int] = []
    diagram.picked.connect(picked.append)
    for row in (0, 3, 9):
        QTest.mouseClick(diagram, LEFT, pos=diagram.point_of(row).toPoint())
    QTest.mouseClick(diagram, LEFT, pos=QPoint(diagram.width() // 4, diagram.height() - 2))
    assert picked == [0, 3, 9]


def test_that_arrows_walk_the_diagram(diagram) -> None:
    picked: list[int] = []
    diagram.picked.connect(picked.append)
    diagram.picked.connect(diagram.set_selected)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left)
    for key in keys:
        QTest.keyClick(diagram, key)
    assert picked == [0, 2, 5, 9, 5, 2]
    QTest.keyClick(diagram, Qt.Key.Key_Home)
    assert picked[-1] == 0
    assert "root" in diagram.accessibleDescription()


def test_that_the_drawn_beam_is_drawn_again_only_for_another_size_or_search(diagram) -> None:
    diagram.grab()
    drawn = diagram._drawn
    diagram.set_level(2)
    diagram.set_selected(5)
    diagram.grab()
    assert diagram._drawn is drawn
    diagram.set_index(index_of())
    diagram.grab()
    assert diagram._drawn is not drawn


@pytest.fixture
def chart(qtbot) -> ScoreChart:
    widget = ScoreChart()
    qtbot.addWidget(widget)
    widget.resize(480, 220)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_trace(make_trace())
    return widget


def test_that_the_chart_reads_out_the_level_under_the_mouse(chart, qtbot) -> None:
    QTest.mouseMove(chart, chart._at(1, 1.0).toPoint())
    qtbot.waitUntil(lambda: bool(chart.toolTip()))
    assert chart.toolTip() == (
        "level 1 · best 2.0000 · beam mean 1.5000 · worst kept 1.0000 · best pruned 0.5000 · 2 kept, 2 pruned"
    )


def test_that_the_chart_switches_to_probabilities_by_the_keyboard(chart) -> None:
    chart.switch.setFocus()
    QTest.keyClick(chart.switch, Qt.Key.Key_Space)
    assert chart.read_out(1).startswith("level 1 · best 0.8808")
    assert chart._ticks[0] >= 0
    assert chart._ticks[-1] <= 1


def test_that_a_click_or_an_arrow_on_the_chart_goes_to_a_level(chart) -> None:
    chosen: list[int] = []
    chart.level_chosen.connect(chosen.append)
    chart.level_chosen.connect(chart.set_level)
    QTest.mouseClick(chart, LEFT, pos=chart._at(1, 1.0).toPoint())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(chart, key)
    assert chosen == [1, 2, 2, 1, 0, 2]


def test_that_ticks_are_round_and_span_the_values() -> None:
    assert nice_ticks(0.0, 1.0) == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert nice_ticks(-3.0, 18.4) == [-10.0, 0.0, 10.0, 20.0]
    assert len(nice_ticks(0.5, 0.5)) >= 2


@pytest.fixture
def film(qtbot) -> Transport:
    widget = Transport()
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.set_depth(3)
    return widget


def test_that_the_film_steps_by_buttons_and_stops_at_its_ends(film) -> None:
    assert not film.back.isEnabled()
    for _ in range(3):
        QTest.mouseClick(film.forward, LEFT)
    assert film.level == 3
    assert not film.forward.isEnabled()
    QTest.mouseClick(film.back, LEFT)
    assert film.level == 2


def test_that_the_film_plays_once_and_pauses_at_the_end(film, qtbot) -> None:
    seen: list[int] = []
    film.level_changed.connect(seen.append)
    film._timer.setInterval(1)
    QTest.mouseClick(film.play, LEFT)
    qtbot.waitUntil(lambda: not film.is_playing, timeout=5000)
    assert seen == [1, 2, 3]


def test_that_a_loop_begins_again_until_it_is_paused(film, qtbot) -> None:
    seen: list[int] = []
    film.level_changed.connect(seen.append)
    film._timer.setInterval(1)
    film.loop.setChecked(True)
    QTest.mouseClick(film.play, LEFT)
    qtbot.waitUntil(lambda: seen.count(0) >= 2, timeout=5000)
    QTest.mouseClick(film.play, LEFT)
    assert not film._timer.isActive()
    assert seen[:5] == [1, 2, 3, 0, 1]


def test_that_the_speed_is_chosen_by_the_keyboard(film) -> None:
    before = film._timer.interval()
    film.speed.setFocus()
    QTest.keyClick(film.speed, Qt.Key.Key_Down)
    assert film._timer.interval() == before // 2


def test_that_the_dropped_row_or_column_is_that_of_the_step() -> None:
    assert kept_part(0, cells=4) == (0.25, 0.0, 0.75, 1.0)
    assert kept_part(1, cells=4) == (0.0, 0.0, 0.75, 1.0)
    assert kept_part(2, cells=4) == (0.0, 0.25, 1.0, 0.75)
    assert kept_part(3, cells=4) == (0.0, 0.0, 1.0, 0.75)
    assert kept_part(255, cells=4) == (0.0, 0.0, 1.0, 1.0)
    assert map_part(make_trace(), 1) == (0.25, 0.0, 0.75, 1.0)


def test_that_the_path_is_walked_by_clicks_and_keys(qtbot) -> None:
    strip = PathStrip()
    qtbot.addWidget(strip)
    strip.set_path(index_of(), [0, 2, 5])
    strip.resize(strip.sizeHint())
    strip.show()
    qtbot.waitExposed(strip)
    picked: list[int] = []
    strip.picked.connect(picked.append)
    strip.picked.connect(strip.set_current)
    QTest.mouseClick(strip, LEFT, pos=strip.rect_of(1).center().toPoint())
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(strip, key)
    assert picked == [2, 0, 2, 5]
    assert "drop left column" in strip.accessibleDescription()
