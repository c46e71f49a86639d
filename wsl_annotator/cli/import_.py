"""`wsl-annotator import`: boxes or image-level labels into a project."""

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
    from wsl_annotator.workflow.import_ import ImportReport


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project file")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="PATH",
        help="VOC XML file or folder, COCO JSON, or image-level labels in any form that `new --labels` takes",
    )
    parser.add_argument("--labels-only", action="store_true", help="take which classes are there, and leave the boxes")
    parser.add_argument(
        "--profile",
        choices=("spec", "zero-based"),
        default="spec",
        help="coordinates of VOC XML: spec counts from 1 (default), zero-based as labelImg writes them",
    )
    parser.add_argument(
        "--orientation",
        choices=("upright", "sensor"),
        default="upright",
        help="where the boxes of photos lie that are turned by EXIF: upright as they are shown (default), or sensor: "
        "on the pixels as stored, as programs that do not read EXIF leave them",
    )
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.import_ import import_path

    with Project.open(args.project, program="wsl-annotator import") as project:
        cancel.raise_if_cancelled()
        report = import_path(
            project,
            args.source,
            profile=args.profile,
            labels_only=args.labels_only,
            orientation=args.orientation,
            progress=console.progress,
        )
    console.left_out(report.skipped)
    for note in report.notes:
        console.notice(note)
    console.result(
        _lines(report),
        {
            "images": report.images,
            "boxes": report.boxes,
            "known_boxes": report.known_boxes,
            "labels": report.labels,
            "classes": list(report.classes),
            "skipped": list(report.skipped),
            "notes": list(report.notes),
        },
    )
    return LEFT_OUT if report.skipped else DONE


def _lines(report: ImportReport) -> list[str]:
    """Return what an import did, as sentences for a person."""
    parts = [
        f"{counted(report.boxes, 'box', 'boxes')} and {counted(report.labels, 'label', 'labels')} added for "
        f"{counted(report.images, 'image', 'images')}."
    ]
    if report.known_boxes:
        parts.append(f"{counted(report.known_boxes, 'box was', 'boxes were')} there already.")
    if report.classes:
        parts.append(f"New classes: {', '.join(report.classes)}.")
    return parts


VERB = Verb(
    name="import",
    summary="bring VOC XML, COCO JSON or image-level labels into a project",
    description="Add boxes that people made elsewhere, or image-level labels. Imported boxes are a person's: no search "
    "ever changes them. A box that is in the project already is not added again, so the same import may be repeated.",
    examples="""  wsl-annotator import dogs.wsl --from VOC2012/Annotations
  wsl-annotator import dogs.wsl --from instances.json
  wsl-annotator import dogs.wsl --from labels.csv
  wsl-annotator import dogs.wsl --from instances.json --labels-only""",
    add=_add,
    run=_run,
)
