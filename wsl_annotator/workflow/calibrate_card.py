"""Fit a network card's thresholds on true boxes: search the validation images, fit, write the card."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from wsl_annotator.core.cancel import CancelToken
from wsl_annotator.core.class_colors import class_color
from wsl_annotator.core.config import LocalizerConfig
from wsl_annotator.core.errors import FormatError, NetworkError
from wsl_annotator.core.labels import LabelState
from wsl_annotator.core.paths import cache_dir
from wsl_annotator.core.progress import ProgressCallback, ignore_progress
from wsl_annotator.core.records import ClassRecord
from wsl_annotator.evaluation.calibration import CalibrationRule
from wsl_annotator.formats.atomic import atomic_write, atomic_write_bytes, write_error
from wsl_annotator.formats.export_set import ImportSet
from wsl_annotator.formats.matching import NameMatcher
from wsl_annotator.formats.voc import VocProfile
from wsl_annotator.networks.calibrations import Calibration, ClassThreshold, text_with_calibration
from wsl_annotator.networks.card_file import CARD, WEIGHTS
from wsl_annotator.store.edits import PutClass
from wsl_annotator.store.project import Project
from wsl_annotator.workflow.calibrate import ClassFit, boxes_of_truth, check_some_box, few, fit_classes
from wsl_annotator.workflow.engine import Engine
from wsl_annotator.workflow.import_ import read_annotations
from wsl_annotator.workflow.new_project import image_record, relative_name, scan_folder
from wsl_annotator.workflow.propose import propose_project

_PHOTO_FOLDERS = ("", "images", "JPEGImages", "val2017", "train2017")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRun:
    """What to fit a card on.

    Attributes:
        truth: a COCO JSON file, a VOC XML file, or a folder of them.
        images: folder of the photos; None looks beside the truth.
        profile: the convention of VOC coordinates.
        rule: overlap, draws and seed.
        work: folder of the heat maps, where a stopped run goes on; None is the cache folder.
    """

    truth: Path
    images: Path | None = None
    profile: VocProfile = "spec"
    rule: CalibrationRule = field(default_factory=CalibrationRule)
    work: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFit:
    """What was fitted.

    Attributes:
        classes: one a class that truth and network both know.
        searched: images searched by this run.
        reused: images whose heat maps were there.
        notes: one sentence for each thing that was left out.
    """

    classes: tuple[ClassFit, ...]
    searched: int
    reused: int
    notes: tuple[str, ...]


def read_truth(run: CardRun, *, progress: ProgressCallback = ignore_progress) -> tuple[ImportSet, Path]:
    """Return the true boxes and the folder of their photos, before a network is opened for them.

    Raises:
        FormatError: the truth is missing, unreadable or without a box, or its photos are not found.
    """
    if not run.truth.exists():
        raise FormatError(f"There is no {run.truth}.", "Check --truth.")
    truth = read_annotations(run.truth, profile=run.profile, progress=progress)
    if not any(image.boxes for image in truth.images):
        raise FormatError(f"{run.truth} holds no box to fit thresholds on.", "Give boxes with --truth.")
    if run.images is not None:
        return truth, run.images
    names = [name for image in truth.images for name in (image.file_name, image.fallback) if name]
    for folder in (run.truth, run.truth.parent, run.truth.resolve().parent.parent):
        for part in _PHOTO_FOLDERS:
            if any((folder / part / name).is_file() for name in names[:20]):
                return truth, folder / part
    raise FormatError(f"The photos of {run.truth} were not found beside it.", "Give their folder with --images.")


def fit_card(
    run: CardRun,
    engine: Engine,
    *,
    truth: ImportSet,
    images: Path,
    cancel: CancelToken | None = None,
    progress: ProgressCallback = ignore_progress,
) -> CardFit:
    """Search each validation image for the classes whose boxes it has, and fit the classes' thresholds.

    The heat maps are kept in a project file of the cache folder, one for each network, search and image folder: a run
    that was stopped goes on from there, and another overlap or more boxes cost only what is new.

    Args:
        run: what to fit on.
        engine: an open network and localizer.
        truth: of `read_truth`.
        images: of `read_truth`.
        cancel: seen within one batch of crops.
        progress: told after each image and inside long ones.

    Raises:
        Cancelled: the token was set; what was searched is kept.
        FormatError: truth and folder have no image, or truth and network no class in common.
        NetworkError: the network fails.
        StoreError: the heat maps cannot be kept.
    """
    token = cancel or CancelToken()
    notes = list(truth.problems)
    photos = _photos(run, truth, images, notes)
    names = _names(run, truth, engine, notes)
    path = _work_file(run, engine, images)
    with _open_work(path, images) as project:
        ids = _fill(project, photos, names, images)
        report = propose_project(project, engine, image_ids=ids, cancel=token, progress=progress)
        known = boxes_of_truth(project, truth, path=run.truth, notes=[])
        class_ids = [record.id for record in project.classes() if record.name in names]
        fits = fit_classes(project, known, class_ids=class_ids, rule=run.rule, cancel=token, progress=progress)
    check_some_box(fits, where=run.truth)
    return CardFit(
        classes=tuple(sorted(fits, key=lambda fit: names.index(fit.name))),
        searched=report.images,
        reused=report.reused,
        notes=(*notes, *report.skipped),
    )


@dataclass(frozen=True, slots=True)
class _Photo:
    """A photo that the truth describes, and the classes whose boxes it has."""

    file: Path
    classes: frozenset[str]


def _photos(run: CardRun, truth: ImportSet, images: Path, notes: list[str]) -> dict[str, _Photo]:
    """Return the photos that the truth describes, by relative name."""
    by_name = {relative_name(file, images): file for file in scan_folder(images)}
    matcher = NameMatcher(by_name)
    found: dict[str, _Photo] = {}
    missing = []
    for image in truth.images:
        name = matcher.find(image.file_name) or (matcher.find(image.fallback) if image.fallback else None)
        if name is None:
            missing.append(image.file_name)
            continue
        before = found[name].classes if name in found else frozenset()
        found[name] = _Photo(by_name[name], before | {box.class_name for box in image.boxes})
    if not found:
        raise FormatError(
            f"No image of {run.truth} is in {images}.", "File names must agree; is it the truth of other photos?"
        )
    if missing:
        notes.append(
            f"1 image of the truth ({missing[0]}) is not in {images}: not used."
            if len(missing) == 1
            else f"{len(missing)} images of the truth (such as {missing[0]}) are not in {images}: not used."
        )
    return found


def _names(run: CardRun, truth: ImportSet, engine: Engine, notes: list[str]) -> list[str]:
    """Return the classes of the truth's boxes that the network knows."""
    theirs = list(dict.fromkeys(box.class_name for image in truth.images for box in image.boxes))
    known, missing = engine.targets(theirs)
    if not known:
        raise NetworkError(
            f"The network {engine.network.name} knows none of the classes of {run.truth} ({few(theirs)}); it knows "
            f"{few(engine.identity.classes)}.",
            "Give the card that was trained on these classes.",
        )
    if missing:
        notes.append(f"Not fitted, as the network does not know them: {few(missing)}.")
    chosen = {target.name for target in known}
    # In the network's own order, as far as it has these names itself.
    own = [name for name in engine.identity.classes if name in chosen]
    return [*own, *(target.name for target in known if target.name not in own)]


def _work_file(run: CardRun, engine: Engine, images: Path) -> Path:
    identity = engine.identity
    words = f"{identity.network_hash}:{identity.config.digest}:{images.resolve()}"
    folder = run.work if run.work is not None else cache_dir() / "calibrate"
    return folder / f"{hashlib.sha256(words.encode()).hexdigest()[:20]}.wsl"


def _open_work(path: Path, images: Path) -> Project:
    if path.exists():
        return Project.open(path, program="wsl-annotator calibrate")
    return Project.create(path, image_root=images, classes=(), program="wsl-annotator calibrate")


def _fill(project: Project, photos: Mapping[str, _Photo], names: Sequence[str], images: Path) -> list[int]:
    """Bring the photos and the classes that they show into the working file, and return the photos' ids."""
    known = project.known_paths()
    project.add_images([image_record(photo.file, images) for name, photo in photos.items() if name not in known])
    classes = {record.name: record.id for record in project.classes()}
    for name in names:
        if name not in classes:
            classes[name] = project.new_class_id()
            project.apply(PutClass(ClassRecord(id=classes[name], name=name, color=class_color(classes[name] - 1))))
    ids = {record.path: record.id for record in project.images()}
    project.import_labels(
        (ids[file], classes[name], LabelState.POSITIVE if name in photo.classes else LabelState.NEGATIVE)
        for file, photo in photos.items()
        for name in names
    )
    return [ids[name] for name in photos]


def calibration_of(
    fits: Sequence[ClassFit], *, config: LocalizerConfig, rule: CalibrationRule, truth: str
) -> Calibration:
    """Return the thresholds as a card keeps them; classes without a fit are left out.

    Args:
        fits: of the classes.
        config: of the search whose heat maps were cut.
        rule: overlap, draws and seed.
        truth: where the boxes came from, for the record.
    """
    return Calibration(
        preset=f"{config.localizer}, {config.preset}",
        iou_threshold=rule.iou_threshold,
        truth=truth,
        made_at=datetime.now(UTC).date().isoformat(),
        classes={
            entry.name: ClassThreshold(
                threshold=entry.fit.best.threshold,
                low=entry.fit.low,
                high=entry.fit.high,
                images=entry.fit.images,
                boxes=entry.fit.boxes,
                average_precision=entry.fit.best.average_precision,
                average_precision_before=entry.fit.current.average_precision,
            )
            for entry in fits
            if entry.fit is not None
        },
    )


def write_to_card(card: Path, calibration: Calibration, *, config: LocalizerConfig, out: Path | None = None) -> Path:
    """Write the thresholds into a card, or into a copy of it, and return the folder that was written.

    Args:
        card: folder of the card.
        calibration: the thresholds.
        config: of the search that they are for.
        out: folder of the copy, made if missing; None writes the card itself. Its file is replaced at once.

    Raises:
        FormatError: the card cannot be written; it is as it was.
        NetworkError: the card cannot be read.
    """
    text = text_with_calibration(card, digest=config.digest, calibration=calibration)
    target = card if out is None else out
    if out is not None and not (out.exists() and out.samefile(card)):
        try:
            out.mkdir(parents=True, exist_ok=True)
            # The card last: a folder without one is no card.
            with (card / WEIGHTS).open("rb") as source, atomic_write_bytes(out / WEIGHTS) as stream:
                shutil.copyfileobj(source, stream)
        except OSError as error:
            raise write_error(out, error) from error
    with atomic_write(target / CARD) as stream:
        stream.write(text)
    return target
