"""Active time is measured while a person works, and the page shows what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands
from wsl_annotator.store.project import Project


def test_that_every_judged_box_gets_its_active_time_and_the_page_counts_it(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    hands.key(Qt.Key.Key_Return)
    hands.qtbot.wait(60)
    hands.draw((4, 4), (30, 30))
    before = hands.desk.session.image
    # As the system tells it: to the window, which gives it to whatever has the focus.
    QTest.keyClick(hands.desk.window.windowHandle(), Qt.Key.Key_D)
    hands.until(lambda: hands.desk.session.image != before)
    hands.until(hands.picture_shown)
    hands.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    hands.until(lambda: hands.desk.statistics.controller.page is not None)
    page = hands.desk.statistics.controller.page
    hands.until(page.isVisible)
    total = sum(int(page.table.item(row, column).text()) for row in range(3) for column in (2, 5))
    assert total == 2
    project = hands.desk.session.project
    by_action = {span.action: span.seconds for span in project.activity()}
    assert by_action["drawn"] >= 0.06
    assert set(by_action) >= {"accepted", "drawn", "look"}
    assert "saved" in page.savings.text()


def test_that_time_still_in_hand_is_stored_when_the_project_is_closed(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((4, 4), (30, 30))
    hands.desk.projects.close_project()
    hands.until(lambda: not hands.desk.store.busy)
    with Project.open(squares, read_only=True) as project:
        assert [span.action for span in project.activity()][:1] == ["drawn"]


def test_that_a_read_only_project_measures_nothing(hands: Hands, squares: Path) -> None:
    with Project.open(squares) as writer:
        hands.open(squares)
        assert not hands.desk.session.writable
        hands.key(Qt.Key.Key_D)
        hands.desk.projects.close_project()
        hands.until(lambda: not hands.desk.store.busy)
        assert list(writer.activity()) == []


def test_that_exported_tables_are_those_on_the_page(hands: Hands, squares: Path, tmp_path: Path) -> None:
    hands.open(squares)
    hands.draw((4, 4), (30, 30))
    controller = hands.desk.statistics.controller
    controller.open_page()
    hands.until(lambda: controller.page.isVisible())
    controller.export(tmp_path / "tables")
    hands.until(lambda: not hands.desk.store.busy)
    assert (tmp_path / "tables" / "boxes.csv").read_text(encoding="utf-8").count("drawn") == 2


def test_that_charts_wait_until_there_is_something_in_them(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    controller = hands.desk.statistics.controller
    controller.open_page()
    hands.until(lambda: controller.page is not None and controller.page.isVisible())
    page = controller.page
    charts = [page.decisions, page.times]
    assert [chart.isVisible() for chart in charts] == [False, False]
    assert page.table.isVisible()
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.draw((4, 4), (30, 30))
    assert len(hands.desk.session.owned) == 1
    page.refresh_wanted.emit()
    hands.until(page.decisions.isVisible)
