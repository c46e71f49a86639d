"""The image list: its models keep Qt's contract under filtering, ordering and live changes, and say what they show."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import ImageStatus, ImageSummary
from wsl_annotator.gui.models.image_filter import CLASS_ROLE, ArrangedImages
from wsl_annotator.gui.models.image_model import ID_ROLE, SUMMARY_ROLE, ImageModel
from wsl_annotator.store.overview import ImageColumns, ImageFacts
from wsl_annotator.workflow.image_match import match_images
from wsl_annotator.workflow.image_table import ImageTable, TableFacts
from wsl_annotator.workflow.query_parser import parse
from wsl_annotator.workflow.queue import Arrangement, QueueMode, QueueOrder, QueuePlan, arrange

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DOG, CAT = 1, 2


def make_table(count: int, *, reverse: bool = False) -> ImageTable:
    sizes = np.full(count, 64, dtype=np.int32)
    paths = [f"folder/image {number}.png" for number in range(1, count + 1)]
    columns = ImageColumns(np.arange(1, count + 1), paths, sizes, sizes.copy(), np.zeros(count, dtype=np.uint8), {})
    order = np.arange(count)[::-1] if reverse else np.arange(count)
    return ImageTable(columns, order.copy(), TableFacts(count))


def summary(number: int, **changes: object) -> ImageSummary:
    values = {"width": 64, "height": 48, "status": ImageStatus.UNTOUCHED, "problem": "", "boxes": 0}
    values |= {"localizations": 0, "positives": 0}
    return ImageSummary(**{"id": number, "path": f"folder/image {number}.png", **values, **changes})


def facts(**changes: object) -> ImageFacts:
    values = {"labels": {}, "log_odds": {}, "proposed": {}, "boxes": (0, 0, 0, 0), "searches": 0}
    return ImageFacts(**{**values, **changes})


def listed(model: QAbstractItemModel) -> list[int]:
    return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]


def test_that_the_image_model_keeps_the_contract_while_rows_come_change_and_go(qtbot) -> None:
    model = ImageModel()
    QAbstractItemModelTester(model, FATAL, model)
    model.set_table(make_table(2), root=Path("/images"))
    assert model.update_image(summary(2, status=ImageStatus.VERIFIED), facts()) is True
    assert model.update_image(summary(2, status=ImageStatus.VERIFIED), facts(searches=2)) is False
    assert model.update_image(summary(9, status=ImageStatus.VERIFIED), facts()) is False
    assert model.summary(1).status is ImageStatus.VERIFIED
    assert (listed(model), model.index(1).data(SUMMARY_ROLE).localizations) == ([1, 2], 2)
    model.refresh()
    model.set_table(make_table(0), root=Path())
    model.refresh()
    assert model.rowCount() == 0


def test_that_the_arranged_list_keeps_the_contract_under_filters_orders_and_live_changes(qtbot) -> None:
    model = ImageModel()
    shown = ArrangedImages(model)
    QAbstractItemModelTester(shown, FATAL, shown)
    table = make_table(40)
    model.set_table(table, root=Path())
    assert listed(shown) == list(range(1, 41))
    some = arrange(table, match_images(parse('"image 1"').where, table, {}), QueuePlan())
    assert shown.set_arrangement(some) is True
    assert shown.set_arrangement(some) is False
    assert listed(shown) == [1, *range(10, 20)]
    changed = []
    shown.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.update_image(summary(12, boxes=3), facts(labels={DOG: LabelState.POSITIVE}, boxes=(3, 0, 0, 0)))
    model.update_image(summary(30), facts(labels={CAT: LabelState.POSITIVE}))
    model.on_thumbnail_ready(10)
    assert changed == [(3, 3), (1, 1)]
    by_class = QueuePlan(order=QueueOrder.RANDOM, mode=QueueMode.CLASS_FIRST)
    shown.set_arrangement(arrange(table, np.ones(40, dtype=np.bool_), by_class, class_ids=[DOG, CAT]))
    assert (shown.index(0).data(ID_ROLE), shown.index(0).data(CLASS_ROLE)) == (12, DOG)
    assert (shown.index(1).data(ID_ROLE), shown.index(1).data(CLASS_ROLE)) == (30, CAT)
    assert sorted(listed(shown)) == list(range(1, 41))
    model.refresh()
    model.set_table(make_table(3, reverse=True), root=Path())
    assert listed(shown) == [3, 2, 1]
    shown.set_arrangement(Arrangement(np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.int32)))
    assert (shown.rowCount(), shown.image_id(0), shown.class_id(0), shown.places_of(1)) == (0, 0, 0, [])


def test_that_an_image_of_two_classes_changes_at_both_its_places(qtbot) -> None:
    model = ImageModel()
    shown = ArrangedImages(model)
    model.set_table(make_table(3), root=Path())
    twice = Arrangement(np.array([1, 0, 1], dtype=np.int32), np.array([DOG, CAT, CAT], dtype=np.int32))
    shown.set_arrangement(twice)
    assert shown.places_of(2) == [0, 2]
    changed = []
    shown.dataChanged.connect(lambda first, _: changed.append(first.row()))
    model.update_image(summary(2), facts())
    assert changed == [0, 2]


@pytest.mark.parametrize(
    ("changes", "known", "words"),
    [
        ({"status": ImageStatus.SKIPPED}, {"boxes": (1, 0, 1, 5), "searches": 1}, ["image 1.png", "skipped", "2 box"]),
        ({"problem": "It is cut off."}, {}, ["cannot be read"]),
        ({}, {"labels": {DOG: LabelState.POSITIVE}, "log_odds": {DOG: -3.0}}, ["the network doubts 1 label"]),
    ],
)
def test_that_an_image_row_reads_aloud_what_its_marks_mean(
    qtbot, changes: dict[str, object], known: dict[str, object], words: list[str]
) -> None:
    model = ImageModel()
    model.set_table(make_table(1), root=Path())
    model.update_image(summary(1, **changes), facts(**known))
    text = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert [word for word in words if word not in text] == []
