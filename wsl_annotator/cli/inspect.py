"""`wsl-annotator inspect`: one search, candidate by candidate."""

from __future__ import annotations

import argparse
from pathlib import Path

from wsl_annotator.cli.arguments import add_json, add_localizer, add_network, engine_options, extract_config
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE
from wsl_annotator.cli.verb import Verb
from wsl_annotator.core.cancel import CancelToken


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, metavar="IMAGE", help="an image file")
    parser.add_argument("--class", dest="class_name", required=True, metavar="C", help="the class to search for")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="settings, boxes and every candidate as JSON")
    parser.add_argument(
        "--strip",
        type=Path,
        metavar="FILE.png",
        help="levels side by side: earlier boxes blue, new ones red",
    )
    add_network(parser)
    add_localizer(parser)
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.engine import open_engine
    from wsl_annotator.workflow.inspect import inspect_image, write_strip, write_trace

    engine = open_engine(engine_options(args), progress=console.progress, cancel=cancel, notice=console.notice)
    found = inspect_image(
        args.image, args.class_name, engine, extract=extract_config(args), cancel=cancel, progress=console.progress
    )
    if args.out is not None:
        write_trace(found, args.out)
    if args.strip is not None:
        write_strip(found, args.strip)
    localization = found.localization
    trace = localization.trace
    x, y = localization.point
    lines = [
        f"{args.image}: {found.image.width} x {found.image.height} pixels",
        f"{localization.class_name}: p = {localization.class_probability:.4f}, log-odds {localization.class_score:.3f}",
        f"point ({x:.1f}, {y:.1f}), greatest heat {localization.heat.maximum:.3f}",
    ]
    if trace is not None:
        lines.append(f"{len(trace)} candidates in {trace.depth} levels, {int(trace.kept.sum())} kept")
    lines += [
        "box  " + ", ".join(f"{edge:.1f}" for edge in scored.box.xyxy) + f"  score {scored.score:.3f}"
        for scored in found.boxes
    ]
    written = [str(path) for path in (args.out, args.strip) if path is not None]
    lines += [f"written: {path}" for path in written]
    values = found.to_json()
    values.pop("trace", None)
    values.pop("heat", None)
    console.result(lines, {**values, "candidates": 0 if trace is None else len(trace), "written": written})
    return DONE


VERB = Verb(
    name="inspect",
    summary="show one search: every candidate as JSON, the levels as a picture",
    description="Search one image for one class and show how the boxes came about.",
    examples="""  wsl-annotator inspect photo.jpg --class cup --strip strip.png
  wsl-annotator inspect photo.jpg --class dog --network resnet50 --class-map voc20 --out trace.json
  wsl-annotator inspect photo.jpg --class dog --network mobilenet.py:build --class-map voc20 --preset fast
  # FILE.py:callable runs that Python file: only ever give files that you trust""",
    add=_add,
    run=_run,
)
