"""Where an input begins, which has the focus and what it says is seen in both themes, as WCAG 2.2 asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tests.helpers.contrast import along, contrast
from wsl_annotator.gui.keys.key_edit import KeyEdit
from wsl_annotator.gui.theme import DARK, LIGHT, apply_theme, theme_colors

SOLID, BLANK = "\N{FULL BLOCK}" * 4, "\N{NO-BREAK SPACE}" * 4
"""Text whose ink has its very colour, without half-tones, and text without ink."""
OUTSIDE, INSIDE = 4, 8
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


def combo(text: str, *, editable: bool) -> QComboBox:
    box = QComboBox()
    box.addItem(text)
    box.setEditable(editable)
    return box


INPUTS: dict[str, Callable[[], QWidget]] = {
    "spin box": QSpinBox,
    "double spin box": QDoubleSpinBox,
    "closed combo": lambda: combo("", editable=False),
    "editable combo": lambda: combo("", editable=True),
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "rich text": QTextEdit,
    "keys": lambda: KeyEdit("Key"),
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "check box": lambda: QCheckBox(""),
    "radio button": lambda: QRadioButton(""),
}
FOCUSED = {**INPUTS, "button": lambda: QPushButton("Browse…")}


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_theme(qapp, "light")


class Sheet(QWidget):
    """A form with one widget in its middle and one that has the focus in its place."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.widget = widget
        self.other = QPushButton("Other")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(20, 20, 20, 20)
        rows.addWidget(widget)
        rows.addWidget(self.other)
        self.resize(240, 120)

    def give_focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()

    def picture(self) -> QImage:
        return self.grab().toImage()


@pytest.fixture
def sheet(qtbot, request: pytest.FixtureRequest) -> Sheet:
    made = Sheet(FOCUSED[request.param]())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def sides(sheet: Sheet) -> dict[str, list[str]]:
    """Return the colours from the ground of the form into the input, across each side of its frame."""
    area, image = sheet.widget.geometry(), sheet.picture()
    if isinstance(sheet.widget, QSlider):
        # Its groove, far from the handle and the filled part.
        x = area.left() + 3 * area.width() // 4
        return {"top": along(image, QPoint(x, area.top() - OUTSIDE), QPoint(0, 1), area.height() // 2 + OUTSIDE)}
    if isinstance(sheet.widget, QCheckBox | QRadioButton):
        area = QRect(area.left(), area.top(), area.height(), area.height())
    x, y, count = area.center().x(), area.center().y(), OUTSIDE + INSIDE
    found = {"left": along(image, QPoint(area.left() - OUTSIDE, y), QPoint(1, 0), count)}
    if not isinstance(sheet.widget, QCheckBox | QRadioButton):
        found["top"] = along(image, QPoint(x, area.top() - OUTSIDE), QPoint(0, 1), count)
        found["bottom"] = along(image, QPoint(x, area.bottom() + OUTSIDE), QPoint(0, -1), count)
        found["right"] = along(image, QPoint(area.right() + OUTSIDE, y), QPoint(-1, 0), count)
    return found


def longest_run(flags: list[bool]) -> int:
    runs, run = [0], 0
    for flag in flags:
        run = run + 1 if flag else 0
        runs.append(run)
    return max(runs)


@THEMES
@pytest.mark.parametrize("sheet", INPUTS, indirect=True)
def test_that_the_frame_of_an_input_contrasts_with_the_form_around_it(
    sheet: Sheet, qapp: QApplication, theme: str
) -> None:
    apply_theme(qapp, theme)
    sheet.give_focus(sheet.other)
    for side, colors in sides(sheet).items():
        assert colors[0] == theme_colors().window
        assert max(contrast(color, colors[0]) for color in colors) >= 3.0, side


@THEMES
@pytest.mark.parametrize("sheet", FOCUSED, indirect=True)
def test_that_the_input_with_the_focus_has_a_ring_twice_as_thick_as_a_frame(
    sheet: Sheet, qapp: QApplication, theme: str
) -> None:
    apply_theme(qapp, theme)
    sheet.give_focus(sheet.other)
    accent = theme_colors().accent
    assert all(accent not in colors for colors in sides(sheet).values())
    sheet.give_focus(sheet.widget)
    for side, colors in sides(sheet).items():
        assert longest_run([color == accent for color in colors]) == 2, side
        assert contrast(accent, colors[0]) >= 3.0


@pytest.mark.parametrize("sheet", ["spin box", "closed combo", "slider"], indirect=True)
def test_that_the_ring_grows_with_its_input_and_goes_with_the_focus(sheet: Sheet, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    sheet.give_focus(sheet.widget)
    sheet.resize(400, 160)
    QApplication.processEvents()
    assert all(DARK.accent in colors for colors in sides(sheet).values())
    apply_theme(qapp, "light")
    assert all(LIGHT.accent in colors for colors in sides(sheet).values())
    sheet.give_focus(sheet.other)
    assert all(LIGHT.accent not in colors for colors in sides(sheet).values())


def test_that_the_ring_is_there_again_after_the_input_that_had_it_was_deleted(qtbot, qapp: QApplication) -> None:
    apply_theme(qapp, "dark")
    for _ in range(2):
        sheet = Sheet(QSpinBox())
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.show()
        sheet.activateWindow()
        qtbot.waitUntil(sheet.isActiveWindow)
        sheet.give_focus(sheet.widget)
        assert all(DARK.accent in colors for colors in sides(sheet).values())
        with qtbot.waitSignal(sheet.destroyed):
            sheet.close()


WITH_TEXT: dict[str, Callable[[str], QWidget]] = {
    "spin box": lambda text: QSpinBox(prefix=text),
    "closed combo": lambda text: combo(text, editable=False),
    "editable combo": lambda text: combo(text, editable=True),
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "check box": QCheckBox,
    "radio button": QRadioButton,
    "button": QPushButton,
}
WITH_HINT: dict[str, Callable[[str], QWidget]] = {
    "line": lambda text: QLineEdit(placeholderText=text),
    "text": lambda text: QPlainTextEdit(placeholderText=text),
}


def ink_contrast(qtbot, make: Callable[[str], QWidget], *, enabled: bool) -> float:
    """Return how a text contrasts with its ground: with the same pixels where the text is blank."""
    pictures = []
    for text in (SOLID, BLANK):
        sheet = Sheet(make(text))
        qtbot.addWidget(sheet)
        sheet.widget.setEnabled(enabled)
        sheet.show()
        sheet.give_focus(sheet.other)
        pictures.append(sheet.picture())
    solid, blank = pictures
    assert solid.size() == blank.size()
    pairs = [
        (solid.pixelColor(x, y).name(), blank.pixelColor(x, y).name())
        for x in range(solid.width())
        for y in range(solid.height())
    ]
    found = [contrast(ink, ground) for ink, ground in pairs if ink != ground]
    assert len(found) > 100
    return median(found)


@THEMES
@pytest.mark.parametrize("kind", WITH_TEXT)
def test_that_what_cannot_be_used_now_can_be_read(qtbot, qapp: QApplication, kind: str, theme: str) -> None:
    apply_theme(qapp, theme)
    assert ink_contrast(qtbot, WITH_TEXT[kind], enabled=False) >= 3.0
    assert ink_contrast(qtbot, WITH_TEXT[kind], enabled=True) >= 4.5


@THEMES
@pytest.mark.parametrize("kind", WITH_HINT)
def test_that_the_hint_in_an_empty_field_can_be_read(qtbot, qapp: QApplication, kind: str, theme: str) -> None:
    apply_theme(qapp, theme)
    assert ink_contrast(qtbot, WITH_HINT[kind], enabled=True) >= 4.5
    assert ink_contrast(qtbot, WITH_HINT[kind], enabled=False) >= 3.0


def filled_list() -> QListWidget:
    view = QListWidget()
    view.addItems(["one", "two"])
    view.setCurrentRow(1)
    return view


def filled_tree() -> QTreeWidget:
    view = QTreeWidget()
    view.addTopLevelItems([QTreeWidgetItem(["one"]), QTreeWidgetItem(["two"])])
    view.setCurrentItem(view.topLevelItem(1))
    return view


def filled_table() -> QTableWidget:
    view = QTableWidget(2, 1)
    view.setItem(1, 0, QTableWidgetItem("two"))
    view.setCurrentCell(1, 0)
    return view


@THEMES
@pytest.mark.parametrize("make", [filled_list, filled_tree, filled_table])
def test_that_lines_of_their_own_mark_the_selected_row(
    qtbot, qapp: QApplication, make: Callable[[], QListWidget | QTreeWidget | QTableWidget], theme: str
) -> None:
    apply_theme(qapp, theme)
    view = make()
    qtbot.addWidget(view)
    view.resize(200, 160)
    view.show()
    qtbot.waitExposed(view)
    row = view.visualRect(view.currentIndex())
    image = view.viewport().grab().toImage()
    colors = along(image, QPoint(row.right() - 4, row.top()), QPoint(0, 1), row.height())
    above = image.pixelColor(row.right() - 4, row.top() - 4).name()
    assert contrast(colors[0], above) >= 3.0
    assert contrast(colors[-1], above) >= 3.0
    assert colors[len(colors) // 2] == theme_colors().accent_soft
