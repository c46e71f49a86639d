"""The item models keep Qt's contract, and say what they show."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.values import CanvasBox
from wsl_annotator.gui.models.box_model import SCORE, SORT_ROLE, BoxModel
from wsl_annotator.gui.models.class_model import ClassModel, ClassRow

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def canvas_box(key: str, *, score: float | None = 0.5, state: BoxState = BoxState.PROPOSED) -> CanvasBox:
    return CanvasBox(key, Box(1, 2, 11, 22), 1, "dog", "#56b4e9", state, score)


def class_row(number: int, **changes: object) -> ClassRow:
    values = {"color": "#56b4e9", "key_hint": str(number), "label": LabelState.UNKNOWN, "score": None}
    values |= {"threshold": 0.5, "boxes": 0, "proposals": 0, "searched": False, "editable": True}
    return ClassRow(**{"id": number, "name": f"class {number}", **values, **changes})


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
