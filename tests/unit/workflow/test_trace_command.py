"""`wsl-annotator inspect` with animations and stored searches."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from tests.helpers.toy_project import square, write_network
from tests.helpers.traces import make_run
from wsl_annotator.cli import main as command_line
from wsl_annotator.workflow.trace_file import write_run


def no_window(project: Path | None = None) -> int:
    raise AssertionError(f"a window was opened for {project}")


def main(words: list[str]) -> int:
    return command_line.main(words, open_window=no_window)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Image.fromarray(square("red", x=8, y=20)).save("photo.png")
    write_run(make_run(), Path("trace.json"))
    return tmp_path


def test_that_a_search_writes_an_animation_with_one_frame_a_level(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    network = write_network(folder)
    words = ["inspect", "photo.png", "--class", "red", "--network", network, "--beam-width", "2", "--depth", "4"]
    assert main([*words, "--gif", "out.gif", "--out", "found.json", "--device", "cpu"]) == 0
    assert "written: out.gif" in capsys.readouterr().out
    with Image.open("out.gif") as film:
        assert film.n_frames == 5
    assert main(["inspect", "--trace", "found.json", "--photo", "photo.png", "--gif", "again.gif", "--json"]) == 0
    result = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert result["replay_exact"] is True
    assert Path("again.gif").read_bytes() == Path("out.gif").read_bytes()


def test_that_a_stored_search_is_shown_without_a_network(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["inspect", "--trace", "trace.json", "--photo", "photo.png", "--strip", "s.png", "--gif", "g.gif"]
    assert main(words) == 0
    text = capsys.readouterr().out
    assert "13 candidates in 2 levels" in text
    assert "the stored bits" in text
    assert Path("s.png").is_file()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--trace", "no.json", "--photo", "photo.png"), 3, "no.json"),
        (("--trace", "photo.png", "--photo", "photo.png"), 3, "photo.png is no trace"),
        (("--trace", "trace.json", "--photo", "wide.png"), 3, "wide.png has 65 x 48 pixels"),
        (("--trace", "trace.json"), 2, "--photo"),
        (("--trace", "trace.json", "--photo", "photo.png", "--depth", "3"), 2, "--depth"),
        (("photo.png", "--trace", "trace.json", "--photo", "photo.png"), 2, "--trace"),
        (("photo.png",), 2, "--class"),
        (("photo.png", "--class", "red", "--photo", "photo.png"), 2, "--photo"),
    ],
)
def test_that_what_does_not_fit_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, said: str
) -> None:
    Image.fromarray(square("red", x=8, y=20, width=65)).save("wide.png")
    assert main(["inspect", *words]) == code
    captured = capsys.readouterr()
    assert said in captured.err
    assert "Traceback" not in captured.err


def test_that_another_file_of_the_same_size_is_a_notice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads(Path("trace.json").read_text())
    values["image"]["sha256"] = "0" * 64
    Path("trace.json").write_text(json.dumps(values))
    assert main(["inspect", "--trace", "trace.json", "--photo", "photo.png"]) == 0
    assert "is not the file that was searched" in capsys.readouterr().err
