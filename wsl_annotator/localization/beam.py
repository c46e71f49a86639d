"""The beam search over sub-grids, for all classes of an image in lock-step.

Source: Bency et al. 2016, section 3.4. The search knows boxes and scores only; where the scores come from (crops of
the image, or one feature map of the whole) is the scorer's.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import BeamConfig
from wsl_annotator.core.localization import SearchTrace
from wsl_annotator.core.progress import Progress, ProgressCallback
from wsl_annotator.localization.grid import child_boxes
from wsl_annotator.localization.selection import select_beam
from wsl_annotator.localization.trace import TraceBuilder

MAX_DEPTH = 255
"""Levels fit in the trace's uint8."""


class ChildScorer(Protocol):
    """Scores the sub-grids of boxes for all classes of one image."""

    @property
    def padded_rows(self) -> int:
        """Rows of batches that were padding, so far."""
        ...

    def score_root(self, cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (C,), the log-odds of each class for the whole image."""
        ...

    def score_children(self, boxes: NDArray[np.float64], cancel: CancelToken) -> NDArray[np.float64]:
        """Return float64 (N, 4, C), the log-odds of each child of each box.

        Args:
            boxes: float64 (N, 4) without repeats, xyxy in upright pixels of the original image.
            cancel: checked before each batch.

        Raises:
            Cancelled: the token was set.
        """
        ...


def search(
    scorer: ChildScorer,
    config: BeamConfig,
    *,
    classes: int,
    side: int,
    width: int,
    height: int,
    cancel: CancelToken,
    progress: ProgressCallback,
    map_scorer: ChildScorer | None = None,
) -> tuple[list[SearchTrace], NDArray[np.float64]]:
    """Return the trace of the search for each class, and the classes' scores of the whole image.

    Args:
        scorer: gives the log-odds of sub-grids.
        config: width of the beam, depth, and which candidates may stay (see `selection`).
        classes: C, number of classes that the scorer scores.
        side: L, cells a side of the feature maps.
        width: upright width of the original image.
        height: upright height of the original image.
        cancel: checked at least once a batch.
        progress: told after each level.
        map_scorer: scores the first `config.map_levels` levels in the place of `scorer`.

    Returns:
        C traces in the classes' order; float64 (C,) log-odds.

    Raises:
        Cancelled: the token was set; nothing was kept.
        ValueError: the depth does not fit in a trace.

    Source: section 3.4; children of all nodes of a level compete for the M places, parents do not compete with
    children, the root is level 0. A box that several classes or beams hold is scored once. Ours, where the paper is
    silent: candidates rank by log-odds, which keep the order of the probabilities and do not saturate; ties keep
    the order in which they were scored (nodes best first, children in the order of `CHILD_NAMES`).
    """
    if config.depth > MAX_DEPTH:
        raise ValueError(f"a search of {config.depth} levels; at most {MAX_DEPTH} fit in a trace")
    root = np.array([0.0, 0.0, float(width), float(height)])
    cancel.raise_if_cancelled()
    class_scores = scorer.score_root(cancel)
    builders = [TraceBuilder(root, float(score)) for score in class_scores]
    beams = [root.reshape(1, 4) for _ in range(classes)]
    for level in range(1, config.depth + 1):
        cancel.raise_if_cancelled()
        boxes, places = _unique_boxes(beams)
        level_scorer = map_scorer if map_scorer is not None and config.on_map(level) else scorer
        scores = level_scorer.score_children(boxes, cancel)
        for index in range(classes):
            children = child_boxes(beams[index], side)
            child_scores = np.ascontiguousarray(scores[places[index], :, index])
            count = config.width_at(level)
            kept = select_beam(children.reshape(-1, 4), child_scores.reshape(-1), config, count=count)
            builders[index].add_level(children, child_scores, kept)
            beams[index] = children.reshape(-1, 4)[kept]
        progress(Progress(done=level, total=config.depth, message=f"level {level} of {config.depth}"))
    return [builder.build() for builder in builders], class_scores


def _unique_boxes(beams: list[NDArray[np.float64]]) -> tuple[NDArray[np.float64], list[NDArray[np.intp]]]:
    """Return the distinct boxes of all beams in the order of their first use, and where each beam's boxes are."""
    place: dict[bytes, int] = {}
    boxes: list[NDArray[np.float64]] = []
    places = []
    for beam in beams:
        indices = np.empty(len(beam), dtype=np.intp)
        for row, box in enumerate(beam):
            key = box.tobytes()
            if key not in place:
                place[key] = len(boxes)
                boxes.append(box)
            indices[row] = place[key]
        places.append(indices)
    return np.stack(boxes), places
