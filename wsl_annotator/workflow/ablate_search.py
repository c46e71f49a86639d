"""Every row of an ablation on every image: what it finds, how long it takes, and how often the convolutions run."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from wsl_annotator.core.boxes import Box
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.localization import Localization, ScoredBox
from wsl_annotator.imaging.decode import DecodedImage
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.ablate_efforts import Effort
from wsl_annotator.workflow.ablate_rows import AblationRow
from wsl_annotator.workflow.reproduce_log import FoundAt, SearchedImage

if TYPE_CHECKING:
    from wsl_annotator.core.labels import ClassTarget
    from wsl_annotator.localization.localizer import Localizer
    from wsl_annotator.localization.shared_scores import SharedScores
    from wsl_annotator.networks.split import SplitNetwork

_MAX_LOG_ODDS = 700.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finder:
    """A row with its localizer; the row of the image's middle has none."""

    row: AblationRow
    localizer: Localizer | None


def find_all(
    finders: Sequence[Finder],
    network: SplitNetwork,
    targets: Sequence[ClassTarget],
    *,
    name: str,
    image: DecodedImage,
    columns: Sequence[int],
    cuts: Mapping[str, Mapping[str, Sequence[float]]],
    cancel: CancelToken,
) -> dict[str, SearchedImage]:
    """Return what each row finds in one image; scores of equal boxes are shared between the rows.

    Args:
        finders: the rows.
        network: that all of them use.
        targets: every class, by column.
        name: of the image.
        image: its pixels.
        columns: classes to search, rising.
        cuts: row -> class -> thresholds at which its heat maps are cut.
        cancel: seen within one batch.

    Raises:
        Cancelled: the token was set.
    """
    from wsl_annotator.localization.classify import classify_image
    from wsl_annotator.localization.shared_scores import SharedScores

    cancel.raise_if_cancelled()
    scores = np.clip(classify_image(network, image.rgb, targets), -_MAX_LOG_ODDS, _MAX_LOG_ODDS)
    shared = SharedScores()
    searched = [targets[column] for column in columns]
    result = {}
    for finder in finders:
        start = time.perf_counter()
        localizations = _locate(finder.localizer, image, searched, shared, cancel)
        seconds = time.perf_counter() - start
        taus = [cuts[finder.row.key][target.name] for target in searched]
        result[finder.row.key] = SearchedImage(
            name=name,
            width=image.width,
            height=image.height,
            scores=tuple(scores.tolist()),
            found=tuple(
                _cut(column, localization, tried, image, cancel)
                for column, localization, tried in zip(columns, localizations, taus, strict=True)
            ),
            seconds=seconds,
        )
    return result


def measure_effort(finder: Finder, image: DecodedImage, target: ClassTarget, *, cancel: CancelToken) -> Effort:
    """Return what a row costs for one image and class when it is searched by itself.

    Raises:
        Cancelled: the token was set.
    """
    if finder.localizer is None:
        return Effort(seconds=0.0, passes=0.0)
    start = time.perf_counter()
    (found,) = finder.localizer.locate(image.rgb, [target], width=image.width, height=image.height, cancel=cancel)
    return Effort(seconds=time.perf_counter() - start, passes=_passes(finder.localizer, found))


def _passes(localizer: Localizer, found: Localization) -> float:
    from wsl_annotator.localization.beam_localizer import BeamLocalizer

    if isinstance(localizer, BeamLocalizer) and found.trace is not None:
        return float(localizer.passes_of(found.trace))
    return float(localizer.forward_passes)


def _locate(
    localizer: Localizer | None,
    image: DecodedImage,
    targets: Sequence[ClassTarget],
    shared: SharedScores,
    cancel: CancelToken,
) -> Sequence[Localization | None]:
    from wsl_annotator.localization.beam_localizer import BeamLocalizer

    if localizer is None:
        return [None] * len(targets)
    locate = partial(localizer.locate, shared=shared) if isinstance(localizer, BeamLocalizer) else localizer.locate
    return locate(image.rgb, targets, width=image.width, height=image.height, cancel=cancel)


def _cut(
    column: int,
    localization: Localization | None,
    taus: Sequence[float],
    image: DecodedImage,
    cancel: CancelToken,
) -> FoundAt:
    if localization is None:
        middle = (image.width / 2, image.height / 2)
        return FoundAt(column=column, point=middle, heat_max=0.0, boxes=dict.fromkeys(taus, ()))
    boxes: dict[float, tuple[ScoredBox, ...]] = {}
    for tau in taus:
        cancel.raise_if_cancelled()
        boxes[tau] = tuple(
            ScoredBox(Box(*map(float, found.box.xyxy)), float(found.score))
            for found in extract_boxes(localization.heat, ExtractConfig(threshold=tau))
        )
    point = (float(localization.point[0]), float(localization.point[1]))
    return FoundAt(column=column, point=point, heat_max=localization.heat.maximum, boxes=boxes)
