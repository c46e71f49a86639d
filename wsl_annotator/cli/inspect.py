"""`wsl-annotator inspect`: one search, candidate by candidate."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json, add_localizer, add_network, engine_options, extract_config
from wsl_annotator.cli.console import Console
from wsl_annotator.cli.exit_codes import DONE
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted

if TYPE_CHECKING:
    from wsl_annotator.workflow.inspect import Inspection
    from wsl_annotator.workflow.trace_run import TraceRun


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, nargs="?", metavar="IMAGE", help="an image file")
    parser.add_argument("--class", dest="class_name", metavar="C", help="the class to search for")
    parser.add_argument(
        "--trace", type=Path, metavar="FILE.json", help="show this stored search instead of searching; needs no network"
    )
    parser.add_argument("--photo", type=Path, metavar="IMAGE", help="the image that the stored search is of")
    parser.add_argument("--out", type=Path, metavar="FILE.json", help="settings, boxes and every candidate as JSON")
    parser.add_argument(
        "--strip",
        type=Path,
        metavar="FILE.png",
        help="levels side by side: earlier boxes blue, new ones red",
    )
    parser.add_argument(
        "--gif", type=Path, metavar="FILE.gif", help="an animation: boxes and heat grow, one frame a level"
    )
    add_network(parser)
    add_localizer(parser, preset="paper")
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    stored = _stored(args) if args.trace is not None else None
    found = _searched(args, console, cancel) if stored is None else _joined(args, stored, console)
    _write(args, found, console, cancel)
    localization = found.localization
    trace = localization.trace
    x, y = localization.point
    lines = [
        f"{found.path}: {found.image.width} x {found.image.height} pixels",
        f"{localization.class_name}: p = {localization.class_probability:.4f}, log-odds {localization.class_score:.3f}",
        f"point ({x:.1f}, {y:.1f}), greatest heat {localization.heat.maximum:.3f}",
    ]
    if trace is not None:
        lines.append(
            f"{counted(len(trace), 'candidate', 'candidates')} in {counted(trace.depth, 'level', 'levels')}, "
            f"{int(trace.kept.sum())} kept"
        )
    lines += [
        "box  " + ", ".join(f"{edge:.1f}" for edge in scored.box.xyxy) + f"  score {scored.score:.3f}"
        for scored in found.boxes
    ]
    extra: dict[str, object] = {}
    if stored is not None:
        from wsl_annotator.workflow.trace_run import check_replay

        extra["replay_exact"] = check_replay(stored).exact
        lines.append("replay: the candidates give " + ("the stored bits" if extra["replay_exact"] else "OTHER results"))
    written = [str(path) for path in (args.out, args.strip, args.gif) if path is not None]
    lines += [f"written: {path}" for path in written]
    values = found.to_json()
    values.pop("trace", None)
    values.pop("heat", None)
    console.result(lines, {**values, "candidates": 0 if trace is None else len(trace), **extra, "written": written})
    return DONE


def _searched(args: argparse.Namespace, console: Console, cancel: CancelToken) -> Inspection:
    from wsl_annotator.workflow.engine import open_engine
    from wsl_annotator.workflow.inspect import inspect_image

    if args.photo is not None:
        raise UsageError("--photo belongs to --trace.", "Name the image alone to search it.")
    if args.image is None or args.class_name is None:
        raise UsageError(
            "An image and a --class are needed to search.", "Give both, or --trace with --photo for a stored search."
        )
    engine = open_engine(engine_options(args), progress=console.progress, cancel=cancel, notice=console.notice)
    return inspect_image(
        args.image, args.class_name, engine, extract=extract_config(args), cancel=cancel, progress=console.progress
    )


def _stored(args: argparse.Namespace) -> TraceRun:
    from wsl_annotator.workflow.trace_file import read_run

    if args.image is not None or args.class_name is not None:
        raise UsageError(
            "--trace shows a stored search of one image and class.", "Leave out IMAGE and --class; give --photo."
        )
    if args.photo is None:
        raise UsageError("--trace needs the image that was searched.", "Give it as --photo.")
    given = {"--preset": args.preset, "--beam-width": args.beam_width, "--depth": args.depth}
    given |= {"--threshold": args.threshold, "--weights": args.weights, "--class-map": args.class_map}
    wrong = [name for name, value in given.items() if value is not None]
    if wrong:
        raise UsageError(f"{wrong[0]} changes a search, but --trace shows a stored one.", "Leave it out.")
    return read_run(args.trace)


def _joined(args: argparse.Namespace, run: TraceRun, console: Console) -> Inspection:
    from wsl_annotator.imaging.decode import load_upright
    from wsl_annotator.workflow.inspect import inspection_of
    from wsl_annotator.workflow.trace_file import check_photo

    image = load_upright(args.photo)
    warning = check_photo(run, image, args.photo)
    if warning:
        console.notice(warning)
    return inspection_of(run, image, args.photo)


def _write(args: argparse.Namespace, found: Inspection, console: Console, cancel: CancelToken) -> None:
    from wsl_annotator.workflow.inspect import write_strip, write_trace
    from wsl_annotator.workflow.trace_gif import write_gif

    if args.out is not None:
        write_trace(found, args.out)
    if args.strip is not None:
        write_strip(found, args.strip)
    if args.gif is not None:
        write_gif(found.image, found.run, args.gif, cancel=cancel, progress=console.progress)


VERB = Verb(
    name="inspect",
    summary="show one search: every candidate as JSON, the levels as a picture or animation",
    description="Search one image for one class, or open a stored search, and show how the boxes came about.",
    examples="""  wsl-annotator inspect photo.jpg --class cup --strip strip.png --gif cup.gif
  wsl-annotator inspect photo.jpg --class dog --network resnet50 --class-map voc20 --out trace.json
  wsl-annotator inspect --trace trace.json --photo photo.jpg --gif dog.gif     # needs no network
  wsl-annotator inspect photo.jpg --class dog --network mobilenet.py:build --class-map voc20 --preset fast
  # FILE.py:callable runs that Python file: only ever give files that you trust""",
    add=_add,
    run=_run,
)
