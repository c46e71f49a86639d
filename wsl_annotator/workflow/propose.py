"""Propose boxes for the images of a project: plan, search, save; a second run does only what is missing."""

from __future__ import annotations

import dataclasses
import hashlib
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.errors import NetworkError
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.records import ClassRecord, ImageRecord, LocalizationKey
from wsl_annotator.core.words import phrase
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.store.edits import PutClass
from wsl_annotator.workflow.class_choice import ClassChoice, wanted_classes
from wsl_annotator.workflow.engine import Engine, EngineIdentity
from wsl_annotator.workflow.localize import ImageJob, ImageResult, localize_images
from wsl_annotator.workflow.review import DEFAULT_EXTRACT

if TYPE_CHECKING:
    from wsl_annotator.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposePlan:
    """What there is to do.

    Attributes:
        jobs: images to search, in order.
        reused: images whose results are all stored already.
    """

    jobs: tuple[ImageJob, ...]
    reused: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeReport:
    """What a run did.

    Attributes:
        images: images searched.
        reused: images whose results were stored already.
        localizations: results stored by this run.
        boxes: proposals at the classes' thresholds among them.
        without_class: images in which no class was to be searched or none scored high enough.
        skipped: one sentence for each image or class that was left out, and why.
        seconds: wall time.
    """

    images: int
    reused: int
    localizations: int
    boxes: int
    without_class: int
    skipped: tuple[str, ...]
    seconds: float


def plan_project(
    project: Project,
    identity: EngineIdentity,
    *,
    choice: ClassChoice = "labels",
    image_ids: Sequence[int] | None = None,
) -> ProposePlan:
    """Return the images to search, without those whose results are stored for this network and these settings.

    A stored result counts only if the image's file still has the hash that was searched.

    Args:
        project: open for reading or editing.
        identity: of the engine that will search.
        choice: which classes of an image.
        image_ids: these images only, in this order; None takes all by id.

    Raises:
        WslError: a chosen class is not in the project.
        StoreError: one of `image_ids` is not in the project.
    """
    classes = {record.name: record.id for record in project.classes()}
    universe = tuple(classes) or identity.classes
    names = {number: name for name, number in classes.items()}
    if image_ids is None:
        searched_before = {summary.id for summary in project.summaries() if summary.localizations}
        labels = project.all_labels()
        images = project.images()
    else:
        # only what is asked for is read: a few images of a hundred thousand cost nothing
        searched_before = set(image_ids)
        labels = {image_id: project.labels(image_id) for image_id in image_ids}
        images = [project.image(image_id) for image_id in image_ids]
    jobs: list[ImageJob] = []
    reused = 0
    for record in images:
        states = {names[number]: state for number, state in labels.get(record.id, {}).items()}
        wanted = wanted_classes(states, universe, choice)
        job = ImageJob(image_id=record.id, path=project.image_root / record.path, name=record.path, wanted=wanted)
        if record.id in searched_before:
            job = dataclasses.replace(job, stored=_stored(project, record, job, identity, classes))
        if wanted.screened or not set(wanted.fixed) <= job.stored:
            jobs.append(job)
        else:
            reused += bool(wanted.fixed)
    return ProposePlan(jobs=tuple(jobs), reused=reused)


def _stored(
    project: Project, record: ImageRecord, job: ImageJob, identity: EngineIdentity, classes: dict[str, int]
) -> frozenset[str]:
    try:
        with job.path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return frozenset()
    return frozenset(
        name
        for name in (*job.wanted.fixed, *job.wanted.screened)
        if name in classes and project.has_localization(_key(record.id, classes[name], identity), digest)
    )


def _key(image_id: int, class_id: int, identity: EngineIdentity) -> LocalizationKey:
    return LocalizationKey(
        image_id=image_id,
        class_id=class_id,
        network_hash=identity.network_hash,
        config_digest=identity.config.digest,
    )


def save_result(
    project: Project,
    identity: EngineIdentity,
    result: ImageResult,
    *,
    extract: ExtractConfig = DEFAULT_EXTRACT,
) -> int:
    """Store what came of one image in one short transaction, and return the number of proposals.

    Size and hash of the image are brought up to date, and its problem set or cleared. No box is ever touched. A class
    that the project does not have yet (of a network's own names) is added.

    Raises:
        StoreError: the project cannot be written; nothing of this image is stored.
    """
    image_id = result.job.image_id
    boxes = 0
    with project.bulk():
        if result.problem:
            project.update_image(image_id, problem=result.problem)
            return 0
        record = project.image(image_id)
        if (record.width, record.height, record.sha256, record.problem) != (
            result.width,
            result.height,
            result.sha256,
            "",
        ):
            project.update_image(image_id, width=result.width, height=result.height, sha256=result.sha256, problem="")
        for localization in result.localizations:
            class_record = _class_of(project, localization.class_name)
            at_tau = dataclasses.replace(extract, threshold=class_record.threshold)
            proposals = extract_boxes(localization.heat, at_tau)
            project.save_localization(
                _key(image_id, class_record.id, identity),
                localization,
                image_sha256=result.sha256,
                network_name=identity.network_name,
                config=identity.config,
                proposals=proposals,
                threshold=class_record.threshold,
            )
            boxes += len(proposals)
    return boxes


def _class_of(project: Project, name: str) -> ClassRecord:
    found = project.class_by_name(name)
    if found is not None:
        return found
    class_id = project.new_class_id()
    record = ClassRecord(id=class_id, name=name, color=class_color(class_id - 1))
    project.apply(PutClass(record))
    return record


def propose_project(
    project: Project,
    engine: Engine,
    *,
    choice: ClassChoice = "labels",
    image_ids: Sequence[int] | None = None,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    on_result: Callable[[ImageResult], None] | None = None,
) -> ProposeReport:
    """Search the images of a project and store each result as it comes; one thread does both.

    Args:
        project: open for editing by this thread.
        engine: an open network and localizer.
        choice: which classes of an image are searched.
        image_ids: these images only, in this order; None takes all.
        cancel: seen within one batch of crops.
        progress: told after each image and inside long ones.
        on_result: told of each result after it was stored.

    Raises:
        Cancelled: the token was set; every image finished before is stored, and a second run goes on from there.
        NetworkError: the network knows none of the classes, or fails.
        StoreError: the project cannot be written.
    """
    start = time.monotonic()
    plan = plan_project(project, engine.identity, choice=choice, image_ids=image_ids)
    check_some_class_known(engine, plan.jobs)
    tally = ResultTally()
    for result in localize_images(engine, plan.jobs, cancel=cancel or CancelToken(), progress=progress):
        boxes = save_result(project, engine.identity, result)
        tally.add(result, boxes=boxes)
        if on_result is not None:
            on_result(result)
    return tally.report(reused=plan.reused, seconds=time.monotonic() - start)


class ResultTally:
    """Counts results as they come, for the report."""

    def __init__(self) -> None:
        self._images = 0
        self._localizations = 0
        self._boxes = 0
        self._without = 0
        self._problems: list[str] = []
        self._unmapped: Counter[str] = Counter()

    def add(self, result: ImageResult, *, boxes: int) -> None:
        """Count one image with its number of proposals."""
        self._unmapped.update(result.unmapped)
        if result.problem:
            self._problems.append(result.problem)
            return
        self._images += 1
        self._localizations += len(result.localizations)
        self._boxes += boxes
        self._without += not result.localizations and not result.job.stored

    def report(self, *, reused: int, seconds: float) -> ProposeReport:
        """Return the counts so far."""
        unmapped = tuple(
            f"Class {name} was not searched in {_images(count)}: the network does not know it; a class map may."
            for name, count in sorted(self._unmapped.items())
        )
        return ProposeReport(
            images=self._images,
            reused=reused,
            localizations=self._localizations,
            boxes=self._boxes,
            without_class=self._without,
            skipped=(*self._problems, *unmapped),
            seconds=seconds,
        )


def _images(count: int) -> str:
    return phrase(f"{count} image") if count == 1 else phrase(f"{count} images")


def check_some_class_known(engine: Engine, jobs: Sequence[ImageJob]) -> None:
    """Stop early where not one of the wanted classes is the network's.

    Raises:
        NetworkError: the network knows none of them.
    """
    wanted = list(dict.fromkeys(name for job in jobs for name in (*job.wanted.fixed, *job.wanted.screened)))
    if not wanted:
        return
    known, _ = engine.targets(wanted)
    if not known:
        some = ", ".join(wanted[:5]) + (", …" if len(wanted) > 5 else "")
        own = engine.identity.classes
        theirs = ", ".join(own[:5]) + (", …" if len(own) > 5 else "")
        raise NetworkError(
            f"The network {engine.network.name} knows {theirs} and none of the classes {some}.",
            "Choose another network, or a class map (--class-map): voc20, coco80, or a JSON file that says what the "
            "classes mean to the network.",
        )
