"""The item models keep Qt's contract, and say what they show."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus, ImageSummary
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.models.box_model import SCORE, SORT_ROLE, BoxModel
from wsl_annotator.gui.models.class_model import ClassModel, ClassRow
from wsl_annotator.gui.models.image_filter import ImageFilter, matches
from wsl_annotator.gui.models.image_model import ID_ROLE, ImageModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def summary(number: int, **changes: object) -> ImageSummary:
    values = {"width": 64, "height": 48, "status": ImageStatus.UNTOUCHED, "problem": "", "boxes": 0}
    values |= {"localizations": 0, "positives": 0}
    return ImageSummary(**{"id": number, "path": f"folder/image {number}.png", **values, **changes})


def canvas_box(key: str, *, score: float | None = 0.5, state: BoxState = BoxState.PROPOSED) -> CanvasBox:
    return CanvasBox(key, Box(1, 2, 11, 22), 1, "dog", "#56b4e9", state, score)


def class_row(number: int, **changes: object) -> ClassRow:
    values = {"color": "#56b4e9", "key_hint": str(number), "label": LabelState.UNKNOWN, "score": None}
    values |= {"threshold": 0.5, "boxes": 0, "proposals": 0, "searched": False, "editable": True}
    return ClassRow(**{"id": number, "name": f"class {number}", **values, **changes})


def test_that_the_image_model_keeps_the_contract_while_rows_come_change_and_go(qtbot) -> None:
    model = ImageModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_rows([summary(1), summary(2)], root=Path("/images"))
    model.update_row(summary(2, status=ImageStatus.VERIFIED))
    assert model.summary(1).status is ImageStatus.VERIFIED
    assert [model.index(row).data(ID_ROLE) for row in range(2)] == [1, 2]
    model.set_rows([], root=Path())
    assert model.rowCount() == 0


def test_that_an_image_row_reads_its_status_and_counts_aloud(qtbot) -> None:
    model = ImageModel()
    model.set_rows([summary(7, boxes=2, localizations=1, status=ImageStatus.SKIPPED)], root=Path())
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "image 7.png" in text
    assert "skipped" in text
    assert "2 box" in text


def test_that_the_box_model_keeps_the_contract_while_a_threshold_moves(qtbot) -> None:
    model = BoxModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_rows([canvas_box("p1:0"), canvas_box("p1:1", score=0.2)])
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows([canvas_box("p1:0", score=0.4), canvas_box("p1:1", score=0.2)])
    assert not resets
    assert model.index(0, SCORE).data() == "0.40"
    model.set_rows([canvas_box("b1", score=None, state=BoxState.DRAWN)])
    assert (model.row_of("b1"), model.row_of("p1:0")) == (0, -1)
    assert model.index(0, SCORE).data(SORT_ROLE) == -1.0


def test_that_the_class_model_keeps_the_contract(qtbot) -> None:
    model = ClassModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_rows([class_row(1), class_row(2)])
    model.set_rows([class_row(1), class_row(2, threshold=0.7)])
    assert model.row(1).threshold == 0.7
    model.set_rows([class_row(2)])
    assert model.rowCount() == 1


def test_that_the_filter_keeps_the_contract_and_the_order(qtbot) -> None:
    model, proxy = ImageModel(), ImageFilter()
    proxy.setSourceModel(model)
    QAbstractItemModelTester(proxy, FATAL, proxy)
    model.set_rows([summary(number) for number in range(1, 21)], root=Path())
    proxy.set_text("image 1")
    assert [proxy.index(row, 0).data(ID_ROLE) for row in range(proxy.rowCount())] == [1, *range(10, 20)]


@pytest.mark.parametrize(
    ("text", "changes", "passes"),
    [
        ("", {}, True),
        ("IMAGE folder", {}, True),
        ("dog", {}, False),
        ("is:verified", {"status": ImageStatus.VERIFIED}, True),
        ("is:verified", {}, False),
        ("is:broken", {"problem": "It is cut off."}, True),
        ("has:boxes has:proposals", {"boxes": 1}, False),
        ("has:boxes has:proposals", {"boxes": 1, "localizations": 1}, True),
        ("has:labels image", {"positives": 2}, True),
    ],
)
def test_that_every_word_of_the_filter_must_hold(text: str, changes: dict[str, object], passes: bool) -> None:
    assert matches(summary(3, **changes), text) is passes
