"""A search's trace: grown level by level, written as JSON, read back, and replayed to the same heat map."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.config import HeatConfig
from wsl_annotator.core.localization import HeatMap, SearchTrace
from wsl_annotator.localization.grid import CHILDREN, NO_CHILD
from wsl_annotator.localization.heatmap import pool_trace

FORMAT_VERSION = 1


class TraceBuilder:
    """Collects the candidates of one search, a level at a time.

    Args:
        root: float64 (4,), the whole image, xyxy in upright pixels.
        root_score: log-odds of the class for it.
    """

    def __init__(self, root: NDArray[np.float64], root_score: float) -> None:
        self._levels = [0]
        self._parent = [np.array([-1], dtype=np.int32)]
        self._child = [np.array([NO_CHILD], dtype=np.uint8)]
        self._boxes = [np.asarray(root, dtype=np.float64).reshape(1, 4)]
        self._score = [np.array([root_score], dtype=np.float64)]
        self._kept = [np.array([True])]
        self.beam_rows = np.zeros(1, dtype=np.int32)
        self._rows = 1

    def add_level(self, boxes: NDArray[np.float64], scores: NDArray[np.float64], beam: NDArray[np.intp]) -> None:
        """Add a level's candidates.

        Args:
            boxes: float64 (B, 4, 4), the four children of each row of the beam, in the beam's order.
            scores: float64 (B, 4), their log-odds.
            beam: indices into the 4 * B candidates that survive, best first.
        """
        count = scores.size
        kept = np.zeros(count, dtype=np.bool_)
        kept[beam] = True
        self._levels.append(self._levels[-1] + 1)
        self._parent.append(np.repeat(self.beam_rows, CHILDREN))
        self._child.append(np.tile(np.arange(CHILDREN, dtype=np.uint8), len(self.beam_rows)))
        self._boxes.append(boxes.reshape(count, 4))
        self._score.append(scores.reshape(count))
        self._kept.append(kept)
        self.beam_rows = (self._rows + beam).astype(np.int32)
        self._rows += count

    def build(self) -> SearchTrace:
        """Return the trace of what was added so far."""
        sizes = [len(level) for level in self._score]
        return SearchTrace(
            level=np.repeat(np.array(self._levels, dtype=np.uint8), sizes),
            parent=np.concatenate(self._parent),
            child=np.concatenate(self._child),
            boxes=np.concatenate(self._boxes),
            score=np.concatenate(self._score),
            kept=np.concatenate(self._kept),
        )


def trace_to_json(trace: SearchTrace) -> dict[str, Any]:
    """Return the trace as JSON types, columns in trace order; `json.dumps` of it keeps every bit.

    Returns:
        `version`, and the columns `level`, `parent`, `child`, `box` ([x1, y1, x2, y2], upright pixels), `score`
        (log-odds) and `kept` (0 or 1).
    """
    return {
        "version": FORMAT_VERSION,
        "level": trace.level.tolist(),
        "parent": trace.parent.tolist(),
        "child": trace.child.tolist(),
        "box": trace.boxes.tolist(),
        "score": trace.score.tolist(),
        "kept": trace.kept.astype(np.uint8).tolist(),
    }


def trace_from_json(values: dict[str, Any]) -> SearchTrace:
    """Return the trace that `trace_to_json` wrote, bit for bit.

    Raises:
        ValueError: another version, or columns that do not fit each other.
    """
    if values.get("version") != FORMAT_VERSION:
        raise ValueError(f"a trace of version {values.get('version')}; this program reads version {FORMAT_VERSION}")
    return SearchTrace(
        level=np.array(values["level"], dtype=np.uint8),
        parent=np.array(values["parent"], dtype=np.int32),
        child=np.array(values["child"], dtype=np.uint8),
        boxes=np.array(values["box"], dtype=np.float64).reshape(-1, 4),
        score=np.array(values["score"], dtype=np.float64),
        kept=np.array(values["kept"], dtype=np.bool_),
    )


def replay(trace: SearchTrace, heat_config: HeatConfig, *, width: int, height: int) -> HeatMap:
    """Return the heat map of a stored search, bit for bit the one that the search gave, with no network.

    Args:
        trace: the stored search.
        heat_config: the settings of the run, or others to see what they would have given.
        width: upright width of the image.
        height: upright height of the image.
    """
    return pool_trace(trace, heat_config, width=width, height=height)
