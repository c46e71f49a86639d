"""Everything that changes a localization, as frozen values with a stable digest."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class BeamConfig:
    """The search's settings. The defaults are the paper's (Bency et al. 2016, sections 3.3, 3.4 and 4).

    Attributes:
        recompute: `crop` recomputes conv features from each crop of the image (the paper); `never` cuts every
            candidate by RoIAlign from one feature map of the whole image.
        map_levels: of `recompute="crop"`: so many levels are scored on one map of the whole image, as `never` does,
            before crops take over; 0 is the paper.
        beam_width: M, candidates kept a level; 1 is the greedy search.
        crop_beam_width: M of the levels whose candidates are cropped, from `map_levels` on, where it is the smaller
            one; None is `beam_width`.
        depth: H, levels of expansion below the root.
        dedupe: `none` (the paper) or `exact`: of candidates with the same box only the best is kept.
        beam_iou: of candidates of a level that overlap by more than this only the best is kept, in (0, 1]; None
            (the paper) keeps them all.
        align_corners: the bilinear resize of sub-grids; False is half-pixel centres, consistent with eq. 5.
        map_scale: side of the whole-image input of that one map over the network's input side.
    """

    recompute: Literal["crop", "never"] = "crop"
    beam_width: int = 8
    depth: int = 10
    dedupe: Literal["none", "exact"] = "none"
    align_corners: bool = False
    map_scale: float = 2.0
    beam_iou: float | None = None
    map_levels: int = 0
    crop_beam_width: int | None = None

    def __post_init__(self) -> None:
        if self.beam_width < 1 or self.depth < 1 or self.map_scale < 1:
            raise ValueError("beam_width and depth must be at least 1, map_scale at least 1")
        if self.beam_iou is not None and not 0 < self.beam_iou <= 1:
            raise ValueError("beam_iou must be above 0 and at most 1")
        if self.map_levels < 0 or (self.map_levels and self.recompute == "never"):
            raise ValueError('map_levels must be at least 0, and is for recompute="crop" alone')
        if self.crop_beam_width is not None and self.crop_beam_width < 1:
            raise ValueError("crop_beam_width must be at least 1")

    def on_map(self, level: int) -> bool:
        """Return whether the candidates of a level are scored on one map of the whole image, not on crops."""
        return self.recompute == "never" or level <= self.map_levels

    def width_at(self, level: int) -> int:
        """Return M of a level: how many of its candidates are kept."""
        if self.crop_beam_width is None or self.recompute == "never" or level < self.map_levels:
            return self.beam_width
        return min(self.crop_beam_width, self.beam_width)


_LATER: dict[str, Any] = {"beam_iou": None, "map_levels": 0, "crop_beam_width": None}
"""Settings of the beam that the first release did not have -> their value where they are not in use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatConfig:
    """How boxes of the search become a heat map (section 3.4; where the paper is silent, our reading).

    Attributes:
        include_root: add the root box; a constant, left out in the paper preset.
        level_weights: `equal` (the paper); `depth`: level / depth; `inverse`: 1 / level, so that many deep levels,
            whose boxes lie inside the object, do not outvote the few that hold all of it.
        value: what a box adds: the class probability (the paper), or its log-odds clipped at 0.
    """

    include_root: bool = False
    level_weights: Literal["equal", "depth", "inverse"] = "equal"
    value: Literal["probability", "log_odds"] = "probability"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractConfig:
    """How a heat map becomes boxes.

    Attributes:
        threshold: tau, on the relative map Q / max Q, strictly above, in [0, 1).
        connectivity: of the blobs, 8 (ours; the paper is silent) or 4.
        nms_iou: suppress boxes that overlap a better one by more than this; None (the paper) leaves all.
        min_area: boxes below this share of the image are dropped, in [0, 1).
    """

    threshold: float = 0.5
    connectivity: Literal[4, 8] = 8
    nms_iou: float | None = None
    min_area: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizerConfig:
    """One localizer with its settings; `digest` identifies results that may be reused.

    Attributes:
        localizer: registry name: `beam`, `cam`, `cam-multiscale`, `layercam`.
        preset: the name under which `beam` was chosen, for people; `custom` once a setting was changed.
        beam: used by `beam` only.
        heat: used by `beam` only.
        scales: input sides over the network's input side; used by the CAM family only.
    """

    localizer: str = "beam"
    preset: str = "paper"
    beam: BeamConfig = BeamConfig()
    heat: HeatConfig = HeatConfig()
    scales: tuple[float, ...] = (1.0,)

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON types."""
        return dataclasses.asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> LocalizerConfig:
        """Return the settings that `to_dict` wrote."""
        return cls(
            localizer=values["localizer"],
            preset=values["preset"],
            beam=BeamConfig(**values["beam"]),
            heat=HeatConfig(**values["heat"]),
            scales=tuple(values["scales"]),
        )

    @property
    def digest(self) -> str:
        """16 hex digits over everything that changes a result (the preset's name does not).

        Settings that came later count only where they are in use, so that a digest of an older version stays what
        it was.
        """
        values = self.to_dict()
        del values["preset"]
        values["beam"] = {
            name: value for name, value in values["beam"].items() if name not in _LATER or value != _LATER[name]
        }
        return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]


PAPER = LocalizerConfig()
FAST = LocalizerConfig(preset="fast", beam=BeamConfig(recompute="never", depth=16, dedupe="exact", beam_iou=0.9))
DEFAULT = LocalizerConfig(
    preset="default",
    beam=BeamConfig(depth=20, dedupe="exact", beam_iou=0.9, map_levels=8, crop_beam_width=4),
    heat=HeatConfig(level_weights="inverse"),
)
"""The best boxes of what was measured: wide on one map, where a step is cheap, then narrow and deep on crops."""
DEEP = LocalizerConfig(
    preset="deep",
    beam=BeamConfig(depth=24, dedupe="exact", beam_iou=0.9, map_levels=8),
    heat=HeatConfig(level_weights="inverse", value="log_odds"),
)
"""The best points of what was measured, at twice the time: as wide on crops, and deeper."""
PRESETS: dict[str, LocalizerConfig] = {"default": DEFAULT, "deep": DEEP, "paper": PAPER, "fast": FAST}
