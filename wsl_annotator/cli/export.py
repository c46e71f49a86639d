"""`wsl-annotator export`: VOC XML or COCO JSON of a project."""

from __future__ import annotations

import argparse
from pathlib import Path

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="a project file")
    parser.add_argument("--format", choices=("voc", "coco"), required=True, help="VOC XML or COCO JSON")
    parser.add_argument("--to", type=Path, required=True, metavar="PATH", help="folder for VOC, file for COCO")
    parser.add_argument(
        "--states",
        default="accepted,adjusted,drawn",
        metavar="a,b",
        help="which boxes: accepted, adjusted, drawn (default), rejected, proposed (cut from the stored heat maps at "
        "the classes' present thresholds)",
    )
    parser.add_argument(
        "--empty-images",
        choices=("verified", "all", "none"),
        default="verified",
        help="images without boxes: those that a person verified (default), all, or none",
    )
    parser.add_argument(
        "--orientation",
        choices=("upright", "sensor"),
        default="upright",
        help="sizes and boxes of photos that are turned by EXIF: upright as they are shown (default), or sensor: as "
        "the pixels are stored, for programs that do not read EXIF",
    )
    voc = parser.add_argument_group("VOC")
    voc.add_argument(
        "--profile",
        choices=("spec", "zero-based"),
        default="spec",
        help="coordinates: spec counts from 1 and includes the last pixel (default); zero-based as labelImg writes",
    )
    voc.add_argument("--image-set", default="trainval", metavar="NAME", help="name in ImageSets/Main; default trainval")
    voc.add_argument(
        "--image-files", choices=("none", "copy", "symlink"), default="none", help="put the images into JPEGImages too"
    )
    coco = parser.add_argument_group("COCO")
    coco.add_argument(
        "--segmentation",
        choices=("empty", "rect-polygon"),
        default="empty",
        help="rect-polygon writes the rectangle for tools that need a mask",
    )
    coco.add_argument(
        "--ids", choices=("project", "imported"), default="project", help="imported: those of the imported COCO file"
    )
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.export import ExportOptions, export_project, parse_states

    options = ExportOptions(
        states=parse_states(args.states),
        empty_images=args.empty_images,
        profile=args.profile,
        image_set=args.image_set,
        images=args.image_files,
        segmentation=args.segmentation,
        ids=args.ids,
        orientation=args.orientation,
    )
    with Project.open(args.project, read_only=True) as project:
        cancel.raise_if_cancelled()
        report = export_project(
            project, export_format=args.format, to=args.to, options=options, progress=console.progress
        )
    console.left_out(report.skipped)
    for note in report.notes:
        console.notice(note)
    console.result(
        [
            f"{counted(report.boxes, 'box', 'boxes')} of {counted(report.images, 'image', 'images')} at {args.to} "
            f"(files: {len(report.written)})"
        ],
        {
            "to": str(args.to),
            "images": report.images,
            "boxes": report.boxes,
            "written": [str(path) for path in report.written],
            "skipped": list(report.skipped),
            "notes": list(report.notes),
        },
    )
    return DONE


VERB = Verb(
    name="export",
    summary="write a project's boxes as PASCAL VOC XML or COCO JSON",
    description="Write boxes for training. Files are replaced as a whole or not at all, ids stay the same from export "
    "to export, and fields of an imported file come back. The project is only read.",
    examples="""  wsl-annotator export dogs.wsl --format coco --to dogs.json
  wsl-annotator export dogs.wsl --format voc --to VOCdevkit/VOC2012 --image-files copy
  wsl-annotator export dogs.wsl --format coco --to all.json --states accepted,adjusted,drawn,proposed""",
    add=_add,
    run=_run,
)
