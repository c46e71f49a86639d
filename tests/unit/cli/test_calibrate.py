"""`calibrate` as a person types it, and what `propose` and `evaluate` make of a calibrated card."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.toy_card import write_card, write_truth
from tests.helpers.toy_project import write_squares
from wsl_annotator.cli import main as command_line
from wsl_annotator.networks.calibrations import read_calibrations
from wsl_annotator.networks.card_file import CARD
from wsl_annotator.store.project import Project

SEARCH = ("--preset", "fast", "--beam-width", "2", "--depth", "3", "--device", "cpu")


def run(*words: object) -> int:
    return command_line.main([str(word) for word in words], open_window=lambda *_: 0)


def last_json(text: str) -> dict[str, Any]:
    return json.loads(text.splitlines()[-1])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """images/ with six squares, labels.csv, truth.json and a card that learned that classes come together."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    names = write_squares(tmp_path / "images", 6)
    # as large as what an untrained network proposes
    boxes = {name: [(("red", "green", "blue")[at % 3], (0, 0, 64, 48))] for at, name in enumerate(names)}
    write_truth(tmp_path / "truth.json", boxes)
    write_card(tmp_path, alpha=0.5)
    return tmp_path


CARD_WORDS = ("card", "--code", "net.py:build")


def test_that_a_card_is_shown_written_and_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("calibrate", *CARD_WORDS, "--truth", "truth.json", *SEARCH)
    assert run(*words, "--least-boxes", 2) == 0
    shown = capsys.readouterr().out
    assert "Nothing was written" in shown
    assert [line.split()[0] for line in shown.splitlines()[2:5]] == ["red", "green", "blue"]
    assert read_calibrations(folder / "card") == {}
    assert run(*words, "--least-boxes", 2, "--write", "--json") == 0
    values = last_json(capsys.readouterr().out)
    assert (values["searched"], values["reused"]) == (0, 6)
    assert all(len(entry["curve"]) == 19 and entry["boxes"] == 2 for entry in values["classes"])
    fitted = {entry["class"]: entry["threshold"] for entry in values["classes"] if entry["set"]}
    # an untrained network finds some squares and not others; where no threshold does, none is set
    assert list(fitted) == [entry["class"] for entry in values["classes"] if entry["ap"] > 0]
    assert fitted
    found = read_calibrations(folder / "card")[values["config_digest"]]
    assert found.thresholds == fitted
    assert (found.truth, found.iou_threshold) == ("truth.json", 0.5)

    network = ("--network", "card", "--code", "net.py:build", *SEARCH)
    folder_words = ("propose", "--images", "images", "--labels", "labels.csv", *network)
    assert run(*folder_words, "--out", "own.json") == 0
    assert run(*folder_words, "--out", "given.json", "--threshold", 0.5) == 0
    own, given = (json.loads((folder / name).read_text()) for name in ("own.json", "given.json"))
    assert own["settings"]["thresholds"] == found.thresholds
    assert "thresholds" not in given["settings"]
    assert not any("combined_score" in entry for entry in own["localizations"])

    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 0
    assert run("propose", "p.wsl", *network) == 0
    with Project.open(folder / "p.wsl") as project:
        assert {record.name: record.threshold for record in project.classes()} == {
            name: fitted.get(name, 0.5) for name in ("red", "green", "blue")
        }
    capsys.readouterr()
    assert run("propose", "p.wsl", *network[:4], "--preset", "paper", "--depth", "2", "--device", "cpu") == 0
    assert "thresholds for another search" in capsys.readouterr().err


def test_that_few_boxes_are_left_alone_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("calibrate", *CARD_WORDS, "--truth", "truth.json", "--out", "copy", *SEARCH) == 0
    assert "left alone: below 5 boxes" in capsys.readouterr().out
    assert not (folder / "copy").exists()


def test_that_classes_that_come_together_rank_where_all_were_searched(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("propose", "--images", "images", "--classes", "all", "--network", "card", "--code", "net.py:build")
    assert run(*words, *SEARCH, "--out", "all.json") == 0
    entries = json.loads((folder / "all.json").read_text())["localizations"]
    assert len(entries) == 18
    first = {entry["category_id"]: entry for entry in entries if entry["image_id"] == 1}

    def probability(category: int) -> float:
        import math

        return 1 / (1 + math.exp(-first[category]["class_score"]))

    # red is in half of the pictures with green; alpha is .5
    assert first[1]["combined_score"] == pytest.approx(probability(1) + 0.5 * 0.5 * probability(2))
    assert first[3]["combined_score"] == pytest.approx(probability(3))
    capsys.readouterr()
    assert run("evaluate", "all.json", "--truth", "truth.json", "--json") == 0
    mean = last_json(capsys.readouterr().out)["mean"]
    assert mean["classification_ap_combined"] is not None
    assert mean["classification_ap"] is not None


def test_that_a_project_needs_no_truth_and_a_dry_run_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "p.wsl", "--images", "images", "--labels", "labels.csv") == 0
    assert run("propose", "p.wsl", "--network", "card", "--code", "net.py:build", *SEARCH) == 0
    assert run("import", "p.wsl", "--from", "truth.json") == 0
    capsys.readouterr()
    assert run("calibrate", "p.wsl", "--least-boxes", 1, "--dry-run", "--json") == 0
    planned = last_json(capsys.readouterr().out)
    with Project.open(folder / "p.wsl", read_only=True) as project:
        assert {record.threshold for record in project.classes()} == {0.5}
    assert run("calibrate", "p.wsl", "--least-boxes", 1, "--json") == 0
    done = last_json(capsys.readouterr().out)
    wanted = {entry["class"]: entry["threshold"] for entry in planned["classes"]}
    assert {entry["class"]: entry["threshold"] for entry in done["classes"]} == wanted
    with Project.open(folder / "p.wsl", read_only=True) as project:
        assert {record.name: record.threshold for record in project.classes()} == wanted


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("card", "--write"), 2, "A card is fitted on true boxes"),
        (("images",), 2, "images is no network card"),
        (("none.wsl",), 3, "There is no project at"),
        (("card", "--truth", "none.json"), 3, "There is no none.json"),
        (("card", "--truth", "truth.json", "--threshold", "0.4"), 2, "--threshold is what calibrate finds"),
        (("card", "--truth", "truth.json", "--write", "--out", "x"), 2, "either --write or --out"),
        (("card", "--truth", "truth.json", "--all"), 2, "are for a project"),
        (("truth.json", "--write"), 2, "are for a card"),
        (("truth.json", "--network", "card"), 2, "not for a project"),
        (("truth.json",), 3, "is not a project"),
    ],
)
def test_that_bad_input_is_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert run("calibrate", *words) == code
    told = capsys.readouterr().err.strip()
    assert sentence in told
    assert "\n" not in told


def test_that_a_damaged_card_is_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads((folder / "card" / CARD).read_text())
    (folder / "card" / CARD).write_text(json.dumps({**values, "calibrations": {"x": 3}}))
    assert run("calibrate", *CARD_WORDS, "--truth", "truth.json", *SEARCH) == 3
    assert "card.json is damaged" in capsys.readouterr().err
