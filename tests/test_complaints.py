"""The table of the field's complaints names every one of them, and only tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parent
TABLE = TESTS / "COMPLAINTS.md"
COMPLAINTS, MUST_HAVES = 51, 66
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")
EXCUSES = ("not applicable:", "falls short")


def _rows() -> dict[str, str]:
    """Return the last cell of each row by its number."""
    rows: dict[str, str] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        found = re.match(r"\| ([CM]\d+) \|.*\| ([^|]*) \|$", line)
        if found:
            assert found[1] not in rows, f"{found[1]} stands twice"
            rows[found[1]] = found[2]
    return rows


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return frozenset(one.name for one in tree.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_"))


def _missing(text: str) -> list[str]:
    """Return the tests that a text names and that do not exist."""
    return [
        f"{file}::{name}"
        for file, name in NAMED.findall(text)
        if not (TESTS / file).is_file() or name not in _tests_in(file)
    ]


def test_that_every_complaint_and_every_must_have_stands_in_the_table_once() -> None:
    wanted = {f"C{number}" for number in range(1, COMPLAINTS + 1)} | {
        f"M{number}" for number in range(1, MUST_HAVES + 1)
    }
    assert set(_rows()) == wanted


def test_that_every_row_names_a_test_or_says_plainly_why_not() -> None:
    bare = [number for number, proof in _rows().items() if not NAMED.search(proof) and not proof.startswith(EXCUSES)]
    assert bare == []


def test_that_every_test_in_the_table_exists() -> None:
    assert _missing(TABLE.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "planted", ["`gui/test_undo.py::test_that_nobody_wrote`", "`gui/test_nowhere.py::test_that_nobody_wrote`"]
)
def test_that_a_test_that_does_not_exist_is_found(planted: str) -> None:
    assert _missing(f"| C1 | a | b | {planted} |") == [planted.strip("`")]
