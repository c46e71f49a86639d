"""`wsl-annotator reproduce`: the paper's experiments, a command a table."""

from __future__ import annotations

import argparse
import dataclasses
import math
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json, positive
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PRESETS

if TYPE_CHECKING:
    from wsl_annotator.training.config import TrainConfig
    from wsl_annotator.training.figures import EpochFigures
    from wsl_annotator.workflow.reproduce_table import Comparison, TableResult

_SHORT = {"classification_ap": "cls", "point_ap": "loc", "ap50": "AP50", "ap50_11": "AP50 11 pt"}


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--table",
        type=int,
        choices=(1, 2, 3, 4),
        required=True,
        help="1: classification and points, VOC 2012 train -> val; 2: points, COCO 2014 train -> val; 3: boxes, VOC "
        "2007 trainval -> test; 4: boxes, VOC 2012 train -> val",
    )
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="a VOC devkit (or the folder that it was unpacked in), or a COCO folder",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path("reproduction"),
        metavar="DIR",
        help="of networks, results and pages; default reproduction. The same command goes on from there",
    )
    parser.add_argument(
        "--network",
        nargs="+",
        default=[],
        metavar="NETWORK",
        help="vgg16, alexnet, or another that `train` takes (FILE.py:callable RUNS THAT FILE); default those of the "
        "table: both in table 1, vgg16 in the others",
    )
    parser.add_argument("--weights", type=Path, metavar="FILE", help="local ImageNet weights of the one --network")
    parser.add_argument(
        "--preset-train",
        choices=("quick", "paper"),
        default="quick",
        help="quick (default): frozen convolutions, at most 20 epochs, early stop; paper: 400,000 batches of the whole "
        "network",
    )
    parser.add_argument("--epochs", type=positive, metavar="N", help="at most, instead of the preset's")
    parser.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        default="paper",
        help="of the search; default paper, the exact one. What was used is recorded",
    )
    parser.add_argument(
        "--limit",
        type=positive,
        metavar="N",
        help="at most N images of each set, drawn at random: a trial, marked as such in all that is written",
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random; default 0")
    parser.add_argument("--device", default="auto", metavar="DEVICE", help="auto (default), cpu, or cuda:N")
    parser.add_argument("--threads", type=positive, metavar="N", help="CPU threads, default half of the processors")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="of frozen features; default the cache folder")
    parser.add_argument("--restart", action="store_true", help="throw finished stages away and start anew")
    add_json(parser)


def _train_config(args: argparse.Namespace) -> TrainConfig:
    from wsl_annotator.training.config import preset

    config = dataclasses.replace(preset(args.preset_train), seed=args.seed)
    if args.epochs is not None:
        config = dataclasses.replace(config, epochs=args.epochs, batches=0)
    return config


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.reproduce_table import TableRun, record_of, reproduce_table

    if args.weights is not None and len(args.network) != 1:
        raise UsageError("--weights is for one network.", "Name it with --network.")
    run = TableRun(
        table=args.table,
        data=args.data,
        out=args.out,
        networks=tuple(args.network),
        weights=args.weights,
        train=_train_config(args),
        search=PRESETS[args.preset],
        limit=args.limit,
        device=args.device,
        threads=args.threads,
        cache=args.cache,
        restart=args.restart,
    )
    epochs = _Epochs(console)
    result = reproduce_table(run, cancel=cancel, progress=console.progress, on_epoch=epochs.show, notice=console.notice)
    skipped = [sentence for entry in result.comparisons for sentence in entry.experiment.skipped]
    console.left_out(skipped)
    console.result(table_lines(result), {**record_of(result), "written": str(result.record)})
    return LEFT_OUT if skipped else DONE


class _Epochs:
    """Says each epoch's figures."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, figures: EpochFigures) -> None:
        held = "" if figures.validation_map is None else f", held-out mAP {figures.validation_map:.3f}"
        self._console.notice(f"epoch {figures.epoch}: loss {figures.loss:.4f}{held}")


def table_lines(result: TableResult) -> list[str]:
    """Return the paper's figures beside ours as lines for a terminal, in percent."""
    from wsl_annotator.workflow.reproduce_paper import DIFFERENCES

    lines = [f"Table {result.table.number}: {result.table.title}"]
    lines += [f"! {warning}" for warning in result.warnings]
    for entry in result.comparisons:
        lines += ["", *_network_lines(entry)]
    lines += ["", "printed of others: " + "; ".join(result.table.others)]
    if result.table.errors:
        lines += ["", "what cannot be right in the print:", *(f"- {error}" for error in result.table.errors)]
    lines += ["", *(f"note: {note}" for note in result.table.notes)]
    lines += [f"ours: {difference}" for difference in DIFFERENCES]
    lines += [f"page: {entry.experiment.page}" for entry in result.comparisons]
    lines.append(f"written: {result.record} (every figure and setting)")
    return lines


def _network_lines(entry: Comparison) -> list[str]:
    measures = tuple(entry.means)
    from wsl_annotator.workflow.reproduce_paper import NETWORKS
    from wsl_annotator.workflow.reproduce_table import short_name

    paper = f"{NETWORKS[entry.reference]} printed"
    head = (
        short_name(entry.network),
        *(f"{_SHORT[name]} {whose}" for name in measures for whose in (paper, "measured")),
    )
    rows = [
        (name, *(_cell(value) for measure in measures for value in row[measure]))
        for name, row in entry.by_class.items()
    ]
    rows.append(("mean", *(_cell(value) for measure in measures for value in entry.means[measure])))
    experiment = entry.experiment
    measured = experiment.measured
    train, held_out, test = experiment.images
    lines = [
        *table(head, rows),
        f"{train:,} images taught, {held_out:,} tuned, {test:,} were tested",
        f"with co-occurrence (alpha {measured.alpha:g}): cls {_cell(100 * measured.classification_ap)}, "
        f"loc {_cell(100 * measured.point_ap)}",
        "with the threshold 0.5 for every class, which asks for no boxes: AP50 "
        f"{_cell(100 * measured.cold_ap50['ap50'])}, at 11 points {_cell(100 * measured.cold_ap50['ap50_11'])}",
    ]
    if not math.isnan(measured.seconds_a_pair):
        device = experiment.settings.get("device", "")
        lines.append(f"{measured.seconds_a_pair:.3f} s an image and class on {device}; the paper: 2.6 s on a TITAN X")
    return lines


def _cell(value: float) -> str:
    return "-" if math.isnan(value) else f"{value:.1f}"


VERB = Verb(
    name="reproduce",
    summary="the paper's experiments, a command a table",
    description="Train on image-level labels, choose thresholds on held-out training images, search the test images, "
    "and print the paper's figures beside what was measured. Every stage is kept in --out: a run that was stopped, "
    "even by kill -9, goes on by the same command. Where data or weights are missing it says what to download and "
    "where to put it.",
    examples="""  wsl-annotator reproduce --table 1 --data ~/data                    # AlexNet and VGG-16 on VOC 2012
  wsl-annotator reproduce --table 4 --data ~/data                    # finds the stages of table 1 finished
  wsl-annotator reproduce --table 3 --data ~/data --preset-train paper --device cuda:0
  wsl-annotator reproduce --table 2 --data ~/coco --limit 200 --preset fast   # a trial""",
    add=_add,
    run=_run,
)
