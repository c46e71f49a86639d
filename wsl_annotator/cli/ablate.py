"""`wsl-annotator ablate`: one table of what each part of the search brings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.cli.arguments import add_json, add_network, network_spec, positive
from wsl_annotator.cli.console import Console, table
from wsl_annotator.cli.exit_codes import DONE, LEFT_OUT
from wsl_annotator.cli.verb import UsageError, Verb
from wsl_annotator.core.cancel import CancelToken

if TYPE_CHECKING:
    from wsl_annotator.workflow.ablate import AblationTable


def _add(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("what to judge by")
    group.add_argument("--images", type=Path, required=True, metavar="DIR", help="folder of images")
    group.add_argument(
        "--labels", type=Path, required=True, metavar="FILE|DIR", help="which classes are in an image; as for `new`"
    )
    group.add_argument(
        "--truth",
        type=Path,
        required=True,
        metavar="FILE|DIR",
        help="true boxes: COCO JSON, a VOC XML file, or a folder of them",
    )
    group.add_argument("--list", type=Path, metavar="FILE", help="only these images, one name a line")
    group.add_argument("--first", type=positive, metavar="N", help="only the first N by name")
    group.add_argument("--last", type=positive, metavar="N", help="of these only the last N")
    group.add_argument(
        "--thresholds",
        type=Path,
        metavar="table.json",
        help="take the thresholds that an earlier table fitted on OTHER images; by default those of the card that "
        "`calibrate` wrote, else 0.5",
    )
    parser.add_argument("--rows", metavar="ROW,...", help="only these rows of the table; default all")
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="table.json",
        help="of the table; what was found is kept beside it, and the same command goes on from there",
    )
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table as Markdown too")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write the table as a page too")
    parser.add_argument(
        "--timed",
        type=positive,
        default=20,
        metavar="N",
        help="images and classes that are searched a second time, nothing shared, for the seconds; default 20",
    )
    parser.add_argument("--restart", action="store_true", help="throw away what an earlier run of this --out found")
    add_network(parser)
    add_json(parser)


def _run(args: argparse.Namespace, console: Console, cancel: CancelToken) -> int:
    from wsl_annotator.workflow.ablate import AblationRun, ablate
    from wsl_annotator.workflow.ablate_data import ImageChoice, read_ablation_data
    from wsl_annotator.workflow.ablate_figures import row_thresholds
    from wsl_annotator.workflow.ablate_rows import choose_rows
    from wsl_annotator.workflow.ablate_table import check_outs, write_table

    outs = [path for path in (args.out, args.markdown, args.html) if path is not None]
    inputs = [path for path in (args.labels, args.truth, args.list, args.thresholds) if path is not None]
    if len(set(outs)) < len(outs):
        raise UsageError("--out, --markdown and --html name one file.", "Give each its own.")
    check_outs(outs, inputs=inputs)
    rows = choose_rows(tuple(key.strip() for key in args.rows.split(",") if key.strip()) if args.rows else ())
    data = read_ablation_data(
        images=args.images,
        labels=args.labels,
        truth=args.truth,
        choice=ImageChoice(names=args.list, first=args.first, last=args.last),
        progress=console.progress,
    )
    run = AblationRun(
        out=args.out,
        rows=rows,
        network=network_spec(args),
        class_map=args.class_map,
        thresholds=row_thresholds(rows, network=args.network, earlier=args.thresholds),
        timed=args.timed,
        device=args.device,
        threads=args.threads or 1,
        restart=args.restart,
    )
    found = ablate(run, data, cancel=cancel, progress=console.progress, notice=console.notice)
    write_table(found, args.out, markdown=args.markdown, html=args.html)
    console.left_out(found.skipped)
    console.result([*table_lines(found), *(f"written: {path}" for path in outs)], found.to_json())
    return LEFT_OUT if found.skipped else DONE


def table_lines(found: AblationTable) -> list[str]:
    """Return the table for a terminal, in percent but for ratio, seconds and passes."""
    from wsl_annotator.workflow.ablate_table import COLUMNS, cells, remarks

    head = ("row", *(column.short for column in COLUMNS))
    rows = [(row.title, *cells(row)) for row in found.rows]
    return [*table(head, rows), "", *remarks(found)]


VERB = Verb(
    name="ablate",
    summary="one table of what each part of the search brings",
    description="Search labelled images with true boxes by baselines, by the paper's search, by each change of it "
    "alone and by the presets, and print points, boxes, seconds and passes of all side by side. Only the classes that "
    "an image shows are searched. Nothing is changed.",
    examples="""  wsl-annotator ablate --images photos --labels l.csv --truth boxes.json --network net --out table.json
  wsl-annotator ablate --images a --labels l.csv --truth t.json --network net --first 1000 --last 200 --out tune.json
  wsl-annotator ablate --images b --labels l.csv --truth t.json --network net --thresholds tune.json --out b.json""",
    add=_add,
    run=_run,
)
