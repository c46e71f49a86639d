"""`ablate`: one table of rows that share scores, stops and goes on, and says the same as searches by themselves."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.toy_card import write_truth
from tests.helpers.toy_project import write_network, write_squares
from wsl_annotator.cli import main as command_line
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled
from wsl_annotator.core.progress import Progress
from wsl_annotator.evaluation.measure import measure
from wsl_annotator.formats.proposals_json import read_proposals
from wsl_annotator.networks.spec import NetworkSpec
from wsl_annotator.workflow.ablate import AblationRun, ablate
from wsl_annotator.workflow.ablate_data import AblationData, ImageChoice, read_ablation_data
from wsl_annotator.workflow.ablate_rows import ROWS, choose_rows
from wsl_annotator.workflow.answers_and_truth import build_answers

WORDS = ("--images", "images", "--labels", "labels.csv", "--truth", "truth.json", "--network", "colors.py:build")
BEAMS = tuple(row.key for row in ROWS if row.config is not None and row.config.localizer == "beam")


def run(*words: object) -> int:
    return command_line.main([str(word) for word in words], open_window=lambda *_: 0)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """images/ with six squares, labels.csv, truth.json and the network that knows colours."""
    monkeypatch.chdir(tmp_path)
    names = write_squares(tmp_path / "images", 6)
    corners = [(4 + 5 * (at % 8), 4 + 3 * (at % 8)) for at in range(6)]
    boxes = {name: [(("red", "green", "blue")[at % 3], (*corners[at], 16, 16))] for at, name in enumerate(names)}
    write_truth(tmp_path / "truth.json", boxes)
    write_network(tmp_path)
    return tmp_path


def data_of(folder: Path, **choice: Any) -> AblationData:
    return read_ablation_data(
        images=folder / "images",
        labels=folder / "labels.csv",
        truth=folder / "truth.json",
        choice=ImageChoice(**choice),
    )


def run_of(folder: Path, out: str, *keys: str, **changes: Any) -> AblationRun:
    network = NetworkSpec(f"{folder / 'colors.py'}:build")
    return AblationRun(out=folder / out, rows=choose_rows(keys), network=network, device="cpu", timed=1, **changes)


def without_seconds(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "rows": [{key: v for key, v in row.items() if key != "seconds"} for row in values["rows"]]}


def test_that_one_command_prints_every_row_and_writes_table_and_pages(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("ablate", *WORDS, "--timed", 2, "--out", "table.json", "--markdown", "table.md", "--html", "table.html")
    assert run(*words) == 0
    shown = capsys.readouterr().out
    values = json.loads((folder / "table.json").read_text())
    assert [row["key"] for row in values["rows"]] == [row.key for row in ROWS]
    assert (values["images"], values["pairs"]) == (6, 6)
    markdown = (folder / "table.md").read_text()
    page = (folder / "table.html").read_text()
    for row in ROWS:
        assert row.title in shown
        assert f"| {row.title} |" in markdown
        assert f"<td>{row.title}</td>" in page
    assert not re.search(r"(src|href)=", page)
    by_key = {row["key"]: row for row in values["rows"]}
    # the colours are found by every search; the middle of the image is no part of the first squares
    assert by_key["paper"]["share"] == 1.0
    assert by_key["centre"]["share"] < 1.0
    assert by_key["centre"]["passes"] == 0
    assert by_key["paper"]["passes"] > by_key["fast"]["passes"] == 5
    assert len({row["classification_ap"] for row in values["rows"]}) == 1
    assert set(by_key["default"]["fitted"]) == {"red", "green", "blue"}


def test_that_a_row_says_what_propose_and_evaluate_say(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = ablate(run_of(folder, "t.json", "paper", "default", "fast"), data_of(folder))
    assert len(table.rows) == 3
    for row in table.rows:
        words = ("--preset", row.key, "--threads", 1, "--device", "cpu", "--classes", "red,green,blue")
        assert run("propose", *WORDS[:2], *WORDS[6:], *words, "--out", f"{row.key}.json") == 0
        answers = build_answers(
            read_proposals(folder / f"{row.key}.json"),
            data_of(folder).truth,
            answers_path=Path("a"),
            truth_path=Path("b"),
            notes=[],
        )
        mean = measure(answers).mean
        # everything was searched here, the table searched the shown classes alone: points and classes agree
        assert (row.classification_ap, row.point_ap) == (mean.classification_ap, mean.point_ap)
        assert (row.corloc, row.share) == (mean.corloc, mean.point_share)


def test_that_rows_that_share_scores_say_what_each_says_alone(folder: Path) -> None:
    data = data_of(folder, last=4)
    together = without_seconds(ablate(run_of(folder, "all.json", *BEAMS), data).to_json())
    for key in BEAMS:
        alone = without_seconds(ablate(run_of(folder, f"{key}.json", key), data).to_json())
        assert alone["rows"] == [row for row in together["rows"] if row["key"] == key]
        logs = [folder / f"{name}.json.partial" / f"{key}.jsonl" for name in ("all", key)]
        lines = [[json.loads(line) for line in log.read_text().splitlines()[1:]] for log in logs]
        for first, second in zip(*lines, strict=True):
            assert {**first, "seconds": 0} == {**second, "seconds": 0}


def test_that_a_cancelled_run_goes_on_and_ends_in_the_same_table(folder: Path) -> None:
    data = data_of(folder)
    whole = ablate(run_of(folder, "whole.json", "paper", "fast"), data)
    token = CancelToken()

    def cancel_at(event: Progress) -> None:
        if event.message.endswith("03.png"):
            token.cancel()

    with pytest.raises(Cancelled):
        ablate(run_of(folder, "part.json", "paper", "fast"), data, cancel=token, progress=cancel_at)
    log = folder / "part.json.partial" / "paper.jsonl"
    kept = log.read_bytes()
    assert kept.count(b"\n") == 1 + 3
    again = ablate(run_of(folder, "part.json", "paper", "fast"), data)
    assert log.read_bytes().startswith(kept)
    assert without_seconds(again.to_json()) == without_seconds(whole.to_json())
    # nothing is timed or searched twice
    third = ablate(run_of(folder, "part.json", "paper", "fast"), data)
    assert third.to_json() == again.to_json()


def test_that_a_row_may_be_added_to_a_finished_table(folder: Path) -> None:
    data = data_of(folder, first=3)
    ablate(run_of(folder, "t.json", "paper"), data)
    kept = (folder / "t.json.partial" / "paper.jsonl").read_bytes()
    table = ablate(run_of(folder, "t.json", "paper", "cam"), data)
    assert [row.key for row in table.rows] == ["cam", "paper"]
    assert (folder / "t.json.partial" / "paper.jsonl").read_bytes() == kept


def test_that_thresholds_of_an_earlier_table_are_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ablate", *WORDS, "--rows", "paper,centre", "--first", 3, "--timed", 1, "--out", "tuning.json") == 0
    fitted = {row["key"]: row["fitted"] for row in json.loads((folder / "tuning.json").read_text())["rows"]}
    words = ("--rows", "paper,fast,centre", "--last", 3, "--timed", 1, "--thresholds", "tuning.json")
    assert run("ablate", *WORDS, *words, "--out", "table.json") == 0
    rows = {row["key"]: row for row in json.loads((folder / "table.json").read_text())["rows"]}
    assert rows["paper"]["thresholds"] == fitted["paper"]
    assert set(rows["fast"]["thresholds"].values()) == {0.5}
    assert run("ablate", *WORDS, *words[:-1], "labels.json", "--out", "other.json") == 3
    (folder / "labels.json").write_text("{}")
    assert run("ablate", *WORDS, *words[:-1], "labels.json", "--out", "other.json") == 3
    assert "no table of" in capsys.readouterr().err


def test_that_images_are_chosen_by_list_first_and_last(folder: Path) -> None:
    names = sorted(path.name for path in (folder / "images").iterdir())
    assert [photo.name for photo in data_of(folder, first=5, last=2).photos] == names[3:5]
    (folder / "list.txt").write_text(f"{names[4]}\n\n{names[1]}\n")
    assert [photo.name for photo in data_of(folder, names=folder / "list.txt").photos] == [names[1], names[4]]
    assert [photo.shows for photo in data_of(folder, last=2).photos] == [("green",), ("blue",)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--rows", "papre"), "There is no row 'papre'"),
        (("--list", "missing.txt"), "missing.txt"),
        (("--truth", "nowhere.json"), "nowhere.json could not be read: no such file"),
        (("--truth", "labels.csv"), "labels.csv"),
        (("--labels", "empty.csv"), "names no class for any of the 6 images"),
        (("--images", "nowhere"), "There is no folder nowhere"),
        (("--network", "other.py:build"), "knows none of the classes red, green, blue"),
        (("--out", "truth.json"), "truth.json is read by this command"),
        (("--out", "images"), "images is a folder"),
    ],
)
def test_that_bad_input_is_told_in_one_sentence(
    folder: Path, words: tuple[str, str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.csv").write_text("file_name,red\nsquare_00.png,0\n")
    source = (folder / "colors.py").read_text().replace('("red", "green", "blue")', '("cyan", "magenta", "yellow")')
    (folder / "other.py").write_text(source)
    before = (folder / "truth.json").read_bytes()
    assert run("ablate", *WORDS, "--out", "t.json", *words) == 3
    error = capsys.readouterr().err.strip().splitlines()[-1]
    assert sentence in error
    assert (folder / "truth.json").read_bytes() == before


def test_that_results_of_another_network_are_not_mixed_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("ablate", *WORDS, "--rows", "paper", "--timed", 1, "--out", "t.json")
    assert run(*words) == 0
    source = (folder / "colors.py").read_text()
    (folder / "colors.py").write_text(source.replace("8 * (", "6 * ("))
    assert run(*words) == 3
    assert "was made with other settings (network_hash)" in capsys.readouterr().err
    assert run(*words, "--restart") == 0


def test_that_a_picture_that_cannot_be_read_is_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "images" / "square_00.png").write_bytes(b"no picture")
    assert run("ablate", *WORDS, "--rows", "paper", "--timed", 2, "--out", "t.json") == 1
    assert "square_00.png" in capsys.readouterr().err
    values = json.loads((folder / "t.json").read_text())
    assert len(values["skipped"]) == 1
    assert values["rows"][0]["share"] == 1.0


def test_that_a_row_that_the_network_cannot_serve_is_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = (folder / "colors.py").read_text()
    flat = source.replace("maps.mean((2, 3))", "maps.flatten(1).reshape(-1, 3, 16).mean(2)")
    (folder / "colors.py").write_text(flat)
    assert run("ablate", *WORDS, "--rows", "cam,layercam,paper", "--first", 2, "--timed", 1, "--out", "t.json") == 1
    assert [row["key"] for row in json.loads((folder / "t.json").read_text())["rows"]] == ["layercam", "paper"]
    assert "The row CAM was left out" in capsys.readouterr().err
