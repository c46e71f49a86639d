"""The training process: what it says becomes values, and it ends whatever it does."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from tests.helpers.training_desk import is_alive
from wsl_annotator.cli.main import build_parser
from wsl_annotator.cli.train import train_config
from wsl_annotator.core.progress import Progress
from wsl_annotator.gui.services.command_events import ErrorSaid, EventReader, NoticeSaid, ResultSaid
from wsl_annotator.gui.services.program import program
from wsl_annotator.gui.training.plan import TrainPlan, plan_of_record, train_words
from wsl_annotator.gui.training.process import Outcome, TrainProcess, without_options
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.training.config import PAPER, QUICK, QUICK_WHOLE, TrainConfig
from wsl_annotator.training.figures import EpochFigures
from wsl_annotator.workflow.train_record import TrainRecord

EPOCH = b'{"event": "item", "kind": "epoch", "epoch": 2, "loss": 0.5, "learning_rate": 0.01, "validation_loss": 0.6, '
EPOCH += b'"validation_map": 0.75, "class_ap": [0.5, null]}\n'


def test_that_lines_in_pieces_become_events_and_noise_is_dropped() -> None:
    reader = EventReader()
    assert list(reader.feed(EPOCH[:40])) == []
    lines = EPOCH[40:] + b"Warning: something of torch's\n" + b'{"event": "progress", "done": 3, "total": 9, '
    assert list(reader.feed(lines)) == [
        EpochFigures(
            epoch=2,
            loss=0.5,
            learning_rate=0.01,
            validation_loss=0.6,
            validation_map=0.75,
            class_ap=(0.5, None),
        )
    ]
    rest = b'"message": "m", "eta_s": null}\n{"event": "notice", "text": "n"}\n{"event": "item"}\n'
    rest += b'{"event": "error", "text": "t", "hint": "h", "exit_code": 3}\n{"event": "result", "card": "c"}\n{"event"'
    assert list(reader.feed(rest)) == [
        Progress(done=3, total=9, message="m", eta_s=None),
        NoticeSaid("n"),
        ErrorSaid("t", "h"),
        ResultSaid({"event": "result", "card": "c"}),
    ]


def run(qtbot, script: str, *, cancel_at: str = "") -> tuple[list[object], Outcome, float]:
    """Run a script in place of a training; return what it said, how it ended, and seconds from cancel to end."""
    process = TrainProcess()
    said: list[object] = []
    ended: list[Outcome] = []
    process.said.connect(said.append)
    process.ended.connect(ended.append)
    process.start(sys.executable, ["-c", script])
    start = time.monotonic()
    if cancel_at:
        qtbot.waitUntil(lambda: NoticeSaid(cancel_at) in said, timeout=30_000)
        start = time.monotonic()
        process.cancel()
        process.cancel()
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    seconds = time.monotonic() - start
    assert not process.running
    qtbot.wait(20)
    assert len(ended) == 1
    return said, ended[0], seconds


SAY = "import json, sys, time, signal, os\ndef say(**v): print(json.dumps(v), flush=True)\n"
READY = SAY + "say(event='notice', text='ready')\n"


def test_that_a_result_and_an_error_are_how_it_ended(qtbot) -> None:
    said, outcome, _ = run(
        qtbot, SAY + "say(event='notice', text='one')\nsay(event='result', skipped=['x'])\nsys.exit(1)"
    )
    assert said == [NoticeSaid("one")]
    assert (outcome.kind, outcome.result["skipped"]) == ("done", ["x"])
    script = SAY + "say(event='error', text='It is so.', hint='Do that (--out).', exit_code=3)\nsys.exit(3)"
    _, outcome, _ = run(qtbot, script)
    assert (outcome.kind, outcome.text, outcome.hint) == ("failed", "It is so.", "Do that.")


def test_that_a_death_without_a_word_is_one_sentence_and_its_last_words_are_kept(qtbot) -> None:
    _, outcome, _ = run(
        qtbot, SAY + "print('numbers', file=sys.stderr, flush=True)\nos.kill(os.getpid(), signal.SIGSEGV)"
    )
    assert outcome.kind == "failed"
    assert f"signal {11}" in outcome.text
    assert "resume" in outcome.hint
    assert "numbers" in outcome.details
    _, outcome, _ = run(qtbot, "raise SystemExit(7)")
    assert "exit code 7" in outcome.text


def test_that_a_program_that_is_not_there_is_one_sentence(qtbot, tmp_path: Path) -> None:
    process = TrainProcess()
    ended: list[Outcome] = []
    process.ended.connect(ended.append)
    process.start(str(tmp_path / "nothing"), [])
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert "could not be started" in ended[0].text
    assert not process.running


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("listens", "os.read(0, 1)\nsay(event='error', text='Cancelled.', hint='', exit_code=130)\nsys.exit(130)"),
        ("sleeps", "time.sleep(60)"),
        ("is deaf", "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nsay(event='notice', text='deaf')\ntime.sleep(60)"),
    ],
)
def test_that_a_cancel_ends_it_within_a_second_whether_it_listens_or_not(qtbot, name: str, script: str) -> None:
    said, outcome, seconds = run(qtbot, READY + script, cancel_at="deaf" if name == "is deaf" else "ready")
    assert outcome.kind == "cancelled"
    assert said
    assert seconds < 1.0


def test_that_what_was_finished_when_the_cancel_came_is_done(qtbot) -> None:
    script = READY + "os.read(0, 1)\nsay(event='result', card='c')"
    _, outcome, _ = run(qtbot, script, cancel_at="ready")
    assert outcome.kind == "done"


def test_that_closing_leaves_no_process_behind(qtbot) -> None:
    process = TrainProcess()
    said: list[object] = []
    process.said.connect(said.append)
    script = READY + "signal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)"
    process.start(sys.executable, ["-c", script])
    qtbot.waitUntil(lambda: bool(said), timeout=30_000)
    number = process.process_id
    process.end()
    assert not process.running
    assert not is_alive(number)
    process.end()


def test_that_a_frozen_program_is_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert program() == (sys.executable, ["-P", "-m", "wsl_annotator"])
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == (sys.executable, [])


CONFIGS = [
    QUICK,
    QUICK_WHOLE,
    PAPER,
    TrainConfig(
        head="single",
        width=64,
        activation="softmax",
        variants=0,
        epochs=7,
        batch_size=8,
        learning_rate=0.02,
        weight_decay=0.1,
        validation_share=0.25,
        patience=0,
        oversampling="none",
        seed=5,
    ),
    TrainConfig(epochs=0, batches=120),
]


@pytest.mark.parametrize("config", CONFIGS)
def test_that_the_command_line_says_the_same_settings_as_the_plan(config: TrainConfig) -> None:
    network = NetworkSpec(
        "net.py:build",
        weights=Path("/w.pt"),
        input_size=32,
        mean=(-1.0, 0.0, 0.5),
        std=(1.0, 1.0, 2.0),
        activation="softmax",
        names=Path("/names.txt"),
    )
    plan = TrainPlan(
        project=Path("/p.wsl"), out=Path("/out"), network=network, config=config, threads=2, complete=True, restart=True
    )
    args = build_parser().parse_args(train_words(plan))
    assert train_config(args) == config
    assert (args.project, args.out, args.json, args.stop_with_input) == (Path("/p.wsl"), Path("/out"), True, True)
    assert (args.network, args.weights, args.input_size, args.names) == (
        "net.py:build",
        Path("/w.pt"),
        32,
        Path("/names.txt"),
    )
    assert (args.mean, args.std, args.threads) == ((-1.0, 0.0, 0.5), (1.0, 1.0, 2.0), 2)
    assert (args.complete_labels, args.restart) == (True, True)


def test_that_an_unfinished_training_goes_on_as_it_was_started() -> None:
    record = TrainRecord(
        network=NetworkSpec("resnet18"),
        config=CONFIGS[3],
        device="cpu",
        threads=1,
        labels="l",
        classes=("a",),
        epochs_done=2,
    )
    plan = plan_of_record(record, project=Path("/p.wsl"), out=Path("/out"), complete=False)
    args = build_parser().parse_args(train_words(plan))
    assert train_config(args) == record.config
    assert (args.network, args.device, args.threads) == ("resnet18", "cpu", 1)
    assert (args.complete_labels, args.restart) == (False, False)


def test_that_a_remedy_for_the_window_names_no_options() -> None:
    assert without_options("Choose another folder (--out), or start over (--restart).") == (
        "Choose another folder, or start over."
    )
