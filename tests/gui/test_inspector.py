"""The inspector with the real window, project, network and threads."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.helpers.desk import Hands, choose_network, isolate_settings, open_desk
from tests.helpers.look import Look
from tests.helpers.toy_project import square, write_network
from tests.helpers.traces import TWO_LEVELS, make_run, make_trace
from wsl_annotator.core.config import FAST, PAPER
from wsl_annotator.core.words import local_minute
from wsl_annotator.gui.inspector.rerun import Target
from wsl_annotator.gui.inspector.rerun_dialog import RerunDialog
from wsl_annotator.gui.settings import SearchChoice
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.engine import EngineOptions
from wsl_annotator.workflow.trace_file import read_run, write_run
from wsl_annotator.workflow.trace_run import same_heat

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def look(hands: Hands) -> Look:
    return Look(hands)


@pytest.fixture
def searched(hands: Hands, look: Look, squares: Path) -> Look:
    """The inspector on the first image, searched with the toy network."""
    hands.open(squares)
    hands.key(Qt.Key.Key_P)
    hands.until(lambda: bool(hands.desk.session.localizations) and hands.idle())
    look.open_current()
    return look


@pytest.fixture
def trace_file(tmp_path: Path) -> Path:
    folder = tmp_path / "traces"
    folder.mkdir()
    Image.fromarray(square("red", x=8, y=20)).save(folder / "photo.png")
    write_run(make_run(), folder / "trace.json")
    return folder / "trace.json"


def other_trace(folder: Path) -> Path:
    levels = (TWO_LEVELS[0], (TWO_LEVELS[1][0], [0, 5]))
    write_run(make_run(make_trace(levels)), folder / "other.json")
    return folder / "other.json"


def test_that_ctrl_r_shows_the_search_of_the_current_image_and_class(searched: Look) -> None:
    window, session = searched.window, searched.hands.desk.session
    stored = session.localizations[session.class_id]
    assert window.first.run.localization is stored.localization
    assert window.windowTitle().startswith("red · square_00.png")
    assert window.first.badge.text() == "✓ Replay exact"
    assert window.transport.level == stored.localization.trace.depth == 16
    assert same_heat(window.first.view.heat.heat, stored.localization.heat)
    assert window.second.isHidden()


def test_that_the_heat_grows_with_the_level_and_ends_at_the_stored_bits(searched: Look) -> None:
    window = searched.window
    stored = window.first.run.localization.heat
    for level in range(16):
        window.transport.set_level(level)
        assert not same_heat(window.first.view.heat.heat, stored)
    assert window.first.view.heat.heat.values.max() > 0
    window.transport.set_level(16)
    assert same_heat(window.first.view.heat.heat, stored)


def test_that_keys_alone_step_play_and_walk_the_candidates(searched: Look) -> None:
    window, view = searched.window, searched.window.first.view
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert window.transport.level == 0
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(window, Qt.Key.Key_Right, CONTROL)
    assert window.transport.level == 2
    QTest.keyClick(view, Qt.Key.Key_Down)
    index = window.first.index
    assert window.first.selected == index.best_of(2)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert index.rank[window.first.selected] == 2
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert window.transport.is_playing
    QTest.keyClick(window, Qt.Key.Key_Space, CONTROL)
    assert not window.transport.is_playing


def test_that_a_switch_hides_heat_boxes_or_what_was_pruned(searched: Look) -> None:
    window, scene = searched.window, searched.window.first.view.canvas_scene
    window.transport.set_level(3)
    QTest.keyClick(window, Qt.Key.Key_M)
    assert window.first.view.heat.heat is None
    assert scene.trace.view.pruned
    QTest.keyClick(window, Qt.Key.Key_R)
    assert scene.trace.view.pruned == ()
    assert scene.trace.view.kept
    QTest.keyClick(window, Qt.Key.Key_B)
    assert scene.trace.view is None


def test_that_pointing_at_the_photo_lists_its_candidates_and_marks_them_in_the_tree(searched: Look) -> None:
    window = searched.window
    window.transport.set_level(4)
    QTest.mouseMove(window.first.view.viewport(), searched.at(12.5, 10.5))
    searched.hands.until(lambda: bool(window.here.model.rows))
    index = window.first.index
    rows = [row for row in index.at(12.5, 10.5) if index.trace.level[row] <= 4]
    pointed = window.here.model.rows
    assert set(pointed) == set(rows)
    assert [index.area[row] for row in pointed] == sorted(index.area[row] for row in rows)
    brush = window.tree_model.index_of(rows[0]).data(Qt.ItemDataRole.BackgroundRole)
    assert brush is not None
    outside = next(row for row in range(len(index.trace)) if row not in rows)
    assert window.tree_model.index_of(outside).data(Qt.ItemDataRole.BackgroundRole) is None


def test_that_a_click_selects_the_smallest_and_a_second_one_the_next(searched: Look) -> None:
    window = searched.window
    window.transport.set_level(4)
    viewport = window.first.view.viewport()
    QTest.mouseClick(viewport, LEFT, pos=searched.at(12.5, 10.5))
    rows = window.here.model.rows
    assert window.first.selected == rows[0]
    assert window.tree.currentIndex().data(Qt.ItemDataRole.UserRole) == rows[0]
    QTest.mouseClick(viewport, LEFT, pos=searched.at(12.5, 10.5))
    assert window.first.selected == rows[1]
    QTest.mouseMove(viewport, searched.at(60, 44))
    assert window.here.model.rows == rows
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.mouseMove(viewport, searched.at(59, 43))
    searched.hands.until(lambda: bool(window.here.model.rows))
    assert window.here.model.rows != rows


def test_that_the_tree_selects_goes_to_the_level_and_shows_why(searched: Look) -> None:
    window = searched.window
    window.tabs.setCurrentWidget(window.tree)
    window.tree.setFocus()
    window.tree.setCurrentIndex(window.tree_model.index_of(0))
    assert window.transport.level == 0
    QTest.keyClick(window.tree, Qt.Key.Key_Down)
    row = window.first.selected
    assert window.first.index.trace.level[row] == 1
    assert window.transport.level == 1
    assert window.path.rows == (0, row)
    searched.hands.until(searched.pictures_there)
    assert set(window.first.crops) >= {0, row}


def test_that_the_crop_shown_is_the_crop_of_the_box(searched: Look) -> None:
    window = searched.window
    searched.hands.until(searched.pictures_there)
    crop = window.first.crops[0]
    assert (crop.width(), crop.height()) == (224, 224)
    # the red square lies at 4..20 of 64 and 4..20 of 48
    assert crop.pixelColor(round(12 / 64 * 224), round(12 / 48 * 224)).red() == 255
    assert crop.pixelColor(round(40 / 64 * 224), round(40 / 48 * 224)).red() == 0


def test_that_the_pictures_of_the_inspector_have_names(searched: Look) -> None:
    window = searched.window
    for part in (window.first.view, window.first.diagram, window.first.chart, window.tree, window.path):
        assert part.accessibleName()


def test_that_without_a_search_the_inspector_says_so_and_can_search(
    hands: Hands, look: Look, squares: Path, tmp_path: Path
) -> None:
    hands.open(squares)
    hands.ctrl(Qt.Key.Key_R)
    assert look.window.is_empty
    assert look.window.empty_text.text() == "square_00.png was not searched for red yet."
    answers = Answers(accept=True)
    QTest.mouseClick(look.window.search_now, LEFT)
    assert answers.seen == ["Run again beside"]
    hands.until(look.shown)
    assert look.window.first.run.summary.endswith("fast · M 8 · H 16")
    assert hands.desk.session.localizations == {}


class Answers:
    """Answers the next modal dialog."""

    def __init__(self, *, accept: bool) -> None:
        self.seen: list[str] = []
        self._accept = accept
        QTimer.singleShot(0, self._answer)

    def _answer(self) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RerunDialog)
        self.seen.append(dialog.windowTitle())
        dialog.accept() if self._accept else dialog.reject()


def test_that_a_run_with_other_settings_comes_beside_and_the_difference_is_marked(searched: Look) -> None:
    window = searched.window
    first = window.first.run
    photo, name = window.first.photo, first.localization.class_name
    beam = dataclasses.replace(FAST.beam, beam_width=2, depth=5)
    network = searched.hands.desk.settings.search.network
    options = EngineOptions(
        network=NetworkSpec(network),
        localizer=dataclasses.replace(FAST, preset="custom", beam=beam),
        device="cpu",
    )
    searched.controller.run_again(options, Target(photo, name))
    searched.hands.until(lambda: searched.shown("B") and bool(window.difference_head.text()))
    assert not window.second.isHidden()
    assert window.second.depth == 5
    assert "The beams part at level 1" in window.difference_head.text()
    assert window.transport.level == 1
    assert window.first.diagram._marked
    before = window.differences.currentRow()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert window.differences.currentRow() == before + 1
    window.transport.set_level(16)
    assert (window.first.level, window.second.level) == (16, 5)
    QTest.keyClick(window, Qt.Key.Key_W, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert window.second.isHidden()
    assert searched.hands.desk.session.localizations[searched.hands.desk.session.class_id].localization is (
        first.localization
    )


def test_that_a_class_the_network_does_not_know_is_one_sentence(searched: Look) -> None:
    network = searched.hands.desk.settings.search.network
    options = EngineOptions(network=NetworkSpec(network), localizer=PAPER, device="cpu")
    searched.controller.run_again(options, Target(searched.window.first.photo, "mauve"))
    searched.hands.until(lambda: "mauve" in searched.said())
    assert not searched.shown("B")
    assert searched.window.run_again.isEnabled()


def test_that_a_search_of_the_inspector_is_cancelled_within_a_second(qtbot, tmp_path: Path, squares: Path) -> None:
    with open_desk(qtbot, tmp_path, pause_s=0.4) as hands:
        look = Look(hands)
        hands.open(squares)
        hands.ctrl(Qt.Key.Key_R)
        options = EngineOptions(network=NetworkSpec(hands.desk.settings.search.network), localizer=PAPER, device="cpu")
        look.controller.run_again(options, Target(squares.parent / "images" / "square_00.png", "red"))
        hands.until(lambda: "level" in look.window.status.text())
        QTest.mouseClick(look.window.stop, LEFT)
        hands.until(lambda: not look.controller._rerun.running, timeout_ms=1000)
        assert not look.shown()
        assert look.window.statusBar().isHidden()


def test_that_another_search_of_the_project_is_offered_and_shown_beside(searched: Look) -> None:
    window = searched.window
    window.stored_menu.aboutToShow.emit()
    (action,) = window.stored_menu.actions()
    (stored,) = searched.hands.desk.session.localizations.values()
    assert action.text() == f"red · {window.first.run.summary} · {local_minute(stored.created_at)}"
    action.trigger()
    searched.hands.until(lambda: searched.shown("B") and bool(window.difference_head.text()))
    assert window.difference_head.text().startswith("Both runs kept the same boxes at every level.")
    assert window.differences.count() == 0


def test_that_the_feature_map_is_shown_where_its_network_is_open(searched: Look) -> None:
    card = searched.window.card
    assert card.energy.isEnabled()
    card.energy.setFocus()
    QTest.keyClick(card.energy, Qt.Key.Key_Space)
    searched.hands.until(lambda: card.source._energy is not None)
    assert card.source._energy.width() == 8
    QTest.keyClick(card.energy, Qt.Key.Key_Space)
    assert card.source._energy is None


def test_that_a_run_of_another_network_says_that_its_network_is_not_open(
    hands: Hands, look: Look, trace_file: Path
) -> None:
    look.open_trace(trace_file)
    hands.until(look.pictures_there)
    look.window.card.energy.setChecked(True)
    hands.until(lambda: "is not open" in look.said())
    assert not look.window.card.energy.isChecked()


# stored traces: no project, no network


def test_that_a_stored_trace_opens_without_project_and_network(hands: Hands, look: Look, trace_file: Path) -> None:
    hands.ctrl(Qt.Key.Key_R)
    assert "No project is open" in look.window.empty_text.text()
    look.open_trace(trace_file)
    window = look.window
    assert window.first.badge.text() == "✓ Replay exact"
    assert "greatest heat: the same bits" in window.first.badge.toolTip()
    assert window.first.image is not None
    assert window.transport.level == 2
    assert not look.said()


def test_that_a_trace_whose_photo_is_missing_is_shown_and_says_so(hands: Hands, look: Look, trace_file: Path) -> None:
    (trace_file.parent / "photo.png").unlink()
    look.open_trace(trace_file)
    assert look.window.first.image is None
    assert "photo.png was not found beside the trace" in look.said()
    assert look.window.first.view.canvas_scene.width == 64


def test_that_a_photo_of_another_size_is_told_in_one_sentence(hands: Hands, look: Look, trace_file: Path) -> None:
    Image.fromarray(square("red", x=8, y=20, width=80)).save(trace_file.parent / "photo.png")
    look.open_trace(trace_file)
    assert look.window.first.image is None
    assert "photo.png has 80 x 48 pixels, but the trace is of photo.png with 64 x 48." in look.said()


def test_that_a_broken_trace_is_one_sentence_and_leaves_what_is_shown(
    hands: Hands, look: Look, trace_file: Path
) -> None:
    broken = trace_file.with_name("broken.json")
    broken.write_text("{")
    look.controller.open_trace(broken)
    hands.until(lambda: "broken.json is no trace" in look.said())
    assert look.window.is_empty
    look.open_trace(trace_file)
    look.controller.open_trace(broken)
    hands.until(lambda: "broken.json is no trace" in look.said())
    assert not look.window.is_empty
    assert look.shown()


def test_that_a_trace_that_was_changed_fails_its_badge(hands: Hands, look: Look, trace_file: Path) -> None:
    values = json.loads(trace_file.read_text())
    values["trace"]["score"][5] = float(np.nextafter(values["trace"]["score"][5], 9.0) + 0.5)
    trace_file.write_text(json.dumps(values))
    look.open_trace(trace_file)
    assert look.window.first.badge.text() == "✗ Replay differs"
    assert "boxes: other bits" in look.window.first.badge.toolTip()


def test_that_two_traces_are_compared_and_the_first_difference_is_shown(
    hands: Hands, look: Look, trace_file: Path
) -> None:
    look.open_trace(trace_file)
    look.open_trace(other_trace(trace_file.parent), side="B")
    window = look.window
    hands.until(lambda: window.differences.count() > 0)
    assert [window.differences.item(row).text() for row in range(2)] == [
        "level 2, row 9: kept in A, pruned in the other run",
        "level 2, row 10: kept in B, pruned in the other run",
    ]
    assert window.transport.level == 2
    assert window.first.selected == 9
    assert window.second.selected == 9
    QTest.mouseClick(
        window.differences.viewport(), LEFT, pos=window.differences.visualItemRect(window.differences.item(1)).center()
    )
    assert window.second.selected == 10
    assert look.controller.look.active is window.second
    assert window.first.diagram._marked == {9}
    assert window.second.diagram._marked == {10}


def test_that_runs_on_photos_of_other_sizes_are_not_compared(hands: Hands, look: Look, trace_file: Path) -> None:
    other = dataclasses.replace(make_run(), width=128)
    write_run(other, trace_file.with_name("wide.json"))
    look.open_trace(trace_file)
    look.controller.open_trace(trace_file.with_name("wide.json"), side="B")
    hands.until(lambda: "only runs on one photo can be compared" in look.said())
    assert look.window.second.isHidden()


@pytest.mark.parametrize("suffix", [".gif", ".png", ".json"])
def test_that_what_is_looked_at_is_exported(hands: Hands, look: Look, trace_file: Path, suffix: str) -> None:
    look.open_trace(trace_file)
    target = trace_file.parent / f"out{suffix}"
    look.controller.exporter.export(target)
    hands.until(lambda: str(target) in look.said())
    if suffix == ".json":
        assert read_run(target).to_json() == read_run(trace_file).to_json()
    else:
        with Image.open(target) as picture:
            assert getattr(picture, "n_frames", 1) == (3 if suffix == ".gif" else 1)


def test_that_an_export_that_cannot_be_written_is_one_sentence(hands: Hands, look: Look, trace_file: Path) -> None:
    look.open_trace(trace_file)
    (trace_file.parent / "folder.gif").mkdir()
    look.controller.exporter.export(trace_file.parent / "folder.gif")
    hands.until(lambda: "it is a folder" in look.said())
    assert not look.controller.exporter.running


def test_that_the_film_and_thread_end_with_the_main_window(hands: Hands, look: Look, trace_file: Path) -> None:
    look.open_trace(trace_file)
    look.window.transport.set_level(0)
    look.window.transport.loop.setChecked(True)
    QTest.mouseClick(look.window.transport.play, LEFT)
    hands.desk.window.close()
    assert look.window.isHidden()
    assert not look.window.transport.is_playing
    assert hands.desk.shut_down()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_both_themes_are_painted_without_a_warning(hands: Hands, look: Look, trace_file: Path, theme: str) -> None:
    look.open_trace(trace_file)
    look.open_trace(other_trace(trace_file.parent), side="B")
    hands.until(look.pictures_there)
    hands.desk.windows.set_theme(theme)
    ground = look.window.grab().toImage().pixelColor(3, look.window.height() - 3).lightness()
    assert (ground < 100) == (theme == "dark")


def test_that_the_dialog_gives_the_settings_that_were_typed(qtbot, tmp_path: Path) -> None:
    isolate_settings(tmp_path / "settings")
    choose_network(write_network(tmp_path))
    dialog = RerunDialog(SearchChoice(network="bundled", preset="paper", device="cpu"), class_name="red")
    qtbot.addWidget(dialog)
    assert dialog.options().localizer == PAPER
    dialog.width_box.setValue(3)
    options = dialog.options()
    assert (options.localizer.preset, options.localizer.beam.beam_width, options.localizer.beam.depth) == (
        "custom",
        3,
        10,
    )
    dialog.network.setCurrentText(" ")
    assert dialog.problem
    assert not dialog.accept_button.isEnabled()
    assert "red" in " ".join(label.text() for label in dialog.findChildren(QLabel))
