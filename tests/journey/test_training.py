"""A network learns from the window, in a process of its own: to the end, stopped, resumed, killed, and closed upon."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hands
from tests.helpers.shared import FRUIT, MOBILENET, needs_shared
from tests.helpers.training_desk import Trainer, is_alive, photo_project, slow_network
from tests.helpers.training_photos import CLASSES, write_network
from wsl_annotator.core.labels import LabelState
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.store.edits import SetLabel
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.train_figures import read_card_figures
from wsl_annotator.workflow.train_record import CHECKPOINT, look_at

ROOT = Path(__file__).resolve().parents[2]


def test_that_a_person_trains_uses_the_network_and_gets_its_proposals(hands: Hands, tmp_path: Path) -> None:
    project = photo_project(tmp_path)
    hands.open(project)
    trainer = Trainer(hands)
    trainer.open(network=write_network(tmp_path, "build_pooling"), epochs=3)
    dialog = trainer.dialog
    assert [dialog.setup.classes.item(row, 0).text() for row in range(3)] == list(CLASSES)
    assert dialog.setup.classes.item(2, 1).text() == "10"
    assert dialog.problem == ""
    trainer.press(dialog.start_button)
    child = hands.desk.training.process.process_id
    trainer.wait_for_end()
    card = tmp_path / "photos-network"
    assert dialog.card is not None, dialog.run.error.text()
    assert dialog.card.folder == card
    assert len(dialog.run.history) == 3
    assert not is_alive(child)
    figures = read_card_figures(card)
    for row, name in enumerate(figures.classes):
        value = figures.average_precision[name]
        shown = dialog.card_view.precisions.item(row, 2).text()
        assert shown == ("not measured" if value is None else f"{value:.3f}")
    trainer.press(dialog.propose_button)
    assert hands.desk.settings.search.network == str(card)
    hands.until(hands.idle)
    assert all(summary.localizations for summary in hands.desk.images.summaries())
    with Project.open(project, read_only=True) as reader:
        assert list(reader.all_boxes()) == []


def test_that_a_stopped_training_ends_within_a_second_and_resumes_to_the_same_bits(
    hands: Hands, tmp_path: Path
) -> None:
    hands.open(photo_project(tmp_path))
    trainer = Trainer(hands)
    trainer.open(network=slow_network(tmp_path, pause_s=0.1), epochs=5)
    dialog = trainer.dialog
    trainer.press(dialog.start_button)
    trainer.wait_for_epoch(2)
    child = hands.desk.training.process.process_id
    start = time.monotonic()
    trainer.press(dialog.stop_button)
    trainer.wait_for_end()
    assert time.monotonic() - start < 1.0
    assert not is_alive(child)
    out = tmp_path / "photos-network"
    assert (out / CHECKPOINT).is_file()
    assert "stopped" in dialog.windowTitle()
    trainer.press(dialog.resume_button)
    trainer.wait_for_end()
    assert is_card(str(out)), dialog.run.error.text()
    assert [figures.epoch for figures in dialog.run.history] == [1, 2, 3, 4, 5]
    # the same training, not interrupted, to another folder
    trainer.press(dialog.back_button)
    dialog.setup.form.out.set_path(tmp_path / "whole")
    dialog.setup.look()
    trainer.press(dialog.start_button)
    trainer.wait_for_end()
    assert (tmp_path / "whole" / "weights.safetensors").read_bytes() == (out / "weights.safetensors").read_bytes()


def test_that_a_killed_training_is_told_and_changed_labels_can_only_start_over(hands: Hands, tmp_path: Path) -> None:
    hands.open(photo_project(tmp_path))
    trainer = Trainer(hands)
    trainer.open(network=slow_network(tmp_path, pause_s=0.1), epochs=4)
    dialog = trainer.dialog
    trainer.press(dialog.start_button)
    trainer.wait_for_epoch(1)
    os.kill(hands.desk.training.process.process_id, signal.SIGKILL)
    trainer.wait_for_end()
    assert "signal 9" in dialog.run.error.text()
    assert dialog.resume_button.isVisible()
    trainer.press(dialog.back_button)
    assert dialog.setup.can_resume
    assert "after epoch" in dialog.setup._unfinished.text()
    session = hands.desk.session
    session.apply(SetLabel(image_id=session.image.id, class_id=session.classes[0].id, state=LabelState.POSITIVE))
    hands.until(lambda: not dialog.setup.can_resume)
    assert "labels have changed" in dialog.setup._unfinished.text()
    assert not dialog.resume_button.isEnabled()
    assert dialog.start_button.text() == "Start over"
    trainer.press(dialog.start_button)
    trainer.wait_for_end()
    assert look_at(tmp_path / "photos-network").kind == "card", dialog.run.error.text()


def test_that_what_a_training_dies_of_is_one_sentence_in_the_dialog(hands: Hands, tmp_path: Path) -> None:
    hands.open(photo_project(tmp_path))
    trainer = Trainer(hands)
    trainer.open(network=write_network(tmp_path, "build_pooling"), epochs=3)
    dialog = trainer.dialog
    dialog.setup.form.rate.setValue(10.0)
    dialog.setup.form.rate.setRange(0, 1e30)
    dialog.setup.form.rate.setValue(1e30)
    trainer.press(dialog.start_button)
    trainer.wait_for_end()
    text = dialog.run.error.text()
    assert text.startswith("The loss became"), text
    assert "lower learning rate" in text
    assert "--" not in text
    trainer.press(dialog.back_button)
    assert dialog.at_setup


@needs_shared
def test_that_fruit_with_image_labels_alone_is_learned_in_a_few_clicks(hands: Hands, tmp_path: Path) -> None:
    images = tmp_path / "fruit"
    images.mkdir()
    # every fifth photo of each kind, with its VOC XML: the boxes in it are not read
    for number, photo in enumerate(sorted((FRUIT / "train").glob("*.jpg"))):
        if number % 5 == 0:
            for file in (photo, photo.with_suffix(".xml")):
                (images / file.name).symlink_to(file)
    project = create_project(tmp_path / "fruit.wsl", images=images, labels=images).path
    with Project.open(project, read_only=True) as reader:
        assert list(reader.all_boxes()) == []
    hands.open(project)
    trainer = Trainer(hands)
    trainer.open(network=f"{MOBILENET}:build", epochs=6)
    dialog = trainer.dialog
    assert dialog.setup.form.preset.currentData() == "quick"
    assert dialog.setup.form.freeze.currentData() == "features"
    trainer.press(dialog.start_button)
    trainer.wait_for_end()
    assert dialog.card is not None, dialog.run.error.text()
    assert set(dialog.card.classes) == {"apple", "banana", "orange"}
    assert dialog.card.validation_map > 0.6
    trainer.press(dialog.use_button)
    # the file was allowed once: the card finds it again
    assert hands.desk.settings.search.code == f"{MOBILENET}:build"
    dialog.hide()
    hands.desk.window.activateWindow()
    hands.desk.canvas.setFocus()
    hands.until(hands.desk.window.isActiveWindow)
    QTest.keyClick(hands.desk.canvas, Qt.Key.Key_P)
    hands.until(lambda: hands.idle() and bool(hands.desk.session.localizations))
    assert hands.desk.session.proposals()


CLOSE_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QSettings, QTimer, Slot
folder = Path(sys.argv[1])
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
from wsl_annotator.gui import app

class Closer(QObject):
    step = 0
    @Slot()
    def look(self):
        training = self.desk.training
        if self.step == 0 and self.desk.session.project is not None:
            training.ask()
            self.step = 1
        elif self.step == 1 and training.dialog.setup.preview is not None:
            form = training.dialog.setup.form
            form.network.set_network(sys.argv[2])
            form.network.trust.setChecked(True)
            form.epochs.setValue(50)
            form.device.setCurrentText("cpu")
            training.dialog.start_button.click()
            print("child", training.process.process_id, flush=True)
            self.step = 2
        elif self.step == 2 and len(training.dialog.run.history) >= 1:
            print("closing", flush=True)
            self.step = 3
            self.desk.window.close()

closer = Closer()
timer = QTimer(closer)
timer.timeout.connect(closer.look)
real = app.make_desk
def spy(qapp, children):
    closer.desk = real(qapp, children)
    timer.start(50)
    return closer.desk
app.make_desk = spy
sys.exit(app.run(folder / "photos.wsl"))
"""


def _closing(tmp_path: Path) -> tuple[subprocess.Popen[str], int]:
    """Start a window that trains; return it and the number of its child."""
    photo_project(tmp_path)
    script = tmp_path / "close.py"
    script.write_text(CLOSE_SCRIPT, encoding="utf-8")
    window = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), slow_network(tmp_path, pause_s=0.1)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )
    assert window.stdout is not None
    line = ""
    while not line.startswith("child"):
        line = window.stdout.readline()
        assert line, "the window ended before it trained"
    return window, int(line.split()[1])


def test_that_closing_the_window_ends_the_training_which_can_resume(tmp_path: Path) -> None:
    window, child = _closing(tmp_path)
    rest, _ = window.communicate(timeout=120)
    assert window.returncode == 0, rest
    assert "closing" in rest
    assert "QProcess" not in rest
    assert not is_alive(child)
    assert look_at(tmp_path / "photos-network").kind == "unfinished"


def test_that_a_training_ends_with_a_window_that_is_killed(tmp_path: Path) -> None:
    window, child = _closing(tmp_path)
    window.kill()
    window.communicate()
    until = time.monotonic() + 60
    while is_alive(child) and time.monotonic() < until:
        time.sleep(0.1)
    assert not is_alive(child)
