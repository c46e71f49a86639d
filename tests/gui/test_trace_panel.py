"""Stepping through a search."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QToolButton

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.localization import HeatMap, Localization, SearchTrace
from wsl_annotator.gui.canvas.values import TraceView
from wsl_annotator.gui.panels.level_chart import LevelChart
from wsl_annotator.gui.panels.trace_panel import TracePanel, trace_view

ROOT, LEFT, RIGHT = (0, 0, 60, 60), (10, 0, 60, 60), (0, 0, 50, 60)


def search() -> Localization:
    """Two levels below the root; the box of rows 4 and 5 is reached twice."""
    boxes = [ROOT, LEFT, RIGHT, (20, 0, 60, 60), (10, 0, 50, 60), (10, 0, 50, 60), (0, 0, 40, 60)]
    trace = SearchTrace(
        level=np.array([0, 1, 1, 2, 2, 2, 2], dtype=np.uint8),
        parent=np.array([-1, 0, 0, 1, 1, 2, 2], dtype=np.int32),
        child=np.array([255, 0, 1, 0, 1, 0, 1], dtype=np.uint8),
        boxes=np.array(boxes, dtype=np.float64),
        score=np.array([0.0, 1.0, -1.0, 2.0, 3.0, 3.0, -2.0]),
        kept=np.array([True, True, False, False, True, True, False]),
    )
    heat = HeatMap(np.array([0.0, 60.0]), np.array([0.0, 60.0]), np.array([[0.5]]))
    return Localization("dog", 0.0, (30.0, 30.0), heat, trace)


@pytest.fixture
def panel(qtbot) -> TracePanel:
    widget = TracePanel()
    qtbot.addWidget(widget)
    widget.resize(320, 480)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.fixture
def views(panel) -> list[TraceView | None]:
    seen: list[TraceView | None] = []
    panel.view_changed.connect(seen.append)
    return seen


def button(panel: TracePanel, name: str) -> QToolButton:
    return next(child for child in panel.findChildren(QToolButton) if child.accessibleName() == name)


def test_that_a_level_tells_earlier_kept_and_pruned_apart() -> None:
    assert trace_view(search().trace, 2) == TraceView(
        level=2,
        earlier=(Box(*ROOT), Box(*LEFT)),
        kept=(Box(10, 0, 50, 60),),
        pruned=(Box(20, 0, 60, 60), Box(0, 0, 40, 60)),
    )
    assert trace_view(search().trace, 0) == TraceView(level=0, earlier=(), kept=(Box(*ROOT),), pruned=())


def test_that_the_slider_and_buttons_step_through_the_levels(panel, views) -> None:
    panel.set_localization(search())
    QTest.mouseClick(button(panel, "One level on"), Qt.MouseButton.LeftButton)
    panel.set_level(2)
    QTest.mouseClick(button(panel, "One level back"), Qt.MouseButton.LeftButton)
    assert [view.level for view in views] == [0, 1, 2, 1]
    panel.set_level(99)
    assert panel.level == 2
    assert not button(panel, "One level on").isEnabled()


def test_that_counts_and_scores_of_the_level_are_shown(panel) -> None:
    panel.set_localization(search())
    panel.set_level(2)
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "dog: level 2 of 2" in texts
    assert "0.953 – 0.953" in texts
    assert "0.119 – 0.881" in texts
    assert texts.count("2") == 3


def test_that_playing_goes_through_all_levels_and_stops(panel, views, qtbot) -> None:
    panel._timer.setInterval(1)
    panel.set_localization(search())
    panel.set_level(2)
    QTest.mouseClick(button(panel, "Play the search"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not button(panel, "Play the search").isChecked(), timeout=5000)
    assert [view.level for view in views] == [0, 2, 0, 1, 2]
    assert not panel._timer.isActive()


def test_that_nothing_is_shown_with_the_switch_off_or_the_panel_hidden(panel, views) -> None:
    panel.set_localization(search())
    panel.findChild(QCheckBox).setChecked(False)
    assert views[-1] is None
    panel.findChild(QCheckBox).setChecked(True)
    assert views[-1].level == 0
    panel.hide()
    assert views[-1] is None
    panel.set_localization(search())
    assert views[-1] is None
    panel.show()
    assert views[-1].level == 0


def test_that_a_localization_without_a_search_says_so(panel, views) -> None:
    found = search()
    panel.set_localization(Localization("dog", 0.0, (1.0, 1.0), found.heat, None))
    assert views[-1] is None
    assert any("does not search" in label.text() for label in panel.findChildren(QLabel))
    panel.set_localization(None)
    assert any("No search" in label.text() for label in panel.findChildren(QLabel))
    assert not button(panel, "Play the search").isEnabled()


def test_that_the_level_stays_for_another_class_as_deep(panel, views) -> None:
    panel.set_localization(search())
    panel.set_level(1)
    panel.set_localization(search())
    assert panel.level == 1
    assert views[-1].level == 1


def test_that_a_click_on_the_chart_goes_to_that_level(panel) -> None:
    panel.set_localization(search())
    chart = panel.findChild(LevelChart)
    for level in (2, 0, 1):
        x = round(chart._x(level, chart._plot()))
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(x, chart.height() // 2))
        assert panel.level == level


def test_that_the_panel_is_low_when_wide_and_narrow_when_high(panel) -> None:
    panel.set_localization(search())
    chart, switch = panel.findChild(LevelChart), panel.findChild(QCheckBox)
    assert switch.y() > chart.y() + chart.height()
    panel.resize(900, panel.height())
    QApplication.processEvents()
    panel.resize(900, 200)
    assert switch.x() > chart.x() + chart.width()
    assert panel.height() == 200
