"""The child process that measures: its work takes nothing from the window's thread."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Literal

from wsl_annotator.gui.evaluation.request import Summary
from wsl_annotator.gui.sentences import in_users_language
from wsl_annotator.gui.services.command_process import CommandEnd, CommandProcess

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an evaluation ended.

    Attributes:
        kind: `done`, `cancelled` or `failed`.
        summary: what was measured, where it is done.
        text: one sentence where it failed.
        hint: the remedy.
    """

    kind: Literal["done", "cancelled", "failed"]
    summary: Summary | None = None
    text: str = ""
    hint: str = ""


class EvaluationProcess(CommandProcess):
    """Runs one evaluation at a time. It only reads the project, and its page is written whole or not at all.

    `ended` carries an `Outcome`.
    """

    def outcome(self, end: CommandEnd) -> Outcome:
        """Return the end in the words of an evaluation."""
        again = self.tr("Install WSL Annotator again.")
        if end.kind == "done":
            try:
                return Outcome(kind="done", summary=Summary.of(end.result))
            except (KeyError, TypeError, ValueError, IndexError) as error:
                log.warning("the evaluation reported no summary: %r", error)
                text = self.tr("The evaluation reported nothing that can be read.")
                return Outcome(kind="failed", text=text, hint=again)
        if end.kind == "cancelled":
            return Outcome(kind="cancelled")
        if end.kind == "failed":
            return Outcome(kind="failed", text=in_users_language(end.text), hint=in_users_language(end.hint))
        if end.kind == "not started":
            text = self.tr("The evaluation could not be started: {0}.").format(end.text)
            return Outcome(kind="failed", text=text, hint=again)
        text = self.tr("The evaluation ended without saying why (code {0}).").format(end.code)
        hint = self.tr("Nothing was changed. If the memory ran out, close other programs.")
        return Outcome(kind="failed", text=text, hint=hint)
