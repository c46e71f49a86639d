"""An ablation as a file: JSON, a Markdown table, and one self-contained page."""

from __future__ import annotations

import html as html_text
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from wsl_annotator.core.errors import FormatError
from wsl_annotator.evaluation.annotator_costs import DEFAULT_COSTS
from wsl_annotator.evaluation.report_style import STYLE
from wsl_annotator.formats.atomic import atomic_write, write_json
from wsl_annotator.workflow.ablate import AblationTable
from wsl_annotator.workflow.ablate_figures import RowFigures


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table.

    Attributes:
        short: its name where there is little room.
        title: its name.
        value: of a row; NaN is shown as a dash.
        percent: whether a share in [0, 1] is shown as percent.
        digits: after the point.
    """

    short: str
    title: str
    value: Callable[[RowFigures], float]
    percent: bool = True
    digits: int = 1


COLUMNS: tuple[Column, ...] = (
    Column("inside", "points inside, %", lambda row: row.share),
    Column("pt AP", "point AP, %", lambda row: row.point_ap),
    Column("cls AP", "classification AP, %", lambda row: row.classification_ap),
    Column("ratio", "point / classification", lambda row: row.ratio, percent=False, digits=2),
    Column("CorLoc", "CorLoc, %", lambda row: row.corloc),
    Column("AP50", "AP50, %", lambda row: row.ap50),
    Column("..at .5", "AP50 at 0.5, %", lambda row: row.ap50_cold),
    Column("s", "seconds a search", lambda row: row.seconds, percent=False, digits=2),
    Column("passes", "passes", lambda row: row.passes, percent=False, digits=0),
    Column("s/box .7", "annotator, s a box at IoU .7", lambda row: row.annotator[0], percent=False, digits=2),
    Column("s/box .5", "annotator, s a box at IoU .5", lambda row: row.annotator[1], percent=False, digits=2),
)


def cells(row: RowFigures) -> list[str]:
    """Return a row's cells as text, in the order of `COLUMNS`."""
    return [_cell(column, column.value(row)) for column in COLUMNS]


def _cell(column: Column, value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{100 * value if column.percent else value:.{column.digits}f}"


def remarks(table: AblationTable) -> list[str]:
    """Return the sentences that a reader of the figures needs."""
    settings = table.settings
    costs = DEFAULT_COSTS
    return [
        f"{table.images} images, {settings['first_image']} to {settings['last_image']}; {table.pairs} images and "
        f"classes searched; network {settings['network']}.",
        "Points at tolerance 0, ranked by class score; CorLoc, AP50 and the annotator at each row's class thresholds, "
        "on images that are known to show the class.",
        f"Seconds are medians and passes means over the first {settings['timed_pairs']} images and classes, nothing "
        f"shared, {settings['threads']} thread(s), {settings['device']}.",
        f"Simulated annotator: a look {costs.verify_s:g} s, an edge {costs.edge_s:g} s, a box drawn {costs.draw_s:g} "
        f"s, found {costs.find_s:g} s; no person was timed. The image centre's boxes have the mean size of true ones.",
    ]


def markdown_of(table: AblationTable) -> str:
    """Return the table as Markdown."""
    lines = [
        "| search | " + " | ".join(column.title for column in COLUMNS) + " |",
        "|---|" + "---:|" * len(COLUMNS),
        *(f"| {row.title} | " + " | ".join(cells(row)) + " |" for row in table.rows),
    ]
    return "\n".join([*lines, "", *remarks(table), ""])


def page_of(table: AblationTable) -> str:
    """Return the table as one self-contained HTML page."""
    escape = html_text.escape
    head = "".join(f"<th scope=col>{escape(column.title)}</th>" for column in COLUMNS)
    rows = "".join(
        f"<tr><td>{escape(row.title)}</td>" + "".join(f"<td>{escape(text)}</td>" for text in cells(row)) + "</tr>"
        for row in table.rows
    )
    hints = "".join(f"<p class=hint>{escape(text)}</p>" for text in remarks(table))
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        '<meta name=viewport content="width=device-width,initial-scale=1"><title>Ablation</title>'
        f"<style>{STYLE}</style></head><body><main><h1>What each part of the search brings</h1>"
        f"<div class='card wide'><table><thead><tr><th scope=col>search</th>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{hints}</main></body></html>\n"
    )


def check_outs(paths: Sequence[Path], *, inputs: Sequence[Path]) -> None:
    """Refuse files that would replace what is judged by, before any work is done.

    Raises:
        FormatError: a path is a folder, or one of the inputs.
    """
    for path in paths:
        if path.is_dir():
            raise FormatError(f"{path} is a folder.", "Give a file name such as table.json.")
        for other in inputs:
            if path.exists() and other.exists() and path.samefile(other):
                raise FormatError(f"{path} is read by this command.", "Choose another name for the table.")


def write_table(table: AblationTable, out: Path, *, markdown: Path | None = None, html: Path | None = None) -> None:
    """Write the table as JSON, and as Markdown or a page where a file is given for them.

    Raises:
        FormatError: a file cannot be written; an older one is unchanged.
    """
    write_json(out, table.to_json(), indent=1)
    for path, text in ((markdown, markdown_of), (html, page_of)):
        if path is not None:
            with atomic_write(path) as stream:
                stream.write(text(table))
