"""Reads what a person typed into the filter box, and says in one sentence what is wrong with it and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.records import BoxState, ImageStatus
from wsl_annotator.core.words import phrase
from wsl_annotator.workflow.image_query import (
    LABEL_MARKS,
    STATUS_WORDS,
    And,
    Bounds,
    Boxes,
    Flag,
    ImageQuery,
    Is,
    Label,
    Name,
    Node,
    Not,
    Or,
    Score,
    State,
    Status,
    Words,
    quoted,
    terms_of,
)

KEYWORDS = ("label", "score", "state", "status", "boxes", "name", "is")
STATES: dict[str, BoxState] = {state.value: state for state in BoxState}
STATUSES: dict[str, ImageStatus] = {word: status for status, word in STATUS_WORDS.items()}
FLAGS: dict[str, Flag] = {flag.value: flag for flag in Flag}
_MARKS = {mark: state for state, mark in LABEL_MARKS.items() if mark}
_ENDS = frozenset(' \t\n\r\f\v()"')
_MAX_DEPTH = 40
_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)"
_ROW = re.compile(r"#(\d{1,9})(?=[\s)]|$)")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_RANGE = re.compile(rf"(?P<low>{_NUMBER})-(?P<high>{_NUMBER})|(?P<sign>>=|<=|>|<|)(?P<one>{_NUMBER})")
Value = TypeVar("Value")


class QueryError(WslError):
    """A filter that cannot be understood.

    Args:
        user_text: one sentence without the place.
        at: place in the text, from 0.
    """

    def __init__(self, user_text: str, at: int) -> None:
        super().__init__(f"{user_text[:-1]} (at character {at + 1}).")
        self.at = at


def parse(text: str) -> ImageQuery:
    """Return the query that a text says; an empty text asks for every image.

    Raises:
        QueryError: it cannot be understood.
    """
    return _Parser(text).query()


def check_classes(query: ImageQuery, names: Sequence[str]) -> None:
    """Refuse a query that names a class that is not there; capitals do not matter.

    Raises:
        QueryError: at the first such name.
    """
    known = {name.casefold() for name in names}
    for node in terms_of(query.where):
        if isinstance(node, Label | Score) and node.class_name and node.class_name.casefold() not in known:
            raise QueryError(f"There is no class {node.class_name}.", node.at)


class _Parser:
    """Goes once through the text, from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._row: int | None = None

    def query(self) -> ImageQuery:
        where = self._alternatives()
        if self._at < len(self._text):
            raise QueryError("There is a closing parenthesis without an opening one.", self._at)
        return ImageQuery(where=where, row=self._row)

    # structure

    def _alternatives(self) -> Node | None:
        """Read terms up to the end or a closing parenthesis."""
        groups: list[list[Node]] = [[]]
        while self._skip_spaces():
            start = self._at
            word = self._word_ahead()
            if word == "or":
                self._at += 2
                if not groups[-1]:
                    raise QueryError("Something must stand before this or.", start)
                groups.append([])
            elif word == "and":
                self._at += 3
            elif self._text[start] == "#":
                self._take_row()
            else:
                groups[-1].append(self._term())
        if len(groups) > 1 and not groups[-1]:
            raise QueryError("Something must follow the last or.", len(self._text.rstrip()))
        return _joined([_joined(group, And) for group in groups], Or)

    def _skip_spaces(self) -> bool:
        """Go to the next term; return whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text) and self._text[self._at] != ")"

    def _word_ahead(self) -> str:
        end = self._at
        while end < len(self._text) and self._text[end] not in _ENDS and not self._text[end].isspace():
            end += 1
        return self._text[self._at : end].casefold()

    def _term(self) -> Node:
        start = self._at
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise QueryError("This is nested too deeply.", start)
        try:
            sign = self._text[start]
            if sign == "-":
                return self._negation(start)
            if sign == "(":
                return self._group(start)
            return Words(self._quoted()) if sign == '"' else self._word()
        finally:
            self._depth -= 1

    def _negation(self, start: int) -> Node:
        self._at += 1
        ahead = self._text[self._at : self._at + 1]
        if not ahead or ahead.isspace() or ahead in ")#":
            raise QueryError('Something must follow the minus; write "-" in quotes for the sign itself.', start)
        return Not(self._term())

    def _group(self, start: int) -> Node:
        self._at += 1
        inner = self._alternatives()
        if self._at >= len(self._text):
            raise QueryError("This parenthesis is not closed.", start)
        self._at += 1
        if inner is None:
            raise QueryError("There is nothing between these parentheses.", start)
        return inner

    def _take_row(self) -> None:
        start = self._at
        found = _ROW.match(self._text, start)
        if found is None or int(found[1]) < 1:
            raise QueryError("Write # and a row from 1, as in #120.", start)
        if self._row is not None:
            raise QueryError("There is only one row to go to.", start)
        self._row = int(found[1])
        self._at = found.end()

    # words

    def _quoted(self) -> str:
        """Read a text in quotes, with "" for one quote."""
        start = self._at
        found = _QUOTED.match(self._text, start)
        if found is None:
            raise QueryError("This quote is not closed.", start)
        if not found[1]:
            raise QueryError("There is nothing between these quotes.", start)
        self._at = found.end()
        return found[1].replace('""', '"')

    def _bare(self, *, colon_ends: bool) -> str:
        start = self._at
        while self._at < len(self._text):
            sign = self._text[self._at]
            if sign in _ENDS or sign.isspace() or (colon_ends and sign == ":"):
                break
            self._at += 1
        return self._text[start : self._at]

    def _word(self) -> Node:
        start = self._at
        word = self._bare(colon_ends=True)
        if self._text[self._at : self._at + 1] != ":":
            return Words(word)
        keyword = word.casefold()
        if keyword not in KEYWORDS:
            raise QueryError(
                f"There is no keyword {word}:, only {', '.join(KEYWORDS)}; quotes make it a part of the name.", start
            )
        self._at += 1
        return self._value(keyword, start)

    def _value(self, keyword: str, start: int) -> Node:
        value_at = self._at
        match keyword:
            case "label":
                return self._label(start)
            case "score":
                return self._score(start)
            case "boxes":
                return Boxes(self._bounds(phrase("boxes:0, boxes:>3 or boxes:2-5"), highest=None))
            case "state":
                return State(self._one_of(STATES))
            case "status":
                return Status(self._one_of(STATUSES))
            case "is":
                return Is(self._one_of(FLAGS))
            case _:
                in_quotes = self._text[value_at : value_at + 1] == '"'
                pattern = self._quoted() if in_quotes else self._bare(colon_ends=False)
                if not pattern:
                    raise QueryError("A pattern must follow, as in name:street*.", value_at)
                return Name(pattern)

    def _class_name(self, example: str) -> str:
        start = self._at
        name = self._quoted() if self._text[start : start + 1] == '"' else self._bare(colon_ends=True)
        if not name:
            raise QueryError(f"The name of a class must follow, as in {example}.", start)
        return name

    def _label(self, start: int) -> Label:
        in_quotes = self._text[self._at : self._at + 1] == '"'
        name = self._class_name("label:cat")
        mark = ""
        if in_quotes:
            mark = self._text[self._at : self._at + 1]
            self._at += mark in _MARKS
        elif name[-1] in _MARKS:
            name, mark = name[:-1], name[-1]
        if not name:
            raise QueryError("The name of a class must follow, as in label:cat?.", start + len("label:"))
        return Label(name, _MARKS.get(mark, LabelState.POSITIVE), start)

    def _score(self, start: int) -> Score:
        example = phrase("score:0.2-0.5, score:>0.8 or score:cat:<0.2")
        rest = self._at
        quotes = self._text[rest : rest + 1] == '"'
        name = self._quoted() if quotes else self._bare(colon_ends=True)
        if self._text[self._at : self._at + 1] == ":":
            if not name:
                raise QueryError(f"The name of a class must follow, as in {example}.", rest)
            self._at += 1
        else:
            self._at, name = rest, ""
        at = self._at
        bounds = self._bounds(example, highest=1.0)
        if bounds.low is not None and bounds.low == bounds.high:
            raise QueryError(f"One score alone fits no image; write {example}.", at)
        return Score(name, bounds, start)

    def _bounds(self, example: str, *, highest: float | None) -> Bounds:
        start = self._at
        text = self._bare(colon_ends=False)
        found = _RANGE.fullmatch(text)
        if found is None:
            raise QueryError(f"A range must follow, as in {example}.", start)
        if found["sign"] is None or not found["sign"]:
            low = float(found["low"] or found["one"])
            bounds = Bounds(low=low, high=float(found["high"] or found["one"]))
            if bounds.high is not None and bounds.high < low:
                raise QueryError(f"The range {text} ends before it begins.", start)
        elif found["sign"].startswith(">"):
            bounds = Bounds(low=float(found["one"]), low_open=found["sign"] == ">")
        else:
            bounds = Bounds(high=float(found["one"]), high_open=found["sign"] == "<")
        if highest is not None and max(bounds.low or 0.0, bounds.high or 0.0) > highest:
            raise QueryError("A score is a probability from 0 to 1.", start)
        return bounds

    def _one_of(self, words: dict[str, Value]) -> Value:
        start = self._at
        word = self._bare(colon_ends=False)
        if word.casefold() not in words:
            known = ", ".join(words)
            if not word:
                raise QueryError(f"One of these must follow: {known}.", start)
            raise QueryError(f"{quoted(word)} is not among {known}.", start)
        return words[word.casefold()]


def _joined(nodes: Sequence[Node | None], join: Callable[[tuple[Node, ...]], And | Or]) -> Node | None:
    """Return nodes as one, without a join inside an equal join."""
    flat: list[Node] = []
    for node in nodes:
        if isinstance(node, And | Or) and type(node) is join:
            flat += node.terms
        elif node is not None:
            flat.append(node)
    if not flat:
        return None
    return flat[0] if len(flat) == 1 else join(tuple(flat))
