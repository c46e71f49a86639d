"""Reads from the source, by its syntax, what the rooms below the window say to people: a template a sentence.

In an f-string every field is a number in braces: `f"There is no {path}."` gives `There is no {0}.`; a choice between
two literals gives a template for each. Below the window every text is English; `gui/sentences.py` says a template in
the user's language. Read are the modules that the window uses, of the window itself the errors that its jobs raise, and
of the commands that it runs what they notify of:

- what the errors of `core/errors.py` and their children are raised with;
- other texts of several words that end as a sentence does;
- parts of sentences, which `core.words.phrase` marks.

Left out is what only a developer meets: the texts of ValueError and its like (broken promises inside the program,
and details in parentheses), of the log, of SQL and of pages that are written as files.
"""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

PACKAGE = "wsl_annotator"
COMMANDS = (f"{PACKAGE}.cli.train", f"{PACKAGE}.cli.evaluate")
"""What the window runs as a process."""
PAGES = ("evaluation.report_",)
"""Modules that write a file of their own, in English."""
SYSTEM = (
    "Permission denied",
    "No such file or directory",
    "No space left on device",
    "Read-only file system",
    "Is a directory",
    "Not a directory",
    "File exists",
    "File name too long",
    "Input/output error",
    "Too many open files",
    "Connection refused",
    "Network is unreachable",
    "Name or service not known",
    "Temporary failure in name resolution",
)
"""Causes that the system gives, which stand in sentences as they are or in small letters."""
PARSERS = (
    "Expecting value",
    "Expecting ',' delimiter",
    "Expecting ':' delimiter",
    "Expecting property name enclosed in double quotes",
    "Extra data",
    "Unterminated string starting at",
    "no element found",
    "not well-formed (invalid token)",
    "mismatched tag",
    "unclosed token",
    "junk after document element",
)
"""Causes that Python's readers of JSON and XML give."""
_NOT_FOR_PEOPLE = re.compile(
    r"(argparse\.)?(Value|Type|Runtime|Key|Index|Assertion|NotImplemented|ArgumentType|Codec)Error"
    r"|log\.\w+|.*\.(add_argument|add_argument_group|row|rows|stream|execute|execute_many|compile)"
)
_SENTENCE = re.compile(r"\S+ .*[^ .][.?]", re.DOTALL)
_FIELD = re.compile(r"\{[a-z_]\w*\}")


def templates(root: Path) -> list[str]:
    """Return the template of every sentence and part that the window can be told, sorted.

    Args:
        root: of the checkout.
    """
    modules = {".".join(path.relative_to(root).with_suffix("").parts): path for path in root.glob(f"{PACKAGE}/**/*.py")}
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in modules.items()}
    errors = _known_errors(trees.values())
    found = {*PARSERS, *(text for cause in SYSTEM for text in (cause, cause.lower()))}
    for name in _used(trees):
        room = name.removeprefix(f"{PACKAGE}.")
        if room.startswith("gui"):
            found |= set(_said(trees[name], errors, for_people=errors.__contains__))
        elif name in COMMANDS:
            found |= set(_said(trees[name], errors, for_people=lambda call: call.endswith(".notice")))
        elif not room.startswith(("cli", *PAGES)):
            found |= set(_said(trees[name], errors, for_people=lambda call: not _NOT_FOR_PEOPLE.fullmatch(call)))
    return sorted(text for text in found if re.search(r"[A-Za-z]", text))


def _used(trees: dict[str, ast.Module]) -> set[str]:
    """Return the modules that the window or its commands import, and what these import."""
    waiting = [name for name in trees if name.startswith(f"{PACKAGE}.gui")] + list(COMMANDS)
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in trees and name not in used:
            used.add(name)
            for node in ast.walk(trees[name]):
                if isinstance(node, ast.ImportFrom) and node.module:
                    waiting += [node.module, *(f"{node.module}.{entry.name}" for entry in node.names)]
    return used


def _known_errors(trees: Iterable[ast.Module]) -> set[str]:
    """Return the names of WslError and of every class below it."""
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    known = {"WslError"}
    while more := {one.name for one in classes if {ast.unparse(base) for base in one.bases} & known} - known:
        known |= more
    return known


def _said(tree: ast.Module, errors: set[str], *, for_people: Callable[[str], bool]) -> Iterator[str]:
    """Give the templates of a module.

    Args:
        tree: of the module.
        errors: names of the errors that people are told.
        for_people: whether people read what is given to a call of this name; empty for none.
    """
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr) and not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        parent = parents[node]
        if isinstance(parent, ast.Expr | ast.JoinedStr | ast.FormattedValue):
            continue  # a docstring, or a piece of another text
        call = _call_around(node, parents)
        if not for_people(call):
            continue
        marked = isinstance(parent, ast.Call | ast.keyword) and call in {"phrase", *errors}
        for text in _texts(node):
            if marked:
                yield text
            elif _SENTENCE.fullmatch(text.strip()):
                yield text.strip()


def _call_around(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> str:
    """Return what is called with a text, directly or inside an expression; empty where nothing is."""
    while node in parents and not isinstance(node, ast.stmt):
        node = parents[node]
        if isinstance(node, ast.Call):
            return ast.unparse(node.func)
    return ""


def _texts(node: ast.expr) -> Iterator[str]:
    """Give the template of a literal or an f-string; several where it holds choices between literals."""
    if isinstance(node, ast.Constant):
        numbers = itertools.count()
        yield _FIELD.sub(lambda _: f"{{{next(numbers)}}}", str(node.value))
        return
    assert isinstance(node, ast.JoinedStr)
    for pieces in itertools.product(*(_pieces(value) for value in node.values)):
        numbers = itertools.count()
        yield "".join(f"{{{next(numbers)}}}" if piece is None else piece for piece in pieces)


def _pieces(value: ast.expr) -> list[str | None]:
    """Return what can stand at a place of an f-string; None for anything."""
    if isinstance(value, ast.Constant):
        return [str(value.value)]
    inner = value.value if isinstance(value, ast.FormattedValue) else value
    if isinstance(inner, ast.IfExp) and isinstance(inner.body, ast.Constant) and isinstance(inner.orelse, ast.Constant):
        return [str(inner.body.value), str(inner.orelse.value)]
    return [None]
