"""`wsl-annotator networks`: which there are, and fetch one."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=("list", "pull"), default="list", help="list (default) or pull")
    parser.add_argument("name", nargs="?", metavar="NAME", help="of the network to pull")
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.networks.catalog import list_networks, pull_network

    if args.action == "pull":
        if args.name is None:
            raise UsageError("Which network?", "Try: wsl-annotator networks pull resnet50.")
        path = pull_network(args.name, progress=console.progress, cancel=cancel)
        console.result([f"{args.name} is at {path}"], {"name": args.name, "path": str(path)})
        return DONE
    if args.name is not None:
        raise UsageError("`networks list` takes no name.", f"Did you mean: wsl-annotator networks pull {args.name}?")
    rows = list_networks()
    lines = table(
        ("name", "here", "input", "MB", "family"),
        [
            (row.name, "yes" if row.downloaded else "-", f"{row.input_size} px", f"{row.size_mb:g}", row.family)
            for row in rows
        ],
    )
    lines.append("A network of your own: --network FILE.py:callable (runs that file). See propose --help.")
    console.result(lines, {"networks": [asdict(row) for row in rows]})
    return DONE


VERB = Verb(
    name="networks",
    summary="list the networks, or download one",
    description="List what --network takes, and whether its weights are on this machine. Weights come from torchvision "
    "at first use, or with `pull` beforehand; they are checked and kept in the cache folder.",
    examples="""  wsl-annotator networks
  wsl-annotator networks pull resnet50""",
    add=_add,
    run=_run,
)
