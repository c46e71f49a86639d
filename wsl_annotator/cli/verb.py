"""What every command is."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from wsl_annotator.cli.console import Console
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import WslError

RunVerb = Callable[[argparse.Namespace, Console, CancelToken], int]
OpenWindow = Callable[..., int]
"""Shows the window on a project file (or on the welcome page for None) until it is closed; returns the exit code."""


class UsageError(WslError):
    """The command line contradicts itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """One command.

    Attributes:
        name: as it is typed.
        summary: one line for the list of commands.
        description: what it does, for its own help.
        examples: command lines with comments.
        add: adds its arguments to a parser.
        run: does it and returns the exit code.
    """

    name: str
    summary: str
    description: str
    examples: str
    add: Callable[[argparse.ArgumentParser], None]
    run: RunVerb
