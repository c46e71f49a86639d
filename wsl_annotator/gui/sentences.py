"""What the rooms below the window say, in the user's language: there every sentence is English.

The templates of these sentences are in resources/i18n/sentences.json, which packaging/read_sentences.py reads from the
source; their translations are texts of the context `Sentences` as those of the window are texts of theirs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from wsl_annotator.core.paths import resource

_CONTEXT = "Sentences"
_FIELD = re.compile(r"\{(\d+)\}")
_END = re.compile(r"(?<=[.?])\s+")


@dataclass(frozen=True, slots=True)
class _Said:
    """A translation, and how many characters of names and numbers in it stayed as they were."""

    words: str
    left: int


def in_users_language(text: str) -> str:
    """Return an English sentence, or several, in the user's language; what is not known stays as it is.

    Parts that a sentence was made of, such as a cause or a list of counts, are translated too; names of files and
    classes are no known sentences and stay.
    """
    if not text or QCoreApplication.translate("Sentences", "en") == "en":
        return text  # the language is English, whose code this is
    said = _spoken(text)
    return said.words if said is not None else text


def _spoken(text: str) -> _Said | None:
    """Return the translation of one sentence or of several that follow each other; None where one is not known."""
    for end in _END.finditer(text):
        first = _translated(text[: end.start()])
        rest = _spoken(text[end.end() :]) if first is not None else None
        if first is not None and rest is not None:
            return _Said(f"{first.words} {rest.words}", first.left + rest.left)
    return _translated(text)


def _translated(text: str) -> _Said | None:
    """Return the translation of one sentence: by the template that leaves the least of it as it was.

    Of equals the last: those that begin with a field stand there, and a sentence that is put into one begins it.
    """
    best = None
    for template, longest in _templates_ending_like(text[-2:]):
        if longest in text and (match := _pattern(template).fullmatch(text)):
            fields = [_field(value) for value in match.groups()]
            left = sum(field.left for field in fields)
            if best is None or left <= best.left:
                words = QCoreApplication.translate(_CONTEXT, template)
                best = _Said(_filled(words, [field.words for field in fields]), left)
    return best


def _filled(words: str, fields: Sequence[str]) -> str:
    """Return a template with its fields; other braces in it are text."""
    return _FIELD.sub(lambda place: fields[int(place[1])], words)


def _field(value: str) -> _Said:
    """Return what stands in a sentence: a part or a list of parts is translated, also where it lost its full stop."""
    known = _spoken(value)
    if known is not None:
        return known
    known = _spoken(value + ".") if " " in value else None
    if known is not None:
        return _Said(known.words.removesuffix("."), known.left)
    if ", " not in value:
        return _Said(value, len(value))
    parts = [_translated(part) or _Said(part, len(part)) for part in value.split(", ")]
    return _Said(", ".join(part.words for part in parts), sum(part.left for part in parts))


@cache
def _templates() -> tuple[tuple[str, str, str], ...]:
    """Return every template with its end and its longest piece."""
    found = []
    for template in json.loads(resource("i18n", "sentences.json").read_text(encoding="utf-8")):
        pieces = _FIELD.split(template)[::2]
        found.append((template, pieces[-1][-2:], max(pieces, key=len)))
    return tuple(found)


@cache
def _templates_ending_like(end: str) -> tuple[tuple[str, str], ...]:
    """Return the templates that a text with these last characters can come from, each with its longest piece."""
    return tuple((template, longest) for template, tail, longest in _templates() if end.endswith(tail))


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Return what the sentences of a template look like: compiled when first met, as all at once would stall."""
    pieces = _FIELD.split(template)[::2]
    return re.compile("(.*?)".join(map(re.escape, pieces)), re.DOTALL)
