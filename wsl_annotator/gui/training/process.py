"""The child process that trains."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.command_process import CommandEnd, CommandProcess

_OPTIONS = re.compile(r" \(--[^)]*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a training ended.

    Attributes:
        kind: `done`, `cancelled` or `failed`.
        text: one sentence where it failed.
        hint: the remedy.
        result: what the command reported, where it is done.
        details: the last lines that the process wrote to its log.
    """

    kind: Literal["done", "cancelled", "failed"]
    text: str = ""
    hint: str = ""
    result: Mapping[str, Any] = field(default_factory=dict)
    details: str = ""


def without_options(hint: str) -> str:
    """Return a remedy without the command line's names in parentheses, such as ` (--out)`."""
    return _OPTIONS.sub("", hint)


class TrainProcess(CommandProcess):
    """Runs one training at a time; a cancelled one keeps its checkpoint. `ended` carries an `Outcome`."""

    def outcome(self, end: CommandEnd) -> Outcome:
        """Return the end in the words of a training."""
        if end.kind == "done":
            return Outcome(kind="done", result=end.result, details=end.details)
        if end.kind == "cancelled":
            return Outcome(kind="cancelled", details=end.details)
        if end.kind == "failed":
            hint = without_options(in_users_language(end.hint))
            return Outcome(kind="failed", text=in_users_language(end.text), hint=hint, details=end.details)
        if end.kind == "not started":
            text = self.tr("The training could not be started: {0}.").format(end.text)
            return Outcome(kind="failed", text=text, hint=self.tr("Install WSL Annotator again."))
        if end.crashed:
            text = self.tr("The training was ended by the system or by another program (signal {0}).").format(end.code)
        else:
            text = self.tr("The training ended without saying why (exit code {0}).").format(end.code)
        hint = self.tr(
            "The epochs before it are kept: resume it. If the memory ran out, freeze the features or take a smaller "
            "network."
        )
        return Outcome(kind="failed", text=text, hint=hint, details=end.details)
