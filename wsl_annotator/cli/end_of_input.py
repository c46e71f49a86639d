"""Ends a job with the program that started it: its end of the pipe closes, however that program ends."""

from __future__ import annotations

import argparse
import os
import threading

from wsl_annotator.core.cancel import CancelToken

_STANDARD_INPUT = 0


def add_stop_with_input(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--stop-with-input",
        action="store_true",
        help="stop as with Ctrl+C when standard input ends: for a program that starts this one",
    )


def heed_end_of_input(args: argparse.Namespace, cancel: CancelToken) -> None:
    """Set the token once standard input ends, where that was asked for; what comes in before is thrown away.

    The thread that waits does not keep the process alive.

    Args:
        args: of the command line.
        cancel: of the running job.
    """
    if args.stop_with_input:
        threading.Thread(target=_wait, args=(cancel,), name="end of input", daemon=True).start()


def _wait(cancel: CancelToken) -> None:
    try:
        # not through sys.stdin, whose lock a waiting thread would hold while the interpreter ends
        while os.read(_STANDARD_INPUT, 4096):
            continue
    except OSError:
        # there never was an input
        return
    cancel.cancel()
