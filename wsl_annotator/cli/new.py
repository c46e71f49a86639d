"""`wsl-annotator new`: a folder of images becomes a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the project file to make, such as dogs.wsl")
    parser.add_argument("--images", type=Path, required=True, metavar="DIR", help="folder of images, with sub-folders")
    parser.add_argument(
        "--labels",
        type=Path,
        metavar="FILE|DIR",
        help="which classes are in which image: a CSV file (file_name and one column a class: 1 yes, 0 no, -1 or "
        "blank unknown), VOC ImageSets/Main, a folder of VOC XML or a COCO JSON (boxes are ignored), or a folder "
        "with one folder a class",
    )
    parser.add_argument("--classes", metavar="a,b", help="class names, in the order of their ids; labels may add more")
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.new_project import create_project

    classes = [name.strip() for name in (args.classes or "").split(",") if name.strip()]
    if args.classes is not None and not classes:
        raise UsageError("--classes names no class.", "Give names separated by commas.")
    report = create_project(
        args.project,
        images=args.images,
        labels=args.labels,
        classes=classes,
        cancel=cancel,
        progress=console.progress,
    )
    console.left_out(report.skipped)
    names = ", ".join(report.classes[:12]) + (", ..." if len(report.classes) > 12 else "")
    console.result(
        [
            f"{report.path}: {counted(report.images, 'image', 'images')}, "
            f"{counted(report.labels, 'label', 'labels')}, classes: {names or 'none yet'}",
            f"Next: wsl-annotator propose {report.path}",
        ],
        {
            "project": str(report.path),
            "images": report.images,
            "labels": report.labels,
            "classes": list(report.classes),
            "skipped": list(report.skipped),
        },
    )
    return LEFT_OUT if report.skipped else DONE


VERB = Verb(
    name="new",
    summary="make a project of a folder of images and what is known of them",
    description="Make a project file. Images stay where they are and are never changed. An image that cannot be read "
    "is listed with the reason, and the rest goes on.",
    examples="""  wsl-annotator new dogs.wsl --images photos --labels labels.csv
  wsl-annotator new dogs.wsl --images photos --classes dog,cat     # labels are typed in the window
  wsl-annotator new voc.wsl --images VOC2012/JPEGImages --labels VOC2012/ImageSets/Main""",
    add=_add,
    run=_run,
)
