"""Chooses between the window and the commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from wsl_annotator.cli.main import main as run_command_line


def open_window(project: Path | None = None) -> int:
    """Show the window on a project, or on its welcome page, until it is closed; return the exit code."""
    if sys.platform == "win32":
        # The two bring different C runtimes; torch's must be loaded first there.
        import torch  # noqa: F401
    from wsl_annotator.gui.app import run

    return run(project)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    return run_command_line(argv, open_window=open_window)


if __name__ == "__main__":
    sys.exit(main())
