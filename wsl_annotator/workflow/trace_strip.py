"""A search as a strip of pictures: the boxes of some levels side by side, then the heat map and its boxes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import Localization, SearchTrace
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.imaging.overlay import OverlayBox, draw_overlay
from wsl_annotator.imaging.unseen import unseen_areas
from wsl_annotator.workflow.overlays import picture_of

EARLIER, CURRENT = "#3d8bffb0", "#ff2b2bf0"
PANEL_HEIGHT = 300
GAP = 10
BACKGROUND = "#ffffff"


def draw_strip(
    image: DecodedImage,
    localization: Localization,
    *,
    extract: ExtractConfig,
    scope: SearchScope = WHOLE_IMAGE,
    panels: int = 5,
) -> Image.Image:
    """Return the strip as a Pillow RGB image.

    Args:
        image: the upright image, or a reduced copy.
        localization: with a trace, or without: then there is the heat map only.
        extract: how the heat map becomes boxes.
        scope: what of the image was searched; the rest is marked.
        panels: levels shown, evenly spaced from the first to the last.

    Source: Bency et al. 2016, fig. 3: candidates of earlier levels blue, those of the level red; differs: survivors
    only, and the last panel shows the heat map with the extracted boxes.
    """
    pictures: list[Image.Image] = []
    if localization.trace is not None:
        for level in shown_levels(localization.trace, panels):
            pictures.append(_to_height(draw_level(image, localization.trace, level, scope=scope)))
    final = picture_of(image, localization, extract=extract, scope=scope)
    pictures.append(_to_height(final))
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
    strip = Image.new("RGB", (width, PANEL_HEIGHT + 2 * GAP), BACKGROUND)
    left = GAP
    for picture in pictures:
        strip.paste(picture, (left, GAP))
        left += picture.width + GAP
    return strip


def shown_levels(trace: SearchTrace, panels: int) -> list[int]:
    """Return at most `panels` levels from 1 to the deepest, evenly spaced, both ends among them."""
    steps = np.linspace(1, max(trace.depth, 1), num=min(panels, max(trace.depth, 1)))
    return sorted({round(float(step)) for step in steps})


def draw_level(
    image: DecodedImage,
    trace: SearchTrace,
    level: int,
    *,
    scope: SearchScope = WHOLE_IMAGE,
    heat: NDArray[np.float32] | None = None,
    found: Sequence[OverlayBox] = (),
    point: tuple[float, float] | None = None,
    caption: str = "",
) -> Image.Image:
    """Return one level of a search as a Pillow RGB image, twice as large as it is meant to be shown.

    Args:
        image: the upright image, or a reduced copy.
        trace: the search.
        level: 0 shows no box: the root is all that was searched.
        scope: what of the image was searched; the rest is marked.
        heat: float32 (h, w) in [0, 1] drawn below the boxes, or none.
        found: boxes that were extracted, drawn on top.
        point: (x, y) marked by a ring, in upright pixels.
        caption: at the bottom left; empty draws `level N`.
    """
    earlier = _boxes(trace, trace.kept & (trace.level < level) & (trace.level > 0))
    current = _boxes(trace, trace.kept & (trace.level == level) & (trace.level > 0))
    picture = draw_overlay(
        image.rgb,
        width=image.width,
        height=image.height,
        unseen=unseen_areas(scope, width=image.width, height=image.height),
        heat=heat,
        max_side=_side(image),
    )
    scale = (picture.width / image.width, picture.height / image.height)
    lines = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(lines)
    for boxes, color, width in ((earlier, EARLIER, 2), (current, CURRENT, 5)):
        for box in boxes:
            x1, y1, x2, y2 = (edge * scale[axis % 2] for axis, edge in enumerate(box.xyxy))
            draw.rectangle((x1, y1, max(x1 + 1, x2 - 1), max(y1 + 1, y2 - 1)), outline=color, width=width)
    joined = Image.alpha_composite(picture.convert("RGBA"), lines).convert("RGB")
    return draw_overlay(
        np.asarray(joined),
        width=image.width,
        height=image.height,
        boxes=found,
        point=point,
        max_side=_side(image),
        caption=caption or f"level {level}",
    )


def _boxes(trace: SearchTrace, rows: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> list[Box]:
    return [Box(*(float(edge) for edge in row)) for row in np.unique(trace.boxes[rows], axis=0)]


def _side(image: DecodedImage) -> int:
    """Return the longer side of a panel, drawn at twice its size so that lines are fine once it is reduced."""
    return round(2 * PANEL_HEIGHT * max(1.0, image.width / image.height))


def _to_height(picture: Image.Image) -> Image.Image:
    width = max(1, round(picture.width * PANEL_HEIGHT / picture.height))
    return picture.resize((width, PANEL_HEIGHT), Image.Resampling.LANCZOS)
