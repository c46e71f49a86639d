"""`wsl-annotator doctor`: is everything here that a run needs?"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.workflow.findings import Finding


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, nargs="?", metavar="PROJECT", help="a project file to check too")
    add_json(parser)


class _Lines:
    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, finding: Finding) -> None:
        """Print one finding with its remedy."""
        text = f"{finding.verdict.value:<4}  {finding.check}: {finding.text}"
        if finding.remedy:
            text += f"\n      -> {finding.remedy}"
        self._console.item(
            text,
            check=finding.check,
            verdict=finding.verdict.value,
            text=finding.text,
            remedy=finding.remedy,
        )


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.doctor import examine
    from wsl_annotator.workflow.findings import Verdict, worst

    findings = examine(args.project, on_finding=_Lines(console).say, cancel=cancel)
    counts = {verdict.value: sum(finding.verdict is verdict for finding in findings) for verdict in Verdict}
    verdict = worst(findings)
    console.result(
        [
            f"{counts['ok']} ok, {counted(counts['warn'], 'warning', 'warnings')}, "
            f"{counted(counts['fail'], 'failure', 'failures')}"
        ],
        {"verdict": verdict.value, **counts},
    )
    return LEFT_OUT if verdict is Verdict.FAIL else DONE


VERB = Verb(
    name="doctor",
    summary="check the installation, and a project",
    description="Check torch and torchvision, Qt and its system libraries, OpenCV, devices, folders, the sample and "
    "the bundled network, and a project if one is given. Nothing is changed. Each line says ok, warn or fail, with "
    "the remedy.",
    examples="""  wsl-annotator doctor
  wsl-annotator doctor dogs.wsl""",
    add=_add,
    run=_run,
)
