"""Thresholds that follow a person's boxes in the real window, by real keys and clicks."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionSlider

from tests.helpers.desk import Hands, make_squares_project
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.core.localization import HeatMap, Localization
from wsl_annotator.core.records import ClassRecord, LocalizationKey
from wsl_annotator.gui.panels.class_row import ClassRowWidget
from wsl_annotator.networks.calibrations import Calibration, ClassThreshold, text_with_calibration
from wsl_annotator.networks.card_file import CARD
from wsl_annotator.store.edits import PutClass
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.engine import EngineIdentity
from wsl_annotator.workflow.threshold_origin import ThresholdOrigin, read_origins, write_origins

RED = 1
OBJECT = Box(4, 4, 34, 24)
"""What a person adjusts proposals to: three columns of the heat below."""


def give_heat(path: Path, images: int) -> None:
    """Store a heat map of red for the first images: its boxes at .5 are one column wide, the object is three."""
    heat = HeatMap(
        x_edges=np.array([0.0, 4.0, 14.0, 24.0, 34.0, 64.0]),
        y_edges=np.array([0.0, 4.0, 24.0, 48.0]),
        values=np.array([[0, 0, 0, 0, 0], [0, 0.32, 0.8, 0.32, 0.1], [0, 0, 0, 0, 0]], np.float64),
    )
    with Project.open(path) as project:
        for record in project.images()[:images]:
            project.save_localization(
                LocalizationKey(image_id=record.id, class_id=RED, network_hash="toy", config_digest=FAST.digest),
                Localization(class_name="red", class_score=2.0, point=(19.0, 14.0), heat=heat, trace=None),
                image_sha256=record.sha256,
                network_name="toy",
                config=FAST,
                proposals=(),
                threshold=0.5,
            )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A project of eight pictures in which red was searched."""
    path = make_squares_project(tmp_path / "many", count=8)
    give_heat(path, 8)
    return path


def row(hands: Hands) -> ClassRowWidget:
    widget = hands.desk.class_panel.row_widget(RED)
    assert widget is not None
    return widget


def tau(hands: Hands) -> float:
    record = hands.desk.session.class_record(RED)
    assert record is not None
    return record.threshold


def settle(hands: Hands) -> None:
    hands.until(lambda: hands.desk.calibration.idle)


def adjust_a_proposal(hands: Hands) -> None:
    """Take the proposal of red and drag its edges to the object."""
    session = hands.desk.session
    proposal = next(found for found in session.proposals() if found.class_id == RED)
    hands.desk.review.on_box_edited(proposal.key, OBJECT)


def adjust(hands: Hands, count: int) -> None:
    """Adjust one proposal in each of so many images."""
    for number in range(count):
        adjust_a_proposal(hands)
        if number + 1 < count:
            hands.next_image()
    settle(hands)


def said(hands: Hands) -> str:
    """Everything that the message bar shows."""
    return " ".join(label.text() for label in hands.desk.window.message_bar.findChildren(QLabel))


def test_that_four_boxes_move_nothing_and_the_fifth_refits_the_threshold(hands: Hands, many: Path) -> None:
    hands.open(many)
    adjust(hands, 4)
    assert tau(hands) == 0.5
    hands.next_image()
    adjust_a_proposal(hands)
    settle(hands)
    assert tau(hands) == 0.35
    assert "5" in row(hands).basis.text()
    assert row(hands).basis.isVisible()
    assert row(hands).slider.value() == 35
    assert "red fitted to 5 box" in said(hands)


def test_that_undo_brings_the_threshold_back_and_it_then_stays_with_the_person(hands: Hands, many: Path) -> None:
    hands.open(many)
    adjust(hands, 5)
    assert tau(hands) == 0.35
    hands.ctrl(Qt.Key.Key_Z)
    assert tau(hands) == 0.5
    hands.next_image()
    adjust_a_proposal(hands)
    settle(hands)
    assert tau(hands) == 0.5
    assert row(hands).suggestion.isVisible()
    assert "0.35" in row(hands).suggestion.text()
    assert "6" in row(hands).suggestion.text()


def test_that_a_threshold_moved_by_hand_is_left_alone_and_a_click_takes_the_suggestion(
    hands: Hands, many: Path
) -> None:
    hands.open(many)
    hands.desk.session.set_class(RED)
    hands.key(Qt.Key.Key_BracketRight)
    assert tau(hands) == pytest.approx(0.52)
    adjust(hands, 5)
    assert tau(hands) == pytest.approx(0.52)
    assert row(hands).basis.text() == "your choice"
    QTest.mouseClick(row(hands).suggestion, Qt.MouseButton.LeftButton)
    assert tau(hands) == 0.35
    hands.until(lambda: not row(hands).suggestion.isVisible())
    assert "5" in row(hands).basis.text()
    hands.ctrl(Qt.Key.Key_Z)
    assert tau(hands) == pytest.approx(0.52)
    # one step further the boxes are asked again
    hands.key(Qt.Key.Key_BracketRight)
    settle(hands)
    assert tau(hands) == pytest.approx(0.54)
    assert row(hands).suggestion.isVisible()


def test_that_nothing_moves_while_the_slider_is_dragged(hands: Hands, many: Path) -> None:
    hands.open(many)
    adjust(hands, 4)
    hands.next_image()
    slider = row(hands).slider
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    handle = slider.style().subControlRect(
        QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, slider
    )
    adjust_a_proposal(hands)
    at = handle.center()
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    QTest.mouseMove(slider, at + QPoint(30, 0))
    assert slider.isSliderDown()
    hands.qtbot.wait(900)
    assert tau(hands) == 0.5
    assert not hands.desk.calibration.idle
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(30, 0))
    chosen = tau(hands)
    assert chosen > 0.5
    settle(hands)
    assert tau(hands) == chosen
    assert row(hands).suggestion.isVisible()


def test_that_the_switch_in_the_menu_stops_it(hands: Hands, many: Path) -> None:
    hands.open(many)
    hands.desk.actions["auto_threshold"].trigger()
    assert hands.desk.settings.switch("auto_threshold", default=True) is False
    adjust(hands, 5)
    assert tau(hands) == 0.5
    assert hands.desk.calibration.idle


def test_that_ctrl_k_shows_a_table_and_sets_what_is_ticked_in_one_undo_step(hands: Hands, many: Path) -> None:
    hands.open(many)
    hands.desk.actions["auto_threshold"].trigger()
    adjust(hands, 5)
    hands.ctrl(Qt.Key.Key_K)
    hands.until(lambda: hands.desk.calibration._dialog is not None)
    dialog = hands.desk.calibration._dialog
    cells = [dialog.table.item(0, column).text() for column in range(9)]
    assert cells[:3] == ["red", "0.50", "0.35"]
    assert cells[4] == "5"
    assert cells[5:7] == ["0", "100"]
    assert [fit.name for fit in dialog.chosen()] == ["red"]
    assert dialog.table.item(1, 8).text() == "no boxes yet"
    QTest.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)
    assert tau(hands) == 0.35
    hands.desk.window.activateWindow()
    hands.until(hands.desk.window.isActiveWindow)
    hands.ctrl(Qt.Key.Key_Z)
    assert tau(hands) == 0.5


def test_that_a_person_s_threshold_is_not_ticked_in_the_table(hands: Hands, many: Path) -> None:
    hands.open(many)
    hands.desk.session.set_class(RED)
    hands.key(Qt.Key.Key_BracketRight)
    adjust(hands, 5)
    hands.ctrl(Qt.Key.Key_K)
    hands.until(lambda: hands.desk.calibration._dialog is not None)
    dialog = hands.desk.calibration._dialog
    assert dialog.chosen() == []
    assert dialog.table.item(0, 8).text() == "you chose it"
    assert not dialog.set_button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert tau(hands) == pytest.approx(0.52)


def test_that_without_a_box_ctrl_k_says_so(hands: Hands, many: Path) -> None:
    hands.open(many)
    hands.ctrl(Qt.Key.Key_K)
    settle(hands)
    assert hands.desk.calibration._dialog is None
    assert "no box" in said(hands)


def test_that_what_stands_behind_a_threshold_is_shown_again_after_opening(hands: Hands, many: Path) -> None:
    with Project.open(many) as project:
        write_origins(project, {RED: ThresholdOrigin(by="card", value=0.5, boxes=40, low=0.4, high=0.6)})
    hands.open(many)
    assert row(hands).basis.text() == "from the network card"
    assert "0.40" in row(hands).basis.toolTip()


def test_that_the_origin_is_in_the_file(hands: Hands, many: Path) -> None:
    hands.open(many)
    adjust(hands, 5)
    with Project.open(many, read_only=True) as reader:
        assert read_origins(reader)[RED] == ThresholdOrigin(by="boxes", value=0.35, boxes=5, low=0.15, high=0.35)


def test_that_a_network_that_is_no_card_is_asked_for_no_thresholds(hands: Hands, many: Path) -> None:
    started: list[str] = []
    hands.desk.calibration_jobs.started.connect(lambda _, job: started.append(type(job).__name__))
    hands.open(many)
    hands.key(Qt.Key.Key_P)
    hands.until(hands.idle)
    assert started == []


def test_that_a_calibrated_card_begins_a_project_at_its_thresholds_in_one_undo_step(
    hands: Hands, many: Path, tmp_path: Path
) -> None:
    card = tmp_path / "card"
    card.mkdir()
    (card / CARD).write_text('{"format": 1}', encoding="utf-8")
    fitted = ClassThreshold(
        threshold=0.3, low=0.2, high=0.4, images=8, boxes=21, average_precision=0.6, average_precision_before=0.2
    )
    calibration = Calibration(
        preset="fast",
        iou_threshold=0.5,
        truth="t.json",
        made_at="2026-01-02",
        classes=dict.fromkeys(("red", "blue", "cat"), fitted),
    )
    text = text_with_calibration(card, digest=FAST.digest, calibration=calibration)
    (card / CARD).write_text(text, encoding="utf-8")
    hands.open(many)
    hands.desk.session.set_class(3)
    hands.key(Qt.Key.Key_BracketRight)
    hands.desk.settings.search = dataclasses.replace(hands.desk.settings.search, network=str(card))
    identity = EngineIdentity(
        network_name="card", network_hash="x", config=FAST, classes=("red",), device="cpu", threads=1
    )
    hands.desk.propose.identity_known.emit(identity)
    settle(hands)
    assert tau(hands) == 0.3
    blue = hands.desk.session.class_record(3)
    assert blue.threshold == pytest.approx(0.52)
    assert row(hands).basis.text() == "from the network card"
    hands.ctrl(Qt.Key.Key_Z)
    assert tau(hands) == 0.5
    # a class that comes later begins there too; what was taken back stays
    hands.desk.review.push(PutClass(ClassRecord(id=9, name="cat", color="#123456")), "add", on_image=False)
    hands.until(lambda: hands.desk.session.class_record(9).threshold == 0.3)
    assert tau(hands) == 0.5
    for _ in range(2):
        hands.ctrl(Qt.Key.Key_Z)
    assert hands.desk.session.class_record(9) is None
    assert "cat" not in said(hands)
    hands.desk.propose.identity_known.emit(dataclasses.replace(identity, config=PAPER))
    settle(hands)
    assert "another search" in said(hands)
