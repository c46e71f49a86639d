"""Images of the paper's data -> scores of all classes and heat maps of the likely ones, cut at thresholds."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import ProgressCallback, ProgressClock
from wsl_annotator.formats.proposals_json import ProposalCategory, ProposalImage, ProposalLocalization, Proposals
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.training.dataset import LabeledImages
from wsl_annotator.workflow.class_choice import TOP_COUNT, TOP_PROBABILITY
from wsl_annotator.workflow.reproduce_log import FoundAt, SearchedImage, SearchLog

if TYPE_CHECKING:
    from wsl_annotator.core.labels import ClassTarget
    from wsl_annotator.workflow.engine import Engine

_MAX_LOG_ODDS = 700.0


def search_images(
    engine: Engine,
    images: LabeledImages,
    log: SearchLog,
    thresholds: Mapping[str, Sequence[float]],
    *,
    cancel: CancelToken,
    progress: ProgressCallback,
    stage: str,
) -> list[str]:
    """Search every image that the log lacks; return one sentence for each that cannot be read.

    Every class is scored on the whole image. Searched are the classes with a probability of at least 0.05 and the
    five best of the image; labels are not looked at.

    Args:
        engine: an open network that knows every class.
        images: to search.
        log: what is there already; it gets the others.
        thresholds: class -> thresholds at which its heat maps are cut.
        cancel: seen within one batch of crops.
        progress: told after each image.
        stage: before the name of the image, for people.

    Raises:
        Cancelled: the token was set; what was finished is in the log.
        FormatError: the log cannot be written.
    """
    targets, _ = engine.targets(tuple(thresholds))
    todo = [row for row, name in enumerate(images.names) if name not in log.images]
    problems: list[str] = []
    clock = ProgressClock(len(todo))
    decoded = _decoded_ahead([images.paths[row] for row in todo])
    for done, (row, image) in enumerate(zip(todo, decoded, strict=True)):
        cancel.raise_if_cancelled()
        progress(clock.at(done, f"{stage}: {images.names[row]}"))
        try:
            log.add(_search(engine, targets, images.names[row], image.result(), thresholds, cancel))
        except ImageError as error:
            problems.append(f"{error.user_text} It was left out.")
    progress(clock.at(len(todo), stage))
    return problems


def _decoded_ahead(paths: Sequence[Path]) -> Iterator[Future[DecodedImage]]:
    """Yield the images in order; the next one is decoded meanwhile on another thread."""
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="decode")
    try:
        ahead = [pool.submit(load_upright, path) for path in paths[:1]]
        for done in range(len(paths)):
            current = ahead.pop()
            ahead += [pool.submit(load_upright, path) for path in paths[done + 1 : done + 2]]
            yield current
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _search(
    engine: Engine,
    targets: Sequence[ClassTarget],
    name: str,
    image: DecodedImage,
    thresholds: Mapping[str, Sequence[float]],
    cancel: CancelToken,
) -> SearchedImage:
    from wsl_annotator.localization.classify import classify_image

    start = time.perf_counter()
    scores = np.clip(classify_image(engine.network, image.rgb, targets), -_MAX_LOG_ODDS, _MAX_LOG_ODDS)
    columns = likely_classes(scores)
    localizations = engine.localizer.locate(
        image.rgb, [targets[column] for column in columns], width=image.width, height=image.height, cancel=cancel
    )
    return SearchedImage(
        name=name,
        width=image.width,
        height=image.height,
        scores=tuple(scores.tolist()),
        found=tuple(
            _found(column, localization, thresholds[targets[column].name])
            for column, localization in zip(columns, localizations, strict=True)
        ),
        seconds=time.perf_counter() - start,
    )


def likely_classes(log_odds: NDArray[np.float64]) -> list[int]:
    """Return the columns to search, rising: a probability of at least 0.05, or among the five best."""
    best = np.argsort(-log_odds, kind="stable")[:TOP_COUNT]
    least = np.log(TOP_PROBABILITY / (1 - TOP_PROBABILITY))
    return sorted({*best.tolist(), *np.flatnonzero(log_odds >= least).tolist()})


def _found(column: int, localization: Localization, taus: Sequence[float]) -> FoundAt:
    return FoundAt(
        column=column,
        point=(float(localization.point[0]), float(localization.point[1])),
        heat_max=localization.heat.maximum,
        boxes={tau: tuple(extract_boxes(localization.heat, ExtractConfig(threshold=tau))) for tau in taus},
    )


def proposals_of(
    images: Sequence[SearchedImage], classes: Sequence[str], taus: Mapping[str, float], *, unsearched: bool
) -> Proposals:
    """Return what was found as answers of an evaluation.

    Args:
        images: searched.
        classes: by column.
        taus: class -> the threshold whose boxes are taken; the search has cut its maps there.
        unsearched: whether classes that were not searched in an image answer too, with the image's centre, no box and
            no heat, as average precision over all images asks for.
    """
    localizations: list[ProposalLocalization] = []
    for number, image in enumerate(images, start=1):
        found = {entry.column: entry for entry in image.found}
        for column in range(len(classes)) if unsearched else sorted(found):
            entry = found.get(column)
            localizations.append(
                ProposalLocalization(
                    image_id=number,
                    category_id=column + 1,
                    class_score=image.scores[column],
                    point=entry.point if entry else (image.width / 2, image.height / 2),
                    heat_max=entry.heat_max if entry else 0.0,
                    boxes=entry.boxes[taus[classes[column]]] if entry else (),
                )
            )
    return Proposals(
        images=tuple(
            ProposalImage(id=number, file_name=image.name, width=image.width, height=image.height)
            for number, image in enumerate(images, start=1)
        ),
        categories=tuple(ProposalCategory(id=column, name=name) for column, name in enumerate(classes, start=1)),
        localizations=tuple(localizations),
    )
