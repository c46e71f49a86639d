"""The folder of a training: one writer at a time, and what an unfinished training tells of itself."""

import dataclasses
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.training_photos import CLASSES, write_network, write_photos
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, NetworkError
from wsl_annotator.core.progress import Progress
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.store.project import Project
from wsl_annotator.training.config import QUICK, TrainConfig
from wsl_annotator.training.errors import TrainingError
from wsl_annotator.workflow.new_project import create_project
from wsl_annotator.workflow.train import TrainRun, train
from wsl_annotator.workflow.train_data import data_of_folder, data_of_project
from wsl_annotator.workflow.train_figures import read_card_figures
from wsl_annotator.workflow.train_lock import LOCK, TrainLock, trainer_of
from wsl_annotator.workflow.train_preview import preview_project
from wsl_annotator.workflow.train_record import (
    RECORD,
    TrainRecord,
    label_digest,
    look_at,
    read_record,
    write_record,
)

ROOT = Path(__file__).resolve().parents[3]
CONFIG = TrainConfig(width=8, epochs=4, batch_size=6, learning_rate=0.02, validation_share=0.25, patience=0)
HOLD = """
import sys
from pathlib import Path
from wsl_annotator.workflow.train_lock import TrainLock
with TrainLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def photos(tmp_path: Path) -> tuple[Path, Path]:
    return write_photos(tmp_path)


def run_of(tmp_path: Path) -> TrainRun:
    network = NetworkSpec(write_network(tmp_path, "build_pooling"))
    return TrainRun(
        out=tmp_path / "card", network=network, config=CONFIG, device="cpu", threads=1, cache=tmp_path / "cache"
    )


def stop_at(token: CancelToken, text: str):
    def stop(progress: Progress) -> None:
        if progress.message.startswith(text):
            token.cancel()

    return stop


def stopped(tmp_path: Path, photos: tuple[Path, Path]) -> TrainRun:
    run = run_of(tmp_path)
    token = CancelToken()
    data, _ = data_of_folder(*photos)
    with pytest.raises(Cancelled):
        train(data, run, cancel=token, progress=stop_at(token, "epoch 3 of"))
    return run


def hold(folder: Path) -> subprocess.Popen[str]:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_that_a_second_training_into_a_folder_is_refused_with_the_name_of_the_first(
    tmp_path: Path, photos: tuple[Path, Path]
) -> None:
    run = run_of(tmp_path)
    run.out.mkdir()
    child = hold(run.out)
    try:
        assert look_at(run.out).kind == "busy"
        data, _ = data_of_folder(*photos)
        with pytest.raises(TrainingError, match=f"Another training is writing.*process {child.pid}"):
            train(data, dataclasses.replace(run, restart=True))
    finally:
        child.communicate("\n")
    assert trainer_of(run.out) == ""
    assert train(data, run).epochs == 4
    assert not (run.out / LOCK).exists()


def test_that_a_killed_training_leaves_no_lock(tmp_path: Path) -> None:
    child = hold(tmp_path)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert (tmp_path / LOCK).exists()
    assert trainer_of(tmp_path) == ""
    with TrainLock(tmp_path):
        assert "wsl-annotator train" in trainer_of(tmp_path)


def test_that_an_unfinished_training_tells_what_it_was_started_with(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = stopped(tmp_path, photos)
    state = look_at(run.out)
    assert state.kind == "unfinished"
    assert state.record == TrainRecord(
        network=run.network,
        config=CONFIG,
        device="cpu",
        threads=1,
        labels=label_digest(data_of_folder(*photos)[0]),
        classes=CLASSES,
        epochs_done=2,
    )
    train(data_of_folder(*photos)[0], run)
    assert look_at(run.out).kind == "card"
    assert not (run.out / RECORD).exists()


def test_that_any_record_comes_back_as_it_was(tmp_path: Path) -> None:
    network = NetworkSpec(
        "net.py:build", weights=Path("w.pt"), mean=(0.1, 0.2, 0.3), names=Path("n.txt"), activation="softmax"
    )
    config = dataclasses.replace(QUICK, oversampling="none", head="single")
    record = TrainRecord(
        network=network, config=config, device="auto", threads=None, labels="l", classes=("ä", "b"), epochs_done=7
    )
    write_record(tmp_path, record)
    assert read_record(tmp_path) == record


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 2}', '{"format": 1, "network": {}}'])
def test_that_a_record_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / RECORD).write_text(text, encoding="utf-8")
    assert read_record(tmp_path) is None


def test_that_a_record_with_impossible_settings_is_none(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = stopped(tmp_path, photos)
    path = run.out / RECORD
    values = json.loads(path.read_text(encoding="utf-8"))
    values["settings"]["learning_rate"] = -1
    path.write_text(json.dumps(values), encoding="utf-8")
    assert look_at(run.out).record is None
    assert look_at(run.out).kind == "unfinished"


def test_that_a_place_is_free_or_blocked(tmp_path: Path) -> None:
    assert look_at(tmp_path / "new" / "card").kind == "free"
    assert look_at(tmp_path).kind == "free"
    (tmp_path / "file").touch()
    assert look_at(tmp_path / "file").kind == "blocked"
    assert look_at(tmp_path / "file" / "card").kind == "blocked"


def test_that_a_preview_counts_what_is_known_of_each_class(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    lines = photos[1].read_text(encoding="utf-8").splitlines()
    # of the first class nothing is known in the first four images, and the last class is not in any
    cut = [",".join([line.split(",")[0], "", *line.split(",")[2:3], "0"]) for line in lines[1:5]]
    rest = [",".join([*line.split(",")[:3], "0"]) for line in lines[5:]]
    photos[1].write_text("\n".join([lines[0], *cut, *rest]) + "\n", encoding="utf-8")
    create_project(tmp_path / "p.wsl", images=photos[0], labels=photos[1])
    with Project.open(tmp_path / "p.wsl", read_only=True) as project:
        stated, complete = (preview_project(project, complete=how) for how in (False, True))
        data, _ = data_of_project(project)
    assert stated.labels == label_digest(data) != complete.labels
    blue, green, red = stated.classes
    assert (blue.unknown, green.unknown, red.unknown) == (4, 0, 0)
    assert blue.positive + blue.negative == 20
    assert (red.positive, red.negative, red.learnable) == (0, 24, False)
    assert stated.learned == ("blue", "green")
    assert complete.classes[0].negative == blue.negative + 4


def test_that_a_project_without_labels_has_a_preview_without_images(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    create_project(tmp_path / "p.wsl", images=photos[0], classes=("cat",))
    with Project.open(tmp_path / "p.wsl", read_only=True) as project:
        preview = preview_project(project, complete=True)
    assert (preview.images, preview.labels, preview.learned) == (0, "", ())
    assert [counts.name for counts in preview.classes] == ["cat"]


def test_that_a_card_tells_its_figures_without_torch(tmp_path: Path, photos: tuple[Path, Path]) -> None:
    run = run_of(tmp_path)
    report = train(data_of_folder(*photos)[0], run)
    figures = read_card_figures(run.out)
    assert figures.average_precision == report.class_ap
    assert (figures.validation_map, figures.alpha) == (report.validation_map, report.alpha)
    assert (figures.images, figures.held_out, figures.best_epoch) == (report.images, report.held_out, report.best_epoch)
    assert [entry.epoch for entry in figures.history] == [1, 2, 3, 4]
    assert figures.code == "net.py:build_pooling"
    assert all(figures.cooccurrence[place][place] == 1 for place in range(3))
    code = (
        "import sys; from pathlib import Path; from wsl_annotator.workflow.train_figures import read_card_figures; "
        f"read_card_figures(Path({str(run.out)!r})); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("change", ["class_names", "cooccurrence", "record"])
def test_that_a_card_that_contradicts_itself_is_one_sentence(
    tmp_path: Path, photos: tuple[Path, Path], change: str
) -> None:
    run = run_of(tmp_path)
    train(data_of_folder(*photos)[0], run)
    path = run.out / "card.json"
    values = json.loads(path.read_text(encoding="utf-8"))
    values[change] = {"class_names": ["one"], "cooccurrence": [[2.0]], "record": 5}[change]
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(NetworkError, match=r"card\.json is damaged"):
        read_card_figures(run.out)
