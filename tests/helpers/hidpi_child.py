"""The real window at one scale factor, as a process of its own: Qt reads QT_SCALE_FACTOR at its start.

Arguments: a folder for settings and project. Prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QStyleOptionToolButton, QToolButton, QWidget

from tests.helpers.desk import isolate_settings
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.app import make_application, make_desk
from wsl_annotator.gui.canvas.geometry import HANDLES, handle_point
from wsl_annotator.gui.desk import Desk
from wsl_annotator.gui.dialogs.calibration_dialog import CalibrationDialog
from wsl_annotator.gui.dialogs.export_dialog import ExportDialog
from wsl_annotator.gui.dialogs.import_dialog import ImportDialog
from wsl_annotator.gui.dialogs.network_dialog import NetworkDialog
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog
from wsl_annotator.gui.dialogs.sheets import KeySheet
from wsl_annotator.gui.evaluation.dialog import EvaluationDialog
from wsl_annotator.gui.services.child import Children
from wsl_annotator.gui.shortcuts import LABELIMG
from wsl_annotator.gui.statistics.page import StatisticsPage
from wsl_annotator.gui.training.train_dialog import TrainDialog
from wsl_annotator.workflow.demo import build_sample

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
START, END = (120.0, 140.0), (300.0, 260.0)
PADDING = 28
"""Left and right of a push button's text, by the stylesheet."""


def wait(condition) -> None:
    for _ in range(2000):
        if condition():
            return
        QTest.qWait(5)
    raise SystemExit("the window did not come so far in time")


def at(desk: Desk, x: float, y: float) -> QPointF:
    return desk.canvas.viewportTransform().map(QPointF(x, y))


def draw(desk: Desk) -> Box:
    """Draw a box at a zoom of 1 and return what the project stored."""
    canvas = desk.canvas
    canvas.set_zoom(1.0)
    canvas.set_tool("draw")
    viewport = canvas.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEY, at(desk, *START).toPoint())
    QTest.mouseMove(viewport, at(desk, 200, 200).toPoint())
    QTest.mouseMove(viewport, at(desk, *END).toPoint())
    QTest.mouseRelease(viewport, LEFT, NO_KEY, at(desk, *END).toPoint())
    (record,) = desk.session.owned.values()
    return record.box


def handle_sides(desk: Desk, box: Box) -> list[float]:
    """Return the width of each handle in logical pixels, measured in the picture of the canvas."""
    picture = desk.canvas.grab().toImage()
    scale = picture.devicePixelRatio()
    sides = []
    for part in HANDLES:
        middle = at(desk, *handle_point(box, part)) * scale
        x, y = round(middle.x()), round(middle.y())
        white = [
            picture.pixelColor(x + step, y).lightness() > 230 for step in range(-round(12 * scale), round(12 * scale))
        ]
        sides.append(sum(white) / scale)
    return sides


def cut_texts(window: QWidget) -> list[str]:
    """Return the texts of buttons and of labels in one line that have less room than they need."""
    cut = []
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and _shows_text(button) and button.width() < _needed(button):
            cut.append(f"{type(button).__name__} {button.text()!r}: {button.width()} < {_needed(button)}")
    for label in window.findChildren(QLabel):
        # A label that may shrink is elided or wrapped on purpose.
        shrinks = label.wordWrap() or label.sizePolicy().horizontalPolicy() == label.sizePolicy().Policy.Ignored
        if label.isVisible() and label.text() and not shrinks and label.width() < label.minimumSizeHint().width():
            cut.append(f"QLabel {label.text()!r}")
    return cut


def _needed(button: QAbstractButton) -> int:
    if isinstance(button, QPushButton) and button.isDefault():
        # The style makes a default button bold and does not count it in.
        bold = button.font()
        bold.setBold(True)
        return QFontMetrics(bold).horizontalAdvance(button.text()) + PADDING
    return button.sizeHint().width()


def dialogs(desk: Desk) -> list[QWidget]:
    """Return dialogs with many words."""
    counts = {BoxState.ACCEPTED: 12, BoxState.ADJUSTED: 3, BoxState.DRAWN: 120, BoxState.PROPOSED: 4}
    window = desk.window
    return [
        ExportDialog(folder=Path("/home/ada"), name="a", counts=counts, parent=window),
        NetworkDialog(desk.settings.search, parent=window),
        NewProjectDialog(parent=window),
        ImportDialog(parent=window),
        KeySheet(LABELIMG, name="labelImg", parent=window),
        EvaluationDialog(window),
        TrainDialog(desk.training.memory, window),
        CalibrationDialog((), least_boxes=5, parent=window),
        StatisticsPage(window),
    ]


def cut_in_dialogs(desk: Desk) -> list[str]:
    """Return what is cut in each of them."""
    cut = []
    for dialog in dialogs(desk):
        dialog.show()
        QTest.qWait(20)
        cut += [f"{type(dialog).__name__}: {text}" for text in cut_texts(dialog)]
        dialog.hide()
    return cut


def _shows_text(button: QAbstractButton) -> bool:
    if not isinstance(button, QToolButton):
        return True
    option = QStyleOptionToolButton()
    button.initStyleOption(option)
    return option.toolButtonStyle != Qt.ToolButtonStyle.ToolButtonIconOnly


def icon_sizes(window: QWidget) -> list[list[float]]:
    """Return logical side and pixels of each icon on a button, as the button asks for it."""
    scale = window.devicePixelRatioF()
    sizes = []
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and not button.icon().isNull() and button.metaObject().className().startswith("QTool"):
            asked = button.iconSize()
            pixmap = button.icon().pixmap(asked, scale)
            sizes.append([asked.width(), pixmap.width(), pixmap.devicePixelRatio()])
    return sizes


def main() -> int:
    folder = Path(sys.argv[1])
    isolate_settings(folder / "settings")
    desk = make_desk(make_application(), Children())
    # Nothing is searched here: without torch each of these processes lives a second.
    desk.window.painted.disconnect(desk.propose.warm_up_soon)
    desk.window.resize(1400, 880)
    desk.window.show()
    desk.window.activateWindow()
    desk.projects.open_path(build_sample(folder / "sample"))
    scene = desk.canvas.canvas_scene
    wait(lambda: desk.session.image is not None and scene.width == desk.session.image.width > 0)
    wait(lambda: not desk.thumbnails.jobs.busy)
    box = draw(desk)
    QTest.qWait(50)
    found = {
        "ratio": desk.window.devicePixelRatioF(),
        "picture": desk.window.grab().width() / desk.window.width(),
        "box": list(box.xyxy),
        "sides": handle_sides(desk, box),
        "cut": [*cut_texts(desk.window), *cut_in_dialogs(desk)],
        "icons": icon_sizes(desk.window),
        "toolbar": desk.window.toolbar.sizeHint().width() <= desk.window.width(),
    }
    print(json.dumps(found), flush=True)
    desk.window.close()
    desk.shut_down()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
