"""What the project file remembers, as frozen values that any room may read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.scope import WHOLE_IMAGE, SearchScope


class BoxState(StrEnum):
    """How a box came to be. All but `PROPOSED` are owned by a person: no model ever touches them."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    ADJUSTED = "adjusted"
    REJECTED = "rejected"
    DRAWN = "drawn"


FINAL_STATES = (BoxState.ACCEPTED, BoxState.ADJUSTED, BoxState.DRAWN)


class ImageStatus(StrEnum):
    """How far the review of an image has come."""

    UNTOUCHED = "untouched"
    IN_PROGRESS = "in_progress"
    VERIFIED = "verified"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRecord:
    """One image of the project.

    Attributes:
        id: stable, from 1; the id of COCO exports.
        path: relative to the project's image root, with `/`.
        width: upright width in pixels; 0 where the image cannot be read.
        height: upright height in pixels; 0 where the image cannot be read.
        sha256: hex digest of the file's bytes; empty until hashed.
        status: of the review.
        problem: one sentence where the image cannot be used, else empty.
        extra: fields of an imported file that we do not use, kept for the export.
    """

    id: int
    path: str
    width: int
    height: int
    sha256: str = ""
    status: ImageStatus = ImageStatus.UNTOUCHED
    problem: str = ""
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRecord:
    """One class of the project.

    Attributes:
        id: stable, from 1; the category id of COCO exports.
        name: unique.
        color: `#rrggbb`.
        threshold: tau of its proposals on the relative heat map, in [0, 1).
        extra: fields of an imported category that we do not use.
    """

    id: int
    name: str
    color: str
    threshold: float = 0.5
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a person's box came from; empty for a box drawn from nothing.

    Attributes:
        localization_id: of the proposal that was judged; None for drawn and imported boxes.
        proposed: the box as the search gave it.
        score: the proposal's score.
        threshold: tau at which it was proposed; None where it was a candidate of the search itself.
        source: `search`, `drawn`, `copied`, or `import:<format>`.
        model: hash of the network; empty where none.
        row: row of the localization's trace, where a person took that candidate; None for boxes cut from heat.
    """

    source: str = "drawn"
    localization_id: int | None = None
    proposed: Box | None = None
    score: float | None = None
    threshold: float | None = None
    model: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRecord:
    """One box that a person owns (accepted, adjusted, rejected or drawn).

    Attributes:
        id: stable, from 1, never reused; the annotation id of COCO exports.
        image_id: its image.
        class_id: its class.
        box: upright image pixels.
        state: never `PROPOSED`: proposals are derived from stored heat maps.
        origin: where it came from.
        attributes: `truncated`, `difficult`, `occluded` (bool), `pose` (str), `iscrowd` (bool), and whatever
            an imported file carried, under `extra`.
    """

    id: int
    image_id: int
    class_id: int
    box: Box
    state: BoxState
    origin: Origin = Origin()
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalizationKey:
    """Identifies a localization that may be reused.

    Attributes:
        image_id: its image.
        class_id: its class.
        network_hash: content hash of the network, with the class map's.
        config_digest: `LocalizerConfig.digest`.
        scope: what of the image was searched.
    """

    image_id: int
    class_id: int
    network_hash: str
    config_digest: str
    scope: SearchScope = WHOLE_IMAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSummary:
    """One row of the image list, cheap to read for 100,000 images.

    Attributes:
        id: of the image.
        path: relative path.
        width: upright width, 0 where unreadable.
        height: upright height, 0 where unreadable.
        status: of the review.
        problem: one sentence where the image cannot be used.
        boxes: accepted, adjusted and drawn boxes.
        localizations: stored localizations.
        positives: number of positive labels.
        proposed: boxes that runs proposed and that no person has judged yet, at the thresholds of those runs; 0
            where that was not looked at, as in `doubts`.
        doubts: labels that the network's class scores speak against.
    """

    id: int
    path: str
    width: int
    height: int
    status: ImageStatus
    problem: str
    boxes: int
    localizations: int
    positives: int
    proposed: int = 0
    doubts: int = 0
