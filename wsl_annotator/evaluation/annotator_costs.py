"""What a person's actions cost in seconds, with where each number comes from.

Every claim of seconds names these constants and comes with `SENSITIVITY`, as the sources differ.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Seconds a person needs.

    Attributes:
        verify_s: to look at one shown box and judge it. Konyushkova et al. 2018 (Learning Intelligent Dialogs for
            Bounding Box Annotation) use 1.8 s in their published code; Papadopoulos et al. 2016 (We Don't Need No
            Bounding-Boxes) measured about 1.6 s; the class default of the former's code is 3.5 s.
        draw_s: to draw a box from nothing. Papadopoulos et al. 2017 (Extreme Clicking) measured 7.0 s; with the
            protocol of ILSVRC (Su et al. 2012) it takes 25.5 s, the median that Konyushkova et al. use.
        edge_s: to drag one edge to its place; ours: a quarter of an extreme-clicking box, one of its four points.
        find_s: to find an object that no proposal shows; ours.
    """

    verify_s: float = 1.8
    draw_s: float = 7.0
    edge_s: float = 7.0 / 4
    find_s: float = 1.0


COST_SOURCES = (
    "a look: Konyushkova et al. 2018, whose code takes 1.8 s; drawing: extreme clicking, Papadopoulos et al. 2017; an "
    "edge: a quarter of that, as one of four points; finding what no proposal shows: our guess. Other studies give "
    "1.6 to 3.5 s for a look and 25.5 s for drawing"
)
"""Where the seconds come from, for people; see `Costs`."""

DEFAULT_COSTS = Costs()
SENSITIVITY: tuple[Costs, ...] = tuple(
    Costs(verify_s=verify_s, draw_s=draw_s) for draw_s in (7.0, 25.5) for verify_s in (1.6, 1.8, 3.5)
)
MAIN_OVERLAP = 0.7
"""The overlap at which a box is good enough to keep: the stricter of the two targets of Konyushkova et al. 2018."""
SECOND_OVERLAP = 0.5
"""The overlap of the VOC metric, and their laxer target."""
