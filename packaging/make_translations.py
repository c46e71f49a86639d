"""Makes resources/i18n from the source: `python packaging/make_translations.py`.

English needs no translation but for plurals ("%n box(es)" becomes "1 box" and "2 boxes"): both forms are written by
rule. German is complete: its .ts file is the source of truth. The script adds new texts to it, drops texts that are
gone, keeps every translation, and fails with a list of what is left to translate. To translate one, write the German
into its `<translation>` (both `<numerusform>` of a plural), delete `type="unfinished"`, and run the script again.

What the rooms below the window say is English there and translated on its way to the window: `read_sentences.py` finds
these texts, sentences.json ships them, and the .ts file has them under the context `Sentences`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from read_sentences import templates

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
BIN = Path(sys.executable).parent
TRANSLATED = ("de",)
"""Languages that are translated by people, whole."""


def collect(ts: Path, language: str, *options: str) -> None:
    """Bring a .ts file up to date with the texts of the window and of what is below; translations in it are kept."""
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "wsl_annotator" / "gui").rglob("*.py"))
    languages = ["-source-language", "en", "-target-language", language]
    with tempfile.TemporaryDirectory() as folder:
        below = Path(folder) / "sentences.py"
        marked = (f'QT_TRANSLATE_NOOP("Sentences", {json.dumps(text)})\n' for text in templates(ROOT))
        below.write_text("".join(marked), encoding="utf-8")
        command = [BIN / "pyside6-lupdate", *sources, below, *options, "-no-obsolete", "-locations", "none", *languages]
        subprocess.run([*command, "-ts", ts], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def sentences_file() -> str:
    """Return what sentences.json must hold: a template of the rooms below the window a line."""
    return json.dumps(templates(ROOT), indent=0) + "\n"


def messages(ts: Path) -> Iterator[tuple[str, ET.Element]]:
    """Give every message of a .ts file with its context."""
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def plural_forms(source: str) -> tuple[str, str]:
    """Return singular and plural of an English text in which `(s)` or `(es)` marks the plural ending."""
    return re.sub(r"\((e?s)\)", "", source), re.sub(r"\((e?s)\)", r"\1", source)


def fill_english(ts: Path) -> int:
    """Write the English forms of every plural text into a .ts file; return how many there are."""
    tree = ET.parse(ts)
    plurals = [message for message in tree.getroot().iter("message") if message.get("numerus") == "yes"]
    for message in plurals:
        translation = message.find("translation")
        assert translation is not None
        translation.clear()
        for form in plural_forms(message.findtext("source", "")):
            ET.SubElement(translation, "numerusform").text = form
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    return len(plurals)


def untranslated(ts: Path) -> list[str]:
    """Return the texts of a .ts file that have no finished translation, each behind its context."""
    left = []
    for context, message in messages(ts):
        translation = message.find("translation")
        assert translation is not None
        forms = [form.text for form in translation.iter("numerusform")] or [translation.text]
        if translation.get("type") == "unfinished" or not all(forms):
            guess = next((f"   (guess: {form!r})" for form in forms if form), "")
            left.append(f"{context}: {message.findtext('source', '')!r}{guess}")
    return left


def compile_to(ts: Path, qm: Path) -> None:
    """Write what the window loads."""
    subprocess.run([BIN / "pyside6-lrelease", "-silent", ts, "-qm", qm], cwd=ROOT, check=True)


def main() -> int:
    """Collect, fill, compile; return 1 where something is left to translate."""
    I18N.mkdir(parents=True, exist_ok=True)
    (I18N / "sentences.json").write_text(sentences_file(), encoding="utf-8")
    english = I18N / "wsl_annotator_en.ts"
    collect(english, "en", "-pluralonly")
    print(f"{english.name}: {fill_english(english)} plural texts")
    compile_to(english, english.with_suffix(".qm"))
    left = []
    for language in TRANSLATED:
        ts = I18N / f"wsl_annotator_{language}.ts"
        collect(ts, language)
        compile_to(ts, ts.with_suffix(".qm"))
        missing = untranslated(ts)
        print(f"{ts.name}: {sum(1 for _ in messages(ts))} texts, {len(missing)} of them not translated")
        left += [f"{ts.name}: {text}" for text in missing]
    print(*left, sep="\n", end="\n" if left else "")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
