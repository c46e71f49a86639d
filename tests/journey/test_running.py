"""A search runs: the window answers, survives its failure, ends with it, and writes only what is finished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.helpers.desk import Hands, make_squares_project, open_desk, shared_children
from tests.helpers.heartbeat import Heartbeat
from tests.helpers.shared import MOBILENET, VOC5, needs_shared
from tests.helpers.toy_project import write_network
from wsl_annotator.core.records import BoxState
from wsl_annotator.gui.services.network_jobs import ProjectSearchJob
from wsl_annotator.gui.settings import SearchChoice
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.new_project import create_project

pytestmark = pytest.mark.alone

ROOT = Path(__file__).resolve().parents[2]


def test_that_a_person_annotates_while_the_batch_runs_and_the_batch_touches_no_box(qtbot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path, count=6)
    with open_desk(qtbot, tmp_path, pause_s=0.05) as hands:
        hands.open(project)
        hands.ctrl(Qt.Key.Key_B)
        hands.draw((40, 30), (56, 42))
        assert hands.desk.propose.running
        drawn = dict(hands.desk.session.owned)
        hands.key(Qt.Key.Key_D)
        hands.until(hands.idle)
        assert [row.localizations for row in hands.desk.images.summaries()] == [1] * 6
        with Project.open(project, read_only=True) as reader:
            assert {record.id: record for record in reader.all_boxes()} == drawn


def test_that_cancel_keeps_what_is_finished_and_ends_within_a_second(qtbot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path, count=30)
    with open_desk(qtbot, tmp_path, pause_s=0.02) as hands:
        hands.open(project)
        hands.ctrl(Qt.Key.Key_B)
        hands.until(lambda: sum(row.localizations for row in hands.desk.images.summaries()) >= 2)
        start = time.monotonic()
        hands.ctrl(Qt.Key.Key_Period)
        hands.until(hands.idle)
        assert time.monotonic() - start < 1.0
        done = sum(row.localizations for row in hands.desk.images.summaries())
        assert 2 <= done < 30
        hands.ctrl(Qt.Key.Key_B)
        assert hands.desk.propose.running


def test_that_an_exception_in_the_network_is_told_and_the_window_goes_on(qtbot, tmp_path: Path, caplog) -> None:
    project = make_squares_project(tmp_path)
    network = write_network(tmp_path)
    source = Path(network.partition(".py")[0] + ".py")
    source.write_text(source.read_text().replace("return nn.functional.avg_pool2d(images, 4)", "raise KeyError('no')"))
    with open_desk(qtbot, tmp_path, network=network) as hands:
        hands.open(project)
        hands.ctrl(Qt.Key.Key_B)
        hands.until(hands.idle)
        assert hands.desk.window.message_bar.text
        assert hands.desk.session.proposals() == []
        (tmp_path / "good").mkdir()
        hands.desk.settings.search = SearchChoice(network=write_network(tmp_path / "good"), device="cpu")
        hands.propose_all()
        assert hands.desk.session.proposals()


def test_that_a_killed_network_is_told_loses_nothing_and_the_next_run_does_the_rest(qtbot, tmp_path: Path) -> None:
    with open_desk(qtbot, tmp_path, pause_s=0.05) as hands:
        hands.open(make_squares_project(tmp_path, count=8))
        saved: list[int] = []
        hands.desk.propose.image_saved.connect(saved.append)
        hands.ctrl(Qt.Key.Key_B)
        hands.until(lambda: len(saved) >= 2)
        pid = shared_children().network.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        hands.until(hands.idle)
        shown = hands.desk.window.message_bar.text
        assert "ended unexpectedly" in shown
        assert "What was found before is stored" in shown
        assert 2 <= len(saved) < 8
        searched = [row.localizations > 0 for row in hands.desk.images.summaries()]
        assert sum(searched) == len(saved)
        hands.propose_all()
        assert len(set(saved)) == len(saved) == 8


def test_that_a_network_that_cannot_be_opened_is_told_in_one_sentence(qtbot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path)
    with open_desk(qtbot, tmp_path, network=str(tmp_path / "missing.py") + ":build") as hands:
        hands.open(project)
        hands.ctrl(Qt.Key.Key_B)
        hands.until(hands.idle)
        assert "missing.py" in hands.desk.window.message_bar.text


def test_that_results_of_a_dropped_search_are_not_stored(qtbot, tmp_path: Path) -> None:
    project = make_squares_project(tmp_path, count=20)
    with open_desk(qtbot, tmp_path, pause_s=0.02) as hands:
        hands.open(project)
        hands.ctrl(Qt.Key.Key_B)
        hands.until(lambda: hands.desk.images.summary(0).localizations == 1)
        hands.ctrl(Qt.Key.Key_W)
        assert hands.desk.session.project is None
        with Project.open(project, read_only=True) as reader:
            before = sum(row.localizations for row in reader.summaries())
        hands.qtbot.wait(200)
        with Project.open(project, read_only=True) as reader:
            after = sum(row.localizations for row in reader.summaries())
        assert after - before <= 1
        assert not hands.desk.propose.running


def test_that_a_project_never_chooses_the_network(hands: Hands, squares: Path, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    evil = tmp_path / "evil.py"
    evil.write_text(f"open({str(marker)!r}, 'w').close()\ndef build(): return None\n")
    with Project.open(squares) as project:
        for name in ("network", "search/network", "search", "model"):
            project.set_setting(name, f"{evil}:build")
    hands.open(squares)
    hands.propose_all()
    assert not marker.exists()
    assert hands.desk.session.proposals()


def test_that_a_network_file_runs_at_the_first_search_and_not_before(qtbot, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    network = write_network(tmp_path)
    source = Path(network.partition(".py")[0] + ".py")
    source.write_text(f"open({str(marker)!r}, 'w').close()\n" + source.read_text())
    project = make_squares_project(tmp_path)
    with open_desk(qtbot, tmp_path, network=network) as hands:
        hands.open(project)
        hands.until(lambda: hands.desk.propose.warmed_up and not hands.desk.network.busy)
        assert not marker.exists()
        hands.propose_all()
        assert marker.exists()


@needs_shared
def test_that_the_event_loop_goes_on_while_a_real_search_runs(qtbot, tmp_path: Path) -> None:
    images = tmp_path / "images"
    images.mkdir()
    for name in ("000001.jpg", "000003.jpg"):
        (images / name).write_bytes((VOC5 / "images" / name).read_bytes())
    (tmp_path / "labels.csv").write_text("file_name,car,train\n000001.jpg,0,1\n000003.jpg,1,0\n")
    path = create_project(tmp_path / "voc.wsl", images=images, labels=tmp_path / "labels.csv").path
    with open_desk(qtbot, tmp_path, network=f"{MOBILENET}:build") as hands:
        hands.desk.settings.search = SearchChoice(network=f"{MOBILENET}:build", class_map="voc20", device="cpu")
        hands.open(path)
        # Torch's own imports hold the interpreter; they come once, after the first paint.
        hands.until(lambda: hands.desk.propose.warmed_up and not hands.desk.network.busy)
        searching: list[int] = []
        hands.desk.network.started.connect(lambda job, what: searching.append(isinstance(what, ProjectSearchJob)))
        hands.ctrl(Qt.Key.Key_B)
        hands.until(lambda: any(searching))
        beat = Heartbeat()
        hands.until(hands.idle)
        beat.stop()
    gaps = sorted(beat.gaps_ms)
    print(f"{len(gaps)} beats, median {gaps[len(gaps) // 2]:.1f} ms, worst {gaps[-1]:.1f} ms")
    assert len(gaps) > 10
    # 50 ms is the goal on a machine of one's own; a shared one may take the processor away for longer.
    assert gaps[int(len(gaps) * 0.97)] < 50
    assert gaps[-1] < 250


CLOSE_SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMainWindow
folder = Path(sys.argv[1])
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
from wsl_annotator.gui import app
from wsl_annotator.gui.settings import SearchChoice, Settings
settings = Settings()
settings.search = SearchChoice(network=sys.argv[2], device="cpu")
settings.sync()

class Closer(QObject):
    @Slot()
    def look(self):
        window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
        desk_image = window.findChild(QObject, "propose_all")
        if self.step == 0 and desk_image.isEnabled():
            desk_image.trigger()
            self.step = 1
        elif self.step == 1 and (sys.argv[3] == "early" or "left" in window.status.job.text):
            print("closing during", window.status.job.text, flush=True)
            window.close()
    step = 0

closer = Closer()
timer = QTimer(closer)
timer.timeout.connect(closer.look)
_first = []
real = app.make_desk
def spy(qapp, children):
    desk = real(qapp, children)
    timer.start(400 if sys.argv[3] == "late" else 20)
    return desk
app.make_desk = spy
code = app.run(folder / "squares.wsl")
# The network lives in a process of its own.
assert "torch" not in sys.modules
print("code", code, flush=True)
sys.exit(code)
"""


@pytest.mark.parametrize("moment", ["early", "late"])
def test_that_closing_during_a_search_ends_the_process_cleanly_within_five_seconds(tmp_path: Path, moment: str) -> None:
    make_squares_project(tmp_path, count=40)
    network = write_network(tmp_path, pause_s=0.05)
    script = tmp_path / "close.py"
    script.write_text(CLOSE_SCRIPT, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), str(tmp_path), network, moment],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    while lines[-1] and not lines[-1].startswith("closing"):
        lines.append(process.stdout.readline())
    start = time.monotonic()
    rest, _ = process.communicate(timeout=60)
    seconds = time.monotonic() - start
    assert process.returncode == 0, "".join(lines) + rest
    assert "QThread" not in rest
    assert seconds < 5.5, seconds
    with Project.open(tmp_path / "squares.wsl") as project:
        assert project.integrity() == []
        assert all(record.state is not BoxState.PROPOSED for record in project.all_boxes())
