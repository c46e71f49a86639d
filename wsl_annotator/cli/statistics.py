"""`wsl-annotator statistics`: what people did in a project, how long it took, what it saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import format_duration
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.workflow.statistics import Saving, Statistics

_COLUMNS = "{:<18} {:>6} {:>8} {:>8} {:>8} {:>6} {:>7} {:>7} {:>10}"


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project file")
    parser.add_argument(
        "--csv", type=Path, metavar="FOLDER", help="write classes.csv, images.csv, boxes.csv and days.csv there"
    )
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.statistics import collect_statistics
    from wsl_annotator.workflow.statistics_tables import write_statistics

    with Project.open(args.project, read_only=True) as project:
        statistics = collect_statistics(project)
    cancel.raise_if_cancelled()
    written = () if args.csv is None else write_statistics(statistics, args.csv)
    lines = [*_lines(statistics), *(f"wrote {path}" for path in written)]
    console.result(lines, _values(statistics) | {"written": [str(path) for path in written]})
    return DONE


def _lines(statistics: Statistics) -> list[str]:
    from wsl_annotator.core.records import BoxState

    head = ("class", "images", "accepted", "adjusted", "rejected", "drawn", "usable", "IoU", "s a box")
    lines = [_COLUMNS.format(*head)]
    for work in statistics.classes:
        counts = [work.states.get(state, 0) for state in (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.REJECTED)]
        per_box = work.seconds / work.measured_boxes if work.measured_boxes else None
        lines.append(
            _COLUMNS.format(
                *(work.name[:18], work.images, *counts, work.states.get(BoxState.DRAWN, 0)),
                *("-" if work.usable is None else f"{work.usable:.0%}", _number(work.mean_iou), _number(per_box)),
            )
        )
    statuses = ", ".join(f"{count} {status.value.replace('_', ' ')}" for status, count in statistics.statuses.items())
    lines.append(f"images: {statuses or 'none'}; active time {format_duration(statistics.seconds)}")
    return lines + [text for saving in statistics.savings if (text := _saving_line(saving))]


def _saving_line(saving: Saving) -> str:
    if saving.share is None:
        return ""
    return (
        f"{counted(saving.boxes, 'box', 'boxes')} in {format_duration(saving.spent_s)}; drawing "
        f"{'it' if saving.boxes == 1 else 'all of them'} at {saving.drawing_s:.1f} s "
        f"({saving.source}) {format_duration(saving.estimate_s)}: {saving.share:.0%} saved"
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _values(statistics: Statistics) -> dict[str, object]:
    return {
        "classes": [
            {
                "class": work.name,
                "images": work.images,
                "states": {state.value: count for state, count in work.states.items()},
                "imported": work.imported,
                "acceptance": work.acceptance,
                "usable": work.usable,
                "mean_iou": work.mean_iou,
                "mean_correction": work.mean_correction,
                "active_seconds": work.seconds,
                "median_seconds": {state.value: value for state, value in work.seconds_a_box.items()},
            }
            for work in statistics.classes
        ],
        "statuses": {status.value: count for status, count in statistics.statuses.items()},
        "days": dict(statistics.days),
        "active_seconds": statistics.seconds,
        "savings": [
            {
                "boxes": saving.boxes,
                "spent_seconds": saving.spent_s,
                "drawing_seconds": saving.drawing_s,
                "source": saving.source,
                "share": saving.share,
            }
            for saving in statistics.savings
        ],
    }


VERB = Verb(
    name="statistics",
    summary="accept rates, corrections, active time and what was saved",
    description="Tell what people did with the proposals of a project: boxes by state, accept rates, how far boxes "
    "were corrected, active time (breaks cut off), and an estimate of what was saved against drawing every box.",
    examples="""  wsl-annotator statistics dogs.wsl
  wsl-annotator statistics dogs.wsl --csv dogs-statistics""",
    add=_add,
    run=_run,
)
