"""What is done in one turn of the event loop is painted in the next, and nothing is painted in the middle of work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.helpers.desk import Hands
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.painted_later import PaintedLater
from wsl_annotator.gui.panels.status_panel import JobStatus
from wsl_annotator.gui.turns import Turns


class Counted(QWidget):
    """Counts how often it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        self.paints += 1


def shown(qtbot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    qtbot.waitExposed(widget)
    qtbot.wait(20)


def test_that_a_held_widget_is_painted_in_the_next_turn_before_all_that_waits(qtbot) -> None:
    widget = Counted()
    shown(qtbot, widget)
    turns, order = Turns(), []
    later = PaintedLater(widget, turns)
    before = widget.paints
    turns.ask(lambda: order.append(("panel", widget.updatesEnabled())))
    later.hold()
    widget.update()
    QCoreApplication.sendPostedEvents()
    assert widget.paints == before
    qtbot.waitUntil(lambda: widget.paints > before)
    qtbot.waitUntil(lambda: not turns.waits)
    assert order == [("panel", True)]


def test_that_the_next_image_is_not_painted_in_the_turn_in_which_it_is_read(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    canvas, session = hands.desk.canvas, hands.desk.session
    first = session.image.id
    QTest.keyClick(canvas, Qt.Key.Key_D)
    assert session.image.id != first
    assert not canvas.viewport().updatesEnabled()
    hands.until(canvas.viewport().updatesEnabled)


def test_that_progress_is_shown_without_painting_in_the_middle_of_work(qtbot) -> None:
    window, other = QWidget(), Counted()
    status = JobStatus(QAction("Stop", window))
    box = QVBoxLayout(window)
    box.addWidget(other)
    box.addWidget(status)
    status.begin("Search", stoppable=True)
    shown(qtbot, window)
    for done in (1, 2, 3):
        before = other.paints
        other.update()
        status.show_progress(Progress(done=done, total=3))
        assert other.paints == before
        qtbot.waitUntil(lambda before=before: other.paints > before)
    assert "3 of 3" in status.text
