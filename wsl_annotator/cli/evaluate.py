"""`wsl-annotator evaluate`: proposals against true boxes."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.end_of_input import add_stop_with_input, heed_end_of_input
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.evaluation.report import EvaluationReport

_COLUMNS = (
    ("classification_ap", "class. AP"),
    ("classification_ap_combined", "..combined"),
    ("point_ap", "point AP"),
    ("point_ap_18", "..18 px"),
    ("point_ap_heat", "..by heat"),
    ("point_ap_18_heat", "..18 px"),
    ("point_share", "points right"),
    ("ratio", "loc/cls"),
    ("corloc", "CorLoc"),
    ("ap50", "AP50"),
    ("ap50_11", "..11 pt"),
    ("coco_ap", "COCO AP"),
)


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "answers", type=Path, metavar="PROJECT|proposals.json", help="search results: a project, or `propose --out`"
    )
    parser.add_argument(
        "--truth",
        type=Path,
        metavar="FILE|DIR",
        help="true boxes: COCO JSON, a VOC XML file, or a folder of them; without it, the boxes that people accepted, "
        "adjusted or drew in the verified images of the project",
    )
    parser.add_argument(
        "--unverified",
        action="store_true",
        help="without --truth: take images with such boxes that nobody verified, too",
    )
    parser.add_argument(
        "--out", type=Path, metavar="report.html", help="one self-contained page, with curves and photos"
    )
    parser.add_argument(
        "--images",
        type=Path,
        metavar="DIR",
        help="folder of the photos, for the page; by default looked for beside the truth and the results",
    )
    parser.add_argument(
        "--interpolation",
        choices=("area", "11"),
        default="area",
        help="of average precision for classification and points: area (default) or 11 points as VOC 2007; "
        "both are given for boxes",
    )
    parser.add_argument(
        "--profile",
        choices=("spec", "zero-based"),
        default="spec",
        help="coordinates of VOC XML: spec counts from 1 (default), zero-based as labelImg writes them",
    )
    add_json(parser)
    add_stop_with_input(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.evaluate import EvaluationRun, check_out, evaluate, write_report

    heed_end_of_input(args, cancel)
    if args.truth is not None and args.unverified:
        raise UsageError("--unverified is about the project's own boxes, not about --truth.", "Give one of them.")
    run = EvaluationRun(
        answers=args.answers,
        truth=args.truth,
        verified_only=not args.unverified,
        profile=args.profile,
        images=args.images,
        interpolation=args.interpolation,
    )
    if args.out is not None:
        check_out(run, args.out)
    judged = evaluate(run, cancel=cancel, progress=console.progress)
    report = judged.report
    lines = report_lines(report)
    written: str | None = None
    if args.out is not None:
        photos = write_report(judged, args.out, progress=console.progress)
        written = str(args.out)
        lines.append(f"written: {written}")
        if report.worst and not photos:
            console.notice("The photos were not found, so the page shows boxes alone: give their folder with --images.")
    console.left_out(judged.skipped)
    console.result(lines, {**report.to_json(), "skipped": list(judged.skipped), "written": written})
    return LEFT_OUT if judged.skipped else DONE


def report_lines(report: EvaluationReport) -> list[str]:
    """Return the measures as tables for a terminal, in percent but for the ratio."""
    shown = [column for column in _COLUMNS if not math.isnan(getattr(report.mean, column[0]))]
    rows = [
        (entry.name, str(entry.images), str(entry.objects), *(_cell(entry.figures, name) for name, _ in shown))
        for entry in report.classes
    ]
    rows.append(
        (
            "mean",
            str(sum(entry.images for entry in report.classes if entry.searched)),
            str(sum(entry.objects for entry in report.classes if entry.searched)),
            *(_cell(report.mean, name) for name, _ in shown),
        )
    )
    return [
        f"{report.answers} against {report.truth}: {counted(report.images, 'image', 'images')}",
        *(f"note: {note}" for note in report.notes),
        "",
        *table(("percent", "images", "objects", *(label for _, label in shown)), rows),
        "",
        *_annotator_lines(report),
    ]


def _cell(figures: object, name: str) -> str:
    value = float(getattr(figures, name))
    if math.isnan(value):
        return "-"
    return f"{value:.2f}" if name == "ratio" else f"{100 * value:.1f}"


def _annotator_lines(report: EvaluationReport) -> list[str]:
    head = ("simulated annotator", "IoU", "s a box", "s an image", "first good", "of three", "edges", "recall")
    rows = []
    for entry in report.annotator:
        for figures in entry.figures:
            ratios = (figures.acceptance, figures.acceptance_of_three)
            rows.append(
                (
                    entry.method,
                    f"{figures.overlap:g}",
                    _number(figures.seconds_per_box, 2),
                    _number(figures.seconds_per_image, 1),
                    *(_number(100 * value, 1) for value in ratios),
                    _number(figures.edges_per_box, 2),
                    _number(100 * figures.recall, 1),
                )
            )
    costs = report.costs
    return [
        *table(head, rows),
        f"a look {costs.verify_s:g} s, an edge {costs.edge_s:g} s, a box drawn {costs.draw_s:g} s, found "
        f"{costs.find_s:g} s; classes of the images given; no person was timed",
    ]


def _number(value: float, decimals: int) -> str:
    return "-" if math.isnan(value) else f"{value:.{decimals}f}"


VERB = Verb(
    name="evaluate",
    summary="measure proposals against true boxes",
    description="Measure classification, points and boxes by the field's own metrics, class by class, and how many "
    "seconds the proposals would save a person. Only images that both sides name are judged. Nothing is changed.",
    examples="""  wsl-annotator evaluate proposals.json --truth instances.json --out report.html
  wsl-annotator evaluate dogs.wsl --truth VOC2007/Annotations --interpolation 11
  wsl-annotator evaluate dogs.wsl --truth instances.json --json
  wsl-annotator evaluate dogs.wsl --out report.html    # against the boxes of the people who verified its images""",
    add=_add,
    run=_run,
)
