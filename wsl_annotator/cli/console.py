"""What a command says: lines for people, or JSON lines for programs."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

from wsl_annotator.core.errors import WslError
from wsl_annotator.core.progress import Progress, format_duration

EVERY_S = {"terminal": 0.1, "lines": 5.0, "json": 0.5}


class Console:
    """Results go to standard output, everything else to standard error; with JSON all goes to standard output.

    JSON lines are objects with `event`: `progress` (done, total, message, eta_s), `notice` (text), `item` (one entry
    of a list), `error` (text, hint, exit_code) and at last `result`.

    Args:
        json_lines: say everything as JSON lines.
        out: standard output by default.
        err: standard error by default.
    """

    def __init__(self, *, json_lines: bool = False, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self.json_lines = json_lines
        self._out = out if out is not None else sys.stdout
        self._err = err if err is not None else sys.stderr
        self._terminal = not json_lines and self._err.isatty()
        self._kind = "json" if json_lines else "terminal" if self._terminal else "lines"
        self._last_s = float("-inf")
        self._open_line = 0

    def progress(self, progress: Progress) -> None:
        """Say how far a job is, not too often; on a terminal in one line that is written over."""
        now = time.monotonic()
        at_end = bool(progress.total) and progress.done >= progress.total
        if now - self._last_s < EVERY_S[self._kind] and not at_end:
            return
        self._last_s = now
        if self.json_lines:
            self._event(
                "progress",
                done=progress.done,
                total=progress.total,
                message=progress.message,
                eta_s=None if progress.eta_s is None else round(progress.eta_s, 1),
            )
            return
        text = progress_text(progress)
        if self._terminal:
            self._err.write("\r" + text[:118].ljust(self._open_line))
            self._open_line = min(len(text), 118)
            self._err.flush()
        else:
            print(text, file=self._err, flush=True)

    def notice(self, text: str) -> None:
        """Say a sentence that is no result."""
        self._close_line()
        if self.json_lines:
            self._event("notice", text=text)
        else:
            print(text, file=self._err, flush=True)

    def item(self, text: str, /, **values: Any) -> None:
        """Say one entry of a list as soon as it is there."""
        self._close_line()
        if self.json_lines:
            self._event("item", **values)
        else:
            print(text, file=self._out, flush=True)

    def result(self, lines: Sequence[str], values: Mapping[str, Any]) -> None:
        """Say what came of it: the lines to people, the values to programs."""
        self._close_line()
        if self.json_lines:
            self._event("result", **values)
        else:
            for line in lines:
                print(line, file=self._out)
            self._out.flush()

    def left_out(self, sentences: Sequence[str], *, shown: int = 20) -> None:
        """List what was left out, to people the first few; programs find all in the result."""
        if not sentences or self.json_lines:
            return
        self._close_line()
        print(f"Left out ({len(sentences)}):", file=self._err)
        for sentence in sentences[:shown]:
            print(f"  {sentence}", file=self._err)
        if len(sentences) > shown:
            print(f"  ... and {len(sentences) - shown} more (--json lists all)", file=self._err)
        self._err.flush()

    def error(self, error: WslError, *, exit_code: int) -> None:
        """Say what went wrong and what to do."""
        self._close_line()
        if self.json_lines:
            self._event("error", text=error.user_text, hint=error.hint, exit_code=exit_code)
        else:
            print(f"wsl-annotator: {error}", file=self._err, flush=True)

    def _event(self, event: str, **values: Any) -> None:
        print(json.dumps({"event": event, **values}, default=str), file=self._out, flush=True)

    def _close_line(self) -> None:
        if self._open_line:
            self._err.write("\n")
            self._err.flush()
            self._open_line = 0


def progress_text(progress: Progress) -> str:
    """Return progress as one line for people."""
    counts = f"{progress.done}/{progress.total}" if progress.total else str(progress.done)
    left = (
        f", {format_duration(progress.eta_s)} left"
        if progress.eta_s is not None and 0 < progress.done < progress.total
        else ""
    )
    return f"[{counts}{left}] {progress.message}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows as aligned lines: the first column left, the others right."""
    cells = [list(head), *(list(row) for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = []
    for row in cells:
        first = row[0].ljust(widths[0])
        others = (text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True))
        lines.append("  ".join([first, *others]).rstrip())
    return lines
