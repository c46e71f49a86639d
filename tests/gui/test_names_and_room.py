"""Names of files and classes are shown letter by letter, in the room that there is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QLabel, QWidget

from tests.helpers.desk import Hands
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.panels.name_label import NameLabel
from wsl_annotator.gui.panels.view_bar import ViewBar
from wsl_annotator.workflow.new_project import create_project

LONG = "a class name that is much longer than any panel or bar of this window is wide " * 2


@pytest.fixture
def named(tmp_path: Path) -> Path:
    """Return a project whose file and classes have names that look like markup, or are long."""
    (tmp_path / "named").mkdir()
    Image.new("RGB", (64, 48)).save(tmp_path / "named" / "it's & <b>bold.png")
    classes = ["<i>slanted</i>", LONG]
    return create_project(tmp_path / "named.wsl", images=tmp_path / "named", classes=classes).path


def parts_of(bar: QWidget) -> list[QRect]:
    layout = bar.layout()
    widgets = [layout.itemAt(at).widget() for at in range(layout.count())]
    return [widget.geometry() for widget in widgets if widget is not None and widget.isVisible()]


def test_that_a_name_with_angle_brackets_is_not_taken_for_markup(hands: Hands, named: Path) -> None:
    hands.open(named)
    hands.desk.window.status.job.begin("", stoppable=True)
    hands.desk.window.status.job.show_progress(Progress(1, 2, "it's & <b>bold.png: level 2 of 4"))
    hands.until(lambda: True)
    shown = [label for label in hands.desk.window.findChildren(QLabel) if QtText.mightBeRichText(label.text())]
    assert len(shown) >= 3
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    model = hands.desk.images
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;bold.png" in tip


def test_that_a_long_class_name_is_cut_with_an_ellipsis_and_makes_no_room_for_itself(hands: Hands, named: Path) -> None:
    hands.open(named)
    window = hands.desk.window
    before = (window.width(), window.minimumSizeHint().width(), hands.desk.canvas.width())
    hands.key(Qt.Key.Key_2)
    hands.until(lambda: any(label.text() == LONG for label in window.findChildren(ViewBar)[0].findChildren(QLabel)))
    assert (window.width(), window.minimumSizeHint().width(), hands.desk.canvas.width()) == before
    labels = [label for label in window.findChildren(NameLabel) if label.text() == LONG and label.isVisible()]
    assert len(labels) == 2
    assert all(label.shown_text.endswith("…") for label in labels)
    assert all(label.toolTip() for label in labels)


@pytest.mark.parametrize("width", [240, 300, 400, 500, 640, 900])
def test_that_nothing_in_the_bar_lies_over_something_else_at_any_width(hands: Hands, squares: Path, width: int) -> None:
    hands.open(squares)
    (bar,) = hands.desk.window.findChildren(ViewBar)
    bar.setParent(None)
    bar.resize(width, bar.height())
    bar.show()
    hands.until(lambda: bar.width() == width)
    shown = parts_of(bar)
    assert len(shown) >= 4
    assert all(left.right() < right.left() for left, right in pairwise(shown))
    assert shown[-1].right() < width
    bar.close()


def test_that_closing_a_project_takes_along_what_was_said_of_it(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    status = hands.desk.window.status
    hands.desk.messages.warn("Something of this project.")
    assert status.zoom.text()
    hands.ctrl(Qt.Key.Key_W)
    hands.until(lambda: hands.desk.session.project is None)
    assert hands.desk.window.message_bar.text == ""
    assert status.zoom.text() == status.cursor.text() == ""
