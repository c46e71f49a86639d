"""The command line: chooses the command, tells errors in one sentence, and says how it ended."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from wsl_annotator import __version__
from wsl_annotator.cli import (
    ablate,
    bench,
    calibrate,
    demo,
    doctor,
    evaluate,
    export,
    import_,
    inspect,
    networks,
    new,
    propose,
    reproduce,
    statistics,
    train,
)
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import BAD_INPUT, BUG, CANCELLED, EPILOG, USAGE
from wsl_annotator.cli.verb import OpenWindow, UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import Cancelled, WslError
from wsl_annotator.core.log import set_up_logging
from wsl_annotator.core.paths import log_dir

log = logging.getLogger(__name__)

VERBS: tuple[Verb, ...] = (
    demo.VERB,
    new.VERB,
    propose.VERB,
    export.VERB,
    evaluate.VERB,
    import_.VERB,
    inspect.VERB,
    train.VERB,
    calibrate.VERB,
    reproduce.VERB,
    ablate.VERB,
    statistics.VERB,
    networks.VERB,
    bench.VERB,
    doctor.VERB,
)

DESCRIPTION = """Draws the boxes before the annotator does: a classifier that only knows which things are in a
picture finds where they are; a person accepts, adjusts, rejects and draws; boxes leave as PASCAL VOC or COCO."""

EXAMPLES = """examples:
  wsl-annotator                                  the window
  wsl-annotator dogs.wsl                         the window, on a project
  wsl-annotator demo                             the main job on the bundled sample
  wsl-annotator new dogs.wsl --images photos --labels labels.csv
  wsl-annotator propose dogs.wsl
  wsl-annotator export dogs.wsl --format coco --to dogs.json
"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of everything but the bare window."""
    parser = argparse.ArgumentParser(
        prog="wsl-annotator",
        usage="wsl-annotator [PROJECT] | wsl-annotator COMMAND ...",
        description=DESCRIPTION,
        epilog=f"{EXAMPLES}\n{EPILOG}\nwsl-annotator COMMAND --help tells more of a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"wsl-annotator {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="verb", prog="wsl-annotator")
    for verb in VERBS:
        sub = commands.add_parser(
            verb.name,
            help=verb.summary,
            description=verb.description,
            epilog=f"examples:\n{verb.examples}\n\n{EPILOG}",
            formatter_class=_Help,
            allow_abbrev=False,
        )
        verb.add(sub)
    return parser


class _Help(argparse.RawDescriptionHelpFormatter):
    """Keeps the examples as they are, and wraps the description."""

    def add_text(self, text: str | None) -> None:
        """Take the description in one line, the epilog as it stands."""
        if text and "\n" not in text:
            text = self._fill_wrapped(text)
        super().add_text(text)

    def _fill_wrapped(self, text: str) -> str:
        import textwrap

        return "\n".join(textwrap.wrap(text, max(40, self._width - self._current_indent)))


def main(argv: Sequence[str] | None = None, *, open_window: OpenWindow) -> int:
    """Run one command line and return the exit code.

    Args:
        argv: without the program's name; the process's own by default.
        open_window: shows the window; given from above, as this room has no Qt.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    names = {verb.name for verb in VERBS}
    if not words or (words[0] not in names and not words[0].startswith("-")):
        return _open(words, open_window)
    args = build_parser().parse_args(words)
    if args.verb is None:
        return _open([], open_window)
    args.open_window = open_window
    set_up_logging(verbose=getattr(args, "verbose", False))
    console = Console(json_lines=args.json)
    token = CancelToken()
    verb = next(verb for verb in VERBS if verb.name == args.verb)
    with _Interrupts(token, console):
        return _run(verb, args, console, token)


def _open(words: Sequence[str], open_window: OpenWindow) -> int:
    """Show the window for `wsl-annotator [PROJECT]`."""
    console = Console()
    if len(words) > 1:
        known = ", ".join(verb.name for verb in VERBS)
        console.error(UsageError(f"{words[0]!r} is no command.", f"Commands: {known}."), exit_code=USAGE)
        return USAGE
    project = Path(words[0]) if words else None
    if project is not None and not project.is_file():
        known = ", ".join(verb.name for verb in VERBS)
        hint = f"Give a project file, or a command: {known}."
        console.error(WslError(f"There is no project {project}, and no command of that name.", hint), exit_code=USAGE)
        return USAGE
    return open_window(project)


def _run(verb: Verb, args: argparse.Namespace, console: Console, token: CancelToken) -> int:
    try:
        return verb.run(args, console, token)
    except UsageError as error:
        console.error(error, exit_code=USAGE)
        return USAGE
    except WslError as error:
        log.info("%s: %s", verb.name, error)
        console.error(error, exit_code=BAD_INPUT)
        return BAD_INPUT
    except (Cancelled, KeyboardInterrupt):
        hint = "What was finished is kept; the same command goes on from there."
        if verb is propose.VERB and args.images is not None:
            hint = "What was finished is kept; add --resume to go on from there."
        console.error(WslError("Cancelled.", hint), exit_code=CANCELLED)
        return CANCELLED
    except BrokenPipeError:
        # Whoever read our output has seen enough; the interpreter must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        log.exception("%s failed", verb.name)
        text = f"wsl-annotator {verb.name} failed because of a fault in the program: {type(error).__name__}: {error}."
        console.error(WslError(text, f"The log is {log_dir() / 'wsl-annotator.log'}."), exit_code=BUG)
        return BUG


class _Interrupts:
    """Turns the first Ctrl+C into a cancel, seen within one batch; a second one stops at once."""

    def __init__(self, token: CancelToken, console: Console) -> None:
        self._token = token
        self._console = console
        self._previous: object = None
        self._installed = threading.current_thread() is threading.main_thread()

    def __enter__(self) -> None:
        if self._installed:
            self._previous = signal.signal(signal.SIGINT, self._on_interrupt)

    def __exit__(self, *_: object) -> None:
        if self._installed:
            signal.signal(signal.SIGINT, self._previous)  # type: ignore[arg-type]

    def _on_interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self._token.is_cancelled:
            raise KeyboardInterrupt
        self._token.cancel()
        self._console.notice("Stopping after this batch (Ctrl+C again stops at once) ...")
