"""`wsl-annotator demo`: the main job on the bundled sample."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import PRESETS
from wsl_annotator.core.progress import format_duration
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.workflow.demo import ClassScore, DemoReport


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--headless", action="store_true", help="no window: write pictures and exports (done too without a display)"
    )
    parser.add_argument("--out", type=Path, metavar="DIR", help="where; default a folder of the sample among your data")
    parser.add_argument("--preset", choices=tuple(PRESETS), default="fast", help="of the search; default fast")
    parser.add_argument("--device", default="auto", metavar="DEVICE", help="auto (default), cpu or cuda:N")
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.demo import propose_sample, run_demo, sample_folder
    from wsl_annotator.workflow.doctor import has_display

    out = args.out if args.out is not None else sample_folder()
    common = {
        "localizer": PRESETS[args.preset],
        "device": args.device,
        "cancel": cancel,
        "progress": console.progress,
        "notice": console.notice,
    }
    if args.headless or not has_display():
        if not args.headless:
            console.notice("There is no display, so the demo runs without its window.")
        report = run_demo(out, **common)
        console.left_out(report.skipped)
        console.result(report_lines(report, out), _values(report))
        return LEFT_OUT if report.skipped else DONE
    project = propose_sample(out, **common)
    console.notice(f"Opening {project}")
    code: int = args.open_window(project)
    return code


def report_lines(report: DemoReport, out: Path) -> list[str]:
    """Return what the demo did, for a person who sees it for the first time."""
    from wsl_annotator.workflow.demo import total_of

    run = report.run
    done = f"{counted(run.images, 'scene', 'scenes')} searched in {format_duration(run.seconds)}"
    lines = [f"{done} ({counted(run.reused, 'was', 'were')} done before)" if run.reused else done]
    if report.scores:
        rows = [_score_row(score) for score in (*report.scores, total_of(report.scores))]
        lines += [
            "",
            *table(("class", "images", "point inside a true box", "objects", "boxed (IoU 0.5)"), rows),
            "",
            "The network learned from image-level labels alone: which things are in a picture, never where.",
        ]
    return [
        *lines,
        "",
        f"pictures   {out / 'overlays'}",
        f"VOC XML    {report.voc}",
        f"COCO JSON  {report.coco}  ({counted(report.boxes, 'box', 'boxes')}, in the state proposed: judged by nobody)",
        f"project    {report.project}",
        "",
        f"Next: wsl-annotator {report.project}      (the window: accept, adjust, reject, draw, export)",
    ]


def _score_row(score: ClassScore) -> tuple[str, str, str, str, str]:
    share = f"{score.points_inside}/{score.images} ({100 * score.points_inside / max(score.images, 1):.0f} %)"
    found = f"{score.found}/{score.objects} ({100 * score.found / max(score.objects, 1):.0f} %)"
    return score.class_name, str(score.images), share, str(score.objects), found


def _values(report: DemoReport) -> dict[str, object]:
    from wsl_annotator.workflow.demo import total_of

    total = total_of(report.scores)
    return {
        "project": str(report.project),
        "voc": str(report.voc),
        "coco": str(report.coco),
        "overlays": [str(path) for path in report.overlays],
        "images": report.run.images,
        "reused": report.run.reused,
        "boxes": report.boxes,
        "points_inside": total.points_inside,
        "points": total.images,
        "objects_found": total.found,
        "objects": total.objects,
        "seconds": round(report.run.seconds, 3),
        "skipped": list(report.skipped),
    }


VERB = Verb(
    name="demo",
    summary="see it: the bundled sample, searched by the bundled network",
    description="Copy 24 sample scenes into a folder of your own, make a project of them, propose boxes with the "
    "bundled network, and open the window on it. Without a display, or with --headless, pictures of heat and boxes "
    "and exports as VOC XML and COCO JSON are written instead, with a comparison to the true boxes. Needs no "
    "connection.",
    examples="""  wsl-annotator demo
  wsl-annotator demo --headless --out demo""",
    add=_add,
    run=_run,
)
