"""Images in, localizations out: decodes ahead, goes on after a bad image, writes nothing."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.labels import ClassTarget
from wsl_annotator.core.localization import Localization
from wsl_annotator.core.progress import Progress, ProgressCallback, ProgressClock, ignore_progress
from wsl_annotator.imaging.decode import DecodedImage, load_upright
from wsl_annotator.workflow.class_choice import WantedClasses, best_screened

if TYPE_CHECKING:
    from wsl_annotator.workflow.engine import Engine


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageJob:
    """One image to search.

    Attributes:
        image_id: its id in the project or result file.
        path: where it lies.
        name: relative path with `/`, for people and files.
        wanted: which classes.
        stored: classes whose result is there already and is left out.
    """

    image_id: int
    path: Path
    name: str
    wanted: WantedClasses
    stored: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageResult:
    """What came of one image.

    Attributes:
        job: the image.
        width: upright width in pixels; 0 where it cannot be read.
        height: upright height in pixels; 0 where it cannot be read.
        sha256: hex digest of the file; empty where it cannot be read.
        localizations: one a searched class.
        unmapped: wanted classes that the network does not know.
        problem: one sentence where the image was skipped, else empty.
        seconds: wall time of the search, without decoding.
    """

    job: ImageJob
    width: int = 0
    height: int = 0
    sha256: str = ""
    localizations: tuple[Localization, ...] = ()
    unmapped: tuple[str, ...] = ()
    problem: str = ""
    seconds: float = 0.0


def localize_images(
    engine: Engine,
    jobs: Sequence[ImageJob],
    *,
    cancel: CancelToken,
    progress: ProgressCallback = ignore_progress,
) -> Iterator[ImageResult]:
    """Yield one result an image, in the order of `jobs`; the next image is decoded meanwhile on another thread.

    An image that cannot be read gives a result with a `problem`, and the rest goes on.

    Args:
        engine: an open network and localizer.
        jobs: what to search.
        cancel: seen within one batch of crops.
        progress: told after each image and inside long ones; `done` counts images.

    Raises:
        Cancelled: the token was set; results yielded before are complete.
        NetworkError: the network fails for reasons that are not the image's.
    """
    clock = ProgressClock(len(jobs))
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="decode")
    try:
        ahead: deque[Future[DecodedImage]] = deque(pool.submit(load_upright, job.path) for job in jobs[:1])
        for done, job in enumerate(jobs):
            cancel.raise_if_cancelled()
            decoded = ahead.popleft()
            ahead.extend(pool.submit(load_upright, following.path) for following in jobs[done + 1 : done + 2])
            progress(clock.at(done, job.name))
            try:
                image = decoded.result()
                result = _localize(engine, job, image, cancel=cancel, progress=_Inner(progress, clock, done, job.name))
            except ImageError as error:
                result = ImageResult(job=job, problem=str(error))
            yield result
    finally:
        # A cancel must not wait for an image that is being decoded.
        pool.shutdown(wait=False, cancel_futures=True)
    progress(clock.at(len(jobs), "finished"))


class _Inner:
    """Turns the localizer's own progress within an image into progress over images."""

    def __init__(self, progress: ProgressCallback, clock: ProgressClock, done: int, name: str) -> None:
        self._progress = progress
        self._clock = clock
        self._done = done
        self._name = name

    def __call__(self, inner: Progress) -> None:
        message = f"{self._name}: {inner.message}" if inner.message else self._name
        self._progress(self._clock.at(self._done, message))


def _localize(
    engine: Engine, job: ImageJob, image: DecodedImage, *, cancel: CancelToken, progress: ProgressCallback
) -> ImageResult:
    start = time.perf_counter()
    fixed, unmapped = engine.targets([name for name in job.wanted.fixed if name not in job.stored])
    targets = fixed + _screened(engine, job, image)
    localizations: list[Localization] = []
    if targets:
        localizations = engine.localizer.locate(
            image.rgb, targets, width=image.width, height=image.height, cancel=cancel, progress=progress
        )
    return ImageResult(
        job=job,
        width=image.width,
        height=image.height,
        sha256=image.sha256,
        localizations=tuple(localizations),
        unmapped=tuple(unmapped),
        seconds=time.perf_counter() - start,
    )


def _screened(engine: Engine, job: ImageJob, image: DecodedImage) -> list[ClassTarget]:
    """Return the targets of the best screened classes whose result is not there yet."""
    screened, _ = engine.targets(job.wanted.screened)
    if not screened:
        return []
    from wsl_annotator.localization.classify import classify_image
    from wsl_annotator.workflow.numbers import probability

    log_odds = classify_image(engine.network, image.rgb, screened)
    scores = {target.name: probability(float(value)) for target, value in zip(screened, log_odds, strict=True)}
    chosen = set(best_screened(scores)) - job.stored
    return [target for target in screened if target.name in chosen]
