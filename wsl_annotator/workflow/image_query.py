"""What a filter of images says, as values, and how it is written. Reading it back is in `query_parser.py`.

`label:cat` `label:cat!` `label:cat?` (is in it, is not, unknown), `score:0.2-0.5`, `score:cat:>0.8`,
`state:proposed|accepted|adjusted|rejected|drawn`, `status:untouched|progress|verified|skipped`, `boxes:0`, `boxes:>3`,
`name:street*`, `is:disagreement|missing|failed|labelled|searched`; other words are parts of the path. Terms must all
hold; `or` between them, `-` before one, parentheses; quotes around what holds spaces or signs; `#120` goes to a row.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import assert_never

from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus

LABEL_MARKS = {LabelState.POSITIVE: "", LabelState.NEGATIVE: "!", LabelState.UNKNOWN: "?"}
STATUS_WORDS = {
    ImageStatus.UNTOUCHED: "untouched",
    ImageStatus.IN_PROGRESS: "progress",
    ImageStatus.VERIFIED: "verified",
    ImageStatus.SKIPPED: "skipped",
}
OPERATORS = ("or", "and")
_PLAIN = re.compile(r"[^\s()\":#-][^\s()\":]*")
_PLAIN_VALUE = re.compile(r"[^\s()\":]*[^\s()\":?!]")
_PLAIN_PATTERN = re.compile(r"[^\s()\":]+")


class Flag(StrEnum):
    """What `is:` asks."""

    DISAGREEMENT = "disagreement"
    MISSING = "missing"
    FAILED = "failed"
    LABELLED = "labelled"
    SEARCHED = "searched"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """A range of numbers; None is no bound.

    Attributes:
        low: from here.
        high: up to here.
        low_open: without `low` itself.
        high_open: without `high` itself.
    """

    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A part of the path, in any case of letters."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A pattern of the file name with `*` and `?`, in any case; of the whole path where it holds a `/`."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Label:
    """The image-level label of a class. `at` is where it stands in the text, for errors."""

    class_name: str
    state: LabelState
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Score:
    """The network's probability, in [0, 1], of a class, or of any class where the name is empty."""

    class_name: str
    bounds: Bounds
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class State:
    """Some box of the image is in this state."""

    state: BoxState


@dataclass(frozen=True, slots=True)
class Status:
    """How far the review of the image has come."""

    status: ImageStatus


@dataclass(frozen=True, slots=True)
class Boxes:
    """The number of accepted, adjusted and drawn boxes."""

    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Is:
    """A fact about the image."""

    flag: Flag


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a term."""

    term: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of at least two terms, none of them an `And`."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """One of at least two terms, none of them an `Or`."""

    terms: tuple[Node, ...]


Node = Words | Name | Label | Score | State | Status | Boxes | Is | Not | And | Or


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageQuery:
    """A filter, and the row to go to.

    Attributes:
        where: what must hold; None for every image.
        row: counted from 1 in the list that results; None stays where one is.
    """

    where: Node | None = None
    row: int | None = None


def terms_of(node: Node | None) -> list[Node]:
    """Return a node and all below it, as they are written."""
    match node:
        case None:
            return []
        case Not(term):
            return [node, *terms_of(term)]
        case And(terms) | Or(terms):
            return [node, *(inner for term in terms for inner in terms_of(term))]
        case _:
            return [node]


def render(query: ImageQuery) -> str:
    """Return a query as it is written; parsed again it is the same."""
    parts = [_text(query.where)] if query.where is not None else []
    if query.row is not None:
        # A row after `or` terms would belong to the last of them only by its look; the parser takes it anywhere.
        parts.append(f"#{query.row}")
    return " ".join(parts)


def _text(node: Node) -> str:
    match node:
        case Words(text):
            plain = _PLAIN.fullmatch(text) and text.casefold() not in OPERATORS
            return text if plain else quoted(text)
        case Name(pattern):
            return f"name:{pattern if _PLAIN_PATTERN.fullmatch(pattern) else quoted(pattern)}"
        case Label(class_name, state):
            return f"label:{value_text(class_name)}{LABEL_MARKS[state]}"
        case Score(class_name, bounds):
            return f"score:{value_text(class_name) + ':' if class_name else ''}{bounds_text(bounds)}"
        case State(state):
            return f"state:{state.value}"
        case Status(status):
            return f"status:{STATUS_WORDS[status]}"
        case Boxes(bounds):
            return f"boxes:{bounds_text(bounds)}"
        case Is(flag):
            return f"is:{flag.value}"
        case Not(term):
            return f"-{_inside(term)}"
        case And(terms):
            return " ".join(_inside(term) if isinstance(term, Or) else _text(term) for term in terms)
        case Or(terms):
            return " or ".join(_text(term) for term in terms)
        case _:
            assert_never(node)


def _inside(node: Node) -> str:
    return f"({_text(node)})" if isinstance(node, And | Or) else _text(node)


def quoted(text: str) -> str:
    """Return a text in quotes; a quote inside it is doubled."""
    return '"' + text.replace('"', '""') + '"'


def value_text(name: str) -> str:
    """Return a class name, in quotes where it needs them."""
    return name if _PLAIN_VALUE.fullmatch(name) else quoted(name)


def bounds_text(bounds: Bounds) -> str:
    """Return a range: `3`, `0.2-0.5`, `>3`, `>=3`, `<3`, `<=3`."""
    low, high = bounds.low, bounds.high
    if low is not None and high is not None:
        return number_text(low) if low == high else f"{number_text(low)}-{number_text(high)}"
    if low is not None:
        return f"{'>' if bounds.low_open else '>='}{number_text(low)}"
    return f"{'<' if bounds.high_open else '<='}{number_text(high or 0.0)}"


def number_text(value: float) -> str:
    """Return a number that is not negative without an exponent; read again it is the same."""
    text = format(Decimal(repr(float(value))), "f")
    return text.removesuffix(".0")
