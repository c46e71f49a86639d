"""The charts and the heat map of a training: what they show can be read, in both themes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from wsl_annotator.gui.theme import DARK, LIGHT, apply_theme, theme_colors
from wsl_annotator.gui.training.chart_axes import nice_ticks, tick_text, whole_ticks
from wsl_annotator.gui.training.cooccurrence_view import CooccurrenceView, share_text
from wsl_annotator.gui.training.curve_chart import Curve, CurveChart, thinned
from wsl_annotator.gui.training.history_charts import HistoryCharts, best_epoch
from wsl_annotator.training.figures import EpochFigures


@pytest.fixture(params=["light", "dark"])
def theme(request, qapp) -> str:
    apply_theme(qapp, request.param)
    yield request.param
    apply_theme(qapp, "light")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 1.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0.0, 0.69, [0.0, 0.2, 0.4, 0.6, 0.8]),
        (0.0, 7.3, [0.0, 2.0, 4.0, 6.0, 8.0]),
        (0.0, 0.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        (0.0, 3e-4, [0.0, 1e-4, 2e-4, 3e-4]),
    ],
)
def test_that_ticks_are_round_and_cover_the_values(low: float, high: float, expected: list[float]) -> None:
    assert nice_ticks(low, high, count=5) == pytest.approx(expected)


def test_that_ticks_of_epochs_are_whole_and_begin_at_the_first() -> None:
    assert whole_ticks(1, 5, count=5) == [1, 2, 3, 4, 5]
    assert whole_ticks(1, 20, count=5) == [1, 5, 10, 15, 20]
    assert whole_ticks(1, 1, count=5) == [1]
    assert [tick_text(value, [0.0, 0.05]) for value in (0.0, 0.05)] == ["0.00", "0.05"]
    assert tick_text(2000.0, [0.0, 1000.0]) == "2,000"


def history(count: int) -> list[EpochFigures]:
    return [
        EpochFigures(
            epoch=epoch,
            loss=1.0 / epoch,
            learning_rate=0.1,
            validation_loss=1.0 / epoch + 0.1,
            validation_map=0.9 - abs(epoch - 4) / 20,
        )
        for epoch in range(1, count + 1)
    ]


def pixels(chart: CurveChart) -> np.ndarray:
    image = chart.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).astype(int)


def count_of(chart: CurveChart, color: str) -> int:
    wanted = np.array(QColor(color).getRgb()[:3])
    return int((np.abs(pixels(chart) - wanted).max(axis=2) <= 24).sum())


def test_that_both_curves_and_the_best_epoch_are_painted_in_either_theme(qtbot, theme: str) -> None:
    charts = HistoryCharts()
    qtbot.addWidget(charts)
    charts.resize(900, 320)
    charts.show()
    colors = LIGHT if theme == "light" else DARK
    assert theme_colors() == colors
    before = [count_of(charts.loss, color) for color in (colors.info, colors.warning, colors.success)]
    charts.show_history(history(9))
    after = [count_of(charts.loss, color) for color in (colors.info, colors.warning, colors.success)]
    assert all(later > earlier + 40 for earlier, later in zip(before, after, strict=True)), (before, after)
    assert "best epoch 4" in charts.precision.accessibleDescription()


def test_that_the_mouse_and_the_keys_read_out_the_nearest_epoch(qtbot) -> None:
    chart = CurveChart(title="Loss", unit="u")
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show()
    QTest.mouseMove(chart, QPoint(250, 150))
    assert chart.reading == ""
    points = tuple((epoch, epoch / 10) for epoch in range(1, 10))
    chart.set_curves([Curve(name="training", points=points), Curve(name="held out", points=(), second=True)], best=0)
    QTest.mouseMove(chart, QPoint(498, 150))
    QTest.mouseMove(chart, QPoint(497, 150))
    qtbot.waitUntil(lambda: chart.reading == "epoch 9\ntraining: 0.9000")
    chart.setFocus()
    for key, epoch in (
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Right, 2),
        (Qt.Key.Key_End, 9),
        (Qt.Key.Key_Left, 8),
    ):
        QTest.keyClick(chart, key)
        assert chart.reading.startswith(f"epoch {epoch}\n")
    chart.set_curves([Curve(name="training", points=points[:3])], best=0)
    assert chart.reading == ""


def test_that_the_best_epoch_is_the_first_with_the_greatest_figure() -> None:
    assert best_epoch(history(9)) == 4
    assert best_epoch(()) == 0
    same = [EpochFigures(epoch=epoch, loss=1, learning_rate=1, validation_map=0.5) for epoch in (1, 2)]
    assert best_epoch(same) == 1
    assert best_epoch([EpochFigures(epoch=1, loss=1, learning_rate=1)]) == 0


def test_that_thousands_of_epochs_are_thinned_to_what_an_eye_can_tell_apart(qtbot) -> None:
    points = [(epoch, 1.0 / epoch) for epoch in range(1, 20_001)]
    few = thinned(points, keep=777)
    assert len(few) < 410
    assert (few[0], few[-1]) == (points[0], points[-1])
    assert points[776] in few
    assert thinned(points[:300], keep=0) == points[:300]
    charts = HistoryCharts()
    qtbot.addWidget(charts)
    charts.show_history(history(5000))
    charts.loss.setFocus()
    QTest.keyClick(charts.loss, Qt.Key.Key_End)
    QTest.keyClick(charts.loss, Qt.Key.Key_Left)
    assert charts.loss.reading.startswith("epoch 4999")
    assert not charts.grab().isNull()


MATRIX = ((1.0, 0.25, 0.0), (0.5, 1.0, 0.125), (0.0, 1.0, 1.0))


def test_that_the_heat_map_says_its_numbers_in_words_and_colours(qtbot, theme: str) -> None:
    view = CooccurrenceView()
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.matrix, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.set_matrix(("cat", "dog", "bird"), MATRIX)
    view.resize(500, 400)
    view.show()
    model = view.matrix
    texts = [[model.index(row, column).data() for column in range(3)] for row in range(3)]
    assert texts == [["1", ".25", "0"], [".50", "1", ".12"], ["0", "1", "1"]]
    assert "Of the training images with dog, 25% have cat too" in model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    grounds = [model.index(row, 1).data(Qt.ItemDataRole.BackgroundRole) for row in (0, 2)]
    colors = theme_colors()
    assert grounds[1].name() == colors.accent
    assert grounds[0].name() not in (colors.base, colors.accent)
    for row, column in ((0, 1), (2, 1), (1, 0)):
        ground, text = (
            model.index(row, column).data(role)
            for role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole)
        )
        assert abs(ground.lightnessF() - text.lightnessF()) > 0.3
    assert [model.headerData(0, way, Qt.ItemDataRole.DisplayRole) for way in Qt.Orientation] == ["cat", "cat"]


def test_that_many_classes_keep_readable_cells_and_few_get_large_ones(qtbot) -> None:
    view = CooccurrenceView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    names = [f"class {number}" for number in range(80)]
    view.set_matrix(names, np.eye(80).tolist())
    assert (view.columnWidth(0), view.rowHeight(0)) == (46, 32)
    view.set_matrix(names[:2], np.eye(2).tolist())
    assert (view.columnWidth(0), view.rowHeight(0)) == (84, 52)
    view.set_matrix((), ())
    assert view.matrix.rowCount() == 0
    QApplication.processEvents()


def test_that_shares_are_written_short() -> None:
    assert [share_text(value) for value in (0.0, 0.004, 0.5, 0.999, 1.0)] == ["0", ".00", ".50", "1.00", "1"]
