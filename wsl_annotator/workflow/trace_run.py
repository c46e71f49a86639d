"""One finished search as a value: where it came from, what it found, and whether a replay finds the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.config import BeamConfig, ExtractConfig, HeatConfig, LocalizerConfig
from wsl_annotator.core.localization import HeatMap, Localization, ScoredBox, SearchTrace
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope
from wsl_annotator.localization.extract import PLATEAU_TOLERANCE, extract_boxes, localization_point
from wsl_annotator.localization.heatmap import pooled_weight
from wsl_annotator.localization.trace import replay, trace_to_json
from wsl_annotator.workflow.run_name import run_name

if TYPE_CHECKING:
    from wsl_annotator.store.localizations import StoredLocalization

DEFAULT_SIDE = 7
"""Cells a side of the feature map, where a search is too short to tell."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TraceRun:
    """One search and what it means, without the image's pixels.

    Attributes:
        file_name: of the image.
        sha256: of the image's file, hex; empty where unknown.
        width: upright width of the image in pixels.
        height: upright height of the image in pixels.
        localization: heat map, point, score and trace. Without a trace the localizer does not search.
        boxes: at the threshold of `extract`, best first, as they were stored.
        extract: how the heat map became boxes.
        settings: network, localizer and program, as JSON types.
        heat_max: greatest absolute heat, as it was stored.
        has_heat: whether the heat map itself was stored; else `localization.heat` is the replay of the trace.
    """

    file_name: str
    sha256: str
    width: int
    height: int
    localization: Localization
    boxes: tuple[ScoredBox, ...]
    extract: ExtractConfig
    settings: dict[str, Any]
    heat_max: float
    has_heat: bool

    @property
    def trace(self) -> SearchTrace | None:
        """The search, or None for a localizer that does not search."""
        return self.localization.trace

    @property
    def config(self) -> LocalizerConfig | None:
        """The localizer's settings, or None where they were not stored."""
        stored = self.settings.get("localizer")
        return LocalizerConfig.from_dict(stored) if isinstance(stored, dict) else None

    @property
    def heat_config(self) -> HeatConfig:
        """How boxes of the search become a heat map; the paper's where it was not stored."""
        return self.config.heat if self.config is not None else HeatConfig()

    @property
    def beam(self) -> BeamConfig:
        """How the search went; the paper's settings where they were not stored."""
        return self.config.beam if self.config is not None else BeamConfig()

    @property
    def scope(self) -> SearchScope:
        """What of the image was searched; all of it where nothing else was stored."""
        stored = self.settings.get("scope")
        return SearchScope.from_dict(stored) if isinstance(stored, dict) else WHOLE_IMAGE

    @property
    def filled(self) -> tuple[Box, ...]:
        """Boxes that were hidden from the search, in upright pixels."""
        return self.scope.filled

    @property
    def network_name(self) -> str:
        """For people; empty where it was not stored."""
        return str(self.settings.get("network", ""))

    @property
    def summary(self) -> str:
        """Network and settings in a few words, such as `bundled · fast · M 8 · H 16`; not what was searched."""
        return run_name(self.network_name, self.config)

    def to_json(self) -> dict[str, Any]:
        """Return everything as JSON types: settings, image, class, point, boxes and the whole trace.

        Boxes are [x1, y1, x2, y2] in upright pixels counted from 0. A localizer that does not search has no trace;
        its heat map is given instead.
        """
        found = self.localization
        values: dict[str, Any] = {
            "settings": self.settings,
            "image": {
                "file_name": self.file_name,
                "sha256": self.sha256,
                "width": self.width,
                "height": self.height,
            },
            "class": found.class_name,
            "class_score": found.class_score,
            "class_probability": found.class_probability,
            "point": list(found.point),
            "heat_max": self.heat_max,
            "threshold": self.extract.threshold,
            "boxes": [{"box": list(scored.box.xyxy), "score": scored.score} for scored in self.boxes],
        }
        if found.trace is not None:
            return {**values, "trace": trace_to_json(found.trace)}
        heat = {
            "x_edges": found.heat.x_edges.tolist(),
            "y_edges": found.heat.y_edges.tolist(),
            "values": found.heat.values.tolist(),
        }
        return {**values, "heat": heat}


def run_of_stored(
    stored: StoredLocalization, *, file_name: str, width: int, height: int, extract: ExtractConfig
) -> TraceRun:
    """Return the search that a project holds.

    Args:
        stored: the project's row.
        file_name: of its image.
        width: upright width of the image.
        height: upright height of the image.
        extract: how its heat map became the stored boxes.
    """
    return TraceRun(
        file_name=file_name,
        sha256=stored.image_sha256,
        width=width,
        height=height,
        localization=stored.localization,
        boxes=stored.proposals,
        extract=extract,
        settings={
            **({} if stored.key.scope.is_whole else {"scope": stored.key.scope.to_dict()}),
            "network": stored.network_name,
            "network_hash": stored.key.network_hash,
            "localizer": stored.config.to_dict(),
            "config_digest": stored.key.config_digest,
            "device": stored.localization.device,
            "threads": stored.localization.threads,
        },
        heat_max=stored.localization.heat.maximum,
        has_heat=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayVerdict:
    """Whether a replay of the stored candidates gives what was stored, bit for bit.

    Attributes:
        heat_map: of edges and values; None where only the greatest heat was stored.
        heat_max: of the greatest heat.
        point: of the localization point.
        boxes: of edges and scores, in order.
    """

    heat_map: bool | None
    heat_max: bool
    point: bool
    boxes: bool

    @property
    def exact(self) -> bool:
        """Whether everything that was stored came again."""
        return self.heat_map is not False and self.heat_max and self.point and self.boxes


def replay_run(run: TraceRun) -> HeatMap:
    """Return the heat map that the candidates alone give, with no network.

    Raises:
        ValueError: the localizer does not search.
    """
    if run.trace is None:
        raise ValueError("there is nothing to replay")
    return replay(run.trace, run.heat_config, width=run.width, height=run.height)


def check_replay(run: TraceRun) -> ReplayVerdict:
    """Return whether the replay of a search gives the heat map, point and boxes that were stored.

    Raises:
        ValueError: the localizer does not search.
    """
    heat = replay_run(run)
    assert run.trace is not None
    tolerance = PLATEAU_TOLERANCE / pooled_weight(run.trace, run.heat_config)
    return ReplayVerdict(
        heat_map=same_heat(heat, run.localization.heat) if run.has_heat else None,
        heat_max=heat.maximum == run.heat_max,
        point=localization_point(heat, tolerance=tolerance) == tuple(run.localization.point),
        boxes=tuple(extract_boxes(heat, run.extract)) == run.boxes,
    )


def same_heat(first: HeatMap, second: HeatMap) -> bool:
    """Whether two heat maps have the same bits in edges and values."""
    pairs = ((first.x_edges, second.x_edges), (first.y_edges, second.y_edges), (first.values, second.values))
    return all(_same_bits(one, other) for one, other in pairs)


def _same_bits(first: NDArray[np.float64], second: NDArray[np.float64]) -> bool:
    return first.shape == second.shape and first.tobytes() == second.tobytes()


def grid_side(trace: SearchTrace) -> int:
    """Return L, the cells a side of the feature map, from the first step: a child's side is (L-1)/L of its parent's."""
    rows = np.flatnonzero(trace.parent >= 0)
    if not len(rows):
        return DEFAULT_SIDE
    row = int(rows[0])
    axis = 0 if trace.child[row] < 2 else 1
    parent, child = trace.boxes[trace.parent[row]], trace.boxes[row]
    whole, part = parent[axis + 2] - parent[axis], child[axis + 2] - child[axis]
    return max(2, round(whole / (whole - part))) if whole > part else DEFAULT_SIDE
