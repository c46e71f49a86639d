"""Propose boxes for a folder of images without a project: proposals.json, and overlays to look at."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wsl_annotator import __version__
from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.config import ExtractConfig
from wsl_annotator.core.errors import ImageError
from wsl_annotator.core.labels import LabelState, LabelTable
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.formats.coco import write_coco_results
from wsl_annotator.formats.image_labels import read_labels
from wsl_annotator.formats.proposals_json import (
    ProposalCategory,
    ProposalImage,
    ProposalLocalization,
    Proposals,
    write_proposals,
)
from wsl_annotator.imaging.decode import hash_file
from wsl_annotator.localization.extract import extract_boxes
from wsl_annotator.workflow.class_choice import ClassChoice, WantedClasses, wanted_classes
from wsl_annotator.workflow.class_ranking import Ranking, read_ranking
from wsl_annotator.workflow.engine import Engine
from wsl_annotator.workflow.localize import ImageJob, ImageResult, localize_images
from wsl_annotator.workflow.new_project import relative_name, scan_folder
from wsl_annotator.workflow.overlays import write_overlays
from wsl_annotator.workflow.partial_results import (
    FinishedImage,
    FoundClass,
    PartialResults,
    check_not_in_the_way,
    partial_path,
)
from wsl_annotator.workflow.propose import ProposeReport, ResultTally, check_some_class_known


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderRun:
    """What to search and where to write.

    Attributes:
        images: folder, scanned with its sub-folders.
        out: proposals.json.
        labels: anything that `read_labels` knows; None means that nothing is known of any image.
        choice: which classes of an image.
        extract: how heat maps become boxes.
        thresholds: class -> tau in place of the one in `extract`, as a network card gives them.
        coco_results: file of a COCO results list, or None.
        overlays: folder for pictures of heat and boxes, one an image and class, or None.
        resume: go on from the partial results of a run that was stopped.
    """

    images: Path
    out: Path
    labels: Path | None = None
    choice: ClassChoice = "labels"
    extract: ExtractConfig = field(default_factory=ExtractConfig)
    thresholds: Mapping[str, float] = field(default_factory=dict)
    coco_results: Path | None = None
    overlays: Path | None = None
    resume: bool = False

    def extract_of(self, class_name: str) -> ExtractConfig:
        """Return how heat maps of a class become boxes."""
        tau = self.thresholds.get(class_name, self.extract.threshold)
        return dataclasses.replace(self.extract, threshold=tau)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPlan:
    """What a run would search.

    Attributes:
        jobs: one an image, by relative path; ids from 1.
        universe: all classes, in the order of their category ids from 1.
        problems: one sentence for each label that was left out.
    """

    jobs: tuple[ImageJob, ...]
    universe: tuple[str, ...]
    problems: tuple[str, ...]


def plan_folder(run: FolderRun, *, network_classes: Sequence[str]) -> FolderPlan:
    """Return the images of a folder and the classes to search in each; needs no network.

    Args:
        run: folder, labels and choice.
        network_classes: the classes where neither labels nor `choice` name any.

    Raises:
        FormatError: the folder or the labels cannot be read.
        WslError: a chosen class is unknown.
    """
    files = scan_folder(run.images)
    names = [relative_name(file, run.images) for file in files]
    table = read_labels(run.labels, image_names=names) if run.labels is not None else LabelTable((), ())
    chosen = run.choice if isinstance(run.choice, tuple) else ()
    universe = tuple(dict.fromkeys((*table.classes, *chosen))) or tuple(network_classes)
    rows = table.by_file()
    jobs: list[ImageJob] = []
    for number, (file, name) in enumerate(zip(files, names, strict=True), start=1):
        states: Mapping[str, LabelState] = rows[name].states if name in rows else {}
        wanted = wanted_classes(states, universe, run.choice)
        jobs.append(ImageJob(image_id=number, path=file, name=name, wanted=wanted))
    return FolderPlan(jobs=tuple(jobs), universe=universe, problems=table.problems)


def check_run(run: FolderRun) -> None:
    """Look at folders and files of a run before a network is opened for it.

    Raises:
        FormatError: the image folder or the labels cannot be read, or results of a stopped run are in the way.
        WslError: a chosen class is unknown.
    """
    plan_folder(run, network_classes=())
    check_not_in_the_way(partial_path(run.out), resume=run.resume)


def propose_folder(
    run: FolderRun,
    engine: Engine,
    *,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
    on_result: Callable[[ImageResult], None] | None = None,
) -> ProposeReport:
    """Search the images of a folder and write proposals.json.

    Each image's result is on the disk (in `OUT.partial`) before the next one starts; a run that was killed or
    cancelled goes on with `resume` and ends in the same file, byte for byte, on one machine and thread count.

    Args:
        run: what to search and where to write.
        engine: an open network and localizer.
        cancel: seen within one batch of crops.
        progress: told after each image and inside long ones.
        on_result: told of each result after it was stored.

    Raises:
        Cancelled: the token was set; what was finished is in the partial file.
        FormatError: a file cannot be read or written, or the partial file belongs to other settings.
        NetworkError: the network knows none of the classes, or fails.
    """
    start = time.monotonic()
    plan = plan_folder(run, network_classes=engine.identity.classes)
    check_some_class_known(engine, plan.jobs)
    settings = _settings(run, engine)
    tally = ResultTally()
    with PartialResults(partial_path(run.out), settings, resume=run.resume) as partial:
        todo = [job for job in plan.jobs if not _is_finished(job, partial.finished)]
        for job in todo:
            # What was found in another file of that name, or for other classes, must not be written.
            partial.finished.pop(job.name, None)
        for result in localize_images(engine, todo, cancel=cancel or CancelToken(), progress=progress):
            finished = None if result.problem else _finished(result, run)
            if finished is not None:
                # Pictures first: an image that counts as finished has them.
                if run.overlays is not None:
                    _write_overlays(result, run, run.overlays)
                partial.add(finished)
            tally.add(result, boxes=sum(len(found.boxes) for found in finished.found) if finished else 0)
            if on_result is not None:
                on_result(result)
        proposals = _proposals(plan, partial.finished, settings, read_ranking(engine.options.network.network))
        write_proposals(proposals, run.out)
        if run.coco_results is not None:
            write_coco_results(proposals, run.coco_results)
        partial.remove()
    report = tally.report(reused=len(plan.jobs) - len(todo), seconds=time.monotonic() - start)
    return dataclasses.replace(report, skipped=(*plan.problems, *report.skipped))


def last_batch_size(out: Path) -> int | None:
    """Return the batch size of a stopped run, which going on must repeat to give the same bits; None where unknown."""
    try:
        lines = partial_path(out).read_text(encoding="utf-8").splitlines()
        size = int(json.loads(lines[-1]).get("batch_size", 0)) if len(lines) > 1 else 0
    except (OSError, ValueError, AttributeError, TypeError):
        return None
    return size or None


def _settings(run: FolderRun, engine: Engine) -> dict[str, Any]:
    thresholds = {"thresholds": dict(run.thresholds)} if run.thresholds else {}
    return {
        "program": f"wsl-annotator {__version__}",
        **engine.identity.to_settings(),
        **thresholds,
        "class_map": engine.options.class_map,
        "classes": list(run.choice) if isinstance(run.choice, tuple) else run.choice,
        "extract": dataclasses.asdict(run.extract),
    }


def _wanted_digest(wanted: WantedClasses) -> str:
    return hashlib.sha256(json.dumps([wanted.fixed, wanted.screened]).encode()).hexdigest()[:16]


def _is_finished(job: ImageJob, finished: Mapping[str, FinishedImage]) -> bool:
    """Return whether a result is there for the very file and the very classes."""
    before = finished.get(job.name)
    if before is None or before.wanted != _wanted_digest(job.wanted):
        return False
    try:
        return hash_file(job.path) == before.sha256
    except ImageError:
        return False


def _write_overlays(result: ImageResult, run: FolderRun, folder: Path) -> None:
    for localization in result.localizations:
        one = dataclasses.replace(result, localizations=(localization,))
        write_overlays(one, folder, extract=run.extract_of(localization.class_name))


def _finished(result: ImageResult, run: FolderRun) -> FinishedImage:
    return FinishedImage(
        file_name=result.job.name,
        sha256=result.sha256,
        wanted=_wanted_digest(result.job.wanted),
        width=result.width,
        height=result.height,
        unmapped=result.unmapped,
        batch_size=max((found.batch_size for found in result.localizations), default=0),
        found=tuple(
            FoundClass(
                class_name=found.class_name,
                class_score=float(found.class_score),
                point=(float(found.point[0]), float(found.point[1])),
                heat_max=found.heat.maximum,
                boxes=tuple(extract_boxes(found.heat, run.extract_of(found.class_name))),
            )
            for found in result.localizations
        ),
    )


def _proposals(
    plan: FolderPlan, finished: Mapping[str, FinishedImage], settings: Mapping[str, Any], ranking: Ranking | None
) -> Proposals:
    category = {name: number for number, name in enumerate(plan.universe, start=1)}
    images: list[ProposalImage] = []
    localizations: list[ProposalLocalization] = []
    for job in plan.jobs:
        done = finished.get(job.name)
        if done is None:
            continue
        images.append(ProposalImage(id=job.image_id, file_name=job.name, width=done.width, height=done.height))
        scores = {found.class_name: found.class_score for found in done.found}
        combined = {} if ranking is None else ranking.combined(scores)
        localizations += [
            ProposalLocalization(
                image_id=job.image_id,
                category_id=category[found.class_name],
                class_score=found.class_score,
                point=found.point,
                heat_max=found.heat_max,
                boxes=found.boxes,
                combined_score=combined.get(found.class_name),
            )
            for found in done.found
        ]
    categories = tuple(ProposalCategory(id=number, name=name) for name, number in category.items())
    return Proposals(images=tuple(images), categories=categories, localizations=tuple(localizations), settings=settings)
