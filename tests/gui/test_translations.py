"""Translations: each is finished, has the form of its source, and is looked up where lupdate filed it."""

from __future__ import annotations

import ast
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from make_translations import I18N, ROOT, collect, compile_to, fill_english, messages, untranslated
from PySide6.QtCore import QTranslator

from wsl_annotator.core.paths import resource

GERMAN = I18N / "wsl_annotator_de.ts"
GUI = ROOT / "wsl_annotator" / "gui"
PLACEHOLDER = re.compile(r"%n|%\d|\{[^}]*\}|</?\w[^>]*>")
MNEMONIC = re.compile(r"&(?=\w)")
ENDS = (".", "…", ":", "!", "?", ",")


def texts() -> list[tuple[str, str, list[str]]]:
    """Return context, source and forms of every German text."""
    return [
        (
            context,
            message.findtext("source", ""),
            [form for form in message.find("translation").itertext() if form.strip()],
        )
        for context, message in messages(GERMAN)
    ]


def files(ts: Path) -> set[tuple[str, str, str]]:
    """Return context, source and plural of each text of a .ts file."""
    return {
        (context, message.findtext("source", ""), message.get("numerus", "no")) for context, message in messages(ts)
    }


def unlike(check) -> list[tuple[str, str, str]]:
    """Return the texts for which a check gives something else for a form than for its source."""
    return [
        (context, source, form) for context, source, forms in texts() for form in forms if check(form) != check(source)
    ]


def test_that_every_german_text_is_finished() -> None:
    assert untranslated(GERMAN) == []


def test_that_an_unfinished_text_is_named_with_its_context(tmp_path: Path) -> None:
    tree = ET.parse(GERMAN)
    message = next(tree.getroot().iter("message"))
    message.find("translation").text = ""
    plural = next(one for one in tree.getroot().iter("message") if one.get("numerus") == "yes")
    plural.find("translation").set("type", "unfinished")
    tree.write(tmp_path / "left.ts", encoding="utf-8")
    first, second = untranslated(tmp_path / "left.ts")
    assert first.startswith("AboutSheet: ")
    assert repr(message.findtext("source")) in first
    assert "guess" in second


def test_that_an_update_adds_no_text_to_the_german_file_and_keeps_every_translation(tmp_path: Path) -> None:
    updated = tmp_path / GERMAN.name
    shutil.copy(GERMAN, updated)
    collect(updated, "de")
    assert files(updated) == files(GERMAN), "run packaging/make_translations.py"
    assert updated.read_text(encoding="utf-8") == GERMAN.read_text(encoding="utf-8")


def test_that_the_english_plurals_are_those_of_the_window(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    collect(fresh, "en", "-pluralonly")
    assert fill_english(fresh) > 0
    assert files(fresh) == files(I18N / "wsl_annotator_en.ts"), "run packaging/make_translations.py"


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_what_is_shipped_is_compiled_from_the_file_beside_it(tmp_path: Path, language: str) -> None:
    shipped = resource("i18n", f"wsl_annotator_{language}.qm")
    compile_to(I18N / f"wsl_annotator_{language}.ts", tmp_path / "fresh.qm")
    assert shipped.read_bytes() == (tmp_path / "fresh.qm").read_bytes(), "run packaging/make_translations.py"


def test_that_placeholders_and_tags_are_the_same() -> None:
    assert unlike(lambda text: sorted(set(PLACEHOLDER.findall(text)))) == []


def test_that_a_text_begins_and_ends_as_its_source() -> None:
    assert unlike(lambda text: (text[0] in " ,;", text.endswith(ENDS) and text[-1])) == []


def test_that_a_text_has_a_mnemonic_where_its_source_has_one() -> None:
    assert unlike(lambda text: len(MNEMONIC.findall(text))) == []


@pytest.mark.parametrize(
    ("context", "source", "count", "expected"),
    [
        ("ClassRowWidget", "%n box(es)", 0, "0 Boxen"),
        ("ClassRowWidget", "%n box(es)", 1, "1 Box"),
        ("ClassRowWidget", "%n box(es)", 2, "2 Boxen"),
        ("ProjectController", "The project has %n image(s).", 1, "Das Projekt hat 1 Bild."),
        ("ProjectController", "The project has %n image(s).", 5, "Das Projekt hat 5 Bilder."),
    ],
)
def test_that_one_and_several_have_their_own_form(context: str, source: str, count: int, expected: str) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "wsl_annotator_de.qm")))
    assert translator.translate(context, source, "", count).replace("%n", str(count)) == expected


def wrong_calls(source: str) -> Iterator[str]:
    """Give the calls whose text lupdate does not find, or files under a context that nothing looks up."""
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "tr" and id(node) not in called:
            yield ast.unparse(node)
        if not isinstance(node, ast.Call):
            continue
        literal = [isinstance(argument, ast.Constant) for argument in (*node.args, None, None)]
        owner, name = "", ast.unparse(node.func)
        if isinstance(node.func, ast.Attribute):
            owner, name = ast.unparse(node.func.value), node.func.attr
        found_by_lupdate = {
            "tr": owner == "self" and literal[0],
            "translate": owner != "QCoreApplication" or literal[0] or not literal[1],
            "QT_TRANSLATE_NOOP": literal[0] and literal[1],
        }
        if not found_by_lupdate.get(name, True):
            yield ast.unparse(node)


@pytest.mark.parametrize(
    "planted",
    [
        'bar.tr("Text")',
        'tr = self.tr\ntr("Text")',
        "self.tr(text)",
        'self.tr(f"{count} boxes")',
        'QCoreApplication.translate(CONTEXT, "Text")',
        'QT_TRANSLATE_NOOP(CONTEXT, "Text")',
    ],
)
def test_that_a_planted_call_that_lupdate_misses_is_found(planted: str) -> None:
    assert list(wrong_calls(planted))


def test_that_every_text_is_looked_up_where_lupdate_files_it() -> None:
    found = {
        f"{path.relative_to(GUI)}: {call}"
        for path in sorted(GUI.rglob("*.py"))
        for call in wrong_calls(path.read_text(encoding="utf-8"))
    }
    assert found == set()
