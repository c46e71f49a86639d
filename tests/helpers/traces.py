"""Searches made by hand: the scores are given, the boxes follow from the grid."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from wsl_annotator.core.config import PAPER, ExtractConfig, LocalizerConfig
from wsl_annotator.core.localization import Localization, SearchTrace
from wsl_annotator.localization.extract import PLATEAU_TOLERANCE, extract_boxes, localization_point
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.heatmap import pool_trace, pooled_weight
from wsl_annotator.localization.trace import TraceBuilder
from wsl_annotator.workflow.trace_run import TraceRun

WIDTH, HEIGHT, SIDE = 64, 48, 4
Levels = Sequence[tuple[Sequence[Sequence[float]], Sequence[int]]]

TWO_LEVELS: Levels = (
    ([[1.0, 2.0, -1.0, 0.5]], [1, 0]),
    ([[3.0, 0.0, 0.25, -2.0], [2.0, 1.0, -0.5, 0.75]], [0, 4]),
)
"""Rows: 0 root, 1 to 4 its children (2 and 1 kept), 5 to 8 those of row 2, 9 to 12 those of row 1 (5 and 9 kept)."""


def make_trace(levels: Levels = TWO_LEVELS, *, root_score: float = 0.0) -> SearchTrace:
    """Return a search: for each level the scores of the four children of each row of the beam, and who survives."""
    builder = TraceBuilder(np.array([0.0, 0.0, WIDTH, HEIGHT]), root_score)
    beam = np.array([[0.0, 0.0, WIDTH, HEIGHT]])
    for scores, kept in levels:
        children = child_boxes(beam, SIDE)
        builder.add_level(children, np.array(scores, dtype=np.float64), np.array(kept, dtype=np.intp))
        beam = children.reshape(-1, 4)[list(kept)]
    return builder.build()


def make_run(trace: SearchTrace | None = None, *, config: LocalizerConfig = PAPER, name: str = "photo.png") -> TraceRun:
    """Return the run that such a search means, as a network would have left it."""
    trace = make_trace() if trace is None else trace
    extract = ExtractConfig()
    heat = pool_trace(trace, config.heat, width=WIDTH, height=HEIGHT)
    point = localization_point(heat, tolerance=PLATEAU_TOLERANCE / pooled_weight(trace, config.heat))
    return TraceRun(
        file_name=name,
        sha256="",
        width=WIDTH,
        height=HEIGHT,
        localization=Localization("red", float(trace.score[0]), point, heat, trace),
        boxes=tuple(extract_boxes(heat, extract)),
        extract=extract,
        settings={"network": "toy", "localizer": config.to_dict()},
        heat_max=heat.maximum,
        has_heat=True,
    )
