"""Projects by way of the window: new, read-only, broken images, import, export, thresholds."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.helpers.desk import Hands, dump
from tests.helpers.toy_project import write_squares
from wsl_annotator.core.boxes import Box
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.canvas.view import AnnotationCanvas
from wsl_annotator.gui.dialogs.export_dialog import ExportRequest
from wsl_annotator.gui.dialogs.import_dialog import ImportRequest
from wsl_annotator.gui.dialogs.new_project import NewProjectDialog, NewProjectRequest
from wsl_annotator.gui.panels.class_row import STEPS
from wsl_annotator.store.edits import SetLabel
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.export import ExportOptions
from wsl_annotator.workflow.threshold_origin import read_origins


def test_that_a_new_project_opens_with_its_labels(hands: Hands, tmp_path: Path) -> None:
    names = write_squares(tmp_path / "photos", 3)
    request = NewProjectRequest(tmp_path / "new.wsl", tmp_path / "photos", tmp_path / "labels.csv", ("blue",))
    hands.desk.projects.create(request)
    hands.until(hands.picture_shown)
    assert [row.path for row in hands.desk.images.summaries()] == names
    assert [record.name for record in hands.desk.session.classes] == ["blue", "red", "green"]
    assert "new" in hands.desk.window.windowTitle()


def test_that_a_new_project_over_an_existing_file_is_refused_in_the_window(hands: Hands, squares: Path) -> None:
    before = squares.read_bytes()
    hands.desk.projects.create(NewProjectRequest(squares, squares.parent / "images", None, ()))
    hands.until(hands.idle)
    assert str(squares) in hands.desk.window.message_bar.text
    assert squares.read_bytes() == before


HOLDER = """
import sys
from pathlib import Path
from wsl_annotator.store.project import Project
project = Project.open(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.readline()
project.close()
"""


def test_that_a_locked_project_opens_read_only_and_says_who_holds_it(hands: Hands, squares: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(squares)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    try:
        assert holder.stdout.readline() == "held\n"
        hands.open(squares)
        bar = hands.desk.window.message_bar
        assert str(holder.pid) in bar.text
        middle = bar.parentWidget().childAt(bar.geometry().center())
        assert bar is middle or bar.isAncestorOf(middle)
        assert "read-only" in hands.desk.window.windowTitle()
        before = dump(hands.desk.session.project)
        for key in (
            Qt.Key.Key_W,
            Qt.Key.Key_Return,
            Qt.Key.Key_X,
            Qt.Key.Key_Space,
            Qt.Key.Key_L,
            Qt.Key.Key_BracketLeft,
        ):
            hands.key(key)
        hands.key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        assert dump(hands.desk.session.project) == before
        assert not hands.desk.actions["propose_all"].isEnabled()
        assert hands.desk.actions["export"].isEnabled()
        hands.next_image()
    finally:
        holder.communicate("\n")


def test_that_a_broken_image_is_told_in_the_canvas_and_the_rest_goes_on(hands: Hands, squares: Path) -> None:
    images = squares.parent / "images"
    (images / "square_01.png").write_bytes((images / "square_01.png").read_bytes()[:60])
    (images / "square_02.png").unlink()
    hands.open(squares)
    for name in ("square_01.png", "square_02.png"):
        hands.key(Qt.Key.Key_D)
        hands.until(lambda name=name: name in hands.desk.area.problem)
        hands.draw((2, 2), (20, 20))
    hands.key(Qt.Key.Key_D)
    hands.until(hands.picture_shown)
    assert hands.desk.area.problem == ""
    hands.propose_all()
    assert [row.localizations for row in hands.desk.images.summaries()] == [1, 0, 0, 1]
    assert [bool(row.problem) for row in hands.desk.images.summaries()] == [False, True, True, False]
    assert list(hands.desk.session.project.all_boxes()) == []


def test_that_a_file_that_is_no_project_is_refused_and_the_open_one_stays(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    other = squares.with_name("notes.wsl")
    other.write_text("no project")
    hands.desk.projects.open_path(other)
    assert "notes.wsl" in hands.desk.window.message_bar.text
    assert hands.desk.session.project.path == squares
    assert other.read_text() == "no project"


def test_that_a_threshold_redraws_boxes_live_and_is_stored_once_on_release(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.propose_all()
    class_id = hands.desk.session.class_id
    slider = hands.desk.class_panel.row_widget(class_id).slider
    boxes = set()
    slowest = 0.0
    slider.setSliderDown(True)
    for position in range(10, 90, 4):
        start = time.perf_counter()
        slider.setValue(position)
        slowest = max(slowest, time.perf_counter() - start)
        boxes.add(tuple(item.box for item in hands.desk.canvas.canvas_scene.visible_items))
        assert hands.desk.session.project.classes()[0].threshold == 0.5
    slider.setSliderDown(False)
    print(f"slowest redraw {slowest * 1000:.1f} ms")
    assert len(boxes) > 1
    assert hands.desk.session.class_record(class_id).threshold == pytest.approx(86 / STEPS)
    assert hands.desk.stack.count() == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert hands.desk.session.class_record(class_id).threshold == 0.5
    hands.until(lambda: slider.value() == 50)


def taus(hands: Hands) -> list[float]:
    return [record.threshold for record in hands.desk.session.project.classes()]


def test_that_one_slider_moves_the_thresholds_of_all_classes_live_and_stores_them_in_one_step(
    hands: Hands, squares: Path
) -> None:
    hands.open(squares)
    hands.propose_all()
    hands.desk.review.set_threshold(1, 0.3)
    head, count = hands.desk.class_panel.all_thresholds, hands.desk.stack.count()
    hands.until(lambda: (head.value.text(), head.slider.value()) == ("0.30 – 0.50", 43))
    boxes = set()
    head.slider.setSliderDown(True)
    assert hands.desk.class_panel.is_dragging()
    for position in range(50, 90, 4):
        head.slider.setValue(position)
        boxes.add(tuple(item.box for item in hands.desk.canvas.canvas_scene.visible_items))
        assert {hands.desk.session.threshold(record.id) for record in hands.desk.session.classes} == {position / STEPS}
        assert taus(hands) == [0.3, 0.5, 0.5]
    assert len(boxes) > 1
    head.slider.setSliderDown(False)
    assert taus(hands) == [0.86] * 3
    hands.until(lambda: head.value.text() == "0.86")
    assert hands.desk.class_panel.row_widget(1).slider.value() == 86
    assert {origin.by for origin in read_origins(hands.desk.session.project).values()} == {"person"}
    assert hands.desk.stack.count() == count + 1
    hands.ctrl(Qt.Key.Key_Z)
    assert taus(hands) == [0.3, 0.5, 0.5]
    hands.until(lambda: head.value.text() == "0.30 – 0.50")


def test_that_keys_on_the_slider_of_all_classes_are_one_step(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.desk.review.set_threshold(1, 0.53)
    slider, count = hands.desk.class_panel.all_thresholds.slider, hands.desk.stack.count()
    slider.setFocus()
    # From 0.51, the mean, over the value that one of them has already.
    hands.until(lambda: slider.value() == 51)
    for tau in (52, 53):
        QTest.keyClick(slider, Qt.Key.Key_Right)
        hands.until(lambda tau=tau: slider.value() == tau)
    assert taus(hands) == [0.53] * 3
    assert hands.desk.stack.count() == count + 1
    hands.ctrl(Qt.Key.Key_Z)
    assert taus(hands) == [0.53, 0.5, 0.5]
    hands.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert taus(hands) == [0.53] * 3


def test_that_for_one_class_there_is_no_slider_of_all(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.until(hands.desk.class_panel.all_thresholds.isVisible)
    for class_id in (3, 2):
        for image_id in range(1, 5):
            hands.desk.review.push(
                SetLabel(image_id=image_id, class_id=class_id, state=LabelState.UNKNOWN), "label", on_image=False
            )
        hands.desk.session.set_class(class_id)
        hands.desk.class_desk.remove()
    assert len(hands.desk.session.classes) == 1
    hands.until(lambda: not hands.desk.class_panel.all_thresholds.isVisible())


def test_that_what_was_drawn_is_exported_as_coco_and_voc(hands: Hands, squares: Path, tmp_path: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    coco, voc = tmp_path / "out" / "boxes.json", tmp_path / "out" / "voc"
    for export_format, to in (("coco", coco), ("voc", voc)):
        hands.desk.projects.export(ExportRequest(export_format, to, ExportOptions()))
        hands.until(hands.idle)
    (box,) = hands.desk.session.owned.values()
    (annotation,) = json.loads(coco.read_text())["annotations"]
    assert annotation["id"] == box.id
    assert Box.from_xywh(*annotation["bbox"]).iou(box.box) > 0.99
    assert [path.name for path in voc.rglob("*.xml")] == ["square_00.xml"]
    assert "1 box" in hands.desk.window.message_bar.text


def test_that_an_import_can_be_taken_back_and_made_again(hands: Hands, squares: Path, tmp_path: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    coco = tmp_path / "boxes.json"
    hands.desk.projects.export(ExportRequest("coco", coco, ExportOptions()))
    hands.until(hands.idle)
    hands.key(Qt.Key.Key_Delete)
    before = dump(hands.desk.session.project)
    assert before["boxes"] == []
    hands.desk.projects.import_(ImportRequest(coco, labels_only=False, profile="spec"))
    hands.until(hands.idle)
    after = dump(hands.desk.session.project)
    assert len(after["boxes"]) == len(hands.desk.session.owned) == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before
    hands.ctrl(Qt.Key.Key_Y)
    assert dump(hands.desk.session.project) == after


def test_that_a_dropped_project_opens(hands: Hands, squares: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(squares))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, left, none)
    hands.desk.window.dropEvent(event)
    assert event.isAccepted()
    hands.until(hands.picture_shown)
    assert hands.desk.session.project.path == squares


def test_that_a_dropped_folder_asks_for_a_new_project_of_it(
    hands: Hands, squares: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path | None] = []

    def note(dialog: NewProjectDialog) -> int:
        asked.append(dialog.images.path)
        return 0

    monkeypatch.setattr(NewProjectDialog, "exec", note)
    hands.desk.projects.open_dropped(squares.parent / "images")
    assert asked == [squares.parent / "images"]


def test_that_a_click_on_the_label_switch_is_an_undoable_edit(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    switch = hands.desk.class_panel.row_widget(3).switch
    before = dump(hands.desk.session.project)
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 10))
    assert hands.desk.session.labels[3] == 1
    hands.ctrl(Qt.Key.Key_Z)
    assert dump(hands.desk.session.project) == before


def test_that_the_table_and_the_canvas_select_together(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((2, 30), (20, 44))
    hands.draw((40, 30), (56, 42))
    keys = [box.key for box in hands.desk.session.boxes()]
    table = hands.desk.box_panel.table
    hands.until(lambda: table.model().rowCount() == len(keys))
    for key in keys:
        hands.desk.canvas.select(key)
        # the table follows the canvas a turn later
        hands.until(lambda key=key: table.currentIndex().data(Qt.ItemDataRole.UserRole + 1) == key)
    index = table.model().index(1 - table.currentIndex().row(), 0)
    table.setCurrentIndex(index)
    assert hands.desk.canvas.selected_key == index.data(Qt.ItemDataRole.UserRole + 1)


def test_that_closing_and_opening_again_changes_nothing(hands: Hands, squares: Path) -> None:
    hands.open(squares)
    hands.draw((40, 30), (56, 42))
    before = dump(hands.desk.session.project)
    hands.ctrl(Qt.Key.Key_W)
    with Project.open(squares) as project:
        assert dump(project) == before
        assert [record.state for record in project.all_boxes()] == [BoxState.DRAWN]
    hands.open(squares)
    assert dump(hands.desk.session.project) == before


def test_that_the_keys_are_the_pictures_as_soon_as_a_project_is_open_and_tab_goes_to_its_boxes(
    hands: Hands, squares: Path
) -> None:
    desk = hands.desk
    for _ in range(2):
        desk.welcome.findChild(QPushButton, "welcome_open_project").setFocus()
        hands.open(squares)
        assert desk.canvas.hasFocus()
        hands.draw((4, 4), (24, 20))
        hands.key(Qt.Key.Key_Escape)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert desk.canvas.hasFocus()
        assert desk.session.owned_box(desk.session.selection) is not None
        hands.ctrl(Qt.Key.Key_W)
        assert not desk.canvas.hasFocus()


def test_that_a_huge_picture_opens_reduced_with_boxes_in_its_own_pixels(hands: Hands, tmp_path: Path) -> None:
    images = tmp_path / "huge"
    images.mkdir()
    Image.new("L", (9000, 6000), 90).save(images / "huge.png")
    hands.desk.projects.create(NewProjectRequest(tmp_path / "huge.wsl", images, None, ("thing",)))
    hands.until(hands.picture_shown)
    hands.draw((4500, 3000), (6000, 4500))
    (record,) = hands.desk.session.owned.values()
    assert record.box.iou(Box(4500, 3000, 6000, 4500)) > 0.95


def grain(canvas: AnnotationCanvas) -> float:
    """Return the mean difference of neighbours along a line of the view."""
    grabbed = canvas.viewport().grab().toImage()
    line = [grabbed.pixelColor(x, 40).red() for x in range(100, 400)]
    return float(np.abs(np.diff(line)).mean())


def test_that_a_large_photo_is_seen_as_a_draft_first_and_what_one_does_meanwhile_stays(
    hands: Hands, tmp_path: Path
) -> None:
    images = tmp_path / "large"
    images.mkdir()
    noise = np.random.default_rng(0).integers(0, 256, (2000, 3000, 3), dtype=np.uint8)
    Image.fromarray(noise).save(images / "large.jpg")
    canvas, seen = hands.desk.canvas, []

    def on_drafted() -> None:
        canvas.set_zoom(1.0)
        hands.draw((1400, 900), (1500, 1000))
        known = hands.desk.decode.known(hands.desk.session.image.id)
        seen.append(("draft", canvas.viewportTransform(), known, grain(canvas)))

    hands.desk.decode.drafted.connect(on_drafted)
    hands.desk.decode.decoded.connect(lambda: seen.append(("pixels", canvas.viewportTransform(), None)))
    hands.desk.projects.create(NewProjectRequest(tmp_path / "large.wsl", images, None, ("thing",)))
    hands.until(lambda: len(seen) == 2)
    assert [one[0] for one in seen] == ["draft", "pixels"]
    assert seen[0][2] is None
    assert seen[0][1] == seen[1][1]
    assert [item.box for item in canvas.canvas_scene.visible_items] == [Box(1400, 900, 1500, 1000)]
    assert hands.desk.decode.known(hands.desk.session.image.id).rgb.shape == (2000, 3000, 3)
    # the grain of single pixels, which a reduced copy has lost
    assert grain(canvas) > 1.5 * seen[0][3]
