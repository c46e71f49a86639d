"""A count of one has its noun in the singular, of none and of several in the plural."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.toy_project import write_network, write_squares
from wsl_annotator.cli.main import main
from wsl_annotator.core.words import counted
from wsl_annotator.store.project import Project
from wsl_annotator.workflow import review

TOY = ("--network", "colors.py:build", "--beam-width", "2", "--depth", "4", "--device", "cpu")
NOUNS = "image|box|class|label|scene|candidate|level|warning|failure|core|thread|run"
WRONG = re.compile(rf"\b1 (held-out )?({NOUNS})(e?s)\b|\b([02-9]|\d\d+) ({NOUNS})\b|\b1 were\b|\(s\)|\(es\)")
"""A count and a noun that do not agree."""


class Terminal:
    """Gives commands as a person types them, and returns what they say."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def say(self, *words: object) -> str:
        main([str(word) for word in words], open_window=lambda _project=None: 0)
        said = self._capture.readouterr()
        return said.out + said.err


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


def _make(folder: Path, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    write_squares(folder / "images", count)
    write_network(folder)
    monkeypatch.chdir(folder)


def _accept_one_an_image(path: Path) -> None:
    with Project.open(path) as project:
        for record in project.images():
            project.apply(review.accept(project, review.image_proposals(project, record.id)[0], record.id))


def test_that_a_count_takes_the_noun_that_goes_with_it() -> None:
    assert [counted(number, "box", "boxes") for number in (0, 1, 2)] == ["0 boxes", "1 box", "2 boxes"]


def test_that_a_wrong_plural_is_found() -> None:
    assert WRONG.search("1 boxes of 1 images at out.json")
    assert WRONG.search("12 image searched")
    assert not WRONG.search("1 box of 1 image at out.json (files: 1), 21 images, 0 boxes")


@pytest.mark.parametrize("count", [1, 3])
def test_that_what_the_commands_say_of_one_image_or_several_agrees(
    tmp_path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    _make(tmp_path, count, monkeypatch)
    image, box, label = ("image", "box", "label") if count == 1 else ("images", "boxes", "labels")
    said = [terminal.say("new", "p.wsl", "--images", "images", "--labels", "labels.csv")]
    assert f"{count} {image}, {3 * count} labels" in said[-1]
    said.append(terminal.say("propose", "p.wsl", *TOY))
    assert f"{count} {image} searched" in said[-1]
    said.append(terminal.say("propose", "p.wsl", *TOY))
    assert f"{count} {'image was' if count == 1 else 'images were'} done before." in said[-1]
    _accept_one_an_image(tmp_path / "p.wsl")
    said.append(terminal.say("export", "p.wsl", "--format", "coco", "--to", "out.json"))
    assert f"{count} {box} of {count} {image} at out.json" in said[-1]
    said.append(terminal.say("new", "q.wsl", "--images", "images", "--classes", "red,green,blue"))
    said.append(terminal.say("import", "q.wsl", "--from", "out.json"))
    assert f"{count} {box} and {count} {label} added for {count} {image}." in said[-1]
    said.append(terminal.say("import", "q.wsl", "--from", "out.json"))
    assert f"{count} {'box was' if count == 1 else 'boxes were'} there already." in said[-1]
    said.append(terminal.say("statistics", "p.wsl"))
    said.append(terminal.say("inspect", "images/square_00.png", "--class", "red", *TOY))
    said.append(terminal.say("doctor", "p.wsl"))
    assert f"is sound, {count} {image}" in said[-1]
    assert [WRONG.findall(text) for text in said if WRONG.search(text)] == []
