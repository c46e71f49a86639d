"""Search an image again with other eyes: without what a person has found already, or in a drawn region only.

The result is a localization of its own (`LocalizationKey.scope`), beside that of the image as it is.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.errors import NetworkError, StoreError
from wsl_annotator.core.localization import HeatMap, Localization, SearchTrace
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.records import FINAL_STATES, BoxRecord, LocalizationKey
from wsl_annotator.core.scope import SearchScope
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.engine import Engine, EngineIdentity
from wsl_annotator.workflow.review import DEFAULT_EXTRACT

if TYPE_CHECKING:
    from wsl_annotator.imaging.decode import DecodedImage
    from wsl_annotator.store.project import Project

MIN_REGION = 8.0
"""Least side of a region in pixels of the original image: below it there is nothing for a network to see."""


def without_found(boxes: Iterable[BoxRecord], class_id: int) -> SearchScope:
    """Return the scope that hides what a person owns of a class (accepted, adjusted or drawn; not rejected).

    Source: the remedy of restarts with suppression for images with several objects, here with the person's own boxes in
    place of guesses; Bency et al. 2016 search once an image and class.
    """
    return SearchScope(
        filled=tuple(record.box for record in boxes if record.class_id == class_id and record.state in FINAL_STATES)
    )


def region_of(box: Box, *, width: int, height: int) -> SearchScope | None:
    """Return the scope of a drawn region: the whole pixels that cover it inside the image; None where it is too small.

    Args:
        box: as drawn, in upright image pixels.
        width: upright width of the image.
        height: upright height of the image.
    """
    outward = Box(math.floor(box.x1), math.floor(box.y1), math.ceil(box.x2), math.ceil(box.y2))
    region = outward.clipped(width=float(width), height=float(height))
    if region is None or min(region.width, region.height) < MIN_REGION:
        return None
    return SearchScope(region=region)


def fill_boxes(
    rgb: NDArray[np.uint8], boxes: Iterable[Box], *, color: NDArray[np.uint8], scale: tuple[float, float]
) -> NDArray[np.uint8]:
    """Return a copy of an image in which every pixel that a box touches has one colour.

    Args:
        rgb: uint8 (H, W, 3); never written to.
        boxes: in pixels of the original image.
        color: uint8 (3,).
        scale: columns and rows of `rgb` a pixel of the original.
    """
    filled = rgb.copy()
    for box in boxes:
        left, right = math.floor(box.x1 * scale[0]), math.ceil(box.x2 * scale[0])
        top, bottom = math.floor(box.y1 * scale[1]), math.ceil(box.y2 * scale[1])
        filled[max(0, top) : bottom, max(0, left) : right] = color
    return filled


def search_scope(
    engine: Engine,
    image: DecodedImage,
    class_name: str,
    scope: SearchScope,
    *,
    cancel: CancelToken,
    progress: ProgressCallback = ignore_progress,
) -> Localization:
    """Return the localization of a class in what the scope leaves of an image, in pixels of the whole image.

    A region is searched as an image of its own: trace, boxes and scores are those of the cropped image, shifted by the
    region's corner (and, for a reduced copy of a huge original, scaled). Outside the region the heat is zero.

    Args:
        engine: an open network and localizer.
        image: the upright pixels; they are not changed.
        class_name: a class that the network knows.
        scope: what is seen.
        cancel: seen within one batch of crops.
        progress: told now and then how far the search is.

    Raises:
        NetworkError: the network does not know the class, or fails.
        Cancelled: the token was set.
    """
    targets, _ = engine.targets([class_name])
    if not targets:
        raise NetworkError(
            f"The network {engine.network.name} does not know the class {class_name}.",
            "Choose another network, or a class map that names the class.",
        )
    rgb = seen_pixels(engine, image, scope.filled)
    rows, columns = rgb.shape[:2]
    scale = (columns / image.width, rows / image.height)
    if scope.region is None:
        (found,) = engine.localizer.locate(
            rgb, targets, width=image.width, height=image.height, cancel=cancel, progress=progress
        )
        return found
    left, right = math.floor(scope.region.x1 * scale[0]), min(columns, math.ceil(scope.region.x2 * scale[0]))
    top, bottom = math.floor(scope.region.y1 * scale[1]), min(rows, math.ceil(scope.region.y2 * scale[1]))
    crop = np.ascontiguousarray(rgb[top:bottom, left:right])
    (found,) = engine.localizer.locate(
        crop, targets, width=right - left, height=bottom - top, cancel=cancel, progress=progress
    )
    mapping = _Mapping(left=left, top=top, scale=scale, width=image.width, height=image.height)
    return _mapped(engine, found, mapping)


def seen_pixels(engine: Engine, image: DecodedImage, filled: Sequence[Box]) -> NDArray[np.uint8]:
    """Return uint8 (H, W, 3): the pixels with boxes hidden by the network's mean colour; the image's own without any.

    Args:
        engine: the network that looks.
        image: the upright pixels; they are not changed.
        filled: boxes in upright pixels of the original.
    """
    if not filled:
        return image.rgb
    rows, columns = image.rgb.shape[:2]
    color = np.clip(np.round(np.array(engine.network.mean) * 255), 0, 255).astype(np.uint8)
    return fill_boxes(image.rgb, filled, color=color, scale=(columns / image.width, rows / image.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mapping:
    """From pixels of a crop of the decoded copy to pixels of the original."""

    left: int
    top: int
    scale: tuple[float, float]
    width: int
    height: int

    def xs(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.minimum((values + self.left) / self.scale[0], float(self.width))

    def ys(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.minimum((values + self.top) / self.scale[1], float(self.height))


def _mapped(engine: Engine, found: Localization, mapping: _Mapping) -> Localization:
    if found.trace is None:
        x, y = mapping.xs(np.array([found.point[0]])), mapping.ys(np.array([found.point[1]]))
        return dataclasses.replace(found, point=(float(x[0]), float(y[0])), heat=_framed(found.heat, mapping))
    from wsl_annotator.localization.beam_localizer import localization_of_trace

    boxes = np.empty_like(found.trace.boxes)
    boxes[:, 0::2], boxes[:, 1::2] = mapping.xs(found.trace.boxes[:, 0::2]), mapping.ys(found.trace.boxes[:, 1::2])
    trace = SearchTrace(
        level=found.trace.level,
        parent=found.trace.parent,
        child=found.trace.child,
        boxes=boxes,
        score=found.trace.score,
        kept=found.trace.kept,
    )
    # Pooled anew: shifted edges may round onto each other, and the map's grid must stay strictly increasing.
    return localization_of_trace(
        found.class_name,
        found.class_score,
        trace,
        engine.options.localizer.heat,
        width=mapping.width,
        height=mapping.height,
        batch_size=found.batch_size,
        padded_rows=found.padded_rows,
        device=found.device,
    )


def _framed(heat: HeatMap, mapping: _Mapping) -> HeatMap:
    """Return the heat of a region as a map of the whole image, zero outside."""
    x_edges, y_edges = mapping.xs(heat.x_edges), mapping.ys(heat.y_edges)
    before = (int(y_edges[0] > 0), int(x_edges[0] > 0))
    after = (int(y_edges[-1] < mapping.height), int(x_edges[-1] < mapping.width))
    values = np.pad(heat.values, ((before[0], after[0]), (before[1], after[1])))
    x_all = np.concatenate([[0.0] * before[1], x_edges, [float(mapping.width)] * after[1]])
    y_all = np.concatenate([[0.0] * before[0], y_edges, [float(mapping.height)] * after[0]])
    return HeatMap(x_edges=x_all, y_edges=y_all, values=values)


def save_scoped(
    project: Project,
    identity: EngineIdentity,
    localization: Localization,
    *,
    image_id: int,
    image_sha256: str,
    scope: SearchScope,
    extract: ExtractConfig = DEFAULT_EXTRACT,
) -> int:
    """Store a search of a part in one short transaction and return its id; no other search and no box is touched.

    Raises:
        StoreError: the class is not in the project any more, or the project cannot be written.
        ValueError: the scope is the whole image, whose results `propose.save_result` stores.
    """
    if scope.is_whole:
        raise ValueError("a search of the whole image is no search of a part")
    with project.bulk():
        record = project.class_by_name(localization.class_name)
        if record is None:
            raise StoreError(f"The class {localization.class_name!r} is not in {project.path}.", "Add it again.")
        key = LocalizationKey(
            image_id=image_id,
            class_id=record.id,
            network_hash=identity.network_hash,
            config_digest=identity.config.digest,
            scope=scope,
        )
        at_tau = dataclasses.replace(extract, threshold=record.threshold)
        return project.save_localization(
            key,
            localization,
            image_sha256=image_sha256,
            network_name=identity.network_name,
            config=identity.config,
            proposals=extract_boxes(localization.heat, at_tau),
            threshold=record.threshold,
        )
