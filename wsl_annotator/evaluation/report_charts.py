"""The report's drawings as inline SVG: curves, bars, and boxes on photos."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from html import escape

from wsl_annotator.evaluation.report import ClassReport, Curve, Figures, WorstPair
from wsl_annotator.evaluation.report_style import DASHES, SERIES

MANY = 8
"""More classes than this are drawn grey, but for the best and worst three."""
BARS: tuple[tuple[str, str], ...] = (
    ("classification_ap", "classification"),
    ("point_ap", "points"),
    ("corloc", "CorLoc"),
    ("ap50", "boxes, AP50"),
)


def percent(value: float) -> str:
    """A share for people: `74.2`, or a dash where it could not be measured."""
    return "–" if math.isnan(value) else f"{100 * value:.1f}"


def seconds(value: float) -> str:
    """Seconds for people: `4.9`, or a dash."""
    return "–" if math.isnan(value) else f"{value:.1f}"


def style_of(index: int) -> tuple[str, str]:
    """The colour and dashes of the class at a place."""
    return SERIES[index % len(SERIES)], DASHES[index // len(SERIES) % len(DASHES)]


def curve_panel(title: str, classes: Sequence[ClassReport], *, kind: str, values: Sequence[float]) -> str:
    """A card with the precision-recall curves of all classes.

    Args:
        title: above the drawing.
        classes: with a curve of this kind, perhaps an empty one.
        kind: `boxes`, `points` or `classification`.
        values: the average precision of each class, for the legend.
    """
    left, top, width, height = 40, 8, 268, 216
    parts = [f'<svg viewBox="0 0 {left + width + 12} {top + height + 36}" role="img" aria-label="{escape(title)}">']
    for step in range(6):
        x, y = left + width * step / 5, top + height * (1 - step / 5)
        parts.append(f'<path class="grid" d="M{x:.1f} {top}V{top + height}M{left} {y:.1f}H{left + width}"/>')
        parts.append(f'<text x="{x:.1f}" y="{top + height + 15}" text-anchor="middle">{20 * step}</text>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{20 * step}</text>')
    parts.append(f'<path class="axis" d="M{left} {top}V{top + height}H{left + width}"/>')
    parts.append(f'<text x="{left + width / 2}" y="{top + height + 31}" text-anchor="middle">recall, %</text>')
    parts.append(
        f'<text transform="translate(10 {top + height / 2}) rotate(-90)" text-anchor="middle">precision, %</text>'
    )
    shown = _highlighted(values)
    for index in sorted(range(len(classes)), key=lambda i: i in shown):
        curve = classes[index].curves.get(kind, Curve())
        if not curve.recall:
            continue
        points = _steps(curve, left=left, top=top, width=width, height=height)
        name = f"<title>{escape(classes[index].name)}: AP {percent(values[index])} %</title>"
        if index in shown:
            color, dash = style_of(shown.index(index))
            dashes = f' stroke-dasharray="{dash}"' if dash else ""
            parts.append(f'<path class="curve" stroke="{color}"{dashes} d="{points}">{name}</path>')
        else:
            parts.append(f'<path class="curve muted" d="{points}">{name}</path>')
    parts.append("</svg>")
    entries = [_legend_entry(classes[index].name, values[index], place) for place, index in enumerate(shown)]
    if len(shown) < len(classes):
        entries.append(f"<li>grey: {len(classes) - len(shown)} more classes</li>")
    return f'<div class="card"><h3>{escape(title)}</h3>{"".join(parts)}<ul class="legend">{"".join(entries)}</ul></div>'


def _highlighted(values: Sequence[float]) -> list[int]:
    """The places of the classes that get a colour: all of a few, else the best and the worst three."""
    known = [index for index, value in enumerate(values) if not math.isnan(value)]
    if len(known) <= MANY:
        return known
    ordered = sorted(known, key=lambda index: -values[index])
    return ordered[:3] + ordered[-3:]


def _legend_entry(name: str, value: float, place: int) -> str:
    color, dash = style_of(place)
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    line = f'<path d="M0 4H20" stroke="{color}" stroke-width="3"{dashes}/>'
    swatch = f'<svg width="20" height="8" viewBox="0 0 20 8">{line}</svg>'
    return f"<li>{swatch}{escape(name)} <b>{percent(value)}</b></li>"


def _steps(curve: Curve, *, left: float, top: float, width: float, height: float) -> str:
    """The path of a curve; it starts at the left edge with the first precision."""
    points = [(0.0, curve.precision[0]), *zip(curve.recall, curve.precision, strict=True)]
    return "M" + "L".join(f"{left + width * x:.1f} {top + height * (1 - y):.1f}" for x, y in points)


def class_bars(classes: Sequence[ClassReport], mean: Figures) -> str:
    """Bars of the main measures for each class and the mean, one row a class."""
    measured = [(name, label) for name, label in BARS if not math.isnan(getattr(mean, name))]
    rows = [(entry.name, entry.figures) for entry in classes if entry.searched]
    rows.append(("mean", mean))
    left, width, bar, gap = 132, 700, 11, 14
    step = len(measured) * (bar + 2) + gap
    height = len(rows) * step + 22
    parts = [f'<svg viewBox="0 0 {left + width + 60} {height}" role="img" aria-label="Measures of each class">']
    for tick in range(0, 101, 20):
        x = left + width * tick / 100
        parts.append(f'<path class="grid" d="M{x:.1f} 0V{height - 20}"/>')
        parts.append(f'<text x="{x:.1f}" y="{height - 5}" text-anchor="middle">{tick} %</text>')
    for number, (name, figures) in enumerate(rows):
        top = number * step + 4
        middle = top + len(measured) * (bar + 2) / 2
        weight = ' style="font-weight:650"' if name == "mean" and number == len(rows) - 1 else ""
        shown = name if len(name) <= 18 else name[:17] + "…"
        parts.append(
            f'<text class="name" x="{left - 12}" y="{middle + 4:.1f}" text-anchor="end"{weight}>{escape(shown)}</text>'
        )
        for place, (attribute, label) in enumerate(measured):
            value = getattr(figures, attribute)
            y = top + place * (bar + 2)
            if math.isnan(value):
                parts.append(f'<text x="{left + 5}" y="{y + bar - 1}">–</text>')
                continue
            title = f"<title>{escape(name)}, {label}: {percent(value)} %</title>"
            parts.append(
                f'<rect x="{left}" y="{y}" width="{max(width * value, 1):.1f}" height="{bar}" rx="2.5" '
                f'fill="{SERIES[place]}">{title}</rect>'
            )
            parts.append(f'<text x="{left + width * value + 6:.1f}" y="{y + bar - 1.5}">{percent(value)}</text>')
    parts.append("</svg>")
    legend = "".join(f"<li>{_swatch(SERIES[place])}{label}</li>" for place, (_, label) in enumerate(measured))
    return f'<div class="bars"><ul class="legend" style="margin:0 0 12px">{legend}</ul>{"".join(parts)}</div>'


def _swatch(color: str) -> str:
    return f'<svg width="12" height="12"><rect width="12" height="12" rx="3" fill="{color}"/></svg>'


def seconds_bars(rows: Sequence[tuple[str, float, str]], *, label: str) -> str:
    """Bars of seconds.

    Args:
        rows: name, seconds and colour of each; one that is NaN is left out.
        label: of the whole drawing, for those who cannot see it.
    """
    known = [row for row in rows if not math.isnan(row[1])]
    longest = max((value for _, value, _ in known), default=1.0) or 1.0
    left, width, bar, step = 150, 330, 18, 30
    parts = [f'<svg viewBox="0 0 {left + width + 60} {len(known) * step}" role="img" aria-label="{escape(label)}">']
    for number, (name, value, color) in enumerate(known):
        y = number * step + 6
        parts.append(f'<text class="name" x="{left - 12}" y="{y + 13.5}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect class="track" x="{left}" y="{y}" width="{width}" height="{bar}" rx="4"/>')
        parts.append(
            f'<rect x="{left}" y="{y}" width="{max(width * value / longest, 2):.1f}" height="{bar}" rx="4" '
            f'fill="{color}"/>'
        )
        parts.append(f'<text class="value" x="{left + width + 8}" y="{y + 13.5}">{seconds(value)} s</text>')
    return "".join(parts) + "</svg>"


def share_bar(shares: Sequence[tuple[str, float, str]], *, label: str) -> str:
    """One bar cut into shares of the whole, with its legend.

    Args:
        shares: name, share in [0, 1] and colour of each.
        label: of the whole drawing, for those who cannot see it.
    """
    width, parts, x = 540.0, [], 0.0
    for name, share, color in shares:
        if math.isnan(share) or share <= 0:
            continue
        parts.append(
            f'<rect x="{x:.1f}" y="0" width="{width * share:.1f}" height="22" fill="{color}">'
            f"<title>{escape(name)}: {percent(share)} %</title></rect>"
        )
        x += width * share
    legend = "".join(
        f"<li>{_swatch(color)}{escape(name)} <b>{percent(share)} %</b></li>" for name, share, color in shares
    )
    clip = '<clipPath id="round"><rect width="540" height="22" rx="5"/></clipPath>'
    return (
        f'<svg viewBox="0 0 540 22" role="img" aria-label="{escape(label)}">{clip}<g clip-path="url(#round)">'
        f'{"".join(parts)}</g></svg><ul class="legend">{legend}</ul>'
    )


def data_uri(content: bytes) -> str:
    """A JPEG or PNG as an address that holds it."""
    kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode('ascii')}"


def worst_picture(pair: WorstPair, pictures: Mapping[str, bytes]) -> str:
    """A photo with its true boxes, proposals and point; the boxes alone where there is no photo."""
    width, height = pair.width, pair.height
    label = f"{pair.class_name} in {pair.image}: true boxes and proposals"
    parts = [f'<svg viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{escape(label)}">']
    if pair.image in pictures:
        parts.append(
            f'<image width="{width:g}" height="{height:g}" preserveAspectRatio="none" '
            f'href="{data_uri(pictures[pair.image])}"/>'
        )
    else:
        parts.append(f'<rect class="blank" width="{width:g}" height="{height:g}"/>')
    kinds = [("other", box, "difficult or crowd") for box in pair.ignored]
    kinds += [("truth", box, "true box") for box in pair.objects]
    kinds += [
        ("guess", box, f"proposal, score {score:.2f}")
        for box, score in reversed(list(zip(pair.proposals, pair.scores, strict=True)))
    ]
    for kind, (x1, y1, x2, y2), title in kinds:
        frame = f'x="{x1:.1f}" y="{y1:.1f}" width="{x2 - x1:.1f}" height="{y2 - y1:.1f}"'
        parts.append(f'<rect class="halo" {frame}/>')
        parts.append(f'<rect class="box {kind}" {frame}><title>{title}</title></rect>')
    if pair.point is not None:
        radius = max(width, height) / 60
        x, y = pair.point
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#000" stroke="#fff" '
            f'stroke-width="{radius / 1.6:.1f}"><title>localization point</title></circle>'
        )
    return "".join(parts) + "</svg>"
