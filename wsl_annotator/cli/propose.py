"""`wsl-annotator propose`: boxes for a project or for a folder of images."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json, add_localizer, add_network, engine_options, extract_config
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.progress import format_duration
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.card_thresholds import CardThresholds
    from wsl_annotator.workflow.engine import EngineOptions
    from wsl_annotator.workflow.propose import ProposeReport

_FOLDER_OPTIONS = ("labels", "out", "coco_results", "resume", "threshold")
DEFAULT_OUT = Path("proposals.json")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "project", type=Path, nargs="?", metavar="PROJECT", help="a project file; results are stored in it"
    )
    folder = parser.add_argument_group("a folder instead of a project")
    folder.add_argument("--images", type=Path, metavar="DIR", help="folder of images, with sub-folders")
    folder.add_argument("--labels", type=Path, metavar="FILE|DIR", help="as for `new`; without it nothing is known")
    folder.add_argument("--out", type=Path, metavar="FILE", help="result file; default proposals.json")
    folder.add_argument("--coco-results", type=Path, metavar="FILE", help="a COCO results list too")
    folder.add_argument(
        "--resume", action="store_true", help="go on after a run that was stopped; the result is the same, bit for bit"
    )
    parser.add_argument(
        "--overlays", type=Path, metavar="DIR", help="pictures of heat and boxes too, one an image and class"
    )
    parser.add_argument(
        "--classes",
        metavar="top5|all|a,b",
        help="by default an image's positive labels are searched, and for an image without labels the top five "
        "classes over 0.05. top5: also the top five of its unknown classes; all: also all unknown ones; a,b: these. "
        "Classes labelled negative are never searched",
    )
    add_network(parser)
    add_localizer(parser)
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    if (args.project is None) == (args.images is None):
        raise UsageError("Give either a project or --images.", "See wsl-annotator propose --help.")
    if args.project is None:
        return _run_folder(args, console, cancel)
    for name in _FOLDER_OPTIONS:
        if getattr(args, name) not in (None, False):
            option = "--" + name.replace("_", "-")
            raise UsageError(
                f"{option} is for --images; a project keeps its results itself.",
                "Leave it out: a second run of a project always goes on, and `export` writes files.",
            )
    return _run_project(args, console, cancel)


def _run_project(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.class_choice import parse_classes
    from wsl_annotator.workflow.engine import open_engine
    from wsl_annotator.workflow.overlays import OverlayWriter
    from wsl_annotator.workflow.propose import propose_project

    choice = parse_classes(args.classes)
    options = engine_options(args)
    with Project.open(args.project, program="wsl-annotator propose") as project:
        engine = open_engine(options, progress=console.progress, cancel=cancel, notice=console.notice)
        first = _card_thresholds(options, console)
        _use_card(project, first, console)
        pictures = None
        if args.overlays is not None:
            colors = {record.name: record.color for record in project.classes()}
            pictures = OverlayWriter(args.overlays, extract=extract_config(args), colors=colors)
        report = propose_project(
            project,
            engine,
            choice=choice,
            cancel=cancel,
            progress=console.progress,
            on_result=None if pictures is None else pictures.write,
        )
        # Classes of the network that the run added begin there too.
        _use_card(project, first, console)
    return _report(report, console, {"project": str(args.project)}, where=str(args.project))


def _run_folder(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.class_choice import parse_classes
    from wsl_annotator.workflow.engine import open_engine
    from wsl_annotator.workflow.propose_folder import FolderRun, check_run, last_batch_size, propose_folder

    out = args.out or DEFAULT_OUT
    run = FolderRun(
        images=args.images,
        out=out,
        labels=args.labels,
        choice=parse_classes(args.classes),
        extract=extract_config(args),
        coco_results=args.coco_results,
        overlays=args.overlays,
        resume=args.resume,
    )
    # Wrong paths are told before a network is opened, which may take a download.
    check_run(run)
    options = engine_options(args, batch_size=last_batch_size(out) if args.resume else None)
    if args.threshold is None:
        run = dataclasses.replace(run, thresholds=_card_thresholds(options, console).thresholds)
    engine = open_engine(options, progress=console.progress, cancel=cancel, notice=console.notice)
    report = propose_folder(run, engine, cancel=cancel, progress=console.progress)
    written = [str(path) for path in (out, args.coco_results, args.overlays) if path is not None]
    return _report(report, console, {"written": written}, where=", ".join(written))


def _card_thresholds(options: EngineOptions, console: Console) -> CardThresholds:
    """Return the thresholds that the network card brings for this search, and tell where it has some for others."""
    from wsl_annotator.workflow.card_thresholds import card_thresholds

    found = card_thresholds(options.network.network, options.localizer)
    if found.notice:
        console.notice(found.notice)
    return found


def _use_card(project: Project, found: CardThresholds, console: Console) -> None:
    """Give the project's classes a card's thresholds, but where a person chose one, and tell so."""
    from wsl_annotator.workflow.card_thresholds import apply_card_thresholds

    changed = apply_card_thresholds(project, found)
    if changed:
        console.notice(f"{counted(changed, 'class begins', 'classes begin')} at the thresholds of the network card.")


def _report(report: ProposeReport, console: Console, values: dict[str, object], *, where: str) -> int:
    console.left_out(report.skipped)
    lines = [
        f"{counted(report.images, 'image', 'images')} searched in {format_duration(report.seconds)}: "
        f"{counted(report.localizations, 'class', 'classes')} localized, "
        f"{counted(report.boxes, 'box', 'boxes')} proposed, in {where}"
    ]
    if report.reused:
        lines.append(f"{counted(report.reused, 'image was', 'images were')} done before.")
    if report.without_class:
        lines.append(f"{counted(report.without_class, 'image', 'images')} had no class to search.")
    console.result(
        lines,
        {
            **values,
            "images": report.images,
            "reused": report.reused,
            "localizations": report.localizations,
            "boxes": report.boxes,
            "without_class": report.without_class,
            "skipped": list(report.skipped),
            "seconds": round(report.seconds, 3),
        },
    )
    return LEFT_OUT if report.skipped else DONE


VERB = Verb(
    name="propose",
    summary="search images for their classes and propose boxes",
    description="Search each image for the classes that it is known to hold, and propose boxes. A project stores heat "
    "maps, traces and proposals, and never changes a box that a person made or judged; run it again and it does only "
    "what is missing. A folder gives proposals.json (upright pixels from 0, described in the README). An image that "
    "cannot be read is listed, and the rest goes on.",
    examples="""  wsl-annotator propose dogs.wsl
  wsl-annotator propose dogs.wsl --preset fast --classes top5
  wsl-annotator propose dogs.wsl --network resnet50 --class-map voc20
  wsl-annotator propose --images photos --labels labels.csv --out proposals.json --overlays pictures
  wsl-annotator propose --images fruit --labels fruit --network mobilenet.py:build --class-map fruit.json
  # mobilenet.py:build runs that Python file, with all that is in it: only ever give files that you trust""",
    add=_add,
    run=_run,
)
