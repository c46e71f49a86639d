"""Chooses between the window and the commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from wsl_annotator.cli.main import main as run_command_line
from wsl_annotator.gui.services.program import SERVE


def open_window(project: Path | None = None) -> int:
    """Show the window on a project, or on its welcome page, until it is closed; return the exit code."""
    from wsl_annotator.gui.app import run

    return run(project)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = sys.argv[1:] if argv is None else argv
    if words[:1] == [SERVE]:
        from wsl_annotator.gui.services.child_main import serve

        serve(int(words[1]))
        return 0
    return run_command_line(argv, open_window=open_window)


if __name__ == "__main__":
    sys.exit(main())
