"""Commands as a person types them: help, exit codes, JSON lines, Ctrl+C."""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.helpers.toy_project import write_network, write_squares
from wsl_annotator import __version__
from wsl_annotator.cli import main as command_line
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.main import VERBS
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review

ROOT = Path(__file__).resolve().parents[3]
TOY_SEARCH = ("--beam-width", "2", "--depth", "4", "--device", "cpu")


class Windows:
    """Stands where the window is opened, and remembers for what."""

    def __init__(self) -> None:
        self.opened: list[Path | None] = []

    def __call__(self, project: Path | None = None) -> int:
        self.opened.append(project)
        return 0


def run(*words: object, windows: Windows | None = None) -> int:
    return command_line.main([str(word) for word in words], open_window=windows or Windows())


def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(tmp_path / "state"), "OMP_NUM_THREADS": "1"}


@pytest.fixture
def squares(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with images/, labels.csv and colors.py, and the working directory in it."""
    write_squares(tmp_path / "images", 3)
    write_network(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def json_lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("verb", VERBS, ids=[verb.name for verb in VERBS])
def test_that_the_help_of_every_command_has_examples_and_exit_codes(
    verb: Verb, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(verb.name, "--help")
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert "examples:" in text
    assert f"wsl-annotator {verb.name}" in text.split("examples:")[1]
    assert "exit codes:" in text
    assert "--json" in text


@pytest.mark.parametrize("verb", ["propose", "inspect", "bench"])
def test_that_the_help_says_that_a_network_file_runs_code(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(verb, "--help")
    text = " ".join(capsys.readouterr().out.split()).casefold()
    assert "file.py:callable" in text
    assert "runs the python file" in text or "runs that file" in text


def test_that_the_examples_of_the_help_are_command_lines_that_parse() -> None:
    parser = command_line.build_parser()
    for verb in VERBS:
        for line in verb.examples.splitlines():
            words = line.split("#")[0].split()
            if words:
                assert parser.parse_args(words[1:]).verb == verb.name, line


def test_that_help_and_version_load_neither_torch_nor_qt(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from wsl_annotator.__main__ import main\n"
        "for words in (['--help'], ['propose', '--help'], ['--version'], ['networks']):\n"
        "    try:\n        main(words)\n    except SystemExit:\n        pass\n"
        "heavy = {'torch', 'torchvision', 'PySide6', 'cv2'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert f"wsl-annotator {__version__}" in done.stdout


def test_that_no_words_open_the_window_and_a_project_file_opens_it_on_the_project(squares: Path) -> None:
    windows = Windows()
    assert run(windows=windows) == 0
    assert run("new", "p.wsl", "--images", "images", windows=windows) == 0
    assert run("p.wsl", windows=windows) == 0
    assert windows.opened == [None, Path("p.wsl")]


def test_that_a_word_that_is_neither_command_nor_project_is_a_usage_error(
    squares: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    windows = Windows()
    assert run("propse", windows=windows) == 2
    assert run("propse", "p.wsl", windows=windows) == 2
    assert windows.opened == []
    text = capsys.readouterr().err
    assert "propse" in text
    assert "propose" in text


def test_that_the_main_job_runs_from_folder_to_coco_on_the_command_line(
    squares: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 0
    assert run("propose", "p.wsl", "--network", "colors.py:build", *TOY_SEARCH, "--overlays", "pictures") == 0
    assert len(list(Path("pictures").iterdir())) == 3
    with Project.open(Path("p.wsl")) as project:
        project.apply(review.accept(project, review.image_proposals(project, 1)[0], 1))
    assert run("export", "p.wsl", "--format", "coco", "--to", "c.json") == 0
    assert run("export", "p.wsl", "--format", "voc", "--to", "voc", "--states", "accepted,proposed") == 0
    capsys.readouterr()
    assert len(json.loads(Path("c.json").read_text())["annotations"]) == 1
    assert len(list(Path("voc/Annotations").glob("*.xml"))) == 3
    assert run("new", "twin.wsl", "--images", "images") == 0
    assert run("import", "twin.wsl", "--from", "c.json") == 0
    assert run("import", "twin.wsl", "--from", "c.json", "--json") == 0
    last = json_lines(capsys.readouterr().out.splitlines()[-1])[0]
    assert (last["event"], last["boxes"], last["known_boxes"]) == ("result", 0, 1)


def test_that_json_lines_tell_progress_and_at_last_the_result(
    squares: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(
            *("propose", "--images", "images", "--labels", "labels.csv", "--network", "colors.py:build", *TOY_SEARCH),
            *("--out", "p.json", "--coco-results", "r.json", "--json"),
        )
        == 0
    )
    captured = capsys.readouterr()
    events = json_lines(captured.out)
    assert events[0]["event"] == "progress"
    assert events[-1] == {
        "event": "result",
        "written": ["p.json", "r.json"],
        "images": 3,
        "reused": 0,
        "localizations": 3,
        "boxes": events[-1]["boxes"],
        "without_class": 0,
        "skipped": [],
        "seconds": events[-1]["seconds"],
    }
    assert captured.err == ""


def test_that_what_was_left_out_is_listed_and_gives_exit_code_1(
    squares: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("images/bad.png").write_bytes(b"nothing")
    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 1
    assert "bad.png" in capsys.readouterr().err
    assert run("new", "q.wsl", "--images", "images", "--json") == 1
    (skipped,) = json_lines(capsys.readouterr().out)[-1]["skipped"]  # type: ignore[misc]
    assert "bad.png" in skipped


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("propose", "missing.wsl"), "missing.wsl"),
        (("propose", "--images", "nowhere"), "nowhere"),
        (("new", "p.wsl", "--images", "images", "--labels", "nolabels.csv"), "nolabels.csv"),
        (("export", "colors.py", "--format", "voc", "--to", "x"), "colors.py"),
        (("inspect", "nophoto.png", "--class", "red", "--network", "colors.py:build"), "nophoto.png"),
        (("inspect", "images/square_00.png", "--class", "mauve", "--network", "colors.py:build"), "mauve"),
        (("propose", "--images", "images", "--network", "colors.py:wrong"), "wrong"),
        (("propose", "--images", "images", "--network", "nosuchnet"), "nosuchnet"),
        (("propose", "--images", "images", "--network", "colors.py:build", "--class-map", "no.json"), "no.json"),
        (("propose", "--images", "images", "--classes", "red", "--device", "cuda:99"), "cuda:99"),
        (("propose", "--images", "images", "--localizer", "cam", "--depth", "3"), "--depth"),
        (("networks", "pull", "nosuchnet"), "nosuchnet"),
    ],
)
def test_that_bad_input_is_one_sentence_with_a_hint_and_exit_code_3(
    squares: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert run(*words) == 3
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("wsl-annotator: ")]
    assert len(lines) == 1
    assert said in lines[0]
    assert run(*words, "--json") == 3
    error = json_lines(capsys.readouterr().out)[-1]
    assert error["event"] == "error"
    assert error["exit_code"] == 3
    assert error["text"]
    assert error["hint"]


@pytest.mark.parametrize(
    "words",
    [
        ("propose",),
        ("propose", "p.wsl", "--images", "images"),
        ("propose", "p.wsl", "--out", "x.json"),
        ("propose", "p.wsl", "--threshold", "0.3"),
        ("networks", "pull"),
        ("networks", "list", "resnet50"),
        ("new", "p.wsl", "--images", "images", "--classes", ","),
    ],
)
def test_that_a_command_line_that_contradicts_itself_gives_exit_code_2(squares: Path, words: tuple[str, ...]) -> None:
    assert run(*words) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("propose", "--nonsense"),
        ("propose", "--images", "i", "--beam-width", "0"),
        ("propose", "--images", "i", "--threshold", "1"),
        ("propose", "--images", "i", "--mean", "0.5,0.5"),
        ("export", "p.wsl", "--format", "yolo", "--to", "x"),
    ],
)
def test_that_wrong_options_give_exit_code_2(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*words)
    assert ended.value.code == 2


def test_that_a_second_writer_is_refused_with_the_name_of_the_first(
    squares: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 0
    with Project.open(Path("p.wsl"), program="another window"):
        assert run("propose", "p.wsl", "--network", "colors.py:build", *TOY_SEARCH) == 3
        assert "another window" in capsys.readouterr().err
        assert run("export", "p.wsl", "--format", "coco", "--to", "c.json") == 0


def test_that_inspect_writes_what_it_says(squares: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("inspect", "images/square_00.png", "--class", "red", "--network", "colors.py:build", *TOY_SEARCH)
    assert run(*words, "--out", "t.json", "--strip", "s.png", "--json") == 0
    result = json_lines(capsys.readouterr().out)[-1]
    trace = json.loads(Path("t.json").read_text())["trace"]
    assert result["candidates"] == len(trace["level"])
    assert result["written"] == ["t.json", "s.png"]
    assert Path("s.png").stat().st_size > 1000


def test_that_bench_and_networks_and_doctor_give_their_lists(squares: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("bench", "--network", "colors.py:build", "--repeats", "1", "--device", "cpu") == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("unbatched", "paper", "fast", "cam", "torch", "load"))
    assert run("networks", "--json") == 0
    rows = json_lines(capsys.readouterr().out)[-1]["networks"]
    assert isinstance(rows, list)
    assert rows[0]["name"] == "bundled"
    code = run("doctor", "--json")
    events = json_lines(capsys.readouterr().out)
    verdicts = [event["verdict"] for event in events if event["event"] == "item"]
    assert code == int("fail" in verdicts)
    assert events[-1]["ok"] == verdicts.count("ok")


def test_that_a_fault_of_the_program_is_told_once_logged_and_gives_exit_code_70(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
        raise ZeroDivisionError("by hand")

    verb = Verb(name="broken", summary="", description="", examples="", add=lambda parser: None, run=fail)
    assert command_line._run(verb, argparse.Namespace(), Console(), CancelToken()) == 70
    text = capsys.readouterr().err
    assert "ZeroDivisionError: by hand" in text
    assert "wsl-annotator.log" in text


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT to a child is POSIX")
def test_that_ctrl_c_keeps_what_was_finished_and_the_same_command_goes_on(squares: Path) -> None:
    write_squares(squares / "images", 12)
    network = write_network(squares, pause_s=0.02)
    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 0
    words = [sys.executable, "-m", "wsl_annotator", "propose", "p.wsl", "--network", network, *TOY_SEARCH]
    child = subprocess.Popen(words, env=environment(squares), stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 120
    done = 0
    while time.monotonic() < deadline and done < 2:
        time.sleep(0.05)
        with Project.open(Path("p.wsl"), read_only=True) as project:
            done = sum(1 for _ in project.all_localizations())
    child.send_signal(signal.SIGINT)
    _, said = child.communicate(timeout=30)
    assert child.returncode == 130
    assert "the same command goes on from there" in said
    with Project.open(Path("p.wsl"), read_only=True) as project:
        kept = sum(1 for _ in project.all_localizations())
    assert 2 <= kept < 12
    write_network(squares)
    assert run(*words[3:]) == 0
    with Project.open(Path("p.wsl"), read_only=True) as project:
        assert sum(1 for _ in project.all_localizations()) == 12


def test_that_without_a_display_the_demo_says_so_and_needs_none(
    squares: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wsl_annotator.core.paths import resource

    if not resource("networks", "bundled.safetensors").is_file() or not resource("sample", "labels.csv").is_file():
        pytest.skip("the sample or the bundled network has not been made")
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    windows = Windows()
    assert run("demo", "--out", "demo", "--device", "cpu", windows=windows) == 0
    captured = capsys.readouterr()
    assert "There is no display" in captured.err
    assert "point inside a true box" in captured.out
    assert windows.opened == []
    monkeypatch.setenv("DISPLAY", ":99")
    assert run("demo", "--out", "demo", "--device", "cpu", windows=windows) == 0
    assert windows.opened == [Path("demo/sample.wsl")]
