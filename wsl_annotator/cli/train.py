"""`wsl-annotator train`: learn classes from image-level labels."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wsl_annotator.cli.arguments import NETWORK_HELP, add_json, positive, triple
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.end_of_input import add_stop_with_input, heed_end_of_input
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import format_duration
from wsl_annotator.core.words import counted
from wsl_annotator.networks.spec import NetworkSpec, is_code

if TYPE_CHECKING:
    from wsl_annotator.training.config import TrainConfig
    from wsl_annotator.training.figures import EpochFigures
    from wsl_annotator.workflow.train import TrainReport


def _number(text: str) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from error
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is below 0 or no number")
    return value


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project", type=Path, nargs="?", metavar="PROJECT", help="a project file; its labels teach, it is only read"
    )
    folder = parser.add_argument_group("a folder instead of a project")
    folder.add_argument("--images", type=Path, metavar="DIR", help="folder of images, with sub-folders")
    folder.add_argument("--labels", type=Path, metavar="FILE|DIR", help="as for `new`")
    parser.add_argument("--out", type=Path, required=True, metavar="CARD_DIR", help="folder of the network card")
    parser.add_argument(
        "--complete-labels",
        action="store_true",
        help="a class that a project or a folder of classes does not mention for an image is not in it (else it is "
        "unknown; a table says it itself by 0 and blank)",
    )
    _add_network(parser)
    _add_training(parser)
    parser.add_argument("--restart", action="store_true", help="throw away what is in CARD_DIR and start anew")
    _add_cache(parser)
    add_stop_with_input(parser)
    add_json(parser)


def _add_cache(parser: argparse.ArgumentParser) -> None:
    from wsl_annotator.training.cache_limit import DEFAULT_LIMIT_GB, feature_cache

    place = str(feature_cache()).replace("%", "%%")
    group = parser.add_argument_group("cache of frozen features")
    group.add_argument("--cache", type=Path, metavar="DIR", help=f"default {place}; it may be deleted at any time")
    group.add_argument(
        "--cache-limit",
        type=_number,
        default=DEFAULT_LIMIT_GB,
        metavar="GB",
        help=f"that the cache may take, default {DEFAULT_LIMIT_GB:g}; the longest unused features go first",
    )


def _add_network(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("network to start from")
    group.add_argument("--network", default="bundled", metavar="NETWORK", help=NETWORK_HELP)
    group.add_argument(
        "--code", metavar="FILE.py:callable", help="of a CARD_DIR made on your own network; RUNS THE FILE"
    )
    group.add_argument("--weights", type=Path, metavar="FILE", help="local weights to start from")
    group.add_argument("--input-size", type=positive, metavar="PX", help="side of the input")
    group.add_argument("--mean", type=triple, metavar="R,G,B", help="of RGB in 0..1, where the network has none")
    group.add_argument("--std", type=triple, metavar="R,G,B", help="of RGB in 0..1, where the network has none")
    group.add_argument("--names", type=Path, metavar="FILE", help="names of the old outputs, one a line")
    group.add_argument("--device", default="auto", metavar="DEVICE", help="auto (default), cpu, or cuda:N")
    group.add_argument(
        "--threads",
        type=positive,
        metavar="N",
        help="CPU threads, default half of the processors; the same number gives the same bits",
    )


def _add_training(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("training")
    group.add_argument(
        "--preset",
        choices=("quick", "paper"),
        default="quick",
        help="quick (default): frozen features, epochs, early stop; paper: 400,000 batches of the whole network",
    )
    group.add_argument(
        "--head", choices=("adaptation", "single"), help="adaptation (default): Fa and Fb; single: the last layer alone"
    )
    group.add_argument(
        "--freeze", choices=("features", "none"), help="features: computed once and cached; none: everything learns"
    )
    group.add_argument("--head-activation", choices=("sigmoid", "softmax"), help="of the new head; default sigmoid")
    group.add_argument("--width", type=positive, metavar="N", help="outputs of Fa")
    group.add_argument("--epochs", type=positive, metavar="N", help="at most; default 20 in quick")
    group.add_argument("--batches", type=positive, metavar="N", help="instead of epochs; default 400,000 in paper")
    group.add_argument("--batch-size", type=positive, metavar="N", help="default 50")
    group.add_argument(
        "--learning-rate",
        type=_number,
        metavar="R",
        help="of old layers, default 0.003 (0.001 where everything learns); new ones learn ten times as fast",
    )
    group.add_argument("--weight-decay", type=_number, metavar="R", help="default 0.0005")
    group.add_argument("--variants", type=int, metavar="N", help="varied copies of each image among frozen features")
    group.add_argument("--validation-share", type=_number, metavar="S", help="held out to choose by, 0 to 0.5")
    group.add_argument("--patience", type=int, metavar="N", help="epochs without a gain until the end; 0: never")
    group.add_argument("--oversampling", choices=("lvis", "inverse", "none"), help="of rare classes; default lvis")
    group.add_argument("--seed", type=int, metavar="N", help="of everything random; default 0")


_SETTINGS = (
    "head",
    "freeze",
    "width",
    "batch_size",
    "learning_rate",
    "weight_decay",
    "variants",
    "validation_share",
    "patience",
    "oversampling",
    "seed",
)


def train_config(args: argparse.Namespace) -> TrainConfig:
    """Return the settings that were asked for.

    Raises:
        WslError: a value is impossible, or epochs and batches are given both.
    """
    from wsl_annotator.training.config import preset

    changes: dict[str, Any] = {name: getattr(args, name) for name in _SETTINGS if getattr(args, name) is not None}
    if args.head_activation is not None:
        changes["activation"] = args.head_activation
    if args.epochs is not None and args.batches is not None:
        raise UsageError("--epochs and --batches contradict each other.", "Give one of them.")
    if args.epochs is not None:
        changes |= {"epochs": args.epochs, "batches": 0}
    if args.batches is not None:
        changes |= {"batches": args.batches, "epochs": 0}
    return dataclasses.replace(preset(args.preset, freeze=args.freeze), **changes)


def _network_spec(args: argparse.Namespace) -> NetworkSpec:
    return NetworkSpec(
        args.network,
        weights=args.weights,
        input_size=args.input_size,
        mean=args.mean,
        std=args.std,
        # what the old outputs mean is of no account, but a network of one's own has to say it
        activation="softmax" if is_code(args.network) else None,
        names=args.names,
        code=args.code,
    )


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    if (args.project is None) == (args.images is None):
        raise UsageError("Give either a project or --images.", "See wsl-annotator train --help.")
    if args.project is not None and args.labels is not None:
        raise UsageError("--labels is for --images; a project has its own.", "Import them with `import`.")
    if args.images is not None and args.labels is None:
        raise UsageError("--images needs --labels to learn from.", "See wsl-annotator train --help.")
    config = train_config(args)

    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.train import TrainRun, train
    from wsl_annotator.workflow.train_data import data_of_folder, data_of_project

    if args.project is not None:
        with Project.open(args.project, read_only=True, program="wsl-annotator train") as project:
            data, problems = data_of_project(project, complete=args.complete_labels)
    else:
        data, problems = data_of_folder(args.images, args.labels, complete=args.complete_labels)
    run = TrainRun(
        out=args.out,
        network=_network_spec(args),
        config=config,
        device=args.device,
        threads=args.threads,
        cache=args.cache,
        cache_limit_gb=args.cache_limit,
        restart=args.restart,
    )
    heed_end_of_input(args, cancel)
    epochs = _Epochs(console)
    report = train(
        data,
        run,
        problems=problems,
        cancel=cancel,
        progress=console.progress,
        on_epoch=epochs.show,
        notice=console.notice,
    )
    return _report(report, console)


class _Epochs:
    """Says each epoch's figures: the points of the loss and mAP curves."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, figures: EpochFigures) -> None:
        held = "" if figures.validation_map is None else f"  held-out mAP {figures.validation_map:.3f}"
        self._console.item(
            f"epoch {figures.epoch:3d}  loss {figures.loss:.4f}{held}", kind="epoch", **dataclasses.asdict(figures)
        )


def _report(report: TrainReport, console: Console) -> int:
    console.left_out(report.skipped)
    rows = [(name, "-" if value is None else f"{value:.3f}") for name, value in report.class_ap.items()]
    figure = "not measured" if report.validation_map is None else f"{report.validation_map:.3f}"
    lines = [
        *(table(("class", "held-out AP"), rows) if report.held_out else []),
        f"{report.card}: {counted(len(report.classes), 'class', 'classes')} learned from "
        f"{counted(report.images, 'image', 'images')} in "
        f"{format_duration(report.seconds)}, epoch {report.best_epoch} of {report.epochs}, "
        f"mAP {figure} on {counted(report.held_out, 'held-out image', 'held-out images')}",
        f"Next: wsl-annotator propose PROJECT --network {report.card}",
    ]
    values = {**dataclasses.asdict(report), "card": str(report.card), "skipped": list(report.skipped)}
    console.result(lines, {**values, "seconds": round(report.seconds, 3)})
    return LEFT_OUT if report.skipped else DONE


VERB = Verb(
    name="train",
    summary="learn your own classes from image-level labels",
    description="Put a new head on a network and train it on labels that say which classes are in an image, not where. "
    "The result is a network card, a folder that --network takes. With frozen features, the default, each image goes "
    "through the network once and a head trains in minutes without a GPU. A training that was stopped, even by kill "
    "-9, goes on from its last epoch by the same command.",
    examples="""  wsl-annotator train dogs.wsl --out dogs-net
  wsl-annotator train --images photos --labels labels.csv --network resnet50 --out my-net
  wsl-annotator train --images photos --labels labels.csv --network net.py:build --out my-net --head single
  # net.py:build runs that Python file, with all that is in it: only ever give files that you trust""",
    add=_add,
    run=_run,
)
