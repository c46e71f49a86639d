"""The pages for people tell the truth: commands parse and run, keys and menus are the window's, links lead on."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from wsl_annotator.cli.main import VERBS, build_parser, main
from wsl_annotator.core.paths import resources_dir
from wsl_annotator.gui.actions.every import ACTIONS
from wsl_annotator.gui.menus import MENUS
from wsl_annotator.gui.shortcuts import CLASS_KEYS, LABEL_KEYS, LABELIMG, folded
from wsl_annotator.workflow.image_query import Words, terms_of
from wsl_annotator.workflow.query_parser import parse

ROOT = Path(__file__).resolve().parent.parent
BOOK = tuple(ROOT / "docs" / name for name in ("tutorial.md", "formats.md", "questions.md"))
PAGES = (ROOT / "README.md", *BOOK)
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`]+)`")
KEY = re.compile(r"<kbd>([^<]+)</kbd>")
PLACE = re.compile(r"\*\*(\w+) > ([^*]+)\*\*(?:\s+\(<kbd>([^<]+)</kbd>\))?")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
WORD = re.compile(r"-?(label|score|state|status|boxes|is|name):\S+( .+)?")
SUBMENUS = {"Language": "language", "Theme": "theme"}
ids = [page.name for page in PAGES]


def _commands(text: str) -> list[list[str]]:
    """Return the words of every command line of this program, in fences and in spans, in the page's order."""
    found: list[tuple[int, str]] = []
    for fence in FENCE.finditer(text):
        lines = fence[1].replace("\\\n", " ").splitlines()
        found += [(fence.start(), line) for line in lines if line.startswith("wsl-annotator")]
    bare = FENCE.sub(lambda fence: " " * len(fence[0]), text)
    found += [(span.start(), span[1]) for span in SPAN.finditer(bare) if span[1].split()[:1] == ["wsl-annotator"]]
    return [shlex.split(line, comments=True)[1:] for _, line in sorted(found, key=lambda one: one[0])]


def _wrong(words: list[str]) -> bool:
    """Whether a command line is none; one word that is a command's name stands for the command itself."""
    names = {verb.name for verb in VERBS}
    if not words or (len(words) == 1 and (words[0] in names or Path(words[0]).suffix == ".wsl")):
        return False
    try:
        build_parser().parse_args(words)
    except SystemExit:
        return True
    return False


def _anchors(page: Path) -> set[str]:
    """Return the names under which a page's headings are reached, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head).strip().lower().replace(" ", "-") for head in heads}


def _broken(page: Path, text: str) -> list[str]:
    broken = []
    for target in LINK.findall(FENCE.sub("", text)):
        path, _, anchor = target.partition("#")
        place = (page.parent / path).resolve() if path else page
        if "://" in target:
            continue
        if not place.exists() or (anchor and anchor not in _anchors(place)):
            broken.append(target)
    return broken


def _menu_texts() -> dict[tuple[str, str], str]:
    """Return (menu, plain text) -> name of the action."""
    texts = {spec.name: spec.text.replace("&", "").rstrip("…") for spec in ACTIONS}
    placed = {(title.replace("&", ""), texts[name]): name for title, names in MENUS for name in names if name in texts}
    return placed | {("View", title): "" for title in SUBMENUS}


def _untrue_keys(text: str) -> list[str]:
    """Return the keys that no action has, and the menu entries that are not there or have another key."""
    known = {folded(key) for keys in LABELIMG.values() for key in keys} | set(CLASS_KEYS) | set(LABEL_KEYS)
    wrong = [key for key in KEY.findall(text) if folded(key) not in known]
    places = _menu_texts()
    for menu, entry, key in PLACE.findall(" ".join(text.split())):
        name = places.get((menu, entry))
        if name is None:
            wrong.append(f"{menu} > {entry}")
        elif key and folded(key) not in {folded(own) for own in LABELIMG.get(name, ())}:
            wrong.append(f"{menu} > {entry} ({key})")
    return wrong


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_that_every_command_line_of_a_page_is_one(page: Path) -> None:
    commands = _commands(page.read_text(encoding="utf-8"))
    assert commands
    assert [words for words in commands if _wrong(words)] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_that_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    assert _broken(page, page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", BOOK, ids=ids[1:])
def test_that_every_key_and_menu_of_a_page_is_the_windows(page: Path) -> None:
    assert _untrue_keys(page.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", BOOK, ids=ids[1:])
def test_that_every_filter_of_a_page_is_understood(page: Path) -> None:
    bare = FENCE.sub("", page.read_text(encoding="utf-8"))
    for span in filter(WORD.fullmatch, SPAN.findall(bare)):
        # A word that is none of the filter's would be taken as a part of a path.
        assert not any(isinstance(node, Words) for node in terms_of(parse(span).where)), span


@pytest.mark.parametrize(
    "planted",
    [
        "```\nwsl-annotator export dogs.wsl --format yolo --to x\n```",
        "say `wsl-annotator propse dogs.wsl --preset fast`",
        "```\nwsl-annotator new dogs.wsl \\\n  --pictures photos\n```",
    ],
)
def test_that_a_command_that_is_none_is_found(planted: str) -> None:
    assert [_wrong(words) for words in _commands(planted)] == [True]


@pytest.mark.parametrize(
    "planted",
    ["<kbd>Ctrl+Alt+J</kbd>", "**File > Export** (<kbd>Ctrl+B</kbd>)", "**File > Print**", "**Edit > Export**"],
)
def test_that_a_key_or_menu_that_is_none_is_found(planted: str) -> None:
    assert len(_untrue_keys(planted)) == 1


@pytest.mark.parametrize("planted", ["[a](nowhere.md)", "![a](screenshots/nowhere.png)", "[a](formats.md#yolo)"])
def test_that_a_link_that_leads_nowhere_is_found(planted: str) -> None:
    assert len(_broken(BOOK[0], planted)) == 1


@pytest.fixture
def photos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the tutorial begins with: three scenes, their labels and true boxes."""
    sample = resources_dir() / "sample"
    (tmp_path / "photos").mkdir()
    for name in ("scene_01.jpg", "scene_03.jpg", "scene_08.jpg"):
        shutil.copy(sample / "images" / name, tmp_path / "photos" / name)
    lines = (sample / "labels.csv").read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if line.startswith(("file_name", "scene_01", "scene_03", "scene_08"))]
    (tmp_path / "labels.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    shutil.copy(sample / "truth.json", tmp_path / "truth.json")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_that_the_commands_of_the_tutorial_run_in_their_order(photos: Path) -> None:
    opened: list[Path | None] = []

    def open_window(project: Path | None = None) -> int:
        opened.append(project)
        return 0

    commands = _commands(BOOK[0].read_text(encoding="utf-8"))
    run = [words for words in commands if words[:1] != ["demo"] and "resnet50" not in words]
    assert [words[0] for words in run if words] == [
        "new", "desk.wsl", "propose", "export", "export", "statistics", "evaluate"
    ]  # fmt: skip
    for words in run:
        assert main(words, open_window=open_window) == 0, words
    assert opened == [None, Path("desk.wsl")]
    for made in ("desk.json", "VOCdevkit/VOC2012/ImageSets/Main/trainval.txt", "desk-statistics", "report.html"):
        assert (photos / made).exists(), made
