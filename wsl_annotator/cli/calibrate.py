"""`wsl-annotator calibrate`: the threshold of each class, fitted on boxes."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wsl_annotator.cli.arguments import add_json, add_localizer, add_network, engine_options, positive
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.words import counted
from wsl_annotator.networks.card_file import is_card
from wsl_annotator.networks.spec import BUNDLED

if TYPE_CHECKING:
    from wsl_annotator.evaluation.calibration import CalibrationRule, TauFigures
    from wsl_annotator.formats.export_set import ImportSet
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.calibrate import ClassFit, KnownBoxes

_HEAD = ("class", "before", "tau", "between", "boxes", "images", "AP before", "AP", "fitting", "")


def _add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "target",
        type=Path,
        metavar="CARD_DIR|PROJECT",
        help="a network card that `train` wrote, or a project with boxes that a person accepted, adjusted or drew",
    )
    parser.add_argument(
        "--truth",
        type=Path,
        metavar="FILE|DIR",
        help="true boxes of validation images: COCO JSON, a VOC XML file, or a folder of them; needed for a card, and "
        "in a project taken in place of its own boxes",
    )
    parser.add_argument(
        "--images", type=Path, metavar="DIR", help="folder of these images; by default looked for beside the truth"
    )
    parser.add_argument(
        "--profile",
        choices=("spec", "zero-based"),
        default="spec",
        help="coordinates of VOC XML: spec counts from 1 (default), zero-based as labelImg writes them",
    )
    parser.add_argument("--iou", type=float, choices=(0.5, 0.7), default=0.5, help="overlap that a box must exceed")
    parser.add_argument(
        "--least-boxes", type=positive, metavar="N", help="classes with fewer boxes are left alone; default 5"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the draws that tell how sure a fit is")
    where = parser.add_argument_group("where the thresholds go (a project keeps them itself)")
    where.add_argument("--write", action="store_true", help="into the card; without it they are only shown")
    where.add_argument("--out", type=Path, metavar="DIR", help="into a copy of the card")
    project = parser.add_argument_group("a project")
    project.add_argument("--all", action="store_true", help="also classes whose threshold a person chose")
    project.add_argument("--dry-run", action="store_true", help="only show what would change")
    add_network(parser)
    add_localizer(parser)
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.evaluation.calibration import CalibrationRule

    if args.threshold is not None:
        raise UsageError("--threshold is what calibrate finds.", "Leave it out.")
    rule = CalibrationRule(iou_threshold=args.iou, seed=args.seed)
    if is_card(str(args.target)):
        return _run_card(args, rule, console, cancel)
    if args.target.is_dir():
        raise UsageError(f"{args.target} is no network card.", "Give the folder that `train` wrote, or a project.")
    if args.write or args.out is not None:
        raise UsageError("--write and --out are for a card; a project keeps its thresholds itself.", "Leave them out.")
    if args.network != BUNDLED or args.images is not None:
        raise UsageError(
            "--network and --images are not for a project: its stored results are used.",
            "Run `propose` with the network first.",
        )
    return _run_project(args, rule, console, cancel)


def _run_card(args: argparse.Namespace, rule: CalibrationRule, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.calibrate import LEAST_BOXES
    from wsl_annotator.workflow.calibrate_card import CardRun, calibration_of, fit_card, read_truth, write_to_card
    from wsl_annotator.workflow.engine import open_engine

    if args.all or args.dry_run:
        raise UsageError(
            "--all and --dry-run are for a project.", "Leave them out: nothing is written without --write."
        )
    if args.truth is None:
        raise UsageError("A card is fitted on true boxes.", "Give them with --truth.")
    if args.write and args.out is not None:
        raise UsageError("Give either --write or --out.", "--out writes a copy.")
    if args.network not in (BUNDLED, str(args.target)):
        raise UsageError("The card is the network; --network names another.", "Leave it out.")
    args.network = str(args.target)
    run = CardRun(truth=args.truth, images=args.images, profile=args.profile, rule=rule)
    truth, images = read_truth(run, progress=console.progress)
    engine = open_engine(engine_options(args), progress=console.progress, cancel=cancel, notice=console.notice)
    found = fit_card(run, engine, truth=truth, images=images, cancel=cancel, progress=console.progress)
    least = args.least_boxes or LEAST_BOXES
    fitted = [fit for fit in found.classes if fit.boxes >= least and fit.finds_some]
    config = engine.identity.config
    calibration = calibration_of(fitted, config=config, rule=rule, truth=args.truth.name)
    written = None
    if fitted and (args.write or args.out is not None):
        written = write_to_card(args.target, calibration, config=config, out=args.out)
    console.left_out(found.notes)
    lines = [
        f"{args.target.resolve().name}, {calibration.preset}: {counted(found.searched, 'image', 'images')} searched, "
        f"{counted(found.reused, 'was', 'were')} searched before; IoU above {rule.iou_threshold:g}",
        *fit_lines(found.classes, chosen={fit.class_id: "" for fit in fitted}, least=least),
        f"written: {written}" if written else "Nothing was written; --write puts the thresholds into the card.",
    ]
    values = {
        "card": str(args.target),
        "preset": calibration.preset,
        "config_digest": config.digest,
        "iou": rule.iou_threshold,
        "searched": found.searched,
        "reused": found.reused,
        "classes": [fit_json(fit, set_=fit in fitted, tau=_best(fit)) for fit in found.classes],
        "written": None if written is None else str(written),
        "notes": list(found.notes),
    }
    console.result(lines, values)
    return LEFT_OUT if found.notes else DONE


def _run_project(args: argparse.Namespace, rule: CalibrationRule, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.store.project import Project
    from wsl_annotator.workflow.calibrate import LEAST_BOXES, apply_fits, check_some_box, fit_classes, movable

    notes: list[str] = []
    truth = _read_truth(args, console) if args.truth is not None else None
    with Project.open(args.target, read_only=args.dry_run, program="wsl-annotator calibrate") as project:
        known = _known_boxes(project, truth, args, notes)
        fits = fit_classes(project, known, rule=rule, cancel=cancel, progress=console.progress)
        check_some_box(fits, where=args.target if truth is None else args.truth)
        least = args.least_boxes or LEAST_BOXES
        moved = movable(fits, least_boxes=least, persons_too=args.all)
        changed = 0 if args.dry_run else apply_fits(project, moved)
    console.left_out(notes)
    marks = {fit.class_id: "" if fit.chosen != fit.current else "as good as before" for fit in moved}
    end = (
        "Nothing was written (--dry-run)."
        if args.dry_run
        else f"{changed} threshold{'' if changed == 1 else 's'} set in {args.target}; the window's proposals follow."
    )
    lines = [
        f"{args.target}: thresholds from {_whose(args)}; IoU above {rule.iou_threshold:g}",
        *fit_lines([fit for fit in fits if fit.fit is not None], chosen=marks, least=least),
        end,
    ]
    values = {
        "project": str(args.target),
        "iou": rule.iou_threshold,
        "classes": [fit_json(fit, set_=fit in moved and not args.dry_run, tau=fit.chosen) for fit in fits],
        "changed": changed,
        "notes": notes,
    }
    console.result(lines, values)
    return LEFT_OUT if notes else DONE


def _whose(args: argparse.Namespace) -> str:
    return "the boxes that a person accepted, adjusted or drew" if args.truth is None else str(args.truth)


def _read_truth(args: argparse.Namespace, console: Console) -> ImportSet:
    from wsl_annotator.workflow.import_ import read_annotations

    return read_annotations(args.truth, profile=args.profile, progress=console.progress)


def _known_boxes(project: Project, truth: ImportSet | None, args: argparse.Namespace, notes: list[str]) -> KnownBoxes:
    from wsl_annotator.workflow.calibrate import boxes_of_person, boxes_of_truth

    if truth is None:
        return boxes_of_person(project)
    notes += truth.problems
    return boxes_of_truth(project, truth, path=args.truth, notes=notes)


def fit_lines(fits: Sequence[ClassFit], *, chosen: dict[int, str], least: int) -> list[str]:
    """Return the fits as a table for a terminal.

    Args:
        fits: of the classes.
        chosen: class id -> remark, of the classes whose threshold is set.
        least: boxes that a class needs.
    """
    rows = []
    for fit in fits:
        found = fit.fit
        if found is None:
            rows.append((fit.name, f"{fit.current:.2f}", *["-"] * 7, "no box in a searched image"))
            continue
        remark = chosen.get(fit.class_id)
        if remark is None:
            remark = f"left alone: {_why_not(fit, least)}"
        best: TauFigures = found.best
        rows.append(
            (
                fit.name,
                f"{fit.current:.2f}",
                f"{best.threshold:.2f}",
                f"{found.low:.2f} .. {found.high:.2f}",
                str(found.boxes),
                str(found.images),
                f"{100 * found.current.average_precision:.1f}",
                f"{100 * best.average_precision:.1f}",
                f"{best.accepted:.0%}",
                remark,
            )
        )
    return table(_HEAD, rows)


def _why_not(fit: ClassFit, least: int) -> str:
    if fit.boxes < least:
        return f"below {counted(least, 'box', 'boxes')}"
    return "a person chose it" if fit.finds_some else "no threshold fits a box"


def _best(fit: ClassFit) -> float:
    return fit.current if fit.fit is None else fit.fit.best.threshold


def fit_json(fit: ClassFit, *, set_: bool, tau: float) -> dict[str, Any]:
    """Return one class's fit as JSON types.

    Args:
        fit: of the class.
        set_: whether its threshold is set.
        tau: the threshold that it has or would have.
    """
    found = fit.fit
    values: dict[str, Any] = {
        "class": fit.name,
        "threshold_before": fit.current,
        "threshold": tau,
        "set": set_,
        "by_person": fit.by_person,
        "boxes": fit.boxes,
        "unsearched_boxes": fit.unsearched,
    }
    if found is None:
        return values
    return values | {
        "best": found.best.threshold,
        "low": found.low,
        "high": found.high,
        "images": found.images,
        "ap_before": found.current.average_precision,
        "ap": found.best.average_precision,
        "fitting": found.best.accepted,
        "curve": [
            {
                "threshold": one.threshold,
                "ap": one.average_precision,
                "fitting": one.accepted,
                "proposals": one.proposals,
            }
            for one in found.curve
        ],
    }


VERB = Verb(
    name="calibrate",
    summary="fit the threshold of each class on boxes",
    description="Try thresholds from .05 to .95 on stored heat maps and take, for each class, the one with the best "
    "average precision. A card is fitted on true boxes of validation images, which are searched first (a stopped run "
    "goes on from there), and keeps thresholds for each search apart. A project is fitted on the boxes that a person "
    "accepted, adjusted or drew; no network runs, and a threshold that a person chose is left alone.",
    examples="""  wsl-annotator calibrate dogs.wsl
  wsl-annotator calibrate dogs-card --truth boxes.json --images photos --preset fast --write
  wsl-annotator calibrate dogs-card --truth VOC2007/Annotations --out dogs-card-fitted""",
    add=_add,
    run=_run,
)
