"""`wsl-annotator bench`: seconds an image and class on this machine."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json, positive
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.workflow.bench import BenchReport


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--network",
        action="append",
        metavar="NETWORK",
        help="bundled, random-alexnet (AlexNet's shape, no download), a listed name, or FILE.py:callable, which runs "
        "that file; may be given several times; default random-alexnet and bundled",
    )
    parser.add_argument("--image", type=Path, metavar="FILE", help="a picture; default a drawn one of 500 x 375")
    parser.add_argument("--class-count", type=positive, default=1, metavar="N", help="classes in lock-step; default 1")
    parser.add_argument("--repeats", type=positive, default=3, metavar="N", help="timed runs of each; default 3")
    parser.add_argument("--skip-unbatched", action="store_true", help="leave out the slowest")
    parser.add_argument("--device", default="auto", metavar="DEVICE", help="auto (default), cpu or cuda:N")
    parser.add_argument("--threads", type=positive, metavar="N", help="CPU threads")
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.networks.spec import NetworkSpec
    from wsl_annotator.workflow.bench import bench, default_networks

    specs = [NetworkSpec(name) for name in args.network] if args.network else default_networks()
    report = bench(
        specs,
        device=args.device,
        threads=args.threads,
        image=args.image,
        classes=args.class_count,
        repeats=args.repeats,
        unbatched=not args.skip_unbatched,
        cancel=cancel,
        progress=console.progress,
    )
    console.left_out(report.notes)
    console.result(report_lines(report), dataclasses.asdict(report))
    return LEFT_OUT if report.notes else DONE


HEADS = (
    "network", "method", "median", "best", "speed-up", "score diff", "same boxes", "passes", "in network", "in batch"
)  # fmt: skip


def report_lines(report: BenchReport) -> list[str]:
    """Return the times as a table, with what they depend on."""
    from wsl_annotator.workflow.bench_passes import BATCH_IMAGES

    machine = report.machine
    rows = [
        (
            row.network,
            row.method,
            f"{row.seconds_median:.4f}",
            f"{row.seconds_min:.4f}",
            "" if row.speedup is None else f"{row.speedup:.1f} x",
            "" if row.score_difference is None else f"{row.score_difference:.1e}",
            "" if row.same_search is None else "yes" if row.same_search else "no",
            "" if row.passes is None else str(row.passes),
            "" if row.network_share is None else f"{row.network_share:.0%}",
            "" if row.batch_share is None else f"{row.batch_share:.0%}",
        )
        for row in report.rows
    ]
    return [
        f"{machine['processor']}, {counted(machine['cores'], 'core', 'cores')}, "
        f"{counted(machine['threads'], 'thread', 'threads')}, {machine['device']}, "
        f"torch {machine['torch']}, load {machine['load_1_min']}",
        f"image {report.image[0]} x {report.image[1]}, {counted(report.classes, 'class', 'classes')}, "
        f"{counted(report.repeats, 'run', 'runs')} each; "
        "seconds an image and class",
        "",
        *table(HEADS, rows),
        "",
        "unbatched: the exact search, one crop and one sub-grid at a time; paper: the same, batched;",
        "fast: convolutions once; cam: class activation map. Score diff and same boxes: paper against unbatched.",
        "Passes: batches through the convolutions. In network: share of one search that the network itself works, and",
        f"in batch: of a run over {BATCH_IMAGES} photos with reading and storing; an accelerator is idle for the rest.",
    ]


VERB = Verb(
    name="bench",
    summary="measure the searches on this machine",
    description="Measure the exact search one crop at a time, batched, the fast search and, where the network allows, "
    "a class activation map. Other work on the machine makes the times longer: the load is printed with them.",
    examples="""  wsl-annotator bench
  wsl-annotator bench --network random-alexnet --network mobilenet.py:build --threads 1 --json
  wsl-annotator bench --network resnet50 --device cuda:0 --repeats 10""",
    add=_add,
    run=_run,
)
