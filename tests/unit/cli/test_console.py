"""Lines for people and for programs."""

from __future__ import annotations

import io
import json

from wsl_annotator.cli.console import Console, progress_text, table
from wsl_annotator.core.errors import FormatError
from wsl_annotator.core.progress import Progress


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_that_a_terminal_gets_one_line_that_is_written_over() -> None:
    err = Terminal()
    console = Console(out=io.StringIO(), err=err)
    console.progress(Progress(done=0, total=2, message="a long name"))
    console.progress(Progress(done=2, total=2, message="b"))
    console.result(["done"], {})
    assert err.getvalue() == "\r[0/2] a long name\r[2/2] b          \n"


def test_that_a_file_gets_whole_lines_and_not_too_many() -> None:
    err = io.StringIO()
    console = Console(out=io.StringIO(), err=err)
    for done in range(100):
        console.progress(Progress(done=done, total=100, message="x"))
    console.progress(Progress(done=100, total=100, message="finished"))
    assert err.getvalue().splitlines() == ["[0/100] x", "[100/100] finished"]


def test_that_the_estimate_is_told_while_there_is_something_left() -> None:
    assert progress_text(Progress(done=1, total=3, message="m", eta_s=61)) == "[1/3, 1 min 1 s left] m"
    assert progress_text(Progress(done=3, total=3, message="m", eta_s=0)) == "[3/3] m"


def test_that_json_goes_to_standard_output_alone() -> None:
    out, err = io.StringIO(), io.StringIO()
    console = Console(json_lines=True, out=out, err=err)
    console.notice("slow")
    console.left_out(["a"])
    console.error(FormatError("Wrong.", "Try."), exit_code=3)
    console.result(["human"], {"n": 1})
    assert err.getvalue() == ""
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        {"event": "notice", "text": "slow"},
        {"event": "error", "text": "Wrong.", "hint": "Try.", "exit_code": 3},
        {"event": "result", "n": 1},
    ]


def test_that_long_lists_of_what_was_left_out_are_cut_for_people() -> None:
    err = io.StringIO()
    Console(out=io.StringIO(), err=err).left_out([f"thing {index}" for index in range(30)])
    lines = err.getvalue().splitlines()
    assert lines[0] == "Left out (30):"
    assert lines[-1] == "  ... and 10 more (--json lists all)"


def test_that_tables_are_aligned() -> None:
    assert table(("name", "n"), [("a", "10"), ("long one", "2")]) == ["name       n", "a         10", "long one   2"]
