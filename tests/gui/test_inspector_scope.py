"""The inspector on searches of a part: a region, or all but the boxes that were found."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene, QLabel

from tests.helpers.desk import Hands
from tests.helpers.look import Look
from tests.helpers.pairs import FIRST, HEIGHT, PALE, SECOND, WIDTH, make_pairs
from tests.helpers.traces import make_trace
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.gui.canvas.image_item import image_from_rgb
from wsl_annotator.gui.inspector.part_item import PartItem
from wsl_annotator.gui.inspector.rerun_dialog import RerunDialog
from wsl_annotator.gui.inspector.texts import comparison_text
from wsl_annotator.imaging.unseen import FILL_COLOR, cover, unseen_areas
from wsl_annotator.store.localizations import StoredLocalization
from wsl_annotator.workflow.trace_compare import compare_traces
from wsl_annotator.workflow.trace_crops import CROP_SIDE

CONTROL = Qt.KeyboardModifier.ControlModifier
RETURN = Qt.Key.Key_Return


@pytest.fixture
def look(hands: Hands, tmp_path: Path) -> Look:
    """A picture of two red squares, searched as a whole."""
    hands.open(make_pairs(tmp_path / "pair", count=1))
    hands.key(Qt.Key.Key_P)
    hands.until(lambda: bool(hands.desk.session.localizations) and hands.idle())
    return Look(hands)


def search_region(look: Look, start: tuple[float, float] = (70, 40), end: tuple[float, float] = (127, 95)) -> None:
    look.hands.key(Qt.Key.Key_G)
    look.hands.drag(start, end)
    wait(look)


def search_another(look: Look) -> None:
    """Draw a box over the first square and search for another instance."""
    look.hands.draw((4, 4), (36, 36))
    look.hands.key(Qt.Key.Key_I)
    wait(look)


def wait(look: Look) -> None:
    assert look.hands.desk.searches.running
    look.hands.until(lambda: not look.hands.desk.searches.running and not look.hands.desk.store.busy)


def newest_part(look: Look) -> StoredLocalization:
    return look.hands.desk.session.scoped[-1]


def select_proposal_of(look: Look, stored: StoredLocalization) -> None:
    """Select a proposal of a search, as a click in the table does."""
    session = look.hands.desk.session
    session.select(next(one.key for one in session.proposals() if one.localization_id == stored.id))


def opens(look: Look, stored: StoredLocalization) -> bool:
    """Open the inspector by Ctrl+R, and return whether it shows a search."""
    look.hands.desk.window.activateWindow()
    look.hands.until(look.hands.desk.window.isActiveWindow)
    look.hands.desk.canvas.setFocus()
    look.hands.ctrl(Qt.Key.Key_R)
    look.hands.until(lambda: look.shown() and not look.controller._jobs.busy)
    return look.window.first.run.localization.heat is stored.localization.heat


# which search is opened


def test_that_ctrl_r_shows_the_search_in_a_region_that_the_selected_box_came_from(look: Look) -> None:
    search_region(look)
    part, (whole,) = newest_part(look), look.hands.desk.session.localizations.values()
    select_proposal_of(look, part)
    assert opens(look, part)
    window = look.window
    assert window.windowTitle().startswith("red, in the region · pair_00.png")
    assert window.first.badge.text() == "✓ Replay exact"
    region = part.key.scope.region
    words = f"{region.width:.0f} × {region.height:.0f} at {region.x1:.0f}, {region.y1:.0f}"
    assert window.first.detail.text() == f"{window.first.run.summary} · {words}"
    assert window.first.view.part.scope == part.key.scope
    select_proposal_of(look, whole)
    assert opens(look, whole)
    assert window.windowTitle().startswith("red · pair_00.png")
    assert window.first.view.part.scope.is_whole


def test_that_a_box_owned_of_a_part_opens_that_part_and_nothing_selected_the_whole(look: Look) -> None:
    search_region(look)
    part, (whole,) = newest_part(look), look.hands.desk.session.localizations.values()
    select_proposal_of(look, part)
    look.hands.key(RETURN)
    session = look.hands.desk.session
    (record,) = session.owned.values()
    session.select(f"b{record.id}")
    assert opens(look, part)
    session.select("")
    assert opens(look, whole)


def test_that_a_class_searched_in_a_region_alone_opens_that_search(look: Look) -> None:
    look.hands.desk.canvas.select("")
    look.hands.key(Qt.Key.Key_2)
    search_region(look)
    look.hands.desk.canvas.select("")
    assert opens(look, newest_part(look))
    assert look.window.windowTitle().startswith("green, in the region")


# why this box


def test_that_the_way_to_the_candidate_that_was_taken_is_shown_in_its_part(look: Look) -> None:
    search_region(look)
    part = newest_part(look)
    select_proposal_of(look, part)
    look.hands.key(Qt.Key.Key_N)
    session = look.hands.desk.session
    candidate = session.proposal(session.selection)
    assert (candidate.localization_id, candidate.row is not None) == (part.id, True)
    assert opens(look, part)
    trace = part.localization.trace
    assert look.window.first.selected == candidate.row
    assert look.window.path.rows == tuple(trace.path(candidate.row))
    assert Box(*map(float, trace.boxes[look.window.path.rows[0]])) == part.key.scope.region
    assert look.window.tree.currentIndex().data(Qt.ItemDataRole.UserRole) == candidate.row
    look.hands.until(look.pictures_there)


def test_that_a_box_cut_from_heat_is_explained_by_the_nearest_candidate(look: Look) -> None:
    search_region(look)
    part = newest_part(look)
    select_proposal_of(look, part)
    box = look.hands.desk.session.proposal(look.hands.desk.session.selection).box
    assert opens(look, part)
    look.hands.until(look.pictures_there)
    assert set(look.window.path.rows) == set(look.window.first.crops)
    trace = part.localization.trace
    overlaps = [box.iou(Box(*map(float, row))) for row in trace.boxes[trace.kept]]
    assert box.iou(Box(*map(float, trace.boxes[look.window.first.selected]))) == pytest.approx(max(overlaps))


def test_that_opening_another_trace_explains_no_box_of_before(look: Look, tmp_path: Path) -> None:
    search_region(look)
    select_proposal_of(look, newest_part(look))
    look.hands.key(Qt.Key.Key_N)
    assert opens(look, newest_part(look))
    look.controller.exporter.export(tmp_path / "part.json")
    look.hands.until(lambda: "part.json" in look.said())
    look.controller.open_trace(tmp_path / "part.json")
    look.hands.until(lambda: not look.window.first.run.has_heat)
    index = look.window.first.index
    assert look.window.first.selected == index.best_of(index.trace.depth)
    assert look.window.windowTitle().startswith("red, in the region")


# what was filled


def test_that_crops_and_photo_of_a_filled_search_show_the_fill(look: Look) -> None:
    search_another(look)
    part = newest_part(look)
    (box,) = part.key.scope.filled
    select_proposal_of(look, part)
    assert opens(look, part)
    window = look.window
    assert window.first.title.text().startswith("red, without the boxes found · ")
    assert window.first.detail.text().endswith(f" · {box.width:.0f} × {box.height:.0f} at 4, 4")
    look.hands.until(look.pictures_there)
    crop = window.first.crops[0]
    x, y = box.center
    inside = crop.pixelColor(round(x / WIDTH * CROP_SIDE), round(y / HEIGHT * CROP_SIDE))
    assert [inside.red(), inside.green(), inside.blue()] == FILL_COLOR.tolist()
    x, y = SECOND.center
    other = crop.pixelColor(round(x / WIDTH * CROP_SIDE), round(y / HEIGHT * CROP_SIDE))
    assert (other.red(), other.green()) == (PALE, 0)
    assert pixel(look, *box.center) == tuple(FILL_COLOR.tolist())
    assert pixel(look, *SECOND.center) != tuple(FILL_COLOR.tolist())
    look.hands.desk.session.select("")
    (whole,) = look.hands.desk.session.localizations.values()
    assert opens(look, whole)
    assert pixel(look, *box.center) == (255, 0, 0)


def test_that_outside_its_region_the_photo_is_darkened(look: Look) -> None:
    search_region(look)
    select_proposal_of(look, newest_part(look))
    assert opens(look, newest_part(look))
    assert max(pixel(look, *FIRST.center)) < 255
    assert max(pixel(look, *SECOND.center)) == PALE


def test_that_the_window_covers_what_was_not_seen_as_a_written_picture_does(qtbot) -> None:
    rgb = np.random.default_rng(3).integers(0, 255, (90, 120, 3), dtype=np.uint8)
    scope = SearchScope(region=Box(30, 20, 100, 70), filled=(Box(10, 10, 50, 40), Box(60, 30, 80, 50)))
    image = image_from_rgb(rgb)
    scene = QGraphicsScene(0, 0, 120, 90)
    item = PartItem()
    item.set_extent(scene.sceneRect())
    item.set_scope(scope)
    scene.addItem(item)
    with QPainter(image) as painter:
        scene.render(painter, image.rect(), scene.sceneRect())
    shown = image.convertToFormat(QImage.Format.Format_RGB888)
    seen = np.frombuffer(shown.constBits(), dtype=np.uint8).reshape(90, shown.bytesPerLine())[:, :360]
    written = cover(rgb, unseen_areas(scope, width=120, height=90), scale=(1, 1))
    assert np.abs(seen.reshape(90, 120, 3).astype(int) - written).max() <= 2
    assert np.abs(written.astype(int) - rgb).max() > 100


@pytest.mark.parametrize("part_of", [search_region, search_another])
def test_that_an_exported_strip_and_film_mark_the_part(look: Look, tmp_path: Path, part_of) -> None:
    part_of(look)
    part = newest_part(look)
    select_proposal_of(look, part)
    assert opens(look, part)
    filled, spot = part.key.scope.filled, (FIRST.center[0], FIRST.y1 + 3)
    for name in ("part.gif", "part.png"):
        look.controller.exporter.export(tmp_path / name)
        look.hands.until(lambda name=name: name in look.said())
    with Image.open(tmp_path / "part.gif") as film:
        frame = np.asarray(film.convert("RGB"))
    with Image.open(tmp_path / "part.png") as strip:
        scale = 300 / HEIGHT
        panel = np.asarray(strip.convert("RGB"))[10:310, 10 : 10 + round(WIDTH * scale)]
    for picture, grown in ((frame, 1.0), (panel, scale)):
        color = picture[round(spot[1] * grown), round(spot[0] * grown)].astype(int)
        if filled:
            assert np.abs(color - FILL_COLOR).max() <= 12
        else:
            # Red no more: under the veil.
            assert color[0] < 215


def pixel(look: Look, x: float, y: float) -> tuple[int, int, int]:
    """Return a colour of the photo as the inspector shows it, without heat and boxes."""
    window = look.window
    for switch in (window.show_heat, window.show_boxes):
        switch.setChecked(False)
    window.first.view.candidates.hide()
    shown = window.first.view.viewport().grab().toImage()
    color = shown.pixelColor(look.at(x, y) * window.first.view.devicePixelRatioF())
    return color.red(), color.green(), color.blue()


# the menu of the stored searches


def test_that_stored_searches_of_parts_are_told_apart_and_come_beside(look: Look) -> None:
    search_region(look)
    search_region(look, (60, 30), (127, 95))
    search_another(look)
    (whole,), parts = look.hands.desk.session.localizations.values(), look.hands.desk.session.scoped
    look.hands.desk.session.select("")
    assert opens(look, whole)
    window = look.window
    window.stored_menu.aboutToShow.emit()
    actions = window.stored_menu.actions()
    texts = [action.text() for action in actions]
    assert len(set(texts)) == len(parts) + 1 == 4
    assert [sum(word in text for text in texts) for word in ("in the region: ", "without the boxes found: ")] == [2, 1]
    first, second = (part.key.scope.region for part in parts[:2])
    for region in (first, second):
        assert sum(f"in the region: {region.width:.0f} × {region.height:.0f} at" in text for text in texts) == 1
    next(action for action in actions if action.data() == parts[1].id).trigger()
    look.hands.until(lambda: look.shown("B") and bool(window.difference_head.text()))
    assert window.second.run.scope == parts[1].key.scope
    assert window.second.title.text() == "red, in the region"
    assert window.second.view.part.scope.region == second
    assert window.first.view.part.scope.is_whole


# again


def accept_rerun(said: list[str]) -> None:
    """Accept the dialog that comes next, and keep what it says."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RerunDialog)
        said.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.accept()

    QTimer.singleShot(0, answer)


@pytest.mark.parametrize("part_of", [search_region, search_another])
def test_that_run_again_searches_the_same_part_and_finds_the_same(look: Look, part_of) -> None:
    part_of(look)
    part, stored = newest_part(look), look.hands.desk.session.scoped
    select_proposal_of(look, part)
    assert opens(look, part)
    window = look.window
    look.activate()
    said: list[str] = []
    accept_rerun(said)
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    look.hands.until(lambda: look.shown("B") and bool(window.difference_head.text()))
    assert window.first.detail.text().rpartition(" · ")[2] in said[0]
    again = window.second.run
    assert again.scope == part.key.scope
    assert again.localization.trace.score.tobytes() == part.localization.trace.score.tobytes()
    assert window.difference_head.text().startswith("Both runs kept the same boxes at every level.")
    assert window.second.badge.text() == "✓ Replay exact"
    assert [one.id for one in look.hands.desk.session.scoped] == [one.id for one in stored]


def test_that_run_again_from_the_trace_of_a_part_searches_that_part(look: Look, tmp_path: Path) -> None:
    search_region(look)
    part = newest_part(look)
    select_proposal_of(look, part)
    assert opens(look, part)
    look.controller.exporter.export(tmp_path / "part.json")
    look.hands.until(lambda: "part.json" in look.said())
    look.controller.open_trace(tmp_path / "part.json")
    look.hands.until(lambda: not look.window.first.run.has_heat)
    look.activate()
    accept_rerun([])
    QTest.keyClick(look.window, Qt.Key.Key_N, CONTROL)
    look.hands.until(lambda: look.shown("B"))
    assert look.window.second.run.scope == part.key.scope


def choose_whole_by_keys(said: list[str]) -> None:
    """Choose the whole image in the dialog that comes next by keys alone, and run."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RerunDialog)
        assert not dialog.searches_whole
        dialog.area.setFocus()
        QTest.keyClick(dialog.area, Qt.Key.Key_Down)
        said.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        QTest.keyClick(dialog, RETURN)

    QTimer.singleShot(0, answer)


@pytest.mark.parametrize("part_of", [search_region, search_another])
def test_that_a_part_can_be_run_again_as_the_whole_and_stands_beside_it(look: Look, part_of) -> None:
    part_of(look)
    part, (whole,) = newest_part(look), look.hands.desk.session.localizations.values()
    stored = [one.id for one in look.hands.desk.session.scoped]
    select_proposal_of(look, part)
    assert opens(look, part)
    window = look.window
    look.activate()
    said: list[str] = []
    choose_whole_by_keys(said)
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    look.hands.until(lambda: look.shown("B") and bool(window.difference_head.text()))
    assert "the whole photo for red" in said[0]
    assert "same part" not in said[0]
    first, second = window.first, window.second
    assert first.run.scope == part.key.scope
    assert second.run.scope.is_whole
    assert second.view.part.scope.is_whole
    assert (first.title.text().startswith("red, "), second.title.text()) == (True, "red")
    assert second.run.localization.trace.score.tobytes() == whole.localization.trace.score.tobytes()
    assert second.badge.text() == "✓ Replay exact"
    assert window.difference_head.text().startswith(
        "The two runs searched different parts of the photo. The beams part at"
    )
    assert [one.id for one in look.hands.desk.session.scoped] == stored
    # The part is what is looked at: once more it is asked for first.
    look.activate()
    accept_rerun([])
    QTest.keyClick(window, Qt.Key.Key_N, CONTROL)
    look.hands.until(lambda: second.run is not None and not second.run.scope.is_whole)
    assert second.run.scope == part.key.scope
    look.hands.until(lambda: window.difference_head.text().startswith("Both runs kept the same boxes"))


def test_that_of_a_whole_search_the_dialog_asks_for_no_part(look: Look) -> None:
    (whole,) = look.hands.desk.session.localizations.values()
    assert opens(look, whole)
    look.activate()
    asked: list[tuple[bool, bool]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        asked.append((dialog.area.isVisible(), dialog.searches_whole))
        dialog.reject()

    QTimer.singleShot(0, answer)
    QTest.keyClick(look.window, Qt.Key.Key_N, CONTROL)
    assert asked == [(False, True)]
    assert not look.controller._rerun.running


def test_that_runs_without_a_common_box_are_not_said_to_agree() -> None:
    region = make_trace()
    moved = dataclasses.replace(region, boxes=region.boxes + 0.5)
    found = compare_traces(region, moved)
    assert found.shared_boxes == 0
    text = comparison_text(found, [WHOLE_IMAGE, SearchScope(region=Box(1, 1, 40, 40))])
    assert text.startswith("The two runs searched different parts of the photo. The beams part at level 0: ")
    assert text.endswith(" No box was scored by both.")
    same = comparison_text(compare_traces(region, region), [WHOLE_IMAGE, WHOLE_IMAGE])
    assert same == ("Both runs kept the same boxes at every level. Boxes that both scored have the same probabilities.")
