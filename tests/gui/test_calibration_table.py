"""The ticks of the calibration table are seen on their ground in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem, QTableWidget

from tests.helpers.contrast import contrast
from wsl_annotator.evaluation.calibration import TauFigures, ThresholdFit
from wsl_annotator.gui.dialogs.calibration_dialog import CalibrationDialog
from wsl_annotator.gui.theme import THEMES, apply_theme
from wsl_annotator.workflow.calibrate import LEAST_BOXES, ClassFit

LEAST_CONTRAST = 3.0
TICKED, UNTICKED = 0, 1


def make_dialog() -> CalibrationDialog:
    """Return the table of a class that is ticked, one that is not, and one without boxes."""
    fits = [
        ClassFit(class_id=1, name="dog", current=0.5, fit=fit(boxes=40)),
        ClassFit(class_id=2, name="bicycle", current=0.5, fit=fit(boxes=40), by_person=True),
        ClassFit(class_id=3, name="cat", current=0.5, fit=None),
    ]
    return CalibrationDialog(fits, least_boxes=LEAST_BOXES)


def fit(*, boxes: int) -> ThresholdFit:
    now = figures(threshold=0.5, average_precision=0.4)
    best = figures(threshold=0.35, average_precision=0.7)
    return ThresholdFit(
        best=best, current=now, curve=(best, now), low=0.3, high=0.4, images=9, boxes=boxes, iou_threshold=0.5
    )


def figures(*, threshold: float, average_precision: float) -> TauFigures:
    return TauFigures(threshold=threshold, average_precision=average_precision, accepted=0.8, proposals=9)


def indicator(table: QTableWidget, index: QModelIndex) -> QRect:
    """Return where the table paints the tick of a row, in its viewport."""
    option = QStyleOptionViewItem()
    option.initFrom(table)
    option.rect = table.visualRect(index)
    table.itemDelegateForIndex(index).initStyleOption(option, index)
    return table.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, table)


def seen(image: QImage, ground: str, places: list[tuple[float, float]]) -> float:
    """Return the greatest contrast with the ground along places in logical pixels."""
    scale = image.devicePixelRatio()
    return max(contrast(image.pixelColor(int(x * scale), int(y * scale)).name(), ground) for x, y in places)


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("row", [TICKED, UNTICKED])
@pytest.mark.parametrize("theme", [name for name in THEMES if name != "system"])
def test_that_each_side_of_a_tick_s_frame_is_seen(qtbot, qapp: QApplication, theme: str, row: int, scale: int) -> None:
    apply_theme(qapp, theme)
    dialog = make_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.table
    assert [one.class_id for one in dialog.chosen()] == [1]
    box = indicator(table, table.model().index(row, 0))
    image = QImage(table.viewport().size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    table.viewport().render(image)
    ground = image.pixelColor((box.right() + 3) * scale, box.center().y() * scale).name()
    middle_x, middle_y = box.center().x() + 0.5, box.center().y() + 0.5
    # Within two pixels of the edge and on the way from corner to corner, away from the mark in the middle.
    depth = [step / 2 for step in range(-1, 4)]
    sides = {
        "left": [(box.left() + inwards, middle_y + 2) for inwards in depth],
        "right": [(box.right() + 0.5 - inwards, middle_y + 3) for inwards in depth],
        "top": [(middle_x - 2, box.top() + inwards) for inwards in depth],
        "bottom": [(middle_x + 3, box.bottom() + 0.5 - inwards) for inwards in depth],
    }
    for side, places in sides.items():
        assert seen(image, ground, places) >= LEAST_CONTRAST, side


def test_that_the_frame_follows_a_change_of_the_theme(qtbot, qapp: QApplication) -> None:
    apply_theme(qapp, "light")
    dialog = make_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    apply_theme(qapp, "dark")
    table = dialog.table
    box = indicator(table, table.model().index(UNTICKED, 0))
    image = table.viewport().grab().toImage()
    ground = image.pixelColor(box.right() + 3, box.center().y()).name()
    places = [(box.left() + inwards, box.center().y()) for inwards in range(2)]
    assert seen(image, ground, places) >= LEAST_CONTRAST
