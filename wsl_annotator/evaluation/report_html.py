"""The report as one HTML page that needs nothing else: no scripts, no fonts, no addresses of other places."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from html import escape

from wsl_annotator.evaluation.annotator_costs import COST_SOURCES, MAIN_OVERLAP
from wsl_annotator.evaluation.annotator_table import CENTRE, DRAWING, PERFECT, PROPOSALS, WHOLE
from wsl_annotator.evaluation.report import AnnotatorFigures, EvaluationReport, Figures, WorstPair
from wsl_annotator.evaluation.report_charts import (
    class_bars,
    curve_panel,
    percent,
    seconds,
    seconds_bars,
    share_bar,
    worst_picture,
)
from wsl_annotator.evaluation.report_style import SERIES, STYLE

PROTOCOLS = {
    "labels": "Every image was searched for the classes it is known to show (labels given).",
    "some": "Images were searched for some classes that they do not show, too.",
    "all": "Every image was searched for every class.",
}
METHODS = {
    PROPOSALS: "these proposals",
    CENTRE: "centre box",
    WHOLE: "whole image",
    DRAWING: "drawing by hand",
    PERFECT: "perfect proposals",
}
_METHOD_COLORS = {PROPOSALS: SERIES[0], DRAWING: SERIES[1]}
_COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("classification_ap", "Classifi-<br>cation AP", "average precision of whole images"),
    ("classification_ap_combined", "..com-<br>bined", "ranked by scores that other classes of the image raise"),
    ("point_ap", "Point<br>AP", "points, ranked by class score"),
    ("point_ap_18", "Point AP<br>18 px", "a point may miss by 18 pixels"),
    ("point_ap_heat", "Point AP<br>by heat", "points, ranked by the greatest heat"),
    ("point_ap_18_heat", "By heat<br>18 px", "points, ranked by the greatest heat; a point may miss by 18 pixels"),
    ("ratio", "Point/<br>class.", "point AP over classification AP, both ranked by class score"),
    ("point_share", "Points<br>right", "share of points inside an object, images with the class"),
    ("corloc", "CorLoc", "share of images whose best box exceeds IoU 0.5"),
    ("ap50", "AP50", "boxes above IoU 0.5, area under the curve"),
    ("ap50_11", "AP50<br>11 points", "boxes above IoU 0.5, VOC 2007"),
    ("coco_ap", "COCO<br>AP", "mean over IoU .50 to .95"),
)
_BAR_COLUMNS = ("point_ap", "corloc", "ap50")
_WORK_COLUMNS = (
    "Good enough<br>at IoU",
    "Seconds<br>a box",
    "Seconds an<br>image and class",
    "First proposal<br>good enough, %",
    "One of three<br>good enough, %",
    "Edges<br>dragged a box",
    "Length of drags,<br>% of diagonal",
    "Objects<br>proposed, %",
)


def render_report(report: EvaluationReport, *, pictures: Mapping[str, bytes] | None = None) -> str:
    """The page.

    Args:
        report: what was measured.
        pictures: image name -> JPEG or PNG bytes, small ones, for the worst images; those without show boxes alone.
    """
    title = "Evaluation of proposals"
    body = "".join(
        (
            f"<h1>{title}</h1>",
            _lead(report),
            _cards(report),
            _notes(report),
            _class_table(report),
            _curves(report),
            "<h2>Class by class</h2>",
            f'<div class="card wide" style="margin-top:14px">{class_bars(report.classes, report.mean)}</div>',
            _annotator(report),
            _worst(report, pictures or {}),
            _details(report),
            "<footer>Made by WSL Annotator. This page is complete in itself and may be passed on as one file.</footer>",
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _lead(report: EvaluationReport) -> str:
    judged = [entry for entry in report.classes if entry.searched]
    kinds = "1 class" if len(judged) == 1 else f"{len(judged)} classes"
    counts = f"{report.images:,} images, {kinds}, {sum(entry.objects for entry in judged):,} objects."
    return (
        f'<p class="lead">{counts} {PROTOCOLS[report.protocol]}</p>'
        f'<p class="lead">Judged: <b>{escape(report.answers)}</b></p>'
        f'<p class="lead">Truth: <b>{escape(report.truth)}</b></p>'
    )


def _cards(report: EvaluationReport) -> str:
    mean = report.mean
    work = _work(report, PROPOSALS)
    drawing = _work(report, DRAWING).seconds_per_box
    cards = [
        _card(
            "Time for a box",
            seconds(work.seconds_per_box),
            "s",
            f"{_saving(work.seconds_per_box, drawing)} drawing by hand ({seconds(drawing)} s); simulated at IoU "
            f"{MAIN_OVERLAP}",
            first=True,
        ),
        _card("Points right", percent(mean.point_share), "%", "of the points lie inside an object of their class"),
        _card("CorLoc", percent(mean.corloc), "%", "of images have a best box above IoU 0.5"),
        _card("Boxes, AP50", percent(mean.ap50), "%", f"at 11 points {percent(mean.ap50_11)} %"),
        _card("Point AP", percent(mean.point_ap), "%", f"with 18 pixels' tolerance {percent(mean.point_ap_18)} %"),
    ]
    if not math.isnan(mean.classification_ap):
        cards.append(
            _card(
                "Classification AP",
                percent(mean.classification_ap),
                "%",
                f"point AP is {mean.ratio:.2f} of it",
            )
        )
    return f'<div class="cards">{"".join(cards)}</div>'


def _card(name: str, value: str, unit: str, text: str, *, first: bool = False) -> str:
    kind = "card figure first" if first else "card figure"
    suffix = "" if value == "–" else f"<small>{unit}</small>"
    return f'<div class="{kind}"><span>{name}</span><b>{value}{suffix}</b><em>{text}</em></div>'


def _saving(value: float, reference: float) -> str:
    if math.isnan(value):
        return "not measured; against"
    change = 100 * (1 - value / reference)
    return (
        f"{change:.0f} % less than"
        if change >= 0.5
        else f"{-change:.0f} % more than"
        if change <= -0.5
        else "the same as"
    )


def _work(report: EvaluationReport, method: str, overlap: float = MAIN_OVERLAP) -> AnnotatorFigures:
    for entry in report.annotator:
        for figures in entry.figures:
            if entry.method == method and figures.overlap == overlap:
                return figures
    return AnnotatorFigures(overlap=overlap)


def _notes(report: EvaluationReport) -> str:
    if not report.notes:
        return ""
    items = "".join(f"<li>{escape(note)}</li>" for note in report.notes)
    return f'<div class="notes"><ul>{items}</ul></div>'


def _class_table(report: EvaluationReport) -> str:
    shown = [column for column in _COLUMNS if not math.isnan(getattr(report.mean, column[0]))]
    head = "".join(f'<th title="{escape(text)}">{name}</th>' for _, name, text in shown)
    rows = []
    for entry in report.classes:
        work = next((f.seconds_per_box for f in entry.annotator if f.overlap == MAIN_OVERLAP), math.nan)
        rows.append(
            f"<tr><td>{escape(entry.name)}</td><td>{entry.images:,}</td><td>{entry.objects:,}</td>"
            f"{_cells(entry.figures, shown)}<td>{seconds(work)}</td></tr>"
        )
    judged = [entry for entry in report.classes if entry.searched]
    total = sum(entry.images for entry in judged), sum(entry.objects for entry in judged)
    rows.append(
        f'<tr class="mean"><td>Mean</td><td>{total[0]:,}</td><td>{total[1]:,}</td>{_cells(report.mean, shown)}'
        f"<td>{seconds(_work(report, PROPOSALS).seconds_per_box)}</td></tr>"
    )
    return (
        "<h2>Measures</h2>"
        '<p class="hint">In percent. Images and objects in the last row are sums; its seconds are over all objects.</p>'
        '<div class="card wide"><table><thead><tr><th>Class</th><th>Images</th><th>Objects</th>'
        f'{head}<th title="simulated annotator, IoU {MAIN_OVERLAP}">Seconds<br>a box</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def _cells(figures: Figures, shown: list[tuple[str, str, str]]) -> str:
    cells = []
    for name, _, _ in shown:
        value = getattr(figures, name)
        if math.isnan(value):
            cells.append('<td class="none">–</td>')
        elif name in _BAR_COLUMNS:
            cells.append(f'<td><i><u style="width:{100 * value:.0f}%"></u></i>{percent(value)}</td>')
        else:
            cells.append(f"<td>{percent(value)}</td>")
    return "".join(cells)


def _curves(report: EvaluationReport) -> str:
    classes = [entry for entry in report.classes if entry.searched]
    panels = []
    for kind, title, attribute in (
        ("boxes", "Boxes above IoU 0.5", "ap50_11" if report.interpolation == "11" else "ap50"),
        ("points", "Points, ranked by class score", "point_ap"),
        ("classification", "Classification of whole images", "classification_ap"),
    ):
        if any(entry.curves.get(kind) for entry in classes):
            values = [getattr(entry.figures, attribute) for entry in classes]
            panels.append(curve_panel(title, classes, kind=kind, values=values))
    return (
        '<h2>Precision and recall</h2><p class="hint">How many answers are right, as more and more of them are taken, '
        f'the surest first. The numbers are average precisions.</p><div class="panels">{"".join(panels)}</div>'
    )


def _annotator(report: EvaluationReport) -> str:
    main = _work(report, PROPOSALS)
    panels = []
    for overlap in sorted({figures.overlap for entry in report.annotator for figures in entry.figures}, reverse=True):
        rows = [
            (
                METHODS.get(entry.method, entry.method),
                figures.seconds_per_box,
                _METHOD_COLORS.get(entry.method, "#9aa3b0"),
            )
            for entry in report.annotator
            for figures in entry.figures
            if figures.overlap == overlap
        ]
        chart = seconds_bars(rows, label=f"Seconds a box at IoU {overlap}")
        panels.append(f'<div class="card"><h3>Seconds a box, good enough at IoU {overlap}</h3>{chart}</div>')
    shares = share_bar(
        [
            ("accepted as proposed", main.accepted, SERIES[2]),
            ("edges dragged", main.edited, SERIES[5]),
            ("drawn anew", main.drawn, SERIES[1]),
        ],
        label="What becomes of the objects",
    )
    costs = report.costs
    return (
        "<h2>What the proposals save</h2>"
        '<p class="hint">A simulated annotator knows the true boxes and works the cheapest way: every proposal is '
        f"looked at ({costs.verify_s:g} s), accepted if it is good enough, else its edges are dragged "
        f"({costs.edge_s:g} s each) or the box is drawn anew ({costs.draw_s:g} s, and {costs.find_s:g} s to find what "
        "no proposal shows). The classes of each image are given. No person was timed.</p>"
        f'<div class="panels wider">{"".join(panels)}</div>'
        f'<div class="card" style="margin-top:14px"><h3>What becomes of the objects at IoU {MAIN_OVERLAP}</h3>{shares}'
        f"{_work_table(report)}</div>{_sensitivity(report)}"
    )


def _work_table(report: EvaluationReport) -> str:
    figures = next((entry.figures for entry in report.annotator if entry.method == PROPOSALS), ())
    rows = "".join(
        f"<tr><td>{f.overlap:g}</td><td>{seconds(f.seconds_per_box)}</td><td>{seconds(f.seconds_per_image)}</td>"
        f"<td>{percent(f.acceptance)}</td><td>{percent(f.acceptance_of_three)}</td>"
        f"<td>{'–' if math.isnan(f.edges_per_box) else f'{f.edges_per_box:.2f}'}</td>"
        f"<td>{percent(f.correction_distance)}</td><td>{percent(f.recall)}</td></tr>"
        for f in figures
    )
    return (
        f'<div class="wide" style="margin-top:14px"><table><thead><tr>{_head(*_WORK_COLUMNS)}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _head(*names: str) -> str:
    return "".join(f"<th>{name}</th>" for name in names)


def _sensitivity(report: EvaluationReport) -> str:
    methods = [entry.method for entry in report.annotator]
    head = _head("IoU", "look, s", "draw, s", *(METHODS[method] for method in methods))
    rows = "".join(
        f"<tr><td>{row.overlap:g}</td><td>{row.costs.verify_s:g}</td><td>{row.costs.draw_s:g}</td>"
        + "".join(f"<td>{seconds(row.seconds.get(method, math.nan))}</td>" for method in methods)
        + "</tr>"
        for row in report.sensitivity
    )
    return (
        '<details class="card"><summary>If people are slower or faster than assumed</summary>'
        '<p class="hint">Seconds a box under the costs that different studies report.</p><div class="wide"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
        "</details>"
    )


def _worst(report: EvaluationReport, pictures: Mapping[str, bytes]) -> str:
    if not report.worst:
        return ""
    cards = "".join(_worst_card(pair, pictures) for pair in report.worst)
    legend = (
        '<ul class="legend"><li><span class="key"></span>true box</li><li><span class="key guess"></span>proposal</li>'
        '<li><span class="key other"></span>difficult or crowd, not counted</li>'
        '<li><span class="key dot"></span>localization point</li></ul>'
    )
    return (
        '<h2>Where it goes wrong</h2><p class="hint">The images in which no proposal comes near an object of the '
        f'class, the largest objects first.</p>{legend}<div class="worst">{cards}</div>'
    )


def _worst_card(pair: WorstPair, pictures: Mapping[str, bytes]) -> str:
    point = "" if pair.point is None else f"; point {'right' if pair.point_right else 'wrong'}"
    objects = "1 object" if len(pair.objects) == 1 else f"{len(pair.objects)} objects"
    return (
        f'<figure class="card"><div class="photo">{worst_picture(pair, pictures)}</div>'
        f"<figcaption><b>{escape(pair.class_name)}</b> · {escape(pair.image)}<br>best IoU {pair.overlap:.2f}, {objects}"
        f"{point}; {seconds(pair.seconds)}&nbsp;s&nbsp;a&nbsp;box</figcaption></figure>"
    )


def _details(report: EvaluationReport) -> str:
    coco = "".join(f"<tr><td>{escape(name)}</td><td>{percent(value)}</td></tr>" for name, value in report.coco.items())
    settings = "".join(
        f"<dt>{escape(str(name))}</dt><dd>{escape(value if isinstance(value, str) else json.dumps(value))}</dd>"
        for name, value in report.settings.items()
    )
    points = "11 points (VOC 2007)" if report.interpolation == "11" else "area under the curve (VOC 2010 and later)"
    notes = _METHOD_NOTES.format(points=points, costs=COST_SOURCES)
    return (
        "<h2>In full</h2>"
        '<details class="card"><summary>COCO\'s twelve figures, in percent</summary>'
        f'<div class="wide"><table style="max-width:320px"><tbody>{coco}</tbody></table></div></details>'
        f'<details class="card"><summary>How it was measured</summary><dl>{notes}</dl>'
        "</details>"
        f'<details class="card"><summary>What the proposals were made with</summary><dl>{settings}</dl></details>'
    )


_METHOD_NOTES = """<dt>Average precision</dt><dd>of classification and points: {points}; equal scores in the order of
the images.</dd><dt>Points</dt><dd>right inside a true box of the class; a wrong one is a false positive and its object
stays missed.</dd><dt>Boxes</dt><dd>AP50 and CorLoc ask for an IoU above 0.5; a second box on an object is a false
positive. COCO AP asks for IoU .50 to .95 and reads the precision at 101 recalls.</dd><dt>Difficult objects, crowds</dt>
<dd>count neither as found nor as missed; CorLoc alone takes difficult ones as objects.</dd><dt>Means</dt><dd>over the
classes that were searched and have an object; the ratio is that of the two means.</dd>
<dt>Seconds</dt><dd>{costs}.</dd>"""
